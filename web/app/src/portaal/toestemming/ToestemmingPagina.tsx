// A resident says who may read along: what is asked, one question per card, and what holds. For a child too, by gezag (KING-R6e, N-33).
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Ik, ToestemmingenWat, ToestemmingWat } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { nl } from '../../teksten/nl';
import { toestemming } from '../../teksten/toestemming';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Knop, knopKlasse } from '../../ui/knop';
import { Letterlijk, Zin } from '../../ui/letterlijk';
import { Skelet } from '../../ui/losblad';
import { omroep } from '../../ui/omroep';
import { Foutlijst, type Foutmelding } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { uitProbleem } from '../../werkplek/formulier';
import { Bevestigd } from '../Bevestigd';
import { Mislukt } from '../Mislukt';
import { useToestemmingen } from './toestemmingen';

const t = toestemming;
const KOP = 'toestemming-kop';

/** What was pressed goes: the place from where one reads on gets the focus, and says what was done. */
function useGedaan() {
  const [gedaan, setGedaan] = useState({ zin: '', beurt: 0 });
  const zeg = useCallback((zin: string) => {
    document.getElementById(KOP)?.focus();
    setGedaan((was) => ({ zin, beurt: was.beurt + 1 }));
    omroep.zeg('toestemming', zin);
  }, []);
  return { gedaan, zeg };
}

const Klaar = createContext<(zin: string) => void>(() => undefined);

export function ToestemmingPagina({ ik }: { ik: Ik }) {
  const wat = useToestemmingen(ik);
  const { gedaan, zeg } = useGedaan();
  const items = wat.stand === 'klaar' ? wat.items : [];
  const aantal = items.reduce((sum, one) => sum + one.gevraagd.length, 0);
  const eerst = useRef<number>(undefined);
  useEffect(() => {
    if (wat.stand !== 'klaar') return;
    if (eerst.current !== undefined && aantal > eerst.current) omroep.zeg('toestemming', t.nieuw);
    eerst.current = aantal;
  }, [wat.stand, aantal]);
  const leeg = wat.stand === 'klaar' && items.every((one) => one.gevraagd.length + one.geldt.length === 0);
  return (
    <>
      <h1 id={KOP} tabIndex={-1}>
        {t.titel}
      </h1>
      {gedaan.zin && <Bevestigd beurt={gedaan.beurt}>{gedaan.zin}</Bevestigd>}
      <p className="lead">{t.lead}</p>
      <p>{t.uitleg}</p>
      {wat.stand === 'laden' && <Skelet />}
      {wat.stand === 'fout' && <Mislukt tekst={t.mislukt} />}
      {leeg && <p>{t.leeg}</p>}
      <Klaar value={zeg}>
        {items.map((van) => (
          <Persoon key={van.persoon} van={van} zelf={van.persoon === ik.persoon} />
        ))}
      </Klaar>
      <p>
        <Naar className={knopKlasse('stil')} to="/portaal">
          {t.terug}
        </Naar>
      </p>
    </>
  );
}

function Persoon({ van, zelf }: { van: ToestemmingenWat; zelf: boolean }) {
  const { gevraagd, geldt } = van;
  if (gevraagd.length + geldt.length === 0) return null;
  const naam = nl.voornaam(van.naam);
  const lijst = geldt.length > 0 && (
    <section className="pgeldt" aria-labelledby={`geldt-${van.persoon}`}>
      <h3 id={`geldt-${van.persoon}`}>{t.geldt}</h3>
      <ul className="pzaken">
        {geldt.map((one) => (
          <Geldt key={one.id} een={one} />
        ))}
      </ul>
    </section>
  );
  return (
    <section className="sectie" aria-labelledby={`voor-${van.persoon}`} data-voor={van.naam}>
      <header>
        <h2 id={`voor-${van.persoon}`}>{t.voor(zelf ? t.uzelf : naam)}</h2>
      </header>
      {!zelf && <p>{nl.portaal.voorKindUitleg(naam)}</p>}
      {gevraagd.map((one) => (
        <Vraag key={one.id} een={one} />
      ))}
      {lijst}
    </section>
  );
}

