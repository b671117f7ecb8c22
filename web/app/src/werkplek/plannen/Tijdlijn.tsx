// The one time line of a plan: the plan, its actions, its zaken as far as one may know, and contacts that one may read (KING-PL2).
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { PlanMoment, PlanTijdlijn, PlanWat, ZaakRij } from '../../api/types';
import { leesDatum, wanneer } from '../../datum';
import { Naar } from '../../route';
import type { Lid } from '../../rt/topics/kanaal';
import { BEVESTIGD } from '../../teksten/plan';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Stoel } from '../../ui/stoel';
import { Dagveld, Keuzelijst } from '../../ui/veld';
import { tekst } from '../formulier';
import { Skelet } from '../randpaginas';

/** What the server selects, and how it calls it. */
const FILTERNAMEN = ['alles', 'doelen', 'acties', 'zaken', 'contacten', 'signalen', 'regie'] as const;
type FilterNaam = (typeof FILTERNAMEN)[number];

interface TijdlijnProps {
  plan: PlanWat;
  zaken: Lid<ZaakRij>[];
  now: Date;
}

export function Tijdlijn({ plan, zaken, now }: TijdlijnProps) {
  const [filter, setFilter] = useState<FilterNaam>('alles');
  const [sinds] = useState(() => now.toISOString());
  const [periode, setPeriode] = useState<{ vanaf?: string; tot_en_met?: string }>({});
  // The plan and its zaken are live; when one of them changes, the line is asked again.
  const stand = [plan.versie, ...zaken.map((lid) => `${lid.topic} ${lid.v}`)].join(' ');
  const lijn = useInfiniteQuery({
    queryKey: ['plan', plan.id, 'tijdlijn', filter, periode, stand],
    queryFn: ({ pageParam }) => {
      const vraag = new URLSearchParams({
        ...(filter !== 'alles' && { over: filter }),
        ...periode,
        ...(pageParam && { na: pageParam }),
      });
      return haal<PlanTijdlijn>(`/plannen/${plan.id}/tijdlijn?${vraag}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.volgende ?? undefined,
    placeholderData: keepPreviousData,
  });
  const t = nl.plan;
  const momenten = (lijn.data?.pages ?? []).flatMap((page) => page.items);
  const over = (id: string | null | undefined) =>
    plan.doelen.find((d) => d.id === id)?.omschrijving ?? plan.acties.find((a) => a.id === id)?.omschrijving;
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{t.tijdlijn}</h2>
      <Keuzelijst
        id="tijdlijn-filter"
        name="over"
        label={t.filter}
        value={filter}
        onChange={(event) => setFilter(FILTERNAMEN.find((f) => f === event.target.value) ?? 'alles')}
        opties={FILTERNAMEN.map((f) => ({ waarde: f, tekst: t.filters[f] }))}
      />
      <Periode kies={setPeriode} />
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
            <Zin m={m} soort={soortVan(m, plan)} tekst={m.tekst ?? over(m.id)} />
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

/** From and until which day; applied when a field is left, so that half a date asks nothing. */
function Periode({ kies }: { kies: (periode: { vanaf?: string; tot_en_met?: string }) => void }) {
  const t = nl.plan;
  const form = useRef<HTMLFormElement>(null);
  const [fout, setFout] = useState<{ vanaf?: string; tot_en_met?: string }>({});
  const lees = () => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const gelezen: { vanaf?: string; tot_en_met?: string } = {};
    const fouten: typeof fout = {};
    for (const veld of ['vanaf', 'tot_en_met'] as const) {
      const typed = tekst(data, veld);
      const dag = typed ? leesDatum(typed) : undefined;
      if (typed && !dag) fouten[veld] = t.datumFout;
      if (dag) gelezen[veld] = dag;
    }
    setFout(fouten);
    if (Object.keys(fouten).length === 0) kies(gelezen);
  };
  return (
    <form
      ref={form}
      className="formulier tijdlijn-periode"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        lees();
      }}
      onBlur={lees}
    >
      <Dagveld id="tijdlijn-vanaf" name="vanaf" label={t.vanaf} fout={fout.vanaf} optioneel />
      <Dagveld id="tijdlijn-tot" name="tot_en_met" label={t.totEnMet} fout={fout.tot_en_met} optioneel />
    </form>
  );
}

/** What a lid was to do is not reported by who works here but confirmed. */
function soortVan({ soort, id }: PlanMoment, plan: PlanWat): string {
  const actie = soort === 'ActieGedaan' ? plan.acties.find((een) => een.id === id) : undefined;
  return actie && 'lid' in actie.eigenaar ? BEVESTIGD : soort;
}

function Zin({ m, soort, tekst }: { m: PlanMoment; soort: string; tekst: string | undefined }) {
  const wie = nl.door(m.door) ?? nl.zaak.iemand;
  const eigen =
    m.over === 'plan' || m.over === 'acties' || m.soort.startsWith('ZaakGe') || m.soort.startsWith('ZaakOnt');
  const zin = eigen
    ? nl.planGebeurtenis(soort, wie, m.namen ?? [], m.over === 'zaken' ? (m.zaak ?? undefined) : tekst)
    : nl.planMoment(m.soort, wie, m.namen ?? [], m.zaak ?? undefined);
  if (m.over === 'zaken' && m.zaak && m.id) return <Naar to={`/zaken/${m.id}`}>{zin}</Naar>;
  return <>{zin}</>;
}
