import { expect, it } from 'vitest';
import type { SpoorRegel } from '../../api/types';
import { adres, gezien } from './filter';

it('asks for what was chosen and nothing else', () => {
  expect(adres({}, undefined)).toBe('/audit');
  expect(adres({ object: 'zaak/1', van: '2026-11-28', uitkomst: undefined }, '5.1')).toBe(
    '/audit?object=zaak%2F1&van=2026-11-28&na=5.1',
  );
});

it('keeps what was seen to choose from', () => {
  const regel = (id: string, handeling: string) =>
    ({ wie: { id, naam: id.toUpperCase() }, handeling, handeling_naam: handeling }) as SpoorRegel;
  const eerst = gezien({ wie: new Map(), handeling: new Map() }, [regel('a', 'zaak.lezen')]);
  const daarna = gezien(eerst, [regel('b', 'plan.lezen')]);
  expect([...daarna.wie]).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ]);
  expect([...daarna.handeling.keys()]).toEqual(['zaak.lezen', 'plan.lezen']);
});
