import { expect, test } from 'vitest';
import { Probleem } from '../api/http';
import type { Problem } from '../api/types';
import { conflictzin, isConflict } from './conflict';

const conflict = (meer: Partial<Problem>) =>
  new Probleem({
    type: '',
    title: '',
    detail: '',
    status: 409,
    code: 'opdracht.conflict',
    bewaard: 'lokaal',
    versie: 2,
    at: '2026-11-25T13:03:07Z',
    door: { id: 'e', naam: 'Emma Bakker' },
    soort: 'ZaakToegewezen',
    ...meer,
  });

// shows C2-L4
test('the second reads who was first, when, and whose it is now', () => {
  expect(isConflict(conflict({}))).toBe(true);
  expect(conflictzin(conflict({ namen: ['Emma Bakker'] }))).toBe('Emma heeft deze zaak net gepakt (14.03).');
  expect(conflictzin(conflict({ namen: ['Kevin de Wit', 'Emma Bakker'] }))).toBe(
    'Emma heeft deze zaak net toegewezen aan Kevin en Emma (14.03).',
  );
  expect(conflictzin(conflict({ soort: 'InBehandelingGenomen' }))).toBe(
    'Emma wijzigde deze zaak net (14.03).',
  );
  const voor = { id: 'v', naam: 'Vera Molenaar', namens: 'Kevin de Wit' };
  expect(conflictzin(conflict({ soort: 'InBehandelingGenomen', door: voor }))).toBe(
    'Vera namens Kevin wijzigde deze zaak net (14.03).',
  );
});
