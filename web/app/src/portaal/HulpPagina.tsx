// How to reach a person, from each page in one step.
import type { Ik } from '../api/types';
import { Naar } from '../route';
import { nl } from '../teksten/nl';
import { Belnummer } from '../ui/belnummer';
import { knopKlasse } from '../ui/knop';

const t = nl.portaal;

export function HulpPagina({ ik }: { ik: Ik }) {
  return (
    <>
      <h1>{t.hulpTitel}</h1>
      <p className="lead">{nl.signaal.melden.gevaar}</p>
      <section className="sectie" aria-labelledby="bellen">
        <header>
          <h2 id="bellen">{t.hulpVraag}</h2>
        </header>
        <p>
          {t.hulpBel}
          {ik.gemeente.telefoon && (
            <>
              : <Belnummer nummer={ik.gemeente.telefoon} />
            </>
          )}
          . {t.hulpBalie}
        </p>
        <p>{t.hulpNummer}</p>
      </section>
      <Signaal />
    </>
  );
}

/** Worries about somebody, also about oneself. */
export function Signaal() {
  return (
    <section className="sectie" aria-labelledby="zorgen">
      <header>
        <h2 id="zorgen">{t.zorgen}</h2>
      </header>
      <p>{nl.signaal.melden.linkUitleg}</p>
      <p>
        <Naar className={knopKlasse('tweede')} to="/portaal/signaal">
          {nl.signaal.melden.link}
        </Naar>
      </p>
    </section>
  );
}
