import type { Pagina } from '../../pagina';
import { PlanPagina } from '../plannen/PlanPagina';

export const pagina: Pagina = {
  pad: '/plannen/:id',
  toon: ({ ik, id }) => <PlanPagina id={id} ik={ik} />,
  onder: '/plannen',
};