function useAntwoord() {
  const klaar = useContext(Klaar);
  const { run, bezig, wacht } = useOpdracht();
  const [fouten, setFouten] = useState<{ fouten: Foutmelding[]; beurt: number }>({ fouten: [], beurt: 0 });
  const stuur = async (pad: string, zin: string) => {
    try {
      if (await run(pad, {})) klaar(zin);
    } catch (error) {
      setFouten((old) => ({ fouten: uitProbleem(error, () => undefined), beurt: old.beurt + 1 }));
    }
  };
  return { stuur, bezig, wacht, fouten };
}

function Vraag({ een }: { een: ToestemmingWat }) {
  const { stuur, bezig, wacht, fouten } = useAntwoord();
  const wie = een.wie.naam;
  const kop = `vraag-${een.id}`;
  return (
    <article className="pzaak" aria-labelledby={kop} data-vraag={een.id}>
      <h3 id={kop}>{t.vraag(wie)}</h3>
      <p>
        <Zin
          tekst={t.zin(wie, een.rol_naam, een.zaaktype_naam, een.zaaknummer)}
          delen={[een.rol_naam, een.zaaktype_naam]}
        />
      </p>
      <Feiten een={een} />
      <Foutlijst {...fouten} />
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        {/* Neither is the one to press: a no is as good as a yes. */}
        <Knop
          soort="tweede"
          bezig={bezig}
          aria-describedby={kop}
          onClick={() => void stuur(`/toestemmingen/${een.id}/geven`, t.gegeven(wie))}
        >
          {t.ja}
        </Knop>
        <Knop
          soort="tweede"
          bezig={bezig}
          aria-describedby={kop}
          onClick={() => void stuur(`/toestemmingen/${een.id}/weigeren`, t.geweigerd(wie))}
        >
          {t.nee}
        </Knop>
      </div>
    </article>
  );
}

function Feiten({ een }: { een: ToestemmingWat }) {
  const regels: [string, ReactNode][] = [
    [t.waarom, <Letterlijk key="doel">{een.doel}</Letterlijk>],
    [t.tot, datumLang(een.tot_en_met)],
  ];
  if (een.antwoord_voor) regels.push([t.antwoord, datumLang(een.antwoord_voor)]);
  return (
    <dl className="utrecht-data-list gegevens">
      {regels.map(([naam, waarde]) => (
        <div className="utrecht-data-list__item" key={naam}>
          <dt className="utrecht-data-list__item-key">{naam}</dt>
          <dd className="utrecht-data-list__item-value">{waarde}</dd>
        </div>
      ))}
    </dl>
  );
}

function Geldt({ een }: { een: ToestemmingWat }) {
  const [zeker, setZeker] = useState(false);
  const wie = een.wie.naam;
  const kop = `mag-${een.id}`;
  return (
    <li className="pzaak" data-geldt={een.id}>
      <p id={kop}>
        <strong>
          <Zin
            tekst={t.geldtZin(wie, een.rol_naam, een.zaaktype_naam)}
            delen={[een.rol_naam, een.zaaktype_naam]}
          />
        </strong>
      </p>
      <Feiten een={een} />
      <div className="knoppen">
        <Knop soort="tweede" aria-describedby={kop} onClick={() => setZeker(true)}>
          {t.trekIn}
        </Knop>
      </div>
      {zeker && <Stop een={een} sluit={() => setZeker(false)} />}
    </li>
  );
}

function Stop({ een, sluit }: { een: ToestemmingWat; sluit: () => void }) {
  const { stuur, bezig, wacht, fouten } = useAntwoord();
  const wie = een.wie.naam;
  const stop = async () => {
    await stuur(`/toekenningen/${een.id}/intrekken`, t.gestopt(wie));
  };
  return (
    <Dialoog titel={t.stopTitel(wie)} sluit={sluit}>
      <p>{t.stopUitleg(wie)}</p>
      <Foutlijst {...fouten} />
      <Wachtregel wacht={wacht} />
      <div className="knoppen">
        <Knop soort="eerst" bezig={bezig} onClick={() => void stop()}>
          {t.stopJa}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}
