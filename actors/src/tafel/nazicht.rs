//! Finds in the trail which looks are looked back at, and opens an item for each (N-9, X-24).
//!
//! The trail is the only source. A bell says at each look of whom it may have something new, so that an item is there at once; a sweep reads
//! the days before again, at a start, when a day begins, and when it was recorded who is whose colleague. Both come to the same items under
//! command ids made of them: after a crash at any moment, and on several nodes at once, each is there once.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use jiff::ToSpan;
use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::nazicht::{Band, Blik, Geval, NazichtCommand, soorten};
use keukentafel::limits::{NAZICHT_TERUG_DAGEN, SPOREN_PAGINA};
use keukentafel::store::{AuditFilter, AuditLine, AuditRow, AuditUitkomst, Journal, Lease};
use tokio::sync::Notify;
use uuid::Uuid;

use super::Tafel;
use super::reacties::{Aanleiding, eigen_kop};
use crate::beurt::{Beurt, in_beurt};
use crate::limits::TERMIJN_KIJK;
use crate::overzicht::Gemeenteoverzicht;
use crate::weigering::Weigering;

/// Of whom the trail is to be read, and from when on. One place per medewerker, so that it cannot grow beyond who works here.
#[derive(Debug, Default)]
pub(super) struct Nazichtbel {
    wacht: Mutex<Wachtend>,
    nu: Notify,
}

#[derive(Clone, Debug, Default)]
struct Wachtend {
    van: HashMap<(GemeenteId, MedewerkerId), Moment>,
    alles: bool,
}

impl Nazichtbel {
    /// This medewerker may have done something that is looked back at, at this moment or after it.
    pub(super) fn merk(&self, gemeente: GemeenteId, wie: MedewerkerId, at: Moment) {
        {
            let mut wacht = self.wacht.lock().unwrap_or_else(PoisonError::into_inner);
            wacht.van.entry((gemeente, wie)).and_modify(|from| *from = at.min(*from)).or_insert(at);
        }
        self.nu.notify_one();
    }

    /// Everything is to be read again.
    pub(super) fn lees_alles(&self) {
        self.wacht.lock().unwrap_or_else(PoisonError::into_inner).alles = true;
        self.nu.notify_one();
    }

    /// The clock was moved: it may be another day.
    pub(super) fn luid(&self) {
        self.nu.notify_one();
    }

    fn neem(&self) -> Wachtend {
        std::mem::take(&mut *self.wacht.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What was asked and could not be read is asked still, for the next look: nobody rings for it again.
    fn leg_terug(&self, asked: Wachtend) {
        let mut wacht = self.wacht.lock().unwrap_or_else(PoisonError::into_inner);
        wacht.alles |= asked.alles;
        for (who, at) in asked.van {
            wacht.van.entry(who).and_modify(|from| *from = at.min(*from)).or_insert(at);
        }
    }
}

/// Opens what is found, for as long as the node lives.
pub(super) async fn bewaak(tafel: Tafel) {
    let mut beurt = tafel.beurt("nazicht");
    let mut dag = None;
    let asked = async || {
        tafel.nazichtbel.nu.notified().await;
        true
    };
    loop {
        let today = tafel.deps.clock.now().day();
        // One node sweeps; what a bell says is done by the node on which it rang.
        let sweeps = dag != Some(today) && beurt.neem().await.is_some();
        let lezen = if sweeps { Lezen::Alles(Some(&mut beurt)) } else { Lezen::Gevraagd };
        match tafel.zie_na(lezen).await {
            Ok(true) if sweeps => dag = Some(today),
            // Somebody else sweeps, or will; or it was done today.
            Ok(_) => {}
            Err(why) => {
                // Nothing is lost: the trail has it, and what was asked of it is asked again; by who has the turn, all of it.
                tracing::warn!(%why, "looks to look back at could not be opened; the trail is read again");
                dag = None;
            }
        }
        let wait = if dag == Some(today) { TERMIJN_KIJK } else { AGAIN };
        if !beurt.wacht(wait, asked()).await {
            return;
        }
    }
}

/// How much of the trail is read.
#[derive(Debug)]
pub(super) enum Lezen<'a> {
    /// As far as a bell asked.
    Gevraagd,
    /// The last days too, as long as this turn is ours.
    Alles(Option<&'a mut Beurt>),
}

/// Before the trail is read again that could not be read now, or the turn is asked for again.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(5);

/// A line as the rules look at it.
pub(super) fn blik(row: &AuditRow) -> Blik<'_> {
    Blik {
        rol: row.rol.as_deref().and_then(Rol::from_word),
        handeling: &row.handeling,
        object: &row.object,
        grond: row.grond.as_deref(),
        namens: row.namens.is_some(),
        gelukt: row.uitkomst == AuditUitkomst::Gelukt,
    }
}

impl Tafel {
    /// These lines were written: whoever made one that is looked back at is marked.
    pub(super) fn merk_blikken(&self, gemeente: GemeenteId, rows: &[AuditRow]) {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(gemeente) else { return };
        for row in rows {
            let Some(who) = row.wie.filter(|who| all.kan_nazicht_geven(*who)) else { continue };
            if self.gevallen(gemeente, all, row).next().is_some() {
                self.nazichtbel.merk(gemeente, who, row.at);
            }
        }
    }

