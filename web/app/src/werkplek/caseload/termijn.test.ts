import { describe, expect, test } from 'vitest';
import { kanMeer, leesKeuze, metKeuze, telt, zondag } from './termijn';

const op = (uiterlijk_op: string) => ({ uiterlijk_op });
// A Wednesday.
const DAG = '2026-11-25';

describe('the zaken that a figure counts', () => {
  // shows C2-L5, W4
  test.each([
    ['2026-11-24', 'laat', true],
    ['2026-11-25', 'laat', false],
    ['2026-11-24', 'week', false],
    ['2026-11-25', 'week', true],
    ['2026-11-29', 'week', true],
    ['2026-11-30', 'week', false],
    ['2030-01-01', undefined, true],
  ] as const)('due %s counts for %s: %s', (dag, keuze, hoort) => {
    expect(telt(op(dag), keuze, DAG)).toBe(hoort);
  });

  // shows C2-L5
  test.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
    ['2026-12-28', '2027-01-03'],
  ])('the week of %s ends on %s', (dag, einde) => {
    expect(zondag(dag)).toBe(einde);
  });

  // shows W4
  test('a page goes on only while there can be more that counts', () => {
    const [laat, week, later] = [op('2026-11-01'), op('2026-11-28'), op('2027-01-01')];
    expect(kanMeer([laat], 'laat', DAG)).toBe(true);
    expect(kanMeer([laat, week], 'laat', DAG)).toBe(false);
    expect(kanMeer([laat, week], 'week', DAG)).toBe(true);
    expect(kanMeer([laat, week, later], 'week', DAG)).toBe(false);
    expect(kanMeer([laat, later], undefined, DAG)).toBe(true);
  });

  // shows W4
  test('it stands in the address, and what is not known there shows all', () => {
    expect(leesKeuze(new URL(metKeuze('http://x/a', 'week')).searchParams)).toBe('week');
    expect(leesKeuze(new URLSearchParams('termijn=ooit'))).toBeUndefined();
  });
});
