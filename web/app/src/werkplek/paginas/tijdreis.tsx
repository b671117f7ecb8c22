import type { Pagina } from '../../pagina';
import { TijdreisPagina } from '../zaak/tijdreis/TijdreisPagina';

export const pagina: Pagina = {
  pad: '/zaken/:id/tijdreis',
  toon: ({ ik, id }) => <TijdreisPagina id={id} ik={ik} />,
  onder: ['/werkvoorraad', '/caseload'],
};
