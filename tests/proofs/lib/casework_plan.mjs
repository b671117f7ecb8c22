// What is done in plans and with signalen while the server dies: goals, actions and zaken, who leads, a glas that is broken, and two signalen
// that turn out to be one.

import { WAAROM } from './groep.mjs'
import { STRAKS } from './dagen.mjs'
import { ketens, someone, zaakVan } from './casework_keten.mjs'
import { overDagen } from './wereld.mjs'

const DAG = STRAKS
const LATER = { tot_en_met: overDagen(60), herzien_op: overDagen(30) }
const REDEN = 'Niemand is bereikbaar en het kan niet wachten'

/** A groep of one and its plan: `{groep, plan}`. */
async function planVan (keten, persoon) {
  const { rianne } = keten.work.team
  const lid = persoon ?? (await keten.doe(rianne, '/api/v1/personen', someone(keten.word)))?.id
  if (lid === undefined) return undefined
  const groep = (await keten.doe(rianne, '/api/v1/groepen', { leden: [lid], waarom: WAAROM }))?.id
  if (groep === undefined) return undefined
  Object.assign(keten.feiten, { lid, groep })
  const plan = (await keten.doe(rianne, `/api/v1/groepen/${groep}/plan`, {}))?.id
  if (plan === undefined) return undefined
  keten.feiten.plan = plan
  return `/api/v1/plannen/${plan}`
}

/** A goal that changes and is reached, an action that is done and is not, a zaak that comes and goes, and a neighbour who does. */
export function doelen (work) {
  const { rianne } = work.team
  return ketens(work, naDoelen, async (keten, word) => {
    const zelf = (await keten.doe(rianne, '/api/v1/personen', someone(keten.word)))?.id
    const zaak = zelf && await zaakVan(keten, 'MELDING-WMO', [work.team.emma], zelf)
    const pad = zaak && await planVan(keten, keten.feiten.persoon)
    if (pad === undefined) return undefined
    const buur = `/api/v1/groepen/${keten.feiten.groep}/participanten`
    const wat = async () => keten.lees(rianne, pad)
    const doe = (tail, body) => keten.doe(rianne, pad + tail, body)
    if (await doe('/doelen', { voor: 'groep', omschrijving: `Doel ${word}` }) === undefined) return undefined
    if (await doe('/acties', { voor: 'groep', omschrijving: `Actie ${word}`, eigenaar: { medewerker: rianne.ik.id }, datum: DAG }) === undefined) return undefined
    const now = await wat()
    if (now === undefined) return undefined
    const [doel, actie] = [now.doelen[0].id, now.acties[0].id]
    if (await doe('/achterhouden', { onderdeel: { doel }, achterhouden: { ...LATER, reden: `Eerst ${word}` } }) === undefined) return undefined
    if (await doe('/delen', { onderdeel: { doel } }) === undefined) return undefined
    if (await doe('/doelen/wijzigen', { doel, omschrijving: `Anders ${word}` }) === undefined) return undefined
    if (await doe('/doelen/afronden', { doel, uitkomst: 'behaald' }) === undefined) return undefined
    if (await doe('/doelen/heropenen', { doel }) === undefined) return undefined
    if (await doe('/acties/gedaan', { actie }) === undefined) return undefined
    if (await doe('/acties/heropenen', { actie }) === undefined) return undefined
    if (await doe('/zaken', { zaak }) === undefined) return undefined
    if (await doe('/zaken/loskoppelen', { zaak }) === undefined) return undefined
    if (await keten.doe(rianne, buur, { persoon: work.oma, hoedanigheid: `Buur ${word}` }) === undefined) return undefined
    return keten.doe(rianne, `${buur}/verwijderen`, { persoon: work.oma })
  })
}

