// How taken stand by the calendar, as the page counts them itself: at midnight they grow late though nobody did anything.
import type { TaakWat } from '../../../api/types';
import { dagIso } from '../../../datum';

export const isLaat = (dag: string, now: Date) => dag < dagIso(now);

/** How many of these days are over. */
export const teLaat = (dagen: string[], now: Date) => dagen.filter((dag) => isLaat(dag, now)).length;

/** What waits, the earliest first; then what is over, the last first. */
export function verdeel(taken: TaakWat[]): { open: TaakWat[]; klaar: TaakWat[]; zonder: number } {
  const open = taken
    .filter((taak) => taak.stap === 'open')
    .sort((a, b) => a.dag.localeCompare(b.dag) || a.id.localeCompare(b.id));
  const klaar = taken.filter((taak) => taak.stap !== 'open').reverse();
  return { open, klaar, zonder: open.filter((taak) => !taak.eigenaar).length };
}
