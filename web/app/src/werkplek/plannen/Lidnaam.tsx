// A lid of a groep by name: the way to where they live, for who may open that. The server says of whom.
import { useQuery } from '@tanstack/react-query';
import { haal } from '../../api/http';
import type { GroepOpen } from '../../api/types';
import { Naar } from '../../route';

/**
 * Where the leden of a groep live, of those whose huishouden one may open. To ask is to look in the groep, which stands in the trail: once a
 * visit, and not when it will be refused.
 */
export function useHuizen(groep: string, mag = true): ReadonlyMap<string, string> {
  const open = useQuery({
    queryKey: ['groep', groep, 'huishoudens'],
    queryFn: () => haal<GroepOpen>(`/groepen/${groep}`),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: mag,
  });
  return new Map((open.data?.huishoudens ?? []).map((een) => [een.persoon, een.huishouden]));
}

export function Lidnaam({ naam, huis }: { naam: string; huis: string | undefined }) {
  return huis ? <Naar to={`/huishoudens/${huis}`}>{naam}</Naar> : <span>{naam}</span>;
}
