import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';

const BerichtenPagina = lazy(() => import('../brieven/BerichtenPagina'));

export const pagina: Pagina = {
  pad: '/portaal/berichten',
  toon: ({ ik }) => (
    <Suspense fallback={null}>
      <BerichtenPagina ik={ik} />
    </Suspense>
  ),
};
