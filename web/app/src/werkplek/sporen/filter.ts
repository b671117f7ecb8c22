// Which lines of the trail are asked for, and what can be chosen: what was seen. Ids and codes alone stand in an address.
import type { SpoorRegel } from '../../api/types';

export interface Filter {
  persoon?: string;
  medewerker?: string;
  handeling?: string;
  uitkomst?: string;
  object?: string;
  van?: string;
  tot?: string;
}

export interface Opties {
  wie: Map<string, string>;
  handeling: Map<string, string>;
}

export function adres(filter: Filter, na: string | undefined): string {
  const vraag = new URLSearchParams();
  for (const [veld, waarde] of Object.entries({ ...filter, na })) if (waarde) vraag.set(veld, waarde);
  const text = vraag.toString();
  return text ? `/audit?${text}` : '/audit';
}

/** What was there before stays to choose from: a filter would leave itself as the only choice. */
export function gezien(was: Opties, items: SpoorRegel[]): Opties {
  const wie = new Map(was.wie);
  const handeling = new Map(was.handeling);
  for (const regel of items) {
    if (regel.wie) wie.set(regel.wie.id, regel.wie.naam);
    handeling.set(regel.handeling, regel.handeling_naam);
  }
  return { wie, handeling };
}

const LEZEN = 'audit.lezen';

/** That one read the trail oneself: it stands in it, and is in the way of who reads on. */
export const isEigenLezen = (regel: SpoorRegel, ik: string): boolean =>
  regel.handeling === LEZEN && regel.wie?.id === ik;

/** Somebody asks for just that. */
export const vraagtLezen = (filter: Filter): boolean =>
  filter.handeling === LEZEN || (filter.object ?? '').startsWith('audit');

/** From another page one comes here for one thing: `?object=plan/<id>`. */
export function leesVraag(zoek: string): Filter {
  const object = new URLSearchParams(zoek).get('object');
  return object && /^[a-z]+\/[0-9a-f-]{36}$/.test(object) ? { object } : {};
}
