// The record cannot be read (G27). Who writes goes on, so rights end of which nobody hears; within five seconds nothing that rights guard goes
// out any more, on no open screen and to no question, and each says why. When it can be read again all goes on, in the same process.

import { FAALT, LONG, ms, until } from './proof.mjs'
import { RtClient } from './rt.mjs'
import { Server, Table } from './server.mjs'
import { arm, disarm, shim, shimEnv } from './shim.mjs'
import { StockClient } from './stock.mjs'

const CODE = 'server.geen_zicht'
const SHUT = 4503
/** From an end of a right that could not be heard of, to the last content on a screen. */
const BLIND_MS_MAX = 5000
/** From the moment that it can be read, to the first answer. */
const BACK_MS_MAX = 10_000

/** How it cannot be read: with an error, and without an answer. */
const FAULTS = { error: { read_eio: 1 }, silence: { read_hang: 1 } }

export async function blind (proof) {
  const library = shim(proof.dir)
  if (library === undefined) throw new Error('a C compiler is needed to build powerloss.c')
  const dir = `${proof.dir}/blind`
  const server = proof.own(await Server.start({ dir, env: shimEnv(library, dir) }))
  const table = await Table.lay(server)
  const wouter = await server.login('werkverdeler')
  const { id: document } = await table.document()
  const { kevin, emma, zaak, persoon } = table
  const topics = [`zaak/${zaak}@wat`, `zaak/${zaak}@rij`, `persoon/${persoon}@wat`]
  const assign = people => wouter.done(`/api/v1/zaken/${zaak}/toewijzen`, { behandelaars: people.map(one => one.ik.id) })
  const contact = telefoon => kevin.post(`/api/v1/personen/${persoon}/contact`, { telefoon })
  const took = []
  const back = []

  /** Follows all of it, and hands back the open socket. */
  async function screen (who) {
    const rt = proof.own(await RtClient.open(who))
    for (const topic of topics) proof.check(`blind: ${topic.split('/')[0]} opens`, (await rt.subscribe(topic))?.t === 'ok')
    return rt
  }

  for (const [how, fault] of Object.entries(FAULTS)) {
    const check = (what, ok, detail) => proof.check(`blind by ${how}: ${what}`, ok, detail)
    const { pid } = server
    const [hers, his] = [await screen(emma), await screen(kevin)]
    const paper = proof.own(new StockClient(kevin, document))
    await paper.synced()
    if (!FAALT) arm(dir, fault)
    const from = performance.now()
    // Recorded, and by the read side heard of by nobody: her line of the zaak goes on.
    const taken = await assign([kevin])
    check('who records goes on', Number.isInteger(taken.positie), JSON.stringify(taken))
    await contact('0698111111')
    const patience = FAALT ? 1500 : LONG ? BLIND_MS_MAX : 20_000
    for (const [who, rt] of [['Emma', hers], ['Kevin', his]]) {
      const shut = await until(() => rt.closed !== undefined, ask => rt.listen(ask), patience)
      check(`${who}'s screen is let go`, shut && rt.closed.code === SHUT, JSON.stringify(rt.closed))
      took.push((rt.closed?.at ?? Infinity) - from)
    }
    // Until it knows that it does not see, the server goes on: what came in those seconds may have been shown, and nothing after them.
    const shown = [...hers.frames, ...his.frames].filter(frame => JSON.stringify(frame).includes('0698111111')).map(frame => frame.at_ms - from)
    if (LONG) check('nobody was shown anything after that', shown.every(at => at <= BLIND_MS_MAX), shown.map(at => ms(at)).join(', '))
    check('a document is let go too', await until(() => paper.closes.some(close => close.code === SHUT), ask => { paper.provider.on('connection-close', ask); paper.provider.on('status', ask) }, patience), JSON.stringify(paper.closes))
    paper.destroy()

    const asked = [`/api/v1/zaken/${zaak}`, '/api/v1/zaken?lijst=mijn', `/api/v1/personen/${persoon}`, `/api/v1/documenten/${document}/tekst`, '/api/v1/plannen', '/api/v1/medewerkers']
    for (const [who, path] of [kevin, emma].flatMap(who => asked.map(path => [who, path]))) {
      const answer = await who.get(path)
      check(`${path.split('/')[3]} is refused, and it says why`, answer.status === 503 && answer.body?.code === CODE && Number(answer.headers.get('retry-after')) > 0, `${answer.status} ${answer.text.slice(0, 200)}`)
    }
    const act = await contact('0698222222')
    check('a command is refused', act.status === 503 && act.body?.code === CODE, `${act.status} ${act.text.slice(0, 200)}`)
    check('it says that it is not ready', (await kevin.get('/readyz')).status === 503)
    check('and that it is alive', await server.alive())
    check('who one is asks for nobody\'s rights', (await kevin.get('/api/v1/ik')).status === 200)
    const late = proof.own(await RtClient.open(emma))
    for (const topic of [...topics, `document/${document}`]) {
      const answer = await late.subscribe(topic)
      check(`${topic.split('/')[0]} does not open`, answer?.t === 'err' && answer.code === CODE, JSON.stringify(answer))
    }
    late.destroy()

    disarm(dir)
    const since = performance.now()
    while ((await kevin.get(`/api/v1/zaken/${zaak}`)).status !== 200 && performance.now() - since < BACK_MS_MAX);
    back.push(performance.now() - since)
    check('it goes on', back.at(-1) < BACK_MS_MAX && server.ended === undefined && server.pid === pid, JSON.stringify(server.ended))
    check('it is ready', (await kevin.get('/readyz')).status === 200)
    const again = await screen(kevin)
    const done = await contact('0698333333')
    check('what changes is told again', done.status === 200 && await until(() => again.frames.some(frame => JSON.stringify(frame).includes('0698333333')), ask => again.listen(ask), 10_000), `${done.status}`)
    const hers2 = proof.own(await RtClient.open(emma))
    for (const topic of topics) {
      const answer = await hers2.subscribe(topic)
      check(`what ended meanwhile has ended: ${topic.split('/')[0]}`, FAALT || (answer?.t === 'err' && answer.code === 'niet_gevonden'), JSON.stringify(answer))
    }
    const gone = await emma.get(`/api/v1/zaken/${zaak}`)
    check('for Emma the zaak is not there', FAALT || gone.status === 404, `${gone.status}`)
    for (const rt of [hers, his, again, hers2]) rt.destroy()
    await assign([kevin, emma])
  }
  if (LONG) proof.check(`blind: nothing later than ${BLIND_MS_MAX} ms`, Math.max(...took) <= BLIND_MS_MAX, ms(Math.max(...took)))
  await server.stop()
  return `with a record that cannot be read the last screen was let go after ${ms(Math.max(...took))}, and the first answer came ${ms(Math.max(...back))} after it could be`
}
