import type { Rol } from '../../api/types';
import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { VervangingPagina } from '../toekenning/VervangingPagina';

/** Whose work somebody else can do for a while; the server decides, this only keeps a useless link off the page. */
const ROLLEN: ReadonlySet<Rol> = new Set<Rol>([
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'uitkeringsadministratie',
  'werkcoach',
  'regisseur',
  'backoffice',
  'medewerker_budgetbeheer',
]);

export const pagina: Pagina = {
  pad: '/vervanging',
  toon: ({ ik }) => <VervangingPagina ik={ik} />,
  menu: { orde: 80, naam: nl.toekenning.menu, icoon: 'wissel', rollen: ROLLEN },
};
