// The signaal that led to a groep or a plan, for who may see it; to anybody else nothing is said of one (KING-SI4).
import type { SignaalRij } from '../../api/types';
import { Naar } from '../../route';
import { useView } from '../../rt/hooks';

export function Aanleiding({ signaal, zin }: { signaal: string; zin: string }) {
  const rij = useView<SignaalRij>(`signaal/${signaal}@rij`);
  if (rij.stand !== 'klaar') return null;
  return (
    <p className="onderknop" data-aanleiding={signaal}>
      {zin} <Naar to={`/signalen/${signaal}`}>{rij.b.soort_naam}</Naar>
    </p>
  );
}