    /// A command was done or refused: its line is in the trail.
    pub(super) fn merk_opdracht(&self, wie: &Wie, begonnen: Moment) {
        let all = self.overzicht.lees();
        if all.gemeente(wie.gemeente).is_some_and(|all| all.kan_nazicht_geven(wie.id)) {
            self.nazichtbel.merk(wie.gemeente, wie.id, begonnen);
        }
    }

    /// Reads the trail as far as it was asked to, or all of the last days, and opens what is not there yet. `false` when the turn went to
    /// another node meanwhile, which reads the days again.
    ///
    /// # Errors
    /// When the trail cannot be read, or what is found not be opened.
    pub(super) async fn zie_na(&self, lezen: Lezen<'_>) -> Result<bool, Weigering> {
        let asked = self.nazichtbel.neem();
        let read = self.lees_na(lezen, asked.clone()).await;
        match &read {
            Ok(true) => {}
            // Who has the turn now may have swept today, and reads the days no second time.
            Ok(false) => self.nazichtbel.leg_terug(Wachtend { alles: asked.alles, ..Wachtend::default() }),
            Err(_) => self.nazichtbel.leg_terug(asked),
        }
        read
    }

    async fn lees_na(&self, lezen: Lezen<'_>, asked: Wachtend) -> Result<bool, Weigering> {
        let (alles, mut beurt) = match lezen {
            Lezen::Gevraagd => (false, None),
            Lezen::Alles(beurt) => (true, beurt),
        };
        let mut ours = true;
        if alles || asked.alles {
            let gemeenten: Vec<_> = self.overzicht.lees().gemeenten().map(|(id, _)| id).collect();
            let filters = gemeenten.into_iter().flat_map(|gemeente| self.te_lezen(gemeente));
            for filter in filters.collect::<Vec<_>>() {
                ours = self.open_uit(filter, &mut beurt).await?;
                if !ours {
                    break;
                }
            }
        }
        for ((gemeente, wie), from) in asked.van {
            let until = Moment::from_micros(i64::MAX);
            let filter =
                AuditFilter { wie: Some(wie), ..AuditFilter::periode(gemeente, from, until, SPOREN_PAGINA) };
            // For the node on which it rang, whoever sweeps.
            self.open_uit(filter, &mut None).await?;
        }
        Ok(ours)
    }

