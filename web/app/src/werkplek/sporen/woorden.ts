// What a line of the trail says in codes, in the words of who reads it.
import { sporen } from '../../teksten/sporen';

const t = sporen.spoor;

/** The ground, as people say it; what has no words stands as it is: a line of the trail hides nothing. */
export const grondNaam = (grond: string | null | undefined): string | undefined =>
  grond ? (t.gronden[grond] ?? grond) : undefined;

export interface Spoorobject {
  /** What it is: "zaak", "lijst met plannen". */
  naam: string;
  /** Which, as the filter asks for it; absent where there is but one of it. */
  sleutel?: string;
}

/** `zaak/<id>@wat` and `zaak/<id>/taak/<id>` are things of one zaak: which view of it was followed tells a reader nothing. */
export function leesObject(object: string): Spoorobject {
  const [zonderBeeld = ''] = object.split('@');
  const [soort = '', id] = zonderBeeld.split('/');
  const naam = t.objecten[soort] ?? soort;
  return id ? { naam, sleutel: `${soort}/${id}` } : { naam };
}

/** Enough of an id to tell two apart on one page. */
export const kort = (sleutel: string): string => sleutel.slice(-4);
