// A server for the unit tests: it speaks the real bytes of docs/PROTOCOL.md and does only what a test tells it to.
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { type DocumentFrame, decodeFrame, encodeFrame, KIND_ACK, KIND_COMMITTED, KIND_SYNC } from './frames';
import type { ClientMessage } from './messages';

export class FakeSocket {
  static all: FakeSocket[] = [];
  binaryType = 'blob';
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string | ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly text: ClientMessage[] = [];
  readonly frames: DocumentFrame[] = [];
  closed: number | undefined;

  constructor() {
    FakeSocket.all.push(this);
  }

  // ---- what the client calls ----

  send(data: string | Uint8Array) {
    if (typeof data === 'string') this.text.push(JSON.parse(data) as ClientMessage);
    else {
      const frame = decodeFrame(data);
      if (frame) this.frames.push(frame);
    }
  }

  close(code: number) {
    this.readyState = 3;
    this.closed = code;
  }

  // ---- what the test calls ----

  open(ik?: { id: string }) {
    this.readyState = 1;
    this.onopen?.();
    this.say({ t: 'welkom', sid: 's', nu: new Date().toISOString(), ...(ik ? { ik } : {}) });
  }

  say(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  sendFrame(frame: DocumentFrame) {
    const bytes = encodeFrame(frame);
    this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer });
  }

  drop(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  subs(topic: string) {
    return this.text.filter((m): m is ClientMessage & { t: 'sub' } => m.t === 'sub' && m.topic === topic);
  }

  lastSub(topic: string) {
    const sub = this.subs(topic).at(-1);
    if (!sub) throw new Error(`not subscribed to ${topic}`);
    return sub;
  }
}

/** A document as the server holds it: rows, and the text they make. */
export class FakeDocument {
  readonly doc = new Y.Doc();
  readonly rows: Uint8Array[] = [];
  readonly a: number;
  readonly topic: string;

  constructor(topic: string, a = 7) {
    this.topic = topic;
    this.a = a;
    this.doc.getText('t').insert(0, 'sjabloon ');
    this.rows.push(Y.encodeStateAsUpdate(this.doc));
  }

  /** Answers the last `sub` as the server does: ok, what is missing, and its own SyncStep1. */
  subscribe(socket: FakeSocket, epoch = 'k1') {
    const { r, pos } = socket.lastSub(this.topic);
    const held = pos && pos.e === epoch ? pos.v : 0;
    const how = held === 0 ? 'snapshot' : held === this.rows.length ? 'current' : 'replay';
    socket.say({ t: 'ok', r, a: this.a, topic: this.topic, e: epoch, v: this.rows.length, how });
    if (how === 'snapshot') {
      const updates = [Y.encodeStateAsUpdate(this.doc)];
      socket.sendFrame({ kind: KIND_COMMITTED, a: this.a, seqFrom: this.rows.length, updates });
    } else if (how === 'replay') {
      socket.sendFrame({
        kind: KIND_COMMITTED,
        a: this.a,
        seqFrom: held + 1,
        updates: this.rows.slice(held),
      });
    }
    this.ask(socket);
  }

  ask(socket: FakeSocket) {
    const step1 = encoding.createEncoder();
    encoding.writeVarUint(step1, 0);
    sync.writeSyncStep1(step1, this.doc);
    socket.sendFrame({ kind: KIND_SYNC, a: this.a, nr: 0, messages: [encoding.toUint8Array(step1)] });
  }

  /** Takes what the client sent, and only then acks it. */
  store(socket: FakeSocket) {
    let nr = 0;
    for (const frame of socket.frames.splice(0)) {
      if (frame.kind !== KIND_SYNC) continue;
      nr = frame.nr;
      for (const message of frame.messages) {
        const update = message.slice(headBytes(message));
        Y.applyUpdate(this.doc, update);
        this.rows.push(update);
        socket.sendFrame({ kind: KIND_COMMITTED, a: this.a, seqFrom: this.rows.length, updates: [update] });
      }
    }
    if (nr > 0) socket.sendFrame({ kind: KIND_ACK, a: this.a, nr, seq: this.rows.length });
  }

  text() {
    return this.doc.getText('t').toString();
  }
}

/** The kind, the step and the length before the update in a y-protocols message. */
function headBytes(message: Uint8Array): number {
  let at = 2;
  while (((message[at] ?? 0) & 0x80) !== 0) at += 1;
  return at + 1;
}
