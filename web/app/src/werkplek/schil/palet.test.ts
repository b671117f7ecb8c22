import { describe, expect, it } from 'vitest';
import type { Werkzoekantwoord } from '../../api/types';
import { inGroepen, isBsn, type Optie, stap, vanServer, vind, vraagtServer } from './palet';

const optie = (naam: string, groep: Optie['groep'] = 'paginas'): Optie => ({
  id: naam,
  groep,
  icoon: 'bak',
  naam,
});
const paginas = [
  optie('Mijn acties'),
  optie('Nieuwe melding'),
  optie('Meekijken in nood'),
  optie('Café Zoë'),
];
const namen = (getypt: string) => vind(paginas, getypt).map(({ naam }) => naam);

describe('what is offered', () => {
  it('fits each word that was typed, with or without accents', () => {
    expect(namen('')).toHaveLength(4);
    expect(namen('me')).toEqual(['Nieuwe melding', 'Meekijken in nood']);
    expect(namen('nood mee')).toEqual(['Meekijken in nood']);
    expect(namen('zoe')).toEqual(['Café Zoë']);
    expect(namen('elding')).toEqual([]);
  });

  it('stands in its group, and a group of nothing does not', () => {
    const all = [optie('b', 'doen'), optie('a', 'zaken'), optie('c', 'doen')];
    expect(inGroepen(all).map(([groep, van]) => [groep, van.length])).toEqual([
      ['zaken', 1],
      ['doen', 2],
    ]);
  });

  it('is walked round and round', () => {
    expect(['ArrowDown', 'ArrowUp'].map((toets) => stap(toets, -1, 3))).toEqual([0, 2]);
    expect([stap('ArrowDown', 2, 3), stap('ArrowUp', 0, 3), stap('ArrowDown', 0, 3)]).toEqual([0, 2, 1]);
    expect([stap('ArrowDown', -1, 0), stap('x', 0, 3)]).toEqual([undefined, undefined]);
  });
});

describe('the server is asked', () => {
  it('from two letters on, by who has work, and never for a BSN', () => {
    expect(vraagtServer('wmoconsulent', 've')).toBe(true);
    expect(vraagtServer('wmoconsulent', ' v ')).toBe(false);
    expect(vraagtServer('functioneel_beheerder', 'verhoef')).toBe(false);
    for (const bsn of ['999990019', ' 999 990 019', '999.990.019']) {
      expect([isBsn(bsn), vraagtServer('kcc', bsn)], bsn).toEqual([true, false]);
    }
    expect(isBsn('2026-000012')).toBe(false);
  });

  it('and what it found is told as far as one may look, with the page on which it is seen', () => {
    const basis = { zaaktype_naam: 'Melding Wmo', zaaknummer: 'ZAAK-2026-000001', status: 'onderzoek' };
    const antwoord = {
      zaken: [
        {
          ...basis,
          id: 'a',
          toegang: 'wat',
          persoon: { id: 'p', naam: 'Maria Verhoef', geboortedatum: null },
        },
        { ...basis, id: 'b', toegang: 'dat' },
      ],
      personen: [
        {
          persoon: { id: 'p', naam: 'Maria Verhoef', geboortedatum: '1958-03-14' },
          klinkt_als: true,
          naar: { soort: 'huishouden', id: 'h' },
        },
      ],
      meer_zaken: false,
      meer_personen: false,
    } as unknown as Werkzoekantwoord;
    const [wat, dat, mens] = vanServer(antwoord);
    expect(wat).toMatchObject({ naam: 'Maria Verhoef', naar: '/zaken/a', afgeschermd: false });
    expect(dat).toMatchObject({ naam: 'Melding Wmo', naar: '/zaken/b', afgeschermd: true });
    expect(mens).toMatchObject({ naam: 'Maria Verhoef', naar: '/huishoudens/h' });
    expect(mens?.onder).toContain('klinkt als');
    expect(vanServer(undefined)).toEqual([]);
  });
});
