import { describe, expect, it } from 'vitest';
import type { BesluitWat, Ik, ZaakWat } from '../../api/types';
import { eersteDaad } from './eerst';

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
