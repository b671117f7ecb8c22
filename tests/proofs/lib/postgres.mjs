// A PostgreSQL of the proof's own: a process that can be ended, held and started again, and a line to it, as an administrator has.

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from './nodes.mjs'

const USER = 'keukentafel'
/** Two nodes open 32, the proof a few: so few that they can all be taken. */
const CONNECTIONS = 96
/** A start after a crash reads what was written since the last checkpoint. */
const START_MS_MAX = 60_000

export class Postgres {
  static async start ({ connections = CONNECTIONS } = {}) {
    const postgres = new Postgres()
    postgres.connections = connections
    // Short: the path of a socket has room for some hundred bytes.
    postgres.base = mkdtempSync(join(tmpdir(), 'kt-pg.'))
    postgres.dir = join(postgres.base, 'pg')
    mkdirSync(postgres.dir, { mode: 0o700 })
    postgres.bin = programs()
    postgres.as = {}
    // It does not run as root.
    if (process.getuid() === 0) {
      const [uid, gid] = nobody()
      chmodSync(postgres.base, 0o711)
      chownSync(postgres.dir, uid, gid)
      postgres.as = { uid, gid }
    }
    const made = spawnSync(join(postgres.bin, 'initdb'), ['-D', 'data', '-U', USER, '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8', '--no-sync'], {
      cwd: postgres.dir, encoding: 'utf8', ...postgres.as
    })
    if (made.status !== 0) throw new Error(`initdb: ${made.stdout}${made.stderr}`)
    postgres.port = await freePort()
    await postgres.up()
    return postgres
  }

  get url () { return `postgres://${USER}@127.0.0.1:${this.port}/postgres` }

  /** Starts on what is there, and comes back when it answers. */
  async up () {
    const log = openSync(join(this.base, 'log'), 'a')
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: this.dir,
      max_connections: this.connections,
      max_locks_per_transaction: 256,
      shared_buffers: '64MB',
      checkpoint_timeout: '1h',
      max_wal_size: '4GB'
    }
    this.child = spawn(join(this.bin, 'postgres'), ['-D', 'data', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
      cwd: this.dir, stdio: ['ignore', log, log], ...this.as
    })
    closeSync(log)
    const child = this.child
    this.gone = once(child, 'exit')
    const end = performance.now() + START_MS_MAX
    for (;;) {
      try {
        const line = await this.line()
        line.end()
        return
      } catch (error) {
        if (child.exitCode !== null || performance.now() > end) throw new Error(`PostgreSQL did not start: ${error.message}`, { cause: this.tail() })
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
  }

  /** Ends it: SIGINT throws everybody out, SIGQUIT writes nothing more (`stop -m immediate`). Comes back when it is gone. */
  async down (signal) {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal)
    await this.gone
  }

  /** Holds or lets go of the server and all its processes, as a machine that stands still. */
  hold (signal) {
    // What begins meanwhile is not held; the server itself, which would begin it, is first.
    const pids = [this.child.pid, ...childrenOf(this.child.pid)]
    for (const pid of pids) try { process.kill(pid, signal) } catch { /* it has ended */ }
  }

  /** Lays a copy aside of how it is now. */
  async keep () {
    await this.down('SIGINT')
    cpSync(join(this.dir, 'data'), join(this.dir, 'kept'), { recursive: true })
    this.owned('kept')
    await this.up()
  }

  /** As if everything since then was never there. */
  async putBack () {
    await this.down('SIGQUIT')
    rmSync(join(this.dir, 'data'), { recursive: true })
    renameSync(join(this.dir, 'kept'), join(this.dir, 'data'))
    await this.up()
  }

  owned (name) {
    if (this.as.uid === undefined) return
    for (const path of [join(this.dir, name), ...readdirSync(join(this.dir, name), { recursive: true }).map(path => join(this.dir, name, path))]) chownSync(path, this.as.uid, this.as.gid)
  }

  line () { return Line.open(this.port) }

