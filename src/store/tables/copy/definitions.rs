//! The tables of a copy, column by column. Where the two databases differ it stands here in the words of each.

use crate::store::tables::Statement;

/// What stands in a column.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// A number that is never below zero.
    Number,
    /// A number that can be.
    Signed,
    Text,
    /// In hexadecimal in the file.
    Bytes,
}
use Kind::{Bytes, Number, Signed, Text};

pub(super) type Columns = &'static [(&'static str, Kind)];

/// A table as it is written down below.
pub(super) struct Definition {
    pub(super) name: &'static str,
    pub(super) columns: Columns,
    /// By which it is ordered; each row has another.
    pub(super) key: &'static [&'static str],
    /// Rows that are held in memory at a time.
    pub(super) page: u64,
    pub(super) own: Option<Own>,
}

/// What follows from the columns nowhere else: rows in SQLite, and what is inserted in PostgreSQL.
pub(super) struct Own {
    pub(super) select: Statement,
    pub(super) insert: Statement,
}

/// Rows of ids and hashes.
const SHORT: u64 = 1_000;
/// Rows with a body of some kilobytes, sometimes a frame.
const LONG: u64 = 200;
/// Rows with a body of some megabytes.
const LARGE: u64 = 4;

/// A table comes after those that its rows point to.
pub(super) const DEFINITIONS: &[Definition] = &[
    Definition {
        name: "data_key",
        columns: &[
            ("gemeente", Bytes),
            ("kind", Text),
            ("stream", Bytes),
            ("wrapped", Bytes),
            ("made_at", Signed),
            ("destroyed_at", Signed),
        ],
        key: &["gemeente", "kind", "stream"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "stream_head",
        columns: &[
            ("gemeente", Bytes),
            ("kind", Text),
            ("stream", Bytes),
            ("version", Number),
            ("chain", Bytes),
        ],
        key: &["gemeente", "kind", "stream"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "event",
        columns: &[
            ("position", Number),
            ("gemeente", Bytes),
            ("kind", Text),
            ("stream", Bytes),
            ("version", Number),
            ("soort", Text),
            ("schema", Number),
            ("at", Signed),
            ("geldig_op", Signed),
            ("door", Bytes),
            ("namens", Bytes),
            ("rol", Text),
            ("cmd_id", Bytes),
            ("oorzaak", Number),
            ("body", Bytes),
            ("body_sha", Bytes),
            ("chain", Bytes),
        ],
        key: &["position"],
        page: LONG,
        own: None,
    },
    Definition {
        name: "command",
        columns: &[
            ("gemeente", Bytes),
            ("cmd_id", Bytes),
            ("request_hash", Bytes),
            ("answer", Bytes),
            ("at", Signed),
        ],
        key: &["gemeente", "cmd_id"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "claim",
        columns: &[("gemeente", Bytes), ("scope", Text), ("key", Bytes), ("at", Signed)],
        key: &["gemeente", "scope", "key"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "document",
        columns: &[
            ("gemeente", Bytes),
            ("document", Bytes),
            ("status", Text),
            ("seq", Number),
            ("chain", Bytes),
            ("snapshot_seq", Number),
            ("older_seq", Number),
            ("packed_seq", Number),
        ],
        key: &["gemeente", "document"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "document_row",
        columns: &[
            ("gemeente", Bytes),
            ("document", Bytes),
            ("seq", Number),
            ("door", Bytes),
            ("sessie", Bytes),
            ("at", Signed),
            ("body", Bytes),
            ("body_sha", Bytes),
            ("chain", Bytes),
        ],
        key: &["gemeente", "document", "seq"],
        page: LONG,
        own: None,
    },
    Definition {
        name: "document_chunk",
        columns: &[
            ("gemeente", Bytes),
            ("document", Bytes),
            ("seq_first", Number),
            ("seq_last", Number),
            ("body", Bytes),
            ("body_sha", Bytes),
            ("chain_before", Bytes),
            ("chain", Bytes),
        ],
        key: &["gemeente", "document", "seq_first"],
        page: LARGE,
        own: None,
    },
    Definition {
        name: "document_client",
        columns: &[("gemeente", Bytes), ("document", Bytes), ("client", Signed), ("door", Bytes)],
        key: &["gemeente", "document", "client"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "document_snapshot",
        columns: &[
            ("gemeente", Bytes),
            ("document", Bytes),
            ("seq", Number),
            ("body", Bytes),
            ("body_sha", Bytes),
        ],
        key: &["gemeente", "document", "seq"],
        page: LARGE,
        own: None,
    },
    Definition {
        name: "concept",
        columns: &[
            ("gemeente", Bytes),
            ("medewerker", Bytes),
            ("soort", Text),
            ("onderwerp", Bytes),
            ("versie", Number),
            ("sessie", Bytes),
            ("at", Signed),
            ("verloopt_op", Signed),
            ("body", Bytes),
        ],
        key: &["gemeente", "medewerker", "soort", "onderwerp"],
        page: LONG,
        own: None,
    },
    Definition {
        name: "concept_persoon",
        columns: &[
            ("gemeente", Bytes),
            ("persoon", Bytes),
            ("medewerker", Bytes),
            ("soort", Text),
            ("onderwerp", Bytes),
        ],
        key: &["gemeente", "persoon", "medewerker", "soort", "onderwerp"],
        page: SHORT,
        own: None,
    },
    Definition {
        name: "stuk",
        columns: &[
            ("gemeente", Bytes),
            ("id", Bytes),
            ("kind", Text),
            ("stream", Bytes),
            ("cmd_id", Bytes),
            ("body", Bytes),
            ("body_sha", Bytes),
        ],
        key: &["gemeente", "id"],
        page: LARGE,
        own: None,
    },
    Definition {
        name: "outbox",
        columns: &[
            ("n", Number),
            ("gemeente", Bytes),
            ("id", Bytes),
            ("kanaal", Text),
            ("kind", Text),
            ("stream", Bytes),
            ("cmd_id", Bytes),
            ("body", Bytes),
            ("sent_at", Signed),
        ],
        key: &["n"],
        page: LONG,
        own: None,
    },
    Definition {
        name: "audit",
        columns: &[
            ("keten", Number),
            ("n", Number),
            ("gemeente", Bytes),
            ("at", Signed),
            ("wie", Bytes),
            ("rol", Text),
            ("sessie", Bytes),
            ("handeling", Text),
            ("object", Text),
            ("uitkomst", Text),
            ("code", Text),
            ("cmd_id", Bytes),
            ("namens", Bytes),
            ("grond", Text),
            ("doel", Text),
            ("systeem", Text),
            ("sha", Bytes),
        ],
        key: &["keten", "n"],
        page: SHORT,
        own: Some(Own {
            select: Statement {
                sqlite: "select n / 1099511627776, n % 1099511627776, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code,
                        cmd_id, namens, grond, doel, systeem, sha
                    from audit where n > $1 * 1099511627776 + $2 order by n limit $3",
                postgres: "select node, n, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code, cmd_id, namens, grond, doel,
                        systeem, sha
                    from audit where (node, n) > ($1, $2) order by node, n limit $3",
            },
            insert: Statement {
                sqlite: "insert into audit (n, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code, cmd_id, namens, grond,
                        doel, systeem, sha)
                    values ($1 * 1099511627776 + $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
                postgres: "insert into audit (node, n, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code, cmd_id, namens, grond,
                        doel, systeem, sha)
                    select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bigint[], $5::bytea[], $6::text[], $7::bytea[], $8::text[],
                        $9::text[], $10::text[], $11::text[], $12::bytea[], $13::bytea[], $14::text[], $15::text[], $16::text[], $17::bytea[])",
            },
        }),
    },
    Definition {
        name: "audit_betrokkene",
        columns: &[
            ("keten", Number),
            ("n", Number),
            ("persoon", Bytes),
            ("gemeente", Bytes),
            ("at", Signed),
        ],
        key: &["keten", "n", "persoon", "gemeente", "at"],
        page: SHORT,
        own: Some(Own {
            select: Statement {
                sqlite: "select n / 1099511627776, n % 1099511627776, persoon, gemeente, at from audit_betrokkene
                    where (n, persoon, gemeente, at) > ($1 * 1099511627776 + $2, $3, $4, $5) order by n, persoon, gemeente, at limit $6",
                postgres: "select node, n, persoon, gemeente, at from audit_betrokkene
                    where (node, n, persoon, gemeente, at) > ($1, $2, $3, $4, $5) order by node, n, persoon, gemeente, at limit $6",
            },
            insert: Statement {
                sqlite: "insert into audit_betrokkene (n, persoon, gemeente, at) values ($1 * 1099511627776 + $2, $3, $4, $5)",
                postgres: "insert into audit_betrokkene (node, n, persoon, gemeente, at)
                    select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[])",
            },
        }),
    },
    Definition {
        name: "audit_link",
        columns: &[
            ("keten", Number),
            ("link", Number),
            ("node", Text),
            ("n_first", Number),
            ("n_last", Number),
            ("position", Number),
            ("versie", Number),
            ("chain", Bytes),
        ],
        key: &["keten", "link"],
        page: SHORT,
        own: Some(Own {
            select: Statement {
                sqlite: "select link / 1099511627776, link % 1099511627776, node, n_first % 1099511627776, n_last % 1099511627776, position,
                        versie, chain
                    from audit_link where link > $1 * 1099511627776 + $2 order by link limit $3",
                postgres: "select l.node, l.link, coalesce(l.naam, d.name), l.n_first, l.n_last, l.position, l.versie, l.chain
                    from audit_link l join node d on d.nr = l.node
                    where (l.node, l.link) > ($1, $2) order by l.node, l.link limit $3",
            },
            insert: Statement {
                sqlite: "insert into audit_link (link, node, n_first, n_last, position, versie, chain)
                    values ($1 * 1099511627776 + $2, $3, $1 * 1099511627776 + $4, $1 * 1099511627776 + $5, $6, $7, $8)",
                postgres: "insert into audit_link (node, link, naam, n_first, n_last, position, versie, chain)
                    select u.node, u.link, nullif(u.naam, d.name), u.n_first, u.n_last, u.position, u.versie, u.chain
                    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bytea[])
                        u(node, link, naam, n_first, n_last, position, versie, chain)
                    join node d on d.nr = u.node",
            },
        }),
    },
    Definition {
        name: "audit_head",
        columns: &[
            ("node", Text),
            ("day", Signed),
            ("link", Number),
            ("lines", Number),
            ("chain", Bytes),
            ("at", Signed),
            ("previous", Bytes),
            ("signature", Bytes),
        ],
        key: &["node", "day"],
        page: SHORT,
        own: None,
    },
];
