// For some acts a session is not enough. The question comes over the page: what was typed stays, and what was asked is done by itself
// after the answer. With a provider the proof is given in another tab.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { haal, stuur } from '../api/http';
import type { Ik } from '../api/types';
import { useRt } from '../rt/hooks';
import { nl } from '../teksten/nl';
import { Dialoog } from '../ui/dialoog';
import { Knop, knopKlasse } from '../ui/knop';
import { antwoordMet, bijVraag, isGevraagd } from './bevestigen';

export function Bevestiging({ deur }: { deur: Ik['sessie']['deur'] }) {
  const gevraagd = useSyncExternalStore(bijVraag, isGevraagd);
  if (!gevraagd) return null;
  return deur === 'demo' ? <InDemo /> : <Elders />;
}

const t = nl.stapOp;
const nee = () => antwoordMet(false);

function InDemo() {
  const [bezig, setBezig] = useState(false);
  const [mislukt, setMislukt] = useState(false);
  const ja = () => {
    setBezig(true);
    setMislukt(false);
    stuur('/demo/stap-op', {}).then(
      () => antwoordMet(true),
      () => {
        setBezig(false);
        setMislukt(true);
      },
    );
  };
  return (
    <Dialoog titel={t.titel} sluit={nee}>
      <p>{t.dialoogDemo}</p>
      <div role="status">{mislukt && <p className="fouttekst">{t.mislukt}</p>}</div>
      <div className="knoppen">
        <Knop soort="eerst" bezig={bezig} onClick={ja}>
          {t.demo}
        </Knop>
        <Knop soort="stil" onClick={nee}>
          {t.terug}
        </Knop>
      </div>
    </Dialoog>
  );
}

function Elders() {
  const { connection } = useRt();
  const [nogNiet, setNogNiet] = useState(false);
  /** Whether the proof was given meanwhile. */
  const kijk = useCallback(async (): Promise<boolean> => {
    const bewezen = await haal<Ik>('/ik').then(
      ({ sessie }) => sessie.opgestapt_tot !== undefined,
      () => false,
    );
    if (bewezen) antwoordMet(true);
    return bewezen;
  }, []);

  useEffect(() => {
    // A proof gives the session another secret, so its sockets close and come back: that is the sign. Coming back to this tab is another.
    const off = connection.onStatus(() => {
      if (connection.getStatus().fase === 'open') void kijk();
    });
    const terug = () => void kijk();
    window.addEventListener('focus', terug);
    return () => {
      off();
      window.removeEventListener('focus', terug);
    };
  }, [connection, kijk]);

  return (
    <Dialoog titel={t.titel} sluit={nee}>
      <p>{t.dialoogElders}</p>
      <div role="status">{nogNiet && <p className="fouttekst">{t.nogNiet}</p>}</div>
      <div className="knoppen">
        <a
          className={knopKlasse('eerst')}
          href="/inloggen/stap-op?terug=/stap-op"
          target="_blank"
          rel="noreferrer"
        >
          {t.elders}
        </a>
        <Knop soort="tweede" onClick={() => void kijk().then((bewezen) => setNogNiet(!bewezen))}>
          {t.klaar}
        </Knop>
        <Knop soort="stil" onClick={nee}>
          {t.terug}
        </Knop>
      </div>
    </Dialoog>
  );
}
