// The session ended while one was at work. What is on the screen stays; after logging in again everything goes on.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { haal, stuur } from '../api/http';
import type { Ik } from '../api/types';
import { useRt, useRtStatus } from '../rt/hooks';
import { useSessieduur } from '../sessie/einde';
import { haalIk } from '../sessie/ik';
import { nl } from '../teksten/werk';
import { Dialoog } from '../ui/dialoog';
import { Knop } from '../ui/knop';
import { wisConcepten } from './concept';
import { haalPersonas } from './DemoPagina';

/** So long before the end the bar asks whether one is still there. */
const WAARSCHUW_MS = 2 * 60_000;

export function SessieDialoog({ ik }: { ik: Ik }) {
  const { fase } = useRtStatus();
  return fase === 'sessie' ? <Opnieuw ik={ik} /> : <Waarschuwing />;
}

function Opnieuw({ ik }: { ik: Ik }) {
  const { connection } = useRt();
  const personas = useQuery({ queryKey: ['personas'], queryFn: haalPersonas, retry: false });
  const [mislukt, setMislukt] = useState(false);
  const persona = ik.sessie.deur === 'demo' ? personas.data?.find((p) => p.naam === ik.naam) : undefined;

  const terug = useCallback(async () => {
    const nu = await haalIk();
    // Somebody else on this screen must not go on with this text.
    if (nu.id === ik.id && nu.rol === ik.rol) connection.resume();
    else {
      wisConcepten();
      location.replace('/');
    }
  }, [connection, ik.id, ik.rol]);

  useEffect(() => {
    const kijk = () => void terug().catch(() => {});
    window.addEventListener('focus', kijk);
    return () => window.removeEventListener('focus', kijk);
  }, [terug]);

  return (
    <Dialoog titel={nl.sessie.titel} ongevraagd dekt>
      <p>{nl.sessie.uitleg}</p>
      {!persona && <p className="quiet">{nl.sessie.eldersUitleg}</p>}
      <div role="status">{mislukt && <p className="fouttekst">{nl.sessie.mislukt}</p>}</div>
      <div className="knoppen">
        {persona ? (
          <Knop
            soort="eerst"
            onClick={() => {
              setMislukt(false);
              stuur('/demo/login', { persona: persona.persona })
                .then(() => (ik.rollen.length > 1 ? stuur('/sessie/rol', { rol: ik.rol }) : undefined))
                .then(terug)
                .catch(() => setMislukt(true));
            }}
          >
            {nl.sessie.opnieuw(ik.naam)}
          </Knop>
        ) : (
          <Knop soort="eerst" onClick={() => window.open('/', '_blank')}>
            {nl.sessie.elders}
          </Knop>
        )}
      </div>
    </Dialoog>
  );
}

function Waarschuwing() {
  const queries = useQueryClient();
  const over = useSessieduur()?.over ?? 0;
  const bijna = over > 0 && over < WAARSCHUW_MS;
  return (
    <div className="sessiebalk" role="status">
      {bijna && (
        <p className="balk balk--uitleg">
          {nl.sessie.bijna}
          <Knop
            soort="tweede"
            klein
            onClick={() => {
              haal<Ik>('/ik').then((nu) => queries.setQueryData(['ik'], nu));
            }}
          >
            {nl.sessie.blijf}
          </Knop>
        </p>
      )}
    </div>
  );
}
