import { describe, expect, it } from 'vitest';
import type { ActieRij, SignaalRij, TaakRij, ZaakRij } from '../../api/types';
import {
  bezigMet,
  opRang,
  RANG,
  vanDoen,
  vanLeiding,
  vanNazicht,
  vanRekeningen,
  vanSignaal,
  vanZaak,
} from './punten';

/** A Wednesday. */
const now = new Date('2026-11-25T10:00:00+01:00');
const kevin = { als: new Set(['k']), verdeelt: false };
const zaak = (met: Partial<ZaakRij>) =>
  ({
    id: 'z',
    zaaknummer: 'ZAAK-2026-000001',
    zaaktype_naam: 'Melding Wmo',
    status: 'verdeeld',
    behandelaars: [{ id: 'k', naam: 'Kevin' }],
    uiterlijk_op: '2027-01-20',
    persoon: { id: 'p', naam: 'Maria Verhoef' },
    onderwerp: 'Hulp in huis',
    urgentie: 'gewoon',
    ...met,
  }) as ZaakRij;

// shows KING-RS6, ENS-16
describe('a zaak', () => {
  it('that is on time and not urgent needs nobody now', () => {
    expect(vanZaak(zaak({}), now, kevin)).toBeUndefined();
  });

  it('comes first when it is late, then when it is for today, then when it is near', () => {
    const rang = (met: Partial<ZaakRij>) => vanZaak(zaak(met), now, kevin)?.rang;
    expect(rang({ uiterlijk_op: '2026-11-24' })).toBe(RANG.laat);
    expect(rang({ uiterlijk_op: '2026-11-25' })).toBe(RANG.vandaag);
    expect(rang({ uiterlijk_op: '2026-11-27' })).toBe(RANG.bijna);
    expect(rang({ contact_uiterlijk: '2026-11-24' })).toBe(RANG.laat);
    expect(rang({ contact_uiterlijk: '2026-11-25' })).toBe(RANG.vandaag);
    expect(rang({ urgentie: 'crisis' })).toBe(RANG.vandaag);
    expect(rang({ urgentie: 'spoed' })).toBe(RANG.bijna);
  });

  it('says what one does there, and shows no more than one sees', () => {
    const dat = zaak({
      persoon: undefined,
      onderwerp: undefined,
      behandelaars: [],
      uiterlijk_op: '2026-11-20',
    });
    expect(vanZaak(dat, now, kevin)).toMatchObject({ naam: 'Melding Wmo', knop: 'Open zaak' });
    expect(vanZaak(dat, now, kevin)?.onder).toContain('Nog van niemand');
    expect(vanZaak(zaak({ uiterlijk_op: '2026-11-20', status: 'onderzoek' }), now, kevin)?.knop).toBe(
      'Ga verder',
    );
    const toets = zaak({ te_accorderen: { door: { id: 'x', naam: 'Peter' }, op: '2026-11-25T08:00:00Z' } });
    expect(vanZaak(toets, now, kevin)).toMatchObject({
      knop: 'Beoordeel',
      onder: 'Peter vraagt uw oordeel over een besluit.',
    });
  });
});

// shows ENS-16
describe("a zaak of one's own", () => {
  const laat = (met: Partial<ZaakRij>) => vanZaak(zaak({ uiterlijk_op: '2026-11-20', ...met }), now, kevin);

  it('is begun where it stands, by who works on it or stands in', () => {
    expect(laat({})).toMatchObject({ knop: 'Begin', begint: 'z', metNaam: true });
    const ander = { als: new Set(['e']), verdeelt: false };
    expect(vanZaak(zaak({ uiterlijk_op: '2026-11-20' }), now, ander)).toMatchObject({ knop: 'Open zaak' });
    expect(vanZaak(zaak({ uiterlijk_op: '2026-11-20' }), now, ander)?.begint).toBeUndefined();
    const voor = { als: new Set(['e', 'k']), verdeelt: false };
    expect(vanZaak(zaak({ uiterlijk_op: '2026-11-20' }), now, voor)?.begint).toBe('z');
  });

  it('is gone on with once it was begun, and looked at when it is done', () => {
    expect(laat({ status: 'onderzoek' })?.begint).toBeUndefined();
    expect(laat({ status: 'besloten' })).toMatchObject({ knop: 'Open zaak' });
    expect(laat({ status: 'besloten' })?.begint).toBeUndefined();
  });

  it('stays on the page while one is busy with it, the nearest day first', () => {
    const rijen = [
      zaak({ id: 'ver', status: 'onderzoek', uiterlijk_op: '2027-02-01' }),
      zaak({ id: 'niet' }),
      zaak({ id: 'ander', status: 'onderzoek', behandelaars: [{ id: 'e', naam: 'Emma' }] }),
      zaak({ id: 'dichtbij', status: 'onderzoek' }),
    ];
    expect(bezigMet(rijen, kevin.als).map(({ id }) => id)).toEqual(['dichtbij', 'ver']);
  });
});

