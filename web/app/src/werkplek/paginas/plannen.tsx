import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { Plannen } from '../plannen/Plannen';
import { rollenMet } from '../rollen';

export const pagina: Pagina = {
  pad: '/plannen',
  toon: ({ ik }) => <Plannen ik={ik} />,
  menu: {
    orde: 30,
    naam: nl.plan.menu,
    icoon: 'mensen',
    toets: 'p',
    rollen: rollenMet('acties'),
  },
};
