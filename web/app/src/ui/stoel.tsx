// A chair: whoever is present, acts or wrote. The name is always beside it in words, for eyes or for a screen reader.
import clsx from 'clsx';
import { createContext, useContext } from 'react';
import { PLEKKEN, plekVan } from './plek';

export const initiaal = (naam: string) => naam.trim().charAt(0).toUpperCase() || '?';

/** The colours at the table one is at: somebody has the same one everywhere on the page. */
const Kamer = createContext<ReadonlyMap<string, number>>(new Map());
export const KamerProvider = Kamer.Provider;

export interface StoelProps {
  naam: string;
  /** Who it is; without it (a resident, somebody unknown) there is no colour of one's own. */
  id?: string;
  inwoner?: boolean;
  klein?: boolean;
  weg?: boolean;
}

export function Stoel({ naam, id, inwoner = false, klein = false, weg = false }: StoelProps) {
  const kamer = useContext(Kamer);
  const kleur = id ? (kamer.get(id) ?? plekVan(id)) : PLEKKEN;
  return (
    <span
      aria-hidden="true"
      title={naam}
      className={clsx(
        'stoel',
        !inwoner && `p${kleur}`,
        inwoner && 'stoel--inwoner',
        klein && 'stoel--klein',
        weg && 'stoel--weg',
      )}
    >
      {initiaal(naam)}
    </span>
  );
}

/** Chairs side by side with their names in words for who does not see them. */
export function Stoelen({ mensen, label }: { mensen: { id: string; naam: string }[]; label: string }) {
  return (
    <ul className="stoelen" aria-label={label}>
      {mensen.map((m) => (
        <li key={m.id}>
          <Stoel naam={m.naam} id={m.id} klein />
          <span className="vh">{m.naam}</span>
        </li>
      ))}
    </ul>
  );
}
