// What waits in a list goes on waiting over a lost line: the bundle of `/rt` and the order of the list together (C12).
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RtConnection } from '../../rt/lijn/connection';
import { FakeSocket } from '../../rt/lijn/server.fake';
import { BundleChannel } from '../../rt/topics/bundle';
import { volgende } from './orde';

const TOPIC = 'werkvoorraad/kevin';
const socket = () => FakeSocket.all.at(-1) as FakeSocket;
/** A list is told once a frame of the screen. */
const FRAME_MS = 50;

let rt: RtConnection;
beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  rt = new RtConnection({
    url: 'ws://x/rt',
    tab: 'tab',
    socket: () => new FakeSocket() as unknown as WebSocket,
    random: () => 0,
  });
  rt.start();
});
afterEach(() => {
  rt.stop();
  vi.useRealTimers();
});

/** Answers the last `sub` with these rows, the list whole. Another life of the server gives other numbers and epochs. */
function geef(ids: string[], leven: number) {
  const { r } = socket().lastSub(TOPIC);
  const a = leven * 100;
  socket().say({ t: 'ok', r, a, topic: TOPIC, e: `k${leven}`, v: 0, how: 'snapshot' });
  for (const [i, id] of ids.entries()) lid(id, a + i + 1, leven);
  socket().say({ t: 'snap', a, v: 0, b: null });
  vi.advanceTimersByTime(FRAME_MS);
}

function lid(id: string, a: number, leven: number) {
  socket().say({ t: 'lid', a, bij: leven * 100, topic: `zaak/${id}@rij`, e: `k${leven}.${a}`, v: 0, b: id });
  vi.advanceTimersByTime(FRAME_MS);
}

// shows C12
it('what waited and what came while the line was lost both wait, though nobody is in the list any more', () => {
  const bundel = new BundleChannel(rt, TOPIC);
  let [getoond, wachtte]: [string[] | undefined, ReadonlySet<string>] = [undefined, new Set()];
  let bezet = false;
  const zie = () => {
    const state = bundel.getState();
    if (state.stand !== 'klaar') return;
    const later = new Set(state.leden.filter((one) => one.later).map((one) => String(one.b)));
    const alles = state.leden.map((one) => String(one.b)).sort();
    const next = volgende({ getoond, alles, later: (id) => later.has(id), bezet }, wachtte);
    getoond = next.orde;
    wachtte = new Set(next.wacht);
  };
  bundel.listen(zie);
  rt.add(bundel);
  socket().open();
  geef(['b', 'd'], 1);
  expect(getoond).toEqual(['b', 'd']);

  bezet = true;
  lid('a', 103, 1);
  expect([getoond, [...wachtte]]).toEqual([['b', 'd'], ['a']]);

  // The pointer leaves, the line is lost, the server started anew meanwhile, and one more came.
  bezet = false;
  socket().drop();
  vi.advanceTimersByTime(1);
  socket().open();
  geef(['a', 'b', 'c', 'd'], 2);
  expect([getoond, [...wachtte]]).toEqual([
    ['b', 'd'],
    ['a', 'c'],
  ]);
  // The same after a resync of the list on the same line.
  socket().say({ t: 'resync', a: 200, v: 0 });
  geef(['a', 'b', 'c', 'd'], 2);
  expect(getoond).toEqual(['b', 'd']);
});

// shows N-3
it('a hundred changes within one frame are told once, the last of each row, and what is asked in between is never old', () => {
  const bundel = new BundleChannel(rt, TOPIC);
  let verteld = 0;
  bundel.listen(() => {
    verteld += 1;
  });
  rt.add(bundel);
  socket().open();
  geef(['b', 'd'], 1);
  verteld = 0;
  for (let v = 1; v <= 100; v += 1) {
    socket().say({ t: 'ev', a: 101, v, k: 'X', at: '2026-11-30T10:00:00Z', b: `b${v}` });
  }
  expect(verteld).toBe(0);
  const b = () => {
    const state = bundel.getState();
    return state.stand === 'klaar' ? state.leden.map((een) => een.b) : [];
  };
  expect(b()).toEqual(['b100', 'd']);
  vi.advanceTimersByTime(FRAME_MS);
  expect(verteld).toBe(1);
  // What is taken away is taken away at once.
  socket().say({ t: 'revoked', a: 100 });
  expect(bundel.getState().stand).toBe('weg');
  expect(verteld).toBe(2);
});
