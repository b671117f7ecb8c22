// Whatever befalls Redis, PostgreSQL and the nodes themselves while people work: nothing that was acknowledged or that somebody saw is lost,
// nothing is done twice, nobody misses a version, and it goes on by itself.
//
// Two nodes (LONG: three), each a process of its own, at a PostgreSQL and a Redis that the proof ends, holds, fills and starts again. People
// give commands and write at all of them, others follow all of it, each with a ledger (lib/pressure.mjs, lib/seats.mjs). The faults come in an
// order that the seed draws (lib/faults.mjs). In the end the ledgers are held against the journal as it stands in the tables (lib/record.mjs), and
// every screen against a node that was started after all of it. Twin (FAALT=1): a PostgreSQL that was behind takes the place of the real one.

import { FAULTS } from './lib/faults.mjs'
import { Nodes, Redis } from './lib/nodes.mjs'
import { Postgres } from './lib/postgres.mjs'
import { spread, World } from './lib/pressure.mjs'
import { Chance, FAALT, LONG, ms, percentile, prove } from './lib/proof.mjs'
import { againstFresh, againstJournal, CLEAR } from './lib/reckoning.mjs'
import { pause } from './lib/seats.mjs'

const SEED = Number(process.env.SEED || 1)
const NAMES = LONG ? ['n1', 'n2', 'n3'] : ['n1', 'n2']
const ROUNDS = Number(process.env.ROUNDS || (LONG ? 3 : 1))
const SIZE = LONG ? { writers: 64, typists: 12, followers: 2, documents: 2, zaken: 6, taken: 1 } : { writers: 12, typists: 4, followers: 1, documents: 1, zaken: 2, taken: 4 }
const PACE = LONG ? { write: 2_000, type: 400 } : { write: 800, type: 250 }
/** Before the first fault and after the last. */
const QUIET_MS = LONG ? 20_000 : 4_000
/** Between two faults, on top of what it takes to be as before. */
const BETWEEN_MS = LONG ? 5_000 : 300
/** Judged with LONG=1: on a machine that others use too they are printed. */
const AWAY_P99_MAX = 500
const NORMAL_MS_MAX = 5_000
/** Judged always: it comes back by itself, however slow the machine. */
const CALM_MS_MAX = 75_000
/** A node that cannot write says so within this. */
const READ_ONLY_MS = 2_000
/** And to whoever asks after that, within this. */
const REFUSAL_MS_MAX = LONG ? 1_000 : 2_000
const PATIENCE_MS = FAALT ? 5_000 : 60_000

await prove('chaos', async proof => {
  proof.say(`SEED=${SEED}`)
  proof.mustNotice = [/nothing that was acknowledged is lost or double/, /nothing that somebody saw is lost/]
  const chance = new Chance(SEED)
  const postgres = proof.own(await Postgres.start())
  const redis = proof.own(await Redis.start(proof.dir))
  const nodes = await Nodes.start(proof, NAMES, { redis, url: postgres.url })
  const world = await World.lay(proof, nodes, { pace: PACE, size: SIZE })
  const around = { world, postgres, redis, chance }
  world.begin()
  proof.check('everybody is at work', await world.calm(PATIENCE_MS) !== undefined)
  const phases = [await phase('quiet', 'quiet', () => pause(QUIET_MS))]
  const normal = []
  if (FAALT) {
    await behind(postgres)
    await pause(1_000)
  } else {
    for (const fault of plan(chance)) {
      const done = await phase(fault.name, fault.away ? 'away' : fault.of, () => fault.down ? readOnly(proof, around, fault) : fault.run(around))
      phases.push(done)
      const took = await world.calm(CALM_MS_MAX)
      proof.check(`${fault.name}: commands and text cross in all directions again`, took !== undefined, `SEED=${SEED}: not within ${ms(CALM_MS_MAX)}; ${standing(world)}`)
      normal.push([fault, took ?? CALM_MS_MAX])
      proof.say(`${fault.name}: ${((done.to - done.from) / 1000).toFixed(1)} s, as before after ${ms(took ?? CALM_MS_MAX)}`)
      await pause(BETWEEN_MS)
    }
    phases.push(await phase('after', 'after', () => pause(QUIET_MS)))
  }
  const short = await world.finish(PATIENCE_MS)
  proof.check('in the end everybody has everything', short.length === 0, `SEED=${SEED}: ${short.slice(0, 4).join('; ')}`)
  await againstJournal(proof, world, postgres, SEED)
  await againstFresh(proof, world, { redis, url: postgres.url, key: nodes.key }, SEED)
  await world.leave()
  return figures(proof, world, phases, normal)
})

/** Every fault in each round, in an order of its own. */
function plan (chance) {
  const all = FAULTS.filter(fault => (LONG || !fault.long) && (process.env.FAULT === undefined || fault.name.includes(process.env.FAULT)))
  return Array.from({ length: ROUNDS }, () => chance.shuffle(all)).flat()
}

