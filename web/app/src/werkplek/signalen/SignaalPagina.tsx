// One signaal: each report with its source, which only the wijkteam sees, and what can be done with it.
import { useState } from 'react';
import type {
  Afhandeling,
  Ik,
  PersoonKort,
  PlanRij,
  SignaalRij,
  SignaalWat,
  Uitgevoerd,
} from '../../api/types';
import { datumLang } from '../../datum';
import { Naar, navigeer, Paginakop } from '../../route';
import { useBundle, useNu, useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop, knopKlasse } from '../../ui/knop';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';
import { Ledenlijst } from '../plannen/Ledenlijst';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { wieNaam } from './naam';

const HOE = Object.keys(nl.signaal.afhandeling) as Afhandeling[];

export function SignaalPagina({ id, ik }: { id: string; ik: Ik }) {
  const wat = useView<SignaalWat>(`signaal/${id}@wat`);
  const dat = useView<SignaalRij>(wat.stand === 'weg' ? `signaal/${id}@dat` : `signaal/${id}@rij`);
  const t = nl.signaal;
  const kruimels = [{ naam: t.titel, to: '/signalen' }, { naam: t.een }];
  if (wat.stand === 'weg' && dat.stand === 'weg') return <WegPagina ik={ik} />;
  const rij = dat.stand === 'klaar' ? dat.b : undefined;
  if (wat.stand === 'laden' || !rij) {
    return (
      <Schil ik={ik} kruimels={kruimels}>
        <h1 className="vh">{nl.laden}</h1>
        <Skelet regels={4} />
      </Schil>
    );
  }
  const titel = rij.betreft ? t.over(rij.soort_naam, wieNaam(rij.betreft)) : rij.soort_naam;
  return (
    <Schil ik={ik} kruimels={kruimels}>
      <Paginakop titel={titel}>{titel}</Paginakop>
      {wat.stand === 'klaar' ? (
        <Inhoud signaal={wat.b} rij={rij} ik={ik} />
      ) : (
        <p className="lead">
          {t.alleenDat} {t.keren(rij.keren)}.
        </p>
      )}
    </Schil>
  );
}

