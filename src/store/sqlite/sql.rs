//! Statements that only SQLite has, by name; a test prepares each of them.

macro_rules! statements {
    ($($name:ident = $text:expr;)+) => {
        $(pub(super) const $name: &str = $text;)+

        /// All of them.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$((stringify!($name), $text)),+];
    };
}

statements! {
    // What a batch touches.
    FACTS_ENDS = "select coalesce((select max(position) from event), 0),
            coalesce((select max(n) - $1 * 1099511627776 from audit where n > $1 * 1099511627776 and n < ($1 + 1) * 1099511627776), 0)";
    FACTS_AUDIT_END = "select link - $1 * 1099511627776, chain from audit_link
        where link > $1 * 1099511627776 and link < ($1 + 1) * 1099511627776 order by link desc limit 1";

    // As the connections are opened with (`open::BUSY`).
    BUSY_TIMEOUT = "pragma busy_timeout = 5000";

    // Verification.
    INTEGRITY = "pragma integrity_check(1)";
}
