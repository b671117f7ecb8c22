import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { NakijkPagina } from '../toekenning/NakijkPagina';

export const pagina: Pagina = {
  pad: '/nakijken',
  toon: ({ ik }) => <NakijkPagina ik={ik} />,
  menu: { orde: 85, naam: nl.toekenning.nakijken, icoon: 'oog', rollen: new Set(['privacyfunctionaris']) },
};
