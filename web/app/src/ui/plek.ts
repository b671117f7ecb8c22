// Which colour somebody has: one function of who they are, so that a chair on the list, at the zaak and in the document is the same one.

/** Colours there are. */
export const PLEKKEN = 8;

/** Somebody's own colour, 1 to 8 (FNV-1a over the id: ids that differ in a digit differ in colour as well as any others). */
export function plekVan(id: string): number {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return (hash % PLEKKEN) + 1;
}

/**
 * The colours around one table. Everybody has their own; who finds it taken by somebody of a smaller id moves on to the next that is
 * free, since two people at one table must differ (C3). `kring` are those who belong there, by whom the order is fixed on every page;
 * guests come after them. Beyond eight, colours are shared.
 */
export function plekkenAan(kring: Iterable<string>, gasten: Iterable<string> = []): Map<string, number> {
  const plekken = new Map<string, number>();
  const bezet = new Set<number>();
  const zet = (id: string, plek: number) => {
    plekken.set(id, plek);
    bezet.add(plek);
  };
  for (const groep of [kring, gasten]) {
    const ids = [...new Set(groep)].filter((id) => !plekken.has(id)).sort();
    for (const id of ids) if (!bezet.has(plekVan(id))) zet(id, plekVan(id));
    for (const id of ids) {
      if (plekken.has(id)) continue;
      let plek = plekVan(id);
      if (bezet.size < PLEKKEN) while (bezet.has(plek)) plek = (plek % PLEKKEN) + 1;
      zet(id, plek);
    }
  }
  return plekken;
}
