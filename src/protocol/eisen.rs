//! What each topic and each command asks. A new one without a row does not compile, or fails a test.

use uuid::Uuid;

use super::topic::Topic;
use crate::domain::bevoegdheid::{Beleidsobjectsoort, Eis, Handeling, Kring, Leesrecht, Toegang};

impl Topic {
    /// What following it asks. Of a bundle: what its frame asks; each member is asked for by itself.
    #[must_use]
    pub fn eis(self) -> Eis {
        use Toegang::{Dat, Wat};
        match self {
            // Of its letters: to whom they go may know no more than that it runs.
            Self::ZaakDat(_) | Self::ZaakVerdeling(_) | Self::ZaakHuishouden(_) | Self::ZaakBrieven(_) => {
                Eis::Op(Beleidsobjectsoort::Zaak, Dat)
            }
            Self::ZaakRij(_) | Self::ZaakWat(_) | Self::ZaakTafel(_) | Self::ZaakTaak(..) => {
                Eis::Op(Beleidsobjectsoort::Zaak, Wat)
            }
            Self::Persoon(_) | Self::Thuis(_) => Eis::Op(Beleidsobjectsoort::Persoon, Wat),
            Self::Gesprek(_) | Self::Document(_) | Self::Kantlijn(_) => {
                Eis::Op(Beleidsobjectsoort::Gesprek, Wat)
            }
            Self::Afspraak(_) => Eis::Op(Beleidsobjectsoort::Gesprek, Dat),
            Self::Contact(_) => Eis::Op(Beleidsobjectsoort::Contact, Wat),
            Self::HuishoudenWat(_) | Self::Huishouden(_) => Eis::Op(Beleidsobjectsoort::Huishouden, Wat),
            Self::Saldo(_) => Eis::Op(Beleidsobjectsoort::Rekening, Wat),
            Self::Caseload(_) => Eis::Mag(Handeling::CaseloadZien),
            Self::Groep(_) => Eis::Op(Beleidsobjectsoort::Groep, Wat),
            Self::PlanWat(_) | Self::PlanRij(_) | Self::PlanTafel(_) | Self::PlanMeekijken(_) => {
                Eis::Op(Beleidsobjectsoort::Plan, Wat)
            }
            Self::PlanDeelnemer(_)
            | Self::PlanLid(..)
            | Self::PlanPortaal(_)
            | Self::PlanPortaalLid(..)
            | Self::PlanBijdragen(..)
            | Self::PlanActie(..)
            | Self::Plan(_) => Eis::Op(Beleidsobjectsoort::Plan, Dat),
            Self::SignaalDat(_) => Eis::Op(Beleidsobjectsoort::Signaal, Dat),
            Self::SignaalRij(_) | Self::SignaalWat(_) | Self::Signaal(_) => {
                Eis::Op(Beleidsobjectsoort::Signaal, Wat)
            }
            Self::Signalen(_) | Self::Aandacht(..) => Eis::Op(Beleidsobjectsoort::Kring, Dat),
            Self::ZaakBesluit(_) | Self::ZaakTeAccorderen(_) => Eis::Op(Beleidsobjectsoort::Besluit, Wat),
            Self::Glazen(_) => Eis::Mag(Handeling::GlasBeoordelen),
            Self::Leiding(_) => Eis::Mag(Handeling::WerkvoorraadOverdragen),
            Self::Beschermd(_) => Eis::Mag(Handeling::DossierBeschermen),
            Self::Nazicht(_) => Eis::Mag(Handeling::Nazien),
            Self::Werkvoorraad(_)
            | Self::Nieuw(_)
            | Self::Gesprekken(_)
            | Self::Plannen(_)
            | Self::Acties(_)
            | Self::Inzage(_)
            | Self::Toestemmingen(_)
            | Self::Meekijken(_)
            | Self::Toekenningen(_) => Eis::Ingelogd,
        }
    }
}

impl Topic {
    /// The right to read content for the frame of this topic: of what *wat* is asked for, and of what only somebody has whose it is or who looks
    /// after it. `None` of what may be had with *dat*.
    #[must_use]
    pub fn leesrecht(self) -> Option<Leesrecht> {
        let eigen_deel = matches!(
            self,
            // What is one's own: what one has and asked, and what a resident is asked and told.
            Self::Toekenningen(_) | Self::Toestemmingen(_) | Self::Inzage(_)
            // For who looks back.
            | Self::Glazen(_) | Self::Nazicht(_)
            // Of a plan the part that is theirs.
            | Self::PlanDeelnemer(_) | Self::PlanLid(..) | Self::PlanPortaal(_) | Self::PlanPortaalLid(..)
            | Self::PlanBijdragen(..) | Self::PlanActie(..)
        );
        if eigen_deel { Some(Leesrecht::van_onderwerp()) } else { self.eis().toegang().leesrecht() }
    }

