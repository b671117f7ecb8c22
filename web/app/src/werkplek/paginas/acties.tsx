import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { ActiesPagina } from '../plannen/doen/ActiesPagina';
import { rollenMet } from '../rollen';

export const pagina: Pagina = {
  pad: '/acties',
  toon: ({ ik }) => <ActiesPagina ik={ik} />,
  menu: {
    orde: 32,
    naam: nl.actie.menu,
    icoon: 'vink',
    toets: 'a',
    rollen: rollenMet('acties'),
  },
};
