import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { RtConnection } from '../lijn/connection';
import {
  decodeFrame,
  encodeFrame,
  FRAME_MAX,
  KIND_ACK,
  KIND_AWARENESS,
  KIND_COMMITTED,
  KIND_SYNC,
} from '../lijn/frames';
import { FakeDocument, FakeSocket } from '../lijn/server.fake';
import { bewaarstand } from './bewaarstand';
import { DocumentProvider } from './document';
import { DocumentRegistry } from './registry';

const socket = () => FakeSocket.all.at(-1) as FakeSocket;
const TOPIC = 'document/1';

let rt: RtConnection;
let provider: DocumentProvider;
let server: FakeDocument;

function stand() {
  const s = provider.getState();
  return bewaarstand(s.verbonden, s.onbewaard, s.weigering !== undefined, s.storing !== undefined);
}
const type = (text: string) => provider.doc.getText('t').insert(provider.doc.getText('t').length, text);
const shown = () => provider.doc.getText('t').toString();
const batch = () => vi.advanceTimersByTime(50);
const lose = () => {
  socket().drop();
  vi.advanceTimersByTime(1_000);
};
const syncFrames = () => socket().frames.filter((f) => f.kind === KIND_SYNC);

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  rt = new RtConnection({
    url: 'ws://x/rt',
    socket: () => new FakeSocket() as unknown as WebSocket,
    random: () => 1,
  });
  rt.start();
  server = new FakeDocument(TOPIC);
  provider = new DocumentProvider(rt, '1', { id: 'k', name: 'Kevin' });
  provider.connect();
  provider.sit();
  socket().open();
});
afterEach(() => {
  provider.destroy();
  rt.stop();
  vi.useRealTimers();
});

describe('frames', () => {
  it.each([
    { kind: KIND_SYNC, a: 300, nr: 2, messages: [new Uint8Array([1, 2]), new Uint8Array()] } as const,
    { kind: KIND_AWARENESS, a: 1, update: new Uint8Array([9]) } as const,
    { kind: KIND_COMMITTED, a: 1, seqFrom: 2 ** 40, updates: [new Uint8Array([7, 7])] } as const,
    { kind: KIND_ACK, a: 1, nr: 128, seq: 129 } as const,
  ])('kind $kind reads back', (frame) => {
    expect(decodeFrame(encodeFrame({ ...frame } as Parameters<typeof encodeFrame>[0]))).toEqual(frame);
  });

  it('writes the bytes of the protocol', () => {
    expect([...encodeFrame({ kind: KIND_SYNC, a: 300, nr: 1, messages: [new Uint8Array([5, 6])] })]).toEqual([
      1, 0xac, 2, 1, 1, 2, 5, 6,
    ]);
    expect(decodeFrame(new Uint8Array([9, 1]))).toBeUndefined();
  });
});

describe('the save state', () => {
  it.each([
    [true, 0, false, 'opgeslagen'],
    [true, 3, false, 'bezig'],
    [false, 0, false, 'verbinden'],
    [false, 3, false, 'gevaar'],
    [true, 0, true, 'geweigerd'],
  ] as const)('connected %s, unstored %i, refused %s: %s', (verbonden, onbewaard, geweigerd, expected) => {
    expect(bewaarstand(verbonden, onbewaard, geweigerd)).toBe(expected);
  });

  it('is "stored" only after the ack, not after sending and not after the echo', () => {
    server.subscribe(socket());
    server.store(socket());
    expect(stand()).toBe('opgeslagen');
    type('een');
    expect(stand()).toBe('bezig');
    batch();
    expect(syncFrames()).toHaveLength(1);
    expect(stand()).toBe('bezig');
    server.store(socket());
    expect(stand()).toBe('opgeslagen');
    expect(server.text()).toBe('sjabloon een');
  });

  it('an ack of an older frame does not cover what was typed after it', () => {
    server.subscribe(socket());
    server.store(socket());
    type('een');
    batch();
    const nr = syncFrames().at(-1);
    type(' twee');
    batch();
    if (nr?.kind === KIND_SYNC) socket().sendFrame({ kind: KIND_ACK, a: 7, nr: nr.nr, seq: 9 });
    expect(stand()).toBe('bezig');
    expect(provider.getState().onbewaard).toBe(1);
  });

  it('typing while the line is gone is danger; a reader who lost it is calm', () => {
    server.subscribe(socket());
    server.store(socket());
    socket().drop();
    expect(stand()).toBe('verbinden');
    type('los');
    expect(stand()).toBe('gevaar');
  });
});

