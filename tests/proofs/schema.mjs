// schemathesis, as it comes from the registry, against the server's own description of itself: as a desk worker, as a regisseur and as a
// resident. Whatever it thinks up, no answer is a fault of the server's and none has another form than the description says.
//
// Twin (FAALT=1): it is given a description in which a version is a text; the proof has to notice.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FAALT, LONG, prove } from './lib/proof.mjs'
import { Server } from './lib/server.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'

const ST = process.env.KT_SCHEMATHESIS
const WIE = FAALT ? ['linda'] : ['linda', 'regisseur', 'maria']
/** Seconds each, and what it tries per address at the most. */
const SECONDS = LONG ? 900 : 15
const EXAMPLES = LONG ? 200 : 6
const CHECKS = 'not_a_server_error,response_schema_conformance,content_type_conformance'
/** Leaving ends the session with which the rest is asked. */
const NOT = ['--exclude-path', '/api/v1/uitloggen', '--exclude-path', '/metrics']

await prove('schema', async proof => {
  if (ST === undefined || !existsSync(ST)) throw new Error('no schemathesis: scripts/proof.sh schema installs it')
  const address = await freeAddress()
  const sims = proof.own(await Sims.start({ dir: `${proof.dir}/sims`, address }))
  sims.destroy = sims.stop
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data`, address, env: sims.env }))
  const description = await (await fetch(`${server.base}/api/openapi.json`)).json()
  if (FAALT) description.components.schemas.PersoonWat.properties.versie = { type: 'string' }
  const file = join(proof.dir, 'openapi.json')
  writeFileSync(file, JSON.stringify(description))
  const seed = process.env.SEED || String(Date.now() % 1e6)
  let gedaan = 0
  for (const persona of WIE) {
    const sessie = await server.login(persona)
    // What asks for a fresh proof of who one is, is tried too.
    await sessie.stapOp()
    const report = join(proof.dir, `${persona}.json`)
    const { code, out } = await schemathesis(['run', file, '-u', server.base, '--checks', CHECKS, '--max-time', String(SECONDS), '--max-examples', String(EXAMPLES),
      '--phases', 'examples,coverage,fuzzing', '--seed', seed, '--no-shrink', '--continue-on-failure', '--warnings', 'off', '--output-sanitize', 'true',
      '-H', `Cookie: ${sessie.cookie}`, '-H', 'X-Keukentafel: 1', '-H', `Origin: ${server.base}`, '--report', 'ndjson', '--report-ndjson-path', report, ...NOT], proof.dir)
    const cases = /(\d+) generated/.exec(out.replaceAll(',', ''))
    const aantal = Number(cases?.[1] ?? 0)
    gedaan += aantal
    proof.check(`${persona}: something was tried`, aantal > 100, out.slice(-800))
    if (!proof.check(`${persona}: no fault of the server's, no other form than described`, code === 0)) proof.say(out.slice(-6000))
    proof.check(`${persona}: the server lives`, await server.alive())
  }
  const log = readFileSync(server.log, 'utf8')
  proof.check('nothing panicked', !/panicked at/.test(log))
  return `${gedaan} requests that schemathesis thought up as ${WIE.length} people (seed ${seed}), no 5xx and no other form than described`
})

/** In a folder of the proof's own: it keeps what it found beside where it stands, and would go on from that the next time. */
function schemathesis (args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(ST, args, { cwd, env: { ...process.env, NO_COLOR: '1', COLUMNS: '160' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    child.stdout.on('data', text => { out += text })
    child.stderr.on('data', text => { out += text })
    child.once('error', reject)
    child.once('exit', code => resolve({ code, out }))
  })
}
