// What else is written at the table while the server dies, and a ledger of what was acknowledged: Linda's contacts and a huishouden,
// Rianne's groepen and plans with what lands in them, what Huub saw on his rekening, and the jobs of casework_wijk, _zaak, _mens, _plan
// and _recht.
//
// Every command has a key of its own and words that nobody else writes. After a crash each acknowledged one has to be there once, what
// was on its way wholly or not at all, and asking again with the same key changes nothing.

import { WAAROM } from './groep.mjs'
import { STRAKS } from './dagen.mjs'
import { RtClient } from './rt.mjs'
import { uuidv7 } from './server.mjs'
import { until } from './proof.mjs'
import { aanvullingen, gezagEnden, herroepingen, huishoudens, onbekenden, uitBrp } from './casework_mens.mjs'
import { doelen, glazen, regie, samen } from './casework_plan.mjs'
import { beschermingen, bijdragen, meekijken, nazichten, ruimOp, toestemmingen, vervangingen } from './casework_recht.mjs'
import { bezetting, gezag, rekeningen, stappen, traject, verdeling } from './casework_wijk.mjs'
import { besluiten, gesprekken, overdrachten, taken } from './casework_zaak.mjs'
import { opdrachtVan } from './opdrachten.mjs'

/** What one round writes at most: below what a huishouden holds and a source may report at once. */
const MANY_MAX = 20
/** A machine on which others build is slow. */
const SETTLE_MS_MAX = 60_000
/** Who sits at the table, by the name of their persona. */
const PEOPLE = {
  linda: 'linda', rianne: 'regisseur', ruben: 'regisseur2', kevin: 'kevin', emma: 'emma', peter: 'peter', theo: 'toetser', abdul: 'abdul', sara: 'sara',
  werkverdeler: 'werkverdeler', wendy: 'wijkteammanager', pieter: 'privacyfunctionaris', vera: 'vervanger', kcc: 'kcc', backoffice: 'backoffice',
  mirjam: 'medewerker-budgetbeheer', huub: 'huub', maria: 'maria'
}
/**
 * The jobs. What is in the first list is done in every round, the others in turn: each is a chain, and a crash cuts all that run, so with
 * all at once none would come to its end.
 */
const WERK = [
  [work => work.desk(), work => work.till(), work => work.typed()],
  [work => work.regie(), traject, gezag, verdeling, bezetting, rekeningen],
  [taken, besluiten, gesprekken, overdrachten, nazichten, work => work.home()],
  [doelen, bijdragen, regie, glazen, samen, huishoudens, herroepingen],
  [vervangingen, toestemmingen, meekijken, beschermingen, uitBrp, gezagEnden, aanvullingen, onbekenden]
]
/** Under which number the simulated Allegro knows Huub. */
const KLANT = 'KT-000068'
const SCHOOL = 'demo-sleutel-school'

/** Who sits at the table, and where Allegro is. */
export class Team {
  static async lay (server, sims) {
    const team = new Team()
    Object.assign(team, { server, sims })
    await Promise.all(Object.entries(PEOPLE).map(async ([name, persona]) => { team[name] = await server.login(persona) }))
    team.rekening = (await team.huub.get('/api/v1/rekeningen')).body.items[0].id
    // Emma works for Maria, so that she can ask to read what another does for her.
    const melding = { persoon: team.maria.ik.persoon, zaaktype: 'MELDING-WMO', onderwerp: 'Hulp in huis', kanaal: 'balie' }
    const { id } = await team.linda.done('/api/v1/meldingen', melding)
    await team.werkverdeler.done(`/api/v1/zaken/${id}/toewijzen`, { behandelaars: [team.emma.ik.id] })
    return team
  }

  reenter () { return Promise.all(Object.keys(PEOPLE).map(name => this[name].reenter())) }

  async persoon (wie, voornamen, word, geboortedatum) {
    return (await wie.done('/api/v1/personen', { voornamen, achternaam: `Werk-${word}`, geboortedatum })).id
  }

