import { describe, expect, it } from 'vitest';
import { volgende } from './orde';

const geen: ReadonlySet<string> = new Set();
const later =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

// shows C12
describe('the order of a list that changes', () => {
  it('shows all of it at first', () => {
    const first = volgende({ getoond: undefined, alles: ['a', 'b'], later: later(), bezet: true }, geen);
    expect(first.orde).toEqual(['a', 'b']);
  });

  it('lets what is new in at its place when nobody is in the list', () => {
    const next = volgende({ getoond: ['b'], alles: ['a', 'b'], later: later('a'), bezet: false }, geen);
    expect(next).toEqual({ orde: ['a', 'b'], nieuw: ['a'], wacht: [] });
  });

  it('keeps it waiting under a pointer, and moves nothing', () => {
    const next = volgende(
      { getoond: ['c', 'b'], alles: ['a', 'b', 'c'], later: later('a'), bezet: true },
      geen,
    );
    expect(next).toEqual({ orde: ['c', 'b'], nieuw: [], wacht: ['a'] });
  });

  it('keeps waiting what waited, when the pointer has left and the whole list comes anew', () => {
    const again = { getoond: ['b'], alles: ['a', 'b'], later: later('a'), bezet: false };
    expect(volgende(again, new Set(['a']))).toEqual({ orde: ['b'], nieuw: [], wacht: ['a'] });
    const more = { getoond: ['b'], alles: ['a', 'b', 'c'], later: later('a', 'c'), bezet: false };
    expect(volgende(more, new Set(['a'])).wacht, 'what comes then waits with it').toEqual(['a', 'c']);
  });

  it('takes out what went, and lets in what was there before and only moved between lists', () => {
    const next = volgende({ getoond: ['a', 'b'], alles: ['b', 'c'], later: later(), bezet: true }, geen);
    expect(next.orde).toEqual(['b', 'c']);
  });

  it('waits no more when all that waited went', () => {
    const next = volgende(
      { getoond: ['b'], alles: ['b', 'c'], later: later('c'), bezet: false },
      new Set(['a']),
    );
    expect(next.orde).toEqual(['b', 'c']);
  });
});
