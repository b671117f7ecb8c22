//! What is shown. One type per view: whoever may see the view may see all of it. One file per concept.

mod antwoord;
mod contact;
mod gesprek;
mod huishouden;
mod mens;
mod persoon;
mod zaak;

pub use antwoord::{NieuweZaak, Uitgevoerd};
pub use contact::{AanvullingWat, AntwoordWat, ContactAntwoord, ContactWat, SprekerWat};
pub use gesprek::{Auteur, DocumentKort, DocumentWat, Documentstatus, GesprekWat};
pub use huishouden::{
    GezagWat, GezagsbronWat, Huisgenoot, HuishoudenAntwoord, HuishoudenVoorstel, HuishoudenWat, LidWat,
    VerblijfWat,
};
pub use mens::{Aanwezige, Door, GemeenteKort, Ik, MedewerkerKort, SessieWat};
pub use persoon::{
    AdresWat, BrpStand, BrpWat, Herkomst, PersoonKort, PersoonTreffer, PersoonWat, Zoekantwoord,
};
pub use zaak::{Tijdlijnregel, ZaakAntwoord, ZaakDat, ZaakRij, ZaakWat};
