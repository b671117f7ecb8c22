// Asks the server that came back for everything in a ledger of casework, and hands back what is missing, double or half.

import { RtClient } from './rt.mjs'
import { uuidv7 } from './server.mjs'
import { until } from './proof.mjs'
import { wijkMissing } from './casework_wijk_after.mjs'

const count = (line, kind) => line.filter(one => one.soort === kind).length

/** What follows from a signaal follows soon after a start. */
const REACTION_MS_MAX = 20_000
const PAGES_MAX = 50

/** While Allegro is away: what is shown can come from the record only. */
export async function missing (work) {
  await work.team.reenter()
  const found = [...await saldo(work), ...await contacten(work), ...await huishouden(work), ...await concept(work)]
  for (const entry of work.ledger.plannen) found.push(...await plan(work, entry))
  found.push(...await wijkMissing(work))
  found.push(...(await Promise.all(work.ledger.ketens.map(keten => keten.wrongs()))).flat())
  return [...found, ...await again(work)]
}

/** Of what was said to be kept the last is there, or what was on its way after it; and as it was typed. */
async function concept ({ team, ledger }) {
  const last = ledger.concepten.at(-1)
  if (last === undefined) return []
  const { status, body } = await team.linda.get('/api/v1/concepten/contact')
  const there = body?.concept
  if (status !== 200 || !(there?.versie >= last.versie)) return [`concept: ${status}, version ${there?.versie}, and ${last.versie} was said to be kept`]
  return there.versie === last.versie && there.velden.hulpvraag !== last.tekst ? ['concept: another text under the same version'] : []
}

async function saldo ({ team, ledger }) {
  const found = []
  const path = `/api/v1/rekeningen/${team.rekening}`
  const now = (await team.huub.get(path)).body?.saldo
  const seen = ledger.saldo
  if (seen !== undefined) {
    if (!(now?.versie >= seen.versie)) found.push(`saldo: version ${now?.versie}, and ${seen.versie} was shown`)
    if (!(now?.bedragen?.as_of >= seen.bedragen.as_of)) found.push(`saldo: of ${now?.bedragen?.as_of}, and that of ${seen.bedragen.as_of} was shown`)
    if (now?.versie === seen.versie && now.bedragen.saldo_cents !== seen.bedragen.saldo_cents) found.push('saldo: another amount under the same version')
  }
  const booked = []
  let na = ''
  for (let page = 0; page < PAGES_MAX && na !== null; page += 1) {
    const { body } = await team.huub.get(`${path}/transacties?aantal=200${na === '' ? '' : `&na=${na}`}`)
    booked.push(...body.items.map(one => one.omschrijving))
    na = body.volgende
  }
  for (const one of ledger.geboekt) {
    const times = booked.filter(other => other === one).length
    if (times !== 1) found.push(`${one}: ${times} times`)
  }
  return found
}

/** Of each subject both meldingen are there or neither, and of an acknowledged one all that was answered. */
async function contacten ({ team, ledger, oma, kind, word }) {
  const found = []
  const rows = async persoon => (await team.linda.get(`/api/v1/zaken?lijst=alle&aantal=200&persoon=${persoon}`)).body.items
  const [hers, his] = [await rows(oma), await rows(kind)]
  const subjects = new Set([...hers, ...his, ...ledger.contacten.map(one => ({ onderwerp: `Contact ${one.word}` }))].map(row => row.onderwerp))
  for (const onderwerp of subjects) {
    const [one, other] = [hers, his].map(list => list.filter(row => row.onderwerp === onderwerp))
    if (one.length !== other.length || one.length > 1) found.push(`${onderwerp}: ${one.length} and ${other.length} meldingen of one contact`)
    if (one.length !== 1) continue
    const whose = await Promise.all([one[0], other[0]].map(async row => (await team.linda.get(`/api/v1/zaken/${row.id}`)).body.contact))
    if (whose[0] === undefined || whose[0] !== whose[1]) found.push(`${onderwerp}: its zaken name ${whose}`)
  }
  const numbers = [...hers, ...his].map(row => row.zaaknummer)
  if (new Set(numbers).size !== numbers.length) found.push(`a zaaknummer of ${word} twice`)
  for (const { answer, word: own } of ledger.contacten) {
    const { status, body } = await team.linda.get(`/api/v1/contacten/${answer.id}`)
    const there = body?.zaken?.map(zaak => zaak.zaaknummer).sort().join()
    const told = answer.meldingen.map(melding => melding.zaaknummer).sort().join()
    if (status !== 200 || there !== told || body.contact.verslag[0]?.tekst !== `Verslag ${own}`) found.push(`contact ${own}: ${status}, ${there} for ${told}`)
  }
  return found
}

async function huishouden ({ team, ledger, thuis }) {
  const { body } = await team.linda.get(`/api/v1/huishoudens/${thuis}`)
  const there = body?.huishouden?.leden.map(lid => lid.persoon.id) ?? []
  const found = ledger.leden.filter(({ persoon }) => !there.includes(persoon)).map(({ persoon }) => `lid ${persoon} of the huishouden`)
  return new Set(there).size === there.length ? found : [...found, 'somebody lives there twice']
}

