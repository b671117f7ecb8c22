//! The names of topics: an object and a view of it.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::domain::ids::{ContactId, DocumentId, GesprekId, HuishoudenId, MedewerkerId, PersoonId, ZaakId};

/// A topic on `/rt`. Ids and fixed words, nothing else.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Topic {
    /// That a zaak runs.
    ZaakDat(ZaakId),
    /// A zaak's line in a list.
    ZaakRij(ZaakId),
    /// A zaak's line in the view of a huishouden: that it runs, and for whom.
    ZaakHuishouden(ZaakId),
    /// A zaak with its content.
    ZaakWat(ZaakId),
    /// Who has a zaak open.
    ZaakTafel(ZaakId),
    /// A person.
    Persoon(PersoonId),
    /// A talk.
    Gesprek(GesprekId),
    /// A contact with its report.
    Contact(ContactId),
    /// Who lives in a huishouden.
    HuishoudenWat(HuishoudenId),
    /// What runs for who lives in a huishouden, as a bundle.
    Huishouden(HuishoudenId),
    /// The zaken of a medewerker, as a bundle.
    Werkvoorraad(MedewerkerId),
    /// That there is news of the talks a medewerker takes part in.
    Gesprekken(MedewerkerId),
    /// A document's text.
    Document(DocumentId),
}

/// Not the name of a topic.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a topic")]
pub struct TopicFout;

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ZaakDat(id) => write!(f, "zaak/{id}@dat"),
            Self::ZaakRij(id) => write!(f, "zaak/{id}@rij"),
            Self::ZaakHuishouden(id) => write!(f, "zaak/{id}@huishouden"),
            Self::ZaakWat(id) => write!(f, "zaak/{id}@wat"),
            Self::ZaakTafel(id) => write!(f, "zaak/{id}@tafel"),
            Self::Persoon(id) => write!(f, "persoon/{id}@wat"),
            Self::Gesprek(id) => write!(f, "gesprek/{id}@wat"),
            Self::Contact(id) => write!(f, "contact/{id}@wat"),
            Self::HuishoudenWat(id) => write!(f, "huishouden/{id}@wat"),
            Self::Huishouden(id) => write!(f, "huishouden/{id}"),
            Self::Werkvoorraad(id) => write!(f, "werkvoorraad/{id}"),
            Self::Gesprekken(id) => write!(f, "gesprekken/{id}"),
            Self::Document(id) => write!(f, "document/{id}"),
        }
    }
}

impl FromStr for Topic {
    type Err = TopicFout;

    fn from_str(text: &str) -> Result<Self, TopicFout> {
        let (object, view) = text.split_once('@').unwrap_or((text, ""));
        let (kind, id) = object.split_once('/').ok_or(TopicFout)?;
        let parsed = Uuid::try_parse(id).map_err(|_| TopicFout)?;
        let topic = match (kind, view) {
            ("zaak", "dat") => Self::ZaakDat(parsed.into()),
            ("zaak", "rij") => Self::ZaakRij(parsed.into()),
            ("zaak", "huishouden") => Self::ZaakHuishouden(parsed.into()),
            ("zaak", "wat") => Self::ZaakWat(parsed.into()),
            ("zaak", "tafel") => Self::ZaakTafel(parsed.into()),
            ("persoon", "wat") => Self::Persoon(parsed.into()),
            ("gesprek", "wat") => Self::Gesprek(parsed.into()),
            ("contact", "wat") => Self::Contact(parsed.into()),
            ("huishouden", "wat") => Self::HuishoudenWat(parsed.into()),
            ("huishouden", "") => Self::Huishouden(parsed.into()),
            ("werkvoorraad", "") => Self::Werkvoorraad(parsed.into()),
            ("gesprekken", "") => Self::Gesprekken(parsed.into()),
            ("document", "") => Self::Document(parsed.into()),
            _ => return Err(TopicFout),
        };
        // One spelling per topic: braces, capitals or a lone `@` would make two topics of one.
        if topic.to_string() == text { Ok(topic) } else { Err(TopicFout) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_topic_has_one_spelling() {
        let id = "019ab000-0000-7000-8000-00000000000a";
        for good in [
            "zaak/ID@dat",
            "zaak/ID@rij",
            "zaak/ID@huishouden",
            "zaak/ID@wat",
            "zaak/ID@tafel",
            "persoon/ID@wat",
            "gesprek/ID@wat",
            "contact/ID@wat",
            "huishouden/ID@wat",
            "huishouden/ID",
            "werkvoorraad/ID",
            "gesprekken/ID",
            "document/ID",
        ] {
            let text = good.replace("ID", id);
            assert_eq!(text.parse::<Topic>().map(|topic| topic.to_string()), Ok(text));
        }
        for wrong in [
            "",
            "zaak",
            "zaak/ID",
            "zaak/*@dat",
            "zaak/ID@",
            "zaak/ID@inwoner",
            "werkvoorraad/ID@",
            "gesprekken/ID@wat",
            "document/{ID}",
            "zaak/ID@dat@wat",
            "ZAAK/ID@dat",
        ] {
            assert_eq!(wrong.replace("ID", id).parse::<Topic>(), Err(TopicFout), "{wrong}");
        }
        assert_eq!("document/019AB000-0000-7000-8000-00000000000A".parse::<Topic>(), Err(TopicFout));
    }
}
