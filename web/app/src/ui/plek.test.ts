import { describe, expect, it } from 'vitest';
import { PLEKKEN, plekkenAan, plekVan } from './plek';

const ids = Array.from(
  { length: 40 },
  (_, i) => `019ab000-0000-7000-8000-0000000000${String(i).padStart(2, '0')}`,
);
/** Two who have one colour, the smaller id first. */
const [een, twee] = (() => {
  for (const a of ids) for (const b of ids) if (a < b && plekVan(a) === plekVan(b)) return [a, b];
  throw new Error('forty people and eight colours');
})() as [string, string];

describe('a colour', () => {
  it('is one of eight and follows from who it is', () => {
    for (const id of ids) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(plekVan(id));
    expect(new Set(ids.map(plekVan)).size).toBe(PLEKKEN);
  });

  it('is at a table that of everywhere, but for whom it is taken', () => {
    const plekken = plekkenAan([twee, een]);
    expect(plekken.get(een)).toBe(plekVan(een));
    expect(plekken.get(twee)).not.toBe(plekVan(een));
    expect(plekkenAan([een, twee])).toEqual(plekken);
  });

  it('does not push out who has a colour of their own', () => {
    const naast = (plekVan(een) % PLEKKEN) + 1;
    const derde = ids.find((id) => plekVan(id) === naast) ?? '';
    const plekken = plekkenAan([een, twee, derde]);
    expect(plekken.get(derde)).toBe(naast);
    expect(new Set(plekken.values()).size).toBe(3);
  });

  it('of those who belong there does not change when a guest comes', () => {
    expect(plekkenAan([twee], [een]).get(twee)).toBe(plekVan(twee));
    expect(plekkenAan([twee], [een]).get(een)).not.toBe(plekVan(twee));
  });

  it('differs for eight, and is shared by more', () => {
    expect(new Set(plekkenAan(ids.slice(0, 8)).values()).size).toBe(8);
    expect(plekkenAan(ids).size).toBe(40);
  });
});
