// What is typed of a version is kept until it is offered: on the server too, per zaak.
import type { BesluitWat, ConceptWat } from '../../../api/types';
import { BewaardConcept } from '../../bewaardconcept';
import { plank } from '../../bewaarder';
import { isIngevuld, type Velden } from '../../concept';
import { plat, vanStap } from '../../conceptvorm';
import { typBedrag } from './leesBedrag';

/** A version that is half written: what was typed, and how many lines it has. */
export interface Half {
  velden: Velden;
  regels: number;
}

/** More than anybody adds by hand. */
const REGELS_MAX = 50;

const naar = ({ velden, regels }: Half) => ({
  personen: [],
  velden: { regels: String(regels), ...plat({ besluit: velden }) },
});
const uit = ({ velden }: ConceptWat): Half => ({
  regels: Math.min(REGELS_MAX, Math.max(1, Number(velden.regels) || 1)),
  velden: vanStap(velden, 'besluit'),
});

/** One of each zaak, for as long as the tab is open. */
const concepten = new Map<string, BewaardConcept<Half>>();
export function conceptVan(zaak: string): BewaardConcept<Half> {
  const there = concepten.get(zaak);
  if (there) return there;
  const isHalf = (h: Half) => isIngevuld(h.velden, ['motivering', 'omschrijving0']);
  const made = new BewaardConcept<Half>(plank('besluit', zaak), isHalf, { naar, uit });
  concepten.set(zaak, made);
  return made;
}

/** The fields for a version that is there already. */
export function velden(besluit: BesluitWat | undefined): Velden {
  if (!besluit) return { soort: 'toekennen' };
  const regels = besluit.regels.flatMap((regel, n) => [
    [`omschrijving${n}`, regel.omschrijving],
    [`bedrag${n}`, typeof regel.bedrag_cents === 'number' ? typBedrag(regel.bedrag_cents) : ''],
  ]);
  return {
    soort: besluit.soort,
    motivering: besluit.motivering,
    verslag: besluit.verslag?.document ?? '',
    ...Object.fromEntries(regels),
  };
}
