//! When the source is asked about one rekening, and what its answer means.

use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::beheerrekening as domain;
use keukentafel::poort::allegro::Waarneming;
use keukentafel::poort::{Onjuist, PoortFout, Storing};
use tokio::time::Instant;

use super::actor::{Me, Msg, State};
use super::mis::Mis;
use super::ritme::Ritme;
use crate::directory::{Admitted, Reply};
use crate::limits::SALDO_TUSSEN;

/// What came of asking the source.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Haaluitslag {
    /// It answered, and what was new is recorded.
    Goed {
        /// The rekening stands otherwise than before.
        veranderd: bool,
    },
    /// It answered with what is of before. That tells nothing of now, not even that the source is well.
    Voorbij,
    /// It did not, or not so that it can be believed.
    Mis(Mis),
}

/// Who waits for an answer of the source.
pub(super) type Vragers = Vec<Reply<Haaluitslag>>;

/// The question that is under way, and the next.
pub(super) struct Halen {
    /// Who waits for the question that is under way; `None` when none is. Never two for one rekening.
    bezig: Option<Vragers>,
    /// Somebody wants an answer that is younger than the question under way.
    opnieuw: bool,
    /// Who waits for the next question.
    wachtend: Vragers,
    begonnen_op: Option<Instant>,
    ritme: Ritme,
    /// The next question: when, and by which alarm.
    gepland: Option<(Instant, u64)>,
    alarms: u64,
}

/// An observation, and when it came.
pub(super) struct Gezien {
    pub(super) waarneming: domain::Waarneming,
    pub(super) op: Instant,
    pub(super) om: Moment,
    pub(super) vragers: Vragers,
}

impl Halen {
    pub(super) fn new() -> Self {
        Self {
            bezig: None,
            opnieuw: false,
            wachtend: Vec::new(),
            begonnen_op: None,
            ritme: Ritme::new(),
            gepland: None,
            alarms: 0,
        }
    }

    /// Nothing is asked and nobody waits for it.
    pub(super) fn is_idle(&self) -> bool {
        self.bezig.is_none() && self.wachtend.is_empty()
    }
}

impl State {
    /// Somebody wants to know how it stands now.
    pub(super) fn haal_nu(&mut self, me: &Me, reply: Option<Reply<Haaluitslag>>) {
        if self.live.rekening().is_none() {
            drop(reply.map(|reply| reply.send(Err(crate::weigering::Weigering::NIET_GEVONDEN))));
            return;
        }
        self.halen.wachtend.extend(reply);
        // Also when the question has to wait its turn and nobody looks meanwhile: who opens the page then would see what is known to be old.
        self.halen.opnieuw = true;
        if self.halen.bezig.is_none() {
            self.plan(me, Instant::now());
        }
    }

    /// The first one opened the page. What was said a moment ago needs not be asked again.
    pub(super) fn kijkt_iemand(&mut self, me: &Me) {
        // What was good when nobody looked grows old too.
        self.bewaak_versheid(me);
        if self.halen.bezig.is_some() {
            return;
        }
        let now = Instant::now();
        let wacht = if self.versheid.is_vers(now) { self.halen.ritme.na(false) } else { Duration::ZERO };
        self.plan(me, now + wacht);
    }

    /// Asks at `op`, or as soon after it as the source may be asked again. An earlier plan stands.
    fn plan(&mut self, me: &Me, op: Instant) {
        let op = self.halen.begonnen_op.map_or(op, |last| op.max(last + SALDO_TUSSEN));
        if self.halen.gepland.is_some_and(|(planned, _)| planned <= op) {
            return;
        }
        let now = Instant::now();
        if op <= now {
            return self.begin_haal(me);
        }
        self.halen.alarms += 1;
        let nr = self.halen.alarms;
        self.halen.gepland = Some((op, nr));
        drop(me.send_after(op - now, move || Admitted::internal(Msg::Wekker(nr))));
    }

    /// An alarm went. Without anybody who looks or waits the source is left alone.
    pub(super) fn wekker(&mut self, me: &Me, nr: u64) {
        if self.halen.gepland.is_none_or(|(_, planned)| planned != nr) {
            return;
        }
        self.halen.gepland = None;
        let wanted = !self.latest.is_empty() || self.halen.opnieuw || !self.halen.wachtend.is_empty();
        if wanted && self.halen.bezig.is_none() {
            self.begin_haal(me);
        }
    }

    fn begin_haal(&mut self, me: &Me) {
        let Some(klant) = self.live.rekening().map(|rekening| rekening.klant.clone()) else { return };
        self.halen.begonnen_op = Some(Instant::now());
        self.halen.gepland = None;
        self.halen.opnieuw = false;
        self.halen.bezig = Some(std::mem::take(&mut self.halen.wachtend));
        let (me, bron) = (me.clone(), self.bron.clone());
        tokio::spawn(async move {
            let antwoord = match bron {
                Some(bron) => bron.haal(klant).await,
                // No source was set up: there is nobody to ask.
                None => Err(PoortFout::Storing(Storing::Onbereikbaar)),
            };
            drop(me.cast(Admitted::internal(Msg::Gehaald(antwoord))));
        });
    }

