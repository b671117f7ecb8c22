import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { Laden } from '../randpaginas';

const DocumentPagina = lazy(() => import('../../editor/DocumentPagina'));

export const pagina: Pagina = {
  pad: '/documenten/:id',
  toon: ({ ik, id }) => (
    <Suspense fallback={<Laden />}>
      <DocumentPagina id={id} ik={ik} />
    </Suspense>
  ),
  onder: ['/werkvoorraad', '/caseload'],
};
