// A small client of `/rt` (docs/PROTOCOL.md §3): control frames as JSON, one document with its acknowledgements.

import WebSocket from 'ws'
import * as Y from 'yjs'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import { paragraph, plainText } from './stock.mjs'
import { until } from './proof.mjs'

const SYNC = 1
const COMMITTED = 3
const ACK = 4

export class RtClient {
  /** Connects and says hallo; throws when the server does not say welkom. */
  static async open (session) {
    const client = new RtClient(session)
    if (!await client.heard(frame => frame.t === 'welkom')) throw new Error(`no welkom for ${session.persona}: ${JSON.stringify(client.closed)}`)
    return client
  }

  constructor (session, { hallo = true } = {}) {
    this.session = session
    this.frames = []
    this.documents = new Map()
    this.asked = 0
    this.asks = new Set()
    this.ws = new WebSocket(`${session.base.replace('http', 'ws')}/rt`, 'kt.v1.json', {
      headers: { Cookie: session.cookie }, origin: session.base, perMessageDeflate: false
    })
    this.ws.on('open', () => { if (hallo) this.send({ t: 'hallo', tab: crypto.randomUUID() }) })
    this.ws.on('message', (data, binary) => {
      if (binary) this.takeBinary(new Uint8Array(data))
      else this.takeText(JSON.parse(String(data)))
      this.changed()
    })
    this.ws.on('unexpected-response', (request, response) => {
      this.closed = { code: response.statusCode, at: performance.now() }
      request.destroy()
      this.changed()
    })
    this.ws.on('close', (code, reason) => {
      this.closed ??= { code, reason: String(reason), at: performance.now() }
      this.changed()
    })
    this.ws.on('error', () => {})
  }

  changed () { this.asks.forEach(ask => ask()) }

  listen (ask) {
    this.asks.add(ask)
    return () => this.asks.delete(ask)
  }

  send (frame) { if (this.ws.readyState === WebSocket.OPEN) this.ws.send(JSON.stringify(frame)) }

  sendBytes (bytes) { if (this.ws.readyState === WebSocket.OPEN) this.ws.send(bytes) }

  takeText (frame) {
    frame.at_ms = performance.now()
    if (frame.t === 'ping') this.send({ t: 'pong', n: frame.n })
    this.frames.push(frame)
  }

  takeBinary (bytes) {
    const decoder = decoding.createDecoder(bytes)
    const kind = decoding.readUint8(decoder)
    this.documents.get(decoding.readVarUint(decoder))?.take(kind, decoder)
  }

  /** The first frame that fits, now or when it comes; undefined when the socket closes or time runs out. */
  async heard (fits, limit = 30_000) {
    await until(() => this.frames.some(fits) || this.closed !== undefined, ask => this.listen(ask), limit)
    return this.frames.find(fits)
  }

  /** Subscribes: the `ok` or the `err` that answers it. */
  async subscribe (topic, pos) {
    const r = ++this.asked
    this.send({ t: 'sub', r, topic, ...(pos === undefined ? {} : { pos }) })
    return this.heard(frame => frame.r === r && (frame.t === 'ok' || frame.t === 'err'))
  }

  /** Follows a document. With `doc` it goes on in that one: of what the server lacks it is told when it asks. */
  async document (id, doc = new Y.Doc()) {
    const document = new RtDocument(this, doc)
    // The number is known with `ok`; the rows come after it on the same socket, so the place has to be laid at once.
    const off = this.listen(() => {
      const ok = this.frames.at(-1)
      if (ok?.t === 'ok' && ok.topic === `document/${id}` && document.a === undefined) document.join(ok)
    })
    const answer = await this.subscribe(`document/${id}`)
    off()
    if (answer?.t === 'ok') return document
    document.leave()
    throw new Error(`document ${id}: ${JSON.stringify(answer ?? this.closed)}`)
  }

  destroy () { this.ws.terminate() }
}

class RtDocument {
  constructor (client, doc) {
    this.client = client
    this.doc = doc
    this.root = this.doc.get('default', Y.XmlFragment)
    this.nr = 0
    this.acked = 0
    this.seq = 0
    this.seen = 0
    /** The number of the frame that answered the server's question what it lacks: all of the document up to then. */
    this.told = undefined
    this.own = (update, origin) => { if (origin !== this) this.push(update) }
    this.doc.on('update', this.own)
  }

  /** Sends nothing more of the document, which may go on over another socket. */
  leave () { this.doc.off('update', this.own) }

  join (ok) {
    this.a = ok.a
    this.ok = ok
    this.client.documents.set(ok.a, this)
  }

  get text () { return plainText(this.root) }

  /** What is written before it has a number goes along with the answer to the server's question. */
  push (update) { if (this.a !== undefined) this.frame(encoder => sync.writeUpdate(encoder, update)) }

  /** One sync message in a frame with the next number. */
  frame (write) {
    this.nr += 1
    const message = encoding.encode(encoder => {
      encoding.writeVarUint(encoder, 0)
      write(encoder)
    })
    this.client.sendBytes(encoding.encode(encoder => {
      encoding.writeUint8(encoder, SYNC)
      encoding.writeVarUint(encoder, this.a)
      encoding.writeVarUint(encoder, this.nr)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, message)
    }))
  }

  take (kind, decoder) {
    if (kind === ACK) {
      this.acked = decoding.readVarUint(decoder)
      this.seq = decoding.readVarUint(decoder)
    } else if (kind === COMMITTED) {
      const from = decoding.readVarUint(decoder)
      const count = decoding.readVarUint(decoder)
      for (let i = 0; i < count; i += 1) Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
      this.seen = Math.max(this.seen, from + count - 1)
    } else if (kind === SYNC) {
      decoding.readVarUint(decoder)
      for (let n = decoding.readVarUint(decoder); n > 0; n -= 1) {
        const bytes = decoding.readVarUint8Array(decoder)
        // A whole y-websocket message: its type (sync) and the sync message. Until its step 1 is answered, nothing is acked.
        const message = decoding.createDecoder(bytes.subarray(1))
        if (decoding.readVarUint(message) === sync.messageYjsSyncStep1) {
          const vector = decoding.readVarUint8Array(message)
          this.frame(encoder => sync.writeSyncStep2(encoder, this.doc, vector))
          this.told = this.nr
        }
      }
    }
  }

  /** Adds a paragraph; hands back the number of the frame that carried it. */
  write (text) {
    this.root.push([paragraph(text)])
    return this.nr
  }
}
