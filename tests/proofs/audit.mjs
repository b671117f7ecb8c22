// The trail: whoever was shown something of somebody stands in it, before the first byte; and whoever touches it afterwards is named.
//
// Looks of several people, over HTTP and sockets, at somebody whose name is a marker: each answer that holds the marker has its line,
// about that person. SIGKILL in the middle of many looks: no answer without a line. A full disk: nothing is shown. Then, on copies of the
// database, each line in turn is flipped (every column), deleted, swapped with its neighbour, and the end is cut off: `check --sporen`
// has to name just the rows that were touched. Twin (FAALT=1): nothing is touched, so nothing can be named.

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FAALT, LONG, prove, until } from './lib/proof.mjs'
import { RtClient } from './lib/rt.mjs'
import { exportTrail, Server, Table, uuidv7 } from './lib/server.mjs'
import { arm, disarm, shim, shimEnv } from './lib/shim.mjs'
import { Copies, open, rows, verify } from './lib/tamper.mjs'

/** Lines that are written before anything is touched. */
const LINES = LONG ? 10_000 : 500
/** Into how many rounds the lines are divided: each line is touched in one of them. */
const ROUNDS = LONG ? 40 : 5
/** Looks that are under way together. */
const TOGETHER = 32
/** Servers that are killed, at least; more until a line without an answer was seen, and then at most. */
const KILLS = LONG ? 20 : 3
const KILLS_MAX = 40
/** The first look at whether the day's head must be signed comes a minute after the start. */
const HEAD_MS = 62_000

/** What is changed in a line: one column of all that it has. */
const FLIPS = [
  'at = at + 1', "wie = x'00000000000000000000000000000001'", "namens = x'00000000000000000000000000000002'", "rol = 'ander'",
  "sessie = x'00000000000000000000000000000003'", "handeling = handeling || 'x'", "object = object || 'x'",
  "uitkomst = iif(uitkomst = 'gelukt', 'geweigerd', 'gelukt')", "code = coalesce(code, '') || 'x'",
  "cmd_id = x'00000000000000000000000000000004'", "grond = coalesce(grond, '') || 'x'", "doel = coalesce(doel, '') || 'x'",
  "systeem = 'elders'", 'sha = zeroblob(32)', 'gemeente = zeroblob(16)'
]

const same = (named, expected) => {
  const found = new Set(named.filter(({ table }) => table === 'audit').map(({ row }) => row))
  return found.size === expected.length && expected.every(n => found.has(`line ${n}`))
}
const short = ({ named, text }) => named.length > 0 ? JSON.stringify(named.slice(0, 6)) : text.slice(-300)

