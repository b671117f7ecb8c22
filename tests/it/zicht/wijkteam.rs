//! Signalen, groepen and plans: who sees which part, and that no part tells of another.

use std::collections::BTreeSet;

use serde_json::Value;

use super::beleid::{Ver, Wie};
use super::feiten::Casus;
use super::{PERSONAS, er_of_niet, ids, look, set};

// shows KING-SI2, KING-SI3, KING-SI5, KING-ZT22, KING-ZT25, KING-R4c
#[tokio::test]
async fn the_register_of_signalen_and_what_asks_for_attention_follow_the_policy() {
    let casus = Casus::leg().await;
    let hidden = [&casus.els, &casus.demo.tom];
    for who in PERSONAS {
        let wie = Wie::van(&casus, who).await;
        let far: Vec<_> =
            casus.signalen.iter().map(|signaal| (signaal, wie.op_signaal(&casus, signaal))).collect();
        for (signaal, far) in &far {
            let path = format!("/api/v1/signalen/{}", signaal.id);
            let seen = er_of_niet(&casus, who, &wie.mens, &path, &signaal.id, *far > Ver::Niets).await;
            assert_eq!(
                seen.map_or("niets".into(), |seen| seen["toegang"].clone()),
                far.woord(),
                "{who} {}",
                signaal.soort
            );
        }
        let soorten = casus.signalen.iter().map(|signaal| format!("&soort={}", signaal.soort));
        // By place only what shows a place can be found: somebody whose address is secret is at no postcode.
        let filters: BTreeSet<_> = soorten
            .chain([String::new(), "&plaats=9999".to_owned(), "&bron=professional".to_owned()])
            .collect();
        for (stand, filter) in
            ["open", "alle"].iter().flat_map(|stand| filters.iter().map(move |filter| (*stand, filter)))
        {
            let answer = look(&casus, &wie.mens, &format!("/api/v1/signalen?stand={stand}{filter}")).await;
            if !wie.in_wijkteam() {
                assert_eq!(answer.status, 404, "{who}");
                continue;
            }
            let expected = far.iter().filter(|(signaal, far)| {
                *far > Ver::Niets
                    && (stand == "alle" || signaal.plannen.is_empty())
                    && signaal.past(filter, *far > Ver::Dat)
            });
            let list = answer.json();
            assert_eq!(
                ids(&list["items"]),
                set(expected.map(|(signaal, _)| signaal.id.as_str())),
                "{who} {stand}{filter}"
            );
            for row in list["items"].as_array().unwrap() {
                let content = ["betreft", "bronnen", "plaats"]
                    .iter()
                    .any(|field| row.get(field).is_some_and(|value| !value.is_null()));
                assert!(row["toegang"] != "dat" || !content, "{who}: {row}");
                assert!(
                    hidden.iter().all(|one| row["betreft"]["persoon"]["id"] != ***one)
                        || row["plaats"].is_null(),
                    "{who}: {row}"
                );
            }
            if filter.is_empty() {
                assert_eq!(ids(&list["aandacht"]), wie.aandacht(&casus), "{who}: attention");
            }
        }
    }
    casus.app.stop().await;
}

// shows KING-G4, KING-G5, KING-PL3, KING-PL8, KING-R3, KING-R6a, KING-R6d
#[tokio::test]
async fn of_groepen_and_plans_each_sees_their_part_and_a_child_in_two_groepen_tells_of_neither() {
    let casus = Casus::leg().await;
    for who in PERSONAS {
        let wie = Wie::van(&casus, who).await;
        let list = look(&casus, &wie.mens, "/api/v1/plannen").await;
        assert_eq!(list.status, 200, "{who}");
        let list = list.json();
        // Of those who can come in nobody is a lid here: also who has gezag over one has nothing of it in the portal.
        let portal = look(&casus, &wie.mens, "/api/v1/mijn/plannen").await;
        assert_eq!(portal.json()["items"], serde_json::json!([]), "{who}, in the portal");
        let led = casus.plannen.iter().filter(|plan| wie.leidt(plan));
        // Beside the one that the demonstration begins with.
        let here = |rows: &Value| -> BTreeSet<String> { &ids(rows) - &casus.van_de_demo };
        assert_eq!(here(&list["regie"]), set(led.clone().map(|plan| plan.id.as_str())), "{who}");
        assert_eq!(here(&list["groepen"]), set(led.map(|plan| plan.groep.as_str())), "{who}");
        let parts = list["deelname"].as_array().unwrap().iter().map(|seen| seen["groep"].clone()).collect();
        let part =
            casus.plannen.iter().filter(|plan| !wie.leidt(plan) && !wie.eigen_leden(&casus, plan).is_empty());
        assert_eq!(ids(&Value::Array(parts)), set(part.map(|plan| plan.id.as_str())), "{who}");
        for plan in &casus.plannen {
            let leden = wie.eigen_leden(&casus, plan);
            let there = wie.leidt(plan) || !leden.is_empty();
            let seen =
                er_of_niet(&casus, who, &wie.mens, &format!("/api/v1/plannen/{}", plan.id), &plan.id, there)
                    .await;
            er_of_niet(
                &casus,
                who,
                &wie.mens,
                &format!("/api/v1/groepen/{}", plan.groep),
                &plan.groep,
                wie.leidt(plan),
            )
            .await;
            let seen = seen.unwrap_or_default().to_string();
            for (voor, tekst) in &plan.teksten {
                let may =
                    wie.leidt(plan) || there && voor.as_ref().is_none_or(|lid| leden.contains(lid.as_str()));
                assert_eq!(seen.contains(tekst), may, "{who}: {tekst}");
                let listed = may && !wie.leidt(plan);
                assert_eq!(list.to_string().contains(tekst), listed, "{who}, in the list: {tekst}");
            }
            let numbers = seen.contains("versie") || seen.contains("tijdlijn");
            assert!(wie.leidt(plan) || !numbers, "{who}: a number tells of what one does not see");
            // Who leads one groep of a child cannot notice the other.
            let other = casus
                .plannen
                .iter()
                .find(|other| other.id != plan.id && other.leden.iter().any(|lid| plan.leden.contains(lid)));
            if let Some(other) =
                other.filter(|other| !wie.leidt(other) && wie.eigen_leden(&casus, other).is_empty())
            {
                for trace in [&other.id, &other.groep] {
                    assert!(
                        !seen.contains(trace.as_str()) && !list.to_string().contains(trace.as_str()),
                        "{who}: {trace}"
                    );
                }
            }
        }
        let rekeningen = look(&casus, &wie.mens, "/api/v1/rekeningen").await.json();
        let own = usize::from(matches!(who, "huub" | "medewerker-budgetbeheer"));
        assert_eq!(rekeningen["items"].as_array().unwrap().len(), own, "{who}: rekeningen");
    }
    casus.app.stop().await;
}
