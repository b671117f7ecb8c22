// What runs there already, before somebody writes down another melding: in the huishouden, or around the person alone.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { haal, Probleem } from '../../api/http';
import type { HuishoudenAntwoord, PersoonKort } from '../../api/types';
import { Naar } from '../../route';
import { useNu } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop } from '../../ui/knop';
import { Skelet } from '../randpaginas';
import { LiveZaken } from './Zaken';

/** `dicht`: it is not for who asks, and whether there is anything is not told either. */
export type Thuisstand =
  | { stand: 'laden' }
  | { stand: 'klaar'; thuis: HuishoudenAntwoord; opnieuw: () => void }
  | { stand: 'dicht' }
  | { stand: 'mislukt'; opnieuw: () => void };

export function useThuis(persoon: string): Thuisstand {
  const { data, error, refetch } = useQuery({
    queryKey: ['huishouden-van', persoon],
    queryFn: () => haal<HuishoudenAntwoord>(`/personen/${persoon}/huishouden`),
  });
  const opnieuw = () => void refetch();
  if (data) return { stand: 'klaar', thuis: data, opnieuw };
  if (!error) return { stand: 'laden' };
  return error instanceof Probleem && error.status === 404
    ? { stand: 'dicht' }
    : { stand: 'mislukt', opnieuw };
}

interface ThuisProps {
  persoon: PersoonKort;
  thuis: Thuisstand;
  /** What can be done when nobody recorded with whom they live. */
  geenHuishouden?: ReactNode;
}

export function Thuis({ persoon, thuis, geenHuishouden }: ThuisProps) {
  const huishouden = thuis.stand === 'klaar' ? thuis.thuis.huishouden : undefined;
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
      <Inhoud persoon={persoon} thuis={thuis} geenHuishouden={geenHuishouden} />
    </section>
  );
}

function Inhoud({ persoon, thuis, geenHuishouden }: ThuisProps) {
  const now = useNu();
  const leeg = nl.balie.nietsBekend;
  switch (thuis.stand) {
    case 'laden':
      return <Skelet regels={2} />;
    case 'dicht':
      return (
        <p className="balk balk--uitleg" data-thuis="dicht">
          <Icoon naam="slot" />
          {nl.balie.thuisDicht}
        </p>
      );
    case 'mislukt':
      return (
        <p className="balk balk--fout" role="alert">
          <Icoon naam="waarschuwing" />
          {nl.balie.thuisMislukt}
          <Knop klein onClick={thuis.opnieuw}>
            {nl.fout.opnieuw}
          </Knop>
        </p>
      );
    case 'klaar': {
      const { huishouden } = thuis.thuis;
      if (huishouden) return <LiveZaken topic={`huishouden/${huishouden.id}`} now={now} leeg={leeg} />;
      return (
        <>
          <LiveZaken topic={`thuis/${persoon.id}`} now={now} leeg={leeg} weg={thuis.opnieuw} />
          {geenHuishouden}
        </>
      );
    }
  }
}
