// The load generator against a server of its own: bytes, counts and orders are judged, times only with LONG=1.
//
// The bars and how they are measured are the load generator's; here they become checks, and the server is started for them.

import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { LONG, prove } from './lib/proof.mjs'
import { Server } from './lib/server.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'

const TARGET = process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, '../../target')
const LOADTEST = process.env.KT_LOADTEST ?? join(TARGET, LONG ? 'release' : 'debug', 'loadtest')

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

await prove('speed', async proof => {
  const address = await freeAddress()
  const sims = await Sims.start({ dir: `${proof.dir}/sims`, address })
  proof.own({ destroy: () => sims.stop() })
  const bars = []
  for (const [at, scenario] of (LONG ? FULL : SHORT).entries()) {
    // Each on a server that has just started: what came before it is in no figure, least of all in that of memory.
    const server = proof.own(await Server.start({ dir: `${proof.dir}/data-${at}`, address, env: sims.env }))
    const args = [...scenario, '--balken', ...(LONG ? [] : ['--telbaar']), '--url', server.base.replace('http', 'ws'), '--pid', String(server.pid)]
    if (scenario[0] === 'saldo') args.push('--allegro', sims.allegro)
    const { code, out } = await new Promise((resolve, reject) => {
      const child = spawn(LOADTEST, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      let out = ''
      child.stdout.on('data', data => { out += data })
      child.once('error', reject)
      child.once('exit', code => resolve({ code, out }))
    })
    console.log(out.trimEnd().replace(/^/gm, '  '))
    for (const line of out.split('\n').filter(line => /\(bar: .*\): (NOT )?MET/i.test(line))) {
      const judged = !line.includes('not judged')
      bars.push(line)
      if (judged) proof.check(line, !line.includes('NOT MET'))
    }
    proof.check(`${scenario[0]} could be measured and is up to its bars`, code === 0, `exit ${code}`)
    await server.stop()
  }
  return `${bars.length} bars, ${bars.filter(line => line.includes('NOT MET')).length} not met${LONG ? '' : ' (times are not judged)'}`
})
