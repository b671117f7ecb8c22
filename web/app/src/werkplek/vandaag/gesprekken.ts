// A planned talk as one line: when, where, with whom. Pure.
import type { AfspraakRij, AfspraakWat } from '../../api/types';
import { dagenTot, dagIso, datumKort, tijd } from '../../datum';
import { nl } from '../../teksten/werk';

/** As far ahead as the first page looks. */
const DAGEN_VOORUIT = 7;
const MAX = 5;

/** "di 1 december, 10.30 uur" */
export const gesprekWanneer = ({ begin }: AfspraakWat | AfspraakRij): string =>
  nl.gesprek.wanneer(datumKort(begin), tijd(begin));

/** "Vandaag 10.30 uur", for what is soon. */
export function gesprekStraks({ begin }: AfspraakRij, now: Date): string {
  const dagen = dagenTot(dagIso(new Date(begin)), now);
  if (dagen === 0) return nl.gesprek.vandaag(tijd(begin));
  return dagen === 1 ? nl.gesprek.morgen(tijd(begin)) : nl.gesprek.wanneer(datumKort(begin), tijd(begin));
}

/** "bij Maria Verhoef thuis" */
export const gesprekPlek = ({ plek, persoon }: AfspraakRij): string => nl.gesprek.plek(plek, persoon?.naam);

export const gesprekLink = ({ document }: AfspraakRij): string =>
  document ? `/documenten/${document}` : '/';

/** Today's talks and those of the coming days. One that was called off stands there until its day is over, so that nobody goes for nothing. */
export const komende = (alle: AfspraakRij[], now: Date): AfspraakRij[] =>
  alle
    .filter(({ begin }) => {
      const dagen = dagenTot(dagIso(new Date(begin)), now);
      return dagen >= 0 && dagen <= DAGEN_VOORUIT;
    })
    .slice(0, MAX);

/** Those of today, and of the days after: what is late or for today comes between the two. */
export function perDag(alle: AfspraakRij[], now: Date): { vandaag: AfspraakRij[]; later: AfspraakRij[] } {
  const rijen = komende(alle, now);
  const isVandaag = ({ begin }: AfspraakRij) => dagIso(new Date(begin)) === dagIso(now);
  return { vandaag: rijen.filter(isVandaag), later: rijen.filter((rij) => !isVandaag(rij)) };
}

export const vandaagNog = (alle: AfspraakRij[], now: Date): AfspraakRij[] =>
  alle.filter((rij) => !rij.afgezegd && dagIso(new Date(rij.begin)) === dagIso(now));