async function phase (name, kind, work) {
  const from = performance.now()
  await work()
  return { name, kind, from, to: performance.now() }
}

/** While the record is away: whoever asks hears so, soon and clearly, at every node. */
async function readOnly (proof, around, fault) {
  const { world } = around
  const since = performance.now()
  const asked = []
  let over = false
  const asking = Promise.all(world.nodes.map(async (_, node) => {
    while (!over) {
      const one = world.give(world.contact(), node, { once: true, limit: 30_000 }).then(entry => asked.push(entry.tries[0]))
      await Promise.race([one, pause(400)])
      await pause(100)
    }
  }))
  const undone = fault.run(around).finally(() => { over = true })
  await undone
  const until = performance.now() - 500
  await asking
  await pause(100)
  const late = asked.filter(({ at, status, code }) => at - since > READ_ONLY_MS && at < until && status !== 200 && !(status === 503 && CLEAR.includes(code)))
  proof.check(`${fault.name}: what cannot be done now is refused with a clear code`, late.length === 0, JSON.stringify(late.slice(0, 3)))
  const slow = asked.filter(({ at, took }) => at - since > READ_ONLY_MS && at + REFUSAL_MS_MAX < until && took > REFUSAL_MS_MAX)
  proof.check(`${fault.name}: and within ${ms(REFUSAL_MS_MAX)}`, slow.length === 0, JSON.stringify(slow.slice(0, 3)))
  const first = asked.filter(({ status }) => status === 503).sort((a, b) => a.at + a.took - b.at - b.took)[0]
  proof.say(`${fault.name}: ${asked.length} asked, first refused after ${ms(first === undefined ? NaN : first.at + first.took - since)}, ${[...new Set(asked.map(({ status, code }) => `${status} ${code ?? ''}`.trim()))].join(', ')}, at most ${ms(Math.max(...asked.map(({ took }) => took)))} to answer`)
}

/** As when a standby that was behind takes over: what was acknowledged since is gone. */
async function behind (postgres) {
  await postgres.keep()
  await pause(4_000)
  await postgres.putBack()
}

/** Who waits for what, when it does not come back. */
function standing (world) {
  return [
    ...world.typists.filter(typist => typist.waiting.size > 0).map(typist => `typist ${typist.nr} at ${world.names[typist.node]}${typist.joined ? '' : ' (out)'} waits for ${typist.waiting.size}`),
    ...world.followers.filter(follower => !follower.joined).map(follower => `a follower is not in at ${world.names[follower.node]}`),
    ...[...world.followers, ...world.typists].flatMap(seat => [...seat.refused].map(([what, count]) => `${count} × ${what}`)).slice(-6),
    ...world.ledger.filter(entry => entry.done === undefined).slice(-3).map(entry => `${entry.job.kind}: ${JSON.stringify(entry.tries.at(-1))}`)
  ].join('; ')
}

function figures (proof, world, phases, normal) {
  const of = kind => spread(phases.filter(phase => phase.kind === kind).flatMap(({ from, to }) => world.latencies(from, to)))
  const away = phases.filter(phase => phase.kind === 'away').flatMap(({ from, to }) => world.latencies(from, to))
  proof.say(`a frame from one node to a screen at another: quiet ${of('quiet')}; Redis away ${of('away')}; after all of it ${of('after')}`)
  proof.say(`refused: ${[...world.refusals()].map(([what, count]) => `${count} × ${what}`).join(', ') || 'nothing'}`)
  const seats = [...world.followers, ...world.typists]
  const left = new Map()
  for (const why of seats.flatMap(seat => seat.left)) left.set(why, (left.get(why) ?? 0) + 1)
  proof.say(`lines that were lost and came back: ${[...left].map(([why, count]) => `${count} × ${why}`).join(', ') || 'none'}`)
  const redis = normal.filter(([fault]) => fault.of === 'redis').map(([, took]) => took)
  const rest = normal.filter(([fault]) => fault.of !== 'redis').map(([, took]) => took)
  if (LONG && normal.length > 0) {
    proof.check(`without Redis p99 is at most ${AWAY_P99_MAX} ms`, percentile(away, 99) <= AWAY_P99_MAX, ms(percentile(away, 99)))
    proof.check(`as before within ${NORMAL_MS_MAX} ms after each fault`, normal.every(([, took]) => took <= NORMAL_MS_MAX), normal.filter(([, took]) => took > NORMAL_MS_MAX).map(([fault, took]) => `${fault.name} ${ms(took)}`).join('; '))
  }
  const most = list => ms(Math.max(...list, 0))
  const done = world.ledger.filter(entry => entry.done !== undefined).length
  const lines = world.documents.reduce((sum, id) => sum + world.lines(id).length, 0)
  return `${NAMES.length} nodes, ${normal.length} faults: ${done} commands and ${lines} lines acknowledged, 0 lost, 0 double, 0 missed; as before at most ${most(redis)} after Redis came back, ${most(rest)} after the others`
}
