// Taking in a melding at the desk (C2-L1, C2-L2): find or register the resident, write it down, hand it on.
import { useState } from 'react';
import type { Ik, PersoonKort, PersoonVraag } from '../../api/types';
import { nl } from '../../teksten/nl';
import { Paginakop } from '../route';
import { Schil } from '../Schil';
import { Klaar } from './Klaar';
import { Melding } from './Melding';
import { NieuweInwoner } from './NieuweInwoner';
import { Zoeken } from './Zoeken';

type Stap =
  | { stap: 'zoeken' }
  | { stap: 'inwoner'; vraag: PersoonVraag }
  | { stap: 'melding'; persoon: PersoonKort }
  | { stap: 'klaar'; persoon: PersoonKort; zaak: string; nummer: string };

export function MeldingPagina({ ik }: { ik: Ik }) {
  const [stap, setStap] = useState<Stap>({ stap: 'zoeken' });
  const [beurt, setBeurt] = useState(0);
  const kruimels = [{ naam: nl.menu.werkvoorraad, to: '/' }, { naam: nl.melding.titel }];

  if (stap.stap === 'klaar') {
    return (
      <Schil ik={ik} kruimels={kruimels}>
        <Klaar
          key={stap.zaak}
          {...stap}
          nogEen={() => {
            setStap({ stap: 'zoeken' });
            setBeurt((n) => n + 1);
          }}
        />
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
        {stap.stap === 'zoeken' && (
          <Zoeken
            kies={(persoon) => setStap({ stap: 'melding', persoon })}
            nieuw={(vraag) => setStap({ stap: 'inwoner', vraag })}
          />
        )}
        {stap.stap === 'inwoner' && (
          <NieuweInwoner
            vraag={stap.vraag}
            terug={() => setStap({ stap: 'zoeken' })}
            klaar={(persoon) => setStap({ stap: 'melding', persoon })}
          />
        )}
        {stap.stap === 'melding' && (
          <Melding
            persoon={stap.persoon}
            terug={() => setStap({ stap: 'zoeken' })}
            klaar={(zaak, nummer) => setStap({ stap: 'klaar', persoon: stap.persoon, zaak, nummer })}
          />
        )}
      </div>
    </Schil>
  );
}
