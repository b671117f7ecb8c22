//! What the policy speaks of, and how somebody can stand to it.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Besluithandeling, Handeling, Kring, Plandeel, Relatie, Toegang};
use crate::domain::medewerker::Rol;
use crate::domain::signaal::Signaalsoort;
use crate::domain::zaaktype::Zaaktype;

/// Something to which rights are given.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Beleidsobject {
    /// A zaak of this type.
    Zaak(Zaaktype),
    /// A person.
    Persoon,
    /// A huishouden: who lives there, gezag, residence.
    Huishouden,
    /// A contact with its report.
    Contact,
    /// A talk, with the documents that belong to it.
    Gesprek,
    /// A beheerrekening.
    Rekening,
    /// A groep.
    Groep,
    /// A part of a plan.
    Plan(Plandeel),
    /// An act on a besluit.
    Besluit(Besluithandeling),
    /// A signaal of this kind.
    Signaal(Signaalsoort),
    /// A part of the wijkteam: whether the role belongs to it.
    Kring(Kring),
    /// Something that a role may do: *schrijven* is yes.
    Handeling(Handeling),
}

/// The kind of a [`Beleidsobject`], for who filters on it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Beleidsobjectsoort {
    /// Zaken.
    Zaak,
    /// Persons.
    Persoon,
    /// Huishoudens.
    Huishouden,
    /// Contacts.
    Contact,
    /// Talks and documents.
    Gesprek,
    /// Beheerrekeningen.
    Rekening,
    /// Groepen.
    Groep,
    /// Plans.
    Plan,
    /// Besluiten.
    Besluit,
    /// Signalen.
    Signaal,
    /// Parts of the wijkteam.
    Kring,
    /// What a role may do.
    Handeling,
}

impl Beleidsobjectsoort {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Zaak => "zaak",
            Self::Persoon => "persoon",
            Self::Huishouden => "huishouden",
            Self::Contact => "contact",
            Self::Gesprek => "gesprek",
            Self::Rekening => "rekening",
            Self::Groep => "groep",
            Self::Plan => "plan",
            Self::Besluit => "besluit",
            Self::Signaal => "signaal",
            Self::Kring => "kring",
            Self::Handeling => "handeling",
        }
    }
}

impl Beleidsobject {
    /// All of them.
    #[must_use]
    pub fn alle() -> Vec<Self> {
        let single =
            [Self::Persoon, Self::Huishouden, Self::Contact, Self::Gesprek, Self::Rekening, Self::Groep];
        Zaaktype::ALLE
            .map(Self::Zaak)
            .into_iter()
            .chain(single)
            .chain(Plandeel::ALLE.map(Self::Plan))
            .chain(Besluithandeling::ALLE.map(Self::Besluit))
            .chain(Signaalsoort::alle().map(Self::Signaal))
            .chain(Kring::ALLE.map(Self::Kring))
            .chain(Handeling::ALLE.map(Self::Handeling))
            .collect()
    }

