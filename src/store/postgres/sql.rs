//! Statements that only PostgreSQL has, by name; a test prepares each of them.

macro_rules! statements {
    ($($name:ident = $text:expr;)+) => {
        $(pub(super) const $name: &str = $text;)+

        /// All of them.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$((stringify!($name), $text)),+];
    };
}

/// Where a database is: in which cluster, on which of its timelines, as which table. A copy that is put back from a dump is another table, one that is
/// put back to a moment is on another timeline, and one that was carried elsewhere is in another cluster.
macro_rules! place {
    () => {
        "(select hashtextextended(s.system_identifier::text || ' ' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) || ' '
            || 'installation'::regclass::oid::text, 0) from pg_control_system() s)"
    };
}

/// The server's figures of the tables that a verification goes through.
pub(super) const ANALYZE: [&str; 5] =
    ["analyze event", "analyze stream_head", "analyze data_key", "analyze audit", "analyze audit_betrokkene"];

statements! {
    // Whether anybody is there.
    PULSE = "select 1";

    // Opening.
    TAKE_NAME = "select pg_try_advisory_lock(hashtextextended('keukentafel node ' || current_schema() || ' ' || $1, 0))";
    LOCK_INSTALLATION = "select pg_advisory_xact_lock(hashtextextended('keukentafel installation ' || current_schema(), 0))";
    INSERT_INSTALLATION = concat!("insert into installation (id, epoch, key_check, made_at, cluster)
        select 1, $1, $2, $3, ", place!(), " on conflict do nothing");
    INSTALLATION = concat!("select i.epoch, i.key_check, i.cluster <> ", place!(), "
            or coalesce((select max(e.position) from event e), 0) >= i.feed_base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint * 8192
        from installation i where i.id = 1");
    COUNT_ANEW = concat!("update installation set cluster = ", place!(), ", feed_base = greatest(feed_base,
            coalesce((select max(position) from event), 0) / 8192 * 8192 + 8192 - pg_snapshot_xmax(pg_current_snapshot())::text::bigint * 8192)
        where id = 1");
    RENEW_EPOCH = "update installation set epoch = $1 where id = 1";
    INSERT_NODE = "insert into node (nr, name) select coalesce((select max(nr) from node), 0) + 1, $1 on conflict (name) do nothing";
    NODE = "select nr from node where name = $1";
    HAS_MIGRATIONS = "select to_regclass('_sqlx_migrations') is not null";
    SERVER = "select current_setting('server_version'), (extract(epoch from clock_timestamp()) * 1000000)::bigint";
    IS_EMPTY = "select not exists (select 1 from installation) and not exists (select 1 from event) and not exists (select 1 from data_key)
        and not exists (select 1 from node) and not exists (select 1 from claim)";
    NUMBER_ANEW = "select setval(pg_get_serial_sequence('outbox', 'n'), greatest((select max(n) from outbox), 1),
        exists (select 1 from outbox))";

    // One after the other, in the order in which they stand. Each schema has its own.
    LOCK = "select count(pg_advisory_xact_lock(k # s)) from hashtextextended('keukentafel ' || current_schema(), 0) s, unnest($1::bigint[]) k";

    // Whether something committed is held back from the feed, and the first transaction that had not begun.
    HELD_BACK = "select exists (select 1 from event e where e.position >= i.feed_base + pg_snapshot_xmin(s)::text::bigint * 8192),
            pg_snapshot_xmax(s)::text::bigint
        from installation i, pg_current_snapshot() s";
    OLDEST = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    // Where things end. The first statement that gives the transaction its number.
    FEED_ENDS = "select coalesce((select max(position) from event), 0), i.feed_base + pg_current_xact_id()::text::bigint * 8192
        from installation i";
    TRAIL_END = "select n_last, link, chain from audit_link where node = $1 order by link desc limit 1";

    // Turns.
    LEASE_ELDERS = "select epoch from lease
        where naam = $1 and houder <> $2 and tot > (extract(epoch from clock_timestamp()) * 1000000)::bigint";
    TAKE_LEASE = "insert into lease (naam, houder, epoch, tot)
        values ($1, $2, 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint + $3)
        on conflict (naam) do update set houder = excluded.houder, tot = excluded.tot,
            epoch = case when lease.houder = excluded.houder then lease.epoch else lease.epoch + 1 end
        where lease.houder = excluded.houder or lease.tot <= (extract(epoch from clock_timestamp()) * 1000000)::bigint
        returning epoch";
    LEASE_EPOCH = "select epoch from lease where naam = $1";

    // Who is logged in. What changes it counts the change first, and so comes one after the other.
    SESSIE_STAND = "select wijziging, einde from sessie_stand";
    SESSIE_WIJZIGT = "update sessie_stand set wijziging = wijziging + 1 returning wijziging";
    SESSIE_EINDIGT = "update sessie_stand set einde = einde + 1";
    SESSIES_SINDS = "select sleutel, medewerker, actief_op, body, navraag, navraag_op, navraag_body, wijziging from sessie
        where (wijziging, sleutel) > ($1, $2) order by wijziging, sleutel limit $3";
    SESSIES_WEG = "select k.key - 1 from unnest($1::bytea[]) with ordinality k(sleutel, key)
        where not exists (select 1 from sessie s where s.sleutel = k.sleutel)";
    SESSIES_VAN_EERDER = "delete from sessie";
    SESSIES_TELLING = "select count(*) from sessie";
    SESSIE_NIEUW = "insert into sessie (sleutel, medewerker, actief_op, body, navraag, navraag_op, navraag_body, wijziging)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SESSIES_TE_VEEL = "delete from sessie where sleutel in
        (select sleutel from sessie where medewerker = $1 order by actief_op desc, sleutel offset $2) returning sleutel";
    SESSIE_NEEM = "delete from sessie where sleutel = $1
        returning sleutel, medewerker, actief_op, body, navraag, navraag_op, navraag_body";
    SESSIES_EINDIG = "delete from sessie s using unnest($1::bytea[]) with ordinality k(sleutel, key) where s.sleutel = k.sleutel
        returning k.key - 1";
    SESSIES_VERLOPEN = "delete from sessie s using unnest($1::bytea[], $2::bigint[]) with ordinality k(sleutel, gezien, key)
        where s.sleutel = k.sleutel and s.actief_op <= k.gezien returning k.key - 1";
    SESSIES_ACTIEF = "update sessie s set actief_op = k.op, wijziging = (select wijziging from sessie_stand)
        from unnest($1::bytea[], $2::bigint[]) k(sleutel, op) where s.sleutel = k.sleutel and s.actief_op < k.op";
    NAVRAAG_BEURT = "update sessie set navraag_op = $3, wijziging = (select wijziging from sessie_stand)
        where navraag = $1 and navraag_op = $2";
    NAVRAAG_STAND = "update sessie set navraag_op = $2, navraag_body = $3, wijziging = (select wijziging from sessie_stand)
        where navraag = $1";
}
