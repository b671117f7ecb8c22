// A chair: whoever is present, acts or wrote. The name is always beside it in words, for eyes or for a screen reader.
import clsx from 'clsx';
import { createContext, useContext } from 'react';

export const initiaal = (naam: string) => naam.trim().charAt(0).toUpperCase() || '?';

/** Where no room handed out a colour, somebody has the same one everywhere: it follows from who they are. */
export function plekVan(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return (hash % 8) + 1;
}

/** The places that the server handed out in the room one is in: a person has the same colour everywhere on the page. */
const Kamer = createContext<ReadonlyMap<string, number>>(new Map());
export const KamerProvider = Kamer.Provider;

export interface StoelProps {
  naam: string;
  /** Who it is; without it (a resident, somebody unknown) there is no colour of one's own. */
  id?: string;
  plek?: number;
  inwoner?: boolean;
  klein?: boolean;
  weg?: boolean;
}

export function Stoel({ naam, id, plek, inwoner = false, klein = false, weg = false }: StoelProps) {
  const kamer = useContext(Kamer);
  const kleur = plek ?? (id ? (kamer.get(id) ?? plekVan(id)) : 8);
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
