// What is recorded of people while the server dies: somebody unknown who gets a name, what the BRP says, gezag that ends, a report that is
// added to, and a huishouden that somebody leaves.

import { ketens, someone, zaakVan } from './casework_keten.mjs'

const VANDAAG = new Date().toISOString().slice(0, 10)
/** People of the simulated BRP of whom the demonstration knows nothing, each to be taken over once. */
const IN_BRP = [
  '999990093', '999990159', '999990202', '999990111', '999990123', '999990135', '999990172', '999990305', '999990317', '999990329', '999990330',
  '999990342', '999990354', '999990366', '999990378', '999990391', '999990251', '999990263', '999990421', '999990445', '999990469', '999990470'
]
/** One round takes no more of them than this, so that a dozen rounds have theirs. */
const PER_RONDE_MAX = 2
/** Times that one person is asked for again. */
const OPNIEUW_MAX = 3

/** Linda keeps a boy whom nobody knows, and then knows who he is. */
export function onbekenden (work) {
  const { linda } = work.team
  return ketens(work, naOnbekenden, async (keten, word) => {
    const made = await keten.doe(linda, '/api/v1/personen/onbekend', { beschrijving: `Onbekend ${word}` })
    if (made === undefined) return undefined
    keten.feiten.persoon = made.id
    if (await keten.doe(linda, `/api/v1/personen/${made.id}/identiteit`, { persoon: someone(word), wijze: 'eigen_opgave' }) === undefined) return undefined
    if (await keten.doe(linda, `/api/v1/personen/${made.id}/berichtweg`, { weg: 'email', email: 'werk@voorbeeld.example' }) === undefined) return undefined
    return keten.doe(linda, `/api/v1/personen/${made.id}/contact`, { telefoon: '0612345678' })
  })
}

async function naOnbekenden (keten, { wrong }) {
  const { persoon } = keten.feiten
  if (persoon === undefined) return
  const { body } = await keten.work.team.linda.get(`/api/v1/personen/${persoon}`)
  keten.versie(wrong, persoon, body.versie)
  const named = body.achternaam === `Werk-${keten.word}`
  if (named !== (keten.gedaan('StelIdentiteitVast') === 1) && !keten.onderweg('StelIdentiteitVast')) wrong(`the name is ${body.achternaam}`)
  if (keten.gedaan('WijzigContact') === 1 && !/12345678$/.test((body.telefoon ?? '').replace(/\D/g, ''))) wrong(`the telephone is ${body.telefoon}`)
}

/** Linda takes somebody over from the BRP, and asks again. */
export function uitBrp (work) {
  const { linda } = work.team
  const left = work.team.inBrp ??= [...IN_BRP]
  let taken = 0
  return ketens(work, naUitBrp, async keten => {
    const bsn = taken < PER_RONDE_MAX ? left.shift() : undefined
    taken += 1
    if (bsn === undefined) return undefined
    const made = await keten.doe(linda, '/api/v1/personen/uit-brp', { bsn, doel: 'intake' })
    if (made === undefined) return undefined
    Object.assign(keten.feiten, { persoon: made.id, bsn })
    for (let n = 0; n < OPNIEUW_MAX; n += 1) {
      if (await keten.doe(linda, `/api/v1/personen/${made.id}/uit-brp`, { doel: 'intake', velden: [] }) === undefined) return undefined
    }
    return made
  })
}

async function naUitBrp (keten, { wrong }) {
  const { persoon, bsn } = keten.feiten
  if (persoon === undefined) return
  const { linda } = keten.work.team
  const { body } = await linda.get(`/api/v1/personen/${persoon}`)
  keten.versie(wrong, persoon, body.versie)
  const found = (await linda.post('/api/v1/personen/zoek', { bsn })).body?.items ?? []
  const known = found.filter(one => one.bron === 'bekend')
  if (known.length !== 1 || known[0].id !== persoon) wrong(`${known.length} people with that number`)
}

