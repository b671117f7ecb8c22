// Two nodes (LONG: three) at one PostgreSQL, with a Redis between them, are one server: whoever works at one sees what is done at another,
// nothing is lost or done twice, and a right that ends at one ends on the screens of all.
//
// 64 people at once on one zaak and in one report, over all nodes, each command sent to a second node too; a node that is stopped for a
// while in the middle of it and goes on; rights that end, with Redis and without. Twin (FAALT=1): the nodes are at two databases.

import { FAALT, LONG, ms, percentile, prove, until } from './lib/proof.mjs'
import { becomes, figure, Nodes, POSTGRES, Redis } from './lib/nodes.mjs'
import { Line } from './lib/postgres.mjs'
import { World } from './lib/pressure.mjs'
import { againstJournal } from './lib/reckoning.mjs'
import { RtClient } from './lib/rt.mjs'
import { pause } from './lib/seats.mjs'
import { Server, Table, uuidv7 } from './lib/server.mjs'
import { StockClient } from './lib/stock.mjs'

const NAMES = LONG ? ['n1', 'n2', 'n3'] : ['n1', 'n2']
const WRITERS = 64
/** In the full form longer than a turn lasts. */
const STOPPED_MS = LONG ? 30_000 : 6_000
const ROUNDS = FAALT ? 1 : LONG ? 50 : 4
/** Judged with LONG=1: on a machine that others use too it is printed. */
const REVOKE_MS_MAX = 2_000
/** Sent again when the outcome is unknown, on a machine that is slow. */
const REPEATS_MAX = 10
const PATIENCE_MS = FAALT ? 3_000 : 60_000

await prove('nodes', async proof => {
  const redis = proof.own(await Redis.start(proof.dir))
  const nodes = await Nodes.start(proof, NAMES, { redis })
  if (FAALT) nodes.all[1] = proof.own(await Server.start({ dir: `${proof.dir}/apart` }))
  const table = await Table.lay(nodes.all[0])
  const { id, gesprek } = await table.document()
  const people = []
  for (const server of nodes.all) people.push({ server, kevin: await server.login('kevin'), emma: await server.login('emma') })
  for (const { server, emma } of people) {
    const there = await becomes(async () => (await emma.get(`/api/v1/documenten/${id}`)).status === 200, PATIENCE_MS)
    if (!proof.check(`the report is there at ${server.base}`, there)) return 'the nodes do not share a record'
  }

  const zaak = await oneZaak(proof, table, people)
  const text = await oneText(proof, people, id)
  const stopped = await oneStops(proof, nodes, people, id)
  const took = { met: [], zonder: [] }
  await revocations(proof, table, people, { id, gesprek }, took.met, 'with Redis')
  await redis.kill()
  for (const server of nodes.all) proof.check('without Redis a node is ready', (await fetch(`${server.base}/readyz`)).ok)
  const noticed = await becomes(async () => (await Promise.all(nodes.all.map(server => figure(server, 'keukentafel_bus_up')))).every(up => up === 0))
  proof.check('each node says that Redis is away', noticed)
  await revocations(proof, table, people, { id, gesprek }, took.zonder, 'without Redis')
  await redis.up()
  const back = await becomes(async () => (await Promise.all(nodes.all.map(server => figure(server, 'keukentafel_bus_up')))).every(up => up === 1))
  proof.check('each node finds Redis again', back)
  await revocations(proof, table, people, { id, gesprek }, took.met, 'with Redis again', 1)

  const all = [...took.met, ...took.zonder]
  if (LONG) proof.check(`at most ${REVOKE_MS_MAX} ms`, Math.max(...all) <= REVOKE_MS_MAX, ms(Math.max(...all)))
  const of = list => `${ms(percentile(list, 50))} (median) ${ms(Math.max(...list))} (most)`
  return `${NAMES.length} nodes: ${zaak}; ${text}; ${stopped}; a right that ends at one node is off the screens of the others in ${of(took.met)} with Redis, ${of(took.zonder)} without`
})