    /// Which parts of the trail of the last days can have something: of few people, so that not all of it is read.
    fn te_lezen(&self, gemeente: GemeenteId) -> Vec<AuditFilter> {
        let now = self.deps.clock.now();
        let from = Moment::start_of(now.day().saturating_sub(NAZICHT_TERUG_DAGEN.days()));
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(gemeente) else { return Vec::new() };
        let about = all.na_te_zien().into_iter().map(|persoon| AuditFilter {
            persoon: Some(persoon),
            ..AuditFilter::periode(gemeente, from, Moment::from_micros(i64::MAX), SPOREN_PAGINA)
        });
        let by = all.gekeken_voor_een_ander(from).into_iter().map(|(wie, from, until)| AuditFilter {
            wie: Some(wie),
            ..AuditFilter::periode(gemeente, from, until, SPOREN_PAGINA)
        });
        about.chain(by).collect()
    }

    /// One part, page by page, each in a turn that is renewed. `false` when that is another node's.
    async fn open_uit(
        &self,
        mut filter: AuditFilter,
        beurt: &mut Option<&mut Beurt>,
    ) -> Result<bool, Weigering> {
        loop {
            let Ok(onder) = in_beurt(beurt).await else { return Ok(false) };
            let page = self.deps.journal.read_audit(&filter).await?;
            let found: BTreeSet<(Geval, Moment)> = {
                let all = self.overzicht.lees();
                let Some(all) = all.gemeente(filter.gemeente) else { return Ok(true) };
                let of = |line: &AuditLine| {
                    let at = line.row.at;
                    self.gevallen(filter.gemeente, all, &line.row)
                        .map(move |geval| (geval, at))
                        .collect::<Vec<_>>()
                };
                page.iter().flat_map(of).collect()
            };
            for (geval, at) in found {
                self.open_nazicht(filter.gemeente, geval, at, onder).await?;
            }
            if page.len() < filter.limit {
                return Ok(true);
            }
            filter.na = page.last().map(AuditLine::plek);
        }
    }

    /// Opens the item that this look belongs to, unless it is there. Where that one has its verdict: the one after it.
    async fn open_nazicht(
        &self,
        gemeente: GemeenteId,
        eerste: Geval,
        at: Moment,
        onder: Option<Lease>,
    ) -> Result<(), Weigering> {
        let mut geval = eerste;
        let id = loop {
            let id = geval.id(gemeente);
            let judged = {
                let all = self.overzicht.lees();
                match all.gemeente(gemeente).and_then(|all| all.nazicht(id)) {
                    None => break id,
                    Some(there) => there.uitspraak().map(|uitspraak| uitspraak.gezien.tot),
                }
            };
            match judged.filter(|tot| *tot < at) {
                None => return Ok(()),
                Some(tot) => geval = geval.volgende(tot),
            }
        };
        let kop = eigen_kop("nazicht", id.0, Uuid::nil());
        let command = NazichtCommand::Open(geval);
        let aanleiding = Aanleiding { oorzaak: None, onder };
        self.vraag_zelf(&self.actors.nazichten, gemeente, "OpenNazicht", id.0, command, kop, aanleiding)
            .await?;
        // The next look of the same kind finds it.
        self.projector.catch_up().await;
        Ok(())
    }

    /// What is looked back at because of this line.
    fn gevallen<'a>(
        &'a self,
        gemeente: GemeenteId,
        all: &'a Gemeenteoverzicht,
        row: &'a AuditRow,
    ) -> impl Iterator<Item = Geval> + 'a {
        let dag: Date = row.at.day();
        let of = move |wie: MedewerkerId| {
            row.betrokkenen.iter().flat_map(move |persoon| {
                let band = Band {
                    eigen_kring: all.in_kring_van(wie, *persoon),
                    // Oneself, under whichever account, is one's own circle.
                    collega: all.accounts_van(*persoon).any(|who| self.boek.werkt_hier(gemeente, who))
                        && all.personen_van_collega(wie).all(|own| own != *persoon),
                    beschermd: all.was_beschermd(*persoon, row.at),
                };
                let because = soorten(&blik(row), band).into_iter();
                because.map(move |soort| Geval::eerste(wie, *persoon, dag, soort))
            })
        };
        row.wie.into_iter().flat_map(of)
    }
}
