// The window in which one says something of a plan, as the rows know it: how to open it, and what was said last.
import { createContext, useContext } from 'react';
import type { MijnMelding, PortaalActie, PortaalDoel } from '../../../api/types';

/** What the window asks, as it was when it was opened. */
export type Vraag =
  | { soort: 'doel'; plan: string; wat: PortaalDoel }
  | { soort: 'actie'; plan: string; wat: PortaalActie; gevraagd: MijnMelding | undefined };

/** What was said of what, and how often something was: the same sentence twice is told twice. */
export interface Gezegd {
  id: string;
  over: string;
  zin: string;
  beurt: number;
  /** Its row is not there, or not any more. */
  los: boolean;
}

export interface Venster {
  open: (vraag: Vraag) => void;
  gezegd: Gezegd | undefined;
  /** A row came or went. */
  staat: (id: string, hier: boolean) => void;
}

export const VensterContext = createContext<Venster>({ open: () => {}, gezegd: undefined, staat: () => {} });
export const useVenster = () => useContext(VensterContext);
/** Where one reads on after something was said of this. */
export const plekVan = (id: string) => `zeg-${id}`;
