// Which language the pages speak. Dutch is in every page; another one comes in before the first page is drawn, and only for who chose it.
// The choice says nothing of anybody and is kept on this device until one logs out, or somebody else comes in: who comes next chooses anew. The
// werkplek speaks Dutch.
export const TALEN = ['nl', 'en'] as const;
export type Taal = (typeof TALEN)[number];

const BEWAARD = 'keukentafel-taal';
/** How dates and amounts are written. */
const LANDSTAAL: Record<Taal, string> = { nl: 'nl-NL', en: 'en-GB' };
/** As each calls itself. */
const EIGEN_NAAM: Record<Taal, string> = { nl: 'Nederlands', en: 'English' };

let taal: Taal = 'nl';

export const leesTaal = (): Taal => taal;
export const landstaal = (): string => LANDSTAAL[taal];

/** The one that is not spoken now, and what it calls itself. */
export function andereTaal(): { taal: Taal; naam: string } {
  const andere = taal === 'nl' ? 'en' : 'nl';
  return { taal: andere, naam: EIGEN_NAAM[andere] };
}

/** What is written so is spoken from here on, on this page. */
export function spreek(nieuw: Taal) {
  taal = nieuw;
  document.documentElement.lang = nieuw;
}

/** A browser that keeps nothing keeps no session either, so there is nobody whose choice is forgotten. */
function gekozen(): string | null {
  try {
    return localStorage.getItem(BEWAARD);
  } catch {
    return null;
  }
}

/** What of the choice is the language; behind it stands for which session it was made, once there is one. */
const taalIn = (bewaard: string | null) => bewaard?.split(' ')[0];

/**
 * The choice is of whoever comes in with it, and of no later session: `sessie` is what tells one from another, and says nothing of who it is.
 * Whether the page now speaks the language of somebody else, and is to be drawn anew.
 */
export function isTaalVanAnder(sessie: string): boolean {
  const bewaard = gekozen();
  if (bewaard === null) return false;
  const van = bewaard.slice((taalIn(bewaard) ?? '').length + 1);
  if (van === sessie) return false;
  bewaar(van === '' ? `${bewaard} ${sessie}` : null);
  return van !== '';
}

/** Before the first page is drawn. When the other language cannot be fetched the page speaks Dutch, rather than nothing. */
export async function beginTaal(): Promise<void> {
  if (taalIn(gekozen()) !== 'en') return;
  try {
    const { vertaal } = await import('./teksten/en');
    vertaal();
    spreek('en');
  } catch {
    spreek('nl');
  }
}

/** From the next page on; whoever calls this draws the page anew. */
export const kiesTaal = (nieuw: Taal) => bewaar(nieuw === 'nl' ? null : nieuw);

function bewaar(keuze: string | null) {
  try {
    if (keuze === null) localStorage.removeItem(BEWAARD);
    else localStorage.setItem(BEWAARD, keuze);
  } catch {
    // see gekozen()
  }
}