  async allegro (path, body) {
    const answer = await fetch(this.sims.allegro + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`allegro ${path}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
}

export class Casework {
  static async begin (team, round) {
    const work = new Casework()
    const word = `${round}x${uuidv7().slice(-6)}`
    Object.assign(work, { team, round, word, stopped: false, counter: 0, events: 0, asks: new Set(), onTheirWay: new Set(), refusals: [], gezocht: new Map() })
    work.ledger = {
      contacten: [], leden: [], plannen: [], saldo: undefined, geboekt: [], trajecten: [], gezag: [], genomen: [], bezetting: [], rekeningen: [], ketens: [], concepten: []
    }
    await ruimOp(team)
    work.oma = await team.persoon(team.linda, 'Trijntje', word, '1951-02-03')
    // Who names her found her: the trail says so, also after a crash.
    const oma = { naam: `Werk-${word}`, geboortedatum: '1951-02-03' }
    for (const who of [team.kevin, team.rianne]) {
      await who.done('/api/v1/personen/zoek', oma)
      work.gezocht.set(who, [oma])
    }
    work.kind = await team.persoon(team.linda, 'Sil', word, '2017-06-08')
    work.thuis = (await team.linda.done('/api/v1/huishoudens', { leden: [{ persoon: work.oma, bron: 'brp' }] })).id
    work.rt = await RtClient.open(team.huub)
    work.follow()
    if ((await work.rt.subscribe(`saldo/${team.rekening}`))?.t !== 'ok') throw new Error('the rekening cannot be followed')
    const [always, ...turns] = WERK
    work.working = [...always, ...turns[round % turns.length]].map(job => job(work))
    return work
  }

  event () {
    this.events += 1
    this.asks.forEach(ask => ask())
  }

  listen (ask) {
    this.asks.add(ask)
    return () => this.asks.delete(ask)
  }

  /** Comes back after `n` more things were acknowledged or seen. */
  after (n, limit = SETTLE_MS_MAX) {
    const goal = this.events + n
    return until(() => this.events >= goal, ask => this.listen(ask), limit)
  }

  /** One command: the answer when it was acknowledged; else nothing, and it is known whether it is on its way still. */
  async command (session, path, body, headers = {}, keten = undefined) {
    const ask = { session, path, body, keten, opdracht: opdrachtVan(path), headers: { 'Idempotency-Key': uuidv7(), ...headers } }
    this.onTheirWay.add(ask)
    let answer
    // The line is cut by the crash: then nobody knows whether it was done.
    try { answer = await session.post(path, body, ask.headers) } catch { return undefined }
    this.onTheirWay.delete(ask)
    if (answer.status < 200 || answer.status > 202) {
      this.refusals.push(`${path}: ${answer.status} ${answer.text.slice(0, 160)}`)
      return undefined
    }
    this.event()
    return { ...ask, answer: answer.body }
  }

  /** Somebody looks for whom they are to name. The server forgets that with a restart, so it is kept here for who names them again. */
  async zoek (session, vraag) {
    this.gezocht.set(session, [...(this.gezocht.get(session) ?? []), vraag])
    return this.look(() => session.post('/api/v1/personen/zoek', vraag))
  }

  /** What somebody sees, or nothing when the line was cut. */
  async look (read) {
    try { return await read() } catch { return undefined }
  }

  async many (once) {
    for (let i = 0; i < MANY_MAX && !this.stopped; i += 1) {
      if (await once(`${this.word}-${++this.counter}`) === undefined) return
    }
  }

  /** Two meldingen in one contact, all or nothing. */
  desk () {
    const { linda, kevin } = this.team
    return this.many(async word => {
      const onderwerp = `Contact ${word}`
      const done = await this.command(linda, '/api/v1/contacten', {
        kanaal: 'balie',
        spreker: { soort: 'persoon', persoon: this.oma },
        controle: 'identiteitsbewijs',
        verslag: [{ vraag: 'hulpvraag', tekst: `Verslag ${word}` }],
        meldingen: [
          { persoon: this.oma, zaaktype: 'MELDING-WMO', onderwerp },
          { persoon: this.kind, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp, urgentie: 'spoed', behandelaars: [kevin.ik.id] }
        ]
      })
      if (done !== undefined) this.ledger.contacten.push({ ...done, word })
      return done
    })
  }

  /** What is typed at the desk and not handed in: one form, put in its place again and again. */
  typed () {
    const { linda } = this.team
    const pad = '/api/v1/concepten/contact'
    let versie
    return this.many(async word => {
      // What the round before left is gone on with, not overwritten unread.
      if (versie === undefined) {
        const there = await this.look(async () => (await linda.get(pad)).body)
        if (there === undefined) return undefined
        versie = there.concept?.versie ?? 0
      }
      const tekst = `Concept ${word}`
      let answer
      try {
        answer = await linda.send('PUT', pad, { personen: [this.oma], velden: { hulpvraag: tekst } }, versie === 0 ? {} : { 'If-Match': `"${versie}"` })
      } catch { return undefined }
      if (answer.status !== 200) {
        this.refusals.push(`${pad}: ${answer.status} ${answer.text.slice(0, 160)}`)
        return undefined
      }
      versie = answer.body.versie
      this.ledger.concepten.push({ versie, tekst })
      this.event()
      return answer
    })
  }

  /** Somebody comes to live there. */
  home () {
    return this.many(async word => {
      const made = await this.command(this.team.linda, '/api/v1/personen', { voornamen: 'Lid', achternaam: `Werk-${word}`, geboortedatum: '1990-01-02' })
      if (made === undefined) return undefined
      const persoon = made.answer.id
      const lives = this.counter % 2 === 0
        ? await this.command(this.team.linda, `/api/v1/huishoudens/${this.thuis}/leden`, { persoon, bron: 'handmatig' })
        : await this.command(this.team.linda, `/api/v1/huishoudens/${this.thuis}/verblijf`, { persoon, vanaf: '2026-05-01', toelichting: `Woont ${word}`, bron: 'eigen_verklaring' })
      if (lives !== undefined) this.ledger.leden.push({ ...lives, persoon })
      return lives
    })
  }

  /** A groep, its plan, a goal, an action, a zaak that joins; and two signalen about its lid, by key and by form. */
  regie () {
    const { linda, rianne } = this.team
    return this.many(async word => {
      const entry = { word, stappen: [], signalen: [] }
      const step = stappen(this, entry)
      const naam = { voornamen: 'Lid', achternaam: `Groep-${word}`, geboortedatum: '1988-08-08' }
      if (await step('lid', rianne, '/api/v1/personen', naam) === undefined) return undefined
      const lid = entry.lid.id
      const melding = { persoon: lid, zaaktype: 'MELDING-WMO', onderwerp: `Plan ${word}`, kanaal: 'balie' }
      if (await step('zaak', linda, '/api/v1/meldingen', melding) === undefined) return undefined
      if (await step('groep', rianne, '/api/v1/groepen', { leden: [lid], waarom: WAAROM }) === undefined) return undefined
      this.ledger.plannen.push(entry)
      if (await step('plan', rianne, `/api/v1/groepen/${entry.groep.id}/plan`, {}) === undefined) return undefined
      const plan = `/api/v1/plannen/${entry.plan.id}`
      if (await step('doel', rianne, `${plan}/doelen`, { voor: 'groep', omschrijving: `Doel ${word}` }) === undefined) return undefined
      const actie = { voor: { lid }, omschrijving: `Actie ${word}`, eigenaar: { medewerker: rianne.ik.id }, datum: STRAKS }
      if (await step('actie', rianne, `${plan}/acties`, actie) === undefined) return undefined
      if (await step('koppeling', rianne, `${plan}/zaken`, { zaak: entry.zaak.id }) === undefined) return undefined
      const inkomend = { kenmerk: `K-${word}`, soort: 'schoolverzuim', naam: `Lid Groep-${word}`, geboortedatum: naam.geboortedatum }
      // A source has no session and none of our headers; its own reference is what makes a repeat the same.
      const bron = { Cookie: '', 'X-Signaalsleutel': SCHOOL }
      if (await step('inkomend', linda, '/api/v1/signalen/inkomend', inkomend, bron) === undefined) return undefined
      return step('gemeld', linda, '/api/v1/signalen', { soort: 'overlast', persoon: lid, toelichting: `Gemeld ${word}` })
    })
  }

  /** Remembers the newest that Huub's page showed; an older one after it is a fault at once. */
  follow () {
    this.rt.listen(() => {
      const frame = this.rt.frames.at(-1)
      const b = frame?.t === 'latest' ? frame.b : undefined
      if (b?.bedragen == null || frame === this.last) return
      this.last = frame
      const before = this.ledger.saldo
      if (before !== undefined && (b.versie < before.versie || b.bedragen.as_of < before.bedragen.as_of)) {
        this.refusals.push(`an older amount after a newer: version ${b.versie} after ${before.versie}`)
      }
      this.ledger.saldo = b
      this.event()
    })
  }

  /** Allegro books, Huub sees it. */
  till () {
    return this.many(async word => {
      const omschrijving = `Boeking ${word}`
      await this.team.allegro('/_boek', { klant: KLANT, omschrijving, cents: -1 })
      const shown = () => this.ledger.saldo?.bedragen.transacties.some(one => one.omschrijving === omschrijving)
      if (!await until(() => shown() || this.stopped || this.rt.closed !== undefined, ask => this.listen(ask), SETTLE_MS_MAX) || !shown()) return undefined
      this.ledger.geboekt.push(omschrijving)
      return omschrijving
    })
  }

  /** Nothing more is begun; the ledger is final. */
  async close () {
    this.stopped = true
    this.event()
    await Promise.all(this.working)
    this.rt.destroy()
  }

  destroy () {
    this.stopped = true
    this.event()
    this.rt.destroy()
  }

  /** Every acknowledged step of every chain, by name. */
  get chains () {
    const { plannen, trajecten, gezag, genomen, bezetting, rekeningen, ketens } = this.ledger
    return [...[plannen, trajecten, gezag, genomen, rekeningen, ketens].flat().flatMap(entry => entry.stappen), ...bezetting]
  }

  /** Which commands are in the ledger. */
  get opdrachten () { return new Set([...this.ledger.contacten, ...this.ledger.leden, ...this.chains].map(one => one.opdracht).filter(Boolean)) }

  /** Which kinds of work are in the ledger. */
  get kinds () {
    const { contacten, leden, geboekt } = this.ledger
    const some = [[contacten, 'contact'], [leden, 'lid'], [geboekt, 'saldo']].filter(([list]) => list.length > 0).map(([, kind]) => kind)
    return [...some, ...this.chains.map(({ name }) => name)]
  }

  get size () {
    const { contacten, leden, geboekt } = this.ledger
    return contacten.length + leden.length + this.chains.length + geboekt.length
  }
}
