//! The stored form of the events of groep, plan and signaal, typed by hand. See `tests.rs`.

use jiff::civil::date;
use uuid::Uuid;

use super::tests::golden;
use crate::clock::Moment;
use crate::domain::groep::{Groep, GroepEvent, Participant};
use crate::domain::ids::{
    ActieId, DoelId, DoelreactieId, GroepId, InzendingId, MedewerkerId, PersoonId, PlanId, SignaalId, ZaakId,
};
use crate::domain::plan::{
    Achterhouding, Afspraak, Eigenaar, Instemming, Onderdeel, Plan, PlanEvent, Uitkomst, Voor,
};
use crate::domain::signaal::{
    Aanduiding, Afhandeling, Betreft, Betrouwbaarheid, Bron, Bronsoort, Inzending, Signaal, SignaalEvent,
    Signaalsoort,
};
use crate::domain::wat::Wat;

/// `…0002` and so on: the ids of these tests.
fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// `#2` in an expectation stands for the id with number 2.
fn with_ids(body: &str) -> String {
    let mut whole = body.to_owned();
    for n in 1..=9_u128 {
        whole = whole.replace(&format!("#{n}"), &format!("\"{}\"", id(n)));
    }
    whole
}

#[track_caller]
fn groep(event: &GroepEvent, soort: &str, body: &str) {
    golden::<Groep>(event, soort, &with_ids(body));
}

#[track_caller]
fn plan(event: &PlanEvent, soort: &str, body: &str) {
    golden::<Plan>(event, soort, &with_ids(body));
}

#[track_caller]
fn signaal(event: &SignaalEvent, soort: &str, body: &str) {
    golden::<Signaal>(event, soort, &with_ids(body));
}

