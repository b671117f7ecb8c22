// The trail for the privacy officer: who did what at whose dossier, when, and on which ground. Never what stood there.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { haal } from '../../api/http';
import type { Ik, PersoonKort, SpoorPagina, SpoorRegel } from '../../api/types';
import { datumKort, tijdTel } from '../../datum';
import { Paginakop } from '../../route';
import { sporen } from '../../teksten/sporen';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Keuzelijst, Tekstveld } from '../../ui/veld';
import { tekst } from '../formulier';
import { PersoonZoeken } from '../PersoonZoeken';
import { Skelet } from '../randpaginas';
import { Schil } from '../Schil';
import { adres, type Filter, gezien, type Opties } from './filter';

const t = sporen.spoor;

export function SporenPagina({ ik }: { ik: Ik }) {
  const [persoon, setPersoon] = useState<PersoonKort>();
  const [filter, setFilter] = useState<Filter>({});
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

  return (
    <Schil ik={ik}>
      <Paginakop titel={t.titel}>{t.titel}</Paginakop>
      <p className="lead">{t.lead}</p>
      <section className="sectie" aria-labelledby="over">
        <header>
          <h2 id="over">{t.zoeken}</h2>
        </header>
        {persoon ? (
          <div className="knoppen">
            <p role="status">{t.alleen(persoon.naam)}</p>
            <Knop soort="tweede" onClick={() => setPersoon(undefined)}>
              {t.wis}
            </Knop>
          </div>
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
        <Filterbalk opties={opties.current} zet={setFilter} />
      </section>
      {regels.error && items.length === 0 && <p className="lead">{nl.fout.uitleg}</p>}
      {regels.isPending && <Skelet regels={6} />}
      {regels.isSuccess && items.length === 0 && <p role="status">{t.leeg}</p>}
      {items.length > 0 && <Tabel items={items} />}
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

function Filterbalk({ opties, zet }: { opties: Opties; zet: (filter: Filter) => void }) {
  const kies = (all: Map<string, string>) => [
    { waarde: '', tekst: t.alles },
    ...[...all]
      .map(([waarde, naam]) => ({ waarde, tekst: naam }))
      .sort((a, b) => a.tekst.localeCompare(b.tekst)),
  ];
  const stuur = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const of = (naam: string) => tekst(data, naam) || undefined;
    zet({
      medewerker: of('medewerker'),
      handeling: of('handeling'),
      uitkomst: of('uitkomst'),
      object: of('object'),
      van: of('van'),
      tot: of('tot'),
    });
  };
  return (
    <form className="formulier" onSubmit={stuur}>
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
        <Tekstveld id="van" name="van" type="date" label={t.van} />
        <Tekstveld id="tot" name="tot" type="date" label={t.tot} />
        <Tekstveld id="object" name="object" label={t.object} uitleg={t.objectUitleg} />
      </div>
      <div className="knoppen">
        <Knop soort="eerst" type="submit">
          {t.toon}
        </Knop>
      </div>
    </form>
  );
}

function Tabel({ items }: { items: SpoorRegel[] }) {
  const k = t.kolommen;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its frame is scrolled by keyboard too
    <section className="tabelvak" aria-label={t.lijst} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[k.wanneer, k.wie, k.wat, k.over, k.waarom, k.uitkomst].map((kop) => (
              <th key={kop} scope="col">
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((regel) => (
            <Rij key={regel.n} regel={regel} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rij({ regel }: { regel: SpoorRegel }) {
  return (
    <tr data-regel={regel.n} data-handeling={regel.handeling}>
      <th scope="row">
        <time dateTime={regel.at}>
          {datumKort(regel.at)} {tijdTel(regel.at)}
        </time>
      </th>
      <td>
        {regel.wie?.naam ?? t.niemand}
        {regel.rol_naam && <small> {regel.rol_naam}</small>}
        {regel.namens && <small> {t.namens(regel.namens.naam)}</small>}
      </td>
      <td>
        {regel.handeling_naam}
        <small> {regel.object}</small>
        {regel.systeem && <small> {t.systeem(regel.systeem)}</small>}
      </td>
      <td>
        {regel.betrokkenen.map((wie) => wie.naam ?? t.naamloos).join(', ')}
        {regel.achtergehouden && <small> ({t.achtergehouden})</small>}
      </td>
      <td>
        {regel.grond}
        {regel.doel && <small> {regel.doel}</small>}
      </td>
      <td>
        {t.uitkomsten[regel.uitkomst]}
        {regel.code && <small> {regel.code}</small>}
      </td>
    </tr>
  );
}
