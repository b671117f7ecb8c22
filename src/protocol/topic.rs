//! The names of topics: an object and a view of it.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::domain::bevoegdheid::Kring;
use crate::domain::ids::{
    ActieId, BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, GroepId, HuishoudenId,
    MedewerkerId, PersoonId, PlanId, SignaalId, TaakId, ZaakId,
};

/// A topic on `/rt`. Ids and fixed words, nothing else.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Topic {
    /// That a zaak runs.
    ZaakDat(ZaakId),
    /// That a zaak runs, for who distributes the work or may take it: with the day by which somebody must have been spoken to.
    ZaakVerdeling(ZaakId),
    /// A zaak's line in a list.
    ZaakRij(ZaakId),
    /// A zaak's line in the view of a huishouden: that it runs, and for whom.
    ZaakHuishouden(ZaakId),
    /// A zaak with its content.
    ZaakWat(ZaakId),
    /// The besluit that waits in a zaak for a second pair of eyes.
    ZaakBesluit(ZaakId),
    /// The line in a list of a zaak in which one waits.
    ZaakTeAccorderen(ZaakId),
    /// Who has a zaak open.
    ZaakTafel(ZaakId),
    /// A taak in a zaak that waits for its owner.
    ZaakTaak(ZaakId, TaakId),
    /// The letters of a zaak and where each is.
    ZaakBrieven(ZaakId),
    /// A person.
    Persoon(PersoonId),
    /// A talk.
    Gesprek(GesprekId),
    /// When and where a talk is held, for who takes part and for whom it is with.
    Afspraak(GesprekId),
    /// A contact with its report.
    Contact(ContactId),
    /// Who lives in a huishouden.
    HuishoudenWat(HuishoudenId),
    /// What runs for who lives in a huishouden, as a bundle.
    Huishouden(HuishoudenId),
    /// What runs for a person of whom no huishouden was recorded, as a bundle.
    Thuis(PersoonId),
    /// The zaken of a medewerker, as a bundle.
    Werkvoorraad(MedewerkerId),
    /// What is new for a medewerker in their werkvoorraad.
    Nieuw(MedewerkerId),
    /// That there is news of the talks a medewerker takes part in.
    Gesprekken(MedewerkerId),
    /// A document's text.
    Document(DocumentId),
    /// What stands in the margin of a document: remarks and names of versions.
    Kantlijn(DocumentId),
    /// How a beheerrekening stands.
    Saldo(BeheerrekeningId),
    /// That somebody looked at a person's dossier, for that person.
    Inzage(PersoonId),
    /// How much work there is in a gemeente and who has it.
    Caseload(GemeenteId),
    /// A groep.
    Groep(GroepId),
    /// A plan with all that is in it, for its regisseurs.
    PlanWat(PlanId),
    /// A plan's line in a list, for its regisseurs.
    PlanRij(PlanId),
    /// Of a plan what is for the groep, for who works on a zaak in it.
    PlanDeelnemer(PlanId),
    /// Of a plan what is for one lid, for who works for that lid.
    PlanLid(PlanId, PersoonId),
    /// Of a plan what is for the groep and was shared with it, for its leden in the portal.
    PlanPortaal(PlanId),
    /// Of a plan what is for one lid, for that lid in the portal.
    PlanPortaalLid(PlanId, PersoonId),
    /// What one lid brought into a plan, for that lid in the portal.
    PlanBijdragen(PlanId, PersoonId),
    /// What the leden of a plan let each other see, for who leads it.
    PlanMeekijken(PlanId),
    /// What a person lets others of their groepen see, for that person.
    Meekijken(PersoonId),
    /// An action that waits for its owner.
    PlanActie(PlanId, ActieId),
    /// What a medewerker is to do over all plans and zaken, as a bundle.
    Acties(MedewerkerId),
    /// Who has a plan open.
    PlanTafel(PlanId),
    /// A plan's page, as a bundle: its parts, its zaken and its signalen, each as far as rights go.
    Plan(PlanId),
    /// The groepen and plans of a medewerker, as a bundle.
    Plannen(MedewerkerId),
    /// That a signaal is there.
    SignaalDat(SignaalId),
    /// A signaal's line in the register.
    SignaalRij(SignaalId),
    /// A signaal with its reports and their sources.
    SignaalWat(SignaalId),
    /// Where a signaal went, as a bundle: the plans in which it landed, as far as rights go.
    Signaal(SignaalId),
    /// The register of signalen of a municipality, as a bundle.
    Signalen(GemeenteId),
    /// That several signalen about one person or groep came in within months, as this part of the wijkteam sees them.
    Aandacht(Uuid, Kring),
    /// For whom a medewerker stands in, who stands in for them, and which glas concerns them.
    Toekenningen(MedewerkerId),
    /// What a person is asked to consent to and what they said yes to, for who answers for them.
    Toestemmingen(PersoonId),
    /// Every glas in a gemeente that was not looked back at yet.
    Glazen(GemeenteId),
    /// What waits in a gemeente for who leads the team.
    Leiding(GemeenteId),
    /// The protected dossiers of a gemeente, and that somebody looked at one.
    Beschermd(GemeenteId),
    /// The looks in a gemeente that somebody else looks back at.
    Nazicht(GemeenteId),
}

