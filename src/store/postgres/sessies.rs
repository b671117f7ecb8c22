//! Who is logged in, in its table. Whoever changes it counts the change first and holds the count until it is committed: changes come one
//! after the other, and a node that reads a count has read everything that it counts.

use std::sync::Arc;

use sqlx::{PgPool, Postgres, Transaction};
use uuid::Uuid;

use super::conn::fault;
use super::{TOGETHER, sql};
use crate::clock::Moment;
use crate::domain::ids::MedewerkerId;
use crate::rng::Rng;
use crate::store::chain::Canon;
use crate::store::crypto::Keys;
use crate::store::sessie::{
    Navraagrij, Sessiebegin, Sessiegrens, Sessiehash, Sessierij, Sessiestand, Sessiewijziging,
};
use crate::store::tables::{Columns, Conn, Statement, Value, values};
use crate::store::{Fault, PostgresJournal};

/// Rows that one statement reads, so that none takes as long as it may.
const ROWS_AT_A_TIME: u64 = 5_000;

/// The table of who is logged in. Cheap to clone; closed with its journal.
#[derive(Clone)]
pub struct Sessietabel {
    pool: PgPool,
    keys: Keys,
    rng: Arc<dyn Rng>,
}

impl std::fmt::Debug for Sessietabel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessietabel(***)")
    }
}

impl PostgresJournal {
    /// Who is logged in, of all nodes.
    #[must_use]
    pub fn sessies(&self) -> Sessietabel {
        let (pool, keys, rng) = (self.beside.clone(), self.keys.clone(), Arc::clone(&self.rng));
        Sessietabel { pool, keys, rng }
    }
}

impl Sessietabel {
    /// What changed since `stand`; of what is held, `houdt` says it where that is needed.
    ///
    /// # Errors
    /// [`Fault`] when it cannot be read: what is held may be over then.
    pub async fn sinds(
        &self,
        stand: Sessiestand,
        houdt: impl FnOnce() -> Vec<Sessiehash> + Send,
    ) -> Result<Sessiewijziging, Fault> {
        let nothing = |stand| Sessiewijziging { stand, ..Sessiewijziging::default() };
        let mut alone = self.pool.acquire().await.map_err(fault)?;
        if stand_now(&mut alone).await? == stand {
            return Ok(nothing(stand));
        }
        drop(alone);
        let mut moment = self.pool.begin_with(TOGETHER).await.map_err(fault)?;
        let now = stand_now(&mut moment).await?;
        let mut rijen = Vec::new();
        // After all that are of the last change.
        let mut after = (stand.wijziging, vec![u8::MAX; 33]);
        loop {
            let asked = values![after.0, after.1.clone(), ROWS_AT_A_TIME];
            let rows = moment.rows(own(sql::SESSIES_SINDS), asked).await?;
            rijen.extend(rows.iter().filter_map(|row| self.open_or_tell(row)));
            match rows.last().filter(|_| rows.len() as u64 == ROWS_AT_A_TIME) {
                Some(last) => after = (last.number(7)?, last.bytes(0)?.to_vec()),
                None => break,
            }
        }
        let mut weg = Vec::new();
        if now.einde != stand.einde {
            let held = houdt();
            let asked = held.iter().map(|key| values![*key]).collect();
            let gone = moment.ask(own(sql::SESSIES_WEG), asked).await?;
            weg = gone.iter().map(|row| at(&held, row)).collect::<Result<_, _>>()?;
        }
        Ok(Sessiewijziging { stand: now, rijen, weg })
    }

