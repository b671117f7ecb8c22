-- Once a day the end of the trail's chain is signed: whoever can write in this file can make a chain that holds, and no signature.
-- `day` counts UTC days since 1970. `previous` is the hash of the signature before it, of the same node.
create table audit_head (
    node      text collate "C" not null,
    day       bigint not null,
    link      bigint not null check (link > 0),
    lines     bigint not null check (lines > 0),
    chain     bytea not null check (length(chain) = 32),
    at        bigint not null,
    previous  bytea not null check (length(previous) = 32),
    signature bytea not null check (length(signature) = 64),
    primary key (node, day)
);

create trigger audit_head_kept before delete on audit_head for each row
execute function refuse('audit_head: what was signed is kept');
create trigger audit_head_fixed before update on audit_head for each row
execute function refuse('audit_head: what was signed is not changed');
create trigger audit_head_whole before truncate on audit_head
execute function refuse('audit_head: rows are kept');
