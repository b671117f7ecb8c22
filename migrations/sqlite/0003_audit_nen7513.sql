-- The fields of NEN 7513 that the trail lacked: on whose behalf, on which ground and for which zaak, by or from which other system, and
-- about whom. Lines from before this have none of them, and their links are of the first version.
alter table audit add column namens blob;
alter table audit add column grond text;
alter table audit add column doel text;
alter table audit add column systeem text;
-- SHA-256 of the line itself, so that a changed line is named and not only the commit that it was in.
alter table audit add column sha blob check (sha is null or length(sha) = 32);

-- 1: the hash of a link is over its lines; 2: over the hashes of its lines.
alter table audit_link add column versie integer not null default 1 check (versie in (1, 2));
create unique index audit_link_first on audit_link (n_first);

-- About whom a line is. Part of the line: under its hash, and kept as it is.
create table audit_betrokkene (
    gemeente blob not null check (length(gemeente) = 16),
    persoon  blob not null check (length(persoon) = 16),
    at       integer not null,
    n        integer not null,
    primary key (gemeente, persoon, at, n)
) strict, without rowid;

create index audit_betrokkene_n on audit_betrokkene (n);

create trigger audit_betrokkene_kept before delete on audit_betrokkene
begin select raise(abort, 'audit_betrokkene: the trail is kept'); end;
create trigger audit_betrokkene_fixed before update on audit_betrokkene
begin select raise(abort, 'audit_betrokkene: the trail is not changed'); end;
