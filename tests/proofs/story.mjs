// The story of two people and one report, in browsers, behind a proxy that gives each connection to the next of three nodes: a person's requests
// and sockets are at other nodes than a colleague's, and at another from one to the next. Then the database goes away under who types.
//
// The stories themselves are tests/browser/verhaal.spec.ts, which know of no nodes, and tests/browser/knopen.ts. Twin (FAALT=1): the third node is
// at a database of its own.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Nodes, Redis } from './lib/nodes.mjs'
import { Postgres } from './lib/postgres.mjs'
import { FAALT, LONG, prove } from './lib/proof.mjs'
import { Server } from './lib/server.mjs'
import { freeAddress } from './lib/sims.mjs'

const NAMES = ['n1', 'n2', 'n3']
const BROWSER = resolve(import.meta.dirname, '../browser')
/** In the short form; in the full form all of them. */
const STORIES = ['Linda registers a melding', 'Kevin and Emma write one report', 'the database goes away']
/** Of all requests, at each node: more would be a third. */
const SHARE_MIN = 0.1

await prove('story', async proof => {
  const postgres = proof.own(await Postgres.start({ connections: 200 }))
  const redis = proof.own(await Redis.start(proof.dir))
  const address = await freeAddress()
  const settings = { KEUKENTAFEL_OORSPRONGEN: `http://${address}` }
  const nodes = await Nodes.start(proof, NAMES, { redis, url: postgres.url, settings })
  if (FAALT) nodes.all[2] = proof.own(await Server.start({ dir: `${proof.dir}/apart`, env: settings }))
  const proxy = spawn(process.execPath, [resolve(import.meta.dirname, 'lib/proxy.mjs'), address, ...nodes.all.map(server => new URL(server.base).host)], { stdio: ['ignore', 'pipe', 'inherit'] })
  proof.own({ destroy: () => proxy.kill('SIGKILL') })
  await once(createInterface({ input: proxy.stdout }), 'line')
  const orders = proof.own(await listen({ '/postgres/weg': () => postgres.down('SIGQUIT'), '/postgres/terug': () => postgres.up() }))
  const only = LONG ? [] : ['--grep', FAALT ? STORIES[1] : STORIES.join('|')]
  const child = spawn('npx', ['playwright', 'test', '--config', 'knopen.config.ts', '--output', `${proof.dir}/uit`, '--reporter=list', ...only], {
    cwd: BROWSER, env: { ...process.env, KT_URL: `http://${address}`, KT_ORDERS: orders.url }, stdio: ['ignore', 'pipe', 'pipe']
  })
  const ended = once(child, 'close')
  const said = (await Promise.all([text(child.stdout), text(child.stderr)])).join('\n')
  const [code] = await ended
  const passed = Number(/(\d+) passed/.exec(said)?.[1] ?? 0)
  if (code !== 0) proof.say(said.slice(-4000))
  proof.check('every story is told to its end', code === 0 && passed > 0, `${passed} passed`)
  const counts = await Promise.all(nodes.all.map(requests))
  const total = counts.reduce((sum, count) => sum + count, 0)
  for (const [at, count] of counts.entries()) proof.check(`node ${at + 1} took part`, count >= SHARE_MIN * total, `${count} of ${total} requests`)
  return `${passed} stories in browsers over ${NAMES.length} nodes, ${total} requests (${counts.join(', ')})`
})

/** Requests that a node answered for the pages. */
async function requests (server) {
  const text = await (await fetch(`${server.base}/metrics`)).text()
  const lines = text.split('\n').filter(line => line.startsWith('keukentafel_http_requests_total') && line.includes('/api/'))
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
}

/** What a story has done to the machines below. */
async function listen (orders) {
  const server = createServer(async (request, response) => {
    try {
      await orders[request.url]()
      response.end()
    } catch (error) {
      response.statusCode = 500
      response.end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}`, destroy: () => server.close() }
}
