// Each way in which a right that holds for a while can end: taken back, its time over, the glass over, the glass ended by another. What
// somebody has open by it, of several zaken and plans on several screens at once, goes within a second, while others work on, and not one
// frame comes after that.

import { vind, WAAROM } from './groep.mjs'
import { FAALT, LONG, until } from './proof.mjs'
import { RtClient } from './rt.mjs'
import { uuidv7 } from './server.mjs'

/** Topics that are lost in the full form, by all kinds of end together. */
const REVOCATIONS = FAALT ? 8 : LONG ? 10_000 : 100
/** Zaken, and plans, that one end takes away; and screens on which all of them are open. */
const THINGS = FAALT ? 1 : LONG ? 5 : 2
const SCREENS = FAALT ? 1 : LONG ? 8 : 2
/** Of the ends by the clock there are few: each moves it. */
const BY_CLOCK = FAALT ? 1 : LONG ? 20 : 3

const dag = erbij => new Date(Date.now() + erbij * 86_400_000).toISOString().slice(0, 10)

export class Ends {
  constructor (proof, server, table, patience) {
    Object.assign(this, { proof, server, table, patience })
    this.took = { teruggenomen: [], verlopen: [], glas: [], 'glas beëindigd': [] }
    this.late = 0
    this.count = 0
  }

  async lay () {
    const names = ['vervanger', 'regisseur', 'wijkteammanager', 'privacyfunctionaris', 'werkverdeler']
    const [vera, rianne, wendy, pieter, wouter] = await Promise.all(names.map(name => this.server.login(name)))
    Object.assign(this, { vera, rianne, wendy, pieter, wouter })
    this.things = await Promise.all(Array.from({ length: THINGS }, (_, n) => this.thing(n)))
  }

  /** Somebody, their zaak that Kevin works on, a report of a talk about it, and a plan of Rianne. */
  async thing (n) {
    const { linda, kevin, emma, zaaktype } = this.table
    const achternaam = `Einde-${n}-${uuidv7().slice(-6)}`
    const vraag = { naam: achternaam, geboortedatum: '1981-03-04' }
    const persoon = (await linda.done('/api/v1/personen', { voornamen: 'Proef', achternaam, geboortedatum: vraag.geboortedatum })).id
    const zaak = (await linda.done('/api/v1/meldingen', { persoon, zaaktype, onderwerp: 'Wat ophoudt', kanaal: 'telefoon' }, { 'Idempotency-Key': uuidv7() })).id
    await linda.done(`/api/v1/zaken/${zaak}/toewijzen`, { behandelaars: [kevin.ik.id, emma.ik.id] })
    const document = await kevin.done(`/api/v1/zaken/${zaak}/documenten`, { soort: 'gespreksverslag', zaken: [zaak], deelnemers: [kevin.ik.id, emma.ik.id] })
    await vind(this.rianne, vraag)
    const groep = await this.rianne.done('/api/v1/groepen', { leden: [persoon], waarom: WAAROM })
    const plan = (await this.rianne.done(`/api/v1/groepen/${groep.id}/plan`, {})).id
    await this.rianne.done(`/api/v1/plannen/${plan}/doelen`, { voor: 'groep', omschrijving: 'Eén doel' })
    const doel = (await this.rianne.get(`/api/v1/plannen/${plan}`)).body.doelen[0].id
    return { persoon, zaak, document: document.id, plan, doel }
  }

  /** Others work on: what ends, ends among other things. Each asks on when it was answered: as much as the machine can, and no more. */
  load () {
    let going = true
    const worker = async act => {
      for (let n = 1; going; n += 1) await act(n).catch(() => {})
    }
    const workers = [
      worker(n => this.table.melding(uuidv7(), `Druk ${n}`)),
      worker(n => {
        const { plan, doel } = this.things[n % THINGS]
        return this.rianne.post(`/api/v1/plannen/${plan}/doelen/wijzigen`, { doel, omschrijving: `Doel ${n}` })
      })
    ]
    return async () => {
      going = false
      await Promise.all(workers)
    }
  }

  /** Opens these topics on every screen, lets `end` happen, and looks how long each takes to go and whether anything comes after it. */
  async lose (kind, session, topics, end, poke) {
    const screens = await Promise.all(Array.from({ length: SCREENS }, () => this.screen(kind, session, topics)))
    const sent = performance.now()
    if (!FAALT) await end()
    await Promise.all(screens.map(screen => this.gone(kind, screen, sent)))
    const at = screens.map(({ rt, numbers }) => new Map(numbers.map(a => [a, rt.frames.findIndex(frame => frame.t === 'revoked' && frame.a === a)])))
    await poke()
    for (const [n, { rt }] of screens.entries()) {
      await rt.subscribe(`toekenningen/${session.ik.id}`)
      // The answer of that comes after whatever the poke sent.
      const after = rt.frames.filter((frame, i) => at[n].has(frame.a) && at[n].get(frame.a) >= 0 && i > at[n].get(frame.a)).length
      this.late += after
      this.proof.check(`${kind}: not one frame after that`, after === 0, `${after} frames`)
    }
    for (const topic of topics) {
      const again = await screens[0].rt.subscribe(topic)
      this.proof.check(`${kind}: it does not exist any more`, FAALT || (again?.t === 'err' && again.code === 'niet_gevonden'), JSON.stringify(again))
    }
    for (const { rt } of screens) rt.destroy()
  }

