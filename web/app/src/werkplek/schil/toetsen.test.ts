import { describe, expect, it } from 'vitest';
import { bijDruk, isPalet, isSchrijfplek, type Sneltoets } from './toetsen';

const druk = (key: string, met: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    defaultPrevented: false,
    ...met,
  }) as KeyboardEvent;
const n: Sneltoets = { toets: 'n', naam: 'Nieuwe melding', doe: () => undefined };
const hulp: Sneltoets = { toets: '?', naam: 'Sneltoetsen', doe: () => undefined };
const vrij = { aan: true, typt: false, dialoog: false };
const doet = (key: KeyboardEvent, stand = vrij) => bijDruk(key, [n, hulp], stand)?.toets;

describe('a single key', () => {
  it('does what it is for', () => {
    expect(doet(druk('n'))).toBe('n');
    expect(doet(druk('N', { shiftKey: true }))).toBe('n');
    expect(doet(druk('?', { shiftKey: true }))).toBe('?');
    expect(doet(druk('x'))).toBeUndefined();
  });

  it('does nothing with another key, while one types, in a dialog, or when it is off', () => {
    for (const met of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
      expect(doet(druk('n', met)), JSON.stringify(met)).toBeUndefined();
    }
    expect(doet(druk('n', { defaultPrevented: true }))).toBeUndefined();
    for (const stand of [{ aan: false }, { typt: true }, { dialoog: true }]) {
      expect(doet(druk('n'), { ...vrij, ...stand }), JSON.stringify(stand)).toBeUndefined();
    }
  });
});

describe('the palette', () => {
  it('has one key everywhere', () => {
    expect(isPalet(druk('k', { ctrlKey: true }))).toBe(true);
    expect(isPalet(druk('K', { metaKey: true }))).toBe(true);
    expect(isPalet(druk('k'))).toBe(false);
    expect(isPalet(druk('k', { ctrlKey: true, altKey: true }))).toBe(false);
  });
});

describe('where letters are written', () => {
  it('is a field, a text and what is in it', () => {
    document.body.innerHTML =
      '<input id="a"><div contenteditable="true"><p id="b">x</p></div><select id="c"></select><button id="d"></button>';
    const op = (id: string) => isSchrijfplek(document.getElementById(id));
    expect(['a', 'b', 'c', 'd'].map(op)).toEqual([true, true, true, false]);
    expect(isSchrijfplek(null)).toBe(false);
  });

  it('is everywhere on the page of a document, also of one that can only be read', () => {
    document.body.innerHTML =
      '<button id="d"></button><div role="textbox" aria-multiline="true" contenteditable="false"><p>x</p></div>';
    expect(isSchrijfplek(document.getElementById('d'))).toBe(true);
    expect(isSchrijfplek(document.body)).toBe(true);
  });
});
