// One signaal: each report with its source, which only the wijkteam sees, and what can be done with it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { haal, Probleem } from '../../api/http';
import type { Ik, PlanRij, SignaalOpen, SignaalRij, SignaalWat, Uitgevoerd } from '../../api/types';
import { datumLang, tijd } from '../../datum';
import { Naar, navigeer, Paginakop } from '../../route';
import { useBundle, useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop, knopKlasse } from '../../ui/knop';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { Inzendingen } from './Inzendingen';
import { wieNaam } from './naam';
import { Signaaldialoog, type Vraag } from './Signaaldialoog';

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

interface InhoudProps {
  signaal: SignaalWat;
  rij: SignaalRij;
  ik: Ik;
}

function Inhoud({ signaal, rij, ik }: InhoudProps) {
  const [dialoog, setDialoog] = useState<Vraag>();
  const { stuur, fouten, beurt, veld, bezig, wacht, toon, eerder } = useSignaalOpdracht(() =>
    setDialoog(undefined),
  );
  const open = !signaal.afgehandeld && !signaal.opgegaan_in;
  const plannen = useWaar(signaal.id);
  const loopt = plannen.some((plan) => !plan.afgesloten_op);
  const naarPlan = async (pad: string, body: unknown) => {
    const gedaan = await stuur(pad, body);
    if (gedaan) navigeer(`/plannen/${gedaan.id}`);
  };
  const startVanGroep = () => naarPlan(`/groepen/${signaal.groep}/plan`, { aanleiding: signaal.id });

  return (
    <>
      <Stand signaal={signaal} />
      {!dialoog && <Foutlijst fouten={fouten} beurt={beurt} />}
      {eerder && (
        <p className="onderknop">
          <Naar className={knopKlasse('tweede')} to={eerder.to}>
            {eerder.naam}
          </Naar>
        </p>
      )}
      <Wachtregel wacht={wacht} />
      {open && (
        <Keuzes
          signaal={signaal}
          magPlan={ik.rol === 'regisseur' && !loopt}
          bezig={bezig}
          vraag={setDialoog}
          startVanGroep={() => void startVanGroep()}
        />
      )}
      {signaal.afgehandeld && !signaal.opgegaan_in && <Heropen vraag={setDialoog} />}
      {signaal.groep && <NaarGroep groep={signaal.groep} />}
      {signaal.persoon && <NaarHuis signaal={signaal} rij={rij} />}
      {plannen.length > 0 && <Waar plannen={plannen} />}
      {signaal.nog_onbekend && <Onbekend gezegd={signaal.nog_onbekend} />}
      <Inzendingen signaal={signaal} />
      {dialoog && (
        <Signaaldialoog
          vraag={dialoog}
          betreft={rij.betreft}
          bezig={bezig}
          fouten={fouten}
          beurt={beurt}
          veld={veld}
          sluit={() => {
            toon([]);
            setDialoog(undefined);
          }}
          doe={(pad, body) => void stuur(`/signalen/${signaal.id}/${pad}`, body)}
          start={(leden, waarom) =>
            void naarPlan(`/signalen/${signaal.id}/groepstraject`, {
              leden,
              ...(waarom.trim() ? { waarom } : {}),
            })
          }
        />
      )}
    </>
  );
}

/** Commands about a signaal. Done or refused, the dialog that asked is closed, and what was refused stands on the page; unless it is about
 *  what was typed there: then it stays open, with what was typed. */
function useSignaalOpdracht(sluit: () => void) {
  const { fouten, beurt, veld, toon } = useFouten();
  const { run, bezig, wacht } = useOpdracht();
  const [eerder, setEerder] = useState<{ to: string; naam: string }>();
  const stuur = async (pad: string, body: unknown): Promise<Uitgevoerd | undefined> => {
    toon([]);
    setEerder(undefined);
    try {
      const gedaan = await run<Uitgevoerd>(pad, body);
      sluit();
      return gedaan;
    } catch (error) {
      const overInvoer = error instanceof Probleem && (error.problem.velden ?? []).length > 0;
      if (!overInvoer) sluit();
      setEerder(watErAlIs(error));
      toon(uitProbleem(error, (v) => (v === 'waarom' || v === 'reden' ? v : undefined)));
      return undefined;
    }
  };
  return { stuur, fouten, beurt, veld, bezig, wacht, toon, eerder };
}

