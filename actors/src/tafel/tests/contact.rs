//! One contact with two meldingen, and its one report.

use keukentafel::domain::contact::{Identiteitscontrole, Verslagvraag};
use keukentafel::domain::ids::ContactId;
use keukentafel::protocol::body::{NieuwAntwoord, NieuwContactmoment, NieuweContactmelding, SprekerKeuze};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use keukentafel::store::{StreamKind, Write};

use super::tafelgenoot::Tafelgenoot;
use super::*;

pub(super) const VERHAAL: &str = "Oma kan het niet meer alleen";

fn over(persoon: PersoonId, zaaktype: Zaaktype, behandelaars: &[&Wie]) -> NieuweContactmelding {
    NieuweContactmelding {
        persoon,
        zaaktype,
        onderwerp: "Hulp".to_owned(),
        urgentie: keukentafel::domain::zaak::Urgentie::Gewoon,
        behandelaars: behandelaars.iter().map(|wie| wie.id).collect(),
    }
}

fn contact(spreker: PersoonId, meldingen: Vec<NieuweContactmelding>) -> Opdracht {
    let verslag = vec![
        NieuwAntwoord { vraag: Verslagvraag::Situatie, tekst: "  ".to_owned() },
        NieuwAntwoord { vraag: Verslagvraag::Hulpvraag, tekst: VERHAAL.to_owned() },
    ];
    Opdracht::RegistreerContact(NieuwContactmoment {
        concept: None,
        kanaal: Kanaal::Balie,
        spreker: SprekerKeuze::Persoon { persoon: spreker, telefoon: None },
        controle: Identiteitscontrole::Identiteitsbewijs,
        verslag,
        meldingen,
    })
}

/// Maria at the desk: a Wmo-melding for her with Emma, jeugdhulp for Dylan with Kevin.
pub(super) async fn aan_de_balie(huis: &Huis) -> (ContactId, ZaakId, ZaakId) {
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let meldingen = vec![
        over(maria, Zaaktype::MeldingWmo, &[&emma()]),
        over(dylan, Zaaktype::AanvraagJeugdhulp, &[&kevin()]),
    ];
    let done = huis.doet(&linda(), contact(maria, meldingen)).await.unwrap();
    let [wmo, jeugd] = done.meldingen.as_slice() else { unreachable!("{done:?}") };
    assert_eq!((wmo.persoon, jeugd.persoon), (maria, dylan));
    assert_ne!(wmo.zaaknummer, jeugd.zaaknummer);
    (ContactId(done.id), wmo.zaak, jeugd.zaak)
}

// shows C2-N5, C2-L2, C2-L4
#[tokio::test]
async fn two_meldingen_and_their_report_are_one_transaction() {
    let huis = Huis::open().await;
    let (id, wmo, jeugd) = aan_de_balie(&huis).await;
    let appends: Vec<_> = huis
        .journal
        .committed()
        .into_iter()
        .flatten()
        .filter_map(|write| match write {
            Write::Append(append) => Some(append),
            Write::Document(_)
            | Write::Audit { .. }
            | Write::Snapshot { .. }
            | Write::Compact { .. }
            | Write::Onder { .. }
            | Write::SignHead { .. }
            | Write::Concept(_)
            | Write::Projection { .. } => None,
        })
        .filter(|append| append.streams.iter().any(|stream| stream.stream.kind == StreamKind::Contact))
        .collect();
    let [append] = appends.as_slice() else { unreachable!("one write") };
    let streams: Vec<_> =
        append.streams.iter().map(|stream| (stream.stream.id, stream.events.len())).collect();
    assert_eq!(streams, [(id.0, 1), (wmo.0, 2), (jeugd.0, 2)]);
    assert_eq!(append.claims.len(), 2);
    // The report stands with the contact and nowhere else.
    let told = |stream: &keukentafel::store::StreamAppend| {
        stream.events.iter().any(|event| String::from_utf8_lossy(&event.body).contains(VERHAAL))
    };
    let holds: Vec<_> = append.streams.iter().map(told).collect();
    assert_eq!(holds, [true, false, false]);
}

// shows C2-N5, C2-N7
#[tokio::test]
async fn the_report_is_read_from_either_zaak_and_not_with_dat() {
    let huis = Huis::open().await;
    let (id, wmo, jeugd) = aan_de_balie(&huis).await;
    for (wie, own) in [(kevin(), jeugd), (emma(), wmo)] {
        let Ok(Some(ZaakAntwoord::Schrijven(zaak))) = huis.tafel.zaak(&wie, own).await else {
            unreachable!()
        };
        assert_eq!((zaak.contact, zaak.toelichting), (Some(id), None));
        let seen = huis.tafel.contact(&wie, id).await.unwrap().unwrap();
        assert_eq!(seen.contact.verslag.len(), 1, "an empty answer is none");
        assert_eq!(seen.contact.verslag[0].tekst, VERHAAL);
        assert_eq!(
            seen.zaken.iter().map(|rij| rij.id).collect::<Vec<_>>(),
            [own],
            "the other may not be known"
        );
    }
    assert_eq!(huis.tafel.contact(&linda(), id).await.unwrap().unwrap().zaken.len(), 2);
    let (maria, other) = {
        let all = huis.tafel.overzicht().lees();
        let all = all.gemeente(GEMEENTE).unwrap();
        (all.zaak(wmo).unwrap().lopend().unwrap().persoon, Zaaktype::AanvraagBijzondereBijstand)
    };
    let bijstand = huis.melding(maria, other).await;
    huis.toewijzen(bijstand, &[&peter()]).await;
    assert!(matches!(huis.tafel.zaak(&peter(), wmo).await, Ok(Some(ZaakAntwoord::Dat(_)))));
    for wie in [peter(), bestuur()] {
        assert_eq!(huis.tafel.contact(&wie, id).await, Ok(None));
        let tab = Tafelgenoot::new(wie);
        assert_eq!(tab.volgt(&huis, Topic::Contact(id)).await, Err(Weigering::NIET_GEVONDEN));
    }
}

