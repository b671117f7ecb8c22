// What each role has in the werkplek: which lists, and whether there is work to search in. One line a role, so that a new one is thought about
// everywhere at once. The server decides; this only keeps an idle question off the line and a useless link off the page.
import type { Rol } from '../api/types';

/**
 * `voorraad`: a werkvoorraad of one's own. `zaken`: more zaken than one page shows, so a table of them too. `acties`: plans, actions in them and taken
 * in zaken. `signalen`: the register. `verdelen`: gives the work to others and sees how much everybody has. `zoeken`: work to search in.
 */
export type Onderdeel = 'voorraad' | 'zaken' | 'acties' | 'signalen' | 'verdelen' | 'zoeken';

const HEEFT: Record<Rol, readonly Onderdeel[]> = {
  frontoffice: ['voorraad', 'zaken', 'zoeken'],
  kcc: ['voorraad', 'zaken', 'zoeken'],
  jeugdconsulent: ['voorraad', 'zaken', 'acties', 'signalen', 'zoeken'],
  wmoconsulent: ['voorraad', 'zaken', 'acties', 'signalen', 'zoeken'],
  consulent_inkomen: ['voorraad', 'zaken', 'acties', 'zoeken'],
  uitkeringsadministratie: ['voorraad', 'zaken', 'acties', 'zoeken'],
  werkcoach: ['voorraad', 'zaken', 'acties', 'zoeken'],
  werkverdeler: ['zaken', 'verdelen', 'zoeken'],
  wijkteammanager: ['zaken', 'signalen', 'verdelen', 'zoeken'],
  regisseur: ['voorraad', 'acties', 'signalen', 'zoeken'],
  backoffice: ['voorraad', 'acties', 'zoeken'],
  medewerker_budgetbeheer: ['voorraad', 'acties', 'zoeken'],
  vervanger: ['voorraad', 'zaken', 'acties', 'zoeken'],
  // Sees of a zaak what waits for their judgement, and looks nowhere else.
  toetser: ['voorraad', 'zaken'],
  privacyfunctionaris: ['zoeken'],
  inwoner: [],
  groepsparticipant: [],
  trajectbegeleider: [],
  ketenpartner: [],
  functioneel_beheerder: [],
  controller: [],
  beleidsanalist: [],
  inkoper: [],
  planning_en_control: [],
  bestuur: [],
  signaalbron: [],
  systeem: [],
};

export const heeft = (rol: Rol, onderdeel: Onderdeel): boolean => HEEFT[rol].includes(onderdeel);

/** The roles that have it, for the menu. */
export const rollenMet = (onderdeel: Onderdeel): ReadonlySet<Rol> =>
  new Set((Object.keys(HEEFT) as Rol[]).filter((rol) => heeft(rol, onderdeel)));

export const heeftVoorraad = (rol: Rol) => heeft(rol, 'voorraad');
export const heeftActies = (rol: Rol) => heeft(rol, 'acties');
export const heeftSignalen = (rol: Rol) => heeft(rol, 'signalen');
export const heeftWerk = (rol: Rol) => heeft(rol, 'zoeken');
