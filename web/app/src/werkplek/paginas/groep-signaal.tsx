import type { Pagina } from '../../pagina';
import { GroepMeldPagina } from '../signalen/MeldPagina';

export const pagina: Pagina = {
  pad: '/groepen/:id/signaal',
  toon: ({ ik, id }) => <GroepMeldPagina id={id} ik={ik} />,
  onder: '/plannen',
};
