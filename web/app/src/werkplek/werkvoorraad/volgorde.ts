// In which order the rows stand. None moves under a pointer or the focus: what is new waits until it is asked for.
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { volgende } from './orde';
import type { Rij } from './Regel';
import { opSpoed } from './spoed';

const VERS_MAX_MS = 60_000;

export interface Ordening {
  /** All of them in their own order; absent: what cannot wait first. */
  alles?: string[];
  /** What was asked for: another question is answered at once, however busy the list is. */
  vraag?: string;
  /** Brings a row into sight that stands far down, and gives it the focus. */
  naar?: (id: string) => void;
}

export function useVolgorde(
  rijen: Rij[],
  houder: RefObject<HTMLDivElement | null>,
  { alles, vraag = '', naar }: Ordening = {},
) {
  const [stand, setStand] = useState<{ vraag: string; orde: string[] } | undefined>();
  const orde = stand?.vraag === vraag ? stand.orde : undefined;
  const setOrde = (next: string[]) => setStand({ vraag, orde: next });
  const wachtte = useRef<ReadonlySet<string>>(new Set());
  const { vers, licht, uit } = useVers();
  const gewijzigd = useGewijzigd(rijen);
  const opTermijn = useMemo(
    () => alles ?? [...rijen].sort((a, b) => opSpoed(a.rij, b.rij)).map((r) => r.rij.id),
    [rijen, alles],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the list itself is a reason
  useEffect(() => {
    const held = orde ?? [];
    const later = new Set(rijen.filter((r) => r.later).map((r) => r.rij.id));
    const verandering = {
      getoond: orde,
      alles: opTermijn,
      later: (id: string) => later.has(id),
      bezet: isBezet(houder.current),
    };
    const next = volgende(verandering, wachtte.current);
    const gezegd = [...next.nieuw, ...next.wacht].filter((id) => !wachtte.current.has(id));
    if (gezegd.length > 0) omroep.zeg('werkvoorraad', nl.werkvoorraad.omroep(gezegd.length));
    wachtte.current = new Set(next.wacht);
    if (orde === undefined || next.orde.join() !== held.join()) setOrde(next.orde);
    licht(next.nieuw);
    // A row that changed lights up where it stands.
    const stond = new Set(held);
    licht(gewijzigd().filter((id) => stond.has(id)));
  }, [opTermijn, rijen, vraag]);

  const zichtbaar = useMemo(() => {
    const perId = new Map(rijen.map((r) => [r.rij.id, r]));
    return (orde ?? opTermijn).flatMap((id) => perId.get(id) ?? []);
  }, [rijen, orde, opTermijn]);

  const toon = () => {
    const stond = new Set(zichtbaar.map((r) => r.rij.id));
    const added = opTermijn.filter((id) => !stond.has(id));
    wachtte.current = new Set();
    setOrde(opTermijn);
    licht(added);
    // The strip goes; the focus goes to the first of what it showed.
    requestAnimationFrame(() => {
      if (naar) naar(added[0] ?? '');
      else houder.current?.querySelector<HTMLElement>(`[data-zaak="${added[0]}"] a`)?.focus();
    });
  };
  return { zichtbaar, wachtend: rijen.length - zichtbaar.length, vers, uit, toon };
}

/** Whether somebody points at it or is in it. */
const isBezet = (el: HTMLElement | null) =>
  el !== null && (el.matches(':hover') || el.contains(document.activeElement));

/** The rows that light up now. */
function useVers() {
  const [vers, setVers] = useState<ReadonlySet<string>>(new Set());
  const uit = (ids: string[]) => {
    setVers((old) => new Set([...old].filter((id) => !ids.includes(id))));
  };
  const licht = (ids: string[]) => {
    if (ids.length === 0) return;
    setVers((old) => new Set([...old, ...ids]));
    // With motion the end of the fade takes the mark away; without it, a minute does.
    setTimeout(() => uit(ids), VERS_MAX_MS);
  };
  return { vers, licht, uit };
}

/** Which rows have another version than when it was asked before. */
function useGewijzigd(rijen: Rij[]) {
  const versies = useRef(new Map<string, number>());
  return () => {
    const changed: string[] = [];
    for (const { rij, v } of rijen) {
      const before = versies.current.get(rij.id);
      if (before !== undefined && before < v) changed.push(rij.id);
      versies.current.set(rij.id, v);
    }
    return changed;
  };
}
