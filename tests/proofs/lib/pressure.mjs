// People at work at several nodes at once, whatever befalls the machines below: who gives commands sends each until it is answered, at the
// next node when one does not, under one id. Each act stands in a ledger with what was answered, by whom and when.

import { percentile } from './proof.mjs'
import { Session, Table, uuidv7 } from './server.mjs'
import { Follower, pause, Typist } from './seats.mjs'

/** A node that stands still takes a request and says nothing. */
const ANSWER_MS = 12_000
/** Before the same is sent to the next node. */
const AGAIN_MS = 250
/** Of one zaak there may be a hundred taken. */
const TAKEN_EACH = 90

export class World {
  /** `pace` in milliseconds between two acts of one person; `size` how many of each. */
  static async lay (proof, nodes, { pace, size }) {
    const world = new World()
    Object.assign(world, { proof, nodes: nodes.all, names: nodes.all.map(server => server.env.KEUKENTAFEL_NODE), pace, size })
    Object.assign(world, { stopped: false, over: false, ledger: [], writers: [], typists: [], followers: [], phone: 0 })
    const table = await Table.lay(nodes.all[0])
    world.table = table
    world.entered = { linda: table.linda, kevin: table.kevin, emma: table.emma }
    world.zaken = [table.zaak]
    while (world.zaken.length < size.zaken) {
      const { id } = (await table.melding(uuidv7(), 'Nog een gesprek')).body
      await table.linda.done(`/api/v1/zaken/${id}/toewijzen`, { behandelaars: [table.kevin.ik.id, table.emma.ik.id] })
      world.zaken.push(id)
    }
    world.taken = world.zaken.map(() => 0)
    world.documents = []
    while (world.documents.length < size.documents) world.documents.push((await table.document()).id)
    world.topics = [...world.zaken.map(id => `zaak/${id}@wat`), `persoon/${table.persoon}@wat`]
    return world
  }

  /** Somebody at a node: one login is of all nodes. */
  session (node, persona) {
    const { cookie, ik } = this.entered[persona]
    return Object.assign(new Session(this.nodes[node], persona), { cookie, ik })
  }

  begin () {
    const { size, nodes } = this
    const turn = n => n % nodes.length
    for (let n = 0; n < size.followers * nodes.length; n += 1) this.followers.push(new Follower(this, 'emma', turn(n), this.topics, this.documents))
    for (let n = 0; n < size.typists; n += 1) this.typists.push(new Typist(this, n % 2 === 0 ? 'kevin' : 'emma', turn(n), this.documents[n % this.documents.length]))
    for (let n = 0; n < size.writers; n += 1) this.writers.push(this.working(n))
  }

  async working (n) {
    await pause(Math.random() * this.pace.write)
    for (let act = 0; !this.stopped; act += 1) {
      await this.give(this.job(n + act), n + act)
      await pause(this.pace.write * (0.5 + Math.random()))
    }
  }

