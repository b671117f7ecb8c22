-- What is whole when it comes and never changes: a letter as it was sent. Closed under the key of the stream that tells of it, and gone with
-- that key. Which bytes they are stands in the event, so that the chain of the stream guards them too.
create table stuk (
    gemeente blob not null check (length(gemeente) = 16),
    id       blob not null check (length(id) = 16),
    kind     text not null,
    stream   blob not null check (length(stream) = 16),
    cmd_id   blob not null check (length(cmd_id) = 16),
    body     blob,
    body_sha blob not null check (length(body_sha) = 32),
    primary key (gemeente, id),
    foreign key (gemeente, kind, stream) references data_key (gemeente, kind, stream)
) strict, without rowid;

create index stuk_stream on stuk (gemeente, kind, stream);

create trigger stuk_kept before delete on stuk
begin select raise(abort, 'stuk: rows are kept'); end;
create trigger stuk_only_erased before update on stuk
when not (new.body is null
    and new.gemeente is old.gemeente and new.id is old.id and new.kind is old.kind
    and new.stream is old.stream and new.cmd_id is old.cmd_id and new.body_sha is old.body_sha)
begin select raise(abort, 'stuk: nothing is changed in place'); end;
