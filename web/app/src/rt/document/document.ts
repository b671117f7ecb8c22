// A Yjs document on `/rt`. The document in memory is never thrown away by a lost line, an ended session or a refusal; what
// "stored" means is decided by the server's ack and by nothing else.

import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import { bezig } from '../../activiteit';
import type { Auteur } from '../../api/types';
import type { Channel, RtConnection } from '../lijn/connection';
import {
  type DocumentFrame,
  encodeFrame,
  FRAME_MAX,
  KIND_ACK,
  KIND_AWARENESS,
  KIND_COMMITTED,
  KIND_SYNC,
} from '../lijn/frames';
import type { OkMessage, Pos, TopicMessage } from '../lijn/messages';
import { BEGIN, type DocumentState, type Identity, isPassing, TE_GROOT } from './documentstand';
import { Onbewaard } from './onbewaard';
import { leesSync, losseUpdate, stap2 } from './syncbericht';

/** Edits within this time travel as one frame; a colleague does not see the difference, the journal does. */
const BATCH_MS = 25;
/** Carets may move faster than anybody can follow. */
const AWARENESS_MS = 60;
/** Room for the kind, the numbers and the lengths around one update. */
const FRAME_ROOM = 64;
const UPDATE_MAX = FRAME_MAX - FRAME_ROOM;

export { type DocumentState, type Identity, TE_GROOT, type Weigering } from './documentstand';

export class DocumentProvider implements Channel {
  readonly topic: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  private readonly rt: RtConnection;
  private readonly identity: Identity;
  private readonly listeners = new Set<() => void>();
  private readonly incoming = new Set<() => void>();
  private state: DocumentState = BEGIN;

  /** This node's number of the topic; undefined while not subscribed. */
  private a: number | undefined;
  private epoch: string | undefined;
  private seq = 0;
  private first = true;
  /** Frames of this connection: the last number sent, and up to which edit each reaches. */
  private nr = 0;
  private reach: { nr: number; edit: number }[] = [];
  /** Edits of this tab, counted; stored ones are those the server acked. */
  private edit = 0;
  private stored = 0;
  private pending: Uint8Array[] = [];
  private readonly onbewaard = new Onbewaard();
  private batchTimer: ReturnType<typeof setTimeout> | undefined;
  private awarenessTimer: ReturnType<typeof setTimeout> | undefined;
  /** The step 2 that answers the server; before it is sent, single edits would only repeat what it holds. */
  private answered = false;

  constructor(rt: RtConnection, documentId: string, identity: Identity, doc = new Y.Doc()) {
    this.rt = rt;
    this.topic = `document/${documentId}`;
    this.doc = doc;
    this.awareness = new Awareness(doc);
    this.identity = identity;
    this.awareness.setLocalState(null);
    doc.on('update', this.edited);
    this.awareness.on('update', this.moved);
    globalThis.addEventListener?.('pagehide', this.leave);
  }

  getState = (): DocumentState => this.state;

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Called before something of others is taken in: what the user just did must be known by then. */
  onIncoming(listener: () => void): () => void {
    this.incoming.add(listener);
    return () => this.incoming.delete(listener);
  }

  connect() {
    this.rt.add(this);
  }

  /** Asks for it anew, after it was not there (any more). What was typed meanwhile goes along. */
  again() {
    this.rt.remove(this);
    this.rt.add(this);
  }

  /** At the table: others see this person here from now on. */
  sit() {
    this.awareness.setLocalState({ user: this.identity });
  }

  isSeated(): boolean {
    return this.awareness.getLocalState() !== null;
  }

  /** From the table; the text stays and goes on being stored. */
  leave = () => {
    this.flush();
    if (!this.isSeated()) return;
    removeAwarenessStates(this.awareness, [this.doc.clientID], 'leave');
    this.sendAwareness();
  };

  destroy() {
    this.leave();
    globalThis.removeEventListener?.('pagehide', this.leave);
    clearTimeout(this.batchTimer);
    clearTimeout(this.awarenessTimer);
    this.rt.remove(this);
    this.awareness.off('update', this.moved);
    this.doc.off('update', this.edited);
    this.awareness.destroy();
    this.doc.destroy();
  }

  // ---- Channel ----

  pos(): Pos | undefined {
    return this.epoch !== undefined && !this.first ? { e: this.epoch, v: this.seq } : undefined;
  }

