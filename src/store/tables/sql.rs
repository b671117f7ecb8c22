//! The statements that both databases have, by name; a test prepares each of them in each.
//!
//! Where the words differ SQLite's come first. Sets of keys and rows come in as one JSON array in SQLite, in which ids are hex and `k.key` is the
//! place in the array, and as one array a column in PostgreSQL.

use super::{Insert, Statement};

/// Answers that one transaction forgets, so that others do not wait long.
pub(crate) const PRUNE_ROWS: u64 = 5_000;

pub(crate) const fn both(text: &'static str) -> Statement {
    Statement { sqlite: text, postgres: text }
}

pub(crate) const fn each(sqlite: &'static str, postgres: &'static str) -> Statement {
    Statement { sqlite, postgres }
}

macro_rules! statements {
    ($($name:ident = $statement:expr;)+) => {
        $(pub(crate) const $name: crate::store::tables::Statement = $statement;)+

        /// All of them.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, crate::store::tables::Statement)] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use statements;

macro_rules! inserts {
    ($($name:ident = $statement:expr, $group:expr;)+) => {
        $(pub(crate) const $name: Insert = Insert { statement: $statement, group: $group };)+

        /// All of them.
        #[cfg(test)]
        pub(crate) const ALL_INSERTS: &[(&str, Insert)] = &[$((stringify!($name), $name)),+];
    };
}

/// The columns of a line of the trail, from `a`. Its number is that in its chain.
macro_rules! audit_columns {
    () => {
        "a.n % 1099511627776, a.at, a.wie, a.rol, a.sessie, a.handeling, a.object, a.uitkomst, a.code, a.cmd_id, a.namens, a.grond, a.doel, a.systeem,
            (select group_concat(hex(persoon), '') from (select s.persoon from audit_betrokkene s where s.n = a.n order by s.persoon))"
    };
}
pub(crate) use audit_columns;

/// The same in PostgreSQL.
macro_rules! audit_columns_postgres {
    () => {
        "a.n, a.at, a.wie, a.rol, a.sessie, a.handeling, a.object, a.uitkomst, a.code, a.cmd_id, a.namens, a.grond, a.doel, a.systeem,
            (select string_agg(encode(s.persoon, 'hex'), '' order by s.persoon) from audit_betrokkene s where s.node = a.node and s.n = a.n)"
    };
}
pub(crate) use audit_columns_postgres;

/// Lines of the trail by one of the ways in, the one that the index is for; the rest of what was asked is held against each. Bound:
/// 1 municipality, 2 from, 3 until, 4 at most, 5 person, 6 object, 7 who, 8 act, 9 outcome, 10 and 11 the place to go on from.
///
/// Several nodes number lines each for itself: a place among those of one moment is a node's number below that of its line.
macro_rules! audit_lines {
    ($from:literal, $from_postgres:literal, $by:literal, $at:literal, $beyond:literal, $order:literal) => {
        each(
            concat!(
                "select ", audit_columns!(), ", (select l.node from audit_link l where l.n_first <= a.n order by l.n_first desc limit 1), a.n
                from ", $from, " where ", $by, " and ", $at, ".at >= $2 and ", $at, ".at < $3
                and ($10 is null or (", $at, ".at, ", $at, ".n) ", $beyond, " ($10, $11))
                and ($5 is null or exists (select 1 from audit_betrokkene p where p.gemeente = $1 and p.persoon = $5 and p.at = a.at and p.n = a.n))
                and ($6 is null or a.object = $6) and ($7 is null or a.wie = $7)
                and ($8 is null or a.handeling = $8) and ($9 is null or a.uitkomst = $9)
                order by ", $at, ".at ", $order, ", ", $at, ".n ", $order, " limit $4"
            ),
            concat!(
                "select ", audit_columns_postgres!(), ", coalesce((select l.naam from audit_link l where l.node = a.node and l.n_first <= a.n order by l.n_first desc limit 1),
                    (select d.name from node d where d.nr = a.node)), a.n * 1024 + a.node
                from ", $from_postgres, " where ", $by, " and ", $at, ".at >= $2 and ", $at, ".at < $3
                and ($10::bigint is null or (", $at, ".at, ", $at, ".n, ", $at, ".node) ", $beyond, " ($10, $11::bigint / 1024, $11::bigint % 1024))
                and ($5::bytea is null or exists (select 1 from audit_betrokkene p
                    where p.gemeente = $1 and p.persoon = $5 and p.at = a.at and p.n = a.n and p.node = a.node))
                and ($6::text is null or a.object = $6) and ($7::bytea is null or a.wie = $7)
                and ($8::text is null or a.handeling = $8) and ($9::text is null or a.uitkomst = $9)
                order by ", $at, ".at ", $order, ", ", $at, ".n ", $order, ", ", $at, ".node ", $order, " limit $4"
            ),
        )
    };
}

macro_rules! audit_by_persoon {
    ($beyond:literal, $order:literal) => {
        audit_lines!(
            "audit_betrokkene b join audit a on a.n = b.n",
            "audit_betrokkene b join audit a on a.node = b.node and a.n = b.n",
            "b.gemeente = $1 and b.persoon = $5",
            "b",
            $beyond,
            $order
        )
    };
}

statements! {
    // What a batch touches.
    FACTS_STREAMS = each("select k.key, h.version, h.chain, d.stream is not null, d.wrapped
        from json_each($1) k
        left join data_key d on d.gemeente = unhex(k.value ->> 0) and d.kind = k.value ->> 1
            and d.stream = unhex(k.value ->> 2)
        left join stream_head h on h.gemeente = unhex(k.value ->> 0) and h.kind = k.value ->> 1
            and h.stream = unhex(k.value ->> 2)",
        "select k.key - 1, h.version, h.chain, d.stream is not null, d.wrapped
        from unnest($1::bytea[], $2::text[], $3::bytea[]) with ordinality k(gemeente, kind, stream, key)
        left join data_key d on d.gemeente = k.gemeente and d.kind = k.kind and d.stream = k.stream
        left join stream_head h on h.gemeente = k.gemeente and h.kind = k.kind and h.stream = k.stream");
    FACTS_COMMANDS = each("select k.key, c.request_hash, c.answer
        from json_each($1) k
        cross join command c on c.gemeente = unhex(k.value ->> 0) and c.cmd_id = unhex(k.value ->> 1)",
        "select k.key - 1, c.request_hash, c.answer
        from unnest($1::bytea[], $2::bytea[]) with ordinality k(gemeente, cmd_id, key)
        join command c on c.gemeente = k.gemeente and c.cmd_id = k.cmd_id");
    FACTS_CLAIMS = each("select k.key
        from json_each($1) k
        cross join claim c on c.gemeente = unhex(k.value ->> 0) and c.scope = k.value ->> 1
            and c.key = unhex(k.value ->> 2)",
        "select k.key - 1
        from unnest($1::bytea[], $2::text[], $3::bytea[]) with ordinality k(gemeente, scope, claimed, key)
        join claim c on c.gemeente = k.gemeente and c.scope = k.scope and c.key = k.claimed");
    FACTS_DOCUMENTS = each("select k.key, d.status, d.seq, d.chain, d.snapshot_seq, d.older_seq, d.packed_seq
        from json_each($1) k
        cross join document d on d.gemeente = unhex(k.value ->> 0) and d.document = unhex(k.value ->> 1)",
        "select k.key - 1, d.status, d.seq, d.chain, d.snapshot_seq, d.older_seq, d.packed_seq
        from unnest($1::bytea[], $2::bytea[]) with ordinality k(gemeente, document, key)
        join document d on d.gemeente = k.gemeente and d.document = k.document");
    FACTS_CLIENTS = each("select k.key, c.door
        from json_each($1) k
        cross join document_client c on c.gemeente = unhex(k.value ->> 0) and c.document = unhex(k.value ->> 1)
            and c.client = k.value ->> 2",
        "select k.key - 1, c.door
        from unnest($1::bytea[], $2::bytea[], $3::bigint[]) with ordinality k(gemeente, document, client, key)
        join document_client c on c.gemeente = k.gemeente and c.document = k.document and c.client = k.client");
    FACTS_PROJECTION = both("select position from projection where name = $1");
    FACTS_HEAD = both("select day, signature from audit_head where node = $1 order by day desc limit 1");

    // What a batch writes.
    INSERT_AUDIT_LINK = each("insert into audit_link (link, node, n_first, n_last, position, chain, versie)
        values ($7 * 1099511627776 + $1, $2, $7 * 1099511627776 + $3, $7 * 1099511627776 + $4, $5, $6, 2)",
        "insert into audit_link (link, n_first, n_last, position, chain, versie, node)
        select $1, $3, $4, $5, $6, 2, nr from node where nr = $7 and name = $2");
    INSERT_AUDIT_HEAD = both("insert into audit_head (node, day, link, lines, chain, at, previous, signature)
        values ($1, $2, $3, $4, $5, $6, $7, $8)");
    INSERT_BETROKKENEN = each("insert into audit_betrokkene (gemeente, persoon, at, n)
        select unhex(k.value ->> 1), unhex(k.value ->> 2), k.value ->> 3, (k.value ->> 0) * 1099511627776 + (k.value ->> 4) from json_each($1) k",
        "insert into audit_betrokkene (node, gemeente, persoon, at, n)
        select * from unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bigint[], $5::bigint[])");
    INSERT_SNAPSHOT = both("insert into document_snapshot (gemeente, document, seq, body, body_sha)
        values ($1, $2, $3, $4, $5)");
    DELETE_SNAPSHOTS = both("delete from document_snapshot where gemeente = $1 and document = $2 and seq < $3");
    PUT_PROJECTION = both("insert into projection (name, position, body) values ($1, $2, $3)
        on conflict (name) do update set position = excluded.position, body = excluded.body");
    PUT_HEADS = each("insert into stream_head (gemeente, kind, stream, version, chain)
        select unhex(k.value ->> 0), k.value ->> 1, unhex(k.value ->> 2), k.value ->> 3, unhex(k.value ->> 4)
        from json_each($1) k where true
        on conflict (gemeente, kind, stream) do update set version = excluded.version, chain = excluded.chain",
        "insert into stream_head (gemeente, kind, stream, version, chain)
        select * from unnest($1::bytea[], $2::text[], $3::bytea[], $4::bigint[], $5::bytea[])
        on conflict (gemeente, kind, stream) do update set version = excluded.version, chain = excluded.chain");
    PUT_DOCUMENTS = each("insert into document (gemeente, document, status, seq, chain, snapshot_seq, older_seq, packed_seq)
        select unhex(k.value ->> 0), unhex(k.value ->> 1), k.value ->> 2, k.value ->> 3, unhex(k.value ->> 4),
            k.value ->> 5, k.value ->> 6, k.value ->> 7
        from json_each($1) k where true
        on conflict (gemeente, document) do update set status = excluded.status, seq = excluded.seq,
            chain = excluded.chain, snapshot_seq = excluded.snapshot_seq, older_seq = excluded.older_seq,
            packed_seq = excluded.packed_seq",
        "insert into document (gemeente, document, status, seq, chain, snapshot_seq, older_seq, packed_seq)
        select * from unnest($1::bytea[], $2::bytea[], $3::text[], $4::bigint[], $5::bytea[], $6::bigint[], $7::bigint[], $8::bigint[])
        on conflict (gemeente, document) do update set status = excluded.status, seq = excluded.seq,
            chain = excluded.chain, snapshot_seq = excluded.snapshot_seq, older_seq = excluded.older_seq,
            packed_seq = excluded.packed_seq");

    // Concepten.
    FACTS_CONCEPTEN = each("select k.key, c.soort, c.onderwerp, c.versie, c.verloopt_op
        from json_each($1) k
        cross join concept c on c.gemeente = unhex(k.value ->> 0) and c.medewerker = unhex(k.value ->> 1)",
        "select k.key - 1, c.soort, c.onderwerp, c.versie, c.verloopt_op
        from unnest($1::bytea[], $2::bytea[]) with ordinality k(gemeente, medewerker, key)
        join concept c on c.gemeente = k.gemeente and c.medewerker = k.medewerker");
    PUT_CONCEPT = both("insert into concept (gemeente, medewerker, soort, onderwerp, versie, sessie, at, verloopt_op, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (gemeente, medewerker, soort, onderwerp) do update set versie = excluded.versie,
            sessie = excluded.sessie, at = excluded.at, verloopt_op = excluded.verloopt_op, body = excluded.body");
    DELETE_CONCEPT_PERSONEN = both("delete from concept_persoon
        where gemeente = $1 and medewerker = $2 and soort = $3 and onderwerp = $4");
    INSERT_CONCEPT_PERSONEN = each("insert into concept_persoon (gemeente, medewerker, soort, onderwerp, persoon)
        select unhex(k.value ->> 0), unhex(k.value ->> 1), k.value ->> 2, unhex(k.value ->> 3), unhex(k.value ->> 4) from json_each($1) k",
        "insert into concept_persoon (gemeente, medewerker, soort, onderwerp, persoon)
        select * from unnest($1::bytea[], $2::bytea[], $3::text[], $4::bytea[], $5::bytea[])");
    DELETE_CONCEPT = both("delete from concept
        where gemeente = $1 and medewerker = $2 and soort = $3 and onderwerp = $4 and versie = $5");
    DELETE_VERLOPEN = each("delete from concept where (gemeente, medewerker, soort, onderwerp) in
        (select gemeente, medewerker, soort, onderwerp from concept where verloopt_op <= $1 order by verloopt_op limit $2)",
        // What is being kept anew at this moment is no longer over.
        "delete from concept where (gemeente, medewerker, soort, onderwerp) in
        (select gemeente, medewerker, soort, onderwerp from concept where verloopt_op <= $1
            order by verloopt_op limit $2 for update skip locked)");
    CONCEPT = both("select versie, sessie, at, verloopt_op, body from concept
        where gemeente = $1 and medewerker = $2 and soort = $3 and onderwerp = $4 and verloopt_op > $5");
    CONCEPT_PERSONEN = both("select persoon from concept_persoon
        where gemeente = $1 and medewerker = $2 and soort = $3 and onderwerp = $4 order by persoon");
    ERASE_CONCEPTEN = both("delete from concept where gemeente = $1 and (onderwerp = $2
        or (medewerker, soort, onderwerp) in
            (select medewerker, soort, onderwerp from concept_persoon where gemeente = $1 and persoon = $2))");

    // Packing.
    PACK_SIZES = each("select seq, length(body) from document_row
        where gemeente = $1 and document = $2 and seq > $3 and seq <= $4 order by seq limit $5",
        "select seq, length(body)::bigint from document_row
        where gemeente = $1 and document = $2 and seq > $3 and seq <= $4 order by seq limit $5");
    PACK_CHAIN = both("select chain from document_row where gemeente = $1 and document = $2 and seq = $3
        union all select chain from document_chunk where gemeente = $1 and document = $2 and seq_last = $3");
    INSERT_CHUNK = both("insert into document_chunk (gemeente, document, seq_first, seq_last, body, body_sha, chain_before,
            chain)
        values ($1, $2, $3, $4, $5, $6, $7, $8)");
    READ_CHUNK = both("select body from document_chunk where gemeente = $1 and document = $2 and seq_first = $3");
    DELETE_PACKED = both("delete from document_row where gemeente = $1 and document = $2 and seq >= $3 and seq <= $4");

    // Reading.
    KEY = both("select wrapped from data_key where gemeente = $1 and kind = $2 and stream = $3");
    LOAD = both("select version, soort, schema, at, geldig_op, door, namens, rol, cmd_id, oorzaak, body
        from event where gemeente = $1 and kind = $2 and stream = $3 and version > $4 order by version");
    // In PostgreSQL a transaction that began writing earlier can commit later: what it may still put before others is not read yet.
    FEED = each("select e.version, e.soort, e.schema, e.at, e.geldig_op, e.door, e.namens, e.rol, e.cmd_id, e.oorzaak, e.body,
            e.position, e.gemeente, e.kind, e.stream, k.wrapped
        from event e
        left join data_key k on k.gemeente = e.gemeente and k.kind = e.kind and k.stream = e.stream
        where e.position > $1 order by e.position limit $2",
        "select e.version, e.soort, e.schema, e.at, e.geldig_op, e.door, e.namens, e.rol, e.cmd_id, e.oorzaak, e.body,
            e.position, e.gemeente, e.kind, e.stream, k.wrapped
        from event e
        left join data_key k on k.gemeente = e.gemeente and k.kind = e.kind and k.stream = e.stream
        where e.position > $1 and e.position < (select i.feed_base from installation i)
            + pg_snapshot_xmin(pg_current_snapshot())::text::bigint * 8192
        order by e.position limit $2");
    ANSWER = both("select request_hash, answer from command where gemeente = $1 and cmd_id = $2");
    DOCUMENT = both("select status, seq, packed_seq from document where gemeente = $1 and document = $2");
    CLIENTS = both("select client, door from document_client where gemeente = $1 and document = $2 order by client");
    SNAPSHOTS = both("select seq, body from document_snapshot where gemeente = $1 and document = $2 order by seq desc");
    LOG_ROWS = both("select seq, door, sessie, at, body, body_sha from document_row
        where gemeente = $1 and document = $2 and seq > $3 order by seq limit $4");
    LOG_CHUNK = both("select seq_first, seq_last, body from document_chunk
        where gemeente = $1 and document = $2 and seq_last > $3 order by seq_first limit 1");
    PROJECTION = both("select position, body from projection where name = $1");
    AUDIT_BY_PERSOON_UP = audit_by_persoon!(">", "asc");
    AUDIT_BY_PERSOON_DOWN = audit_by_persoon!("<", "desc");
    AUDIT_BY_OBJECT_UP = audit_lines!("audit a", "audit a", "a.gemeente = $1 and a.object = $6", "a", ">", "asc");
    AUDIT_BY_OBJECT_DOWN = audit_lines!("audit a", "audit a", "a.gemeente = $1 and a.object = $6", "a", "<", "desc");
    AUDIT_BY_WIE_UP = audit_lines!("audit a", "audit a", "a.gemeente = $1 and a.wie = $7", "a", ">", "asc");
    AUDIT_BY_WIE_DOWN = audit_lines!("audit a", "audit a", "a.gemeente = $1 and a.wie = $7", "a", "<", "desc");
    AUDIT_BY_TIME_UP = audit_lines!("audit a", "audit a", "a.gemeente = $1", "a", ">", "asc");
    AUDIT_BY_TIME_DOWN = audit_lines!("audit a", "audit a", "a.gemeente = $1", "a", "<", "desc");
    HEADS = both("select node, day, link, lines, chain, at, previous, signature from audit_head
        where day > $1 order by day, node limit $2");

    // What never changes.
    STUK = both("select s.body, k.wrapped from stuk s
        left join data_key k on k.gemeente = s.gemeente and k.kind = s.kind and k.stream = s.stream
        where s.gemeente = $1 and s.id = $2 and s.kind = $3 and s.stream = $4");

    // Outbox and answers.
    UNSENT = both("select o.gemeente, o.id, o.kanaal, o.kind, o.stream, o.body, k.wrapped
        from outbox o
        left join data_key k on k.gemeente = o.gemeente and k.kind = o.kind and k.stream = o.stream
        where o.sent_at is null and o.body is not null order by o.n limit $1");
    MARK_SENT = both("update outbox set sent_at = $3, body = null where gemeente = $1 and id = $2 and sent_at is null");
    PRUNE = both("delete from command where (gemeente, cmd_id) in
        (select gemeente, cmd_id from command where at < $1 order by at limit $2)");

    // Erasure.
    ERASE_KEY = both("update data_key set wrapped = null, destroyed_at = $4
        where gemeente = $1 and kind = $2 and stream = $3 and wrapped is not null");
    ERASE_EVENTS = both("update event set body = null where gemeente = $1 and kind = $2 and stream = $3");
    ERASE_ANSWERS = both("update command set answer = null where gemeente = $1 and cmd_id in
        (select cmd_id from event where gemeente = $1 and kind = $2 and stream = $3)");
    ERASE_OUTBOX = both("update outbox set body = null where gemeente = $1 and kind = $2 and stream = $3");
    ERASE_STUKKEN = both("update stuk set body = null where gemeente = $1 and kind = $2 and stream = $3");
    ERASE_ROWS = both("update document_row set body = null where gemeente = $1 and document = $2");
    ERASE_CHUNKS = both("update document_chunk set body = null where gemeente = $1 and document = $2");
    ERASE_SNAPSHOTS = both("delete from document_snapshot where gemeente = $1 and document = $2");
    ERASE_PROJECTIONS = both("delete from projection");
    // Of who follows the feed and has not come so far, what was kept may hold what was erased.
    EMPTY_PROJECTIONS = each("update projection set body = x'', position = $1 where position < $1",
        "update projection set body = '', position = $1 where position < $1");
}

inserts! {
    INSERT_KEYS = each("insert into data_key (gemeente, kind, stream, wrapped, made_at) values ($1, $2, $3, $4, $5)",
        "insert into data_key (gemeente, kind, stream, wrapped, made_at)
        select * from unnest($1::bytea[], $2::text[], $3::bytea[], $4::bytea[], $5::bigint[])"), None;
    INSERT_EVENTS = each("insert into event (position, gemeente, kind, stream, version, soort, schema, at, geldig_op, door,
            namens, rol, cmd_id, oorzaak, body, body_sha, chain)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        "insert into event (position, gemeente, kind, stream, version, soort, schema, at, geldig_op, door,
            namens, rol, cmd_id, oorzaak, body, body_sha, chain)
        select * from unnest($1::bigint[], $2::bytea[], $3::text[], $4::bytea[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[],
            $9::bigint[], $10::bytea[], $11::bytea[], $12::text[], $13::bytea[], $14::bigint[], $15::bytea[], $16::bytea[], $17::bytea[])"), None;
    INSERT_COMMANDS = each("insert into command (gemeente, cmd_id, request_hash, answer, at) values ($1, $2, $3, $4, $5)",
        "insert into command (gemeente, cmd_id, request_hash, answer, at)
        select * from unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bigint[])"), None;
    INSERT_CLAIMS = each("insert into claim (gemeente, scope, key, at) values ($1, $2, $3, $4)",
        "insert into claim (gemeente, scope, key, at) select * from unnest($1::bytea[], $2::text[], $3::bytea[], $4::bigint[])"), None;
    INSERT_OUTBOX = each("insert into outbox (gemeente, id, kanaal, kind, stream, cmd_id, body)
        values ($1, $2, $3, $4, $5, $6, $7)",
        "insert into outbox (gemeente, id, kanaal, kind, stream, cmd_id, body)
        select * from unnest($1::bytea[], $2::bytea[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[])"), None;
    INSERT_STUKKEN = each("insert into stuk (gemeente, id, kind, stream, cmd_id, body, body_sha)
        values ($1, $2, $3, $4, $5, $6, $7)",
        "insert into stuk (gemeente, id, kind, stream, cmd_id, body, body_sha)
        select * from unnest($1::bytea[], $2::bytea[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[])"), None;
    INSERT_AUDIT = each("insert into audit (n, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code, cmd_id, namens, grond,
            doel, systeem, sha)
        values ($1 * 1099511627776 + $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        "insert into audit (node, n, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code, cmd_id, namens, grond,
            doel, systeem, sha)
        select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bigint[], $5::bytea[], $6::text[], $7::bytea[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::bytea[], $13::bytea[], $14::text[], $15::text[], $16::text[], $17::bytea[])"), None;
    INSERT_DOCUMENT_ROWS = each("insert into document_row (gemeente, document, seq, door, sessie, at, body, body_sha, chain)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        "insert into document_row (gemeente, document, seq, door, sessie, at, body, body_sha, chain)
        select * from unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::bytea[], $5::bytea[], $6::bigint[], $7::bytea[], $8::bytea[],
            $9::bytea[])"),
        Some((16, "insert into document_row (gemeente, document, seq, door, sessie, at, body, body_sha, chain)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
            (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
            (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
            (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    INSERT_CLIENTS = each("insert into document_client (gemeente, document, client, door) values ($1, $2, $3, $4)",
        "insert into document_client (gemeente, document, client, door)
        select * from unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::bytea[])"), None;
}
