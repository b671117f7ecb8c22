-- In PostgreSQL: a column for what stands in `audit_link.node` here. In a file the trail of the one node that writes it counts from 1. A copy of a database
-- with several nodes brings the chain of each: what counts lines and links is then the number of the chain times 2^40, plus the number in it.
select 1;
