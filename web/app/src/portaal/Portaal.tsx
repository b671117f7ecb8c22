// A resident's first page: who am I, which zaken run, how far they are, log out. B1, and nothing of what is not decided yet.
import { type ReactNode, useEffect, useState } from 'react';
import { haal, Probleem, stuur } from '../api/http';
import type { Ik, ZaakDat, ZaakRij, Zaakstatus } from '../api/types';
import { datumLang } from '../datum';
import { type Rt, RtProvider, useGebeurde, useRt, useRtStatus, useView } from '../rt/hooks';
import { startRt } from '../rt/start';
import { geld } from '../teksten/geld';
import { nl } from '../teksten/nl';
import { Merk } from '../ui/Icoon';
import { Knop, knopKlasse } from '../ui/knop';
import { Loper, type Stap } from '../ui/loper';
import { OmroepRegio, omroep } from '../ui/omroep';
import { Stoel } from '../ui/stoel';
import { Verbindingsbalk } from '../ui/verbinding';
import { usePad } from '../werkplek/route';
import { GeldLink } from './geld/GeldLink';
import { GeldPagina } from './geld/GeldPagina';

const haalIk = () => haal<Ik>('/ik');

type Stand = { stand: 'laden' } | { stand: 'binnen'; ik: Ik; rt: Rt } | { stand: 'fout' };

export function Portaal() {
  const [stand, setStand] = useState<Stand>({ stand: 'laden' });
  useEffect(() => {
    haalIk().then(
      (ik) => setStand({ stand: 'binnen', ik, rt: startRt(haalIk) }),
      (error) => {
        if (error instanceof Probleem && error.status === 401) location.replace('/demo');
        else setStand({ stand: 'fout' });
      },
    );
  }, []);

  if (stand.stand === 'binnen') {
    return (
      <RtProvider value={stand.rt}>
        <Binnen ik={stand.ik} />
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
  const { connection } = useRt();
  const { fase } = useRtStatus();
  const pad = usePad();
  const [zaken, setZaken] = useState<ZaakRij[]>();

  useEffect(() => {
    const lees = () => {
      haal<{ items: ZaakRij[] }>('/zaken?lijst=mijn').then(
        (r) => setZaken(r.items),
        () => setZaken((old) => old ?? []),
      );
    };
    lees();
    let lost = false;
    const off = connection.onStatus(() => {
      const { fase: nu } = connection.getStatus();
      if (nu === 'verbroken') lost = true;
      if (nu === 'open' && lost) {
        lost = false;
        lees();
      }
    });
    window.addEventListener('focus', lees);
    return () => {
      off();
      window.removeEventListener('focus', lees);
    };
  }, [connection]);

  // On a shared computer nothing may stay on the screen after the session (I14).
  if (fase === 'sessie') {
    return (
      <Schil titel={nl.portaal.uitgelogd}>
        <h1>{nl.portaal.uitgelogd}</h1>
        <p className="lead">{nl.portaal.uitgelogdUitleg}</p>
        <p>
          <a className={knopKlasse('eerst')} href="/demo">
            {nl.portaal.inloggen}
          </a>
        </p>
      </Schil>
    );
  }
  if (pad === '/portaal/geld') {
    return (
      <Schil titel={geld.titel} ik={ik}>
        <GeldPagina />
      </Schil>
    );
  }
  return (
    <Schil titel={nl.portaal.titel} ik={ik}>
      <Verbindingsbalk />
      <h1>{nl.portaal.groet(ik.naam)}</h1>
      <p className="lead">{zaken ? nl.portaal.lead(zaken.length) : nl.laden}</p>
      {zaken && zaken.length > 0 && (
        <section className="sectie" aria-labelledby="zaken">
          <header>
            <h2 id="zaken">{nl.portaal.zaken}</h2>
          </header>
          <ul className="pzaken">
            {zaken.map((zaak) => (
              <Zaak key={zaak.id} eerste={zaak} />
            ))}
          </ul>
        </section>
      )}
      <GeldLink />
      <section className="sectie" aria-labelledby="hulp">
        <header>
          <h2 id="hulp">{nl.portaal.hulp}</h2>
        </header>
        <p>{nl.portaal.hulpUitleg}</p>
      </section>
    </Schil>
  );
}

const ORDE: Zaakstatus[] = ['ontvangen', 'verdeeld', 'onderzoek'];

function Zaak({ eerste }: { eerste: ZaakDat }) {
  const topic = `zaak/${eerste.id}@dat`;
  const live = useView<ZaakDat>(topic);
  useGebeurde(topic, () => omroep.zeg(topic, nl.portaal.gewijzigd));
  const zaak = live.stand === 'klaar' && live.b.versie >= eerste.versie ? live.b : eerste;
  const vers = zaak.versie > eerste.versie;
  // Once somebody is chosen, the talk is what comes.
  const hier = zaak.status === 'ontvangen' ? 1 : 2;
  const stappen: Stap[] = [
    ...ORDE.map((s, i) => ({
      naam: nl.portaal.stappen[s],
      stand: i < hier ? ('klaar' as const) : i === hier ? ('nu' as const) : ('straks' as const),
    })),
    { naam: nl.portaal.stappen.besluit, stand: 'straks' as const, onder: undefined },
  ];
  return (
    <li className={vers ? 'pzaak vers vers--dooft' : 'pzaak'} data-zaak={zaak.id}>
      <h3>{zaak.zaaktype_naam}</h3>
      <p>
        {nl.portaal.zin(
          zaak.status,
          zaak.behandelaars.map((b) => b.naam),
        )}
      </p>
      <p>{nl.portaal.uiterlijk(datumLang(zaak.uiterlijk_op))}</p>
      <Loper label={nl.zaak.voortgang} stappen={stappen} />
      <p className="quiet sm">{nl.portaal.nummer(zaak.zaaknummer)}</p>
    </li>
  );
}

function Schil({ titel, ik, children }: { titel: string; ik?: Ik; children: ReactNode }) {
  useEffect(() => {
    document.title = nl.paginatitel(titel);
  }, [titel]);
  const uit = () => {
    void stuur('/uitloggen', {}).finally(() => location.replace('/demo'));
  };
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
            <Knop soort="tweede" icoon="uit" onClick={uit}>
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
