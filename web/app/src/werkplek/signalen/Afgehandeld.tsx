// What does not wait any more, by page, as far as one may see (KING-ZT25). When something leaves the open register it is asked again.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { haal } from '../../api/http';
import type { SignaalRij, SoortWat } from '../../api/types';
import { nl } from '../../teksten/werk';
import { Knop } from '../../ui/knop';
import { Skelet } from '../randpaginas';
import { Filterbalk } from './Filterbalk';
import { type Filter, vraagVan } from './filter';
import { Rij } from './Rij';

interface Bladzijde {
  items: SignaalRij[];
  volgende: string | null;
}

export function Afgehandeld({ filter, stand, now }: { filter: Filter; stand: string; now: Date }) {
  const soorten = useQuery({
    queryKey: ['signaalsoorten'],
    queryFn: () => haal<{ items: SoortWat[] }>('/signaalsoorten'),
  });
  const lijst = useInfiniteQuery({
    queryKey: ['signalen', vraagVan(filter, ''), stand],
    queryFn: ({ pageParam }) => haal<Bladzijde>(`/signalen?${vraagVan(filter, pageParam)}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.volgende ?? undefined,
    placeholderData: keepPreviousData,
  });
  const t = nl.signaal;
  const rijen = (lijst.data?.pages ?? []).flatMap((page) => page.items);
  const keuze = (soorten.data?.items ?? []).map((s) => ({ waarde: s.code, tekst: s.naam }));
  return (
    <>
      <Filterbalk filter={filter} soorten={keuze} />
      {lijst.isPending && <Skelet />}
      {lijst.isError && (
        <p role="alert">
          {t.lijstFout}{' '}
          <Knop soort="tweede" klein onClick={() => void lijst.refetch()}>
            {nl.fout.opnieuw}
          </Knop>
        </p>
      )}
      {lijst.isSuccess && rijen.length === 0 && <p className="quiet">{t.leegFilter}</p>}
      <ul className="werklijst" data-lijst={lijst.isPlaceholderData ? 'oud' : 'nu'}>
        {rijen.map((rij) => (
          <Rij key={rij.id} rij={rij} now={now} />
        ))}
      </ul>
      {lijst.hasNextPage && (
        <Knop soort="tweede" bezig={lijst.isFetchingNextPage} onClick={() => void lijst.fetchNextPage()}>
          {t.meer}
        </Knop>
      )}
    </>
  );
}
