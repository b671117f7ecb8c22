// Each way in which a right that holds for a while can end: taken back, its time over, the glass over, the glass ended by another. What
// somebody has open by it goes within a second, while others work on, and not one frame comes after that.

import { vind, WAAROM } from './groep.mjs'
import { FAALT, LONG, until } from './proof.mjs'
import { RtClient } from './rt.mjs'
import { uuidv7 } from './server.mjs'

/** Topics that are lost in the full form, by all kinds of end together. */
const REVOCATIONS = FAALT ? 8 : LONG ? 10_000 : 60
/** Of the ends by the clock there are few: each moves it. */
const BY_CLOCK = FAALT ? 1 : LONG ? 40 : 3

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
    this.document = await this.table.document()
    await vind(rianne, this.table.persoonVraag)
    const groep = await rianne.done('/api/v1/groepen', { leden: [this.table.persoon], waarom: WAAROM })
    this.plan = (await rianne.done(`/api/v1/groepen/${groep.id}/plan`, {})).id
    await rianne.done(`/api/v1/plannen/${this.plan}/doelen`, { voor: 'groep', omschrijving: 'Eén doel' })
    this.doel = (await rianne.get(`/api/v1/plannen/${this.plan}`)).body.doelen[0].id
  }

  /** Others work on: what ends, ends among other things. Each asks on when it was answered: as much as the machine can, and no more. */
  load () {
    let going = true
    const worker = async act => {
      for (let n = 1; going; n += 1) await act(n).catch(() => {})
    }
    const workers = [
      worker(n => this.table.melding(uuidv7(), `Druk ${n}`)),
      worker(n => this.rianne.post(`/api/v1/plannen/${this.plan}/doelen/wijzigen`, { doel: this.doel, omschrijving: `Doel ${n}` }))
    ]
    return async () => {
      going = false
      await Promise.all(workers)
    }
  }

  /** Opens these topics, lets `end` happen, and looks how long each takes to go and whether anything comes after it. */
  async lose (kind, session, topics, end, poke) {
    const rt = this.proof.own(await RtClient.open(session))
    const numbers = []
    for (const topic of topics) {
      const answer = await rt.subscribe(topic)
      this.proof.check(`${kind}: ${topic.split('/')[0]} opens while it holds`, answer?.t === 'ok', JSON.stringify(answer))
      if (answer?.t === 'ok') numbers.push(answer.a)
    }
    const sent = performance.now()
    if (!FAALT) await end()
    for (const a of numbers) {
      const off = () => rt.frames.find(frame => frame.t === 'revoked' && frame.a === a)
      const told = await until(off, ask => rt.listen(ask), this.patience)
      this.proof.check(`${kind}: revoked`, told, JSON.stringify(rt.frames.slice(-3)))
      if (told) this.took[kind].push(off().at_ms - sent)
      this.count += 1
    }
    const at = new Map(numbers.map(a => [a, rt.frames.findIndex(frame => frame.t === 'revoked' && frame.a === a)]))
    await poke()
    await rt.subscribe(`toekenningen/${session.ik.id}`)
    // The answer of that comes after whatever the poke sent.
    const after = rt.frames.filter((frame, i) => at.has(frame.a) && at.get(frame.a) >= 0 && i > at.get(frame.a)).length
    this.late += after
    this.proof.check(`${kind}: not one frame after that`, after === 0, `${after} frames`)
    for (const topic of topics) {
      const again = await rt.subscribe(topic)
      this.proof.check(`${kind}: it does not exist any more`, FAALT || (again?.t === 'err' && again.code === 'niet_gevonden'), JSON.stringify(again))
    }
    rt.destroy()
  }

  vervang (tot = dag(2)) {
    return this.wouter.done(`/api/v1/medewerkers/${this.table.kevin.ik.id}/vervanger`, {
      vervanger: this.vera.ik.id, vanaf: dag(0), tot_en_met: tot, reden: 'Proef'
    })
  }

  glas () {
    return this.wendy.done(`/api/v1/plannen/${this.plan}/glas`, { reden: 'Proef van wat er gebeurt als het eindigt', minuten: 60, niemand_kan: true })
  }

  async klok (vooruit) {
    await this.table.linda.done('/demo/klok', { vooruit })
  }

  async all () {
    await this.lay()
    const stop = this.load()
    const { zaak, persoon, kevin } = this.table
    const zaakTopics = [`zaak/${zaak}@wat`, `zaak/${zaak}@rij`, `persoon/${persoon}@wat`, `document/${this.document.id}`]
    const planTopics = [`plan/${this.plan}@wat`, `plan/${this.plan}@rij`, `plan/${this.plan}`]
    let n = 0
    const opZaak = () => kevin.post(`/api/v1/personen/${persoon}/contact`, { telefoon: `06${10_000_000 + (n += 1)}` })
    const opPlan = () => this.rianne.done(`/api/v1/plannen/${this.plan}/doelen/wijzigen`, { doel: this.doel, omschrijving: `Na ${n += 1}` })
    const trekIn = (who, id) => who.done(`/api/v1/toekenningen/${id}/intrekken`, {})
    try {
      while (this.count < REVOCATIONS) {
        const { id } = await this.vervang()
        await this.lose('teruggenomen', this.vera, zaakTopics, () => trekIn(kevin, id), opZaak)
        if (FAALT) await trekIn(kevin, id)
        const glas = await this.glas()
        const who = this.count % 2 === 0 ? this.rianne : this.pieter
        await this.lose('glas beëindigd', this.wendy, planTopics, () => trekIn(who, glas.id), opPlan)
        if (FAALT) await trekIn(who, glas.id)
        if (this.count % 200 < 7) await Promise.all([this.vera, this.rianne, this.wendy, this.pieter, this.wouter].map(one => one.reenter()))
      }
      for (let round = 0; round < BY_CLOCK; round += 1) {
        const glas = await this.glas()
        await this.lose('glas', this.wendy, planTopics, () => this.klok('PT61M'), opPlan)
        if (FAALT) await trekIn(this.rianne, glas.id)
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
