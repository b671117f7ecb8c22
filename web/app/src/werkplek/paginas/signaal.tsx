import type { Pagina } from '../../pagina';
import { SignaalPagina } from '../signalen/SignaalPagina';

export const pagina: Pagina = {
  pad: '/signalen/:id',
  toon: ({ ik, id }) => <SignaalPagina id={id} ik={ik} />,
  onder: '/signalen',
};
