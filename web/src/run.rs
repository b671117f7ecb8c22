//! Assembles the server and runs it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use keukentafel::clock::{Clock, SystemClock};
use keukentafel::protocol::close;
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::{InstallationKey, StoredJournal};
use keukentafel_actors::boek::Medewerkersboek;
use keukentafel_actors::bus;
use keukentafel_actors::committer::OnFatal;
use keukentafel_actors::tafel::{Tafel, TafelConfig};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::{App, Parts};
use crate::bronnen::Bronnen;
use crate::config::{Config, Mode};
use crate::demo::{self, Demo};
use crate::figures::Figures;
use crate::identiteit::{Deuren, vraag_na};
use crate::limits::{FILES_WANTED, SESSION_SAVE_EVERY};
use crate::origin::Origins;
use crate::redis::anderen;
use crate::session::{Lifetime, Opslag, SessionFile, Sessions};
use crate::ws::Lines;
use crate::{cli, routes, serve, sessies_elders, shutdown};

/// The exit code when the disk cannot be believed any more.
const DISK_NOT_BELIEVED: i32 = 70;

/// A server that runs.
pub struct Running {
    address: SocketAddr,
    app: Arc<App>,
    journal: StoredJournal,
    accepting: CancellationToken,
    within: Duration,
}

/// Starts the server; it takes connections when this returns.
///
/// # Errors
/// A message that names what is wrong: the port, the database, the key.
pub async fn start(config: Config) -> anyhow::Result<Running> {
    raise_file_limit();
    leave_no_core();
    // The port first: a second start by mistake must not even look at the database of the first.
    let listener = TcpListener::bind(config.adres).await.with_context(|| bind_error(config.adres))?;
    let address = listener.local_addr()?;
    let journal = cli::open(&config).await?;
    let app = assemble(&config, address, &journal).await?;
    let accepting = CancellationToken::new();
    let router = routes::router(Arc::clone(&app));
    app.tasks.spawn(serve::accept(listener, router, accepting.clone(), app.tasks.clone()));
    app.tasks.spawn(every_second(Arc::clone(&app), accepting.clone()));
    app.tasks.spawn(close_while_blind(Arc::clone(&app), accepting.clone()));
    if app.sessions.is_gedeeld() {
        app.tasks.spawn(sessies_elders::volg(Arc::clone(&app), accepting.clone()));
        app.tasks.spawn(sessies_elders::houd_bij(Arc::clone(&app), accepting.clone()));
        app.tasks.spawn(sessies_elders::sluit_zonder_zicht(Arc::clone(&app), accepting.clone()));
    }
    app.tasks.spawn(vraag_na(Arc::clone(&app), accepting.clone()));
    if config.mode == Mode::Demo {
        demo::fill(&app, address, config.demo_gegevens).await.context("demonstratiegegevens")?;
    } else if config.identiteit.is_none() {
        tracing::warn!("niemand kan inloggen: er is geen identiteitsvoorziening (OIDC) ingesteld");
    }
    let within = Duration::from_millis(config.afbouw_ms);
    Ok(Running { address, app, journal, accepting, within })
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The record, for whoever runs the server within a process of their own: tests read the trail there.
    #[must_use]
    pub fn journal(&self) -> &StoredJournal {
        &self.journal
    }

    /// `true` from when this node sees no more what became of rights, `false` from when it sees it again.
    #[must_use]
    pub fn blind(&self) -> tokio::sync::watch::Receiver<bool> {
        self.app.tafel.blind()
    }

    /// Waits until hints come and go between this node and others. `false` when there can be none.
    pub async fn met_elkaar(&self) -> bool {
        let Some(mut mode) = self.app.tafel.met_elkaar() else { return false };
        mode.wait_for(|now| *now == bus::Mode::Together).await.is_ok()
    }

    /// Runs until it is told to stop, then lets everything finish. Told twice, it goes at once.
    ///
    /// # Errors
    /// When signals cannot be listened to.
    pub async fn until_asked(self) -> anyhow::Result<()> {
        shutdown::asked().await?;
        tokio::select! {
            () = self.stop() => Ok(()),
            again = shutdown::asked() => Ok(again?),
        }
    }

    /// Lets everybody leave and everything finish.
    pub async fn stop(self) {
        shutdown::drain(&self.app, &self.accepting, self.within).await;
        self.journal.close().await;
    }
}

