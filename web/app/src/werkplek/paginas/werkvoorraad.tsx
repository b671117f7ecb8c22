import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/nl';
import { WerkvoorraadPagina } from '../WerkvoorraadPagina';

export const pagina: Pagina = {
  pad: '/',
  toon: ({ ik }) => <WerkvoorraadPagina ik={ik} />,
  menu: { orde: 10, naam: nl.menu.werkvoorraad, icoon: 'bak' },
};
