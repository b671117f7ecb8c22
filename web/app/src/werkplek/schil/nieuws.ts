// From where the bell knows what is new. It follows what is small and one's own: of lists with names in them only that of who looks, and only
// while they look, for to follow a list is to look at it and stands in the trail.
import { useMemo, useSyncExternalStore } from 'react';
import type { Ik, NieuwWat, ToekenningenWat, ZaakRij } from '../../api/types';
import { useBundle, useView } from '../../rt/hooks';
import { type ActiesRij, isAfspraak, isDoen, isSignaal } from '../../rt/topics/acties';
import { heeftActies, heeftVoorraad } from '../rollen';
import {
  type Bericht,
  vanAfspraak,
  vanBijdrage,
  vanBrief,
  vanNieuweZaak,
  vanSignaal,
  vanTaak,
  vanToekenningen,
  vanVermelding,
} from './berichten';

/** What was read in this tab. Whether a zaak was opened the server keeps; the rest is told again after the page was left. */
let gelezen: ReadonlySet<string> = new Set();
const luisteraars = new Set<() => void>();
const luister = (luisteraar: () => void) => {
  luisteraars.add(luisteraar);
  return () => luisteraars.delete(luisteraar);
};

export function merkGelezen(berichten: Bericht[]) {
  gelezen = new Set([...gelezen, ...berichten.map(({ id }) => id)]);
  for (const luisteraar of luisteraars) luisteraar();
}

export interface Nieuws {
  berichten: Bericht[];
  aantal: number;
  /** All of it came: what is more from now on is news. */
  klaar: boolean;
}

export function useBerichten(ik: Ik): Nieuws {
  const nieuw = useView<NieuwWat>(`nieuw/${ik.id}`);
  const doen = useBundle<ActiesRij>(heeftActies(ik.rol) ? `acties/${ik.id}` : undefined);
  const wat = useView<ToekenningenWat>(`toekenningen/${ik.id}`);
  const wacht = nieuw.stand === 'laden';
  const klaar = !wacht && wat.stand !== 'laden';
  const las = useSyncExternalStore(luister, () => gelezen);
  return useMemo(() => {
    const isGelezen = (id: string) => las.has(id);
    const later = doen.stand === 'klaar' ? doen.leden.filter((lid) => lid.later) : [];
    const taken = later.filter(isDoen).map(({ b }) => b);
    const gesprekken = later.filter(isAfspraak).map(({ b }) => b);
    // What concerns one waits as long as it is open, also when it came before one was here.
    const gemeld = doen.stand === 'klaar' ? doen.leden.filter(isSignaal).map(({ b }) => b) : [];
    const onbezorgd = nieuw.stand === 'klaar' ? (nieuw.b.onbezorgd ?? []) : [];
    const genoemd = nieuw.stand === 'klaar' ? nieuw.b.genoemd : [];
    const berichten = [
      ...(genoemd ?? []).map(vanVermelding),
      ...(nieuw.stand === 'klaar' ? (nieuw.b.bijdragen ?? []) : []).map(vanBijdrage),
      ...onbezorgd.map((een) => vanBrief(een, isGelezen)),
      ...gemeld.map((rij) => vanSignaal(rij, isGelezen)),
      ...taken.map((rij) => vanTaak(rij, isGelezen)),
      ...gesprekken.map((rij) => vanAfspraak(rij, isGelezen)),
      ...(wat.stand === 'klaar' ? vanToekenningen(wat.b, isGelezen) : []),
    ];
    const zaken = heeftVoorraad(ik.rol) && nieuw.stand === 'klaar' ? nieuw.b.toegewezen.length : 0;
    return { berichten, aantal: zaken + berichten.filter((bericht) => !bericht.gelezen).length, klaar };
  }, [nieuw, doen, wat, las, klaar, ik.rol]);
}

/** What was given to one and not opened, by name. */
export function useNieuweZaken(ik: Ik): Bericht[] {
  const heeft = heeftVoorraad(ik.rol);
  const nieuw = useView<NieuwWat>(heeft ? `nieuw/${ik.id}` : undefined);
  const zaken = useBundle<ZaakRij>(heeft ? `werkvoorraad/${ik.id}` : undefined);
  if (nieuw.stand !== 'klaar' || zaken.stand !== 'klaar') return [];
  const ids = new Set(nieuw.b.toegewezen);
  const rijen = zaken.leden.map(({ b }) => b).filter(({ id }) => ids.has(id));
  return rijen.sort((a, b) => b.ontvangen_op.localeCompare(a.ontvangen_op)).map(vanNieuweZaak);
}
