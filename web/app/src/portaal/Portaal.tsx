// The portal of a resident: the session and the line, and which page is shown.
import { type ReactNode, useEffect, useState } from 'react';
import { Probleem } from '../api/http';
import type { Ik } from '../api/types';
import { type Pagina, verzamel, vindPagina } from '../pagina';
import { usePad } from '../route';
import { type Rt, RtProvider, useRtStatus } from '../rt/hooks';
import { startRt } from '../rt/start';
import { Bevestiging } from '../sessie/Bevestiging';
import { Eindigt, type Gezegd, gezegdNu } from '../sessie/Eindigt';
import { haalIk, isInwoner } from '../sessie/ik';
import { bijUit, maakLeeg } from '../sessie/leeg';
import { isTaalVanAnder } from '../taal';
import { nl } from '../teksten/nl';
import { Bel, TelefoonProvider } from '../ui/belnummer';
import { Grens } from '../ui/grens';
import { Knop, knopKlasse } from '../ui/knop';
import { Skelet } from '../ui/losblad';
import { Schil } from './Schil';
import { TakenProvider, useMijnTaken } from './taken/taken';

const paginas = verzamel(import.meta.glob<{ pagina: Pagina }>('./paginas/*.tsx', { eager: true }));

type Stand =
  | { stand: 'laden' }
  | { stand: 'binnen'; ik: Ik; rt: Rt }
  /** Somebody who works here: nothing is asked for them. */
  | { stand: 'medewerker' }
  | { stand: 'fout' };

/** Who comes in for themselves or for another. */
const binnen = (ik: Ik): Stand =>
  isInwoner(ik)
    ? { stand: 'binnen', ik, rt: startRt(haalIk, () => location.replace('/portaal'), '/portaal') }
    : { stand: 'medewerker' };

/** On a shared computer nothing may stay on the screen after the session (I14). */
function uitgelogd() {
  maakLeeg();
  location.replace('/inloggen');
}

export function Portaal() {
  const [stand, setStand] = useState<Stand>({ stand: 'laden' });
  useEffect(() => bijUit(uitgelogd), []);
  useEffect(() => {
    haalIk().then(
      (ik) => {
        // Who sat here before read English, and whoever comes in now did not choose it.
        if (isTaalVanAnder(ik.sessie.uiterlijk_op)) location.reload();
        else setStand(binnen(ik));
      },
      (error) => {
        if (error instanceof Probleem && error.status === 401) location.replace('/inloggen');
        else setStand({ stand: 'fout' });
      },
    );
  }, []);

  if (stand.stand === 'binnen') {
    return (
      <RtProvider value={stand.rt}>
        <TelefoonProvider value={stand.ik.gemeente.telefoon}>
          <MetTaken ik={stand.ik}>
            <Binnen ik={stand.ik} />
          </MetTaken>
        </TelefoonProvider>
        <Bevestiging deur={stand.ik.sessie.deur} />
      </RtProvider>
    );
  }
  if (stand.stand === 'medewerker') return <VoorInwoners />;
  if (stand.stand === 'fout') return <Mis opnieuw={() => location.reload()} />;
  return (
    <Schil titel={nl.portaal.titel}>
      <h1>{nl.portaal.titel}</h1>
      <Skelet />
    </Schil>
  );
}

/** Something of ours went wrong: what to do, and the rest of the portal is still there. */
function Mis({ ik, opnieuw }: { ik?: Ik; opnieuw: () => void }) {
  return (
    <Schil titel={nl.fout.titel} ik={ik}>
      <h1>{nl.fout.titel}</h1>
      <p className="lead">
        {nl.portaal.misUitleg}
        <Bel />
      </p>
      <Knop soort="eerst" onClick={opnieuw}>
        {nl.fout.opnieuw}
      </Knop>
    </Schil>
  );
}

/** Whoever comes in for another is asked nothing. */
function MetTaken({ ik, children }: { ik: Ik; children: ReactNode }) {
  return ik.namens ? children : <VolgTaken ik={ik}>{children}</VolgTaken>;
}

function VolgTaken({ ik, children }: { ik: Ik; children: ReactNode }) {
  return <TakenProvider value={useMijnTaken(ik)}>{children}</TakenProvider>;
}

function Binnen({ ik }: { ik: Ik }) {
  const { fase } = useRtStatus();
  const pad = usePad();
  const [gezegd, setGezegd] = useState<Gezegd>(() => gezegdNu(ik));
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
  return (
    <>
      <Grens key={pad} toon={(opnieuw) => <Mis ik={ik} opnieuw={opnieuw} />}>
        {gevonden ? gevonden.pagina.toon({ ik, id: gevonden.id }) : <Weg ik={ik} />}
      </Grens>
      <Eindigt gezegd={gezegd} verlengd={setGezegd} />
    </>
  );
}

function Weg({ ik }: { ik: Ik }) {
  return (
    <Schil titel={nl.weg.titel} ik={ik}>
      <h1>{nl.weg.titel}</h1>
      <p className="lead">
        {nl.portaal.wegUitleg}
        <Bel />
      </p>
      <p>
        <a className={knopKlasse('tweede')} href="/portaal">
          {nl.portaal.terug}
        </a>
      </p>
    </Schil>
  );
}

function VoorInwoners() {
  const t = nl.andereDeur;
  return (
    <Schil titel={t.inwoners}>
      <h1>{t.inwoners}</h1>
      <p className="lead">{t.inwonersUitleg}</p>
      <p>
        <a className={knopKlasse('eerst')} href="/">
          {t.naarWerkplek}
        </a>
      </p>
    </Schil>
  );
}
