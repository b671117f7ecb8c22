-- The name under which a link of the trail was made, where that is not the name that its node has: a machine with a file can get another name and
-- goes on in the chain that it has. Such a chain comes here with a restored copy.
alter table audit_link add column naam text collate "C";
