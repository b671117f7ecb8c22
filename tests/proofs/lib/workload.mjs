// Three people at work, and a ledger of what they may count on: what the server acknowledged and what somebody else has seen.
//
// Kevin and Emma write in one document as stock clients, Kevin also as a client of /rt that is told when a frame is stored, and Linda
// gives commands. Every text is a token of its own, nothing is ever deleted: after a crash all that stands in the ledger has to be there.

import { RtClient } from './rt.mjs'
import { uuidv7 } from './server.mjs'
import { StockClient } from './stock.mjs'
import { turns, until } from './proof.mjs'

/** How many tokens somebody writes ahead of what the others have seen. */
const AHEAD_MAX = 8
const COMMANDS_MAX = 200
const SETTLE_MS_MAX = 15_000

export class Workload {
  static async begin (table, document, round) {
    const load = new Workload()
    Object.assign(load, { table, document, round, counter: 0, phone: table.phone ?? 0, refusals: [] })
    load.ledger = { seen: new Set(), acked: new Set(), meldingen: new Map(), phone: 0 }
    load.inFlight = undefined
    load.events = 0
    load.asks = new Set()
    load.stopped = false
    load.kevin = new StockClient(table.kevin, document)
    load.emma = new StockClient(table.emma, document)
    load.rt = await RtClient.open(table.kevin)
    load.paper = await load.rt.document(document)
    if (!await load.kevin.synced() || !await load.emma.synced()) throw new Error('the clients do not sync')
    load.watch(load.kevin, 'e')
    load.watch(load.emma, 'k')
    load.own = new Map()
    load.rt.listen(() => load.acks())
    load.working = [load.typing(load.kevin, 'k'), load.typing(load.emma, 'e'), load.filing(), load.commanding()]
    return load
  }

  event () {
    this.events += 1
    this.asks.forEach(ask => ask())
  }

  /** What comes in from outside is what somebody else has written and the server has let through. */
  watch (client, other) {
    client.doc.on('update', (update, origin) => {
      if (origin !== client.provider) return
      for (const token of client.text.match(/\b[ker]\d+-\d+\b/g) ?? []) {
        if ((token[0] === other || token[0] === 'r') && !this.ledger.seen.has(token)) {
          this.ledger.seen.add(token)
          this.event()
        }
      }
    })
  }

  acks () {
    for (const [nr, token] of this.own) {
      if (nr > this.paper.acked) break
      this.ledger.acked.add(token)
      this.own.delete(nr)
      this.event()
    }
  }

  token (who) { return `${who}${this.round}-${++this.counter}` }

  room (mine) { return until(() => this.stopped || mine() < AHEAD_MAX, ask => this.listen(ask), SETTLE_MS_MAX) }

  listen (ask) {
    this.asks.add(ask)
    return () => this.asks.delete(ask)
  }

  async typing (client, who) {
    const written = []
    while (!this.stopped) {
      await this.room(() => written.filter(token => !this.ledger.seen.has(token)).length)
      if (this.stopped) break
      const token = this.token(who)
      written.push(token)
      if (client.doc.isDestroyed) break
      client.write(token)
      await turns(2)
    }
  }

  async filing () {
    while (!this.stopped && this.rt.closed === undefined) {
      await this.room(() => this.own.size)
      if (this.stopped) break
      const token = this.token('r')
      this.own.set(this.paper.write(token), token)
      await turns(2)
    }
  }

  async commanding () {
    for (let i = 0; i < COMMANDS_MAX && !this.stopped; i += 1) {
      const key = uuidv7()
      try {
        if (i % 2 === 0) {
          const onderwerp = `Proef ${key}`
          this.inFlight = { key, onderwerp }
          const answer = await this.table.melding(key, onderwerp)
          if (answer.status >= 200 && answer.status < 203) this.ledger.meldingen.set(answer.body.id, { ...answer.body, key, onderwerp })
          else this.refusals.push(answer)
          this.inFlight = undefined
        } else {
          const number = ++this.phone
          const answer = await this.table.linda.post(`/api/v1/personen/${this.table.persoon}/contact`, { telefoon: telephone(number) }, { 'Idempotency-Key': key })
          if (answer.status >= 200 && answer.status < 203) this.ledger.phone = number
          else this.refusals.push(answer)
        }
        this.event()
      } catch { break }
    }
    this.table.phone = this.phone
  }

  /** Comes back after `n` more things were seen or acknowledged. */
  after (n, limit = SETTLE_MS_MAX) {
    const goal = this.events + n
    return until(() => this.events >= goal, ask => this.listen(ask), limit)
  }

  /** Nothing more is written; what is still in the sockets is read; the ledger is final. The clients do not come back. */
  async close () {
    this.stopped = true
    this.event()
    await Promise.all(this.working)
    for (const client of [this.kevin, this.emma]) client.provider.disconnect()
    await until(() => this.rt.ws.readyState === 3 || this.rt.ws.readyState === 1, ask => this.rt.listen(ask), 2000)
    this.acks()
    this.destroy()
    return this.ledger
  }

  destroy () {
    this.stopped = true
    this.kevin.destroy()
    this.emma.destroy()
    this.rt.destroy()
  }

  get size () { return this.ledger.seen.size + this.ledger.acked.size + this.ledger.meldingen.size + (this.ledger.phone > 0 ? 1 : 0) }

  /** Asks the server that came back for everything in the ledger. Hands back what is missing. */
  async missing () {
    const { ledger, table } = this
    await table.reenter()
    const missing = []
    const text = new Set((await table.tekst(this.document)).split('\n'))
    for (const token of ledger.seen) if (!text.has(token)) missing.push(`seen ${token}`)
    for (const token of ledger.acked) if (!text.has(token)) missing.push(`acknowledged ${token}`)
    // A newcomer gets the same text over the wire, not only through the front door.
    const late = new StockClient(table.emma, this.document)
    await late.synced()
    const wire = new Set(late.text.split('\n'))
    if (text.size !== wire.size || [...text].some(line => !wire.has(line))) missing.push(`over the wire the text differs (${wire.size} lines, not ${text.size})`)
    late.destroy()
    const numbers = new Set()
    for (const [id, melding] of ledger.meldingen) {
      const zaak = await table.linda.get(`/api/v1/zaken/${id}`)
      if (zaak.status !== 200 || zaak.body.zaaknummer !== melding.zaaknummer) missing.push(`melding ${melding.zaaknummer}: ${zaak.status}`)
      if (numbers.has(melding.zaaknummer)) missing.push(`zaaknummer ${melding.zaaknummer} twice`)
      numbers.add(melding.zaaknummer)
    }
    const last = [...ledger.meldingen.values()].at(-1)
    for (const again of [last, this.inFlight].filter(Boolean)) {
      const first = await table.melding(again.key, again.onderwerp)
      const second = await table.melding(again.key, again.onderwerp)
      if (first.status > 202 || first.body.id !== second.body?.id || (again.id !== undefined && first.body.id !== again.id)) {
        missing.push(`command ${again.key} repeated: ${first.status} ${first.text.slice(0, 120)} / ${second.status}`)
      }
    }
    if (ledger.phone > 0) {
      const persoon = await table.linda.get(`/api/v1/personen/${table.persoon}`)
      const now = Number((persoon.body?.telefoon ?? '').replace(/\D/g, '').slice(-6))
      if (!(now >= ledger.phone)) missing.push(`telephone ${ledger.phone}: it says ${persoon.body?.telefoon}`)
    }
    return missing
  }
}

function telephone (number) { return `0612${String(number).padStart(6, '0')}` }
