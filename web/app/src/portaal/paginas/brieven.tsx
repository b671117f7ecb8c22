import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';

const BrievenPagina = lazy(() => import('../brieven/BrievenPagina'));

export const pagina: Pagina = {
  pad: '/portaal/brieven',
  toon: ({ ik }) => (
    <Suspense fallback={null}>
      <BrievenPagina ik={ik} />
    </Suspense>
  ),
};
