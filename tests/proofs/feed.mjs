// Whoever follows the feed gets exactly what was committed, once, and of each stream in order: also while transactions take long after they drew
// their number, and many are undone.
//
// The work is a test of the store (src/store/postgres/tests/feed.rs), on a real PostgreSQL: 64 writers at six nodes, triggers that hold up each
// transaction and undo some, one consumer a node. Here it is run by seed, larger with LONG=1. Twin (FAALT=1): a consumer that takes what it finds
// and does not wait for who drew a number before must be caught.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { FAALT, LONG, prove } from './lib/proof.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const SEED = Number(process.env.SEED || 1)
const ROUNDS = FAALT ? 1 : LONG ? 4 : 2
const TEST = 'store::postgres::tests::feed::a_consumer_gets_exactly_what_was_committed_whatever_is_held_up_or_undone'

await prove('feed', async proof => {
  proof.mustNotice = [/a consumer gets exactly what was committed/]
  const all = { acknowledged: 0, events: 0, undone: 0, unknown: 0, skipped: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const seed = SEED + round
    const child = spawn('cargo', ['test', '--locked', '--workspace', '--lib', '-q', TEST, '--', '--exact', '--nocapture'], {
      cwd: ROOT, env: { ...process.env, SEED: String(seed) }, stdio: ['ignore', 'pipe', 'pipe']
    })
    const ended = once(child, 'close')
    const said = (await Promise.all([text(child.stdout), text(child.stderr)])).join('\n')
    const [code] = await ended
    const line = /^FEED (.*)$/m.exec(said)?.[1]
    // What did not run shows nothing, not even that something is broken.
    if (line === undefined) throw new Error(`the test did not run: ${said.slice(-2000)}`)
    const told = Object.fromEntries([...line.matchAll(/([a-z]+) (\d+)/g)].map(([, name, count]) => [name, Number(count)]))
    for (const name of Object.keys(all)) all[name] += told[name]
    const why = said.slice(said.indexOf('panicked')).slice(0, 400)
    proof.check('a consumer gets exactly what was committed', code === 0, `SEED=${seed}: ${why}`)
    proof.check('transactions were undone', told.undone > 0, line)
    proof.check('who does not wait would have missed something', told.skipped > 0, line)
    if (LONG) proof.say(line)
  }
  return `64 writers at 6 nodes, ${all.acknowledged} commands acknowledged, ${all.undone} transactions undone, ${all.unknown} outcomes unknown and asked again or given up; each of 6 consumers got all ${all.events} events, once and in order; one that does not wait misses ${all.skipped}`
})
