// Who does not keep up, or floods (inputs 27a and 31), on a document that others are writing in.
//
// The slow reader asks for the whole document again and again and never reads, so that its outbox is full and stays full, while others
// write on. Looked at while it is paused: what the server's heap takes for it, and how long the others wait for each other.

import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { LONG, ms, percentile, until } from './proof.mjs'
import { RawSocket } from './raw.mjs'
import { paragraph, StockClient } from './stock.mjs'
import * as bad from './updates.mjs'

/** The pace at which a connection is read (web/src/limits.rs). */
const FRAMES_BURST = 200
const FRAMES_PER_SECOND = 50
const PINGS = 20_000
/** A socket that takes nothing is given up after this (actors/src/limits.rs). */
const STALL_MS = 10_000
const PARAGRAPHS = 200
const PARAGRAPH_CHARS = 1000
/** Each asks for the whole document: together far more than the kernel takes and than may wait, and all read at once. */
const QUESTIONS = FRAMES_BURST
const ROUND_TRIPS = 40
/** Edits that somebody writes meanwhile: together many times what may wait for one connection, and within the pace of another. */
const EDITS = 150
const EDIT_CHARS = 8_000
/** What may wait for one reader (OUTBOX_BYTES in actors/src/limits.rs), without what it asked for itself. */
const OUTBOX_BYTES = 65_536
/** Whole documents that may exist for one reader: one on its way, one that waits, and copies of a third while it is made. */
const WHOLES_MAX = 5
/** For entries of queues, log rows on their way and whatever else is going on. */
const BESIDE_MAX = 512 * 1024
/** Others may wait this much longer than without it: times judged with LONG=1 only. */
const SLOWER_MAX = 1.2
const SLOWER_BESIDE_MS = 5

const everything = bad.syncFrame(0, encoding.encode(e => encoding.writeVarUint(e, 0)))
const isStep1 = frame => frame.opcode === 2 && frame.payload[0] === 0 && frame.payload[1] === 0

/** One after the other, each when the one before was seen: milliseconds each. */
async function roundTrips ([from, to], tag) {
  const took = []
  for (let i = 0; i < ROUND_TRIPS; i += 1) {
    const token = `${tag}-${i}.`
    const since = performance.now()
    from.write(token)
    if (!await to.sees(token, 20_000)) return [Infinity]
    took.push(performance.now() - since)
  }
  return took
}

/**
 * Many edits at once by somebody who comes for it, since each connection is read at a pace, and the last one seen: hands back how much
 * more the heap holds then.
 */
async function burst (proof, { table, teller }, document, to, tag) {
  const loud = proof.own(new StockClient(table.kevin, document))
  await loud.synced()
  await teller.settled()
  await teller.begin()
  for (let i = 0; i < EDITS; i += 1) loud.doc.transact(() => loud.root.push([paragraph(`${tag}${i}`.padEnd(EDIT_CHARS, 'x'))]), 'mij')
  loud.write(`${tag}-klaar.`)
  const seen = await to.sees(`${tag}-klaar.`, 60_000)
  const { live } = await teller.settled()
  loud.destroy()
  return seen ? live : Infinity
}

/** Kevin and Emma at a document of their own. */
async function pair (proof, table) {
  const document = (await table.document()).id
  const clients = [new StockClient(table.kevin, document), new StockClient(table.emma, document)]
  clients.forEach(client => proof.own(client))
  await Promise.all(clients.map(client => client.synced()))
  return { document, clients }
}

/** Twenty thousand pings: read at the pace that everybody gets, each one read is answered, and nobody waits for it. */
export async function pingFlood (proof, { table, teller }, own, open) {
  const { clients } = await pair(proof, table)
  const before = await roundTrips(clients, 'eerst')
  const raw = own(await open())
  const pongs = () => raw.frames.filter(frame => frame.opcode === 10)
  const since = performance.now()
  const during = await teller.weigh('pings', async () => {
    for (let i = 0; i < PINGS; i += 1) raw.frame(9, Buffer.from('x'))
    const took = await roundTrips(clients, 'tijdens')
    await until(() => raw.ended || raw.code !== undefined || pongs().length >= FRAMES_BURST, ask => raw.listen(ask), 15_000)
    return took
  })
  const most = FRAMES_BURST + FRAMES_PER_SECOND * ((performance.now() - since) / 1000 + 1)
  const heard = pongs().length
  proof.say(`27a ${heard} of ${PINGS} pings answered, ${raw.code === undefined ? 'open' : `closed ${raw.code}`}; others ${compared(before, during)}`)
  clients.forEach(client => client.destroy())
  const verdicts = [
    othersGoOn(before, during),
    raw.code === undefined || raw.code === 1008 || `closed ${raw.code}`,
    (heard >= FRAMES_BURST && heard <= most && pongs().every(pong => pong.payload.toString() === 'x')) || raw.code === 1008 || `${heard} pongs, not ${FRAMES_BURST} to ${Math.round(most)}`
  ]
  return verdicts.find(verdict => verdict !== true) ?? true
}

