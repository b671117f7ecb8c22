//! Every statement of the SQLite journal, by name; a test prepares each of them.
//!
//! Sets of keys come in as one JSON array and go through `json_each`, so that a batch asks once for all it touches. Ids in
//! it are hex; `k.key` is the place in the array.

macro_rules! statements {
    ($($name:ident = $text:expr;)+) => {
        $(pub(super) const $name: &str = $text;)+

        /// All of them.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$((stringify!($name), $text)),+];
    };
}

/// The columns of a line of the trail, from `a`.
macro_rules! audit_columns {
    () => {
        "a.n, a.at, a.wie, a.rol, a.sessie, a.handeling, a.object, a.uitkomst, a.code, a.cmd_id, a.namens, a.grond, a.doel, a.systeem,
            (select group_concat(hex(persoon), '') from (select s.persoon from audit_betrokkene s where s.n = a.n order by s.persoon))"
    };
}

/// Lines of the trail by one of the ways in, the one that the index is for; the rest of what was asked is held against each. Bound:
/// 1 municipality, 2 from, 3 until, 4 at most, 5 person, 6 object, 7 who, 8 act, 9 outcome, 10 and 11 the place to go on from.
macro_rules! audit_lines {
    ($from:literal, $by:literal, $at:literal, $beyond:literal, $order:literal) => {
        concat!(
            "select ", audit_columns!(), ", (select l.node from audit_link l where l.n_first <= a.n order by l.n_first desc limit 1)
            from ", $from, " where ", $by, " and ", $at, ".at >= ?2 and ", $at, ".at < ?3
            and (?10 is null or (", $at, ".at, ", $at, ".n) ", $beyond, " (?10, ?11))
            and (?5 is null or exists (select 1 from audit_betrokkene p where p.gemeente = ?1 and p.persoon = ?5 and p.at = a.at and p.n = a.n))
            and (?6 is null or a.object = ?6) and (?7 is null or a.wie = ?7)
            and (?8 is null or a.handeling = ?8) and (?9 is null or a.uitkomst = ?9)
            order by ", $at, ".at ", $order, ", ", $at, ".n ", $order, " limit ?4"
        )
    };
}

