import { lazy, Suspense } from 'react';
import type { Pagina } from '../../pagina';
import { verdeelt } from '../caseload/recht';
import { Laden, WegPagina } from '../randpaginas';

const MedewerkerPagina = lazy(() => import('../caseload/medewerker/MedewerkerPagina'));

export const pagina: Pagina = {
  pad: '/caseload/medewerkers/:id',
  toon: ({ ik, id }) =>
    verdeelt(ik) ? (
      <Suspense fallback={<Laden />}>
        <MedewerkerPagina id={id} ik={ik} />
      </Suspense>
    ) : (
      <WegPagina ik={ik} />
    ),
  onder: ['/werkvoorraad', '/caseload'],
};
