//! The table that nodes share, and what of it this node holds. Whatever touches both goes one after the other: else a look that began before
//! a logout and is taken in after it would bring the session back.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::store::{Fault, Navraagrij, Sessiebegin, Sessiegrens, Sessiehash, Sessierij, Sessietabel};
use tokio::time::Instant;

use super::geheugen::Geheugen;
use super::vorm::Stored;
use super::{Navraag, SessieFout, Session, SessionKey};
use crate::limits::{
    SESSIES_BLIND, SESSIES_MIS_TUSSEN, SESSIES_WACHT, SESSIONS_MAX, SESSIONS_PER_PERSON_MAX,
};

/// See the module.
pub(super) struct Gedeeld {
    tabel: Sessietabel,
    beurt: tokio::sync::Mutex<()>,
    /// Looks that began.
    begonnen: AtomicU64,
    /// The last of them that succeeded.
    klaar: AtomicU64,
    /// When that one began, and when the last one did.
    gezien: Mutex<(Option<Instant>, Option<Instant>)>,
}

type Open = Mutex<Geheugen>;

impl Gedeeld {
    pub(super) fn new(tabel: Sessietabel) -> Self {
        Self {
            tabel,
            beurt: tokio::sync::Mutex::default(),
            begonnen: AtomicU64::new(0),
            klaar: AtomicU64::new(0),
            gezien: Mutex::default(),
        }
    }

    /// Whether the last look is so long ago that a session may be over without this node knowing.
    pub(super) fn is_blind(&self) -> bool {
        self.times().0.is_none_or(|seen| seen.elapsed() >= SESSIES_BLIND)
    }

    pub(super) async fn kijk(&self, open: &Open) -> Result<(), SessieFout> {
        in_tijd(async {
            let _beurt = self.beurt.lock().await;
            self.look(open).await
        })
        .await
    }

    /// The first look of a start reads all there are, however long that takes.
    pub(super) async fn lees(&self, open: &Open) -> Result<(), SessieFout> {
        let _beurt = self.beurt.lock().await;
        self.look(open).await
    }

    /// Everybody who asks meanwhile is served by one look, so that cookies that somebody makes up cost no more than a few.
    pub(super) async fn kijk_nu(&self, open: &Open) -> Result<(), SessieFout> {
        let asked = self.begonnen.load(Ordering::SeqCst);
        in_tijd(async {
            let _beurt = self.beurt.lock().await;
            if self.klaar.load(Ordering::SeqCst) > asked {
                return Ok(());
            }
            let last = self.times().1;
            if let Some(rest) = last.and_then(|last| SESSIES_MIS_TUSSEN.checked_sub(last.elapsed())) {
                tokio::time::sleep(rest).await;
            }
            self.look(open).await
        })
        .await
    }

    /// The caller has the turn.
    async fn look(&self, open: &Open) -> Result<(), SessieFout> {
        let nr = self.begonnen.fetch_add(1, Ordering::SeqCst) + 1;
        let began = Instant::now();
        self.times().1 = Some(began);
        // What could not be taken out before goes first.
        self.take_out(open).await?;
        let stand = lock(open).stand;
        let held = || lock(open).alle().map(|(key, _)| key.0).collect();
        let wijziging = self.tabel.sinds(stand, held).await?;
        // Read before it is taken over: who asks for a session waits for the second and not for the first.
        let gelezen = wijziging.rijen.iter().map(gelezen).collect();
        lock(open).neem_over(wijziging, gelezen);
        self.klaar.store(nr, Ordering::SeqCst);
        self.times().0 = Some(began);
        Ok(())
    }

    /// Takes out of the table what ended here; answers which of them were there.
    pub(super) async fn ruim_op(&self, open: &Open) -> Result<Vec<Sessiehash>, SessieFout> {
        let _beurt = self.beurt.lock().await;
        self.take_out(open).await
    }

    async fn take_out(&self, open: &Open) -> Result<Vec<Sessiehash>, SessieFout> {
        let keys: Vec<Sessiehash> = lock(open).weg.iter().map(|key| key.0).collect();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.tabel.eindig(&keys).await?;
        lock(open).weg.retain(|key| !keys.contains(&key.0));
        Ok(found)
    }

    pub(super) async fn begin(
        &self,
        open: &Open,
        key: SessionKey,
        session: &Session,
    ) -> Result<Vec<Session>, SessieFout> {
        let grens = Sessiegrens { per_persoon: SESSIONS_PER_PERSON_MAX, totaal: SESSIONS_MAX };
        let rij = als_rij(key, session)?;
        let _beurt = self.beurt.lock().await;
        let gone = match self.tabel.begin(&rij, grens).await? {
            Sessiebegin::Begonnen(gone) => gone,
            Sessiebegin::Vol => return Err(SessieFout::Vol),
        };
        let mut open = lock(open);
        open.neem_op(key, session.clone());
        Ok(gone.into_iter().filter_map(|key| open.neem_weg(SessionKey(key))).collect())
    }

