// The load generator against one, two and three nodes at one PostgreSQL with one Redis, each combination on a database and nodes that have just
// started; and the journal alone beside pgbench.

import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { LONG } from './proof.mjs'
import { Nodes, Redis } from './nodes.mjs'
import { Postgres } from './postgres.mjs'

/** Ticks a second of the times in /proc. */
const TICKS = 100

const SHORT = [
  ['co-edit', '--documenten', '10', '--tempo', '4', '--opwarmen', '1', '--duur', '4'],
  ['storm', '--verbindingen', '200', '--topics', '8', '--opwarmen', '1']
]
const FULL = [
  ['fan-out', '--lezers', '300', '--tempo', '50', '--herhaal', '3'],
  ['co-edit', '--documenten', '100', '--schrijvers', '2', '--tempo', '2.5', '--herhaal', '3'],
  ['storm', '--verbindingen', '5000', '--topics', '8', '--herhaal', '3']
]

/** The journal makes at least this share of the transactions that pgbench makes of the same writes. */
const RATE_MIN = 0.8

/** `measure(what, args)` runs the generator and judges what it prints. */
export async function severalNodes (proof, measure) {
  for (const count of LONG ? [1, 2, 3] : [2]) {
    for (const [at, scenario] of (LONG ? FULL : SHORT).entries()) {
      const names = Array.from({ length: count }, (_, n) => `snel-${count}-${at}-${n}`)
      const dir = `${proof.dir}/naast-${count}-${at}`
      mkdirSync(dir)
      const postgres = proof.own(await Postgres.start())
      const redis = await Redis.start(dir)
      proof.own({ destroy: () => redis.kill() })
      const nodes = await Nodes.start(proof, names, { redis, url: postgres.url })
      const before = beside(postgres, redis)
      const urls = nodes.all.map(node => node.base.replace('http', 'ws')).join(',')
      await measure(`${scenario[0]} at ${count} node${count > 1 ? 's' : ''}`, [...scenario, '--url', urls, '--pid', nodes.all.map(node => node.pid).join(',')])
      const after = beside(postgres, redis)
      proof.say(`  beside the nodes, in all of it: PostgreSQL ${(after.postgres - before.postgres).toFixed(1)} s, Redis ${(after.redis - before.redis).toFixed(1)} s of processor time`)
      for (const node of nodes.all) await node.stop()
      await redis.kill()
      await postgres.destroy()
    }
  }
}

/** `run(env, args)` runs the program and gives what it printed. */
export async function besidePgbench (proof, run, bars) {
  const postgres = proof.own(await Postgres.start())
  const { code, out } = await run({ KEUKENTAFEL_TEST_POSTGRES: postgres.url, KEUKENTAFEL_TEST_POSTGRES_BIN: postgres.bin }, ['5', '3'])
  await postgres.destroy()
  console.log(out.trimEnd().replace(/^/gm, '  '))
  proof.check('the journal was measured beside pgbench', code === 0, `exit ${code}`)
  for (const line of out.split('\n').filter(line => line.includes('ratio'))) {
    const ratio = Number(/ratio ([\d.]+)/.exec(line)?.[1])
    const bar = `${line} (bar: ${RATE_MIN}): ${ratio >= RATE_MIN ? 'MET' : 'NOT MET'}`
    bars.push(bar)
    proof.check(bar, ratio >= RATE_MIN)
  }
}

function beside (postgres, redis) {
  return { postgres: cpuOfTree(postgres.child.pid), redis: cpu(redis.child.pid, false) }
}

/** Seconds of a process and of its children, also of those that ended. */
function cpuOfTree (root) {
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name) && parentOf(name) === root)
  return cpu(root, true) + children.reduce((sum, pid) => sum + cpu(pid, false), 0)
}

function parentOf (pid) {
  try { return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]) } catch { return undefined }
}

function cpu (pid, ended) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    const ticks = fields.slice(11, ended ? 15 : 13).map(Number)
    return ticks.reduce((sum, tick) => sum + tick, 0) / TICKS
  } catch { return 0 }
}
