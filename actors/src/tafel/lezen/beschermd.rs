//! Looking after protected dossiers: which there are, and who looked at them. Each look at one, and each try, is told at once.

use std::collections::BTreeSet;

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::ids::{GemeenteId, PersoonId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::nazicht::TOEZICHT;
use keukentafel::limits::{OPENINGEN_MAX, OPENINGEN_PER_DOSSIER_MAX};
use keukentafel::protocol::body::{Opdracht, PersoonVraag};
use keukentafel::protocol::view::{BeschermdWat, PersoonKort, SpoorRegel};
use keukentafel::store::{AuditFilter, AuditRow, Journal};
use serde_json::Value;
use uuid::Uuid;

use super::zoeken::{Gezocht, ontleed_vraag};
use crate::entity::Kop;
use crate::overzicht::{Gemeenteoverzicht, Over};
use crate::tafel::Tafel;
use crate::weigering::Weigering;

impl Tafel {
    /// The protected dossiers; `None` for whom the list is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn beschermd(&self, wie: &Wie) -> Result<Option<BeschermdWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang =
                if mag(wie.rol, Handeling::DossierBeschermen) { Toegang::Wat } else { Toegang::Niets };
            self.gekeken(&look, wie, "beschermd.lezen", format!("beschermd/{}", wie.gemeente), toegang)
                .await?;
            if toegang == Toegang::Niets {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            Ok(Some(all.map(|all| all.beschermde_dossiers(&*self.deps.namen)).unwrap_or_default()))
        })
        .await
    }

    /// Who looked at them last, or tried to: for who reads the trail.
    ///
    /// # Errors
    /// When the trail cannot be reached, to read or to tell that it was read.
    pub async fn openingen(&self, wie: &Wie) -> Result<Option<Vec<SpoorRegel>>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = if mag(wie.rol, Handeling::SporenLezen) { Toegang::Wat } else { Toegang::Niets };
            self.gekeken(&look, wie, "beschermd.openingen", format!("beschermd/{}", wie.gemeente), toegang)
                .await?;
            if toegang == Toegang::Niets {
                return Ok(None);
            }
            let personen = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).map(Gemeenteoverzicht::beschermde_personen).unwrap_or_default()
            };
            let (from, until) = (Moment::from_micros(i64::MIN), Moment::from_micros(i64::MAX));
            let mut lines = Vec::new();
            for persoon in personen {
                let filter = AuditFilter {
                    persoon: Some(persoon),
                    nieuwste_eerst: true,
                    ..AuditFilter::periode(wie.gemeente, from, until, OPENINGEN_PER_DOSSIER_MAX)
                };
                let found = self.deps.journal.read_audit(&filter).await?;
                lines.extend(found.into_iter().filter(|line| alarmeert(&line.row)));
            }
            // A line about two of them is one line.
            lines.sort_unstable_by_key(|line| std::cmp::Reverse(line.plek()));
            lines.dedup_by_key(|line| line.plek());
            lines.truncate(OPENINGEN_MAX);
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            Ok(Some(lines.into_iter().map(|line| self.spoor_regel(wie, all, line)).collect()))
        })
        .await
    }

    /// Persons by BSN, or by name and date of birth, whose dossier can then be protected. `None` for who may not do that.
    ///
    /// # Errors
    /// When the question is not one, or the trail cannot be reached.
    pub async fn beschermd_personen(
        &self,
        wie: &Wie,
        vraag: &PersoonVraag,
    ) -> Result<Option<Vec<PersoonKort>>, Weigering> {
        self.in_zicht(async |look| {
            if !mag(wie.rol, Handeling::DossierBeschermen) {
                self.gekeken(&look, wie, "persoon.zoeken", "beschermd".to_owned(), Toegang::Niets).await?;
                return Ok(None);
            }
            let gezocht: Gezocht = match ontleed_vraag(vraag) {
                Ok(gezocht) => gezocht,
                Err(weigering) => {
                    let row =
                        self.regel(wie, "persoon.zoeken", "beschermd".to_owned(), Some(weigering.code()));
                    self.audit(wie.gemeente, vec![row]).await?;
                    return Err(weigering);
                }
            };
            let found: Vec<_> = {
                let own = self.eigen(wie, &gezocht);
                let all = self.overzicht.lees();
                let all = all.gemeente(wie.gemeente);
                let kort = |all: &Gemeenteoverzicht, id| match all.is_beschermd(id) {
                    true => Some(all.bij_naam_alleen(id)),
                    false => all.persoon(id)?.kort(id),
                };
                own.into_iter().filter_map(|(id, _)| kort(all?, id)).collect()
            };
            let shown = found.iter().map(|kort| kort.id).collect();
            self.lijst_gekeken(&look, wie, "persoon.zoeken", "beschermd", shown).await?;
            Ok(Some(found))
        })
        .await
    }

    /// Of these lines, when the last was about a dossier that is protected now.
    pub(in crate::tafel) fn alarm(&self, gemeente: GemeenteId, rows: &[AuditRow]) -> Option<Moment> {
        let all = self.overzicht.lees();
        let all = all.gemeente(gemeente)?;
        let about = |row: &&AuditRow| row.betrokkenen.iter().any(|persoon| all.is_beschermd(*persoon));
        rows.iter().filter(|row| alarmeert(row)).filter(about).map(|row| row.at).max()
    }

    /// The protected dossiers that a command is about and that are closed to who gives it.
    pub(in crate::tafel) fn beschermde_in(&self, wie: &Wie, opdracht: &Opdracht) -> Vec<PersoonId> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente).filter(|all| !all.beschermde_personen().is_empty()) else {
            return Vec::new();
        };
        let named =
            serde_json::to_value(opdracht).ok().and_then(|mut value| value.get_mut("b").map(Value::take));
        let Some(Value::Object(fields)) = named else { return Vec::new() };
        let about: BTreeSet<PersoonId> =
            genoemd(&fields).into_iter().flat_map(|object| all.over(wie, &object).personen).collect();
        about.into_iter().filter(|persoon| all.afgeschermd(wie, *persoon)).collect()
    }

    /// A command that was refused says in the trail that it was; that it was about a protected dossier stands there too, and is told.
    pub(in crate::tafel) async fn geweerd(
        &self,
        wie: &Wie,
        naam: &str,
        personen: &[PersoonId],
        kop: Kop,
        code: &str,
    ) {
        if personen.is_empty() {
            return;
        }
        let row = self.regel(wie, "dossier.geweerd", format!("opdracht/{naam}"), Some(code));
        let over = Over { personen: personen.to_vec(), ..Over::default() };
        let rows = over.in_regel(AuditRow { cmd_id: Some(kop.command), ..row });
        // The refusal stands also when the trail cannot take this: nothing was done, and the refusal itself is there.
        drop(self.audit(wie.gemeente, rows).await);
    }
}

