import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { NazichtPagina } from '../nazicht/NazichtPagina';

export const pagina: Pagina = {
  pad: '/nazicht',
  toon: ({ ik }) => <NazichtPagina ik={ik} />,
  menu: { orde: 84, naam: nl.nazicht.titel, icoon: 'oog', rollen: new Set(['privacyfunctionaris']) },
};
