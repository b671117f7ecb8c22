// Starts another server for the load generator to be held against, on a loopback address and without storage. The line on stdout says
// where it listens and which process it is; it ends with this one.
//   node peer.mjs hocuspocus | y-websocket | y-sweet [PORT]
// y-sweet is a program of its own: Y_SWEET names it (cargo install y-sweet --version 0.9.1 --locked).

import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'

const [name, port = '4455'] = process.argv.slice(2)
const here = import.meta.dirname
// Hocuspocus 4 asks for Node 22, which comes as a package; the others get the same.
const node = join(here, 'node_modules/node/bin/node')
const environment = { ...process.env, HOST: '127.0.0.1', PORT: port, NODE_ENV: 'production' }

const hocuspocus = `
  import { Server } from '@hocuspocus/server'
  const server = new Server({ port: ${Number(port)}, address: '127.0.0.1', quiet: true })
  await server.listen()
`
const peers = {
  hocuspocus: [node, ['--input-type=module', '--eval', hocuspocus]],
  'y-websocket': [node, [join(here, 'node_modules/@y/websocket-server/src/server.js')]],
  'y-sweet': [process.env.Y_SWEET ?? 'y-sweet', ['serve', '--host', '127.0.0.1', '--port', port]]
}
if (!Object.hasOwn(peers, name)) {
  console.error(`which server: ${Object.keys(peers).join(', ')}`)
  process.exit(2)
}

const [command, args] = peers[name]
const child = spawn(command, args, { cwd: here, env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill())
child.once('error', error => { console.error(String(error)); process.exit(1) })
child.once('exit', code => process.exit(code ?? 0))

/** Asks until somebody answers at the port. */
function knock () {
  const socket = connect(Number(port), '127.0.0.1')
  socket.once('connect', () => {
    socket.destroy()
    console.log(`${name} ws://127.0.0.1:${port} ${child.pid}`)
  })
  socket.once('error', () => setTimeout(knock, 50))
}
knock()
