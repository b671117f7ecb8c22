// Views with a name: which rows, in what order, with which columns, as somebody wants them again. A view is its address (weergave.ts) and a name
// that somebody typed. They stay in this browser, each with whose it is: until that person logs out, or longer when they said that this device is
// theirs. The server has no place for them yet, so another desk does not have them; the address itself can be sent and opened anywhere.
import { leesWeergave, schrijfWeergave } from './weergave';

const SLEUTEL = 'keukentafel-weergaven';
/** More than one can choose from at a glance. */
export const WEERGAVEN_MAX = 12;
/** What fits on its button. */
export const NAAM_MAX = 40;

export interface BewaardeWeergave {
  naam: string;
  /** As `schrijfWeergave` writes it. */
  adres: string;
  /** Also after logging out. */
  blijft: boolean;
}

type Alle = Record<string, BewaardeWeergave[]>;

const luisteraars = new Set<() => void>();
/** What is kept when the browser keeps nothing: until the page is left. */
let geheugen: string | null = null;

function leesTekst(): string | null {
  try {
    return localStorage.getItem(SLEUTEL);
  } catch {
    return geheugen;
  }
}

function schrijf(alle: Alle) {
  const over = Object.fromEntries(Object.entries(alle).filter(([, van]) => van.length > 0));
  const tekst = Object.keys(over).length > 0 ? JSON.stringify(over) : null;
  geheugen = tekst;
  try {
    if (tekst === null) localStorage.removeItem(SLEUTEL);
    else localStorage.setItem(SLEUTEL, tekst);
  } catch {
    // see `geheugen`
  }
  for (const luister of luisteraars) luister();
}

const isObject = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null;

/** What others may have written there is read as far as it is a view. */
function leesEen(een: unknown): BewaardeWeergave[] {
  if (!isObject(een) || typeof een.naam !== 'string' || typeof een.adres !== 'string') return [];
  const naam = een.naam.trim().slice(0, NAAM_MAX);
  return naam ? [{ naam, adres: schrijfWeergave(leesWeergave(een.adres)), blijft: een.blijft === true }] : [];
}

export function ontleed(tekst: string | null): Alle {
  if (tekst === null) return {};
  try {
    const gelezen: unknown = JSON.parse(tekst);
    if (!isObject(gelezen)) return {};
    return Object.fromEntries(
      Object.entries(gelezen).map(([wie, van]) => [
        wie,
        Array.isArray(van) ? van.flatMap(leesEen).slice(0, WEERGAVEN_MAX) : [],
      ]),
    );
  } catch {
    return {};
  }
}

let gelezen: { tekst: string | null; alle: Alle } = { tekst: null, alle: {} };
/** The same object as long as the same stands there. */
function alles(): Alle {
  const tekst = leesTekst();
  if (gelezen.tekst !== tekst) gelezen = { tekst, alle: ontleed(tekst) };
  return gelezen.alle;
}

const GEEN: BewaardeWeergave[] = [];
export const weergavenVan = (wie: string): BewaardeWeergave[] => alles()[wie] ?? GEEN;

export function bijWeergaven(luister: () => void): () => void {
  luisteraars.add(luister);
  window.addEventListener('storage', luister);
  return () => {
    luisteraars.delete(luister);
    window.removeEventListener('storage', luister);
  };
}

const zet = (wie: string, van: BewaardeWeergave[]) => schrijf({ ...alles(), [wie]: van });

export type Naamfout = 'leeg' | 'lang' | 'bsn' | 'dubbel' | 'vol';

/** What is wrong with a name; `was`: the name of the one that gets another. */
export function naamfout(van: BewaardeWeergave[], naam: string, was?: string): Naamfout | undefined {
  if (naam === '') return 'leeg';
  if (naam.length > NAAM_MAX) return 'lang';
  if (/\d{9}/.test(naam.replace(/[\s.-]/g, ''))) return 'bsn';
  const gelijk = (een: BewaardeWeergave) => een.naam !== was && een.naam.toLowerCase() === naam.toLowerCase();
  if (van.some(gelijk)) return 'dubbel';
  return was === undefined && van.length >= WEERGAVEN_MAX ? 'vol' : undefined;
}

/** A new one, or another name for what was called `was`. */
export function bewaarWeergave(wie: string, weergave: BewaardeWeergave, was?: string) {
  const van = weergavenVan(wie);
  zet(wie, was === undefined ? [...van, weergave] : van.map((een) => (een.naam === was ? weergave : een)));
}

export const verwijderWeergave = (wie: string, naam: string) =>
  zet(
    wie,
    weergavenVan(wie).filter((een) => een.naam !== naam),
  );

/** Somebody logs out, or another is here now: of `behalve` all stays, of others what they said may. */
export function vergeetWeergaven(behalve?: string) {
  const alle = alles();
  const over = Object.entries(alle).map(([wie, van]): [string, BewaardeWeergave[]] => [
    wie,
    wie === behalve ? van : van.filter((een) => een.blijft),
  ]);
  if (over.some(([wie, van]) => van.length !== alle[wie]?.length)) schrijf(Object.fromEntries(over));
}
