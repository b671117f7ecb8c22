//! Whether who is in still may be: the provider is asked again, once in a while, about everybody who works here and for whom it gave along with
//! what to ask. Who lost a role there loses it here; whose session or account is over there is out here. A provider that does not answer says
//! nothing about anybody.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use keukentafel_actors::weigering::Weigering;
use keukentafel_koppelingen::oidc::{Nagevraagd, OidcFout, Verlenging};
use tokio_util::sync::CancellationToken;

use super::Deuren;
use super::route::aanmelding;
use super::uitlog::opgeschreven;
use crate::app::App;
use crate::limits::NAVRAGEN_TEGELIJK;
use crate::problem::Fout;
use crate::session::{Herkomst, Navraag, Session};

/// Between two looks at whom to ask about: the shortest that may be set.
const LOOK: Duration = Duration::from_secs(1);

/// What comes of a question.
enum Uitkomst {
    Blijft,
    Voorbij,
    Onbekend(OidcFout),
}

/// Asks until it is told to stop.
pub(crate) async fn vraag_na(app: Arc<App>, stop: CancellationToken) {
    let Some(deuren) = &app.deuren else { return };
    let mut tick = tokio::time::interval(LOOK);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = tick.tick() => {}
        }
        let now = app.wall.now();
        let oud =
            |session: &Session| session.navraag.as_ref().is_some_and(|it| it.is_oud(deuren.navraag, now));
        let asked = stream::iter(app.sessions.van(oud)).take_until(stop.cancelled());
        let answers = asked.map(|session| over(&app, deuren, session)).buffer_unordered(NAVRAGEN_TEGELIJK);
        answers.collect::<()>().await;
    }
}

/// Asks about one, when it is this node's turn to.
async fn over(app: &Arc<App>, deuren: &Deuren, session: Session) {
    let (Some(navraag), Some(herkomst)) = (session.navraag.clone(), session.herkomst) else { return };
    let before = navraag.stand().0;
    // Two nodes that ask with the same would each hear that it was used already.
    if !matches!(app.sessions.navraag_beurt(&navraag).await, Ok(true)) {
        return;
    }
    let uitkomst = vraag(app, deuren, &session, &navraag, herkomst).await;
    let word = match &uitkomst {
        Uitkomst::Blijft => "blijft",
        Uitkomst::Voorbij => "voorbij",
        Uitkomst::Onbekend(fout) => fout.word(),
    };
    metrics::counter!("keukentafel_navraag_total", "uitkomst" => word).increment(1);
    match uitkomst {
        Uitkomst::Blijft => {}
        Uitkomst::Voorbij => beeindig(app, deuren, &session, &navraag).await,
        Uitkomst::Onbekend(_) => {
            tracing::info!(reden = word, "a provider did not say whether somebody is still who they were");
            navraag.gevraagd(None, app.wall.now());
        }
    }
    // Who lost one role of two is out where they worked in that one.
    // What could not be told now is asked again within a second.
    app.end_sessions_without_role().await;
    if navraag.stand().0 != before {
        // It holds once at most providers: who forgets the next one is out after a restart.
        drop(app.sessions.navraag_gezegd(&navraag).await.map_err(Fout::from));
    }
}

async fn vraag(
    app: &Arc<App>,
    deuren: &Deuren,
    session: &Session,
    navraag: &Navraag,
    herkomst: Herkomst,
) -> Uitkomst {
    let Some(provider) = deuren.provider(session.deur) else { return Uitkomst::Voorbij };
    let Some(given) = deuren.verleng.open(herkomst.subject, &navraag.stand().0) else {
        // Of another installation key: it cannot be asked, so it is not believed for longer.
        return Uitkomst::Voorbij;
    };
    let keer = app.rng.uuid(app.wall.now()).to_string();
    let Nagevraagd { wie, verlenging } = match provider.vraag_na(&Verlenging::new(given), &keer).await {
        Ok(said) => said,
        Err(OidcFout::CodeGeweigerd) => return Uitkomst::Voorbij,
        Err(fout) => return Uitkomst::Onbekend(fout),
    };
    let next = verlenging.map(|next| deuren.verleng.sluit(&*app.rng, herkomst.subject, next.tekst()));
    navraag.gevraagd(next, app.wall.now());
    let Some(wie) = wie else { return Uitkomst::Blijft };
    if deuren.herkomst(&wie).subject != herkomst.subject {
        return Uitkomst::Voorbij;
    }
    let Ok(aanmelding) = aanmelding(deuren, session.deur, wie) else { return Uitkomst::Voorbij };
    match app.tafel.meld_aan(deuren.gemeente, &aanmelding).await {
        Ok(who) if who.id == session.medewerker => Uitkomst::Blijft,
        Ok(_) | Err(Weigering::Geweigerd { .. }) => Uitkomst::Voorbij,
        // The record could not be written: the provider has spoken, and is asked once more.
        Err(_) => Uitkomst::Onbekend(OidcFout::Onbereikbaar),
    }
}

/// Ends the session, also when it went on under another secret meanwhile.
async fn beeindig(app: &Arc<App>, deuren: &Deuren, session: &Session, navraag: &Navraag) {
    let meant = |one: &Session| one.navraag.as_ref().is_some_and(|it| it.is(navraag));
    let (ended, saved) = app.eindig_sessies(meant).await;
    if saved.is_err() {
        tracing::error!(
            "a session that a provider ended may be open again on another node or after a restart"
        );
    }
    opgeschreven(app, deuren, session.deur, &ended).await;
}
