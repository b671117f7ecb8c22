-- What somebody typed in a form and did not hand in yet. No part of the record: rows are overwritten and removed, and nothing is chained.
-- `onderwerp` is all zeroes where the form is about nothing that is there already.
create table concept (
    gemeente    blob not null check (length(gemeente) = 16),
    medewerker  blob not null check (length(medewerker) = 16),
    soort       text not null,
    onderwerp   blob not null check (length(onderwerp) = 16),
    versie      integer not null check (versie > 0),
    sessie      blob not null check (length(sessie) = 16),
    at          integer not null,
    verloopt_op integer not null,
    body        blob not null,
    primary key (gemeente, medewerker, soort, onderwerp)
) strict, without rowid;

create index concept_verloopt on concept (verloopt_op);

-- About whom it is: whoever is erased takes it along.
create table concept_persoon (
    gemeente   blob not null check (length(gemeente) = 16),
    persoon    blob not null check (length(persoon) = 16),
    medewerker blob not null check (length(medewerker) = 16),
    soort      text not null,
    onderwerp  blob not null check (length(onderwerp) = 16),
    primary key (gemeente, persoon, medewerker, soort, onderwerp),
    foreign key (gemeente, medewerker, soort, onderwerp) references concept on delete cascade
) strict, without rowid;

create index concept_persoon_van on concept_persoon (gemeente, medewerker, soort, onderwerp);
