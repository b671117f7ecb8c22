// Which rows a list shows and in which order, when it changes while somebody looks (C12). What came in later waits behind a strip as soon
// as somebody is in the list, and goes on waiting until it is asked for: also when the pointer has left, and when the whole list came
// anew after the line was lost.
export interface Verandering {
  /** What the list shows now; `undefined` before its first showing. */
  getoond: string[] | undefined;
  /** All there is, in the list's own order. */
  alles: string[];
  /** Whether this one came in while one was looking. */
  later: (id: string) => boolean;
  /** The pointer or the focus is in the list. */
  bezet: boolean;
}

export interface Orde {
  orde: string[];
  /** Later ones that come into sight with this. */
  nieuw: string[];
  /** Later ones that were not there before, in sight or waiting: what is said aloud. */
  wacht: string[];
}

export function volgende({ getoond, alles, later, bezet }: Verandering, wachtte: ReadonlySet<string>): Orde {
  const held = new Set(getoond);
  const there = new Set(alles);
  const added = alles.filter((id) => !held.has(id));
  const fresh = added.filter(later);
  const waits = fresh.some((id) => wachtte.has(id));
  if (getoond === undefined || (!bezet && !waits)) return { orde: alles, nieuw: fresh, wacht: [] };
  // Nothing moves: what went goes, what is not new stands at the end, what is new waits.
  const orde = [...getoond.filter((id) => there.has(id)), ...added.filter((id) => !later(id))];
  return { orde, nieuw: [], wacht: fresh };
}
