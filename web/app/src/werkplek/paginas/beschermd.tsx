import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { BeschermdPagina } from '../beschermd/BeschermdPagina';

export const pagina: Pagina = {
  pad: '/beschermd',
  toon: ({ ik }) => <BeschermdPagina ik={ik} />,
  menu: {
    orde: 86,
    naam: nl.beschermd.titel,
    icoon: 'slot',
    rollen: new Set(['privacyfunctionaris', 'wijkteammanager']),
  },
};
