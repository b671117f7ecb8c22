// The types of the wire, by hand after src/protocol/ until the server's openapi.json is here: then this file becomes a list of
// `export type X = components['schemas']['X']` from ./schema, and nothing else changes.

export type Domein = 'wmo' | 'jeugd' | 'inkomen';
export type Zaakstatus = 'ontvangen' | 'verdeeld' | 'onderzoek';
export type Kanaal = 'balie' | 'telefoon' | 'portaal' | 'post' | 'ketenpartner';
export type Urgentie = 'gewoon' | 'spoed' | 'crisis';
export type Toegang = 'niets' | 'dat' | 'wat' | 'schrijven';
export type Rol = string;

export interface Door {
  id: string;
  naam: string;
}

export interface MedewerkerKort {
  id: string;
  naam: string;
  rol: Rol;
  rol_naam: string;
  initiaal: string;
  team: Domein | null;
}

export interface Ik extends MedewerkerKort {
  gemeente: { id: string; naam: string };
  persoon: string | null;
  sessie: { verloopt_op: string; uiterlijk_op: string };
}

export interface ZaaktypeWat {
  code: string;
  naam: string;
  wet: Domein;
  doorlooptijd_dagen: number;
}

export interface ZaakDat {
  id: string;
  zaaknummer: string;
  zaaktype: string;
  zaaktype_naam: string;
  domein: Domein;
  status: Zaakstatus;
  behandelaars: Door[];
  ontvangen_op: string;
  uiterlijk_op: string;
  versie: number;
}

export interface PersoonKort {
  id: string;
  naam: string;
  geboortedatum: string | null;
}

export interface ZaakRij extends ZaakDat {
  toegang: Toegang;
  persoon?: PersoonKort;
  onderwerp?: string;
  urgentie?: Urgentie;
}

export interface Tijdlijnregel {
  versie: number;
  soort: string;
  at: string;
  door: Door | null;
  namen?: string[];
  reden?: string;
}

export interface ZaakWat extends ZaakDat {
  persoon: string;
  onderwerp: string;
  toelichting: string | null;
  kanaal: Kanaal;
  urgentie: Urgentie;
  tijdlijn: Tijdlijnregel[];
}

export type ZaakAntwoord =
  | ({ toegang: 'dat' } & ZaakDat)
  | ({ toegang: 'wat' } & ZaakWat)
  | ({ toegang: 'schrijven' } & ZaakWat);

export interface AdresWat {
  straat: string;
  huisnummer: string;
  postcode: string;
  plaats: string;
}

export interface PersoonWat {
  id: string;
  naam: string;
  bsn: string | null;
  voornamen: string;
  voorvoegsel: string | null;
  achternaam: string;
  geboortedatum: string | null;
  telefoon: string | null;
  adres: AdresWat | null;
  versie: number;
}

export interface GesprekWat {
  id: string;
  zaken: string[];
  deelnemers: Door[];
  documenten: string[];
  versie: number;
}

export interface DocumentKort {
  id: string;
  soort: 'gespreksverslag';
  titel: string;
  gesprek: string;
  deelnemers: Door[];
  geopend_op: string;
}

export interface Auteur {
  client: number;
  door: Door | null;
}

export interface DocumentWat extends DocumentKort {
  status: 'open' | 'bevroren' | 'getekend';
  zaken: string[];
  auteurs: Auteur[];
}

export interface Aanwezige {
  id: string;
  naam: string;
  initiaal: string;
  plek: number;
}

export interface Uitgevoerd {
  id: string;
  versie: number;
  positie: number;
  zaaknummer?: string;
  gesprek?: string;
}

export interface PersoonVraag {
  bsn?: string;
  naam?: string;
  geboortedatum?: string;
}

export interface NieuwePersoon {
  bsn?: string;
  voornamen: string;
  voorvoegsel?: string;
  achternaam: string;
  geboortedatum?: string;
  telefoon?: string;
  adres?: AdresWat;
}

export interface NieuweMelding {
  persoon: string;
  zaaktype: string;
  onderwerp: string;
  toelichting?: string;
  kanaal: Kanaal;
  urgentie: Urgentie;
}

export interface Toewijzing {
  behandelaars: string[];
  reden?: string;
}

export interface NieuwDocument {
  soort: 'gespreksverslag';
  zaken?: string[];
  deelnemers?: string[];
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  bewaard: 'ja' | 'nee' | 'lokaal';
  velden?: { veld: string; code: string; uitleg?: string }[];
  versie?: number;
}

/** `GET /demo/personas`, demo mode only. */
export interface Persona {
  persona: string;
  naam: string;
  rol: Rol;
  rol_naam: string;
  initiaal: string;
  start: string;
  omschrijving: string;
}
