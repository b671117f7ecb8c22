// What waits for who leads the team: plans without a regisseur, and who should speak with each other (KING-RG1, KING-G3). No content.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Ik, LeidingWat, PlanZonderRegisseur } from '../../api/types';
import { datumLang } from '../../datum';
import { Paginakop } from '../../route';
import { useOpdracht, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Foutlijst, Keuzelijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../formulier';
import { useMedewerkers } from '../Medewerkerkeuze';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';

const t = nl.leiding;

export function LeidingPagina({ ik }: { ik: Ik }) {
  const wat = useView<LeidingWat>(`leiding/${ik.gemeente.id}`);
  const [eerst, setEerst] = useState<number>();
  const n = wat.stand === 'klaar' ? wat.b.zonder_regisseur.length + wat.b.pogingen.length : undefined;
  useEffect(() => {
    if (n === undefined) return;
    if (eerst !== undefined && n > eerst) omroep.zeg('leiding', t.erbij);
    setEerst(n);
  }, [n, eerst]);
  if (wat.stand === 'weg') return <WegPagina ik={ik} />;
  return (
    <Schil ik={ik} kruimels={[{ naam: nl.vandaag.menu, to: '/' }, { naam: t.titel }]}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      {wat.stand === 'laden' ? <Skelet /> : <Inhoud wat={wat.b} />}
    </Schil>
  );
}

function Inhoud({ wat }: { wat: LeidingWat }) {
  const [nuVan, setNuVan] = useState<string>();
  const kop = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <p className="lead">{t.lead(wat.zonder_regisseur.length, wat.pogingen.length)}</p>
      <p className="quiet sm">{t.uitleg}</p>
      <section className="sectie" aria-labelledby="zonder">
        <header>
          <h2 id="zonder" ref={kop} tabIndex={-1}>
            {t.plannen}
          </h2>
        </header>
        <p role="status">{nuVan && t.nuVan(nuVan)}</p>
        {wat.zonder_regisseur.length === 0 && <p className="quiet">{t.geenPlannen}</p>}
        <ul className="ledenlijst">
          {wat.zonder_regisseur.map((plan) => (
            <Zonder
              key={plan.plan}
              plan={plan}
              klaar={(naam) => {
                setNuVan(naam);
                // The row goes; whoever worked with the keyboard goes on at the heading.
                kop.current?.focus();
              }}
            />
          ))}
        </ul>
      </section>
      <section className="sectie" aria-labelledby="pogingen">
        <header>
          <h2 id="pogingen">{t.pogingen}</h2>
        </header>
        {wat.pogingen.length === 0 && <p className="quiet">{t.geenPogingen}</p>}
        <ul className="ledenlijst">
          {wat.pogingen.map(({ door, op, bij }) => (
            <li key={`${door.id} ${op}`} className="rij" data-poging={door.naam}>
              <div>
                <p>
                  <strong>{t.poging(door.naam)}</strong>{' '}
                  <time className="quiet sm" dateTime={op}>
                    {datumLang(op)}
                  </time>
                </p>
                <p className="sm">{t.bij(bij.map((who) => who.naam))}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Zonder({ plan, klaar }: { plan: PlanZonderRegisseur; klaar: (naam: string) => void }) {
  const medewerkers = useMedewerkers();
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const id = `regisseur-${plan.plan}`;
  const regisseurs = (medewerkers.data ?? []).filter((m) => m.rol === 'regisseur');
  const stuur = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const regisseur = tekst(new FormData(event.currentTarget), 'regisseur');
    if (!regisseur) {
      toon([{ veld: id, tekst: nl.fout.kies('een regisseur') }]);
      return;
    }
    try {
      const gedaan = await run(`/plannen/${plan.plan}/regisseur`, { regisseur });
      if (gedaan) klaar(regisseurs.find((m) => m.id === regisseur)?.naam ?? nl.onbekend);
    } catch (error) {
      toon(uitProbleem(error, (v) => (v === 'regisseur' ? id : undefined)));
    }
  };
  return (
    <li className="rij" data-zonder={plan.plan}>
      <form onSubmit={stuur} noValidate className="formulier">
        <h3>{t.plan(plan.was.naam, datumLang(plan.begonnen_op))}</h3>
        <p className="sm">
          {t.was(plan.was.naam)} {plan.ook.length > 0 && t.ook(plan.ook.map((who) => who.naam))}
        </p>
        <Foutlijst fouten={fouten} beurt={beurt} />
        <Keuzelijst
          id={id}
          name="regisseur"
          label={t.aanWie}
          fout={veld[id]}
          opties={[
            { waarde: '', tekst: t.kies },
            ...regisseurs.map((m) => ({ waarde: m.id, tekst: m.naam })),
          ]}
        />
        <Wachtregel wacht={wacht} />
        <div className="knoppen">
          <Knop type="submit" soort="tweede" bezig={bezig}>
            {t.draagOver}
          </Knop>
        </div>
      </form>
    </li>
  );
}
