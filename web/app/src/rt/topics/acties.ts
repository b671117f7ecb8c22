// What stands in `acties/<id>`: what one is to do in plans and in zaken, with whom one will speak, and what was reported about who one works for.
// Each page takes its own lines.
import type { ActieRij, AfspraakRij, SignaalRij, TaakRij } from '../../api/types';
import type { Lid } from './kanaal';

export type ActiesRij = ActieRij | TaakRij | AfspraakRij | SignaalRij;

export const isAfspraak = (lid: Lid<unknown>): lid is Lid<AfspraakRij> => lid.topic.startsWith('gesprek/');
export const isSignaal = (lid: Lid<unknown>): lid is Lid<SignaalRij> => lid.topic.startsWith('signaal/');
export const isDoen = (lid: Lid<unknown>): lid is Lid<ActieRij | TaakRij> =>
  !isAfspraak(lid) && !isSignaal(lid);

/** The planned talks among them, the earliest first. */
export const afspraken = (leden: Lid<unknown>[]): AfspraakRij[] =>
  leden
    .filter(isAfspraak)
    .map(({ b }) => b)
    .sort((a, b) => a.begin.localeCompare(b.begin) || a.gesprek.localeCompare(b.gesprek));
