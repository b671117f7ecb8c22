-- The fields of NEN 7513 that the trail lacked: on whose behalf, on which ground and for which zaak, by or from which other system, and
-- about whom. Lines from before this have none of them, and their links are of the first version.
alter table audit add column namens bytea;
alter table audit add column grond text collate "C";
alter table audit add column doel text collate "C";
alter table audit add column systeem text collate "C";
-- SHA-256 of the line itself, so that a changed line is named and not only the commit that it was in.
alter table audit add column sha bytea check (sha is null or length(sha) = 32);

-- 1: the hash of a link is over its lines; 2: over the hashes of its lines.
alter table audit_link add column versie bigint not null default 1 check (versie in (1, 2));
create unique index audit_link_first on audit_link (node, n_first);

-- About whom a line is. Part of the line: under its hash, and kept as it is.
create table audit_betrokkene (
    gemeente bytea not null check (length(gemeente) = 16),
    persoon  bytea not null check (length(persoon) = 16),
    at       bigint not null,
    n        bigint not null,
    node     bigint not null,
    primary key (gemeente, persoon, at, n, node)
);

create index audit_betrokkene_n on audit_betrokkene (node, n);

create trigger audit_betrokkene_kept before delete on audit_betrokkene for each row
execute function refuse('audit_betrokkene: the trail is kept');
create trigger audit_betrokkene_fixed before update on audit_betrokkene for each row
execute function refuse('audit_betrokkene: the trail is not changed');
create trigger audit_betrokkene_whole before truncate on audit_betrokkene
execute function refuse('audit_betrokkene: rows are kept');
