//! What is shown. One type per view: whoever may see the view may see all of it. One file per concept.

mod antwoord;
mod beheerrekening;
mod caseload;
mod gesprek;
mod groep;
mod mens;
mod persoon;
mod plan;
mod signaal;
mod zaak;

pub use antwoord::Uitgevoerd;
pub use beheerrekening::{
    LeningWat, RekeningKort, RekeningWat, ReserveringWat, SaldoWat, Saldobedragen, Saldostand, Saldostoring,
    TransactieWat,
};

pub use caseload::{
    AfwezigWat, CaseloadWat, DagAantal, MedewerkerCaseload, MedewerkerZaken, TeamCaseload, Telling,
};
pub use gesprek::{Auteur, DocumentKort, DocumentWat, Documentstatus, GesprekWat};
pub use groep::{GroepWat, ParticipantWat};
pub use mens::{Aanwezige, Door, GemeenteKort, Ik, MedewerkerKort, SessieWat};
pub use persoon::{AdresWat, PersoonKort, PersoonWat};
pub use plan::{
    ActieWat, DoelWat, EigenaarWat, EindeWat, GekoppeldWat, LidKort, PlanAntwoord, PlanDeelnemer, PlanGezien,
    PlanLid, PlanRij, PlanWat,
};
pub use signaal::{
    AandachtSignaal, AandachtWat, BetreftWat, InzendingWat, NogOnbekendWat, Ontvangen, SignaalAntwoord,
    SignaalRij, SignaalWat, SoortWat,
};
pub use zaak::{Tijdlijnregel, ZaakAntwoord, ZaakDat, ZaakRij, ZaakWat};
