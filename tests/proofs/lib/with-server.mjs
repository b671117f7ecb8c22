// Runs a command beside a server of its own, with demo data in a folder of its own: KT_URL says where, KT_PID which process.
//   node with-server.mjs npx playwright test

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from './server.mjs'

const [command, ...args] = process.argv.slice(2)
const dir = mkdtempSync(join(tmpdir(), 'kt-server-'))
let server
let code = 1
try {
  server = await Server.start({ dir: `${dir}/data` })
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, KT_URL: server.base, KT_PID: String(server.pid), KT_LOG: server.log } })
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
  rmSync(dir, { recursive: true, force: true })
}
process.exit(code)
