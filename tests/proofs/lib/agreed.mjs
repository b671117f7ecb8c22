// Whatever the guard takes, yrs and Yjs make the same of: the guard's own test writes out the frames that it took of changed and made
// ones, with what yrs made of them (src/guard/tests/mutate.rs); here npm Yjs plays them.

import { isDeepStrictEqual } from 'node:util'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { LONG } from './proof.mjs'

/** Accepted frames in the short form; with LONG=1 all that were written. */
const FRAMES_MAX = LONG ? Infinity : 2000

/** A value as JSON has it. */
function plain (value) {
  if (value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Uint8Array) return [...value]
  if (value instanceof Y.AbstractType) return shown(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  return value
}

/** What a reader sees: an element is `[name, attributes, children]`, a text is a list of `[words, marks]`. */
function shown (node) {
  if (node instanceof Y.XmlText) return node.toDelta().map(part => [plain(part.insert), plain(part.attributes ?? {})])
  return [node.nodeName, plain(node.getAttributes()), node.toArray().map(shown)]
}

/** Plays one document; hands back what is different, or nothing. */
function differs ({ rows, clocks, shown: theirs }) {
  const doc = new Y.Doc()
  const root = doc.get('default', Y.XmlFragment)
  rows.forEach(row => Y.applyUpdate(doc, Uint8Array.from(Buffer.from(row, 'hex'))))
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'Yjs waits for something'
  const ours = Object.fromEntries([...Y.decodeStateVector(Y.encodeStateVector(doc))].map(([client, clock]) => [String(client), clock]))
  if (!isDeepStrictEqual(ours, clocks)) return `Yjs counts ${JSON.stringify(ours)}, yrs ${JSON.stringify(clocks)}`
  const mine = root.toArray().map(shown)
  return isDeepStrictEqual(mine, theirs) ? undefined : `Yjs shows ${JSON.stringify(mine)}, yrs ${JSON.stringify(theirs)}`
}

/** Documents of which a frame is left out, to see that it would be seen. */
const TWINS = 20

/**
 * Plays what stands in `folder`, document by document, changed and made ones in turn. Hands back `{frames, documents, differences}`, and
 * how many of `twins` documents that lack a frame were not told apart.
 */
export function playAgreed (folder) {
  const read = name => readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n').filter(line => line !== '')
  for (const name of ['changed', 'made']) if (!existsSync(join(folder, `${name}.jsonl`))) throw new Error(`no ${name}.jsonl in ${folder}`)
  const [changed, made] = [read('changed'), read('made')]
  const lines = Array.from({ length: Math.max(changed.length, made.length) }, (_, i) => [changed[i], made[i]]).flat().filter(Boolean)
  const out = { frames: 0, documents: 0, differences: [], twins: 0, unseen: 0 }
  for (const line of lines) {
    if (out.frames >= FRAMES_MAX) break
    const one = JSON.parse(line)
    let fault
    try { fault = differs(one) } catch (error) { fault = `Yjs broke: ${error.message}` }
    // The first row is where the document began.
    out.frames += one.rows.length - 1
    out.documents += 1
    if (fault !== undefined) out.differences.push({ fault, line })
    // The last one that brings something: an update that only deletes begins with no clients at all.
    const last = one.rows.findLastIndex(row => !row.startsWith('00'))
    if (out.twins < TWINS && last > 0) {
      out.twins += 1
      if (differs({ ...one, rows: one.rows.toSpliced(last, 1) }) === undefined) out.unseen += 1
    }
  }
  return out
}
