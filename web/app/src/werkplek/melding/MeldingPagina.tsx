// Taking in a melding at the desk (C2-L1, C2-L2): find or register the resident, write it down, hand it on.
import { useState } from 'react';
import type { ConceptWat, Domein, Ik, PersoonKort, PersoonVraag, Rol } from '../../api/types';
import { Paginakop, useOpnieuwGekozen } from '../../route';
import { nl } from '../../teksten/werk';
import { BewaardConcept } from '../bewaardconcept';
import { plank } from '../bewaarder';
import { Conceptbalken } from '../Conceptbalken';
import { isIngevuld, type Velden } from '../concept';
import { type Conceptblad, useConceptblad } from '../conceptblad';
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

/** What was registered. */
interface Geregistreerd {
  persoon: PersoonKort;
  zaak: string;
  nummer: string;
  papier: boolean;
  vak?: Domein;
}

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
  const blad = useConceptblad(concept, NIEUW);
  const [klaar, setKlaar] = useState<Geregistreerd>();
  const kruimels = [{ naam: nl.vandaag.menu, to: '/' }, { naam: nl.melding.titel }];
  const nogEen = () => {
    setKlaar(undefined);
    blad.leeg();
  };
  useOpnieuwGekozen(klaar ? nogEen : undefined);
  return (
    <Schil ik={ik} kruimels={kruimels}>
      {klaar ? (
        <Klaar key={klaar.zaak} ik={ik} {...klaar} nogEen={nogEen} />
      ) : (
        <div className="smal">
          <Paginakop key={blad.beurt} titel={nl.melding.titel}>
            {nl.melding.titel}
          </Paginakop>
          <p className="lead">{nl.melding.lead}</p>
          <Conceptbalken blad={blad} eerder={nl.melding.eerder} />
          <Stappen rol={ik.rol} blad={blad} klaar={setKlaar} />
        </div>
      )}
    </Schil>
  );
}

interface StappenProps {
  rol: Rol;
  blad: Conceptblad<Halve>;
  klaar: (wat: Geregistreerd) => void;
}

function Stappen({ rol, blad, klaar }: StappenProps) {
  const { stap, beurt, eerder, velden, ga } = blad;
  const terug = () => ga({ stap: 'zoeken' });
  switch (stap.stap) {
    case 'zoeken':
      return (
        <Zoeken
          key={beurt}
          concept={velden('zoeken')}
          kies={(persoon) => ga({ stap: 'melding', persoon })}
          nieuw={(vraag) => ga({ stap: 'inwoner', vraag })}
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
            ga({ stap: 'melding', persoon });
          }}
        />
      );
    case 'melding':
      return (
        <Melding
          key={beurt}
          bewaarder={concept.bewaarder}
          concept={velden('melding')}
          terugVanElders={eerder}
          persoon={stap.persoon}
          rol={rol}
          terug={terug}
          klaar={(zaak, nummer, papier, vak) => {
            concept.wis();
            klaar({ persoon: stap.persoon, zaak, nummer, papier, vak });
          }}
        />
      );
  }
}
