import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { haal, opdracht, stuur } from './http';
import { meegezonden, vergeet } from './positie';

beforeEach(vergeet);
afterEach(() => vi.unstubAllGlobals());

const repeat = { weerVerbonden: async () => {}, pauze: async () => {} };

test('what was done is shown by whichever server answers next', async () => {
  const sent: (string | null)[] = [];
  const answers = [{}, { positie: 9 }, {}, { positie: 7 }, { positie: 'x' }, {}];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sent.push(new Headers(init.headers).get('X-Keukentafel-Positie'));
    return new Response(JSON.stringify(answers.shift()));
  });
  await haal('/zaken');
  await opdracht('/zaken/z/toewijzen', {}, repeat);
  await haal('/zaken');
  await opdracht('/zaken/z/toewijzen', {}, repeat);
  await stuur('/zoek', {});
  await haal('/zaken');
  expect(sent).toEqual([null, null, '9', '9', '9', '9']);
  expect(meegezonden()).toEqual({ positie: 9 });
});