function Inhoud({ signaal, rij, ik }: { signaal: SignaalWat; rij: SignaalRij; ik: Ik }) {
  const [dialoog, setDialoog] = useState<'afhandelen' | 'persoon' | 'traject'>();
  const { fouten, beurt, toon } = useFouten();
  const { run, bezig, wacht } = useOpdracht();
  const now = useNu();
  const t = nl.signaal;
  const open = !signaal.afgehandeld && !signaal.opgegaan_in;
  const plannen = useWaar(signaal.id);
  const loopt = plannen.some((plan) => !plan.afgesloten_op);
  const sluit = () => setDialoog(undefined);

  const doe = (pad: string, body: unknown) => stuur(`/signalen/${signaal.id}/${pad}`, body);
  const stuur = async (pad: string, body: unknown): Promise<Uitgevoerd | undefined> => {
    toon([]);
    try {
      const gedaan = await run<Uitgevoerd>(pad, body);
      sluit();
      return gedaan;
    } catch (error) {
      sluit();
      toon(uitProbleem(error, () => undefined));
      return undefined;
    }
  };

  return (
    <>
      <p className="lead">
        {signaal.afgehandeld ? t.afgehandeld(t.afhandeling[signaal.afgehandeld]) : t.uitleg}
      </p>
      {signaal.opgegaan_in && (
        <p className="balk balk--uitleg" data-opgegaan={signaal.opgegaan_in}>
          {t.opgegaan} <Naar to={`/signalen/${signaal.opgegaan_in}`}>{t.naarGeheel}</Naar>
        </p>
      )}
      {signaal.samengevoegd.length > 0 && (
        <p className="quiet" data-samengevoegd>
          {t.samengevoegd(signaal.samengevoegd.length)}
        </p>
      )}
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      {open && (
        <div className="knoppen">
          {signaal.persoon && ik.rol === 'regisseur' && !loopt && (
            <Knop soort="eerst" onClick={() => setDialoog('traject')}>
              {t.groepstraject}
            </Knop>
          )}
          {signaal.groep && ik.rol === 'regisseur' && !loopt && (
            <Knop
              soort="eerst"
              bezig={bezig}
              onClick={async () => {
                const gedaan = await stuur(`/groepen/${signaal.groep}/plan`, { aanleiding: signaal.id });
                if (gedaan) navigeer(`/plannen/${gedaan.id}`);
              }}
            >
              {t.startVanGroep}
            </Knop>
          )}
          {signaal.nog_onbekend && (
            <Knop soort="eerst" icoon="zoek" onClick={() => setDialoog('persoon')}>
              {t.wijsAan}
            </Knop>
          )}
          <Knop soort="tweede" onClick={() => setDialoog('afhandelen')}>
            {t.afhandelen}
          </Knop>
        </div>
      )}
      {signaal.groep && (
        <p className="onderknop">
          <Naar className={knopKlasse('stil')} to={`/groepen/${signaal.groep}`}>
            {t.bekijkGroep}
          </Naar>
        </p>
      )}
      {plannen.length > 0 && <Waar plannen={plannen} />}
      {signaal.nog_onbekend && (
        <section className="sectie" aria-labelledby="wie">
          <header>
            <h2 id="wie">{t.wieIsHet}</h2>
          </header>
          <p>
            {t.gezegd}:{' '}
            {[
              signaal.nog_onbekend.naam,
              signaal.nog_onbekend.geboortedatum && datumLang(signaal.nog_onbekend.geboortedatum),
              signaal.nog_onbekend.bsn && `BSN ${signaal.nog_onbekend.bsn}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        </section>
      )}
      <section className="sectie" aria-labelledby="meldingen">
        <header>
          <h2 id="meldingen">{t.meldingen}</h2>
          <span className="quiet sm">{t.keren(signaal.inzendingen.length)}</span>
        </header>
        <p className="quiet">{t.bronBeschermd}</p>
        <ul className="werklijst">
          {signaal.inzendingen.map((it) => (
            <li key={it.id} className="rij" data-inzending={it.id}>
              <div>
                <p className="verslagtekst">{it.toelichting ?? t.geenToelichting}</p>
                <p className="quiet sm">
                  {[
                    `${t.bronnen[it.bronsoort]}: ${it.bron}`,
                    t.betrouwbaarheid[it.betrouwbaarheid],
                    it.kenmerk && t.kenmerk(it.kenmerk),
                    t.waargenomen(datumLang(it.waargenomen_op)),
                    t.ontvangen(datumLang(it.ontvangen_op)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
        <p className="quiet sm" data-bewaren>
          {t.bewarenTot(datumLang(signaal.bewaren_tot))}
        </p>
      </section>
      {dialoog === 'afhandelen' && (
        <Dialoog titel={t.afhandelenTitel} sluit={sluit}>
          <div className="stapel">
            {HOE.map((hoe) => (
              <Knop
                key={hoe}
                soort="tweede"
                bezig={bezig}
                onClick={() => void doe('afhandelen', { afhandeling: hoe })}
              >
                {t.afhandeling[hoe]}
              </Knop>
            ))}
            <Knop soort="stil" onClick={sluit}>
              {nl.terug}
            </Knop>
          </div>
        </Dialoog>
      )}
      {dialoog === 'persoon' && (
        <Dialoog titel={t.wieIsHet} sluit={sluit}>
          <PersoonZoeken kies={(p) => void doe('persoon', { persoon: p.id })} />
          <Knop soort="stil" onClick={sluit}>
            {nl.terug}
          </Knop>
        </Dialoog>
      )}
      {dialoog === 'traject' && rij.betreft && 'persoon' in rij.betreft && (
        <Traject
          eerste={rij.betreft.persoon}
          now={now}
          bezig={bezig}
          sluit={sluit}
          start={async (leden) => {
            const gedaan = await doe('groepstraject', { leden });
            if (gedaan) navigeer(`/plannen/${gedaan.id}`);
          }}
        />
      )}
    </>
  );
}

/** The plans in which it landed, of those that one sees as a whole: nobody learns here of another's (KING-G4). */
function useWaar(signaal: string): PlanRij[] {
  const bundel = useBundle<PlanRij>(`signaal/${signaal}`);
  return bundel.stand === 'klaar' ? bundel.leden.map((lid) => lid.b) : [];
}

function Waar({ plannen }: { plannen: PlanRij[] }) {
  const t = nl.signaal;
  return (
    <section className="sectie" aria-labelledby="waar">
      <header>
        <h2 id="waar">{t.waarNaartoe}</h2>
      </header>
      <ul className="doclijst">
        {plannen.map((plan) => (
          <li key={plan.id} data-plan={plan.id}>
            <Naar to={`/plannen/${plan.id}`}>
              {t.inPlan(nl.en(plan.leden.map((lid) => nl.voornaam(lid.naam))))}
            </Naar>
            {plan.afgesloten_op && (
              <span className="quiet sm"> {t.planAf(datumLang(plan.afgesloten_op))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One action from a signaal to a plan (KING-SI4). */
function Traject({
  eerste,
  bezig,
  sluit,
  start,
}: {
  eerste: PersoonKort;
  now: Date;
  bezig: boolean;
  sluit: () => void;
  start: (leden: string[]) => void;
}) {
  const [leden, setLeden] = useState([eerste]);
  const t = nl.signaal;
  return (
    <Dialoog titel={t.groepstrajectTitel} sluit={sluit}>
      <p>{t.groepstrajectUitleg}</p>
      <Ledenlijst
        leden={leden}
        vast={eerste.id}
        haalWeg={(p) => setLeden(leden.filter((l) => l.id !== p.id))}
      />
      <PersoonZoeken
        kies={(p) => {
          if (!leden.some((l) => l.id === p.id)) setLeden([...leden, p]);
        }}
      />
      <div className="knoppen">
        <Knop soort="eerst" bezig={bezig} onClick={() => start(leden.map((l) => l.id))}>
          {t.start}
        </Knop>
        <Knop soort="stil" onClick={sluit}>
          {nl.terug}
        </Knop>
      </div>
    </Dialoog>
  );
}
