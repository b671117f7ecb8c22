// What is done in a zaak while the server dies: what is to be done in it, its besluit, its talk, and work that goes over to somebody else.

import { ketens, zaakVan } from './casework_keten.mjs'
import { STRAKS, vandaag } from './dagen.mjs'

const DAG = '2027-12-10'
const besluit = motivering => ({ soort: 'toekennen', motivering, regels: [{ omschrijving: 'Bril', bedrag_cents: 15_000 }] })

/** Peter opens a zaak that he got, and keeps in it what is to be done. */
export function taken (work) {
  const { linda, peter, sara } = work.team
  return ketens(work, naTaken, async (keten, word) => {
    const zaak = await zaakVan(keten, 'AANVRAAG-BIJZONDERE-BIJSTAND', [peter, sara])
    if (zaak === undefined) return undefined
    const pad = `/api/v1/zaken/${zaak}`
    if (await keten.doe(peter, `${pad}/gezien`, {}) === undefined) return undefined
    if (await keten.doe(peter, `${pad}/in-behandeling`, {}) === undefined) return undefined
    const gesprek = verslag => ({ weg: 'telefoon', uitkomst: 'gesproken', met: 'Iemand', verslag, dag: vandaag() })
    if (await keten.doe(peter, `${pad}/klantcontacten`, gesprek(`Gesprek ${word}`)) === undefined) return undefined
    if (await keten.doe(linda, `${pad}/klantcontacten/doorgeven`, gesprek(`Gebeld ${word}`)) === undefined) return undefined
    if (await keten.doe(peter, `${pad}/taken`, { omschrijving: `Taak ${word}`, eigenaar: peter.ik.id, dag: DAG }) === undefined) return undefined
    const taak = (await keten.lees(peter, pad))?.taken[0].id
    if (taak === undefined) return undefined
    for (const [step, meer] of [['gedaan', {}], ['heropenen', {}], ['toewijzen', { eigenaar: sara.ik.id }], ['vervallen', {}]]) {
      if (await keten.doe(peter, `${pad}/taken/${step}`, { taak, ...meer }) === undefined) return undefined
    }
    return taak
  })
}

/** How a taak stands after its last step. */
const STAND = { ZetTaakKlaar: 'open', RondTaakAf: 'gedaan', HeropenTaak: 'open', WijsTaakToe: 'open', LaatTaakVervallen: 'vervallen' }

async function naTaken (keten, { wrong, keer }) {
  const { zaak } = keten.feiten
  if (zaak === undefined || keten.gedaan('WijsToe') === 0) return
  const { peter, sara } = keten.work.team
  const [{ body }, nieuw, ...lijsten] = await Promise.all([`/api/v1/zaken/${zaak}`, '/api/v1/werkvoorraad/nieuw', '/api/v1/taken?aantal=200'].map(path => peter.get(path)).concat(sara.get('/api/v1/taken?aantal=200')))
  keten.tijdlijn(wrong, zaak, body.tijdlijn)
  // It has one letter, however often the server died while it was made.
  const brieven = (await peter.get(`/api/v1/zaken/${zaak}/brieven`)).body.items
  if (brieven.length !== 1) wrong(`${brieven.length} letters`)
  // A new zaak is new for who got it, until it is opened.
  const shown = nieuw.body.toegewezen.includes(zaak)
  if (shown !== (keten.gedaan('MerkGezien') === 0) && !keten.onderweg('MerkGezien')) wrong(shown ? 'it is new again' : 'it was never opened')
  const mine = body.taken?.filter(one => one.omschrijving === `Taak ${keten.word}`) ?? []
  const gesproken = body.klantcontacten ?? []
  keer('who works on it noted a call', gesproken.filter(one => one.verslag === `Gesprek ${keten.word}` && !one.doorgegeven).length, keten.gedaan('NoteerContact'), 'NoteerContact')
  keer('the desk passed a call on', gesproken.filter(one => one.verslag === `Gebeld ${keten.word}` && one.doorgegeven).length, keten.gedaan('GeefContactDoor'), 'GeefContactDoor')
  keer('its taak is there', mine.length, keten.gedaan('ZetTaakKlaar'), 'ZetTaakKlaar')
  const last = keten.stappen.filter(one => STAND[one.opdracht] !== undefined).at(-1)
  if (last === undefined || keten.onderweg()) return
  if (mine[0].stap !== STAND[last.opdracht]) wrong(`its taak is ${mine[0].stap} after ${last.opdracht}`)
  const listed = lijsten.map(list => list.body.items.filter(one => one.id === mine[0].id).length).join()
  const wanted = mine[0].stap !== 'open' ? '0,0' : keten.gedaan('WijsTaakToe') > 0 ? '0,1' : '1,0'
  if (listed !== wanted) wrong(`its taak stands in the lists of Peter and Sara ${listed} times, not ${wanted}`)
}

