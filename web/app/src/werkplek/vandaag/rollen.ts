// Which lists a role has. The server decides; this only keeps an idle question off the line and a useless link off the page.
import type { Rol } from '../../api/types';

const VOORRAAD: ReadonlySet<Rol> = new Set<Rol>([
  'frontoffice',
  'kcc',
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'uitkeringsadministratie',
  'werkcoach',
  'regisseur',
  'backoffice',
  'medewerker_budgetbeheer',
  'vervanger',
  'toetser',
]);

/** Those with actions in plans, and with taken in zaken. */
export const ACTIES: ReadonlySet<Rol> = new Set<Rol>([
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'uitkeringsadministratie',
  'werkcoach',
  'regisseur',
  'backoffice',
  'medewerker_budgetbeheer',
  'vervanger',
]);

/** Those who see the register. */
export const SIGNALEN: ReadonlySet<Rol> = new Set<Rol>([
  'jeugdconsulent',
  'wmoconsulent',
  'regisseur',
  'wijkteammanager',
]);

export const VOORRAADROLLEN = VOORRAAD;
export const heeftVoorraad = (rol: Rol) => VOORRAAD.has(rol);
export const heeftActies = (rol: Rol) => ACTIES.has(rol);
export const heeftSignalen = (rol: Rol) => SIGNALEN.has(rol);
