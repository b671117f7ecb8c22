// The product as a process of its own, over real sockets, and people who are logged in to it.

import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { sent } from './sent.mjs'

const ROOT = resolve(import.meta.dirname, '../../..')
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target')
export const BIN = process.env.KT_BIN ?? join(TARGET, 'debug', 'keukentafel')

/** A debug build on a busy machine; a start that takes longer than this has failed. */
const START_MS_MAX = 60_000

export class Server {
  constructor (options) {
    Object.assign(this, { mode: 'demo', env: {}, args: [], address: '127.0.0.1:0', log: `${options.dir}.log` }, options)
  }

  /** Starts on `dir` and waits for the line that says where it listens. */
  static async start (options) {
    if (!existsSync(BIN)) throw new Error(`no binary at ${BIN}: cargo build -p keukentafel-web, or set KT_BIN`)
    const server = new Server(options)
    await server.up()
    return server
  }

  async up (env = this.env) {
    const err = openSync(this.log, 'a')
    const child = spawn(BIN, [this.mode, '--adres', this.address, '--data', this.dir, ...this.args], {
      env: { ...process.env, ...settings(this.dir), RUST_BACKTRACE: '1', ...env },
      stdio: ['ignore', 'pipe', err]
    })
    closeSync(err)
    this.child = child
    this.exited = new Promise(resolve => {
      child.once('error', error => resolve({ error }))
      child.once('exit', (code, signal) => resolve({ code, signal }))
    })
    this.ended = undefined
    this.exited.then(how => { if (this.child === child) this.ended = how })
    const lines = createInterface({ input: child.stdout })
    const address = new Promise(resolve => lines.on('line', line => {
      const found = /luistert op (http:\/\/(127\.0\.0\.1:\d+))/.exec(line)
      if (found) resolve(found)
    }))
    const timeout = new Promise(resolve => setTimeout(resolve, START_MS_MAX, undefined).unref())
    const first = await Promise.race([address, this.exited.then(() => undefined), timeout])
    if (first === undefined) {
      child.kill('SIGKILL')
      const how = await this.exited
      throw Object.assign(new Error(`the server did not start (${JSON.stringify(how)}): ${this.tail()}`), { how })
    }
    ;[, this.base, this.address] = first
    return this
  }

  get pid () { return this.child.pid }

  /** What the process holds in memory, in bytes. */
  rss () {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))
    return Number(line[1]) * 1024
  }

  /** As a crash: SIGKILL. Comes back when the process is gone. */
  async kill () {
    if (this.ended === undefined) this.child.kill('SIGKILL')
    return this.exited
  }

  /** As an operator: SIGTERM, and the process may finish. */
  async stop () {
    if (this.ended === undefined) this.child.kill('SIGTERM')
    return this.exited
  }

  /** SIGKILL, then up again on the same data and the same port. */
  async bounce () {
    await this.kill()
    return this.up()
  }

  tail (lines = 12) {
    try { return readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') } catch { return '' }
  }

  async alive () {
    try { return (await fetch(`${this.base}/healthz`, { signal: AbortSignal.timeout(10_000) })).ok } catch { return false }
  }

  async login (persona) {
    const session = new Session(this, persona)
    await session.enter()
    return session
  }
}

/** What server and tools have to agree on: which folder, and which file in it. */
function settings (dir) {
  return { KEUKENTAFEL_DATA: dir, KEUKENTAFEL_DATABASE_URL: `sqlite:${join(dir, 'demo.sqlite')}` }
}

/** One subcommand of the binary on the data in `dir`, to its end. */
export function run (dir, args) {
  const done = spawnSync(BIN, [...args, '--data', dir], { env: { ...process.env, ...settings(dir) }, encoding: 'utf8', maxBuffer: 1 << 30 })
  return { code: done.status, out: done.stdout ?? '', err: done.stderr ?? String(done.error ?? '') }
}

/** The rows of a document's log, as they were stored: `[{seq, door, sessie, at, update: Uint8Array}]`. */
export function exportRows (dir, document) {
  const file = `${dir}.${document}.jsonl`
  rmSync(file, { force: true })
  const { code, err } = run(dir, ['export', '--document', document, '--naar', file])
  if (code !== 0) throw new Error(`export ended with ${code}: ${err}`)
  return readFileSync(file, 'utf8').split('\n').filter(line => line !== '').map(line => {
    const row = JSON.parse(line)
    return { ...row, update: Uint8Array.from(Buffer.from(row.update, 'hex')) }
  })
}

/** The trail, as it was stored: `[{at, wie, handeling, object, uitkomst, code}]`, `wie` as bare hexadecimal. */
export function exportTrail (dir) {
  const folder = `${dir}.export`
  rmSync(folder, { recursive: true, force: true })
  const { code, err } = run(dir, ['export', '--naar', folder])
  if (code !== 0) throw new Error(`export ended with ${code}: ${err}`)
  return readFileSync(join(folder, 'audit.jsonl'), 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line))
}

