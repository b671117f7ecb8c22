import { expect, test } from 'vitest';
import { sessieEinde } from './activiteit';

const op = (tijd: string) => Date.parse(`2026-11-25T${tijd}Z`);
const VERLOOPT = '2026-11-25T09:15:00Z';
const UITERLIJK = '2026-11-25T19:00:00Z';

test('a session that is worked in ends a quarter after the last work', () => {
  expect(sessieEinde(op('09:00:00'), VERLOOPT, UITERLIJK, op('08:00:00'))).toBe(op('09:15:00'));
  expect(sessieEinde(op('09:00:00'), VERLOOPT, UITERLIJK, op('09:12:00'))).toBe(op('09:27:00'));
});

test('and never after its last moment', () => {
  expect(sessieEinde(op('09:00:00'), VERLOOPT, UITERLIJK, op('18:59:00'))).toBe(op('19:00:00'));
});
