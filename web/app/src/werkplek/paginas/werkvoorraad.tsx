import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { verdeelt } from '../caseload/recht';
import { Laden } from '../randpaginas';
import { WerkvoorraadPagina } from '../werkvoorraad/WerkvoorraadPagina';

const CaseloadPagina = lazy(() => import('../caseload/CaseloadPagina'));

/** Who distributes work begins with the caseload, everybody else with their own zaken. */
export const pagina: Pagina = {
  pad: '/',
  toon: ({ ik }) =>
    verdeelt(ik) ? (
      <Suspense fallback={<Laden />}>
        <CaseloadPagina ik={ik} />
      </Suspense>
    ) : (
      <WerkvoorraadPagina ik={ik} />
    ),
  menu: {
    orde: 10,
    naam: nl.menu.werkvoorraad,
    icoon: 'bak',
    anders: (ik) => (verdeelt(ik) ? { naam: nl.menu.caseload, icoon: 'staven' } : undefined),
  },
};