describe('a document', () => {
  it('shows the text with the first committed frame', () => {
    expect(provider.getState().geladen).toBe(false);
    server.subscribe(socket());
    expect(provider.getState().geladen).toBe(true);
    expect(shown()).toBe('sjabloon ');
  });

  it('gathers what is typed within a batch into one frame, counted from 1', () => {
    server.subscribe(socket());
    socket().frames.length = 0;
    for (const letter of 'hallo') type(letter);
    batch();
    const frames = syncFrames();
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatchObject({ nr: 2 }); // 1 was the answer to SyncStep1
  });

  it('comes back with its position and sends what the server lacks', () => {
    server.subscribe(socket());
    server.store(socket());
    type('een');
    batch();
    server.store(socket());
    const held = server.rows.length;
    socket().drop();
    type(' twee');
    server.doc.getText('t').insert(0, 'van Emma ');
    server.rows.push(Y.encodeStateAsUpdate(server.doc));
    vi.advanceTimersByTime(1_000);
    socket().open();
    expect(socket().lastSub(TOPIC).pos).toEqual({ e: 'k1', v: held });
    server.subscribe(socket());
    expect(stand()).toBe('bezig');
    expect(syncFrames()[0]).toMatchObject({ nr: 1 });
    server.store(socket());
    expect(stand()).toBe('opgeslagen');
    expect(shown()).toBe(server.text());
    expect(shown()).toContain('van Emma');
    expect(shown()).toContain('twee');
  });

  it('sends again what was sent but not acked when the line broke', () => {
    server.subscribe(socket());
    server.store(socket());
    type('onderweg');
    batch();
    socket().frames.length = 0; // lost on the way
    lose();
    expect(stand()).toBe('gevaar');
    socket().open();
    server.subscribe(socket());
    server.store(socket());
    expect(server.text()).toContain('onderweg');
    expect(stand()).toBe('opgeslagen');
  });

  it('asks again when a row is missing', () => {
    server.subscribe(socket());
    const update = Y.encodeStateAsUpdate(server.doc);
    socket().sendFrame({ kind: KIND_COMMITTED, a: 7, seqFrom: 5, updates: [update] });
    expect(socket().subs(TOPIC)).toHaveLength(2);
    expect(socket().lastSub(TOPIC).pos).toEqual({ e: 'k1', v: 1 });
  });

  it('keeps the text when an edit is refused', () => {
    server.subscribe(socket());
    server.store(socket());
    type('verboden');
    batch();
    socket().say({ t: 'geweigerd', a: 7, nr: 2, code: 'DOCUMENT_FRAME_GEWEIGERD', reden: 'document.utf8' });
    expect(stand()).toBe('geweigerd');
    expect(shown()).toContain('verboden');
    expect(provider.getState().weigering).toEqual({
      code: 'DOCUMENT_FRAME_GEWEIGERD',
      reden: 'document.utf8',
    });
  });

  it('keeps the text over a session that ends, and goes on after it', () => {
    server.subscribe(socket());
    server.store(socket());
    type('voor ');
    socket().drop(4401);
    type('na');
    expect(stand()).toBe('gevaar');
    rt.resume();
    socket().open();
    server.subscribe(socket());
    server.store(socket());
    expect(server.text()).toContain('voor na');
    expect(stand()).toBe('opgeslagen');
  });

  it('names who writes under which client id', () => {
    server.subscribe(socket());
    socket().say({ t: 'auteurs', a: 7, b: [{ client: 1, door: null }] });
    socket().say({ t: 'auteurs', a: 7, b: [{ client: 2, door: { id: 'e', naam: 'Emma' } }] });
    expect([...provider.getState().auteurs]).toEqual([
      [1, null],
      [2, { id: 'e', naam: 'Emma' }],
    ]);
  });

  it('hears what the server says of the document, until it is asked for anew', () => {
    server.subscribe(socket());
    socket().say({ t: 'let_op', a: 7, code: 'document.groot' });
    expect(provider.getState().letOp).toEqual(['document.groot']);
    provider.again();
    server.subscribe(socket());
    expect(provider.getState().letOp).toEqual([]);
  });
});

