// A rekening as it stands, live. What was recorded later is never followed on the screen by what was recorded before, also when a
// reconnect ends up with a server that is behind.
import { useCallback, useEffect, useRef, useState } from 'react';
import { haal } from '../api/http';
import type { SaldoWat, TransactieWat } from '../api/types';
import { useView } from '../rt/hooks';
import type { TopicState } from '../rt/topics/kanaal';

/** What to show after `nu` came in while `vorige` is shown. */
export function nieuwste(vorige: SaldoWat | undefined, nu: SaldoWat): SaldoWat {
  return vorige && vorige.id === nu.id && vorige.versie > nu.versie ? vorige : nu;
}

export function useSaldo(id: string): TopicState<SaldoWat> {
  const live = useView<SaldoWat>(`saldo/${id}`);
  const shown = useRef<SaldoWat>(undefined);
  if (live.stand !== 'klaar') return live;
  shown.current = nieuwste(shown.current, live.b);
  return { ...live, b: shown.current };
}

/** The list after its newest part came in: what is new goes on top. Without overlap there is a hole, and the old part goes. */
export function voegSamen(gezien: TransactieWat[], live: TransactieWat[]): TransactieWat[] {
  const ids = new Set(live.map((t) => t.id));
  const overlap = gezien.some((t) => ids.has(t.id));
  if (!overlap) return live;
  return [...live, ...gezien.filter((t) => !ids.has(t.id))];
}

/** So many come with the balance; fewer means that there are no more. */
const BIJ_SALDO = 10;

interface Pagina {
  items: TransactieWat[];
  volgende: string | null;
}

/** What was booked: the newest part live, older pages when asked for. */
export function useTransacties(id: string, live: TransactieWat[]) {
  const [lijst, setLijst] = useState(live);
  /** Undefined while nobody asked for more: then there may be more. */
  const [einde, setEinde] = useState(false);
  const [bezig, setBezig] = useState(false);
  const [mislukt, setMislukt] = useState(false);
  const bottom = useRef<string>(undefined);

  useEffect(() => setLijst((gezien) => voegSamen(gezien, live)), [live]);
  const samen = voegSamen(lijst, live);
  bottom.current = samen.at(-1)?.id;

  const meer = useCallback(async () => {
    const na = bottom.current;
    if (na === undefined) return;
    setBezig(true);
    setMislukt(false);
    try {
      const pagina = await haal<Pagina>(
        `/rekeningen/${id}/transacties?aantal=25&na=${encodeURIComponent(na)}`,
      );
      setLijst((gezien) => {
        const known = new Set(gezien.map((t) => t.id));
        return [...gezien, ...pagina.items.filter((t) => !known.has(t.id))];
      });
      setEinde(pagina.volgende === null);
    } catch {
      setMislukt(true);
    } finally {
      setBezig(false);
    }
  }, [id]);

  return { transacties: samen, meer, einde: einde || samen.length < BIJ_SALDO, bezig, mislukt };
}
