// The text fields that the server's description of itself names, against the hand-typed list of them (oordelen/velden.csv).

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const LIVE = ['ServerMessage', 'ZaakDat', 'ZaakRij', 'ZaakWat', 'PersoonWat', 'GesprekWat', 'AfspraakRij', 'KantlijnWat', 'ContactWat', 'HuishoudenWat', 'Aanwezige', 'SaldoWat', 'GroepWat', 'PlanWat', 'PlanRij', 'PlanDeelnemer', 'PlanLid', 'PlanPortaal', 'PlanPortaalLid', 'PlanBijdragen', 'MeekijkenVanMij', 'MeekijkenInPlan', 'SignaalRij', 'SignaalWat', 'AandachtWat']

/** `Schema.veld` of every free text and every day in whatever can come out: by an answer or on the live connection. */
export function open (openapi) {
  const schemas = openapi.components.schemas
  const bereikt = new Set()
  const loop = node => {
    if (node === null || typeof node !== 'object') return
    if (node.$ref !== undefined) {
      const naam = node.$ref.split('/').pop()
      if (!bereikt.has(naam)) {
        bereikt.add(naam)
        loop(schemas[naam])
      }
    }
    for (const [sleutel, deel] of Object.entries(node)) if (sleutel !== '$ref') loop(deel)
  }
  for (const pad of Object.values(openapi.paths)) for (const methode of Object.values(pad)) loop(methode.responses)
  for (const naam of LIVE) loop({ $ref: `#/components/schemas/${naam}` })
  return [...new Set([...bereikt].flatMap(naam => eigen(naam, schemas[naam])))].sort()
}

function eigen (naam, schema) {
  const velden = Object.entries(schema?.properties ?? {}).filter(([, veld]) => isTekst(veld)).map(([veld]) => `${naam}.${veld}`)
  return velden.concat(['oneOf', 'anyOf', 'allOf'].flatMap(soort => (schema?.[soort] ?? []).flatMap(deel => eigen(naam, deel))))
}

/** Free text or a day: no id, moment or fixed word. */
function isTekst (veld) {
  if (veld === undefined || veld.enum !== undefined || veld.const !== undefined || veld.$ref !== undefined) return false
  const types = [veld.type ?? []].flat()
  if (types.includes('string')) return veld.format === undefined || veld.format === 'date'
  if (types.includes('array')) return isTekst(veld.items)
  return ['oneOf', 'anyOf', 'allOf'].some(soort => (veld[soort] ?? []).some(isTekst))
}

/** What is in one and not in the other, and rows that say nothing: no mark, no reason, or beside a field without a mark. */
export function ongemerkt (velden) {
  const regels = readFileSync(join(import.meta.dirname, '../oordelen/velden.csv'), 'utf8').split('\n').filter(regel => regel !== '' && !regel.startsWith('#'))
  const lijst = new Map(regels.map(regel => regel.split(';')))
  const zegt = wat => /^(merk|vast) \S/.test(wat ?? '') || (/^bij \S/.test(wat ?? '') && /^merk \S/.test(lijst.get(wat.slice(4)) ?? ''))
  return {
    nieuw: velden.filter(veld => !lijst.has(veld)),
    weg: [...lijst.keys()].filter(veld => !velden.includes(veld)),
    leeg: [...lijst].filter(([, wat]) => !zegt(wat)).map(([veld]) => veld)
  }
}
