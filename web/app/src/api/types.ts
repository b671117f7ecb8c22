// The types of the wire, made from the server's own (npm run types); the page names them here and nowhere else.
import type { components } from './schema';

type Schemas = components['schemas'];

export type AandachtWat = Schemas['AandachtWat'];
export type Aanwezige = Schemas['Aanwezige'];
export type ActieWat = Schemas['ActieWat'];
export type AdresWat = Schemas['AdresWat'];
export type Afhandeling = Schemas['Afhandeling'];
export type Auteur = Schemas['Auteur'];
export type Beheervorm = Schemas['Beheervorm'];
export type CaseloadWat = Schemas['CaseloadWat'];
export type DocumentKort = Schemas['DocumentKort'];
export type DocumentWat = Schemas['DocumentWat'];
export type DoelWat = Schemas['DoelWat'];
export type Domein = Schemas['Domein'];
export type Bronsoort = Schemas['Bronsoort'];
export type Door = Schemas['Door'];
export type GroepWat = Schemas['GroepWat'];
export type Ik = Schemas['Ik'];
export type Kanaal = Schemas['Kanaal'];
export type MedewerkerCaseload = Schemas['MedewerkerCaseload'];
export type MedewerkerKort = Schemas['MedewerkerKort'];
export type MedewerkerZaken = Schemas['MedewerkerZaken'];
export type NieuweMelding = Schemas['NieuweMelding'];
export type NieuwePersoon = Schemas['NieuwePersoon'];
export type PersoonKort = Schemas['PersoonKort'];
export type PersoonVraag = Schemas['PersoonVraag'];
export type PersoonWat = Schemas['PersoonWat'];
export type LeningWat = Schemas['LeningWat'];
export type PlanAntwoord = Schemas['PlanAntwoord'];
export type PlanDeelnemer = Schemas['PlanDeelnemer'];
export type PlanLid = Schemas['PlanLid'];
export type PlanRij = Schemas['PlanRij'];
export type PlanWat = Schemas['PlanWat'];
export type Problem = Schemas['Problem'];
export type RekeningKort = Schemas['RekeningKort'];
export type ReserveringWat = Schemas['ReserveringWat'];
export type Rol = Schemas['Rol'];
export type Saldobedragen = Schemas['Saldobedragen'];
export type Saldostoring = Schemas['Saldostoring'];
export type SaldoWat = Schemas['SaldoWat'];
export type SignaalAntwoord = Schemas['SignaalAntwoord'];
export type SignaalRij = Schemas['SignaalRij'];
export type SignaalWat = Schemas['SignaalWat'];
export type Signaalsoort = Schemas['Signaalsoort'];
export type SoortWat = Schemas['SoortWat'];
export type Tijdlijnregel = Schemas['Tijdlijnregel'];
export type TransactieWat = Schemas['TransactieWat'];
export type Uitgevoerd = Schemas['Uitgevoerd'];
export type Urgentie = Schemas['Urgentie'];
export type Voor = Schemas['Voor'];
export type ZaakAntwoord = Schemas['ZaakAntwoord'];
export type ZaakDat = Schemas['ZaakDat'];
export type ZaakRij = Schemas['ZaakRij'];
export type Zaakstatus = Schemas['Zaakstatus'];
export type Zaaktype = Schemas['Zaaktype'];
export type ZaaktypeWat = Schemas['ZaaktypeKort'];
export type ZaakWat = Schemas['ZaakWat'];

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
