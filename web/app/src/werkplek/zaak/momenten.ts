// What happened in a zaak with what became of its letters, newest first. Pure.
import type { BriefWat, Tijdlijnregel } from '../../api/types';

export type Moment =
  | { id: string; at: string; soort: 'regel'; regel: Tijdlijnregel }
  /** The mail about it did not arrive. */
  | { id: string; at: string; soort: 'brief'; brief: BriefWat };

/** The lines keep the order that the server gave them; a letter comes before the first that is older. */
export function momenten(regels: Tijdlijnregel[], brieven: BriefWat[]): Moment[] {
  const alle: Moment[] = regels.map((regel) => ({
    id: `regel-${regel.versie}`,
    at: regel.at,
    soort: 'regel',
    regel,
  }));
  for (const brief of brieven) {
    const at = brief.mail_mislukt_op;
    if (!at) continue;
    const plek = alle.findIndex((moment) => Date.parse(moment.at) <= Date.parse(at));
    alle.splice(plek < 0 ? alle.length : plek, 0, { id: `brief-${brief.id}`, at, soort: 'brief', brief });
  }
  return alle;
}
