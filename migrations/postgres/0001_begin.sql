-- The journal. What is written here is never changed in place: triggers refuse it, chains show it.
-- Plain columns hold who, when and what kind; everything a person said or is stands in an encrypted `body`.

create function refuse() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0] using errcode = 'integrity_constraint_violation';
end $$;

-- One row: which history this is, and a check that the installation key is the right one.
create table installation (
    id         bigint primary key check (id = 1),
    epoch      bytea not null check (length(epoch) = 16),
    key_check  bytea not null check (length(key_check) = 32),
    made_at    bigint not null,
    -- A place on the feed is this, plus 8192 for each transaction of the cluster up to its own, plus which event of its transaction it is.
    feed_base  bigint not null default 0,
    -- The cluster whose transactions are counted. In another one they begin anew.
    cluster    bigint not null
);

-- Who writes: each node chains its own lines of the trail.
create table node (
    nr   bigint primary key check (nr between 1 and 1023),
    name text collate "C" not null unique
);

create trigger node_kept before delete on node for each row
execute function refuse('node: rows are kept');
create trigger node_fixed before update on node for each row
execute function refuse('node: a node keeps its number');

-- A data key per stream, wrapped by the installation key. Erasure empties `wrapped` and nothing else can.
create table data_key (
    gemeente     bytea not null check (length(gemeente) = 16),
    kind         text collate "C" not null,
    stream       bytea not null check (length(stream) = 16),
    wrapped      bytea,
    made_at      bigint not null,
    destroyed_at bigint,
    primary key (gemeente, kind, stream),
    check ((wrapped is null) = (destroyed_at is not null))
);

create trigger data_key_kept before delete on data_key for each row
execute function refuse('data_key: rows are kept');
create trigger data_key_only_destroyed before update on data_key for each row
when (not (new.wrapped is null and old.wrapped is not null
    and new.gemeente = old.gemeente and new.kind = old.kind and new.stream = old.stream and new.made_at = old.made_at))
execute function refuse('data_key: a key is only ever destroyed');

-- Where each stream stands: the fence of every append, and the end of its chain.
create table stream_head (
    gemeente bytea not null check (length(gemeente) = 16),
    kind     text collate "C" not null,
    stream   bytea not null check (length(stream) = 16),
    version  bigint not null check (version > 0),
    chain    bytea not null check (length(chain) = 32),
    primary key (gemeente, kind, stream)
);

create trigger stream_head_kept before delete on stream_head for each row
execute function refuse('stream_head: rows are kept');
create trigger stream_head_rises before update on stream_head for each row
when (new.version <= old.version)
execute function refuse('stream_head: a version only rises');

create table event (
    position  bigint primary key,
    gemeente  bytea not null check (length(gemeente) = 16),
    kind      text collate "C" not null,
    stream    bytea not null check (length(stream) = 16),
    version   bigint not null check (version > 0),
    soort     text collate "C" not null,
    schema    bigint not null,
    at        bigint not null,
    geldig_op bigint,
    door      bytea,
    namens    bytea,
    rol       text collate "C",
    cmd_id    bytea not null,
    oorzaak   bigint,
    body      bytea,
    body_sha  bytea not null check (length(body_sha) = 32),
    chain     bytea not null check (length(chain) = 32),
    unique (gemeente, kind, stream, version)
);

create trigger event_kept before delete on event for each row
execute function refuse('event: rows are kept');
create trigger event_only_erased before update on event for each row
when (not (new.body is null
    and new.position is not distinct from old.position and new.gemeente is not distinct from old.gemeente and new.kind is not distinct from old.kind
    and new.stream is not distinct from old.stream and new.version is not distinct from old.version and new.soort is not distinct from old.soort
    and new.schema is not distinct from old.schema and new.at is not distinct from old.at and new.geldig_op is not distinct from old.geldig_op
    and new.door is not distinct from old.door and new.namens is not distinct from old.namens and new.rol is not distinct from old.rol
    and new.cmd_id is not distinct from old.cmd_id and new.oorzaak is not distinct from old.oorzaak
    and new.body_sha is not distinct from old.body_sha and new.chain is not distinct from old.chain))
execute function refuse('event: nothing is changed in place');