    /// One topic of every kind, about `id`; a test counts them.
    #[must_use]
    pub fn van_elk(id: Uuid) -> Vec<Self> {
        vec![
            Self::ZaakDat(id.into()),
            Self::ZaakVerdeling(id.into()),
            Self::ZaakRij(id.into()),
            Self::ZaakHuishouden(id.into()),
            Self::ZaakWat(id.into()),
            Self::ZaakTafel(id.into()),
            Self::ZaakBrieven(id.into()),
            Self::ZaakTaak(id.into(), id.into()),
            Self::Persoon(id.into()),
            Self::Thuis(id.into()),
            Self::Gesprek(id.into()),
            Self::Afspraak(id.into()),
            Self::Contact(id.into()),
            Self::HuishoudenWat(id.into()),
            Self::Huishouden(id.into()),
            Self::Werkvoorraad(id.into()),
            Self::Nieuw(id.into()),
            Self::Gesprekken(id.into()),
            Self::Document(id.into()),
            Self::Kantlijn(id.into()),
            Self::Saldo(id.into()),
            Self::Caseload(id.into()),
            Self::Groep(id.into()),
            Self::PlanWat(id.into()),
            Self::PlanRij(id.into()),
            Self::PlanDeelnemer(id.into()),
            Self::PlanLid(id.into(), id.into()),
            Self::PlanPortaal(id.into()),
            Self::PlanMeekijken(id.into()),
            Self::Meekijken(id.into()),
            Self::PlanPortaalLid(id.into(), id.into()),
            Self::PlanBijdragen(id.into(), id.into()),
            Self::PlanActie(id.into(), id.into()),
            Self::PlanTafel(id.into()),
            Self::Plan(id.into()),
            Self::Plannen(id.into()),
            Self::Acties(id.into()),
            Self::SignaalDat(id.into()),
            Self::SignaalRij(id.into()),
            Self::SignaalWat(id.into()),
            Self::Signaal(id.into()),
            Self::Signalen(id.into()),
            Self::Aandacht(id, Kring::Regie),
            Self::ZaakBesluit(id.into()),
            Self::ZaakTeAccorderen(id.into()),
            Self::Inzage(id.into()),
            Self::Toekenningen(id.into()),
            Self::Toestemmingen(id.into()),
            Self::Glazen(id.into()),
            Self::Leiding(id.into()),
            Self::Beschermd(id.into()),
            Self::Nazicht(id.into()),
        ]
    }
}

