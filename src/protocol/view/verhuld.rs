//! Views that say something of somebody: they cannot be logged by accident (ADR 17).

use super::{
    AandachtSignaal, AanvullingWat, Aanwezige, ActieRij, ActieWat, ActiemeldingWat, AdresWat, AfspraakRij,
    AfspraakWat, AntwoordWat, BerichtwegWat, BesluitWat, BesluitregelWat, BetrokkeneKort, BriefWat, BrpWat,
    ConceptWat, DocumentKort, DocumentToen, DocumentWat, DoelWat, DoelreactieWat, Door, EindeWat, GesprekWat,
    GezagWat, GlasBeoordelingWat, GlasWat, GroepWat, Huisgenoot, Ik, InzageRegelWat, InzendingWat, KindWat,
    KlantcontactWat, LeningWat, LidKort, MedewerkerCaseload, MedewerkerKort, MedewerkerZaken, MijnActies,
    MijnMelding, MijnReactie, MijnTaken, NazichtUitspraak, NazichtWat, NietInPortaal, NogNietWat,
    NogOnbekendWat, Ontvangen, ParticipantWat, PersoonKort, PersoonTreffer, PersoonWat, PlanMoment,
    PlanTijdlijn, PortaalActie, PortaalDoel, RekeningKort, ReserveringWat, Saldobedragen, SignaalRij,
    SignaalWat, SpoorPagina, SpoorRegel, SprekerWat, TaakRij, TaakWat, Tijdlijnregel, ToestemmingMogelijk,
    ToestemmingVanMij, ToestemmingWat, ToestemmingenWat, TransactieWat, VerblijfWat, Verschil,
    Vertegenwoordigde, VervangingWat, WoordWat, ZaakDat, ZaakRij, ZaakWat, Zicht,
};

/// What these say of somebody stays out of every log: shown for debugging they are a name.
macro_rules! zonder_inhoud {
    ($($view:ident),+ $(,)?) => {
        $(impl std::fmt::Debug for $view {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($view), "(***)"))
            }
        })+
    };
}

zonder_inhoud!(
    ActiemeldingWat,
    DoelreactieWat,
    MijnMelding,
    MijnReactie,
    PortaalDoel,
    NogNietWat,
    WoordWat,
    AandachtSignaal,
    AanvullingWat,
    Aanwezige,
    ActieRij,
    ActieWat,
    AfspraakRij,
    AfspraakWat,
    GesprekWat,
    AdresWat,
    AntwoordWat,
    BerichtwegWat,
    BesluitWat,
    BesluitregelWat,
    BetrokkeneKort,
    BriefWat,
    BrpWat,
    ConceptWat,
    DocumentKort,
    DocumentToen,
    DocumentWat,
    DoelWat,
    Door,
    EindeWat,
    GezagWat,
    GlasBeoordelingWat,
    GlasWat,
    GroepWat,
    Huisgenoot,
    Ik,
    InzageRegelWat,
    InzendingWat,
    KindWat,
    KlantcontactWat,
    LeningWat,
    LidKort,
    MedewerkerCaseload,
    MedewerkerKort,
    MedewerkerZaken,
    MijnActies,
    MijnTaken,
    NazichtUitspraak,
    NazichtWat,
    NietInPortaal,
    NogOnbekendWat,
    Ontvangen,
    ParticipantWat,
    PersoonKort,
    PersoonTreffer,
    PersoonWat,
    PlanMoment,
    PlanTijdlijn,
    PortaalActie,
    RekeningKort,
    ReserveringWat,
    Saldobedragen,
    SignaalRij,
    SignaalWat,
    SpoorPagina,
    SpoorRegel,
    SprekerWat,
    TaakRij,
    TaakWat,
    Tijdlijnregel,
    ToestemmingMogelijk,
    ToestemmingVanMij,
    ToestemmingWat,
    ToestemmingenWat,
    TransactieWat,
    VerblijfWat,
    Verschil,
    Vertegenwoordigde,
    VervangingWat,
    ZaakDat,
    ZaakRij,
    ZaakWat,
    Zicht,
);

#[cfg(test)]
mod tests {
    use super::*;

    // shows G33
    #[test]
    fn what_is_shown_to_somebody_is_not_shown_for_debugging() {
        let door =
            Door { id: uuid::Uuid::from_u128(1).into(), naam: "Maria Verhoef".to_owned(), namens: None };
        assert_eq!(format!("{door:?}"), "Door(***)");
    }
}
