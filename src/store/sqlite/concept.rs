//! Concepten in their table: closed under a key of their own purpose, bound to whose they are and of which version.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};
use uuid::Uuid;

use super::commit::Batch;
use super::facts::json;
use super::failed::{Failed, fault};
use super::rows::{blob, number, stored, uuid_of};
use super::sql;
use crate::clock::Moment;
use crate::domain::concept::Conceptsoort;
use crate::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use crate::store::chain::Canon;
use crate::store::concept::{
    ConceptSleutel, ConceptWeg, ConceptWrite, NieuwConcept, OPRUIMEN_MAX, StoredConcept,
};
use crate::store::crypto::{Keys, hex};
use crate::store::{AuditRow, Fault};

impl Batch<'_> {
    pub(super) async fn concept(&mut self, change: ConceptWrite) -> Result<(), Failed> {
        match change {
            ConceptWrite::Bewaar(nieuw, rows) => {
                self.bewaar_concept(&nieuw).await?;
                self.sporen(nieuw.sleutel.gemeente, rows);
            }
            ConceptWrite::Weg(weg, rows) => {
                self.concept_weg(&weg).await?;
                self.sporen(weg.sleutel.gemeente, rows);
            }
            ConceptWrite::Opruimen { at } => {
                let gone = sqlx::query(sql::DELETE_VERLOPEN)
                    .bind(at.micros())
                    .bind(stored(OPRUIMEN_MAX))
                    .execute(&mut *self.conn)
                    .await?;
                self.rows += gone.rows_affected();
            }
        }
        Ok(())
    }

    fn sporen(&mut self, gemeente: GemeenteId, rows: Vec<AuditRow>) {
        self.audit.extend(rows.into_iter().map(|row| (gemeente, row)));
    }

    async fn bewaar_concept(&mut self, nieuw: &NieuwConcept) -> Result<(), Failed> {
        let (sleutel, versie) = (nieuw.sleutel, nieuw.versie());
        let binding = binding(sleutel, versie, nieuw.sessie, (nieuw.at, nieuw.verloopt_op), &nieuw.personen);
        let body = self.keys.concept().close(self.rng, &binding, &nieuw.inhoud);
        sqlx::query(sql::PUT_CONCEPT)
            .bind(blob(sleutel.gemeente.0))
            .bind(blob(sleutel.medewerker.0))
            .bind(sleutel.soort.word())
            .bind(blob(plek(sleutel)))
            .bind(stored(versie))
            .bind(blob(nieuw.sessie))
            .bind(nieuw.at.micros())
            .bind(nieuw.verloopt_op.micros())
            .bind(body)
            .execute(&mut *self.conn)
            .await?;
        sqlx::query(sql::DELETE_CONCEPT_PERSONEN)
            .bind(blob(sleutel.gemeente.0))
            .bind(blob(sleutel.medewerker.0))
            .bind(sleutel.soort.word())
            .bind(blob(plek(sleutel)))
            .execute(&mut *self.conn)
            .await?;
        let personen: Vec<_> = nieuw.personen.iter().map(|persoon| hex(persoon.0.as_bytes())).collect();
        sqlx::query(sql::INSERT_CONCEPT_PERSONEN)
            .bind(blob(sleutel.gemeente.0))
            .bind(blob(sleutel.medewerker.0))
            .bind(sleutel.soort.word())
            .bind(blob(plek(sleutel)))
            .bind(json(&personen))
            .execute(&mut *self.conn)
            .await?;
        self.rows += 1;
        Ok(())
    }

    /// Only when it is still at that version.
    pub(super) async fn concept_weg(&mut self, weg: &ConceptWeg) -> Result<(), Failed> {
        let sleutel = weg.sleutel;
        let gone = sqlx::query(sql::DELETE_CONCEPT)
            .bind(blob(sleutel.gemeente.0))
            .bind(blob(sleutel.medewerker.0))
            .bind(sleutel.soort.word())
            .bind(blob(plek(sleutel)))
            .bind(stored(weg.versie))
            .execute(&mut *self.conn)
            .await?;
        self.rows += gone.rows_affected();
        Ok(())
    }
}

