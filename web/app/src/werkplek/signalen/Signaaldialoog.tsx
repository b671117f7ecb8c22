// What is asked before something is done with a signaal.
import { useState } from 'react';
import type { Afhandeling, PersoonKort, SignaalRij } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Dialoog } from '../../ui/dialoog';
import { Knop } from '../../ui/knop';
import { type Fouten, Foutlijst, type Foutmelding, Tekstvlak } from '../../ui/veld';
import { PersoonZoeken } from '../PersoonZoeken';
import { Ledenlijst } from '../plannen/groep/Ledenlijst';

export type Vraag = 'afhandelen' | 'persoon' | 'traject';

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

function Afhandelen({ bezig, sluit, kies }: AfhandelenProps) {
  const t = nl.signaal;
  return (
    <Dialoog titel={t.afhandelenTitel} sluit={sluit}>
      <div className="stapel">
        {HOE.map((hoe) => (
          <Knop key={hoe} soort="tweede" bezig={bezig} onClick={() => kies(hoe)}>
            {t.afhandeling[hoe]}
          </Knop>
        ))}
        <Knop soort="stil" onClick={sluit}>
          {nl.terug}
        </Knop>
      </div>
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
      <Knop soort="stil" onClick={sluit}>
        {nl.terug}
      </Knop>
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
        <Knop soort="stil" onClick={sluit}>
          {nl.terug}
        </Knop>
      </div>
    </Dialoog>
  );
}
