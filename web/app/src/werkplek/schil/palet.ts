// What the palette offers: the pages and acts of who looks, and what the server found in their work. Pure; the page is in Palet.tsx.
import type { Persoonvondst, Rol, Werkzoekantwoord, ZaakRij, Zoekplek } from '../../api/types';
import { datumLang } from '../../datum';
import type { Menuregel } from '../../pagina';
import { nl } from '../../teksten/werk';
import type { IcoonNaam } from '../../ui/Icoon';
import { heeftWerk } from '../rollen';

export const GROEPEN = ['zaken', 'mensen', 'paginas', 'doen'] as const;
export type Groep = (typeof GROEPEN)[number];

export interface Optie {
  /** Unique in the palette. */
  id: string;
  groep: Groep;
  icoon: IcoonNaam;
  naam: string;
  onder?: string;
  /** That it runs, and no more. */
  afgeschermd?: boolean;
  toets?: string;
  /** A page; else something to do. */
  naar?: string;
  doe?: () => void;
}

/** Letters before the server is asked: fewer fit everything. */
export const ZOEK_VANAF = 2;
/** How long one must have stopped typing. */
export const ZOEK_MS = 250;

const kaal = (tekst: string) => tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const woorden = (tekst: string) =>
  kaal(tekst)
    .split(/[\s-]+/)
    .filter(Boolean);

/** Those of which each typed word begins a word of the name; all of them when nothing was typed. */
export function vind(opties: Optie[], getypt: string): Optie[] {
  const gevraagd = woorden(getypt);
  const past = ({ naam }: Optie) => {
    const eigen = woorden(naam);
    return gevraagd.every((woord) => eigen.some((een) => een.startsWith(woord)));
  };
  return opties.filter(past);
}

/** A number of nine digits is a BSN: that is not looked for here, and does not leave the page. */
export const isBsn = (getypt: string) => /^\d{9}$/.test(getypt.replace(/[\s.-]/g, ''));

/** Whether what was typed is a question for the server. */
export const vraagtServer = (rol: Rol, getypt: string) =>
  heeftWerk(rol) && getypt.trim().length >= ZOEK_VANAF && !isBsn(getypt);

export const vanMenu = (menu: Menuregel[]): Optie[] =>
  menu.map(({ to, naam, icoon, toets }) => ({
    id: `pagina-${to}`,
    groep: 'paginas',
    icoon,
    naam,
    toets,
    naar: to,
  }));

const WAAR: Record<Zoekplek['soort'], (id: string) => string> = {
  huishouden: (id) => `/huishoudens/${id}`,
  zaak: (id) => `/zaken/${id}`,
  plan: (id) => `/plannen/${id}`,
  groep: (id) => `/groepen/${id}`,
  rekening: (id) => `/rekeningen/${id}`,
};

function vanZaak(rij: ZaakRij): Optie {
  const dat = rij.toegang === 'dat';
  const onder = [rij.persoon ? rij.zaaktype_naam : undefined, rij.zaaknummer, nl.status[rij.status]];
  return {
    id: `zaak-${rij.id}`,
    groep: 'zaken',
    icoon: 'blad',
    naam: rij.persoon?.naam ?? rij.zaaktype_naam,
    onder: onder.filter(Boolean).join(' · '),
    afgeschermd: dat,
    naar: `/zaken/${rij.id}`,
  };
}

function vanPersoon({ persoon, klinkt_als, naar }: Persoonvondst): Optie {
  const t = nl.palet;
  const onder = [
    t.plek[naar.soort],
    persoon.geboortedatum ? t.geboren(datumLang(persoon.geboortedatum)) : persoon.beschrijving,
    klinkt_als ? t.klinktAls : undefined,
  ];
  return {
    id: `mens-${persoon.id}`,
    groep: 'mensen',
    icoon: 'mensen',
    naam: persoon.naam,
    onder: onder.filter(Boolean).join(' · '),
    naar: WAAR[naar.soort](naar.id),
  };
}

export const vanServer = (antwoord: Werkzoekantwoord | undefined): Optie[] => [
  ...(antwoord?.zaken.map(vanZaak) ?? []),
  ...(antwoord?.personen.map(vanPersoon) ?? []),
];

/** In the order in which they stand, with a heading each. */
export const inGroepen = (opties: Optie[]): [Groep, Optie[]][] =>
  GROEPEN.map((groep): [Groep, Optie[]] => [groep, opties.filter((optie) => optie.groep === groep)]).filter(
    ([, van]) => van.length > 0,
  );

/** Where the arrow keys lead: round and round; from nowhere to the first or the last. */
export function stap(toets: string, nu: number, aantal: number): number | undefined {
  if (aantal === 0) return undefined;
  if (toets === 'ArrowDown') return nu + 1 >= aantal ? 0 : nu + 1;
  if (toets === 'ArrowUp') return nu <= 0 ? aantal - 1 : nu - 1;
  return undefined;
}
