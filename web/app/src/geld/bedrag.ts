// Money as people here write it. Amounts cross the wire as whole euro cents; they become text here and nowhere else.
import { landstaal } from '../taal';

const vormen = new Map<string, Intl.NumberFormat>();

function euro(): Intl.NumberFormat {
  const taal = landstaal();
  const eigen = vormen.get(taal) ?? new Intl.NumberFormat(taal, { style: 'currency', currency: 'EUR' });
  vormen.set(taal, eigen);
  return eigen;
}

/** "€ 1.234,56", with a space that does not break; in English "€1,234.56". */
export const bedrag = (cents: number): string => euro().format(cents / 100);

/** In a list of what came in and what went off: "+ € 65,00", "− € 20,00". */
export const metTeken = (cents: number): string => `${cents < 0 ? '−' : '+'}\u00a0${bedrag(Math.abs(cents))}`;

/** How much of a goal is there, 0 to 1; undefined without a goal to measure against. */
export function deelVan(cents: number, streef: number | null | undefined): number | undefined {
  if (streef === null || streef === undefined || streef <= 0) return undefined;
  return Math.min(1, Math.max(0, cents / streef));
}
