// What changes who may see what while the server dies: who stands in, what a resident allows, and dossiers that are protected.

import { ketens, someone, zaakVan } from './casework_keten.mjs'
import { STRAKS } from './dagen.mjs'
import { vind, WAAROM } from './groep.mjs'

const DAG_MS = 86_400_000
const MARIA = '999990019'
/** Who stands in begins this long from now, so that nobody gets a right by it in the midst of the rest. */
const DAGEN_VOORUIT = 60
const dag = erbij => new Date(Date.now() + erbij * DAG_MS).toISOString().slice(0, 10)

/** Vera is to stand in for Emma on days to come, and then not. */
export function vervangingen (work) {
  const { emma, vera } = work.team
  return ketens(work, naVervangingen, async (keten, word, turn) => {
    const [vanaf, tot_en_met] = [dag(DAGEN_VOORUIT + turn), dag(DAGEN_VOORUIT + turn + 1)]
    const made = await keten.doe(emma, `/api/v1/medewerkers/${emma.ik.id}/vervanger`, { vervanger: vera.ik.id, vanaf, tot_en_met, reden: `Verlof ${word}` })
    if (made === undefined) return undefined
    keten.feiten.vervanging = made.id
    return keten.doe(emma, `/api/v1/toekenningen/${made.id}/intrekken`, {})
  })
}

async function naVervangingen (keten, { wrong }) {
  const { emma, vera } = keten.work.team
  const wanted = keten.gedaan('WijsVervangerAan') - keten.gedaan('TrekToekenningIn')
  for (const [who, list] of [[emma, 'vervangen_door'], [vera, 'vervangt']]) {
    const open = (await who.get('/api/v1/toekenningen')).body[list].filter(one => one.reden === `Verlof ${keten.word}`)
    if (open.length !== wanted && !(keten.onderweg() && open.length <= 1)) wrong(`${list} ${open.length} times, not ${wanted}`)
  }
}

/** Emma asks to read along; Maria says yes and takes it back, or says no. */
export function toestemmingen (work) {
  const { emma, maria, peter } = work.team
  return ketens(work, naToestemmingen, async (keten, word, turn) => {
    const zaak = await zaakVan(keten, 'AANVRAAG-BIJZONDERE-BIJSTAND', [peter], maria.ik.persoon)
    if (zaak === undefined) return undefined
    const made = await keten.doe(emma, `/api/v1/zaken/${zaak}/toestemming`, { doel: `De hulp samen doen ${word}`, tot_en_met: dag(DAGEN_VOORUIT) })
    if (made === undefined) return undefined
    keten.feiten.vraag = made.id
    if ((turn + Math.floor(work.round / 4)) % 2 === 0) return keten.doe(maria, `/api/v1/toestemmingen/${made.id}/weigeren`, {})
    if (await keten.doe(maria, `/api/v1/toestemmingen/${made.id}/geven`, {}) === undefined) return undefined
    return keten.doe(maria, `/api/v1/toekenningen/${made.id}/intrekken`, {})
  })
}

const STAND = { VraagToestemming: 'gevraagd', GeefToestemming: 'geldt', WeigerToestemming: 'geweigerd', TrekToekenningIn: 'ingetrokken' }

async function naToestemmingen (keten, { wrong, keer }) {
  const { zaak } = keten.feiten
  if (zaak === undefined || keten.gedaan('WijsToe') === 0) return
  const { emma, maria } = keten.work.team
  const mine = (await emma.get('/api/v1/toekenningen')).body.toestemmingen.filter(one => one.zaak === zaak)
  keer('it was asked', mine.length, keten.gedaan('VraagToestemming'), 'VraagToestemming')
  const last = keten.stappen.filter(one => STAND[one.opdracht] !== undefined).at(-1)
  if (last === undefined || keten.onderweg()) return
  const stand = STAND[last.opdracht]
  if (mine[0].stand !== stand) wrong(`it is ${mine[0].stand} after ${last.opdracht}`)
  const hers = (await maria.get('/api/v1/toestemmingen')).body.items.find(one => one.persoon === maria.ik.persoon)
  const shown = ['gevraagd', 'geldt'].map(list => hers[list].filter(one => one.id === keten.feiten.vraag).length).join()
  const wanted = { gevraagd: '1,0', geldt: '0,1' }[stand] ?? '0,0'
  if (shown !== wanted) wrong(`Maria is shown it ${shown} times, not ${wanted}`)
  const reads = (await emma.get(`/api/v1/zaken/${zaak}`)).body.toegang
  if (reads !== (stand === 'geldt' ? 'wat' : 'dat')) wrong(`Emma has ${reads} of it`)
}

