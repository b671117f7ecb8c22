// Every text a user reads, by subject: one file and one line here. Parameters are functions, so that the compiler sees a
// forgotten one. Staff and residents both: "u".
import { bewaren, demo, fout, menu, sessie, termijn, verbinding, weg } from './algemeen';
import { actie } from './actie';
import { balie } from './balie';
import { caseload } from './caseload';
import { document } from './document';
import { huishouden } from './huishouden';
import { melding, toewijzen } from './melding';
import { plan, planGebeurtenis, planMoment } from './plan';
import { portaal } from './portaal';
import { signaal } from './signaal';
import { werkvoorraad } from './werkvoorraad';
import { en, Getal, getal, kanaal, status, urgentie, voornaam, wet } from './woorden';
import { gebeurtenis, verslag, zaak } from './zaak';

export const nl = {
  naam: 'Keukentafel',
  getal,
  Getal,
  en,
  voornaam,
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
  document,
  plan,
  planGebeurtenis,
  planMoment,
  actie,
  portaal,
  signaal,
};
