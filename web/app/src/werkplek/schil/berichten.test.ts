import { describe, expect, it } from 'vitest';
import type { ActieRij, TaakRij, ToekenningenWat, ZaakRij } from '../../api/types';
import { inSoorten, vanNieuweZaak, vanTaak, vanToekenningen } from './berichten';

const niets: ToekenningenWat = {
  glas: [],
  glas_op_plannen: [],
  toestemmingen: [],
  vervangen_door: [],
  vervangt: [],
};
const ongelezen = () => false;

// shows KING-RS6
describe('what one is told', () => {
  it('is what was given to one, with as much of it as one sees', () => {
    const rij = { id: 'z', zaaktype_naam: 'Melding Wmo', ontvangen_op: '2026-11-25T08:00:00Z' } as ZaakRij;
    expect(vanNieuweZaak(rij)).toMatchObject({ tekst: 'Melding Wmo', zaak: 'z', gelezen: false });
    const wat = {
      ...rij,
      persoon: { id: 'p', naam: 'Maria Verhoef', geboortedatum: null },
      onderwerp: 'Traplift',
    };
    expect(vanNieuweZaak(wat as ZaakRij).tekst).toBe('Maria Verhoef: Traplift');
  });

  it('is a taak or an action, each with the page on which it is done', () => {
    const taak = { id: 't', zaak: 'z', omschrijving: 'Bel school' } as TaakRij;
    const actie = { id: 'a', plan: 'p', omschrijving: 'Bel' } as ActieRij;
    expect([vanTaak(taak, ongelezen).naar, vanTaak(actie, ongelezen).naar]).toEqual([
      '/zaken/z',
      '/plannen/p',
    ]);
    expect(vanTaak(taak, (id) => id === 'doen-t').gelezen).toBe(true);
  });

  it('is that somebody looked in an emergency, and an answer, not a question that waits', () => {
    const glas = { id: 'g', plan: 'p', van: '2026-11-25T08:00:00Z', wie: { id: 'w', naam: 'Wendy' } };
    const vraag = (stand: string) => ({ id: stand, stand, zaak: 'z', doel: 'x', tot_en_met: '2026-12-01' });
    const wat = {
      ...niets,
      glas_op_plannen: [glas],
      toestemmingen: ['gevraagd', 'geldt', 'geweigerd'].map(vraag),
    } as unknown as ToekenningenWat;
    const soorten = inSoorten(vanToekenningen(wat, ongelezen)).map(([soort, van]) => [soort, van.length]);
    expect(soorten).toEqual([
      ['glas', 1],
      ['toestemming', 2],
    ]);
    expect(vanToekenningen(niets, ongelezen)).toEqual([]);
  });

  it('is news once more when the answer changed', () => {
    const met = (stand: string) =>
      vanToekenningen({ ...niets, toestemmingen: [{ id: 'v', stand, zaak: 'z' }] } as never, ongelezen)[0]
        ?.id;
    expect(met('geldt')).not.toBe(met('ingetrokken'));
  });
});
