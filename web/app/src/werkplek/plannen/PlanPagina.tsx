// One plan: all of it for its regisseurs, and for who works on a zaak in it what is for the groep and for whom they work.
import { useEffect, useState } from 'react';
import type { Ik, PlanDeelnemer, PlanLid, PlanRij, PlanWat, SignaalRij, ZaakRij } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useBundle, useBundleGebeurde, useNu, useOpdracht, useView } from '../../rt/hooks';
import type { BundleState, Lid } from '../../rt/topics/kanaal';
import { nl } from '../../teksten/werk';
import { omroep } from '../../ui/omroep';
import { Foutlijst } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem, useFouten } from '../formulier';
import { Skelet, WegPagina } from '../randpaginas';
import { Schil } from '../Schil';
import { useAls } from '../toekenning/Meldingen';
import { Gemeld } from './bijdrage/Gemeld';
import { Reacties } from './bijdrage/Reacties';
import { Acties, Doelen } from './delen';
import { Regie } from './regie/Regie';

export interface Planleden {
  rij?: PlanRij;
  deel?: PlanDeelnemer;
  /** What is for the leden one works for. */
  leden: PlanLid[];
  zaken: Lid<ZaakRij>[];
  signalen: Lid<SignaalRij>[];
}

function sorteer(bundel: BundleState<unknown>): Planleden {
  const leden = bundel.stand === 'klaar' ? bundel.leden : [];
  const met = <T,>(past: (topic: string) => boolean) => leden.filter((lid) => past(lid.topic)) as Lid<T>[];
  return {
    rij: met<PlanRij>((topic) => topic.endsWith('@rij') && topic.startsWith('plan/'))[0]?.b,
    deel: met<PlanDeelnemer>((topic) => /^plan\/[^/]+@deelnemer$/.test(topic))[0]?.b,
    leden: met<PlanLid>((topic) => topic.includes('/lid/')).map((lid) => lid.b),
    zaken: met<ZaakRij>((topic) => topic.startsWith('zaak/')),
    signalen: met<SignaalRij>((topic) => topic.startsWith('signaal/')),
  };
}

export function PlanPagina({ id, ik }: { id: string; ik: Ik }) {
  const topic = `plan/${id}`;
  const bundel = useBundle<unknown>(topic);
  const delen = sorteer(bundel);
  const wat = useView<PlanWat>(delen.rij ? `plan/${id}@wat` : undefined);

  // What a colleague did is said once; what one did oneself is no news.
  useBundleGebeurde(topic, (e) => {
    if (e.door?.id !== ik.id) omroep.zeg('plan', zin(e.soort, nl.door(e.door)));
  });
  const erbij = delen.signalen.filter((lid) => lid.later).length;
  useEffect(() => {
    if (erbij > 0) omroep.zeg('signaal', nl.plan.signaalErbij);
  }, [erbij]);

  if (bundel.stand === 'weg') return <WegPagina ik={ik} />;
  if (delen.rij && wat.stand === 'klaar') return <Regie plan={wat.b} delen={delen} rij={delen.rij} ik={ik} />;
  if (delen.deel) return <Deel plan={delen.deel} delen={delen} ik={ik} />;
  return (
    <Schil ik={ik} kruimels={[{ naam: nl.plan.titel, to: '/plannen' }]}>
      <h1 className="vh">{nl.laden}</h1>
      <Skelet regels={6} />
    </Schil>
  );
}

const zin = (soort: string, wie: string | undefined) =>
  nl.planGebeurtenis(soort, wie ?? nl.zaak.iemand, [], undefined);

/** What is refused of a field that can be on the page is told at that field too. */
const VELDEN = new Set(['eigenaar']);

/** Commands about a plan, with what the server says when it does not do one. */
export function usePlanOpdracht(id: string) {
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();
  const doe = async (pad: string, body: unknown, versie?: number): Promise<boolean> => {
    toon([]);
    try {
      return (await run(`/plannen/${id}/${pad}`, body, versie)) !== undefined;
    } catch (error) {
      toon(uitProbleem(error, (naam) => (VELDEN.has(naam) ? naam : undefined)));
      return false;
    }
  };
  const melding = (
    <>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
    </>
  );
  return { doe, bezig, melding, veld, wis: () => toon([]) };
}

/** The part for who works on a zaak in it (KING-R6a, KING-R6b, KING-PL8). */
function Deel({ plan, delen, ik }: { plan: PlanDeelnemer; delen: Planleden; ik: Ik }) {
  const now = useNu();
  const als = useAls(ik);
  const { doe, melding } = usePlanOpdracht(plan.id);
  const [eerste] = useState(() => new Set(idsVan(plan, delen.leden)));
  const t = nl.plan;
  const namen = new Map(plan.leden.map((lid) => [lid.id, lid.naam]));
  const leider = plan.regisseurs.find((who) => who.id === plan.verantwoordelijk);
  const titel = t.voor(plan.leden.map((lid) => nl.voornaam(lid.naam)));
  const doelen = [...plan.doelen, ...delen.leden.flatMap((lid) => lid.doelen)];
  const acties = [...plan.acties, ...delen.leden.flatMap((lid) => lid.acties)];
  const open = !plan.afgesloten_op;
  return (
    <Schil ik={ik} kruimels={[{ naam: t.titel, to: '/plannen' }, { naam: titel }]}>
      <Paginakop titel={titel}>{titel}</Paginakop>
      <p className="lead">
        {plan.zonder_regisseur ? t.deelZonderRegisseur : leider && t.deelLead(leider.naam)}
      </p>
      {plan.afgesloten_op && (
        <p className="balk balk--uitleg">{t.afgesloten(datumLang(plan.afgesloten_op))}</p>
      )}
      {melding}
      <Doelen
        doelen={doelen}
        namen={namen}
        gezien={eerste}
        reacties={(doel) => <Reacties doel={doel} namen={namen} />}
      />
      <Acties
        acties={acties}
        namen={namen}
        gezien={eerste}
        now={now}
        mag={(actie) => open && 'medewerker' in actie.eigenaar && als.has(actie.eigenaar.medewerker.id)}
        zet={(actie, gedaan) => doe(gedaan ? 'acties/gedaan' : 'acties/heropenen', { actie })}
        gemeld={(actie) => <Gemeld actie={actie} namen={namen} />}
      />
      <section className="sectie" aria-labelledby="zaken">
        <header>
          <h2 id="zaken">{t.zaken}</h2>
        </header>
        <ul className="doclijst">
          {delen.zaken.map(({ b }) => (
            <li key={b.id} className="rij" data-zaak={b.id}>
              <Naar to={`/zaken/${b.id}`}>
                {b.persoon ? nl.zaak.titel(b.zaaktype_naam, b.persoon.naam) : b.zaaktype_naam}
              </Naar>{' '}
              <span className="kenmerk quiet sm">{b.zaaknummer}</span>
            </li>
          ))}
        </ul>
      </section>
    </Schil>
  );
}

const idsVan = (plan: PlanDeelnemer, leden: PlanLid[]) => [
  ...[plan, ...leden].flatMap((deel) => [...deel.doelen.map((d) => d.id), ...deel.acties.map((a) => a.id)]),
];
