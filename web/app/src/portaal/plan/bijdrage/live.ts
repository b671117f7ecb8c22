// What of a plan can be spoken of at this moment.
import type { MijnMelding, PlanBijdragen, PortaalActie, PortaalDoel } from '../../../api/types';
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

/** Whether who leads the plan asked on, and one did not answer yet. */
export const wachtOpAntwoord = ({ vraag, nog_niet, bevestigd, heropend }: MijnMelding) =>
  Boolean(vraag) && !nog_niet && !bevestigd && !heropend;

/** Whether it can be said that this is done: not when it was, or waits for who leads the plan, unless that one asked on. */
export const isTeMelden = (actie: PortaalActie, bijdragen: PlanBijdragen | undefined) =>
  !actie.gedaan &&
  (!actie.gemeld ||
    Boolean(bijdragen?.meldingen.some((een) => een.actie === actie.id && wachtOpAntwoord(een))));

/** How it is now with an action of which one was to say that it is done. */
export type Actiestand =
  | { stand: 'open'; actie: PortaalActie }
  /** Said meanwhile, by oneself on another screen or by who also may; confirmed; or not there to be seen. */
  | { stand: 'gemeld' | 'gedaan' | 'weg'; actie?: undefined };

export function actieNu(plannen: MijnPlan[], plan: string, id: string): Actiestand {
  const hier = van(plannen, plan);
  const actie =
    hier &&
    delen(hier)
      .flatMap(({ acties }) => acties)
      .find((een) => een.id === id);
  if (!actie) return { stand: 'weg' };
  if (isTeMelden(actie, hier.bijdragen)) return { stand: 'open', actie };
  return { stand: actie.gedaan ? 'gedaan' : 'gemeld' };
}