    /// Begins a session, within these bounds.
    ///
    /// # Errors
    /// [`Fault`]; then it did not begin, or nobody has its secret.
    pub async fn begin(&self, rij: &Sessierij, grens: Sessiegrens) -> Result<Sessiebegin, Fault> {
        let (mut tx, wijziging) = self.begin_wijziging().await?;
        let keep = grens.per_persoon.saturating_sub(1) as u64;
        let gone = tx.rows(own(sql::SESSIES_TE_VEEL), values![rij.medewerker.0, keep]).await?;
        let gone = gone.iter().map(|row| row.link(0)).collect::<Result<Vec<_>, _>>()?;
        let count = tx.row(own(sql::SESSIES_TELLING), Vec::new()).await?;
        if count.map(|row| row.number(0)).transpose()?.unwrap_or(0) >= grens.totaal as u64 {
            // Undone: nobody makes room for one that does not begin.
            return Ok(Sessiebegin::Vol);
        }
        self.insert(&mut tx, rij, wijziging).await?;
        if !gone.is_empty() {
            tx.run(own(sql::SESSIE_EINDIGT), Vec::new()).await?;
        }
        tx.commit().await.map_err(fault)?;
        Ok(Sessiebegin::Begonnen(gone))
    }

    /// Lets a session go on as what `verder` makes of it, under another key. `None` when it has ended, or `verder` says so.
    ///
    /// # Errors
    /// [`Fault`]; whether it goes on is not known then.
    pub async fn vervang(
        &self,
        sleutel: Sessiehash,
        verder: impl FnOnce(Sessierij) -> Option<Sessierij> + Send,
    ) -> Result<Option<Sessierij>, Fault> {
        let (mut tx, wijziging) = self.begin_wijziging().await?;
        let Some(row) = tx.row(own(sql::SESSIE_NEEM), values![sleutel]).await? else { return Ok(None) };
        let Some(rij) = verder(self.open(&row)?) else { return Ok(None) };
        self.insert(&mut tx, &rij, wijziging).await?;
        tx.run(own(sql::SESSIE_EINDIGT), Vec::new()).await?;
        tx.commit().await.map_err(fault)?;
        Ok(Some(rij))
    }

    /// Ends these; answers which of them were still there.
    ///
    /// # Errors
    /// [`Fault`]; whether they ended is not known then.
    pub async fn eindig(&self, sleutels: &[Sessiehash]) -> Result<Vec<Sessiehash>, Fault> {
        self.einde(sql::SESSIES_EINDIG, sleutels, |key| values![*key]).await
    }

    /// Ends these, each unless something was done in it after what was seen; answers which ended.
    ///
    /// # Errors
    /// As [`Self::eindig`].
    pub async fn verlopen(&self, gezien: &[(Sessiehash, Moment)]) -> Result<Vec<Sessiehash>, Fault> {
        let keys: Vec<_> = gezien.iter().map(|(key, _)| *key).collect();
        let moments: std::collections::HashMap<_, _> = gezien.iter().copied().collect();
        let seen = |key: &Sessiehash| values![*key, moments.get(key).map(|at| at.micros())];
        self.einde(sql::SESSIES_VERLOPEN, &keys, seen).await
    }

    /// Something was done in these at these moments.
    ///
    /// # Errors
    /// [`Fault`]; it can be told again.
    pub async fn actief(&self, op: &[(Sessiehash, Moment)]) -> Result<(), Fault> {
        let (mut tx, _) = self.begin_wijziging().await?;
        let rows = op.iter().map(|(key, at)| values![*key, *at]).collect();
        tx.put(own(sql::SESSIES_ACTIEF), rows).await?;
        tx.commit().await.map_err(fault)
    }

    /// Takes the turn to ask a provider again. `false` when another node has it, or the session is over.
    ///
    /// # Errors
    /// [`Fault`]; then nobody may ask.
    pub async fn navraag_beurt(&self, id: Uuid, gezien: Moment, nu: Moment) -> Result<bool, Fault> {
        let (mut tx, _) = self.begin_wijziging().await?;
        let taken = tx.run(own(sql::NAVRAAG_BEURT), values![id, gezien, nu]).await?;
        tx.commit().await.map_err(fault)?;
        Ok(taken > 0)
    }

    /// It is asked with this from now on.
    ///
    /// # Errors
    /// [`Fault`]; it can be told again.
    pub async fn navraag(&self, stand: &Navraagrij) -> Result<(), Fault> {
        let (mut tx, _) = self.begin_wijziging().await?;
        tx.run(own(sql::NAVRAAG_STAND), values![stand.id, stand.op, stand.dicht.clone()]).await?;
        tx.commit().await.map_err(fault)
    }

