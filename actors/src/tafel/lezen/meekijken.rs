//! Looking at what leden of a groep let each other see.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::PlanId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::MeekijkenInPlan;

use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// What the leden of a plan let each other see, for who sees all of the plan; `None` for everybody else.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn meekijken(&self, wie: &Wie, plan: PlanId) -> Result<Option<MeekijkenInPlan>, Weigering> {
        self.in_zicht(async |look| {
            let (zicht, toegang) = self.op_plan_toegang(wie, plan);
            let toegang = if zicht.ziet_alles() { toegang } else { Toegang::Niets };
            self.gekeken(&look, wie, "meekijken.lezen", format!("plan/{plan}"), toegang).await?;
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).filter(|_| toegang > Toegang::Niets);
            Ok(all.and_then(|all| all.meekijken_in_plan(plan)))
        })
        .await
    }
}
