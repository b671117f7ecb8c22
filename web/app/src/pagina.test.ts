import { describe, expect, it } from 'vitest';
import type { Ik } from './api/types';
import { menuVan, type Pagina, verzamel, vindPagina } from './pagina';

const pagina = (pad: string, rest: Partial<Pagina> = {}): Pagina => ({ pad, toon: () => null, ...rest });
const ID = '019ab000-0000-7000-8000-00000000000a';
const kevin = { rol: 'jeugdconsulent' } as Ik;
const paginas = [
  pagina('/melding', {
    menu: { orde: 2, naam: 'Melding', icoon: 'plus', rollen: new Set(['frontoffice'] as const) },
  }),
  pagina('/', { menu: { orde: 1, naam: 'Werkvoorraad', icoon: 'bak' } }),
  pagina('/zaken/:id', { onder: '/' }),
];

describe('the pages', () => {
  it('are found by their whole address, ids only in one spelling', () => {
    expect(vindPagina(paginas, `/zaken/${ID}`)).toMatchObject({ pagina: { pad: '/zaken/:id' }, id: ID });
    for (const pad of ['/zaken', '/zaken/1', `/zaken/${ID}/x`, `/zaken/${ID.toUpperCase()}`, '/meldingen']) {
      expect(vindPagina(paginas, pad), pad).toBeUndefined();
    }
  });

  it('make the menu of who is there, in order, with the present one lit', () => {
    expect(menuVan(paginas, `/zaken/${ID}`, kevin)).toMatchObject([{ to: '/', hier: true }]);
    const linda = { rol: 'frontoffice' } as Ik;
    expect(menuVan(paginas, '/melding', linda).map((m) => [m.to, m.hier])).toEqual([
      ['/', false],
      ['/melding', true],
    ]);
    expect(menuVan(paginas, '/nergens', kevin)).toMatchObject([{ to: '/', hier: false }]);
    const twee = [...paginas, pagina('/plannen/:id', { onder: ['/melding', '/'] })];
    expect(menuVan(twee, `/plannen/${ID}`, linda).map(({ hier }) => hier)).toEqual([true, true]);
  });

  it('have an address each', () => {
    expect(() => verzamel({ a: { pagina: pagina('/x') }, b: { pagina: pagina('/x') } })).toThrow();
  });
});
