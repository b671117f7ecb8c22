// The desk on one page, by keyboard: who is it, what runs there, what is asked, and on it goes. What is typed is kept until it is handed in.
import { useState } from 'react';
import type { ConceptWat, Ik, NieuweZaak, PersoonKort, PersoonVraag } from '../../api/types';
import { Paginakop, useOpnieuwGekozen } from '../../route';
import { nl } from '../../teksten/werk';
import { BewaardConcept } from '../bewaardconcept';
import { plank } from '../bewaarder';
import { Conceptbalken } from '../Conceptbalken';
import { isIngevuld, type Velden } from '../concept';
import { type Conceptblad, useConceptblad } from '../conceptblad';
import { plat, vanStap, vanVraag } from '../conceptvorm';
import { NieuweInwoner } from '../melding/NieuweInwoner';
import { Onbekende } from '../melding/Onbekende';
import { Zoeken } from '../melding/Zoeken';
import { Schil } from '../Schil';
import { Gesprek } from './Gesprek';
import { Vastgelegd } from './Vastgelegd';

type Stap =
  | { stap: 'zoeken' }
  | { stap: 'inwoner'; vraag: PersoonVraag }
  | { stap: 'onbekende' }
  | { stap: 'gesprek'; persoon: PersoonKort };

/** What was recorded, and the names of whom it is about. */
interface Vastgelegde {
  meldingen: NieuweZaak[];
  namen: Record<string, string>;
}

interface Halve {
  stap: Stap;
  /** Over whom the meldingen go. */
  over: string[];
  velden: { [stap in Stap['stap']]?: Velden };
}

/** What makes a contact worth asking about: its answers and subjects; the rest has a choice from the start. */
const isEigen = (naam: string) =>
  /^(onderwerp-|hulpvraag|situatie|eigen_kracht|veiligheid|spreker(naam|relatie|telefoon))/.test(naam);

/** Whom was looked for is not kept: it is typed again in a moment, and is about somebody who may not be here at all. */
const naar = ({ stap, over, velden }: Halve) => ({
  personen: stap.stap === 'gesprek' ? [...new Set([stap.persoon.id, ...over])] : [],
  velden: {
    stap: stap.stap,
    ...(stap.stap === 'gesprek' ? { persoon: stap.persoon.id, over: over.join(' ') } : {}),
    ...plat({
      vraag: stap.stap === 'inwoner' ? vanVraag(stap.vraag) : undefined,
      inwoner: velden.inwoner,
      gesprek: velden.gesprek,
    }),
  },
});

function uit({ personen, velden }: ConceptWat): Halve {
  const persoon = personen.find(({ id }) => id === velden.persoon);
  const stap: Stap =
    velden.stap === 'gesprek' && persoon
      ? { stap: 'gesprek', persoon }
      : velden.stap === 'inwoner'
        ? { stap: 'inwoner', vraag: vanStap(velden, 'vraag') }
        : { stap: 'zoeken' };
  return {
    stap,
    over: (velden.over ?? '').split(' ').filter((id) => personen.some((known) => known.id === id)),
    velden: { inwoner: vanStap(velden, 'inwoner'), gesprek: vanStap(velden, 'gesprek') },
  };
}

const concept = new BewaardConcept<Halve>(
  plank('contact'),
  ({ stap, velden }) =>
    (stap.stap === 'inwoner' && isIngevuld(velden.inwoner)) ||
    isIngevuld(velden.gesprek, Object.keys(velden.gesprek ?? {}).filter(isEigen)),
  { naar, uit },
);

const NIEUW: Halve = { stap: { stap: 'zoeken' }, over: [], velden: {} };

export function BaliePagina({ ik }: { ik: Ik }) {
  const blad = useConceptblad(concept, NIEUW);
  const [klaar, setKlaar] = useState<Vastgelegde>();
  const volgende = () => {
    setKlaar(undefined);
    blad.leeg();
  };
  useOpnieuwGekozen(klaar ? volgende : undefined);
  return (
    <Schil ik={ik}>
      {klaar ? (
        <Vastgelegd ik={ik} {...klaar} volgende={volgende} />
      ) : (
        <>
          <Paginakop key={blad.beurt} titel={nl.balie.titel} focus={blad.beurt > 0}>
            {nl.balie.titel}
          </Paginakop>
          <p className="lead">{nl.balie.lead}</p>
          <Conceptbalken blad={blad} eerder={nl.balie.eerder} />
          <Stappen ik={ik} blad={blad} klaar={setKlaar} />
        </>
      )}
    </Schil>
  );
}

interface StappenProps {
  ik: Ik;
  blad: Conceptblad<Halve>;
  klaar: (wat: Vastgelegde) => void;
}

function Stappen({ ik, blad, klaar }: StappenProps) {
  const { stap, beurt, eerder, velden, ga } = blad;
  const terug = () => ga({ stap: 'zoeken' });
  const gekozen = (persoon: PersoonKort) => ga({ stap: 'gesprek', persoon }, { over: [persoon.id] });
  switch (stap.stap) {
    case 'zoeken':
      return (
        <Zoeken
          key={beurt}
          concept={velden('zoeken')}
          kop={nl.balie.overGesprek}
          kies={gekozen}
          nieuw={(vraag) => ga({ stap: 'inwoner', vraag })}
          onbekend={() => ga({ stap: 'onbekende' })}
        />
      );
    case 'inwoner':
      return (
        <NieuweInwoner
          key={beurt}
          concept={velden('inwoner')}
          terugVanElders={eerder}
          vraag={stap.vraag}
          terug={terug}
          klaar={(persoon) => {
            blad.vergeetVelden('inwoner');
            gekozen(persoon);
          }}
        />
      );
    case 'onbekende':
      return <Onbekende terug={terug} klaar={gekozen} />;
    case 'gesprek':
      return (
        <Gesprek
          key={beurt}
          ik={ik}
          persoon={stap.persoon}
          terugVanElders={eerder}
          concept={velden('gesprek')}
          bewaarder={concept.bewaarder}
          over={blad.halve().over}
          kiesOver={(over) => blad.bewaar({ over })}
          terug={terug}
          klaar={(meldingen, namen) => {
            concept.wis();
            klaar({ meldingen, namen });
          }}
        />
      );
  }
}