/** 64 commands on one zaak at once, each at two nodes: every one done once, and every screen has every version. */
async function oneZaak (proof, table, people) {
  const screens = await Promise.all(people.map(({ emma }) => RtClient.open(emma)))
  screens.forEach(screen => proof.own(screen))
  const topic = `zaak/${table.zaak}@wat`
  const oks = await Promise.all(screens.map(screen => screen.subscribe(topic)))
  const day = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10)
  let repeats = 0
  const answers = await Promise.all(Array.from({ length: WRITERS }, async (_, n) => {
    const key = uuidv7()
    // As the client does: of what nobody knows whether it was done the same is sent again.
    const send = async turn => {
      const { kevin } = people[turn % people.length]
      for (let again = 0; ; again += 1) {
        const answer = await kevin.post(`/api/v1/zaken/${table.zaak}/taken`, { omschrijving: `taak-${n}`, eigenaar: kevin.ik.id, dag: day }, { 'Idempotency-Key': key })
        if (answer.status !== 503 || again === REPEATS_MAX) return answer
        repeats += 1
        await new Promise(resolve => setTimeout(resolve, 500))
      }
    }
    const first = await send(n)
    return [first, await send(n + 1)]
  }))
  const refused = answers.flat().filter(answer => answer.status !== 200)
  proof.check('every command without a condition is done', refused.length === 0, refused.slice(0, 3).map(answer => `${answer.status} ${answer.text}`).join(' '))
  proof.check('the same command at another node is the same answer', answers.every(([een, twee]) => een.body?.versie === twee.body?.versie))
  const last = Math.max(...answers.map(([een]) => een.body?.versie ?? 0))
  for (const [at, screen] of screens.entries()) {
    const { a, v } = oks[at]
    const versions = () => screen.frames.filter(frame => frame.t === 'ev' && frame.a === a).map(frame => frame.v)
    await until(() => versions().at(-1) >= last, ask => screen.listen(ask), PATIENCE_MS)
    const wanted = Array.from({ length: last - v }, (_, n) => v + 1 + n)
    proof.check(`node ${at + 1}: every version, dense`, JSON.stringify(versions()) === JSON.stringify(wanted), `${versions().length} of ${wanted.length}`)
    const seen = (await people[at].emma.get(`/api/v1/zaken/${table.zaak}`)).body
    const taken = seen.taken.map(taak => taak.omschrijving)
    proof.check(`node ${at + 1}: every taak once`, taken.length === WRITERS && new Set(taken).size === WRITERS, `${taken.length}`)
    screen.destroy()
  }
  return `${WRITERS} commands at once on one zaak, each at two nodes, 0 lost and 0 double (${repeats} sent again)`
}

/** 64 people in one report at once: everybody ends with one text, in which each line stands once. */
async function oneText (proof, people, id) {
  const clients = Array.from({ length: WRITERS }, (_, n) => proof.own(new StockClient(people[n % people.length][n % 4 < 2 ? 'kevin' : 'emma'], id)))
  const joined = await Promise.all(clients.map(client => client.synced(PATIENCE_MS)))
  proof.check('everybody is in the report', joined.every(Boolean))
  for (let line = 0; line < 3; line += 1) clients.forEach((client, n) => client.write(`w-${n}-${line}.`))
  const tokens = Array.from({ length: WRITERS * 3 }, (_, n) => `w-${n % WRITERS}-${Math.floor(n / WRITERS)}.`)
  // Told of each update: the text is read once, and only when it can hold all.
  const complete = client => {
    if (client.root.length < tokens.length) return false
    const text = client.text
    return tokens.every(token => text.includes(token))
  }
  const seen = await Promise.all(clients.map(client => until(() => complete(client), ask => client.listen(ask), PATIENCE_MS)))
  proof.check('everybody sees every line', seen.every(Boolean), `${seen.filter(Boolean).length} of ${WRITERS}`)
  proof.check('it is one text', new Set(clients.map(client => client.xml)).size === 1)
  for (const [at, { emma }] of people.entries()) {
    const text = (await emma.get(`/api/v1/documenten/${id}/tekst`)).text
    const counts = tokens.map(token => text.split(token).length - 1)
    proof.check(`node ${at + 1}: each line stands once`, counts.every(count => count === 1), `${counts.filter(count => count !== 1).length} not`)
  }
  clients.forEach(client => client.destroy())
  return `${WRITERS} people in one report, ${tokens.length} lines, one text`
}