/// Not the name of a topic.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a topic")]
pub struct TopicFout;

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ZaakDat(id) => write!(f, "zaak/{id}@dat"),
            Self::ZaakVerdeling(id) => write!(f, "zaak/{id}@verdeling"),
            Self::ZaakRij(id) => write!(f, "zaak/{id}@rij"),
            Self::ZaakHuishouden(id) => write!(f, "zaak/{id}@huishouden"),
            Self::ZaakWat(id) => write!(f, "zaak/{id}@wat"),
            Self::ZaakBesluit(id) => write!(f, "zaak/{id}@besluit"),
            Self::ZaakTeAccorderen(id) => write!(f, "zaak/{id}@te_accorderen"),
            Self::ZaakTafel(id) => write!(f, "zaak/{id}@tafel"),
            Self::ZaakTaak(id, taak) => write!(f, "zaak/{id}/taak/{taak}@eigenaar"),
            Self::ZaakBrieven(id) => write!(f, "zaak/{id}@brieven"),
            Self::Persoon(id) => write!(f, "persoon/{id}@wat"),
            Self::Gesprek(id) => write!(f, "gesprek/{id}@wat"),
            Self::Afspraak(id) => write!(f, "gesprek/{id}@afspraak"),
            Self::Contact(id) => write!(f, "contact/{id}@wat"),
            Self::HuishoudenWat(id) => write!(f, "huishouden/{id}@wat"),
            Self::Huishouden(id) => write!(f, "huishouden/{id}"),
            Self::Thuis(id) => write!(f, "thuis/{id}"),
            Self::Werkvoorraad(id) => write!(f, "werkvoorraad/{id}"),
            Self::Nieuw(id) => write!(f, "nieuw/{id}"),
            Self::Gesprekken(id) => write!(f, "gesprekken/{id}"),
            Self::Document(id) => write!(f, "document/{id}"),
            Self::Kantlijn(id) => write!(f, "document/{id}@kantlijn"),
            Self::Saldo(id) => write!(f, "saldo/{id}"),
            Self::Inzage(id) => write!(f, "inzage/{id}"),
            Self::Caseload(id) => write!(f, "caseload/{id}"),
            Self::Groep(id) => write!(f, "groep/{id}@wat"),
            Self::PlanWat(id) => write!(f, "plan/{id}@wat"),
            Self::PlanRij(id) => write!(f, "plan/{id}@rij"),
            Self::PlanDeelnemer(id) => write!(f, "plan/{id}@deelnemer"),
            Self::PlanLid(id, lid) => write!(f, "plan/{id}/lid/{lid}@deelnemer"),
            Self::PlanPortaal(id) => write!(f, "plan/{id}@portaal"),
            Self::PlanPortaalLid(id, lid) => write!(f, "plan/{id}/lid/{lid}@portaal"),
            Self::PlanBijdragen(id, lid) => write!(f, "plan/{id}/lid/{lid}@bijdragen"),
            Self::PlanMeekijken(id) => write!(f, "plan/{id}@meekijken"),
            Self::Meekijken(id) => write!(f, "meekijken/{id}"),
            Self::PlanActie(id, actie) => write!(f, "plan/{id}/actie/{actie}@eigenaar"),
            Self::Acties(id) => write!(f, "acties/{id}"),
            Self::PlanTafel(id) => write!(f, "plan/{id}@tafel"),
            Self::Plan(id) => write!(f, "plan/{id}"),
            Self::Plannen(id) => write!(f, "plannen/{id}"),
            Self::SignaalDat(id) => write!(f, "signaal/{id}@dat"),
            Self::SignaalRij(id) => write!(f, "signaal/{id}@rij"),
            Self::SignaalWat(id) => write!(f, "signaal/{id}@wat"),
            Self::Signaal(id) => write!(f, "signaal/{id}"),
            Self::Signalen(id) => write!(f, "signalen/{id}"),
            Self::Toekenningen(id) => write!(f, "toekenningen/{id}"),
            Self::Toestemmingen(id) => write!(f, "toestemmingen/{id}"),
            Self::Glazen(id) => write!(f, "glazen/{id}"),
            Self::Leiding(id) => write!(f, "leiding/{id}"),
            Self::Beschermd(id) => write!(f, "beschermd/{id}"),
            Self::Nazicht(id) => write!(f, "nazicht/{id}"),
            Self::Aandacht(id, kring) => write!(f, "aandacht/{id}@{}", kring.word()),
        }
    }
}

