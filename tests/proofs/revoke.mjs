// Whoever is taken out of a talk loses its document within a second, on every open socket, and not one frame comes after that.
//
// Emma has the document open as a stock client and on /rt, Kevin goes on writing and takes her out. Measured from the moment that his
// command is sent. Also: the ends of rights that hold for a while (lib/ends.mjs), very many on many screens (lib/many.mjs), and a record that cannot be read (lib/blind.mjs). Twin (FAALT=1): nobody is taken out, so the proof has to fail.

import { FAALT, LONG, ms, percentile, prove, until } from './lib/proof.mjs'
import { blind } from './lib/blind.mjs'
import { Ends } from './lib/ends.mjs'
import { many } from './lib/many.mjs'
import { Server, Table } from './lib/server.mjs'
import { RtClient } from './lib/rt.mjs'
import { StockClient } from './lib/stock.mjs'

const ROUNDS = FAALT ? 2 : LONG ? 100 : 12
/** G27: ten thousand ends of a right, under load. */
const MANY = FAALT ? 0 : LONG ? 10_000 : 200
const REVOKE_MS_MAX = 1000
/** Printed, not judged, on a machine that others use too. */
const PATIENCE_MS = FAALT ? 1500 : LONG ? REVOKE_MS_MAX : 10_000

