-- The journal. What is written here is never changed in place: triggers refuse it, chains show it.
-- Plain columns hold who, when and what kind; everything a person said or is stands in an encrypted `body`.

-- One row: which history this is, and a check that the installation key is the right one.
create table installation (
    id         integer primary key check (id = 1),
    epoch      blob not null check (length(epoch) = 16),
    key_check  blob not null check (length(key_check) = 32),
    made_at    integer not null
) strict;

-- A data key per stream, wrapped by the installation key. Erasure empties `wrapped` and nothing else can.
create table data_key (
    gemeente     blob not null check (length(gemeente) = 16),
    kind         text not null,
    stream       blob not null check (length(stream) = 16),
    wrapped      blob,
    made_at      integer not null,
    destroyed_at integer,
    primary key (gemeente, kind, stream),
    check ((wrapped is null) = (destroyed_at is not null))
) strict, without rowid;

create trigger data_key_kept before delete on data_key
begin select raise(abort, 'data_key: rows are kept'); end;
create trigger data_key_only_destroyed before update on data_key
when not (new.wrapped is null and old.wrapped is not null
    and new.gemeente = old.gemeente and new.kind = old.kind and new.stream = old.stream and new.made_at = old.made_at)
begin select raise(abort, 'data_key: a key is only ever destroyed'); end;

-- Where each stream stands: the fence of every append, and the end of its chain.
create table stream_head (
    gemeente blob not null check (length(gemeente) = 16),
    kind     text not null,
    stream   blob not null check (length(stream) = 16),
    version  integer not null check (version > 0),
    chain    blob not null check (length(chain) = 32),
    primary key (gemeente, kind, stream)
) strict, without rowid;

create trigger stream_head_kept before delete on stream_head
begin select raise(abort, 'stream_head: rows are kept'); end;
create trigger stream_head_rises before update on stream_head when new.version <= old.version
begin select raise(abort, 'stream_head: a version only rises'); end;

create table event (
    position  integer primary key,
    gemeente  blob not null check (length(gemeente) = 16),
    kind      text not null,
    stream    blob not null check (length(stream) = 16),
    version   integer not null check (version > 0),
    soort     text not null,
    schema    integer not null,
    at        integer not null,
    geldig_op integer,
    door      blob,
    namens    blob,
    rol       text,
    cmd_id    blob not null,
    oorzaak   integer,
    body      blob,
    body_sha  blob not null check (length(body_sha) = 32),
    chain     blob not null check (length(chain) = 32),
    unique (gemeente, kind, stream, version)
) strict;

create trigger event_kept before delete on event
begin select raise(abort, 'event: rows are kept'); end;
create trigger event_only_erased before update on event
when not (new.body is null
    and new.position is old.position and new.gemeente is old.gemeente and new.kind is old.kind
    and new.stream is old.stream and new.version is old.version and new.soort is old.soort
    and new.schema is old.schema and new.at is old.at and new.geldig_op is old.geldig_op
    and new.door is old.door and new.namens is old.namens and new.rol is old.rol
    and new.cmd_id is old.cmd_id and new.oorzaak is old.oorzaak
    and new.body_sha is old.body_sha and new.chain is old.chain)
begin select raise(abort, 'event: nothing is changed in place'); end;

-- What a command answered, for whoever asks it again. `answer` is empty when what it told was erased.
create table command (
    gemeente     blob not null check (length(gemeente) = 16),
    cmd_id       blob not null check (length(cmd_id) = 16),
    request_hash blob not null check (length(request_hash) = 32),
    answer       blob,
    at           integer not null,
    primary key (gemeente, cmd_id)
) strict, without rowid;

create index command_at on command (at);
create trigger command_only_erased before update on command
when not (new.answer is null and new.gemeente is old.gemeente and new.cmd_id is old.cmd_id
    and new.request_hash is old.request_hash and new.at is old.at)
begin select raise(abort, 'command: an answer is not changed'); end;

-- Of which there may be only one. `key` is a keyed hash, never what was claimed.
create table claim (
    gemeente blob not null check (length(gemeente) = 16),
    scope    text not null,
    key      blob not null check (length(key) = 32),
    at       integer not null,
    primary key (gemeente, scope, key)
) strict, without rowid;

create trigger claim_kept before delete on claim
begin select raise(abort, 'claim: a claim is for good'); end;
create trigger claim_fixed before update on claim
begin select raise(abort, 'claim: a claim is for good'); end;

-- Where each document's log stands.
create table document (
    gemeente     blob not null check (length(gemeente) = 16),
    document     blob not null check (length(document) = 16),
    status       text not null check (status in ('open', 'bevroren', 'getekend')),
    seq          integer not null check (seq >= 0),
    chain        blob not null check (length(chain) = 32),
    snapshot_seq integer not null default 0,
    older_seq    integer not null default 0,
    packed_seq   integer not null default 0,
    primary key (gemeente, document),
    check (older_seq <= snapshot_seq and snapshot_seq <= seq and packed_seq <= older_seq)
) strict, without rowid;

create trigger document_kept before delete on document
begin select raise(abort, 'document: rows are kept'); end;
create trigger document_rises before update on document
when new.seq < old.seq or new.snapshot_seq < old.snapshot_seq or new.packed_seq < old.packed_seq
    or (old.status = 'getekend' and (new.status <> 'getekend' or new.seq <> old.seq))