  /** One question. */
  async ask (sql) {
    const line = await this.line()
    try { return await line.ask(sql) } finally { line.end() }
  }

  tail () { try { return readFileSync(join(this.base, 'log'), 'utf8').split('\n').slice(-12).join('\n') } catch { return '' } }

  async destroy () {
    this.hold('SIGCONT')
    await this.down('SIGQUIT')
    rmSync(this.base, { recursive: true, force: true })
  }
}

/** A connection that speaks the simple protocol (PostgreSQL's manual, 55.2.2), by trust. */
export class Line {
  static async open (port) {
    const line = new Line()
    line.socket = connect(port, '127.0.0.1')
    line.socket.on('error', () => {})
    line.messages = messages(line.socket)
    const asks = Buffer.from(`user\0${USER}\0database\0postgres\0application_name\0proef\0\0`)
    const head = Buffer.alloc(8)
    head.writeInt32BE(asks.length + 8, 0)
    head.writeInt32BE(3 << 16, 4)
    line.socket.write(Buffer.concat([head, asks]))
    try { await line.answer() } catch (error) {
      line.socket.destroy()
      throw error
    }
    return line
  }

  /** Rows as lists of texts. */
  ask (sql) {
    const text = Buffer.from(`${sql}\0`)
    const head = Buffer.alloc(5)
    head.write('Q')
    head.writeInt32BE(text.length + 4, 1)
    this.socket.write(Buffer.concat([head, text]))
    return this.answer()
  }

  async answer () {
    const rows = []
    let refused
    for (;;) {
      const { value, done } = await this.messages.next()
      if (done) throw refused ?? Object.assign(new Error('the connection closed'), { code: '08006' })
      const { kind, body } = value
      if (kind === 'D') rows.push(row(body))
      if (kind === 'E') refused = failure(body)
      // A refused start is followed by nothing.
      if (kind === 'E' && ['53300', '57P03', '57P01'].includes(refused.code)) throw refused
      if (kind === 'Z') {
        if (refused !== undefined) throw refused
        return rows
      }
    }
  }

  end () { this.socket.destroy() }
}

async function * messages (socket) {
  let waiting = Buffer.alloc(0)
  try {
    for await (const part of socket) {
      waiting = Buffer.concat([waiting, part])
      while (waiting.length >= 5 && waiting.length > waiting.readInt32BE(1)) {
        const length = 1 + waiting.readInt32BE(1)
        yield { kind: String.fromCharCode(waiting[0]), body: waiting.subarray(5, length) }
        waiting = waiting.subarray(length)
      }
    }
  } catch { /* closed is how it is told */ }
}

function row (body) {
  const values = []
  let at = 2
  for (let n = body.readInt16BE(0); n > 0; n -= 1) {
    const length = body.readInt32BE(at)
    at += 4
    values.push(length < 0 ? null : body.toString('utf8', at, at + length))
    at += Math.max(0, length)
  }
  return values
}

function failure (body) {
  const fields = Object.fromEntries(body.toString('utf8').split('\0').filter(Boolean).map(field => [field[0], field.slice(1)]))
  return Object.assign(new Error(fields.M), { code: fields.C })
}

/** The newest that is here: on the PATH, or where Debian puts it. */
function programs () {
  const found = spawnSync('sh', ['-c', 'command -v initdb || find /usr/lib/postgresql -maxdepth 3 -name initdb | sort -V | tail -n 1'], { encoding: 'utf8' }).stdout.trim()
  if (found === '') throw new Error('PostgreSQL is not here: scripts/need.sh postgres')
  return dirname(execFileSync('readlink', ['-f', found], { encoding: 'utf8' }).trim())
}

function nobody () {
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map(which => spawnSync('id', [which, name], { encoding: 'utf8' }))
    if (ids.every(id => id.status === 0)) return ids.map(id => Number(id.stdout))
  }
  throw new Error('nobody to run PostgreSQL as')
}

function childrenOf (parent) {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => {
    try { return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]) === parent } catch { return false }
  })
}
