// A resident's first page: which zaken run and how far each is. B1, and nothing of what is not decided yet.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Ik, KindWat, ZaakRij, Zaakstatus } from '../api/types';
import { datumLang } from '../datum';
import { Welkom } from '../rondleiding/Rondleiding';
import { rondVan } from '../rondleiding/rondVan';
import { Naar } from '../route';
import { useBundle, useBundleGebeurde } from '../rt/hooks';
import type { Lid } from '../rt/topics/kanaal';
import { nl } from '../teksten/nl';
import { rondleiding } from '../teksten/rondleiding';
import { Belnummer } from '../ui/belnummer';
import { knopKlasse } from '../ui/knop';
import { Zin } from '../ui/letterlijk';
import { Loper, type Stap } from '../ui/loper';
import { Skelet } from '../ui/losblad';
import { omroep } from '../ui/omroep';
import { Afspraken } from './Afspraken';
import { BrievenLink } from './brieven/BrievenLink';
import { GeldLink } from './geld/GeldLink';
import { InzageLink } from './inzage/InzageLink';
import { useKinderen } from './kinderen';
import { OverUzelf } from './OverUzelf';
import { Bijdragen } from './plan/bijdrage/Bijdragen';
import { PlanLink } from './plan/PlanLink';
import { Plannieuws } from './plan/Plannieuws';
import { Schil } from './Schil';
import { Takenlijst } from './taken/Takenlijst';
import { useTaken } from './taken/taken';
import { ToestemmingLink } from './toestemming/ToestemmingLink';

const Brieven = lazy(() => import('./brieven/Brieven'));

/** One thing at a time; the rest is a step away. */
const GEVRAAGD_MAX = 1;

export function StartPagina({ ik }: { ik: Ik }) {
  const topic = `werkvoorraad/${ik.id}`;
  const bundel = useBundle<ZaakRij>(topic);
  useBundleGebeurde(topic, () => omroep.zeg('zaken', nl.portaal.gewijzigd));
  const zaken =
    bundel.stand === 'laden'
      ? undefined
      : bundel.stand === 'weg'
        ? []
        : [...bundel.leden].sort((a, b) => b.b.ontvangen_op.localeCompare(a.b.ontvangen_op));

  const erbij = zaken?.filter((lid) => lid.later).length ?? 0;
  useEffect(() => {
    if (erbij > 0) omroep.zeg('zaken', nl.portaal.gewijzigd);
  }, [erbij]);

  const ids = zaken
    ?.map((lid) => lid.b.id)
    .sort()
    .join();
  const kinderen = useKinderen(ids);
  const vanKind = new Set(kinderen?.items.flatMap((kind) => kind.zaken));
  // Until it is known whose a zaak is, it stands nowhere: never a child's under one's own.
  const lead = (n: number) => (ik.namens ? nl.portaal.leadVan(ik.namens.naam, n) : nl.portaal.lead(n));
  const eigen = kinderen && zaken?.filter((lid) => kinderen.bekend.has(lid.b.id) && !vanKind.has(lid.b.id));

  return (
    <Schil titel={nl.portaal.titel} ik={ik}>
      <h1>{ik.namens ? nl.portaal.zakenVan(ik.namens.naam) : nl.portaal.groet(ik.naam)}</h1>
      <p className="lead">{eigen ? lead(eigen.length) : nl.laden}</p>
      {!eigen && <Skelet />}
      {eigen && <Welkom ik={ik} stappen={rondVan(ik)} later={rondleiding.later} />}
      <Bijdragen ik={ik} rijGaat>
        <Gevraagd telefoon={ik.gemeente.telefoon} />
      </Bijdragen>
      {!ik.namens && <Plannieuws ik={ik} />}
      <Afspraken ik={ik} />
      {eigen && eigen.length > 0 && <Zakenlijst id="zaken" kop={nl.portaal.zaken} zaken={eigen} />}
      {kinderen?.items.map((kind) => (
        <VanKind
          key={kind.persoon}
          kind={kind}
          zaken={zaken?.filter((lid) => kind.zaken.includes(lid.b.id)) ?? []}
        />
      ))}
      {zaken && zaken.length > 0 && <BrievenLink />}
      {!ik.namens && <PlanLink ik={ik} />}
      {!ik.namens && <ToestemmingLink ik={ik} />}
      <GeldLink />
      {!ik.namens && <InzageLink />}
      <Hulp telefoon={ik.gemeente.telefoon} />
    </Schil>
  );
}

/** First what they need to do; nothing when that is nothing. */
function Gevraagd({ telefoon }: { telefoon: string | null | undefined }) {
  const wacht = useTaken();
  if (wacht.stand !== 'klaar' || wacht.taken.length === 0) return null;
  return (
    <section className="pgevraagd" aria-labelledby="gevraagd">
      <h2 id="gevraagd">{nl.portaal.taken.kop}</h2>
      <Takenlijst taken={wacht.taken.slice(0, GEVRAAGD_MAX)} kop="h3" telefoon={telefoon} />
      {wacht.taken.length > GEVRAAGD_MAX && (
        <p>
          <Naar to="/portaal/taken">{nl.portaal.taken.alle}</Naar>
        </p>
      )}
    </section>
  );
}

