// What lies beside the text: the dossier, remarks, proposals and versions. One at a time, chosen by keyboard as by hand.
import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { nl } from '../../teksten/werk';

const t = nl.kantlijn;

export const DELEN = ['dossier', 'opmerkingen', 'voorstellen', 'versies'] as const;
export type Deel = (typeof DELEN)[number];

export interface KantlijnProps {
  deel: Deel;
  kies: (deel: Deel) => void;
  opmerkingen: number;
  voorstellen: number;
  children: ReactNode;
}

export function Kantlijn({ deel, kies, opmerkingen, voorstellen, children }: KantlijnProps) {
  const id = useId();
  const lijst = useRef<HTMLDivElement>(null);
  const namen: Record<Deel, string> = {
    dossier: t.dossier,
    opmerkingen: t.opmerkingen(opmerkingen),
    voorstellen: t.voorstellen(voorstellen),
    versies: t.versies,
  };
  const toets = (event: KeyboardEvent) => {
    const at = DELEN.indexOf(deel);
    const stap = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: DELEN.length - 1 - at }[event.key];
    if (stap === undefined) return;
    event.preventDefault();
    const next = DELEN[(at + stap + DELEN.length) % DELEN.length] ?? 'dossier';
    kies(next);
    lijst.current?.querySelector<HTMLElement>(`[data-deel="${next}"]`)?.focus();
  };
  return (
    <aside className="naasttekst" aria-label={t.naast}>
      <div className="tabs" role="tablist" aria-label={t.naast} ref={lijst} onKeyDown={toets}>
        {DELEN.map((een) => (
          <button
            key={een}
            type="button"
            role="tab"
            id={`${id}-${een}`}
            data-deel={een}
            aria-selected={een === deel}
            aria-controls={`${id}-vak`}
            tabIndex={een === deel ? 0 : -1}
            className="tab"
            onClick={() => kies(een)}
          >
            {namen[een]}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-vak`}
        aria-labelledby={`${id}-${deel}`}
        className={clsx(deel !== 'dossier' && 'kantlijn')}
      >
        {children}
      </div>
    </aside>
  );
}
