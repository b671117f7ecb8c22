// Taking in a melding at the desk (C2-L1, C2-L2): find or register the resident, write it down, hand it on.
import { useState } from 'react';
import type { Ik, PersoonKort, PersoonVraag } from '../../api/types';
import { Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Concept, type ConceptVelden, isIngevuld, type Velden } from '../concept';
import { Schil } from '../Schil';
import { Klaar } from './Klaar';
import { Melding } from './Melding';
import { NieuweInwoner } from './NieuweInwoner';
import { Zoeken } from './Zoeken';

type Stap =
  | { stap: 'zoeken' }
  | { stap: 'inwoner'; vraag: PersoonVraag }
  | { stap: 'melding'; persoon: PersoonKort };
type Stand = Stap | { stap: 'klaar'; persoon: PersoonKort; zaak: string; nummer: string; papier: boolean };

interface Halve {
  stap: Stap;
  velden: { [stap in Stap['stap']]?: Velden };
}

/** What makes a melding worth asking about; how it came in and how soon have an answer from the start. */
const EIGEN_WOORDEN = ['zaaktype', 'onderwerp', 'toelichting'];

const concept = new Concept<Halve>(
  ({ stap, velden }) =>
    (stap.stap === 'inwoner' && isIngevuld(velden.inwoner)) || isIngevuld(velden.melding, EIGEN_WOORDEN),
);

const NIEUW: Halve = { stap: { stap: 'zoeken' }, velden: {} };

export function MeldingPagina({ ik }: { ik: Ik }) {
  const [stand, setStand] = useState<Stand>(() => concept.lees()?.stap ?? NIEUW.stap);
  const [eerder, setEerder] = useState(() => concept.isHalf());
  const [beurt, setBeurt] = useState(0);
  const kruimels = [{ naam: nl.menu.werkvoorraad, to: '/' }, { naam: nl.melding.titel }];

  const halve = () => concept.lees() ?? NIEUW;
  const ga = (stap: Stap) => {
    concept.bewaar({ ...halve(), stap });
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

  if (stand.stap === 'klaar') {
    return (
      <Schil ik={ik} kruimels={kruimels}>
        <Klaar key={stand.zaak} ik={ik} {...stand} nogEen={opnieuw} />
      </Schil>
    );
  }
  return (
    <Schil ik={ik} kruimels={kruimels}>
      <div className="smal">
        <Paginakop key={beurt} titel={nl.melding.titel}>
          {nl.melding.titel}
        </Paginakop>
        <p className="lead">{nl.melding.lead}</p>
        {eerder && (
          <div className="balk balk--uitleg" data-concept>
            <span>{nl.melding.eerder}</span>
            <Knop soort="stil" klein onClick={opnieuw}>
              {nl.melding.beginOpnieuw}
            </Knop>
          </div>
        )}
        {stand.stap === 'zoeken' && (
          <Zoeken
            key={beurt}
            concept={velden('zoeken')}
            kies={(persoon) => ga({ stap: 'melding', persoon })}
            nieuw={(vraag) => ga({ stap: 'inwoner', vraag })}
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
              ga({ stap: 'melding', persoon });
            }}
          />
        )}
        {stand.stap === 'melding' && (
          <Melding
            concept={velden('melding')}
            terugVanElders={eerder}
            persoon={stand.persoon}
            terug={() => ga({ stap: 'zoeken' })}
            klaar={(zaak, nummer, papier) => {
              concept.wis();
              setStand({ stap: 'klaar', persoon: stand.persoon, zaak, nummer, papier });
            }}
          />
        )}
      </div>
    </Schil>
  );
}