impl FromStr for Topic {
    type Err = TopicFout;

    fn from_str(text: &str) -> Result<Self, TopicFout> {
        let (object, view) = text.split_once('@').unwrap_or((text, ""));
        let (kind, id) = object.split_once('/').ok_or(TopicFout)?;
        let (id, part) = match id.split_once('/') {
            Some((id, part)) => (id, Some(part)),
            None => (id, None),
        };
        let parsed = Uuid::try_parse(id).map_err(|_| TopicFout)?;
        if let Some(part) = part {
            let topic = Self::part_of(parsed, part, view).ok_or(TopicFout)?;
            return if topic.to_string() == text { Ok(topic) } else { Err(TopicFout) };
        }
        let topic = match (kind, view) {
            ("plan", "deelnemer") => Self::PlanDeelnemer(parsed.into()),
            ("plan", "meekijken") => Self::PlanMeekijken(parsed.into()),
            ("meekijken", "") => Self::Meekijken(parsed.into()),
            ("plan", "portaal") => Self::PlanPortaal(parsed.into()),
            ("acties", "") => Self::Acties(parsed.into()),
            ("zaak", "dat") => Self::ZaakDat(parsed.into()),
            ("zaak", "verdeling") => Self::ZaakVerdeling(parsed.into()),
            ("zaak", "rij") => Self::ZaakRij(parsed.into()),
            ("zaak", "huishouden") => Self::ZaakHuishouden(parsed.into()),
            ("zaak", "wat") => Self::ZaakWat(parsed.into()),
            ("zaak", "besluit") => Self::ZaakBesluit(parsed.into()),
            ("zaak", "te_accorderen") => Self::ZaakTeAccorderen(parsed.into()),
            ("zaak", "tafel") => Self::ZaakTafel(parsed.into()),
            ("zaak", "brieven") => Self::ZaakBrieven(parsed.into()),
            ("persoon", "wat") => Self::Persoon(parsed.into()),
            ("gesprek", "wat") => Self::Gesprek(parsed.into()),
            ("gesprek", "afspraak") => Self::Afspraak(parsed.into()),
            ("contact", "wat") => Self::Contact(parsed.into()),
            ("huishouden", "wat") => Self::HuishoudenWat(parsed.into()),
            ("huishouden", "") => Self::Huishouden(parsed.into()),
            ("thuis", "") => Self::Thuis(parsed.into()),
            ("werkvoorraad", "") => Self::Werkvoorraad(parsed.into()),
            ("nieuw", "") => Self::Nieuw(parsed.into()),
            ("gesprekken", "") => Self::Gesprekken(parsed.into()),
            ("document", "") => Self::Document(parsed.into()),
            ("document", "kantlijn") => Self::Kantlijn(parsed.into()),
            ("saldo", "") => Self::Saldo(parsed.into()),
            ("inzage", "") => Self::Inzage(parsed.into()),
            ("caseload", "") => Self::Caseload(parsed.into()),
            ("groep", "wat") => Self::Groep(parsed.into()),
            ("plan", "wat") => Self::PlanWat(parsed.into()),
            ("plan", "rij") => Self::PlanRij(parsed.into()),
            ("plan", "tafel") => Self::PlanTafel(parsed.into()),
            ("plan", "") => Self::Plan(parsed.into()),
            ("plannen", "") => Self::Plannen(parsed.into()),
            ("signaal", "dat") => Self::SignaalDat(parsed.into()),
            ("signaal", "rij") => Self::SignaalRij(parsed.into()),
            ("signaal", "wat") => Self::SignaalWat(parsed.into()),
            ("signaal", "") => Self::Signaal(parsed.into()),
            ("signalen", "") => Self::Signalen(parsed.into()),
            ("toekenningen", "") => Self::Toekenningen(parsed.into()),
            ("toestemmingen", "") => Self::Toestemmingen(parsed.into()),
            ("glazen", "") => Self::Glazen(parsed.into()),
            ("leiding", "") => Self::Leiding(parsed.into()),
            ("beschermd", "") => Self::Beschermd(parsed.into()),
            ("nazicht", "") => Self::Nazicht(parsed.into()),
            ("aandacht", word) => {
                let kring = Kring::ALLE.into_iter().find(|kring| kring.word() == word).ok_or(TopicFout)?;
                Self::Aandacht(parsed, kring)
            }
            _ => return Err(TopicFout),
        };
        // One spelling per topic: braces, capitals or a lone `@` would make two topics of one.
        if topic.to_string() == text { Ok(topic) } else { Err(TopicFout) }
    }
}

