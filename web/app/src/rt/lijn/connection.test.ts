import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BundleChannel } from '../topics/bundle';
import { TopicStore } from '../topics/store';
import { ViewChannel } from '../topics/view';
import { type Channel, RtConnection } from './connection';
import { FakeSocket } from './server.fake';

function connect(options: { random?: () => number; session?: () => Promise<boolean> } = {}) {
  const rt = new RtConnection({
    url: 'ws://x/rt',
    tab: 'tab',
    socket: () => new FakeSocket() as unknown as WebSocket,
    random: () => 1,
    ...options,
  });
  rt.start();
  return rt;
}

const socket = () => FakeSocket.all.at(-1) as FakeSocket;
const channel = (topic: string, document = false): Channel => ({
  topic,
  pos: () => undefined,
  opened: () => {},
  refused: () => {},
  message: () => {},
  lost: () => {},
  ...(document ? { frame: () => {} } : {}),
});

let rt: RtConnection;
beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
});
afterEach(() => {
  rt.stop();
  vi.useRealTimers();
});

describe('a connection', () => {
  it('says hallo first and subscribes after welkom', () => {
    rt = connect();
    rt.add(channel('zaak/1@wat'));
    expect(socket().text).toEqual([]);
    socket().open();
    expect(socket().text.map((m) => m.t)).toEqual(['hallo', 'sub', 'ping']);
    expect(rt.getStatus().fase).toBe('open');
  });

  // shows G36
  it('is over when somebody logged out, until it is resumed', () => {
    rt = connect();
    socket().open();
    rt.end();
    expect(rt.getStatus().fase).toBe('sessie');
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all).toHaveLength(1);
    rt.resume();
    socket().open();
    expect(rt.getStatus().fase).toBe('open');
  });

  it('answers the ping of the server', () => {
    rt = connect();
    socket().open();
    socket().say({ t: 'ping', n: 12 });
    expect(socket().text).toContainEqual({ t: 'pong', n: 12 });
  });

  // shows E4
  it('comes back within four seconds for as long as a restart may take, and then ever less often', () => {
    rt = connect();
    const waits: number[] = [];
    for (let i = 0; i < 23; i += 1) {
      const before = FakeSocket.all.length;
      socket().readyState = 1;
      socket().onopen?.(); // accepted, then dropped before welkom
      socket().drop();
      let waited = 0;
      while (FakeSocket.all.length === before) {
        vi.advanceTimersByTime(250);
        waited += 250;
      }
      waits.push(waited);
    }
    const soon = [500, 1000, 2000, ...Array.from({ length: 16 }, () => 4000)];
    expect(waits).toEqual([...soon, 7500, 15_000, 30_000, 30_000]);
  });

  it('counts by the clock and not by the tries: who is lucky with every moment is as quick for the same minute', () => {
    rt = connect({ random: () => 0.05 });
    let latest = 0;
    while (vi.getTimerCount() > 0 && latest < 59_000) {
      const before = FakeSocket.all.length;
      socket().drop();
      let waited = 0;
      while (FakeSocket.all.length === before) {
        vi.advanceTimersByTime(25);
        waited += 25;
      }
      latest += waited;
      expect(waited).toBeLessThanOrEqual(200);
    }
    expect(FakeSocket.all.length).toBeGreaterThan(250);
  });

  it('takes a random moment within the window', () => {
    rt = connect({ random: () => 0.1 });
    socket().open();
    socket().drop(1012);
    vi.advanceTimersByTime(49);
    expect(FakeSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(2);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it.each([
    [1012, 'verbroken', 2],
    [1013, 'verbroken', 2],
    [4503, 'verbroken', 2],
    [4508, 'verbroken', 2],
    [1006, 'verbroken', 2],
    [4400, 'gestopt', 1],
    [4403, 'gestopt', 1],
    [4410, 'gestopt', 1],
    [4401, 'sessie', 1],
  ])('after close code %i is %s', (code, fase, sockets) => {
    rt = connect();
    socket().open();
    socket().drop(code);
    expect(rt.getStatus().fase).toBe(fase);
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all.length >= sockets).toBe(true);
    if (sockets === 1) expect(FakeSocket.all).toHaveLength(1);
  });

  it('goes on after logging in again', () => {
    rt = connect();
    rt.add(channel('zaak/1@wat'));
    socket().open();
    socket().drop(4401);
    rt.resume();
    socket().open();
    expect(socket().subs('zaak/1@wat')).toHaveLength(1);
    expect(rt.getStatus().fase).toBe('open');
  });

  it('asks for the session when a socket does not open at all', async () => {
    rt = connect({ session: async () => false });
    socket().drop();
    await vi.advanceTimersByTimeAsync(0);
    expect(rt.getStatus().fase).toBe('sessie');
  });

  it('asks for it at the first try and seldom after that: a server that is replaced is not asked twice each time', async () => {
    const session = vi.fn(async () => true);
    rt = connect({ session });
    for (let i = 0; i < 17; i += 1) {
      socket().drop();
      await vi.advanceTimersByTimeAsync(4_000);
    }
    expect(FakeSocket.all).toHaveLength(18);
    expect(session).toHaveBeenCalledTimes(3);
  });

  it('sees a dead line after 5 seconds with a document open', () => {
    rt = connect();
    rt.add(channel('document/1', true));
    socket().open();
    vi.advanceTimersByTime(4_900);
    expect(rt.getStatus().fase).toBe('open');
    expect(socket().text.filter((m) => m.t === 'ping').length).toBeGreaterThanOrEqual(2);
    vi.advanceTimersByTime(200);
    expect(rt.getStatus().fase).toBe('verbroken');
  });

  it('sees a dead line after 15 seconds elsewhere', () => {
    rt = connect();
    rt.add(channel('zaak/1@wat'));
    socket().open();
    vi.advanceTimersByTime(14_900);
    expect(rt.getStatus().fase).toBe('open');
    vi.advanceTimersByTime(200);
    expect(rt.getStatus().fase).toBe('verbroken');
  });

  it('stays as long as pongs come', () => {
    rt = connect();
    rt.add(channel('document/1', true));
    socket().open();
    for (let i = 0; i < 20; i += 1) {
      vi.advanceTimersByTime(2_000);
      socket().say({ t: 'pong', n: i });
    }
    expect(rt.getStatus().fase).toBe('open');
  });

  it('believes the browser at once when it says offline', () => {
    rt = connect();
    socket().open();
    window.dispatchEvent(new Event('offline'));
    expect(rt.getStatus().fase).toBe('verbroken');
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.all).toHaveLength(2);
  });
});

