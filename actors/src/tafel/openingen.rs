//! What bells and alarms say beside events, worked out from the trail: how often protected dossiers were looked at, and whose dossier was looked
//! at while they have their own log open.
//!
//! A look at this node rings, and a hint of another node rings; then the trail is read, and what it has counts. So every node comes to the
//! same, after a start too, and a hint that was lost is made good by the next look: with a bus once in [`BUS_SWEEP`], without one more often.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, PersoonId};
use keukentafel::domain::medewerker::Rol;
use keukentafel::limits::SPOREN_PAGINA;
use keukentafel::store::{AuditFilter, AuditLine, AuditRow, AuditUitkomst, Fault, Journal};
use tokio::sync::Notify;

use super::Tafel;
use super::lezen::alarmeert;
use crate::bus::Mode;
use crate::limits::{BELLEN_KIJK, BUS_SWEEP, SPOREN_SPELING_MICROS};

/// Of the looks at protected dossiers how many this node knows, by municipality.
#[derive(Debug, Default)]
pub(super) struct Openingen {
    /// Rings when there may be more.
    pub(super) bel: Notify,
    /// Rings when another node says that somebody looked where the log is open here: nothing is counted for that.
    inzage: Notify,
    /// Whose dossier another node says that it looked at, of who has their own log open here.
    gemeld: Mutex<BTreeSet<(GemeenteId, PersoonId)>>,
    geteld: tokio::sync::Mutex<HashMap<GemeenteId, Telling>>,
}

impl Openingen {
    /// Another node says that somebody looked there: the trail says whether that is so, and when.
    pub(super) fn merk(&self, gemeente: GemeenteId, persoon: PersoonId) {
        self.gemeld.lock().unwrap_or_else(PoisonError::into_inner).insert((gemeente, persoon));
        self.inzage.notify_one();
    }

