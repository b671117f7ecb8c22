// Which language the pages speak. Dutch is in every page; another one comes in before the first page is drawn, and only for who chose it.
// The choice says nothing of anybody and is kept on this device until one logs out: who comes next chooses anew. The werkplek speaks Dutch.
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

/** Before the first page is drawn. When the other language cannot be fetched the page speaks Dutch, rather than nothing. */
export async function beginTaal(): Promise<void> {
  if (gekozen() !== 'en') return;
  try {
    const { vertaal } = await import('./teksten/en');
    vertaal();
    spreek('en');
  } catch {
    spreek('nl');
  }
}

/** From the next page on; whoever calls this draws the page anew. */
export function kiesTaal(nieuw: Taal) {
  try {
    if (nieuw === 'nl') localStorage.removeItem(BEWAARD);
    else localStorage.setItem(BEWAARD, nieuw);
  } catch {
    // see gekozen()
  }
}