describe('a view', () => {
  const topic = 'zaak/1@wat';
  const begin = () => {
    rt = connect();
    const view = new ViewChannel(rt, topic);
    rt.add(view);
    socket().open();
    const { r } = socket().lastSub(topic);
    socket().say({ t: 'ok', r, a: 5, topic, e: 'k1', v: 10, how: 'snapshot' });
    socket().say({ t: 'snap', a: 5, v: 10, b: 'tien' });
    return view;
  };
  const ev = (v: number) =>
    socket().say({ t: 'ev', a: 5, v, k: 'Iets', at: '2026-11-25T10:00:00Z', b: `v${v}` });
  const shown = (view: ViewChannel) => {
    const state = view.getState();
    return state.stand === 'klaar' ? state.b : state.stand;
  };

  it('takes the next version and no older one', () => {
    const view = begin();
    ev(11);
    expect(shown(view)).toBe('v11');
    ev(11);
    ev(9);
    expect(shown(view)).toBe('v11');
    expect(socket().subs(topic)).toHaveLength(1);
  });

  it('subscribes again with what it holds when one is missing', () => {
    const view = begin();
    ev(12);
    expect(shown(view)).toBe('tien');
    expect(socket().lastSub(topic).pos).toEqual({ e: 'k1', v: 10 });
    const { r } = socket().lastSub(topic);
    socket().say({ t: 'ok', r, a: 5, topic, e: 'k1', v: 12, how: 'replay' });
    ev(11);
    ev(12);
    expect(shown(view)).toBe('v12');
  });

  it('takes the snapshot of another epoch, also when its version is lower', () => {
    const view = begin();
    socket().drop();
    vi.advanceTimersByTime(1_000);
    socket().open();
    const { r, pos } = socket().lastSub(topic);
    expect(pos).toEqual({ e: 'k1', v: 10 });
    socket().say({ t: 'ok', r, a: 6, topic, e: 'k2', v: 3, how: 'snapshot' });
    socket().say({ t: 'snap', a: 6, v: 3, b: 'nieuw begin' });
    expect(shown(view)).toBe('nieuw begin');
  });

  it('wipes what was shown when the right goes', () => {
    const view = begin();
    socket().say({ t: 'revoked', a: 5 });
    expect(view.getState()).toEqual({ stand: 'weg' });
    expect(view.pos()).toBeUndefined();
  });

  it('is not there when the server refuses it', () => {
    rt = connect();
    const view = new ViewChannel(rt, topic);
    rt.add(view);
    socket().open();
    socket().say({ t: 'err', r: socket().lastSub(topic).r, code: 'niet_gevonden', titel: '', uitleg: '' });
    expect(view.getState()).toEqual({ stand: 'weg' });
  });

  it('asks again when the server is busy', () => {
    rt = connect();
    const view = new ViewChannel(rt, topic);
    rt.add(view);
    socket().open();
    socket().say({ t: 'err', r: socket().lastSub(topic).r, code: 'server.bezig', titel: '', uitleg: '' });
    expect(view.getState()).toEqual({ stand: 'laden' });
    vi.advanceTimersByTime(2_000);
    expect(socket().subs(topic)).toHaveLength(2);
  });

  it.each(['opslag.vol', 'opdracht.uitkomst_onbekend', 'server.fout', 'rt.te_veel_onderwerpen'])(
    'keeps what it shows and asks ever less often while the server answers %s',
    (code) => {
      const view = begin();
      socket().drop();
      vi.advanceTimersByTime(1_000);
      socket().open();
      const no = () => socket().say({ t: 'err', r: socket().lastSub(topic).r, code, titel: '', uitleg: '' });
      no();
      expect(shown(view)).toBe('tien');
      vi.advanceTimersByTime(2_000);
      expect(socket().subs(topic)).toHaveLength(2);
      no();
      expect(rt.getStatus()).toMatchObject({ fase: 'open', storing: code });
      vi.advanceTimersByTime(2_000);
      expect(socket().subs(topic)).toHaveLength(2);
      vi.advanceTimersByTime(2_000);
      expect(socket().subs(topic)).toHaveLength(3);
      const { r } = socket().lastSub(topic);
      socket().say({ t: 'ok', r, a: 5, topic, e: 'k1', v: 10, how: 'current' });
      expect(rt.getStatus().storing).toBeUndefined();
      expect(shown(view)).toBe('tien');
    },
  );

  // shows G27
  it('says at once that the server shows nothing, keeps what stands there, and goes on by itself', () => {
    const view = begin();
    socket().drop(4503);
    vi.advanceTimersByTime(1_000);
    socket().open();
    const { r } = socket().lastSub(topic);
    socket().say({ t: 'err', r, code: 'server.geen_zicht', titel: '', uitleg: '' });
    expect(rt.getStatus()).toMatchObject({ fase: 'open', storing: 'server.geen_zicht' });
    expect(shown(view)).toBe('tien');
    vi.advanceTimersByTime(2_000);
    const again = socket().lastSub(topic);
    expect(again.r).not.toBe(r);
    socket().say({ t: 'ok', r: again.r, a: 5, topic, e: 'k1', v: 10, how: 'current' });
    expect(rt.getStatus().storing).toBeUndefined();
  });

  it('says at once that the disk is full', () => {
    rt = connect();
    rt.add(new ViewChannel(rt, topic));
    socket().open();
    socket().say({ t: 'err', r: socket().lastSub(topic).r, code: 'opslag.vol', titel: '', uitleg: '' });
    expect(rt.getStatus().storing).toBe('opslag.vol');
  });

  it.each(['niet_gevonden', 'niet_bevoegd', 'rt.geen_onderwerp'])('is not there after %s', (code) => {
    const view = begin();
    rt.resubscribe(view);
    socket().say({ t: 'err', r: socket().lastSub(topic).r, code, titel: '', uitleg: '' });
    expect(view.getState()).toEqual({ stand: 'weg' });
    vi.advanceTimersByTime(10_000);
    expect(socket().subs(topic)).toHaveLength(2);
  });

  it('is asked anew when the page comes back after it was taken away behind its back', () => {
    rt = connect();
    socket().open();
    const topics = new TopicStore(rt);
    const leave = topics.hold(topics.view(topic));
    const { r } = socket().lastSub(topic);
    socket().say({ t: 'ok', r, a: 5, topic, e: 'k1', v: 1, how: 'snapshot' });
    leave();
    socket().say({ t: 'revoked', a: 5 });
    const back = topics.view(topic);
    expect(back.getState()).toEqual({ stand: 'laden' });
    topics.hold(back);
    expect(socket().subs(topic)).toHaveLength(2);
  });

  it('is given up a little after the last page left it', () => {
    rt = connect();
    socket().open();
    const topics = new TopicStore(rt);
    const leave = topics.hold(topics.view(topic));
    const { r } = socket().lastSub(topic);
    socket().say({ t: 'ok', r, a: 5, topic, e: 'k1', v: 1, how: 'snapshot' });
    leave();
    const again = topics.hold(topics.view(topic));
    vi.advanceTimersByTime(5_000);
    expect(socket().text.some((m) => m.t === 'unsub')).toBe(false);
    again();
    vi.advanceTimersByTime(5_000);
    expect(socket().text).toContainEqual(expect.objectContaining({ t: 'unsub', a: 5 }));
  });
});

