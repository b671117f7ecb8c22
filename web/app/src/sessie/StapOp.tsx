// For some acts a session is not enough: one proves anew who one is. With a provider that is logging in once more; in the demonstration one
// says so.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Probleem, stuur } from '../api/http';
import { nl } from '../teksten/nl';
import { Knop, knopKlasse } from '../ui/knop';
import { LosBlad, Skelet } from '../ui/losblad';
import { haalIk } from './ik';

/** A page of ours: an address of somebody else's would make of this page their decoy. */
const PAGINA = /^\/(?!\/)[A-Za-z0-9/_.-]*$/;

export function StapOp() {
  const ik = useQuery({ queryKey: ['ik'], queryFn: haalIk });
  const [bezig, setBezig] = useState(false);
  const [mislukt, setMislukt] = useState(false);
  const vraag = new URLSearchParams(location.search);
  const gevraagd = vraag.get('terug') ?? '/';
  const terug = PAGINA.test(gevraagd) ? gevraagd : '/';
  const fout = vraag.get('fout');
  const geenSessie = ik.error instanceof Probleem && ik.error.status === 401;
  useEffect(() => {
    if (geenSessie) location.replace('/inloggen');
  }, [geenSessie]);
  const t = nl.stapOp;
  const reden = fout ? nl.inloggen.reden(fout) : undefined;

  const bevestig = () => {
    setBezig(true);
    setMislukt(false);
    stuur('/demo/stap-op', {}).then(
      () => location.replace(terug),
      () => {
        setBezig(false);
        setMislukt(true);
      },
    );
  };

  // Another tab asked, and waits for what was proved here.
  if (!reden && !vraag.has('terug') && ik.data?.sessie.opgestapt_tot) {
    return (
      <LosBlad titel={t.bewezen}>
        <p className="lead">{t.bewezenUitleg}</p>
      </LosBlad>
    );
  }
  return (
    <LosBlad titel={t.titel}>
      {reden && (
        <p className="balk balk--fout" role="alert">
          {reden.titel}. {reden.uitleg}
        </p>
      )}
      <p className="lead">{t.lead}</p>
      {ik.isPending && <Skelet />}
      <div role="status">{mislukt && <p className="fouttekst">{t.mislukt}</p>}</div>
      {ik.data && (
        <>
          {ik.data.sessie.deur === 'demo' && <p className="quiet">{t.demoUitleg}</p>}
          <div className="knoppen">
            {ik.data.sessie.deur === 'demo' ? (
              <Knop soort="eerst" bezig={bezig} onClick={bevestig}>
                {t.demo}
              </Knop>
            ) : (
              <a
                className={knopKlasse('eerst')}
                href={`/inloggen/stap-op?terug=${encodeURIComponent(terug)}`}
              >
                {t.opnieuw}
              </a>
            )}
            <a className={knopKlasse('stil')} href={terug}>
              {t.terug}
            </a>
          </div>
        </>
      )}
    </LosBlad>
  );
}
