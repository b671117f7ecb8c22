import { dagIso, datumKort, tijd } from '../datum';
import { nl } from '../teksten/nl';

/** "om 14.03 uur"; of another day "op di 24 november om 14.03 uur". */
export function moment(at: string, now: Date = new Date()): string {
  const uur = nl.om(tijd(at));
  return dagIso(new Date(at)) === dagIso(now) ? uur : nl.opOm(datumKort(at), uur);
}
