// The frame of every portal page: whose it is, and the way out.
import { type ReactNode, useEffect } from 'react';
import type { Ik } from '../api/types';
import { uitloggen } from '../sessie/uitloggen';
import { nl } from '../teksten/nl';
import { Merk } from '../ui/Icoon';
import { Knop } from '../ui/knop';
import { OmroepRegio } from '../ui/omroep';
import { Stoel } from '../ui/stoel';

export function Schil({ titel, ik, children }: { titel: string; ik?: Ik; children: ReactNode }) {
  useEffect(() => {
    document.title = nl.paginatitel(titel);
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
        {ik && (
          <div className="wieben push">
            <Stoel naam={ik.naam} inwoner />
            <span className="vh">{nl.portaal.ingelogd(ik.naam)}</span>
            <a href="/portaal/sessies">{nl.sessies.link}</a>
            <Knop soort="tweede" icoon="uit" onClick={() => void uitloggen()}>
              {nl.menu.uitloggen}
            </Knop>
          </div>
        )}
      </header>
      <main className="pblad" id="inhoud" tabIndex={-1}>
        <div className="pinhoud">{children}</div>
      </main>
      <OmroepRegio />
    </>
  );
}