/** Integrity of the store and of every chain. Others go on meanwhile: whoever speaks to them hears it when they close a connection. */
export async function checkStore (dir, env = {}) {
  const child = spawn(BIN, ['check', '--data', dir], { env: { ...process.env, ...settings(dir), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await ended
  const said = `${out}${err}`.trim()
  return { ok: code === 0, said, text: said.split('\n').slice(-6).join(' | ') }
}

/** Somebody who is logged in. The cookie is looked up at every use, so that it may be renewed. */
export class Session {
  constructor (server, persona) {
    this.server = server
    this.persona = persona
    this.cookie = ''
  }

  get base () { return this.server.base }

  async enter () {
    const answer = await fetch(`${this.base}/demo/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona: this.persona })
    })
    const cookie = answer.headers.getSetCookie().map(line => line.split(';')[0]).find(pair => pair.startsWith('__Host-kt='))
    if (!answer.ok || cookie === undefined) throw new Error(`login ${this.persona}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer().catch(() => {})
    this.cookie = cookie
    const ik = await this.get('/api/v1/ik')
    if (ik.status !== 200) throw new Error(`ik ${this.persona}: ${ik.status} ${ik.text}`)
    this.ik = ik.body
  }

  /** Logs in again when the session did not outlive a restart. */
  async reenter () {
    if ((await this.get('/api/v1/ik')).status !== 200) await this.enter()
  }

  /** Proves anew who this is: opens for some minutes the acts that ask for it, under another cookie. Its sockets close, and may come back. */
  async stapOp () {
    this.stepping ??= this.once('POST', '/demo/stap-op', {}).then(answer => {
      if (answer.status !== 200) throw new Error(`stap-op ${this.persona}: ${answer.status} ${answer.text}`)
      this.cookie = answer.headers.getSetCookie().map(line => line.split(';')[0]).find(pair => pair.startsWith('__Host-kt=')) ?? this.cookie
    }).finally(() => { this.stepping = undefined })
    return this.stepping
  }

  /** As the client does: what asks for a fresh proof gets it and is sent once more; what was under way with the cookie of before, too. */
  async send (method, path, body, headers = {}) {
    const before = this.cookie
    const answer = await this.once(method, path, body, headers)
    // The cookie of before ends when the server has made the next, and that may be heard first.
    if (answer.status === 401 && this.stepping !== undefined) await this.stepping
    const asks = answer.body?.code === 'sessie.stap_op' && !path.startsWith('/api/v1/sessie')
    if (asks && before === this.cookie) await this.stapOp()
    if (!asks && !(answer.status === 401 && before !== this.cookie && headers.Cookie === undefined)) return answer
    return this.once(method, path, body, headers)
  }

  async once (method, path, body, headers = {}) {
    const bytes = body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    // Without the headers that fetch adds by itself: less than went, never more.
    sent.bytes += Buffer.byteLength(path) + Buffer.byteLength(bytes ?? '') + this.cookie.length
    const answer = await fetch(this.base + path, {
      method,
      headers: {
        Cookie: this.cookie,
        ...(method === 'GET' ? {} : { 'X-Keukentafel': '1', 'Content-Type': 'application/json', Origin: this.base }),
        ...headers
      },
      body: bytes,
      redirect: 'manual'
    })
    const text = await answer.text()
    let json
    try { json = JSON.parse(text) } catch { /* not every answer is JSON */ }
    return { status: answer.status, headers: answer.headers, text, body: json }
  }

  get (path) { return this.send('GET', path) }

  post (path, body, headers) { return this.send('POST', path, body, headers) }

  /** As `post`, and it has to be done. */
  async done (path, body, headers) {
    const answer = await this.post(path, body, headers)
    if (answer.status < 200 || answer.status > 202) throw new Error(`${this.persona} POST ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
}

/** An outside system that reports signalen with its key. */
export class Bron {
  constructor (server, sleutel) { Object.assign(this, { server, sleutel }) }

  async send (method, path, body) {
    const answer = await fetch(this.server.base + path, {
      method, headers: { 'Content-Type': 'application/json', 'X-Signaalsleutel': this.sleutel }, body: JSON.stringify(body)
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) }
  }
}

/** UUIDv7: the command id that goes into `Idempotency-Key`. */
export function uuidv7 () {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6] & 0x0f) | 0x70
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A table to sit at: somebody, a zaak that Kevin and Emma work on, and as many gespreksverslagen as asked for. */
export class Table {
  static async lay (server) {
    const table = new Table()
    table.server = server
    ;[table.linda, table.kevin, table.emma] = await Promise.all(['linda', 'kevin', 'emma'].map(name => server.login(name)))
    const achternaam = `Persoon-${uuidv7().slice(-6)}`
    table.persoonVraag = { naam: achternaam, geboortedatum: '1980-02-29' }
    table.persoon = (await table.linda.done('/api/v1/personen', { voornamen: 'Proef', achternaam, geboortedatum: '1980-02-29' })).id
    const types = (await table.linda.get('/api/v1/zaaktypen')).body.items.map(item => item.code)
    table.zaaktype = types.find(code => /JEUGD/.test(code)) ?? types[0]
    table.zaak = (await table.melding(uuidv7(), 'Gesprek aan de keukentafel')).body.id
    await table.linda.done(`/api/v1/zaken/${table.zaak}/toewijzen`, { behandelaars: [table.kevin.ik.id, table.emma.ik.id] })
    return table
  }

  melding (key, onderwerp, persoon = this.persoon) {
    return this.linda.post('/api/v1/meldingen', {
      persoon, zaaktype: this.zaaktype, onderwerp, kanaal: 'telefoon'
    }, { 'Idempotency-Key': key })
  }

  /** A fresh document that both may write: `{id, gesprek}`. */
  document () {
    return this.kevin.done(`/api/v1/zaken/${this.zaak}/documenten`, {
      soort: 'gespreksverslag', zaken: [this.zaak], deelnemers: [this.kevin.ik.id, this.emma.ik.id]
    })
  }

  async tekst (id) {
    const answer = await this.kevin.get(`/api/v1/documenten/${id}/tekst`)
    if (answer.status !== 200) throw new Error(`tekst: ${answer.status} ${answer.text}`)
    return answer.text
  }

  reenter () { return Promise.all([this.linda, this.kevin, this.emma].map(session => session.reenter())) }
}
