// Who sits at /rt of one of several nodes, and comes back at the next one when the line is gone or silent: typists, with a ledger of what
// was acknowledged, and followers, with a ledger of every version that they were shown.

import * as Y from 'yjs'
import { RtClient } from './rt.mjs'
import { paragraph, plainText } from './stock.mjs'
import { until } from './proof.mjs'

/** The client's own heartbeat, and how long it hears nothing before it takes the line for dead. */
const PING_MS = 1_500
const SILENT_MS = 5_000
/** To come in and to hear the answer to a `sub`. */
const ENTER_MS = 8_000
/** Between two tries to come in. */
const AGAIN_MS = [100, 600]
/** Lines that somebody writes ahead of what is stored. */
const AHEAD_MAX = 12

export const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

/** Keeps the last frames only: what comes in is taken at once. */
class Socket extends RtClient {
  takeText (frame) {
    super.takeText(frame)
    this.heardAt = frame.at_ms
    if (this.frames.length > 400) this.frames.splice(0, 200)
    this.take?.(frame)
  }

  takeBinary (bytes) {
    this.heardAt = performance.now()
    super.takeBinary(bytes)
  }
}

class Seat {
  constructor (world, persona, node) {
    Object.assign(this, { world, persona, node, home: node, comings: 0, refused: new Map(), left: [] })
    this.working = this.sit()
  }

  note (what) { this.refused.set(what, (this.refused.get(what) ?? 0) + 1) }

  async sit () {
    while (!this.world.over) {
      const socket = new Socket(this.world.session(this.node, this.persona))
      socket.take = frame => this.take(frame, socket)
      this.socket = socket
      try {
        if (!await socket.heard(frame => frame.t === 'welkom', ENTER_MS)) throw new Error(`no welkom ${JSON.stringify(socket.closed ?? 'silent')}`)
        await this.enter(socket)
        this.comings += 1
        this.joined = true
        await this.stay(socket)
      } catch (error) {
        this.note(error.message)
      }
      this.joined = false
      this.leave()
      socket.destroy()
      if (this.world.over) return
      this.node = (this.node + 1) % this.world.nodes.length
      await pause(AGAIN_MS[0] + Math.random() * (AGAIN_MS[1] - AGAIN_MS[0]))
    }
  }

  /** Until the line is gone, silent, or ended by what came over it. */
  async stay (socket) {
    let n = 0
    while (!this.world.over && socket.closed === undefined && !socket.done) {
      socket.send({ t: 'ping', n: ++n })
      await until(() => socket.closed !== undefined || socket.done || this.world.over, ask => socket.listen(ask), PING_MS)
      if (performance.now() - socket.heardAt > SILENT_MS) break
    }
    const why = socket.closed ?? (socket.done ? 'ended' : 'silent')
    if (!this.world.over) this.left.push(`${this.world.names[this.node]} ${why.code ?? why}`)
  }

  take () {}

  leave () {}
}

/** What comes to stand in a document, line by line, with when. */
class Reader {
  constructor (seat) {
    this.doc = new Y.Doc()
    this.root = this.doc.get('default', Y.XmlFragment)
    /** Token to when it was here first, and at which node. */
    this.seen = new Map()
    this.root.observe(event => {
      for (const item of event.changes.added) {
        for (const type of item.content.getContent()) {
          for (const token of String(type).match(/\b[ts]\d+-\d+\./g) ?? []) if (!this.seen.has(token)) this.seen.set(token, { at: performance.now(), node: seat.node })
        }
      }
    })
  }

  get text () { return plainText(this.root) }
}

/** Writes lines in one document, each a token of its own; `nr` of a line is that of the frame which carried it. */
export class Typist extends Seat {
  static count = 0

  constructor (world, persona, node, document) {
    super(world, persona, node)
    const reader = new Reader(this)
    Object.assign(this, { document, reader, seen: reader.seen, nr: ++Typist.count, n: 0, waiting: new Map(), acked: new Map(), sent: new Map() })
    this.writing = this.write()
  }

  async enter (socket) {
    const paper = await socket.document(this.document, this.reader.doc)
    socket.listen(() => this.acks(paper))
    this.paper = paper
  }

