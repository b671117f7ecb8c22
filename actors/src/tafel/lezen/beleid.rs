//! Looking at the policy itself.

use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{BeleidWat, IngangWat};

use super::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// Which role may go how far, with these ways in; `None` for whom that is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn beleid(&self, wie: &Wie, ingangen: Vec<IngangWat>) -> Result<Option<BeleidWat>, Weigering> {
        self.in_zicht(async |look| {
            let may = mag(wie.rol, Handeling::BeleidZien);
            let toegang = if may { Toegang::Wat } else { Toegang::Niets };
            self.gekeken(&look, wie, "beleid.lezen", "beleid".to_owned(), toegang).await?;
            Ok(may.then(|| BeleidWat::nu(ingangen)))
        })
        .await
    }
}
