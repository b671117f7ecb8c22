import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { ActiesPagina } from '../plannen/doen/ActiesPagina';

export const pagina: Pagina = {
  pad: '/acties',
  toon: ({ ik }) => <ActiesPagina ik={ik} />,
  menu: {
    orde: 32,
    naam: nl.actie.menu,
    icoon: 'vink',
    rollen: new Set([
      'jeugdconsulent',
      'wmoconsulent',
      'consulent_inkomen',
      'uitkeringsadministratie',
      'werkcoach',
      'regisseur',
      'backoffice',
      'medewerker_budgetbeheer',
      'vervanger',
    ]),
  },
};
