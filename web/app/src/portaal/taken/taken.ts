// What is asked of a resident now: questions that wait for an answer, and what they said they would do in a plan. Followed once for the whole
// visit, so that the count in the menu and the page say the same.
import { createContext, useContext } from 'react';
import type { Ik, PlanBijdragen, PortaalActie } from '../../api/types';
import { isTeMelden } from '../plan/bijdrage/live';
import { useMijnPlannen } from '../plan/mijnplannen';
import { useToestemmingen } from '../toestemming/toestemmingen';

export type Taak =
  /** Somebody wants to read along. */
  | { soort: 'toestemming'; id: string; wie: string; voor: string | undefined; tot: string }
  /** To do by a day, as agreed in a plan. */
  | {
      soort: 'actie';
      id: string;
      omschrijving: string;
      dag: string;
      leidt: string | undefined;
      actie: PortaalActie;
      bijdragen: PlanBijdragen | undefined;
    };

export type Taken = { stand: 'laden' } | { stand: 'klaar'; taken: Taak[] };

const Context = createContext<Taken>({ stand: 'laden' });
export const TakenProvider = Context.Provider;
export const useTaken = () => useContext(Context);

/** What has a last day soonest comes first. Of a source that cannot be asked now the other is told all the same. */
export function useMijnTaken(ik: Ik): Taken {
  const toestemmingen = useToestemmingen(ik);
  const plannen = useMijnPlannen(ik);
  if (toestemmingen.stand === 'laden' || plannen.stand === 'laden') return { stand: 'laden' };
  const vragen = toestemmingen.stand === 'klaar' ? toestemmingen.items : [];
  const taken: Taak[] = [
    ...vragen.flatMap((van) =>
      van.gevraagd.map((vraag) => ({
        soort: 'toestemming' as const,
        id: vraag.id,
        wie: vraag.wie.naam,
        voor: van.persoon === ik.persoon ? undefined : van.naam,
        tot: vraag.antwoord_voor ?? vraag.tot_en_met,
      })),
    ),
    ...plannen.plannen.flatMap((plan) =>
      [plan.groep, ...plan.leden]
        .flatMap((deel) => deel.acties)
        .filter((actie) => 'lid' in actie.eigenaar && actie.eigenaar.lid === ik.persoon)
        // What one reported done waits for somebody else, until that one asks on.
        .filter((actie) => isTeMelden(actie, plan.bijdragen))
        .map((actie) => ({
          soort: 'actie' as const,
          id: actie.id,
          omschrijving: actie.omschrijving,
          dag: actie.datum,
          leidt: plan.groep.regisseur?.naam,
          actie,
          bijdragen: plan.bijdragen,
        })),
    ),
  ];
  return { stand: 'klaar', taken: taken.sort((a, b) => dagVan(a).localeCompare(dagVan(b))) };
}

const dagVan = (taak: Taak) => (taak.soort === 'actie' ? taak.dag : taak.tot);