#[test]
fn events_of_a_groep() {
    let (maria, plan_id) = (PersoonId(id(5)), PlanId(id(8)));
    groep(
        &GroepEvent::GroepGevormd {
            leden: vec![maria],
            aanleiding: None,
            door: MedewerkerId(id(2)),
            waarom: None,
        },
        "GroepGevormd",
        r#"{"aanleiding":null,"door":#2,"leden":[#5]}"#,
    );
    groep(&GroepEvent::PlanGestart { plan: plan_id }, "PlanGestart", r#"{"plan":#8}"#);
    groep(
        &GroepEvent::ParticipantToegevoegd(Participant { persoon: maria, hoedanigheid: "buurman".into() }),
        "ParticipantToegevoegd",
        r#"{"hoedanigheid":"buurman","persoon":#5}"#,
    );
    let left = GroepEvent::ParticipantVerwijderd { persoon: maria };
    groep(&left, "ParticipantVerwijderd", r#"{"persoon":#5}"#);
    let tried = GroepEvent::PogingGeweigerd { door: MedewerkerId(id(2)) };
    groep(&tried, "PogingGeweigerd", r#"{"door":#2}"#);
    groep(&GroepEvent::GroepVrijgekomen { plan: plan_id }, "GroepVrijgekomen", r#"{"plan":#8}"#);
}

#[test]
fn events_of_who_leads_a_plan() {
    let (kevin, emma) = (MedewerkerId(id(2)), MedewerkerId(id(3)));
    plan(
        &PlanEvent::PlanBegonnen {
            groep: GroepId(id(1)),
            leden: vec![PersoonId(id(5)), PersoonId(id(6))],
            regisseurs: vec![kevin, emma],
            aanleiding: Some(SignaalId(id(9))),
            vorig: None,
        },
        "PlanBegonnen",
        r#"{"aanleiding":#9,"groep":#1,"leden":[#5,#6],"regisseurs":[#2,#3],"vorig":null}"#,
    );
    let added = PlanEvent::RegisseurToegevoegd { regisseur: emma };
    plan(&added, "RegisseurToegevoegd", r#"{"regisseur":#3}"#);
    let left = PlanEvent::RegisseurVertrokken { regisseur: emma };
    plan(&left, "RegisseurVertrokken", r#"{"regisseur":#3}"#);
    let handed = PlanEvent::RegieOvergedragen { van: kevin, aan: emma };
    plan(&handed, "RegieOvergedragen", r#"{"aan":#3,"van":#2}"#);
    let passed = PlanEvent::ActieOvergedragen { actie: ActieId(id(7)), van: kevin, aan: emma };
    plan(&passed, "ActieOvergedragen", r#"{"aan":#3,"actie":#7,"van":#2}"#);
    let end = PlanEvent::PlanAfgesloten { resultaat: "Het gaat goed".into() };
    plan(&end, "PlanAfgesloten", r#"{"resultaat":"Het gaat goed"}"#);
}

#[test]
fn events_of_what_a_plan_holds() {
    let (doel, actie) = (DoelId(id(4)), ActieId(id(7)));
    let omschrijving = Wat::from("Weer naar school");
    plan(
        &PlanEvent::DoelGesteld {
            doel,
            voor: Voor::Lid(PersoonId(id(6))),
            omschrijving: omschrijving.clone(),
            in_portaal: false,
        },
        "DoelGesteld",
        r#"{"doel":#4,"omschrijving":"Weer naar school","voor":{"lid":#6}}"#,
    );
    plan(
        &PlanEvent::DoelGewijzigd { doel, omschrijving: omschrijving.clone() },
        "DoelGewijzigd",
        r#"{"doel":#4,"omschrijving":"Weer naar school"}"#,
    );
    let done = PlanEvent::DoelAfgerond { doel, uitkomst: Uitkomst::Behaald };
    plan(&done, "DoelAfgerond", r#"{"doel":#4,"uitkomst":"behaald"}"#);
    plan(&PlanEvent::DoelHeropend { doel }, "DoelHeropend", r#"{"doel":#4}"#);
    let afspraak = Afspraak {
        doel: None,
        voor: Voor::Groep,
        omschrijving,
        eigenaar: Eigenaar::Medewerker(MedewerkerId(id(2))),
        datum: date(2026, 12, 10),
        herinnering: None,
    };
    plan(
        &PlanEvent::ActieVastgelegd { actie, afspraak, in_portaal: false },
        "ActieVastgelegd",
        r#"{"actie":#7,"afspraak":{"datum":"2026-12-10","doel":null,"eigenaar":{"medewerker":#2},"herinnering":null,"omschrijving":"Weer naar school","voor":"groep"}}"#,
    );
    plan(&PlanEvent::ActieGedaan { actie }, "ActieGedaan", r#"{"actie":#7}"#);
    plan(&PlanEvent::ActieHeropend { actie }, "ActieHeropend", r#"{"actie":#7}"#);
    let zaak = ZaakId(id(6));
    let linked = PlanEvent::ZaakGekoppeld { zaak, persoon: PersoonId(id(5)) };
    plan(&linked, "ZaakGekoppeld", r#"{"persoon":#5,"zaak":#6}"#);
    plan(&PlanEvent::ZaakOntkoppeld { zaak }, "ZaakOntkoppeld", r#"{"zaak":#6}"#);
    let landed = PlanEvent::SignaalGeland { signaal: SignaalId(id(9)) };
    plan(&landed, "SignaalGeland", r#"{"signaal":#9}"#);
}

// shows KING-R1c
#[test]
fn events_of_what_the_leden_see() {
    let (doel, actie) = (DoelId(id(4)), ActieId(id(7)));
    let shared = PlanEvent::DoelGesteld {
        doel,
        voor: Voor::Groep,
        omschrijving: "Weer naar school".into(),
        in_portaal: true,
    };
    plan(
        &shared,
        "DoelGesteld",
        r#"{"doel":#4,"in_portaal":true,"omschrijving":"Weer naar school","voor":"groep"}"#,
    );
    let afspraak = Afspraak {
        doel: Some(doel),
        voor: Voor::Groep,
        omschrijving: "Bel de school".into(),
        eigenaar: Eigenaar::Lid(PersoonId(id(5))),
        datum: date(2026, 12, 10),
        herinnering: None,
    };
    plan(
        &PlanEvent::ActieVastgelegd { actie, afspraak, in_portaal: true },
        "ActieVastgelegd",
        r#"{"actie":#7,"afspraak":{"datum":"2026-12-10","doel":#4,"eigenaar":{"lid":#5},"herinnering":null,"omschrijving":"Bel de school","voor":"groep"},"in_portaal":true}"#,
    );
    let achterhouding = Achterhouding {
        reden: "Eerst samen bespreken".into(),
        tot_en_met: date(2026, 12, 31),
        herzien_op: date(2026, 12, 15),
    };
    plan(
        &PlanEvent::OnderdeelAchtergehouden { onderdeel: Onderdeel::Doel(doel), achterhouding },
        "OnderdeelAchtergehouden",
        r#"{"achterhouding":{"herzien_op":"2026-12-15","reden":"Eerst samen bespreken","tot_en_met":"2026-12-31"},"onderdeel":{"doel":#4}}"#,
    );
    plan(
        &PlanEvent::OnderdeelGedeeld { onderdeel: Onderdeel::Actie(actie) },
        "OnderdeelGedeeld",
        r#"{"onderdeel":{"actie":#7}}"#,
    );
}

#[test]
fn events_of_what_a_lid_brings_in() {
    let (reactie, maria, rianne) = (DoelreactieId(id(3)), PersoonId(id(5)), MedewerkerId(id(2)));
    for (instemming, word) in
        [(Instemming::Eens, "eens"), (Instemming::Oneens, "oneens"), (Instemming::Opmerking, "opmerking")]
    {
        let tekst = (instemming == Instemming::Opmerking).then(|| Wat::from("Niet op maandag"));
        let said = if tekst.is_some() { r#""Niet op maandag""# } else { "null" };
        let given =
            PlanEvent::DoelreactieGegeven { reactie, doel: DoelId(id(4)), door: maria, instemming, tekst };
        let body = format!(r#"{{"doel":#4,"door":#5,"instemming":"{word}","reactie":#3,"tekst":{said}}}"#);
        plan(&given, "DoelreactieGegeven", &body);
    }
    let read = PlanEvent::DoelreactieGelezen { reactie, door: rianne };
    plan(&read, "DoelreactieGelezen", r#"{"door":#2,"reactie":#3}"#);
    let answered = PlanEvent::DoelreactieBeantwoord { reactie, door: rianne, tekst: "Dinsdag dan".into() };
    plan(&answered, "DoelreactieBeantwoord", r#"{"door":#2,"reactie":#3,"tekst":"Dinsdag dan"}"#);
    let actie = ActieId(id(7));
    let done = PlanEvent::ActieGemeld { actie, door: maria, toelichting: Some("Ging goed".into()) };
    plan(&done, "ActieGemeld", r#"{"actie":#7,"door":#5,"toelichting":"Ging goed"}"#);
    let not_yet = PlanEvent::ActieNogNietGedaan { actie, door: maria, toelichting: None };
    plan(&not_yet, "ActieNogNietGedaan", r#"{"actie":#7,"door":#5,"toelichting":null}"#);
    let asked = PlanEvent::ActieDoorgevraagd { actie, door: rianne, vraag: "Met wie?".into() };
    plan(&asked, "ActieDoorgevraagd", r#"{"actie":#7,"door":#2,"vraag":"Met wie?"}"#);
}

fn inzending() -> Inzending {
    Inzending {
        id: InzendingId(id(3)),
        bron: Bron {
            bronsoort: Bronsoort::School,
            naam: "Basisschool De Wilg".into(),
            betrouwbaarheid: Betrouwbaarheid::Vastgesteld,
            wie: MedewerkerId(id(2)),
            kenmerk: Some("2026-17".into()),
        },
        toelichting: None,
        waargenomen_op: date(2026, 11, 24),
        ontvangen_op: Moment::from_micros(0),
    }
}

const INZENDING: &str = r#"{"bron":{"betrouwbaarheid":"vastgesteld","bronsoort":"school","kenmerk":"2026-17","naam":"Basisschool De Wilg","wie":#2},"id":#3,"ontvangen_op":"1970-01-01T00:00:00Z","toelichting":null,"waargenomen_op":"2026-11-24"}"#;

#[test]
fn events_of_a_signaal() {
    let reported = |betreft| SignaalEvent::SignaalGemeld {
        betreft,
        signaalsoort: Signaalsoort::from_word("schoolverzuim").unwrap(),
        inzending: inzending(),
    };
    let unknown = Aanduiding {
        bsn: Some("123456782".to_owned().try_into().unwrap()),
        naam: None,
        geboortedatum: Some(date(2017, 5, 22)),
    };
    for (betreft, stored) in [
        (Betreft::Persoon(PersoonId(id(6))), r#"{"persoon":#6}"#),
        (Betreft::Groep(GroepId(id(1))), r#"{"groep":#1}"#),
        (
            Betreft::NogOnbekend(unknown),
            r#"{"nog_onbekend":{"bsn":"123456782","geboortedatum":"2017-05-22","naam":null}}"#,
        ),
    ] {
        let body =
            format!(r#"{{"betreft":{stored},"inzending":{INZENDING},"signaalsoort":"schoolverzuim"}}"#);
        signaal(&reported(betreft), "SignaalGemeld", &body);
    }
    let again = SignaalEvent::SignaalHerhaald { inzending: inzending() };
    signaal(&again, "SignaalHerhaald", &format!(r#"{{"inzending":{INZENDING}}}"#));
    let found = SignaalEvent::PersoonAangewezen { persoon: PersoonId(id(6)) };
    signaal(&found, "PersoonAangewezen", r#"{"persoon":#6}"#);
    signaal(&SignaalEvent::SignaalGekoppeld { plan: PlanId(id(8)) }, "SignaalGekoppeld", r#"{"plan":#8}"#);
    let gone = SignaalEvent::SignaalOpgegaan { signaal: SignaalId(id(9)) };
    signaal(&gone, "SignaalOpgegaan", r#"{"signaal":#9}"#);
    let taken =
        SignaalEvent::SignaalSamengevoegd { signaal: SignaalId(id(9)), inzendingen: vec![inzending()] };
    let body = format!(r#"{{"inzendingen":[{INZENDING}],"signaal":#9}}"#);
    signaal(&taken, "SignaalSamengevoegd", &body);
    let done = SignaalEvent::SignaalAfgehandeld { afhandeling: Afhandeling::ContactGeweest };
    signaal(&done, "SignaalAfgehandeld", r#"{"afhandeling":"contact_geweest"}"#);
    let again = SignaalEvent::SignaalHeropend { reden: "Het gaat weer mis".into() };
    signaal(&again, "SignaalHeropend", r#"{"reden":"Het gaat weer mis"}"#);
    signaal(&SignaalEvent::SignaalVernietigd {}, SignaalEvent::VERNIETIGD, "{}");
}
