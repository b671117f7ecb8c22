import { describe, expect, it } from 'vitest';
import type { Ik } from '../../api/types';
import type { Stand } from './bronnen';
import { zinnen } from './zinnen';

const telt = {
  mijn: 0,
  laat: 0,
  contact: 0,
  toets: 0,
  wachten: 0,
  doenLaat: 0,
  doenVandaag: 0,
  signalen: 0,
  regelen: 0,
  nazien: 0,
  glas: 0,
  rekening: 0,
};
const stand = (met: Partial<typeof telt>, rest: Partial<Stand> = {}) =>
  ({
    klaar: true,
    punten: [],
    nieuw: [],
    zaken: [],
    doen: [],
    caseload: undefined,
    ...rest,
    telt: { ...telt, ...met },
  }) as Stand;
const gezegd = (rol: string, wat: Stand) => zinnen({ rol } as Ik, wat).map(({ zin }) => zin.join(''));

// shows KING-RS6
describe('the first sentence', () => {
  it('says what there is and nothing of what there is not, each with its list', () => {
    expect(gezegd('wmoconsulent', stand({}))).toEqual([]);
    expect(gezegd('wmoconsulent', stand({ laat: 1, doenVandaag: 2 }))).toEqual([
      'Eén zaak is te laat.',
      'Twee taken moeten vandaag klaar zijn.',
    ]);
    const links = zinnen({ rol: 'wmoconsulent' } as Ik, stand({ laat: 3, toets: 1 }));
    expect(links.map(({ zin, naar }) => [zin[1], naar])).toEqual([
      ['Drie zaken', '/werkvoorraad'],
      ['Eén besluit', '/werkvoorraad'],
    ]);
  });

  it('is of the whole caseload for who distributes the work', () => {
    const caseload = { totaal: { aantal: 98, te_laat: 9 }, wachtend: { aantal: 6 } } as Stand['caseload'];
    expect(gezegd('werkverdeler', stand({ regelen: 1 }, { caseload }))).toEqual([
      'Negen zaken zijn te laat.',
      '98 zaken lopen.',
      'Zes zaken wachten op verdeling.',
      'Eén plan heeft geen regisseur.',
    ]);
  });

  it('stays a sentence when there is much', () => {
    const veel = Object.fromEntries(Object.keys(telt).map((soort) => [soort, 2])) as typeof telt;
    expect(gezegd('regisseur', stand(veel))).toHaveLength(5);
  });
});
