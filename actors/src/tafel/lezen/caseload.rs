//! Looking at how much work there is.

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::ids::{MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{CaseloadWat, MedewerkerCaseload, ZaakRij};

use super::Tafel;
use crate::overzicht::caseload::Blik;
use crate::overzicht::{Lijst, ZakenFilter, Zicht};
use crate::weigering::Weigering;

/// One medewerker's count, the day by which it was made, a page of the zaken that are counted, and the place after it.
pub type MedewerkerZakenPagina = (MedewerkerCaseload, Date, Vec<ZaakRij>, Option<(Date, ZaakId)>);

impl Tafel {
    /// How much work there is and who has it, with every medewerker; `None` for whom that is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn caseload(&self, wie: &Wie) -> Result<Option<CaseloadWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = toegang_caseload(wie);
            self.gekeken(&look, wie, "caseload.lezen", format!("caseload/{}", wie.gemeente), toegang).await?;
            if toegang == Toegang::Niets {
                return Ok(None);
            }
            let blik = self.blik(wie, self.deps.clock.now());
            Ok(Some(blik.caseload(&self.overzicht.lees(), usize::MAX)))
        })
        .await
    }

    /// The zaken that are counted for one medewerker, each as *dat*: a page of `aantal` after `na`.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn caseload_van(
        &self,
        wie: &Wie,
        medewerker: MedewerkerId,
        na: Option<(Date, ZaakId)>,
        aantal: usize,
    ) -> Result<Option<MedewerkerZakenPagina>, Weigering> {
        self.in_zicht(async |look| {
            let now = self.deps.clock.now();
            let found = match toegang_caseload(wie) {
                Toegang::Niets => None,
                Toegang::Dat | Toegang::Wat | Toegang::Schrijven => {
                    let filter = ZakenFilter {
                        lijst: Lijst::Alle,
                        behandelaar: Some(medewerker),
                        na,
                        aantal,
                        ..ZakenFilter::default()
                    };
                    self.pagina_van(wie, medewerker, &filter, now)
                }
            };
            let toegang = if found.is_some() { Toegang::Dat } else { Toegang::Niets };
            self.gekeken(&look, wie, "caseload.medewerker", format!("medewerker/{medewerker}"), toegang)
                .await?;
            Ok(found)
        })
        .await
    }

    fn pagina_van(
        &self,
        wie: &Wie,
        medewerker: MedewerkerId,
        filter: &ZakenFilter,
        now: Moment,
    ) -> Option<MedewerkerZakenPagina> {
        let overzicht = self.overzicht.lees();
        let counted = self.blik(wie, now).medewerker(&overzicht, medewerker)?;
        let Some(all) = overzicht.gemeente(wie.gemeente) else {
            return Some((counted, now.day(), Vec::new(), None));
        };
        let (found, next) = all.lijst(wie, filter);
        let mens = all.mens(wie);
        let row = |(id, _): (ZaakId, Toegang)| {
            let regel = all.zaak(id)?;
            regel.rij(id, Zicht::van(wie, &mens, regel.lopend()?, Toegang::Dat), None, &*self.deps.namen)
        };
        Some((counted, now.day(), found.into_iter().filter_map(row).collect(), next))
    }

    fn blik(&self, wie: &Wie, now: Moment) -> Blik<'_> {
        Blik {
            gemeente: wie.gemeente,
            rol: wie.rol,
            vandaag: now.day(),
            bijgewerkt_op: now,
            namen: &*self.deps.namen,
        }
    }
}

/// Numbers and weight are shown to who distributes the work, and are no more than *dat*.
pub(in crate::tafel) fn toegang_caseload(wie: &Wie) -> Toegang {
    if mag(wie.rol, Handeling::CaseloadZien) { Toegang::Dat } else { Toegang::Niets }
}
