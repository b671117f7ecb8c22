// Several nodes of the product at one PostgreSQL, with a Redis between them: each a process of its own, with its own data folder and one
// key for all.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { Server } from './server.mjs'

/** The server that scripts/with-postgres.sh started. */
export const POSTGRES = process.env.KEUKENTAFEL_TEST_POSTGRES

/** A Redis of the proof's own: it keeps nothing, and can be ended. */
export class Redis {
  static async start (dir) {
    const redis = new Redis()
    redis.dir = `${dir}/redis`
    mkdirSync(redis.dir)
    redis.password = randomBytes(18).toString('hex')
    redis.port = await freePort()
    await redis.up()
    return redis
  }

  get url () { return `redis://default:${this.password}@127.0.0.1:${this.port}` }

  async up () {
    const conf = `${this.dir}/redis.conf`
    writeFileSync(conf, `bind 127.0.0.1\nport ${this.port}\nrequirepass ${this.password}\nsave ""\nappendonly no\ndir ${this.dir}\n`, { mode: 0o600 })
    this.child = spawn('redis-server', [conf], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    for await (const part of this.child.stdout) {
      said += part
      if (said.includes('Ready to accept connections')) break
    }
    this.child.stdout.resume()
  }

  /** As a crash. */
  async kill () {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await gone
  }

  /** One command, as an operator gives it. */
  async order (...words) {
    const socket = connect(this.port, '127.0.0.1')
    await once(socket, 'connect')
    const said = list => `*${list.length}\r\n${list.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`
    socket.write(said(['AUTH', this.password]) + said(words))
    const answers = []
    for await (const part of socket) {
      answers.push(String(part))
      if (answers.join('').split('\r\n').length > 2) break
    }
    socket.destroy()
    return answers.join('')
  }
}

export class Nodes {
  static async start (proof, names, { redis, url = POSTGRES, key = `${proof.dir}/sleutel`, settings = {} } = {}) {
    const nodes = new Nodes()
    nodes.all = []
    nodes.key = key
    for (const name of names) {
      const dir = `${proof.dir}/${name}`
      mkdirSync(dir)
      const env = {
        KEUKENTAFEL_DATABASE_URL: url,
        KEUKENTAFEL_KEY_FILE: nodes.key,
        KEUKENTAFEL_NODE: name,
        ...settings,
        ...(redis === undefined ? {} : { KEUKENTAFEL_REDIS_URL: redis.url })
      }
      nodes.all.push(proof.own(await Server.start({ dir, env })))
    }
    return nodes
  }

  at (turn) { return this.all[turn % this.all.length] }
}

/** A figure of a node, from its metrics; 0 when it was never counted. */
export async function figure (server, name) {
  const text = await (await fetch(`${server.base}/metrics`)).text()
  const lines = text.split('\n').filter(line => line.startsWith(name) && !line.startsWith('#'))
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
}

/** Asked again until it is so, or time is out: for what no socket tells. */
export async function becomes (ask, limit = 20_000) {
  const end = performance.now() + limit
  for (;;) {
    if (await ask()) return true
    if (performance.now() > end) return false
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** One that nobody listens on now. */
export async function freePort () {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