-- What a command answered, for whoever asks it again. `answer` is empty when what it told was erased.
create table command (
    gemeente     bytea not null check (length(gemeente) = 16),
    cmd_id       bytea not null check (length(cmd_id) = 16),
    request_hash bytea not null check (length(request_hash) = 32),
    answer       bytea,
    at           bigint not null,
    primary key (gemeente, cmd_id)
);

create index command_at on command (at);
create trigger command_only_erased before update on command for each row
when (not (new.answer is null and new.gemeente is not distinct from old.gemeente and new.cmd_id is not distinct from old.cmd_id
    and new.request_hash is not distinct from old.request_hash and new.at is not distinct from old.at))
execute function refuse('command: an answer is not changed');

-- Of which there may be only one. `key` is a keyed hash, never what was claimed.
create table claim (
    gemeente bytea not null check (length(gemeente) = 16),
    scope    text collate "C" not null,
    key      bytea not null check (length(key) = 32),
    at       bigint not null,
    primary key (gemeente, scope, key)
);

create trigger claim_kept before delete on claim for each row
execute function refuse('claim: a claim is for good');
create trigger claim_fixed before update on claim for each row
execute function refuse('claim: a claim is for good');

-- Where each document's log stands.
create table document (
    gemeente     bytea not null check (length(gemeente) = 16),
    document     bytea not null check (length(document) = 16),
    status       text collate "C" not null check (status in ('open', 'bevroren', 'getekend')),
    seq          bigint not null check (seq >= 0),
    chain        bytea not null check (length(chain) = 32),
    snapshot_seq bigint not null default 0,
    older_seq    bigint not null default 0,
    packed_seq   bigint not null default 0,
    primary key (gemeente, document),
    check (older_seq <= snapshot_seq and snapshot_seq <= seq and packed_seq <= older_seq)
);

create trigger document_kept before delete on document for each row
execute function refuse('document: rows are kept');
create trigger document_rises before update on document for each row
when (new.seq < old.seq or new.snapshot_seq < old.snapshot_seq or new.packed_seq < old.packed_seq
    or (old.status = 'getekend' and (new.status <> 'getekend' or new.seq <> old.seq)))
execute function refuse('document: a log only grows, and not once it is signed');

create table document_row (
    gemeente bytea not null check (length(gemeente) = 16),
    document bytea not null check (length(document) = 16),
    seq      bigint not null check (seq > 0),
    door     bytea,
    sessie   bytea,
    at       bigint not null,
    body     bytea,
    body_sha bytea not null check (length(body_sha) = 32),
    chain    bytea not null check (length(chain) = 32),
    unique (gemeente, document, seq)
);

-- Rows of a document's log, packed. `chain_before` and `chain` are the links on either side of the packed rows.
create table document_chunk (
    gemeente     bytea not null check (length(gemeente) = 16),
    document     bytea not null check (length(document) = 16),
    seq_first    bigint not null,
    seq_last     bigint not null check (seq_last >= seq_first),
    body         bytea,
    body_sha     bytea not null check (length(body_sha) = 32),
    chain_before bytea not null check (length(chain_before) = 32),
    chain        bytea not null check (length(chain) = 32),
    unique (gemeente, document, seq_first)
);

create trigger document_row_only_erased before update on document_row for each row
when (not (new.body is null
    and new.gemeente is not distinct from old.gemeente and new.document is not distinct from old.document and new.seq is not distinct from old.seq
    and new.door is not distinct from old.door and new.sessie is not distinct from old.sessie and new.at is not distinct from old.at
    and new.body_sha is not distinct from old.body_sha and new.chain is not distinct from old.chain))
execute function refuse('document_row: nothing is changed in place');
create function document_row_only_packed() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from document_chunk c
        where c.gemeente = old.gemeente and c.document = old.document
            and c.seq_first <= old.seq and c.seq_last >= old.seq) then
        return old;
    end if;
    raise exception 'document_row: only what stands in a chunk may go' using errcode = 'integrity_constraint_violation';
end $$;
create trigger document_row_only_packed before delete on document_row for each row execute function document_row_only_packed();
create trigger document_chunk_kept before delete on document_chunk for each row
execute function refuse('document_chunk: rows are kept');
create trigger document_chunk_only_erased before update on document_chunk for each row
when (not (new.body is null
    and new.gemeente is not distinct from old.gemeente and new.document is not distinct from old.document
    and new.seq_first is not distinct from old.seq_first and new.seq_last is not distinct from old.seq_last and new.body_sha is not distinct from old.body_sha
    and new.chain_before is not distinct from old.chain_before and new.chain is not distinct from old.chain))
