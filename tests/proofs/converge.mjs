// Stock Yjs clients and the server converge, whatever they do to the same document, and what they agree on is what the log says.
//
// A seed is a plan: who is there, what they type, split, mark, undo and throw away, when a line breaks and when the server dies. At
// quiescence all clients are equal to each other, to a client that came later, to the text that the server gives out, and (after the
// last seed, with the server down) to the log played back into an empty document. Beside that, whatever the guard takes of bytes that no
// editor sends, yrs and Yjs make the same of. Twin: a client that loses frames must be noticed.

import * as Y from 'yjs'
import { playAgreed } from './lib/agreed.mjs'
import { Chance, FAALT, LONG, prove, turns } from './lib/proof.mjs'
import { exportRows, Server, Table } from './lib/server.mjs'
import { equal, paragraph, quiet, replay, StockClient } from './lib/stock.mjs'

const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : Array.from({ length: LONG ? 500 : 25 }, (_, i) => i + 1)
const OPS_MIN = 40
const OPS_MAX = LONG ? 160 : 80
const WORDS = ['Maria', 'Dylan', 'thuis', 'school', 'zorg', 'één', 'coördinatie', '👩‍👧', '€ 25,00', 'mevrouw', 'morgen', 'ß', 'ok.']

const plan = [
  [10, 'type'], [5, 'paragraph'], [3, 'erase'], [3, 'split'], [3, 'mark'], [1, 'unmark'], [2, 'heading'], [2, 'undo'], [1, 'redo'],
  [0.4, 'clear'], [1.2, 'offline'], [1.5, 'online'], [0.5, 'reload'], [0.35, 'crash'], [2, 'pause']
]

/** What a person does to a document; every one of them may find nothing to do. */
const deeds = {
  type (client, chance) {
    const text = aText(client, chance)
    if (text === undefined) return deeds.paragraph(client, chance)
    text.insert(aPlace(text, chance), `${chance.pick(WORDS)} `)
  },
  paragraph (client, chance) {
    client.root.insert(chance.int(0, client.root.length), [paragraph(chance.pick(WORDS), chance.pick(['paragraph', 'heading']))])
  },
  erase (client, chance) {
    const text = aText(client, chance)
    if (text === undefined || text.length === 0) return
    const [from, length] = aRange(text, chance)
    text.delete(from, length)
  },
  /** As an editor does at Enter: the tail goes away here and comes back in a new block. */
  split (client, chance) {
    const text = aText(client, chance)
    if (text === undefined) return
    const at = aPlace(text, chance)
    const tail = plain(text).slice(at)
    text.delete(at, text.length - at)
    client.root.insert(client.root.toArray().indexOf(text.parent) + 1, [paragraph(tail)])
  },
  mark (client, chance, value = {}) {
    const text = aText(client, chance)
    if (text === undefined || text.length === 0) return
    const [from, length] = aRange(text, chance)
    text.format(from, length, { [chance.pick(['bold', 'italic'])]: value })
  },
  unmark (client, chance) { deeds.mark(client, chance, null) },
  heading (client, chance) {
    const blocks = client.root.toArray()
    if (blocks.length > 0) chance.pick(blocks).setAttribute('level', chance.int(1, 3))
  },
  undo (client) { client.undo.undo() },
  redo (client) { client.undo.redo() },
  /** Select all, delete: an editor leaves one empty paragraph. */
  clear (client) {
    client.root.delete(0, client.root.length)
    client.root.insert(0, [paragraph()])
  }
}

function aText (client, chance) {
  const texts = client.root.toArray().flatMap(block => block.toArray()).filter(node => node instanceof Y.XmlText)
  return texts.length === 0 ? undefined : chance.pick(texts)
}

function plain (text) { return text.toDelta().map(part => part.insert).join('') }

/** A place between characters: no editor puts its cursor inside a surrogate pair, and Yjs breaks the pair when one does. */
function aPlace (text, chance) {
  const at = chance.int(0, text.length)
  const low = plain(text).charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at
}

function aRange (text, chance) {
  const [from, to] = [aPlace(text, chance), aPlace(text, chance)].sort((a, b) => a - b)
  return [from, to - from]
}

function judgeAgreed (proof) {
  const agreed = playAgreed(process.env.KT_AANGENOMEN)
  proof.check(`of ${agreed.frames} accepted frames that no editor sends, yrs and Yjs make the same`, agreed.frames > 0 && agreed.differences.length === 0,
    agreed.differences.slice(0, 2).map(({ fault, line }) => `${fault.slice(0, 600)} of ${line.slice(0, 600)}`).join('\n'))
  proof.check('a frame that is left out is seen', agreed.twins > 0 && agreed.unseen === 0, `${agreed.unseen} of ${agreed.twins} not`)
  return agreed
}

