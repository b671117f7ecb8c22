// The rest of what is written while the server dies: somebody unknown who gets a name and a plan that ends, a child's gezag, a zaak that
// somebody takes, who is away, and a new rekening. Each job hands back nothing when its command was not acknowledged.

const WONINGSTICHTING = 'demo-sleutel-woningstichting'
/** Each rekening is asked for from then on; a few say as much as many. */
const REKENINGEN_MAX = 2
/** The day of the first absence; each next one begins a day later, so that every report differs. */
const AFWEZIG_VANAF = Date.UTC(2027, 0, 1)
const DAY_MS = 86_400_000

/** Steps that follow one another; each that was acknowledged stands in the entry under its name. */
export function stappen (work, entry) {
  return async (name, session, path, body, headers) => {
    if (work.stopped) return undefined
    const done = await work.command(session, path, body, headers)
    if (done !== undefined) {
      entry.stappen.push({ name, ...done })
      entry[name] = done.answer
    }
    return done
  }
}

const someone = word => ({ voornamen: 'Wijk', achternaam: `Werk-${word}`, geboortedatum: '1979-04-05' })

/** Somebody looks for whom they are to name. */
const zoek = (work, session, word) => {
  const { voornamen, achternaam, geboortedatum } = someone(word)
  return work.zoek(session, { naam: `${voornamen} ${achternaam}`, geboortedatum, voor: 'groep' })
}

/** A melding that is assigned at once: whose zaak it is may do something for who it is about. */
async function zaakVan (step, { team }, persoon, zaaktype, onderwerp, behandelaar) {
  const made = await step('melding', team.linda, '/api/v1/meldingen', { persoon, zaaktype, onderwerp, kanaal: 'balie' })
  if (made === undefined) return undefined
  return step('toegewezen', team.werkverdeler, `/api/v1/zaken/${made.answer.id}/toewijzen`, { behandelaars: [behandelaar.ik.id] })
}

/** A source reports somebody whom nobody knows; who it is comes out, it becomes a plan, the plan ends, the signaal is done with. */
export function traject (work) {
  const { linda, rianne } = work.team
  return work.many(async word => {
    const entry = { word, stappen: [] }
    const step = stappen(work, entry)
    const naam = `Onbekend ${word}`
    const inkomend = { kenmerk: `O-${word}`, soort: 'huurachterstand', naam }
    const bron = { Cookie: '', 'X-Signaalsleutel': WONINGSTICHTING }
    if (await step('onbekend', linda, '/api/v1/signalen/inkomend', inkomend, bron) === undefined) return undefined
    work.ledger.trajecten.push(entry)
    if (await step('persoon', linda, '/api/v1/personen', someone(word)) === undefined) return undefined
    const lid = entry.persoon.id
    // Who reports does not hear where it went; who works on it sees it.
    entry.signaal = await work.look(async () => {
      const { body } = await rianne.get('/api/v1/signalen?soort=huurachterstand')
      return body?.items?.find(row => row.betreft?.nog_onbekend?.naam === naam)?.id
    })
    if (entry.signaal === undefined) return undefined
    const signaal = `/api/v1/signalen/${entry.signaal}`
    // Whom she names she looked for: an id is nobody.
    await zoek(work, rianne, word)
    if (await step('aangewezen', rianne, `${signaal}/persoon`, { persoon: lid }) === undefined) return undefined
    if (await step('traject', rianne, `${signaal}/groepstraject`, { leden: [lid] }) === undefined) return undefined
    if (await step('gesloten', rianne, `/api/v1/plannen/${entry.traject.id}/sluiten`, { resultaat: `Klaar ${word}` }) === undefined) return undefined
    return step('afgehandeld', rianne, `${signaal}/afhandelen`, { afhandeling: 'geen_actie' })
  })
}

/** A court gives Trijntje gezag over a child whose zaak is Kevin's. */
export function gezag (work) {
  const { linda, kevin } = work.team
  return work.many(async word => {
    const entry = { word, stappen: [] }
    const step = stappen(work, entry)
    if (await step('kind', linda, '/api/v1/personen', { ...someone(word), geboortedatum: '2018-01-02' }) === undefined) return undefined
    if (await zaakVan(step, work, entry.kind.id, 'AANVRAAG-JEUGDHULP', `Gezag ${word}`, kevin) === undefined) return undefined
    work.ledger.gezag.push(entry)
    const houder = { soort: 'persoon', persoon: work.oma }
    return step('gezag', kevin, `/api/v1/personen/${entry.kind.id}/gezag`,
      { houder, grond: 'voogdij', uitspraak: { gerecht: `Rechtbank ${word}`, uitspraak_op: '2026-04-20' } })
  })
}

/** A zaak waits, Emma takes it, and every second one waits again. */
export function verdeling (work) {
  const { linda, emma } = work.team
  return work.many(async word => {
    const entry = { word, stappen: [] }
    const step = stappen(work, entry)
    if (await step('aanvrager', linda, '/api/v1/personen', someone(word)) === undefined) return undefined
    const melding = { persoon: entry.aanvrager.id, zaaktype: 'MELDING-WMO', onderwerp: `Neem ${word}`, kanaal: 'balie' }
    if (await step('wacht', linda, '/api/v1/meldingen', melding) === undefined) return undefined
    work.ledger.genomen.push(entry)
    const zaak = `/api/v1/zaken/${entry.wacht.id}`
    const taken = await step('genomen', emma, `${zaak}/neem`, {})
    if (taken === undefined || work.ledger.genomen.length % 2 === 0) return taken
    return step('vrij', emma, `${zaak}/vrijgeven`, { reden: `Toch niet ${word}` })
  })
}

/** Kevin is reported away, and back; each report has days of its own. */
export function bezetting (work) {
  const { kevin } = work.team
  const path = `/api/v1/medewerkers/${kevin.ik.id}`
  let turn = 0
  return work.many(async word => {
    const away = turn % 2 === 0
    const vanaf = new Date(AFWEZIG_VANAF + turn * DAY_MS).toISOString().slice(0, 10)
    turn += 1
    const done = away
      ? await work.command(kevin, `${path}/afwezig`, { vanaf })
      : await work.command(kevin, `${path}/terug`, {})
    if (done !== undefined) work.ledger.bezetting.push({ ...done, name: away ? 'afwezig' : 'terug', vanaf: away ? vanaf : null, word })
    return done
  })
}

/** Somebody comes under budgetbeheer. */
export function rekeningen (work) {
  const { linda, mirjam } = work.team
  let opened = 0
  return work.many(async word => {
    if (opened >= REKENINGEN_MAX) return undefined
    opened += 1
    const entry = { word, stappen: [] }
    const step = stappen(work, entry)
    const klant = `KT-${word}`
    await work.team.allegro('/_klant', { klant, vrij_cents: 12_300 })
    if (await step('eigenaar', linda, '/api/v1/personen', someone(word)) === undefined) return undefined
    if (await zaakVan(step, work, entry.eigenaar.id, 'AANVRAAG-BIJZONDERE-BIJSTAND', `Beheer ${word}`, mirjam) === undefined) return undefined
    work.ledger.rekeningen.push(entry)
    return step('rekening', mirjam, '/api/v1/rekeningen', { persoon: entry.eigenaar.id, klant, vorm: 'basis' })
  })
}
