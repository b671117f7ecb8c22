// What every proof shares: its seed, its checks, its figure and its exit code.
//
// A proof prints what it does as it goes, then `checks NAME: N passed, N failed`, then its figure as the last line. With FAALT=1 it
// runs against something known to be broken and must fail: the exit code is turned round, so that a proof which cannot fail is seen.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The full form: more rounds, and times are judged. */
export const LONG = process.env.LONG === '1'
/** The thing under test is broken on purpose; the proof has to notice. */
export const FAALT = process.env.FAALT === '1' || process.argv.includes('--bewijs-faalt')

/** A small seeded generator (mulberry32): the same seed gives the same plan. */
export class Chance {
  constructor (seed) { this.state = seed >>> 0 }

  next () {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from `low` up to and including `high`. */
  int (low, high) { return low + Math.floor(this.next() * (high - low + 1)) }

  pick (list) { return list[this.int(0, list.length - 1)] }

  chance (share) { return this.next() < share }

  /** The same in another order. */
  shuffle (list) { return list.map(one => [this.next(), one]).sort(([a], [b]) => a - b).map(([, one]) => one) }

  /** One of `[weight, value]`. */
  weighted (table) {
    let at = this.next() * table.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of table) if ((at -= weight) < 0) return value
    return table[table.length - 1][1]
  }
}

export class Proof {
  constructor (name) {
    this.name = name
    this.passed = 0
    this.failed = []
    this.started = performance.now()
    this.dir = mkdtempSync(join(tmpdir(), `kt-${name}-`))
    this.cleanups = []
    /** Whether the proof goes on after an error that nobody caught: it is a failed check either way. */
    this.tolerant = false
    /** With FAALT=1: checks that must be among those that fail. */
    this.mustNotice = []
    // A proof that hangs is a proof that fails; the limit is far above what a slow machine needs (KT_MINUTEN=n for a slower one).
    this.watchdog = setTimeout(() => {
      this.check('the proof ends within its time', false)
      this.finish('stopped: out of time')
    }, Number(process.env.KT_MINUTEN || (LONG ? 120 : 10)) * 60_000)
  }

  /** Remembers something to end with the proof: a server, a client. */
  own (thing) {
    this.cleanups.push(thing)
    return thing
  }

  check (what, ok, detail = '') {
    if (ok) {
      this.passed += 1
    } else {
      this.failed.push(what)
      console.log(`  FAILED ${what}${detail === '' ? '' : `: ${detail}`}`)
    }
    return ok
  }

  say (line) { console.log(`  ${line}`) }

  async finish (figure) {
    clearTimeout(this.watchdog)
    for (const thing of this.cleanups.reverse()) {
      try { await (thing.destroy?.() ?? thing.kill?.()) } catch { /* it is gone already */ }
    }
    const short = this.failed.length > 0 || this.passed === 0
    if (process.env.KT_KEEP === '1' || (short && !FAALT)) this.say(`kept for reading: ${this.dir}`)
    else rmSync(this.dir, { recursive: true, force: true })
    const seconds = Math.round((performance.now() - this.started) / 1000)
    if (FAALT) {
      const missed = this.mustNotice.filter(what => !this.failed.some(one => what.test(one)))
      if (missed.length > 0) {
        console.log(`checks ${this.name}: 0 passed, 1 failed`)
        console.log(`proof-${this.name} FAALT: SHORT, it did not notice ${missed.join(' and ')} (${seconds} s)`)
        process.exit(1)
      }
      console.log(`checks ${this.name}: ${short ? '1 passed, 0 failed' : '0 passed, 1 failed'}`)
      console.log(short
        ? `proof-${this.name} FAALT: noticed what was broken (${this.failed.length} checks failed, ${seconds} s)`
        : `proof-${this.name} FAALT: SHORT, it passed against something broken (${seconds} s)`)
      process.exit(short ? 0 : 1)
    }
    console.log(`checks ${this.name}: ${this.passed} passed, ${this.failed.length} failed`)
    console.log(`proof-${this.name}: ${figure}${short ? ' SHORT' : ''} (${seconds} s)`)
    process.exit(short ? 1 : 0)
  }
}

/** Runs a proof's body; what it throws is a failed check, never a lost exit code. */
export async function prove (name, body) {
  const proof = new Proof(name)
  const trip = error => {
    proof.check(`no surprise: ${error?.message ?? error}${error?.cause ? `: ${error.cause}` : ''}`, false, error?.stack ?? '')
    return proof.tolerant ? undefined : proof.finish('stopped early')
  }
  const end = error => {
    proof.tolerant = false
    return trip(error)
  }
  process.on('unhandledRejection', trip)
  process.on('uncaughtException', trip)
  process.on('SIGINT', () => end(new Error('interrupted')))
  process.on('SIGTERM', () => end(new Error('interrupted')))
  try {
    await proof.finish(await body(proof))
  } catch (error) {
    await end(error)
  }
}

/** Waits until `ready()` says yes, asked again after every event of `emitters`; false when `ms` ran out. Never sleeps. */
export function until (ready, subscribe, ms = 60_000) {
  return new Promise(resolve => {
    let done = false
    let off = () => {}
    const settle = value => {
      if (done) return
      done = true
      clearTimeout(timer)
      off()
      resolve(value)
    }
    const ask = () => { if (!done && ready()) settle(true) }
    const timer = setTimeout(() => settle(Boolean(ready())), ms)
    off = subscribe(ask) ?? off
    ask()
  })
}

/** Lets the event loop turn `n` times: sockets are read and written, no time is waited for. */
export async function turns (n = 1) {
  for (let i = 0; i < n; i += 1) await new Promise(resolve => setImmediate(resolve))
}

export const ms = value => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const mib = bytes => `${(bytes / 1048576).toFixed(1)} MiB`

export function percentile (values, p) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p / 100))]
}
