// What of a plan can be spoken of at this moment.
import type { PlanBijdragen, PortaalActie, PortaalDoel } from '../../../api/types';
import type { MijnPlan } from '../mijnplannen';

const van = (plannen: MijnPlan[], plan: string) =>
  plannen.find(({ groep, bijdragen }) => groep.id === plan && bijdragen);
const delen = ({ groep, leden }: MijnPlan) => [groep, ...leden];

/** The goal as it reads now; undefined when one can say nothing of it any more. */
export function doelIn(plannen: MijnPlan[], plan: string, id: string): PortaalDoel | undefined {
  const hier = van(plannen, plan);
  return (
    hier &&
    delen(hier)
      .flatMap(({ doelen }) => doelen)
      .find((doel) => doel.id === id)
  );
}

/** Whether it can be said that this is done: not when it was, or waits for who leads the plan, unless that one asked on. */
export const isTeMelden = (actie: PortaalActie, bijdragen: PlanBijdragen | undefined) =>
  !actie.gedaan &&
  (!actie.gemeld || Boolean(bijdragen?.meldingen.some((een) => een.actie === actie.id && een.vraag)));

/** The action as it reads now; undefined when one cannot say that it is done any more. */
export function actieIn(plannen: MijnPlan[], plan: string, id: string): PortaalActie | undefined {
  const hier = van(plannen, plan);
  const actie =
    hier &&
    delen(hier)
      .flatMap(({ acties }) => acties)
      .find((een) => een.id === id);
  return actie && isTeMelden(actie, hier.bijdragen) ? actie : undefined;
}