function VanKind({ kind, zaken }: { kind: KindWat; zaken: Lid<ZaakRij>[] }) {
  if (zaken.length === 0) return null;
  const naam = nl.voornaam(kind.naam);
  return (
    <Zakenlijst
      id={`kind-${kind.persoon}`}
      kop={nl.portaal.voorKind(naam)}
      uitleg={nl.portaal.voorKindUitleg(naam)}
      kind={kind.naam}
      zaken={zaken}
    />
  );
}

interface ZakenlijstProps {
  id: string;
  kop: string;
  uitleg?: string;
  kind?: string;
  zaken: Lid<ZaakRij>[];
}

function Zakenlijst({ id, kop, uitleg, kind, zaken }: ZakenlijstProps) {
  return (
    <section className="sectie" aria-labelledby={id} data-kind={kind}>
      <header>
        <h2 id={id}>{kop}</h2>
      </header>
      {uitleg && <p>{uitleg}</p>}
      <ul className="pzaken">
        {zaken.map((lid) => (
          <Zaak key={lid.b.id} lid={lid} />
        ))}
      </ul>
    </section>
  );
}

function Hulp({ telefoon }: { telefoon: string | null | undefined }) {
  return (
    <section className="sectie" aria-labelledby="hulp">
      <header>
        <h2 id="hulp">{nl.portaal.hulp}</h2>
      </header>
      <p>
        <strong>{nl.signaal.melden.gevaar}</strong> {nl.portaal.hulpBel}
        {telefoon && (
          <>
            : <Belnummer nummer={telefoon} />
          </>
        )}
        . {nl.portaal.hulpBalie}
      </p>
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

const ORDE = ['ontvangen', 'verdeeld', 'onderzoek'] as const satisfies Zaakstatus[];

function Zaak({ lid }: { lid: Lid<ZaakRij> }) {
  const { b: zaak, v, later } = lid;
  const eerste = useRef(v);
  const vers = later || v > eerste.current;
  const soort = nl.namen.zaaktype(zaak.zaaktype, zaak.zaaktype_naam);
  const besloten = zaak.status === 'besloten';
  // The same step as who works here sees: nobody talks with somebody before the one who is chosen began.
  const hier = besloten ? ORDE.length : zaak.status === 'onderzoek' ? 2 : 1;
  const stappen: Stap[] = [
    ...ORDE.map((s, i) => ({
      naam: s === zaak.status && s === 'verdeeld' ? nl.portaal.stapAfspraak : nl.portaal.stappen[s],
      stand: i < hier ? ('klaar' as const) : i === hier ? ('nu' as const) : ('straks' as const),
    })),
    {
      naam: nl.portaal.stappen.besluit,
      stand: besloten ? ('klaar' as const) : ('straks' as const),
      onder: undefined,
    },
  ];
  return (
    <li className={vers ? 'pzaak vers vers--dooft' : 'pzaak'} data-zaak={zaak.id}>
      {/* Two meldingen of one kind differ by what they are about, when one may know that, and by their day and number. */}
      <h3>
        <Zin
          tekst={zaak.onderwerp ? nl.portaal.over(soort, zaak.onderwerp) : soort}
          delen={[zaak.zaaktype_naam, zaak.onderwerp]}
        />
      </h3>
      <p className="quiet">
        {nl.portaal.sinds(datumLang(zaak.ontvangen_op))}{' '}
        <span className="nowrap">{nl.portaal.nummer(zaak.zaaknummer)}</span>
      </p>
      <p>
        {nl.portaal.zin(
          zaak.status,
          zaak.behandelaars.map((b) => b.naam),
        )}
      </p>
      {!besloten && <p>{nl.portaal.uiterlijk(zaak.status === 'onderzoek', datumLang(zaak.uiterlijk_op))}</p>}
      <Loper label={nl.portaal.voortgang(zaak.zaaknummer)} stappen={stappen} />
      {zaak.bevestigd_op && <Bevestiging zaak={zaak} op={zaak.bevestigd_op} />}
    </li>
  );
}

/** That it came in, under which number, and what comes next (C2-L1); with the letter that says so. */
function Bevestiging({ zaak, op }: { zaak: ZaakRij; op: string }) {
  const [open, setOpen] = useState(false);
  const volgende = nl.portaal.volgende(zaak.status, datumLang(zaak.uiterlijk_op));
  return (
    <details data-bevestiging onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{nl.portaal.bevestiging}</summary>
      <p>{nl.portaal.bevestigingUitleg(zaak.zaaknummer, datumLang(op))}</p>
      {open && (
        <Suspense fallback={<p>{nl.laden}</p>}>
          <Brieven zaak={zaak} />
        </Suspense>
      )}
      {volgende.length > 0 && (
        <>
          <p>
            <strong>{nl.portaal.watNu}</strong>
          </p>
          <ol>
            {volgende.map((stap) => (
              <li key={stap}>{stap}</li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}