describe('a server that cannot store', () => {
  const no = (code: string) =>
    socket().say({ t: 'err', r: socket().lastSub(TOPIC).r, code, titel: '', uitleg: '' });
  const refuse = (reden: string, a = 7) =>
    socket().say({ t: 'geweigerd', a, nr: 2, code: 'DOCUMENT_FRAME_GEWEIGERD', reden });

  it.each(['opslag.vol', 'opdracht.uitkomst_onbekend', 'server.fout'])('keeps the text after %s', (code) => {
    server.subscribe(socket());
    server.store(socket());
    type('blijft');
    lose();
    socket().open();
    no(code);
    expect(provider.getState()).toMatchObject({ weg: false, geladen: true, storing: code });
    expect(stand()).toBe('gevaar');
    vi.advanceTimersByTime(2_000);
    expect(socket().subs(TOPIC)).toHaveLength(2);
    server.subscribe(socket());
    server.store(socket());
    expect(server.text()).toContain('blijft');
    expect(stand()).toBe('opgeslagen');
    expect(provider.getState().storing).toBeUndefined();
  });

  it.each(['niet_gevonden', 'niet_bevoegd'])(
    'is gone after %s, and still counts what is not stored',
    (code) => {
      server.subscribe(socket());
      server.store(socket());
      type('nergens anders');
      lose();
      socket().open();
      no(code);
      expect(provider.getState()).toMatchObject({ weg: true, onbewaard: 1 });
    },
  );

  it('offers the text again later when a write failed, and not at once', () => {
    server.subscribe(socket());
    server.store(socket());
    type('vol');
    batch();
    socket().frames.length = 0;
    refuse('opslag.vol');
    socket().say({ t: 'resync', a: 7, v: 1 });
    expect(provider.getState().weigering).toBeUndefined();
    expect(stand()).toBe('gevaar');
    type(' en meer');
    batch();
    expect(socket().subs(TOPIC)).toHaveLength(1);
    expect(syncFrames()).toHaveLength(0);
    vi.advanceTimersByTime(2_000);
    expect(socket().subs(TOPIC)).toHaveLength(2);
    server.subscribe(socket());
    expect(stand()).toBe('gevaar');
    server.store(socket());
    expect(server.text()).toContain('vol en meer');
    expect(stand()).toBe('opgeslagen');
  });

  it('is over with the first ack, also for who goes on typing', () => {
    server.subscribe(socket());
    server.store(socket());
    type('vol');
    batch();
    socket().frames.length = 0;
    refuse('opslag.vol');
    vi.advanceTimersByTime(2_000);
    server.subscribe(socket());
    type(' en door');
    server.store(socket());
    expect(provider.getState().onbewaard).toBe(1);
    expect(stand()).toBe('bezig');
  });

  it('forgets a refusal once everything is stored', () => {
    server.subscribe(socket());
    server.store(socket());
    type('eerst niet');
    batch();
    refuse('document.client_van_ander');
    expect(stand()).toBe('geweigerd');
    server.ask(socket());
    server.store(socket());
    expect(stand()).toBe('opgeslagen');
  });

  it('forgets a refusal of a subscription that is replaced', () => {
    server.subscribe(socket());
    server.store(socket());
    type('nog eens');
    batch();
    refuse('document.utf8');
    lose();
    socket().open();
    server.subscribe(socket());
    expect(stand()).toBe('bezig');
  });

  it('does not take "not followed" for a refusal of the text', () => {
    server.subscribe(socket());
    server.store(socket());
    type('oud nummer');
    batch();
    provider.message({ t: 'geweigerd', a: 3, nr: 2, code: 'X', reden: 'document.niet_gevolgd' });
    expect(stand()).toBe('bezig');
    expect(socket().subs(TOPIC)).toHaveLength(1);
    refuse('document.niet_gevolgd');
    expect(stand()).toBe('bezig');
    vi.advanceTimersByTime(2_000);
    expect(socket().subs(TOPIC)).toHaveLength(2);
  });
});

describe('a topic that gets another number on a living line', () => {
  it('says "stored" only after a new step 2 was acked', () => {
    server.subscribe(socket());
    server.store(socket());
    type('een');
    batch();
    server.store(socket());
    expect(stand()).toBe('opgeslagen');
    rt.resubscribe(provider);
    const { r } = socket().lastSub(TOPIC);
    const v = server.rows.length;
    socket().say({ t: 'ok', r, a: 12, topic: TOPIC, e: 'k1', v, how: 'current' });
    expect(stand()).toBe('bezig');
    type(' twee');
    batch();
    expect(syncFrames()).toHaveLength(0); // waits for the server to ask
    const moved = Object.assign(server, { a: 12 });
    moved.ask(socket());
    expect(syncFrames()).toMatchObject([{ a: 12, nr: 1 }]);
    expect(stand()).toBe('bezig');
    moved.store(socket());
    expect(moved.text()).toContain('een twee');
    expect(stand()).toBe('opgeslagen');
  });
});