begin select raise(abort, 'document: a log only grows, and not once it is signed'); end;

create table document_row (
    gemeente blob not null check (length(gemeente) = 16),
    document blob not null check (length(document) = 16),
    seq      integer not null check (seq > 0),
    door     blob,
    sessie   blob,
    at       integer not null,
    body     blob,
    body_sha blob not null check (length(body_sha) = 32),
    chain    blob not null check (length(chain) = 32),
    unique (gemeente, document, seq)
) strict;

-- Rows of a document's log, packed. `chain_before` and `chain` are the links on either side of the packed rows.
create table document_chunk (
    gemeente     blob not null check (length(gemeente) = 16),
    document     blob not null check (length(document) = 16),
    seq_first    integer not null,
    seq_last     integer not null check (seq_last >= seq_first),
    body         blob,
    body_sha     blob not null check (length(body_sha) = 32),
    chain_before blob not null check (length(chain_before) = 32),
    chain        blob not null check (length(chain) = 32),
    unique (gemeente, document, seq_first)
) strict;

create trigger document_row_only_erased before update on document_row
when not (new.body is null
    and new.gemeente is old.gemeente and new.document is old.document and new.seq is old.seq
    and new.door is old.door and new.sessie is old.sessie and new.at is old.at
    and new.body_sha is old.body_sha and new.chain is old.chain)
begin select raise(abort, 'document_row: nothing is changed in place'); end;
create trigger document_row_only_packed before delete on document_row
when not exists (
    select 1 from document_chunk c
    where c.gemeente = old.gemeente and c.document = old.document
        and c.seq_first <= old.seq and c.seq_last >= old.seq)
begin select raise(abort, 'document_row: only what stands in a chunk may go'); end;
create trigger document_chunk_kept before delete on document_chunk
begin select raise(abort, 'document_chunk: rows are kept'); end;
create trigger document_chunk_only_erased before update on document_chunk
when not (new.body is null
    and new.gemeente is old.gemeente and new.document is old.document
    and new.seq_first is old.seq_first and new.seq_last is old.seq_last and new.body_sha is old.body_sha
    and new.chain_before is old.chain_before and new.chain is old.chain)
begin select raise(abort, 'document_chunk: nothing is changed in place'); end;

-- Which Yjs client id is whose, from its first use. `door` is null for the server's own.
create table document_client (
    gemeente blob not null check (length(gemeente) = 16),
    document blob not null check (length(document) = 16),
    client   integer not null,
    door     blob,
    primary key (gemeente, document, client)
) strict, without rowid;

create trigger document_client_kept before delete on document_client
begin select raise(abort, 'document_client: a binding is for good'); end;
create trigger document_client_fixed before update on document_client
begin select raise(abort, 'document_client: a binding is for good'); end;

-- A document's state up to `seq`: a shortcut that the log can always make again. The newest and one older are kept.
create table document_snapshot (
    gemeente blob not null check (length(gemeente) = 16),
    document blob not null check (length(document) = 16),
    seq      integer not null check (seq > 0),
    body     blob not null,
    body_sha blob not null check (length(body_sha) = 32),
    unique (gemeente, document, seq)
) strict;

-- Messages for the outside world. `kind` and `stream` say under whose key the body is; null is the installation's.
create table outbox (
    n        integer primary key,
    gemeente blob not null check (length(gemeente) = 16),
    id       blob not null check (length(id) = 16),
    kanaal   text not null,
    kind     text,
    stream   blob,
    cmd_id   blob not null,
    body     blob,
    sent_at  integer,
    unique (gemeente, id)
) strict;

create index outbox_unsent on outbox (n) where sent_at is null;
create index outbox_stream on outbox (gemeente, kind, stream);

-- The trail (NEN 7513). One link of the chain per commit that has lines; it also holds where the feed ended then, so that
-- the end of the feed cannot be cut off without cutting off the trail.
create table audit (
    n         integer primary key,
    gemeente  blob not null check (length(gemeente) = 16),
    at        integer not null,
    wie       blob,
    rol       text,
    sessie    blob,
    handeling text not null,
    object    text not null,
    uitkomst  text not null,
    code      text,
    cmd_id    blob
) strict;

create index audit_object on audit (gemeente, object, at);
create index audit_wie on audit (gemeente, wie, at);
create index audit_at on audit (gemeente, at);

create table audit_link (
    link     integer primary key,
    node     text not null,
    n_first  integer not null,
    n_last   integer not null check (n_last >= n_first),
    position integer not null,
    chain    blob not null check (length(chain) = 32)
) strict;

create trigger audit_kept before delete on audit
begin select raise(abort, 'audit: the trail is kept'); end;
create trigger audit_fixed before update on audit
begin select raise(abort, 'audit: the trail is not changed'); end;
create trigger audit_link_kept before delete on audit_link
begin select raise(abort, 'audit_link: the trail is kept'); end;
create trigger audit_link_fixed before update on audit_link
begin select raise(abort, 'audit_link: the trail is not changed'); end;

-- States of projections: a shortcut that the feed can always make again.
create table projection (
    name     text primary key,
    position integer not null,
    body     blob not null
) strict, without rowid;
