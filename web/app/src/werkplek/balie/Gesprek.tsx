// In talk about somebody: what runs there already, and the contact with its meldingen.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { haal } from '../../api/http';
import type { HuishoudenAntwoord, Ik, NieuweZaak, PersoonKort } from '../../api/types';
import { datumLang } from '../../datum';
import { Naar } from '../../route';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { useFocusBij } from '../../ui/veld';
import type { Bewaarder } from '../bewaarder';
import type { ConceptVelden } from '../concept';
import { LiveZaken } from '../huishouden/Zaken';
import { Skelet } from '../randpaginas';
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
  const thuis = useQuery({
    queryKey: ['huishouden-van', persoon.id],
    queryFn: () => haal<HuishoudenAntwoord>(`/personen/${persoon.id}/huishouden`),
  });
  const huishouden = thuis.data?.huishouden;
  const mensen = useMemo<PersoonKort[]>(() => {
    const leden = huishouden?.leden.map((lid) => lid.persoon) ?? [];
    return leden.some((lid) => lid.id === persoon.id) ? leden : [persoon, ...leden];
  }, [huishouden, persoon]);

  return (
    <>
      <section className="sectie" aria-labelledby="wie">
        <div className="gekozen">
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
      <Thuis persoon={persoon} thuis={thuis.data} opnieuw={() => void thuis.refetch()} />
      {thuis.data && (
        <Contactformulier key={persoon.id} ik={ik} persoon={persoon} mensen={mensen} {...rest} />
      )}
    </>
  );
}

interface ThuisProps {
  persoon: PersoonKort;
  /** Absent while it is asked. */
  thuis: HuishoudenAntwoord | undefined;
  opnieuw: () => void;
}

/** What runs there already, in the huishouden or around the person alone. */
function Thuis({ persoon, thuis, opnieuw }: ThuisProps) {
  const now = useNu();
  const huishouden = thuis?.huishouden;
  return (
    <section className="sectie" aria-labelledby="thuis">
      <header>
        <h2 id="thuis">{nl.balie.thuis}</h2>
        {huishouden && (
          <Naar className="push" to={`/huishoudens/${huishouden.id}`}>
            {nl.balie.naarHuishouden}
          </Naar>
        )}
      </header>
      {!thuis && <Skelet regels={2} />}
      {huishouden && (
        <LiveZaken topic={`huishouden/${huishouden.id}`} now={now} leeg={nl.balie.nietsBekend} />
      )}
      {thuis && !huishouden && (
        <>
          <LiveZaken topic={`thuis/${persoon.id}`} now={now} leeg={nl.balie.nietsBekend} weg={opnieuw} />
          <p className="quiet sm">{nl.balie.geenHuishouden}</p>
          <NogGeenHuishouden persoon={persoon} klaar={opnieuw} />
        </>
      )}
    </section>
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
