//! Concepten in their table: closed under a key of their own purpose, bound to whose they are and of which version.

use uuid::Uuid;

use super::{Batch, Columns, Conn, Failed, Value, sql, values};
use crate::clock::Moment;
use crate::domain::concept::Conceptsoort;
use crate::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use crate::store::Fault;
use crate::store::chain::Canon;
use crate::store::concept::{
    ConceptSleutel, ConceptWeg, ConceptWrite, NieuwConcept, OPRUIMEN_MAX, StoredConcept,
};
use crate::store::crypto::Keys;

impl<C: Conn> Batch<'_, C> {
    pub(super) async fn concept(&mut self, change: &ConceptWrite) -> Result<(), Failed> {
        match change {
            ConceptWrite::Bewaar(nieuw, rows) => {
                self.bewaar_concept(nieuw).await?;
                self.sporen(nieuw.sleutel.gemeente, rows);
            }
            ConceptWrite::Weg(weg, rows) => {
                self.concept_weg(weg).await?;
                self.sporen(weg.sleutel.gemeente, rows);
            }
            ConceptWrite::Opruimen { at } => {
                self.rows += self.conn.run(sql::DELETE_VERLOPEN, values![*at, OPRUIMEN_MAX]).await?;
            }
        }
        Ok(())
    }

    async fn bewaar_concept(&mut self, nieuw: &NieuwConcept) -> Result<(), Failed> {
        let (sleutel, versie) = (nieuw.sleutel, nieuw.versie());
        let binding = binding(sleutel, versie, nieuw.sessie, (nieuw.at, nieuw.verloopt_op), &nieuw.personen);
        let body = self.keys.concept().close(self.rng, &binding, &nieuw.inhoud);
        let mut row = key(sleutel);
        row.extend(values![versie, nieuw.sessie, nieuw.at, nieuw.verloopt_op, body]);
        self.conn.run(sql::PUT_CONCEPT, row).await?;
        self.conn.run(sql::DELETE_CONCEPT_PERSONEN, key(sleutel)).await?;
        let mut personen = nieuw.personen.clone();
        personen.sort_unstable();
        personen.dedup();
        let about = personen.iter().map(|persoon| {
            let mut row = key(sleutel);
            row.extend(values![persoon.0]);
            row
        });
        self.conn.put(sql::INSERT_CONCEPT_PERSONEN, about.collect()).await?;
        self.rows += 1;
        Ok(())
    }

    /// Only when it is still at that version.
    pub(super) async fn concept_weg(&mut self, weg: &ConceptWeg) -> Result<(), Failed> {
        let mut row = key(weg.sleutel);
        row.extend(values![weg.versie]);
        self.rows += self.conn.run(sql::DELETE_CONCEPT, row).await?;
        Ok(())
    }
}

/// The caller holds one transaction around it, so that the persons are those of this version.
pub(crate) async fn read<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    sleutel: ConceptSleutel,
    now: Moment,
) -> Result<Option<StoredConcept>, Fault> {
    let mut asked = key(sleutel);
    asked.extend(values![now]);
    match conn.row(sql::CONCEPT, asked).await? {
        Some(row) => open(conn, keys, sleutel, &row, 0).await.map(Some),
        None => Ok(None),
    }
}

/// A concept from its columns `versie, sessie, at, verloopt_op, body`, which begin at `first`.
pub(crate) async fn open<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    sleutel: ConceptSleutel,
    row: &C::Row,
    first: usize,
) -> Result<StoredConcept, Fault> {
    let (versie, sessie) = (row.number(first)?, row.id(first + 1)?);
    let (at, verloopt_op) = (row.moment(first + 2)?, row.moment(first + 3)?);
    let found = conn.rows(sql::CONCEPT_PERSONEN, key(sleutel)).await?;
    let personen = found.iter().map(|row| Ok(PersoonId(row.id(0)?))).collect::<Result<Vec<_>, Fault>>()?;
    let binding = binding(sleutel, versie, sessie, (at, verloopt_op), &personen);
    let inhoud = keys.concept().open(&binding, row.bytes(first + 4)?);
    let inhoud = inhoud.ok_or_else(|| Fault::Corrupt("a concept does not open".into()))?;
    Ok(StoredConcept { versie, personen, sessie, at, verloopt_op, inhoud })
}

/// Kind and subject from the two columns that begin at `first`.
pub(crate) fn plek_of(row: &impl Columns, first: usize) -> Result<(Conceptsoort, Option<Uuid>), Fault> {
    let word = row.text(first)?;
    let soort = Conceptsoort::from_word(word)
        .ok_or_else(|| Fault::Corrupt(format!("unknown kind of concept {word}")))?;
    Ok((soort, Some(row.id(first + 1)?).filter(|id| !id.is_nil())))
}

/// Whose and of what, from the four columns of the key.
pub(crate) fn sleutel_of(row: &impl Columns) -> Result<ConceptSleutel, Fault> {
    let (soort, onderwerp) = plek_of(row, 2)?;
    let (gemeente, medewerker) = (GemeenteId(row.id(0)?), MedewerkerId(row.id(1)?));
    Ok(ConceptSleutel { gemeente, medewerker, soort, onderwerp })
}

/// The four columns of the key.
fn key(sleutel: ConceptSleutel) -> Vec<Value> {
    values![sleutel.gemeente.0, sleutel.medewerker.0, sleutel.soort.word(), plek(sleutel)]
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
