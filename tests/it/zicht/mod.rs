//! A second caseworker's view compared with the policy: every persona crawls every way to find, list and count, and what comes back is held
//! against a naive verdict of this test's own (`beleid.rs`), worked out from facts that it made itself (`feiten.rs`, `invoer.rs`).

mod beleid;
mod feiten;
mod invoer;
mod wijkteam;

use std::collections::BTreeSet;

use keukentafel_tests::{Answer, Mens};
use serde_json::{Value, json};

use beleid::{Ver, Wie};
use feiten::{Casus, GEHEIM_STRAAT};

const ABSENT: &str = "019ab000-0000-7000-8000-00000000dead";

/// Everybody who can log in and sees, or must not see, other people's affairs.
const PERSONAS: [&str; 20] = [
    "kevin",
    "emma",
    "peter",
    "sara",
    "abdul",
    "linda",
    "kcc",
    "werkverdeler",
    "wijkteammanager",
    "privacyfunctionaris",
    "regisseur",
    "regisseur2",
    "backoffice",
    "medewerker-budgetbeheer",
    "ketenpartner",
    "bestuur",
    "maria",
    "samira",
    "huub",
    "buurman",
];

fn ids(rows: &Value) -> BTreeSet<String> {
    let rows = rows.as_array().unwrap_or_else(|| unreachable!("{rows}"));
    let found: BTreeSet<_> = rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(found.len(), rows.len(), "each once: {rows:?}");
    found
}

fn set<'a>(ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    ids.into_iter().map(str::to_owned).collect()
}

/// The street of who keeps her address from others is nowhere, whatever is asked.
async fn look(casus: &Casus, mens: &Mens, path: &str) -> Answer {
    let answer = casus.app.get(mens, path).await;
    assert!(!answer.body.contains(GEHEIM_STRAAT), "{path}: {}", answer.body);
    answer
}

/// There, or as absent as what never was.
async fn er_of_niet(
    casus: &Casus,
    who: &str,
    mens: &Mens,
    path: &str,
    id: &str,
    there: bool,
) -> Option<Value> {
    let answer = look(casus, mens, path).await;
    if there {
        assert_eq!(answer.status, 200, "{who} {path}: {}", answer.body);
        return Some(answer.json());
    }
    let nowhere = look(casus, mens, &path.replace(id, ABSENT)).await;
    assert_eq!((answer.status, &answer.body), (404, &nowhere.body), "{who} {path}");
    None
}

/// All pages of a list, two rows at a time: no page, count or cursor may tell of what lies between.
async fn alle_bladzijden(casus: &Casus, mens: &Mens, query: &str) -> Value {
    let mut rows = Vec::new();
    let mut na = String::new();
    loop {
        let answer = look(casus, mens, &format!("/api/v1/zaken?{query}&aantal=2{na}")).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.body);
        let page = answer.json();
        let fields: Vec<_> = page.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["items", "volgende"], "a list counts nothing");
        let items = page["items"].as_array().unwrap().clone();
        let Some(cursor) = page["volgende"].as_str() else {
            rows.extend(items);
            return Value::Array(rows);
        };
        assert_eq!(items.len(), 2, "a page is full when there is another");
        rows.extend(items);
        na = format!("&na={cursor}");
    }
}

