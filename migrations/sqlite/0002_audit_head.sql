-- Once a day the end of the trail's chain is signed: whoever can write in this file can make a chain that holds, and no signature.
-- `day` counts UTC days since 1970. `previous` is the hash of the signature before it, of the same node.
create table audit_head (
    node      text not null,
    day       integer not null,
    link      integer not null check (link > 0),
    lines     integer not null check (lines > 0),
    chain     blob not null check (length(chain) = 32),
    at        integer not null,
    previous  blob not null check (length(previous) = 32),
    signature blob not null check (length(signature) = 64),
    primary key (node, day)
) strict, without rowid;

create trigger audit_head_kept before delete on audit_head
begin select raise(abort, 'audit_head: what was signed is kept'); end;
create trigger audit_head_fixed before update on audit_head
begin select raise(abort, 'audit_head: what was signed is not changed'); end;