describe('a bundle', () => {
  const topic = 'werkvoorraad/ik';
  const lid = (id: string, a: number, v = 1) =>
    socket().say({ t: 'lid', a, bij: 50, topic: `zaak/${id}@rij`, e: 'k1', v, b: `${id}${v}` });
  const ok = () =>
    socket().say({ t: 'ok', r: socket().lastSub(topic).r, a: 50, topic, e: 'k1', v: 1, how: 'snapshot' });
  const shown = (bundle: BundleChannel) => {
    const state = bundle.getState();
    return state.stand === 'klaar' ? state.leden.map((l) => [l.b, l.later]) : state.stand;
  };
  const begin = () => {
    rt = connect();
    const bundle = new BundleChannel(rt, topic);
    rt.add(bundle);
    socket().open();
    ok();
    return bundle;
  };

  const whole = () => socket().say({ t: 'snap', a: 50, v: 1, b: null });

  it('tells the first list from what comes later, and follows each member', () => {
    const bundle = begin();
    lid('a', 1);
    whole();
    lid('b', 2);
    expect(shown(bundle)).toEqual([
      ['a1', false],
      ['b1', true],
    ]);
    socket().say({ t: 'ev', a: 1, v: 2, k: 'Iets', at: '', b: 'a2' });
    socket().say({ t: 'ev', a: 1, v: 1, k: 'Iets', at: '', b: 'oud' });
    socket().say({ t: 'eraf', a: 2, bij: 50 });
    expect(shown(bundle)).toEqual([['a2', false]]);
  });

  it('is loading, not empty and not half, until the server says that it is whole', () => {
    const bundle = begin();
    vi.advanceTimersByTime(5_000);
    expect(shown(bundle)).toBe('laden');
    lid('a', 1);
    vi.advanceTimersByTime(5_000);
    expect(shown(bundle)).toBe('laden');
    whole();
    expect(shown(bundle)).toEqual([['a1', false]]);
  });

  it('is empty when it is whole without a member', () => {
    const bundle = begin();
    whole();
    expect(shown(bundle)).toEqual([]);
  });

  it('drops after a reconnect what is not named again, and nothing before all are named', () => {
    const bundle = begin();
    lid('a', 1);
    lid('b', 2);
    whole();
    socket().drop();
    vi.advanceTimersByTime(1_000);
    socket().open();
    ok();
    lid('a', 8, 4);
    vi.advanceTimersByTime(5_000);
    expect(shown(bundle)).toHaveLength(2);
    whole();
    expect(shown(bundle)).toEqual([['a4', false]]);
  });

  it('asks once for a page of which many members were lost', () => {
    const bundle = begin();
    for (let a = 1; a <= 40; a += 1) lid(`z${a}`, a);
    whole();
    for (let a = 1; a <= 40; a += 1) socket().say({ t: 'resync', a, v: 0 });
    socket().say({ t: 'resync', a: 50, v: 0 });
    expect(socket().subs(topic)).toHaveLength(2);
    ok();
    for (let a = 1; a <= 40; a += 1) lid(`z${a}`, a + 100, 2);
    whole();
    expect(shown(bundle)).toHaveLength(40);
    // A number of before says nothing any more; what is lost after the answer is asked again.
    socket().say({ t: 'resync', a: 1, v: 0 });
    expect(socket().subs(topic)).toHaveLength(2);
    socket().say({ t: 'resync', a: 50, v: 0 });
    expect(socket().subs(topic)).toHaveLength(3);
  });
});

