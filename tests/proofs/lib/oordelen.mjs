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

/** Every verdict of a file: `{rol, beleidsobject, verhouding, oordeel, rijen}`. */
export function lees (bestand) {
  const oordelen = []
  for (const [at, regel] of readFileSync(join(import.meta.dirname, '../oordelen', bestand), 'utf8').split('\n').entries()) {
    if (regel === '' || regel.startsWith('#')) continue
    const delen = regel.split(';')
    if (delen.length !== 5 || delen.some(deel => deel === '')) throw new Error(`${bestand} ${at + 1}: ${regel}`)
    const [rollen, beleidsobjecten, verhouding, oordeel, rijen] = delen
    const stap = { ja: 'schrijven', nee: 'niets' }[oordeel] ?? oordeel
    if (!STAPPEN.includes(stap)) throw new Error(`${bestand} ${at + 1}: no verdict: ${oordeel}`)
    for (const rol of rollen.split(',')) {
      for (const woord of beleidsobjecten.split(',')) {
        oordelen.push({ rol, beleidsobject: beleidsobject(woord), verhouding, oordeel: stap, rijen: rijen.split(' '), regel: at + 1 })
      }
    }
  }
  return oordelen
}

export const cel = (rol, beleidsobject, verhouding) => `${rol}|${beleidsobject}|${verhouding}`

/** What is not in the list is nothing; of several ways to stand to something the widest holds. */
export class Oordelen {
  constructor (oordelen) {
    this.bij = new Map()
    for (const { rol, beleidsobject, verhouding, oordeel, regel } of oordelen) {
      const sleutel = cel(rol, beleidsobject, verhouding)
      if (this.bij.has(sleutel)) throw new Error(`two verdicts for ${sleutel}: line ${regel}`)
      this.bij.set(sleutel, oordeel)
    }
    /** Every cell that was asked for, with how often. */
    this.gevraagd = new Map()
  }

  een (rol, beleidsobject, verhouding) {
    const sleutel = cel(rol, beleidsobject, verhouding)
    this.gevraagd.set(sleutel, (this.gevraagd.get(sleutel) ?? 0) + 1)
    return this.bij.get(sleutel) ?? 'niets'
  }

  hoogste (rol, beleidsobject, verhoudingen) {
    return verhoudingen.map(verhouding => this.een(rol, beleidsobject, verhouding))
      .reduce((a, b) => STAPPEN.indexOf(a) >= STAPPEN.indexOf(b) ? a : b, 'niets')
  }

  mag (rol, handeling) { return this.een(rol, `handeling:${handeling}`, 'geen') !== 'niets' }
}

export const minstens = (a, b) => STAPPEN.indexOf(a) >= STAPPEN.indexOf(b)
