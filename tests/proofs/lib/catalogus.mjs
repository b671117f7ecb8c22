// What the product says, read from its sources: each sentence that somebody can read, with what fills it in as an ordinary word. A text that
// depends on something is read in each of its forms.

import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Of one text so many forms are read; none has more today. */
const VORMEN_MAX = 64

/** What stands where something is filled in, by what it is called there. */
const INGEVULD = [
  [/^(datum|dag|uiterlijk|tot|totEnMet|vanaf|sinds|eerste|laatste|op|wanneer)$/i, '3 december'],
  [/^(tijd|van|om|uur)$/i, '14.30'],
  [/^(n|aantal|over|seconden|minuten|max|meer|dagen|getal|Getal|keer|zaken)$/, 'drie'],
  // A sentence that may follow.
  [/^was$/, ' Dat was toen.'],
  [/^(bedrag|euro|vrij|saldo)$/i, '€ 64,50'],
  [/^(nummer|zaaknummer|code)$/i, '12345'],
  [/^(soort|wat|deel|zaak|onderwerp|rol|functie)$/i, 'hulp'],
  [/^(namen|en|wie)$/i, 'Kevin']
]
/** The same in English; what is not here is a name in both. */
const INGEVULD_ENGELS = [
  [/^(datum|dag|uiterlijk|tot|totEnMet|vanaf|sinds|eerste|laatste|op|wanneer)$/i, '3 December'],
  [/^(tijd|van|om|uur)$/i, '14:30'],
  [/^(n|aantal|over|seconden|minuten|max|meer|dagen|getal|Getal|keer|zaken|betaald|alle)$/, 'three'],
  [/^was$/, ' This is how it was then.'],
  [/^(bedrag|euro|vrij|saldo|termijn|hoofdsom|streef|nu|voor)$/i, '€64.50'],
  [/^(nummer|zaaknummer|code)$/i, '12345'],
  [/^(soort|wat|deel|zaak|onderwerp|rol|functie)$/i, 'help'],
  [/^(namen|en|wie)$/i, 'Kevin']
]
let vulling = INGEVULD
const inVulling = naam => vulling.find(([vorm]) => vorm.test(naam))?.[1] ?? 'Maria'

/** The texts of a folder of English. */
export function uitEngels (map) {
  vulling = INGEVULD_ENGELS
  try {
    return uitClient(map, waar => !waar.startsWith('index:[') && !/^(vertaling|index:PAREN)/.test(waar))
  } finally {
    vulling = INGEVULD
  }
}

/** All texts of these modules of the client: `[{ waar, tekst }]`. `neem` says of a path whether it is read. */
export function uitClient (map, neem) {
  const found = []
  for (const file of readdirSync(map).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()) {
    const source = ts.createSourceFile(file, readFileSync(`${map}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
    const take = (node, path) => {
      if (ts.isPropertyAssignment(node)) path = [...path, node.name.getText().replaceAll("'", '')]
      else if (ts.isVariableDeclaration(node)) path = [node.name.getText()]
      const waar = `${file.replace('.ts', '')}:${path.join('.')}`
      if (leest(node)) {
        if (neem(waar)) for (const tekst of vormen(node)) if (/\p{L}/u.test(tekst)) found.push({ waar, tekst: tekst.trim() })
        return
      }
      ts.forEachChild(node, child => take(child, path))
    }
    take(source, [])
  }
  return found
}

/** What fills in a letter, as an ordinary word. */
const IN_BRIEF = { ontvangen: '3 december', uiterlijk: '3 december', wat: 'melding', zaaknummer: '12345', onderwerp: 'hulp', telefoon: '14 0299', portaal: 'onze website' }

/** Every text of the letters: the strings of their templates, save versions and conditions. */
export function uitBrieven (map) {
  const found = []
  for (const file of readdirSync(map).filter(name => name.endsWith('.toml')).sort()) {
    const regels = readFileSync(`${map}/${file}`, 'utf8').split('\n').filter(regel => !/^\s*(#|als\b|versie\b)/.test(regel))
    for (const [, tekst] of regels.join('\n').matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      found.push({ waar: `${file}`, tekst: tekst.replace(/\{(\w+)\}/g, (_, naam) => IN_BRIEF[naam] ?? 'Maria') })
    }
  }
  return found
}

/** What every mail says: its subject and its one text. */
export function uitMail (file) {
  const source = readFileSync(file, 'utf8')
  const [, onderwerp] = source.match(/const ONDERWERP: &str = "([^"]*)"/)
  const [, tekst] = source.match(/fn tekst[\s\S]*?format!\(\s*"([\s\S]*?)"\s*\)/)
  const zinnen = tekst.replace(/\\\n\s*/g, '').split(/(?:\\r\\n)+/).filter(zin => zin.trim() !== '')
  return [onderwerp, ...zinnen].map(zin => ({ waar: 'mail', tekst: zin.replace(/\{(\w+)\}/g, (_, naam) => IN_BRIEF[naam] ?? 'Maria') }))
}

/** A text of its own: not a key, not the name of a module, not a case. */
function leest (node) {
  const text = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
  if (!text) return ts.isConditionalExpression(node) && [node.whenTrue, node.whenFalse].every(isTekst)
  const { parent } = node
  if (ts.isImportDeclaration(parent) || ts.isCaseClause(parent) || ts.isLiteralTypeNode(parent)) return false
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  if (ts.isBinaryExpression(parent) && /[=!<>]=/.test(parent.operatorToken.getText())) return false
  // What a string is asked or split by is no text.
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression)) return false
  return true
}

const isTekst = node => ts.isParenthesizedExpression(node) ? isTekst(node.expression)
  : ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node) ||
    (ts.isConditionalExpression(node) && [node.whenTrue, node.whenFalse].every(isTekst))

/** Each form that a text can have. */
function vormen (node) {
  if (ts.isParenthesizedExpression(node)) return vormen(node.expression)
  if (ts.isConditionalExpression(node)) return [...vormen(node.whenTrue), ...vormen(node.whenFalse)]
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    let forms = [node.head.text]
    for (const span of node.templateSpans) {
      const filled = vormen(span.expression)
      forms = forms.flatMap(begin => filled.map(word => begin + word + span.literal.text))
      if (forms.length > VORMEN_MAX) throw new Error(`more than ${VORMEN_MAX} forms: ${node.getText()}`)
    }
    return forms
  }
  if (ts.isCallExpression(node)) return [inVulling((node.expression.name ?? node.expression).getText())]
  if (ts.isPropertyAccessExpression(node)) return [inVulling(node.name.getText())]
  return [inVulling(node.getText())]
}

/** The catalogue of the server: what went wrong and what to do next, of each code. */
export function uitServer (map) {
  const found = []
  for (const file of readdirSync(map).filter(name => name.endsWith('.rs') && name !== 'tests.rs').sort()) {
    const source = readFileSync(`${map}/${file}`, 'utf8')
    for (const [, code, , titel, uitleg] of source.matchAll(/\bt\(\s*"([^"]+)",\s*(\d{3}),\s*"([^"]+)",\s*"([^"]*)"/g)) {
      found.push({ waar: code, tekst: titel }, { waar: code, tekst: uitleg })
    }
  }
  return found
}