pub(super) async fn read(
    readers: &SqlitePool,
    keys: &Keys,
    sleutel: ConceptSleutel,
    now: Moment,
) -> Result<Option<StoredConcept>, Fault> {
    // One transaction, so that the persons are those of this version.
    let mut tx = readers.begin().await.map_err(fault)?;
    let row = sqlx::query(sql::CONCEPT)
        .bind(blob(sleutel.gemeente.0))
        .bind(blob(sleutel.medewerker.0))
        .bind(sleutel.soort.word())
        .bind(blob(plek(sleutel)))
        .bind(now.micros())
        .fetch_optional(&mut *tx)
        .await
        .map_err(fault)?;
    match row {
        Some(row) => open(&mut tx, keys, sleutel, &row, 0).await.map(Some),
        None => Ok(None),
    }
}

/// A concept from its columns `versie, sessie, at, verloopt_op, body`, which begin at `first`.
pub(super) async fn open(
    conn: &mut SqliteConnection,
    keys: &Keys,
    sleutel: ConceptSleutel,
    row: &SqliteRow,
    first: usize,
) -> Result<StoredConcept, Fault> {
    let versie = number(row.try_get(first).map_err(fault)?)?;
    let sessie = uuid_of(row.try_get(first + 1).map_err(fault)?)?;
    let at = Moment::from_micros(row.try_get(first + 2).map_err(fault)?);
    let verloopt_op = Moment::from_micros(row.try_get(first + 3).map_err(fault)?);
    let closed: &[u8] = row.try_get(first + 4).map_err(fault)?;
    let found = sqlx::query(sql::CONCEPT_PERSONEN)
        .bind(blob(sleutel.gemeente.0))
        .bind(blob(sleutel.medewerker.0))
        .bind(sleutel.soort.word())
        .bind(blob(plek(sleutel)))
        .fetch_all(&mut *conn)
        .await
        .map_err(fault)?;
    let persoon = |row: &SqliteRow| Ok(PersoonId(uuid_of(row.try_get(0).map_err(fault)?)?));
    let personen = found.iter().map(persoon).collect::<Result<Vec<_>, Fault>>()?;
    let binding = binding(sleutel, versie, sessie, (at, verloopt_op), &personen);
    let inhoud = keys.concept().open(&binding, closed);
    let inhoud = inhoud.ok_or_else(|| Fault::Corrupt("a concept does not open".into()))?;
    Ok(StoredConcept { versie, personen, sessie, at, verloopt_op, inhoud })
}

/// Kind and subject from the two columns that begin at `first`.
pub(super) fn plek_of(row: &SqliteRow, first: usize) -> Result<(Conceptsoort, Option<Uuid>), Fault> {
    let word: &str = row.try_get(first).map_err(fault)?;
    let soort = Conceptsoort::from_word(word)
        .ok_or_else(|| Fault::Corrupt(format!("unknown kind of concept {word}")))?;
    let onderwerp = uuid_of(row.try_get(first + 1).map_err(fault)?)?;
    Ok((soort, Some(onderwerp).filter(|id| !id.is_nil())))
}

/// Whose and of what, from the four columns of the key.
pub(super) fn sleutel_of(row: &SqliteRow) -> Result<ConceptSleutel, Fault> {
    let gemeente = GemeenteId(uuid_of(row.try_get(0).map_err(fault)?)?);
    let medewerker = MedewerkerId(uuid_of(row.try_get(1).map_err(fault)?)?);
    let (soort, onderwerp) = plek_of(row, 2)?;
    Ok(ConceptSleutel { gemeente, medewerker, soort, onderwerp })
}

/// The subject as stored: a key column is never null.
fn plek(sleutel: ConceptSleutel) -> Uuid {
    sleutel.onderwerp.unwrap_or(Uuid::nil())
}

/// All of the row but what is closed: a body that is moved to another row does not open there.
fn binding(
    sleutel: ConceptSleutel,
    versie: u64,
    sessie: Uuid,
    (at, verloopt_op): (Moment, Moment),
    personen: &[PersoonId],
) -> Vec<u8> {
    let mut about = personen.to_vec();
    about.sort_unstable();
    about.dedup();
    let mut canon = Canon::new("kt.concept.1");
    canon.id(sleutel.gemeente.0).id(sleutel.medewerker.0).text(sleutel.soort.word()).id(plek(sleutel));
    canon.number(versie).id(sessie);
    canon.number(at.micros().cast_unsigned()).number(verloopt_op.micros().cast_unsigned());
    canon.number(about.len() as u64);
    for persoon in about {
        canon.id(persoon.0);
    }
    canon.done()
}
