// A plan as its regisseurs see it: everything on one page, live (KING-R3a).
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { useMemo, useState } from 'react';
import { haal } from '../../api/http';
import type { Aanwezige, DoelWat, Ik, PlanRij, PlanWat, ZaakRij } from '../../api/types';
import { datumLang, wanneer } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useNu, useView } from '../../rt/hooks';
import { nl } from '../../teksten/nl';
import { Gordijn } from '../../ui/gordijn';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import type { Tafelgast } from '../AanTafel';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { Aanleiding } from '../signalen/Aanleiding';
import { useToekenningen } from '../toekenning/Meldingen';
import { Acties, Doelen } from './delen';
import { ActieDialoog, DoelDialoog, KiesDialoog, SluitDialoog } from './dialogen';
import { type Planleden, usePlanOpdracht } from './PlanPagina';
import { RegisseurKeuze, Regisseurs } from './Regisseurs';
import { Tijdlijn } from './Tijdlijn';

type Open = 'doel' | 'actie' | 'zaak' | 'regisseur' | 'sluit';

export function Regie({ plan, delen, rij, ik }: { plan: PlanWat; delen: Planleden; rij: PlanRij; ik: Ik }) {
  const now = useNu();
  const tafel = useView<Aanwezige[]>(`plan/${plan.id}@tafel`);
  const [dialoog, setDialoog] = useState<Open>();
  const [eerste] = useState(() => new Set([...plan.doelen, ...plan.acties].map((it) => it.id)));
  const { doe, bezig, melding } = usePlanOpdracht(plan.id);
  const gasten = useMemo<Tafelgast[]>(() => (tafel.stand === 'klaar' ? tafel.b : []), [tafel]);
  const namen = useMemo(() => new Map(rij.leden.map((lid) => [lid.id, lid.naam])), [rij.leden]);
  const t = nl.plan;
  const titel = t.voor(rij.leden.map((lid) => nl.voornaam(lid.naam)));
  const { glas } = useToekenningen(ik);
  // By a broken glas one reads, and changes nothing.
  const lezen = glas.some((g) => g.plan === plan.id);
  const open = !plan.einde && !lezen;
  const sluit = () => setDialoog(undefined);
  const doeEnSluit = async (pad: string, body: unknown) => {
    const gedaan = await doe(pad, body);
    if (gedaan) sluit();
    return gedaan;
  };

  return (
    <Schil
      ik={ik}
      kruimels={[{ naam: t.titel, to: '/plannen' }, { naam: titel }]}
      gasten={gasten}
      kring={plan.regisseurs}
    >
      <Paginakop titel={titel}>{titel}</Paginakop>
      {plan.einde ? (
        <p className="balk balk--uitleg">
          {t.afgesloten(datumLang(plan.einde.op))} {plan.einde.resultaat}
        </p>
      ) : (
        <p className="lead">{t.sinds(datumLang(plan.begonnen_op))}</p>
      )}
      {rij.zonder_regisseur && <p className="balk balk--uitleg">{t.zonderRegisseur}</p>}
      {plan.aanleiding && <Aanleiding signaal={plan.aanleiding} zin={t.aanleiding} />}
      {lezen && <p className="balk balk--uitleg">{nl.toekenning.alleenLezen}</p>}
      {melding}
      <div className="split">
        <div>
          <Doelen
            doelen={plan.doelen}
            namen={namen}
            gezien={eerste}
            knoppen={(doel) =>
              open && (
                <Afronden doel={doel} bezig={bezig} rond={(body) => void doe('doelen/afronden', body)} />
              )
            }
          >
            {open && (
              <div className="knoppen">
                <Knop soort="eerst" icoon="plus" onClick={() => setDialoog('doel')}>
                  {t.nieuwDoel}
                </Knop>
              </div>
            )}
          </Doelen>
          <Acties
            acties={plan.acties}
            namen={namen}
            gezien={eerste}
            now={now}
            mag={() => open}
            zet={(actie, gedaan) => doe(gedaan ? 'acties/gedaan' : 'acties/heropenen', { actie })}
          >
            {open && (
              <div className="knoppen">
                <Knop soort="tweede" icoon="plus" onClick={() => setDialoog('actie')}>
                  {t.nieuweActie}
                </Knop>
              </div>
            )}
          </Acties>
          <Zaken
            delen={delen}
            plan={plan}
            namen={namen}
            open={open}
            haalUit={(zaak) => void doe('zaken/loskoppelen', { zaak })}
          >
            {open && (
              <div className="knoppen">
                <Knop soort="tweede" icoon="plus" onClick={() => setDialoog('zaak')}>
                  {t.neemZaakOp}
                </Knop>
              </div>
            )}
          </Zaken>
          <Signalen delen={delen} now={now} />
        </div>
        <aside className="dossier" aria-label={t.leden}>
          <section aria-labelledby="leden">
            <h2 id="leden">{t.leden}</h2>
            {rij.leden.map((lid) => (
              <div className="mens" key={lid.id} data-lid={lid.naam}>
                <Stoel naam={lid.naam} inwoner />
                <p>{lid.naam}</p>
              </div>
            ))}
            <p>
              <Naar to={`/groepen/${plan.groep}`}>{t.bekijkGroep}</Naar>
            </p>
            {open && (
              <p>
                <Naar to={`/groepen/${plan.groep}/signaal`}>{t.groep.meldSignaal}</Naar>
              </p>
            )}
          </section>
          <Regisseurs
            plan={plan}
            ik={ik}
            bezig={bezig}
            open={open}
            doe={doe}
            vraag={() => setDialoog('regisseur')}
          />
          <Tijdlijn plan={plan} zaken={delen.zaken} now={now} />
          {open && (
            <p className="onderknop">
              <Knop soort="gevaar" klein onClick={() => setDialoog('sluit')}>
                {t.sluit}
              </Knop>
            </p>
          )}
        </aside>
      </div>
      {dialoog === 'doel' && (
        <DoelDialoog
          leden={rij.leden}
          bezig={bezig}
          sluit={sluit}
          stel={(body) => void doeEnSluit('doelen', body)}
        />
      )}
      {dialoog === 'actie' && (
        <ActieDialoog
          plan={plan}
          rij={rij}
          bezig={bezig}
          sluit={sluit}
          leg={(body) => doeEnSluit('acties', body)}
        />
      )}
      {dialoog === 'zaak' && (
        <ZaakKeuze
          plan={plan}
          namen={namen}
          sluit={sluit}
          kies={(zaak) => void doeEnSluit('zaken', { zaak })}
        />
      )}
      {dialoog === 'regisseur' && (
        <RegisseurKeuze
          plan={plan}
          sluit={sluit}
          kies={(regisseur) => void doeEnSluit('regisseurs', { regisseur })}
        />
      )}
      {dialoog === 'sluit' && (
        <SluitDialoog
          bezig={bezig}
          sluit={sluit}
          rond={(resultaat) => void doeEnSluit('sluiten', { resultaat })}
        />
      )}
    </Schil>
  );
}

