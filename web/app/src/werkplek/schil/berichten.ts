// What one is told, as lines of one list. Pure; from where it comes stands in nieuws.ts.
import type {
  ActieRij,
  GlasWat,
  TaakRij,
  ToekenningenWat,
  ToestemmingVanMij,
  Vermelding,
  ZaakRij,
} from '../../api/types';
import { datumKort } from '../../datum';
import { nl } from '../../teksten/werk';

export const SOORTEN = ['glas', 'genoemd', 'zaak', 'doen', 'toestemming', 'vervanging'] as const;
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

/** Of what one is to do, only what came while one was here is news: the rest stands on its own page. */
export const vanTaak = (rij: ActieRij | TaakRij, gelezen: Gelezen): Bericht => {
  const id = `doen-${rij.id}`;
  const naar = 'zaak' in rij ? `/zaken/${rij.zaak}` : `/plannen/${rij.plan}`;
  return { id, soort: 'doen', tekst: rij.omschrijving, naar, gelezen: gelezen(id) };
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
