import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { BeleidPagina } from '../beleid/BeleidPagina';

export const pagina: Pagina = {
  pad: '/rechten',
  toon: ({ ik }) => <BeleidPagina ik={ik} />,
  menu: {
    orde: 90,
    naam: nl.beleid.menu,
    icoon: 'slot',
    rollen: new Set(['functioneel_beheerder', 'privacyfunctionaris']),
  },
};
