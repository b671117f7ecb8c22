// The reckoning after people worked over several nodes: their ledgers against the journal as it stands in the tables, and every screen against
// a node that was started after all of it and has read nothing but the journal.

import { isDeepStrictEqual } from 'node:util'
import { Nodes } from './nodes.mjs'
import { Recorded } from './record.mjs'
import { RtClient } from './rt.mjs'

/** Codes with which a client keeps what it has and asks again. */
export const CLEAR = ['opdracht.uitkomst_onbekend', 'server.geen_zicht', 'server.bezig']

export async function againstJournal (proof, world, postgres, seed) {
  const recorded = await Recorded.read(postgres)
  const { ledger, followers } = world
  proof.check('the journal is dense and in order', recorded.broken.length === 0, recorded.broken.slice(0, 5).join('; '))
  const missing = recorded.missing(ledger)
  proof.check('nothing that was acknowledged is lost or double', missing.length === 0, `SEED=${seed}: ${missing.length} of ${ledger.length}: ${missing.slice(0, 5).join('; ')}`)
  const unseen = recorded.unseen(followers)
  proof.check('nothing that somebody saw is lost', unseen.length === 0, `SEED=${seed}: ${unseen.length}: ${unseen.slice(0, 5).join('; ')}`)
  const strange = recorded.strange(ledger, world.topics)
  proof.check('nothing stands there that nobody asked for', strange.length === 0, strange.slice(0, 5).join('; '))
  const gaps = followers.flatMap(follower => [...follower.topics.values()].flatMap(held => held.gaps))
  proof.check('nobody missed a version', gaps.length === 0, `SEED=${seed}: ${gaps.length}: ${gaps.slice(0, 5).join('; ')}`)
  const refused = ledger.filter(entry => entry.done === undefined && entry.tries.some(({ status }) => ![0, 200, 429, 503].includes(status)))
  proof.check('nothing was refused that may be done', refused.length === 0, refused.slice(0, 3).map(entry => JSON.stringify(entry.tries.at(-1))).join('; '))
  // What cannot be stored now is kept by who wrote it, and offered again.
  const odd = [...followers, ...world.typists].flatMap(seat => [...seat.refused.keys()]).filter(what => /geweigerd|revoked/.test(what) && !CLEAR.includes(what.split(' ')[1]))
  proof.check('no line was refused and no right taken', odd.length === 0, odd.slice(0, 3).join('; '))
}

/** A node that began after all of it has read the journal and nothing else. */
export async function againstFresh (proof, world, options, seed) {
  const [fresh] = (await Nodes.start(proof, ['controle'], options)).all
  world.nodes.push(fresh)
  world.names.push('controle')
  const at = world.nodes.length - 1
  const screen = proof.own(await RtClient.open(world.session(at, 'emma')))
  for (const topic of world.topics) {
    const { a } = await screen.subscribe(topic)
    const snap = await screen.heard(frame => frame.t === 'snap' && frame.a === a)
    for (const [n, follower] of world.followers.entries()) {
      const held = follower.topics.get(topic)
      proof.check(`follower ${n} has ${topic} as it stands`, held.v === snap?.v && isDeepStrictEqual(held.b, snap.b), `SEED=${seed}: ${held.v} of ${snap?.v}`)
    }
    const taken = (snap?.b.taken ?? []).map(taak => taak.omschrijving)
    const asked = world.ledger.filter(entry => entry.job.kind === 'taak' && entry.topic === topic).map(entry => entry.job.says)
    proof.check(`${topic}: each taak once`, new Set(taken).size === taken.length && asked.every(says => taken.includes(says)), `${taken.length} of ${asked.length}`)
  }
  const kevin = world.session(at, 'kevin')
  const last = world.ledger.filter(entry => entry.job.kind === 'contact' && entry.v !== undefined).sort((a, b) => b.v - a.v)[0]
  const persoon = (await kevin.get(`/api/v1/personen/${world.table.persoon}`)).body
  proof.check('the last telephone number stands', persoon.telefoon?.replace(/\D/g, '').endsWith(last.job.says.slice(2)), `${persoon.telefoon} ${last.job.says}`)
  for (const id of world.documents) {
    const text = (await kevin.get(`/api/v1/documenten/${id}/tekst`)).text
    const lines = text.split('\n')
    const counts = new Map()
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
    const acked = world.lines(id)
    const seen = world.readersOf(id).flatMap(reader => [...reader.seen.keys()])
    const wrong = [...new Set([...acked, ...seen])].filter(token => counts.get(token) !== 1)
    proof.check('each line that was stored or seen stands once', acked.length > 0 && wrong.length === 0, `SEED=${seed}: ${wrong.length} of ${acked.length}: ${wrong.slice(0, 5).join(' ')}`)
    const others = world.readersOf(id).filter(reader => reader.text !== text)
    proof.check('everybody has the text as it stands', others.length === 0, `${others.length} of ${world.readersOf(id).length} have another`)
  }
}
