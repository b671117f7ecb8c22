// The hand-typed verdicts, and the second, naive evaluator over them. Nothing here comes from the server.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** From little to much. */
export const STAPPEN = ['niets', 'dat', 'wat', 'schrijven']
const ZAKEN = {
  wmo: 'MELDING-WMO',
  jeugd: 'AANVRAAG-JEUGDHULP',
  bijz: 'AANVRAAG-BIJZONDERE-BIJSTAND',
  lev: 'AANVRAAG-LEVENSONDERHOUD',
  recht: 'ONDERZOEK-RECHTMATIGHEID'
}
export const ZAAKTYPEN = Object.values(ZAKEN)
export const SIGNALEN = ['huurachterstand', 'energie_afsluiting', 'schoolverzuim', 'zorgen_om_kind', 'partnergeweld', 'zorgmijding', 'overlast', 'overig']
const BLOOT = ['persoon', 'huishouden', 'contact', 'gesprek', 'rekening', 'groep']

/** The word of a thing as the server has it. */
function beleidsobject (woord) {
  if (ZAKEN[woord] !== undefined) return `zaak:${ZAKEN[woord]}`
  if (SIGNALEN.includes(woord)) return `signaal:${woord}`
  return BLOOT.includes(woord) || woord.includes(':') ? woord : `handeling:${woord}`
}

/** Every line of a file in five parts: `{rol, woord, verhouding, oordeel, rijen}`, one for each role and word of it. */
function regels (bestand) {
  const alle = []
  for (const [at, regel] of readFileSync(join(import.meta.dirname, '../oordelen', bestand), 'utf8').split('\n').entries()) {
    if (regel === '' || regel.startsWith('#')) continue
    const delen = regel.split(';')
    if (delen.length !== 5 || delen.some(deel => deel === '')) throw new Error(`${bestand} ${at + 1}: ${regel}`)
    const [rollen, woorden, verhouding, oordeel, rijen] = delen
    const stap = { ja: 'schrijven', nee: 'niets' }[oordeel] ?? oordeel
    if (!STAPPEN.includes(stap)) throw new Error(`${bestand} ${at + 1}: no verdict: ${oordeel}`)
    for (const rol of rollen.split(',')) {
      for (const woord of woorden.split(',')) alle.push({ rol, woord, verhouding, oordeel: stap, rijen: rijen.split(' '), regel: at + 1 })
    }
  }
  return alle
}

/** Every verdict of the table: `{rol, beleidsobject, verhouding, oordeel, rijen}`. */
export const lees = bestand => regels(bestand).map(({ woord, ...rest }) => ({ ...rest, beleidsobject: beleidsobject(woord) }))

/** Every verdict on protected dossiers, which stand above the table: `{rol, beleidsobject, verhouding, oordeel, rijen}`, with how far at most. */
export const leesBeschermd = bestand => regels(bestand).map(({ woord, ...rest }) => ({ ...rest, beleidsobject: woord }))

export const cel = (rol, beleidsobject, verhouding) => `${rol}|${beleidsobject}|${verhouding}`

/** What is not in the list is nothing; of several ways to stand to something the widest holds. */
export class Oordelen {
  constructor (oordelen, beschermd) {
    this.bij = opSleutel(oordelen)
    this.hoogstens = opSleutel(beschermd)
    /** Is told of every cell that is asked for. */
    this.hoort = undefined
  }

  /** The same with one verdict changed. */
  met (sleutel, stap) {
    const anders = new Oordelen([], [])
    anders.bij = new Map(this.bij).set(sleutel, stap)
    anders.hoogstens = this.hoogstens
    return anders
  }

  een (rol, beleidsobject, verhouding) {
    const sleutel = cel(rol, beleidsobject, verhouding)
    this.hoort?.(sleutel)
    return this.bij.get(sleutel) ?? 'niets'
  }

  hoogste (rol, beleidsobject, verhoudingen) {
    return verhoudingen.map(verhouding => this.een(rol, beleidsobject, verhouding))
      .reduce((a, b) => STAPPEN.indexOf(a) >= STAPPEN.indexOf(b) ? a : b, 'niets')
  }

  mag (rol, handeling) { return this.een(rol, `handeling:${handeling}`, 'geen') !== 'niets' }

  /** How far at most, of something about a protected dossier. Nothing is taken for granted here: what was not typed is asked for. */
  beschermd (rol, soort, stand) {
    const stap = this.hoogstens.get(cel(rol, soort, stand))
    if (stap === undefined) throw new Error(`no verdict on a protected ${soort} for ${rol}, ${stand}`)
    return stap
  }
}

function opSleutel (oordelen) {
  const bij = new Map()
  for (const { rol, beleidsobject, verhouding, oordeel, regel } of oordelen) {
    const sleutel = cel(rol, beleidsobject, verhouding)
    if (bij.has(sleutel)) throw new Error(`two verdicts for ${sleutel}: line ${regel}`)
    bij.set(sleutel, oordeel)
  }
  return bij
}

/** All verdicts there are, of both kinds. */
export const alleOordelen = () => ({ tabel: lees('oordelen.csv'), beschermd: leesBeschermd('beschermd.csv') })

export const minstens = (a, b) => STAPPEN.indexOf(a) >= STAPPEN.indexOf(b)

/** The least of two. */
export const minste = (a, b) => minstens(a, b) ? b : a