  opened(ok: OkMessage) {
    if (ok.e !== this.epoch || ok.how === 'snapshot') this.first = true;
    this.epoch = ok.e;
    if (ok.how === 'current') this.seq = ok.v;
    // A second `ok` under the same number goes on counting. Under a new one frames count from 1, an old refusal is of the past,
    // and "stored" is said again only when the server acked a step 2 on it.
    if (this.a !== ok.a) {
      this.nr = 0;
      this.reach = [];
      this.stored = 0;
      this.set({ weigering: undefined, onbewaard: this.edit });
    }
    this.a = ok.a;
    // The server may have lost what was under way: only a new step 2 tells what it has.
    this.unanswered();
    this.sendAwareness();
    this.set({
      verbonden: true,
      weg: false,
      letOp: [],
      storing: this.edit === this.stored ? undefined : this.state.storing,
      geladen: this.state.geladen || ok.v === 0,
    });
  }

  refused() {
    this.gone();
  }

  waits(code: string) {
    this.unanswered();
    this.set({ verbonden: false, storing: code });
  }

  lost() {
    this.a = undefined;
    this.nr = 0;
    this.reach = [];
    this.unanswered();
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    this.set({ verbonden: false });
  }

  private gone() {
    this.a = undefined;
    this.unanswered();
    this.set({ weg: true, verbonden: false, storing: undefined });
  }

  /** Edits wait for the next step 2, which holds them all. */
  private unanswered() {
    clearTimeout(this.batchTimer);
    this.batchTimer = undefined;
    this.pending = [];
    this.answered = false;
  }

  message(message: TopicMessage) {
    switch (message.t) {
      case 'auteurs': {
        this.addAuteurs(message.b);
        break;
      }
      case 'let_op':
        this.set({ letOp: [...this.state.letOp, message.code] });
        break;
      case 'geweigerd':
        this.turnedDown(message.a, message.code, message.reden ?? undefined);
        break;
      case 'resync':
        // After a failed write the server sends everybody away; knocking again at once would only fail again.
        if (this.state.storing) this.rt.resubscribeLater(this, this.state.storing);
        else this.rt.resubscribe(this);
        break;
      case 'revoked':
        this.gone();
        break;
      default:
        break;
    }
  }

  private turnedDown(a: number, code: string, reden: string | undefined) {
    // About a subscription that is no more: the present one has a step 2 of its own.
    if (a !== this.a) return;
    // An answer without a single edit of ours is refused to a reader; a reader loses nothing by it.
    if (this.edit === this.stored) return;
    if (reden === 'document.niet_gevolgd') {
      this.unanswered();
      this.rt.resubscribeLater(this, reden);
    } else if (reden !== undefined && isPassing(reden)) {
      this.waits(reden);
      this.rt.resubscribeLater(this, reden);
    } else {
      this.set({ weigering: { code, reden } });
    }
  }

  frame(frame: DocumentFrame) {
    if (frame.kind !== KIND_ACK) for (const listener of this.incoming) listener();
    switch (frame.kind) {
      case KIND_SYNC:
        for (const message of frame.messages) this.asked(message);
        break;
      case KIND_AWARENESS:
        applyAwarenessUpdate(this.awareness, frame.update, this);
        break;
      case KIND_COMMITTED:
        this.committed(frame.seqFrom, frame.updates);
        break;
      case KIND_ACK:
        this.acked(frame.nr);
        break;
    }
  }

  /** The list that came with the page, and later the additions of the socket. */
  addAuteurs(list: Auteur[]) {
    const auteurs = new Map(this.state.auteurs);
    for (const { client, door } of list) auteurs.set(client, door ?? null);
    this.set({ auteurs });
  }

  // ---- what comes in ----

  private asked(message: Uint8Array) {
    const asked = leesSync(message);
    if (asked?.soort === 'stap1') this.answer(asked.bytes);
    else if (asked) Y.applyUpdate(this.doc, asked.bytes, this);
  }

