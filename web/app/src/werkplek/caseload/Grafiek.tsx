// Bars, drawn here: the title is the conclusion, the values stand beside them in words, what is late is hatched and who is away has a dashed
// edge, so that colour says nothing alone. The tables of the page hold the same numbers.
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import '../../stijl/grafiek.css';
import { nl } from '../../teksten/werk';

const t = nl.caseload.grafiek;

export const DELEN = ['laat', 'week', 'rest'] as const;
export type Deel = (typeof DELEN)[number];

export interface Balk {
  id: string;
  /** No link: the tables have those, and one way to somebody is enough for who goes by keyboard. */
  naam: ReactNode;
  weg?: boolean;
  delen: Partial<Record<Deel, number>>;
  /** What the bar says, in words. */
  woord: string;
}

export interface GrafiekProps {
  /** The conclusion, as a sentence. */
  titel: string;
  balken: Balk[];
  /** Which parts are explained above it. */
  legenda: readonly Deel[];
  children?: ReactNode;
}

const som = ({ delen }: Balk) => DELEN.reduce((n, deel) => n + (delen[deel] ?? 0), 0);

export function Grafiek({ titel, balken, legenda, children }: GrafiekProps) {
  const meeste = Math.max(1, ...balken.map(som));
  return (
    <figure className="grafiek">
      <figcaption>{titel}</figcaption>
      {legenda.length > 0 && (
        <ul className="grafiek-legenda sm" aria-label={t.legenda}>
          {legenda.map((deel) => (
            <li key={deel}>
              <Staaf delen={{ [deel]: 1 }} meeste={1} />
              {t.deel[deel]}
            </li>
          ))}
        </ul>
      )}
      <ul className="grafiek-balken">
        {balken.map((balk) => (
          <li key={balk.id} data-balk={balk.id}>
            <span className="grafiek-naam">{balk.naam}</span>
            <Staaf delen={balk.delen} meeste={meeste} {...(balk.weg ? { weg: true } : {})} />
            <span className="grafiek-woord num">{balk.woord}</span>
          </li>
        ))}
      </ul>
      {children}
    </figure>
  );
}

interface StaafProps {
  delen: Balk['delen'];
  /** What fills the whole width. */
  meeste: number;
  weg?: boolean;
}

/** The words beside it say the same. Widths are percentages, so that no pattern is stretched. */
export function Staaf({ delen, meeste, weg = false }: StaafProps) {
  const id = useId();
  let van = 0;
  return (
    <svg className={clsx('grafiek-staaf', weg && 'grafiek-staaf--weg')} aria-hidden="true">
      <defs>
        <pattern
          id={`${id}-arcering`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="grafiek-arcering-grond" width="6" height="6" />
          <rect className="grafiek-arcering-streep" width="2" height="6" />
        </pattern>
      </defs>
      {DELEN.map((deel) => {
        const breed = (100 * (delen[deel] ?? 0)) / meeste;
        if (breed === 0) return null;
        const begin = van;
        van += breed;
        return (
          <rect
            key={deel}
            className={`grafiek-deel grafiek-deel--${deel}`}
            x={`${begin}%`}
            width={`${breed}%`}
            y="0"
            height="100%"
            {...(deel === 'laat' ? { fill: `url(#${id}-arcering)` } : {})}
          />
        );
      })}
    </svg>
  );
}
