// A page is one file under `werkplek/paginas/` or `portaal/paginas/`: its address, what it shows and its place in the menu. Nothing
// else lists the pages, so a new one touches no file of another.
import { createContext, type ReactNode, useContext } from 'react';
import type { Ik, Rol } from './api/types';
import type { IcoonNaam } from './ui/Icoon';

export interface Menupunt {
  /** Smaller comes first. */
  orde: number;
  naam: string;
  icoon: IcoonNaam;
  /** A single letter that leads there, unless one switched these off. */
  toets?: string;
  /** Absent: everybody. The server decides; this only keeps a useless link off the page. */
  rollen?: ReadonlySet<Rol>;
}

export interface Pagina {
  /** The address; `:id` stands for a UUID. */
  pad: string;
  toon: (props: { ik: Ik; id: string }) => ReactNode;
  menu?: Menupunt;
  /** The page whose menu item is lit while this one is shown; of several, whichever one has. */
  onder?: string | readonly string[];
}

const UUID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';

/** The pages that a glob found. Two with one address would hide one of them. */
export function verzamel(modules: Record<string, { pagina: Pagina }>): Pagina[] {
  const paginas = Object.values(modules).map((module) => module.pagina);
  const paden = new Set(paginas.map((pagina) => pagina.pad));
  if (paden.size !== paginas.length) throw new Error('two pages have one address');
  return paginas;
}

export function vindPagina(paginas: Pagina[], pad: string): { pagina: Pagina; id: string } | undefined {
  for (const pagina of paginas) {
    const found = new RegExp(`^${pagina.pad.replace(':id', UUID)}$`).exec(pad);
    if (found) return { pagina, id: found[1] ?? '' };
  }
  return undefined;
}

export interface Menuregel extends Menupunt {
  to: string;
  hier: boolean;
}

/** The menu for somebody who is at `pad`. */
export function menuVan(paginas: Pagina[], pad: string, ik: Ik): Menuregel[] {
  const nu = vindPagina(paginas, pad)?.pagina;
  const licht = [nu?.menu ? nu.pad : (nu?.onder ?? [])].flat();
  return paginas
    .flatMap(({ pad: to, menu }) => (menu ? [{ ...menu, to, hier: licht.includes(to) }] : []))
    .filter((regel) => regel.rollen?.has(ik.rol) ?? true)
    .sort((a, b) => a.orde - b.orde);
}

const Paginas = createContext<Pagina[]>([]);
/** The shell draws the menu from these; it cannot import the pages, which import the shell. */
export const PaginasProvider = Paginas.Provider;
export const usePaginas = () => useContext(Paginas);