async function plan ({ team }, entry) {
  const found = []
  const { rianne } = team
  const same = await rianne.post('/api/v1/groepen', { leden: [entry.lid.id] })
  if (same.status !== 409 || same.body.verwijst_naar !== entry.groep.id) found.push(`groep ${entry.word}: made again, ${same.status} ${same.text.slice(0, 120)}`)
  if (entry.plan === undefined) return found
  const second = await rianne.post(`/api/v1/groepen/${entry.groep.id}/plan`, {})
  if (second.status !== 409 || second.body.verwijst_naar !== entry.plan.id) found.push(`plan ${entry.word}: begun again, ${second.status}`)
  const wat = await landed(rianne, entry, found)
  if (wat === undefined) return [...found, `plan ${entry.word}: not there`]
  const once = (what, list) => { if (list.length !== 1) found.push(`${what} of plan ${entry.word}: ${list.length} times`) }
  if (entry.doel) once('goal', wat.doelen.filter(doel => doel.omschrijving === `Doel ${entry.word}`))
  if (entry.actie) once('action', wat.acties.filter(actie => actie.omschrijving === `Actie ${entry.word}`))
  if (entry.koppeling) once('zaak', wat.zaken.filter(({ zaak }) => zaak === entry.zaak.id))
  return found
}

/** The plan, once every acknowledged report is in it: each in one signaal, each signaal taken in once. The signaal itself tells nobody in which plan it lies (KING-G4). */
async function landed (rianne, entry, found) {
  const reports = [entry.inkomend, entry.gemeld].filter(Boolean).map(answer => answer.inzending)
  const read = async () => (await rianne.get(`/api/v1/plannen/${entry.plan.id}`)).body
  const holds = async wat => {
    const signalen = await Promise.all(wat.signalen.map(async id => (await rianne.get(`/api/v1/signalen/${id}`)).body))
    return { inzendingen: signalen.flatMap(signaal => signaal.inzendingen?.map(one => one.id) ?? []) }
  }
  const rt = await RtClient.open(rianne)
  try {
    const ok = await rt.subscribe(`plan/${entry.plan.id}@wat`)
    if (ok?.t !== 'ok') return undefined
    const newest = a => rt.frames.filter(frame => frame.a === a && frame.b !== undefined).at(-1)?.b
    const wait = ready => until(ready, ask => rt.listen(ask), REACTION_MS_MAX)
    // The soorten differ and the lid is this plan's own, so each report is a signaal.
    await wait(() => newest(ok.a)?.signalen.length >= reports.length)
  } finally { rt.destroy() }
  const wat = await read()
  const { inzendingen } = await holds(wat)
  for (const report of reports) {
    const times = inzendingen.filter(one => one === report).length
    if (times !== 1) found.push(`a report of plan ${entry.word} is in it ${times} times`)
  }
  if (new Set(wat.signalen).size !== wat.signalen.length) found.push(`a signaal is twice in plan ${entry.word}`)
  const taken = count(wat.tijdlijn, 'SignaalGeland')
  if (taken !== wat.signalen.length) found.push(`plan ${entry.word} holds ${wat.signalen.length} signalen and took in ${taken}`)
  return wat
}

/** The last of each kind, and what was on its way, asked again with their own keys: done before or done now, and the same both times. */
async function again (work) {
  const found = []
  const { contacten: met, leden, plannen, trajecten, gezag, genomen, rekeningen, bezetting, ketens } = work.ledger
  // Of the chains the last of each job.
  const last = [...new Map(ketens.filter(keten => keten.stappen.length > 0).map(keten => [keten.na, keten])).values()]
  const chains = [...[plannen, trajecten, gezag, genomen, rekeningen].map(list => list.at(-1)), ...last].map(entry => entry?.stappen ?? [])
  const single = [met.at(-1), leden.at(-1), bezetting.at(-1), ...work.onTheirWay].filter(Boolean).map(ask => [ask])
  // Each chain in its own order, and all of them at once.
  await Promise.all([...single, ...chains].map(async asks => { for (const ask of asks) await repeat(ask) }))
  async function repeat (ask) {
    const post = () => ask.session.post(ask.path, ask.body, ask.headers)
    let one = await post()
    if (ask.answer === undefined && one.body?.code === 'invoer.persoon_onbekend') {
      // It was not done, and whom somebody had looked for is forgotten with the server: they look again, as the answer says.
      for (const vraag of work.gezocht.get(ask.session) ?? []) await ask.session.done('/api/v1/personen/zoek', vraag)
      one = await post()
    }
    const two = await post()
    const id = answer => answer.body?.id ?? answer.body?.inzending
    const known = ask.answer ?? one.body
    const other = id(one) !== (known?.id ?? known?.inzending) || one.body?.versie !== known?.versie || two.body?.versie !== known?.versie
    if (one.status > 202 || id(one) === undefined || id(one) !== id(two) || other) {
      found.push(`${ask.path} repeated: ${one.status} ${one.text.slice(0, 120)} / ${two.status}`)
    }
  }
  // What was on its way is done by now, once: its contact is whole. And nothing was done a second time.
  found.push(...(await Promise.all(last.map(keten => keten.wrongs()))).flat())
  return [...found, ...await contacten(work)]
}
