//! What is sent: the bodies of commands and questions. Unknown fields are refused. One file per concept.

mod beheerrekening;
mod bescherming;
mod besluit;
mod concept;
mod contact;
mod gesprek;
mod groep;
mod huishouden;
mod klantcontact;
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
mod weergaven;
mod zaak;

pub use beheerrekening::NieuweRekening;
pub use bescherming::{Beschermingswijziging, NieuweBescherming};
pub use besluit::{Besluitwijziging, EenVersie, NieuwBesluit, NieuweBesluitregel, Voorstelafwijzing};
pub use concept::Conceptinhoud;
pub use contact::{NieuwAntwoord, NieuwContactmoment, NieuweAanvulling, NieuweContactmelding, SprekerKeuze};
pub use gesprek::{
    Afzegging, Deelnemerswijziging, EenOpmerking, NieuwDocument, NieuweAfspraak, NieuweOpmerking,
    NieuweReactie, Versienaam,
};
pub use groep::{NieuweGroep, NieuweParticipant, ParticipantWeg, Planstart};
pub use huishouden::{
    GezagEinde, GezagHerroeping, HouderKeuze, LidKeuze, NieuwGezag, NieuwHuishouden, Uitspraak, Verblijf,
    VerblijfHerroeping, Vertrek,
};
pub use klantcontact::NieuwKlantcontact;
pub use medewerker::Afwezigmelding;
pub use nazicht::{Medewerkerkoppeling, Nazichtbeoordeling};
pub use opdracht::Opdracht;
pub use persoon::{
    DoelKeuze, IdentificatieKeuze, NieuwContact, NieuwUitBrp, NieuweBerichtweg, NieuweIdentiteit,
    NieuweOnbekende, NieuwePersoon, OpnieuwUitBrp, PersoonVraag, Werkzoekvraag, Zoekdoel,
};
pub use plan::{
    Achterhoudvraag, Doelafronding, Doelwijziging, EenActie, EenDoel, EenDoelreactie, EenOnderdeel,
    EenRegisseur, EenZaak, NieuwDoel, NieuwReactieantwoord, NieuweAchterhouding, NieuweActie,
    NieuweActiemelding, NieuweDoelreactie, NieuweDoorvraag, Planafsluiting,
};
pub use sessie::GekozenRol;
pub use signaal::{
    Groepstraject, InkomendSignaal, NieuwSignaal, Persoonaanwijzing, SignaalAfhandeling, Signaalheropening,
};
pub use taak::{EenTaak, NieuweTaak, Taaktoewijzing};
pub use toekenning::{
    GlasBeoordeling, Meekijkstop, NieuwGlas, NieuwMeekijken, NieuweToestemmingsvraag, NieuweVervanging,
    Werkvoorraadoverdracht,
};
pub use weergaven::Weergavenlijst;
pub use zaak::{Leeg, NieuweMelding, Toewijzing, Vrijgave};
