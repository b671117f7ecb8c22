// In talk about somebody: what runs there already, and the contact with its meldingen.
import { useMemo, useState } from 'react';
import type { Ik, NieuweZaak, PersoonKort } from '../../api/types';
import { datumLang } from '../../datum';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { useFocusBij } from '../../ui/veld';
import type { Bewaarder } from '../bewaarder';
import type { ConceptVelden } from '../concept';
import { Thuis, useThuis } from '../huishouden/Thuis';
import { Contactformulier } from './Contactformulier';
import { HuishoudenVastleggen } from './HuishoudenVastleggen';

export interface GesprekProps {
  ik: Ik;
  persoon: PersoonKort;
  terugVanElders: boolean;
  concept: ConceptVelden;
  bewaarder: Bewaarder;
  over: string[];
  kiesOver: (over: string[]) => void;
  terug: () => void;
  klaar: (meldingen: NieuweZaak[], namen: Record<string, string>) => void;
}

export function Gesprek({ ik, persoon, terugVanElders, terug, ...rest }: GesprekProps) {
  const kop = useFocusBij<HTMLHeadingElement>(persoon.id, terugVanElders);
  const thuis = useThuis(persoon.id);
  const huishouden = thuis.stand === 'klaar' ? thuis.thuis.huishouden : undefined;
  const mensen = useMemo<PersoonKort[]>(() => {
    const leden = huishouden?.leden.map((lid) => lid.persoon) ?? [];
    return leden.some((lid) => lid.id === persoon.id) ? leden : [persoon, ...leden];
  }, [huishouden, persoon]);

  return (
    <>
      <section className="sectie" aria-labelledby="wie">
        <div className="gekozene">
          <Stoel naam={persoon.naam} inwoner />
          <h2 id="wie" ref={kop} tabIndex={-1}>
            {nl.balie.wie(persoon.naam)}
            {persoon.geboortedatum && (
              <small className="quiet"> {nl.melding.geboren(datumLang(persoon.geboortedatum))}</small>
            )}
          </h2>
          <Knop soort="stil" onClick={terug}>
            {nl.balie.andere}
          </Knop>
        </div>
      </section>
      <Thuis
        persoon={persoon}
        thuis={thuis}
        geenHuishouden={
          thuis.stand === 'klaar' && (
            <>
              <p className="quiet sm">{nl.balie.geenHuishouden}</p>
              <NogGeenHuishouden persoon={persoon} klaar={thuis.opnieuw} />
            </>
          )
        }
      />
      {/* A contact is recorded also by who may not see what runs: whoever asked is helped. */}
      {thuis.stand !== 'laden' && (
        <Contactformulier key={persoon.id} ik={ik} persoon={persoon} mensen={mensen} {...rest} />
      )}
    </>
  );
}

function NogGeenHuishouden({ persoon, klaar }: { persoon: PersoonKort; klaar: () => void }) {
  const [vastleggen, setVastleggen] = useState(false);
  const dicht = () => setVastleggen(false);
  if (!vastleggen) {
    return (
      <Knop soort="stil" klein onClick={() => setVastleggen(true)}>
        {nl.balie.legHuishoudenVast}
      </Knop>
    );
  }
  return (
    <HuishoudenVastleggen
      persoon={persoon}
      klaar={() => {
        dicht();
        klaar();
      }}
      terug={dicht}
    />
  );
}