// shows C2-E2, C2-N3, C2-N7, C2-K2, KING-R5c, KING-R6d, N-17
#[tokio::test]
async fn every_list_of_zaken_holds_what_the_policy_says_with_every_filter() {
    let casus = Casus::leg().await;
    for who in PERSONAS {
        let wie = Wie::van(&casus, who).await;
        for feit in &casus.zaken {
            let far = wie.op_zaak(&casus, feit);
            let seen = er_of_niet(
                &casus,
                who,
                &wie.mens,
                &format!("/api/v1/zaken/{}", feit.id),
                &feit.id,
                far > Ver::Niets,
            )
            .await;
            assert_eq!(
                seen.map_or("niets".into(), |seen| seen["toegang"].clone()),
                far.woord(),
                "{who} {}",
                feit.wat
            );
        }
        let types = casus.zaken.iter().map(|feit| format!("zaaktype={}", feit.zaaktype));
        let states = ["ontvangen", "verdeeld", "onderzoek"].into_iter().map(|word| format!("status={word}"));
        let persons = casus.personen().into_iter().map(|persoon| format!("persoon={persoon}"));
        let filters: BTreeSet<_> =
            std::iter::once(String::new()).chain(types).chain(states).chain(persons).collect();
        for lijst in ["", "mijn", "team", "wachtend", "alle"] {
            for filter in &filters {
                let query = if lijst.is_empty() { filter.clone() } else { format!("lijst={lijst}&{filter}") };
                let rows = alle_bladzijden(&casus, &wie.mens, query.trim_end_matches('&')).await;
                let expected = casus
                    .zaken
                    .iter()
                    .filter(|feit| wie.in_lijst(&casus, feit, lijst) && wie.past(&casus, feit, filter));
                assert_eq!(ids(&rows), set(expected.map(|feit| feit.id.as_str())), "{who} {query}");
                for row in rows.as_array().unwrap() {
                    let feit = casus.zaken.iter().find(|feit| row["id"] == *feit.id).unwrap();
                    let dat = wie.op_zaak(&casus, feit) == Ver::Dat;
                    assert_eq!(row["toegang"] == "dat", dat, "{who} {query}: {row}");
                    let content =
                        ["persoon", "onderwerp", "urgentie"].iter().any(|field| row.get(field).is_some());
                    assert!(!dat || !content, "{who} {query}: {row}");
                }
            }
        }
        let fremd =
            look(&casus, &wie.mens, &format!("/api/v1/zaken?lijst=alle&persoon={ABSENT}")).await.json();
        assert_eq!(fremd, json!({ "items": [], "volgende": null }), "{who}");
    }
    casus.app.stop().await;
}

// shows C2-L3, C2-K2, C2-N1, C2-N2, N-17
#[tokio::test]
async fn search_persons_and_huishoudens_tell_who_may_know_and_never_a_secret_address() {
    let casus = Casus::leg().await;
    for who in PERSONAS {
        let wie = Wie::van(&casus, who).await;
        for persoon in casus.personen() {
            let far = casus
                .zaken
                .iter()
                .filter(|feit| feit.persoon == persoon)
                .map(|feit| wie.op_zaak(&casus, feit))
                .max();
            let reads = wie.ziet_ieder() || wie.is(persoon) || far >= Some(Ver::Wat);
            er_of_niet(&casus, who, &wie.mens, &format!("/api/v1/personen/{persoon}"), persoon, reads).await;
            let path = format!("/api/v1/personen/{persoon}/adres");
            // The one way to it, for who writes on a zaak of hers; each look by itself.
            let answer = casus.app.get(&wie.mens, &path).await;
            assert_eq!(
                answer.status == 200,
                far == Some(Ver::Schrijven) && casus.heeft_adres(persoon),
                "{who} {path}: {}",
                answer.body
            );
            let home = casus.thuis_van(persoon);
            let sees_home = home.map_or(reads, |home| wie.op_huishouden(&casus, &home.leden));
            let page = er_of_niet(
                &casus,
                who,
                &wie.mens,
                &format!("/api/v1/personen/{persoon}/huishouden"),
                persoon,
                sees_home,
            )
            .await;
            let leden: Vec<&str> =
                home.map_or_else(|| vec![persoon], |home| home.leden.iter().map(String::as_str).collect());
            if let Some(page) = page {
                let shown = casus.zaken.iter().filter(|feit| {
                    leden.contains(&feit.persoon.as_str()) && wie.bij_persoon(&casus, feit) > Ver::Niets
                });
                assert_eq!(
                    ids(&page["zaken"]),
                    set(shown.map(|feit| feit.id.as_str())),
                    "{who}: the huishouden of {persoon}"
                );
            }
            if let Some(home) = home {
                er_of_niet(
                    &casus,
                    who,
                    &wie.mens,
                    &format!("/api/v1/huishoudens/{}", home.id),
                    &home.id,
                    sees_home,
                )
                .await;
            }
        }
        for (naam, geboren, found) in casus.zoekvragen() {
            let vraag = json!({ "naam": naam, "geboortedatum": geboren });
            let answer = casus.app.post(&wie.mens, "/api/v1/personen/zoek", &vraag).await;
            assert!(!answer.body.contains(GEHEIM_STRAAT), "{who}: {}", answer.body);
            if !wie.zoekt() {
                assert_eq!((answer.status, answer.code().as_str()), (403, "niet_bevoegd"), "{who}");
                continue;
            }
            let known = answer.json()["items"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|item| item["bron"] == "bekend")
                .cloned()
                .collect();
            assert_eq!(ids(&Value::Array(known)), set([found]), "{who}: {naam}");
            assert!(
                !answer.body.contains("zaken") && !answer.body.contains("aantal"),
                "a search counts nothing"
            );
            assert!(!answer.body.contains("Bij Els"), "{who}: the address of who lives with her is hers");
        }
    }
    casus.app.stop().await;
}

