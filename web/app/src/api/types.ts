// The types of the wire, made from the server's own (npm run types); the page names them here and nowhere else.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Aanwezige = Schemas['Aanwezige'];
export type AdresWat = Schemas['AdresWat'];
export type AntwoordWat = Schemas['AntwoordWat'];
export type Auteur = Schemas['Auteur'];
export type BrpStand = Schemas['BrpStand'];
export type ContactWat = Schemas['ContactWat'];
export type DocumentKort = Schemas['DocumentKort'];
export type DocumentWat = Schemas['DocumentWat'];
export type Domein = Schemas['Domein'];
export type Door = Schemas['Door'];
export type Gezagsgrond = Schemas['Gezagsgrond'];
export type GezagWat = Schemas['GezagWat'];
export type HuishoudenAntwoord = Schemas['HuishoudenAntwoord'];
export type HuishoudenVoorstel = Schemas['HuishoudenVoorstel'];
export type HuishoudenWat = Schemas['HuishoudenWat'];
export type Identiteitscontrole = Schemas['Identiteitscontrole'];
export type Ik = Schemas['Ik'];
export type Kanaal = Schemas['Kanaal'];
export type LidWat = Schemas['LidWat'];
export type MedewerkerKort = Schemas['MedewerkerKort'];
export type NieuweZaak = Schemas['NieuweZaak'];
export type NieuwContactmoment = Schemas['NieuwContactmoment'];
export type NieuweMelding = Schemas['NieuweMelding'];
export type NieuwePersoon = Schemas['NieuwePersoon'];
export type PersoonKort = Schemas['PersoonKort'];
export type PersoonTreffer = Schemas['PersoonTreffer'];
export type PersoonVraag = Schemas['PersoonVraag'];
export type PersoonWat = Schemas['PersoonWat'];
export type Problem = Schemas['Problem'];
export type Rol = Schemas['Rol'];
export type SprekerKeuze = Schemas['SprekerKeuze'];
export type SprekerWat = Schemas['SprekerWat'];
export type Tijdlijnregel = Schemas['Tijdlijnregel'];
export type Uitgevoerd = Schemas['Uitgevoerd'];
export type Urgentie = Schemas['Urgentie'];
export type Verblijfsbron = Schemas['Verblijfsbron'];
export type Verslagvraag = Schemas['Verslagvraag'];
export type ZaakAntwoord = Schemas['ZaakAntwoord'];
export type ZaakDat = Schemas['ZaakDat'];
export type ZaakRij = Schemas['ZaakRij'];
export type Zaakstatus = Schemas['Zaakstatus'];
export type Zaaktype = Schemas['Zaaktype'];
export type ZaaktypeWat = Schemas['ZaaktypeKort'];
export type ZaakWat = Schemas['ZaakWat'];

export type Zoekantwoord = Schemas['Zoekantwoord'];

/** `GET /demo/personas`: demo mode only, and therefore not in the description of the interface. */
export interface Persona {
  persona: string;
  naam: string;
  rol: Rol;
  rol_naam: string;
  initiaal: string;
  start: string;
  omschrijving: string;
}
