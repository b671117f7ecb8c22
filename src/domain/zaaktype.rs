//! The zaaktypen that a melding can start, with the law's term. Facts: `docs/bronnen.md`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::besluit::Besluitsoort;

/// The field of law under which a zaak runs; rights and teams follow it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Domein {
    /// Wet maatschappelijke ondersteuning 2015.
    Wmo,
    /// Jeugdwet.
    Jeugd,
    /// Participatiewet.
    Inkomen,
}

/// Whether a second pair of eyes must agree before a besluit is taken (C2-N11). By zaaktype and by what is decided; a random sample comes with
/// settings.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Akkoordregel {
    /// Always.
    Verplicht,
    /// Who proposes may ask for it.
    Facultatief,
}

/// A zaaktype, by the identification in the catalogue.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
pub enum Zaaktype {
    /// Melding maatschappelijke ondersteuning (Wmo 2015 art. 2.3.2).
    #[serde(rename = "MELDING-WMO")]
    MeldingWmo,
    /// Melding en aanvraag jeugdhulp (Jeugdwet; Awb 4:13).
    #[serde(rename = "AANVRAAG-JEUGDHULP")]
    AanvraagJeugdhulp,
    /// Aanvraag bijzondere bijstand (Participatiewet art. 35; Awb 4:13).
    #[serde(rename = "AANVRAAG-BIJZONDERE-BIJSTAND")]
    AanvraagBijzondereBijstand,
    /// Aanvraag uitkering levensonderhoud (Participatiewet; Awb 4:13).
    #[serde(rename = "AANVRAAG-LEVENSONDERHOUD")]
    AanvraagLevensonderhoud,
    /// Onderzoek rechtmatigheid (Participatiewet art. 53a); confidential.
    #[serde(rename = "ONDERZOEK-RECHTMATIGHEID")]
    OnderzoekRechtmatigheid,
}

/// Who says that it cannot wait is called on the next werkdag. Our own figure, no law's.
const CONTACT_BIJ_SPOED_WERKDAGEN: u8 = 1;

impl Zaaktype {
    /// All of them, in the order in which a form shows them.
    pub const ALLE: [Self; 5] = [
        Self::MeldingWmo,
        Self::AanvraagJeugdhulp,
        Self::AanvraagBijzondereBijstand,
        Self::AanvraagLevensonderhoud,
        Self::OnderzoekRechtmatigheid,
    ];

    /// The identification in the catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::MeldingWmo => "MELDING-WMO",
            Self::AanvraagJeugdhulp => "AANVRAAG-JEUGDHULP",
            Self::AanvraagBijzondereBijstand => "AANVRAAG-BIJZONDERE-BIJSTAND",
            Self::AanvraagLevensonderhoud => "AANVRAAG-LEVENSONDERHOUD",
            Self::OnderzoekRechtmatigheid => "ONDERZOEK-RECHTMATIGHEID",
        }
    }

    /// The zaaktype with this identification.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|zaaktype| zaaktype.code() == code)
    }

    /// What caseworkers call it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::MeldingWmo => "Wmo-melding",
            Self::AanvraagJeugdhulp => "Jeugdhulp",
            Self::AanvraagBijzondereBijstand => "Bijzondere bijstand",
            Self::AanvraagLevensonderhoud => "Levensonderhoud",
            Self::OnderzoekRechtmatigheid => "Onderzoek rechtmatigheid",
        }
    }

    /// The field of law.
    #[must_use]
    pub fn domein(self) -> Domein {
        match self {
            Self::MeldingWmo => Domein::Wmo,
            Self::AanvraagJeugdhulp => Domein::Jeugd,
            Self::AanvraagBijzondereBijstand
            | Self::AanvraagLevensonderhoud
            | Self::OnderzoekRechtmatigheid => Domein::Inkomen,
        }
    }

    /// Days within which it must be finished, counted from the day it came in.
    #[must_use]
    pub fn doorlooptijd_dagen(self) -> i32 {
        match self {
            Self::MeldingWmo => 42,
            Self::AanvraagJeugdhulp | Self::AanvraagBijzondereBijstand | Self::AanvraagLevensonderhoud => 56,
            Self::OnderzoekRechtmatigheid => 91,
        }
    }

    /// Werkdagen within which whoever reported something that cannot wait is spoken to for the first time. For what is not a crisis no law has
    /// a figure in these fields: a day is our own (`docs/bronnen.md`). In schuldhulpverlening it will be three (Wgs art. 4 lid 2), when there is
    /// a zaaktype of it.
    #[must_use]
    pub fn contact_bij_spoed_werkdagen(self) -> u8 {
        match self {
            Self::MeldingWmo
            | Self::AanvraagJeugdhulp
            | Self::AanvraagBijzondereBijstand
            | Self::AanvraagLevensonderhoud
            | Self::OnderzoekRechtmatigheid => CONTACT_BIJ_SPOED_WERKDAGEN,
        }
    }

    /// Whether a second pair of eyes must agree with this besluit on it: where something is given, always (C1-P7, N-13), and where a
    /// right that was applied for is withheld. That nothing follows on a melding is no such besluit (Wmo 2015 art. 2.3.2: what follows on it
    /// is an investigation); there a colleague advises.
    #[must_use]
    pub fn akkoord(self, soort: Besluitsoort) -> Akkoordregel {
        match self {
            Self::MeldingWmo if !soort.geeft() => Akkoordregel::Facultatief,
            Self::MeldingWmo
            | Self::AanvraagJeugdhulp
            | Self::AanvraagBijzondereBijstand
            | Self::AanvraagLevensonderhoud
            | Self::OnderzoekRechtmatigheid => Akkoordregel::Verplicht,
        }
    }

    /// Whether a klantcontactmedewerker may know *that* it runs (KING-R5c).
    #[must_use]
    pub fn zichtbaar_voor_kcc(self) -> bool {
        match self {
            Self::MeldingWmo | Self::AanvraagBijzondereBijstand | Self::AanvraagLevensonderhoud => true,
            Self::AanvraagJeugdhulp | Self::OnderzoekRechtmatigheid => false,
        }
    }

    /// Whether only those who work in its field of law, or distribute the work, may know that it runs: not who helps the same person
    /// or huishouden, not the desk, and not the person (ENS-S5, C2-K2).
    #[must_use]
    pub fn vertrouwelijk(self) -> bool {
        match self {
            Self::OnderzoekRechtmatigheid => true,
            Self::MeldingWmo
            | Self::AanvraagJeugdhulp
            | Self::AanvraagBijzondereBijstand
            | Self::AanvraagLevensonderhoud => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_match_the_stored_form() {
        for zaaktype in Zaaktype::ALLE {
            assert_eq!(Zaaktype::from_code(zaaktype.code()), Some(zaaktype));
            assert_eq!(serde_json::to_string(&zaaktype).unwrap(), format!("\"{}\"", zaaktype.code()));
        }
        assert_eq!(Zaaktype::from_code("melding-wmo"), None);
    }
}