    /// The source answered, or did not.
    pub(super) fn gehaald(&mut self, me: &Me, antwoord: Result<Option<Waarneming>, PoortFout>) {
        let vragers = self.halen.bezig.take().unwrap_or_default();
        let om = self.deps.clock.now();
        match antwoord.and_then(|said| self.geloofd(said, om)) {
            Ok(Some(said)) => {
                let (waarneming, op) = (domain::Waarneming::from(&said), Instant::now());
                self.waargenomen(me, Gezien { waarneming, op, om, vragers });
            }
            Ok(None) => self.mis(me, vragers, Mis::KlantOnbekend),
            Err(fout) => {
                let mis = Mis::from(&fout);
                if self.versheid.storing() != Some(mis.storing()) {
                    tracing::warn!(rekening = %self.key, fout = %fout, "no balance of {}: {fout}", self.key);
                }
                self.mis(me, vragers, mis);
            }
        }
    }

    /// What an adapter should have found, and what would do harm for long when it did not.
    fn geloofd(&self, said: Option<Waarneming>, nu: Moment) -> Result<Option<Waarneming>, PoortFout> {
        let Some(said) = said else { return Ok(None) };
        if self.live.rekening().is_none_or(|rekening| rekening.klant != said.klant) {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::NietGevraagd));
        }
        said.toets_peil(nu).map_err(PoortFout::OnjuistAntwoord)?;
        Ok(Some(said))
    }

    /// No good answer. What is shown stays as it was, and says of when it is.
    pub(super) fn mis(&mut self, me: &Me, vragers: Vragers, mis: Mis) {
        let (gemeente, id) = (self.key.gemeente, self.key.id.into());
        // Whatever else is wrong leaves a difference that was found before as it was.
        if mis == Mis::KloptNiet {
            self.verschillen.zet(gemeente, id, true);
        }
        match mis {
            // The sweep is cut off by it, and whoever looks asks again.
            Mis::Zwijgt => {}
            Mis::KlantOnbekend => self.herkansingen.klaar(gemeente, id),
            Mis::Onjuist => self.herkansingen.mis(gemeente, id, true),
            Mis::Hapert | Mis::Geweigerd | Mis::KloptNiet | Mis::NietVastgelegd => {
                self.herkansingen.mis(gemeente, id, false);
            }
        }
        if self.versheid.mis(mis.storing()) {
            self.publish(me);
        }
        self.klaar(me, vragers, Haaluitslag::Mis(mis));
    }

    /// An answer of before: what is shown neither changes nor becomes fresh.
    pub(super) fn voorbij(&mut self, me: &Me, vragers: Vragers) {
        self.herkansingen.mis(self.key.gemeente, self.key.id.into(), false);
        self.klaar(me, vragers, Haaluitslag::Voorbij);
    }

    /// A good answer, and whatever it brought is recorded.
    pub(super) fn goed(&mut self, me: &Me, gezien: Gezien, veranderd: bool) {
        let Gezien { waarneming, op, om, vragers } = gezien;
        self.gezien = self.gezien.max(Some(waarneming.peil));
        self.versheid.goed(op, om);
        self.verschillen.zet(self.key.gemeente, self.key.id.into(), false);
        self.herkansingen.klaar(self.key.gemeente, self.key.id.into());
        self.bewaak_versheid(me);
        self.publish(me);
        self.klaar(me, vragers, Haaluitslag::Goed { veranderd });
    }

    fn klaar(&mut self, me: &Me, vragers: Vragers, uitslag: Haaluitslag) {
        for reply in vragers {
            drop(reply.send(Ok(uitslag)));
        }
        if self.halen.bezig.is_some() {
            return;
        }
        let wacht = self.halen.ritme.na(uitslag == Haaluitslag::Goed { veranderd: true });
        if self.halen.opnieuw {
            self.plan(me, Instant::now());
        } else if !self.latest.is_empty() {
            self.plan(me, Instant::now() + wacht);
        }
    }

    /// Tells when the last good answer grows old, also while a question hangs.
    fn bewaak_versheid(&mut self, me: &Me) {
        if self.veroudert || self.latest.is_empty() {
            return;
        }
        let Some(tot) = self.versheid.vers_tot() else { return };
        self.veroudert = true;
        let wait = tot.saturating_duration_since(Instant::now());
        drop(me.send_after(wait, || Admitted::internal(Msg::Verouder)));
    }

    pub(super) fn verouder(&mut self, me: &Me) {
        self.veroudert = false;
        if self.versheid.is_vers(Instant::now()) {
            self.bewaak_versheid(me);
        } else {
            self.publish(me);
        }
    }
}
