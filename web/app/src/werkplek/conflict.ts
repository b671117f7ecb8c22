// Two people at the same zaak: the second reads who was first, when, and what it is now.
import { Probleem } from '../api/http';
import { tijd } from '../datum';
import { nl } from '../teksten/werk';

export const isConflict = (error: unknown): error is Probleem =>
  error instanceof Probleem && error.problem.code === 'opdracht.conflict';

/** "Emma heeft deze zaak net gepakt (14.03)." */
export function conflictzin({ problem }: Probleem): string {
  const { door, at, soort, namen = [] } = problem;
  const namens = door?.namens ? nl.voornaam(door.namens) : undefined;
  const wie = nl.door(door && { naam: nl.voornaam(door.naam), namens }) ?? nl.caseload.iemand;
  if (!at) return nl.toewijzen.conflict;
  const om = tijd(at);
  if (soort !== 'ZaakToegewezen' || namen.length === 0) return nl.caseload.gewijzigd(wie, om);
  if (namen.length === 1 && namen[0] === door?.naam) return nl.caseload.gepakt(wie, om);
  return nl.caseload.toegewezen(wie, nl.en(namen.map(nl.voornaam)), om);
}