  /** What the server lacks: in one frame when it fits, else the edits that are not stored, in as many as it takes. */
  private answer(lacks: Uint8Array) {
    // Whatever was waiting is in there too.
    this.unanswered();
    const whole = Y.encodeStateAsUpdate(this.doc, lacks);
    const parts =
      whole.length <= UPDATE_MAX
        ? [{ edit: this.edit, update: whole }]
        : this.onbewaard.parts(UPDATE_MAX, this.doc.clientID, whole);
    // Nothing of it is sent when a part does not fit: what comes after would lean on what the server then lacks.
    if (parts === undefined || this.a === undefined) {
      if (parts === undefined) this.set({ weigering: { code: TE_GROOT, reden: undefined } });
      return;
    }
    parts.forEach(({ edit, update }, i) => {
      this.sendSync([i === 0 ? stap2(update) : losseUpdate(update)], edit);
    });
    this.answered = true;
  }

  private committed(seqFrom: number, updates: Uint8Array[]) {
    const last = seqFrom + updates.length - 1;
    if (!this.first) {
      if (last <= this.seq) return;
      if (seqFrom > this.seq + 1) {
        this.rt.resubscribe(this);
        return;
      }
    }
    Y.transact(
      this.doc,
      () => {
        for (const update of updates) Y.applyUpdate(this.doc, update, this);
      },
      this,
      false,
    );
    this.first = false;
    this.seq = Math.max(last, 0);
    if (!this.state.geladen) this.set({ geladen: true });
  }

  private acked(nr: number) {
    const before = this.stored;
    while (this.reach[0] && this.reach[0].nr <= nr) {
      this.stored = Math.max(this.stored, this.reach[0].edit);
      this.reach.shift();
    }
    this.onbewaard.stored(this.stored);
    const onbewaard = this.edit - this.stored;
    // The server stores again, also while one goes on typing; a refusal is over only when nothing of it can be left.
    const { storing, weigering } = this.state;
    this.set({
      onbewaard,
      storing: this.stored > before || onbewaard === 0 ? undefined : storing,
      weigering: onbewaard === 0 ? undefined : weigering,
    });
  }

  // ---- what goes out ----

  private edited = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return;
    this.edit += 1;
    this.onbewaard.add(this.edit, update);
    this.set({ onbewaard: this.edit - this.stored });
    if (update.length > UPDATE_MAX) {
      this.unanswered();
      this.set({ weigering: { code: TE_GROOT, reden: undefined } });
      return;
    }
    if (!this.answered) return; // step 2 will hold it
    this.pending.push(update);
    this.batchTimer ??= setTimeout(this.flush, BATCH_MS);
  };

  private flush = () => {
    clearTimeout(this.batchTimer);
    this.batchTimer = undefined;
    if (this.pending.length === 0) return;
    const updates = this.pending;
    this.pending = [];
    const merged = updates.length === 1 ? updates : [Y.mergeUpdates(updates)];
    const small = merged.every((u) => u.length <= UPDATE_MAX);
    const frames = small ? merged : updates;
    frames.forEach((update, i) => {
      // Only the last one says that everything up to now is stored.
      this.sendSync([losseUpdate(update)], i === frames.length - 1 ? this.edit : this.stored);
    });
  };

  /** False when it does not fit in a frame: the server would close the line on it, again and again. */
  private sendSync(messages: Uint8Array[], edit = this.edit): boolean {
    if (this.a === undefined) return false;
    const frame: DocumentFrame = { kind: KIND_SYNC, a: this.a, nr: this.nr + 1, messages };
    if (encodeFrame(frame).length > FRAME_MAX) {
      this.unanswered();
      this.set({ weigering: { code: TE_GROOT, reden: undefined } });
      return false;
    }
    this.nr += 1;
    this.reach.push({ nr: this.nr, edit });
    bezig();
    this.rt.sendFrame(frame);
    return true;
  }

  private moved = (changes: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => {
    if (origin === this) return;
    const own = [...changes.added, ...changes.updated, ...changes.removed].includes(this.doc.clientID);
    if (!own) return;
    this.awarenessTimer ??= setTimeout(this.sendAwareness, AWARENESS_MS);
  };

  private sendAwareness = () => {
    clearTimeout(this.awarenessTimer);
    this.awarenessTimer = undefined;
    if (this.a === undefined || !this.awareness.meta.has(this.doc.clientID)) return;
    const update = encodeAwarenessUpdate(this.awareness, [this.doc.clientID]);
    this.rt.sendFrame({ kind: KIND_AWARENESS, a: this.a, update });
  };

  private set(change: Partial<DocumentState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
