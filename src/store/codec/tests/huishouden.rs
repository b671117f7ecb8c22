//! The stored form of contacts, huishoudens, and what they added to persons and zaken.

use super::*;
use crate::domain::bsn::Bsn;
use crate::domain::contact::{
    Antwoord, Contact, ContactEvent, Contactmelding, Identiteitscontrole, Spreker, Verslagvraag,
};
use crate::domain::huishouden::{AfwijkendVerblijf, Huishouden, HuishoudenEvent, Lidbron, Verblijfsbron};
use crate::domain::ids::ContactId;
use crate::domain::persoon::{
    Beschrijving, BrpMomentopname, BrpVeld, Gezag, Gezaghouder, Gezagsbron, Gezagsgrond, Identificatie,
};
use crate::domain::zaak::Bevestigingsweg;
use crate::poort::Doel;

const MARIA: &str = "00000000-0000-0000-0000-000000000005";

fn maria() -> PersoonId {
    PersoonId(Uuid::from_u128(5))
}

#[test]
fn a_melding_of_a_contact() {
    let melding = Melding {
        onderwerp: "Hulp in huis".into(),
        toelichting: None,
        kanaal: Kanaal::Balie,
        urgentie: Urgentie::Gewoon,
    };
    golden::<Zaak>(
        &ZaakEvent::MeldingGeregistreerd {
            zaaknummer: "ZAAK-2026-000001".into(),
            zaaktype: Zaaktype::OnderzoekRechtmatigheid,
            persoon: maria(),
            melder: kevin(),
            melding,
            contact: Some(ContactId(Uuid::from_u128(9))),
            bevestiging: Some(Bevestigingsweg::Portaal),
            uiterlijk_op: date(2027, 1, 6),
        },
        "MeldingGeregistreerd",
        &format!(
            r#"{{"bevestiging":"portaal","contact":"00000000-0000-0000-0000-000000000009","melder":"{KEVIN}","melding":{{"kanaal":"balie","onderwerp":"Hulp in huis","toelichting":null,"urgentie":"gewoon"}},"persoon":"{MARIA}","uiterlijk_op":"2027-01-06","zaaknummer":"ZAAK-2026-000001","zaaktype":"ONDERZOEK-RECHTMATIGHEID"}}"#
        ),
    );
}

