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

describe('the report that one is in the middle of', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const verslag = (id: string, geopend_op: string, wie: string[], afspraak?: object) =>
    ({ id, geopend_op, afspraak, deelnemers: wie.map((een) => ({ id: een, naam: een })) }) as DocumentKort;
  const half = (items: DocumentKort[], wie = 'k') =>
    halfVerslag(items, { ...ik, id: wie }, zaak({}), now)?.id;
  const items = [
    verslag('eerder', '2026-11-25T08:00:00Z', ['k']),
    verslag('mijn', '2026-11-25T09:00:00Z', ['k', 'e']),
    verslag('ander', '2026-11-25T10:00:00Z', ['e']),
  ];

  it('is the last one of today that one takes part in', () => {
    expect(half(items)).toBe('mijn');
    expect(half(items, 'e')).toBe('ander');
    expect(half(items, 'x')).toBeUndefined();
    expect(half([])).toBeUndefined();
  });

  it('is none of an earlier talk: a second one gets a report of its own', () => {
    expect(half([verslag('weken', '2026-11-03T10:00:00Z', ['k'])])).toBeUndefined();
    const geweest = { begin: '2026-11-24T09:00:00Z', plek: 'thuis' };
    expect(half([verslag('gisteren', '2026-11-20T10:00:00Z', ['k'], geweest)])).toBeUndefined();
  });

  it('is one whose talk is today or still to come, and not when that was called off', () => {
    const begin = '2026-11-25T09:00:00Z';
    expect(half([verslag('vandaag', '2026-11-20T10:00:00Z', ['k'], { begin, plek: 'thuis' })])).toBe(
      'vandaag',
    );
    expect(half([verslag('later', '2026-11-20T10:00:00Z', ['k'], { begin: '2026-12-02T09:00:00Z' })])).toBe(
      'later',
    );
    const niet = { begin, afgezegd: 'Ziek' };
    expect(half([verslag('niet', '2026-11-25T08:00:00Z', ['k'], niet)])).toBeUndefined();
  });

  it('is none once something was offered on it', () => {
    expect(halfVerslag(items, ik, zaak(besluit({})), now)).toBeUndefined();
  });
});
