// The session ended while one was at work. What is on the screen stays; after logging in again everything goes on.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { stuur } from '../api/http';
import type { Ik } from '../api/types';
import { useRt, useRtStatus } from '../rt/hooks';
import { Eindigt, type Gezegd, gezegdNu } from '../sessie/Eindigt';
import { haalIk } from '../sessie/ik';
import { nl } from '../teksten/werk';
import { Dialoog } from '../ui/dialoog';
import { Knop } from '../ui/knop';
import { wisConcepten } from './concept';
import { haalPersonas } from './DemoPagina';

export function SessieDialoog({ ik }: { ik: Ik }) {
  const { fase } = useRtStatus();
  const [gezegd, setGezegd] = useState<Gezegd>(() => gezegdNu(ik));
  if (fase !== 'sessie') return <Eindigt gezegd={gezegd} verlengd={setGezegd} />;
  return <Opnieuw ik={ik} terecht={(nu) => setGezegd(gezegdNu(nu))} />;
}

/** `terecht`: the same person is back, in a session of its own. */
function Opnieuw({ ik, terecht }: { ik: Ik; terecht: (nu: Ik) => void }) {
  const { connection } = useRt();
  const personas = useQuery({ queryKey: ['personas'], queryFn: haalPersonas, retry: false });
  const [mislukt, setMislukt] = useState(false);
  const persona = ik.sessie.deur === 'demo' ? personas.data?.find((p) => p.naam === ik.naam) : undefined;

  const meld = useRef(terecht);
  meld.current = terecht;
  const terug = useCallback(async () => {
    const nu = await haalIk();
    // Somebody else on this screen must not go on with this text.
    if (nu.id === ik.id && nu.rol === ik.rol) {
      meld.current(nu);
      connection.resume();
    } else {
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
