// Who looked at one's dossier, by day (N-8). Live: the bell rings when somebody looked, and the page asks again.
import { useCallback, useEffect, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, InzageDagWat, InzageRegelWat, InzageWat } from '../../api/types';
import { datumVol, tijd } from '../../datum';
import { useView, useVraagOpnieuw } from '../../rt/hooks';
import { nl } from '../../teksten/nl';
import { sporen } from '../../teksten/sporen';
import { Bel } from '../../ui/belnummer';
import { Icoon } from '../../ui/Icoon';
import { Knop, knopKlasse } from '../../ui/knop';
import { Letterlijk, Zin } from '../../ui/letterlijk';
import { Skelet } from '../../ui/losblad';
import { omroep } from '../../ui/omroep';
import { Mislukt } from '../Mislukt';
import { type Bezoek, delenVan, perBezoek, redenenVan } from './bezoek';
import { redenVan } from './redenen';

const t = sporen.inzage;

type Stand = { stand: 'laden' } | { stand: 'fout' } | { stand: 'klaar'; delen: InzageWat[] };

/** The parts that were asked for, newest first. A look while one reads refreshes the first part only: the past does not change. */
function useInzage(persoon: string | null | undefined) {
  const [stand, setStand] = useState<Stand>({ stand: 'laden' });
  const [bezig, setBezig] = useState(false);
  const bel = useView<{ gezien_op: string }>(persoon ? `inzage/${persoon}` : undefined);
  const gebeld = bel.stand === 'klaar' ? bel.v : 0;

  const begin = useCallback(async () => {
    try {
      const eerste = await haal<InzageWat>('/mijn/inzage');
      setStand((was) => {
        // A part that reaches less far back than before leaves no hole: what was shown stays only where the two meet.
        const rest = was.stand === 'klaar' ? was.delen.slice(1) : [];
        const sluitAan = was.stand === 'klaar' && was.delen[0]?.vanaf === eerste.vanaf;
        return { stand: 'klaar', delen: [eerste, ...(sluitAan ? rest : [])] };
      });
    } catch {
      setStand((was) => (was.stand === 'klaar' ? was : { stand: 'fout' }));
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ring of the bell asks again
  useEffect(() => {
    void begin();
  }, [begin, gebeld]);

  useVraagOpnieuw(stand.stand === 'fout', () => void begin());

  const eerder = async () => {
    const tot = stand.stand === 'klaar' ? stand.delen.at(-1)?.eerder : undefined;
    if (!tot || bezig) return;
    setBezig(true);
    try {
      const deel = await haal<InzageWat>(`/mijn/inzage?tot=${tot}`);
      setStand((was) => (was.stand === 'klaar' ? { stand: 'klaar', delen: [...was.delen, deel] } : was));
    } finally {
      setBezig(false);
    }
  };
  return { stand, eerder, bezig, gebeld };
}

export function InzagePagina({ ik }: { ik: Ik }) {
  const { stand, eerder, bezig, gebeld } = useInzage(ik.persoon);
  const eerste = useRef(gebeld);
  useEffect(() => {
    if (gebeld > eerste.current) omroep.zeg('inzage', t.nieuw);
  }, [gebeld]);
  const delen = stand.stand === 'klaar' ? stand.delen : [];
  const dagen = delen.flatMap((deel) => deel.dagen);
  const laatste = delen.at(-1);
  return (
    <>
      <h1>{t.titel}</h1>
      <p className="lead">{t.lead}</p>
      <p>{t.uitleg}</p>
      <p className="quiet">{t.soms}</p>
      {stand.stand === 'laden' && <Skelet />}
      {stand.stand === 'fout' && <Mislukt tekst={t.mislukt} />}
      {stand.stand === 'klaar' && dagen.length === 0 && <p>{t.leeg}</p>}
      {dagen.map((dag) => (
        <Dag key={dag.dag} dag={dag} />
      ))}
      {laatste && <p className="quiet sm">{t.vanaf(datumVol(laatste.vanaf))}</p>}
      {laatste?.eerder && (
        <p>
          <Knop soort="tweede" bezig={bezig} onClick={() => void eerder()}>
            {t.eerder}
          </Knop>
        </p>
      )}
      <section className="sectie" aria-labelledby="vraag">
        <header>
          <h2 id="vraag">{t.vraag}</h2>
        </header>
        <p>
          {t.vraagUitleg}
          <Bel />
        </p>
      </section>
      <p>
        <a className={knopKlasse('stil')} href="/portaal">
          {t.terug}
        </a>
      </p>
    </>
  );
}

function Dag({ dag }: { dag: InzageDagWat }) {
  return (
    <section className="sectie" aria-labelledby={`dag-${dag.dag}`} data-dag={dag.dag}>
      <header>
        <h2 id={`dag-${dag.dag}`} className="hoofdletter">
          {datumVol(dag.dag)}
        </h2>
      </header>
      <ul className="pzaken">
        {perBezoek(dag.regels).map((bezoek) => (
          <Bezocht
            key={`${bezoek.wie.rol} ${bezoek.wie.naam} ${bezoek.wie.glas} ${bezoek.van}`}
            bezoek={bezoek}
          />
        ))}
      </ul>
    </section>
  );
}

/** One visit: who, at what, why and when; how often only for who asks. */
function Bezocht({ bezoek }: { bezoek: Bezoek }) {
  const { wie, van, tot } = bezoek;
  const rol = nl.namen.rol(wie.rol, wie.rol_naam);
  const naam = (regel: InzageRegelWat) => nl.namen.deel(regel.deel, regel.deel_naam);
  const [gezien, veranderd] = [delenVan(bezoek, false, naam), delenVan(bezoek, true, naam)];
  const deed = [
    gezien.length > 0 && t.deed(false, nl.en(gezien)),
    veranderd.length > 0 && t.deed(true, nl.en(veranderd)),
  ].filter((een) => een !== false);
  const toelichtingen = [...new Set(bezoek.regels.flatMap(({ toelichting }) => toelichting ?? []))];
  return (
    <li className="pzaak" data-bezoek>
      <p>
        <strong>
          <Zin tekst={t.wie(wie.naam, rol, wie.afdeling)} delen={[wie.afdeling]} />
        </strong>{' '}
        {nl.en(deed)}.
      </p>
      {wie.glas && (
        <p className="balk balk--uitleg">
          <Icoon naam="waarschuwing" />
          <span>{t.glas}</span>
        </p>
      )}
      <p>
        {redenenVan(bezoek).map((zin) => (
          <Waarom key={zin} zin={zin} />
        ))}
      </p>
      {toelichtingen.map((toelichting) => (
        <p key={toelichting} data-toelichting>
          <Zin tekst={t.toelichting(toelichting)} delen={[toelichting]} />
        </p>
      ))}
      <p className="quiet sm">
        <time dateTime={van}>{t.wanneer(tijd(van), tijd(tot))}</time>
      </p>
      <details>
        <summary>{t.precies}</summary>
        <ul className="pacties">
          {bezoek.regels.map((regel) => (
            <Regel key={`${regel.deel} ${regel.waarom} ${regel.gewijzigd} ${regel.van}`} regel={regel} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** One that the language of the page does not know stays as it came. */
function Waarom({ zin }: { zin: string }) {
  const gezegd = t.reden(redenVan(zin), zin);
  return <>{gezegd === zin ? <Letterlijk>{zin}</Letterlijk> : gezegd} </>;
}

function Regel({ regel }: { regel: InzageRegelWat }) {
  const { deel, deel_naam, gewijzigd, keer, van, tot, waarom } = regel;
  const deed = t.deed(gewijzigd, nl.namen.deel(deel, deel_naam));
  return (
    <li data-deel={deel} data-keer={keer}>
      {deed.charAt(0).toUpperCase()}
      {deed.slice(1)}. <time dateTime={van}>{t.tijd(tijd(van), tijd(tot), keer)}</time>.{' '}
      <Waarom zin={waarom} />
    </li>
  );
}
