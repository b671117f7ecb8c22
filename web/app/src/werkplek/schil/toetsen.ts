// Which key does what. A single letter does something only outside a field and a dialog, and can be switched off (WCAG 2.1.4).
import type { Menuregel } from '../../pagina';

export interface Sneltoets {
  /** As it is pressed. */
  toets: string;
  naam: string;
  doe: () => void;
}

/** What a page of its own has: to go there. */
export const menutoetsen = (menu: Menuregel[], naar: (to: string) => void): Sneltoets[] =>
  menu.flatMap(({ toets, naam, to }) => (toets ? [{ toets, naam, doe: () => naar(to) }] : []));

type Druk = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'>;

/** Ctrl+K, and on a Mac Cmd+K: anywhere, also while one types. */
export const isPalet = (druk: Druk) =>
  (druk.ctrlKey || druk.metaKey) && !druk.altKey && druk.key.toLowerCase() === 'k';

/** What a press does; nothing with another key beside it, and nothing where letters are written. */
export function bijDruk(
  druk: Druk,
  toetsen: Sneltoets[],
  stand: { aan: boolean; typt: boolean; dialoog: boolean },
): Sneltoets | undefined {
  const enkel = !druk.ctrlKey && !druk.metaKey && !druk.altKey && !druk.repeat && !druk.defaultPrevented;
  if (!enkel || !stand.aan || stand.typt || stand.dialoog) return undefined;
  return toetsen.find(({ toets }) => toets === druk.key.toLowerCase());
}

const SCHRIJFT = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="application"]';

/** A text that is open on the page, also one that can only be read: whoever types beside it meant it. */
const TEKST = '[role="textbox"][aria-multiline="true"]';

/** Whether a key that is pressed here is a letter for somebody. */
export const isSchrijfplek = (plek: EventTarget | null): boolean =>
  document.querySelector(TEKST) !== null || (plek instanceof Element && plek.closest(SCHRIJFT) !== null);
