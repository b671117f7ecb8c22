// Of all that can be done in a zaak one thing comes next, and one button says so (face.md §2): beginning, then the report, then the besluit.
import type { DocumentKort, Ik, ZaakWat } from '../../api/types';
import { dagIso } from '../../datum';
import { kanNemen, toetst, werkteMee } from './besluit/rollen';

export type Daad = 'begin' | 'besluit' | 'verslag';

export interface Hier {
  /** Works on it, or stands in for who does. */
  behandelt: boolean;
  /** A besluit is being written. */
  besluitOpen: boolean;
}

export function eersteDaad(ik: Ik, zaak: ZaakWat, { behandelt, besluitOpen }: Hier): Daad {
  if (zaak.status === 'verdeeld' && behandelt) return 'begin';
  const { besluit } = zaak;
  if (besluitOpen) return 'besluit';
  if (!besluit || besluit.stap === 'genomen') return 'verslag';
  const oordeelt = besluit.stap === 'ter_accordering' && toetst(ik, zaak) && !werkteMee(ik, besluit);
  return oordeelt || (behandelt && kanNemen(besluit)) ? 'besluit' : 'verslag';
}

/**
 * The report that one is in the middle of: the last one of those that one takes part in that is certainly not of an earlier talk, as long as nothing
 * was decided or offered on it. Whether a report is finished is not said of it: it counts on the day on which it was begun, and until the day of
 * its talk is over. A second talk is never written into the report of the first.
 */
export function halfVerslag(
  items: DocumentKort[],
  ik: Ik,
  zaak: ZaakWat,
  now: Date,
): DocumentKort | undefined {
  if (zaak.besluit) return undefined;
  const vandaag = dagIso(now);
  return items
    .filter(({ deelnemers }) => deelnemers.some(({ id }) => id === ik.id))
    .filter((een) => isVanNu(een, vandaag))
    .reduce<DocumentKort | undefined>(
      (laatste, een) => (laatste && laatste.geopend_op >= een.geopend_op ? laatste : een),
      undefined,
    );
}

function isVanNu({ afspraak, geopend_op }: DocumentKort, vandaag: string): boolean {
  if (afspraak?.afgezegd) return false;
  return (
    dagIso(new Date(geopend_op)) === vandaag || (!!afspraak && dagIso(new Date(afspraak.begin)) >= vandaag)
  );
}