await prove('converge', async proof => {
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data` }))
  const table = await Table.lay(server)
  const played = []
  const sums = { ops: 0, crashes: 0, offline: 0, clients: 0 }

  for (const seed of FAALT ? SEEDS.slice(0, 3) : SEEDS) {
    const chance = new Chance(seed)
    const document = (await table.document()).id
    const loss = FAALT ? { lose: () => chance.chance(0.3) } : {}
    const seats = Array.from({ length: chance.int(2, 5) }, (_, i) => i % 2 === 0 ? table.kevin : table.emma)
    const clients = seats.map(seat => new StockClient(seat, document, loss))
    const gone = []
    sums.clients += clients.length
    await Promise.all(clients.map(client => client.synced(FAALT ? 2000 : 60_000)))

    for (let left = chance.int(OPS_MIN, OPS_MAX); left > 0; left -= 1) {
      const at = chance.int(0, clients.length - 1)
      const client = clients[at]
      const deed = chance.weighted(plan)
      sums.ops += 1
      if (deed === 'undo' || deed === 'redo') deeds[deed](client)
      else if (deed in deeds) client.doc.transact(() => deeds[deed](client, chance), 'mij')
      else if (deed === 'offline') { sums.offline += 1; client.provider.disconnect() }
      else if (deed === 'online') client.provider.connect()
      else if (deed === 'pause') await turns(chance.int(5, 60))
      else if (deed === 'reload' && client.provider.synced && client.provider.ws?.bufferedAmount === 0) {
        // A tab that is closed takes only what it had sent and what came back: wait until the others have it.
        if (await quiet(clients.filter(other => other.provider.shouldConnect), FAALT ? 2000 : 60_000)) {
          gone.push(client)
          client.destroy()
          clients[at] = new StockClient(seats[at], document, loss)
        }
      } else if (deed === 'crash' && !FAALT && sums.crashes < SEEDS.length) {
        sums.crashes += 1
        await server.bounce()
        await table.reenter()
      }
      if (chance.chance(0.4)) await turns(chance.int(1, 6))
    }

    clients.forEach(client => client.provider.connect())
    const late = new StockClient(table.emma, document)
    clients.push(late)
    const same = await quiet(clients, FAALT ? 5000 : 60_000)
    const xml = late.xml
    const refusals = [...clients, ...gone].flatMap(client => client.refusals)
    const permanent = clients.flatMap(client => client.closes).filter(close => close.code >= 4400 && close.code < 4500)
    const text = same ? await table.tekst(document) : ''
    const detail = () => `SEED=${seed} make proof-converge; ${clients.map(client => `${client.session.persona}:${client.provider.synced ? 'synced' : 'not synced'}:${client.xml.length}`).join(' ')}`
    const ok = [
      proof.check(`seed ${seed}: all clients know the same`, same && equal(clients), detail()),
      proof.check(`seed ${seed}: all clients read the same`, clients.every(client => client.xml === xml), detail()),
      proof.check(`seed ${seed}: nothing honest was refused`, refusals.length === 0 && permanent.length === 0,
        `${refusals.slice(0, 3)} ${JSON.stringify(permanent[0] ?? '')} ${detail()}`),
      proof.check(`seed ${seed}: the server's text is theirs`, text === late.text, `server ${JSON.stringify(text.slice(0, 200))}, clients ${JSON.stringify(late.text.slice(0, 200))} ${detail()}`)
    ].every(Boolean)
    played.push({ seed, document, xml, ok })
    clients.forEach(client => client.destroy())
  }

  await server.stop()
  let rows = 0
  for (const { seed, document, xml } of FAALT ? [] : played) {
    const log = exportRows(server.dir, document)
    rows += log.length
    // The first row is the template: nobody wrote that.
    const dense = log.every((row, i) => row.seq === i + 1 && (Boolean(row.door) || i === 0) && Boolean(row.at))
    proof.check(`seed ${seed}: the log is dense, and every row says who and when`, dense && log.length > 0)
    const again = replay(log)
    proof.check(`seed ${seed}: the log played back is the document`, again.xml === xml && !again.pending, `SEED=${seed}`)
  }
  const agreed = FAALT ? { frames: 0, documents: 0 } : judgeAgreed(proof)
  const diverged = played.filter(one => !one.ok).map(one => one.seed)
  return `${played.length} seeds, ${sums.clients} stock clients, ${sums.ops} operations, ${sums.offline} times offline, ${sums.crashes} server crashes, ${rows} log rows replayed; ` +
    `${agreed.frames} frames that no editor sends, in ${agreed.documents} documents, the same in yrs and Yjs; ` +
    (diverged.length === 0 ? '0 diverged' : `${diverged.length} DIVERGED: ${diverged.map(seed => `SEED=${seed}`).join(' ')}`)
})
