// What of the plan is new to who looks, live: for the first page and for the count in the menu.
import { useMemo, useSyncExternalStore } from 'react';
import type { Ik } from '../../api/types';
import { useNu } from '../../rt/hooks';
import { gelezenNieuws, nieuwsVan } from './bijdrage/nieuws';
import { useMijnPlannen } from './mijnplannen';

export function usePlannieuws(ik: Ik) {
  const now = useNu();
  const { stand, plannen } = useMijnPlannen(ik);
  const gelezen = useSyncExternalStore(gelezenNieuws.hoor, gelezenNieuws.get);
  const nieuws = useMemo(() => nieuwsVan(plannen ?? [], now), [plannen, now]);
  return { klaar: stand === 'klaar', nieuws, ongelezen: nieuws.filter(({ id }) => !gelezen.has(id)) };
}
