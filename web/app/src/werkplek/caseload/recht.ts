import type { Ik } from '../../api/types';
import { nl } from '../../teksten/werk';
import { heeft, heeftVoorraad } from '../rollen';

export const verdeelt = (ik: Pick<Ik, 'rol'>) => heeft(ik.rol, 'verdelen');

/** The crumb of the list from which one came: the caseload, one's own zaken, or where there is none the first page. */
export function lijstkruimel(ik: Pick<Ik, 'rol'>) {
  if (verdeelt(ik)) return { naam: nl.menu.caseload, to: '/caseload' };
  return heeftVoorraad(ik.rol)
    ? { naam: nl.menu.werkvoorraad, to: '/werkvoorraad' }
    : { naam: nl.vandaag.menu, to: '/' };
}
