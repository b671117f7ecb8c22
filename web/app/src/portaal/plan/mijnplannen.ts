// The plans of which somebody is one of the groep, each with the parts that are theirs, live.
import { useMemo } from 'react';
import type { Ik, PlanBijdragen, PlanPortaal, PlanPortaalLid, ZaakRij } from '../../api/types';
import { useBundle } from '../../rt/hooks';
import type { Lid } from '../../rt/topics/kanaal';

export interface MijnPlan {
  groep: PlanPortaal;
  /** One's own first, then those of the children over whom one has gezag and of who lets one see theirs. */
  leden: PlanPortaalLid[];
  /** What one said of it oneself; absent for who may not. */
  bijdragen: PlanBijdragen | undefined;
  /** That these run, of others of the groep who let one know. */
  zaken: ZaakRij[];
}

export type MijnPlannen = { stand: 'laden'; plannen?: undefined } | { stand: 'klaar'; plannen: MijnPlan[] };

export const onderwerp = (ik: Ik) => `plannen/${ik.id}`;

export function useMijnPlannen(ik: Ik): MijnPlannen {
  const bundel = useBundle<unknown>(onderwerp(ik));
  return useMemo(() => {
    if (bundel.stand === 'laden') return { stand: 'laden' };
    const alle = bundel.stand === 'klaar' ? bundel.leden : [];
    const met = <T>(past: (topic: string) => boolean) =>
      (alle.filter((lid) => past(lid.topic)) as Lid<T>[]).map((lid) => lid.b);
    const delen = met<PlanPortaalLid>((topic) => topic.includes('/lid/') && topic.endsWith('@portaal'));
    const gezegd = met<PlanBijdragen>((topic) => topic.endsWith('@bijdragen'));
    const zaken = met<ZaakRij>((topic) => topic.startsWith('zaak/'));
    const eigen = (deel: PlanPortaalLid) => Number(deel.persoon !== ik.persoon);
    const plannen = met<PlanPortaal>((topic) => /^plan\/[^/]+@portaal$/.test(topic))
      .sort((a, b) => b.begonnen_op.localeCompare(a.begonnen_op))
      .map((groep) => ({
        groep,
        leden: delen
          .filter((deel) => deel.plan === groep.id)
          .sort((a, b) => eigen(a) - eigen(b) || a.persoon.localeCompare(b.persoon)),
        bijdragen: gezegd.find((een) => een.plan === groep.id),
        zaken: zaken.filter((zaak) => groep.leden.some((lid) => lid.id === zaak.persoon?.id)),
      }));
    return { stand: 'klaar', plannen };
  }, [bundel, ik.persoon]);
}
