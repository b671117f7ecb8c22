//! Who may look back at how a zaak was, and for what (N-7).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Handeling, TERUGKIJKEN, Toegang, mag};
use crate::domain::medewerker::Wie;

/// For what somebody looks back. It stands in the trail with the look.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tijdreisdoel {
    /// Somebody objects to what was decided.
    Bezwaar,
    /// Somebody complains.
    Klacht,
    /// Somebody wants to know what is kept of them (AVG art. 15).
    Inzageverzoek,
    /// To see whether rules were kept.
    Controle,
    /// To go on with the zaak.
    Behandeling,
}

impl Tijdreisdoel {
    /// All of them, in the order in which a form shows them.
    pub const ALLE: [Self; 5] =
        [Self::Behandeling, Self::Bezwaar, Self::Klacht, Self::Inzageverzoek, Self::Controle];

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Bezwaar => "bezwaar",
            Self::Klacht => "klacht",
            Self::Inzageverzoek => "inzageverzoek",
            Self::Controle => "controle",
            Self::Behandeling => "behandeling",
        }
    }

    /// The purpose for a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|doel| doel.word() == word)
    }

    /// The look, as it stands in the trail.
    #[must_use]
    pub fn handeling(self) -> &'static str {
        match self {
            Self::Bezwaar => "zaak.tijdreis.bezwaar",
            Self::Klacht => "zaak.tijdreis.klacht",
            Self::Inzageverzoek => "zaak.tijdreis.inzageverzoek",
            Self::Controle => "zaak.tijdreis.controle",
            Self::Behandeling => "zaak.tijdreis.behandeling",
        }
    }
}

/// How far `wie` may look back at a zaak of which they may see this much now: who sees its content, and who looks after privacy.
#[must_use]
pub fn op_tijdreis(wie: &Wie, op_zaak: Toegang) -> Toegang {
    match op_zaak {
        Toegang::Schrijven | Toegang::Wat => Toegang::Wat,
        Toegang::Dat if mag(wie.rol, Handeling::Terugkijken) => Toegang::Wat,
        Toegang::Dat | Toegang::Niets => Toegang::Niets,
    }
}

/// As which act looking back asks for a fresh proof (G37): for who does so by the role, which opens the content at no other time. Whichever
/// zaak it is, so that the question tells of none.
#[must_use]
pub fn terugkijken_als(wie: &Wie) -> Option<&'static str> {
    mag(wie.rol, Handeling::Terugkijken).then_some(TERUGKIJKEN)
}

/// Whether `wie` may read of everybody that they could know of a zaak. Who had that by way of the person, the huishouden or a plan is told
/// to nobody else: it would say that they work for somebody there.
#[must_use]
pub fn ziet_alle_verbanden(wie: &Wie) -> bool {
    mag(wie.rol, Handeling::Terugkijken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bevoegdheid::vraagt_stap_op;
    use crate::domain::check::wie;
    use crate::domain::medewerker::Rol;

    // shows N-7, G37
    #[test]
    fn who_sees_the_content_looks_back_and_who_looks_after_privacy() {
        for rol in Rol::ALLE {
            let officer = rol == Rol::Privacyfunctionaris;
            assert_eq!(op_tijdreis(&wie(rol), Toegang::Niets), Toegang::Niets, "{rol:?}");
            assert_eq!(op_tijdreis(&wie(rol), Toegang::Dat) == Toegang::Wat, officer, "{rol:?}");
            assert_eq!(op_tijdreis(&wie(rol), Toegang::Schrijven), Toegang::Wat, "{rol:?}");
            assert_eq!(ziet_alle_verbanden(&wie(rol)), officer, "{rol:?}");
            assert_eq!(terugkijken_als(&wie(rol)).is_some_and(vraagt_stap_op), officer, "{rol:?}");
        }
        for doel in Tijdreisdoel::ALLE {
            assert_eq!(Tijdreisdoel::from_word(doel.word()), Some(doel));
            assert!(doel.handeling().ends_with(doel.word()));
        }
    }
}
