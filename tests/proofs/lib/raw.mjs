// A WebSocket client that can misbehave: the handshake with any headers, then any bytes as frames. RFC 6455, just enough.

import { createHash, randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { until } from './proof.mjs'
import { sent } from './sent.mjs'

export class RawSocket {
  /** Shakes hands at `path`, `null` leaves a header out. `status` is 101 or what the server answered instead. */
  static async open (session, path, { origin = session.base, cookie = session.cookie, protocol, headers = {}, limit = 15_000 } = {}) {
    const raw = new RawSocket(session.base)
    const key = randomBytes(16).toString('base64')
    const lines = {
      Host: new URL(session.base).host,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': key,
      ...(cookie === null ? {} : { Cookie: cookie }),
      ...(origin === null ? {} : { Origin: origin }),
      ...(protocol === undefined ? {} : { 'Sec-WebSocket-Protocol': protocol }),
      ...headers
    }
    raw.write(`GET ${path} HTTP/1.1\r\n${Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
    await until(() => raw.status !== undefined || raw.ended, ask => raw.listen(ask), limit)
    raw.accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    return raw
  }

  constructor (base) {
    const { hostname, port } = new URL(base)
    this.socket = connect(Number(port), hostname)
    this.socket.on('data', data => this.read(data))
    this.socket.on('close', () => this.end())
    this.socket.on('error', () => this.end())
    this.buffer = Buffer.alloc(0)
    this.frames = []
    this.asks = new Set()
    this.ended = false
  }

  listen (ask) {
    this.asks.add(ask)
    return () => this.asks.delete(ask)
  }

  end () {
    this.ended = true
    this.asks.forEach(ask => ask())
  }

  read (data) {
    this.buffer = Buffer.concat([this.buffer, data])
    if (this.status === undefined) {
      const end = this.buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      this.status = Number(this.buffer.toString('latin1', 9, 12))
      this.buffer = this.buffer.subarray(end + 4)
    }
    for (;;) {
      if (this.status !== 101 || this.buffer.length < 2) break
      let length = this.buffer[1] & 0x7f
      let at = 2
      if (length === 126) { length = this.buffer.length < 4 ? Infinity : this.buffer.readUInt16BE(2); at = 4 }
      if (length === 127) { length = this.buffer.length < 10 ? Infinity : Number(this.buffer.readBigUInt64BE(2)); at = 10 }
      if (this.buffer.length < at + length) break
      const opcode = this.buffer[0] & 0x0f
      const payload = this.buffer.subarray(at, at + length)
      if (opcode === 8) this.code = length >= 2 ? payload.readUInt16BE(0) : 1005
      else if (opcode === 9) this.frame(10, payload)
      else this.frames.push({ opcode, payload: Buffer.from(payload) })
      this.buffer = this.buffer.subarray(at + length)
    }
    this.asks.forEach(ask => ask())
  }

  /** One frame as it should be, or bent: `{fin, rsv, mask, length}`. */
  frame (opcode, payload = Buffer.alloc(0), { fin = true, rsv = 0, mask = true, length } = {}) {
    const body = Buffer.from(payload)
    const size = length ?? BigInt(body.length)
    const head = size < 126n
      ? Buffer.from([0, Number(size)])
      : size < 65536n ? Buffer.from([0, 126, Number(size >> 8n), Number(size & 255n)]) : Buffer.alloc(10)
    if (size >= 65536n) {
      head[1] = 127
      head.writeBigUInt64BE(size, 2)
    }
    head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode
    if (!mask) return this.write(Buffer.concat([head, body]))
    head[1] |= 0x80
    const key = randomBytes(4)
    return this.write(Buffer.concat([head, key, body.map((byte, i) => byte ^ key[i & 3])]))
  }

  text (value, bent) { return this.frame(1, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), bent) }

  binary (bytes, bent) { return this.frame(2, bytes, bent) }

  write (bytes) {
    if (!this.socket.writable) return false
    sent.bytes += bytes.length
    return this.socket.write(bytes)
  }

  /** The close code; 1006 when the line just went; undefined when it is still open after `limit`. */
  async closed (limit = 15_000) {
    await until(() => this.code !== undefined || this.ended, ask => this.listen(ask), limit)
    return this.code ?? (this.ended ? 1006 : undefined)
  }

  /** The first frame that fits. */
  async heard (fits, limit = 15_000) {
    await until(() => this.ended || this.frames.some(fits), ask => this.listen(ask), limit)
    return this.frames.find(fits)
  }

  json (fits, limit) {
    const parsed = frame => { try { return JSON.parse(frame.payload) } catch { return {} } }
    return this.heard(frame => frame.opcode === 1 && fits(parsed(frame)), limit).then(frame => frame && parsed(frame))
  }

  destroy () { this.socket.destroy() }
}

/** One HTTP request as raw bytes: what comes back, and whether the server hung up. With `close`: it is waited for that it does. */
export async function request (base, bytes, { limit = 20_000, trickle, close = false } = {}) {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  const out = { text: '', ended: false, ms: 0 }
  const asks = new Set()
  const tell = () => asks.forEach(ask => ask())
  const since = performance.now()
  const answered = () => /^HTTP\/1\.1 \d+[^]*\r\n\r\n/.test(out.text)
  socket.on('data', data => { out.text += data.toString('latin1'); tell() })
  socket.on('close', () => { out.ended = true; tell() })
  socket.on('error', () => { out.ended = true; tell() })
  sent.bytes += Buffer.byteLength(bytes)
  socket.write(bytes)
  const timer = trickle && setInterval(() => socket.writable && socket.write('x'), trickle)
  await until(() => out.ended || answered(), ask => { asks.add(ask) }, limit)
  clearInterval(timer)
  out.ms = performance.now() - since
  if (close) await until(() => out.ended, ask => { asks.add(ask) }, 5000)
  socket.destroy()
  return parsed(out)
}

function parsed (out) {
  out.status = Number(/^HTTP\/1\.1 (\d+)/.exec(out.text)?.[1] ?? 0)
  out.code = /"code":"([^"]+)"/.exec(out.text)?.[1]
  out.answers = out.text.match(/HTTP\/1\.1 \d{3} /g)?.length ?? 0
  return out
}

/** A request whose body goes on for `total` bytes in chunks, as fast as they are taken, until there is an answer or the server hangs up. */
export async function pour (base, head, { total, piece = 65_536, end = false, limit = 30_000 }) {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  const out = { text: '', ended: false, taken: 0 }
  const asks = new Set()
  const tell = () => asks.forEach(ask => ask())
  const answered = () => /^HTTP\/1\.1 \d+[^]*\r\n\r\n/.test(out.text)
  socket.on('drain', tell)
  socket.on('data', data => { out.text += data.toString('latin1'); tell() })
  socket.on('close', () => { out.ended = true; tell() })
  socket.on('error', () => { out.ended = true; tell() })
  const hear = ask => { asks.add(ask); return () => asks.delete(ask) }
  const chunk = Buffer.from(`${piece.toString(16)}\r\n${'x'.repeat(piece)}\r\n`)
  socket.write(head)
  for (let gone = 0; gone < total && !out.ended && !answered(); gone += piece) {
    sent.bytes += chunk.length
    const full = !socket.write(chunk)
    if (full) await until(() => !socket.writableNeedDrain || out.ended || answered(), hear, limit)
    out.taken += piece
  }
  if (end && !out.ended && !answered()) socket.write('0\r\n\r\n')
  await until(() => out.ended || answered(), hear, limit)
  socket.destroy()
  return parsed(out)
}
