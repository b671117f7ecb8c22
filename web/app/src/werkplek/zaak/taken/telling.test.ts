import { expect, it } from 'vitest';
import type { TaakWat } from '../../../api/types';
import { teLaat, verdeel } from './telling';

const taak = (id: string, dag: string, rest: Partial<TaakWat> = {}): TaakWat => ({
  id,
  omschrijving: id,
  dag,
  stap: 'open',
  eigenaar: { id: 'emma', naam: 'Emma' },
  ...rest,
});

// shows C2-N6
it('counts what is late by the day in Amsterdam, and not on the day itself', () => {
  const dagen = ['2026-11-24', '2026-11-25', '2026-11-26'];
  expect(teLaat(dagen, new Date('2026-11-25T22:59:00Z'))).toBe(1);
  expect(teLaat(dagen, new Date('2026-11-25T23:01:00Z'))).toBe(2);
});

// shows C2-N6
it('puts what waits in order of day, and knows what has no owner', () => {
  const verdeling = verdeel([
    taak('b', '2026-12-02'),
    taak('klaar', '2026-11-01', { stap: 'gedaan' }),
    taak('a', '2026-12-01', { eigenaar: null }),
    taak('weg', '2026-11-01', { stap: 'vervallen' }),
  ]);
  expect(verdeling.open.map((t) => t.id)).toEqual(['a', 'b']);
  expect(verdeling.klaar.map((t) => t.id)).toEqual(['weg', 'klaar']);
  expect(verdeling.zonder).toBe(1);
});
