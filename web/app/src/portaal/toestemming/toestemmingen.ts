import { useCallback, useEffect, useMemo, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, ToestemmingenWat, ZaakRij } from '../../api/types';
import { dagIso } from '../../datum';
import { useBundle, useNu, useRt, useVraagOpnieuw } from '../../rt/hooks';

export type Toestemmingen =
  | { stand: 'laden' }
  | { stand: 'fout' }
  | { stand: 'klaar'; items: ToestemmingenWat[] };

/** Those for whom one answers, oneself first, each live. Who they are is asked again when gezag or an age may have changed it. */
export function useToestemmingen(ik: Ik): Toestemmingen {
  const { topics } = useRt();
  const bundel = useBundle<ZaakRij>(`werkvoorraad/${ik.id}`);
  const dag = dagIso(useNu());
  const zaken =
    bundel.stand === 'klaar'
      ? bundel.leden
          .map((lid) => lid.b.id)
          .sort()
          .join()
      : '';
  const [lijst, setLijst] = useState<Toestemmingen>({ stand: 'laden' });
  const [live, setLive] = useState<Record<string, ToestemmingenWat>>({});

  const vraag = useCallback(() => {
    haal<{ items: ToestemmingenWat[] }>('/toestemmingen').then(
      ({ items }) => setLijst({ stand: 'klaar', items }),
      () => setLijst((was) => (was.stand === 'klaar' ? was : { stand: 'fout' })),
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day and the list are the reason
  useEffect(vraag, [vraag, dag, zaken]);
  useVraagOpnieuw(lijst.stand === 'fout', vraag);

  const personen = lijst.stand === 'klaar' ? lijst.items.map((one) => one.persoon).join() : '';
  useEffect(() => {
    const channels = personen
      .split(',')
      .filter(Boolean)
      .map((persoon) => topics.view(`toestemmingen/${persoon}`));
    const offs = channels.flatMap((channel) => {
      const lees = () => {
        const now = channel.getState();
        if (now.stand === 'weg') vraag();
        if (now.stand !== 'klaar') return;
        const wat = now.b as ToestemmingenWat;
        setLive((was) => ({ ...was, [wat.persoon]: wat }));
      };
      const off = channel.listen(lees);
      const laat = topics.hold(channel);
      lees();
      return [off, laat];
    });
    return () => {
      for (const off of offs) off?.();
    };
  }, [topics, personen, vraag]);

  return useMemo(
    () =>
      lijst.stand === 'klaar'
        ? { stand: 'klaar', items: lijst.items.map((one) => live[one.persoon] ?? one) }
        : lijst,
    [lijst, live],
  );
}
