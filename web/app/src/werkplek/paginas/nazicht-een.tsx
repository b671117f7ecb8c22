import type { Pagina } from '../../pagina';
import { NazichtItem } from '../nazicht/NazichtItem';

export const pagina: Pagina = {
  pad: '/nazicht/:id',
  toon: ({ ik, id }) => <NazichtItem key={id} ik={ik} id={id} />,
  onder: '/nazicht',
};
