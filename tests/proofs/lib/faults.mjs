// What befalls nodes, Redis and PostgreSQL while people work: each fault is done and undone here, on the real processes.

import { LONG } from './proof.mjs'
import { pause } from './seats.mjs'

/** How long each lasts, in milliseconds. */
const AWAY_MS = LONG ? 20_000 : 3_000
const PAUSED_MS = LONG ? 10_000 : 1_500
/** Twice as long as a node may take to say that it cannot write. */
const DOWN_MS = LONG ? 15_000 : 4_500
const FULL_MS = LONG ? 10_000 : 2_000
const CANCEL_MS = LONG ? 10_000 : 1_500
const STOPPED_MS = LONG ? 30_000 : 4_000
/** Longer than anybody waits for a lock of another (`lock_timeout` of the journal, 10 s). */
const LOCKED_MS = 14_000

const OURS = "application_name like 'keukentafel %'"

/** `away`: how long frames took meanwhile is a figure of its own. `long`: in the full form only. */
export const FAULTS = [
  { name: 'Redis kill -9', of: 'redis', away: true, run: async ({ redis }) => {
    await redis.kill()
    await pause(AWAY_MS)
    await redis.up()
  } },
  { name: 'Redis FLUSHALL', of: 'redis', run: ({ redis }) => redis.order('FLUSHALL') },
  { name: 'Redis CLIENT KILL', of: 'redis', run: async ({ redis }) => {
    for (const kind of ['normal', 'pubsub']) await redis.order('CLIENT', 'KILL', 'TYPE', kind)
  } },
  { name: 'Redis CLIENT PAUSE', of: 'redis', away: true, run: async ({ redis }) => {
    await redis.order('CLIENT', 'PAUSE', String(PAUSED_MS), 'ALL')
    await pause(PAUSED_MS)
  } },
  { name: 'PostgreSQL restart', of: 'postgres', run: async ({ postgres }) => {
    await postgres.down('SIGINT')
    await postgres.up()
  } },
  { name: 'PostgreSQL stop -m immediate', of: 'postgres', down: true, run: async ({ postgres }) => {
    await postgres.down('SIGQUIT')
    await pause(DOWN_MS)
    await postgres.up()
  } },
  { name: 'PostgreSQL stands still', of: 'postgres', down: true, long: true, run: async ({ postgres }) => {
    postgres.hold('SIGSTOP')
    await pause(DOWN_MS)
    postgres.hold('SIGCONT')
  } },
  { name: 'PostgreSQL too many connections', of: 'postgres', run: async ({ postgres }) => {
    const admin = await postgres.line()
    const lines = []
    const end = performance.now() + FULL_MS
    // Whoever is thrown out finds no place again: each that comes free is taken.
    while (performance.now() < end) {
      await admin.ask(`select count(pg_terminate_backend(pid)) from pg_stat_activity where ${OURS}`)
      const asked = await Promise.allSettled(Array.from({ length: postgres.connections }, () => postgres.line()))
      lines.push(...asked.filter(({ status }) => status === 'fulfilled').map(({ value }) => value))
      await pause(50)
    }
    for (const line of [...lines, admin]) line.end()
  } },
  { name: 'PostgreSQL statement timeouts', of: 'postgres', run: async ({ postgres }) => {
    // What is cancelled hears what a statement hears whose time is over: SQLSTATE 57014.
    const admin = await postgres.line()
    const end = performance.now() + CANCEL_MS
    while (performance.now() < end) {
      await admin.ask(`select count(pg_cancel_backend(pid)) from pg_stat_activity where state = 'active' and ${OURS}`)
      await pause(5)
    }
    admin.end()
  } },
  { name: 'PostgreSQL lock timeout', of: 'postgres', long: true, run: async ({ postgres }) => {
    const admin = await postgres.line()
    await admin.ask('begin')
    await admin.ask('lock table command in exclusive mode')
    await pause(LOCKED_MS)
    await admin.ask('rollback')
    admin.end()
  } },
  { name: 'node kill -9', of: 'node', run: async ({ world, chance }) => {
    const server = chance.pick(world.nodes)
    await server.kill()
    await pause(1_000)
    await server.up()
  } },
  { name: 'node stands still', of: 'node', run: async ({ world, chance }) => {
    const server = chance.pick(world.nodes)
    process.kill(server.pid, 'SIGSTOP')
    await pause(STOPPED_MS)
    process.kill(server.pid, 'SIGCONT')
  } }
]