/** The node that makes the letters is stopped in the middle of the work, the others go on, and it goes on too: nothing half, nothing lost, no letter twice. */
async function oneStops (proof, nodes, people, id) {
  const postgres = { line: () => Line.open(Number(new URL(POSTGRES).port)) }
  const size = { writers: 10, typists: 4, followers: 1, documents: 1, zaken: 2, taken: 4 }
  const world = await World.lay(proof, nodes, { pace: { write: 700, type: 300 }, size })
  world.begin()
  proof.check('everybody is at work', await world.calm(PATIENCE_MS) !== undefined)
  const line = await postgres.line()
  const holder = async () => (await line.ask("select houder from lease where naam = 'brieven'"))[0]?.[0]
  const held = world.names.indexOf(await holder())
  if (!proof.check('a node has the turn at letters', held >= 0)) return ''
  const [hier, daar] = [people[(held + 1) % people.length], people[held]]
  const [een, twee] = [proof.own(new StockClient(hier.kevin, id)), proof.own(new StockClient(daar.emma, id))]
  await Promise.all([een.synced(PATIENCE_MS), twee.synced(PATIENCE_MS)])
  twee.write('voor-het-stilstaan.')
  process.kill(daar.server.pid, 'SIGSTOP')
  const since = performance.now()
  een.write('tijdens-het-stilstaan.')
  twee.write('getypt-zonder-server.')
  // What it had begun and named it holds until the server of the database takes it away: then the others go on, on the same zaak too.
  const goOn = Promise.all(world.nodes.map((_, node) => node).filter(node => node !== held).map(node => world.give(world.contact(), node, { once: true, limit: STOPPED_MS })))
  await pause(STOPPED_MS)
  process.kill(daar.server.pid, 'SIGCONT')
  const during = world.ledger.filter(entry => entry.done !== undefined && entry.node !== held && entry.sent > since && entry.answered < since + STOPPED_MS)
  const others = await goOn
  proof.check('the other nodes go on', others.every(entry => entry.done !== undefined), others.map(entry => JSON.stringify(entry.tries)).join(' '))
  const lines = ['voor-het-stilstaan.', 'tijdens-het-stilstaan.', 'getypt-zonder-server.']
  for (const [name, client] of [['who stayed', een], ['who was at the stopped node', twee]]) {
    for (const line of lines) proof.check(`${name} sees ${line}`, await client.sees(line, PATIENCE_MS))
  }
  for (const [at, { emma }] of people.entries()) {
    const whole = await becomes(async () => {
      const text = (await emma.get(`/api/v1/documenten/${id}/tekst`)).text
      return lines.every(line => text.split(line).length === 2)
    }, PATIENCE_MS)
    proof.check(`node ${at + 1}: each line stands once`, whole)
  }
  een.destroy()
  twee.destroy()
  const took = await world.calm(PATIENCE_MS)
  proof.check('it is as before', took !== undefined)
  if (LONG) proof.check('another node took the turn that lay there', await holder() !== world.names[held])
  const short = await world.finish(PATIENCE_MS)
  proof.check('in the end everybody has everything', short.length === 0, short.slice(0, 4).join('; '))
  const open = "select count(*) from event v where v.soort = 'BriefGevraagd' and not exists (select 1 from event g where g.stream = v.stream and g.soort = 'BriefGemaakt')"
  proof.check('every letter was made', await becomes(async () => (await line.ask(open))[0][0] === '0', PATIENCE_MS))
  line.end()
  await againstJournal(proof, world, postgres, '-')
  await world.leave()
  return `a node stopped for ${STOPPED_MS / 1000} s in its turn goes on where it was (${during.length} commands at the others meanwhile, as before after ${ms(took ?? NaN)}), no letter twice`
}

/** Kevin takes Emma out at the first node; how long until she is off at the others. */
async function revocations (proof, table, people, { id, gesprek }, took, how, rounds = ROUNDS) {
  const change = body => people[0].kevin.done(`/api/v1/gesprekken/${gesprek}/deelnemers`, body)
  for (let round = 1; round <= rounds; round += 1) {
    for (const { emma } of people) await becomes(async () => (await emma.get(`/api/v1/documenten/${id}`)).status === 200, PATIENCE_MS)
    const screens = await Promise.all(people.slice(1).map(async ({ emma }) => {
      const yjs = proof.own(new StockClient(emma, id))
      const rt = proof.own(await RtClient.open(emma))
      const { a } = await rt.document(id)
      await yjs.synced(PATIENCE_MS)
      return { yjs, rt, a }
    }))
    const sent = performance.now()
    await change({ eraf: [table.emma.ik.id] })
    for (const { yjs, rt, a } of screens) {
      const shut = () => yjs.closes.find(close => close.code === 4403)
      const off = () => rt.frames.find(frame => frame.t === 'revoked' && frame.a === a)
      const closed = await until(shut, ask => { yjs.provider.on('connection-close', ask); yjs.provider.on('closed', ask) }, PATIENCE_MS)
      const told = await until(off, ask => rt.listen(ask), PATIENCE_MS)
      proof.check(`${how}, round ${round}: /yjs closes 4403 at another node`, closed, JSON.stringify(yjs.closes))
      proof.check(`${how}, round ${round}: /rt says revoked at another node`, told)
      if (closed) took.push(shut().at - sent)
      if (told) took.push(off().at_ms - sent)
      yjs.destroy()
      rt.destroy()
    }
    await change({ erbij: [table.emma.ik.id] })
  }
}
