import { expect, it } from 'vitest';
import type { SpoorRegel } from '../../api/types';
import { adres, gezien, isEigenLezen, leesVraag, vraagtLezen } from './filter';

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

// shows X-26
it('knows what one read oneself, and shows it when that is what is asked for', () => {
  const regel = (handeling: string, id: string) => ({ handeling, wie: { id, naam: id } }) as SpoorRegel;
  expect(isEigenLezen(regel('audit.lezen', 'pieter'), 'pieter')).toBe(true);
  expect(isEigenLezen(regel('audit.lezen', 'anton'), 'pieter'), 'of a colleague it is news').toBe(false);
  expect(isEigenLezen(regel('zaak.lezen', 'pieter'), 'pieter')).toBe(false);
  expect(vraagtLezen({ handeling: 'audit.lezen' })).toBe(true);
  expect(vraagtLezen({ object: 'zaak/1' })).toBe(false);
});

it('comes for one thing by its address, and for nothing that is none', () => {
  const plan = 'plan/01a22e30-2b2d-7b37-a299-20e7dfdb78d3';
  expect(leesVraag(`?object=${plan}`)).toEqual({ object: plan });
  expect(leesVraag('?object=Maria Verhoef')).toEqual({});
  expect(leesVraag('')).toEqual({});
});
