//! How somebody stands to something.

use super::grond::{GROND_DEELNEMER, GROND_GEMACHTIGDE, GROND_ROL};

/// How somebody stands to something. Of a zaak from near to far: of two that reach as far, the trail keeps the nearest.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Relatie {
    /// Works on it.
    Behandelaar,
    /// Registered it.
    Melder,
    /// Works in its field of law.
    Vakgenoot,
    /// Works on another zaak of the same person (C2-N7).
    ZelfdePersoon,
    /// Is regisseur of a running plan of a groep to which its person belongs (KING-R3).
    Regisseur,
    /// Works on a zaak of somebody who lives in the same huishouden (C2-K2, C2-E2).
    ZelfdeHuishouden,
    /// It is about them.
    Betrokkene,
    /// May be the second pair of eyes of the besluit that waits in it, and did not make it (C1-P7, C2-K8).
    Accordeur,
    /// Has gezag now over the minor it is about (KING-R1e, C2-R1).
    Gezaghouder,
    /// Comes in for the resident it is about, by a mandate.
    Gemachtigde,
    /// Takes part in it, where it is a gesprek.
    Deelnemer,
    /// Stands in, by a toekenning that holds now, for somebody who works on it, leads it or takes part in it (KING-R4d).
    Vervanger,
    /// May read it until a day, because the person it is about said so (KING-R6e).
    Toestemming,
    /// Is in a groep with the one it is about, who lets them see it until a day (KING-R1f).
    Medelid,
    /// None of these.
    Geen,
    /// May read the content of a zaak that belongs to it.
    ZietInhoud,
    /// May know that a zaak that belongs to it runs.
    WeetErvan,
    /// Works on a zaak of somebody who lives there.
    WerktVoorLid,
    /// Wrote it.
    Auteur,
    /// Is one of the groep that a plan is about.
    Lid,
    /// Stands around the groep that a plan is about.
    Participant,
    /// Stands in for who leads the plan (KING-R4d).
    VervangtRegisseur,
    /// Stands in for who works on a zaak of the plan.
    VervangtBehandelaar,
    /// Broke the glass of the plan, and it is not over (KING-R4e).
    Glas,
}

impl Relatie {
    /// The word in the trail.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Behandelaar => "behandelaar",
            Self::Melder => "melder",
            Self::Vakgenoot => "vakgenoot",
            Self::ZelfdePersoon => "zelfde_persoon",
            Self::Regisseur => "regisseur",
            Self::ZelfdeHuishouden => "zelfde_huishouden",
            Self::Betrokkene => "betrokkene",
            Self::Accordeur => "accordeur",
            Self::Gezaghouder => "gezaghouder",
            Self::Gemachtigde => GROND_GEMACHTIGDE,
            Self::Deelnemer => GROND_DEELNEMER,
            Self::Vervanger => "vervanger",
            Self::Toestemming => "toestemming",
            Self::Medelid => "medelid",
            Self::Geen => GROND_ROL,
            Self::ZietInhoud => "ziet_inhoud",
            Self::WeetErvan => "weet_ervan",
            Self::WerktVoorLid => "werkt_voor_lid",
            Self::Auteur => "auteur",
            Self::Lid => "lid",
            Self::Participant => "participant",
            Self::VervangtRegisseur => "vervangt_regisseur",
            Self::VervangtBehandelaar => "vervangt_behandelaar",
            Self::Glas => "glas",
        }
    }

    /// The word in the policy: who stands in no relation has a right by the role, which the trail calls so.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        if self == Self::Geen { "geen" } else { self.word() }
    }
}
