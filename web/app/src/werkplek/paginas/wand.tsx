import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { verdeelt } from '../caseload/recht';
import { Laden, WegPagina } from '../randpaginas';

const WandPagina = lazy(() => import('../caseload/WandPagina'));

/** The board without a room around it, for a screen on the wall. */
export const pagina: Pagina = {
  pad: '/caseload/wand',
  toon: ({ ik }) =>
    verdeelt(ik) ? (
      <Suspense fallback={<Laden />}>
        <WandPagina ik={ik} />
      </Suspense>
    ) : (
      <WegPagina ik={ik} />
    ),
  onder: ['/caseload'],
};
