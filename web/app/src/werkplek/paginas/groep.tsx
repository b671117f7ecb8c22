import type { Pagina } from '../../pagina';
import { GroepPagina } from '../plannen/groep/GroepPagina';

export const pagina: Pagina = {
  pad: '/groepen/:id',
  toon: ({ ik, id }) => <GroepPagina id={id} ik={ik} />,
  onder: '/plannen',
};
