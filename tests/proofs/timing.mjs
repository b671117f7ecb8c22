// What somebody may not see does not exist, in time too: an answer about something that is there and that they may not see takes as long
// as one about something that is not there (G24).
//
// Each kind: the two are asked for in random order, paced, over one kept connection, by somebody who is refused both. From the times comes
// how often a refused one took longer than an absent one (the area under the curve, 0.5 when nothing tells them apart), held against
// what chance alone gives: four standard deviations. Twin (FAALT=1): something that is seen beside something absent, which must be told apart.

import { Agent, request } from 'node:http'
import { Chance, FAALT, LONG, percentile, prove } from './lib/proof.mjs'
import { RtClient } from './lib/rt.mjs'
import { Server, Table } from './lib/server.mjs'

const PAIRS = FAALT ? 200 : LONG ? 1000 : 250
/** Between two questions: far below what the server can do, so that no answer waits for another. */
const PACE_MS = 5
const DEVIATIONS_MAX = 4

const pace = () => new Promise(resolve => setTimeout(resolve, PACE_MS))

/** One GET over a connection that stays: `{status, text, ms}`. */
function asker (session) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { hostname, port } = new URL(session.base)
  const get = path => new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const asked = request({ agent, hostname, port, path, headers: { Cookie: session.cookie } }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', part => { text += part }).on('end', () => {
        resolve({ status: answer.statusCode, text, ms: Number(process.hrtime.bigint() - began) / 1e6 })
      })
    })
    asked.on('error', reject).end()
  })
  return { get, destroy: () => agent.destroy() }
}

/** How often one of `these` is larger than one of `those`, a tie counting half; and the deviation of that by chance. */
function auc (these, those) {
  const all = [...these.map(ms => [ms, 1]), ...those.map(ms => [ms, 0])].sort((a, b) => a[0] - b[0])
  let rank = 0
  for (let at = 0; at < all.length;) {
    let end = at
    while (end < all.length && all[end][0] === all[at][0]) end += 1
    for (let i = at; i < end; i += 1) if (all[i][1] === 1) rank += (at + end + 1) / 2
    at = end
  }
  const [n, m] = [these.length, those.length]
  return { share: (rank - n * (n + 1) / 2) / (n * m), deviation: Math.sqrt((n + m + 1) / (12 * n * m)) }
}

/** Asks for both in random order: their times, in milliseconds. */
async function measure (chance, refused, absent) {
  const took = [[], []]
  for (let i = 0; i < 20; i += 1) await (i % 2 ? refused() : absent())
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const first = chance.int(0, 1)
    for (const which of [first, 1 - first]) {
      await pace()
      took[which].push(await (which === 0 ? refused() : absent()))
    }
  }
  return took
}

await prove('timing', async proof => {
  const chance = new Chance(Number(process.env.SEED ?? 24))
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data` }))
  const table = await Table.lay(server)
  const { id: document, gesprek } = await table.document()
  const [bestuur, rianne, mirjam] = await Promise.all(['bestuur', 'regisseur', 'medewerker-budgetbeheer'].map(name => server.login(name)))
  const rekening = (await mirjam.get('/api/v1/rekeningen')).body.items?.[0]?.id
  const plan = (await rianne.get('/api/v1/plannen')).body?.items?.[0]?.id
  const kinds = [
    ['zaak', id => `/api/v1/zaken/${id}`, table.zaak],
    ['persoon', id => `/api/v1/personen/${id}`, table.persoon],
    ['gesprek', id => `/api/v1/gesprekken/${id}`, gesprek],
    ['document', id => `/api/v1/documenten/${id}/tekst`, document],
    ['beheerrekening', id => `/api/v1/rekeningen/${id}`, rekening],
    ['plan', id => `/api/v1/plannen/${id}`, plan]
  ].filter(([, , there]) => there !== undefined).slice(0, FAALT ? 1 : undefined)
  const found = []
  const judge = (what, [refused, absent]) => {
    const { share, deviation } = auc(refused, absent)
    const off = Math.abs(share - 0.5) / deviation
    const [a, b] = [refused, absent].map(list => percentile(list, 50))
    proof.check(`${what}: refused takes as long as absent`, off <= DEVIATIONS_MAX, `${share.toFixed(3)} of the pairs, ${off.toFixed(1)} deviations; medians ${a.toFixed(3)} and ${b.toFixed(3)} ms`)
    found.push({ what, share, off, a, b })
    proof.say(`${what}: refused ${a.toFixed(3)} (p95 ${percentile(refused, 95).toFixed(3)}), absent ${b.toFixed(3)} ms (p95 ${percentile(absent, 95).toFixed(3)}); refused took longer in ${(share * 100).toFixed(1)} %, ${off.toFixed(1)} deviations from half`)
  }
  const who = FAALT ? table.kevin : bestuur
  const ask = proof.own(asker(who))
  for (const [what, path, there] of kinds) {
    const once = async id => {
      const answer = await ask.get(path(id))
      if (!FAALT && answer.status !== 404) throw new Error(`${what}: ${answer.status}`)
      return answer.ms
    }
    judge(what, await measure(chance, () => once(there), () => once(crypto.randomUUID())))
  }
  if (!FAALT) {
    const rt = proof.own(await RtClient.open(bestuur))
    const once = async id => {
      const began = performance.now()
      const answer = await rt.subscribe(`zaak/${id}@wat`)
      if (answer.t !== 'err') throw new Error(JSON.stringify(answer))
      rt.frames.length = 0
      return performance.now() - began
    }
    judge('zaak on /rt', await measure(chance, () => once(table.zaak), () => once(crypto.randomUUID())))
  }
  const worst = found.reduce((a, b) => (a.off > b.off ? a : b))
  return `${found.length} kinds × ${PAIRS} pairs; most apart: ${worst.what}, longer in ${(worst.share * 100).toFixed(1)} % (${worst.off.toFixed(1)} deviations), medians ${worst.a.toFixed(2)} and ${worst.b.toFixed(2)} ms`
})