/** Somebody was first: where that is, for who may see it. */
function watErAlIs(error: unknown): { to: string; naam: string } | undefined {
  if (!(error instanceof Probleem)) return undefined;
  const { code, verwijst_naar } = error.problem;
  if (!verwijst_naar) return undefined;
  return code === 'groep.plan_loopt_al'
    ? { to: `/plannen/${verwijst_naar}`, naam: nl.plan.groep.looptAl }
    : { to: `/groepen/${verwijst_naar}`, naam: nl.plan.groep.bestaatAl };
}

function NaarGroep({ groep }: { groep: string }) {
  return (
    <p className="onderknop">
      <Naar className={knopKlasse('stil')} to={`/groepen/${groep}`}>
        {nl.signaal.bekijkGroep}
      </Naar>
    </p>
  );
}

/** The way to whom it is about, for who may open that; the server says whether one may. */
function NaarHuis({ signaal, rij }: { signaal: SignaalWat; rij: SignaalRij }) {
  const open = useQuery({
    queryKey: ['signaal', signaal.id, signaal.persoon],
    queryFn: () => haal<SignaalOpen>(`/signalen/${signaal.id}`),
    staleTime: 60_000,
  });
  const huis = open.data?.huishouden;
  if (!huis) return null;
  return (
    <p className="onderknop">
      <Naar className={knopKlasse('stil')} to={`/huishoudens/${huis}`}>
        {nl.signaal.naarHuis(rij.betreft ? wieNaam(rij.betreft) : nl.zaak.persoon.toLowerCase())}
      </Naar>
    </p>
  );
}

/** Whether it is open, and whether it is one with others. */
function Stand({ signaal }: { signaal: SignaalWat }) {
  const t = nl.signaal;
  const weer = signaal.tijdlijn.find((regel) => regel.soort === 'SignaalHeropend');
  const af = signaal.tijdlijn.find((regel) => regel.soort === 'SignaalAfgehandeld');
  return (
    <>
      <p className="lead">
        {signaal.afgehandeld ? t.afgehandeld(t.afhandeling[signaal.afgehandeld]) : t.uitleg}
      </p>
      {signaal.afgehandeld && af && (
        <p className="quiet" data-afgehandeld-door>
          {t.afgehandeldDoor(nl.door(af.door) ?? nl.zaak.iemand, datumLang(af.at), tijd(af.at))}
        </p>
      )}
      {!signaal.afgehandeld && !signaal.opgegaan_in && weer && (
        <p className="quiet" data-heropend>
          {t.heropend(nl.door(weer.door) ?? nl.zaak.iemand, datumLang(weer.at), weer.reden ?? '')}
        </p>
      )}
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
    </>
  );
}

interface KeuzesProps {
  signaal: SignaalWat;
  /** Who asks may begin a plan, and none goes on already. */
  magPlan: boolean;
  bezig: boolean;
  vraag: (vraag: Vraag) => void;
  startVanGroep: () => void;
}

/** What can be done with a signaal that is open. */
function Keuzes({ signaal, magPlan, bezig, vraag, startVanGroep }: KeuzesProps) {
  const t = nl.signaal;
  return (
    <div className="knoppen">
      {signaal.persoon && magPlan && (
        <Knop soort="eerst" onClick={() => vraag('traject')}>
          {t.groepstraject}
        </Knop>
      )}
      {signaal.groep && magPlan && (
        <Knop soort="eerst" bezig={bezig} onClick={startVanGroep}>
          {t.startVanGroep}
        </Knop>
      )}
      {signaal.nog_onbekend && (
        <Knop soort="eerst" icoon="zoek" onClick={() => vraag('persoon')}>
          {t.wijsAan}
        </Knop>
      )}
      <Knop soort="tweede" onClick={() => vraag('afhandelen')}>
        {t.afhandelen}
      </Knop>
    </div>
  );
}

/** The way back for what was handled. */
function Heropen({ vraag }: Pick<KeuzesProps, 'vraag'>) {
  return (
    <div className="knoppen">
      <Knop soort="tweede" onClick={() => vraag('heropenen')}>
        {nl.signaal.heropen}
      </Knop>
    </div>
  );
}

/** What was said of somebody whom nobody has found yet. */
function Onbekend({ gezegd }: { gezegd: NonNullable<SignaalWat['nog_onbekend']> }) {
  const t = nl.signaal;
  return (
    <section className="sectie" aria-labelledby="wie">
      <header>
        <h2 id="wie">{t.wieIsHet}</h2>
      </header>
      <p>
        {t.gezegd}:{' '}
        {[
          gezegd.naam,
          gezegd.geboortedatum && datumLang(gezegd.geboortedatum),
          gezegd.bsn && `BSN ${gezegd.bsn}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
    </section>
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