await prove('revoke', async proof => {
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data` }))
  const table = await Table.lay(server)
  const { id, gesprek } = await table.document()
  const change = body => table.kevin.done(`/api/v1/gesprekken/${gesprek}/deelnemers`, body)
  const took = { yjs: [], rt: [], zaak: [], sessie: [] }
  let late = 0
  const kevin = proof.own(new StockClient(table.kevin, id))
  await kevin.synced()

  for (let round = 1; round <= ROUNDS; round += 1) {
    const emma = proof.own(new StockClient(table.emma, id))
    const rt = proof.own(await RtClient.open(table.emma))
    const paper = await rt.document(id)
    await emma.synced()
    kevin.write(`voor-${round}`)
    proof.check(`round ${round}: Emma sees it first`, await emma.sees(`voor-${round}`) && await until(() => paper.text.includes(`voor-${round}`), ask => rt.listen(ask), 10_000))

    // Five milliseconds apart: brisk, but no flood.
    let count = 0
    const typist = setInterval(() => kevin.write(`tijdens-${round}-${++count}`), 5)
    const sent = performance.now()
    if (!FAALT) await change({ eraf: [table.emma.ik.id] })
    const shut = () => emma.closes.find(close => close.code === 4403)
    const revoked = () => rt.frames.find(frame => frame.t === 'revoked' && frame.a === paper.a)
    const [closed, told] = await Promise.all([
      until(shut, ask => { emma.provider.on('connection-close', ask); emma.provider.on('closed', ask) }, PATIENCE_MS),
      until(revoked, ask => rt.listen(ask), PATIENCE_MS)
    ])
    proof.check(`round ${round}: /yjs closes 4403`, closed, JSON.stringify(emma.closes))
    proof.check(`round ${round}: /rt says revoked`, told, JSON.stringify(rt.frames.slice(-3)))
    if (closed) took.yjs.push(shut().at - sent)
    if (told) took.rt.push(revoked().at_ms - sent)
    const frames = emma.frames
    const seen = paper.text
    kevin.write(`na-${round}`)
    await until(() => emma.frames > frames || paper.text !== seen, ask => {
      emma.doc.on('update', ask)
      return rt.listen(ask)
    }, 150)
    const after = emma.frames - frames + (paper.text === seen ? 0 : 1)
    late += after
    clearInterval(typist)
    proof.check(`round ${round}: not one frame after that`, after === 0 && !emma.text.includes(`na-${round}`) && !paper.text.includes(`na-${round}`), `${after} frames`)
    const front = await table.emma.get(`/api/v1/documenten/${id}`)
    const absent = await table.emma.get(`/api/v1/documenten/${crypto.randomUUID()}`)
    proof.check(`round ${round}: for Emma it does not exist`, FAALT || (front.status === 404 && front.status === absent.status && front.body?.code === absent.body?.code), `${front.status} ${front.body?.code}`)
    emma.destroy()
    rt.destroy()
    if (!FAALT) await change({ erbij: [table.emma.ik.id] })
  }

  // Who distributes the work; the desk gives nothing away that is somebody's.
  const wouter = await server.login('werkverdeler')
  // What else Emma has on her screen of that zaak, when she is taken off it; and the end of her session.
  for (let round = 1; round <= (FAALT ? 1 : LONG ? 50 : 6); round += 1) {
    const rt = proof.own(await RtClient.open(table.emma))
    const topics = [`zaak/${table.zaak}@wat`, `zaak/${table.zaak}@rij`, `zaak/${table.zaak}@tafel`, `persoon/${table.persoon}@wat`]
    const numbers = []
    for (const topic of topics) numbers.push((await rt.subscribe(topic)).a)
    const assign = people => wouter.done(`/api/v1/zaken/${table.zaak}/toewijzen`, { behandelaars: people.map(one => one.ik.id) })
    const sent = performance.now()
    if (!FAALT) await assign([table.kevin])
    for (const [at, a] of numbers.entries()) {
      const off = () => rt.frames.find(frame => frame.t === 'revoked' && frame.a === a)
      const told = await until(off, ask => rt.listen(ask), PATIENCE_MS)
      proof.check(`zaak, round ${round}: ${topics[at].replace(/[0-9a-f-]{36}/, '…')} is revoked`, told, JSON.stringify(rt.frames.slice(-3)))
      if (told) took.zaak.push(off().at_ms - sent)
    }
    rt.destroy()
    if (!FAALT) await assign([table.kevin, table.emma])

    const session = await server.login('emma')
    const screen = proof.own(await RtClient.open(session))
    const out = performance.now()
    if (!FAALT) await session.post('/api/v1/uitloggen', {})
    const ended = await until(() => screen.closed, ask => screen.listen(ask), PATIENCE_MS)
    proof.check(`session, round ${round}: the socket closes 4401`, ended && screen.closed.code === 4401, JSON.stringify(screen.closed))
    if (ended) took.sessie.push(screen.closed.at - out)
  }
  const ends = await new Ends(proof, server, table, PATIENCE_MS).all()
  late += ends.late
  const veel = await many(proof, table, MANY, PATIENCE_MS)
  late += veel.late
  const unread = await blind(proof)
  const kinds = Object.entries(ends.took).filter(([, took]) => took.length > 0)
  const all = [...took.yjs, ...took.rt, ...took.zaak, ...took.sessie, ...kinds.flatMap(([, took]) => took), ...veel.took]
  if (LONG) proof.check(`at most ${REVOKE_MS_MAX} ms`, Math.max(...all) <= REVOKE_MS_MAX, ms(Math.max(...all)))
  return `${ROUNDS} times; /yjs ${ms(percentile(took.yjs, 50))} (median) ${ms(Math.max(...took.yjs))} (most), /rt ${ms(percentile(took.rt, 50))} and ${ms(Math.max(...took.rt))}; a zaak's topics ${ms(percentile(took.zaak, 50))} and ${ms(Math.max(...took.zaak))}; a session ${ms(percentile(took.sessie, 50))} and ${ms(Math.max(...took.sessie))}; ${ends.count} ends of what holds for a while: ${kinds.map(([kind, took]) => `${kind} ${ms(percentile(took, 50))} and ${ms(Math.max(...took))}`).join(', ')}; ${veel.took.length} more of a document while ${veel.written} edits were written: ${ms(percentile(veel.took, 50))} (median), ${ms(percentile(veel.took, 99))} (p99), ${ms(Math.max(0, ...veel.took))} (most); ${late} frames after it; ${unread}`
})