describe('what one is to do', () => {
  const taak = (dag: string) => ({ id: 't', zaak: 'z', omschrijving: 'School bellen', dag }) as TaakRij;
  const actie = (datum: string) =>
    ({ id: 'a', plan: 'p', omschrijving: 'Bel', datum, voor: [{ id: 'm', naam: 'Maria' }] }) as ActieRij;

  it('is here from the day before on', () => {
    const rang = (dag: string) => vanDoen(taak(dag), now)?.rang;
    expect(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map(rang)).toEqual([
      RANG.laat,
      RANG.vandaag,
      RANG.bijna,
      undefined,
    ]);
  });

  it('leads to where it is done', () => {
    expect(vanDoen(taak('2026-11-25'), now)?.naar).toBe('/zaken/z');
    expect(vanDoen(actie('2026-11-25'), now)).toMatchObject({ naar: '/plannen/p', onder: 'Maria' });
  });
});

describe('what waits elsewhere', () => {
  it('is a signaal that cannot wait and was not handled', () => {
    const signaal = (met: Partial<SignaalRij>) =>
      vanSignaal({
        id: 's',
        urgentie: 'crisis',
        ontvangen_op: '2026-11-25T08:00:00Z',
        soort_naam: 'Zorg',
        ...met,
      } as SignaalRij);
    expect(signaal({})?.naar).toBe('/signalen/s');
    expect(signaal({ urgentie: 'gewoon' })).toBeUndefined();
    expect(signaal({ afgehandeld: 'geen_actie' })).toBeUndefined();
  });

  it('is a rekening that does not add up, a plan without a regisseur, a look to look back at', () => {
    const rekening = { id: 'r', sinds: '2026-01-01', verschil: false, onjuist: false };
    const items = [rekening, { ...rekening, id: 'q', verschil: true }] as never[];
    expect(vanRekeningen(items).map(({ naar }) => naar)).toEqual(['/rekeningen/q']);
    const was = { id: 'k', naam: 'Rianne' };
    const leiding = {
      zonder_regisseur: [{ plan: 'p', begonnen_op: '2026-11-01', was, ook: [] }],
      pogingen: [],
    };
    expect(vanLeiding(leiding as never)).toMatchObject([{ naam: 'Plan van Rianne', naar: '/leiding' }]);
    const item = { id: 'n', te_laat: true, uiterlijk: '2026-11-20', medewerker: was };
    expect(vanNazicht({ items: [item] } as never, now)).toMatchObject([
      { rang: RANG.laat, naar: '/nazicht/n' },
    ]);
  });

  it('stands in one order with the rest', () => {
    const laat = vanZaak(zaak({ id: 'a', uiterlijk_op: '2026-11-20' }), now, kevin);
    const later = vanZaak(zaak({ id: 'b', uiterlijk_op: '2026-11-23' }), now, kevin);
    const taak = vanDoen({ id: 't', zaak: 'z', omschrijving: 'x', dag: '2026-11-25' } as TaakRij, now);
    const all = [taak, later, laat].filter((punt) => punt !== undefined).sort(opRang);
    expect(all.map(({ id }) => id)).toEqual(['zaak-a', 'zaak-b', 'doen-t']);
  });
});
