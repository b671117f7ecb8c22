// What one person did at about one time is one visit: a resident reads that somebody was there, and how often only if they want to know.
import type { InzageRegelWat } from '../../api/types';
import { redenVan } from './redenen';

export interface Bezoek {
  /** Who, in which role: of the first of its lines. */
  wie: InzageRegelWat;
  regels: InzageRegelWat[];
  van: string;
  tot: string;
}

/** Longer apart than this it is another visit. */
const APART_MS = 3_600_000;

const zelfde = (a: InzageRegelWat, b: InzageRegelWat) =>
  a.naam === b.naam && a.rol === b.rol && a.afdeling === b.afdeling && a.glas === b.glas;

/** The visits of a day, the latest first. */
export function perBezoek(regels: InzageRegelWat[]): Bezoek[] {
  const bezoeken: Bezoek[] = [];
  for (const regel of [...regels].sort((a, b) => a.van.localeCompare(b.van))) {
    const bij = bezoeken.find(
      (een) => zelfde(een.wie, regel) && Date.parse(regel.van) - Date.parse(een.tot) < APART_MS,
    );
    if (bij) {
      bij.regels.push(regel);
      if (regel.tot > bij.tot) bij.tot = regel.tot;
    } else bezoeken.push({ wie: regel, regels: [regel], van: regel.van, tot: regel.tot });
  }
  return bezoeken.sort((a, b) => b.tot.localeCompare(a.tot));
}

/** Why, each reason once; the one that says the least only when there is no other. */
export function redenenVan({ regels }: Bezoek): string[] {
  const alle = [...new Set(regels.map((regel) => regel.waarom))];
  const eigen = alle.filter((zin) => redenVan(zin) !== 'werk');
  return eigen.length > 0 ? eigen : alle;
}

/** The names of the parts that were only looked at, or that were changed. */
export const delenVan = (
  { regels }: Bezoek,
  gewijzigd: boolean,
  naam: (regel: InzageRegelWat) => string,
): string[] => [...new Set(regels.filter((regel) => regel.gewijzigd === gewijzigd).map(naam))];
