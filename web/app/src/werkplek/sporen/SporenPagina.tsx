// The trail for the privacy officer: who did what at whose dossier, when, and on which ground. Never what stood there.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, PersoonKort, SpoorPagina } from '../../api/types';
import { leesDatum } from '../../datum';
import { Paginakop } from '../../route';
import { sporen } from '../../teksten/sporen';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Dagveld, Foutlijst, Keuzelijst, Tekstveld, useFocusBij } from '../../ui/veld';
import { tekst, useFouten } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { adres, type Filter, gezien, isEigenLezen, leesVraag, type Opties, vraagtLezen } from './filter';
import { Spoortabel } from './Spoortabel';

const t = sporen.spoor;

export function SporenPagina({ ik }: { ik: Ik }) {
  const [persoon, setPersoon] = useState<PersoonKort>();
  const [filter, setFilter] = useState<Filter>(() => leesVraag(location.search));
  const [metEigen, setMetEigen] = useState(false);
  const opties = useRef<Opties>({ wie: new Map(), handeling: new Map() });
  const vraag = { ...filter, persoon: persoon?.id };
  const regels = useInfiniteQuery({
    queryKey: ['audit', vraag],
    queryFn: ({ pageParam }) => haal<SpoorPagina>(adres(vraag, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.volgende ?? undefined,
    // Each reading is a line of the trail: it is read when somebody asks, and not because a window came to the front.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const items = regels.data?.pages.flatMap((page) => page.items) ?? [];
  opties.current = gezien(opties.current, items);
  const getoond =
    metEigen || vraagtLezen(filter) ? items : items.filter((regel) => !isEigenLezen(regel, ik.id));
  const verborgen = items.length - getoond.length;

  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">{t.lead}</p>
      <section className="sectie" aria-labelledby="over">
        <header>
          <h2 id="over">{t.zoeken}</h2>
        </header>
        {persoon ? (
          <Alleen naam={persoon.naam} wis={() => setPersoon(undefined)} />
        ) : (
          <>
            <p className="quiet">{t.zoekUitleg}</p>
            <PersoonZoeken kies={setPersoon} waar="/audit/personen" />
          </>
        )}
      </section>
      <section className="sectie" aria-labelledby="filter">
        <header>
          <h2 id="filter">{t.filter}</h2>
        </header>
        <Filterbalk key={filter.object} object={filter.object} opties={opties.current} zet={setFilter} />
      </section>
      {regels.error && items.length === 0 && <p className="lead">{nl.fout.uitleg}</p>}
      {regels.isPending && <Skelet regels={6} />}
      {regels.isSuccess && items.length === 0 && <p role="status">{t.leeg}</p>}
      {(verborgen > 0 || metEigen) && (
        <label className="keuze">
          <input type="checkbox" checked={metEigen} onChange={(event) => setMetEigen(event.target.checked)} />
          <span>{t.metEigen(verborgen)}</span>
        </label>
      )}
      {getoond.length > 0 && (
        <Spoortabel items={getoond} alleen={(object) => setFilter({ ...filter, object })} />
      )}
      {regels.hasNextPage && (
        <p>
          <Knop soort="tweede" bezig={regels.isFetchingNextPage} onClick={() => void regels.fetchNextPage()}>
            {t.meer}
          </Knop>
        </p>
      )}
    </Schil>
  );
}

/** Of whom alone: the focus is here after somebody was chosen. */
function Alleen({ naam, wis }: { naam: string; wis: () => void }) {
  const hier = useFocusBij<HTMLParagraphElement>(naam);
  return (
    <div className="knoppen">
      <p ref={hier} tabIndex={-1}>
        {t.alleen(naam)}
      </p>
      <Knop soort="tweede" onClick={wis}>
        {t.wis}
      </Knop>
    </div>
  );
}

interface FilterbalkProps {
  opties: Opties;
  /** What was chosen in the table. */
  object: string | undefined;
  zet: (filter: Filter) => void;
}

function Filterbalk({ opties, object, zet }: FilterbalkProps) {
  const kies = (all: Map<string, string>) => [
    { waarde: '', tekst: t.alles },
    ...[...all]
      .map(([waarde, naam]) => ({ waarde, tekst: naam }))
      .sort((a, b) => a.tekst.localeCompare(b.tekst)),
  ];
  const { fouten, beurt, veld, toon } = useFouten();
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const of = (naam: string) => tekst(data, naam) || undefined;
    const dag = (naam: string) => leesDatum(tekst(data, naam));
    const mis = ['van', 'tot'].filter((naam) => of(naam) && !dag(naam));
    toon(mis.map((naam) => ({ veld: naam, tekst: t.dagFout })));
    if (mis.length > 0) return;
    zet({
      medewerker: of('medewerker'),
      handeling: of('handeling'),
      uitkomst: of('uitkomst'),
      object: of('object'),
      van: dag('van'),
      tot: dag('tot'),
    });
  };
  return (
    <form className="formulier" onSubmit={stuur} noValidate>
      <Foutlijst fouten={fouten} beurt={beurt} />
      <p className="quiet sm">{t.filterUitleg}</p>
      <div className="naast">
        <Keuzelijst id="medewerker" name="medewerker" label={t.medewerker} opties={kies(opties.wie)} />
        <Keuzelijst id="handeling" name="handeling" label={t.handeling} opties={kies(opties.handeling)} />
        <Keuzelijst
          id="uitkomst"
          name="uitkomst"
          label={t.uitkomst}
          opties={kies(new Map(Object.entries(t.uitkomsten)))}
        />
      </div>
      <div className="naast">
        <Dagveld id="van" name="van" label={t.van} uitleg={t.dagUitleg} fout={veld.van} />
        <Dagveld id="tot" name="tot" label={t.tot} uitleg={t.dagUitleg} fout={veld.tot} />
        <Tekstveld id="object" name="object" label={t.object} uitleg={t.objectUitleg} defaultValue={object} />
      </div>
      <div className="knoppen">
        <Knop soort="eerst" type="submit">
          {t.toon}
        </Knop>
      </div>
    </form>
  );
}
