import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { InzageRegelWat } from '../../api/types';
import { delenVan, perBezoek, redenenVan } from './bezoek';
import { redenen } from './redenen';

const hier = (pad: string) => new URL(pad, import.meta.url);

const regel = (erbij: Partial<InzageRegelWat>): InzageRegelWat => ({
  rol: 'medewerker_budgetbeheer',
  rol_naam: 'medewerker van budgetbeheer',
  naam: 'Mirjam Bos',
  deel: 'geld',
  deel_naam: 'uw rekening',
  waarom: redenen.werk,
  gewijzigd: false,
  glas: false,
  van: '2026-11-30T09:00:00Z',
  tot: '2026-11-30T09:05:00Z',
  keer: 1,
  ...erbij,
});

test('what one did within an hour is one visit, with all that was done in it', () => {
  const lijst = regel({
    deel: 'lijst',
    deel_naam: 'een lijst',
    van: '2026-11-30T09:40:00Z',
    tot: '2026-11-30T09:50:00Z',
    keer: 9,
  });
  const [bezoek, ...rest] = perBezoek([lijst, regel({ gewijzigd: true }), regel({})]);
  expect(rest).toEqual([]);
  expect([bezoek?.van, bezoek?.tot, bezoek?.regels.length]).toEqual([
    '2026-11-30T09:00:00Z',
    '2026-11-30T09:50:00Z',
    3,
  ]);
  if (!bezoek) throw new Error('no visit');
  expect(delenVan(bezoek, false, (een) => een.deel_naam)).toEqual(['uw rekening', 'een lijst']);
  expect(delenVan(bezoek, true, (een) => een.deel_naam)).toEqual(['uw rekening']);
});

test('another person, another role, later, or with urgency is another visit', () => {
  const bezoeken = perBezoek([
    regel({}),
    regel({ naam: 'Emma Bakker' }),
    regel({ rol: 'vervanger' }),
    regel({ glas: true }),
    regel({ van: '2026-11-30T10:05:00Z', tot: '2026-11-30T10:05:00Z' }),
  ]);
  expect(bezoeken).toHaveLength(5);
  expect(bezoeken[0]?.van, 'the latest first').toBe('2026-11-30T10:05:00Z');
});

test('a reason is said once, and the one that says the least only alone', () => {
  const met = (...waarom: string[]) =>
    redenenVan(
      perBezoek(waarom.map((een) => regel({ waarom: een })))[0] ?? {
        wie: regel({}),
        regels: [],
        van: '',
        tot: '',
      },
    );
  expect(met(redenen.werk, redenen.werk)).toEqual([redenen.werk]);
  expect(met(redenen.werk, redenen.behandelaar, redenen.behandelaar)).toEqual([redenen.behandelaar]);
});

test('the reasons are those that the server says', () => {
  const bron = readFileSync(hier('../../../../../src/domain/inzage/woorden.rs'), 'utf8');
  const functie = bron.slice(bron.indexOf('pub fn waarom'));
  const zinnen = [...functie.slice(0, functie.indexOf('\n}\n')).matchAll(/=> "([^"]+)"/g)].map(
    ([, zin]) => zin,
  );
  expect(zinnen.length).toBeGreaterThan(10);
  expect([...zinnen].sort()).toEqual(Object.values(redenen).sort());
});
