// A power cut at any write loses nothing that was acknowledged or seen; a disk that fails gives no acknowledgement at all.
//
// The server runs on a disk that fails (powerloss.c). Cuts: at a random write, what was not synced is gone, or half of it, or torn.
// EIO at a sync: the process ends at once and has acknowledged nothing after it. A full disk: every write is refused with a code,
// nothing half is left, reading goes on, no client is told to stay away, and when there is room again the work goes on.
// Twin: a server that tells before it stores (feature `proef-eerst-zenden`).

import { mkdirSync } from 'node:fs'
import { Chance, FAALT, LONG, prove, until } from './lib/proof.mjs'
import { checkStore, exportRows, Server, Table, uuidv7 } from './lib/server.mjs'
import { arm, disarm, shim, shimEnv } from './lib/shim.mjs'
import { replay, StockClient } from './lib/stock.mjs'
import { Workload } from './lib/workload.mjs'

const CUTS = Number(process.env.CUTS ?? (LONG ? 40 : 8))
const EIO = LONG ? 10 : 2
const ENOSPC = LONG ? 40 : 6
const SEED = Number(process.env.SEED || 1)
const KEEP = [0, 50, 90]

/** After a failed sync the process is gone within this time. */
const EXIT_MS_MAX = 5000
/** After there is room again, commands are taken within this time. */
const ROOM_MS_MAX = 30_000