await prove('audit', async proof => {
  const begun = performance.now()
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data` }))
  const marker = `Kanarie${uuidv7().slice(-6)}`
  const seen = await canary(proof, server, marker)
  await fill(server, seen.table)

  const killed = await kills(proof)
  const refused = await full(proof, marker)

  await until(() => performance.now() - begun > HEAD_MS, ask => {
    const timer = setInterval(ask, 250)
    return () => clearInterval(timer)
  }, HEAD_MS * 2)
  await server.stop()
  const trail = exportTrail(server.dir)
  proof.check(`the trail has ${LINES} lines or more`, trail.length >= LINES, String(trail.length))
  lines(proof, server.dir, trail, seen)
  const heads = join(`${server.dir}.export`, 'audit_head.jsonl')
  proof.check('the end of the trail is signed', readFileSync(heads, 'utf8').trim() !== '')
  const whole = verify(server.dir, '--getekend', heads)
  proof.check('untouched, nothing is named', whole.code === 0 && whole.named.length === 0, short(whole))
  const touched = tamper(proof, server.dir, heads)
  return `${trail.length} lines; ${touched.lines} flipped, ${touched.lines} deleted and ${touched.swapped} swapped, each named and no other; ` +
    `the end cut off ${touched.cuts} times; ${seen.answers.length} answers with the marker, each with its line; ` +
    `${killed.rounds} kills with ${killed.extra} lines without an answer and none the other way round; ${refused} looks refused on a full disk`
})

/** People look at somebody whose name is a marker. What came back with the marker in it, by whom and when. */
async function canary (proof, server, marker) {
  const table = await Table.lay(server)
  const person = (await table.linda.done('/api/v1/personen', { voornamen: 'Wil', achternaam: marker, geboortedatum: '1979-03-07' })).id
  const zaak = (await table.linda.done('/api/v1/meldingen', { persoon: person, zaaktype: table.zaaktype, onderwerp: `Over ${marker}`, kanaal: 'telefoon' })).id
  await table.linda.done(`/api/v1/zaken/${zaak}/toewijzen`, { behandelaars: [table.kevin.ik.id] })
  const peter = await server.login('peter')
  const officer = await server.login('privacyfunctionaris')
  const looks = [
    `/api/v1/personen/${person}`, `/api/v1/personen/${person}/huishouden`, `/api/v1/zaken/${zaak}`, `/api/v1/zaken/${zaak}/documenten`,
    `/api/v1/zaken?persoon=${person}`, '/api/v1/zaken', '/api/v1/rekeningen', '/api/v1/plannen', '/api/v1/signalen', '/api/v1/caseload',
    `/api/v1/audit?persoon=${person}`
  ]
  const answers = []
  const note = (session, path, from, text) => {
    if (text.includes(marker)) answers.push({ who: session.ik.id.replaceAll('-', ''), persona: session.persona, path, from, to: Date.now() })
  }
  for (const session of [table.linda, table.kevin, table.emma, peter, officer]) {
    for (const path of looks) {
      const from = Date.now()
      note(session, path, from, (await session.get(path)).text)
    }
    const asks = [['/api/v1/personen/zoek', { naam: `Wil ${marker}`, geboortedatum: '1979-03-07' }], ['/api/v1/audit/personen', { naam: `Wil ${marker}`, geboortedatum: '1979-03-07' }]]
    for (const [path, body] of asks) {
      const from = Date.now()
      note(session, path, from, (await session.post(path, body)).text)
    }
    const rt = await RtClient.open(session)
    for (const topic of [`persoon/${person}@wat`, `zaak/${zaak}@wat`, `zaak/${zaak}@rij`, `werkvoorraad/${session.ik.id}`]) {
      const [from, before] = [Date.now(), rt.frames.length]
      const answer = await rt.subscribe(topic)
      if (answer?.t === 'ok') await rt.heard(frame => rt.frames.indexOf(frame) >= before && ['snap', 'latest', 'ev', 'lid'].includes(frame.t), 2000)
      note(session, topic, from, JSON.stringify(rt.frames.slice(before)))
    }
    rt.destroy()
  }
  proof.check('the marker was shown over HTTP and over a socket', answers.some(({ path }) => path.startsWith('/')) && answers.some(({ path }) => !path.startsWith('/')), JSON.stringify(answers.map(({ path }) => path)))
  return { table, person: person.replaceAll('-', ''), answers }
}

/** Looks until the trail is long enough, many of them together, as a busy morning has. */
async function fill (server, table) {
  let left = LINES
  await Promise.all(Array.from({ length: TOGETHER }, async () => {
    while (left-- > 0) {
      const answer = await table.kevin.get(`/api/v1/zaken/${table.zaak}`)
      if (answer.status === 429) left += 1
      else if (answer.status !== 200) throw new Error(`a look: ${answer.status} ${answer.text}`)
    }
  }))
}

/** Each answer that showed the marker has a line about its person, by who asked, of before the answer was there. */
function lines (proof, dir, trail, { person, answers }) {
  const about = new Map()
  for (const line of readFileSync(join(`${dir}.export`, 'audit_betrokkene.jsonl'), 'utf8').split('\n').filter(line => line !== '')) {
    const { n, persoon } = JSON.parse(line)
    if (persoon === person) about.set(n, true)
  }
  const hers = trail.filter(line => about.has(line.n) && line.uitkomst === 'gelukt')
  for (const { who, persona, path, from, to } of answers) {
    // The server writes microseconds, the proof knows milliseconds.
    const there = hers.filter(line => line.wie === who && line.at / 1000 >= from - 1 && line.at / 1000 <= to + 1)
    proof.check(`${persona} ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}: its line is there, about whom it showed`, there.length >= 1)
    proof.check(`${persona} ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}: and says on which ground`, there.some(line => line.grond !== null), JSON.stringify(there))
  }
}

/** SIGKILL while many look: never an answer without its line; now and then a line of which the answer never came. */
async function kills (proof) {
  const dir = `${proof.dir}/kill`
  const server = proof.own(await Server.start({ dir }))
  const table = await Table.lay(server)
  const path = `/api/v1/personen/${table.persoon}`
  const sums = { rounds: 0, extra: 0 }
  let before = 0
  while (sums.rounds < KILLS || (sums.extra === 0 && sums.rounds < KILLS_MAX)) {
    sums.rounds += 1
    let answered = 0
    const looker = async () => {
      for (;;) {
        try {
          if ((await table.linda.get(path)).status === 200) answered += 1
        } catch { return }
        if (answered >= 3 + sums.rounds) server.child.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: TOGETHER }, looker))
    await server.exited
    const trail = exportTrail(dir)
    const now = trail.filter(line => line.handeling === 'persoon.lezen').length
    proof.check(`kill ${sums.rounds}: no answer without its line`, now - before >= answered, `${now - before} lines, ${answered} answers`)
    sums.extra += Math.max(0, now - before - answered)
    before = now
    const { code, text } = verify(dir)
    proof.check(`kill ${sums.rounds}: the trail is whole`, code === 0, text.slice(-300))
    await server.up()
    await table.reenter()
  }
  proof.check('a line stays of which the answer never came', sums.extra > 0, `${sums.rounds} kills`)
  await server.kill()
  return sums
}

/** With no room for a line nothing is shown, and with room again it is. */
async function full (proof, marker) {
  const library = shim(proof.dir)
  if (library === undefined) throw new Error('a C compiler is needed to build powerloss.c')
  const dir = `${proof.dir}/full`
  mkdirSync(dir)
  const server = proof.own(await Server.start({ dir, env: shimEnv(library, dir) }))
  const table = await Table.lay(server)
  const person = (await table.linda.done('/api/v1/personen', { voornamen: 'Wil', achternaam: marker, geboortedatum: '1979-03-07' })).id
  const looks = [`/api/v1/personen/${person}`, `/api/v1/zaken/${table.zaak}`, '/api/v1/zaken', `/api/v1/personen/${person}/huishouden`]
  const rt = proof.own(await RtClient.open(table.linda))
  arm(dir, { enospc_at: 1 })
  let refused = 0
  for (const path of looks) {
    const answer = await table.linda.get(path)
    const shut = [503, 507].includes(answer.status) && answer.body?.code === 'opslag.vol' && !answer.text.includes(marker)
    proof.check(`full: ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')} shows nothing`, shut, `${answer.status} ${answer.text.slice(0, 200)}`)
    refused += shut ? 1 : 0
  }
  const topic = await rt.subscribe(`persoon/${person}@wat`)
  proof.check('full: nor does a topic', topic?.t === 'err' && !JSON.stringify(rt.frames).includes(marker), JSON.stringify(topic))
  refused += topic?.t === 'err' ? 1 : 0
  disarm(dir)
  const again = async () => (await table.linda.get(looks[0])).text.includes(marker)
  let shown = false
  await until(() => shown, ask => {
    const timer = setInterval(async () => { shown ||= await again().catch(() => false); ask() }, 200)
    return () => clearInterval(timer)
  }, 30_000)
  proof.check('full: with room again it is shown', shown)
  await server.kill()
  return refused
}