/// Whether a line is a look at a dossier, or a try: not of a resident at their own, and not of who looks after it at who looked.
pub(in crate::tafel) fn alarmeert(row: &AuditRow) -> bool {
    let soort = row.object.split(['/', '@']).next().unwrap_or_default();
    !TOEZICHT.contains(&soort) && row.rol.as_deref() != Some(Rol::Inwoner.word())
}

/// Lists in a command, each with what one of it is.
const LIJSTEN: &[(&str, &str)] = &[("leden", "persoon"), ("zaken", "zaak")];

/// What the ids in a command name, those in its lists and parts too.
fn genoemd(fields: &serde_json::Map<String, Value>) -> Vec<String> {
    let id = |value: &Value| Uuid::try_parse(value.as_str()?).ok();
    let mut found = Vec::new();
    for (veld, value) in fields {
        match value {
            Value::String(_) => found.extend(id(value).map(|id| format!("{veld}/{id}"))),
            Value::Object(part) => found.extend(genoemd(part)),
            Value::Array(items) => {
                let een = LIJSTEN.iter().find(|(lijst, _)| lijst == veld).map(|(_, een)| *een);
                let ids = een
                    .into_iter()
                    .flat_map(|een| items.iter().filter_map(id).map(move |id| format!("{een}/{id}")));
                found.extend(ids);
                found.extend(items.iter().filter_map(Value::as_object).flat_map(genoemd));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    found
}
