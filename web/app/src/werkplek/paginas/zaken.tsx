import { lazy, Suspense } from 'react';
import type { Rol } from '../../api/types';
import type { Pagina } from '../../pagina';
import { nl } from '../../teksten/werk';
import { Laden } from '../randpaginas';

const ZakenPagina = lazy(() => import('../zaken/ZakenPagina'));

/** Who has a werkvoorraad; whoever reads only a few zaken has their own page for it. */
const ROLLEN: ReadonlySet<Rol> = new Set<Rol>([
  'frontoffice',
  'kcc',
  'jeugdconsulent',
  'wmoconsulent',
  'consulent_inkomen',
  'uitkeringsadministratie',
  'werkcoach',
  'werkverdeler',
  'wijkteammanager',
  'vervanger',
  'toetser',
]);

/** All zaken that one works on, may take or distributes, as a table. */
export const pagina: Pagina = {
  pad: '/zaken',
  toon: ({ ik }) => (
    <Suspense fallback={<Laden />}>
      <ZakenPagina ik={ik} />
    </Suspense>
  ),
  menu: { orde: 12, naam: nl.zaken.menu, icoon: 'lijst', rollen: ROLLEN },
};
