//! What a plan may not tell.

use keukentafel::store::{AuditRow, Write};

use super::plannen::{Casus, casus};
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