function Afronden({
  doel,
  bezig,
  rond,
}: {
  doel: DoelWat;
  bezig: boolean;
  rond: (body: { doel: string; uitkomst: 'behaald' | 'vervallen' }) => void;
}) {
  return (
    <div className="knoppen">
      {(['behaald', 'vervallen'] as const).map((uitkomst) => (
        <Knop
          key={uitkomst}
          soort={uitkomst === 'behaald' ? 'tweede' : 'stil'}
          klein
          bezig={bezig}
          aria-label={`${nl.plan[uitkomst]}: ${doel.omschrijving}`}
          onClick={() => rond({ doel: doel.id, uitkomst })}
        >
          {nl.plan[uitkomst]}
        </Knop>
      ))}
    </div>
  );
}

function Zaken({
  delen,
  plan,
  namen,
  open,
  haalUit,
  children,
}: {
  delen: Planleden;
  plan: PlanWat;
  namen: ReadonlyMap<string, string>;
  open: boolean;
  haalUit: (zaak: string) => void;
  children: React.ReactNode;
}) {
  const t = nl.plan;
  const persoon = new Map(plan.zaken.map((it) => [it.zaak, it.persoon]));
  return (
    <section className="sectie" aria-labelledby="zaken">
      <header>
        <h2 id="zaken">{t.zaken}</h2>
        <span className="quiet sm">{delen.zaken.length}</span>
      </header>
      {delen.zaken.length === 0 && <p className="quiet">{t.geenZaken}</p>}
      <ul className="werklijst">
        {delen.zaken.map(({ b, later }) => (
          <li key={b.id} className={clsx('rij planrij', later && 'vers vers--dooft')} data-zaak={b.id}>
            <div>
              <h3>
                <Naar to={`/zaken/${b.id}`}>
                  {nl.zaak.titel(b.zaaktype_naam, namen.get(persoon.get(b.id) ?? '') ?? '')}
                </Naar>{' '}
                {b.toegang === 'dat' && <Gordijn />}
              </h3>
              <p className="quiet sm">
                <span className="kenmerk">{b.zaaknummer}</span> · {nl.status[b.status]} ·{' '}
                {nl.zaak.werken(b.behandelaars.map((who) => who.naam))}
              </p>
            </div>
            {open && (
              <Knop
                soort="stil"
                klein
                aria-label={`${t.haalUit}: ${b.zaaknummer}`}
                onClick={() => haalUit(b.id)}
              >
                {t.haalUit}
              </Knop>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Signalen({ delen, now }: { delen: Planleden; now: Date }) {
  const t = nl.plan;
  return (
    <section className="sectie" aria-labelledby="signalen">
      <header>
        <h2 id="signalen">{t.signalen}</h2>
        <span className="quiet sm">{delen.signalen.length}</span>
      </header>
      {delen.signalen.length === 0 && <p className="quiet">{t.geenSignalen}</p>}
      <ul className="werklijst">
        {delen.signalen.map(({ b, later }) => (
          <li key={b.id} className={clsx('rij planrij', later && 'vers vers--dooft')} data-signaal={b.id}>
            <div>
              <h3>
                <Naar to={`/signalen/${b.id}`}>{b.soort_naam}</Naar>
              </h3>
              <p className="quiet sm">
                {b.betreft && 'persoon' in b.betreft ? `${b.betreft.persoon.naam} · ` : ''}
                {nl.signaal.keren(b.keren)}
              </p>
            </div>
            <time className="quiet sm" dateTime={b.laatst_op}>
              {wanneer(b.laatst_op, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Always exactly one of them is responsible (KING-RG1); all have the same rights (KING-RG3). */

function ZaakKeuze({
  plan,
  namen,
  sluit,
  kies,
}: {
  plan: PlanWat;
  namen: ReadonlyMap<string, string>;
  sluit: () => void;
  kies: (zaak: string) => void;
}) {
  const t = nl.plan;
  const zaken = useQuery({
    queryKey: ['zaken van leden', plan.id, plan.versie],
    queryFn: async () => {
      const per = await Promise.all(
        plan.leden.map(async (lid) => {
          const { items } = await haal<{ items: ZaakRij[] }>(`/zaken?lijst=alle&persoon=${lid}`);
          return items.map((zaak) => ({ lid, zaak }));
        }),
      );
      return per.flat();
    },
  });
  const erin = new Set(plan.zaken.map((it) => it.zaak));
  const keus = (zaken.data ?? []).filter(({ zaak }) => !erin.has(zaak.id));
  return (
    <KiesDialoog
      titel={t.zaakTitel}
      uitleg={t.zaakUitleg}
      leeg={t.geenAndere}
      sluit={sluit}
      keus={keus.map(({ lid, zaak }) => ({
        id: zaak.id,
        naam: nl.zaak.titel(zaak.zaaktype_naam, namen.get(lid) ?? ''),
        onder: `${zaak.zaaknummer}. ${nl.zaak.werken(zaak.behandelaars.map((who) => who.naam))}`,
      }))}
      kies={kies}
    >
      {zaken.isPending && <Skelet regels={3} />}
    </KiesDialoog>
  );
}
