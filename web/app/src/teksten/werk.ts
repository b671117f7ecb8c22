// Every text of the werkplek: what both sides say, and what only who works here reads. One file a subject, and one line here.

import { actie } from './actie';
import { balie } from './balie';
import { beschermd } from './beschermd';
import { besluit } from './besluit';
import { caseload } from './caseload';
import { csv } from './csv';
import { document } from './document';
import { gesprek } from './gesprek';
import { huishouden } from './huishouden';
import { kantlijn } from './kantlijn';
import { klantcontact } from './klantcontact';
import { leiding } from './leiding';
import { melding, papier, terugleggen, toewijzen } from './melding';
import { nazicht } from './nazicht';
import { nl as gedeeld } from './nl';
import { plan, planGebeurtenis, planMoment } from './plan';
import { bel, palet, schil } from './schil';
import { taak, taakGebeurtenis } from './taak';
import { tijdreis } from './tijdreis';
import { toekenning } from './toekenning';
import { vandaag } from './vandaag';
import { werkvoorraad } from './werkvoorraad';
import { gebeurtenis, verslag, zaak } from './zaak';
import { zaken_ } from './zaken';

export const nl = {
  ...gedeeld,
  caseload,
  csv,
  beschermd,
  werkvoorraad,
  melding,
  papier,
  balie,
  gesprek,
  huishouden,
  toewijzen,
  terugleggen,
  zaak,
  klantcontact,
  taak,
  taakGebeurtenis,
  gebeurtenis,
  verslag,
  besluit,
  tijdreis,
  document,
  kantlijn,
  plan,
  planGebeurtenis,
  planMoment,
  actie,
  toekenning,
  nazicht,
  leiding,
  zaken: zaken_,
  vandaag,
  palet,
  schil,
  bel,
};
