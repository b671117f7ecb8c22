// Runs a command beside a server of its own, with demo data in a folder of its own and the simulators of outside systems beside it: KT_URL
// says where, KT_PID which process, KT_ALLEGRO, KT_BRP and KT_MAIL where the simulators are.
//   node with-server.mjs npx playwright test

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from './server.mjs'
import { freeAddress, Sims } from './sims.mjs'

const [command, ...args] = process.argv.slice(2)
const dir = mkdtempSync(join(tmpdir(), 'kt-server-'))
let server
let sims
let code = 1
try {
  const address = await freeAddress()
  sims = await Sims.start({ dir: `${dir}/sims`, address })
  server = await Server.start({ dir: `${dir}/data`, address, env: sims.env })
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, KT_URL: server.base, KT_PID: String(server.pid), KT_LOG: server.log, KT_ALLEGRO: sims.allegro, KT_BRP: sims.brp, KT_MAIL: sims.mail } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  code = await new Promise(resolve => {
    child.once('error', error => { console.error(String(error)); resolve(1) })
    child.once('exit', status => resolve(status ?? 1))
  })
  if (server.ended !== undefined) {
    console.error(`the server did not live to the end: ${JSON.stringify(server.ended)}`)
    code ||= 1
  }
  if (code !== 0) console.error(`the end of the server's log:\n${server.tail(30)}`)
} catch (error) {
  console.error(error.message)
} finally {
  await server?.stop()
  sims?.stop()
  rmSync(dir, { recursive: true, force: true })
}
process.exit(code)
