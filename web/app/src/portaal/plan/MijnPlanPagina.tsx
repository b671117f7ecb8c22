// The plan as one of the groep sees it: what is for all of them, and what is for oneself and for one's children (KING-R1b, KING-R1d).
import clsx from 'clsx';
import { Suspense, useEffect, useRef } from 'react';
import type { Ik, PlanBijdragen, PortaalActie, PortaalDoel, ZaakRij } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { useBundleGebeurde } from '../../rt/hooks';
import { mijnplan } from '../../teksten/mijnplan';
import { nl } from '../../teksten/nl';
import { Bel, Belnummer } from '../../ui/belnummer';
import { knopKlasse } from '../../ui/knop';
import { Letterlijk, Zin } from '../../ui/letterlijk';
import { Skelet } from '../../ui/losblad';
import { omroep } from '../../ui/omroep';
import { useKinderen } from '../kinderen';
import { later } from '../later';
import { Bijdragen } from './bijdrage/Bijdragen';
import { Gedaan } from './bijdrage/Gedaan';
import { Reageren } from './bijdrage/Reageren';
import { type MijnPlan, onderwerp, useMijnPlannen } from './mijnplannen';

const t = mijnplan;

/** Below the plan, and only for whom there is somebody to choose: it comes after what one came for. */
const Meekijken = later(() => import('./Meekijken').then((deel) => deel.Meekijken));

export function MijnPlanPagina({ ik }: { ik: Ik }) {
  const mijn = useMijnPlannen(ik);
  useBundleGebeurde(onderwerp(ik), () => omroep.zeg('plan', t.gewijzigd));
  const aantal = mijn.stand === 'klaar' ? mijn.plannen.length : undefined;
  const eerst = useRef<number>(undefined);
  useEffect(() => {
    if (aantal === undefined) return;
    if (eerst.current !== undefined && aantal !== eerst.current) omroep.zeg('plan', t.gewijzigd);
    eerst.current = aantal;
  }, [aantal]);
  return (
    <>
      <h1>{t.titel}</h1>
      {mijn.stand === 'laden' && <Skelet />}
      {mijn.stand === 'klaar' && mijn.plannen.length === 0 && (
        <div data-geen-plan>
          <p className="lead">{t.geen}</p>
          <p>
            {t.geenUitleg}
            <Bel />
          </p>
        </div>
      )}
      {mijn.stand === 'klaar' && mijn.plannen.length > 0 && <p className="lead">{t.lead}</p>}
      {mijn.stand === 'klaar' && (
        <Bijdragen ik={ik}>
          {mijn.plannen.map((plan) => (
            <Plan key={plan.groep.id} plan={plan} ik={ik} />
          ))}
        </Bijdragen>
      )}
      <p>
        <Naar className={knopKlasse('stil')} to="/portaal">
          {t.terug}
        </Naar>
      </p>
    </>
  );
}

function Plan({ plan: { groep, leden, zaken, bijdragen }, ik }: { plan: MijnPlan; ik: Ik }) {
  const namen = new Map(groep.leden.map((lid) => [lid.id, lid.naam]));
  const voornaam = (id: string) => (id === ik.persoon ? t.u : nl.voornaam(namen.get(id) ?? ''));
  // What was there when the page opened; the rest lights up.
  const ids = [groep, ...leden].flatMap((deel) => [...deel.doelen, ...deel.acties].map((it) => it.id));
  const gezien = useRef<ReadonlySet<string>>(undefined);
  gezien.current ??= new Set(ids);
  const anderen = groep.leden.filter((lid) => lid.id !== ik.persoon).map((lid) => voornaam(lid.id));
  const kop = `plan-${groep.id}`;
  const doet = (actie: PortaalActie) =>
    'lid' in actie.eigenaar ? voornaam(actie.eigenaar.lid) : actie.eigenaar.medewerker.naam;
  // Of whom one sees a part because of gezag; of all others because they let one.
  const kinderen = useKinderen('');
  const isKind = (id: string) => kinderen?.items.some((kind) => kind.persoon === id);
  // On what is the groep's, one's own or one's child's one may speak; on what another lets one see one reads.
  const spreekt = (id: string) => id === ik.persoon || Boolean(isKind(id));
  const deel = { gezien: gezien.current, doet, bijdragen, eigen: spreekt, zelf: ik.persoon };
  // Until that is known only one's own part is told of: nobody's is under a wrong word.
  const bekend = leden.filter((een) => kinderen || een.persoon === ik.persoon);
  const uitleg = (id: string, naam: string) => {
    if (id === ik.persoon) return t.eigenUitleg;
    return isKind(id) ? nl.portaal.voorKindUitleg(naam) : t.anderUitleg(naam);
  };
  const titel = (id: string, naam: string) => {
    if (id === ik.persoon) return t.eigen;
    return isKind(id) ? t.kind(naam) : t.ander(naam);
  };
  // Who lets one see a zaak and not their part has a part of that alone.
  const alleenZaken = groep.leden
    .filter((lid) => zaken.some((zaak) => zaak.persoon?.id === lid.id))
    .filter((lid) => !leden.some((een) => een.persoon === lid.id))
    .map((lid) => ({ persoon: lid.id, doelen: [], acties: [] }));
  return (
    <section className="sectie" aria-labelledby={kop} data-plan={groep.id}>
      <header>
        <h2 id={kop}>{t.van([t.u, ...anderen])}</h2>
      </header>
      <p>
        {groep.regisseur ? t.leidt(groep.regisseur.naam) : t.zonderRegisseur}{' '}
        {t.sinds(datumLang(groep.begonnen_op))}
      </p>
      <Zeggen regisseur={groep.regisseur?.naam} telefoon={ik.gemeente.telefoon} />
      <Deel
        id={`${kop}-groep`}
        titel={t.groep}
        uitleg={t.groepUitleg}
        doelen={groep.doelen}
        acties={groep.acties}
        spreekt
        {...deel}
      />
      {[...bekend, ...alleenZaken].map(({ persoon, doelen, acties }) => (
        <Deel
          key={persoon}
          id={`${kop}-${persoon}`}
          titel={titel(persoon, voornaam(persoon))}
          uitleg={uitleg(persoon, voornaam(persoon))}
          doelen={doelen}
          acties={acties}
          zaken={zaken.filter((zaak) => zaak.persoon?.id === persoon)}
          spreekt={spreekt(persoon)}
          {...deel}
        />
      ))}
      <Suspense fallback={null}>
        <Meekijken groep={groep} ik={ik} />
      </Suspense>
    </section>
  );
}

