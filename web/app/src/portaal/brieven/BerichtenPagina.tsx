// A resident says how they want to hear that there is a letter for them.
import { type FormEvent, useEffect, useState } from 'react';
import { haal } from '../../api/http';
import type { Berichtweg, BerichtwegWat, Ik } from '../../api/types';
import { Naar } from '../../route';
import { useOpdracht } from '../../rt/hooks';
import { brief } from '../../teksten/brief';
import { nl } from '../../teksten/nl';
import { Knop, knopKlasse } from '../../ui/knop';
import { omroep } from '../../ui/omroep';
import { Foutlijst, Tekstveld } from '../../ui/veld';
import { Wachtregel } from '../../ui/wachtregel';
import { tekst, uitProbleem, useFouten } from '../../werkplek/formulier';
import { Bevestigd } from '../Bevestigd';
import { AlleenZelf, Schil } from '../Schil';
import { AlleBrieven } from './Brieven';
import { Postadres } from './Postadres';

const t = brief.voorkeur;
const WEGEN: Berichtweg[] = ['portaal', 'email', 'post'];
const VELD = 'berichtweg-email';

export default function BerichtenPagina({ ik }: { ik: Ik }) {
  return (
    <Schil titel={t.titel} ik={ik}>
      {ik.namens || !ik.persoon ? (
        <AlleenZelf naam={ik.namens?.naam ?? ik.naam} />
      ) : (
        <>
          <h1>{t.titel}</h1>
          <p className="lead">{t.lead}</p>
          <p>{t.altijd}</p>
          <Keuze persoon={ik.persoon} />
          <section className="sectie" aria-labelledby="alle-brieven">
            <header>
              <h2 id="alle-brieven">{brief.alle}</h2>
            </header>
            <AlleBrieven ik={ik} kop="h3" />
          </section>
          <p>
            <Naar className={knopKlasse('stil')} to="/portaal">
              {t.terug}
            </Naar>
          </p>
        </>
      )}
    </Schil>
  );
}

function Keuze({ persoon }: { persoon: string }) {
  const [nu, setNu] = useState<BerichtwegWat | 'fout'>();
  useEffect(() => {
    haal<BerichtwegWat>(`/personen/${persoon}/berichtweg`).then(setNu, () => setNu('fout'));
  }, [persoon]);
  if (nu === undefined) return <p>{nl.laden}</p>;
  if (nu === 'fout') return <p role="alert">{t.mislukt}</p>;
  return <Formulier persoon={persoon} nu={nu} />;
}

function Formulier({ persoon, nu }: { persoon: string; nu: BerichtwegWat }) {
  const [weg, setWeg] = useState<Berichtweg>(nu.weg);
  const [bewaard, setBewaard] = useState(0);
  const { run, bezig, wacht } = useOpdracht();
  const { fouten, beurt, veld, toon } = useFouten();

  const bewaar = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = weg === 'email' ? tekst(new FormData(event.currentTarget), 'email') : null;
    setBewaard(0);
    if (email === '') return toon([{ veld: VELD, tekst: t.emailLeeg }]);
    try {
      await run(`/personen/${persoon}/berichtweg`, { weg, email });
      toon([]);
      setBewaard((keer) => keer + 1);
      omroep.zeg('berichten', t.bewaard);
    } catch (error) {
      toon(uitProbleem(error, (naam) => (naam === 'email' ? VELD : undefined)));
    }
  };

  return (
    <form onSubmit={bewaar} noValidate className="formulier">
      <Foutlijst fouten={fouten} beurt={beurt} />
      <Wachtregel wacht={wacht} />
      <fieldset className="zoekop">
        <legend className="label">{t.vraag}</legend>
        {WEGEN.map((een) => (
          <label key={een} className="keuze">
            <input
              type="radio"
              name="weg"
              value={een}
              checked={weg === een}
              onChange={() => {
                setWeg(een);
                setBewaard(0);
              }}
            />
            <span>
              {t.weg[een]}
              <br />
              <small className="quiet">{t.uitleg[een]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {weg === 'email' && (
        <Tekstveld
          id={VELD}
          name="email"
          type="email"
          autoComplete="email"
          label={t.email}
          uitleg={t.emailUitleg}
          fout={veld[VELD]}
          defaultValue={nu.email ?? ''}
        />
      )}
      {weg === 'post' && <Postadres persoon={persoon} />}
      <Knop soort="eerst" type="submit" bezig={bezig}>
        {t.bewaar}
      </Knop>
      {bewaard > 0 && <Bevestigd beurt={bewaard}>{t.bewaard}</Bevestigd>}
    </form>
  );
}