  job (turn) {
    const { table } = this
    const kind = turn % 10
    const at = this.taken.findIndex(count => count < TAKEN_EACH)
    if (kind < this.size.taken && at >= 0) {
      const omschrijving = `taak-${at}-${++this.taken[at]}.`
      const dag = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10)
      return { kind: 'taak', as: 'kevin', path: `/api/v1/zaken/${this.zaken[at]}/taken`, body: { omschrijving, eigenaar: table.kevin.ik.id, dag }, topic: this.topics[at], says: omschrijving }
    }
    if (kind === 9) {
      const onderwerp = `Melding ${uuidv7()}`
      return { kind: 'melding', as: 'linda', path: '/api/v1/meldingen', body: { persoon: table.persoon, zaaktype: table.zaaktype, onderwerp, kanaal: 'telefoon' }, says: onderwerp }
    }
    return this.contact()
  }

  contact () {
    const telefoon = `0612${String(++this.phone).padStart(6, '0')}`
    return { kind: 'contact', as: 'kevin', path: `/api/v1/personen/${this.table.persoon}/contact`, body: { telefoon }, topic: this.topics.at(-1), says: telefoon }
  }

  /** Gives a command until it is answered or the work is over. `once`: what was answered first is the answer. */
  async give (job, turn, { once = false, limit = ANSWER_MS } = {}) {
    const entry = { key: uuidv7(), job, tries: [], sent: performance.now() }
    this.ledger.push(entry)
    for (let at = turn; !this.over; at += 1) {
      const node = at % this.nodes.length
      const since = performance.now()
      const answer = await this.post(node, job, entry.key, limit)
      entry.tries.push({ node, at: since, took: performance.now() - since, status: answer.status, code: answer.code })
      if (answer.status >= 200 && answer.status < 203) {
        Object.assign(entry, { done: answer.body, node, answered: performance.now(), v: answer.body.versie, topic: job.topic })
        break
      }
      // Nobody knows what became of it, or nothing did: the same is sent again, as the client does.
      if (once || ![0, 429, 503].includes(answer.status)) break
      await pause(AGAIN_MS)
    }
    return entry
  }

  async post (node, { as, path, body }, key, limit) {
    const { base, cookie } = this.session(node, as)
    try {
      const answer = await fetch(base + path, {
        method: 'POST',
        headers: { Cookie: cookie, 'X-Keukentafel': '1', 'Content-Type': 'application/json', Origin: base, 'Idempotency-Key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(limit)
      })
      const said = await answer.json().catch(() => ({}))
      return { status: answer.status, code: said.code, body: said }
    } catch (error) {
      return { status: 0, code: error.name === 'TimeoutError' ? 'no answer' : 'no connection' }
    }
  }

  /** Whether all goes as it should, in all directions: a command at each node is on the screens at all, and so is a line of each typist. */
  async calm (limit) {
    const since = performance.now()
    const end = since + limit
    const given = Promise.all(this.nodes.map((_, node) => this.give(this.contact(), node)))
    const waits = this.typists.filter(typist => !typist.reader.doc.isDestroyed).map(typist => [typist, typist.line()])
    const entries = await Promise.race([given, pause(limit)])
    if (entries === undefined) return undefined
    const here = () => this.followers.every(follower => entries.every(entry => follower.has(entry))) &&
      waits.every(([typist, token]) => typist.acked.has(token) && this.readersOf(typist.document).every(reader => reader.seen.has(token)))
    while (!here()) {
      if (performance.now() > end) return undefined
      await pause(20)
    }
    return performance.now() - since
  }

  readersOf (document) {
    return [...this.followers.map(follower => follower.readers.get(document)), ...this.typists.filter(typist => typist.document === document).map(typist => typist.reader)]
  }

  /** Nothing new is begun; what is under way ends, and everybody has everything. */
  async finish (limit) {
    this.stopped = true
    const end = performance.now() + limit
    const ended = await Promise.race([Promise.all([...this.writers, ...this.typists.map(typist => typist.writing)]).then(() => true), pause(limit)])
    const last = new Map(this.topics.map(topic => [topic, Math.max(0, ...this.ledger.filter(entry => entry.topic === topic).map(entry => entry.v))]))
    const missing = () => [
      ...(ended ? [] : ['commands are under way']),
      ...this.typists.filter(typist => typist.waiting.size > 0).map(typist => `typist ${typist.nr} at ${this.names[typist.node]} waits for ${typist.waiting.size} lines`),
      ...this.followers.flatMap((follower, n) => [...last].filter(([topic, v]) => !follower.has({ topic, v })).map(([topic, v]) => `follower ${n} at ${this.names[follower.node]} has ${topic} to ${follower.topics.get(topic).v}, not ${v}`)),
      ...this.followers.flatMap((follower, n) => [...follower.readers].filter(([id]) => this.lines(id).some(token => !follower.readers.get(id).seen.has(token))).map(([id]) => `follower ${n} at ${this.names[follower.node]} misses lines of ${id}`))
    ]
    while (missing().length > 0 && performance.now() < end) await pause(50)
    return missing()
  }

  /** Every line that was written in a document and is stored. */
  lines (document) { return this.typists.filter(typist => typist.document === document).flatMap(typist => [...typist.acked.keys()]) }

  async leave () {
    this.over = true
    await Promise.all([...this.followers, ...this.typists].map(seat => {
      seat.socket?.destroy()
      return seat.working
    }))
  }

  /** How long from the sending of what was sent between `from` and `to` until somebody at another node had it. */
  latencies (from, to) {
    const took = []
    const within = at => at >= from && at < to
    for (const entry of this.ledger) {
      if (entry.v === undefined || entry.topic === undefined || !within(entry.sent)) continue
      for (const follower of this.followers) {
        const told = follower.topics.get(entry.topic).told.find(told => told.v >= entry.v)
        if (told !== undefined && told.node !== entry.node) took.push(told.at - entry.sent)
      }
    }
    for (const typist of this.typists) {
      for (const [token, { at, node }] of typist.sent) {
        if (node === undefined || !within(at)) continue
        for (const follower of this.followers) {
          const seen = follower.readers.get(typist.document).seen.get(token)
          if (seen !== undefined && seen.node !== node) took.push(seen.at - at)
        }
      }
    }
    return took
  }

  /** What was refused and why, with how often. */
  refusals () {
    const counts = new Map()
    for (const { tries } of this.ledger) {
      for (const { status, code } of tries) if (status < 200 || status > 202) counts.set(`${status} ${code}`, (counts.get(`${status} ${code}`) ?? 0) + 1)
    }
    return counts
  }
}

export const spread = list => list.length === 0 ? 'nothing' : `p50 ${Math.round(percentile(list, 50))} p99 ${Math.round(percentile(list, 99))} ms (${list.length})`