    async fn begin_wijziging(&self) -> Result<(Transaction<'static, Postgres>, u64), Fault> {
        let mut tx = self.pool.begin().await.map_err(fault)?;
        let counted = tx.row(own(sql::SESSIE_WIJZIGT), Vec::new()).await?;
        let counted = counted.ok_or_else(|| Fault::Corrupt("changes of sessions are not counted".into()))?;
        Ok((tx, counted.number(0)?))
    }

    async fn einde(
        &self,
        statement: &'static str,
        sleutels: &[Sessiehash],
        key: impl Fn(&Sessiehash) -> Vec<Value> + Send,
    ) -> Result<Vec<Sessiehash>, Fault> {
        if sleutels.is_empty() {
            return Ok(Vec::new());
        }
        let (mut tx, _) = self.begin_wijziging().await?;
        let gone = tx.ask(own(statement), sleutels.iter().map(key).collect()).await?;
        let gone = gone.iter().map(|row| at(sleutels, row)).collect::<Result<Vec<_>, _>>()?;
        tx.run(own(sql::SESSIE_EINDIGT), Vec::new()).await?;
        tx.commit().await.map_err(fault)?;
        Ok(gone)
    }

    async fn insert(
        &self,
        tx: &mut Transaction<'static, Postgres>,
        rij: &Sessierij,
        wijziging: u64,
    ) -> Result<(), Fault> {
        let body = self.keys.sessie().close(&*self.rng, &binding(rij.sleutel, rij.medewerker), &rij.inhoud);
        let navraag = rij.navraag.as_ref();
        let row = values![
            rij.sleutel,
            rij.medewerker.0,
            rij.actief_op,
            body,
            navraag.map(|it| it.id),
            navraag.map(|it| it.op.micros()),
            navraag.map(|it| it.dicht.clone()),
            wijziging,
        ];
        tx.run(own(sql::SESSIE_NIEUW), row).await?;
        Ok(())
    }

    /// One that does not open is nobody's, and keeps nobody else out.
    fn open_or_tell(&self, row: &impl Columns) -> Option<Sessierij> {
        self.open(row).inspect_err(|fault| tracing::error!(%fault, "a row of sessions is passed over")).ok()
    }

    /// A session from the columns `sleutel, medewerker, actief_op, body, navraag, navraag_op, navraag_body`.
    fn open(&self, row: &impl Columns) -> Result<Sessierij, Fault> {
        let (sleutel, medewerker) = (row.link(0)?, MedewerkerId(row.id(1)?));
        let inhoud = self.keys.sessie().open(&binding(sleutel, medewerker), row.bytes(3)?);
        let inhoud = inhoud.ok_or_else(|| Fault::Corrupt("a session does not open".into()))?;
        let navraag = match row.maybe_id(4)? {
            Some(id) => Some(Navraagrij { id, op: row.moment(5)?, dicht: row.bytes(6)?.to_vec() }),
            None => None,
        };
        Ok(Sessierij { sleutel, medewerker, actief_op: row.moment(2)?, inhoud, navraag })
    }
}

fn own(text: &'static str) -> Statement {
    Statement { sqlite: "", postgres: text }
}

async fn stand_now(conn: &mut sqlx::PgConnection) -> Result<Sessiestand, Fault> {
    let row = conn.row(own(sql::SESSIE_STAND), Vec::new()).await?;
    let row = row.ok_or_else(|| Fault::Corrupt("changes of sessions are not counted".into()))?;
    Ok(Sessiestand { wijziging: row.number(0)?, einde: row.number(1)? })
}

/// Which of `asked` a row is about.
fn at(asked: &[Sessiehash], row: &impl Columns) -> Result<Sessiehash, Fault> {
    let place = usize::try_from(row.long(0)?).ok().and_then(|place| asked.get(place));
    place.copied().ok_or_else(|| Fault::Corrupt("a session that was not asked for".into()))
}

/// What is closed opens for this key and person only: a row that somebody writes or moves lets nobody in.
fn binding(sleutel: Sessiehash, medewerker: MedewerkerId) -> Vec<u8> {
    let mut canon = Canon::new("kt.sessie.1");
    canon.hash(&sleutel).id(medewerker.0);
    canon.done()
}
