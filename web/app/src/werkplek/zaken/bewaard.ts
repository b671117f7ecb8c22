// Views with a name: which rows, in what order, with which columns, as somebody wants them again. A view is its address (weergave.ts) and a name
// that somebody typed. The server keeps them, per person and role, so that they are there at every desk; nothing of them stays in a browser.
import type { WeergavenWat } from '../../api/types';
import { leesWeergave, schrijfWeergave } from './weergave';

/** Where a browser kept them before the server did. */
const VOORHEEN = 'keukentafel-weergaven';
/** More than one can choose from at a glance. */
export const WEERGAVEN_MAX = 12;
/** What fits on its button. */
export const NAAM_MAX = 40;
/** Kept anew when less than this is left: who uses them does not lose them. */
const VERLENG_MS = 365 * 86_400_000;

export interface BewaardeWeergave {
  naam: string;
  /** As `schrijfWeergave` writes it. */
  adres: string;
}

const isObject = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null;

/** What others may have written there is read as far as it is a view. */
function leesEen(een: unknown): BewaardeWeergave[] {
  if (!isObject(een) || typeof een.naam !== 'string' || typeof een.adres !== 'string') return [];
  const naam = een.naam.trim().slice(0, NAAM_MAX);
  return naam ? [{ naam, adres: schrijfWeergave(leesWeergave(een.adres)) }] : [];
}

function ontleed(tekst: string | null): Record<string, unknown> {
  if (tekst === null) return {};
  try {
    const gelezen: unknown = JSON.parse(tekst);
    return isObject(gelezen) ? gelezen : {};
  } catch {
    return {};
  }
}

/** What this browser still keeps of somebody from before. */
export function vanVoorheen(wie: string): BewaardeWeergave[] {
  try {
    const van = ontleed(localStorage.getItem(VOORHEEN))[wie];
    return Array.isArray(van) ? van.flatMap(leesEen).slice(0, WEERGAVEN_MAX) : [];
  } catch {
    // A browser that keeps nothing kept nothing.
    return [];
  }
}

/** It is with the server now: of this person nothing is left here. */
export function wisVoorheen(wie: string) {
  try {
    const { [wie]: weg, ...over } = ontleed(localStorage.getItem(VOORHEEN));
    if (weg === undefined) return;
    if (Object.keys(over).length > 0) localStorage.setItem(VOORHEEN, JSON.stringify(over));
    else localStorage.removeItem(VOORHEEN);
  } catch {
    // see `vanVoorheen`
  }
}

const gelijk = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Those of before behind those that are there, as far as there is room; a name that is there already stays what it is. */
export function samen(van: BewaardeWeergave[], voorheen: BewaardeWeergave[]): BewaardeWeergave[] {
  const nieuw = voorheen.filter((een) => !van.some(({ naam }) => gelijk(naam, een.naam)));
  return [...van, ...nieuw].slice(0, WEERGAVEN_MAX);
}

export type Naamfout = 'leeg' | 'lang' | 'bsn' | 'dubbel' | 'vol';

/** What is wrong with a name; `was`: the name of the one that gets another. */
export function naamfout(van: BewaardeWeergave[], naam: string, was?: string): Naamfout | undefined {
  if (naam === '') return 'leeg';
  if (naam.length > NAAM_MAX) return 'lang';
  if (/\d{9}/.test(naam.replace(/[\s.-]/g, ''))) return 'bsn';
  if (van.some((een) => een.naam !== was && gelijk(een.naam, naam))) return 'dubbel';
  return was === undefined && van.length >= WEERGAVEN_MAX ? 'vol' : undefined;
}

/** What is done with a list of views: held against the list as it is by then, also when another desk changed it. */
export type Stap = (van: BewaardeWeergave[]) => BewaardeWeergave[];

/** A new one, or another name for what was called `was`. */
export const bewaar =
  (weergave: BewaardeWeergave, was?: string): Stap =>
  (van) =>
    was === undefined || !van.some(({ naam }) => naam === was)
      ? samen(van, [weergave])
      : van.map((een) => (een.naam === was ? weergave : een));

export const verwijder =
  (naam: string): Stap =>
  (van) =>
    van.filter((een) => een.naam !== naam);

export const isBijnaOver = ({ weergaven, verloopt_op }: WeergavenWat, now: Date): boolean =>
  weergaven.length > 0 &&
  typeof verloopt_op === 'string' &&
  Date.parse(verloopt_op) - now.getTime() < VERLENG_MS;
