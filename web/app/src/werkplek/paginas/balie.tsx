import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { BaliePagina } from '../balie/BaliePagina';

export const pagina: Pagina = {
  pad: '/balie',
  toon: ({ ik }) => <BaliePagina ik={ik} />,
  menu: {
    orde: 15,
    naam: nl.menu.balie,
    icoon: 'praten',
    toets: 'b',
    rollen: new Set([
      'frontoffice',
      'kcc',
      'jeugdconsulent',
      'wmoconsulent',
      'consulent_inkomen',
      'regisseur',
    ]),
  },
};
