import { act, createElement, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { omroep } from '../../../ui/omroep';
import { useBlijf } from './blijf';

let root: Root;
let zet: (stand: string) => void;
let klaar: (zin: string) => void;

/** A row with a button that goes when the plan says so. */
function Rij() {
  const [stand, setStand] = useState('open');
  const blijf = useBlijf<HTMLDivElement>(stand);
  zet = setStand;
  klaar = blijf.klaar;
  return createElement(
    'div',
    { ref: blijf.plek, tabIndex: -1, id: 'rij' },
    stand === 'open' && createElement('button', { id: 'knop', type: 'button' }, 'Gelezen'),
  );
}

const bij = () => document.activeElement?.id ?? '';
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const plek = document.createElement('div');
  document.body.replaceChildren(plek);
  root = createRoot(plek);
  act(() => root.render(createElement(Rij)));
  document.getElementById('knop')?.focus();
});
afterEach(() => {
  act(() => root.unmount());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

// shows E6
describe('after a button that goes', () => {
  it('the focus is with what it was about, and it is said, whichever comes first', () => {
    const zeg = vi.spyOn(omroep, 'zeg').mockReturnValue();
    act(() => zet('gelezen'));
    expect(bij()).not.toBe('rij');
    act(() => klaar('Gelezen'));
    expect(bij()).toBe('rij');
    expect(zeg).toHaveBeenCalledWith('plan-zelf', 'Gelezen');
  });

  it('it is there again when the row is put elsewhere by it', () => {
    act(() => klaar('Bevestigd'));
    expect(bij()).toBe('rij');
    (document.activeElement as HTMLElement).blur();
    act(() => zet('gedaan'));
    expect(bij()).toBe('rij');
  });

  it('by what a colleague does the focus goes nowhere', () => {
    act(() => zet('gelezen'));
    expect(bij()).not.toBe('rij');
    act(() => klaar('Gelezen'));
    (document.activeElement as HTMLElement).blur();
    act(() => zet('beantwoord'));
    act(() => zet('gedaan'));
    (document.activeElement as HTMLElement).blur();
    act(() => zet('weer open'));
    expect(bij()).not.toBe('rij');
  });
});
