//! Sessions that two nodes share, in the private server that `scripts/with-postgres.sh` starts; passed over, and said, where there is none.

use std::sync::Arc;

use keukentafel::clock::{Clock, ManualClock, SystemClock};
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::opening::EpochChoice;
use keukentafel::store::postgres::{OpenOptions, make_schema};
use keukentafel::store::{InstallationKey, PostgresJournal};
use uuid::Uuid;

use super::tests::{begin, kevin, start};
use super::*;
use crate::limits::SESSIES_BLIND;

const MINUUT: i64 = 60 * 1_000_000;

/// Nodes at one database, under one clock.
struct Nodes {
    url: String,
    clock: Arc<ManualClock>,
}

/// One of them: what it holds of the sessions, and the database.
struct Node {
    sessies: Sessions,
    journal: PostgresJournal,
}

impl Nodes {
    async fn new() -> Option<Self> {
        let Ok(server) = std::env::var("KEUKENTAFEL_TEST_POSTGRES") else {
            eprintln!("skipped: there is no PostgreSQL; run this with scripts/with-postgres.sh");
            return None;
        };
        let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
        let url = make_schema(&server, &name).await.unwrap();
        Some(Self { url, clock: Arc::new(ManualClock::at(start())) })
    }

    async fn start(&self, name: &str) -> Node {
        let options = OpenOptions {
            url: self.url.clone(),
            key: InstallationKey::parse(&"2a".repeat(32)).unwrap(),
            rng: Arc::new(SystemRng),
            clock: Arc::new(SystemClock::default()),
            node: name.to_owned(),
            epoch: EpochChoice::Keep,
        };
        let journal = PostgresJournal::open(options).await.unwrap();
        let lifetime = Lifetime { idle: Duration::from_secs(900), absolute: Duration::from_secs(36_000) };
        let clock: Arc<dyn Clock> = Arc::clone(&self.clock) as _;
        let sessies =
            Sessions::new(clock, Arc::new(SystemRng), lifetime, Opslag::Tabel(Box::new(journal.sessies())));
        sessies.lees().await.unwrap();
        Node { sessies, journal }
    }

    async fn two() -> Option<(Self, Node, Node)> {
        let nodes = Self::new().await?;
        let (een, twee) = (nodes.start("een").await, nodes.start("twee").await);
        Some((nodes, een, twee))
    }
}

impl Node {
    async fn begin(&self) -> (SessionSecret, Session) {
        let (secret, session, gone) = self.sessies.begin(begin(kevin())).await.unwrap();
        assert_eq!(gone, []);
        (secret, session)
    }

    /// Which session this cookie opens here.
    async fn opent(&self, secret: &SessionSecret) -> Option<Uuid> {
        self.sessies.find(secret).await.unwrap().map(|(_, session)| session.id)
    }

    /// What a look finds that another node let go.
    async fn laat_los(&self) -> Vec<(Uuid, Afloop)> {
        self.sessies.kijk().await.unwrap();
        self.sessies.losgelaten()
    }
}

// shows G27, G37
#[tokio::test]
async fn a_login_opens_the_other_node_at_once_and_a_logout_is_known_there_after_a_look() {
    let Some((_nodes, een, twee)) = Nodes::two().await else { return };
    let (secret, session) = een.begin().await;
    assert_eq!(twee.opent(&secret).await, Some(session.id));
    een.sessies.end(&secret).unwrap();
    assert_eq!(een.opent(&secret).await, None, "here at once");
    een.sessies.save().await.unwrap();
    assert_eq!(twee.laat_los().await, [(session.id, Afloop::Geeindigd)]);
    assert_eq!((twee.opent(&secret).await, twee.sessies.count()), (None, 0));
    assert_eq!(een.laat_los().await, [], "its own it closed itself");
}

// shows G37
#[tokio::test]
async fn what_goes_on_under_another_secret_is_not_taken_for_over_elsewhere() {
    let Some((_nodes, een, twee)) = Nodes::two().await else { return };
    let (old, first) = een.begin().await;
    let (key, _) = twee.sessies.find(&old).await.unwrap().unwrap();
    let after = twee.sessies.vervang(key, |session| session.rol = Some(Rol::Kcc)).await.unwrap().unwrap();
    assert_eq!((after.was, after.session.reeks), (first.id, first.id));
    assert!(een.sessies.vervang(key, |_| {}).await.unwrap().is_none(), "once");
    assert_eq!(een.laat_los().await, [(first.id, Afloop::Vervangen)]);
    assert_eq!(een.opent(&old).await, None);
    let found = een.sessies.find(&after.secret).await.unwrap().unwrap().1;
    assert_eq!((found.id, found.rol), (after.session.id, Some(Rol::Kcc)));
}

