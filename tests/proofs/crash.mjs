// kill -9 at any moment loses nothing that was acknowledged and nothing that somebody else has seen.
//
// While people write, the server is killed; it comes back on the same data and is asked for everything in the ledger. Half of the
// rounds run with a slow disk, so that much is under way between memory and disk at the moment of the kill. Twin: a server that tells
// before it stores (feature `proef-eerst-zenden`) must be caught.

import { mkdirSync } from 'node:fs'
import { Chance, FAALT, LONG, percentile, prove, ms } from './lib/proof.mjs'
import { checkStore, exportRows, Server, Table } from './lib/server.mjs'
import { replay } from './lib/stock.mjs'
import { arm, disarm, shim, shimEnv } from './lib/shim.mjs'
import { Workload } from './lib/workload.mjs'

const KILLS = Number(process.env.KILLS ?? (LONG ? 100 : 12))
const SEED = Number(process.env.SEED || 1)

await prove('crash', async proof => {
  const chance = new Chance(SEED)
  const library = shim(proof.dir)
  const data = `${proof.dir}/data`
  mkdirSync(data)
  const env = library === undefined ? {} : shimEnv(library, data)
  const server = proof.own(await Server.start({ dir: data, env }))
  const table = await Table.lay(server)
  const document = (await table.document()).id
  const lost = []
  const back = []
  let counted = 0
  for (let round = 1; round <= KILLS; round += 1) {
    const load = proof.own(await Workload.begin(table, document, round))
    if (library !== undefined && round % 2 === 0) {
      arm(data, { slow_ms: chance.int(5, 40) })
    }
    const moving = await load.after(chance.int(5, 60))
    if (chance.chance(0.5)) await new Promise(resolve => setTimeout(resolve, chance.next() * 12))
    await server.kill()
    await load.close()
    disarm(data)
    const before = performance.now()
    await server.up()
    back.push(performance.now() - before)
    const missing = await load.missing()
    counted += load.size
    lost.push(...missing)
    proof.check(`kill ${round}: work was under way`, moving)
    proof.check(`kill ${round}: nothing in the ledger is lost`, missing.length === 0,
      `SEED=${SEED}: ${missing.length} of ${load.size}: ${missing.slice(0, 5).join(', ')}`)
    if (LONG) proof.say(`kill ${round}: ${load.size} in the ledger, ${missing.length} lost, back in ${ms(back.at(-1))}`)
  }
  const text = await table.tekst(document)
  await server.stop()
  const store = checkStore(data)
  proof.check('the store and its chains are whole', store.ok, store.text)
  proof.check('the log played back is the document', replay(exportRows(data, document)).text === text)
  return `${KILLS} kills, ${counted} acknowledged or seen writes, ${lost.length} lost; back in ${ms(percentile(back, 50))} (median), ${ms(Math.max(...back))} at most`
})
