// Every text a user reads, by subject: one file and one line here. Parameters are functions, so that the compiler sees a
// forgotten one. Staff and residents both: "u".

import { actie } from './actie';
import { bewaren, demo, fout, menu, sessie, termijn, verbinding, weg } from './algemeen';
import { balie } from './balie';
import { besluit } from './besluit';
import { caseload } from './caseload';
import { document } from './document';
import { huishouden } from './huishouden';
import { inloggen, rolkeuze, sessies, stapOp } from './inloggen';
import { melding, toewijzen } from './melding';
import { plan, planGebeurtenis, planMoment } from './plan';
import { portaal } from './portaal';
import { signaal } from './signaal';
import { tijdreis } from './tijdreis';
import { toekenning } from './toekenning';
import { werkvoorraad } from './werkvoorraad';
import { door, en, Getal, getal, kanaal, status, urgentie, voornaam, wet } from './woorden';
import { gebeurtenis, verslag, zaak } from './zaak';

export const nl = {
  naam: 'Keukentafel',
  getal,
  Getal,
  en,
  voornaam,
  door,
  wet,
  paginatitel: (onderwerp: string) => `${onderwerp} - Keukentafel`,
  naarInhoud: 'Naar de inhoud',
  sluit: 'Sluit',
  terug: 'Nee, terug',
  bezig: 'Even wachten…',
  laden: 'Wordt geladen',
  gemeente: (naam: string) => (naam.startsWith('Gemeente') ? naam : `Gemeente ${naam}`),
  status,
  kanaal,
  urgentie,
  onbekend: 'niet bekend',
  caseload,

  menu,
  verbinding,
  bewaren,
  sessie,
  inloggen,
  rolkeuze,
  stapOp,
  sessies,
  weg,
  fout,
  demo,
  termijn,
  werkvoorraad,
  melding,
  balie,
  huishouden,
  toewijzen,
  zaak,
  gebeurtenis,
  verslag,
  besluit,
  tijdreis,
  document,
  plan,
  planGebeurtenis,
  planMoment,
  actie,
  portaal,
  signaal,
  toekenning,
};
