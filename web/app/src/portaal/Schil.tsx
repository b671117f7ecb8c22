// The frame of every portal page: whose it is, and the way out.
import { type ReactNode, useEffect } from 'react';
import type { Ik } from '../api/types';
import { Naar } from '../route';
import { Taalkeuze } from '../sessie/Taalkeuze';
import { uitloggen } from '../sessie/uitloggen';
import { nl } from '../teksten/nl';
import { zetTitel } from '../titel';
import { Belnummer } from '../ui/belnummer';
import { Merk } from '../ui/Icoon';
import { Knop, knopKlasse } from '../ui/knop';
import { OmroepRegio } from '../ui/omroep';
import { Stoel } from '../ui/stoel';
import { Verbindingsbalk } from '../ui/verbinding';
import { Versiebalk } from '../ui/versiebalk';
import { bewaarConcepten } from '../werkplek/concept';
import { Navigatie } from './Navigatie';

/** On every page of a session for another: for whom it is, before anything else is read. */
function Namens({ naam }: { naam: string }) {
  return (
    <p className="balk balk--uitleg pnamens" role="note" data-namens={naam}>
      <strong>{nl.portaal.namens(naam)}</strong> {nl.portaal.namensUitleg(naam)}
    </p>
  );
}

/** What only somebody themselves may see: who comes in for them reads that, and how they can. */
export function AlleenZelf({ naam }: { naam: string }) {
  return (
    <>
      <h1>{nl.portaal.alleenZelf(naam)}</h1>
      <p className="lead">{nl.portaal.alleenZelfUitleg(naam)}</p>
      <p>
        <Naar className={knopKlasse('tweede')} to="/portaal">
          {nl.portaal.terug}
        </Naar>
      </p>
    </>
  );
}

/** Who one is, and the way out. */
function WieBen({ ik }: { ik: Ik }) {
  return (
    <>
      <Stoel naam={ik.naam} inwoner />
      <span className="vh">{nl.portaal.ingelogd(ik.naam)}</span>
      <Naar to="/portaal/hulp">{nl.portaal.hulpTitel}</Naar>
      <Naar to="/portaal/sessies">{nl.sessies.link}</Naar>
      <Knop soort="tweede" icoon="uit" onClick={() => void bewaarConcepten().then(uitloggen)}>
        {nl.menu.uitloggen}
      </Knop>
    </>
  );
}

export function Schil({ titel, ik, children }: { titel: string; ik?: Ik; children: ReactNode }) {
  useEffect(() => {
    zetTitel(nl.paginatitel(titel));
  }, [titel]);
  return (
    <>
      <a className="utrecht-skip-link skip" href="#inhoud">
        {nl.naarInhoud}
      </a>
      <header className="pkop">
        <span className="merk">
          <Merk />
          <span>
            {nl.naam}
            {ik && <small>{nl.gemeente(ik.gemeente.naam)}</small>}
          </span>
        </span>
        <Taalkeuze />
        {ik && (
          <div className="wieben">
            <WieBen ik={ik} />
          </div>
        )}
      </header>
      {ik && <Navigatie ik={ik} />}
      <main className="pblad" id="inhoud" tabIndex={-1}>
        <div className="pinhoud">
          {ik && <Verbindingsbalk />}
          {ik && <Versiebalk />}
          {ik?.namens && <Namens naam={ik.namens.naam} />}
          {children}
        </div>
      </main>
      {ik?.gemeente.telefoon && (
        <footer className="pvoet">
          <p>
            {nl.portaal.belGemeente(nl.gemeente(ik.gemeente.naam))}{' '}
            <Belnummer nummer={ik.gemeente.telefoon} />
          </p>
        </footer>
      )}
      <OmroepRegio />
    </>
  );
}
