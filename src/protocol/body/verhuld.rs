//! Bodies that say something of somebody: they cannot be logged by accident.

use super::{
    Afzegging, Beschermingswijziging, Besluitwijziging, Conceptinhoud, GezagHerroeping, GlasBeoordeling,
    InkomendSignaal, Meekijkstop, Nazichtbeoordeling, NieuwBesluit, NieuwContactmoment, NieuwGlas,
    NieuwReactieantwoord, NieuwSignaal, NieuwUitBrp, NieuweAchterhouding, NieuweActiemelding,
    NieuweBerichtweg, NieuweBescherming, NieuweBesluitregel, NieuweDoelreactie, NieuweDoorvraag,
    NieuweMelding, NieuweOnbekende, NieuweOpmerking, NieuwePersoon, NieuweReactie, NieuweToestemmingsvraag,
    NieuweVervanging, Opdracht, OpnieuwUitBrp, PersoonVraag, Signaalheropening, VerblijfHerroeping,
    Versienaam, Voorstelafwijzing, Werkvoorraadoverdracht, Werkzoekvraag,
};

/// What these say of somebody stays out of every log: shown for debugging they are a name.
macro_rules! zonder_inhoud {
    ($($body:ident),+) => {
        $(impl std::fmt::Debug for $body {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($body), "(***)"))
            }
        })+
    };
}

zonder_inhoud!(
    Signaalheropening,
    NieuweActiemelding,
    NieuweDoelreactie,
    NieuweDoorvraag,
    NieuwReactieantwoord,
    GezagHerroeping,
    VerblijfHerroeping,
    PersoonVraag,
    Werkzoekvraag,
    NieuwePersoon,
    NieuweOnbekende,
    NieuwUitBrp,
    OpnieuwUitBrp,
    NieuwSignaal,
    InkomendSignaal,
    NieuwContactmoment,
    NieuweBerichtweg,
    NieuweMelding,
    NieuwBesluit,
    NieuweBesluitregel,
    Besluitwijziging,
    Voorstelafwijzing,
    NieuweVervanging,
    NieuweToestemmingsvraag,
    NieuwGlas,
    GlasBeoordeling,
    Meekijkstop,
    Werkvoorraadoverdracht,
    NieuweAchterhouding,
    NieuweOpmerking,
    NieuweReactie,
    Afzegging,
    Versienaam,
    NieuweBescherming,
    Beschermingswijziging,
    Nazichtbeoordeling,
    Conceptinhoud
);

impl std::fmt::Debug for Opdracht {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}(***)", self.naam())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_sent_is_not_shown_for_debugging() {
        let vraag: PersoonVraag =
            serde_json::from_str(r#"{"bsn":"999990019","naam":"Maria Verhoef"}"#).unwrap();
        let persoon: NieuwePersoon =
            serde_json::from_str(r#"{"voornamen":"Maria","achternaam":"Verhoef","bsn":"999990019"}"#)
                .unwrap();
        let opdracht = Opdracht::RegistreerPersoon(persoon.clone());
        for shown in [format!("{vraag:?}"), format!("{persoon:?}"), format!("{opdracht:?}")] {
            assert!(shown.ends_with("(***)") && !shown.contains("999990019"), "{shown}");
            assert!(!shown.contains("Verhoef"), "{shown}");
        }
    }
}
