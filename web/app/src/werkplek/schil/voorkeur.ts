// What somebody chose for this device: light or dark, and whether single letters do something. It says nothing of anybody, so it may outlive
// the session; nothing else of the werkplek is kept here.
export const THEMAS = ['systeem', 'licht', 'donker'] as const;
export type Thema = (typeof THEMAS)[number];

const THEMA = 'keukentafel-thema';
const TOETSEN = 'keukentafel-sneltoetsen';
/** As the stylesheet knows it; as the system has it is no attribute at all. */
const ATTRIBUUT: Record<Thema, string | undefined> = { systeem: undefined, licht: 'light', donker: 'dark' };

const luisteraars = new Set<() => void>();

export function bijVoorkeur(luister: () => void): () => void {
  luisteraars.add(luister);
  return () => luisteraars.delete(luister);
}

/** A browser may refuse to keep anything. Then a choice holds until the page is left. */
function lees(naam: string): string | null {
  try {
    return localStorage.getItem(naam);
  } catch {
    return null;
  }
}

function schrijf(naam: string, waarde: string | undefined) {
  try {
    if (waarde === undefined) localStorage.removeItem(naam);
    else localStorage.setItem(naam, waarde);
  } catch {
    // see lees()
  }
}

const isThema = (waarde: string | null): waarde is Thema => THEMAS.some((thema) => thema === waarde);

let thema: Thema = 'systeem';
let toetsen = true;

function pasToe() {
  const attribuut = ATTRIBUUT[thema];
  if (attribuut === undefined) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = attribuut;
  for (const luister of luisteraars) luister();
}

/** Before the first page is drawn: nobody sees it light and then dark. */
export function beginVoorkeur() {
  const gekozen = lees(THEMA);
  thema = isThema(gekozen) ? gekozen : 'systeem';
  toetsen = lees(TOETSEN) !== 'uit';
  pasToe();
}

export const leesThema = () => thema;

export function kiesThema(keuze: Thema) {
  thema = keuze;
  schrijf(THEMA, keuze === 'systeem' ? undefined : keuze);
  pasToe();
}

export const leesToetsen = () => toetsen;

export function zetToetsen(aan: boolean) {
  toetsen = aan;
  schrijf(TOETSEN, aan ? undefined : 'uit');
  pasToe();
}
