import { useQuery } from '@tanstack/react-query';
import { haal } from '../api/http';
import type { MedewerkerKort } from '../api/types';
import { Icoon } from '../ui/Icoon';
import { Stoel } from '../ui/stoel';
import { Skelet } from './randpaginas';

export const useMedewerkers = () =>
  useQuery({
    queryKey: ['medewerkers'],
    queryFn: () => haal<{ items: MedewerkerKort[] }>('/medewerkers').then((r) => r.items),
    staleTime: 60_000,
  });

export interface MedewerkerkeuzeProps {
  legend: string;
  gekozen: ReadonlySet<string>;
  kies: (gekozen: Set<string>) => void;
  fout?: string;
  /** Somebody who always takes part and is therefore not in the list. */
  zonder?: string;
}

/** Colleagues with a check box each; the ones named first are the ones already chosen when the list opened. */
export function Medewerkerkeuze({ legend, gekozen, kies, fout, zonder }: MedewerkerkeuzeProps) {
  const medewerkers = useMedewerkers();
  const items = (medewerkers.data ?? []).filter((m) => m.id !== zonder);
  return (
    <fieldset className="utrecht-form-fieldset keuzelijst" aria-describedby={fout ? 'keuze-fout' : undefined}>
      <legend className="label">{legend}</legend>
      {fout && (
        <p className="fouttekst" id="keuze-fout" role="alert">
          <Icoon naam="waarschuwing" />
          {fout}
        </p>
      )}
      {medewerkers.isPending && <Skelet regels={3} />}
      {items.map((m) => (
        <label key={m.id} className="keuze keuze--mens">
          <input
            type="checkbox"
            checked={gekozen.has(m.id)}
            onChange={(event) => {
              const next = new Set(gekozen);
              if (event.target.checked) next.add(m.id);
              else next.delete(m.id);
              kies(next);
            }}
          />
          <Stoel naam={m.naam} id={m.id} klein />
          <span>
            {m.naam} <span className="quiet sm">{m.rol_naam}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