// shows C2-N5, C2-L2, G27
#[tokio::test]
async fn what_the_author_adds_is_seen_live_until_the_right_ends() {
    let huis = Huis::open().await;
    let (id, _, jeugd) = aan_de_balie(&huis).await;
    let (mut kevin_tab, mut emma_tab) = (Tafelgenoot::new(kevin()), Tafelgenoot::new(emma()));
    for tab in [&kevin_tab, &emma_tab] {
        tab.volgt(&huis, Topic::Contact(id)).await.unwrap();
    }
    let add = |tekst: &str| Opdracht::VulVerslagAan { contact: id, tekst: tekst.to_owned() };
    assert_eq!(
        huis.doet(&kevin(), add("van Kevin")).await,
        Err(Weigering::Geweigerd { code: "niet_bevoegd" })
    );
    assert_eq!(huis.doet(&peter(), add("van Peter")).await, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&linda(), add("Zij belde terug")).await.unwrap();
    for tab in [&mut kevin_tab, &mut emma_tab] {
        let heard = tab.gehoord();
        assert_eq!(heard.last().unwrap()["b"]["aanvullingen"][0]["tekst"], "Zij belde terug");
    }
    huis.toewijzen(jeugd, &[&peter()]).await;
    huis.doet(&linda(), add("Nog iets")).await.unwrap();
    assert_eq!(kevin_tab.soorten(), ["revoked"]);
    assert_eq!(emma_tab.soorten(), ["ev"]);
}

// shows C2-L1, C2-N5
#[tokio::test]
async fn a_contact_that_cannot_be_leaves_nothing() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let nobody = PersoonId(Uuid::from_u128(404));
    let both = |second| vec![over(maria, Zaaktype::MeldingWmo, &[]), second];
    for (wie, meldingen, code) in [
        (linda(), both(over(nobody, Zaaktype::AanvraagJeugdhulp, &[])), "invoer.persoon_onbekend"),
        (
            linda(),
            both(over(dylan, Zaaktype::AanvraagJeugdhulp, &[&bestuur()])),
            "invoer.medewerker_onbekend",
        ),
        (linda(), both(over(dylan, Zaaktype::OnderzoekRechtmatigheid, &[])), "niet_bevoegd"),
        (linda(), both(over(maria, Zaaktype::MeldingWmo, &[])), "contact.dubbele_melding"),
        (linda(), vec![], "contact.meldingen"),
        (linda(), vec![over(maria, Zaaktype::MeldingWmo, &[]); 9], "contact.meldingen"),
        // Whoever may register and not assign does neither.
        (kevin(), both(over(dylan, Zaaktype::AanvraagJeugdhulp, &[&kevin()])), "niet_bevoegd"),
        (bestuur(), both(over(dylan, Zaaktype::AanvraagJeugdhulp, &[])), "invoer.persoon_onbekend"),
    ] {
        huis.tafel.heeft_gevonden(&wie, [maria, dylan]);
        let refused = huis.doet(&wie, contact(maria, meldingen)).await.unwrap_err();
        assert_eq!(refused.code(), code);
    }
    {
        let all = huis.tafel.overzicht().lees();
        let all = all.gemeente(GEMEENTE).unwrap();
        assert_eq!(all.zaken_van(maria).count() + all.zaken_van(dylan).count(), 0);
    }
    let refusals = huis.journal.audit();
    let refused =
        refusals.iter().filter(|(_, row)| row.handeling == "RegistreerContact" && row.code.is_some());
    assert_eq!(refused.count(), 8, "each is in the trail");
}

// shows G12
#[tokio::test]
async fn a_contact_that_is_sent_again_is_the_same_one() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let ask = contact(
        maria,
        vec![over(maria, Zaaktype::MeldingWmo, &[]), over(dylan, Zaaktype::AanvraagJeugdhulp, &[])],
    );
    let kop = huis.kop();
    let first = huis.tafel.voer_uit(&linda(), ask.clone(), kop).await.unwrap().antwoord;
    let again = huis.tafel.voer_uit(&linda(), ask, kop).await.unwrap().antwoord;
    assert_eq!((first.id, &first.meldingen), (again.id, &again.meldingen));
    let all = huis.tafel.overzicht().lees();
    assert_eq!(all.gemeente(GEMEENTE).unwrap().zaken_van(maria).count(), 1);
}
