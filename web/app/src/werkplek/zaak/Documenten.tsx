// The documents of a zaak that one takes part in, and the way to begin one.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { haal } from '../../api/http';
import type { DocumentKort, Door, Ik, ZaakWat } from '../../api/types';
import { datumKort, wanneer } from '../../datum';
import { Naar } from '../../route';
import { useNieuws } from '../../rt/hooks';
import { nl } from '../../teksten/werk';
import { Icoon } from '../../ui/Icoon';
import { Skelet } from '../randpaginas';

export interface DocumentenProps {
  zaak: ZaakWat;
  ik: Ik;
  now: Date;
  /** What one can do here. */
  children: ReactNode;
}

export function Documenten({ zaak, ik, now, children }: DocumentenProps) {
  const queries = useQueryClient();
  // A document belongs to the gesprek, not to the zaak: who takes part hears on a topic of their own that there is news.
  const nieuws = useNieuws(ik);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news and the version are the reason
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['documenten', zaak.id] });
  }, [nieuws, zaak.versie, zaak.id, queries]);
  return (
    <section className="sectie" aria-labelledby="documenten">
      <header>
        <h2 id="documenten">{nl.zaak.documenten}</h2>
      </header>
      <Lijst zaak={zaak.id} ik={ik} now={now} />
      {children}
    </section>
  );
}

function Lijst({ zaak, ik, now }: { zaak: string; ik: Ik; now: Date }) {
  const documenten = useQuery({
    queryKey: ['documenten', zaak],
    queryFn: () => haal<{ items: DocumentKort[] }>(`/zaken/${zaak}/documenten`).then((r) => r.items),
  });
  if (documenten.isPending) return <Skelet regels={2} />;
  const items = documenten.data ?? [];
  if (items.length === 0) return <p className="quiet">{nl.zaak.geenDocumenten}</p>;
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
              {nl.zaak.begonnen(datumKort(d.geopend_op))}. {nl.en(d.deelnemers.map((m) => wieNaam(m, ik)))}
            </p>
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
