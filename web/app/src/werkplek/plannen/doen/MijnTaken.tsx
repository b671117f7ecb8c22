// What one is to do in zaken (C2-N6), beside what one is to do in plans: by day, live, late by the calendar.
import { useEffect } from 'react';
import type { TaakRij } from '../../../api/types';
import { datumKort } from '../../../datum';
import { Naar } from '../../../route';
import type { Lid } from '../../../rt/topics/kanaal';
import { nl } from '../../../teksten/werk';
import { omroep } from '../../../ui/omroep';
import { Doerij } from './Doerij';

export const isTaak = (lid: Lid<unknown>): lid is Lid<TaakRij> => lid.topic.startsWith('zaak/');

const opDag = (a: Lid<TaakRij>, b: Lid<TaakRij>) =>
  a.b.dag.localeCompare(b.b.dag) || a.b.id.localeCompare(b.b.id);

interface MijnTakenProps {
  taken: Lid<TaakRij>[];
  now: Date;
  gedaan: (rij: TaakRij) => Promise<void>;
}

export function MijnTaken({ taken, now, gedaan }: MijnTakenProps) {
  const t = nl.taak;
  const rijen = [...taken].sort(opDag);
  const nieuwste = taken.filter((lid) => lid.later).at(-1)?.b.omschrijving;
  useEffect(() => {
    if (nieuwste) omroep.zeg('taken', nl.taak.nieuw(nieuwste));
  }, [nieuwste]);
  if (rijen.length === 0) return null;
  return (
    <section className="sectie" aria-labelledby="taken-in-zaken">
      <header>
        <h2 id="taken-in-zaken">{t.inZaken}</h2>
        <span className="quiet sm">{rijen.length}</span>
      </header>
      <p className="quiet">{t.inZakenUitleg}</p>
      <ul className="werklijst">
        {rijen.map(({ b, later }) => (
          <Rij key={b.id} rij={b} later={later} now={now} gedaan={() => gedaan(b)} />
        ))}
      </ul>
    </section>
  );
}

interface RijProps {
  rij: TaakRij;
  later: boolean;
  now: Date;
  gedaan: () => Promise<void>;
}

function Rij({ rij, later, now, gedaan }: RijProps) {
  const t = nl.taak;
  return (
    <Doerij
      data-taak={rij.id}
      wat={rij.omschrijving}
      dag={rij.dag}
      later={later}
      now={now}
      naam={t.gedaan(rij.omschrijving)}
      gedaan={gedaan}
      onder={
        <>
          {rij.persoon
            ? `${nl.zaak.titel(rij.zaaktype_naam, rij.persoon.naam)} · `
            : `${rij.zaaktype_naam} · `}
          {t.uiterlijk(datumKort(rij.dag))} ·{' '}
          <Naar to={`/zaken/${rij.zaak}`} aria-label={t.bekijkZaak(rij.omschrijving)}>
            {t.bekijk}
          </Naar>
        </>
      }
    />
  );
}
