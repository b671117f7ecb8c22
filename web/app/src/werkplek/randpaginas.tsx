// The pages at the edge: not there, and loading.
import type { ReactNode } from 'react';
import type { Ik } from '../api/types';
import { Naar, Paginakop } from '../route';
import { nl } from '../teksten/werk';
import { knopKlasse } from '../ui/knop';
import { Skelet } from '../ui/losblad';
import { Schil } from './Schil';

export { LosBlad, Skelet } from '../ui/losblad';

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

export function Laden() {
  return (
    <main className="laden" id="inhoud">
      <h1 className="vh">{nl.laden}</h1>
      <Skelet />
    </main>
  );
}
