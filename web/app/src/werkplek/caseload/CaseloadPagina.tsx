// The start page of who distributes the work: how much there is, who has it, what waits. Everything on it is live.
import { useEffect, useRef } from 'react';
import type { CaseloadWat, Ik, MedewerkerCaseload } from '../../api/types';
import '../../stijl/caseload.css';
import { datumDag, tijdTel } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { Beeld } from './Beeld';
import { type Bord, useBord } from './bord';
import { afwezigzin, Medewerkers } from './Medewerkers';
import { type Sleep, useSleep } from './sleep';
import { Teams } from './Teams';
import { useToedeling } from './toedeling';
import { Verdelen } from './Verdelen';
import { Verloop } from './Verloop';

const t = nl.caseload;

export default function CaseloadPagina({ ik }: { ik: Ik }) {
  const bord = useBord(ik);
  const wat = bord.stand === 'klaar' ? bord.wat : undefined;
  useOmroep(wat);
  return (
    <Schil ik={ik}>
      <div className="bordkop">
        <Paginakop titel={t.titel}>{t.titel}</Paginakop>
        {bord.stand === 'klaar' && <Stand {...bord} />}
      </div>
      <div role="status">
        {bord.stand === 'klaar' && bord.oud && (
          <p className="balk balk--fout" data-verouderd>
            <Icoon naam="klok" />
            {t.oud(tijdTel(bord.wat.bijgewerkt_op))}
          </p>
        )}
      </div>
      {bord.stand === 'weg' && (
        <div className="leeg">
          <h2>{t.zonderRecht}</h2>
          <p>{t.zonderRechtUitleg}</p>
        </div>
      )}
      {bord.stand === 'laden' && <Skelet />}
      {wat && (
        <>
          <p className="lead">
            {t.lead(wat.totaal.aantal, wat.totaal.te_laat, wat.totaal.deze_week)}{' '}
            {t.wacht(wat.wachtend.aantal, wat.wachtend.oudste ? datumDag(wat.wachtend.oudste) : undefined)}
          </p>
          <Werk ik={ik} wat={wat} />
        </>
      )}
    </Schil>
  );
}

/** The tables and pictures, and beside them what waits: from there to here it can be dragged. */
function Werk({ ik, wat }: { ik: Ik; wat: CaseloadWat }) {
  const toedeling = useToedeling();
  const sleep = useSleep((rij, op) => void toedeling.laatVallen(rij, op));
  return (
    <div className="bord">
      <div>
        <Medewerkers wat={wat} sleep={sleep} />
        <Beeld wat={wat} />
        <Teams wat={wat} />
        <Verloop wat={wat} />
      </div>
      <Verdelen ik={ik} wat={wat} toedeling={toedeling} sleep={sleep} />
      <Sleepbalk sleep={sleep} mensen={wat.medewerkers} />
    </div>
  );
}

/** At the foot of the window while something is in the hand: nothing of the page moves for it. */
function Sleepbalk({ sleep, mensen }: { sleep: Sleep; mensen: MedewerkerCaseload[] }) {
  if (!sleep.rij) return null;
  const op = mensen.find((m) => m.id === sleep.boven);
  const { zaaknummer } = sleep.rij;
  return (
    <p className="sleepbalk" aria-hidden="true" data-sleepbalk>
      {op
        ? t.sleep.laatLos(
            zaaknummer,
            op.naam,
            [t.last(op.telling.aantal, op.telling.gewicht), op.afwezig && afwezigzin(op.afwezig)]
              .filter(Boolean)
              .join(', '),
          )
        : t.sleep.opgepakt(zaaknummer)}
    </p>
  );
}

function Stand({ wat, oud, pauze, nieuws, pauzeer }: Extract<Bord, { stand: 'klaar' }>) {
  const om = <time dateTime={wat.bijgewerkt_op}>{tijdTel(wat.bijgewerkt_op)}</time>;
  return (
    <div className="bordstand" data-bord={pauze ? 'pauze' : oud ? 'oud' : 'live'}>
      <p className="sm quiet num">
        {pauze ? t.gepauzeerd('') : t.live('')}
        {om}
      </p>
      {nieuws && <p className="sm">{t.nieuws}</p>}
      <Knop soort="tweede" klein onClick={() => pauzeer(!pauze)}>
        {pauze ? t.verder : t.pauzeer}
      </Knop>
      <Naar className="sm" to="/caseload/wand">
        {t.wand.link}
      </Naar>
    </div>
  );
}

/** What changed for who does not see it: not each figure, and not the clock. */
function useOmroep(wat: CaseloadWat | undefined) {
  const eerder = useRef<string>(undefined);
  const stand = wat && t.omroep(wat.wachtend.aantal, wat.totaal.te_laat);
  useEffect(() => {
    if (stand && eerder.current && eerder.current !== stand) omroep.zeg('caseload', stand);
    eerder.current = stand ?? eerder.current;
  }, [stand]);
}