async function naDoelen (keten, { wrong }) {
  const { plan, groep } = keten.feiten
  if (plan === undefined) return
  const { rianne } = keten.work.team
  const { body } = await rianne.get(`/api/v1/plannen/${plan}`)
  keten.tijdlijn(wrong, plan, body.tijdlijn)
  keten.versie(wrong, plan, body.versie)
  const kept = body.niet_in_portaal.length
  const meant = keten.gedaan('HoudAchter') - keten.gedaan('DeelOnderdeel')
  if (kept !== meant && !keten.onderweg('HoudAchter') && !keten.onderweg('DeelOnderdeel')) wrong(`${kept} kept from the leden, not ${meant}`)
  const there = (await rianne.get(`/api/v1/groepen/${groep}`)).body
  if (there.plan !== plan) wrong('its groep has another plan')
  const said = there.participanten.filter(one => one.hoedanigheid === `Buur ${keten.word}`).length
  const wanted = keten.gedaan('VoegParticipantToe') - keten.gedaan('VerwijderParticipant')
  const under = keten.onderweg('VoegParticipantToe') || keten.onderweg('VerwijderParticipant')
  if (said !== wanted && !(under && said <= 1)) wrong(`the neighbour takes part ${said} times, not ${wanted}`)
}

/** Ruben comes to lead too, is responsible, and Rianne goes. */
export function regie (work) {
  const { rianne, ruben } = work.team
  return ketens(work, naRegie, async keten => {
    const pad = await planVan(keten)
    if (pad === undefined) return undefined
    const wie = { regisseur: ruben.ik.id }
    if (await keten.doe(rianne, `${pad}/regisseurs`, wie) === undefined) return undefined
    if (await keten.doe(rianne, `${pad}/overdragen`, wie) === undefined) return undefined
    return keten.doe(ruben, `${pad}/regisseurs/verwijderen`, { regisseur: rianne.ik.id })
  })
}

async function naRegie (keten, { wrong }) {
  const { plan } = keten.feiten
  if (plan === undefined) return
  const { rianne, ruben } = keten.work.team
  const pad = `/api/v1/plannen/${plan}`
  const seen = await Promise.all([rianne, ruben].map(who => who.get(pad)))
  const leads = seen.map(one => one.status === 200)
  const body = (leads[1] ? seen[1] : seen[0]).body
  keten.tijdlijn(wrong, plan, body.tijdlijn)
  const wanted = [keten.gedaan('VerwijderRegisseur') === 0, keten.gedaan('VoegRegisseurToe') === 1]
  if (leads.join() !== wanted.join() && !keten.onderweg()) wrong(`led by Rianne: ${leads[0]}, by Ruben: ${leads[1]}`)
  const who = keten.gedaan('DraagRegieOver') === 1 ? ruben : rianne
  if (body.verantwoordelijk !== who.ik.id && !keten.onderweg('DraagRegieOver')) wrong('another one is responsible')
}

/** Wendy breaks the glas of a plan and gives it back; Pieter judges it. */
export function glazen (work) {
  const { wendy, pieter } = work.team
  return ketens(work, naGlazen, async (keten, word) => {
    const pad = await planVan(keten)
    if (pad === undefined) return undefined
    const made = await keten.doe(wendy, `${pad}/glas`, { reden: `${REDEN} ${word}`, minuten: 30, niemand_kan: true })
    if (made === undefined) return undefined
    keten.feiten.glas = made.id
    if (await keten.doe(wendy, `/api/v1/toekenningen/${made.id}/intrekken`, {}) === undefined) return undefined
    return keten.doe(pieter, `/api/v1/toekenningen/${made.id}/beoordelen`, { oordeel: 'terecht', toelichting: `Het moest ${word}` })
  })
}

async function naGlazen (keten, { wrong, keer }) {
  const { plan, glas } = keten.feiten
  if (plan === undefined) return
  const { rianne, wendy, pieter } = keten.work.team
  const { body } = await rianne.get(`/api/v1/plannen/${plan}`)
  keten.tijdlijn(wrong, plan, body.tijdlijn, ['GlasGebroken'])
  keer('the glas is in the time line', body.tijdlijn.filter(line => line.reden === `${REDEN} ${keten.word}`).length, keten.gedaan('BreekGlas'), 'BreekGlas')
  if (glas === undefined) return
  const holds = (await wendy.get('/api/v1/toekenningen')).body.glas.filter(one => one.id === glas).length
  const taken = keten.gedaan('TrekToekenningIn')
  if (holds !== 1 - taken && !(keten.onderweg('TrekToekenningIn') && holds === 0)) wrong(`Wendy has the glas ${holds} times`)
  const waits = (await pieter.get('/api/v1/glas')).body.items.filter(one => one.id === glas).length
  const judged = keten.gedaan('BeoordeelGlas')
  if (waits !== 1 - judged && !(keten.onderweg('BeoordeelGlas') && waits === 0)) wrong(`the glas waits to be judged ${waits} times`)
}

