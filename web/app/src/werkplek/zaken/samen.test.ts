import { expect, it } from 'vitest';
import type { ZaakRij } from '../../api/types';
import { samen } from './samen';

const rijen = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ id: `z${i}`, zaaknummer: `${i}`, versie: 1 }) as ZaakRij);
const zin = (error: unknown) => String(error);

// shows X-2
it('all are done, or it is clear which are not and why, in the order in which they were chosen', async () => {
  const klaar: number[] = [];
  const uitslag = await samen(rijen(200), {
    doe: (rij) =>
      Number(rij.zaaknummer) % 50 === 7 ? Promise.reject('was al van Emma') : Promise.resolve(9),
    zin,
    stap: (n) => klaar.push(n),
  });
  expect(uitslag.gelukt).toHaveLength(196);
  expect(uitslag.gelukt[0]).toMatchObject({ versie: 9, rij: { id: 'z0' } });
  expect(uitslag.mislukt.map((een) => een.rij.id)).toEqual(['z7', 'z57', 'z107', 'z157']);
  expect(new Set(uitslag.mislukt.map((een) => een.zin))).toEqual(new Set(['was al van Emma']));
  expect(uitslag.niet).toEqual([]);
  expect(klaar.at(-1)).toBe(200);
});

it('never more than four at a time', async () => {
  let [nu, meest] = [0, 0];
  await samen(rijen(30), {
    doe: async () => {
      nu += 1;
      meest = Math.max(meest, nu);
      await Promise.resolve();
      nu -= 1;
      return 1;
    },
    zin,
  });
  expect(meest).toBe(4);
});

it('whoever will not go on stops it; what was not tried is said to be so', async () => {
  let n = 0;
  const uitslag = await samen(rijen(20), {
    doe: async () => {
      n += 1;
      return n > 5 ? undefined : 2;
    },
    zin,
  });
  expect(uitslag.gelukt).toHaveLength(5);
  expect(uitslag.niet).toHaveLength(15);
  expect(uitslag.mislukt).toEqual([]);
});
