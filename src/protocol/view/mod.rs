//! What is shown. One type per view: whoever may see the view may see all of it. One file per concept.

mod actie;
mod antwoord;
mod beheerrekening;
mod beleid;
mod bescherming;
mod besluit;
mod bijdrage;
mod brief;
mod caseload;
mod concept;
mod contact;
mod gesprek;
mod groep;
mod huishouden;
mod kantlijn;
mod klantcontact;
mod leiding;
mod meekijken;
mod mens;
mod nazicht;
mod nieuw;
mod persoon;
mod plan;
mod planportaal;
mod sessie;
mod signaal;
mod sporen;
mod taak;
mod tijdlijn;
mod tijdreis;
mod toekenning;
mod verhuld;
mod weergaven;
mod werkzoek;
mod zaak;

pub use actie::{ActieRij, MijnActies};
pub use antwoord::{NieuweZaak, Uitgevoerd};
pub use beheerrekening::{
    LeningWat, RekeningKort, RekeningWat, ReserveringWat, SaldoWat, Saldobedragen, Saldostand, Saldostoring,
    TransactieWat,
};
pub use beleid::{BeleidWat, BeleidsobjectWat, CelWat, IngangWat, Ingangsoort, SignaalsoortWat};

pub use bescherming::{BeschermdRij, BeschermdWat, Openingen};
pub use besluit::{BesluitStap, BesluitWat, BesluitregelWat, GedaanDoor, VerslagversieWat, ZaakBesluit};
pub use bijdrage::{
    ActiemeldingWat, Bijdragesoort, Bijdragevermelding, DoelreactieWat, GelezenWat, MijnMelding, MijnReactie,
    NogNietWat, PlanBijdragen, WoordWat,
};
pub use brief::{BerichtwegWat, BriefWat, Briefstap, BrievenWat};
pub use caseload::{
    AfwezigWat, CaseloadWat, DagAantal, MedewerkerCaseload, MedewerkerZaken, TeamCaseload, Telling,
};
pub use concept::{ConceptAntwoord, ConceptBewaard, ConceptWat};
pub use contact::{AanvullingWat, AntwoordWat, ContactAntwoord, ContactWat, SprekerWat};
pub use gesprek::{AfspraakRij, AfspraakWat, Auteur, DocumentKort, DocumentWat, Documentstatus, GesprekWat};
pub use groep::{GroepWat, LidHuis, ParticipantWat};
pub use huishouden::{
    GezagWat, GezagsbronWat, Huisgenoot, HuishoudenAntwoord, HuishoudenMag, HuishoudenVoorstel,
    HuishoudenWat, LidWat, VerblijfWat,
};
pub use kantlijn::{
    BenoemdeVersieWat, KantlijnWat, OpmerkingWat, ReactieWat, VersieRij, VersiesWat, Versiesoort,
};
pub use klantcontact::KlantcontactWat;
pub use leiding::{GroepPoging, LeidingWat, PlanZonderRegisseur};
pub use meekijken::{MeekijkRij, MeekijkZaak, MeekijkenInPlan, MeekijkenVanMij};
pub use mens::{Aanwezige, Door, GemeenteKort, Ik, MedewerkerKort, SessieWat, Vertegenwoordigde, Zaakdeel};
pub use nazicht::{Collegas, KoppelingWat, NazichtRij, NazichtUitspraak, NazichtWat, NazichtenWat};
pub use nieuw::{NieuwWat, Onbezorgd, Vermelding};
pub use persoon::{
    AdresWat, BrpStand, BrpWat, Herkomst, KindWat, PersoonKort, PersoonTreffer, PersoonWat, Zoekantwoord,
};
pub use plan::{
    ActieWat, DoelWat, EigenaarWat, EindeWat, GekoppeldWat, LidKort, PlanAntwoord, PlanDeelnemer, PlanGezien,
    PlanLid, PlanRij, PlanWat,
};
pub use planportaal::{
    MijnPlan, NietInPortaal, PlanPortaal, PlanPortaalLid, PortaalActie, PortaalDoel, Portaalstand,
};
pub use sessie::{
    Apparaat, Browser, Deur, Ingangen, RolKort, Rolkeuze, SessieRij, Sessielijst, Toestel, Verder,
};
pub use signaal::{
    AandachtSignaal, AandachtWat, BetreftWat, InzendingWat, NogOnbekendWat, Ontvangen, SignaalAntwoord,
    SignaalRij, SignaalWat, SoortWat,
};
pub use sporen::{
    BetrokkeneKort, InzageBel, InzageDagWat, InzageRegelWat, InzageWat, SpoorPagina, SpoorPersonen,
    SpoorRegel,
};
pub use taak::{MijnTaken, TaakRij, TaakStap, TaakWat};
pub use tijdlijn::{Momentkeuze, Momentsoort, PlanMoment, PlanTijdlijn};
pub use tijdreis::{Beleidsversie, DocumentToen, TijdreisWat, Verschil, Zicht};
pub use toekenning::{
    GlasBeeindigd, GlasBeoordelingWat, GlasWat, GlazenWat, PlanDat, ToekenningenWat, ToestemmingMogelijk,
    ToestemmingVanMij, ToestemmingWat, ToestemmingenWat, VervangersWat, VervangingWat,
};
pub use weergaven::WeergavenWat;
pub use werkzoek::{Persoonvondst, Werkzoekantwoord, Zoekplek};
pub use zaak::{Tijdlijnregel, ZaakAntwoord, ZaakDat, ZaakRij, ZaakWat};
