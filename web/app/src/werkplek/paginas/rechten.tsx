import type { Pagina } from '../../pagina';
import { beleid } from '../../teksten/beleid';
import { BeleidPagina } from '../beleid/BeleidPagina';

export const pagina: Pagina = {
  pad: '/rechten',
  toon: ({ ik }) => <BeleidPagina ik={ik} />,
  menu: {
    orde: 90,
    naam: beleid.menu,
    icoon: 'slot',
    rollen: new Set(['functioneel_beheerder', 'privacyfunctionaris']),
  },
};
