//! A feed that cannot be read, in a record where all else goes on.

use sqlx::{Connection, Executor, SqliteConnection};

use super::TestApp;

/// A row that is not ours: of no kind of stream that there is. Whoever reads the feed stops there, and whoever writes goes on behind it.
const STRANGE: &str = "insert into event (gemeente, kind, stream, version, soort, schema, at, cmd_id, body_sha, chain)
    values (randomblob(16), 'onzin', randomblob(16), 1, 'Onzin', 1, 0, randomblob(16), randomblob(32), randomblob(32))";

impl TestApp {
    /// From now on the feed cannot be read.
    pub async fn breek_feed(&self) {
        self.op_de_database(STRANGE).await;
    }

    /// From now on it can again.
    pub async fn herstel_feed(&self) {
        self.op_de_database("drop trigger event_kept; delete from event where kind = 'onzin'").await;
    }

    /// Waits until this server says whether it sees the feed.
    pub async fn ziet(&self, wel: bool) {
        self.running.blind().wait_for(|blind| *blind != wel).await.unwrap();
    }

    async fn op_de_database(&self, sql: &'static str) {
        let database = self.data.path().join("demo.sqlite");
        let mut connection =
            SqliteConnection::connect(&format!("sqlite:{}", database.display())).await.unwrap();
        connection.execute(sql).await.unwrap();
        connection.close().await.unwrap();
    }
}
