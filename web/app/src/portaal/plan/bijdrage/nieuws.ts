// What became of what one said of a plan, newest first: somebody answered, confirmed it, or opened it again. Pure.
import type { MijnMelding, MijnReactie } from '../../../api/types';
import type { MijnPlan } from '../mijnplannen';

/** So long it is told on the first page: somebody who looks once a week reads it, and after two weeks it is no news. */
const NIEUWS_DAGEN = 14;
const DAG_MS = 86_400_000;

export interface Nieuws {
  /** One and the same as long as nothing more is said of it. */
  id: string;
  soort: 'antwoord' | 'bevestigd' | 'heropend';
  /** Who answered; who confirmed is who leads the plan, whoever that was. */
  wie: string | undefined;
  /** The goal or action. */
  over: string;
  op: string;
}

const vanReactie = ({ doel, antwoord }: MijnReactie, over: string): Nieuws[] =>
  antwoord
    ? [{ id: `${doel} ${antwoord.op}`, soort: 'antwoord', wie: antwoord.door.naam, over, op: antwoord.op }]
    : [];

function vanMelding({ actie, bevestigd, heropend }: MijnMelding, over: string): Nieuws[] {
  const basis = { wie: undefined, over };
  if (bevestigd) return [{ ...basis, id: `${actie} ${bevestigd}`, soort: 'bevestigd', op: bevestigd }];
  return heropend ? [{ ...basis, id: `${actie} ${heropend}`, soort: 'heropend', op: heropend }] : [];
}

function vanPlan({ groep, leden, bijdragen }: MijnPlan): Nieuws[] {
  if (!bijdragen) return [];
  const delen = [groep, ...leden];
  const namen = new Map(
    delen.flatMap(({ doelen, acties }) => [...doelen, ...acties].map((een) => [een.id, een.omschrijving])),
  );
  const met = <T>(id: string, van: (over: string) => T[]) => {
    const over = namen.get(id);
    return over === undefined ? [] : van(over);
  };
  return [
    ...bijdragen.reacties.flatMap((een) => met(een.doel, (over) => vanReactie(een, over))),
    ...bijdragen.meldingen.flatMap((een) => met(een.actie, (over) => vanMelding(een, over))),
  ];
}

export function nieuwsVan(plannen: MijnPlan[], now: Date): Nieuws[] {
  const vanaf = now.getTime() - NIEUWS_DAGEN * DAG_MS;
  return plannen
    .flatMap(vanPlan)
    .filter(({ op }) => Date.parse(op) >= vanaf)
    .sort((a, b) => b.op.localeCompare(a.op) || a.id.localeCompare(b.id));
}

/** Of what is new, what was read on this visit: the browser keeps nothing of anybody, so that the next visit tells it once more. */
let gelezen: ReadonlySet<string> = new Set();
const horen = new Set<() => void>();

export const gelezenNieuws = {
  get: () => gelezen,
  hoor(roep: () => void) {
    horen.add(roep);
    return () => horen.delete(roep);
  },
  lees(ids: string[]) {
    if (ids.every((id) => gelezen.has(id))) return;
    gelezen = new Set([...gelezen, ...ids]);
    for (const roep of horen) roep();
  },
};
