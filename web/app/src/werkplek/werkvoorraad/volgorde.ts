// In which order the rows stand. None moves under a pointer or the focus: what is new waits until it is asked for.
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { volgende } from './orde';
import type { Rij } from './Regel';
import { opSpoed } from './spoed';

const VERS_MAX_MS = 60_000;

export function useVolgorde(rijen: Rij[], houder: RefObject<HTMLDivElement | null>) {
  const [orde, setOrde] = useState<string[] | undefined>();
  const wachtte = useRef<ReadonlySet<string>>(new Set());
  const { vers, licht, uit } = useVers();
  const gewijzigd = useGewijzigd(rijen);
  const opTermijn = useMemo(
    () => [...rijen].sort((a, b) => opSpoed(a.rij, b.rij)).map((r) => r.rij.id),
    [rijen],
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
    licht(gewijzigd().filter((id) => held.includes(id)));
  }, [opTermijn, rijen]);

  const perId = new Map(rijen.map((r) => [r.rij.id, r]));
  const zichtbaar = (orde ?? opTermijn).flatMap((id) => perId.get(id) ?? []);

  const toon = () => {
    const added = opTermijn.filter((id) => !zichtbaar.some((r) => r.rij.id === id));
    wachtte.current = new Set();
    setOrde(opTermijn);
    licht(added);
    // The strip goes; the focus goes to the first of what it showed.
    requestAnimationFrame(() => {
      houder.current?.querySelector<HTMLElement>(`[data-zaak="${added[0]}"] a`)?.focus();
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