/** Peter proposes; Theo says no, then yes; it is decided. Every other time Peter takes it back. */
export function besluiten (work) {
  const { peter, theo } = work.team
  return ketens(work, naBesluiten, async (keten, word, turn) => {
    const zaak = await zaakVan(keten, 'AANVRAAG-BIJZONDERE-BIJSTAND', [peter])
    if (zaak === undefined) return undefined
    const pad = `/api/v1/zaken/${zaak}/besluit`
    if (await keten.doe(peter, `/api/v1/zaken/${zaak}/in-behandeling`, {}) === undefined) return undefined
    if (await keten.doe(peter, pad, besluit(`Eerst ${word}`)) === undefined) return undefined
    const hash = async () => (await keten.lees(peter, pad))?.besluit.hash
    const first = await hash()
    if (first === undefined) return undefined
    if ((turn + Math.floor(work.round / 4)) % 2 === 0) return keten.doe(peter, `${pad}/intrekken`, { hash: first })
    if (await keten.doe(theo, `${pad}/afwijzen`, { hash: first, reden: `Nee ${word}` }) === undefined) return undefined
    if (await keten.doe(peter, `${pad}/wijzigen`, { hash: first, besluit: besluit(`Dan ${word}`) }) === undefined) return undefined
    const next = await hash()
    if (next === undefined) return undefined
    if (await keten.doe(theo, `${pad}/accorderen`, { hash: next }) === undefined) return undefined
    return keten.doe(peter, `${pad}/nemen`, { hash: next })
  })
}

const STAP = {
  StelBesluitVoor: 'ter_accordering', WijsVoorstelAf: 'afgewezen', WijzigVoorstel: 'ter_accordering', Accordeer: 'geaccordeerd', NeemBesluit: 'genomen', TrekVoorstelIn: undefined
}

async function naBesluiten (keten, { wrong }) {
  const { zaak } = keten.feiten
  if (zaak === undefined || keten.gedaan('WijsToe') === 0) return
  const { peter, theo } = keten.work.team
  const { body } = await peter.get(`/api/v1/zaken/${zaak}`)
  keten.tijdlijn(wrong, zaak, body.tijdlijn)
  const last = keten.stappen.filter(one => one.opdracht in STAP).at(-1)
  if (keten.onderweg()) return
  if (body.besluit?.stap !== STAP[last?.opdracht]) wrong(`its besluit is ${body.besluit?.stap} after ${last?.opdracht}`)
  // For whom it waits has it, and nobody after that.
  const waits = (await theo.get(`/api/v1/zaken/${zaak}/besluit`)).status === 200
  if (waits !== (STAP[last?.opdracht] === 'ter_accordering')) wrong(waits ? 'Theo has it still' : 'it does not wait for Theo')
}

/** Kevin opens a report; Emma comes to the talk and goes. */
export function gesprekken (work) {
  const { kevin, emma } = work.team
  return ketens(work, naGesprekken, async keten => {
    const zaak = await zaakVan(keten, 'AANVRAAG-JEUGDHULP', [kevin])
    if (zaak === undefined) return undefined
    const made = await keten.doe(kevin, `/api/v1/zaken/${zaak}/documenten`, { soort: 'gespreksverslag', zaken: [zaak], deelnemers: [kevin.ik.id] })
    if (made === undefined) return undefined
    Object.assign(keten.feiten, { document: made.id, gesprek: made.gesprek })
    const pad = `/api/v1/gesprekken/${made.gesprek}/deelnemers`
    if (await keten.doe(kevin, pad, { erbij: [emma.ik.id] }) === undefined) return undefined
    if (await keten.doe(kevin, pad, { eraf: [emma.ik.id] }) === undefined) return undefined
    const afspraak = `/api/v1/gesprekken/${made.gesprek}/afspraak`
    for (const plek of ['thuis', 'bellen']) {
      if (await keten.doe(kevin, afspraak, { dag: STRAKS, tijd: '10:30', plek }) === undefined) return undefined
    }
    if (await keten.doe(kevin, `${afspraak}/afzeggen`, { reden: `Ziek ${keten.word}` }) === undefined) return undefined
    return kantlijn(keten, made.id)
  })
}

/** Beside the report: a remark that is answered, read, dealt with and opened again; and a version with a name. */
async function kantlijn (keten, document) {
  const { kevin } = keten.work.team
  const pad = `/api/v1/documenten/${document}`
  const made = await keten.doe(kevin, `${pad}/opmerkingen`, { citaat: 'Zaak', tekst: `Opmerking ${keten.word}` })
  if (made === undefined) return undefined
  const opmerking = made.id
  if (await keten.doe(kevin, `${pad}/opmerkingen/beantwoorden`, { opmerking, tekst: `Antwoord ${keten.word}` }) === undefined) return undefined
  for (const step of ['gelezen', 'afhandelen', 'heropenen']) {
    if (await keten.doe(kevin, `${pad}/opmerkingen/${step}`, { opmerking }) === undefined) return undefined
  }
  return keten.doe(kevin, `${pad}/versies`, { naam: `Versie ${keten.word}` })
}