/** On copies: every line flipped, deleted and swapped, links and persons too, and the end cut off. */
function tamper (proof, dir, heads) {
  const copies = new Copies(dir)
  const db = open(dir)
  const all = rows(db, 'select n from audit order by n').map(([n]) => n)
  const links = rows(db, 'select link, n_last from audit_link order by link')
  const persons = rows(db, 'select distinct n from audit_betrokkene order by n').map(([n]) => n)
  db.close()
  const sums = { lines: 0, swapped: 0, cuts: 0 }
  const judge = (what, statements, expected, ...args) => {
    const found = verify(copies.with(FAALT ? [] : statements), ...args)
    proof.check(what, found.code !== 0 && same(found.named, expected), `${found.named.length} named, not ${expected.length}: ${short(found)}`)
  }

  for (let round = 0; round < ROUNDS; round += 1) {
    const mine = all.filter((_, at) => at % ROUNDS === round)
    sums.lines += mine.length
    // Each line another column than its neighbour in the round; over the rounds every column comes by.
    judge(`round ${round}: every flipped line is named, and no other`,
      mine.map((n, at) => `update audit set ${FLIPS[(at + round) % FLIPS.length]} where n = ${n}`), mine)
    judge(`round ${round}: every deleted line is named, and no other`, [`delete from audit where n in (${mine})`], mine)
    const pairs = mine.filter((_, at) => at % 2 === 0).map(n => [n, all[all.indexOf(n) + 1]]).filter(([, next]) => next !== undefined && !mine.includes(next))
    sums.swapped += pairs.length * 2
    judge(`round ${round}: both lines of every swap are named, and no other`,
      pairs.flatMap(([a, b]) => [`update audit set n = -1 where n = ${a}`, `update audit set n = ${a} where n = ${b}`, `update audit set n = ${b} where n = -1`]), pairs.flat())
    const about = persons.filter((_, at) => at % ROUNDS === round)
    judge(`round ${round}: whose person was taken away is named, and no other`, [`delete from audit_betrokkene where n in (${about})`], about)
  }

  const some = links.filter((_, at) => at % Math.max(1, Math.floor(links.length / (LONG ? 50 : 6))) === 0)
  for (const [link, last] of some) {
    const broken = verify(copies.with(FAALT ? [] : [`update audit_link set chain = zeroblob(32) where link = ${link}`]))
    const named = broken.named.filter(({ table }) => table === 'audit_link')
    proof.check(`link ${link}: changed, it is named and no other`, named.length === 1 && named[0].row.startsWith(`link ${link} `), short(broken))
    if (last === all.at(-1)) continue
    sums.cuts += 1
    const cut = [`delete from audit where n > ${last}`, `delete from audit_betrokkene where n > ${last}`, `delete from audit_link where link > ${link}`]
    const own = verify(copies.with(FAALT ? [] : cut))
    proof.check(`cut off after line ${last}: its own signed head tells`, own.named.some(({ table }) => table === 'audit_head'), short(own))
    const kept = verify(copies.with(FAALT ? [] : [...cut, 'delete from audit_head']), '--getekend', heads)
    proof.check(`cut off after line ${last} with its heads: one that was kept elsewhere tells`, kept.named.some(({ table }) => table === 'audit_head'), short(kept))
  }
  return sums
}