  async screen (kind, session, topics) {
    const rt = await RtClient.open(session)
    const answers = await Promise.all(topics.map(topic => rt.subscribe(topic)))
    for (const [n, answer] of answers.entries()) this.proof.check(`${kind}: ${topics[n].split('/')[0]} opens while it holds`, answer?.t === 'ok', JSON.stringify(answer))
    return { rt, numbers: answers.filter(answer => answer?.t === 'ok').map(answer => answer.a) }
  }

  async gone (kind, { rt, numbers }, sent) {
    for (const a of numbers) {
      const off = () => rt.frames.find(frame => frame.t === 'revoked' && frame.a === a)
      const told = await until(off, ask => rt.listen(ask), this.patience)
      this.proof.check(`${kind}: revoked`, told, JSON.stringify(rt.frames.slice(-3)))
      if (told) this.took[kind].push(off().at_ms - sent)
      this.count += 1
    }
  }

  vervang (tot = dag(2)) {
    return this.wouter.done(`/api/v1/medewerkers/${this.table.kevin.ik.id}/vervanger`, {
      vervanger: this.vera.ik.id, vanaf: dag(0), tot_en_met: tot, reden: 'Proef'
    })
  }

  /** On each of the plans. */
  glas () {
    return Promise.all(this.things.map(({ plan }) => this.wendy.done(`/api/v1/plannen/${plan}/glas`, { reden: 'Proef van wat er gebeurt als het eindigt', minuten: 60, niemand_kan: true })))
  }

  async klok (vooruit) {
    await this.table.linda.done('/demo/klok', { vooruit })
  }

  async all () {
    await this.lay()
    const stop = this.load()
    const { kevin } = this.table
    const zaakTopics = this.things.flatMap(({ zaak, persoon, document }) => [`zaak/${zaak}@wat`, `zaak/${zaak}@rij`, `persoon/${persoon}@wat`, `document/${document}`])
    const planTopics = this.things.flatMap(({ plan }) => [`plan/${plan}@wat`, `plan/${plan}@rij`, `plan/${plan}`])
    let n = 0
    const opZaak = () => Promise.all(this.things.map(({ persoon }) => kevin.post(`/api/v1/personen/${persoon}/contact`, { telefoon: `06${10_000_000 + (n += 1)}` })))
    const opPlan = () => Promise.all(this.things.map(({ plan, doel }) => this.rianne.done(`/api/v1/plannen/${plan}/doelen/wijzigen`, { doel, omschrijving: `Na ${n += 1}` })))
    const trekIn = (who, id) => who.done(`/api/v1/toekenningen/${id}/intrekken`, {})
    const alle = (who, given) => Promise.all(given.map(({ id }) => trekIn(who, id)))
    try {
      const later = BY_CLOCK * planTopics.length * SCREENS + zaakTopics.length * SCREENS
      for (let round = 0; this.count < REVOCATIONS - later; round += 1) {
        const { id } = await this.vervang()
        await this.lose('teruggenomen', this.vera, zaakTopics, () => trekIn(kevin, id), opZaak)
        if (FAALT) await trekIn(kevin, id)
        const glas = await this.glas()
        const who = round % 2 === 0 ? this.rianne : this.pieter
        await this.lose('glas beëindigd', this.wendy, planTopics, () => alle(who, glas), opPlan)
        if (FAALT) await alle(who, glas)
        if (round % 20 === 19) await Promise.all([this.vera, this.rianne, this.wendy, this.pieter, this.wouter].map(one => one.reenter()))
        if (round % 5 === 4) this.proof.say(`${this.count} ends so far`)
      }
      for (let round = 0; round < BY_CLOCK; round += 1) {
        const glas = await this.glas()
        await this.lose('glas', this.wendy, planTopics, () => this.klok('PT61M'), opPlan)
        if (FAALT) await alle(this.rianne, glas)
      }
      // The clock is ahead by now: days are counted from there.
      const nu = new Date((await this.table.linda.get('/api/v1/ik')).headers.get('date'))
      const ahead = BY_CLOCK * 61 * 60_000
      const morgen = new Date(nu.getTime() + ahead + 86_400_000).toISOString().slice(0, 10)
      const given = await this.vervang(morgen)
      await this.lose('verlopen', this.vera, zaakTopics, () => this.klok('P3D'), opZaak)
      if (FAALT) await trekIn(kevin, given.id)
    } finally {
      await stop()
    }
    return this
  }
}
