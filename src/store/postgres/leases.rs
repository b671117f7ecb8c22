//! Turns in their table, by the clock of the server.

use std::time::Duration;

use sqlx::PgConnection;

use super::conn::fault;
use super::{PostgresJournal, sql};
use crate::store::lease::{Epochs, Lease, Leases};
use crate::store::tables::touched::Touched;
use crate::store::tables::{Columns, Conn, Failed, Statement, values};
use crate::store::{Fault, postgres::lane};

impl Leases for PostgresJournal {
    async fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: Duration,
    ) -> Result<Option<Lease>, Fault> {
        // Whose turn it is not waits for nobody's transaction.
        let asked = self
            .beside
            .acquire()
            .await
            .map_err(fault)?
            .row(own(sql::LEASE_ELDERS), values![naam, houder])
            .await?;
        if asked.is_some() {
            return Ok(None);
        }
        let mut tx = self.beside.begin().await.map_err(fault)?;
        // What is written in the turn that ends is written before it does, or finds that it did.
        lane::lock(&mut tx, &Touched::lease(naam)).await?;
        let micros = i64::try_from(duur.as_micros()).unwrap_or(i64::MAX / 2);
        let taken = tx.row(own(sql::TAKE_LEASE), values![naam, houder, micros]).await?;
        tx.commit().await.map_err(fault)?;
        taken.map(|row| Ok(Lease { naam, epoch: row.number(0)? })).transpose()
    }
}

/// The epochs of the turns that a batch names; the caller has locked them.
pub(super) async fn epochs(conn: &mut PgConnection, touched: &Touched) -> Result<Epochs, Failed> {
    let mut epochs = Epochs::new();
    for naam in touched.leases.iter().copied() {
        if let Some(row) = conn.row(own(sql::LEASE_EPOCH), values![naam]).await? {
            epochs.insert(naam, row.number(0)?);
        }
    }
    Ok(epochs)
}

fn own(text: &'static str) -> Statement {
    Statement { sqlite: "", postgres: text }
}
