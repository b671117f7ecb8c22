// What changes who may see what while the server dies: who stands in, what a resident allows, and dossiers that are protected.

import { ketens, someone, zaakVan } from './casework_keten.mjs'

const DAG_MS = 86_400_000
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

/** What earlier rounds left open is ended, as it would fill the lists that people read. */
export async function ruimOp ({ emma, maria, pieter }) {
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
  for (const row of (await pieter.get('/api/v1/beschermd')).body.items.filter(row => /Werk-/.test(row.persoon.naam))) {
    await pieter.done(`/api/v1/personen/${row.persoon.id}/bescherming/opheffen`, {})
  }
}
