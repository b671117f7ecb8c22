// The rows that somebody chose, to do one thing with all of them.
import { useCallback, useMemo, useState } from 'react';
import type { Ik, ZaakRij } from '../../api/types';
import { verdeelt } from '../caseload/recht';
import type { Rij } from '../werkvoorraad/Regel';

export interface Keuze {
  /** Whether who looks can do anything with a row from here. */
  kan: boolean;
  mag: (rij: ZaakRij) => boolean;
  gekozen: ReadonlySet<string>;
  kies: (id: string, aan: boolean) => void;
  /** Of those that are shown and may be chosen. */
  alles: 'alle' | 'enkele' | 'geen';
  kiesAlles: (aan: boolean) => void;
  /** In the order in which they stand. */
  rijen: ZaakRij[];
  wis: () => void;
  /** What was done with these is done: whoever undoes it chooses anew. */
  laatLos: (ids: string[]) => void;
}

/**
 * What waits for somebody: who distributes the work gives it to others, a colleague of the field takes it. What went from the list, or was
 * given to somebody meanwhile, is no longer chosen.
 */
export function useKeuze(ik: Ik, getoond: Rij[]): Keuze {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const verdelen = verdeelt(ik);
  const mag = useCallback(
    (rij: ZaakRij) => rij.behandelaars.length === 0 && (verdelen || ik.team === rij.domein),
    [verdelen, ik.team],
  );
  const vrij = useMemo(() => getoond.map((r) => r.rij).filter(mag), [getoond, mag]);
  const rijen = useMemo(() => vrij.filter((rij) => ids.has(rij.id)), [vrij, ids]);
  const gekozen = useMemo(() => new Set(rijen.map((rij) => rij.id)), [rijen]);
  const kies = useCallback((id: string, aan: boolean) => {
    setIds((was) => {
      const next = new Set(was);
      if (aan) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return {
    kan: verdelen || Boolean(ik.team),
    mag,
    gekozen,
    kies,
    alles: rijen.length === 0 ? 'geen' : rijen.length === vrij.length ? 'alle' : 'enkele',
    kiesAlles: (aan) => setIds(aan ? new Set(vrij.map((rij) => rij.id)) : new Set()),
    rijen,
    wis: () => setIds(new Set()),
    laatLos: (weg) => setIds((was) => new Set([...was].filter((id) => !weg.includes(id)))),
  };
}
