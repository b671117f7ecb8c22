import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { Laden } from '../randpaginas';

const HuishoudenPagina = lazy(() => import('../huishouden/HuishoudenPagina'));

export const pagina: Pagina = {
  pad: '/huishoudens/:id',
  toon: ({ ik, id }) => (
    <Suspense fallback={<Laden />}>
      <HuishoudenPagina id={id} ik={ik} />
    </Suspense>
  ),
  onder: ['/werkvoorraad', '/caseload'],
};
