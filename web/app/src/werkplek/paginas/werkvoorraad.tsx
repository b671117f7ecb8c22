import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { rollenMet } from '../rollen';
import { WerkvoorraadPagina } from '../werkvoorraad/WerkvoorraadPagina';

export const pagina: Pagina = {
  pad: '/werkvoorraad',
  toon: ({ ik }) => <WerkvoorraadPagina ik={ik} />,
  menu: { orde: 10, naam: nl.menu.werkvoorraad, icoon: 'bak', toets: 'w', rollen: rollenMet('voorraad') },
};
