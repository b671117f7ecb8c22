// What somebody wrote, or what only the law calls so, stays Dutch when the page speaks another language, and says so to who hears it
// (WCAG 3.1.2).
import type { ReactNode } from 'react';
import { leesTaal } from '../taal';

export function Letterlijk({ children }: { children: ReactNode }) {
  return leesTaal() === 'nl' ? children : <span lang="nl">{children}</span>;
}

export interface ZinProps {
  tekst: string;
  /** What in it stands as it was written, in the order in which it comes. */
  delen: (string | null | undefined)[];
}

/** A sentence with such parts in it. */
export function Zin({ tekst, delen }: ZinProps) {
  if (leesTaal() === 'nl') return tekst;
  const stukken: ReactNode[] = [];
  let rest = tekst;
  for (const deel of delen) {
    const waar = deel ? rest.indexOf(deel) : -1;
    if (!deel || waar < 0) continue;
    stukken.push(rest.slice(0, waar), <Letterlijk key={stukken.length}>{deel}</Letterlijk>);
    rest = rest.slice(waar + deel.length);
  }
  return (
    <>
      {stukken}
      {rest}
    </>
  );
}
