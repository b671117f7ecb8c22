//! Signed heads of the trail: written and read back.

use super::{Batch, Columns, Conn, Failed, sql, values};
use crate::store::heads::{LastHead, TrailEnd};
use crate::store::{Fault, SignedHead};

impl<C: Conn> Batch<'_, C> {
    /// Signs where the trail ends now, when that was asked for.
    pub(super) async fn put_head(&mut self) -> Result<(), Failed> {
        let Some(at) = self.sign.take() else { return Ok(()) };
        let end = &mut self.known.audit;
        let head = self.keys.head().sign(
            self.node.0,
            TrailEnd { link: end.link, lines: end.n, chain: end.chain },
            end.signed,
            at,
        );
        end.signed = Some(LastHead { day: head.day, sealed: head.sealed() });
        let signature = head.signature.to_vec();
        let row = values![
            head.node,
            head.day,
            head.link,
            head.lines,
            head.chain,
            head.at,
            head.previous,
            signature
        ];
        self.conn.run(sql::INSERT_AUDIT_HEAD, row).await?;
        Ok(())
    }
}

pub(crate) async fn read<C: Conn>(conn: &mut C, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
    conn.rows(sql::HEADS, values![day, limit as u64]).await?.iter().map(head_of).collect()
}

/// A head from its eight columns.
pub(crate) fn head_of(row: &impl Columns) -> Result<SignedHead, Fault> {
    let signature = row.bytes(7)?;
    Ok(SignedHead {
        node: row.text(0)?.to_owned(),
        day: row.long(1)?,
        link: row.number(2)?,
        lines: row.number(3)?,
        chain: row.link(4)?,
        at: row.moment(5)?,
        previous: row.link(6)?,
        signature: signature.try_into().map_err(|_| Fault::Corrupt("a signature is not 64 bytes".into()))?,
    })
}
