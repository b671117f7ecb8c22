import { afterEach, expect, test, vi } from 'vitest';
import { opdracht, Probleem, type Wacht } from './http';

afterEach(() => vi.unstubAllGlobals());

const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const GEDAAN = { id: 'z', versie: 3, positie: 9 };

/** A server that answers in this order; a string is a line that broke. */
function server(...answers: (Response | 'weg')[]) {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('Idempotency-Key'));
    const next = answers.shift();
    if (!(next instanceof Response)) throw new TypeError('network');
    return next;
  });
  return keys;
}

async function doe() {
  const gewacht: Wacht[] = [];
  const done = opdracht(
    '/zaken/z/toewijzen',
    {},
    {
      wacht: (wacht) => gewacht.push(wacht),
      weerVerbonden: async () => {},
      pauze: async () => {},
    },
  );
  return { uitkomst: await done.catch((error: unknown) => error), gewacht };
}

test('what is done and not yet to be seen is asked again under the same id until it is', async () => {
  const keys = server(json(202, GEDAAN), json(202, GEDAAN), json(200, GEDAAN));
  expect(await doe()).toEqual({ uitkomst: GEDAAN, gewacht: ['zien', 'zien'] });
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(3);
});

test('what was done stays done, whatever is said about seeing it', async () => {
  server(json(202, GEDAAN), json(503, { title: 'Even geduld', code: 'server.bezig' }));
  expect((await doe()).uitkomst).toEqual(GEDAAN);
});

test('a line that breaks after it was done is no reason to doubt', async () => {
  server(json(202, GEDAAN), 'weg', json(200, GEDAAN));
  expect(await doe()).toEqual({ uitkomst: GEDAAN, gewacht: ['zien'] });
});

test('a line that breaks before says that it waits; a refusal is a refusal', async () => {
  server('weg', json(409, { title: 'Iemand was u voor', code: 'opdracht.conflict' }));
  const { uitkomst, gewacht } = await doe();
  expect(gewacht).toEqual(['lijn']);
  expect(uitkomst).toBeInstanceOf(Probleem);
});