/** Maria lets somebody of her groep see her part of their plan; she takes it back, or Rianne stops it. */
export function meekijken (work) {
  const { rianne, maria } = work.team
  return ketens(work, naMeekijken, async (keten, word, turn) => {
    const made = await keten.doe(rianne, '/api/v1/personen', someone(word))
    if (made === undefined) return undefined
    const groep = await keten.doe(rianne, '/api/v1/groepen', { leden: [maria.ik.persoon, made.id], waarom: WAAROM })
    if (groep === undefined) return undefined
    const plan = (await keten.doe(rianne, `/api/v1/groepen/${groep.id}/plan`, {}))?.id
    if (plan === undefined) return undefined
    keten.feiten.plan = plan
    const mee = await keten.doe(maria, `/api/v1/plannen/${plan}/meekijken`, { aan: made.id, wat: 'eigen_deel', tot_en_met: dag(DAGEN_VOORUIT) })
    if (mee === undefined) return undefined
    keten.feiten.mee = mee.id
    if ((turn + Math.floor(work.round / 4)) % 2 === 0) return keten.doe(maria, `/api/v1/toekenningen/${mee.id}/intrekken`, {})
    return keten.doe(rianne, `/api/v1/toekenningen/${mee.id}/stoppen`, { reden: `Onder druk ${word}` })
  })
}

/** Maria says what she thinks of a goal and that she did something; Rianne reads, answers, asks on and confirms. */
export function bijdragen (work) {
  const { rianne, maria } = work.team
  return ketens(work, naBijdragen, async (keten, word) => {
    const made = await keten.doe(rianne, '/api/v1/personen', someone(word))
    if (made === undefined) return undefined
    const groep = await keten.doe(rianne, '/api/v1/groepen', { leden: [maria.ik.persoon, made.id], waarom: WAAROM })
    const plan = groep && (await keten.doe(rianne, `/api/v1/groepen/${groep.id}/plan`, {}))?.id
    if (plan === undefined) return undefined
    keten.feiten.plan = plan
    const doe = (wie, tail, body) => keten.doe(wie, `/api/v1/plannen/${plan}${tail}`, body)
    if (await doe(rianne, '/doelen', { voor: 'groep', omschrijving: `Doel ${word}` }) === undefined) return undefined
    if (await doe(rianne, '/acties', { voor: 'groep', omschrijving: `Actie ${word}`, eigenaar: { lid: maria.ik.persoon }, datum: STRAKS }) === undefined) return undefined
    const own = (await keten.lees(maria, '/api/v1/mijn/plannen'))?.items.find(one => one.groep.id === plan)?.groep
    if (own === undefined) return undefined
    for (const tekst of [`Wel ${word}`, `Niet ${word}`]) {
      if (await doe(maria, '/doelen/reageren', { doel: own.doelen[0].id, instemming: 'opmerking', tekst }) === undefined) return undefined
    }
    const actie = own.acties[0].id
    if (await doe(maria, '/acties/melden', { actie }) === undefined) return undefined
    const wat = await keten.lees(rianne, `/api/v1/plannen/${plan}`)
    if (wat === undefined) return undefined
    const [een, twee] = wat.doelen[0].reacties.map(one => one.id)
    if (await doe(rianne, '/doelreacties/lezen', { reactie: een }) === undefined) return undefined
    if (await doe(rianne, '/doelreacties/beantwoorden', { reactie: twee, tekst: `Dan anders ${word}` }) === undefined) return undefined
    if (await doe(rianne, '/acties/doorvragen', { actie: wat.acties[0].id, vraag: `Hoe ging het ${word}` }) === undefined) return undefined
    if (await doe(maria, '/acties/nog-niet', { actie, toelichting: `Morgen ${word}` }) === undefined) return undefined
    if (await doe(rianne, '/acties/heropenen', { actie: wat.acties[0].id }) === undefined) return undefined
    if (await doe(maria, '/acties/melden', { actie, toelichting: `Goed ${word}` }) === undefined) return undefined
    return doe(rianne, '/acties/gedaan', { actie: wat.acties[0].id })
  })
}

