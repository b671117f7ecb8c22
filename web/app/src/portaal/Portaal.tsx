// The portal of a resident: the session and the line, and which page is shown.
import { Fragment, useEffect, useState } from 'react';
import { haal, Probleem } from '../api/http';
import type { Ik } from '../api/types';
import { type Pagina, verzamel, vindPagina } from '../pagina';
import { usePad } from '../route';
import { type Rt, RtProvider, useRtStatus } from '../rt/hooks';
import { startRt } from '../rt/start';
import { Bevestiging } from '../sessie/Bevestiging';
import { nl } from '../teksten/nl';
import { Knop, knopKlasse } from '../ui/knop';
import { Schil } from './Schil';

const paginas = verzamel(import.meta.glob<{ pagina: Pagina }>('./paginas/*.tsx', { eager: true }));

const haalIk = () => haal<Ik>('/ik');

type Stand = { stand: 'laden' } | { stand: 'binnen'; ik: Ik; rt: Rt } | { stand: 'fout' };

export function Portaal() {
  const [stand, setStand] = useState<Stand>({ stand: 'laden' });
  useEffect(() => {
    haalIk().then(
      (ik) => setStand({ stand: 'binnen', ik, rt: startRt(haalIk, () => location.replace('/portaal')) }),
      (error) => {
        if (error instanceof Probleem && error.status === 401) location.replace('/inloggen');
        else setStand({ stand: 'fout' });
      },
    );
  }, []);

  if (stand.stand === 'binnen') {
    return (
      <RtProvider value={stand.rt}>
        <Binnen ik={stand.ik} />
        <Bevestiging deur={stand.ik.sessie.deur} />
      </RtProvider>
    );
  }
  return (
    <Schil titel={stand.stand === 'fout' ? nl.fout.titel : nl.portaal.titel}>
      {stand.stand === 'fout' ? (
        <>
          <h1>{nl.fout.titel}</h1>
          <p className="lead">{nl.fout.uitleg}</p>
          <Knop soort="eerst" onClick={() => location.reload()}>
            {nl.fout.opnieuw}
          </Knop>
        </>
      ) : (
        <h1>{nl.portaal.titel}</h1>
      )}
    </Schil>
  );
}

function Binnen({ ik }: { ik: Ik }) {
  const { fase } = useRtStatus();
  const pad = usePad();
  // On a shared computer nothing may stay on the screen after the session (I14).
  if (fase === 'sessie') {
    return (
      <Schil titel={nl.portaal.uitgelogd}>
        <h1>{nl.portaal.uitgelogd}</h1>
        <p className="lead">{nl.portaal.uitgelogdUitleg}</p>
        <p>
          <a className={knopKlasse('eerst')} href="/inloggen">
            {nl.portaal.inloggen}
          </a>
        </p>
      </Schil>
    );
  }
  const gevonden = vindPagina(paginas, pad);
  if (gevonden) return <Fragment key={pad}>{gevonden.pagina.toon({ ik, id: gevonden.id })}</Fragment>;
  return (
    <Schil titel={nl.weg.titel} ik={ik}>
      <h1>{nl.weg.titel}</h1>
      <p className="lead">{nl.portaal.wegUitleg}</p>
      <p>
        <a className={knopKlasse('tweede')} href="/portaal">
          {nl.portaal.terug}
        </a>
      </p>
    </Schil>
  );
}
