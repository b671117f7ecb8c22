// What is asked before something is done with a signaal.
import { type FormEvent, useState } from 'react';
import type { Afhandeling, PersoonKort, SignaalRij } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Dialoog, Terugknop } from '../../ui/dialoog';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { type Fouten, Foutlijst, type Foutmelding, Tekstveld, Tekstvlak } from '../../ui/veld';
import { tekst } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';
import { Ledenlijst } from '../plannen/groep/Ledenlijst';

export type Vraag = 'afhandelen' | 'persoon' | 'traject' | 'heropenen';

const HOE = Object.keys(nl.signaal.afhandeling) as Afhandeling[];

/** What was refused of what was typed here. */
interface Geweigerd {
  fouten: Foutmelding[];
  beurt: number;
  veld: Fouten;
}

export interface SignaaldialoogProps extends Geweigerd {
  vraag: Vraag;
  betreft: SignaalRij['betreft'];
  bezig: boolean;
  sluit: () => void;
  doe: (pad: string, body: unknown) => void;
  /** Begins a plan for who is in the groep. */
  start: (leden: string[], waarom: string) => void;
}

export function Signaaldialoog({ vraag, betreft, bezig, sluit, doe, start, ...fout }: SignaaldialoogProps) {
  if (vraag === 'afhandelen') {
    return <Afhandelen bezig={bezig} sluit={sluit} kies={(hoe) => doe('afhandelen', { afhandeling: hoe })} />;
  }
  if (vraag === 'heropenen') {
    return <Heropenen bezig={bezig} sluit={sluit} doe={(reden) => doe('heropenen', { reden })} {...fout} />;
  }
  if (vraag === 'persoon') {
    return <WieIsHet sluit={sluit} kies={(p) => doe('persoon', { persoon: p.id })} {...fout} />;
  }
  if (!betreft || !('persoon' in betreft)) return null;
  return <Traject eerste={betreft.persoon} bezig={bezig} sluit={sluit} start={start} {...fout} />;
}

interface AfhandelenProps {
  bezig: boolean;
  sluit: () => void;
  kies: (hoe: Afhandeling) => void;
}

/** It leaves everybody's register and does not come back: so it is chosen first, and then confirmed. */
function Afhandelen({ bezig, sluit, kies }: AfhandelenProps) {
  const [hoe, setHoe] = useState<Afhandeling>();
  const [fout, setFout] = useState(false);
  const t = nl.signaal;
  const bevestig = (event: FormEvent) => {
    event.preventDefault();
    setFout(!hoe);
    if (hoe) kies(hoe);
  };
  return (
    <Dialoog titel={t.afhandelenTitel} sluit={sluit}>
      <form onSubmit={bevestig} className="formulier">
        <fieldset
          className="utrecht-form-fieldset keuzelijst"
          aria-describedby={fout ? 'afhandelen-fout' : undefined}
        >
          <legend className="vh">{t.afhandelenTitel}</legend>
          {fout && (
            <p className="fouttekst" role="alert" id="afhandelen-fout">
              <Icoon naam="waarschuwing" />
              {t.afhandelenFout}
            </p>
          )}
          {HOE.map((een) => (
            <label key={een} className="keuze">
              <input
                type="radio"
                name="afhandeling"
                value={een}
                checked={hoe === een}
                onChange={() => {
                  setHoe(een);
                  setFout(false);
                }}
              />
              <span>{t.afhandeling[een]}</span>
            </label>
          ))}
        </fieldset>
        <p className="balk balk--uitleg">
          <Icoon naam="waarschuwing" />
          {t.afhandelenGevolg}
        </p>
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.afhandelenBevestig}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}

interface HeropenenProps extends Geweigerd {
  bezig: boolean;
  sluit: () => void;
  doe: (reden: string) => void;
}

/** What was handled waits again for everybody who may see it, with why. */
function Heropenen({ bezig, sluit, doe, fouten, beurt, veld }: HeropenenProps) {
  const [leeg, setLeeg] = useState(false);
  const t = nl.signaal;
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reden = tekst(new FormData(event.currentTarget), 'reden');
    setLeeg(!reden);
    if (reden) doe(reden);
  };
  return (
    <Dialoog titel={t.heropenTitel} sluit={sluit}>
      <form onSubmit={stuur} noValidate className="formulier">
        <Foutlijst fouten={fouten} beurt={beurt} />
        <p>{t.heropenUitleg}</p>
        <Tekstveld
          id="reden"
          name="reden"
          label={t.heropenReden}
          fout={leeg ? t.heropenLeeg : veld.reden}
          aria-required
        />
        <div className="knoppen">
          <Knop type="submit" soort="eerst" bezig={bezig}>
            {t.heropenBevestig}
          </Knop>
          <Terugknop />
        </div>
      </form>
    </Dialoog>
  );
}

interface WieIsHetProps extends Geweigerd {
  sluit: () => void;
  kies: (persoon: PersoonKort) => void;
}

function WieIsHet({ sluit, kies, fouten, beurt }: WieIsHetProps) {
  const t = nl.signaal;
  return (
    <Dialoog titel={t.wieIsHet} sluit={sluit}>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <PersoonZoeken kies={kies} />
      <Terugknop />
    </Dialoog>
  );
}

interface TrajectProps extends Geweigerd {
  eerste: PersoonKort;
  bezig: boolean;
  sluit: () => void;
  start: (leden: string[], waarom: string) => void;
}

/** One action from a signaal to a plan (KING-SI4). */
function Traject({ eerste, bezig, sluit, start, fouten, beurt, veld }: TrajectProps) {
  const [leden, setLeden] = useState([eerste]);
  const [waarom, setWaarom] = useState('');
  const t = nl.signaal;
  return (
    <Dialoog titel={t.groepstrajectTitel} sluit={sluit}>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <p>{t.groepstrajectUitleg}</p>
      <Ledenlijst
        leden={leden}
        vast={eerste.id}
        haalWeg={(p) => setLeden(leden.filter((l) => l.id !== p.id))}
      />
      <PersoonZoeken
        voor="groep"
        kies={(p) => {
          if (!leden.some((l) => l.id === p.id)) setLeden([...leden, p]);
        }}
      />
      {leden.length > 1 && (
        <Tekstvlak
          id="waarom"
          name="waarom"
          label={nl.plan.groep.waarom}
          uitleg={nl.plan.groep.waaromUitlegSignaal}
          fout={veld.waarom}
          rows={2}
          onChange={(event) => setWaarom(event.target.value)}
        />
      )}
      <div className="knoppen">
        <Knop
          soort="eerst"
          bezig={bezig}
          onClick={() =>
            start(
              leden.map((l) => l.id),
              waarom,
            )
          }
        >
          {t.start}
        </Knop>
        <Terugknop />
      </div>
    </Dialoog>
  );
}
