import { describe, expect, it } from 'vitest';
import type { ContactWat, HuishoudenWat, LidWat, PersoonWat } from '../../api/types';
import { kern } from './kern';

const NU = new Date('2026-11-30T09:00:00Z');
const adres = { straat: 'Turfkade', huisnummer: '18', postcode: '9999 XA', plaats: 'Wiedermeer' };
const dylan = {
  id: 'dylan',
  naam: 'Dylan Verhoef',
  geboortedatum: '2016-05-01',
  adres: { ...adres, straat: 'Ergens' },
  adres_geheim: false,
  gezag: [{ persoon: 'maria', grond: 'voogdij', bron: { soort: 'brp', op: '' } }],
} as unknown as PersoonWat;
const gezag = { persoon: 'maria', naam: 'Maria Verhoef', grond: 'voogdij', bron: { soort: 'brp', op: '' } };
const lid = (rest: object) => ({
  verblijf: null,
  ingeschreven: adres,
  adres_geheim: false,
  gezag: [],
  ...rest,
});
const huis = (...leden: object[]) => ({ id: 'h', versie: 1, leden: leden as LidWat[] }) as HuishoudenWat;
const maria = lid({ persoon: { id: 'maria', naam: 'Maria Verhoef' } });
const bij = lid({
  persoon: { id: 'dylan', naam: 'Dylan Verhoef' },
  verblijf: { vanaf: '2026-05-01', toelichting: 'Bij oma', bron: 'huisbezoek' },
  gezag: [gezag],
});
const contact = (spreker: object) => ({ spreker }) as unknown as ContactWat;

// shows C2-N1, C2-N2, C2-N5
describe('what counts in a crisis', () => {
  it('is where a child really is, whom to call and who has gezag', () => {
    const ada = contact({ soort: 'ander', naam: 'Ada', relatie: 'buurvrouw', telefoon: '06 1234 5678' });
    expect(kern({ ...dylan, telefoon: '06 2' } as PersoonWat, huis(maria, bij), ada, NU)).toEqual({
      verblijf: 'Verblijft nu bij Maria Verhoef, Turfkade 18, Wiedermeer.',
      gemeld: { naam: 'Ada, buurvrouw', telefoon: '06 1234 5678' },
      bel: { naam: 'Dylan Verhoef', telefoon: '06 2' },
      gezag: 'Maria Verhoef, voogdij',
    });
  });

  it('says nothing of where somebody is while that is asked, and no more than where they are registered without a residence', () => {
    expect(kern(dylan, undefined, undefined, NU).verblijf).toBeUndefined();
    for (const zonder of [null, huis(maria)]) {
      expect(kern(dylan, zonder, undefined, NU).verblijf).toBe(
        'Staat ingeschreven op Ergens 18, Wiedermeer.',
      );
    }
  });

  it('says no address when those who live there are registered at different ones', () => {
    const kees = lid({ persoon: { id: 'kees', naam: 'Kees' }, ingeschreven: { ...adres, huisnummer: '99' } });
    expect(kern(dylan, huis(kees, maria, bij), undefined, NU).verblijf).toBe(
      'Verblijft nu bij Kees en Maria Verhoef.',
    );
  });

  it('says nothing of where who keeps an address from others is, nor with whom', () => {
    const geheim = { ...dylan, adres: null, adres_geheim: true } as PersoonWat;
    const { verblijf } = kern(geheim, huis(maria, bij), undefined, NU);
    expect(verblijf).toContain('geheim');
    expect(verblijf).not.toMatch(/Maria|Turfkade/);
    // Nor by whoever lives with them: of a protected lid and of their address nothing stands here.
    const beschermd = lid({
      persoon: { id: 'x', naam: 'Beschermd' },
      ingeschreven: null,
      adres_geheim: true,
    });
    expect(kern(dylan, huis(beschermd, bij), undefined, NU).verblijf).not.toContain('Beschermd');
  });

  it('has the number of who came, and that of the one it is about whoever came', () => {
    const zelf = { ...dylan, telefoon: '06 2' } as PersoonWat;
    const eigen = { naam: 'Dylan Verhoef', telefoon: '06 2' };
    const door = (rest: object) => {
      const { gemeld, bel } = kern(zelf, null, contact(rest), NU);
      return { gemeld, bel };
    };
    expect(door({ soort: 'persoon', persoon: 'dylan', naam: 'Dylan' })).toEqual({ gemeld: eigen });
    expect(
      door({ soort: 'persoon', persoon: 'dylan', naam: 'Dylan', telefoon: '06 3' }).gemeld?.telefoon,
    ).toBe('06 3');
    expect(door({ soort: 'persoon', persoon: 'maria', naam: 'Maria' })).toEqual({
      gemeld: { naam: 'Maria' },
      bel: eigen,
    });
    expect(door({ soort: 'anoniem' })).toEqual({
      gemeld: { naam: 'iemand die de naam niet zei' },
      bel: eigen,
    });
    expect(kern(zelf, null, undefined, NU).bel).toEqual(eigen);
  });

  it('names who has gezag of a minor only, by what is recorded of the child', () => {
    const groot = { ...dylan, geboortedatum: '1990-05-01' } as PersoonWat;
    expect(kern(groot, huis(bij), undefined, NU).gezag).toBeUndefined();
    const zonder = { ...dylan, gezag: [] } as unknown as PersoonWat;
    expect(kern(zonder, huis(maria), undefined, NU).gezag).toBe('Er is geen gezag vastgelegd');
    // Of a protected lid a huishouden says nothing of gezag: that is not that there is none.
    const verhuld = lid({ persoon: { id: 'dylan', naam: 'Dylan Verhoef' } });
    expect(kern(dylan, huis(maria, verhuld), undefined, NU).gezag).toBe('Maria Verhoef, voogdij');
    expect(kern(dylan, null, undefined, NU).gezag).toBe('vastgelegd (voogdij)');
    const voorbij = { ...dylan, gezag: [{ ...dylan.gezag[0], tot: '2026-11-30' }] } as PersoonWat;
    expect(kern(voorbij, null, undefined, NU).gezag).toBe('Er is geen gezag vastgelegd');
  });
});
