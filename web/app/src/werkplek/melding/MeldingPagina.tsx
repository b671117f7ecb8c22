// Taking in a melding at the desk (C2-L1, C2-L2): find or register the resident, write it down, hand it on.
import { useState } from 'react';
import type { ConceptWat, Ik, PersoonKort, PersoonVraag } from '../../api/types';
import { Paginakop } from '../../route';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { BewaardConcept, useAanbod } from '../bewaardconcept';
import { plank } from '../bewaarder';
import { Conceptaanbod, Conceptregel } from '../Conceptregel';
import { type ConceptVelden, isIngevuld, type Velden } from '../concept';
import { plat, vanStap, vanVraag } from '../conceptvorm';
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

/** Whom was looked for is not kept: it is typed again in a moment, and is about somebody who may not be here at all. */
const naar = ({ stap, velden }: Halve) => ({
  personen: stap.stap === 'melding' ? [stap.persoon.id] : [],
  velden: {
    stap: stap.stap,
    ...plat({
      vraag: stap.stap === 'inwoner' ? vanVraag(stap.vraag) : undefined,
      inwoner: velden.inwoner,
      melding: velden.melding,
    }),
  },
});

function uit({ personen: [persoon], velden }: ConceptWat): Halve {
  const stap: Stap =
    velden.stap === 'melding' && persoon
      ? { stap: 'melding', persoon }
      : velden.stap === 'inwoner'
        ? { stap: 'inwoner', vraag: vanStap(velden, 'vraag') }
        : { stap: 'zoeken' };
  return { stap, velden: { inwoner: vanStap(velden, 'inwoner'), melding: vanStap(velden, 'melding') } };
}

const concept = new BewaardConcept<Halve>(
  plank('melding'),
  ({ stap, velden }) =>
    (stap.stap === 'inwoner' && isIngevuld(velden.inwoner)) || isIngevuld(velden.melding, EIGEN_WOORDEN),
  { naar, uit },
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

  if (stand.stap === 'klaar') {
    return (
      <Schil ik={ik} kruimels={kruimels}>
        <Klaar key={stand.zaak} ik={ik} {...stand} nogEen={leeg} />
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
        {aanbod && (
          <Conceptaanbod aanbod={aanbod} verder={() => verder() && toon()} gooiWeg={() => void gooiWeg()} />
        )}
        <Conceptregel concept={concept} neemAndere={toon} />
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
            key={beurt}
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
            key={beurt}
            rust={() => concept.bewaarder.rust()}
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
