// Stock Yjs clients: yjs and the y-websocket provider as they come from the registry. Only the socket under the provider is ours,
// because a browser would send the cookie and the origin by itself.

import WebSocket from 'ws'
import * as Y from 'yjs'
import { WebsocketProvider } from 'y-websocket'
import { until } from './proof.mjs'

/** A WebSocket class that comes in as `session`, and tells `watch` of every frame and every close. */
export function socketOf (session, watch = {}) {
  return class extends WebSocket {
    constructor (url, protocols) {
      super(url, protocols, { headers: { Cookie: session.cookie }, origin: session.base, perMessageDeflate: false })
      this.on('message', data => watch.frame?.(data))
      this.on('close', (code, reason) => watch.close?.(code, String(reason)))
      this.on('unexpected-response', (request, response) => {
        watch.refused?.(response.statusCode)
        request.destroy()
        this.emit('close', 1006, Buffer.alloc(0))
      })
      this.on('error', () => {})
    }

    /** A fault for the twin of the proof: this share of the sync frames from the server is lost. */
    set onmessage (handler) {
      super.onmessage = handler === null || watch.lose === undefined
        ? handler
        : event => { if (!(new Uint8Array(event.data)[0] === 0 && watch.lose())) handler(event) }
    }

    get onmessage () { return super.onmessage }
  }
}

export class StockClient {
  constructor (session, documentId, { lose, connect = true } = {}) {
    this.session = session
    this.documentId = documentId
    this.refusals = []
    this.closes = []
    this.frames = 0
    this.doc = new Y.Doc()
    this.root = this.doc.get('default', Y.XmlFragment)
    this.undo = new Y.UndoManager(this.root, { trackedOrigins: new Set(['mij']), captureTimeout: 0 })
    this.provider = new WebsocketProvider(`${session.base.replace('http', 'ws')}/yjs`, documentId, this.doc, {
      connect,
      disableBc: true,
      maxBackoffTime: 400,
      WebSocketPolyfill: socketOf(session, {
        lose,
        frame: data => {
          this.frames += 1
          // Type 2 is an authorisation message: y-websocket only prints it, a proof wants to know.
          const bytes = new Uint8Array(data)
          if (bytes[0] === 2) this.refusals.push(Buffer.from(bytes.subarray(3)).toString())
        },
        close: (code, reason) => this.closes.push({ code, reason, at: performance.now() }),
        refused: status => this.closes.push({ code: status, reason: 'no upgrade', at: performance.now() })
      })
    })
    this.provider.awareness.setLocalStateField('user', { name: session.persona })
  }

  get text () { return plainText(this.root) }

  get xml () { return this.root.toString() }

  /** Calls `ask` at everything that can change what this client knows. */
  listen (ask) {
    this.doc.on('update', ask)
    this.provider.on('sync', ask)
    this.provider.on('status', ask)
    return () => {
      this.doc.off('update', ask)
      this.provider.off('sync', ask)
      this.provider.off('status', ask)
    }
  }

  synced (limit) { return until(() => this.provider.synced, ask => this.listen(ask), limit) }

  sees (token, limit) { return until(() => this.text.includes(token), ask => this.listen(ask), limit) }

  /** Adds a paragraph at the end. */
  write (text) {
    this.doc.transact(() => this.root.push([paragraph(text)]), 'mij')
  }

  destroy () {
    this.provider.awareness.destroy()
    this.provider.destroy()
    this.undo.destroy()
    this.doc.destroy()
  }
}

export function paragraph (text = '', name = 'paragraph') {
  const element = new Y.XmlElement(name)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** Elements that stand within a line; a `veld` is read as its value. */
const INLINE = new Set(['veld', 'hardBreak'])
const CONTAINERS = new Set(['sectie', 'sectieInhoud', 'bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem', 'blockquote', 'table', 'tableRow', 'tableCell', 'tableHeader'])

/** The text of the blocks, one a line: the rule of PROTOCOL.md, written a second time so that the server's can be held against it. */
export function plainText (root) {
  const lines = []
  const line = node => {
    if (node instanceof Y.XmlText) return node.toDelta().map(part => typeof part.insert === 'string' ? part.insert : '').join('')
    if (node.nodeName === 'veld') return String(node.getAttribute('waarde') ?? '')
    if (node.nodeName === 'hardBreak') return '\n'
    return node.toArray().map(line).join('')
  }
  const holdsBlocks = node => node instanceof Y.XmlElement && !INLINE.has(node.nodeName) &&
    (CONTAINERS.has(node.nodeName) || node.toArray().some(child => child instanceof Y.XmlElement && !INLINE.has(child.nodeName)))
  const walk = node => holdsBlocks(node) ? node.toArray().forEach(walk) : lines.push(line(node))
  root.toArray().forEach(walk)
  return lines.join('\n')
}

/** Whether all clients know the same: what was written and what was deleted. */
export function equal (clients) {
  const [first, ...others] = clients.map(client => Y.snapshot(client.doc))
  return others.every(other => Y.equalSnapshots(first, other))
}

/** The barrier: everybody is connected, synced and knows the same. Waits on events, not on time. */
export function quiet (clients, limit = 60_000) {
  return until(
    () => clients.every(client => client.provider.synced) && equal(clients),
    ask => {
      const offs = clients.map(client => client.listen(ask))
      return () => offs.forEach(off => off())
    },
    limit
  )
}

/**
 * The document that the rows of the log make, played into an empty one: merged first, as whoever opens it late gets them. Row by row
 * Yjs would also take away formatting marks that lost their text, as each client does for itself, and those are no rows.
 */
export function replay (rows) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.mergeUpdates(rows.map(row => row.update)))
  const root = doc.get('default', Y.XmlFragment)
  return { xml: root.toString(), text: plainText(root), pending: doc.store.pendingStructs !== null }
}
