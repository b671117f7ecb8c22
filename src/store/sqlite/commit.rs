//! A batch in one transaction of the writing connection.

use super::sql;
use super::writer::Writer;
use crate::store::Outcome;
use crate::store::tables::batch::Hand;
use crate::store::tables::document::Packed;
use crate::store::tables::facts::{AuditEnd, Ends, last_head};
use crate::store::tables::touched::Touched;
use crate::store::tables::{Batch, Columns, Conn, Failed, Statement, Written, values};

impl Writer {
    /// Makes `batch` durable; answers what became of each write, and how many rows it was.
    pub(super) async fn commit(&mut self, batch: Vec<Packed>) -> Result<(Vec<Outcome>, u64), Failed> {
        self.begin().await?;
        let done = self.write_batch(batch).await;
        let Written { outcomes, rows, ends, wist } = self.finish(done).await?;
        self.ends = Some(ends);
        if wist {
            self.empty_log_now().await;
        }
        Ok((outcomes, rows))
    }

    async fn write_batch(&mut self, writes: Vec<Packed>) -> Result<Written, Failed> {
        let ends = self.ends_now().await?;
        let touched = Touched::of(&writes, &self.keys);
        let writes: Vec<&Packed> = writes.iter().collect();
        let now = self.clock.now();
        let hand = Hand { keys: &self.keys, rng: &*self.rng, now, node: (&self.node, self.keten) };
        let leases = self.leases.epochs.clone();
        Batch::run(&mut self.conn, hand, &writes, touched, (ends, leases)).await
    }

    /// Where feed and trail end. Only this writer moves them, so it remembers them from one batch to the next.
    pub(super) async fn ends_now(&mut self) -> Result<Ends, Failed> {
        match self.ends.take() {
            Some(ends) => Ok(ends),
            None => self.read_ends().await,
        }
    }

    async fn read_ends(&mut self) -> Result<Ends, Failed> {
        let own = |text| Statement { sqlite: text, postgres: "" };
        let mut ends = Ends::default();
        if let Some(row) = self.conn.row(own(sql::FACTS_ENDS), values![self.keten]).await? {
            (ends.feed, ends.audit.n) = (row.number(0)?, row.number(1)?);
            ends.position = ends.feed;
        }
        if let Some(row) = self.conn.row(own(sql::FACTS_AUDIT_END), values![self.keten]).await? {
            ends.audit = AuditEnd { link: row.number(0)?, chain: row.link(1)?, ..ends.audit };
        }
        ends.audit.signed = last_head(&mut self.conn, &self.node).await?;
        Ok(ends)
    }
}
