-- What is whole when it comes and never changes: a letter as it was sent. Closed under the key of the stream that tells of it, and gone with
-- that key. Which bytes they are stands in the event, so that the chain of the stream guards them too.
create table stuk (
    gemeente bytea not null check (length(gemeente) = 16),
    id       bytea not null check (length(id) = 16),
    kind     text collate "C" not null,
    stream   bytea not null check (length(stream) = 16),
    cmd_id   bytea not null check (length(cmd_id) = 16),
    body     bytea,
    body_sha bytea not null check (length(body_sha) = 32),
    primary key (gemeente, id),
    foreign key (gemeente, kind, stream) references data_key (gemeente, kind, stream)
);

create index stuk_stream on stuk (gemeente, kind, stream);

create trigger stuk_kept before delete on stuk for each row
execute function refuse('stuk: rows are kept');
create trigger stuk_only_erased before update on stuk for each row
when (not (new.body is null
    and new.gemeente is not distinct from old.gemeente and new.id is not distinct from old.id and new.kind is not distinct from old.kind
    and new.stream is not distinct from old.stream and new.cmd_id is not distinct from old.cmd_id and new.body_sha is not distinct from old.body_sha))
execute function refuse('stuk: nothing is changed in place');
create trigger stuk_whole before truncate on stuk
execute function refuse('stuk: rows are kept');
