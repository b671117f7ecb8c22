// Bytes that look like Yjs updates and are not meant well. Written by hand, because no library makes them.

import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { paragraph } from './stock.mjs'

const hex = text => Uint8Array.from(Buffer.from(text, 'hex'))
const make = write => encoding.encode(write)
const v = encoding.writeVarUint

/** y-websocket's sync messages: 0 · (0 step 1, 1 step 2, 2 update) · length · bytes. */
export const syncFrame = (kind, bytes) => make(e => { v(e, 0); v(e, kind); encoding.writeVarUint8Array(e, bytes) })
export const update = bytes => syncFrame(2, bytes)
export const awareness = bytes => make(e => { v(e, 1); encoding.writeVarUint8Array(e, bytes) })

/** Well-formed edits by a client of ours, as separate updates. */
export function honest (texts, base) {
  const doc = new Y.Doc()
  if (base) Y.applyUpdate(doc, base)
  const updates = []
  doc.on('update', bytes => updates.push(bytes))
  const root = doc.get('default', Y.XmlFragment)
  texts.forEach(text => root.push([paragraph(text)]))
  return { doc, updates }
}

/** Structs of one client from `clock`, then a delete set. */
function structs (client, clock, count, body, deletes = e => v(e, 0)) {
  return make(e => {
    v(e, 1); v(e, count); v(e, client); v(e, clock)
    body(e)
    deletes(e)
  })
}

/** An item whose parent is the root `name`. */
const rooted = (content, name) => e => { encoding.writeUint8(e, content); v(e, 1); encoding.writeVarString(e, name) }

export const badUtf8 = hex('010307000401017407616c6c7fff7000')
export const zeroLength = hex('01010100000000')
export const manyClients = make(e => v(e, 2 ** 28))
/** Few enough to be reserved for without a crash, and far more than it brings. */
export const someClients = make(e => v(e, 2 ** 16))
export const manyStructs = make(e => { v(e, 1); v(e, 2 ** 32 - 1); v(e, 7); v(e, 0) })
export const garbageTo = (client, end) => structs(client, 0, 1, e => { encoding.writeUint8(e, 0); v(e, end) })
export const skip = (client, length) => structs(client, 0, 1, e => { encoding.writeUint8(e, 10); v(e, length) })
export const gap = client => structs(client, 1_000_000, 1, e => { rooted(4, 'default')(e); encoding.writeVarString(e, 'x') })
export const wrap = client => structs(client, 2 ** 53 - 1, 1, e => { rooted(4, 'default')(e); encoding.writeVarString(e, 'xxxx') })

/** ContentAny that holds arrays in arrays. */
export const nestedAny = depth => structs(9_000_001, 0, 1, e => {
  rooted(8, 'default')(e)
  v(e, 1)
  for (let i = 0; i < depth; i += 1) { encoding.writeUint8(e, 117); v(e, 1) }
  encoding.writeUint8(e, 126)
})

/** Elements in elements: each the only child of the one before. */
export const nestedTypes = (client, depth) => structs(client, 0, depth, e => {
  for (let i = 0; i < depth; i += 1) {
    encoding.writeUint8(e, 7)
    if (i === 0) { v(e, 1); encoding.writeVarString(e, 'default') } else { v(e, 0); v(e, client); v(e, i - 1) }
    v(e, 3)
    encoding.writeVarString(e, 'paragraph')
  }
})

/** A string that claims four gigabytes. */
export const longString = structs(9_000_002, 0, 1, e => { rooted(4, 'default')(e); v(e, 2 ** 32 - 1); encoding.writeUint8(e, 120) })
export const unknownRoot = structs(9_000_003, 0, 1, e => { rooted(4, 'iets-anders')(e); encoding.writeVarString(e, 'x') })
export const deleteUnknown = make(e => { v(e, 0); v(e, 1); v(e, 424_242_424); v(e, 1); v(e, 0); v(e, 1000) })
export const deleteRanges = count => make(e => { v(e, 0); v(e, 1); v(e, 424_242_424); v(e, count) })

/** An element of another kind in the right root: what no editor of ours makes. */
export function element (name, attributes = {}, text = '') {
  const doc = new Y.Doc()
  const node = new Y.XmlElement(name)
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value))
  node.insert(0, [new Y.XmlText(text)])
  doc.get('default', Y.XmlFragment).push([node])
  return Y.encodeStateAsUpdate(doc)
}

export function marked (mark, attributes) {
  const doc = new Y.Doc()
  const block = paragraph('klik hier')
  doc.get('default', Y.XmlFragment).push([block])
  block.get(0).format(0, 4, { [mark]: attributes })
  return Y.encodeStateAsUpdate(doc)
}

/** The same words in Yjs's second encoding. */
export const secondEncoding = () => Y.encodeStateAsUpdateV2(honest(['tweede']).doc)

/** One presence entry, as y-protocols writes it. */
export const presence = (client, state) => make(e => {
  v(e, 1)
  v(e, client)
  v(e, 1)
  encoding.writeVarString(e, JSON.stringify(state))
})
