import { expect, test } from 'vitest';
import type { BeleidWat } from '../../api/types';
import { regels } from './regels';

const beleid: BeleidWat = {
  rollen: [
    { rol: 'kcc', naam: 'klantcontactmedewerker' },
    { rol: 'bestuur', naam: 'bestuur' },
  ],
  beleidsobjecten: [
    { beleidsobject: 'persoon', soort: 'persoon', naam: null, relaties: ['geen', 'betrokkene'] },
    { beleidsobject: 'handeling:verdelen', soort: 'handeling', naam: null, relaties: ['geen'] },
  ],
  cellen: [{ rol: 'kcc', beleidsobject: 'persoon', relatie: 'geen', toegang: 'wat' }],
  ingangen: [],
  signaalsoorten: [],
};

test('what is not given is not there, unless it is asked for', () => {
  expect(regels(beleid, { rol: '', soort: '', ook: false }).map((r) => r.toegang)).toEqual(['wat']);
  const alles = regels(beleid, { rol: '', soort: '', ook: true });
  expect(alles).toHaveLength(6);
  expect(alles.filter((r) => r.toegang === 'niets')).toHaveLength(5);
});

test('one role and one kind of thing', () => {
  expect(regels(beleid, { rol: 'bestuur', soort: '', ook: false })).toEqual([]);
  const een = regels(beleid, { rol: 'kcc', soort: 'handeling', ook: true });
  expect(een.map((r) => [r.rol, r.beleidsobject, r.toegang])).toEqual([
    ['kcc', 'handeling:verdelen', 'niets'],
  ]);
});
