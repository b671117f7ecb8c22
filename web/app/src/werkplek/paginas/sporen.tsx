import type { Pagina } from '../../pagina';
import { sporen } from '../../teksten/sporen';
import { SporenPagina } from '../sporen/SporenPagina';

export const pagina: Pagina = {
  pad: '/audit',
  toon: ({ ik }) => <SporenPagina ik={ik} />,
  menu: { orde: 12, naam: sporen.spoor.titel, icoon: 'oog', rollen: new Set(['privacyfunctionaris']) },
};
