// The world of proof-rights and proof-canaries, built through the public interface: one of everything, in every way that somebody can
// stand to it. What it knows of itself is what it did; nothing is read back from the server but ids.

import { STRAKS, vandaag } from './dagen.mjs'
import { SIGNALEN, ZAAKTYPEN } from './oordelen.mjs'
import { Bron, uuidv7 } from './server.mjs'
import { beschermd } from './beschermd.mjs'

/** Between two looks whether a letter was made, and how many. */
const BRIEF_MS = 50
const BRIEF_KEREN = 400
/** Of whom it is known where mail goes. */
const MET_EMAIL = /^(los|eigen-0|gemeld-0)$/

/** Who can log in, in which role. Typed from the list of personas in the design. */
export const ROLLEN = {
  kevin: 'jeugdconsulent', emma: 'wmoconsulent', linda: 'frontoffice', werkverdeler: 'werkverdeler', peter: 'consulent_inkomen',
  abdul: 'uitkeringsadministratie', sara: 'werkcoach', miriam: 'functioneel_beheerder', maria: 'inwoner', samira: 'inwoner',
  huub: 'inwoner', wijkteammanager: 'wijkteammanager', regisseur: 'regisseur', kcc: 'kcc', backoffice: 'backoffice',
  'medewerker-budgetbeheer': 'medewerker_budgetbeheer', trajectbegeleider: 'trajectbegeleider', ketenpartner: 'ketenpartner',
  privacyfunctionaris: 'privacyfunctionaris', controller: 'controller', beleidsanalist: 'beleidsanalist', inkoper: 'inkoper',
  pc: 'planning_en_control', bestuur: 'bestuur', buurman: 'groepsparticipant', vervanger: 'vervanger', toetser: 'toetser',
  regisseur2: 'regisseur', gemachtigde: 'inwoner',
  // A second one for each work of which the demonstration has one, and a third regisseur: only in the server of these proofs.
  jeugdconsulent2: 'jeugdconsulent', wmoconsulent2: 'wmoconsulent', inkomen2: 'consulent_inkomen', administratie2: 'uitkeringsadministratie',
  werkcoach2: 'werkcoach', backoffice2: 'backoffice', budgetbeheer2: 'medewerker_budgetbeheer', regisseur3: 'regisseur'
}
/** Who comes with a key and without a session. */
export const ZONDER_SESSIE = { school: 'signaalbron' }
/** Who comes in for a resident, and for which. */
export const NAMENS = { gemachtigde: 'maria' }
export const PERSONAS = Object.keys(ROLLEN)
/** Who can be assigned a zaak, and is, of everything that is called `eigen`. */
export const BEHANDELEN = ['kevin', 'emma', 'peter', 'abdul', 'sara', 'regisseur2', 'backoffice', 'medewerker-budgetbeheer']
const MELDEN = ['linda', 'kcc', 'kevin', 'emma', 'peter', 'regisseur']
/** Who may search for a person. */
const ZOEKEN = ['frontoffice', 'kcc', 'jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'regisseur']
const VERTROUWELIJK = 'ONDERZOEK-RECHTMATIGHEID'
/** The residents who can log in, with the number by which demo mode knows them after a restart. */
const INWONERS = { maria: '999990019', samira: '999990032', huub: '999990068' }
/** Somebody whose address the BRP keeps from others. */
const GEHEIM_BSN = '999990160'
export const GEEN_INWONERS = PERSONAS.filter(persona => !['inwoner', 'groepsparticipant'].includes(ROLLEN[persona]))

/** Fields that take no free text. */
const GEWOON = { telefoon: '06 12 34 56 78', huisnummer: '12', postcode: '9999 XZ', voorvoegsel: 'van', email: 'iemand' }

/** A day, so many from now. */
export const overDagen = dagen => new Date(Date.now() + dagen * 86_400_000).toISOString().slice(0, 10)

export class Wereld {
  /** `merk(object, veld)` gives what stands in a field, so that it can be found again wherever it comes out. */
  constructor (server, merk) {
    Object.assign(this, {
      server, merk, sessies: {}, personen: {}, zaken: [], huishoudens: [], contacten: [], gesprekken: [], rekeningen: [], groepen: [], plannen: [], signalen: [],
      /** `persona naam` of whom somebody found within the day. */
      gevonden: new Set()
    })
  }

  static async bouw (server, merk = (object, veld) => GEWOON[veld] ?? `${veld} van ${object}`) {
    const wereld = new Wereld(server, merk)
    await wereld.binnen()
    await wereld.mensen()
    await wereld.werk()
    await wereld.thuis()
    await wereld.gesproken()
    await wereld.plans()
    await wereld.gesignaleerd()
    await wereld.geld()
    await wereld.besloten()
    await wereld.brieven()
    await beschermd(wereld)
    return wereld
  }

  async binnen () {
    const names = PERSONAS
    const made = await Promise.all(names.map(name => this.server.login(name)))
    // Now, and not in the midst of it: an open socket does not outlive a fresh proof.
    await Promise.all(made.map(session => session.stapOp()))
    names.forEach((name, at) => { this.sessies[name] = made[at] })
    this.sessies.school = new Bron(this.server, 'demo-sleutel-school')
    await this.vindLos()
    return this
  }

  /** Whoever may search found them, in the last day: to whom only an id came by, nobody is there. */
  async vindLos () {
    const zoekt = PERSONAS.filter(persona => this.personen.los !== undefined && ZOEKEN.includes(ROLLEN[persona]))
    // Of the last also whoever is kept out of the dossier: the name can be found.
    const gezocht = ['los', 'gesignaleerd', 'schuil-0'].filter(naam => this.personen[naam] !== undefined)
    for (const persona of zoekt) for (const naam of gezocht) await this.vind(persona, naam)
  }

  async vind (persona, naam, body = {}) {
    const { items } = await this.als(persona).done('/api/v1/personen/zoek', { ...this.personen[naam].vraag, ...body })
    // Whose name sounds alike was shown, too.
    const shown = items.map(one => one.id)
    for (const een of Object.values(this.personen)) if (shown.includes(een.id)) this.gevonden.add(`${persona} ${een.naam}`)
  }

  /** What runs for somebody. Looked up often: from an index, made anew when there are others. */
  zakenVan (persoon) {
    if (this.perPersoon?.van !== this.zaken || this.perPersoon.aantal !== this.zaken.length) {
      this.perPersoon = { van: this.zaken, aantal: this.zaken.length, bij: new Map() }
      for (const zaak of this.zaken) this.perPersoon.bij.set(zaak.persoon, [...this.perPersoon.bij.get(zaak.persoon) ?? [], zaak])
    }
    return this.perPersoon.bij.get(persoon) ?? []
  }

  /** They found this person within the day, or took them in. */
  isGevonden (persona, naam) { return this.gevonden.has(`${persona} ${naam}`) || persona === 'linda' }

  als (persona) { return this.sessies[persona] }

  wie (persona) { return this.sessies[persona].ik.id }

  async persoon (naam, extra = {}) {
    const merk = veld => this.merk(`persoon ${naam}`, veld)
    const [voornamen, voorvoegsel, achternaam] = ['voornamen', 'voorvoegsel', 'achternaam'].map(merk)
    const { id } = await this.als('linda').done('/api/v1/personen', {
      voornamen, voorvoegsel, achternaam, geboortedatum: '1980-02-29',
      telefoon: merk('telefoon'), adres: { straat: merk('straat'), huisnummer: merk('huisnummer'), postcode: merk('postcode'), plaats: merk('plaats') }, ...extra
    })
    if (MET_EMAIL.test(naam)) await this.als('linda').done(`/api/v1/personen/${id}/berichtweg`, { weg: 'email', email: `${merk('email').toLowerCase()}@voorbeeld.example` })
    const vraag = { naam: achternaam, geboortedatum: extra.geboortedatum ?? '1980-02-29' }
    this.personen[naam] = { id, naam, vraag, adres: true, persona: undefined, ...('bsn' in extra ? { bsn: extra.bsn } : {}) }
    return this.personen[naam]
  }

  /** The desk knows everybody who comes to it; anybody else looks for whom they write down. */
  async zoek (wie, persoon) {
    if (this.personen[persoon].vraag !== undefined && !['linda', 'kcc'].includes(wie)) await this.vind(wie, persoon)
  }

  async zaak (naam, zaaktype, persoon, melder, behandelaars = []) {
    await this.zoek(melder, persoon)
    const { id, zaaknummer } = await this.als(melder).done('/api/v1/meldingen', {
      persoon: this.personen[persoon].id, zaaktype, kanaal: 'telefoon', urgentie: 'gewoon',
      onderwerp: this.merk(`zaak ${naam}`, 'onderwerp'), toelichting: this.merk(`zaak ${naam}`, 'toelichting')
    }, { 'Idempotency-Key': uuidv7() })
    const zaak = { id, naam, zaaknummer, zaaktype, persoon, melder, behandelaars: [] }
    this.zaken.push(zaak)
    if (behandelaars.length > 0) await this.wijsToe(zaak, behandelaars)
    return zaak
  }

  /** Something that this behandelaar is to do. */
  async taak (zaak, van) {
    const sessie = this.als(van)
    await sessie.done(`/api/v1/zaken/${zaak.id}/taken`, { omschrijving: this.merk(`zaak ${zaak.naam}`, 'taak'), eigenaar: this.wie(van), dag: STRAKS })
    const { body } = await sessie.get(`/api/v1/zaken/${zaak.id}`)
    Object.assign(zaak, { taak: body.taken[0].id, taakVan: van })
    // Of the same zaak: who was spoken to, and what about.
    const [met, verslag] = ['contactMet', 'contactVerslag'].map(veld => this.merk(`zaak ${zaak.naam}`, veld))
    await sessie.done(`/api/v1/zaken/${zaak.id}/klantcontacten`, { weg: 'telefoon', uitkomst: 'gesproken', met, verslag, dag: vandaag() })
  }

  /** The letter of each zaak, once it was made, as who took it in finds it. */
  async brieven () {
    for (const zaak of this.zaken) {
      const lijst = `/api/v1/zaken/${zaak.id}/brieven`
      const eerst = await this.als(zaak.melder).get(lijst)
      if (eerst.status !== 200 || eerst.body.items.length === 0) continue
      let { items } = eerst.body
      // The server makes it by itself, and says so to nobody.
      for (let n = 0; n < BRIEF_KEREN && items.some(one => one.stap === 'gevraagd'); n += 1) {
        await new Promise(resolve => setTimeout(resolve, BRIEF_MS))
        items = (await this.als(zaak.melder).get(lijst)).body.items
      }
      if (items[0].stap === 'gevraagd') throw new Error(`no letter for ${zaak.naam}`)
      zaak.brief = items[0].id
    }
  }

  async wijsToe (zaak, behandelaars) {
    await this.als('werkverdeler').done(`/api/v1/zaken/${zaak.id}/toewijzen`, {
      behandelaars: behandelaars.map(who => this.wie(who)), reden: this.merk(`zaak ${zaak.naam}`, `reden-${behandelaars.length}`)
    })
    zaak.behandelaars = behandelaars
  }

  async mensen () {
    for (const [persona, bsn] of Object.entries(INWONERS)) {
      const persoon = await this.persoon(persona, { bsn })
      persoon.persona = persona
    }
    const { id } = await this.als('linda').done('/api/v1/personen/uit-brp', { bsn: GEHEIM_BSN, doel: 'intake' })
    this.personen.geheim = { id, naam: 'geheim', adres: true, bsn: GEHEIM_BSN, geheim: true }
    const unknown = await this.als('linda').done('/api/v1/personen/onbekend', { beschrijving: this.merk('persoon onbekend', 'beschrijving') })
    this.personen.onbekend = { id: unknown.id, naam: 'onbekend', adres: false }
    for (const naam of ['los', 'buur']) await this.persoon(naam)
    await this.persoon('kind', { geboortedatum: '2017-05-22' })
  }

  /** Of every zaaktype one that is a stranger's, one's own, another's of the same person, and one that each could register. */
  async werk () {
    for (const [at, zaaktype] of ZAAKTYPEN.entries()) {
      const meldt = zaaktype === VERTROUWELIJK ? 'peter' : 'linda'
      for (const soort of ['vreemd', 'eigen', 'zelfde', 'gemeld', 'inwoner']) await this.persoon(`${soort}-${at}`)
      await this.zaak(`vreemd-${at}`, zaaktype, `vreemd-${at}`, meldt)
      await this.taak(await this.zaak(`eigen-${at}`, zaaktype, `eigen-${at}`, meldt, BEHANDELEN), 'emma')
      await this.zaak(`zelfde-${at}`, zaaktype, `zelfde-${at}`, meldt)
      await this.zaak(`naast-${at}`, 'AANVRAAG-LEVENSONDERHOUD', `zelfde-${at}`, 'linda', BEHANDELEN)
      for (const melder of zaaktype === VERTROUWELIJK ? ['peter'] : MELDEN) {
        await this.zaak(`gemeld-${melder}-${at}`, zaaktype, `gemeld-${at}`, melder)
      }
      await this.zaak(`maria-${at}`, zaaktype, 'maria', meldt)
    }
    // Somebody who worked on it and does no more.
    await this.persoon('voorbij')
    const voorbij = await this.zaak('voorbij', 'MELDING-WMO', 'voorbij', 'linda', ['kevin', 'emma', 'backoffice'])
    await this.wijsToe(voorbij, ['emma'])
    await this.zaak('geheim', 'AANVRAAG-JEUGDHULP', 'geheim', 'linda', ['kevin'])
  }

  async thuis () {
    await this.persoon('huisgenoot')
    await this.zaak('huisgenoot', 'AANVRAAG-BIJZONDERE-BIJSTAND', 'huisgenoot', 'linda', BEHANDELEN)
    const leden = ['huisgenoot']
    for (const [at, zaaktype] of ZAAKTYPEN.entries()) {
      await this.persoon(`thuis-${at}`)
      await this.zaak(`thuis-${at}`, zaaktype, `thuis-${at}`, zaaktype === VERTROUWELIJK ? 'peter' : 'linda')
      leden.push(`thuis-${at}`)
    }
    await this.huishouden('eigen', leden)
    for (const naam of ['stil-1', 'stil-2']) await this.persoon(naam)
    await this.huishouden('vreemd', ['stil-1', 'stil-2'])
    await this.zaak('kind', 'AANVRAAG-JEUGDHULP', 'kind', 'linda', ['kevin'])
    await this.als('kevin').done(`/api/v1/personen/${this.personen.kind.id}/gezag`, {
      houder: { soort: 'ander', naam: this.merk('persoon kind', 'gezaghouder') }, grond: 'voogdij', vanaf: '2026-05-01',
      uitspraak: { gerecht: this.merk('persoon kind', 'gerecht'), uitspraak_op: '2026-04-20', kenmerk: this.merk('persoon kind', 'kenmerk') }
    })
  }

  async huishouden (naam, leden) {
    const { id } = await this.als('linda').done('/api/v1/huishoudens', {
      leden: leden.map(lid => ({ persoon: this.personen[lid].id, bron: 'handmatig' }))
    })
    this.huishoudens.push({ id, naam, leden })
    await this.als('linda').done(`/api/v1/huishoudens/${id}/verblijf`, {
      persoon: this.personen[leden[1]].id, vanaf: '2026-05-01', bron: 'huisbezoek', toelichting: this.merk(`huishouden ${naam}`, 'toelichting')
    })
  }

  async contact (naam, auteur, persoon, behandelaars) {
    const merk = veld => this.merk(`contact ${naam}`, veld)
    await this.zoek(auteur, persoon)
    const answer = await this.als(auteur).done('/api/v1/contacten', {
      kanaal: 'balie', controle: 'controlevragen', spreker: { soort: 'ander', naam: merk('spreker'), relatie: merk('relatie'), telefoon: merk('telefoon') },
      verslag: [{ vraag: 'hulpvraag', tekst: merk('hulpvraag') }, { vraag: 'veiligheid', tekst: merk('veiligheid') }],
      meldingen: [{ persoon: this.personen[persoon].id, zaaktype: 'MELDING-WMO', onderwerp: merk('onderwerp'), urgentie: 'gewoon' }]
    })
    const zaak = { id: answer.meldingen[0].zaak, naam: `contact-${naam}`, zaaktype: 'MELDING-WMO', persoon, melder: auteur, behandelaars: [] }
    this.zaken.push(zaak)
    if (behandelaars.length > 0) await this.wijsToe(zaak, behandelaars)
    this.contacten.push({ id: answer.id, naam, auteur, zaken: [zaak] })
    await this.als(auteur).done(`/api/v1/contacten/${answer.id}/aanvullingen`, { tekst: merk('aanvulling') })
  }

  /** What somebody typed and did not hand in. */
  async concept (auteur, persoon) {
    const velden = { 'gesprek.hulpvraag': this.merk(`concept ${auteur}`, 'hulpvraag'), 'gesprek.sprekernaam': this.merk(`concept ${auteur}`, 'spreker') }
    const answer = await this.als(auteur).send('PUT', '/api/v1/concepten/contact', { personen: [this.personen[persoon].id], velden })
    if (answer.status !== 200) throw new Error(`concept of ${auteur}: ${answer.status} ${answer.text}`)
    const weergaven = [{ naam: this.merk(`concept ${auteur}`, 'weergave'), adres: 'termijn=laat' }]
    const kept = await this.als(auteur).send('PUT', '/api/v1/mijn/weergaven', { weergaven })
    if (kept.status !== 200) throw new Error(`views of ${auteur}: ${kept.status} ${kept.text}`)
  }

  async gesproken () {
    for (const melder of MELDEN) {
      await this.persoon(`contact-${melder}`)
      await this.contact(melder, melder, `contact-${melder}`, melder === 'kevin' ? BEHANDELEN : [])
      await this.concept(melder, `contact-${melder}`)
    }
    await this.persoon('contact-kevin-los')
    await this.contact('kevin-los', 'kevin', 'contact-kevin-los', [])
    const own = this.zaken.find(zaak => zaak.naam === 'eigen-0')
    await this.gesprek('allen', own, GEEN_INWONERS)
    await this.gesprek('eersten', own, BEHANDELEN)
    await this.gesprek('vervanger', own, ['emma', 'vervanger'], 'emma')
    await this.gesprek('kevin', own, ['kevin'])
    const left = await this.gesprek('voorbij', own, ['kevin', 'emma', 'bestuur'])
    await this.als('kevin').done(`/api/v1/gesprekken/${left.id}/deelnemers`, { eraf: [this.wie('emma'), this.wie('bestuur')] })
    left.deelnemers = ['kevin']
  }

  async gesprek (naam, zaak, deelnemers, door = 'kevin') {
    const { id, gesprek } = await this.als(door).done(`/api/v1/zaken/${zaak.id}/documenten`, {
      soort: 'gespreksverslag', zaken: [zaak.id], deelnemers: deelnemers.map(who => this.wie(who))
    })
    const made = { id: gesprek, naam, document: id, deelnemers, zaak }
    made.opmerking = await this.kantlijn(made, door)
    await this.afspraak(made, door)
    this.gesprekken.push(made)
    return made
  }

  /** Planned and called off: it stands with who sees it until its day is over. */
  async afspraak ({ id, naam }, door) {
    const [sessie, pad] = [this.als(door), `/api/v1/gesprekken/${id}/afspraak`]
    await sessie.done(pad, { dag: STRAKS, tijd: '10:30', plek: 'thuis' })
    await sessie.done(`${pad}/afzeggen`, { reden: this.merk(`gesprek ${naam}`, 'afzegreden') })
  }

  /** A remark beside the text with an answer, and a version with a name. */
  async kantlijn ({ naam, document }, door) {
    const [sessie, pad, merk] = [this.als(door), `/api/v1/documenten/${document}`, veld => this.merk(`gesprek ${naam}`, veld)]
    const { id } = await sessie.done(`${pad}/opmerkingen`, { citaat: merk('citaat'), tekst: merk('opmerking') })
    await sessie.done(`${pad}/opmerkingen/beantwoorden`, { opmerking: id, tekst: merk('reactie') })
    await sessie.done(`${pad}/versies`, { naam: merk('versienaam') })
    return id
  }

  async plan (naam, leden, { regisseurs = ['regisseur'], zaken = [], participant, sluit = false } = {}) {
    const rianne = this.als('regisseur')
    const merk = veld => this.merk(`plan ${naam}`, veld)
    for (const lid of [...leden, ...(participant === undefined ? [] : [participant])]) await this.vind('regisseur', lid, { voor: 'groep' })
    const waarom = `Omdat het samen beter gaat: ${merk('waarom')}`
    const { id: groep } = await rianne.done('/api/v1/groepen', { leden: leden.map(lid => this.personen[lid].id), waarom })
    if (participant !== undefined) {
      await rianne.done(`/api/v1/groepen/${groep}/participanten`, { persoon: this.personen[participant].id, hoedanigheid: merk('hoedanigheid') })
    }
    const { id } = await rianne.done(`/api/v1/groepen/${groep}/plan`, {})
    const post = (path, body) => rianne.done(`/api/v1/plannen/${id}${path}`, body)
    await post('/doelen', { voor: 'groep', omschrijving: merk('doel-groep') })
    for (const lid of leden) await post('/doelen', { voor: { lid: this.personen[lid].id }, omschrijving: merk(`doel-${lid}`) })
    await post('/acties', { voor: 'groep', omschrijving: merk('actie-groep'), eigenaar: { medewerker: this.wie('regisseur') }, datum: STRAKS })
    await post('/acties', { voor: { lid: this.personen[leden[0]].id }, omschrijving: merk(`actie-${leden[0]}`), eigenaar: { medewerker: this.wie('regisseur') }, datum: STRAKS })
    const achterhouden = { reden: merk('achterhoudreden'), tot_en_met: overDagen(90), herzien_op: overDagen(30) }
    await post('/doelen', { voor: 'groep', omschrijving: merk('doel-achter'), achterhouden })
    for (const who of regisseurs.slice(1)) await post('/regisseurs', { regisseur: this.wie(who) })
    for (const zaak of zaken) await post('/zaken', { zaak: zaak.id })
    const { body: zicht } = await rianne.get(`/api/v1/plannen/${id}`)
    const actie = zicht.acties.find(one => one.voor === 'groep').id
    // The regisseur's own, as long as they lead it.
    const acties = zicht.acties.map(one => one.id)
    if (sluit) await post('/sluiten', { resultaat: merk('resultaat') })
    this.groepen.push({ id: groep, naam, regisseurs, leden })
    this.plannen.push({ id, naam, regisseurs, leden, zaken, actie, acties, doel: zicht.doelen[0].id, participanten: participant === undefined ? [] : [participant], loopt: !sluit })
    return this.plannen.at(-1)
  }

  async plans () {
    const leden = []
    for (const [at, zaaktype] of ZAAKTYPEN.entries()) {
      await this.persoon(`plan-${at}`)
      await this.zaak(`plan-${at}`, zaaktype, `plan-${at}`, zaaktype === VERTROUWELIJK ? 'peter' : 'linda')
      leden.push(`plan-${at}`)
    }
    await this.plan('leden', leden)
    await this.persoon('traject')
    await this.persoon('ander-lid')
    const zaak = await this.zaak('traject', 'AANVRAAG-JEUGDHULP', 'traject', 'linda', BEHANDELEN)
    await this.plan('traject', ['traject', 'ander-lid'], { zaken: [zaak] })
    await this.plan('inwoner', ['maria', 'kind'], { participant: 'samira' })
    await this.persoon('klaar')
    await this.zaak('klaar', 'MELDING-WMO', 'klaar', 'linda')
    await this.plan('klaar', ['klaar'], { sluit: true })
    // Led by others, so that there are plans that Rianne has nothing to do with any more.
    for (const [at, zaaktype] of ZAAKTYPEN.entries()) await this.zaak(`buur-${at}`, zaaktype, 'buur', zaaktype === VERTROUWELIJK ? 'peter' : 'linda')
    await this.overgedragen('overgedragen', 'buur', 'regisseur2')
    await this.persoon('derde')
    const werk = await this.zaak('derde', 'AANVRAAG-JEUGDHULP', 'derde', 'linda', BEHANDELEN)
    await this.overgedragen('derde', 'derde', 'regisseur3', [werk])
  }

  /** A plan of this one, that Rianne handed on. */
  async overgedragen (naam, lid, aan, zaken = []) {
    const over = await this.plan(naam, [lid], { regisseurs: ['regisseur', aan], zaken })
    const post = (path, body, who) => this.als(who).done(`/api/v1/plannen/${over.id}${path}`, body)
    await post('/overdragen', { regisseur: this.wie(aan) }, 'regisseur')
    await post('/regisseurs/verwijderen', { regisseur: this.wie('regisseur') }, aan)
    over.regisseurs = [aan]
    this.groepen.at(-1).regisseurs = [aan]
  }

  /** Maria says something of a goal and that she did something; the regisseur answers and asks on. When the server knows who she is. */
  async bijdragen () {
    const plan = this.plannen.find(one => one.naam === 'inwoner')
    const [maria, rianne] = [this.als('maria'), this.als('regisseur')]
    const merk = veld => this.merk(`plan ${plan.naam}`, veld)
    const pad = `/api/v1/plannen/${plan.id}`
    await rianne.done(`${pad}/acties`, { voor: 'groep', omschrijving: merk('actie-groep'), eigenaar: { lid: this.personen.maria.id }, datum: STRAKS })
    const eigen = async () => (await maria.get('/api/v1/mijn/plannen')).body.items.find(one => one.groep.id === plan.id).groep
    const portaal = await eigen().then(groep => ({ doel: groep.doelen[0].id, actie: groep.acties.find(one => one.eigenaar.lid !== undefined).id }))
    const zeg = tekst => maria.done(`${pad}/doelen/reageren`, { doel: portaal.doel, instemming: 'opmerking', tekst })
    await zeg(merk('reactie'))
    await zeg(merk('reactie'))
    await maria.done(`${pad}/acties/melden`, { actie: portaal.actie, toelichting: merk('gemeld') })
    const { body } = await rianne.get(pad)
    const doel = body.doelen.find(one => one.reacties.length > 0)
    const actie = body.acties.find(one => one.gemeld !== null).id
    await rianne.done(`${pad}/doelreacties/beantwoorden`, { reactie: doel.reacties[0].id, tekst: merk('antwoord') })
    await rianne.done(`${pad}/acties/doorvragen`, { actie, vraag: merk('antwoord') })
    await maria.done(`${pad}/acties/nog-niet`, { actie: portaal.actie, toelichting: merk('gemeld') })
    plan.bijdrage = { portaal, reactie: doel.reacties[1].id, actie }
  }

  /** By what the portal knows a goal of one lid, as who sees it there reads it. */
  async eigenDoel (plan, ziet, lid) {
    const { items } = (await this.als(ziet).get('/api/v1/mijn/plannen')).body
    const deel = items.find(one => one.groep.id === plan.id).leden.find(one => one.persoon === this.personen[lid].id)
    plan.eigenDoelen = [...plan.eigenDoelen ?? [], { lid, doel: deel.doelen[0].id }]
  }

  async signaal (naam, soort, wat, plan) {
    await this.als('kcc').done('/api/v1/signalen', { soort, toelichting: this.merk(`signaal ${naam}`, 'toelichting'), ...wat })
    const over = Object.values(this.personen).find(one => one.id === wat.persoon)?.naam
    // Who reports learns no id: the regisseur has it in the register, or with the plan.
    const leider = this.plannen.find(one => one.naam === plan)?.regisseurs[0] ?? 'regisseur'
    const { body } = await this.als(leider).get('/api/v1/signalen?stand=alle')
    const nieuw = body.items.filter(rij => !this.signalen.some(one => one.id === rij.id))
    if (nieuw.length !== 1) throw new Error(`${nieuw.length} new signalen after ${naam}`)
    this.signalen.push({ id: nieuw[0].id, naam, soort, plan, over })
  }

  async gesignaleerd () {
    await this.persoon('gesignaleerd')
    for (const soort of SIGNALEN) {
      await this.signaal(`los-${soort}`, soort, { persoon: this.personen.gesignaleerd.id })
      await this.signaal(`plan-${soort}`, soort, { persoon: this.personen['plan-0'].id }, 'leden')
      // With a regisseur for whom others stand in.
      await this.signaal(`buur-${soort}`, soort, { persoon: this.personen.buur.id }, 'overgedragen')
    }
    await this.signaal('onbekend', 'overig', { naam: this.merk('signaal onbekend', 'naam') })
  }

  /** Of each zaaktype a besluit that waits for a second pair of eyes, and one that was turned down: its words stay with the zaak, and nothing waits. */
  async besloten () {
    const toetser = this.als('toetser')
    const vak = { 'MELDING-WMO': 'wmoconsulent2', 'AANVRAAG-JEUGDHULP': 'jeugdconsulent2' }
    for (const [at, zaaktype] of ZAAKTYPEN.entries()) await this.voorgesteld(`wacht-${at}`, zaaktype, vak[zaaktype] ?? 'inkomen2')
    const zaak = await this.voorgesteld('besloten', ZAAKTYPEN[2], 'peter')
    delete zaak.wacht
    const { body } = await toetser.get(`/api/v1/zaken/${zaak.id}/besluit`)
    await toetser.done(`/api/v1/zaken/${zaak.id}/besluit/afwijzen`, { hash: body.besluit.hash, reden: this.merk('zaak besloten', 'afwijzing') })
  }

  async voorgesteld (naam, zaaktype, wie) {
    await this.persoon(naam)
    const zaak = await this.zaak(naam, zaaktype, naam, zaaktype === VERTROUWELIJK ? 'peter' : 'linda', [wie])
    zaak.wacht = [wie]
    const merk = veld => this.merk(`zaak ${naam}`, veld)
    await this.als(wie).done(`/api/v1/zaken/${zaak.id}/in-behandeling`, {})
    await this.als(wie).done(`/api/v1/zaken/${zaak.id}/besluit`, {
      soort: 'toekennen', motivering: merk('motivering'), regels: [{ omschrijving: merk('besluitregel'), bedrag_cents: 15_000 }]
    })
    return zaak
  }

  async geld () {
    await this.zaak('huub', 'AANVRAAG-BIJZONDERE-BIJSTAND', 'huub', 'linda', ['medewerker-budgetbeheer'])
    await this.rekening('huub', 'huub', 'KT-000068')
    await this.zaak('huub-naast', 'AANVRAAG-LEVENSONDERHOUD', 'huub', 'linda', BEHANDELEN)
    // Of whom Allegro knows nothing: there is a rekening, and no amounts.
    await this.zaak('maria-geld', 'AANVRAAG-BIJZONDERE-BIJSTAND', 'maria', 'linda', ['medewerker-budgetbeheer'])
    await this.rekening('maria', 'maria', 'KT-000019')
  }

  async rekening (naam, persoon, klant) {
    const { id } = await this.als('medewerker-budgetbeheer').done('/api/v1/rekeningen', { persoon: this.personen[persoon].id, klant, vorm: 'plus' })
    this.rekeningen.push({ id, naam, persoon, behandelaars: ['medewerker-budgetbeheer'] })
  }
}
