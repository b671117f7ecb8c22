import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { Plannen } from '../plannen/Plannen';

export const pagina: Pagina = {
  pad: '/plannen',
  toon: ({ ik }) => <Plannen ik={ik} />,
  menu: {
    orde: 30,
    naam: nl.plan.menu,
    icoon: 'mensen',
    toets: 'p',
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
