// Today's talks and those of the coming days: when, where, who else comes (C2-K3). One press is the report of it.
import clsx from 'clsx';
import type { AfspraakRij, Ik } from '../../api/types';
import { Naar } from '../../route';
import { nl } from '../../teksten/werk';
import { Stoel } from '../../ui/stoel';
import { gesprekLink, gesprekPlek, gesprekStraks } from './gesprekken';

const t = nl.gesprek;

export interface GesprekkenProps {
  ik: Ik;
  /** Of today, or of the days after. */
  wanneer: 'vandaag' | 'later';
  rijen: AfspraakRij[];
  now: Date;
}

export function Gesprekken({ ik, wanneer, rijen, now }: GesprekkenProps) {
  if (rijen.length === 0) return null;
  const kop = `gesprekken-${wanneer}`;
  return (
    <section className="sectie" aria-labelledby={kop} data-gesprekken={rijen.length}>
      <header>
        <h2 id={kop}>{t.koppen[wanneer]}</h2>
      </header>
      <ul className="werklijst">
        {rijen.map((rij) => (
          <Gesprek key={rij.gesprek} rij={rij} ik={ik} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Gesprek({ rij, ik, now }: { rij: AfspraakRij; ik: Ik; now: Date }) {
  const anderen = rij.met.filter(({ id }) => id !== ik.id);
  return (
    <li className="rij regelrij" data-gesprek={rij.gesprek} data-afgezegd={rij.afgezegd || undefined}>
      <div>
        <p className={clsx(rij.afgezegd && 'doorgehaald')}>
          <Naar to={gesprekLink(rij)}>
            <strong>{gesprekStraks(rij, now)}</strong>
          </Naar>
          , {gesprekPlek(rij)}
        </p>
        <p className="sm quiet">
          {anderen.length === 0 ? t.alleen : t.samen(nl.en(anderen.map(({ naam }) => naam)))}
        </p>
      </div>
      {rij.afgezegd ? (
        <span className="chip">{t.afgezegd}</span>
      ) : (
        <span className="stoelenrij" aria-hidden="true">
          {anderen.map(({ id, naam }) => (
            <Stoel key={id} naam={naam} id={id} klein />
          ))}
        </span>
      )}
    </li>
  );
}
