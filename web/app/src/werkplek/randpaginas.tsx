// The pages at the edge: not there, loading, and a sheet without a room around it.
import { type ReactNode, useEffect, useState } from 'react';
import type { Ik } from '../api/types';
import { Naar, Paginakop } from '../route';
import { nl } from '../teksten/werk';
import { zetTitel } from '../titel';
import { Merk } from '../ui/Icoon';
import { knopKlasse } from '../ui/knop';
import { Schil } from './Schil';

/** Absent and refused are one page: it must not tell that something exists. */
export function WegPagina({ ik, children }: { ik: Ik; children?: ReactNode }) {
  return (
    <Schil ik={ik}>
      <div className="smal stack">
        <Paginakop titel={nl.weg.titel}>{nl.weg.titel}</Paginakop>
        <p className="lead">{nl.weg.uitleg}</p>
        {children}
        <p>
          <Naar className={knopKlasse('tweede')} to="/">
            {nl.weg.terug}
          </Naar>
        </p>
      </div>
    </Schil>
  );
}

export function LosBlad({ titel, children }: { titel: string; children: ReactNode }) {
  useEffect(() => {
    zetTitel(nl.paginatitel(titel));
  }, [titel]);
  return (
    <div className="los">
      <header className="top">
        <span className="merk">
          <Merk />
          <span>{nl.naam}</span>
        </span>
      </header>
      <main className="blad los-blad stack" id="inhoud">
        <h1>{titel}</h1>
        {children}
      </main>
    </div>
  );
}

/** Bars with the measure of what comes, and only when it takes a while. */
const SKELET_MS = 300;
const SKELETTEN = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht'];

export function Skelet({ regels = 4 }: { regels?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SKELET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeletten">
      <p className="vh">{nl.laden}</p>
      {late && SKELETTEN.slice(0, regels).map((naam) => <div key={naam} className="skelet" />)}
    </div>
  );
}

export function Laden() {
  return (
    <main className="laden" id="inhoud">
      <h1 className="vh">{nl.laden}</h1>
      <Skelet />
    </main>
  );
}
