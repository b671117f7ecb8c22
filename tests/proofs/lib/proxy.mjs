// A proxy as a municipality has one before several nodes, as small as it can be: each connection goes to the next node, and what comes is passed
// on as it is. A process of its own: node proxy.mjs ADDRESS NODE…
import { connect, createServer } from 'node:net'

const [address, ...nodes] = process.argv.slice(2)
const [host, port] = address.split(':')
let turn = 0

function pass (client, tries) {
  const [to, at] = nodes[turn++ % nodes.length].split(':')
  const node = connect(at, to)
  const refused = () => tries > 1 ? pass(client, tries - 1) : client.destroy()
  node.once('error', refused)
  node.once('connect', () => {
    node.off('error', refused)
    for (const [one, other] of [[client, node], [node, client]]) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
  })
}

createServer({ pauseOnConnect: true }, client => {
  client.on('error', () => {})
  pass(client, nodes.length)
}).listen(port, host, () => console.log(`luistert op ${address}`))
