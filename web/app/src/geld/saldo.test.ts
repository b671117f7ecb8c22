import { expect, test } from 'vitest';
import type { SaldoWat, TransactieWat } from '../api/types';
import { nieuwste, voegSamen } from './saldo';

const saldo = (versie: number, stand: SaldoWat['stand'] = 'vers', id = 'r'): SaldoWat => ({
  id,
  versie,
  stand,
  storing: null,
  bijgewerkt_om: null,
  bedragen: null,
});

const t = (...ids: string[]): TransactieWat[] =>
  ids.map((id) => ({ id, datum: '2026-11-25', omschrijving: id, bedrag_cents: 1, gat: false }));
const ids = (lijst: TransactieWat[]) => lijst.map((one) => one.id).join('');

test('what was recorded before is never shown after what was recorded later', () => {
  const newer = saldo(7);
  expect(nieuwste(newer, saldo(6))).toBe(newer);
  expect(nieuwste(newer, saldo(7, 'verouderd')).stand).toBe('verouderd');
  expect(nieuwste(newer, saldo(8)).versie).toBe(8);
  expect(nieuwste(undefined, saldo(1)).versie).toBe(1);
  expect(nieuwste(newer, saldo(1, 'vers', 'another')).versie).toBe(1);
});

test('new transactions come on top of those that are shown, and a hole is not hidden', () => {
  expect(ids(voegSamen([], t('c', 'b')))).toBe('cb');
  expect(ids(voegSamen(t('c', 'b', 'a'), t('d', 'c')))).toBe('dcba');
  expect(ids(voegSamen(t('c', 'b', 'a'), t('c', 'b')))).toBe('cba');
  expect(ids(voegSamen(t('b', 'a'), t('z', 'y')))).toBe('zy');
});
