//! What a verification asks. Each question has an end: a page of rows, or the first that is wrong.

use crate::store::tables::sql::{audit_columns, audit_columns_postgres, both, each, statements};

statements! {
    VERIFY_KEYS = both("select gemeente, kind, stream, wrapped from data_key
        where (gemeente, kind, stream) > ($1, $2, $3) order by gemeente, kind, stream limit $4");
    // A key that nothing was ever closed under is never made.
    VERIFY_KEYS_ALONE = both("select d.gemeente, d.kind, d.stream from data_key d
        where not exists (select 1 from stream_head h where h.gemeente = d.gemeente and h.kind = d.kind and h.stream = d.stream)
        and not (d.kind = 'document' and exists (select 1 from document t where t.gemeente = d.gemeente and t.document = d.stream))
        and not exists (select 1 from outbox o where o.gemeente = d.gemeente and o.kind = d.kind and o.stream = d.stream)
        and not exists (select 1 from stuk s where s.gemeente = d.gemeente and s.kind = d.kind and s.stream = d.stream) limit 1");
    VERIFY_CONCEPTEN = both("select gemeente, medewerker, soort, onderwerp, versie, sessie, at, verloopt_op, body from concept
        where (gemeente, medewerker, soort, onderwerp) > ($1, $2, $3, $4)
        order by gemeente, medewerker, soort, onderwerp limit $5");
    VERIFY_STUKKEN = both("select s.gemeente, s.id, s.kind, s.stream, s.body, s.body_sha, k.wrapped from stuk s
        left join data_key k on k.gemeente = s.gemeente and k.kind = s.kind and k.stream = s.stream
        where (s.gemeente, s.id) > ($1, $2) order by s.gemeente, s.id limit $3");
    VERIFY_EVENTS = both("select version, soort, schema, at, geldig_op, door, namens, rol, cmd_id, oorzaak, body, position,
            gemeente, kind, stream, body_sha, chain
        from event where (gemeente, kind, stream, version) > ($1, $2, $3, $4)
        order by gemeente, kind, stream, version limit $5");
    VERIFY_POSITIONS = both("select position from event where position > $1 order by position limit $2");
    VERIFY_HEADS = both("select h.gemeente, h.kind, h.stream, h.version, h.chain, e.chain,
            (select max(version) from event m
                where m.gemeente = h.gemeente and m.kind = h.kind and m.stream = h.stream)
        from stream_head h
        left join event e on e.gemeente = h.gemeente and e.kind = h.kind and e.stream = h.stream
            and e.version = h.version
        where (h.gemeente, h.kind, h.stream) > ($1, $2, $3) order by h.gemeente, h.kind, h.stream limit $4");
    VERIFY_HEADLESS = both("select e.gemeente, e.kind, e.stream from event e
        left join stream_head h on h.gemeente = e.gemeente and h.kind = e.kind and h.stream = e.stream
        where e.version = 1 and h.stream is null limit 1");
    VERIFY_DOCUMENTS = both("select gemeente, document, seq, chain, packed_seq from document
        where (gemeente, document) > ($1, $2) order by gemeente, document limit $3");
    VERIFY_CHUNKS = both("select seq_first, seq_last, body, body_sha, chain_before, chain from document_chunk
        where gemeente = $1 and document = $2 and seq_first > $3 order by seq_first limit 1");
    VERIFY_ROWS = both("select seq, door, sessie, at, body, body_sha, chain from document_row
        where gemeente = $1 and document = $2 and seq > $3 order by seq limit $4");
    VERIFY_SNAPSHOTS = both("select seq, body, body_sha from document_snapshot where gemeente = $1 and document = $2 order by seq");
    VERIFY_ORPHANS = both("select r.document from document_row r
        where not exists (select 1 from document d where d.gemeente = r.gemeente and d.document = r.document)
        union all select c.document from document_chunk c
        where not exists (select 1 from document d where d.gemeente = c.gemeente and d.document = c.document) limit 1");

    // The trail, chain by chain: in a file each chain has 2^40 numbers, in PostgreSQL it is that of a node.
    NEXT_CHAIN = each("select min(c) from (select min(link) / 1099511627776 as c from audit_link where link >= $1 * 1099511627776
            union all select min(n) / 1099511627776 from audit where n >= $1 * 1099511627776
            union all select min(n) / 1099511627776 from audit_betrokkene where n >= $1 * 1099511627776)",
        "select min(c) from (select min(node) as c from audit_link where node >= $1
            union all select min(node) from audit where node >= $1
            union all select min(node) from audit_betrokkene where node >= $1) k");
    CHAIN_END = each("select node, link % 1099511627776, n_last % 1099511627776, chain from audit_link
        where link >= $1 * 1099511627776 and link < ($1 + 1) * 1099511627776 order by link desc limit 1",
        "select d.name, l.link, l.n_last, l.chain from audit_link l join node d on d.nr = l.node
        where l.node = $1 order by l.link desc limit 1");
    VERIFY_LINKS = each("select link % 1099511627776, node, n_first % 1099511627776, n_last % 1099511627776, chain, position, versie,
            position = 0 or exists (select 1 from event e where e.position = audit_link.position)
        from audit_link where link > $1 * 1099511627776 + $2 and link < ($1 + 1) * 1099511627776 order by link limit $3",
        "select l.link, coalesce(l.naam, d.name, ''), l.n_first, l.n_last, l.chain, l.position, l.versie,
            l.position = 0 or exists (select 1 from event e where e.position = l.position)
        from audit_link l left join node d on d.nr = l.node where l.node = $1 and l.link > $2 order by l.link limit $3");
    VERIFY_AUDIT = each(concat!("select ", audit_columns!(), ", a.gemeente, a.sha,
            not exists (select 1 from audit_betrokkene s where s.n = a.n and not (s.gemeente = a.gemeente and s.at = a.at))
        from audit a where a.n >= $1 * 1099511627776 + $2 and a.n <= $1 * 1099511627776 + $3 order by a.n"),
        concat!("select ", audit_columns_postgres!(), ", a.gemeente, a.sha,
            not exists (select 1 from audit_betrokkene s where s.node = a.node and s.n = a.n and not (s.gemeente = a.gemeente and s.at = a.at))
        from audit a where a.node = $1 and a.n >= $2 and a.n <= $3 order by a.n"));
    VERIFY_LOOSE_LINES = each("select n % 1099511627776 from audit
        where n > $1 * 1099511627776 + $2 and n < $1 * 1099511627776 + $3 order by n limit $4",
        "select n from audit where node = $1 and n > $2 and n < $3 order by n limit $4");
    VERIFY_LOOSE_BETROKKENEN = each("select distinct b.n % 1099511627776 from audit_betrokkene b left join audit a on a.n = b.n
        where b.n >= $1 * 1099511627776 and b.n < ($1 + 1) * 1099511627776 and a.n is null order by 1 limit $2",
        "select distinct b.n from audit_betrokkene b left join audit a on a.node = b.node and a.n = b.n
        where b.node = $1 and a.n is null order by b.n limit $2");
    VERIFY_HEADS_SIGNED = both("select node, day, link, lines, chain, at, previous, signature from audit_head order by node, day");

    // In PostgreSQL one can be there and do nothing.
    VERIFY_TRIGGERS = each("select count(*) from sqlite_schema where type = 'trigger'",
        "select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal and t.tgenabled in ('O', 'A')");
}
