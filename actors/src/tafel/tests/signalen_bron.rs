//! What a source may say of how far it can be relied on.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::signaal::{
    Betrouwbaarheid, Broninschrijving, Bronsoort, Signaal, Soorten, Soortgegevens,
};
use keukentafel::domain::zaak::Urgentie;
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::view::{BetreftWat, SignaalRij};

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::*;
use crate::deps::Rechten as _;
use crate::entity::Concept as _;

use Betrouwbaarheid::{EigenWaarneming, VanHorenZeggen, Vastgesteld};

/// Whether what `wie` says of it was taken, and as what it then stands with the wijkteam.
async fn staat(huis: &Huis, wie: &Wie, said: Option<Betrouwbaarheid>) -> Result<Betrouwbaarheid, Weigering> {
    let before = huis.register(&rianne()).await.len();
    let naam = format!("{} {before}", wie.naam);
    let report =
        NieuwSignaal { naam: Some(naam.clone()), betrouwbaarheid: said, ..signaal(soort_van("overlast")) };
    let done = huis.doet(wie, Opdracht::MeldSignaal(report)).await;
    let rows = huis.register(&rianne()).await;
    assert_eq!(rows.len(), before + usize::from(done.is_ok()), "what is refused leaves nothing");
    done?;
    let about = |row: &&SignaalRij| matches!(&row.betreft, Some(BetreftWat::NogOnbekend(who)) if who.naam.as_ref() == Some(&naam));
    let id = rows.iter().find(about).unwrap().id;
    Ok(huis.lees(&rianne(), id).await.inzendingen[0].betrouwbaarheid)
}

// shows KING-ZT23
#[tokio::test]
async fn a_source_says_no_more_than_who_it_is_allows() {
    let refused = || Err(Weigering::Velden(vec![("betrouwbaarheid", "signaal.betrouwbaarheid")]));
    let school = bron(91);
    let inschrijving = Broninschrijving { bronsoort: Bronsoort::School, betrouwbaarheid: VanHorenZeggen };
    let brink = bron(92);
    let administratie =
        Broninschrijving { bronsoort: Bronsoort::Woningstichting, betrouwbaarheid: Vastgesteld };
    let huis = Huis::met_signaalbronnen([(school.id, inschrijving), (brink.id, administratie)]).await;
    for (wie, said, then) in [
        (buurman(), Some(Vastgesteld), refused()),
        (buurman(), Some(EigenWaarneming), Ok(EigenWaarneming)),
        (buurman(), Some(VanHorenZeggen), Ok(VanHorenZeggen)),
        (buurman(), None, Ok(EigenWaarneming)),
        (emma(), Some(Vastgesteld), Ok(Vastgesteld)),
        (emma(), None, Ok(EigenWaarneming)),
        // Of a key: as it was registered, which is seen oneself when nobody said otherwise.
        (bron(90), None, Ok(EigenWaarneming)),
        (bron(90), Some(Vastgesteld), refused()),
        (school.clone(), None, Ok(VanHorenZeggen)),
        (school, Some(EigenWaarneming), refused()),
        (brink.clone(), None, Ok(Vastgesteld)),
        (brink, Some(VanHorenZeggen), Ok(VanHorenZeggen)),
    ] {
        assert_eq!(staat(&huis, &wie, said).await, then, "{} {said:?}", wie.naam);
    }
}

/// Whether this is a process for one test alone; else the test of this name is run in one, and has to pass there. What it loads holds for a whole process,
/// and a runner may have all tests in one.
fn alleen(test: &str) -> bool {
    const ALLEEN: &str = "KT_TEST_ALLEEN";
    if std::env::var_os(ALLEEN).is_some() {
        return true;
    }
    let program = std::env::current_exe().unwrap();
    let ran = std::process::Command::new(program).args([test, "--exact"]).env(ALLEEN, "1").output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{test}: {said}");
    false
}

// shows KING-SI2
#[tokio::test]
async fn of_a_kind_that_was_stopped_no_more_is_taken_in_and_one_of_the_gemeente_is_seen_by_whom_it_names() {
    if !alleen(
        "tafel::tests::signalen_bron::of_a_kind_that_was_stopped_no_more_is_taken_in_and_one_of_the_gemeente_is_seen_by_whom_it_names",
    ) {
        return;
    }
    let own = Soortgegevens {
        code: "woonfraude".to_owned(),
        naam: "Iemand woont er niet echt".to_owned(),
        urgentie: Urgentie::Spoed,
        zichtbaar: vec![Rol::Regisseur, Rol::Wmoconsulent],
        bewaarjaren: 1,
        gestopt: false,
    };
    let stopped = Soortgegevens { code: "overlast".to_owned(), gestopt: true, ..own.clone() };
    Soorten::meegeleverd().met(vec![own, stopped]).unwrap().laad().unwrap();
    let huis = Huis::open().await;
    let report = |word| {
        let about = NieuwSignaal { naam: Some("Mevrouw op 4".to_owned()), ..signaal(soort_van(word)) };
        Opdracht::MeldSignaal(about)
    };
    let refused = Err(Weigering::Velden(vec![("soort", "signaal.soort_gestopt")]));
    assert_eq!(huis.doet(&bron(90), report("overlast")).await, refused);
    huis.doet(&bron(90), report("woonfraude")).await.unwrap();
    let rows = huis.register(&emma()).await;
    assert_eq!(
        rows.iter().map(|row| row.soort_naam.as_str()).collect::<Vec<_>>(),
        ["Iemand woont er niet echt"]
    );
    assert_eq!((rows[0].urgentie, huis.register(&kevin()).await), (Urgentie::Spoed, vec![]));
    assert_eq!(huis.register(&rianne()).await.len(), 1);
    let last = huis.lees(&emma(), rows[0].id).await.bewaren_tot;
    assert_eq!(last, jiff::civil::date(2027, 11, 25), "its own term");
}

// shows KING-R4c, KING-ZT24: who may only know of a signaal that it is there holds no version of it, whatever they ask of it
#[tokio::test]
async fn of_a_signaal_only_who_reads_it_holds_a_version() {
    let huis = Huis::open().await;
    huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let id = huis.register(&kevin()).await[0].id;
    let state = {
        let all = huis.tafel.overzicht().lees();
        let gemeld = all.gemeente(GEMEENTE).and_then(|all| all.signaal(id)?.gemeld()).unwrap();
        Signaal::Gemeld(Box::new(gemeld.clone()))
    };
    for (wie, toegang) in [(kevin(), Toegang::Schrijven), (wendy(), Toegang::Dat), (peter(), Toegang::Niets)]
    {
        assert_eq!(huis.tafel.overzicht().op_signaal(&wie, id), toegang, "{}", wie.naam);
        let only_dat = state.alleen_dat(&huis.tafel.deps, &wie, id.0);
        assert_eq!(only_dat, toegang < Toegang::Wat, "{}", wie.naam);
    }
}
