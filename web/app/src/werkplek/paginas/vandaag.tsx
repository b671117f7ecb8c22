import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { VandaagPagina } from '../vandaag/VandaagPagina';

/** Everybody begins here: what needs them now. */
export const pagina: Pagina = {
  pad: '/',
  toon: ({ ik }) => <VandaagPagina ik={ik} />,
  menu: { orde: 5, naam: nl.vandaag.menu, icoon: 'huis', toets: 'v' },
};
