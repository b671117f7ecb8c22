// Which of somebody's zaken are shown: all of them, or those that a figure of the board counts. It stands in the address.
import type { ZaakRij } from '../../api/types';

export type Termijnkeuze = 'laat' | 'week';
const NAAM = 'termijn';
const DAG_MS = 86_400_000;

export const leesKeuze = (vraag: URLSearchParams): Termijnkeuze | undefined => {
  const keuze = vraag.get(NAAM);
  return keuze === 'laat' || keuze === 'week' ? keuze : undefined;
};

export const metKeuze = (pad: string, keuze: Termijnkeuze) => `${pad}?${NAAM}=${keuze}`;

/** The last day of the week of `dag`: Sunday, as the server counts (ISO 8601). */
export function zondag(dag: string): string {
  const at = new Date(`${dag}T00:00:00Z`);
  return new Date(at.getTime() + ((7 - at.getUTCDay()) % 7) * DAG_MS).toISOString().slice(0, 10);
}

/** Late is before the server's day; due this week is from that day up to and including Sunday. */
export function telt(
  zaak: Pick<ZaakRij, 'uiterlijk_op'>,
  keuze: Termijnkeuze | undefined,
  dag: string,
): boolean {
  const { uiterlijk_op } = zaak;
  if (!keuze) return true;
  return keuze === 'laat' ? uiterlijk_op < dag : uiterlijk_op >= dag && uiterlijk_op <= zondag(dag);
}

/** Of zaken with the earliest first: whether what comes after these can hold one more that counts. */
export function kanMeer(
  zaken: Pick<ZaakRij, 'uiterlijk_op'>[],
  keuze: Termijnkeuze | undefined,
  dag: string,
): boolean {
  const laatste = zaken.at(-1)?.uiterlijk_op;
  if (!keuze || !laatste) return true;
  return keuze === 'laat' ? laatste < dag : laatste <= zondag(dag);
}
