//! What is sent: the bodies of commands and questions. Unknown fields are refused. One file per concept.

mod beheerrekening;
mod bescherming;
mod besluit;
mod concept;
mod contact;
mod gesprek;
mod groep;
mod huishouden;
mod medewerker;
mod nazicht;
mod opdracht;
mod opdrachtnaam;
mod persoon;
mod plan;
mod sessie;
mod signaal;
mod taak;
mod toekenning;
mod verhuld;
mod zaak;

pub use beheerrekening::NieuweRekening;
pub use bescherming::{Beschermingswijziging, NieuweBescherming};
pub use besluit::{Besluitwijziging, EenVersie, NieuwBesluit, NieuweBesluitregel, Voorstelafwijzing};
pub use concept::Conceptinhoud;
pub use contact::{NieuwAntwoord, NieuwContactmoment, NieuweAanvulling, NieuweContactmelding, SprekerKeuze};
pub use gesprek::{
    Deelnemerswijziging, EenOpmerking, NieuwDocument, NieuweOpmerking, NieuweReactie, Versienaam,
};
pub use groep::{NieuweGroep, NieuweParticipant, ParticipantWeg, Planstart};
pub use huishouden::{
    GezagEinde, GezagHerroeping, HouderKeuze, LidKeuze, NieuwGezag, NieuwHuishouden, Uitspraak, Verblijf,
    VerblijfHerroeping, Vertrek,
};
pub use medewerker::Afwezigmelding;
pub use nazicht::{Medewerkerkoppeling, Nazichtbeoordeling};
pub use opdracht::Opdracht;
pub use persoon::{
    DoelKeuze, IdentificatieKeuze, NieuwContact, NieuwUitBrp, NieuweBerichtweg, NieuweIdentiteit,
    NieuweOnbekende, NieuwePersoon, OpnieuwUitBrp, PersoonVraag, Werkzoekvraag, Zoekdoel,
};
pub use plan::{
    Achterhoudvraag, Doelafronding, Doelwijziging, EenActie, EenDoel, EenOnderdeel, EenRegisseur, EenZaak,
    NieuwDoel, NieuweAchterhouding, NieuweActie, Planafsluiting,
};
pub use sessie::GekozenRol;
pub use signaal::{Groepstraject, InkomendSignaal, NieuwSignaal, Persoonaanwijzing, SignaalAfhandeling};
pub use taak::{EenTaak, NieuweTaak, Taaktoewijzing};
pub use toekenning::{
    GlasBeoordeling, Meekijkstop, NieuwGlas, NieuwMeekijken, NieuweToestemmingsvraag, NieuweVervanging,
    Werkvoorraadoverdracht,
};
pub use zaak::{Leeg, NieuweMelding, Toewijzing, Vrijgave};
