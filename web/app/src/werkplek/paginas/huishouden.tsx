import type { Pagina } from '../../pagina';
import { HuishoudenPagina } from '../huishouden/HuishoudenPagina';

export const pagina: Pagina = {
  pad: '/huishoudens/:id',
  toon: ({ ik, id }) => <HuishoudenPagina id={id} ik={ik} />,
  onder: ['/werkvoorraad', '/caseload'],
};
