import { describe, expect, it } from 'vitest';
import type { ZaakRij } from '../../api/types';
import type { Rij } from '../werkvoorraad/Regel';
import { past, sorteer, zoekt } from './rijen';
import { leesWeergave } from './weergave';

const NU = new Date('2026-11-30T10:00:00+01:00');
const IK = 'kevin';
const door = (id: string) => ({ id, naam: `${id} Naam` }) as ZaakRij['behandelaars'][number];

function zaak(nummer: number, over: Partial<ZaakRij> = {}): Rij {
  const rij = {
    id: `z${nummer}`,
    zaaknummer: `ZAAK-2026-${String(nummer).padStart(6, '0')}`,
    zaaktype: 'MELDING-WMO',
    zaaktype_naam: 'Melding Wmo',
    domein: 'wmo',
    status: 'verdeeld',
    behandelaars: [door('kevin')],
    ontvangen_op: '2026-11-01T09:00:00Z',
    uiterlijk_op: '2026-12-20',
    persoon: { id: 'p', naam: 'Maria de Vries' },
    onderwerp: 'Hulp bij het huishouden',
    toegang: 'wat',
    versie: 1,
    ...over,
  } as ZaakRij;
  return { rij, v: 1, later: false, nieuw: false };
}

const houdt = (adres: string, rij: Rij) => past(leesWeergave(adres), IK, NU)(rij.rij);

describe('a filter', () => {
  it('of who works on it', () => {
    expect(houdt('wie=mijn', zaak(1))).toBe(true);
    expect(houdt('wie=emma', zaak(1))).toBe(false);
    expect(houdt('wie=emma', zaak(1, { behandelaars: [door('kevin'), door('emma')] }))).toBe(true);
    expect(houdt('wie=niemand', zaak(1, { behandelaars: [] }))).toBe(true);
    expect(houdt('wie=niemand', zaak(1))).toBe(false);
  });

  it('of the term: late, within a week, later; each zaak is in one of them', () => {
    const dagen: [string, string][] = [
      ['2026-11-29', 'laat'],
      ['2026-11-30', 'week'],
      ['2026-12-06', 'week'],
      ['2026-12-07', 'later'],
    ];
    for (const [dag, verwacht] of dagen) {
      const rij = zaak(1, { uiterlijk_op: dag });
      const waar = ['laat', 'week', 'later'].filter((termijn) => houdt(`termijn=${termijn}`, rij));
      expect([dag, ...waar]).toEqual([dag, verwacht]);
    }
    // Whom nobody spoke to in time is late too, however long the term.
    expect(houdt('termijn=laat', zaak(1, { contact_uiterlijk: '2026-11-28' }))).toBe(true);
  });

  it('of urgency: what says nothing is ordinary', () => {
    expect(houdt('urgentie=gewoon', zaak(1))).toBe(true);
    expect(houdt('urgentie=crisis', zaak(1, { urgentie: 'crisis' }))).toBe(true);
    expect(houdt('urgentie=crisis', zaak(1))).toBe(false);
  });
});

describe('what is typed', () => {
  const rij = zaak(12, { persoon: { id: 'p', naam: 'Zoë Müller' } as ZaakRij['persoon'] }).rij;
  it('finds a name without its marks, a number, a subject, a colleague; every word must be there', () => {
    for (const getypt of ['zoe', 'MULLER zoe', '000012', 'huishouden', 'kevin', '  ']) {
      expect([getypt, zoekt(getypt)(rij)]).toEqual([getypt, true]);
    }
    expect(zoekt('zoe jansen')(rij)).toBe(false);
  });

  it('finds nothing in what the reader may not see', () => {
    const dat = zaak(13, { persoon: undefined, onderwerp: undefined }).rij;
    expect(zoekt('maria')(dat)).toBe(false);
    expect(zoekt('melding')(dat)).toBe(true);
  });
});

describe('the order', () => {
  const ids = (adres: string, rijen: Rij[]) => sorteer(rijen, leesWeergave(adres), NU).map((r) => r.rij.id);
  const rijen = [
    zaak(1, { uiterlijk_op: '2026-12-20' }),
    zaak(2, { uiterlijk_op: '2026-12-01' }),
    zaak(3, { uiterlijk_op: '2026-12-24', contact_uiterlijk: '2026-11-30' }),
  ];

  it('begins with what cannot wait, and turns round', () => {
    expect(ids('', rijen)).toEqual(['z3', 'z2', 'z1']);
    expect(ids('op=termijn.af', rijen)).toEqual(['z1', 'z2', 'z3']);
  });

  it('of a column; what is equal there stands by what cannot wait, either way', () => {
    expect(ids('op=soort', rijen)).toEqual(['z3', 'z2', 'z1']);
    expect(ids('op=soort.af', rijen)).toEqual(['z3', 'z2', 'z1']);
    const status = [zaak(1, { status: 'besloten' }), zaak(2, { status: 'ontvangen' }), zaak(3)];
    expect(ids('op=status', status)).toEqual(['z2', 'z3', 'z1']);
  });
});
