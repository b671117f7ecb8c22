// A plan as its regisseurs see it: everything on one page, live (KING-R3a).
import { useMemo, useState } from 'react';
import type { Aanwezige, Ik, PlanRij, PlanWat } from '../../../api/types';
import { datumLang } from '../../../datum';
import { Paginakop } from '../../../route';
import { useNu, useView } from '../../../rt/hooks';
import { nl } from '../../../teksten/werk';
import { Dialoogmelding } from '../../../ui/dialoog';
import { Knop } from '../../../ui/knop';
import type { Tafelgast } from '../../AanTafel';
import { Schil } from '../../Schil';
import { Aanleiding } from '../../signalen/Aanleiding';
import { useGlas } from '../../toekenning/Meldingen';
import { type Planleden, usePlanOpdracht } from '../PlanPagina';
import { Tijdlijn } from '../Tijdlijn';
import { Leden } from './Leden';
import { Meekijken } from './Meekijken';
import { type Open, Regiedialoog } from './Regiedialoog';
import { Regisseurs } from './Regisseurs';
import { Werk } from './Werk';

export interface RegieProps {
  plan: PlanWat;
  delen: Planleden;
  rij: PlanRij;
  ik: Ik;
}

export function Regie({ plan, delen, rij, ik }: RegieProps) {
  const now = useNu();
  const tafel = useView<Aanwezige[]>(`plan/${plan.id}@tafel`);
  const [dialoog, setDialoog] = useState<Open>();
  const { doe, bezig, melding, veld, wis } = usePlanOpdracht(plan.id);
  const zaken = useMemo(() => delen.zaken.map((lid) => lid.b), [delen.zaken]);
  const vraag = (wat: Open | undefined) => {
    wis();
    setDialoog(wat);
  };
  const gasten = useMemo<Tafelgast[]>(() => (tafel.stand === 'klaar' ? tafel.b : []), [tafel]);
  const t = nl.plan;
  const titel = t.voor(rij.leden.map((lid) => nl.voornaam(lid.naam)));
  // By a broken glas one reads, and changes nothing.
  const glas = useGlas(ik, plan.id);
  const lezen = glas === true;
  const open = !plan.einde && !lezen;
  const werk = { plan, delen, rij, now, open, bezig, doe, vraag };

  return (
    <Schil
      ik={ik}
      kruimels={[{ naam: t.titel, to: '/plannen' }, { naam: titel }]}
      gasten={gasten}
      kring={plan.regisseurs}
    >
      <Paginakop titel={titel}>{titel}</Paginakop>
      <Stand plan={plan} rij={rij} lezen={lezen} />
      {!dialoog && melding}
      <div className="split">
        <Werk {...werk} />
        <aside className="dossier" aria-label={t.leden}>
          <Leden rij={rij} groep={plan.groep} open={open} thuis={glas === false} />
          <Regisseurs
            plan={plan}
            ik={ik}
            bezig={bezig}
            open={open}
            doe={doe}
            vraag={() => vraag('regisseur')}
          />
          <Meekijken plan={plan.id} mag={open} />
          <Tijdlijn plan={plan} zaken={delen.zaken} now={now} />
          {open && (
            <p className="onderknop">
              <Knop soort="gevaar" klein onClick={() => vraag('sluit')}>
                {t.sluit}
              </Knop>
            </p>
          )}
        </aside>
      </div>
      {dialoog && (
        <Dialoogmelding value={melding}>
          <Regiedialoog
            open={dialoog}
            plan={plan}
            rij={rij}
            zaken={zaken}
            geweigerd={veld}
            bezig={bezig}
            sluit={() => vraag(undefined)}
            doe={doe}
          />
        </Dialoogmelding>
      )}
    </Schil>
  );
}

interface StandProps {
  plan: PlanWat;
  rij: PlanRij;
  /** One reads it by a broken glas. */
  lezen: boolean;
}

/** How the plan stands: begun or closed, who leads it, and what it began with. */
function Stand({ plan, rij, lezen }: StandProps) {
  const t = nl.plan;
  return (
    <>
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
    </>
  );
}
