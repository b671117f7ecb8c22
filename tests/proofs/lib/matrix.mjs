// Executes probes as everybody, and says what came of each.

import { Blik } from './verhouding.mjs'
import { PERSONAS } from './wereld.mjs'
import { uuidv7 } from './server.mjs'

/** Requests under way at once. */
const TEGELIJK = 32
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Refusals by which somebody hears that it is not theirs to do, or that somebody whom they may not know is nobody. */
const GEWEIGERD = ['niet_bevoegd', 'zaak.al_toegewezen', 'invoer.persoon_onbekend', 'huishouden.lid_via_balie', 'huishouden.niet_uw_persoon']
const SLEUTEL = ['POST /api/v1/koppelingen/allegro/hint', 'POST /api/v1/signalen/inkomend']
/** What differs between two answers by their moment alone. */
const VLUCHTIG = ['date', 'x-verzoek', 'keep-alive']

export async function tegelijk (items, doe, aantal = TEGELIJK) {
  const queue = items[Symbol.iterator]()
  const worker = async () => { for (const item of queue) await doe(item) }
  await Promise.all(Array.from({ length: aantal }, worker))
}

/** Sends it. A server that is busy with so few has a fault: it is not asked again. */
export async function stuur (sessie, proef, los, id = proef.id) {
  const [method, path] = proef.ingang.split(' ')
  const headers = !['GET', 'HEAD'].includes(method) && !los ? { 'If-Match': '"999999"' } : {}
  // Of a thing within a thing the address names both.
  const ids = [id].flat()
  return sessie.send(method, path.replace(/\{\w+\}/g, () => ids.length > 1 ? ids.shift() : ids[0]) + proef.vraag, proef.body, headers)
}

export const isLos = (proef, blik) => typeof proef.los === 'function' ? proef.los(blik) : proef.los

export function uitkomst (proef, answer, los) {
  if (proef.als === undefined && SLEUTEL.includes(proef.ingang)) return [401, 403].includes(answer.status) ? 'sleutel' : `${answer.status}`
  const codes = [answer.body?.code, ...(answer.body?.velden ?? []).map(veld => veld.code)]
  if (answer.status === 404 && codes[0] === 'niet_gevonden') return 'weg'
  if (answer.status >= 400 && codes.some(code => GEWEIGERD.includes(code))) return 'geweigerd'
  if (answer.status >= 500 || answer.status === 401 || answer.status === 404 || answer.status === 429) return `${answer.status} ${codes[0]}`
  if (!proef.ingang.startsWith('GET') && !los && answer.status < 300) return 'gedaan'
  return proef.gezien?.(answer) ?? 'mag'
}

/** An answer without what is its own: ids and moments. */
export function vorm (answer) {
  const headers = [...answer.headers].filter(([name]) => !VLUCHTIG.includes(name)).map(([name, value]) => `${name}: ${value.replaceAll(ID, 'ID')}`)
  return `${answer.status}\n${headers.sort().join('\n')}\n${answer.text.replaceAll(ID, 'ID')}`
}

/** Who asks these: everybody, and of what only one does that one. */
export function wieVraagt (wereld, oordelen, proeven) {
  const eigen = [...new Set(proeven.map(proef => proef.als).filter(who => who !== undefined))]
  return [...PERSONAS, ...eigen].map(persona => ({
    persona, blik: new Blik(wereld, oordelen, persona), proeven: proeven.filter(proef => proef.als === undefined ? !eigen.includes(persona) : proef.als === persona)
  }))
}

/** One probe as somebody: what came of it. */
export async function eens (wereld, { persona, proef, los }) {
  const answer = await stuur(wereld.als(persona), proef, los)
  return { answer, kwam: uitkomst(proef, answer, los) }
}

/**
 * Sends each of these questions; `anders` hears of each that came out otherwise than the verdicts say. `zelfde` gets every refusal beside
 * what there is to hear of a thing that is not there, and `hoofd` some answers beside what HEAD says. Hands back how many were answered.
 */
export async function voerUit (wereld, vragen, { anders, zelfde, hoofd }) {
  const afwezig = new Map()
  let gedaan = 0
  await tegelijk(vragen.filter(one => one.proef !== undefined), async vraag => {
    const { persona, proef, verwacht, los } = vraag
    const sessie = wereld.als(persona)
    const { answer, kwam } = await eens(wereld, vraag)
    vraag.gevraagd = true
    gedaan += 1
    if (kwam !== verwacht) anders({ persona, proef, verwacht, kwam, answer })
    if (proef.snel && proef.ingang.startsWith('GET')) {
      const head = await stuur(sessie, { ...proef, ingang: proef.ingang.replace('GET', 'HEAD') }, los)
      hoofd({ persona, proef, hier: `${head.status} ${head.text}`, daar: `${answer.status} ` })
    }
    if (kwam !== 'weg' || proef.id === undefined) return
    const sleutel = `${persona} ${proef.ingang} ${los}`
    if (!afwezig.has(sleutel)) afwezig.set(sleutel, stuur(sessie, proef, los, uuidv7()).then(vorm))
    zelfde({ persona, proef, hier: vorm(answer), daar: await afwezig.get(sleutel) })
  })
  return gedaan
}
