import type { Ik, Rol } from '../../api/types';
import { nl } from '../../teksten/werk';
import { heeftVoorraad } from '../vandaag/rollen';

/** Who distributes the work and sees how much everybody has; the server decides, this only chooses which list is theirs. */
export const VERDEELROLLEN: ReadonlySet<Rol> = new Set<Rol>(['werkverdeler', 'wijkteammanager']);

export const verdeelt = (ik: Pick<Ik, 'rol'>) => VERDEELROLLEN.has(ik.rol);

/** The crumb of the list from which one came: the caseload, one's own zaken, or where there is none the first page. */
export function lijstkruimel(ik: Pick<Ik, 'rol'>) {
  if (verdeelt(ik)) return { naam: nl.menu.caseload, to: '/caseload' };
  return heeftVoorraad(ik.rol)
    ? { naam: nl.menu.werkvoorraad, to: '/werkvoorraad' }
    : { naam: nl.vandaag.menu, to: '/' };
}
