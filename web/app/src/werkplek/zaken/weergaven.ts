// One's own views as the server keeps them: read once, changed on top of what is there, and the same in every tab of this browser at once.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { haal, Probleem, zet } from '../../api/http';
import type { ConceptBewaard, Ik, WeergavenWat } from '../../api/types';
import { nu } from '../../klok';
import { type BewaardeWeergave, isBijnaOver, type Stap, samen, vanVoorheen, wisVoorheen } from './bewaard';

const PAD = '/mijn/weergaven';
const KANAAL = 'keukentafel-weergaven';
const CONFLICT = 409;
/** Each time another desk was first one looks again; more often than this it is no chance. */
const PROBEER = 3;

const sleutel = (ik: Ik) => ['weergaven', ik.id, ik.rol];

function zegVerder() {
  const kanaal = new BroadcastChannel(KANAAL);
  kanaal.postMessage(null);
  kanaal.close();
}

/** Does `stap` on the list as the server has it, and gives the list as it is then. */
async function doe(stap: Stap, eerst?: WeergavenWat): Promise<WeergavenWat> {
  let wat = eerst ?? (await haal<WeergavenWat>(PAD));
  for (let keer = 1; ; keer += 1) {
    const weergaven = stap(wat.weergaven);
    try {
      const { versie, verloopt_op } = await zet<ConceptBewaard>(PAD, { weergaven }, wat.versie);
      return { weergaven, versie, verloopt_op };
    } catch (error) {
      if (!(error instanceof Probleem) || error.status !== CONFLICT || keer === PROBEER) throw error;
      wat = await haal<WeergavenWat>(PAD);
    }
  }
}

/** What this browser kept before goes to the server, once; what is in use is kept anew in time. */
async function lees(ik: Ik): Promise<WeergavenWat> {
  const wat = await haal<WeergavenWat>(PAD);
  const voorheen = vanVoorheen(ik.id);
  if (voorheen.length === 0) return isBijnaOver(wat, nu()) ? doe((van) => van, wat) : wat;
  const over = await doe((van) => samen(van, voorheen), wat);
  wisVoorheen(ik.id);
  return over;
}

const GEEN: BewaardeWeergave[] = [];

/** One's own views; none until they came. */
export function useEigenWeergaven(ik: Ik): BewaardeWeergave[] {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: sleutel(ik), queryFn: () => lees(ik), refetchOnWindowFocus: true });
  useEffect(() => {
    const kanaal = new BroadcastChannel(KANAAL);
    kanaal.onmessage = () => void queries.invalidateQueries({ queryKey: ['weergaven'] });
    return () => kanaal.close();
  }, [queries]);
  return data?.weergaven ?? GEEN;
}

/** Whoever comes back to a browser that kept views before has them at every desk from then on. */
export function neemOver(queries: QueryClient, ik: Ik) {
  if (vanVoorheen(ik.id).length === 0) return;
  void queries.prefetchQuery({ queryKey: sleutel(ik), queryFn: () => lees(ik) });
}

/** Changes them; afterwards they are on disk and in every tab. */
export async function verander(queries: QueryClient, ik: Ik, stap: Stap): Promise<void> {
  queries.setQueryData<WeergavenWat>(sleutel(ik), await doe(stap));
  zegVerder();
}
