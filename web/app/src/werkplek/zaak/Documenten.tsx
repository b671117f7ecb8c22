// The documents of a zaak that one takes part in, and the way to begin one.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { useEffect } from 'react';
import { haal } from '../../api/http';
import type { DocumentKort, Door, Ik, ZaakWat } from '../../api/types';
import { datumKort, tijd, wanneer } from '../../datum';
import { Naar } from '../../route';
import { useNieuws } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Knop, knopKlasse } from '../../ui/knop';
import { Skelet } from '../randpaginas';
import { Afspraak } from './Afspraak';
import { KijktHier } from './deel';
import { halfVerslag } from './eerst';

export interface DocumentenProps {
  zaak: ZaakWat;
  ik: Ik;
  now: Date;
  /** Beginning a report, and whether that is what comes next; absent for who only reads. */
  nieuw?: { eerst: boolean; doe: () => void };
}

export function Documenten({ zaak, ik, now, nieuw }: DocumentenProps) {
  const queries = useQueryClient();
  // A document belongs to the gesprek, not to the zaak: who takes part hears on a topic of their own that there is news.
  const nieuws = useNieuws(ik);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news and the version are the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['documenten', zaak.id] });
  }, [nieuws, zaak.versie, zaak.id, queries]);
  const documenten = useQuery({
    queryKey: ['documenten', zaak.id],
    queryFn: () => haal<{ items: DocumentKort[] }>(`/zaken/${zaak.id}/documenten`).then((r) => r.items),
  });
  const leeg = documenten.data?.length === 0;
  const half = nieuw && halfVerslag(documenten.data ?? [], ik, zaak, now);
  const soort = half ? 'tweede' : nieuw?.eerst ? 'eerst' : leeg ? 'stil' : 'tweede';
  return (
    <section
      className={clsx('sectie', leeg && 'sectie--leeg')}
      aria-labelledby="documenten"
      data-deel="documenten"
    >
      <header>
        <h2 id="documenten">{nl.zaak.documenten}</h2>
        <KijktHier deel="documenten" />
      </header>
      {documenten.isPending && <Skelet regels={2} />}
      {leeg && <p className="quiet">{nl.zaak.geenDocumenten}</p>}
      <Lijst items={documenten.data ?? []} ik={ik} now={now} schrijven={nieuw !== undefined} />
      {nieuw && (
        <div className="knoppen">
          {half && (
            <Naar
              className={knopKlasse(nieuw.eerst ? 'eerst' : 'tweede')}
              to={`/documenten/${half.id}`}
              data-verder={half.id}
            >
              {nl.zaak.verderVerslag}
            </Naar>
          )}
          <Knop soort={soort} klein={leeg} icoon="plus" onClick={nieuw.doe}>
            {nl.zaak.nieuwVerslag}
          </Knop>
        </div>
      )}
    </section>
  );
}

interface LijstProps {
  items: DocumentKort[];
  ik: Ik;
  now: Date;
  schrijven: boolean;
}

function Lijst({ items: alle, ik, now, schrijven }: LijstProps) {
  if (alle.length === 0) return null;
  // The newest on top: that is the one that one came for.
  const items = [...alle].sort((a, b) => b.geopend_op.localeCompare(a.geopend_op));
  return (
    <ul className="doclijst">
      {items.map((d) => (
        <li key={d.id} className="rij docrij">
          <Icoon naam="blad" />
          <div>
            <Naar to={`/documenten/${d.id}`}>
              <strong>{d.titel}</strong>
            </Naar>
            <p className="quiet sm">
              {nl.zaak.begonnen(`${datumKort(d.geopend_op)}, ${tijd(d.geopend_op)} uur`)}.{' '}
              {nl.en(d.deelnemers.map((m) => wieNaam(m, ik)))}
            </p>
            <Afspraak document={d} schrijven={schrijven} now={now} />
          </div>
          <time className="quiet sm" dateTime={d.geopend_op}>
            {wanneer(d.geopend_op, now)}
          </time>
        </li>
      ))}
    </ul>
  );
}

const wieNaam = (wie: Door, ik: Ik) => (wie.id === ik.id ? nl.zaak.u(wie.naam) : wie.naam);
