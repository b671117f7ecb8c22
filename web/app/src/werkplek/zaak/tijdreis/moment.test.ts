import { expect, test } from 'vitest';
import { lokaal, moment } from './moment';

test.each([
  ['2026-11-25T09:00', '2026-11-25T08:00:00.000Z'],
  ['2026-07-01T09:00:30', '2026-07-01T07:00:30.000Z'],
  // The hour that comes twice.
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('%s is %s', (tekst, at) => {
  expect(moment(tekst)).toBe(at);
});

test('a moment reads back', () => {
  expect(lokaal('2026-11-25T08:00:30.5Z')).toBe('2026-11-25T09:00:30');
  expect(moment(lokaal('2026-03-29T00:59:00Z'))).toBe('2026-03-29T00:59:00.000Z');
});

test.each(['', 'gisteren', '2026-13-01T09:00', '2026-11-25'])('%s is no moment', (tekst) => {
  expect(moment(tekst)).toBeUndefined();
});