/** A court gives gezag, and it ends. */
export function gezagEnden (work) {
  const { linda, kevin } = work.team
  return ketens(work, naGezag, async (keten, word) => {
    const kind = await keten.doe(linda, '/api/v1/personen', someone(word, { geboortedatum: '2018-01-02' }))
    if (kind === undefined || await zaakVan(keten, 'AANVRAAG-JEUGDHULP', [kevin], kind.id) === undefined) return undefined
    const pad = `/api/v1/personen/${kind.id}/gezag`
    const houder = { soort: 'persoon', persoon: work.oma }
    const uitspraak = { gerecht: `Rechtbank ${word}`, uitspraak_op: '2026-04-20' }
    if (await keten.doe(kevin, pad, { houder, grond: 'voogdij', vanaf: '2026-05-01', uitspraak }) === undefined) return undefined
    return keten.doe(kevin, `${pad}/einde`, { houder, op: VANDAAG })
  })
}

async function naGezag (keten, { wrong, keer }) {
  const { persoon, zaak } = keten.feiten
  if (zaak === undefined || keten.gedaan('WijsToe') === 0) return
  const { body } = await keten.work.team.kevin.get(`/api/v1/personen/${persoon}`)
  keten.versie(wrong, persoon, body.versie)
  const held = body.gezag.filter(one => one.persoon === keten.work.oma)
  const ended = keten.gedaan('BeeindigGezag') === 1
  // Once it ended it is held no more, or says until when it was.
  const open = held.filter(one => one.tot == null).length
  if (!ended) keer('the gezag is held', open, keten.gedaan('LegGezagVast') - (keten.onderweg('BeeindigGezag') ? 1 : 0), keten.onderweg('BeeindigGezag') ? 'BeeindigGezag' : 'LegGezagVast')
  else if (open !== 0) wrong('gezag that ended is held')
}

/** Linda speaks with somebody, and adds to the report. */
export function aanvullingen (work) {
  const { linda } = work.team
  return ketens(work, naAanvullingen, async (keten, word) => {
    const persoon = (await keten.doe(linda, '/api/v1/personen', someone(word)))?.id
    if (persoon === undefined) return undefined
    const made = await keten.doe(linda, '/api/v1/contacten', {
      kanaal: 'balie', spreker: { soort: 'persoon', persoon }, controle: 'identiteitsbewijs',
      verslag: [{ vraag: 'hulpvraag', tekst: `Verslag ${word}` }], meldingen: [{ persoon, zaaktype: 'MELDING-WMO', onderwerp: `Vul aan ${word}` }]
    })
    if (made === undefined) return undefined
    keten.feiten.contact = made.id
    for (const n of [1, 2]) {
      if (await keten.doe(linda, `/api/v1/contacten/${made.id}/aanvullingen`, { tekst: `Aanvulling ${n} ${word}` }) === undefined) return undefined
    }
    return made
  })
}

async function naAanvullingen (keten, { wrong, keer }) {
  const { contact } = keten.feiten
  if (contact === undefined) return
  const { body } = await keten.work.team.linda.get(`/api/v1/contacten/${contact}`)
  keten.versie(wrong, contact, body.contact.versie)
  const n = keten.gedaan('VulVerslagAan')
  keer('what was added is there', body.contact.aanvullingen.length, n, 'VulVerslagAan')
  const told = body.contact.aanvullingen.slice(0, n).map(one => one.tekst).join()
  const wanted = Array.from({ length: n }, (_, at) => `Aanvulling ${at + 1} ${keten.word}`).join()
  if (told !== wanted) wrong(`the report says ${told}`)
}

/** Two people come to live somewhere, and one goes. */
export function huishoudens (work) {
  const { linda } = work.team
  return ketens(work, naHuishoudens, async (keten, word) => {
    const mensen = []
    for (const naam of ['een', 'ander']) {
      const made = await keten.doe(linda, '/api/v1/personen', { ...someone(word), voornamen: naam })
      if (made === undefined) return undefined
      mensen.push(made.id)
    }
    const thuis = await keten.doe(linda, '/api/v1/huishoudens', { leden: mensen.map(persoon => ({ persoon, bron: 'handmatig' })) })
    if (thuis === undefined) return undefined
    Object.assign(keten.feiten, { thuis: thuis.id, mensen })
    return keten.doe(linda, `/api/v1/huishoudens/${thuis.id}/vertrek`, { persoon: mensen[1], op: VANDAAG })
  })
}

