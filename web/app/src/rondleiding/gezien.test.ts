import { beforeEach, expect, test } from 'vitest';
import { isGezien, merk, zetGezien } from './gezien';

beforeEach(() => localStorage.clear());

test('it is kept by person and role, and nothing of the person is', () => {
  const id = '01a22d34-78ed-7cf7-a46a-757e80c9da10';
  expect(isGezien(id, 'regisseur')).toBe(false);
  zetGezien(id, 'regisseur');
  expect(isGezien(id, 'regisseur')).toBe(true);
  expect(isGezien(id, 'wmoconsulent')).toBe(false);
  expect(JSON.stringify({ ...localStorage })).not.toContain(id.slice(0, 4));
  expect(localStorage.getItem('keukentafel-rondleiding')).toHaveLength(2);
});

test('colleagues at one desk are told apart, and the list stays short', () => {
  const mensen = Array.from(
    { length: 60 },
    (_, i) => `01a22d34-78ed-7cf7-a46a-${String(i).padStart(12, '0')}`,
  );
  expect(new Set(mensen.map((id) => merk(id, 'frontoffice'))).size).toBeGreaterThan(50);
  for (const id of mensen) zetGezien(id, 'frontoffice');
  expect(localStorage.getItem('keukentafel-rondleiding')?.split(' ').length).toBeLessThanOrEqual(30);
  expect(isGezien(mensen.at(-1) ?? '', 'frontoffice')).toBe(true);
});
