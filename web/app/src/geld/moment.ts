import { dagIso, datumKort, tijd } from '../datum';

/** "om 14.03 uur"; of another day "op di 24 november om 14.03 uur". */
export function moment(at: string, now: Date = new Date()): string {
  const uur = `om ${tijd(at)} uur`;
  return dagIso(new Date(at)) === dagIso(now) ? uur : `op ${datumKort(at)} ${uur}`;
}