    /// What is changed is what the table has: another node may have changed it since.
    pub(super) async fn vervang(
        &self,
        open: &Open,
        (key, next): (SessionKey, SessionKey),
        verder: impl FnOnce(Session) -> Option<Session> + Send,
    ) -> Result<Option<Session>, SessieFout> {
        let _beurt = self.beurt.lock().await;
        let known = lock(open).get(key).cloned();
        let mut went_on = None;
        let change = |rij: Sessierij| {
            let mut session = uit_rij(&rij, known.as_ref())?;
            let active = known.as_ref().map(|known| known.actief_op);
            session.actief_op = session.actief_op.max(rij.actief_op).max(active.unwrap_or(rij.actief_op));
            let session = verder(session)?;
            let rij = als_rij(next, &session).ok();
            went_on = Some(session);
            rij
        };
        let done = self.tabel.vervang(key.0, change).await?;
        let mut open = lock(open);
        let Some(session) = went_on.filter(|_| done.is_some()) else { return Ok(None) };
        open.neem_weg(key);
        open.neem_op(next, session.clone());
        Ok(Some(session))
    }

    /// Ends these, each unless another node knows of a later activity: the next look tells that.
    pub(super) async fn verlopen(
        &self,
        open: &Open,
        due: Vec<(SessionKey, Moment)>,
    ) -> Result<Vec<Session>, SessieFout> {
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let _beurt = self.beurt.lock().await;
        let due: Vec<_> = due.into_iter().map(|(key, seen)| (key.0, seen)).collect();
        let ended = self.tabel.verlopen(&due).await?;
        let mut open = lock(open);
        Ok(ended.into_iter().filter_map(|key| open.neem_weg(SessionKey(key))).collect())
    }

    pub(super) async fn schrijf_actief(&self, open: &Open) -> Result<(), SessieFout> {
        let _beurt = self.beurt.lock().await;
        let done = lock(open).te_schrijven();
        if done.is_empty() {
            return Ok(());
        }
        let rows: Vec<_> = done.iter().map(|(key, op)| (key.0, *op)).collect();
        self.tabel.actief(&rows).await?;
        lock(open).geschreven(&done);
        Ok(())
    }

    pub(super) async fn navraag_beurt(&self, navraag: &Navraag, now: Moment) -> Result<bool, SessieFout> {
        let (dicht, op) = navraag.stand();
        let ours = self.tabel.navraag_beurt(navraag.id(), op, now).await?;
        if ours {
            navraag.zet(dicht, now);
        }
        Ok(ours)
    }

    pub(super) async fn navraag_gezegd(&self, navraag: &Navraag) -> Result<(), SessieFout> {
        let (dicht, op) = navraag.stand();
        Ok(self.tabel.navraag(&Navraagrij { id: navraag.id(), op, dicht }).await?)
    }

    fn times(&self) -> MutexGuard<'_, (Option<Instant>, Option<Instant>)> {
        self.gezien.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A look that takes longer is none.
async fn in_tijd(look: impl Future<Output = Result<(), SessieFout>>) -> Result<(), SessieFout> {
    let wacht: Duration = SESSIES_WACHT;
    tokio::time::timeout(wacht, look).await.unwrap_or(Err(SessieFout::GeenZicht))
}

fn lock(open: &Open) -> MutexGuard<'_, Geheugen> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

fn als_rij(key: SessionKey, session: &Session) -> Result<Sessierij, Fault> {
    let navraag = session.navraag.as_ref().map(|navraag| {
        let (dicht, op) = navraag.stand();
        Navraagrij { id: navraag.id(), op, dicht }
    });
    let stored = Stored::of(key, &Session { navraag: None, ..session.clone() });
    let inhoud = serde_json::to_vec(&stored).map_err(|error| Fault::Corrupt(error.to_string()))?;
    Ok(Sessierij {
        sleutel: key.0,
        medewerker: session.medewerker,
        actief_op: session.actief_op,
        inhoud,
        navraag,
    })
}

/// A session as the table has it. What it is asked again with stays the same thing as in `before`, for who is asking just now.
fn uit_rij(rij: &Sessierij, before: Option<&Session>) -> Option<Session> {
    gelezen(rij).map(|session| met_navraag(rij, session, before))
}

/// The same without what it is asked again with; `None` when the row cannot be read.
fn gelezen(rij: &Sessierij) -> Option<Session> {
    let stored: Stored = serde_json::from_slice(&rij.inhoud).ok()?;
    let (key, session) = stored.session()?;
    (key.0 == rij.sleutel && session.medewerker == rij.medewerker).then_some(session)
}

pub(super) fn met_navraag(rij: &Sessierij, session: Session, before: Option<&Session>) -> Session {
    let navraag = rij.navraag.as_ref().map(|row| {
        let known = before.and_then(|before| before.navraag.as_ref()).filter(|it| it.id() == row.id);
        let navraag = known.cloned().unwrap_or_else(|| Navraag::new(row.id, Vec::new(), row.op));
        navraag.zet(row.dicht.clone(), row.op);
        navraag
    });
    Session { navraag, ..session }
}

/// Whether all that ended here were in the table until now: one that was not may go on there under another secret. What else was taken out meanwhile says
/// nothing of them.
pub(super) fn waren_er_alle(ended: &[SessionKey], found: &[Sessiehash]) -> bool {
    ended.iter().all(|key| found.contains(&key.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows G27: a logout of somebody else at the same moment
    #[test]
    fn that_others_were_taken_out_says_nothing_of_those_that_ended_here() {
        let [een, ander] = [SessionKey([1; 32]), SessionKey([2; 32])];
        assert!(waren_er_alle(&[een], &[een.0, ander.0]));
        assert!(!waren_er_alle(&[een], &[ander.0]), "as many, and not the same");
        assert!(waren_er_alle(&[], &[]));
    }
}
