import { useQuery } from '@tanstack/react-query';
import { haal } from '../api/http';
import type { Domein, MedewerkerKort } from '../api/types';
import { nl } from '../teksten/werk';
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
  /** The field of law that it is about: who works in it comes first. */
  vak?: Domein;
}

/** Who works in this field of law first, the others after them; each in the order in which they were. */
export const eerstUitVak = (mensen: MedewerkerKort[], vak: Domein | undefined) =>
  vak ? [...mensen.filter((m) => m.team === vak), ...mensen.filter((m) => m.team !== vak)] : mensen;

/** Colleagues with a check box each; the ones named first are the ones already chosen when the list opened. */
export function Medewerkerkeuze({ legend, gekozen, kies, fout, zonder, vak }: MedewerkerkeuzeProps) {
  const medewerkers = useMedewerkers();
  const items = eerstUitVak(
    (medewerkers.data ?? []).filter((m) => m.id !== zonder),
    vak,
  );
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
            {m.naam} <span className="quiet sm">{nl.caseload.functie(m.rol_naam, m.team)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
