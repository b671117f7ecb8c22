// Who may do what with a besluit. The server decides; this only keeps a useless button off the page.
import type { BesluitWat, Ik, Rol, ZaakDat } from '../../../api/types';

const VOORSTELLERS: ReadonlySet<Rol> = new Set(['jeugdconsulent', 'wmoconsulent', 'consulent_inkomen']);

export const steltVoor = (ik: Ik) => VOORSTELLERS.has(ik.rol);

/** May be the second pair of eyes of a zaak like this one. */
export const toetst = (ik: Ik, zaak: Pick<ZaakDat, 'domein'>) =>
  ik.rol === 'toetser' || (VOORSTELLERS.has(ik.rol) && ik.team === zaak.domein);

export const werkteMee = (ik: Ik, besluit: BesluitWat) => besluit.bijdragers.some((b) => b.id === ik.id);

/** Agreed with, or put forward where nobody has to agree. */
export const kanNemen = ({ stap, akkoord_verplicht }: BesluitWat) =>
  stap === 'geaccordeerd' || (!akkoord_verplicht && stap === 'ter_accordering');