async function naBijdragen (keten, { wrong, keer }) {
  const { plan } = keten.feiten
  if (plan === undefined) return
  const { rianne, maria } = keten.work.team
  const { body } = await rianne.get(`/api/v1/plannen/${plan}`)
  keten.tijdlijn(wrong, plan, body.tijdlijn)
  const reacties = body.doelen[0]?.reacties ?? []
  keer('Maria said something', reacties.length, keten.gedaan('ReageerOpDoel'), 'ReageerOpDoel')
  keer('it was answered', reacties.filter(one => one.antwoord !== null).length, keten.gedaan('BeantwoordDoelreactie'), 'BeantwoordDoelreactie')
  const mine = (await maria.get('/api/v1/mijn/plannen')).body.items.find(one => one.groep.id === plan)
  const shown = mine?.bijdragen?.reacties.length
  if (shown !== reacties.length) wrong(`Maria is shown ${shown} of ${reacties.length}`)
}

async function naMeekijken (keten, { wrong }) {
  const { plan } = keten.feiten
  if (plan === undefined || keten.onderweg()) return
  const { items } = (await keten.work.team.rianne.get(`/api/v1/plannen/${plan}/meekijken`)).body
  const standen = items.map(one => one.stand).join()
  const last = keten.stappen.at(-1).opdracht
  const wanted = { LaatMeekijken: 'bedenktijd', StopMeekijken: 'gestopt' }[last] ?? ''
  if (standen !== wanted) wrong(`it stands as ${standen || 'nothing'} after ${last}`)
}

/** Pieter protects a dossier, lets somebody else work on it, and opens it again. */
export function beschermingen (work) {
  const { linda, kevin, emma, pieter } = work.team
  return ketens(work, naBeschermingen, async (keten, word) => {
    const made = await keten.doe(linda, '/api/v1/personen', someone(word))
    if (made === undefined) return undefined
    keten.feiten.persoon = made.id
    const pad = `/api/v1/personen/${made.id}/bescherming`
    if (await keten.doe(pieter, pad, { grond: 'bekend_persoon', medewerkers: [kevin.ik.id] }) === undefined) return undefined
    if (await keten.doe(pieter, `${pad}/wijzigen`, { grond: 'eigen_medewerker', medewerkers: [emma.ik.id, kevin.ik.id] }) === undefined) return undefined
    return keten.doe(pieter, `${pad}/opheffen`, {})
  })
}

async function naBeschermingen (keten, { wrong }) {
  const { persoon } = keten.feiten
  if (persoon === undefined || keten.onderweg()) return
  const { linda, pieter } = keten.work.team
  const rows = (await pieter.get('/api/v1/beschermd')).body.items.filter(row => row.persoon.id === persoon)
  const on = keten.gedaan('BeschermDossier') - keten.gedaan('HefBeschermingOp')
  if (rows.length !== on) wrong(`protected ${rows.length} times, not ${on}`)
  const named = rows[0]?.medewerkers.length
  if (on === 1 && named !== 1 + keten.gedaan('WijzigBescherming')) wrong(`${named} may work on it`)
  const seen = (await linda.get(`/api/v1/personen/${persoon}`)).status
  if (seen !== (on === 1 ? 404 : 200)) wrong(`Linda gets ${seen}`)
}