async function naHuishoudens (keten, { wrong }) {
  const { thuis, mensen } = keten.feiten
  if (thuis === undefined) return
  const { body } = await keten.work.team.linda.get(`/api/v1/huishoudens/${thuis}`)
  keten.versie(wrong, thuis, body.huishouden.versie)
  const there = body.huishouden.leden.map(lid => lid.persoon.id).sort().join()
  const stay = keten.gedaan('LidVertrekt') === 1 ? [mensen[0]] : mensen
  if (there !== [...stay].sort().join() && !(keten.onderweg('LidVertrekt') && there === mensen[0])) wrong(`${body.huishouden.leden.length} live there`)
}

/** What was wrongly recorded of gezag and of where somebody lives is taken back. */
export function herroepingen (work) {
  const { linda, kevin } = work.team
  return ketens(work, naHerroepingen, async (keten, word) => {
    const kind = await keten.doe(linda, '/api/v1/personen', someone(word, { geboortedatum: '2018-01-02' }))
    if (kind === undefined || await zaakVan(keten, 'AANVRAAG-JEUGDHULP', [kevin], kind.id) === undefined) return undefined
    const [pad, reden] = [`/api/v1/personen/${kind.id}/gezag`, `Verkeerd ${word}`]
    const uitspraak = { gerecht: `Rechtbank ${word}`, uitspraak_op: '2026-04-20' }
    const gezag = { houder: { soort: 'persoon', persoon: work.oma }, grond: 'voogdij', vanaf: '2026-05-01', uitspraak }
    if (await keten.doe(kevin, pad, gezag) === undefined) return undefined
    if (await keten.doe(kevin, `${pad}/herroeping`, { ...gezag, reden }) === undefined) return undefined
    const ouder = await keten.doe(linda, '/api/v1/personen', someone(word))
    if (ouder === undefined) return undefined
    const thuis = await keten.doe(linda, '/api/v1/huishoudens', { leden: [{ persoon: ouder.id, bron: 'handmatig' }] })
    if (thuis === undefined) return undefined
    keten.feiten.thuis = thuis.id
    const verblijf = `/api/v1/huishoudens/${thuis.id}/verblijf`
    const woont = { persoon: kind.id, vanaf: '2026-05-01', toelichting: `Woont ${word}`, bron: 'huisbezoek' }
    if (await keten.doe(linda, verblijf, woont) === undefined) return undefined
    return keten.doe(linda, `${verblijf}/herroeping`, { persoon: kind.id, reden })
  })
}

async function naHerroepingen (keten, { wrong }) {
  const { persoon, zaak, thuis } = keten.feiten
  const { linda, kevin } = keten.work.team
  /** Recorded and not taken back; of a step on its way either may be so. */
  const staat = (what, n, vast, terug) => {
    const done = keten.gedaan(terug) === 1
    const [least, most] = done ? [0, 0] : [keten.gedaan(vast) - (keten.onderweg(terug) ? 1 : 0), keten.gedaan(vast) + (keten.onderweg(vast) ? 1 : 0)]
    if (n < least || n > most) wrong(`${what} ${n} times, not ${least} to ${most}`)
  }
  if (zaak !== undefined && keten.gedaan('WijsToe') > 0) {
    const { body } = await kevin.get(`/api/v1/personen/${persoon}`)
    keten.versie(wrong, persoon, body.versie)
    staat('gezag is held', body.gezag.length, 'LegGezagVast', 'HerroepGezag')
  }
  if (thuis === undefined) return
  const { body } = await linda.get(`/api/v1/huishoudens/${thuis}`)
  keten.versie(wrong, thuis, body.huishouden.versie)
  staat('the child lives there', body.huishouden.leden.length - 1, 'VerblijfWijktAf', 'HerroepVerblijf')
}