async fn assemble(config: &Config, address: SocketAddr, journal: &StoredJournal) -> anyhow::Result<Arc<App>> {
    let clock = Arc::new(SystemClock::default());
    let wall: Arc<dyn Clock> = Arc::new(SystemClock::default());
    let rng: Arc<dyn Rng> = Arc::new(SystemRng);
    let shared = journal.shared();
    let (demo, boek) = match config.mode {
        Mode::Demo => (Some(Demo::new(Arc::clone(&wall))), demo::boek()?),
        Mode::Serve => (None, Medewerkersboek::default()),
    };
    let allegro = config.koppelingen.allegro(&wall)?;
    let hints = config.koppelingen.hints(&*wall)?;
    let mut bronnen = config.signaalbronnen.clone();
    if demo.is_some() {
        bronnen.extend(demo::bronnen());
    }
    let boek = match &config.identiteit {
        Some(set) => boek.met_gemeente(set.gemeente, set.gemeente_naam.clone()),
        None => boek,
    };
    let boek = boek.met_bronnen(bronnen.iter().map(|bron| (bron.id, bron.inschrijving)));
    let on_fatal: OnFatal = Arc::new(|fault| {
        // No answer, no flush, no second try: what was said to be stored may not be.
        tracing::error!(fault = %fault, "the node cannot go on; the process ends");
        std::process::exit(DISK_NOT_BELIEVED);
    });
    let brp = config.koppelingen.brp(&wall)?;
    let basis = basis(config, address);
    let drukker = config.berichten.drukker(&boek, config.telefoon.as_deref(), &basis)?;
    let mail = config.berichten.mail(&boek, &basis)?;
    let tafel = Tafel::start(TafelConfig {
        journal: shared.clone(),
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        rng: Arc::clone(&rng),
        boek: boek.clone(),
        allegro,
        brp,
        drukker: Some(drukker),
        mail,
        node: config.node.clone(),
        others: anderen(config.redis.as_ref(), &config.database, &shared)?,
        on_fatal,
    })
    .await
    .context("het journaal kan niet gelezen worden")?;
    let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
    let lifetime = Lifetime {
        idle: minutes(config.sessie_stil_minuten),
        absolute: minutes(config.sessie_uiterlijk_minuten),
    };
    let identiteit = config.identiteit.as_ref();
    // The journal is open, so the key is there and is the right one.
    let key = InstallationKey::load(&config.key_file).context("installatiesleutel")?;
    let deuren = identiteit.map(|set| Deuren::new(set, &basis, &wall, &key)).transpose()?;
    let opslag = match journal.sessies() {
        Some(tabel) => Opslag::Tabel(Box::new(tabel)),
        None => Opslag::Hier(Some(SessionFile::in_folder(&config.data))),
    };
    let sessions = Sessions::new(Arc::clone(&wall), Arc::clone(&rng), lifetime, opslag);
    sessions.lees().await.context("sessies")?;
    Ok(App::new(Parts {
        tafel,
        journal: shared,
        boek,
        sessions,
        origins: Origins::new(address.port(), &config.oorsprongen),
        bronnen: Bronnen::new(bronnen),
        clock,
        wall,
        rng,
        demo,
        deuren,
        telefoon: config.telefoon.clone(),
        figures: Figures::of(journal.clone()),
        lines: Lines::new(config.sockets_per_sessie),
        hints,
    }))
}

/// Our own address as browsers know it: what was set up first, or this machine.
fn basis(config: &Config, address: SocketAddr) -> String {
    let given = config.oorsprongen.first().map(|origin| origin.trim_end_matches('/').to_owned());
    given.unwrap_or_else(|| format!("http://127.0.0.1:{}", address.port()))
}

/// The one timer of the edge: pings, dead and stalled sockets, sessions whose time has come.
async fn every_second(app: Arc<App>, stop: CancellationToken) {
    let mut tick = tokio::time::interval(Duration::from_secs(1));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut seconds: u64 = 0;
    let mut revisie = app.boek.revisie();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = tick.tick() => {}
        }
        seconds += 1;
        app.lines.tick();
        if !app.sessions.is_gedeeld() {
            app.end_expired_sessions().await;
        }
        let nu = app.boek.revisie();
        if nu != revisie && app.end_sessions_without_role().await {
            revisie = nu;
        }
        if seconds.is_multiple_of(SESSION_SAVE_EVERY.as_secs()) {
            if !app.sessions.is_gedeeld() {
                app.save_activity().await;
            }
            app.figures.upkeep();
        }
    }
}

/// Whoever follows something is off when this node sees no more what became of rights. They come back at once, and hear what is the
/// matter until it sees again.
async fn close_while_blind(app: Arc<App>, stop: CancellationToken) {
    let mut blind = app.tafel.blind();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            changed = blind.changed() => if changed.is_err() { return },
        }
        if *blind.borrow_and_update() {
            app.lines.close_all(close::NO_SIGHT);
        }
    }
}

fn bind_error(address: SocketAddr) -> String {
    format!(
        "poort {} op {} is niet vrij (of mag niet): kies een andere met --adres",
        address.port(),
        address.ip()
    )
}

/// What a process leaves behind when it dies is all that it held: case text, BSN, keys (G33).
fn leave_no_core() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    if setrlimit(Resource::Core, none).is_err() {
        tracing::warn!("the limit of core files could not be set: a crash can leave one");
    }
}

/// Every socket is a file; the usual soft limit of 1024 would end at a thousand people.
fn raise_file_limit() {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.map_or(FILES_WANTED, |maximum| FILES_WANTED.min(maximum));
    if current.is_some_and(|current| current < wanted)
        && setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum }).is_err()
    {
        tracing::warn!(wanted, "the limit of open files could not be raised");
    }
}