/// What each command asks before the state of things is looked at; a test holds it against the commands there are.
pub const OPDRACHTEISEN: &[(&str, Eis)] = &[
    ("RegistreerPersoon", Eis::Mag(Handeling::PersoonRegistreren)),
    ("WijzigContact", Eis::Mag(Handeling::ContactWijzigen)),
    ("KiesBerichtweg", Eis::Mag(Handeling::BerichtwegKiezen)),
    ("MeldBriefGepost", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Wat)),
    ("RegistreerMelding", Eis::Mag(Handeling::MeldingRegistreren)),
    // Who may assign is who distributes, who works on it, or who registered it; first one must know of it.
    ("WijsToe", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("NeemZaak", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("GeefZaakVrij", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("NeemInBehandeling", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("MerkGezien", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("NoteerContact", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("GeefContactDoor", Eis::Mag(Handeling::MeldingRegistreren)),
    ("ZetTaakKlaar", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("RondTaakAf", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("HeropenTaak", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("WijsTaakToe", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("LaatTaakVervallen", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("OpenDocument", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Schrijven)),
    ("WijzigDeelnemers", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Schrijven)),
    ("PlanGesprek", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Schrijven)),
    ("ZegGesprekAf", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Schrijven)),
    // Who reads it says something of it; a version is named by who writes.
    ("MaakOpmerking", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("BeantwoordOpmerking", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("HandelOpmerkingAf", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("HeropenOpmerking", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("LeesOpmerking", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("BenoemVersie", Eis::Op(Beleidsobjectsoort::Gesprek, Toegang::Schrijven)),
    ("OpenRekening", Eis::Mag(Handeling::RekeningOpenen)),
    // Of oneself everybody; of another who distributes the work.
    ("MeldAfwezig", Eis::Ingelogd),
    ("MeldTerug", Eis::Ingelogd),
    ("VormGroep", Eis::Mag(Handeling::Regisseren)),
    ("VoegParticipantToe", Eis::Op(Beleidsobjectsoort::Groep, Toegang::Schrijven)),
    ("VerwijderParticipant", Eis::Op(Beleidsobjectsoort::Groep, Toegang::Schrijven)),
    ("StartPlan", Eis::Op(Beleidsobjectsoort::Groep, Toegang::Schrijven)),
    ("VoegRegisseurToe", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("VerwijderRegisseur", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("DraagRegieOver", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("StelDoel", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("WijzigDoel", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("RondDoelAf", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("HeropenDoel", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("LegActieVast", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("HoudAchter", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("DeelOnderdeel", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    // Its owner does so too, who sees a part of the plan.
    ("MeldActieGedaan", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Dat)),
    ("HeropenActie", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Dat)),
    // A lid of the groep, about what is theirs or of the groep.
    ("ReageerOpDoel", Eis::Ingelogd),
    ("MeldEigenActieGedaan", Eis::Ingelogd),
    ("MeldEigenActieNogNiet", Eis::Ingelogd),
    ("LeesDoelreactie", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("BeantwoordDoelreactie", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("VraagDoorOverActie", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("KoppelZaak", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("OntkoppelZaak", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("SluitPlan", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("MeldSignaal", Eis::Mag(Handeling::SignaalMelden)),
    ("WijsPersoonAan", Eis::Op(Beleidsobjectsoort::Signaal, Toegang::Wat)),
    ("HandelSignaalAf", Eis::Op(Beleidsobjectsoort::Signaal, Toegang::Wat)),
    ("HeropenSignaal", Eis::Op(Beleidsobjectsoort::Signaal, Toegang::Wat)),
    ("StartGroepstraject", Eis::Mag(Handeling::Regisseren)),
    ("RegistreerOnbekende", Eis::Mag(Handeling::PersoonRegistreren)),
    ("StelIdentiteitVast", Eis::Mag(Handeling::PersoonRegistreren)),
    ("NeemOverUitBrp", Eis::Mag(Handeling::BrpRaadplegen)),
    ("NeemOpnieuwOverUitBrp", Eis::Mag(Handeling::BrpRaadplegen)),
    ("LegGezagVast", Eis::Mag(Handeling::GezagVastleggen)),
    ("BeeindigGezag", Eis::Mag(Handeling::GezagVastleggen)),
    ("HerroepGezag", Eis::Mag(Handeling::GezagVastleggen)),
    ("RegistreerContact", Eis::Mag(Handeling::MeldingRegistreren)),
    ("VulVerslagAan", Eis::Op(Beleidsobjectsoort::Contact, Toegang::Schrijven)),
    ("StelHuishoudenVast", Eis::Mag(Handeling::HuishoudenVastleggen)),
    ("VoegLidToe", Eis::Mag(Handeling::HuishoudenVastleggen)),
    ("LidVertrekt", Eis::Mag(Handeling::HuishoudenVastleggen)),
    ("VerblijfWijktAf", Eis::Mag(Handeling::HuishoudenVastleggen)),
    ("HerroepVerblijf", Eis::Mag(Handeling::HuishoudenVastleggen)),
    ("StelBesluitVoor", Eis::Op(Beleidsobjectsoort::Besluit, Toegang::Schrijven)),
    ("WijzigVoorstel", Eis::Op(Beleidsobjectsoort::Besluit, Toegang::Schrijven)),
    ("Accordeer", Eis::Op(Beleidsobjectsoort::Besluit, Toegang::Schrijven)),
    ("WijsVoorstelAf", Eis::Op(Beleidsobjectsoort::Besluit, Toegang::Schrijven)),
    ("TrekVoorstelIn", Eis::Op(Beleidsobjectsoort::Besluit, Toegang::Schrijven)),
    ("NeemBesluit", Eis::Op(Beleidsobjectsoort::Besluit, Toegang::Schrijven)),
    // Of oneself whose work can be stood in for; of another who distributes the work.
    ("WijsVervangerAan", Eis::Ingelogd),
    ("BreekGlas", Eis::Mag(Handeling::GlasBreken)),
    // Whoever gave it or has it.
    ("TrekToekenningIn", Eis::Ingelogd),
    ("BeoordeelGlas", Eis::Mag(Handeling::GlasBeoordelen)),
    ("WijsRegisseurAan", Eis::Mag(Handeling::WerkvoorraadOverdragen)),
    ("BeschermDossier", Eis::Mag(Handeling::DossierBeschermen)),
    ("WijzigBescherming", Eis::Mag(Handeling::DossierBeschermen)),
    ("HefBeschermingOp", Eis::Mag(Handeling::DossierBeschermen)),
    ("BeoordeelNazicht", Eis::Mag(Handeling::Nazien)),
    ("LegMedewerkerVast", Eis::Mag(Handeling::Nazien)),
    // Who works for the person and knows that it runs.
    ("VraagToestemming", Eis::Op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    // The person, or who has gezag over them.
    ("GeefToestemming", Eis::Ingelogd),
    ("WeigerToestemming", Eis::Ingelogd),
    // A lid of the groep, about what is theirs.
    ("LaatMeekijken", Eis::Ingelogd),
    ("StopMeekijken", Eis::Op(Beleidsobjectsoort::Plan, Toegang::Schrijven)),
    ("DraagWerkvoorraadOver", Eis::Mag(Handeling::WerkvoorraadOverdragen)),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use utoipa::PartialSchema;

    use super::*;
    use crate::domain::bevoegdheid::{ROL_WISSELEN, STAP_OP, TERUGKIJKEN};
    use crate::protocol::body::Opdracht;

    #[test]
    fn every_command_has_a_row_and_every_row_a_command() {
        let schema = serde_json::to_value(Opdracht::schema()).unwrap();
        let commands: BTreeSet<_> = schema["oneOf"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["properties"]["name"]["enum"][0].as_str().unwrap().to_owned())
            .collect();
        let rows: BTreeSet<_> = OPDRACHTEISEN.iter().map(|(naam, _)| (*naam).to_owned()).collect();
        assert_eq!(commands, rows);
        assert_eq!(rows.len(), OPDRACHTEISEN.len(), "a command with two rows");
    }

    // shows G37
    #[test]
    fn what_asks_for_a_fresh_proof_is_a_command_or_the_choice_of_a_role() {
        for (naam, _) in STAP_OP.iter().filter(|(naam, _)| ![ROL_WISSELEN, TERUGKIJKEN].contains(naam)) {
            assert!(OPDRACHTEISEN.iter().any(|(command, _)| command == naam), "{naam}");
        }
    }

    #[test]
    fn one_topic_of_every_kind_is_every_kind() {
        let source = include_str!("topic.rs");
        let list = source.split_once("pub enum Topic {").unwrap().1.split_once("\n}").unwrap().0;
        let kinds = list.lines().filter(|line| line.starts_with("    ") && line.contains('(')).count();
        let each = Topic::van_elk(Uuid::from_u128(1));
        let names: BTreeSet<_> = each.iter().map(ToString::to_string).collect();
        assert_eq!((kinds, names.len()), (each.len(), each.len()));
    }

    // shows G23
    #[test]
    fn only_a_topic_that_is_followed_by_right_to_content_reads_it() {
        let id = Uuid::nil();
        let none: Vec<_> =
            Topic::van_elk(id).into_iter().filter(|topic| topic.leesrecht().is_none()).collect();
        let dat = [
            Topic::ZaakDat(id.into()),
            Topic::ZaakVerdeling(id.into()),
            Topic::ZaakHuishouden(id.into()),
            Topic::ZaakBrieven(id.into()),
            Topic::Afspraak(id.into()),
            Topic::Werkvoorraad(id.into()),
            Topic::Nieuw(id.into()),
            Topic::Gesprekken(id.into()),
            Topic::Caseload(id.into()),
            Topic::Meekijken(id.into()),
            Topic::Plan(id.into()),
            Topic::Plannen(id.into()),
            Topic::Acties(id.into()),
            Topic::SignaalDat(id.into()),
            Topic::Signalen(id.into()),
            Topic::Aandacht(id, Kring::Regie),
            Topic::Leiding(id.into()),
            Topic::Beschermd(id.into()),
        ];
        assert_eq!(none, dat);
    }
}
