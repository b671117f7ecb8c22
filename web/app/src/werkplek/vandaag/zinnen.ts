// The page says it in a sentence first: each number is a link to its list. What is nothing is not said.
import type { Ik } from '../../api/types';
import type { Zin } from '../../teksten/vandaag';
import { nl } from '../../teksten/werk';
import { verdeelt } from '../caseload/recht';
import type { Stand } from './bronnen';

const t = nl.vandaag;

export interface Linkzin {
  id: string;
  zin: Zin;
  naar: string;
}

type Deel = [string, number, (n: number) => Zin, string];

/** At most so many sentences: more is a list. */
const ZINNEN_MAX = 5;

function delen(ik: Ik, { telt, nieuw, caseload }: Stand): Deel[] {
  if (verdeelt(ik)) {
    return [
      ['laat', caseload?.totaal.te_laat ?? 0, t.laat, '/caseload'],
      ['contact', telt.contact, t.contact, '/caseload'],
      ['lopend', caseload?.totaal.aantal ?? 0, t.lopend, '/caseload'],
      ['wachten', caseload?.wachtend.aantal ?? 0, t.wachten, '/caseload'],
      ['regelen', telt.regelen, t.regelen, '/leiding'],
    ];
  }
  return [
    ['laat', telt.laat, t.laat, '/werkvoorraad'],
    ['contact', telt.contact, t.contact, '/werkvoorraad'],
    ['doenLaat', telt.doenLaat, t.doenLaat, '/acties'],
    ['doenVandaag', telt.doenVandaag, t.doenVandaag, '/acties'],
    ['toets', telt.toets, t.toets, '/werkvoorraad'],
    ['nieuw', nieuw.length, t.isNieuw, '/werkvoorraad'],
    ['rekening', telt.rekening, t.rekening, '/rekeningen'],
    ['glas', telt.glas, t.glas, '/nakijken'],
    ['nazien', telt.nazien, t.nazien, '/nazicht'],
    ['signalen', telt.signalen, t.signalen, '/signalen'],
    ['wachten', telt.wachten, t.wachten, '/werkvoorraad'],
  ];
}

export const zinnen = (ik: Ik, stand: Stand): Linkzin[] =>
  delen(ik, stand)
    .filter(([, n]) => n > 0)
    .slice(0, ZINNEN_MAX)
    .map(([id, n, zin, naar]) => ({ id, zin: zin(n), naar }));
