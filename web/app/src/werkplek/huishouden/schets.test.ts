import { describe, expect, it } from 'vitest';
import type { GezagWat, LidWat, ZaakRij } from '../../api/types';
import { beschrijf, kort, schets, vanIedereen, ZAKEN_MAX } from './schets';

const now = new Date('2026-11-30T12:00:00Z');
const lid = (id: string, naam: string, meer: Partial<LidWat> = {}): LidWat => ({
  persoon: { id, naam, geboortedatum: '1958-03-14' },
  bron: 'brp',
  adres_geheim: false,
  gezag: [],
  ...meer,
});
const gezag = (persoon: string | null, naam: string): GezagWat => ({
  persoon,
  naam,
  grond: 'voogdij',
  bron: { soort: 'brp' } as GezagWat['bron'],
});
const zaak = (id: string, persoon: string, meer: Partial<ZaakRij> = {}): ZaakRij =>
  ({
    id,
    zaaknummer: id,
    zaaktype: 'X',
    zaaktype_naam: `Soort ${id}`,
    toegang: 'wat',
    domein: 'wmo',
    status: 'onderzoek',
    behandelaars: [{ id: 'emma', naam: 'Emma Bakker' }],
    ontvangen_op: '2026-11-01T10:00:00Z',
    uiterlijk_op: '2026-12-24',
    versie: 1,
    persoon: { id: persoon, naam: persoon },
    ...meer,
  }) as ZaakRij;

const maria = lid('maria', 'Maria Verhoef');
const dylan = lid('dylan', 'Dylan Verhoef', {
  gezag: [gezag('maria', 'Maria Verhoef')],
  verblijf: { vanaf: '2026-05-01', toelichting: 'Bij oma', bron: 'eigen_verklaring' } as LidWat['verblijf'],
});
const teken = (leden: LidWat[], zaken: ZaakRij[], px: number) => schets({ leden, zaken, px, now });

// shows C2-K2, X-23
describe('a huishouden as a picture', () => {
  it('holds each lid, each zaak and each worker once, at every width', () => {
    const zaken = [zaak('a', 'maria'), zaak('b', 'dylan'), zaak('c', 'dylan', { behandelaars: [] })];
    for (const px of [288, 350, 700, 900, 1100]) {
      const beeld = teken([maria, dylan], zaken, px);
      expect(
        beeld.mensen.map((mens) => mens.id),
        `${px}`,
      ).toEqual(['maria', 'dylan']);
      expect(beeld.kaarten.map((kaart) => kaart.id)).toEqual(['a', 'b', 'c']);
      expect(beeld.drieKolommen).toBe(px >= 720);
      if (beeld.drieKolommen) {
        expect(beeld.werkers.map((werker) => werker.id)).toEqual(['emma', undefined]);
      } else {
        expect(beeld.kaarten.map((kaart) => kaart.onder)).toEqual(
          ['Emma', 'Emma', 'Nog niemand'].map((wie) => expect.stringContaining(wie)),
        );
      }
    }
  });

  it.each([288, 350, 700, 900, 1100])(
    'at %i pixels nothing runs out of it, and no two things lie on each other',
    (px) => {
      const namen = Array.from({ length: 6 }, (_, i) => lid(`p${i}`, `Achternaam van het Gezin ${i}`));
      const kinderen = namen.map((een, i) =>
        i < 2 ? een : { ...een, gezag: [gezag('p0', 'x'), gezag('p1', 'y')] },
      );
      const zaken = kinderen.flatMap((een, i) => [
        zaak(`${i}a`, een.persoon.id, { zaaktype_naam: 'Aanvraag voor een individuele inkomenstoeslag' }),
        zaak(`${i}b`, een.persoon.id, {
          toegang: 'dat',
          behandelaars: [{ id: `w${i}`, naam: `Werker ${i}` }] as never,
        }),
      ]);
      const beeld = teken(kinderen, zaken, px);
      for (const kaart of beeld.kaarten) {
        expect(kaart.x).toBeGreaterThanOrEqual(0);
        expect(kaart.x + kaart.breed).toBeLessThanOrEqual(px);
        expect(kaart.y + kaart.hoog).toBeLessThanOrEqual(beeld.hoog);
      }
      // From the top of one to that of the next there is room for it.
      const stappen = (tops: number[]) => {
        const oplopend = [...tops].sort((a, b) => a - b);
        return oplopend.slice(1).map((y, i) => y - (oplopend[i] ?? 0));
      };
      expect(Math.min(...stappen(beeld.kaarten.map((kaart) => kaart.y)))).toBeGreaterThanOrEqual(60);
      expect(Math.min(...stappen(beeld.mensen.map((mens) => mens.y)))).toBeGreaterThanOrEqual(40);
      expect(Math.min(...stappen(beeld.werkers.map((een) => een.y)))).toBeGreaterThanOrEqual(40);
    },
  );

  it('gezag goes from who has it to the child, with its ground in words, also from who lives elsewhere', () => {
    const kind = { ...dylan, gezag: [gezag('maria', 'Maria Verhoef'), gezag(null, 'William Schrikker')] };
    const beeld = teken([maria, kind], [], 900);
    expect(beeld.gezag.map((lijn) => lijn.id)).toEqual([
      'maria dylan voogdij',
      'naam William Schrikker dylan voogdij',
    ]);
    expect(beeld.mensen.at(-1)).toMatchObject({ naam: 'William Schrikker', elders: true });
    const onder = beeld.huis.y + beeld.huis.hoog;
    expect(beeld.mensen.map((mens) => mens.y < onder)).toEqual([true, true, false]);
    expect(beeld.mensen[1]?.regels).toEqual([
      '68 jaar',
      'woont hier feitelijk',
      'bron: eigen verklaring',
      'gezag: Maria (voogdij)',
      'gezag: William (voogdij)',
    ]);
    expect(beeld.mensen.map((mens) => mens.feitelijk)).toEqual([false, true, false]);
  });

  it('of what is behind the curtain it says that it runs and no more', () => {
    const beeld = teken(
      [maria],
      [zaak('a', 'maria', { toegang: 'dat', onderwerp: undefined as never })],
      900,
    );
    expect(beeld.kaarten[0]?.dat).toBe(true);
    expect(beeld.lijnen.every((lijn) => lijn.dat)).toBe(true);
    expect(beschrijf([maria], [zaak('a', 'maria', { toegang: 'dat' })])).toBe(
      'Maria Verhoef woont hier. Voor maria loopt Soort a, de inhoud is afgeschermd. Wie eraan werkt: Emma Bakker.',
    );
  });

  it('says that there is more than it draws', () => {
    const veel = Array.from({ length: ZAKEN_MAX + 3 }, (_, i) => zaak(`z${i}`, 'maria'));
    const beeld = teken([maria], veel, 900);
    expect([beeld.kaarten.length, beeld.nietGetekend]).toEqual([ZAKEN_MAX, 3]);
  });

  it('cuts what does not fit where a letter ends', () => {
    expect(kort('Bijzondere bijstand', 60)).toBe('Bijzon…');
    expect(kort('Wmo', 60)).toBe('Wmo');
  });
});

it('of a house with many zaken everybody keeps one in the picture', () => {
  const veel = [...Array.from({ length: 13 }, (_, i) => zaak(`m${i}`, 'maria')), zaak('d', 'dylan')];
  const getekend = vanIedereen(veel, ZAKEN_MAX).map((rij) => rij.id);
  expect(getekend).toHaveLength(ZAKEN_MAX);
  expect(getekend.at(-1)).toBe('d');
  expect(getekend[0]).toBe('m0');
});
