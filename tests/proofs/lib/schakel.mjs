// The switch of the server of proof-rights (tests/proofs/beleid.rs): its cells, one changed, and all of them back.

import { connect } from 'node:net'
import { createInterface } from 'node:readline'

export class Schakel {
  constructor (path) {
    this.socket = connect(path)
    this.lines = createInterface({ input: this.socket })[Symbol.asyncIterator]()
  }

  async line () {
    const { value, done } = await this.lines.next()
    if (done) throw new Error('the switch is gone')
    return value
  }

  /** Every cell with what the lines of the server give it. */
  async cellen () {
    this.socket.write('cellen\n')
    const found = new Map()
    for (let line = await this.line(); line !== '.'; line = await this.line()) {
      const [cel, stap] = line.split(' ')
      found.set(cel, stap)
    }
    return found
  }

  async zet (cel, stap) { return this.ask(`zet ${cel} ${stap}`) }

  async terug () { return this.ask('terug') }

  async ask (line) {
    this.socket.write(`${line}\n`)
    if (await this.line() !== 'goed') throw new Error(`the switch does not know: ${line}`)
  }

  destroy () { this.socket.destroy() }
}
