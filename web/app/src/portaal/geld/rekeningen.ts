import { useCallback, useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { RekeningKort } from '../../api/types';
import { useVraagOpnieuw } from '../../rt/hooks';

export type Rekeningen = { stand: 'laden' } | { stand: 'klaar'; items: RekeningKort[] } | { stand: 'fout' };

/** One's own rekeningen. Which they are changes rarely; what is on them is live. */
export function useRekeningen(): Rekeningen {
  const [stand, setStand] = useState<Rekeningen>({ stand: 'laden' });
  const vraag = useCallback(() => {
    haal<{ items: RekeningKort[] }>('/rekeningen').then(
      ({ items }) => setStand({ stand: 'klaar', items }),
      () => setStand({ stand: 'fout' }),
    );
  }, []);
  useEffect(vraag, [vraag]);
  useVraagOpnieuw(stand.stand === 'fout', vraag);
  return stand;
}