async function naKantlijn (keten, { wrong, keer }, document) {
  const { status, body } = await keten.work.team.kevin.get(`/api/v1/documenten/${document}/kantlijn`)
  if (status !== 200) return wrong(`what stands beside its report: ${status}`)
  const [one, ...more] = body.opmerkingen
  keer('its remark is there', body.opmerkingen.length, keten.gedaan('MaakOpmerking'), 'MaakOpmerking')
  keer('its answer is there', one?.reacties.length ?? 0, keten.gedaan('BeantwoordOpmerking'), 'BeantwoordOpmerking')
  keer('its version is there', body.versies.length, keten.gedaan('BenoemVersie'), 'BenoemVersie')
  if (more.length > 0) wrong('its remark is there twice')
  if (keten.onderweg() || one === undefined) return
  const dealt = keten.gedaan('HandelOpmerkingAf') > keten.gedaan('HeropenOpmerking')
  if ((one.afgehandeld !== undefined) !== dealt) wrong(dealt ? 'its remark is open again' : 'its remark was never dealt with')
}

async function naGesprekken (keten, { wrong, keer }) {
  const { zaak, gesprek } = keten.feiten
  if (zaak === undefined || keten.gedaan('WijsToe') === 0) return
  const { kevin, emma } = keten.work.team
  const { body } = await kevin.get(`/api/v1/zaken/${zaak}/documenten`)
  keer('its report is there', body.items.length, keten.gedaan('OpenDocument'), 'OpenDocument')
  if (gesprek === undefined) return
  const talk = (await kevin.get(`/api/v1/gesprekken/${gesprek}`)).body
  const times = talk.deelnemers?.filter(one => one.id === emma.ik.id).length
  if (times !== keten.gedaan('WijzigDeelnemers') % 2 && !keten.onderweg()) wrong(`Emma takes part ${times} times`)
  const last = keten.stappen.filter(one => ['OpenDocument', 'WijzigDeelnemers', 'PlanGesprek', 'ZegGesprekAf'].includes(one.opdracht)).at(-1)
  if (!keten.onderweg() && talk.versie !== last.answer.versie) wrong(`version ${talk.versie}, and ${last.answer.versie} was answered`)
  naAfspraak(keten, wrong, talk.afspraak)
  await naKantlijn(keten, { wrong, keer }, keten.feiten.document)
}

function naAfspraak (keten, wrong, afspraak) {
  if (keten.onderweg()) return
  const plek = [undefined, 'thuis', 'bellen'][keten.gedaan('PlanGesprek')]
  if (afspraak?.plek !== plek) wrong(`it is held ${afspraak?.plek}, and ${plek} was agreed`)
  const reden = keten.gedaan('ZegGesprekAf') === 1 ? `Ziek ${keten.word}` : undefined
  if (afspraak?.afgezegd !== reden) wrong(`called off for ${afspraak?.afgezegd}, and not ${reden}`)
}

/** All that Abdul has goes to Sara. */
export function overdrachten (work) {
  const { abdul, sara, wendy } = work.team
  return ketens(work, naOverdrachten, async (keten, word) => {
    const zaak = await zaakVan(keten, 'AANVRAAG-LEVENSONDERHOUD', [abdul])
    if (zaak === undefined) return undefined
    return keten.doe(wendy, `/api/v1/medewerkers/${abdul.ik.id}/werkvoorraad/overdragen`, { aan: [sara.ik.id], reden: `Ziek ${word}` })
  })
}

async function naOverdrachten (keten, { wrong, keer }) {
  const { zaak } = keten.feiten
  if (zaak === undefined || keten.gedaan('WijsToe') === 0) return
  const { abdul, sara, werkverdeler } = keten.work.team
  const now = (await werkverdeler.get(`/api/v1/zaken/${zaak}`)).body
  const over = keten.gedaan('DraagWerkvoorraadOver') === 1
  const has = now.behandelaars.map(one => one.id).join()
  if (has !== (over ? sara : abdul).ik.id && !(keten.onderweg() && has === sara.ik.id)) wrong(`it is ${has === sara.ik.id ? 'Sara\'s' : has}`)
  const reader = has === sara.ik.id ? sara : abdul
  const { body } = await reader.get(`/api/v1/zaken/${zaak}`)
  keer('it went over', body.tijdlijn.filter(line => line.reden === `Ziek ${keten.word}`).length, keten.gedaan('DraagWerkvoorraadOver'), 'DraagWerkvoorraadOver')
}
