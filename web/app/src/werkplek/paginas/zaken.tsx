import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { Laden } from '../randpaginas';
import { rollenMet } from '../rollen';

const ZakenPagina = lazy(() => import('../zaken/ZakenPagina'));

/** All zaken that one works on, may take or distributes, as a table. */
export const pagina: Pagina = {
  pad: '/zaken',
  toon: ({ ik }) => (
    <Suspense fallback={<Laden />}>
      <ZakenPagina ik={ik} />
    </Suspense>
  ),
  menu: { orde: 12, naam: nl.zaken.menu, icoon: 'lijst', rollen: rollenMet('zaken') },
};
