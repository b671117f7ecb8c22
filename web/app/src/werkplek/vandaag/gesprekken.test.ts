import { describe, expect, it } from 'vitest';
import type { AfspraakRij } from '../../api/types';
import { gesprekPlek, gesprekStraks, komende, perDag, vandaagNog } from './gesprekken';

/** A Wednesday. */
const now = new Date('2026-11-25T10:00:00+01:00');
const rij = (met: Partial<AfspraakRij>): AfspraakRij => ({
  gesprek: 'g',
  begin: '2026-11-25T09:30:00Z',
  plek: 'thuis',
  met: [],
  afgezegd: false,
  persoon: { id: 'm', naam: 'Maria Verhoef' },
  ...met,
});

// shows C2-K3
describe('a planned talk', () => {
  it('says when and where in a few words', () => {
    expect(`${gesprekStraks(rij({}), now)}, ${gesprekPlek(rij({}))}`).toBe(
      'Vandaag 10.30 uur, bij Maria Verhoef thuis',
    );
    expect(gesprekStraks(rij({ begin: '2026-11-26T23:30:00Z' }), now)).toMatch(/^vr 27 november, 0\.30 uur$/);
    expect(gesprekStraks(rij({ begin: '2026-11-26T08:00:00Z' }), now)).toBe('Morgen 9.00 uur');
    const { persoon: _, ...zonder } = rij({ plek: 'bellen' });
    expect(gesprekPlek(zonder)).toBe('telefonisch');
    expect(gesprekPlek({ ...zonder, plek: 'thuis' })).toBe('bij de inwoner thuis');
  });

  it('stands on the first page from today until a week ahead', () => {
    const dagen = ['2026-11-24', '2026-11-25', '2026-12-02', '2026-12-03'];
    const alle = dagen.map((dag) => rij({ gesprek: dag, begin: `${dag}T10:00:00Z` }));
    expect(komende(alle, now).map(({ gesprek }) => gesprek)).toEqual(['2026-11-25', '2026-12-02']);
    const { vandaag, later } = perDag(alle, now);
    expect([vandaag, later].map((deel) => deel.map(({ gesprek }) => gesprek))).toEqual([
      ['2026-11-25'],
      ['2026-12-02'],
    ]);
    expect(vandaagNog([...alle, rij({ afgezegd: true })], now)).toHaveLength(1);
  });
});