describe('more than one frame holds', () => {
  const groot = 'x'.repeat(600 * 1024);

  const offline = (...texts: string[]) => {
    server.subscribe(socket());
    server.store(socket());
    socket().drop();
    for (const text of texts) type(text);
    vi.advanceTimersByTime(1_000);
    socket().open();
  };
  const sizes = () => socket().frames.map((frame) => encodeFrame(frame).length);

  it('goes in parts that each fit, in their order, and is stored with the last', () => {
    offline('a', groot, 'b', groot, 'c', groot, 'd');
    expect(provider.getState().onbewaard).toBe(7);
    server.subscribe(socket());
    expect(syncFrames()).toHaveLength(3);
    expect(Math.max(...sizes())).toBeLessThanOrEqual(FRAME_MAX);
    expect(syncFrames().map((f) => f.kind === KIND_SYNC && [f.nr, f.messages[0]?.[1]])).toEqual([
      [1, 1], // the answer to SyncStep1, then plain updates
      [2, 2],
      [3, 2],
    ]);
    const frames = [...socket().frames];
    const nr = 1;
    socket().sendFrame({ kind: KIND_ACK, a: 7, nr, seq: 2 });
    expect(stand()).toBe('bezig');
    expect(provider.getState().onbewaard).toBeGreaterThan(0);
    socket().frames.splice(0, Number.POSITIVE_INFINITY, ...frames);
    server.store(socket());
    expect(server.text()).toBe(shown());
    expect(server.text()).toContain(`c${groot}d`);
    expect(stand()).toBe('opgeslagen');
    type('en door');
    batch();
    server.store(socket());
    expect(server.text()).toContain('en door');
  });

  it('goes again, whole, when the line broke between the parts', () => {
    offline(groot, groot);
    server.subscribe(socket());
    const [eerste] = socket().frames.splice(0);
    if (eerste) socket().frames.push(eerste); // the second is lost on the way, and so is the ack of the first
    const before = socket();
    server.store(Object.assign(new FakeSocket(), { frames: before.frames }));
    FakeSocket.all.pop();
    lose();
    socket().open();
    server.subscribe(socket());
    server.store(socket());
    expect(server.text()).toBe(shown());
    expect(stand()).toBe('opgeslagen');
  });

  it('is said when one edit alone is larger', () => {
    offline('x'.repeat(FRAME_MAX));
    const sockets = FakeSocket.all.length;
    server.subscribe(socket());
    expect(syncFrames()).toHaveLength(0);
    expect(provider.getState().weigering?.code).toBe('document.te_groot');
    type('klein');
    batch();
    expect(syncFrames()).toHaveLength(0);
    expect(stand()).toBe('geweigerd');
    expect(FakeSocket.all).toHaveLength(sockets);
  });
});

describe('a server that came back with less', () => {
  it('is not offered a part that leans on what it lost, again and again', () => {
    const groot = 'x'.repeat(600 * 1024);
    server.subscribe(socket());
    server.store(socket());
    type(groot);
    batch();
    server.store(socket());
    expect(stand()).toBe('opgeslagen');
    lose();
    type(groot);
    socket().open();
    const old = new FakeDocument(TOPIC);
    Y.applyUpdate(old.doc, server.rows[0] ?? new Uint8Array());
    old.subscribe(socket(), 'k2');
    expect(syncFrames()).toHaveLength(0);
    expect(provider.getState().weigering?.code).toBe('document.te_groot');
  });
});

describe('a document that is left', () => {
  it('lives until everything is stored', () => {
    const documents = new DocumentRegistry(rt);
    const other = new FakeDocument('document/2', 8);
    provider = documents.open('2', { id: 'k', name: 'Kevin' });
    const leave = documents.hold('2');
    other.subscribe(socket());
    other.store(socket());
    type('nog niet bewaard');
    leave();
    vi.advanceTimersByTime(4_000);
    expect(documents.onbewaard()).toBe(1);
    expect(documents.achtergebleven()).toBe(1);
    expect(documents.open('2', { id: 'k', name: 'Kevin' })).toBe(provider);
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    expect(unload.defaultPrevented).toBe(true);
    other.store(socket());
    expect(other.text()).toContain('nog niet bewaard');
    expect(documents.achtergebleven()).toBe(0);
    expect(documents.open('2', { id: 'k', name: 'Kevin' })).not.toBe(provider);
  });
});
