import { afterEach, expect, test, vi } from 'vitest';
import { haalBevestigd, opdracht, Probleem, type Wacht } from './http';

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

// shows G37
test('what asks for a fresh proof is sent once more under the same id, and not at all when there is none', async () => {
  const stapOp = () => json(403, { title: 'Bevestig eerst dat u het bent', code: 'sessie.stap_op' });
  const doeMet = (bevestig: () => Promise<boolean>) =>
    opdracht('/plannen/p/glas', {}, { weerVerbonden: async () => {}, pauze: async () => {}, bevestig });
  const keys = server(stapOp(), json(200, GEDAAN));
  expect(await doeMet(async () => true)).toEqual(GEDAAN);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);

  const refused = server(stapOp());
  expect(await doeMet(async () => false)).toBeUndefined();
  expect(refused).toHaveLength(1);

  server(stapOp(), json(403, { title: 'Niet bevoegd', code: 'niet_bevoegd' }));
  await expect(doeMet(async () => true)).rejects.toBeInstanceOf(Probleem);
});

// shows G37
test('a look that asks for a fresh proof is made when there is one, and is not made when there is none', async () => {
  const stapOp = () => json(403, { title: 'Bevestig eerst dat u het bent', code: 'sessie.stap_op' });
  server(stapOp(), json(200, { versie: 3 }));
  expect(await haalBevestigd('/zaken/z/tijdreis', async () => true)).toEqual({ versie: 3 });

  const asked = server(stapOp());
  expect(await haalBevestigd('/zaken/z/tijdreis', async () => false)).toBeUndefined();
  expect(asked).toHaveLength(1);

  server(json(404, { title: 'Niet gevonden', code: 'niet_gevonden' }));
  await expect(haalBevestigd('/zaken/z/tijdreis', async () => true)).rejects.toBeInstanceOf(Probleem);
});

test('what somebody takes back while it waits for the line is not sent again', async () => {
  const keys = server('weg', json(200, GEDAAN));
  const done = opdracht(
    '/plannen/p/doelen/reageren',
    {},
    { weerVerbonden: async () => {}, pauze: async () => {}, teruggenomen: () => true },
  );
  expect(await done).toBeUndefined();
  expect(keys).toHaveLength(1);
});
