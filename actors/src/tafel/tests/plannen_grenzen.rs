//! What a plan may not tell, and that open pages follow when rights change beside them.

use keukentafel::domain::huishouden::Lidbron;
use keukentafel::domain::ids::HuishoudenId;
use keukentafel::protocol::body::{LidKeuze, NieuwHuishouden, Vertrek};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{AuditRow, Write};

use super::plannen::{Casus, casus};
use super::tafelgenoot::Tafelgenoot;
use super::*;

impl Huis {
    /// The last line of the trail, without what differs for each command.
    fn laatste_regel(&self) -> AuditRow {
        let all = self.journal.committed().into_iter().flatten();
        let rows = all.flat_map(|write| if let Write::Audit { rows, .. } = write { rows } else { vec![] });
        let row = rows.last().expect("a refusal has its line");
        AuditRow { cmd_id: None, ..row }
    }
}

fn koppel(plan: keukentafel::domain::ids::PlanId, zaak: ZaakId) -> Opdracht {
    Opdracht::KoppelZaak { plan, zaak }
}

// shows KING-PL3, KING-R3b, ENS-S5
#[tokio::test]
async fn a_confidential_zaak_cannot_be_linked_and_says_no_more_than_one_that_is_not_there() {
    let Casus { huis, plan, maria, bijstand, .. } = casus().await;
    huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id }).await.unwrap();
    let hidden = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    let onderzoek = ZaakId(huis.doet(&peter(), hidden).await.unwrap().id);
    let assign = Opdracht::WijsToe { zaak: onderzoek, behandelaars: vec![rianne().id], reden: None };
    huis.doet(&werkverdeler(), assign).await.unwrap();
    let absent = ZaakId(Uuid::from_u128(404));
    // She works on it herself, and he may not know of it: a plan is read by both, and by whoever joins them later.
    for wie in [rianne(), ruben()] {
        let said = huis.doet(&wie, koppel(plan, absent)).await;
        let row = huis.laatste_regel();
        assert_eq!(said, Err(Weigering::NIET_GEVONDEN));
        assert_eq!(huis.doet(&wie, koppel(plan, onderzoek)).await, said, "{}", wie.naam);
        assert_eq!(huis.laatste_regel(), row, "{}", wie.naam);
    }
    assert!(huis.wat(&ruben(), plan).await.zaken.iter().all(|it| it.zaak != onderzoek));
    huis.doet(&ruben(), koppel(plan, bijstand)).await.unwrap();
}

/// The zaken that came into and went from an open page since the last look.
fn zaken(tab: &mut Tafelgenoot) -> Vec<String> {
    let heard = tab.gehoord();
    let told = heard.iter().filter_map(|frame| match frame["t"].as_str()? {
        "lid" => frame["topic"].as_str().filter(|topic| topic.starts_with("zaak/")).map(str::to_owned),
        kind @ ("eraf" | "revoked") => Some(kind.to_owned()),
        _ => None,
    });
    told.collect()
}

// shows KING-R3, KING-PL3
#[tokio::test]
async fn who_comes_to_lead_another_plan_of_a_lid_sees_more_in_the_page_that_is_open_and_less_after() {
    let Casus { huis, plan, maria, wmo, jeugd, .. } = casus().await;
    huis.toewijzen(jeugd, &[&kevin(), &ruben()]).await;
    let mut tab = Tafelgenoot::new(ruben());
    tab.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    assert_eq!(zaken(&mut tab), [format!("zaak/{jeugd}@rij")], "of Maria's he knows nothing");
    let groep = huis.groep(&rianne(), &[maria]).await;
    let other = huis.plan(&rianne(), groep).await;
    assert_eq!(zaken(&mut tab), Vec::<String>::new());
    let join = Opdracht::VoegRegisseurToe { plan: other, regisseur: ruben().id };
    huis.doet(&rianne(), join).await.unwrap();
    assert_eq!(zaken(&mut tab), [format!("zaak/{wmo}@dat")]);
    let leave = Opdracht::VerwijderRegisseur { plan: other, regisseur: ruben().id };
    huis.doet(&rianne(), leave).await.unwrap();
    assert_eq!(zaken(&mut tab), ["revoked"]);
    huis.doet(&emma(), Opdracht::NeemInBehandeling { zaak: wmo }).await.unwrap();
    assert_eq!(tab.soorten(), Vec::<String>::new());
}

fn samen(leden: &[PersoonId]) -> Opdracht {
    let lid = |persoon: &PersoonId| LidKeuze { persoon: *persoon, bron: Lidbron::Handmatig, vanaf: None };
    Opdracht::StelHuishoudenVast(NieuwHuishouden { leden: leden.iter().map(lid).collect() })
}

// shows C2-K2, C2-N2, KING-PL3
#[tokio::test]
async fn who_comes_to_live_together_shows_in_the_plan_that_is_open_and_goes_with_them() {
    let Casus { huis, plan, maria, dylan, wmo, jeugd, .. } = casus().await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    assert_eq!(zaken(&mut tab), [format!("zaak/{jeugd}@rij")]);
    let thuis = HuishoudenId(huis.doet(&linda(), samen(&[maria, dylan])).await.unwrap().id);
    assert_eq!(zaken(&mut tab), [format!("zaak/{wmo}@dat")]);
    let vertrek = Vertrek { persoon: dylan, op: "2026-11-25".to_owned() };
    huis.doet(&linda(), Opdracht::LidVertrekt { huishouden: thuis, vertrek }).await.unwrap();
    assert_eq!(zaken(&mut tab), ["revoked"]);
    huis.doet(&emma(), Opdracht::NeemInBehandeling { zaak: wmo }).await.unwrap();
    assert_eq!(tab.soorten(), Vec::<String>::new());
}

// shows C2-K2, KING-PL3
#[tokio::test]
async fn who_begins_to_work_for_a_housemate_sees_more_in_the_plan_that_is_open() {
    let Casus { huis, maria, dylan, wmo, jeugd, .. } = casus().await;
    huis.toewijzen(jeugd, &[&emma()]).await;
    huis.doet(&linda(), samen(&[maria, dylan])).await.unwrap();
    let sam = huis.dylan_alike("Sam").await;
    let hulp = huis.melding(sam, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(hulp, &[&kevin()]).await;
    let groep = huis.groep(&rianne(), &[sam, maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    for zaak in [hulp, wmo] {
        huis.doet(&rianne(), koppel(plan, zaak)).await.unwrap();
    }
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    assert_eq!(zaken(&mut tab), [format!("zaak/{hulp}@rij")]);
    huis.toewijzen(jeugd, &[&emma(), &kevin()]).await;
    assert_eq!(zaken(&mut tab), [format!("zaak/{wmo}@dat")]);
    huis.toewijzen(jeugd, &[&emma()]).await;
    assert_eq!(zaken(&mut tab), ["revoked"]);
}
