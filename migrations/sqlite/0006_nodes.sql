-- In PostgreSQL: what several nodes share beside the record. A file has one node, which keeps its sessions in a file of its own and whose turn
-- it always is; there is nothing to add.
select 1;