    fn neem(&self) -> BTreeSet<(GemeenteId, PersoonId)> {
        std::mem::take(&mut *self.gemeld.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[derive(Debug, Default)]
struct Telling {
    keren: u64,
    /// How many were told last: what was counted before a read failed is told after it.
    verteld: u64,
    laatst: Option<Moment>,
    /// Lines from this moment on are read again; `None` before the first time.
    vanaf: Option<Moment>,
    /// Lines from then on that are counted: their node, and their number there.
    gezien: HashMap<(String, u64), Moment>,
}

impl Telling {
    /// Counts these, each once.
    fn tel(&mut self, lines: &[AuditLine]) {
        for line in lines {
            let at = line.row.at;
            if self.gezien.insert((line.node.clone(), line.n), at).is_none() {
                self.keren += 1;
                self.laatst = self.laatst.max(Some(at));
            }
        }
    }

    /// What was recorded before this is read.
    fn tot(&mut self, at: Moment) {
        self.vanaf = Some(at);
        self.gezien.retain(|_, seen| *seen >= at);
    }
}

/// Whether a line counts where it is about a protected dossier. That the privacy officer protects one is no look that they need be told of.
fn telt(row: &AuditRow) -> bool {
    let beschermt =
        row.handeling == "BeschermDossier" && row.rol.as_deref() == Some(Rol::Privacyfunctionaris.word());
    alarmeert(row) && !beschermt
}

/// Looks when it rings, and once in a while where there are other nodes; for as long as the node lives.
pub(super) async fn volg(tafel: Tafel) {
    let mut mode = tafel.deps.bus.mode();
    loop {
        let look = mode.as_mut().map(|mode| match *mode.borrow_and_update() {
            Mode::Together => BUS_SWEEP,
            Mode::LogTail => BELLEN_KIJK,
        });
        let changed = async {
            // When nobody says it any more the node ends.
            let said = match &mut mode {
                Some(mode) => mode.changed().await.is_ok(),
                None => false,
            };
            if !said {
                std::future::pending::<()>().await;
            }
        };
        let (count, all) = tokio::select! {
            () = tafel.openingen.bel.notified() => (true, false),
            () = tafel.openingen.inzage.notified() => (false, false),
            () = changed => (true, true),
            () = tokio::time::sleep(look.unwrap_or(BUS_SWEEP)), if look.is_some() => (true, true),
        };
        // Who is protected is on the feed, and the hint may have been faster.
        tafel.lees_bij().await;
        if count {
            tafel.tel_openingen().await;
        }
        let gemeld = tafel.openingen.neem();
        tafel.luid_uit_de_sporen(|who| all || gemeld.contains(who)).await;
    }
}

impl Tafel {
    /// Counts from the trail what was not counted yet, and tells it.
    pub(super) async fn tel_openingen(&self) {
        let mut geteld = self.openingen.geteld.lock().await;
        let gemeenten: Vec<_> = self.overzicht.lees().gemeenten().map(|(id, _)| id).collect();
        for gemeente in gemeenten {
            let telling = geteld.entry(gemeente).or_default();
            if let Err(fault) = self.tel_in(gemeente, telling).await {
                // The trail has it; it is read again when it rings, or at the next look.
                tracing::warn!(fault = %fault, "looks at protected dossiers cannot be counted now");
            }
            if telling.keren != telling.verteld {
                telling.verteld = telling.keren;
                self.projector.dossiers_geopend(gemeente, telling.keren, telling.laatst);
            }
        }
    }

    /// At the first time those of before too, as far as the last protection of each reaches.
    async fn tel_in(&self, gemeente: GemeenteId, telling: &mut Telling) -> Result<(), Fault> {
        let next = self.deps.clock.now().plus_micros(-SPOREN_SPELING_MICROS);
        let personen: Vec<(PersoonId, Moment)> = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return Ok(()) };
            match telling.vanaf {
                None => all.ooit_beschermd(),
                Some(from) => all.beschermde_personen().into_iter().map(|persoon| (persoon, from)).collect(),
            }
        };
        for (persoon, from) in personen {
            let until = Moment::from_micros(i64::MAX);
            let periode = AuditFilter::periode(gemeente, from, until, SPOREN_PAGINA);
            let mut filter = AuditFilter { persoon: Some(persoon), ..periode };
            loop {
                let page = self.deps.journal.read_audit(&filter).await?;
                filter.na = page.last().map(AuditLine::plek);
                let last = page.len() < filter.limit;
                let counts: Vec<AuditLine> = {
                    let all = self.overzicht.lees();
                    let all = all.gemeente(gemeente);
                    let protected =
                        |line: &AuditLine| all.is_some_and(|all| all.was_beschermd(persoon, line.row.at));
                    page.into_iter().filter(|line| telt(&line.row) && protected(line)).collect()
                };
                telling.tel(&counts);
                if last {
                    break;
                }
            }
        }
        telling.tot(next);
        Ok(())
    }

    /// Rings for those of `wie` who have their own log open and of whom the trail has a look that did not ring.
    pub(super) async fn luid_uit_de_sporen(&self, wie: impl Fn(&(GemeenteId, PersoonId)) -> bool) {
        for ((gemeente, persoon), rang) in self.inzagebel.open().into_iter().filter(|(who, _)| wie(who)) {
            let filter = AuditFilter {
                persoon: Some(persoon),
                uitkomst: Some(AuditUitkomst::Gelukt),
                nieuwste_eerst: true,
                ..AuditFilter::periode(gemeente, rang.vanaf(), Moment::from_micros(i64::MAX), SPOREN_PAGINA)
            };
            // What cannot be read now is at the next look of all.
            let Ok(lines) = self.deps.journal.read_audit(&filter).await else { return };
            let rows: Vec<_> = lines.into_iter().map(|line| line.row).collect();
            let seen = self.zichtbaar(gemeente, &rows).into_iter();
            let unheard = seen.filter(|(who, at)| *who == persoon && !rang.ging_bij(*at));
            self.inzagebel.gezien(gemeente, unheard.collect());
        }
    }
}