/** Never reads: a stock client's socket (`/yjs`) that asks for what it misses, or one of `/rt` that subscribes again and again. */
export async function slowReader (proof, { table, teller }, own, openRt) {
  const { document, clients } = await pair(proof, table)
  clients[0].doc.transact(() => {
    for (let i = 0; i < PARAGRAPHS; i += 1) clients[0].root.push([paragraph(`${i} `.padEnd(PARAGRAPH_CHARS, 'woord '))])
  }, 'mij')
  const before = await roundTrips(clients, 'eerst')
  const alone = await burst(proof, { table, teller }, document, clients[1], 'alleen')
  const whole = Y.encodeStateAsUpdate(clients[1].doc).length

  const raw = own(await (openRt?.() ?? RawSocket.open(table.emma, `/yjs/${document}`)))
  if (openRt === undefined) await raw.heard(isStep1)
  await teller.begin()
  raw.socket.pause()
  for (let i = 0; i < QUESTIONS; i += 1) {
    if (openRt === undefined) raw.binary(everything)
    else raw.text({ t: 'sub', r: i, topic: `document/${document}` })
  }
  const during = await roundTrips(clients, 'tijdens')
  const asked = (await teller.read()).most
  const beside = await burst(proof, { table, teller }, document, clients[1], 'ernaast')
  // The server may be just about to send more: what counts is that it comes to a halt before the socket is given up.
  const stuck = await until(() => kernelHolds(raw), ask => { const timer = setInterval(ask, 50); return () => clearInterval(timer) }, STALL_MS / 2)
  // That it was open all the while is what makes the rest count.
  const open = raw.code === undefined && !raw.ended
  // Nothing is read yet: a socket that takes no byte for ten seconds is given up, and its kernel is told.
  const given = await until(() => !isOpen(raw), ask => { const timer = setInterval(ask, 250); return () => clearInterval(timer) }, STALL_MS + 10_000)
  const after = (await teller.read()).live
  proof.say(`31 ${openRt === undefined ? '/yjs' : '/rt'}: a paused reader asked ${QUESTIONS} times for ${kib(whole)}: heap at most ${kib(asked)} more, and holds ${kib(beside)} more after somebody wrote ${kib(EDITS * EDIT_CHARS)} (${kib(alone)} without it), ${kib(after)} once it was given up; others ${compared(before, during)}`)
  const most = WHOLES_MAX * whole + OUTBOX_BYTES + BESIDE_MAX
  // On /rt the one whole document that waits may be of now and not of before what was written.
  const mayHold = alone + OUTBOX_BYTES + BESIDE_MAX + (openRt === undefined ? 0 : Y.encodeStateAsUpdate(clients[1].doc).length)
  const verdicts = [
    open || 'it was closed before anybody could look',
    stuck || 'the kernel took everything: nothing was slow',
    asked <= most || `its questions took ${kib(asked)}, more than ${kib(most)}`,
    beside <= mayHold || `what somebody wrote is ${kib(beside)} more, above ${kib(mayHold)}`,
    othersGoOn(before, during),
    given || 'it was never given up'
  ]
  clients.forEach(client => client.destroy())
  return verdicts.find(verdict => verdict !== true) ?? true
}

const compared = (before, during) => [50, 95].map(p => `p${p} ${ms(percentile(before, p))} → ${ms(percentile(during, p))}`).join(', ')

/** Whether the others saw each other as soon as without it; how soon is judged on the release build only. */
function othersGoOn (before, during) {
  const [was, is] = [before, during].map(list => percentile(list, 95))
  if (!Number.isFinite(was) || !Number.isFinite(is)) return 'the others lost each other'
  return !LONG || is <= SLOWER_MAX * was + SLOWER_BESIDE_MS || `others waited ${ms(is)}, not ${ms(was)}`
}

const kib = bytes => `${Math.round(bytes / 1024)} KiB`

/** The server's end of this socket, as the kernel has it: undefined when it is closed. */
function theirs (raw) {
  const port = `:${raw.socket.localPort.toString(16).toUpperCase().padStart(4, '0')}`
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1).map(line => line.trim().split(/\s+/))
  return lines.find(fields => fields[2]?.endsWith(port))
}

/** Whether the server holds it open: state 01 is established. */
const isOpen = raw => theirs(raw)?.[3] === '01'

/** Whether the server has written to this socket what its reader's kernel does not take any more. */
const kernelHolds = raw => parseInt(theirs(raw)?.[4].split(':')[0] ?? '0', 16) > 0