// shows G37
#[tokio::test]
async fn whoever_ends_all_sessions_of_somebody_ends_those_of_other_nodes_too() {
    let Some((_nodes, een, twee)) = Nodes::two().await else { return };
    let (old, _) = een.begin().await;
    let (other, _) = twee.begin().await;
    let (key, _) = een.sessies.find(&old).await.unwrap().unwrap();
    // Neither the new secret nor the other session was seen on this node yet, nor the end of the old one.
    twee.opent(&old).await.unwrap();
    let next = een.sessies.vervang(key, |_| {}).await.unwrap().unwrap();
    let (ended, saved) = twee.sessies.eindig(|session| session.medewerker == kevin()).await;
    saved.unwrap();
    assert_eq!(ended.len(), 2);
    // The other one it never held.
    assert_eq!(een.laat_los().await, [(next.session.id, Afloop::Geeindigd)]);
    for secret in [&old, &other, &next.secret] {
        assert_eq!((een.opent(secret).await, twee.opent(secret).await), (None, None));
    }
}

// shows G37
#[tokio::test]
async fn the_last_activity_on_any_node_counts_and_is_written_once_in_a_while() {
    let Some((nodes, een, twee)) = Nodes::two().await else { return };
    let (secret, session) = een.begin().await;
    for _ in 0..4 {
        nodes.clock.advance(10 * MINUUT);
        assert_eq!(twee.opent(&secret).await, Some(session.id));
        twee.sessies.save_activity().await.unwrap();
        assert_eq!(een.sessies.expire().await, [], "the table knows better than this node");
    }
    een.sessies.kijk().await.unwrap();
    // On the node where it was used it ends on time, on another that knows no better one minute later, which is how late that may be.
    nodes.clock.advance(15 * MINUUT);
    assert_eq!(een.sessies.expire().await, []);
    assert_eq!(twee.sessies.expire().await.len(), 1);
    assert_eq!(een.laat_los().await, [(session.id, Afloop::Geeindigd)]);
    let (secret, _) = een.begin().await;
    twee.opent(&secret).await.unwrap();
    drop(een);
    nodes.clock.advance(16 * MINUUT);
    assert_eq!((twee.opent(&secret).await, twee.sessies.expire().await.len()), (None, 1));
}

// shows G08, G37
#[tokio::test]
async fn a_node_that_is_gone_takes_no_session_along() {
    let Some((nodes, een, twee)) = Nodes::two().await else { return };
    let ((kept, session), (over, _)) = (een.begin().await, een.begin().await);
    een.sessies.end(&over);
    een.sessies.save().await.unwrap();
    drop((een, twee));
    let drie = nodes.start("drie").await;
    assert_eq!((drie.opent(&kept).await, drie.opent(&over).await), (Some(session.id), None));
}

// shows G27
#[tokio::test]
async fn a_node_that_cannot_look_vouches_for_nobody() {
    let Some((_nodes, een, twee)) = Nodes::two().await else { return };
    let (secret, session) = een.begin().await;
    assert_eq!(twee.opent(&secret).await, Some(session.id));
    twee.journal.close().await;
    twee.sessies.end(&secret);
    assert!(
        matches!(twee.sessies.save().await, Err(SessieFout::Tabel(_))),
        "what is not kept is not said to be"
    );
    assert!(twee.sessies.kijk().await.is_err() && !twee.sessies.is_blind());
    tokio::time::pause();
    tokio::time::advance(SESSIES_BLIND).await;
    assert!(twee.sessies.is_blind());
    assert!(matches!(twee.sessies.find(&secret).await, Err(SessieFout::GeenZicht)));
}

// shows G36
#[tokio::test]
async fn a_provider_is_asked_by_one_node_at_a_time() {
    let Some((nodes, een, twee)) = Nodes::two().await else { return };
    let navraag = Navraag::new(Uuid::from_u128(9), vec![1], start());
    let (secret, ..) =
        een.sessies.begin(Begin { navraag: Some(navraag.clone()), ..begin(kevin()) }).await.unwrap();
    let elsewhere = twee.sessies.find(&secret).await.unwrap().unwrap().1.navraag.unwrap();
    assert!(elsewhere.is(&navraag));
    nodes.clock.advance(MINUUT / 2);
    assert!(een.sessies.navraag_beurt(&navraag).await.unwrap());
    assert!(!twee.sessies.navraag_beurt(&elsewhere).await.unwrap());
    navraag.gevraagd(Some(vec![2]), start().plus_micros(MINUUT));
    een.sessies.navraag_gezegd(&navraag).await.unwrap();
    twee.sessies.kijk().await.unwrap();
    assert_eq!(elsewhere.stand(), (vec![2], start().plus_micros(MINUUT)), "also for who holds it already");
}
