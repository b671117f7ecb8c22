import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { LeidingPagina } from '../plannen/LeidingPagina';
import { rollenMet } from '../rollen';

export const pagina: Pagina = {
  pad: '/leiding',
  toon: ({ ik }) => <LeidingPagina ik={ik} />,
  menu: {
    orde: 42,
    naam: nl.leiding.menu,
    icoon: 'mensen',
    rollen: rollenMet('verdelen'),
  },
};
