// One thing done with many zaken: all, or a clear list of which not and why.
import type { ZaakRij } from '../../api/types';

/** At a time: brisk, and one browser does not fill the queue of the server. */
const TEGELIJK = 4;

export interface Gelukt {
  rij: ZaakRij;
  /** The version after it: who undoes it, undoes this and nothing later. */
  versie: number;
}

export interface Uitslag {
  gelukt: Gelukt[];
  /** In the order in which they were chosen, each with a sentence. */
  mislukt: { rij: ZaakRij; zin: string }[];
  /** Not tried: who did it would not go on. */
  niet: ZaakRij[];
}

export interface Samen {
  /** Gives the version after it; `undefined` when whoever does it will not go on. */
  doe: (rij: ZaakRij) => Promise<number | undefined>;
  /** Why it did not go. */
  zin: (error: unknown) => string;
  /** After each one. */
  stap?: (klaar: number) => void;
}

/** Each by itself: one that does not go holds up no other. */
export async function samen(rijen: ZaakRij[], { doe, zin, stap }: Samen): Promise<Uitslag> {
  const uit = new Map<string, Gelukt | { zin: string }>();
  let volgende = 0;
  let gestopt = false;
  const werk = async () => {
    while (volgende < rijen.length && !gestopt) {
      const rij = rijen[volgende] as ZaakRij;
      volgende += 1;
      try {
        const versie = await doe(rij);
        if (versie === undefined) gestopt = true;
        else uit.set(rij.id, { rij, versie });
      } catch (error) {
        uit.set(rij.id, { zin: zin(error) });
      }
      stap?.(uit.size);
    }
  };
  await Promise.all(Array.from({ length: Math.min(TEGELIJK, rijen.length) }, werk));
  const uitslag: Uitslag = { gelukt: [], mislukt: [], niet: [] };
  for (const rij of rijen) {
    const een = uit.get(rij.id);
    if (een === undefined) uitslag.niet.push(rij);
    else if ('zin' in een) uitslag.mislukt.push({ rij, zin: een.zin });
    else uitslag.gelukt.push(een);
  }
  return uitslag;
}
