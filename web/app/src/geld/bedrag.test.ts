import { expect, test } from 'vitest';
import { bedrag, deelVan, metTeken } from './bedrag';

const plat = (text: string) => text.replaceAll('\u00a0', ' ');

test('an amount is written as people here write it', () => {
  expect(plat(bedrag(0))).toBe('€ 0,00');
  expect(plat(bedrag(5))).toBe('€ 0,05');
  expect(plat(bedrag(-1250))).toBe('€ -12,50');
  expect(plat(bedrag(123456789))).toBe('€ 1.234.567,89');
  expect(bedrag(100)).not.toContain(' ');
});

test('in a mixed list the sign says which way it went', () => {
  expect(plat(metTeken(6500))).toBe('+ € 65,00');
  expect(plat(metTeken(-2000))).toBe('− € 20,00');
});

test('how full a pot is stays between empty and full, and is unknown without a goal', () => {
  expect(deelVan(50, 200)).toBe(0.25);
  expect(deelVan(-5, 200)).toBe(0);
  expect(deelVan(500, 200)).toBe(1);
  expect(deelVan(50, null)).toBeUndefined();
  expect(deelVan(50, 0)).toBeUndefined();
});
