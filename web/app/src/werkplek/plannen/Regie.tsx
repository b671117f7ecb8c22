// A plan as its regisseurs see it: everything on one page, live (KING-R3a).
import { useMemo, useState } from 'react';
import type { Aanwezige, DoelWat, Ik, PlanRij, PlanWat } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useNu, useView } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import type { Tafelgast } from '../AanTafel';
import { Schil } from '../Schil';
import { Aanleiding } from '../signalen/Aanleiding';
import { useToekenningen } from '../toekenning/Meldingen';
import { Acties, Doelen } from './delen';
import { ActieDialoog, DoelDialoog, SluitDialoog } from './dialogen';
import { RegisseurKeuze, ZaakKeuze } from './keuzes';
import { type Planleden, usePlanOpdracht } from './PlanPagina';
import { Regisseurs } from './Regisseurs';
import { Tijdlijn } from './Tijdlijn';
import { Signalen, Zaken } from './ZakenEnSignalen';

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
        <p className="lead">{t.begonnenOp(datumLang(plan.begonnen_op))}</p>
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
