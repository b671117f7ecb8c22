// English beside the Dutch of the portal. It is fetched only by who chose it, and takes the place of the Dutch texts before a page is drawn.
import { vertaalProblemen } from '../../api/http';
import type { Problem } from '../../api/types';
import { brief } from '../brief';
import { concept } from '../concept';
import { geld } from '../geld';
import { mijnplan } from '../mijnplan';
import { nl } from '../nl';
import { rondleiding } from '../rondleiding';
import { sporen } from '../sporen';
import { toestemming } from '../toestemming';
import { type Vertaling, vervang } from '../vertaling';
import { andereDeurEn, dialoogEn, foutEn, menuEn, sessieEn, verbindingEn, versieEn, wegEn } from './algemeen';
import { briefEn } from './brief';
import { conceptEn } from './concept';
import { foutenEn } from './fouten';
import { geldEn } from './geld';
import { inloggenEn, sessiesEn, stapOpEn } from './inloggen';
import { mijnplanEn } from './mijnplan';
import { namenEn } from './namen';
import { portaalEn } from './portaal';
import { rondleidingEn } from './rondleiding';
import { signaalEn } from './signaal';
import { inzageEn } from './sporen';
import { toestemmingEn } from './toestemming';
import { en, Getal, getal, voornaam } from './woorden';

/** What only who works here reads. */
type Werk =
  | 'wet'
  | 'door'
  | 'status'
  | 'kanaal'
  | 'urgentie'
  | 'urgentiewoord'
  | 'termijn'
  | 'bewaren'
  | 'demo'
  | 'rolkeuze';
/** Of which the portal has a part. */
type Deels = 'menu' | 'weg' | 'signaal';
type Portaalwoorden = Omit<typeof nl, Werk | Deels>;

const gedeeld: Vertaling<Portaalwoorden> = {
  naam: 'Keukentafel',
  getal,
  Getal,
  en,
  voornaam,
  paginatitel: (onderwerp) => `${onderwerp} - Keukentafel`,
  naarInhoud: 'Go to the content',
  sluit: 'Close',
  terug: 'No, go back',
  bezig: 'One moment…',
  laden: 'Loading',
  om: (tijd) => `at ${tijd}`,
  opOm: (dag, uur) => `on ${dag} ${uur}`,
  gemeente: (naam) => (naam.startsWith('Gemeente') ? naam : `Municipality of ${naam}`),
  onbekend: 'not known',
  hoeftNiet: '(you do not have to)',
  verbinding: verbindingEn,
  versie: versieEn,
  sessie: sessieEn,
  inloggen: inloggenEn,
  stapOp: stapOpEn,
  sessies: sessiesEn,
  andereDeur: andereDeurEn,
  fout: foutEn,
  dialoog: dialoogEn,
  portaal: portaalEn,
  namen: namenEn,
};

/** Each Dutch catalogue of the portal with what takes its place. */
const PAREN: [wat: object, door: object][] = [
  [nl, gedeeld],
  [nl.menu, menuEn],
  [nl.weg, wegEn],
  [nl.signaal, signaalEn],
  [geld, geldEn],
  [mijnplan, mijnplanEn],
  [sporen.inzage, inzageEn],
  [toestemming, toestemmingEn],
  [brief, briefEn],
  [concept, conceptEn],
  [rondleiding, rondleidingEn],
];

/** A refusal in English, where its code is known; the server writes Dutch. */
export function probleemInEngels(problem: Problem): Problem {
  const tekst = foutenEn[problem.code];
  return {
    ...problem,
    ...(tekst && { title: tekst[0], detail: tekst[1] }),
    ...(problem.velden && {
      velden: problem.velden.map((veld) => ({ ...veld, uitleg: foutenEn[veld.code]?.[1] ?? veld.uitleg })),
    }),
  };
}

/** From here on these pages speak English. */
export function vertaal() {
  for (const [wat, door] of PAREN) vervang(wat, door);
  vertaalProblemen(probleemInEngels);
}