  leave () {
    this.paper?.leave()
    this.paper = undefined
    // Of what was on its way nobody knows: it goes along with all the rest when the next node asks.
    for (const token of this.waiting.keys()) this.waiting.set(token, undefined)
  }

  take (frame, socket) {
    if (frame.t === 'geweigerd') this.note(`geweigerd ${frame.reden}`)
    // What was dropped comes with the next subscription.
    if (frame.t === 'resync' || frame.t === 'revoked') socket.done = true
  }

  acks (paper) {
    if (paper !== this.paper || paper.told === undefined) return
    for (const [token, sent] of this.waiting) {
      // Written while nobody listened: in the answer to the server's question or in a frame since, the last of which is this.
      const nr = sent ?? paper.nr
      this.waiting.set(token, nr)
      if (paper.acked < nr) continue
      this.waiting.delete(token)
      this.acked.set(token, performance.now())
    }
  }

  async write () {
    await pause(Math.random() * this.world.pace.type)
    while (!this.world.stopped) {
      if (this.waiting.size < AHEAD_MAX) this.line()
      await pause(this.world.pace.type * (0.5 + Math.random()))
    }
  }

  line () {
    const token = `t${this.nr}-${++this.n}.`
    const paper = this.paper
    this.sent.set(token, { at: performance.now(), node: this.joined ? this.node : undefined })
    this.waiting.set(token, undefined)
    this.reader.root.push([paragraph(token)])
    if (paper !== undefined) this.waiting.set(token, paper.nr)
    return token
  }
}

/** Reads everything: the topics of what is worked on, by their versions, and the documents. */
export class Follower extends Seat {
  constructor (world, persona, node, topics, documents) {
    super(world, persona, node)
    this.topics = new Map(topics.map(topic => [topic, { topic, v: 0, told: [], gaps: [] }]))
    this.readers = new Map(documents.map(id => [id, new Reader(this)]))
    this.papers = []
  }

  async enter (socket) {
    socket.places = new Map()
    for (const held of this.topics.values()) await this.subscribe(socket, held)
    for (const [id, reader] of this.readers) this.papers.push(await socket.document(id, reader.doc))
  }

  async subscribe (socket, held) {
    const pos = held.e === undefined ? undefined : { e: held.e, v: held.v }
    const answer = await socket.subscribe(held.topic, pos)
    if (answer?.t !== 'ok') throw new Error(`sub ${answer?.code ?? JSON.stringify(socket.closed ?? 'silent')}`)
  }

  leave () {
    this.papers.forEach(paper => paper.leave())
    this.papers = []
  }

  take (frame, socket) {
    const held = frame.t === 'ok' ? this.topics.get(frame.topic) : socket.places?.get(frame.a)
    if (held === undefined) {
      // Of a document: it comes anew with the next subscription.
      if (frame.t === 'resync' || frame.t === 'revoked') socket.done = true
      return
    }
    const at = performance.now()
    if (frame.t === 'ok') {
      socket.places.set(frame.a, held)
      held.e = frame.e
      held.how = frame.how
    } else if (frame.t === 'snap') {
      held.b = frame.b
      held.v = frame.v
      held.told.push({ v: frame.v, at, node: this.node })
    } else if (frame.t === 'ev' && frame.v > held.v) {
      if (frame.v !== held.v + 1) {
        held.gaps.push(`${held.topic}: ${frame.v} after ${held.v} at ${this.world.names[this.node]}`)
        return this.anew(socket, held)
      }
      held.b = frame.b
      held.v = frame.v
      held.told.push({ v: frame.v, k: frame.k, at, node: this.node })
    } else if (frame.t === 'resync') {
      this.anew(socket, held)
    } else if (frame.t === 'revoked') {
      this.note(`revoked ${held.topic}`)
      socket.done = true
    }
  }

  anew (socket, held) {
    this.subscribe(socket, held).catch(error => {
      this.note(error.message)
      socket.done = true
    })
  }

  /** Whether it holds what was done, and every line. */
  has ({ topic, v }) { return (this.topics.get(topic)?.v ?? 0) >= v }
}
