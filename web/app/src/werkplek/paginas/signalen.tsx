import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { Register } from '../signalen/Register';

export const pagina: Pagina = {
  pad: '/signalen',
  toon: ({ ik }) => <Register ik={ik} />,
  menu: {
    orde: 40,
    naam: nl.signaal.menu,
    icoon: 'klok',
    rollen: new Set(['jeugdconsulent', 'wmoconsulent', 'regisseur', 'wijkteammanager']),
  },
};
