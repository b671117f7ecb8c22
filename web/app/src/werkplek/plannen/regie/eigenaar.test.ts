import { expect, it } from 'vitest';
import type { ZaakRij } from '../../../api/types';
import { collegasVoor } from './eigenaar';

const mens = (id: string) => ({ id, naam: id, namens: null });
const zaak = (id: string, ...wie: string[]) => ({ id, behandelaars: wie.map(mens) }) as unknown as ZaakRij;
const plan = {
  regisseurs: [mens('rianne')],
  zaken: [
    { zaak: 'z1', persoon: 'maria' },
    { zaak: 'z2', persoon: 'dylan' },
  ],
};
const zaken = [zaak('z1', 'emma', 'rianne'), zaak('z2', 'kevin', 'emma'), zaak('elders', 'peter')];
const namen = (voor: string) => collegasVoor(plan, zaken, voor).map((een) => een.id);

// shows KING-PL8
it('offers who works in the plan, and for one lid who works for that lid', () => {
  expect(namen('groep')).toEqual(['emma', 'kevin']);
  expect(namen('maria')).toEqual(['emma']);
  expect(namen('dylan')).toEqual(['emma', 'kevin']);
  expect(namen('een ander lid')).toEqual([]);
});
