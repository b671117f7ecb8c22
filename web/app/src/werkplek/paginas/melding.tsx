import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { MeldingPagina } from '../melding/MeldingPagina';

export const pagina: Pagina = {
  pad: '/melding',
  toon: ({ ik }) => <MeldingPagina ik={ik} />,
  menu: {
    orde: 20,
    naam: nl.menu.melding,
    icoon: 'plus',
    toets: 'n',
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
