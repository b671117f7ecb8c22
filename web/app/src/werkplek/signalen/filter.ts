// Which signalen a register shows. It stands in the address, so that a filtered register can be sent, kept and gone back to.
import { useSyncExternalStore } from 'react';
import type { SignaalRij } from '../../api/types';
import { dagIso } from '../../datum';

export const FILTERVELDEN = ['stand', 'soort', 'plaats', 'van', 'tot', 'bron'] as const;
export type Filter = Partial<Record<(typeof FILTERVELDEN)[number], string>>;

const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

export function leesFilter(zoek: string): Filter {
  const params = new URLSearchParams(zoek);
  return Object.fromEntries(
    FILTERVELDEN.flatMap((veld) => (params.get(veld) ? [[veld, params.get(veld)]] : [])),
  );
}

export function zetFilter(filter: Filter) {
  const params = new URLSearchParams();
  for (const veld of FILTERVELDEN) if (filter[veld]) params.set(veld, filter[veld]);
  const zoek = params.toString();
  history.replaceState(null, '', zoek ? `${location.pathname}?${zoek}` : location.pathname);
  for (const listener of listeners) listener();
}

export function useFilter(): Filter {
  const zoek = useSyncExternalStore(listen, () => location.search);
  return leesFilter(zoek);
}

/** What was handled is asked of the server by page; what waits is live. */
export const isAfgehandeld = (filter: Filter): boolean => filter.stand === 'afgehandeld';

/** What the server is asked for. */
export function vraagVan(filter: Filter, na: string): string {
  const vraag = new URLSearchParams({ aantal: String(PER_PAGINA) });
  for (const veld of FILTERVELDEN) if (filter[veld]) vraag.set(veld, filter[veld]);
  if (na) vraag.set('na', na);
  return vraag.toString();
}

const PER_PAGINA = 25;

/** As the server filters: what one may not see of a row does not match. */
export function past(rij: SignaalRij, filter: Filter): boolean {
  const dag = dagIso(new Date(rij.ontvangen_op));
  const plaats = filter.plaats?.trim().toLowerCase();
  const woorden = (rij.plaats ?? '').toLowerCase();
  return (
    (!filter.soort || rij.signaalsoort === filter.soort) &&
    (!filter.van || dag >= filter.van) &&
    (!filter.tot || dag <= filter.tot) &&
    (!plaats || woorden.startsWith(plaats) || woorden.split(' ').some((woord) => woord.startsWith(plaats))) &&
    (!filter.bron || (rij.bronnen ?? []).some((bron) => bron === filter.bron))
  );
}

const SPOED: Record<SignaalRij['urgentie'] & string, number> = { crisis: 0, spoed: 1, gewoon: 2 };

/** What cannot wait first, and of those the newest. */
export const opSpoed = (a: SignaalRij, b: SignaalRij): number =>
  SPOED[a.urgentie ?? 'gewoon'] - SPOED[b.urgentie ?? 'gewoon'] ||
  b.ontvangen_op.localeCompare(a.ontvangen_op);
