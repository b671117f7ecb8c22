//! Finding people by how their name sounds, and people of whom nobody knows who they are.

use keukentafel::protocol::body::{
    IdentificatieKeuze, NieuweIdentiteit, NieuweOnbekende, PersoonVraag, Zoekdoel,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{BrpStand, Herkomst};

use super::tafelgenoot::Tafelgenoot;
use super::*;

fn vraag(naam: &str, geboortedatum: &str) -> PersoonVraag {
    PersoonVraag {
        bsn: None,
        naam: Some(naam.to_owned()),
        geboortedatum: Some(geboortedatum.to_owned()),
        voor: Zoekdoel::Intake,
    }
}

impl Huis {
    /// Somebody born on the same day as Maria.
    pub(super) async fn met_naam(
        &self,
        voornamen: &str,
        achternaam: &str,
        geboren: Option<&str>,
    ) -> PersoonId {
        let typed = NieuwePersoon {
            bsn: None,
            voornamen: voornamen.to_owned(),
            voorvoegsel: None,
            achternaam: achternaam.to_owned(),
            geboortedatum: geboren.map(str::to_owned),
            telefoon: None,
            adres: None,
        };
        PersoonId(self.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id)
    }

    pub(super) async fn dylan_alike(&self, voornamen: &str) -> PersoonId {
        self.met_naam(voornamen, "Verhoef", Some("2017-05-22")).await
    }

    async fn vindt(&self, naam: &str, geboortedatum: &str) -> Vec<(PersoonId, bool)> {
        let found = self.tafel.personen_zoek(&linda(), &vraag(naam, geboortedatum)).await.unwrap();
        assert_eq!(found.brp, BrpStand::NietIngericht);
        assert!(found.items.iter().all(|one| one.bron == Herkomst::Bekend && one.bsn.is_none()));
        found.items.into_iter().map(|one| (one.id.unwrap(), one.klinkt_als)).collect()
    }
}

// shows C2-L3
#[tokio::test]
async fn who_sounds_alike_is_found_below_who_is_named_so() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let alike = huis.met_naam("Maria", "Verhoeven", Some("1958-03-14")).await;
    let undated = huis.met_naam("Maria", "Verhoef", None).await;
    huis.met_naam("Maria", "Verhagen", Some("1958-03-14")).await;
    huis.met_naam("Maria", "Verhoeff", Some("1958-03-15")).await;
    assert_eq!(
        huis.vindt("maria verhoef", "1958-03-14").await,
        [(maria, false), (undated, false), (alike, true)]
    );
    let mut heard = huis.vindt("Maria Verhoeff", "1958-03-14").await;
    heard.sort_unstable();
    let mut then = vec![(maria, true), (alike, true)];
    then.sort_unstable();
    assert_eq!(heard, then);
    assert_eq!(huis.vindt("Peter Verhoeff", "1958-03-14").await, []);
}

// shows C2-L1, C2-L3
#[tokio::test]
async fn an_unknown_person_has_a_zaak_and_gets_a_name_on_every_open_line() {
    let huis = Huis::open().await;
    let typed = NieuweOnbekende {
        beschrijving: "Jongen van een jaar of negen, spreekt Tigrinya".to_owned(),
        telefoon: None,
    };
    let made = huis.doet(&linda(), Opdracht::RegistreerOnbekende(typed)).await.unwrap();
    let onbekend = PersoonId(made.id);
    let zaak = huis.melding(onbekend, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::ZaakRij(zaak)).await.unwrap();
    tab.volgt(&huis, Topic::Persoon(onbekend)).await.unwrap();
    let heard = tab.gehoord();
    assert_eq!(heard[1]["b"]["persoon"]["naam"], "Onbekende persoon");
    assert_eq!(heard[1]["b"]["persoon"]["beschrijving"], "Jongen van een jaar of negen, spreekt Tigrinya");
    let identiteit = |bsn: Option<&str>| NieuweIdentiteit {
        persoon: NieuwePersoon {
            bsn: bsn.map(str::to_owned),
            voornamen: "Dawit".to_owned(),
            voorvoegsel: None,
            achternaam: "Tesfay".to_owned(),
            geboortedatum: Some("2017-02-03".to_owned()),
            telefoon: None,
            adres: None,
        },
        wijze: IdentificatieKeuze::EigenOpgave,
    };
    let known = |bsn| Opdracht::StelIdentiteitVast { persoon: onbekend, identiteit: identiteit(bsn) };
    assert_eq!(huis.doet(&peter(), known(None)).await, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&kevin(), known(None)).await.unwrap();
    let heard = tab.gehoord();
    assert!(heard.iter().any(|frame| frame["b"]["persoon"]["naam"] == "Dawit Tesfay"), "{heard:?}");
    assert_eq!(huis.vindt("Dawit Tesfai", "2017-02-03").await, [(onbekend, true)]);
    // A BSN of somebody else is refused; one of his own can be added.
    huis.maria().await;
    let taken = Weigering::Geweigerd { code: "persoon.bsn_bestaat_al" };
    assert_eq!(huis.doet(&kevin(), known(Some("123456782"))).await, Err(taken));
    huis.doet(&kevin(), known(Some("999990056"))).await.unwrap();
    let by_bsn = PersoonVraag {
        bsn: Some("999990056".to_owned()),
        naam: None,
        geboortedatum: None,
        voor: Zoekdoel::Intake,
    };
    let found = huis.tafel.personen_zoek(&linda(), &by_bsn).await.unwrap();
    assert_eq!(found.items[0].id, Some(onbekend));
}
