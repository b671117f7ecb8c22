// kill -9 at any moment loses nothing that was acknowledged and nothing that somebody else has seen.
//
// While people write, the server is killed; it comes back on the same data and is asked for everything in two ledgers: of what people
// typed and reported (workload.mjs), and of the work of the wijkteam, the desk and budgetbeheer (casework.mjs and its jobs): every command
// that the server says there is has a job, or stands below with why not. Then dashboard and worklists are counted again (hertelling.mjs).
// Half of the rounds run with a slow disk, so that much is under way between memory and disk at the moment of the kill. Twin: a server
// that tells before it stores (feature `proef-eerst-zenden`: text, and a contact) must be caught at both.

import { mkdirSync } from 'node:fs'
import { Chance, FAALT, LONG, percentile, prove, ms } from './lib/proof.mjs'
import { checkStore, exportRows, Server, Table } from './lib/server.mjs'
import { replay } from './lib/stock.mjs'
import { arm, disarm, shim, shimEnv } from './lib/shim.mjs'
import { Workload } from './lib/workload.mjs'
import { Casework, Team } from './lib/casework.mjs'
import { missing } from './lib/casework_after.mjs'
import { Hertelling } from './lib/hertelling.mjs'
import { opdrachten } from './lib/opdrachten.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'

const KILLS = Number(process.env.KILLS ?? (LONG ? 100 : 12))
const SEED = Number(process.env.SEED || 1)
/** Rounds that may come on top, twice through all jobs. */
const MEER_MAX = 8
/** What is no command and has to be in the ledger of some round too: a report of an outside system, and what Huub saw. */
const KINDS = ['inkomend', 'saldo']
/** Commands without a job here, each with why. */
const ZONDER_WERK = {
  MeldBriefGepost: 'of a letter on paper, which the system makes some time after the melding and not before a kill comes: tafel/tests/brieven.rs',
  WijsRegisseurAan: 'of a plan whose regisseur lost the role, which only a provider of identities says: killed and asked again in proof-identity'
}

/** After each so many kills. */
const CHECK_EVERY = 3

/** A recount of something else, which must differ: else the comparison looks at nothing. */
const VERVALST = [
  ['misses a zaak', zaken => zaken.slice(1)],
  ['weighs a zaak otherwise', ([een, ...rest]) => [{ ...een, urgentie: een.urgentie === 'crisis' ? 'gewoon' : 'crisis' }, ...rest]],
  ['has a zaak wait that is taken', zaken => {
    const taken = zaken.find(zaak => zaak.behandelaars.length > 0)
    return zaken.map(zaak => zaak === taken ? { ...zaak, behandelaars: [] } : zaak)
  }]
]

await prove('crash', async proof => {
  const chance = new Chance(SEED)
  const library = shim(proof.dir)
  const data = `${proof.dir}/data`
  mkdirSync(data)
  const address = await freeAddress()
  const sims = await Sims.start({ dir: `${proof.dir}/sims`, address })
  proof.own({ destroy: () => sims.stop() })
  const env = { ...sims.env, ...(library === undefined ? {} : shimEnv(library, data)) }
  const server = proof.own(await Server.start({ dir: data, address, env }))
  const table = await Table.lay(server)
  const document = (await table.document()).id
  proof.mustNotice = [/nothing in the ledger is lost/, /no casework is lost/]
  const team = await Team.lay(server, sims)
  const lost = []
  const back = []
  let counted = 0
  let cased = 0
  const kinds = new Set()
  const gedaan = new Set()
  const hertelling = new Hertelling(team)
  let herteld = 0
  const named = await opdrachten(team.pieter)
  const over = () => named.filter(naam => !gedaan.has(naam) && !(naam in ZONDER_WERK))
  let round = 0
  // A crash may come before the end of a chain each time: then it goes on until every command was done, for so long.
  while (round < KILLS || (over().length > 0 && round < KILLS + MEER_MAX)) {
    round += 1
    const load = proof.own(await Workload.begin(table, document, round))
    const work = proof.own(await Casework.begin(team, round))
    if (library !== undefined && round % 2 === 0) {
      arm(data, { slow_ms: chance.int(5, 40) })
    }
    const moving = await load.after(chance.int(5, 60)) && await work.after(chance.int(20, 280))
    if (chance.chance(0.5)) await new Promise(resolve => setTimeout(resolve, chance.next() * 12))
    await server.kill()
    await Promise.all([load.close(), work.close()])
    disarm(data)
    // Sometimes the record is counted from its first event before the server itself mends what the kill left half written.
    if (round % CHECK_EVERY === 0) {
      const store = await checkStore(data)
      proof.check(`kill ${round}: as it was left the store is whole, and kept state is what a recount gives`, store.ok, `SEED=${SEED}: ${store.text}`)
    }
    // What Huub is shown now comes from the record alone.
    await team.allegro('/_storing', { weg: '503' })
    const before = performance.now()
    await server.up()
    back.push(performance.now() - before)
    const [gone, cases] = [await load.missing(), await missing(work)]
    await team.allegro('/_storing', {})
    const anders = await hertelling.anders()
    herteld += anders.length
    counted += load.size
    cased += work.size
    work.kinds.forEach(kind => kinds.add(kind))
    work.opdrachten.forEach(naam => gedaan.add(naam))
    lost.push(...gone, ...cases)
    proof.check(`kill ${round}: work was under way`, moving)
    proof.check(`kill ${round}: nothing was refused to those who worked on cases`, work.refusals.length === 0, work.refusals.slice(0, 3).join('; '))
    proof.check(`kill ${round}: nothing in the ledger is lost`, gone.length === 0,
      `SEED=${SEED}: ${gone.length} of ${load.size}: ${gone.slice(0, 5).join(', ')}`)
    proof.check(`kill ${round}: no casework is lost, double or half`, cases.length === 0,
      `SEED=${SEED}: ${cases.length} of ${work.size}: ${cases.slice(0, 5).join(', ')}`)
    proof.check(`kill ${round}: dashboard and worklists are what a recount gives`, anders.length === 0, `SEED=${SEED}: ${anders.slice(0, 5).join('; ')}`)
    if (LONG) proof.say(`kill ${round}: ${load.size} and ${work.size} in the ledgers, ${gone.length + cases.length} lost, back in ${ms(back.at(-1))}`)
  }
  proof.check('every kind of casework was under way', KINDS.every(kind => kinds.has(kind)), KINDS.filter(kind => !kinds.has(kind)).join(', '))
  const open = over()
  proof.check('every command was done, killed and found again, or is named with why not', named.length > 0 && open.length === 0, open.join(', '))
  const oud = Object.keys(ZONDER_WERK).filter(naam => !named.includes(naam) || gedaan.has(naam))
  proof.check('who is named without a job is a command and has none', oud.length === 0, oud.join(', '))
  for (const [wat, verander] of VERVALST) {
    const noticed = await hertelling.anders(verander)
    proof.check(`a recount that ${wat} is not what dashboard and worklists give`, noticed.length > 0)
  }
  const text = await table.tekst(document)
  await server.stop()
  const store = await checkStore(data)
  proof.check('the store and its chains are whole', store.ok, store.text)
  proof.check('the log played back is the document', replay(exportRows(data, document)).text === text)
  return `${round} kills, ${counted + cased} acknowledged or seen writes, ${cased} of them casework by ${gedaan.size} of ${named.length} commands; ${lost.length} lost; ${herteld} counts other than a recount; back in ${ms(percentile(back, 50))} (median), ${ms(Math.max(...back))} at most`
})
