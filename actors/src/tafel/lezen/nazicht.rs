//! Looking at what is looked back at. That is a look too, and the trail has it.

use keukentafel::domain::aggregate::RefusalCode;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::ids::{GemeenteId, NazichtId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::nazicht::{Geval, NazichtRefusal};
use keukentafel::limits::{NAZICHT_REGELS_MAX, SPOREN_PAGINA};
use keukentafel::protocol::view::{MedewerkerKort, NazichtWat, NazichtenWat};
use keukentafel::store::{AuditFilter, AuditLine, Journal};

use crate::tafel::Tafel;
use crate::tafel::nazicht::blik;
use crate::weigering::Weigering;
use jiff::ToSpan;
use keukentafel::clock::Moment;

impl Tafel {
    /// The list; `None` for whom it is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn nazichten(&self, wie: &Wie) -> Result<Option<NazichtenWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.mag_nazien(wie);
            self.gekeken(&look, wie, "nazicht.lijst", format!("nazicht/{}", wie.gemeente), toegang).await?;
            let Some(recht) = toegang.leesrecht() else { return Ok(None) };
            let all = self.overzicht.lees();
            let found = all.gemeente(wie.gemeente).map(|all| all.nazichten(&recht, &*self.deps.namen));
            Ok(Some(found.unwrap_or_default()))
        })
        .await
    }

    /// One item, with the lines of the trail on which it rests.
    ///
    /// # Errors
    /// When the trail cannot be reached, to read or to tell that it was read.
    pub async fn nazicht(&self, wie: &Wie, id: NazichtId) -> Result<Option<NazichtWat>, Weigering> {
        self.in_zicht(async |look| {
            let found = {
                let all = self.overzicht.lees();
                let item = all.gemeente(wie.gemeente).and_then(|all| all.nazicht(id));
                item.and_then(|it| {
                    Some((*it.geval()?.0, it.uitspraak().map(|uitspraak| uitspraak.gezien.tot)))
                })
            };
            let toegang = if found.is_some() { self.mag_nazien(wie) } else { Toegang::Niets };
            self.gekeken(&look, wie, "nazicht.lezen", format!("nazicht/{id}"), toegang).await?;
            let (Some((geval, tot)), Some(recht)) = (found, toegang.leesrecht()) else { return Ok(None) };
            let (lines, meer) = self.regels_bij(wie.gemeente, &geval, tot).await?;
            let bezwaar = if geval.medewerker == wie.id {
                Some(NazichtRefusal::EigenBlik)
            } else {
                self.in_eigen_kring(wie, geval.persoon).then_some(NazichtRefusal::EigenKring)
            };
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            let rij = all.and_then(|all| all.nazicht_rij(id, &recht, &*self.deps.namen));
            let Some(rij) = rij else { return Ok(None) };
            Ok(Some(NazichtWat {
                rij,
                regels: lines.into_iter().map(|line| self.spoor_regel(wie, all, line)).collect(),
                meer,
                bezwaar: bezwaar.map(|refusal| refusal.code().to_owned()),
            }))
        })
        .await
    }

    /// Everybody who works here, for who records which of them is which resident; `None` for whom that is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn collegas(&self, wie: &Wie) -> Result<Option<Vec<MedewerkerKort>>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.mag_nazien(wie);
            self.gekeken(&look, wie, "nazicht.lijst", "collegas".to_owned(), toegang).await?;
            Ok((toegang > Toegang::Niets).then(|| self.boek.collegas(wie.gemeente)))
        })
        .await
    }

    fn mag_nazien(&self, wie: &Wie) -> Toegang {
        if mag(wie.rol, Handeling::Nazien) { Toegang::Wat } else { Toegang::Niets }
    }

    /// Whether the person is the one who asks, or close to them.
    pub(in crate::tafel) fn in_eigen_kring(&self, wie: &Wie, persoon: PersoonId) -> bool {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).is_some_and(|all| all.in_kring_van(wie.id, persoon))
    }

    /// The lines on which an item rests, the oldest first, up to `tot` where it has its verdict; and whether there are more than one holds.
    pub(in crate::tafel) async fn regels_bij(
        &self,
        gemeente: GemeenteId,
        geval: &Geval,
        tot: Option<Moment>,
    ) -> Result<(Vec<AuditLine>, bool), Weigering> {
        let end = Moment::start_of(geval.dag.saturating_add(1.day()));
        let mut filter = AuditFilter {
            persoon: Some(geval.persoon),
            wie: Some(geval.medewerker),
            ..AuditFilter::periode(gemeente, Moment::start_of(geval.dag), end, SPOREN_PAGINA)
        };
        let mut found = Vec::new();
        loop {
            let page = self.deps.journal.read_audit(&filter).await?;
            let last = page.len() < filter.limit;
            filter.na = page.last().map(AuditLine::plek);
            found.extend(page.into_iter().filter(|line| {
                let at = line.row.at;
                geval.na.is_none_or(|na| at > na)
                    && tot.is_none_or(|tot| at <= tot)
                    && geval.soort.rust_op(&blik(&line.row))
            }));
            if last || found.len() > NAZICHT_REGELS_MAX {
                break;
            }
        }
        let more = found.len() > NAZICHT_REGELS_MAX;
        found.truncate(NAZICHT_REGELS_MAX);
        Ok((found, more))
    }
}
