import { describe, expect, it } from 'vitest';
import type { CaseloadWat, MedewerkerCaseload, Telling } from '../../api/types';
import { mensbalk, mensenIn, mensenzin, teambalk, teamzin } from './beeld';

const telling = (aantal: number, gewicht: number, te_laat = 0, deze_week = 0): Telling => ({
  aantal,
  gewicht,
  te_laat,
  deze_week,
  per_status: {},
});
const mens = (naam: string, van: Telling, weg = false) =>
  ({
    id: naam,
    naam,
    telling: van,
    plannen: 0,
    afwezig: weg ? { vanaf: '2026-11-01', nu: true } : null,
  }) as MedewerkerCaseload;
const bord = (medewerkers: MedewerkerCaseload[], teams: CaseloadWat['teams'] = []) =>
  ({ medewerkers, teams }) as CaseloadWat;

const emma = mens('Emma', telling(34, 300, 6, 4));
const kevin = mens('Kevin', telling(20, 900));
const leeg = mens('Bas', telling(0, 0));

// shows W4, W5
describe('what the pictures of the board say', () => {
  it('the most first, by what is counted, and nobody without any', () => {
    const wat = bord([kevin, leeg, emma]);
    expect(mensenIn(wat, 'aantal').map((m) => m.naam)).toEqual(['Emma', 'Kevin']);
    expect(mensenIn(wat, 'gewicht').map((m) => m.naam)).toEqual(['Kevin', 'Emma']);
    expect(mensenzin(wat, 'aantal')).toBe('Emma heeft de meeste zaken: 34, waarvan 6 te laat.');
    expect(mensenzin(wat, 'gewicht')).toBe('Kevin heeft het meeste werk: 15,0 uur per week.');
    expect(mensenzin(bord([leeg]), 'aantal')).toBe('Niemand heeft nu zaken.');
  });

  it('says it when two have as many', () => {
    const wat = bord([emma, mens('Anouk', telling(34, 1))]);
    expect(mensenzin(wat, 'aantal')).toBe(
      'Anouk heeft samen met een ander de meeste zaken: 34, geen te laat.',
    );
  });

  it('the parts of a bar are together all of it, and its words the numbers of the table', () => {
    expect(mensbalk(emma, 'aantal')).toEqual({
      id: 'Emma',
      weg: false,
      delen: { laat: 6, week: 4, rest: 24 },
      woord: '34 zaken, 6 te laat',
    });
    expect(mensbalk(mens('Weg', telling(1, 30), true), 'gewicht')).toEqual({
      id: 'Weg',
      weg: true,
      delen: { rest: 30 },
      woord: '0,5 uur',
    });
  });

  it('a field of law says what waits in it too', () => {
    const wmo = { domein: 'wmo', telling: telling(9, 60, 1), wachtend: telling(4, 0) } as const;
    const jeugd = { domein: 'jeugd', telling: telling(2, 600), wachtend: telling(0, 0) } as const;
    expect(teambalk(wmo, 'aantal').woord).toBe('9 zaken, 1 te laat, 4 te verdelen');
    expect(teambalk(jeugd, 'gewicht').woord).toBe('10,0 uur');
    expect(teamzin(bord([], [jeugd, wmo]), 'aantal')).toBe('Wmo heeft het meeste: 9 zaken, 1 te laat.');
    expect(teamzin(bord([], [jeugd, wmo]), 'gewicht')).toBe('Jeugd heeft het meeste: 10,0 uur.');
    expect(teamzin(bord([]), 'aantal')).toBe('In geen domein loopt nu een zaak.');
  });
});
