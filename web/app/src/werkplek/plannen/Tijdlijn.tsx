// The one time line of a plan: the plan, its actions, its zaken as far as one may know, and contacts that one may read (KING-PL2).
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { haal } from '../../api/http';
import type { PlanMoment, PlanTijdlijn, PlanWat, ZaakRij } from '../../api/types';
import { wanneer } from '../../datum';
import { Naar } from '../../route';
import type { Lid } from '../../rt/topics';
import { nl } from '../../teksten/nl';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Skelet } from '../randpaginas';

/** What the server selects, and of its own lines what is left. */
const FILTERS = {
  alles: { over: undefined, past: () => true },
  doelen: { over: 'plan', past: (soort: string) => soort.startsWith('Doel') },
  acties: { over: 'acties', past: () => true },
  zaken: { over: 'zaken', past: () => true },
  contacten: { over: 'contacten', past: () => true },
  signalen: { over: 'plan', past: (soort: string) => soort.startsWith('Signaal') },
  regie: { over: 'plan', past: (soort: string) => soort.startsWith('Reg') || soort.startsWith('Plan') },
};
type FilterNaam = keyof typeof FILTERS;
const FILTERNAMEN = Object.keys(FILTERS) as FilterNaam[];

interface TijdlijnProps {
  plan: PlanWat;
  zaken: Lid<ZaakRij>[];
  now: Date;
}

export function Tijdlijn({ plan, zaken, now }: TijdlijnProps) {
  const [filter, setFilter] = useState<FilterNaam>('alles');
  const [sinds] = useState(() => now.toISOString());
  const { over, past } = FILTERS[filter];
  // The plan and its zaken are live; when one of them changes, the line is asked again.
  const stand = [plan.versie, ...zaken.map((lid) => `${lid.topic} ${lid.v}`)].join(' ');
  const lijn = useInfiniteQuery({
    queryKey: ['plan', plan.id, 'tijdlijn', over, stand],
    queryFn: ({ pageParam }) => {
      const vraag = new URLSearchParams({ ...(over && { over }), ...(pageParam && { na: pageParam }) });
      return haal<PlanTijdlijn>(`/plannen/${plan.id}/tijdlijn?${vraag}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.volgende ?? undefined,
    placeholderData: keepPreviousData,
  });
  const t = nl.plan;
  const momenten = (lijn.data?.pages ?? []).flatMap((page) => page.items).filter((m) => past(m.soort));
  const tekst = (id: string | null | undefined) =>
    plan.doelen.find((d) => d.id === id)?.omschrijving ?? plan.acties.find((a) => a.id === id)?.omschrijving;
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{t.tijdlijn}</h2>
      <label className="utrecht-form-label" htmlFor="tijdlijn-filter">
        {t.filter}
      </label>{' '}
      <select
        id="tijdlijn-filter"
        className="invoer"
        value={filter}
        onChange={(event) => setFilter(FILTERNAMEN.find((f) => f === event.target.value) ?? 'alles')}
      >
        {FILTERNAMEN.map((f) => (
          <option key={f} value={f}>
            {t.filters[f]}
          </option>
        ))}
      </select>
      {lijn.isPending && <Skelet regels={3} />}
      {lijn.isSuccess && !lijn.isPlaceholderData && momenten.length === 0 && (
        <p className="quiet">{t.niets}</p>
      )}
      <ol className="tijdlijn" data-tijdlijn={lijn.isPlaceholderData ? 'oud' : 'nu'}>
        {momenten.map((m) => (
          <li
            key={`${m.at} ${m.soort} ${m.id ?? ''} ${(m.namen ?? []).join(' ')}`}
            className={m.at > sinds ? 'vers vers--dooft' : undefined}
            data-soort={m.soort}
          >
            {m.door ? <Stoel naam={m.door.naam} id={m.door.id} klein /> : <span className="punt" />}
            <Zin m={m} tekst={m.tekst ?? tekst(m.id)} />
            <time dateTime={m.at}>{wanneer(m.at, now)}</time>
          </li>
        ))}
      </ol>
      {lijn.hasNextPage && (
        <Knop soort="tweede" klein onClick={() => void lijn.fetchNextPage()}>
          {t.eerderGebeurd}
        </Knop>
      )}
    </section>
  );
}

function Zin({ m, tekst }: { m: PlanMoment; tekst: string | undefined }) {
  const wie = nl.door(m.door) ?? nl.zaak.iemand;
  const eigen =
    m.over === 'plan' || m.over === 'acties' || m.soort.startsWith('ZaakGe') || m.soort.startsWith('ZaakOnt');
  const zin = eigen
    ? nl.planGebeurtenis(m.soort, wie, m.namen ?? [], m.over === 'zaken' ? (m.zaak ?? undefined) : tekst)
    : nl.planMoment(m.soort, wie, m.namen ?? [], m.zaak ?? undefined);
  if (m.over === 'zaken' && m.zaak && m.id) return <Naar to={`/zaken/${m.id}`}>{zin}</Naar>;
  return <>{zin}</>;
}