    /// How somebody can stand to it.
    #[must_use]
    pub fn relaties(self) -> &'static [Relatie] {
        match self {
            Self::Zaak(_) => &[
                Relatie::Geen,
                Relatie::Behandelaar,
                Relatie::Melder,
                Relatie::Vakgenoot,
                Relatie::ZelfdePersoon,
                Relatie::Regisseur,
                Relatie::ZelfdeHuishouden,
                Relatie::Betrokkene,
                Relatie::Accordeur,
                Relatie::Gezaghouder,
                Relatie::Gemachtigde,
                Relatie::Vervanger,
                Relatie::Toestemming,
                Relatie::Medelid,
            ],
            Self::Persoon => &[
                Relatie::Geen,
                Relatie::Betrokkene,
                Relatie::Gemachtigde,
                Relatie::ZietInhoud,
                Relatie::WeetErvan,
            ],
            Self::Huishouden => &[Relatie::Geen, Relatie::WerktVoorLid, Relatie::Vervanger],
            Self::Contact => &[Relatie::Auteur, Relatie::ZietInhoud],
            Self::Gesprek => &[Relatie::Deelnemer, Relatie::Vervanger],
            Self::Rekening => {
                &[Relatie::Behandelaar, Relatie::Betrokkene, Relatie::Gemachtigde, Relatie::Vervanger]
            }
            Self::Groep => &[Relatie::Regisseur, Relatie::VervangtRegisseur],
            Self::Plan(_) => &[
                Relatie::Regisseur,
                Relatie::Behandelaar,
                Relatie::Lid,
                Relatie::Gezaghouder,
                Relatie::Medelid,
                Relatie::Participant,
                Relatie::VervangtRegisseur,
                Relatie::VervangtBehandelaar,
                Relatie::Glas,
            ],
            Self::Besluit(_) => &[Relatie::Geen, Relatie::Behandelaar, Relatie::Vakgenoot],
            Self::Signaal(_) => {
                &[Relatie::Geen, Relatie::Regisseur, Relatie::VervangtRegisseur, Relatie::Glas]
            }
            Self::Kring(_) | Self::Handeling(_) => &[Relatie::Geen],
        }
    }

    /// Its kind.
    #[must_use]
    pub fn soort(self) -> Beleidsobjectsoort {
        match self {
            Self::Zaak(_) => Beleidsobjectsoort::Zaak,
            Self::Persoon => Beleidsobjectsoort::Persoon,
            Self::Huishouden => Beleidsobjectsoort::Huishouden,
            Self::Contact => Beleidsobjectsoort::Contact,
            Self::Gesprek => Beleidsobjectsoort::Gesprek,
            Self::Rekening => Beleidsobjectsoort::Rekening,
            Self::Groep => Beleidsobjectsoort::Groep,
            Self::Plan(_) => Beleidsobjectsoort::Plan,
            Self::Besluit(_) => Beleidsobjectsoort::Besluit,
            Self::Signaal(_) => Beleidsobjectsoort::Signaal,
            Self::Kring(_) => Beleidsobjectsoort::Kring,
            Self::Handeling(_) => Beleidsobjectsoort::Handeling,
        }
    }

    /// One word for it, such as `zaak:MELDING-WMO`; the same words in every version.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Zaak(zaaktype) => format!("zaak:{}", zaaktype.code()),
            Self::Persoon => "persoon".to_owned(),
            Self::Huishouden => "huishouden".to_owned(),
            Self::Contact => "contact".to_owned(),
            Self::Gesprek => "gesprek".to_owned(),
            Self::Rekening => "rekening".to_owned(),
            Self::Groep => "groep".to_owned(),
            Self::Plan(deel) => format!("plan:{}", deel.word()),
            Self::Besluit(handeling) => format!("besluit:{}", handeling.word()),
            Self::Signaal(soort) => format!("signaal:{}", soort.word()),
            Self::Kring(kring) => format!("kring:{}", kring.word()),
            Self::Handeling(handeling) => format!("handeling:{}", handeling.word()),
        }
    }
}

/// One cell of the policy.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct Cel {
    /// Who.
    pub rol: Rol,
    /// To what.
    pub beleidsobject: Beleidsobject,
    /// Standing to it like this.
    pub relatie: Relatie,
}

impl Cel {
    /// As one word: `rol|beleidsobject|relatie`.
    #[must_use]
    pub fn word(self) -> String {
        format!("{}|{}|{}", self.rol.word(), self.beleidsobject.word(), self.relatie.sleutel())
    }
}

impl Toegang {
    /// All steps, the least first.
    pub const ALLE: [Self; 4] = [Self::Niets, Self::Dat, Self::Wat, Self::Schrijven];

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Niets => "niets",
            Self::Dat => "dat",
            Self::Wat => "wat",
            Self::Schrijven => "schrijven",
        }
    }
}
