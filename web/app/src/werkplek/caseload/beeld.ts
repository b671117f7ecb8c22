// What the pictures of the board say: which bars, with which words, and the sentence above them. Pure.
import type { CaseloadWat, MedewerkerCaseload, TeamCaseload, Telling } from '../../api/types';
import { nl } from '../../teksten/werk';
import type { Balk } from './Grafiek';

const t = nl.caseload.grafiek;

export const MATEN = ['aantal', 'gewicht'] as const;
export type Maat = (typeof MATEN)[number];

/** More bars than these are a table. */
export const BALKEN_MAX = 12;

const delen = ({ aantal, te_laat, deze_week, gewicht }: Telling, maat: Maat): Balk['delen'] =>
  maat === 'gewicht'
    ? { rest: gewicht }
    : { laat: te_laat, week: deze_week, rest: aantal - te_laat - deze_week };

const woord = ({ aantal, te_laat, gewicht }: Telling, maat: Maat): string =>
  maat === 'gewicht' ? nl.caseload.uren(gewicht) : t.zaken(aantal, te_laat);

const waarde = ({ telling }: { telling: Telling }, maat: Maat): number => telling[maat];

/** The most first; of two with as much by name. */
export function mensenIn(wat: CaseloadWat, maat: Maat): MedewerkerCaseload[] {
  return wat.medewerkers
    .filter((m) => waarde(m, maat) > 0)
    .sort((a, b) => waarde(b, maat) - waarde(a, maat) || a.naam.localeCompare(b.naam, 'nl'));
}

export const mensbalk = (m: MedewerkerCaseload, maat: Maat): Omit<Balk, 'naam'> => ({
  id: m.id,
  weg: m.afwezig?.nu ?? false,
  delen: delen(m.telling, maat),
  woord: woord(m.telling, maat),
});

export const teambalk = (team: TeamCaseload, maat: Maat): Balk => ({
  id: team.domein,
  naam: nl.caseload.domeinen[team.domein],
  delen: delen(team.telling, maat),
  woord: [woord(team.telling, maat), team.wachtend.aantal > 0 ? t.wacht(team.wachtend.aantal) : '']
    .filter(Boolean)
    .join(', '),
});

/** "Emma heeft de meeste zaken: 34, waarvan 6 te laat." */
export function mensenzin(wat: CaseloadWat, maat: Maat): string {
  const [eerste, tweede] = mensenIn(wat, maat);
  if (!eerste) return t.niemand;
  const samen = tweede !== undefined && waarde(tweede, maat) === waarde(eerste, maat);
  const { telling, naam } = eerste;
  const hoeveel = maat === 'gewicht' ? nl.caseload.uren(telling.gewicht) : String(telling.aantal);
  return t.meeste[maat](naam, hoeveel, telling.te_laat, samen);
}

export function teamzin(wat: CaseloadWat, maat: Maat): string {
  const [eerste] = [...wat.teams].sort((a, b) => waarde(b, maat) - waarde(a, maat));
  if (!eerste || waarde(eerste, maat) === 0) return t.geenTeam;
  const hoeveel =
    maat === 'gewicht' ? nl.caseload.uren(eerste.telling.gewicht) : nl.caseload.zaken(eerste.telling.aantal);
  return t.team(nl.caseload.domeinen[eerste.domein], hoeveel, eerste.telling.te_laat);
}
