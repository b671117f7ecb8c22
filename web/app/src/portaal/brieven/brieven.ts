// The letters of somebody's zaken, over all of them.
import { useEffect, useState } from 'react';
import { haal, Probleem } from '../../api/http';
import type { BriefWat, Ik, ZaakRij } from '../../api/types';
import { useBundle } from '../../rt/hooks';

export interface ZaakBrief {
  zaak: ZaakRij;
  brief: BriefWat;
}

export type Brievenstand = { stand: 'laden' } | { stand: 'fout' } | { stand: 'klaar'; items: ZaakBrief[] };

/** Between two looks at a letter that is being made: it takes a breath. */
const OPNIEUW_MS = 1_500;
/** After so many it is said that it comes later. */
const KEREN_MAX = 8;

/** Of a zaak whose letters are not for who reads there are none. */
async function vanZaak(zaak: ZaakRij): Promise<ZaakBrief[]> {
  try {
    const { items } = await haal<{ items: BriefWat[] }>(`/zaken/${zaak.id}/brieven`);
    return items.map((brief) => ({ zaak, brief }));
  } catch (error) {
    if (error instanceof Probleem && error.status === 404) return [];
    throw error;
  }
}

/** The one that is being made comes first, then the newest. */
const eerst = (a: ZaakBrief, b: ZaakBrief) =>
  (b.brief.gemaakt_op ?? '9').localeCompare(a.brief.gemaakt_op ?? '9');

/** Asked again when a zaak comes or goes, and for a while when a letter is being made. */
export function useBrieven(zaken: ZaakRij[] | undefined): Brievenstand {
  const [stand, setStand] = useState<Brievenstand>({ stand: 'laden' });
  const [keer, setKeer] = useState(0);
  const welke = zaken
    ?.map((zaak) => zaak.id)
    .sort()
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: which zaken they are is the reason, not how each is now
  useEffect(() => {
    if (!zaken) return undefined;
    let weg = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    Promise.all(zaken.map(vanZaak)).then(
      (lijsten) => {
        if (weg) return;
        const items = lijsten.flat().sort(eerst);
        setStand({ stand: 'klaar', items });
        if (keer < KEREN_MAX && items.some(({ brief }) => brief.stap === 'gevraagd')) {
          timer = setTimeout(() => setKeer(keer + 1), OPNIEUW_MS);
        }
      },
      () => !weg && setStand({ stand: 'fout' }),
    );
    return () => {
      weg = true;
      clearTimeout(timer);
    };
  }, [welke, keer]);
  return stand;
}

export function useMijnBrieven(ik: Ik): Brievenstand {
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const zaken =
    bundel.stand === 'laden' ? undefined : bundel.stand === 'weg' ? [] : bundel.leden.map((lid) => lid.b);
  return useBrieven(zaken);
}