/** Pieter records that a resident is a colleague; Linda looks, which is one to look back at; he judges it, and takes the record away. */
export function nazichten (work) {
  const { linda, pieter } = work.team
  return ketens(work, naNazichten, async (keten, word) => {
    const made = await keten.doe(linda, '/api/v1/personen', someone(word))
    if (made === undefined) return undefined
    keten.feiten.persoon = made.id
    const pad = `/api/v1/personen/${made.id}/medewerker`
    const collegas = await keten.lees(pieter, '/api/v1/nazicht/collegas')
    const now = await keten.lees(pieter, '/api/v1/nazicht')
    const taken = now?.koppelingen.map(one => one.medewerker.id)
    const free = taken && collegas?.items.find(one => !taken.includes(one.id) && one.id !== linda.ik.id && one.id !== pieter.ik.id)
    if (free === undefined) return undefined
    if (await keten.doe(pieter, pad, { medewerker: free.id }) === undefined) return undefined
    // A look from now on is found by its bell; the one at which he was registered only when the whole trail was read again.
    if (await keten.lees(linda, `/api/v1/personen/${made.id}`) === undefined) return undefined
    const item = await naGezien(keten, pieter, made.id)
    if (item === undefined) return undefined
    const regels = (await keten.lees(pieter, `/api/v1/nazicht/${item.id}`))?.regels.length
    if (regels === undefined) return undefined
    keten.feiten.item = item.id
    if (await keten.doe(pieter, `/api/v1/nazicht/${item.id}/beoordelen`, { oordeel: 'gegrond', toelichting: `Nagevraagd ${word}`, regels }) === undefined) return undefined
    return keten.doe(pieter, pad, {})
  })
}

/** The item that Linda's own registering of this person is, which the server finds by itself. */
async function naGezien (keten, pieter, persoon) {
  for (let again = 0; again < 200 && !keten.work.stopped; again++) {
    const list = await keten.lees(pieter, '/api/v1/nazicht')
    // The line was cut: the chain ends here.
    if (list === undefined) return undefined
    const item = list.items.find(one => one.persoon.id === persoon)
    if (item !== undefined) return item
  }
  return undefined
}

async function naNazichten (keten, { wrong, keer }) {
  const { persoon, item } = keten.feiten
  if (persoon === undefined || keten.onderweg()) return
  const list = (await keten.work.team.pieter.get('/api/v1/nazicht')).body
  const on = keten.stappen.filter(one => one.opdracht === 'LegMedewerkerVast').length === 1 ? 1 : 0
  const linked = list.koppelingen.filter(one => one.persoon.id === persoon).length
  if (linked !== on) wrong(`recorded as a colleague ${linked} times, not ${on}`)
  if (item === undefined) return
  const { body } = await keten.work.team.pieter.get(`/api/v1/nazicht/${item}`)
  keer('it was judged', body.rij.uitspraak?.toelichting === `Nagevraagd ${keten.word}` ? 1 : 0, keten.gedaan('BeoordeelNazicht'), 'BeoordeelNazicht')
  const waits = list.items.filter(one => one.id === item).length
  if (waits !== 1 - keten.gedaan('BeoordeelNazicht')) wrong(`it waits ${waits} times`)
}

/** What earlier rounds left open is ended, as it would fill the lists that people read. */
export async function ruimOp ({ emma, maria, pieter, rianne }) {
  // Whom one does not work for one finds first: for the groep of `meekijken`.
  await vind(rianne, { bsn: MARIA })
  for (const one of (await emma.get('/api/v1/toekenningen')).body.vervangen_door.filter(one => /^Verlof /.test(one.reden))) {
    await emma.done(`/api/v1/toekenningen/${one.id}/intrekken`, {})
  }
  for (const { gevraagd, geldt } of (await maria.get('/api/v1/toestemmingen')).body.items) {
    for (const one of gevraagd) await maria.done(`/api/v1/toestemmingen/${one.id}/weigeren`, {})
    for (const one of geldt) await maria.done(`/api/v1/toekenningen/${one.id}/intrekken`, {})
  }
  for (const one of (await pieter.get('/api/v1/glas')).body.items) {
    await pieter.done(`/api/v1/toekenningen/${one.id}/beoordelen`, { oordeel: 'terecht', toelichting: 'Het was nodig' })
  }
  for (const { persoon } of (await pieter.get('/api/v1/nazicht')).body.koppelingen.filter(one => /Werk-/.test(one.persoon.naam))) {
    await pieter.done(`/api/v1/personen/${persoon.id}/medewerker`, {})
  }
  for (const row of (await pieter.get('/api/v1/beschermd')).body.items.filter(row => /Werk-/.test(row.persoon.naam))) {
    await pieter.done(`/api/v1/personen/${row.persoon.id}/bescherming/opheffen`, {})
  }
}
