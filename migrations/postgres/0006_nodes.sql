-- What several nodes share beside the record: who is logged in, and whose turn it is to do what only one may do. None of it is part of the
-- record: rows are overwritten and removed, and nothing is chained.

-- Who is logged in. `sleutel` is the hash of what stands in the cookie; what it opens is in `body`, closed and bound to that hash.
-- `wijziging` is the change that the row was last part of.
create table sessie (
    sleutel      bytea primary key check (length(sleutel) = 32),
    medewerker   bytea not null check (length(medewerker) = 16),
    wijziging    bigint not null,
    actief_op    bigint not null,
    body         bytea not null,
    navraag      bytea check (length(navraag) = 16),
    navraag_op   bigint,
    navraag_body bytea,
    check ((navraag is null) = (navraag_op is null) and (navraag is null) = (navraag_body is null))
);

create index sessie_medewerker on sessie (medewerker, actief_op);
create index sessie_wijziging on sessie (wijziging);
create index sessie_navraag on sessie (navraag) where navraag is not null;

-- Changes are counted. Whoever changes a session holds this row until that is committed, so a count that is read has all below it before it.
-- `einde` counts those in which a session ended.
create table sessie_stand (
    id        bigint primary key check (id = 1),
    wijziging bigint not null,
    einde     bigint not null
);

insert into sessie_stand (id, wijziging, einde) values (1, 0, 0);

-- Which node does what only one may do, and until when. `epoch` rises with each other holder, and what is written in its name names it.
create table lease (
    naam   text collate "C" primary key,
    houder text collate "C" not null,
    epoch  bigint not null check (epoch > 0),
    tot    bigint not null
);

create trigger lease_rises before update on lease for each row
when (new.epoch < old.epoch or (new.houder <> old.houder and new.epoch = old.epoch))
execute function refuse('lease: another holder has a higher epoch');
create trigger lease_kept before delete on lease for each row
execute function refuse('lease: an epoch is not forgotten');
create trigger lease_whole before truncate on lease
execute function refuse('lease: an epoch is not forgotten');
