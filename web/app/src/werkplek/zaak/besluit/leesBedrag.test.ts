import { expect, test } from 'vitest';
import { leesBedrag, typBedrag } from './leesBedrag';

test.each([
  ['150', 15_000],
  ['150,5', 15_050],
  ['€ 1.250,50', 125_050],
  ['1250,05', 125_005],
  ['0,01', 1],
])('%s is an amount', (tekst, cents) => {
  expect(leesBedrag(tekst)).toBe(cents);
  expect(leesBedrag(typBedrag(cents))).toBe(cents);
});

test.each(['', '0', '0,00', '-5', '1,234', '12.50', '1.25', 'tien', '1e3', '99999999999999999999'])(
  '%s is none',
  (tekst) => {
    expect(leesBedrag(tekst)).toBeUndefined();
  },
);
