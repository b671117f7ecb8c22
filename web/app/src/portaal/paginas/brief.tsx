import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';

const BriefPagina = lazy(() => import('../brieven/BriefPagina'));

export const pagina: Pagina = {
  pad: '/portaal/brieven/:id',
  toon: ({ ik, id }) => (
    <Suspense fallback={null}>
      <BriefPagina key={id} ik={ik} id={id} />
    </Suspense>
  ),
};
