// The desk on one page, by keyboard: who is it, what runs there, what is asked, and on it goes. What is typed is kept until it is handed in.
import { useState } from 'react';
import type { ConceptWat, Ik, NieuweZaak, PersoonKort, PersoonVraag } from '../../api/types';
import { Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { BewaardConcept, useAanbod } from '../bewaardconcept';
import { plank } from '../bewaarder';
import { Conceptaanbod, Conceptregel } from '../Conceptregel';
import { type ConceptVelden, isIngevuld, type Velden } from '../concept';
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
type Stand = Stap | { stap: 'klaar'; meldingen: NieuweZaak[]; namen: Record<string, string> };

interface Halve {
  stap: Stap;
  /** Over whom the meldingen go. */
  over: string[];
  velden: { [stap in Stap['stap']]?: Velden };
}

/** What makes a contact worth asking about: its answers and subjects; the rest has a choice from the start. */
const isEigen = (naam: string) =>
  /^(onderwerp-|hulpvraag|situatie|eigen_kracht|veiligheid|spreker(naam|relatie))/.test(naam);

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
  const [stand, setStand] = useState<Stand>(() => concept.lees()?.stap ?? NIEUW.stap);
  const [eerder, setEerder] = useState(() => concept.isHalf());
  const [beurt, setBeurt] = useState(0);

  const halve = () => concept.lees() ?? NIEUW;
  const ga = (stap: Stap, rest?: Partial<Halve>) => {
    concept.bewaar({ ...halve(), ...rest, stap });
    setStand(stap);
    setEerder(false);
  };
  const velden = (stap: Stap['stap']): ConceptVelden => ({
    lees: () => halve().velden[stap] ?? {},
    vul: (typed) => {
      const { velden: oud } = halve();
      concept.bewaar({ ...halve(), velden: { ...oud, [stap]: { ...oud[stap], ...typed } } });
    },
  });
  const leeg = () => {
    setStand(NIEUW.stap);
    setEerder(false);
    setBeurt((n) => n + 1);
  };
  const opnieuw = () => {
    void concept.gooiWeg();
    leeg();
  };
  const { aanbod, verder, gooiWeg } = useAanbod(concept);
  const toon = () => {
    setStand(halve().stap);
    setEerder(true);
    setBeurt((n) => n + 1);
  };
  const gekozen = (persoon: PersoonKort) => {
    ga({ stap: 'gesprek', persoon }, { over: [persoon.id] });
  };

  return (
    <Schil ik={ik}>
      {stand.stap === 'klaar' ? (
        <Vastgelegd ik={ik} meldingen={stand.meldingen} namen={stand.namen} volgende={leeg} />
      ) : (
        <>
          <Paginakop key={beurt} titel={nl.balie.titel} focus={beurt > 0}>
            {nl.balie.titel}
          </Paginakop>
          <p className="lead">{nl.balie.lead}</p>
          {eerder && (
            <div className="balk balk--uitleg" data-concept>
              <span>{nl.balie.eerder}</span>
              <Knop soort="stil" klein onClick={opnieuw}>
                {nl.melding.beginOpnieuw}
              </Knop>
            </div>
          )}
          {aanbod && (
            <Conceptaanbod aanbod={aanbod} verder={() => verder() && toon()} gooiWeg={() => void gooiWeg()} />
          )}
          <Conceptregel concept={concept} neemAndere={toon} />
        </>
      )}
      {stand.stap === 'zoeken' && (
        <Zoeken
          key={beurt}
          concept={velden('zoeken')}
          kop={nl.balie.spreker}
          kies={gekozen}
          nieuw={(vraag) => ga({ stap: 'inwoner', vraag })}
          onbekend={() => ga({ stap: 'onbekende' })}
        />
      )}
      {stand.stap === 'inwoner' && (
        <NieuweInwoner
          key={beurt}
          concept={velden('inwoner')}
          terugVanElders={eerder}
          vraag={stand.vraag}
          terug={() => ga({ stap: 'zoeken' })}
          klaar={(persoon) => {
            concept.bewaar({ ...halve(), velden: { ...halve().velden, inwoner: undefined } });
            gekozen(persoon);
          }}
        />
      )}
      {stand.stap === 'onbekende' && <Onbekende terug={() => ga({ stap: 'zoeken' })} klaar={gekozen} />}
      {stand.stap === 'gesprek' && (
        <Gesprek
          key={beurt}
          ik={ik}
          persoon={stand.persoon}
          terugVanElders={eerder}
          concept={velden('gesprek')}
          rust={() => concept.bewaarder.rust()}
          over={halve().over}
          kiesOver={(over) => concept.bewaar({ ...halve(), over })}
          terug={() => ga({ stap: 'zoeken' })}
          klaar={(meldingen, namen) => {
            concept.wis();
            setStand({ stap: 'klaar', meldingen, namen });
          }}
        />
      )}
    </Schil>
  );
}