await prove('power', async proof => {
  const library = shim(proof.dir)
  if (library === undefined) throw new Error('a C compiler is needed to build powerloss.c')
  const chance = new Chance(SEED)
  const data = `${proof.dir}/data`
  mkdirSync(data)
  const env = shimEnv(library, data)
  const server = proof.own(await Server.start({ dir: data, env }))
  const table = await Table.lay(server)
  const document = (await table.document()).id
  const sums = { cuts: 0, ledger: 0, lost: 0 }

  for (let round = 1; round <= CUTS; round += 1) {
    const load = proof.own(await Workload.begin(table, document, round))
    await load.after(chance.int(3, 25))
    const faults = { seed: SEED * 1000 + round, keep: KEEP[round % 3], crash_at: chance.int(1, 60) }
    arm(data, faults)
    // Not after a time but at a write: the people go on until the disk is gone.
    await Promise.race([server.exited, new Promise(resolve => setTimeout(resolve, 30_000, undefined))])
    const how = server.ended
    await server.kill()
    await load.close()
    disarm(data)
    proof.check(`cut ${round}: the power went at the write`, how?.code === 137, JSON.stringify({ how, ...faults }))
    const store = await checkStore(data)
    proof.check(`cut ${round}: the store and its chains are whole`, store.ok, `${JSON.stringify(faults)}: ${store.text}`)
    await server.up()
    const missing = await load.missing()
    sums.cuts += 1
    sums.ledger += load.size
    sums.lost += missing.length
    proof.check(`cut ${round}: nothing in the ledger is lost`, missing.length === 0,
      `SEED=${SEED} ${JSON.stringify(faults)}: ${missing.length} of ${load.size}: ${missing.slice(0, 5).join(', ')}`)
  }

  for (let round = 1; round <= (FAALT ? 0 : EIO); round += 1) {
    const load = proof.own(await Workload.begin(table, document, 100 + round))
    await load.after(chance.int(3, 15))
    const since = performance.now()
    arm(data, { fail_sync_at: chance.int(1, 4) })
    const gone = await Promise.race([server.exited, new Promise(resolve => setTimeout(resolve, EXIT_MS_MAX * 4, undefined))])
    const took = performance.now() - since
    proof.check(`EIO ${round}: the process ends at once`, gone !== undefined && gone.code !== 0 && took < EXIT_MS_MAX * (LONG ? 1 : 4),
      `${JSON.stringify(gone)} after ${Math.round(took)} ms`)
    await server.kill()
    await load.close()
    disarm(data)
    await server.up()
    const missing = await load.missing()
    sums.ledger += load.size
    sums.lost += missing.length
    proof.check(`EIO ${round}: nothing in the ledger is lost`, missing.length === 0, missing.slice(0, 5).join(', '))
  }

  let refusals = 0
  for (let at = 1; at <= (FAALT ? 0 : ENOSPC); at += 1) {
    const load = proof.own(await Workload.begin(table, document, 200 + at))
    await load.after(chance.int(2, 8))
    load.stopped = true
    load.event()
    await Promise.all(load.working)
    const ends = [load.kevin, load.emma].map(client => client.closes.length)
    arm(data, { enospc_at: at })
    // One command after another until one meets the full disk.
    let refused
    for (let i = 0; i < 3 + at && refused === undefined; i += 1) {
      const key = uuidv7()
      const onderwerp = `Vol ${key}`
      const answer = await table.melding(key, onderwerp)
      if (answer.status < 203) load.ledger.meldingen.set(answer.body.id, { ...answer.body, key, onderwerp })
      else refused = { key, onderwerp, answer }
    }
    const clear = refused !== undefined && [503, 507].includes(refused.answer.status) && refused.answer.body?.code === 'opslag.vol'
    proof.check(`full ${at}: refused, and it says why`, clear, `${refused?.answer.status} ${refused?.answer.text.slice(0, 200)}`)
    // `lokaal`: the person still has the text. Never `ja`.
    proof.check(`full ${at}: it says that nothing was kept`, ['nee', 'lokaal'].includes(refused?.answer.body?.bewaard), String(refused?.answer.body?.bewaard))
    refusals += clear ? 1 : 0
    load.kevin.write(`k${load.round}-vol`)
    const leaked = await load.emma.sees(`k${load.round}-vol`, 300)
    proof.check(`full ${at}: nobody sees what is not stored`, !leaked)
    proof.check(`full ${at}: reading goes on`, (await table.linda.get('/api/v1/ik')).status === 200 && await server.alive(), server.tail(3))
    disarm(data)
    const from = performance.now()
    let again = refused === undefined ? undefined : await table.melding(refused.key, refused.onderwerp)
    while (again !== undefined && again.status > 202 && performance.now() - from < ROOM_MS_MAX) {
      await new Promise(resolve => setTimeout(resolve, 100))
      again = await table.melding(refused.key, refused.onderwerp)
    }
    proof.check(`full ${at}: with room again the same command is taken`, again !== undefined && again.status < 203, `${again?.status} ${again?.text.slice(0, 200)}`)
    if (again?.status < 203) load.ledger.meldingen.set(again.body.id, { ...again.body, key: refused.key, onderwerp: refused.onderwerp })
    proof.check(`full ${at}: what was typed meanwhile arrives`, await load.emma.sees(`k${load.round}-vol`, 30_000))
    const permanent = [load.kevin, load.emma].flatMap((client, i) => client.closes.slice(ends[i])).filter(close => close.code >= 4400 && close.code < 4500)
    proof.check(`full ${at}: nobody was told never to come back`, permanent.length === 0, JSON.stringify(permanent))
    await load.close()
    await server.bounce()
    const missing = await load.missing()
    sums.ledger += load.size
    sums.lost += missing.length
    proof.check(`full ${at}: nothing in the ledger is lost`, missing.length === 0, missing.slice(0, 5).join(', '))
  }

  const text = await table.tekst(document)
  const late = proof.own(new StockClient(table.kevin, document))
  proof.check('a newcomer gets the whole text', await late.synced() && await until(() => late.text === text, ask => late.listen(ask), 5000))
  await server.stop()
  proof.check('the log played back is the document', replay(exportRows(data, document)).text === text)
  return `${sums.cuts} power cuts, ${FAALT ? 0 : EIO} failed syncs, ${refusals} refusals of a full disk; ${sums.ledger} acknowledged or seen writes, ${sums.lost} lost`
})