/** Of somebody whom nobody knows the same is reported twice, under two names; who it is comes out, and the two become one. */
export function samen (work) {
  const { linda, rianne } = work.team
  return ketens(work, naSamen, async (keten, word) => {
    const persoon = (await keten.doe(linda, '/api/v1/personen', someone(word)))?.id
    if (persoon === undefined) return undefined
    keten.feiten.signalen = []
    const { voornamen, achternaam, geboortedatum } = someone(word)
    await work.zoek(rianne, { naam: `${voornamen} ${achternaam}`, geboortedatum, voor: 'groep' })
    for (const n of ['een', 'twee']) {
      const naam = `Naamloos ${n} ${word}`
      const made = await keten.doe(linda, '/api/v1/signalen', { soort: 'zorgmijding', naam, toelichting: `Gemeld ${n} ${word}` })
      if (made === undefined) return undefined
      const list = await keten.lees(rianne, '/api/v1/signalen?soort=zorgmijding')
      const id = list?.items.find(row => row.betreft?.nog_onbekend?.naam === naam)?.id
      if (id === undefined) return undefined
      keten.feiten.signalen.push({ id, inzending: made.inzending })
      if (await keten.doe(rianne, `/api/v1/signalen/${id}/persoon`, { persoon }) === undefined) return undefined
    }
    const left = (await keten.lees(rianne, `/api/v1/signalen/${keten.feiten.signalen[0].id}`))?.opgegaan_in ?? keten.feiten.signalen[0].id
    const pad = `/api/v1/signalen/${left}`
    if (await keten.doe(rianne, `${pad}/afhandelen`, { afhandeling: 'contact_geweest' }) === undefined) return undefined
    if (await keten.doe(rianne, `${pad}/heropenen`, { reden: `Toch nog ${word}` }) === undefined) return undefined
    return keten.doe(rianne, `${pad}/afhandelen`, { afhandeling: 'geen_actie' })
  })
}

async function naSamen (keten, { wrong }) {
  const known = keten.feiten.signalen ?? []
  if (known.length === 0) return
  const { rianne } = keten.work.team
  const seen = await Promise.all(known.map(async ({ id }) => (await rianne.get(`/api/v1/signalen/${id}`)).body))
  const named = keten.gedaan('WijsPersoonAan')
  const one = seen.filter(body => body.opgegaan_in != null)
  if (one.length !== (named === 2 ? 1 : 0) && !keten.onderweg('WijsPersoonAan')) wrong(`${one.length} of ${known.length} went into the other after ${named} names`)
  // Wherever they are now, each report is in one signaal that is left, once.
  const left = seen.filter(body => body.opgegaan_in == null)
  const reports = left.flatMap(body => body.inzendingen?.map(it => it.id) ?? [])
  for (const { inzending } of known) {
    const times = reports.filter(id => id === inzending).length
    if (times !== 1) wrong(`a report is there ${times} times`)
  }
  const handled = left.filter(body => body.afgehandeld !== null).length
  const wanted = keten.gedaan('HandelSignaalAf') - keten.gedaan('HeropenSignaal')
  if (handled !== wanted && !keten.onderweg('HandelSignaalAf') && !keten.onderweg('HeropenSignaal')) wrong(`${handled} of them handled`)
  if (one.length === 1 && (left.length !== 1 || one[0].opgegaan_in !== left[0].id || !left[0].samengevoegd.includes(one[0].id))) wrong('the two do not name one another')
}