describe('a tab that was in the background', () => {
  const topic = 'zaak/1@tafel';
  const see = (state: 'hidden' | 'visible') => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const begin = () => {
    rt = connect();
    const table = new ViewChannel(rt, topic);
    table.active = true;
    rt.add(table);
    socket().open({ id: 'ik' });
    ok();
    return table;
  };
  const ok = () =>
    socket().say({ t: 'ok', r: socket().lastSub(topic).r, a: 9, topic, e: 'k1', v: 1, how: 'snapshot' });
  let version = 0;
  const sit = (...ids: string[]) => {
    version += 1;
    socket().say({ t: 'latest', a: 9, v: version, b: ids.map((id) => ({ id })) });
  };
  const pings = () => socket().text.filter((m) => m.t === 'ping').length;
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('pings at once and does not take its own sleep for a dead line', () => {
    begin();
    see('hidden');
    vi.setSystemTime(Date.now() + 40_000); // timers do not run
    const before = pings();
    see('visible');
    expect(pings()).toBe(before + 1);
    expect(rt.getStatus().fase).toBe('open');
    vi.advanceTimersByTime(14_000);
    expect(rt.getStatus().fase).toBe('open');
    vi.advanceTimersByTime(2_000);
    expect(rt.getStatus().fase).toBe('verbroken');
  });

  it('does nothing special after a short look elsewhere', () => {
    begin();
    see('hidden');
    vi.advanceTimersByTime(500);
    const before = pings();
    see('visible');
    expect(pings()).toBe(before);
  });

  it('sits down again at a table that forgot it', () => {
    begin();
    sit('ik', 'emma');
    see('hidden');
    vi.setSystemTime(Date.now() + 12_000);
    sit('emma');
    expect(socket().subs(topic)).toHaveLength(1);
    see('visible');
    expect(socket().subs(topic)).toHaveLength(2);
    ok();
    sit('emma', 'ik');
    see('hidden');
    vi.setSystemTime(Date.now() + 12_000);
    see('visible');
    expect(socket().subs(topic)).toHaveLength(2);
  });

  it('sits down again when it is left out while one is looking, ever less often', () => {
    begin();
    sit('emma');
    vi.advanceTimersByTime(900);
    expect(socket().subs(topic)).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(socket().subs(topic)).toHaveLength(2);
    ok();
    sit('emma');
    vi.advanceTimersByTime(1_500);
    expect(socket().subs(topic)).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(socket().subs(topic)).toHaveLength(3);
  });
});