execute function refuse('document_chunk: nothing is changed in place');

-- Which Yjs client id is whose, from its first use. `door` is null for the server's own.
create table document_client (
    gemeente bytea not null check (length(gemeente) = 16),
    document bytea not null check (length(document) = 16),
    client   bigint not null,
    door     bytea,
    primary key (gemeente, document, client)
);

create trigger document_client_kept before delete on document_client for each row
execute function refuse('document_client: a binding is for good');
create trigger document_client_fixed before update on document_client for each row
execute function refuse('document_client: a binding is for good');

-- A document's state up to `seq`: a shortcut that the log can always make again. The newest and one older are kept.
create table document_snapshot (
    gemeente bytea not null check (length(gemeente) = 16),
    document bytea not null check (length(document) = 16),
    seq      bigint not null check (seq > 0),
    body     bytea not null,
    body_sha bytea not null check (length(body_sha) = 32),
    unique (gemeente, document, seq)
);

-- Messages for the outside world. `kind` and `stream` say under whose key the body is; null is the installation's.
create table outbox (
    n        bigint generated by default as identity primary key,
    gemeente bytea not null check (length(gemeente) = 16),
    id       bytea not null check (length(id) = 16),
    kanaal   text collate "C" not null,
    kind     text collate "C",
    stream   bytea,
    cmd_id   bytea not null,
    body     bytea,
    sent_at  bigint,
    unique (gemeente, id)
);

create index outbox_unsent on outbox (n) where sent_at is null;
create index outbox_stream on outbox (gemeente, kind, stream);

-- The trail (NEN 7513), of each node by itself. One link of the chain per commit that has lines; it also holds where the feed ended then, so that
-- the end of the feed cannot be cut off without cutting off the trail.
create table audit (
    node      bigint not null references node,
    n         bigint not null,
    gemeente  bytea not null check (length(gemeente) = 16),
    at        bigint not null,
    wie       bytea,
    rol       text collate "C",
    sessie    bytea,
    handeling text collate "C" not null,
    object    text collate "C" not null,
    uitkomst  text collate "C" not null,
    code      text collate "C",
    cmd_id    bytea,
    primary key (node, n)
);

create index audit_object on audit (gemeente, object, at, n, node);
create index audit_wie on audit (gemeente, wie, at, n, node);
create index audit_at on audit (gemeente, at, n, node);

create table audit_link (
    node     bigint not null references node,
    link     bigint not null,
    n_first  bigint not null,
    n_last   bigint not null check (n_last >= n_first),
    position bigint not null,
    chain    bytea not null check (length(chain) = 32),
    primary key (node, link)
);

create trigger audit_kept before delete on audit for each row
execute function refuse('audit: the trail is kept');
create trigger audit_fixed before update on audit for each row
execute function refuse('audit: the trail is not changed');
create trigger audit_link_kept before delete on audit_link for each row
execute function refuse('audit_link: the trail is kept');
create trigger audit_link_fixed before update on audit_link for each row
execute function refuse('audit_link: the trail is not changed');

-- States of projections: a shortcut that the feed can always make again.
create table projection (
    name     text collate "C" primary key,
    position bigint not null,
    body     bytea not null
);

-- Nor all at once.
create trigger node_whole before truncate on node
execute function refuse('node: rows are kept');
create trigger data_key_whole before truncate on data_key
execute function refuse('data_key: rows are kept');
create trigger stream_head_whole before truncate on stream_head
execute function refuse('stream_head: rows are kept');
create trigger event_whole before truncate on event
execute function refuse('event: rows are kept');
create trigger claim_whole before truncate on claim
execute function refuse('claim: rows are kept');
create trigger document_whole before truncate on document
execute function refuse('document: rows are kept');
create trigger document_row_whole before truncate on document_row
execute function refuse('document_row: rows are kept');
create trigger document_chunk_whole before truncate on document_chunk
execute function refuse('document_chunk: rows are kept');
create trigger document_client_whole before truncate on document_client
execute function refuse('document_client: rows are kept');
create trigger audit_whole before truncate on audit
execute function refuse('audit: rows are kept');
create trigger audit_link_whole before truncate on audit_link
execute function refuse('audit_link: rows are kept');