#[test]
fn events_of_a_contact() {
    let geregistreerd = |spreker, controle, verslag| ContactEvent::ContactGeregistreerd {
        kanaal: Kanaal::Balie,
        spreker,
        controle,
        sjabloon: 1,
        verslag,
        meldingen: vec![Contactmelding {
            zaak: ZaakId(Uuid::from_u128(6)),
            persoon: maria(),
            zaaktype: Zaaktype::MeldingWmo,
        }],
        auteur: kevin(),
    };
    let body = |spreker: &str, controle: &str, verslag: &str| {
        format!(
            r#"{{"auteur":"{KEVIN}","controle":"{controle}","kanaal":"balie","meldingen":[{{"persoon":"{MARIA}","zaak":"00000000-0000-0000-0000-000000000006","zaaktype":"MELDING-WMO"}}],"sjabloon":1,"spreker":{spreker},"verslag":[{verslag}]}}"#
        )
    };
    let alle = [
        (Verslagvraag::Hulpvraag, "hulpvraag"),
        (Verslagvraag::Situatie, "situatie"),
        (Verslagvraag::EigenKracht, "eigen_kracht"),
        (Verslagvraag::Veiligheid, "veiligheid"),
    ];
    for (vraag, word) in alle {
        golden::<Contact>(
            &geregistreerd(
                Spreker::Persoon { persoon: maria(), naam: "Maria Verhoef".into(), telefoon: None },
                Identiteitscontrole::Identiteitsbewijs,
                vec![Antwoord { vraag, tekst: "Lukt niet".into() }],
            ),
            "ContactGeregistreerd",
            &body(
                &format!(r#"{{"naam":"Maria Verhoef","persoon":"{MARIA}","soort":"persoon"}}"#),
                "identiteitsbewijs",
                &format!(r#"{{"tekst":"Lukt niet","vraag":"{word}"}}"#),
            ),
        );
    }
    golden::<Contact>(
        &geregistreerd(
            Spreker::Ander { naam: "Ada".into(), relatie: Some("buurvrouw".into()), telefoon: None },
            Identiteitscontrole::Controlevragen,
            vec![],
        ),
        "ContactGeregistreerd",
        &body(r#"{"naam":"Ada","relatie":"buurvrouw","soort":"ander"}"#, "controlevragen", ""),
    );
    golden::<Contact>(
        &geregistreerd(
            Spreker::Ander { naam: "Ada".into(), relatie: None, telefoon: Some("06 1234 5678".into()) },
            Identiteitscontrole::Geen,
            vec![],
        ),
        "ContactGeregistreerd",
        &body(r#"{"naam":"Ada","relatie":null,"soort":"ander","telefoon":"06 1234 5678"}"#, "geen", ""),
    );
    golden::<Contact>(
        &geregistreerd(Spreker::Anoniem, Identiteitscontrole::Geen, vec![]),
        "ContactGeregistreerd",
        &body(r#"{"soort":"anoniem"}"#, "geen", ""),
    );
    golden::<Contact>(
        &ContactEvent::VerslagAangevuld { tekst: "Belde terug".into() },
        "VerslagAangevuld",
        r#"{"tekst":"Belde terug"}"#,
    );
}

#[test]
fn events_of_a_huishouden() {
    golden::<Huishouden>(&HuishoudenEvent::HuishoudenVastgesteld {}, "HuishoudenVastgesteld", "{}");
    for (bron, word) in [(Lidbron::Brp, "brp"), (Lidbron::Handmatig, "handmatig")] {
        golden::<Huishouden>(
            &HuishoudenEvent::LidToegevoegd { persoon: maria(), bron, vanaf: Some(date(1999, 1, 1)) },
            "LidToegevoegd",
            &format!(r#"{{"bron":"{word}","persoon":"{MARIA}","vanaf":"1999-01-01"}}"#),
        );
    }
    golden::<Huishouden>(
        &HuishoudenEvent::LidVertrokken { persoon: maria(), op: date(2026, 11, 1) },
        "LidVertrokken",
        &format!(r#"{{"op":"2026-11-01","persoon":"{MARIA}"}}"#),
    );
    for (bron, word) in [
        (Verblijfsbron::EigenVerklaring, "eigen_verklaring"),
        (Verblijfsbron::Huisbezoek, "huisbezoek"),
        (Verblijfsbron::RechterlijkeUitspraak, "rechterlijke_uitspraak"),
        (Verblijfsbron::Ketenpartner, "ketenpartner"),
    ] {
        let verblijf = AfwijkendVerblijf { vanaf: date(2026, 5, 1), toelichting: "Bij oma".into(), bron };
        golden::<Huishouden>(
            &HuishoudenEvent::AfwijkendVerblijfVastgesteld { persoon: maria(), verblijf },
            "AfwijkendVerblijfVastgesteld",
            &format!(
                r#"{{"persoon":"{MARIA}","verblijf":{{"bron":"{word}","toelichting":"Bij oma","vanaf":"2026-05-01"}}}}"#
            ),
        );
    }
    let (bron, toelichting) = (Verblijfsbron::Huisbezoek, "Bij oma".into());
    golden::<Huishouden>(
        &HuishoudenEvent::VerblijfHerroepen {
            persoon: maria(),
            verblijf: AfwijkendVerblijf { vanaf: date(2026, 5, 1), toelichting, bron },
            reden: "Ander kind".into(),
            lid_vervalt: true,
        },
        "VerblijfHerroepen",
        &format!(
            r#"{{"lid_vervalt":true,"persoon":"{MARIA}","reden":"Ander kind","verblijf":{{"bron":"huisbezoek","toelichting":"Bij oma","vanaf":"2026-05-01"}}}}"#
        ),
    );
}

#[test]
fn gezag_in_the_stream_of_a_persoon() {
    let gronden = [
        (Gezagsgrond::OuderlijkGezag, "ouderlijk_gezag"),
        (Gezagsgrond::GezamenlijkGezag, "gezamenlijk_gezag"),
        (Gezagsgrond::Voogdij, "voogdij"),
        (Gezagsgrond::TijdelijkeVoogdij, "tijdelijke_voogdij"),
    ];
    for (grond, word) in gronden {
        let bron = Gezagsbron::Rechter {
            gerecht: "Rechtbank Overijssel".into(),
            uitspraak_op: date(2026, 4, 20),
            kenmerk: Some("C/08/1".into()),
        };
        let houder = Gezaghouder::Persoon { persoon: maria() };
        golden::<Persoon>(
            &PersoonEvent::GezagVastgelegd(Gezag {
                houder,
                grond,
                bron,
                vanaf: Some(date(2026, 5, 1)),
                tot: None,
            }),
            "GezagVastgelegd",
            &format!(
                r#"{{"bron":{{"gerecht":"Rechtbank Overijssel","kenmerk":"C/08/1","soort":"rechter","uitspraak_op":"2026-04-20"}},"grond":"{word}","houder":{{"persoon":"{MARIA}","soort":"persoon"}},"tot":null,"vanaf":"2026-05-01"}}"#
            ),
        );
    }
    golden::<Persoon>(
        &PersoonEvent::GezagVastgelegd(Gezag {
            houder: Gezaghouder::Ander { naam: "Jeugdbescherming".into() },
            grond: Gezagsgrond::Voogdij,
            bron: Gezagsbron::Brp { op: Moment::from_micros(0) },
            vanaf: None,
            tot: Some(date(2026, 5, 1)),
        }),
        "GezagVastgelegd",
        r#"{"bron":{"op":"1970-01-01T00:00:00Z","soort":"brp"},"grond":"voogdij","houder":{"naam":"Jeugdbescherming","soort":"ander"},"tot":"2026-05-01","vanaf":null}"#,
    );
    golden::<Persoon>(
        &PersoonEvent::GezagBeeindigd {
            houder: Gezaghouder::Persoon { persoon: maria() },
            op: date(2026, 5, 1),
        },
        "GezagBeeindigd",
        &format!(r#"{{"houder":{{"persoon":"{MARIA}","soort":"persoon"}},"op":"2026-05-01"}}"#),
    );
    golden::<Persoon>(
        &PersoonEvent::GezagHerroepen {
            gezag: Gezag {
                houder: Gezaghouder::Persoon { persoon: maria() },
                grond: Gezagsgrond::Voogdij,
                bron: Gezagsbron::Brp { op: Moment::from_micros(0) },
                vanaf: None,
                tot: None,
            },
            reden: "Ander kind".into(),
        },
        "GezagHerroepen",
        &format!(
            r#"{{"gezag":{{"bron":{{"op":"1970-01-01T00:00:00Z","soort":"brp"}},"grond":"voogdij","houder":{{"persoon":"{MARIA}","soort":"persoon"}},"tot":null,"vanaf":null}},"reden":"Ander kind"}}"#
        ),
    );
}

#[test]
fn an_identity_that_came_to_be_known() {
    golden::<Persoon>(
        &PersoonEvent::OnbekendeGeregistreerd(Beschrijving {
            tekst: "Jongen van negen".into(),
            telefoon: None,
        }),
        "OnbekendeGeregistreerd",
        r#"{"tekst":"Jongen van negen","telefoon":null}"#,
    );
    for (wijze, word) in [
        (Identificatie::Identiteitsbewijs, "identiteitsbewijs"),
        (Identificatie::Brp, "brp"),
        (Identificatie::EigenOpgave, "eigen_opgave"),
    ] {
        let gegevens = Persoonsgegevens {
            bsn: None,
            voornamen: "Dylan".into(),
            voorvoegsel: None,
            achternaam: "Verhoef".into(),
            geboortedatum: None,
            telefoon: None,
            adres: None,
        };
        golden::<Persoon>(
            &PersoonEvent::IdentiteitVastgesteld { gegevens, wijze },
            "IdentiteitVastgesteld",
            &format!(
                r#"{{"gegevens":{{"achternaam":"Verhoef","adres":null,"bsn":null,"geboortedatum":null,"telefoon":null,"voornamen":"Dylan","voorvoegsel":null}},"wijze":"{word}"}}"#
            ),
        );
    }
}

#[test]
fn the_picture_that_the_brp_gave() {
    for (doel, word) in Doel::ALLE.map(|doel| (doel, doel.code())) {
        let momentopname = Box::new(BrpMomentopname {
            op: Moment::from_micros(0),
            doel,
            verzoek: Uuid::from_u128(3),
            gevraagd: vec!["naam".into()],
            bsn: Bsn::parse("123456782").unwrap(),
            voornamen: Some("Dylan".into()),
            voorvoegsel: None,
            geslachtsnaam: Some("Verhoef".into()),
            geboortedatum: Some(date(2017, 5, 22)),
            adres: None,
            adres_sinds: Some(date(2018, 2, 1)),
            adresseerbaar_object: Some("0141010000012345".into()),
            geheimhouding: true,
            in_onderzoek: false,
            opschorting: None,
        });
        golden::<Persoon>(
            &PersoonEvent::UitBrpOvergenomen { momentopname, velden: BrpVeld::ALLE.to_vec() },
            "UitBrpOvergenomen",
            &format!(
                r#"{{"momentopname":{{"adres":null,"adres_sinds":"2018-02-01","adresseerbaar_object":"0141010000012345","bsn":"123456782","doel":"{word}","geboortedatum":"2017-05-22","geheimhouding":true,"geslachtsnaam":"Verhoef","gevraagd":["naam"],"in_onderzoek":false,"op":"1970-01-01T00:00:00Z","opschorting":null,"verzoek":"00000000-0000-0000-0000-000000000003","voornamen":"Dylan","voorvoegsel":null}},"velden":["naam","geboortedatum","adres"]}}"#
            ),
        );
    }
}
