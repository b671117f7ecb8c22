import { describe, expect, it, vi } from 'vitest';
import type { MijnPlan } from '../mijnplannen';
import { gelezenNieuws, nieuwsVan } from './nieuws';

const NU = new Date('2026-12-10T12:00:00Z');
const woord = (op: string) => ({ tekst: 'Dan dinsdag', door: { naam: 'Rianne Dekker' }, op });
const plan = (bijdragen: unknown) =>
  ({
    groep: { id: 'p', doelen: [{ id: 'd', omschrijving: 'Samen eten' }], acties: [] },
    leden: [{ doelen: [], acties: [{ id: 'a', omschrijving: 'Bellen' }] }],
    bijdragen,
  }) as unknown as MijnPlan;
const met = (reacties: unknown[], meldingen: unknown[] = []) => plan({ plan: 'p', reacties, meldingen });

// shows KING-R1b
describe('what became of what one said', () => {
  it('is told newest first: who answered, and that it was confirmed or opened again', () => {
    const reacties = [{ doel: 'd', antwoord: woord('2026-12-08T10:00:00Z') }, { doel: 'd' }];
    const bevestigd = { actie: 'a', bevestigd: '2026-12-09T10:00:00Z', heropend: '2026-12-01T10:00:00Z' };
    const nieuws = nieuwsVan([met(reacties, [bevestigd])], NU);
    expect(nieuws.map(({ soort, wie, over }) => [soort, wie, over])).toEqual([
      ['bevestigd', undefined, 'Bellen'],
      ['antwoord', 'Rianne Dekker', 'Samen eten'],
    ]);
    const heropend = { actie: 'a', heropend: '2026-12-09T11:00:00Z' };
    expect(nieuwsVan([met([], [heropend])], NU)[0]?.soort).toBe('heropend');
  });

  it('is no news after two weeks, nor of what one does not see', () => {
    expect(nieuwsVan([met([{ doel: 'd', antwoord: woord('2026-11-20T10:00:00Z') }])], NU)).toEqual([]);
    expect(nieuwsVan([met([{ doel: 'x', antwoord: woord('2026-12-08T10:00:00Z') }])], NU)).toEqual([]);
    expect(nieuwsVan([plan(undefined)], NU)).toEqual([]);
  });

  it('is read once, and what reads it hears so', () => {
    const roep = vi.fn();
    const stil = gelezenNieuws.hoor(roep);
    gelezenNieuws.lees(['een']);
    gelezenNieuws.lees(['een']);
    expect(roep).toHaveBeenCalledTimes(1);
    expect(gelezenNieuws.get().has('een')).toBe(true);
    stil();
    gelezenNieuws.lees(['twee']);
    expect(roep).toHaveBeenCalledTimes(1);
  });
});