impl Topic {
    /// `lid/<id>` or `actie/<id>` of a plan, `taak/<id>` of a zaak. Of what, the spelling says.
    fn part_of(object: Uuid, part: &str, view: &str) -> Option<Self> {
        let (kind, id) = part.split_once('/')?;
        let id = Uuid::try_parse(id).ok()?;
        match kind {
            "lid" if view == "portaal" => Some(Self::PlanPortaalLid(object.into(), id.into())),
            "lid" if view == "bijdragen" => Some(Self::PlanBijdragen(object.into(), id.into())),
            "lid" => Some(Self::PlanLid(object.into(), id.into())),
            "actie" => Some(Self::PlanActie(object.into(), id.into())),
            "taak" => Some(Self::ZaakTaak(object.into(), id.into())),
            _ => None,
        }
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
            "zaak/ID@verdeling",
            "zaak/ID@rij",
            "zaak/ID@huishouden",
            "zaak/ID@wat",
            "zaak/ID@besluit",
            "zaak/ID@te_accorderen",
            "zaak/ID@tafel",
            "zaak/ID@brieven",
            "zaak/ID/taak/ID@eigenaar",
            "persoon/ID@wat",
            "gesprek/ID@wat",
            "gesprek/ID@afspraak",
            "contact/ID@wat",
            "huishouden/ID@wat",
            "huishouden/ID",
            "thuis/ID",
            "werkvoorraad/ID",
            "nieuw/ID",
            "gesprekken/ID",
            "document/ID",
            "document/ID@kantlijn",
            "saldo/ID",
            "caseload/ID",
            "inzage/ID",
            "groep/ID@wat",
            "plan/ID",
            "plan/ID@wat",
            "plan/ID@rij",
            "plan/ID@deelnemer",
            "plan/ID/lid/ID@deelnemer",
            "plan/ID@portaal",
            "plan/ID@meekijken",
            "meekijken/ID",
            "plan/ID/lid/ID@portaal",
            "plan/ID/lid/ID@bijdragen",
            "plan/ID/actie/ID@eigenaar",
            "acties/ID",
            "plan/ID@tafel",
            "plannen/ID",
            "signaal/ID@dat",
            "signaal/ID@rij",
            "signaal/ID@wat",
            "signaal/ID",
            "signalen/ID",
            "aandacht/ID@jeugd",
            "aandacht/ID@regie",
            "toekenningen/ID",
            "toestemmingen/ID",
            "glazen/ID",
            "leiding/ID",
            "beschermd/ID",
            "nazicht/ID",
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
            "saldo/ID@wat",
            "document/{ID}",
            "document/ID@wat",
            "zaak/ID@dat@wat",
            "ZAAK/ID@dat",
            "plan/ID/lid/ID",
            "plan/ID/lid/ID@wat",
            "zaak/ID@portaal",
            "plan/ID/actie/ID@portaal",
            "zaak/ID/lid/ID@portaal",
            "zaak/ID/lid/ID@bijdragen",
            "zaak/ID/lid/ID@wat",
            "zaak/ID/lid/ID@deelnemer",
            "zaak/ID/taak/ID",
            "zaak/ID/taak/ID@wat",
            "plan/ID/taak/ID@eigenaar",
            "plan/ID/actie/ID",
            "plan/ID/actie/ID@deelnemer",
            "plan/ID/doel/ID@eigenaar",
            "acties/ID@wat",
            "aandacht/ID",
            "aandacht/ID@bestuur",
            "signalen/ID@wat",
        ] {
            assert_eq!(wrong.replace("ID", id).parse::<Topic>(), Err(TopicFout), "{wrong}");
        }
        assert_eq!("document/019AB000-0000-7000-8000-00000000000A".parse::<Topic>(), Err(TopicFout));
    }
}
