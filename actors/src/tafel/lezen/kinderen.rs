//! Looking at one's children in the portal.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::KindWat;

use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// The minors over whom `wie` has gezag, with what runs for them.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn kinderen(&self, wie: &Wie) -> Result<Vec<KindWat>, Weigering> {
        self.in_zicht(async |look| {
            self.gekeken(&look, wie, "kinderen.lijst", "kinderen".to_owned(), Toegang::Dat).await?;
            let all = self.overzicht.lees();
            Ok(all.gemeente(wie.gemeente).map(|all| all.kinderen_wat(wie)).unwrap_or_default())
        })
        .await
    }
}
