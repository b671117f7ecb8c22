import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { Laden } from '../randpaginas';
import { rollenMet } from '../rollen';

const CaseloadPagina = lazy(() => import('../caseload/CaseloadPagina'));

export const pagina: Pagina = {
  pad: '/caseload',
  toon: ({ ik }) => (
    <Suspense fallback={<Laden />}>
      <CaseloadPagina ik={ik} />
    </Suspense>
  ),
  menu: { orde: 10, naam: nl.menu.caseload, icoon: 'staven', toets: 'c', rollen: rollenMet('verdelen') },
};
