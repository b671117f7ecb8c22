// The desk on one page, by keyboard: who is it, what runs there, what is asked, and on it goes. What is typed stays in this tab's memory.
import { useState } from 'react';
import type { Ik, NieuweZaak, PersoonKort, PersoonVraag } from '../../api/types';
import { Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Concept, type ConceptVelden, isIngevuld, type Velden } from '../concept';
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

const concept = new Concept<Halve>(
  ({ stap, velden }) =>
    (stap.stap === 'inwoner' && isIngevuld(velden.inwoner)) ||
    isIngevuld(velden.gesprek, Object.keys(velden.gesprek ?? {}).filter(isEigen)),
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
  const opnieuw = () => {
    concept.wis();
    setStand(NIEUW.stap);
    setEerder(false);
    setBeurt((n) => n + 1);
  };
  const gekozen = (persoon: PersoonKort) => {
    ga({ stap: 'gesprek', persoon }, { over: [persoon.id] });
  };

  return (
    <Schil ik={ik}>
      {stand.stap === 'klaar' ? (
        <Vastgelegd ik={ik} meldingen={stand.meldingen} namen={stand.namen} volgende={opnieuw} />
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
          ik={ik}
          persoon={stand.persoon}
          terugVanElders={eerder}
          concept={velden('gesprek')}
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
