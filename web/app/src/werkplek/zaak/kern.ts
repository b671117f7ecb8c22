// What whoever goes to a crisis must know before anything else: where somebody is now, whom to call, who decides for a child. Only from what
// the server shows this reader: what a view keeps back is not made up here, and what is not known yet is not said.
import type { AdresWat, ContactWat, HuishoudenWat, PersoonWat } from '../../api/types';
import { dagIso, leeftijd } from '../../datum';
import { nl } from '../../teksten/werk';

/** The age at which nobody has gezag any more. */
const MEERDERJARIG = 18;

/** Somebody who can be called, where their number is known. */
interface Nummer {
  naam: string;
  telefoon?: string;
}

export interface Kern {
  /** Where they really are, or else where they are registered; absent while that is asked. */
  verblijf?: string;
  /** Who came to us with it. */
  gemeld?: Nummer;
  /** The one it is about, when it was not they who came. */
  bel?: Nummer;
  /** Who has gezag over a minor. */
  gezag?: string;
}

/** `huis`: `undefined` while it is asked, `null` when there is none that this reader may see. */
export function kern(
  persoon: PersoonWat,
  huis: HuishoudenWat | null | undefined,
  contact: ContactWat | undefined,
  now: Date,
): Kern {
  return {
    verblijf: verblijf(persoon, huis),
    ...nummers(persoon, contact),
    gezag: gezag(persoon, huis, now),
  };
}

const regel = ({ straat, huisnummer, plaats }: AdresWat) => `${straat} ${huisnummer}, ${plaats}`;

/** Of who keeps an address from others nothing is said of where they are, nor of with whom. */
function verblijf(persoon: PersoonWat, huis: HuishoudenWat | null | undefined): string | undefined {
  if (persoon.adres_geheim) return nl.zaak.adresGeheim;
  if (huis === undefined) return undefined;
  const lid = huis?.leden.find((een) => een.persoon.id === persoon.id);
  if (!huis || !lid?.verblijf)
    return persoon.adres ? nl.zaak.kern.ingeschreven(regel(persoon.adres)) : undefined;
  const bij = huis.leden.filter((een) => een.persoon.id !== persoon.id && !een.verblijf && !een.adres_geheim);
  // Who was written in by hand may be registered elsewhere: then it is not known here which of the two it is.
  const adressen = new Set(bij.map((een) => een.ingeschreven && regel(een.ingeschreven)));
  const [adres] = adressen.size === 1 ? adressen : [];
  return nl.zaak.kern.verblijft(
    bij.map((een) => een.persoon.naam),
    adres ?? undefined,
  );
}

function nummers(persoon: PersoonWat, contact: ContactWat | undefined): Pick<Kern, 'gemeld' | 'bel'> {
  const wie = contact?.spreker;
  const eigen = persoon.telefoon ?? undefined;
  const bel = eigen ? { naam: persoon.naam, telefoon: eigen } : undefined;
  if (!wie) return { bel };
  if (wie.soort === 'anoniem') return { gemeld: { naam: nl.balie.contact.anoniem }, bel };
  const telefoon = wie.telefoon ?? undefined;
  if (wie.soort === 'ander')
    return { gemeld: { naam: [wie.naam, wie.relatie].filter(Boolean).join(', '), telefoon }, bel };
  if (wie.persoon !== persoon.id) return { gemeld: { naam: wie.naam, telefoon }, bel };
  return { gemeld: { naam: persoon.naam, telefoon: telefoon ?? eigen } };
}

/** As recorded of the person; the huishouden only lends the names of who lives there. */
function gezag(persoon: PersoonWat, huis: HuishoudenWat | null | undefined, now: Date): string | undefined {
  if (!persoon.geboortedatum || leeftijd(persoon.geboortedatum, now) >= MEERDERJARIG) return undefined;
  const vandaag = dagIso(now);
  const geldt = persoon.gezag.filter(
    ({ vanaf, tot }) => (!vanaf || vanaf <= vandaag) && (!tot || vandaag < tot),
  );
  const namen = new Map<string, string>();
  for (const { persoon: wie, gezag: over } of huis?.leden ?? []) {
    namen.set(wie.id, wie.naam);
    for (const een of over) if (een.persoon && een.naam) namen.set(een.persoon, een.naam);
  }
  const houders = geldt.map(({ persoon: id, naam, grond }) => {
    const wie = naam ?? (id ? namen.get(id) : undefined);
    return wie ? nl.huishouden.gezagDoor(wie, grond) : nl.huishouden.gezagVastgelegd(grond);
  });
  return houders.length === 0 ? nl.huishouden.geenGezag : nl.en(houders);
}
