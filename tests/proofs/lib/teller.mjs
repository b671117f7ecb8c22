// The heap of the server under test, counted by itself (../geteld.rs): what one input takes at the most while it is treated.

import { connect } from 'node:net'
import { until } from './proof.mjs'
import { sent } from './sent.mjs'

/** What one input may take at the most: this many times its own bytes … */
export const TIMES_MAX = 16
/** … and this beside what any request that is refused takes, for what the machine does meanwhile. */
export const BESIDE_MAX = 65_536
/** Any request that is refused takes no more than this, answer and line of the trail included. */
export const GROUND_MAX = 65_536
/** So many times it is asked what such a request takes; the one in the middle counts. */
const GROUND_ASKED = 25

/** Readings of what lives that differ less than this agree; how often they are taken, and how many at most. */
const SETTLED_MAX = 32 * 1024
const READ_EVERY_MS = 50
const READINGS_MAX = 60

export class Teller {
  constructor (path) {
    this.path = path
    /** Per input: what it was, its bytes, and what the server took at the most. */
    this.weighed = []
    /** What any request that is refused takes, once that was asked. */
    this.ground = 0
  }

  async ask (letter) {
    if (this.socket === undefined || this.socket.destroyed) {
      this.answers = []
      this.asks = new Set()
      this.text = ''
      this.socket = connect(this.path)
      this.socket.on('data', data => {
        const lines = (this.text + data).split('\n')
        this.text = lines.pop()
        this.answers.push(...lines)
        this.asks.forEach(ask => ask())
      })
      this.socket.on('error', () => this.asks.forEach(ask => ask()))
    }
    this.socket.write(letter)
    await until(() => this.answers.length > 0 || this.socket.destroyed, ask => { this.asks.add(ask); return () => this.asks.delete(ask) }, 10_000)
    const [live, most] = (this.answers.shift() ?? 'NaN NaN').split(' ').map(Number)
    return { live, most }
  }

  /** Counts from what lives now. */
  begin () { return this.ask('n') }

  /** `{live, most}` in bytes above the beginning. */
  read () { return this.ask('?') }

  /** What lives once nothing is going on any more (a snapshot of a document is made beside its work): three readings that agree. */
  async settled () {
    const last = [await this.read()]
    const agree = () => last.length >= 3 && Math.max(...last.map(one => one.live)) - Math.min(...last.map(one => one.live)) < SETTLED_MAX
    for (let left = READINGS_MAX; left > 0 && !agree(); left -= 1) {
      await new Promise(resolve => setTimeout(resolve, READ_EVERY_MS))
      last.push(await this.read())
      if (last.length > 3) last.shift()
    }
    return last.at(-1)
  }

  /** Asks what a short request that is refused takes: `act` does one. Hands back the middle of what they took. */
  async findGround (act) {
    const took = []
    for (let n = 0; n < GROUND_ASKED; n += 1) {
      await this.begin()
      await act()
      took.push((await this.read()).most)
    }
    this.ground = took.sort((a, b) => a - b)[GROUND_ASKED >> 1]
    return this.ground
  }

  /** Does `act` and keeps what it cost: one input of which the server reads at most `read` bytes, or several at the same time. */
  async weigh (what, act, { read = Infinity, inputs = 1 } = {}) {
    await this.begin()
    const before = sent.bytes
    const got = await act()
    await this.keep(what, Math.min(read, sent.bytes - before), inputs)
    return got
  }

  /** Keeps what was taken since the beginning for these bytes. What the server cannot tell any more was too much. */
  async keep (what, bytes, inputs = 1) {
    const { most } = await this.read()
    const beside = inputs * (this.ground + BESIDE_MAX)
    this.weighed.push({ what, bytes, most, ok: most <= TIMES_MAX * bytes + beside, times: Math.max(0, most - beside) / Math.max(1, bytes) })
    if (process.env.KT_WEEG === '1') console.log(`    weighed ${what}: ${bytes} bytes, ${most} taken`)
  }

  destroy () { this.socket?.destroy() }
}