// shows C2-L5, KING-R4a, KING-R4c, N-3
#[tokio::test]
async fn the_dashboard_counts_what_its_reader_may_know_and_is_there_for_nobody_else() {
    let casus = Casus::leg().await;
    let totals = |rows: &[&feiten::Zaak]| rows.len() as u64;
    for who in PERSONAS {
        let wie = Wie::van(&casus, who).await;
        let counts = matches!(who, "werkverdeler" | "wijkteammanager");
        let answer = look(&casus, &wie.mens, "/api/v1/caseload").await;
        assert_eq!(answer.status, if counts { 200 } else { 404 }, "{who}");
        for behandelaar in casus.behandelaars() {
            let path = format!("/api/v1/caseload/medewerkers/{behandelaar}");
            let Some(seen) = er_of_niet(&casus, who, &wie.mens, &path, &behandelaar, counts).await else {
                continue;
            };
            let own = casus.zaken.iter().filter(|feit| {
                feit.behandelaars.contains(&behandelaar) && wie.op_zaak(&casus, feit) > Ver::Niets
            });
            assert_eq!(ids(&seen["items"]), set(own.map(|feit| feit.id.as_str())), "{who} {path}");
            assert!(
                seen["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|row| row["toegang"] == "dat" && row.get("onderwerp").is_none())
            );
        }
        if !counts {
            continue;
        }
        let bord = answer.json();
        let known: Vec<_> =
            casus.zaken.iter().filter(|feit| wie.op_zaak(&casus, feit) > Ver::Niets).collect();
        assert_eq!(bord["totaal"]["aantal"], totals(&known), "{who}");
        let waits: Vec<_> = known.iter().copied().filter(|feit| feit.behandelaars.is_empty()).collect();
        assert_eq!(bord["wachtend"]["aantal"], totals(&waits), "{who}");
        for row in bord["medewerkers"].as_array().unwrap() {
            let own: Vec<_> = known
                .iter()
                .copied()
                .filter(|feit| feit.behandelaars.iter().any(|one| row["id"] == **one))
                .collect();
            assert_eq!(row["telling"]["aantal"], totals(&own), "{who}: {}", row["naam"]);
        }
        for team in bord["teams"].as_array().unwrap() {
            let own: Vec<_> = known.iter().copied().filter(|feit| team["domein"] == feit.veld()).collect();
            assert_eq!(team["telling"]["aantal"], totals(&own), "{who}: {}", team["domein"]);
        }
    }
    casus.app.stop().await;
}
