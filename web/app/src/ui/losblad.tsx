// A sheet without a room around it, and what stands there until something comes.
import { type ReactNode, useEffect, useState } from 'react';
import { nl } from '../teksten/nl';
import { zetTitel } from '../titel';
import { Merk } from './Icoon';

export interface LosBladProps {
  titel: string;
  /** At the end of the bar. */
  rechts?: ReactNode;
  children: ReactNode;
}

export function LosBlad({ titel, rechts, children }: LosBladProps) {
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
        {rechts}
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
