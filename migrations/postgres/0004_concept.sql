-- What somebody typed in a form and did not hand in yet. No part of the record: rows are overwritten and removed, and nothing is chained.
-- `onderwerp` is all zeroes where the form is about nothing that is there already.
create table concept (
    gemeente    bytea not null check (length(gemeente) = 16),
    medewerker  bytea not null check (length(medewerker) = 16),
    soort       text collate "C" not null,
    onderwerp   bytea not null check (length(onderwerp) = 16),
    versie      bigint not null check (versie > 0),
    sessie      bytea not null check (length(sessie) = 16),
    at          bigint not null,
    verloopt_op bigint not null,
    body        bytea not null,
    primary key (gemeente, medewerker, soort, onderwerp)
);

create index concept_verloopt on concept (verloopt_op);

-- About whom it is: whoever is erased takes it along.
create table concept_persoon (
    gemeente   bytea not null check (length(gemeente) = 16),
    persoon    bytea not null check (length(persoon) = 16),
    medewerker bytea not null check (length(medewerker) = 16),
    soort      text collate "C" not null,
    onderwerp  bytea not null check (length(onderwerp) = 16),
    primary key (gemeente, persoon, medewerker, soort, onderwerp),
    foreign key (gemeente, medewerker, soort, onderwerp) references concept on delete cascade
);

create index concept_persoon_van on concept_persoon (gemeente, medewerker, soort, onderwerp);
