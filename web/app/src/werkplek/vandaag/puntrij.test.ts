import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Puntrij, type PuntrijProps } from './Puntrij';
import { type Punt, RANG } from './punten';

let root: Root;
const punt: Punt = {
  id: 'zaak-1',
  rang: RANG.laat,
  dag: '2026-12-01',
  naam: 'Maria Verhoef',
  onder: 'Wmo',
  naar: '/zaken/1',
  knop: 'Begin',
  begint: '1',
  merk: undefined,
};
const toon = (met: Pick<PuntrijProps, 'punt' | 'begin'>) =>
  act(() =>
    root.render(createElement(Puntrij, { eerste: true, vers: false, now: new Date(), bezig: false, ...met })),
  );
const daad = () => document.querySelector<HTMLElement>('li > :last-child');

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const plek = document.createElement('ul');
  document.body.replaceChildren(plek);
  root = createRoot(plek);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

const { begint: _, ...begonnen } = { ...punt, knop: 'Ga verder' };

// shows ENS-16
it('who began has the focus at the way on', async () => {
  const begin = vi.fn().mockResolvedValue(true);
  toon({ punt, begin });
  await act(async () => daad()?.click());
  toon({ punt: begonnen, begin });
  expect(document.activeElement).toBe(daad());
});

it('who was refused keeps the focus where it is when somebody else begins', async () => {
  const begin = vi.fn().mockResolvedValue(false);
  toon({ punt, begin });
  await act(async () => daad()?.click());
  toon({ punt: begonnen, begin });
  expect(begin).toHaveBeenCalledOnce();
  expect(document.activeElement).not.toBe(daad());
});
