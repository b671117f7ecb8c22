// What the server names by a code, in English. Names that stand in letters too come with the Dutch word.
import type { InzageRegelWat, Rol, Zaaktype } from '../../api/types';
import type { namen } from '../namen';
import type { Vertaling } from '../vertaling';

const zaaktypen: Record<Zaaktype, string> = {
  'MELDING-WMO': 'Support at home',
  'AANVRAAG-JEUGDHULP': 'Help for a child',
  'AANVRAAG-BIJZONDERE-BIJSTAND': 'Help with extra costs',
  'AANVRAAG-LEVENSONDERHOUD': 'Money to live on',
  'ONDERZOEK-RECHTMATIGHEID': 'Check of your benefit',
};

/** What somebody does, in words of a resident. */
const rollen: Record<Rol, string> = {
  inwoner: 'resident',
  groepsparticipant: 'member of the group',
  frontoffice: 'desk worker',
  kcc: 'phone worker',
  jeugdconsulent: 'youth worker',
  wmoconsulent: 'worker for support at home',
  consulent_inkomen: 'worker for income',
  uitkeringsadministratie: 'worker for benefits',
  werkcoach: 'work coach',
  werkverdeler: 'planner of the work',
  wijkteammanager: 'manager of the local team',
  regisseur: 'leader of plans',
  backoffice: 'office worker',
  medewerker_budgetbeheer: 'money worker',
  trajectbegeleider: 'coach',
  ketenpartner: 'worker of another organisation',
  privacyfunctionaris: 'privacy officer',
  functioneel_beheerder: 'manager of this system',
  controller: 'worker of the municipality',
  beleidsanalist: 'worker of the municipality',
  inkoper: 'worker of the municipality',
  planning_en_control: 'worker of the municipality',
  bestuur: 'worker of the municipality',
  vervanger: 'stand-in',
  toetser: 'second reader',
  signaalbron: 'another organisation',
  systeem: 'our computer',
};

const delen: Record<InzageRegelWat['deel'], string> = {
  gegevens: 'your details',
  zaak: 'your case',
  gesprek: 'a talk with you',
  verslag: 'a report about you',
  huishouden: 'who you live with',
  plan: 'the plan that you are part of',
  groep: 'a group that you are part of',
  geld: 'your account with us',
  lijst: 'a list that you are in',
  brp: 'your details in the BRP',
  inzage: 'who looked at your file',
  toestemming: 'a question for your consent',
  concept: 'a text about you that is not ready yet',
  overig: 'your file',
};

/** Those that are delivered; a municipality may have more. */
const signaalsoorten: Record<string, string> = {
  huurachterstand: 'Behind with the rent',
  energie_afsluiting: 'Gas, water or power will be cut off',
  schoolverzuim: 'Not going to school',
  zorgen_om_kind: 'Worries about a child',
  partnergeweld: 'Violence between partners',
  zorgmijding: 'Needs help but does not want it',
  overlast: 'Trouble in the street',
  overig: 'Something else',
};

export const namenEn: Vertaling<typeof namen> = {
  zaaktype: (code, naam) => (zaaktypen[code] ? `${zaaktypen[code]} (${naam})` : naam),
  rol: (rol, naam) => rollen[rol] ?? naam,
  deel: (deel, naam) => delen[deel] ?? naam,
  signaalsoort: (code, naam) => signaalsoorten[code] ?? naam,
};
