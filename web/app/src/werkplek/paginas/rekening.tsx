import type { Pagina } from '../../pagina';
import { RekeningPagina } from '../rekening/RekeningPagina';

export const pagina: Pagina = {
  pad: '/rekeningen/:id',
  toon: ({ ik, id }) => <RekeningPagina key={id} id={id} ik={ik} />,
  onder: '/rekeningen',
};
