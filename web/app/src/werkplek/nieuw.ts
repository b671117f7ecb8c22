// What is new for who looks, until they open it (C2-K1, C2-E1). The server keeps it, so that it is the same in every tab and on every
// device, and after a reload.
import { useCallback, useEffect, useRef } from 'react';
import { opdracht } from '../api/http';
import type { Ik, NieuwWat, ZaakDat, ZaakRij } from '../api/types';
import { herhaling } from '../rt/herhaling';
import { useRt, useView } from '../rt/hooks';

/** Given to me and not opened since, or waiting for somebody and not opened by me. */
export function isNieuw(nieuw: NieuwWat, rij: Pick<ZaakDat, 'id' | 'behandelaars'>): boolean {
  if (nieuw.toegewezen.includes(rij.id)) return true;
  return rij.behandelaars.length === 0 && !nieuw.gezien.includes(rij.id);
}

/** Whether a row of the werkvoorraad is new. Until the server has said so nothing is. */
export function useNieuw(ik: Ik): (rij: ZaakRij) => boolean {
  const nieuw = useView<NieuwWat>(`nieuw/${ik.id}`);
  const stand = nieuw.stand === 'klaar' ? nieuw.b : undefined;
  return useCallback((rij) => stand !== undefined && !rij.te_accorderen && isNieuw(stand, rij), [stand]);
}

/** The zaak is on the screen: it is new no more. Said once for each time that it was. */
export function useGezien(ik: Ik, id: string, zaak: Pick<ZaakDat, 'id' | 'behandelaars'> | undefined) {
  const { connection } = useRt();
  const nieuw = useView<NieuwWat>(`nieuw/${ik.id}`);
  const bezig = useRef<string>(undefined);
  const teZeggen = zaak !== undefined && nieuw.stand === 'klaar' && isNieuw(nieuw.b, zaak);
  useEffect(() => {
    if (!teZeggen || bezig.current === id) return;
    bezig.current = id;
    // When it does not come through it stays new, which is no harm; the next time that the page opens says it again.
    opdracht(`/zaken/${id}/gezien`, {}, herhaling(connection))
      .catch(() => undefined)
      .finally(() => {
        bezig.current = undefined;
      });
  }, [teZeggen, id, connection]);
}
