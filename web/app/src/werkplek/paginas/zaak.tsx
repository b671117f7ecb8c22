import type { Pagina } from '../../pagina';
import { ZaakPagina } from '../zaak/ZaakPagina';

export const pagina: Pagina = {
  pad: '/zaken/:id',
  toon: ({ ik, id }) => <ZaakPagina id={id} ik={ik} />,
  onder: ['/werkvoorraad', '/caseload'],
};