statements! {
    // What a batch touches.
    FACTS_ENDS = "select coalesce((select max(position) from event), 0), coalesce((select max(n) from audit), 0)";
    FACTS_AUDIT_END = "select link, chain from audit_link order by link desc limit 1";
    FACTS_HEAD = "select day, signature from audit_head where node = ?1 order by day desc limit 1";
    FACTS_STREAMS = "select k.key, h.version, h.chain, d.stream is not null, d.wrapped
        from json_each(?1) k
        left join data_key d on d.gemeente = unhex(k.value ->> 0) and d.kind = k.value ->> 1
            and d.stream = unhex(k.value ->> 2)
        left join stream_head h on h.gemeente = unhex(k.value ->> 0) and h.kind = k.value ->> 1
            and h.stream = unhex(k.value ->> 2)";
    FACTS_COMMANDS = "select k.key, c.request_hash, c.answer
        from json_each(?1) k
        cross join command c on c.gemeente = unhex(k.value ->> 0) and c.cmd_id = unhex(k.value ->> 1)";
    FACTS_CLAIMS = "select k.key
        from json_each(?1) k
        cross join claim c on c.gemeente = unhex(k.value ->> 0) and c.scope = k.value ->> 1
            and c.key = unhex(k.value ->> 2)";
    FACTS_DOCUMENTS = "select k.key, d.status, d.seq, d.chain, d.snapshot_seq, d.older_seq, d.packed_seq
        from json_each(?1) k
        cross join document d on d.gemeente = unhex(k.value ->> 0) and d.document = unhex(k.value ->> 1)";
    FACTS_CLIENTS = "select k.key, c.door
        from json_each(?1) k
        cross join document_client c on c.gemeente = unhex(k.value ->> 0) and c.document = unhex(k.value ->> 1)
            and c.client = k.value ->> 2";
    FACTS_PROJECTION = "select position from projection where name = ?1";

    // What a batch writes.
    INSERT_KEY = "insert into data_key (gemeente, kind, stream, wrapped, made_at) values (?1, ?2, ?3, ?4, ?5)";
    INSERT_EVENT = "insert into event (position, gemeente, kind, stream, version, soort, schema, at, geldig_op, door,
            namens, rol, cmd_id, oorzaak, body, body_sha, chain)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
    INSERT_COMMAND = "insert into command (gemeente, cmd_id, request_hash, answer, at) values (?1, ?2, ?3, ?4, ?5)";
    INSERT_CLAIM = "insert into claim (gemeente, scope, key, at) values (?1, ?2, ?3, ?4)";
    INSERT_OUTBOX = "insert into outbox (gemeente, id, kanaal, kind, stream, cmd_id, body)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    INSERT_STUK = "insert into stuk (gemeente, id, kind, stream, cmd_id, body, body_sha)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    INSERT_AUDIT = "insert into audit (n, gemeente, at, wie, rol, sessie, handeling, object, uitkomst, code, cmd_id, namens, grond,
            doel, systeem, sha)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
    INSERT_BETROKKENEN = "insert into audit_betrokkene (gemeente, persoon, at, n)
        select unhex(k.value ->> 0), unhex(k.value ->> 1), k.value ->> 2, k.value ->> 3 from json_each(?1) k";
    INSERT_AUDIT_LINK = "insert into audit_link (link, node, n_first, n_last, position, chain, versie)
        values (?1, ?2, ?3, ?4, ?5, ?6, 2)";
    INSERT_AUDIT_HEAD = "insert into audit_head (node, day, link, lines, chain, at, previous, signature)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    INSERT_DOCUMENT_ROW = "insert into document_row (gemeente, document, seq, door, sessie, at, body, body_sha, chain)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    INSERT_DOCUMENT_ROWS = "insert into document_row (gemeente, document, seq, door, sessie, at, body, body_sha, chain)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
            (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
            (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
            (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    INSERT_CLIENT = "insert into document_client (gemeente, document, client, door) values (?1, ?2, ?3, ?4)";
    INSERT_SNAPSHOT = "insert into document_snapshot (gemeente, document, seq, body, body_sha)
        values (?1, ?2, ?3, ?4, ?5)";
    DELETE_SNAPSHOTS = "delete from document_snapshot where gemeente = ?1 and document = ?2 and seq < ?3";
    PUT_PROJECTION = "insert into projection (name, position, body) values (?1, ?2, ?3)
        on conflict (name) do update set position = excluded.position, body = excluded.body";
    PUT_HEADS = "insert into stream_head (gemeente, kind, stream, version, chain)
        select unhex(k.value ->> 0), k.value ->> 1, unhex(k.value ->> 2), k.value ->> 3, unhex(k.value ->> 4)
        from json_each(?1) k where true
        on conflict (gemeente, kind, stream) do update set version = excluded.version, chain = excluded.chain";
    PUT_DOCUMENTS = "insert into document (gemeente, document, status, seq, chain, snapshot_seq, older_seq, packed_seq)
        select unhex(k.value ->> 0), unhex(k.value ->> 1), k.value ->> 2, k.value ->> 3, unhex(k.value ->> 4),
            k.value ->> 5, k.value ->> 6, k.value ->> 7
        from json_each(?1) k where true
        on conflict (gemeente, document) do update set status = excluded.status, seq = excluded.seq,
            chain = excluded.chain, snapshot_seq = excluded.snapshot_seq, older_seq = excluded.older_seq,
            packed_seq = excluded.packed_seq";

    // Concepten.
    FACTS_CONCEPTEN = "select k.key, c.soort, c.onderwerp, c.versie, c.verloopt_op
        from json_each(?1) k
        cross join concept c on c.gemeente = unhex(k.value ->> 0) and c.medewerker = unhex(k.value ->> 1)";
    PUT_CONCEPT = "insert into concept (gemeente, medewerker, soort, onderwerp, versie, sessie, at, verloopt_op, body)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        on conflict (gemeente, medewerker, soort, onderwerp) do update set versie = excluded.versie,
            sessie = excluded.sessie, at = excluded.at, verloopt_op = excluded.verloopt_op, body = excluded.body";
    DELETE_CONCEPT_PERSONEN = "delete from concept_persoon
        where gemeente = ?1 and medewerker = ?2 and soort = ?3 and onderwerp = ?4";
    INSERT_CONCEPT_PERSONEN = "insert into concept_persoon (gemeente, persoon, medewerker, soort, onderwerp)
        select distinct ?1, unhex(k.value), ?2, ?3, ?4 from json_each(?5) k";
    DELETE_CONCEPT = "delete from concept
        where gemeente = ?1 and medewerker = ?2 and soort = ?3 and onderwerp = ?4 and versie = ?5";
    DELETE_VERLOPEN = "delete from concept where (gemeente, medewerker, soort, onderwerp) in
        (select gemeente, medewerker, soort, onderwerp from concept where verloopt_op <= ?1 order by verloopt_op limit ?2)";
    CONCEPT = "select versie, sessie, at, verloopt_op, body from concept
        where gemeente = ?1 and medewerker = ?2 and soort = ?3 and onderwerp = ?4 and verloopt_op > ?5";
    CONCEPT_PERSONEN = "select persoon from concept_persoon
        where gemeente = ?1 and medewerker = ?2 and soort = ?3 and onderwerp = ?4 order by persoon";
    ERASE_CONCEPTEN = "delete from concept where gemeente = ?1 and (onderwerp = ?2
        or (medewerker, soort, onderwerp) in
            (select medewerker, soort, onderwerp from concept_persoon where gemeente = ?1 and persoon = ?2))";

    // Packing.
    PACK_SIZES = "select seq, length(body) from document_row
        where gemeente = ?1 and document = ?2 and seq > ?3 and seq <= ?4 order by seq limit ?5";
    PACK_CHAIN = "select chain from document_row where gemeente = ?1 and document = ?2 and seq = ?3
        union all select chain from document_chunk where gemeente = ?1 and document = ?2 and seq_last = ?3";
    INSERT_CHUNK = "insert into document_chunk (gemeente, document, seq_first, seq_last, body, body_sha, chain_before,
            chain)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    READ_CHUNK = "select body from document_chunk where gemeente = ?1 and document = ?2 and seq_first = ?3";
    DELETE_PACKED = "delete from document_row where gemeente = ?1 and document = ?2 and seq >= ?3 and seq <= ?4";

    // Reading.
    KEY = "select wrapped from data_key where gemeente = ?1 and kind = ?2 and stream = ?3";
    LOAD = "select version, soort, schema, at, geldig_op, door, namens, rol, cmd_id, oorzaak, body
        from event where gemeente = ?1 and kind = ?2 and stream = ?3 and version > ?4 order by version";
    FEED = "select e.version, e.soort, e.schema, e.at, e.geldig_op, e.door, e.namens, e.rol, e.cmd_id, e.oorzaak, e.body,
            e.position, e.gemeente, e.kind, e.stream, k.wrapped
        from event e
        left join data_key k on k.gemeente = e.gemeente and k.kind = e.kind and k.stream = e.stream
        where e.position > ?1 order by e.position limit ?2";
    ANSWER = "select request_hash, answer from command where gemeente = ?1 and cmd_id = ?2";
    DOCUMENT = "select status, seq, packed_seq from document where gemeente = ?1 and document = ?2";
    CLIENTS = "select client, door from document_client where gemeente = ?1 and document = ?2 order by client";
    SNAPSHOTS = "select seq, body from document_snapshot where gemeente = ?1 and document = ?2 order by seq desc";
    LOG_ROWS = "select seq, door, sessie, at, body, body_sha from document_row
        where gemeente = ?1 and document = ?2 and seq > ?3 order by seq limit ?4";
    LOG_CHUNK = "select seq_first, seq_last, body from document_chunk
        where gemeente = ?1 and document = ?2 and seq_last > ?3 order by seq_first limit 1";
    PROJECTION = "select position, body from projection where name = ?1";
    AUDIT_BY_PERSOON_UP = audit_lines!("audit_betrokkene b join audit a on a.n = b.n", "b.gemeente = ?1 and b.persoon = ?5", "b", ">", "asc");
    AUDIT_BY_PERSOON_DOWN = audit_lines!("audit_betrokkene b join audit a on a.n = b.n", "b.gemeente = ?1 and b.persoon = ?5", "b", "<", "desc");
    AUDIT_BY_OBJECT_UP = audit_lines!("audit a", "a.gemeente = ?1 and a.object = ?6", "a", ">", "asc");
    AUDIT_BY_OBJECT_DOWN = audit_lines!("audit a", "a.gemeente = ?1 and a.object = ?6", "a", "<", "desc");
    AUDIT_BY_WIE_UP = audit_lines!("audit a", "a.gemeente = ?1 and a.wie = ?7", "a", ">", "asc");
    AUDIT_BY_WIE_DOWN = audit_lines!("audit a", "a.gemeente = ?1 and a.wie = ?7", "a", "<", "desc");
    AUDIT_BY_TIME_UP = audit_lines!("audit a", "a.gemeente = ?1", "a", ">", "asc");
    AUDIT_BY_TIME_DOWN = audit_lines!("audit a", "a.gemeente = ?1", "a", "<", "desc");
    HEADS = "select node, day, link, lines, chain, at, previous, signature from audit_head
        where day > ?1 order by day, node limit ?2";
    STATISTICS = "select (select max(version) from _sqlx_migrations), (select count(*) from event),
            (select count(*) from stream_head), (select count(*) from document),
            (select coalesce(sum(seq), 0) from document), (select count(*) from audit),
            (select count(*) from outbox where sent_at is null), (select count(*) from concept),
            (select page_count * page_size from pragma_page_count(), pragma_page_size())";

    // What never changes.
    STUK = "select s.body, k.wrapped from stuk s
        left join data_key k on k.gemeente = s.gemeente and k.kind = s.kind and k.stream = s.stream
        where s.gemeente = ?1 and s.id = ?2 and s.kind = ?3 and s.stream = ?4";

    // Outbox and answers.
    UNSENT = "select o.gemeente, o.id, o.kanaal, o.kind, o.stream, o.body, k.wrapped
        from outbox o
        left join data_key k on k.gemeente = o.gemeente and k.kind = o.kind and k.stream = o.stream
        where o.sent_at is null and o.body is not null order by o.n limit ?1";
    MARK_SENT = "update outbox set sent_at = ?3, body = null where gemeente = ?1 and id = ?2 and sent_at is null";
    PRUNE = "delete from command where (gemeente, cmd_id) in
        (select gemeente, cmd_id from command where at < ?1 order by at limit ?2)";

    // Erasure.
    ERASE_KEY = "update data_key set wrapped = null, destroyed_at = ?4
        where gemeente = ?1 and kind = ?2 and stream = ?3 and wrapped is not null";
    ERASE_EVENTS = "update event set body = null where gemeente = ?1 and kind = ?2 and stream = ?3";
    ERASE_ANSWERS = "update command set answer = null where gemeente = ?1 and cmd_id in
        (select cmd_id from event where gemeente = ?1 and kind = ?2 and stream = ?3)";
    ERASE_OUTBOX = "update outbox set body = null where gemeente = ?1 and kind = ?2 and stream = ?3";
    ERASE_STUKKEN = "update stuk set body = null where gemeente = ?1 and kind = ?2 and stream = ?3";
    ERASE_ROWS = "update document_row set body = null where gemeente = ?1 and document = ?2";
    ERASE_CHUNKS = "update document_chunk set body = null where gemeente = ?1 and document = ?2";
    ERASE_SNAPSHOTS = "delete from document_snapshot where gemeente = ?1 and document = ?2";
    ERASE_PROJECTIONS = "delete from projection";
    // Of who follows the feed and has not come so far, what was kept may hold what was erased.
    EMPTY_PROJECTIONS = "update projection set body = x'', position = ?1 where position < ?1";

    // As the connections are opened with (`open::BUSY`).
    BUSY_TIMEOUT = "pragma busy_timeout = 5000";

    // Verification.
    VERIFY_CONCEPTEN = "select gemeente, medewerker, soort, onderwerp, versie, sessie, at, verloopt_op, body from concept
        where (gemeente, medewerker, soort, onderwerp) > (?1, ?2, ?3, ?4)
        order by gemeente, medewerker, soort, onderwerp limit ?5";
    VERIFY_STUKKEN = "select s.gemeente, s.id, s.kind, s.stream, s.body, s.body_sha, k.wrapped from stuk s
        left join data_key k on k.gemeente = s.gemeente and k.kind = s.kind and k.stream = s.stream
        where (s.gemeente, s.id) > (?1, ?2) order by s.gemeente, s.id limit ?3";
    VERIFY_KEYS = "select gemeente, kind, stream, wrapped from data_key
        where (gemeente, kind, stream) > (?1, ?2, ?3) order by gemeente, kind, stream limit ?4";
    VERIFY_EVENTS = "select version, soort, schema, at, geldig_op, door, namens, rol, cmd_id, oorzaak, body, position,
            gemeente, kind, stream, body_sha, chain
        from event where (gemeente, kind, stream, version) > (?1, ?2, ?3, ?4)
        order by gemeente, kind, stream, version limit ?5";
    VERIFY_HEADS = "select h.gemeente, h.kind, h.stream, h.version, h.chain, e.chain,
            (select max(version) from event m
                where m.gemeente = h.gemeente and m.kind = h.kind and m.stream = h.stream)
        from stream_head h
        left join event e on e.gemeente = h.gemeente and e.kind = h.kind and e.stream = h.stream
            and e.version = h.version
        where (h.gemeente, h.kind, h.stream) > (?1, ?2, ?3) order by h.gemeente, h.kind, h.stream limit ?4";
    VERIFY_HEADLESS = "select e.gemeente, e.kind, e.stream from event e
        left join stream_head h on h.gemeente = e.gemeente and h.kind = e.kind and h.stream = e.stream
        where e.version = 1 and h.stream is null limit 1";
    VERIFY_GAP = "select position from (select position, lag(position, 1, 0) over (order by position) as before from event)
        where position <> before + 1 limit 1";
    VERIFY_DOCUMENTS = "select gemeente, document, seq, chain, packed_seq from document
        where (gemeente, document) > (?1, ?2) order by gemeente, document limit ?3";
    VERIFY_CHUNKS = "select seq_first, seq_last, body, body_sha, chain_before, chain from document_chunk
        where gemeente = ?1 and document = ?2 and seq_first > ?3 order by seq_first limit 1";
    VERIFY_ROWS = "select seq, door, sessie, at, body, body_sha, chain from document_row
        where gemeente = ?1 and document = ?2 and seq > ?3 order by seq limit ?4";
    VERIFY_SNAPSHOTS = "select seq, body, body_sha from document_snapshot where gemeente = ?1 and document = ?2 order by seq";
    VERIFY_ORPHANS = "select 'document_row', gemeente, document from document_row
        where (gemeente, document) not in (select gemeente, document from document)
        union all select 'document_chunk', gemeente, document from document_chunk
        where (gemeente, document) not in (select gemeente, document from document) limit 1";
    VERIFY_LINKS = "select link, node, n_first, n_last, chain, position, versie from audit_link
        where link > ?1 order by link limit ?2";
    VERIFY_AUDIT = concat!("select ", audit_columns!(), ", a.gemeente, a.sha,
            (select group_concat(distinct iif(s.gemeente is a.gemeente and s.at is a.at, '', 'x')) from audit_betrokkene s where s.n = a.n)
        from audit a where a.n >= ?1 and a.n <= ?2 order by a.n");
    VERIFY_LOOSE_LINES = "select n from audit where n > ?1 and n < ?2 order by n limit ?3";
    VERIFY_LOOSE_BETROKKENEN = "select distinct b.n from audit_betrokkene b left join audit a on a.n = b.n
        where a.n is null order by b.n limit ?1";
    VERIFY_FEED_END = "select coalesce((select max(position) from event), 0)";
    VERIFY_HEADS_SIGNED = "select node, day, link, lines, chain, at, previous, signature from audit_head order by node, day";
    VERIFY_TRIGGERS = "select count(*) from sqlite_schema where type = 'trigger'";
    INTEGRITY = "pragma integrity_check(1)";

    // Export: one JSON object a row. Snapshots and projections are left out, the rest makes them again.
    EXPORT_INSTALLATION = "select json_object('id', id, 'epoch', iif(epoch is null, null, lower(hex(epoch))),
            'key_check', iif(key_check is null, null, lower(hex(key_check))), 'made_at', made_at)
        from installation order by id";
    EXPORT_DATA_KEY = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))), 'kind', kind,
            'stream', iif(stream is null, null, lower(hex(stream))),
            'wrapped', iif(wrapped is null, null, lower(hex(wrapped))), 'made_at', made_at,
            'destroyed_at', destroyed_at)
        from data_key order by gemeente, kind, stream";
    EXPORT_STREAM_HEAD = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))), 'kind', kind,
            'stream', iif(stream is null, null, lower(hex(stream))), 'version', version,
            'chain', iif(chain is null, null, lower(hex(chain))))
        from stream_head order by gemeente, kind, stream";
    EXPORT_EVENT = "select json_object('position', position, 'gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'kind', kind, 'stream', iif(stream is null, null, lower(hex(stream))),
            'version', version, 'soort', soort, 'schema', schema, 'at', at,
            'geldig_op', geldig_op, 'door', iif(door is null, null, lower(hex(door))),
            'namens', iif(namens is null, null, lower(hex(namens))), 'rol', rol,
            'cmd_id', iif(cmd_id is null, null, lower(hex(cmd_id))), 'oorzaak', oorzaak,
            'body', iif(body is null, null, lower(hex(body))),
            'body_sha', iif(body_sha is null, null, lower(hex(body_sha))),
            'chain', iif(chain is null, null, lower(hex(chain))))
        from event order by position";
    EXPORT_COMMAND = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'cmd_id', iif(cmd_id is null, null, lower(hex(cmd_id))),
            'request_hash', iif(request_hash is null, null, lower(hex(request_hash))),
            'answer', iif(answer is null, null, lower(hex(answer))), 'at', at)
        from command order by gemeente, cmd_id";
    EXPORT_CLAIM = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))), 'scope', scope,
            'key', iif(key is null, null, lower(hex(key))), 'at', at)
        from claim order by gemeente, scope, key";
    EXPORT_DOCUMENT = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'document', iif(document is null, null, lower(hex(document))), 'status', status,
            'seq', seq, 'chain', iif(chain is null, null, lower(hex(chain))),
            'snapshot_seq', snapshot_seq, 'older_seq', older_seq, 'packed_seq', packed_seq)
        from document order by gemeente, document";
    EXPORT_DOCUMENT_ROW = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'document', iif(document is null, null, lower(hex(document))), 'seq', seq,
            'door', iif(door is null, null, lower(hex(door))),
            'sessie', iif(sessie is null, null, lower(hex(sessie))), 'at', at,
            'body', iif(body is null, null, lower(hex(body))),
            'body_sha', iif(body_sha is null, null, lower(hex(body_sha))),
            'chain', iif(chain is null, null, lower(hex(chain))))
        from document_row order by gemeente, document, seq";
    EXPORT_DOCUMENT_CHUNK = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'document', iif(document is null, null, lower(hex(document))),
            'seq_first', seq_first, 'seq_last', seq_last,
            'body', iif(body is null, null, lower(hex(body))),
            'body_sha', iif(body_sha is null, null, lower(hex(body_sha))),
            'chain_before', iif(chain_before is null, null, lower(hex(chain_before))),
            'chain', iif(chain is null, null, lower(hex(chain))))
        from document_chunk order by gemeente, document, seq_first";
    EXPORT_DOCUMENT_CLIENT = "select json_object('gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'document', iif(document is null, null, lower(hex(document))), 'client', client,
            'door', iif(door is null, null, lower(hex(door))))
        from document_client order by gemeente, document, client";
    EXPORT_CONCEPT = "select json_object('gemeente', lower(hex(gemeente)), 'medewerker', lower(hex(medewerker)), 'soort', soort,
            'onderwerp', lower(hex(onderwerp)), 'versie', versie, 'sessie', lower(hex(sessie)), 'at', at,
            'verloopt_op', verloopt_op, 'body', lower(hex(body)))
        from concept order by gemeente, medewerker, soort, onderwerp";
    EXPORT_CONCEPT_PERSOON = "select json_object('gemeente', lower(hex(gemeente)), 'persoon', lower(hex(persoon)),
            'medewerker', lower(hex(medewerker)), 'soort', soort, 'onderwerp', lower(hex(onderwerp)))
        from concept_persoon order by gemeente, persoon, medewerker, soort, onderwerp";
    EXPORT_STUK = "select json_object('gemeente', lower(hex(gemeente)), 'id', lower(hex(id)), 'kind', kind,
            'stream', lower(hex(stream)), 'cmd_id', lower(hex(cmd_id)),
            'body', iif(body is null, null, lower(hex(body))), 'body_sha', lower(hex(body_sha)))
        from stuk order by gemeente, id";
    EXPORT_OUTBOX = "select json_object('n', n, 'gemeente', iif(gemeente is null, null, lower(hex(gemeente))),
            'id', iif(id is null, null, lower(hex(id))), 'kanaal', kanaal, 'kind', kind,
            'stream', iif(stream is null, null, lower(hex(stream))),
            'cmd_id', iif(cmd_id is null, null, lower(hex(cmd_id))),
            'body', iif(body is null, null, lower(hex(body))), 'sent_at', sent_at)
        from outbox order by n";
    EXPORT_AUDIT = "select json_object('n', n, 'gemeente', iif(gemeente is null, null, lower(hex(gemeente))), 'at', at,
            'wie', iif(wie is null, null, lower(hex(wie))), 'rol', rol,
            'sessie', iif(sessie is null, null, lower(hex(sessie))), 'handeling', handeling,
            'object', object, 'uitkomst', uitkomst, 'code', code,
            'cmd_id', iif(cmd_id is null, null, lower(hex(cmd_id))),
            'namens', iif(namens is null, null, lower(hex(namens))), 'grond', grond, 'doel', doel, 'systeem', systeem,
            'sha', iif(sha is null, null, lower(hex(sha))))
        from audit order by n";
    EXPORT_AUDIT_BETROKKENE = "select json_object('n', n, 'gemeente', lower(hex(gemeente)), 'at', at, 'persoon', lower(hex(persoon)))
        from audit_betrokkene order by n, persoon";
    EXPORT_AUDIT_LINK = "select json_object('link', link, 'node', node, 'n_first', n_first, 'n_last', n_last,
            'position', position, 'versie', versie, 'chain', iif(chain is null, null, lower(hex(chain))))
        from audit_link order by link";
    EXPORT_AUDIT_HEAD = "select json_object('node', node, 'day', day, 'link', link, 'lines', lines,
            'chain', iif(chain is null, null, lower(hex(chain))), 'at', at,
            'previous', iif(previous is null, null, lower(hex(previous))),
            'signature', iif(signature is null, null, lower(hex(signature))))
        from audit_head order by node, day";
}

/// The tables of an export, each with its statement.
pub(super) const EXPORT: &[(&str, &str)] = &[
    ("installation", EXPORT_INSTALLATION),
    ("data_key", EXPORT_DATA_KEY),
    ("stream_head", EXPORT_STREAM_HEAD),
    ("event", EXPORT_EVENT),
    ("command", EXPORT_COMMAND),
    ("claim", EXPORT_CLAIM),
    ("document", EXPORT_DOCUMENT),
    ("document_row", EXPORT_DOCUMENT_ROW),
    ("document_chunk", EXPORT_DOCUMENT_CHUNK),
    ("document_client", EXPORT_DOCUMENT_CLIENT),
    ("concept", EXPORT_CONCEPT),
    ("concept_persoon", EXPORT_CONCEPT_PERSOON),
    ("stuk", EXPORT_STUK),
    ("outbox", EXPORT_OUTBOX),
    ("audit", EXPORT_AUDIT),
    ("audit_betrokkene", EXPORT_AUDIT_BETROKKENE),
    ("audit_link", EXPORT_AUDIT_LINK),
    ("audit_head", EXPORT_AUDIT_HEAD),
];
