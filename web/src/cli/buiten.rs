//! What is set up outside the database, and whether it can be reached now. Each is asked what does no harm: nothing is sent, nothing is booked, and nobody is
//! looked up.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use keukentafel::clock::{Clock, SystemClock};
use keukentafel::poort::PoortFout;
use keukentafel::poort::allegro::{CURSOR_ONBEKEND, Cursor};
use keukentafel::protocol::view::Deur;
use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::InstallationKey;
use keukentafel_actors::boek::Medewerkersboek;
use keukentafel_actors::bus::redis::RedisTransport;
use keukentafel_actors::bus::{Broken, Transport};

use super::nakijken::Bevindingen;
use crate::config::Config;
use crate::identiteit::Deuren;

/// How long a message may be under way over a Redis: nodes wait for none longer than this.
const HINT_WAIT: Duration = Duration::from_secs(2);

/// What is sent over a Redis: on a channel of its own, that no node listens to.
const HINT: &[u8] = b"keukentafel check";

/// A cursor that Allegro never gave: it says so, and of nobody anything.
const CURSOR: &str = "keukentafel-check";

pub(super) async fn kijk(config: &Config, bevindingen: &mut Bevindingen) {
    redis(config, bevindingen).await;
    inlogdiensten(config, bevindingen).await;
    koppelingen(config, bevindingen).await;
    mail(config, bevindingen).await;
}

async fn redis(config: &Config, bevindingen: &mut Bevindingen) {
    let Some(url) = &config.redis else { return };
    let kanaal = SystemRng.uuid(SystemClock::default().now());
    let Ok(redis) = RedisTransport::new(url.tekst(), kanaal) else {
        return bevindingen.mis("redis", format_args!("KEUKENTAFEL_REDIS_URL is geen adres van een Redis"));
    };
    let version = match redis.version().await {
        Ok(version) => version.unwrap_or_else(|| "onbekend (dat mogen wij niet vragen)".to_owned()),
        Err(Broken(why)) => return bevindingen.mis("redis", format_args!("niet bereikbaar ({why})")),
    };
    let begun = Instant::now();
    match tokio::time::timeout(HINT_WAIT, heen_en_weer(&redis)).await {
        Ok(Ok(())) => {
            let micros = begun.elapsed().as_micros();
            bevindingen.goed(
                "redis",
                format_args!("bereikbaar, versie {version}; een bericht komt terug in {micros} µs"),
            );
        }
        Ok(Err(Broken(why))) => bevindingen
            .mis("redis", format_args!("wij mogen er niet publiceren of luisteren op keukentafel:* ({why})")),
        Err(_) => bevindingen.mis("redis", format_args!("een bericht kwam niet terug")),
    }
}

async fn heen_en_weer(redis: &RedisTransport) -> Result<(), Broken> {
    let (mut outward, mut inward) = redis.open().await?;
    outward.send(Bytes::from_static(HINT)).await?;
    while inward.next().await? != HINT {}
    Ok(())
}

async fn inlogdiensten(config: &Config, bevindingen: &mut Bevindingen) {
    let Some(set) = &config.identiteit else { return };
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::default());
    let basis = config.oorsprongen.first().map_or("https://localhost", |origin| origin.trim_end_matches('/'));
    let key = match InstallationKey::load(&config.key_file) {
        Ok(key) => key,
        // That is told where the database is opened.
        Err(_) => return,
    };
    let deuren = match Deuren::new(set, basis, &clock, &key) {
        Ok(deuren) => deuren,
        Err(error) => return bevindingen.mis("inlogdienst", format_args!("{error:#}")),
    };
    for (deur, issuer, bereikbaar) in deuren.bereikbaar().await {
        let wat = match deur {
            Deur::Medewerker => "inlogdienst voor medewerkers",
            Deur::Inwoner => "inlogdienst voor inwoners",
            Deur::Demo => "demonstratie",
        };
        if bereikbaar {
            bevindingen.goed(wat, format_args!("{issuer} zegt wie zij is en met welke sleutels zij tekent"));
        } else {
            bevindingen
                .mis(wat, format_args!("{issuer} is niet bereikbaar, of zegt niet wat een inlogdienst zegt"));
        }
    }
}

async fn koppelingen(config: &Config, bevindingen: &mut Bevindingen) {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::default());
    match config.koppelingen.allegro(&clock) {
        Ok(None) => {}
        Err(error) => bevindingen.mis("Allegro", format_args!("{error:#}")),
        Ok(Some(allegro)) => match allegro.mutaties(Cursor::parse(CURSOR).as_ref()).await {
            Err(PoortFout::Geweigerd { code }) if code == CURSOR_ONBEKEND => {
                bevindingen.goed("Allegro", format_args!("bereikbaar, en kent onze sleutel"));
            }
            Ok(_) => bevindingen.goed("Allegro", format_args!("bereikbaar, en kent onze sleutel")),
            Err(fout) => bevindingen.mis("Allegro", format_args!("{fout}")),
        },
    }
    match config.koppelingen.brp(&clock) {
        Ok(None) => {}
        Err(error) => bevindingen.mis("BRP", format_args!("{error:#}")),
        // There is no question about nobody, and each one is a look at somebody.
        Ok(Some(_)) => {
            bevindingen.goed("BRP", format_args!("ingesteld; niet gevraagd, want elke vraag is een inzage"));
        }
    }
}

async fn mail(config: &Config, bevindingen: &mut Bevindingen) {
    let boek = Medewerkersboek::default();
    match config.berichten.smtp(&boek, "https://localhost") {
        Ok(None) => {}
        Err(error) => bevindingen.mis("mailserver", format_args!("{error:#}")),
        Ok(Some(server)) => match server.bereikbaar().await {
            Ok(()) => bevindingen.goed("mailserver", format_args!("bereikbaar; er is niets verstuurd")),
            Err(fout) => bevindingen.mis("mailserver", format_args!("{fout}")),
        },
    }
}
