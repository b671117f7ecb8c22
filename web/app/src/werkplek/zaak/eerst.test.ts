import { describe, expect, it } from 'vitest';
import type { BesluitWat, DocumentKort, Ik, ZaakWat } from '../../api/types';
import { eersteDaad, halfVerslag } from './eerst';

const ik = { id: 'k', rol: 'jeugdconsulent', team: 'jeugd' } as unknown as Ik;
const zaak = (met: Partial<ZaakWat>) => ({ status: 'onderzoek', domein: 'jeugd', ...met }) as ZaakWat;
const besluit = (met: Partial<BesluitWat>) => ({
  besluit: {
    stap: 'ter_accordering',
    akkoord_verplicht: true,
    bijdragers: [{ id: 'k', naam: 'Kevin' }],
    ...met,
  } as BesluitWat,
});
const hier = { behandelt: true, besluitOpen: false };

// One thing comes next in a zaak.
describe('what comes next', () => {
  it('is to begin, for whose it is', () => {
    expect(eersteDaad(ik, zaak({ status: 'verdeeld' }), hier)).toBe('begin');
    expect(eersteDaad(ik, zaak({ status: 'verdeeld' }), { ...hier, behandelt: false })).toBe('verslag');
  });

  it('is a report as long as there is no besluit to act on', () => {
    expect(eersteDaad(ik, zaak({}), hier)).toBe('verslag');
    expect(eersteDaad(ik, zaak(besluit({})), hier)).toBe('verslag');
    expect(eersteDaad(ik, zaak(besluit({ stap: 'genomen' })), hier)).toBe('verslag');
  });

  it('is the besluit while it is written, when it may be taken, and for who judges it', () => {
    expect(eersteDaad(ik, zaak({}), { ...hier, besluitOpen: true })).toBe('besluit');
    expect(eersteDaad(ik, zaak(besluit({ stap: 'geaccordeerd' })), hier)).toBe('besluit');
    expect(eersteDaad(ik, zaak(besluit({ akkoord_verplicht: false })), hier)).toBe('besluit');
    const ander = { ...hier, behandelt: false };
    expect(eersteDaad(ik, zaak(besluit({ stap: 'geaccordeerd' })), ander)).toBe('verslag');
    expect(eersteDaad({ ...ik, id: 'e' }, zaak(besluit({})), ander)).toBe('besluit');
    expect(eersteDaad({ ...ik, id: 'e' }, zaak({ ...besluit({}), domein: 'wmo' }), ander)).toBe('verslag');
  });
});

// shows C10
describe('the report that one is in the middle of', () => {
  const verslag = (id: string, geopend_op: string, wie: string[]) =>
    ({ id, geopend_op, deelnemers: wie.map((een) => ({ id: een, naam: een })) }) as DocumentKort;
  const items = [
    verslag('oud', '2026-11-20T10:00:00Z', ['k']),
    verslag('mijn', '2026-11-23T10:00:00Z', ['k', 'e']),
    verslag('ander', '2026-11-25T10:00:00Z', ['e']),
  ];

  it('is the last one that one takes part in', () => {
    expect(halfVerslag(items, ik, zaak({}))?.id).toBe('mijn');
    expect(halfVerslag(items, { ...ik, id: 'e' }, zaak({}))?.id).toBe('ander');
    expect(halfVerslag(items, { ...ik, id: 'x' }, zaak({}))).toBeUndefined();
    expect(halfVerslag([], ik, zaak({}))).toBeUndefined();
  });

  it('is none once something was offered on it', () => {
    expect(halfVerslag(items, ik, zaak(besluit({})))).toBeUndefined();
  });
});
