// The load generator against a server of its own: bytes, counts and orders are judged, times only with LONG=1.
//
// The bars and how they are measured are the load generator's; here they become checks, and the server is started for them; then the same against
// several nodes (lib/speed_nodes.mjs), and with LONG=1 the journal beside pgbench. What no HTTP can
// bring, ten thousand events a second into one dashboard, is one process of its own (actors/examples/dashboard_rate), with the same bars. Last,
// the first screen of a resident on a slow line, in a browser.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { eersteScherm } from './lib/eerstescherm.mjs'
import { LONG, prove } from './lib/proof.mjs'
import { BIN, Server } from './lib/server.mjs'
import { besidePgbench, severalNodes } from './lib/speed_nodes.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'

const TARGET = process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, '../../target')
const LOADTEST = process.env.KT_LOADTEST ?? join(TARGET, LONG ? 'release' : 'debug', 'loadtest')

const RATE = join(dirname(BIN), 'examples', 'dashboard_rate')
const POSTGRES_RATE = join(dirname(BIN), 'examples', 'postgres_rate')
/** Events a second, seconds and viewers. In the short form what comes of it is judged and not how fast it went. */
const RATES = LONG ? [['10000', '10', '50'], ['10000', '10', '50'], ['10000', '10', '50']] : [['1000', '4', '20', '--telbaar']]

/** The first screens of the portal: milliseconds until the largest part stands there (a median), and bytes over the line for all of it. */
const SCHERMEN = [{ persona: 'maria', pad: '/portaal' }, { persona: 'huub', pad: '/portaal/geld' }]
const SCHERM_MS = 2_500
const SCHERM_BYTES = 220_000

const SHORT = [
  ['co-edit', '--documenten', '10', '--tempo', '4', '--opwarmen', '1', '--duur', '6'],
  ['fan-out', '--lezers', '100', '--tempo', '10', '--opwarmen', '1', '--duur', '5'],
  ['idle', '--verbindingen', '500', '--opwarmen', '1', '--duur', '5'],
  ['saldo', '--rekeningen', '5', '--apparaten', '2', '--tempo', '4', '--opwarmen', '1', '--duur', '5'],
  ['dashboard', '--kijkers', '5', '--lijsten', '20', '--tempo', '20', '--opwarmen', '1', '--duur', '5']
]
const FULL = [
  ['idle', '--verbindingen', '5000'],
  ['idle', '--verbindingen', '5000', '--rt', '--topics', '4'],
  ['oordeel', '--herhaal', '5'],
  ['saldo', '--herhaal', '3', '--rekeningen', '20', '--apparaten', '2', '--tempo', '10'],
  ['dashboard', '--herhaal', '3', '--kijkers', '20', '--lijsten', '200', '--tempo', '200']
]

/** Runs it to its end: `{code, out}`. */
function toEnd (program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
    let out = ''
    child.stdout.on('data', data => { out += data })
    child.once('error', reject)
    child.once('exit', code => resolve({ code, out }))
  })
}

/** Slow 4G and a slow phone, with an empty cache. */
async function opTrageLijn (proof, address, sims, bars) {
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data-scherm`, address, env: sims.env }))
  for (const scherm of SCHERMEN) {
    const { eerste, grootste, bytes, gemeten } = await eersteScherm(proof, server.base, { ...scherm, keer: LONG ? 5 : 1 })
    const tijd = `${scherm.pad} on slow 4G: ${grootste} ms until its largest part (something: ${eerste} ms) (bar: ${SCHERM_MS}): ${grootste <= SCHERM_MS ? 'MET' : 'NOT MET'}${LONG ? '' : ', not judged'}`
    const lijn = `${scherm.pad}: ${bytes} bytes over the line (bar: ${SCHERM_BYTES}): ${bytes <= SCHERM_BYTES ? 'MET' : 'NOT MET'}`
    for (const line of [tijd, lijn]) proof.say(line)
    bars.push(tijd, lijn)
    proof.check(`${scherm.pad} is drawn`, gemeten)
    if (LONG) proof.check(tijd, grootste <= SCHERM_MS)
    proof.check(lijn, bytes <= SCHERM_BYTES)
  }
  await server.stop()
}

await prove('speed', async proof => {
  const address = await freeAddress()
  const sims = await Sims.start({ dir: `${proof.dir}/sims`, address })
  proof.own({ destroy: () => sims.stop() })
  const bars = []
  const judge = (what, { code, out }) => {
    console.log(out.trimEnd().replace(/^/gm, '  '))
    for (const line of out.split('\n').filter(line => /\(bar: .*\): (NOT )?MET/i.test(line))) {
      const judged = !line.includes('not judged')
      bars.push(line)
      if (judged) proof.check(line, !line.includes('NOT MET'))
    }
    proof.check(`${what} could be measured and is up to its bars`, code === 0, `exit ${code}`)
  }
  const flags = ['--balken', ...(LONG ? [] : ['--telbaar'])]
  for (const [at, scenario] of (LONG ? FULL : SHORT).entries()) {
    // Each on a server that has just started: what came before it is in no figure, least of all in that of memory.
    const server = proof.own(await Server.start({ dir: `${proof.dir}/data-${at}`, address, env: sims.env }))
    const args = [...scenario, ...flags, '--url', server.base.replace('http', 'ws'), '--pid', String(server.pid)]
    if (scenario[0] === 'saldo') args.push('--allegro', sims.allegro)
    judge(scenario[0], await toEnd(LOADTEST, args))
    await server.stop()
  }
  await severalNodes(proof, async (what, args) => judge(what, await toEnd(LOADTEST, [...args, ...flags])))
  if (LONG) await besidePgbench(proof, (env, args) => toEnd(POSTGRES_RATE, args, env), bars)
  await opTrageLijn(proof, address, sims, bars)
  // It is the whole machine's: nothing else runs beside it.
  sims.stop()
  if (!existsSync(RATE)) throw new Error(`no program at ${RATE}: cargo build --workspace --example dashboard_rate`)
  for (const args of RATES) judge(`${args[0]} events a second into a dashboard`, await toEnd(RATE, args))
  return `${bars.length} bars, ${bars.filter(line => line.includes('NOT MET')).length} not met${LONG ? '' : ' (times are not judged)'}`
})
