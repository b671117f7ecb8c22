import type { Ik } from '../../api/types';
import { nl } from '../../teksten/werk';

/** Who distributes the work and sees how much everybody has; the server decides, this only chooses the page one starts on. */
const VERDEELT: ReadonlySet<string> = new Set(['werkverdeler', 'wijkteammanager']);

export const verdeelt = (ik: Ik) => VERDEELT.has(ik.rol);

/** What the page is called on which one starts. */
export const beginnaam = (ik: Ik) => (verdeelt(ik) ? nl.caseload.titel : nl.menu.werkvoorraad);
