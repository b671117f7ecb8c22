// The board for a screen on the wall: large figures for who walks by. Counts and names of who work here, and nothing of anybody else: what stands
// there is read by whoever comes in. It changes calmly, says of when it is, and says when it is no longer of now.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { CaseloadWat, Ik } from '../../api/types';
import '../../stijl/wand.css';
import { datumDag, tijd, tijdTel } from '../../datum';
import { Naar, Paginakop } from '../../route';
import { useSessieduur } from '../../sessie/einde';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop, knopKlasse } from '../../ui/knop';
import { OmroepRegio } from '../../ui/omroep';
import { Verbindingsbalk } from '../../ui/verbinding';
import { useWakker } from '../../ui/wakker';
import { Skelet } from '../randpaginas';
import { mensbalk, mensenIn, teambalk } from './beeld';
import { type Bord, useBord } from './bord';
import { Staaf } from './Grafiek';

const t = nl.caseload.wand;

/** What can be read from three metres beside the rest. */
const MENSEN_MAX = 6;
/** Figures on a wall change no more often: whoever looks up reads a number to its end. */
const TRAAG_MS = 5_000;

export default function WandPagina({ ik }: { ik: Ik }) {
  const bord = useBord(ik);
  useWakker();
  return (
    <>
      <a className="utrecht-skip-link skip" href="#inhoud">
        {nl.naarInhoud}
      </a>
      <main className="wand" id="inhoud" tabIndex={-1}>
        <header className="wandkop">
          <Paginakop titel={t.titel}>{t.kop(ik.gemeente.naam)}</Paginakop>
          <Bediening bord={bord} />
        </header>
        {/* One place for what is wrong, that takes no room while nothing is. */}
        <div>
          <Verbindingsbalk />
          <div role="status">
            {bord.stand === 'klaar' && bord.oud && (
              <p className="balk balk--fout" data-verouderd>
                <Icoon naam="klok" />
                {nl.caseload.oud(tijdTel(bord.wat.bijgewerkt_op))}
              </p>
            )}
          </div>
        </div>
        {bord.stand === 'laden' && <Skelet />}
        {bord.stand === 'weg' && <p>{nl.caseload.zonderRecht}</p>}
        {bord.stand === 'klaar' && <Cijfers wat={bord.wat} pauze={bord.pauze} />}
        <OmroepRegio />
      </main>
    </>
  );
}

/** The newest value, no more often than can be read; at once when one held it still or let it go. */
function useTraag(wat: CaseloadWat, pauze: boolean): CaseloadWat {
  const [getoond, setGetoond] = useState(wat);
  const nieuwste = useRef(wat);
  nieuwste.current = wat;
  // biome-ignore lint/correctness/useExhaustiveDependencies: holding still and going on are the reason
  useEffect(() => setGetoond(nieuwste.current), [pauze]);
  useEffect(() => {
    const timer = setInterval(() => setGetoond(nieuwste.current), TRAAG_MS);
    return () => clearInterval(timer);
  }, []);
  return getoond;
}

function Cijfers({ wat: nieuwste, pauze }: { wat: CaseloadWat; pauze: boolean }) {
  const wat = useTraag(nieuwste, pauze);
  const mensen = mensenIn(wat, 'aantal');
  const { totaal, wachtend } = wat;
  const groot = [
    { id: 'lopend', n: totaal.aantal, naam: t.lopend },
    { id: 'laat', n: totaal.te_laat, naam: t.laat },
    { id: 'week', n: totaal.deze_week, naam: t.week },
    { id: 'wachtend', n: wachtend.aantal, naam: t.wachtend },
  ];
  const rest = mensen.length - MENSEN_MAX;
  return (
    <>
      <dl className="wandcijfers">
        {groot.map(({ id, n, naam }) => (
          <div key={id} data-wand={id} className={id === 'laat' && n > 0 ? 'wandcijfer--laat' : undefined}>
            <dt>
              {naam}
              {id === 'wachtend' && wachtend.oudste && n > 0 && (
                <small>{t.oudste(datumDag(wachtend.oudste))}</small>
              )}
            </dt>
            <dd className="num">{n}</dd>
          </div>
        ))}
      </dl>
      <div className="wandlijsten">
        <Lijst kop={t.mensen} id="wand-mensen" {...(rest > 0 ? { onder: t.meer(rest) } : {})}>
          {mensen.slice(0, MENSEN_MAX).map((m) => ({ ...mensbalk(m, 'aantal'), naam: m.naam }))}
        </Lijst>
        <Lijst kop={t.teams} id="wand-teams">
          {wat.teams.map((team) => teambalk(team, 'aantal'))}
        </Lijst>
      </div>
      <footer className="wandvoet">
        <p className="wandstand num" data-wandstand>
          {pauze ? t.gepauzeerd : t.bijgewerkt}
          <time dateTime={wat.bijgewerkt_op}>{tijdTel(wat.bijgewerkt_op)}</time>
        </p>
        <Slot />
      </footer>
    </>
  );
}

interface LijstProps {
  kop: string;
  id: string;
  /** That there are more. */
  onder?: string;
  children: ReturnType<typeof teambalk>[];
}

function Lijst({ kop, id, onder, children: balken }: LijstProps) {
  const meeste = Math.max(
    1,
    ...balken.map(({ delen }) => Object.values(delen).reduce((n, een) => n + een, 0)),
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{kop}</h2>
      <ul>
        {balken.map((balk) => (
          <li key={balk.id} data-wandrij={balk.id}>
            <span className="wandnaam">{balk.naam}</span>
            <span className="num">{balk.woord}</span>
            <Staaf delen={balk.delen} meeste={meeste} {...(balk.weg ? { weg: true } : {})} />
          </li>
        ))}
      </ul>
      {onder && <p className="wandrest">{onder}</p>}
    </section>
  );
}

function Bediening({ bord }: { bord: Bord }) {
  const [vol, setVol] = useState(false);
  useEffect(() => {
    const kijk = () => setVol(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', kijk);
    return () => document.removeEventListener('fullscreenchange', kijk);
  }, []);
  const schakel = () => {
    // A browser may refuse; then the page stays as it is, and so does the button.
    const klaar = vol ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    klaar.catch(() => {});
  };
  return (
    <section className="wandbediening" aria-label={t.knoppen}>
      {bord.stand === 'klaar' && (
        <Knop soort="tweede" klein onClick={() => bord.pauzeer(!bord.pauze)}>
          {bord.pauze ? nl.caseload.verder : nl.caseload.pauzeer}
        </Knop>
      )}
      {document.fullscreenEnabled && (
        <Knop soort="tweede" klein onClick={schakel}>
          {vol ? t.nietVol : t.vol}
        </Knop>
      )}
      <Naar className={knopKlasse('stil', true)} to="/caseload">
        {t.terug}
      </Naar>
    </section>
  );
}

/** Nobody works at a wall, so the session ends there by itself; until when it shows, it says. */
function Slot() {
  const queries = useQueryClient();
  const duur = useSessieduur();
  if (!duur) return null;
  return (
    <p className="wandslot" data-wandslot>
      {t.tot(tijd(duur.einde))}{' '}
      <Knop
        soort="stil"
        klein
        onClick={() => void haal<Ik>('/ik').then((nu) => queries.setQueryData(['ik'], nu))}
      >
        {t.langer}
      </Knop>
    </p>
  );
}
