import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { rollenMet } from '../rollen';
import { Register } from '../signalen/Register';

export const pagina: Pagina = {
  pad: '/signalen',
  toon: ({ ik }) => <Register ik={ik} />,
  menu: {
    orde: 40,
    naam: nl.signaal.menu,
    icoon: 'vlag',
    toets: 's',
    rollen: rollenMet('signalen'),
  },
};