/** What one thinks one says with a goal or an action; and here is whom to call. */
function Zeggen({
  regisseur,
  telefoon,
}: {
  regisseur: string | undefined;
  telefoon: string | null | undefined;
}) {
  return (
    <div className="pgevraagd" data-zeggen>
      <p>
        <strong>{t.zeggen}</strong>
      </p>
      <p>
        {t.zeggenUitleg}{' '}
        {telefoon && (
          <>
            {t.bel} <Belnummer nummer={telefoon} />.{' '}
          </>
        )}
        {regisseur && t.vraagNaar(regisseur)}
      </p>
    </div>
  );
}

interface DeelProps {
  id: string;
  titel: string;
  uitleg: string;
  doelen: PortaalDoel[];
  acties: PortaalActie[];
  zaken?: ZaakRij[];
  gezien: ReadonlySet<string>;
  doet: (actie: PortaalActie) => string;
  /** Whether one may say something of these goals. */
  spreekt: boolean;
  /** Whether an action of this lid is one's own to report. */
  eigen: (lid: string) => boolean;
  zelf: string | null | undefined;
  /** What one said before; absent for who may say nothing. */
  bijdragen: PlanBijdragen | undefined;
}

function Deel(deel: DeelProps) {
  const { id, titel, uitleg, doelen, acties, zaken = [], gezien, spreekt, bijdragen } = deel;
  const los = acties.filter((actie) => !doelen.some((doel) => doel.id === actie.doel));
  const lijst = (van: PortaalActie[]) => <Acties {...deel} acties={van} />;
  // Within its plan: with two plans each part has a name twice, and a landmark has one of its own.
  const vak = { className: 'pdeel', role: 'group', 'aria-labelledby': id } as const;
  return (
    <div {...vak} data-deel={titel}>
      <h3 id={id}>{titel}</h3>
      <p className="quiet">{uitleg}</p>
      {doelen.length + acties.length + zaken.length === 0 && <p>{t.niets}</p>}
      {doelen.length > 0 && (
        <ul className="pzaken">
          {doelen.map((doel) => (
            <li
              key={doel.id}
              className={clsx('pzaak', !gezien.has(doel.id) && 'vers vers--dooft')}
              data-doel={doel.id}
            >
              <h4>
                <span className="vh">{t.doel}: </span>
                <Letterlijk>{doel.omschrijving}</Letterlijk>
              </h4>
              {doel.uitkomst && (
                <p className="quiet">{doel.uitkomst === 'behaald' ? t.behaald : t.vervallen}</p>
              )}
              {bijdragen && spreekt && <Reageren doel={doel} bijdragen={bijdragen} />}
              {lijst(acties.filter((actie) => actie.doel === doel.id))}
            </li>
          ))}
        </ul>
      )}
      {los.length > 0 && (
        <>
          {doelen.length > 0 && <h4>{t.losse}</h4>}
          {lijst(los)}
        </>
      )}
      {zaken.length > 0 && (
        <ul className="pacties">
          {zaken.map((zaak) => (
            <li key={zaak.id} data-zaak={zaak.id}>
              <strong>
                <Zin
                  tekst={t.anderZaak(nl.namen.zaaktype(zaak.zaaktype, zaak.zaaktype_naam), zaak.zaaknummer)}
                  delen={[zaak.zaaktype_naam]}
                />
              </strong>
              <br />
              {t.anderZaakUitleg}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Acties({ acties, gezien, doet, eigen, zelf, bijdragen }: DeelProps) {
  if (acties.length === 0) return null;
  const orde = [...acties].sort(
    (a, b) => Number(a.gedaan) - Number(b.gedaan) || a.datum.localeCompare(b.datum),
  );
  return (
    <ul className="pacties">
      {orde.map((actie) => (
        <li
          key={actie.id}
          className={clsx(!gezien.has(actie.id) && 'vers vers--dooft')}
          data-actie={actie.id}
        >
          <strong>
            <Letterlijk>{actie.omschrijving}</Letterlijk>
          </strong>
          <br />
          {actie.gedaan
            ? t.gedaan(actie.gedaan_op && datumLang(actie.gedaan_op))
            : t.doet(doet(actie), datumLang(actie.datum))}
          {bijdragen && 'lid' in actie.eigenaar && (
            <Gedaan
              actie={actie}
              bijdragen={bijdragen}
              mag={eigen(actie.eigenaar.lid)}
              zelf={actie.eigenaar.lid === zelf}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
