// One visit is one thing to read: opening a page writes a line for each part of it.
import type { SpoorRegel } from '../../api/types';
import { leesObject } from './woorden';

/** Lines that follow each other within this are of one visit. */
const BEZOEK_MS = 120_000;

/** Newest first, as the trail is read; never empty. */
export interface Bezoek {
  regels: [SpoorRegel, ...SpoorRegel[]];
}

const wie = (regel: SpoorRegel) =>
  [regel.wie?.id, regel.rol_naam, regel.systeem, regel.namens?.id, regel.sessie].join('|');
const waarvan = (regel: SpoorRegel) =>
  regel.betrokkenen.length > 0
    ? regel.betrokkenen
        .map((een) => een.id)
        .sort()
        .join()
    : leesObject(regel.object).naam;

/** The same person, at the same people's dossier, with the same outcome, one after another. What was refused is never put behind what was not. */
const hoortBij = (eerder: SpoorRegel, regel: SpoorRegel) =>
  wie(eerder) === wie(regel) &&
  waarvan(eerder) === waarvan(regel) &&
  eerder.uitkomst === regel.uitkomst &&
  Date.parse(eerder.at) - Date.parse(regel.at) <= BEZOEK_MS;

export function bezoeken(regels: SpoorRegel[]): Bezoek[] {
  const uit: Bezoek[] = [];
  for (const regel of regels) {
    const laatste = uit.at(-1)?.regels.at(-1);
    if (laatste && hoortBij(laatste, regel)) uit.at(-1)?.regels.push(regel);
    else uit.push({ regels: [regel] });
  }
  return uit;
}
