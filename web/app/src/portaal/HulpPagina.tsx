// How to reach a person, from each page in one step.
import { useState } from 'react';
import type { Ik } from '../api/types';
import { Rondleiding } from '../rondleiding/Rondleiding';
import { rondVan } from '../rondleiding/rondVan';
import { Naar } from '../route';
import { nl } from '../teksten/nl';
import { rondleiding } from '../teksten/rondleiding';
import { Belnummer } from '../ui/belnummer';
import { Knop, knopKlasse } from '../ui/knop';
import { OverUzelf } from './OverUzelf';

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
      <Signaal telefoon={ik.gemeente.telefoon} />
      <Rond ik={ik} />
    </>
  );
}

/** The first visit, once more. */
function Rond({ ik }: { ik: Ik }) {
  const [open, setOpen] = useState(false);
  const stappen = rondVan(ik);
  return (
    <section className="sectie" aria-labelledby="rond">
      <header>
        <h2 id="rond">{t.rond}</h2>
      </header>
      <p>{rondleiding.duur(stappen.length)}</p>
      <p>
        <Knop soort="tweede" onClick={() => setOpen(true)}>
          {rondleiding.ja}
        </Knop>
      </p>
      {open && <Rondleiding ik={ik} stappen={stappen} sluit={() => setOpen(false)} />}
    </section>
  );
}

/** Worries about somebody, also about oneself. */
export function Signaal({ telefoon }: { telefoon: string | null | undefined }) {
  return (
    <section className="sectie" aria-labelledby="zorgen">
      <header>
        <h2 id="zorgen">{t.zorgen}</h2>
      </header>
      <OverUzelf telefoon={telefoon} />
      <p>{nl.signaal.melden.linkUitleg}</p>
      <p>
        <Naar className={knopKlasse('tweede')} to="/portaal/signaal">
          {nl.signaal.melden.link}
        </Naar>
      </p>
    </section>
  );
}
