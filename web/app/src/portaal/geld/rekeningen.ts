import { useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { RekeningKort } from '../../api/types';

export type Rekeningen = { stand: 'laden' } | { stand: 'klaar'; items: RekeningKort[] } | { stand: 'fout' };

/** One's own rekeningen. Which they are changes rarely; what is on them is live. */
export function useRekeningen(): Rekeningen {
  const [stand, setStand] = useState<Rekeningen>({ stand: 'laden' });
  useEffect(() => {
    haal<{ items: RekeningKort[] }>('/rekeningen').then(
      ({ items }) => setStand({ stand: 'klaar', items }),
      () => setStand({ stand: 'fout' }),
    );
  }, []);
  return stand;
}
