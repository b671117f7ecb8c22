import { expect, it } from 'vitest';
import type { SpoorRegel } from '../../api/types';
import { bezoeken } from './bezoek';
import { grondNaam, leesObject } from './woorden';

const regel = (n: number, at: string, erin: Partial<SpoorRegel> = {}): SpoorRegel =>
  ({
    n,
    at: `2026-11-30T${at}Z`,
    wie: { id: 'peter', naam: 'Peter' },
    object: 'zaak/1@wat',
    betrokkenen: [{ id: 'maria', naam: 'Maria' }],
    uitkomst: 'gelukt',
    ...erin,
  }) as SpoorRegel;
const nummers = (regels: SpoorRegel[]) => bezoeken(regels).map((een) => een.regels.map((r) => r.n));

// shows X-26
it('one visit to one dossier is one entry; another person, another dossier or a pause is another', () => {
  expect(
    nummers([
      regel(9, '10:05:00'),
      regel(8, '10:04:10', { object: 'document/7' }),
      regel(7, '10:04:00', { wie: { id: 'emma', naam: 'Emma' } as SpoorRegel['wie'] }),
      regel(6, '10:03:59'),
      regel(5, '10:03:58', {
        betrokkenen: [{ id: 'dylan', naam: 'Dylan' }] as SpoorRegel['betrokkenen'],
      }),
      regel(4, '09:00:00'),
    ]),
  ).toEqual([[9, 8], [7], [6], [5], [4]]);
});

// shows X-26
it('what was refused never lies hidden among what was not', () => {
  expect(
    nummers([regel(3, '10:00:02'), regel(2, '10:00:01', { uitkomst: 'geweigerd' }), regel(1, '10:00:00')]),
  ).toEqual([[3], [2], [1]]);
});

it('codes are read as words, and an unknown one as it is', () => {
  expect(leesObject('zaak/0199@wat')).toEqual({ naam: 'zaak', sleutel: 'zaak/0199' });
  expect(leesObject('plan/1/actie/2@eigenaar')).toEqual({ naam: 'plan', sleutel: 'plan/1' });
  expect(leesObject('plannen')).toEqual({ naam: 'lijst met plannen' });
  expect(leesObject('iets/1').naam).toBe('iets');
  expect(grondNaam('zelfde_persoon')).toBe('werkt aan een andere zaak van deze persoon');
  expect(grondNaam('nieuw')).toBe('nieuw');
  expect(grondNaam(undefined)).toBeUndefined();
});
