// What one is told, as lines of one list. Pure; from where it comes stands in nieuws.ts.
import type {
  ActieRij,
  AfspraakRij,
  Bijdragevermelding,
  GlasWat,
  Onbezorgd,
  SignaalRij,
  TaakRij,
  ToekenningenWat,
  ToestemmingVanMij,
  Vermelding,
  ZaakRij,
} from '../../api/types';
import { datumKort } from '../../datum';
import { nl } from '../../teksten/werk';
import { wieNaam } from '../signalen/naam';
import { gesprekLink, gesprekWanneer } from '../vandaag/gesprekken';

export const SOORTEN = [
  'glas',
  'genoemd',
  'bijdrage',
  'brief',
  'signaal',
  'zaak',
  'gesprek',
  'doen',
  'toestemming',
  'vervanging',
] as const;
export type Berichtsoort = (typeof SOORTEN)[number];

export interface Bericht {
  id: string;
  soort: Berichtsoort;
  tekst: string;
  naar: string;
  op?: string;
  gelezen: boolean;
  /** The server keeps whether this zaak was opened. */
  zaak?: string;
}

const t = nl.bel;
type Gelezen = (id: string) => boolean;

export const vanNieuweZaak = (rij: ZaakRij): Bericht => ({
  id: `zaak-${rij.id}`,
  soort: 'zaak',
  tekst: [rij.persoon?.naam ?? rij.zaaktype_naam, rij.onderwerp].filter(Boolean).join(': '),
  naar: `/zaken/${rij.id}`,
  op: rij.ontvangen_op,
  gelezen: false,
  zaak: rij.id,
});

/** The server keeps whether it was read: it is new until one opened the remark. */
export const vanVermelding = ({ document, opmerking, door }: Vermelding): Bericht => ({
  id: `genoemd-${opmerking}`,
  soort: 'genoemd',
  tekst: t.genoemd(door.naam),
  naar: `/documenten/${document}?opmerking=${opmerking}`,
  gelezen: false,
});

/** The server keeps whether somebody looked: it is new until one read or answered it, or said that it is done. */
export const vanBijdrage = ({ plan, soort, id, op }: Bijdragevermelding): Bericht => ({
  id: `bijdrage-${id}`,
  soort: 'bijdrage',
  tekst: t.bijdrage[soort],
  naar: `/plannen/${plan}`,
  op,
  gelezen: false,
});

/** Of what one is to do, only what came while one was here is news: the rest stands on its own page. */
export const vanTaak = (rij: ActieRij | TaakRij, gelezen: Gelezen): Bericht => {
  const id = `doen-${rij.id}`;
  const naar = 'zaak' in rij ? `/zaken/${rij.zaak}` : `/plannen/${rij.plan}`;
  return { id, soort: 'doen', tekst: rij.omschrijving, naar, gelezen: gelezen(id) };
};

/** A talk that was planned while one was here; moved or called off it is news once more. */
export const vanAfspraak = (rij: AfspraakRij, gelezen: Gelezen): Bericht => {
  const id = `gesprek-${rij.gesprek}-${rij.begin}-${rij.afgezegd}`;
  const tekst = (rij.afgezegd ? t.afgezegd : t.gesprek)(gesprekWanneer(rij), rij.persoon?.naam);
  return { id, soort: 'gesprek', tekst, naar: gesprekLink(rij), gelezen: gelezen(id) };
};

/** A mail that did not arrive: until somebody put the letter on paper. */
export const vanBrief = ({ zaak, brief }: Onbezorgd, gelezen: Gelezen): Bericht => {
  const id = `brief-${brief}`;
  return { id, soort: 'brief', tekst: t.brief, naar: `/zaken/${zaak}`, gelezen: gelezen(id) };
};

/** An open signaal about somebody one works for; no more of it than its line in the register says. */
export const vanSignaal = (rij: SignaalRij, gelezen: Gelezen): Bericht => {
  const id = `signaal-${rij.id}-${rij.laatst_op}`;
  const wie = rij.betreft ? wieNaam(rij.betreft) : undefined;
  return {
    id,
    soort: 'signaal',
    tekst: [rij.soort_naam, wie].filter(Boolean).join(': '),
    naar: `/signalen/${rij.id}`,
    op: rij.laatst_op,
    gelezen: gelezen(id),
  };
};

const vanGlas = (glas: GlasWat, gelezen: Gelezen): Bericht => {
  const id = `glas-${glas.id}`;
  return {
    id,
    soort: 'glas',
    tekst: t.glas(glas.wie.naam),
    naar: `/plannen/${glas.plan}`,
    op: glas.van,
    gelezen: gelezen(id),
  };
};

/** A question that still waits is no news to who asked it. */
const BEANTWOORD: Partial<Record<ToestemmingVanMij['stand'], string>> = t.toestemming;

const vanToestemming = (vraag: ToestemmingVanMij, gelezen: Gelezen): Bericht[] => {
  const tekst = BEANTWOORD[vraag.stand];
  if (!tekst) return [];
  const id = `toestemming-${vraag.id}-${vraag.stand}`;
  return [{ id, soort: 'toestemming', tekst, naar: `/zaken/${vraag.zaak}`, gelezen: gelezen(id) }];
};

export function vanToekenningen(wat: ToekenningenWat, gelezen: Gelezen): Bericht[] {
  const vervangt = wat.vervangt.map((een): Bericht => {
    const id = `vervangt-${een.id}`;
    const tekst = t.vervangt(een.afwezige.naam, datumKort(een.tot_en_met));
    return { id, soort: 'vervanging', tekst, naar: '/vervanging', gelezen: gelezen(id) };
  });
  return [
    ...wat.glas_op_plannen.map((glas) => vanGlas(glas, gelezen)),
    ...wat.toestemmingen.flatMap((vraag) => vanToestemming(vraag, gelezen)),
    ...vervangt,
  ];
}

export const inSoorten = (berichten: Bericht[]): [Berichtsoort, Bericht[]][] =>
  SOORTEN.map((soort): [Berichtsoort, Bericht[]] => [
    soort,
    berichten.filter((bericht) => bericht.soort === soort),
  ]).filter(([, van]) => van.length > 0);
