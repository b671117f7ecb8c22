//! All sessions, wherever they are kept.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use keukentafel::clock::{Clock, Moment};
use keukentafel::rng::Rng;
use uuid::Uuid;

use super::geheugen::Geheugen;
use super::tabel::{Gedeeld, waren_er_alle};
use super::{
    Afloop, Begin, Lifetime, Navraag, Opslag, SessieFout, Session, SessionFile, SessionKey, SessionSecret,
    Vervangen, micros,
};
use crate::limits::{SESSIES_EINDIG_RONDES, SESSIONS_MAX, SESSIONS_PER_PERSON_MAX};

/// All sessions of this installation.
pub(crate) struct Sessions {
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    lifetime: Lifetime,
    open: Arc<Mutex<Geheugen>>,
    bewaard: Bewaard,
}

enum Bewaard {
    Hier(Option<Arc<SessionFile>>),
    Tabel(Box<Gedeeld>),
}

impl Sessions {
    /// The sessions that a file remembers; of a table none until that is read ([`Self::lees`]). `clock` is the machine's: a test clock must
    /// log nobody out.
    pub(crate) fn new(clock: Arc<dyn Clock>, rng: Arc<dyn Rng>, lifetime: Lifetime, opslag: Opslag) -> Self {
        let (open, bewaard) = match opslag {
            Opslag::Hier(None) => (Geheugen::default(), Bewaard::Hier(None)),
            Opslag::Hier(Some(file)) => {
                let mut open = Geheugen::van(file.load());
                let now = clock.now();
                open.neem_weg_waar(|session| lifetime.is_voorbij(session, now));
                (open, Bewaard::Hier(Some(Arc::new(file))))
            }
            Opslag::Tabel(tabel) => (Geheugen::default(), Bewaard::Tabel(Box::new(Gedeeld::new(*tabel)))),
        };
        Self { clock, rng, lifetime, open: Arc::new(Mutex::new(open)), bewaard }
    }

    /// Begins a session. Sessions that had to make room come back, for their sockets to be closed.
    pub(crate) async fn begin(
        &self,
        begin: Begin,
    ) -> Result<(SessionSecret, Session, Vec<Session>), SessieFout> {
        let secret = self.secret();
        let (key, session) = (SessionKey::of(&secret), self.nieuw(begin));
        let gone = match &self.bewaard {
            Bewaard::Hier(_) => self.begin_hier(key, &session)?,
            Bewaard::Tabel(gedeeld) => gedeeld.begin(&self.open, key, &session).await?,
        };
        Ok((secret, session, gone))
    }

    fn nieuw(&self, begin: Begin) -> Session {
        let now = self.clock.now();
        let id = self.rng.uuid(now);
        let Begin { medewerker, rol, deur, toestel, herkomst, navraag } = begin;
        Session {
            id,
            reeks: id,
            medewerker,
            rol,
            deur,
            toestel,
            begonnen_op: now,
            opgestapt_tot: None,
            uiterlijk_op: now.plus_micros(micros(self.lifetime.absolute)),
            actief_op: now,
            herkomst,
            navraag,
        }
    }

    fn begin_hier(&self, key: SessionKey, session: &Session) -> Result<Vec<Session>, SessieFout> {
        let mut open = self.lock();
        if open.len() >= SESSIONS_MAX {
            return Err(SessieFout::Vol);
        }
        let theirs = open.alle().filter(|(_, other)| other.medewerker == session.medewerker);
        let mut theirs: Vec<_> = theirs.map(|(key, other)| (other.actief_op, key)).collect();
        theirs.sort_unstable();
        let too_many = (theirs.len() + 1).saturating_sub(SESSIONS_PER_PERSON_MAX);
        let gone = theirs.iter().take(too_many).filter_map(|(_, key)| open.neem_weg(*key)).collect();
        open.neem_op(key, session.clone());
        Ok(gone)
    }

    /// Lets a session go on with `change`, under a new secret and id: after a change of what it may do, whoever held the old secret
    /// holds nothing. `None` when it has ended.
    pub(crate) async fn vervang(
        &self,
        key: SessionKey,
        change: impl FnOnce(&mut Session) + Send,
    ) -> Result<Option<Vervangen>, SessieFout> {
        let now = self.clock.now();
        let (secret, id) = (self.secret(), self.rng.uuid(now));
        let (next, lifetime) = (SessionKey::of(&secret), self.lifetime);
        let mut was = None;
        let verder = |session: Session| {
            let mut session = Some(session).filter(|session| !lifetime.is_voorbij(session, now))?;
            was = Some(std::mem::replace(&mut session.id, id));
            change(&mut session);
            Some(session)
        };
        let went_on = match &self.bewaard {
            Bewaard::Hier(_) => {
                let mut open = self.lock();
                let session = open.neem_weg(key).and_then(verder);
                session.inspect(|session| open.neem_op(next, session.clone()))
            }
            Bewaard::Tabel(gedeeld) => gedeeld.vervang(&self.open, (key, next), verder).await?,
        };
        Ok(went_on.zip(was).map(|(session, was)| Vervangen { secret, session, was }))
    }

    /// The sessions that `which` points out, the one that was last active first.
    pub(crate) fn van(&self, which: impl Fn(&Session) -> bool) -> Vec<Session> {
        let now = self.clock.now();
        let open = self.lock();
        let own = open.alle().map(|(_, one)| one);
        let own = own.filter(|one| which(one) && !self.lifetime.is_voorbij(one, now));
        let mut own: Vec<_> = own.cloned().collect();
        own.sort_by_key(|one| std::cmp::Reverse((one.actief_op, one.id)));
        own
    }

    /// Ends every session on this node that `which` points out, and hands them back. Others find out for themselves.
    pub(crate) fn end_where(&self, which: impl Fn(&Session) -> bool) -> Vec<Session> {
        let mut open = self.lock();
        let (keys, ended): (Vec<_>, Vec<_>) = open.neem_weg_waar(which).into_iter().unzip();
        if let Bewaard::Tabel(_) = &self.bewaard {
            open.weg.extend(keys);
        }
        ended
    }

    /// Ends every session that `which` points out, also one that began elsewhere just now or goes on there under another secret meanwhile.
    /// They are over on this node whatever it answers.
    pub(crate) async fn eindig(
        &self,
        which: impl Fn(&Session) -> bool + Send + Sync,
    ) -> (Vec<Session>, Result<(), SessieFout>) {
        let Bewaard::Tabel(gedeeld) = &self.bewaard else { return (self.end_where(which), Ok(())) };
        let mut all = Vec::new();
        for _ in 0..SESSIES_EINDIG_RONDES {
            let looked = gedeeld.kijk_nu(&self.open).await;
            let (keys, ended): (Vec<_>, Vec<_>) = {
                let mut open = self.lock();
                let gone = open.neem_weg_waar(&which);
                open.weg.extend(gone.iter().map(|(key, _)| *key));
                gone.into_iter().unzip()
            };
            all.extend(ended);
            let found = gedeeld.ruim_op(&self.open).await;
            match looked.and(found) {
                Ok(found) if waren_er_alle(&keys, &found) => return (all, Ok(())),
                // One of them was gone: it may go on under another secret.
                Ok(_) => {}
                Err(fout) => return (all, Err(fout)),
            }
        }
        (all, Err(SessieFout::GeenZicht))
    }

    fn secret(&self) -> SessionSecret {
        let mut bits = [0; 32];
        self.rng.fill(&mut bits);
        SessionSecret(base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, bits))
    }

    /// The session of a cookie, which has just been used. One that this node does not know may have begun on another.
    pub(crate) async fn find(
        &self,
        secret: &SessionSecret,
    ) -> Result<Option<(SessionKey, Session)>, SessieFout> {
        let key = SessionKey::of(secret);
        let here = || self.touch(key).map(|session| (key, session));
        match &self.bewaard {
            Bewaard::Hier(_) => Ok(here()),
            Bewaard::Tabel(gedeeld) => {
                if gedeeld.is_blind() {
                    return Err(SessieFout::GeenZicht);
                }
                if let Some(found) = here() {
                    return Ok(Some(found));
                }
                gedeeld.kijk_nu(&self.open).await?;
                Ok(here())
            }
        }
    }

    /// Something was done over a socket of this session. `None` when it has ended.
    pub(crate) fn touch(&self, key: SessionKey) -> Option<Session> {
        self.lock().raak(key, self.clock.now(), self.lifetime)
    }

    /// Whether a session is still there.
    pub(crate) fn is_open(&self, key: SessionKey) -> bool {
        let now = self.clock.now();
        self.lock().get(key).is_some_and(|session| !self.lifetime.is_voorbij(session, now))
    }

    /// When a session ends if nothing more is done.
    pub(crate) fn verloopt_op(&self, session: &Session) -> Moment {
        self.lifetime.verloopt_op(session)
    }

    /// Ends a session. It is over on this node at once, and for good when [`Self::save`] has answered.
    pub(crate) fn end(&self, secret: &SessionSecret) -> Option<Session> {
        let key = SessionKey::of(secret);
        let mut open = self.lock();
        if let Bewaard::Tabel(_) = &self.bewaard {
            open.weg.insert(key);
        }
        open.neem_weg(key)
    }

    /// Ends every session whose time has come, and hands them back.
    pub(crate) async fn expire(&self) -> Vec<Session> {
        let now = self.clock.now();
        let over = match &self.bewaard {
            Bewaard::Hier(_) => {
                let over = self.lock().neem_weg_waar(|session| self.lifetime.is_voorbij(session, now));
                return over.into_iter().map(|(_, session)| session).collect();
            }
            Bewaard::Tabel(gedeeld) => {
                let due = self.lock().voorbij(now, self.lifetime);
                gedeeld.verlopen(&self.open, due).await
            }
        };
        // Opened by nobody all the same, and tried again at the next second.
        over.inspect_err(|fout| tracing::warn!(%fout, "sessions whose time has come stay in the table"))
            .unwrap_or_default()
    }

    /// Keeps what changed; after this a login or logout outlives the process.
    pub(crate) async fn save(&self) -> Result<(), SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(None) => Ok(()),
            Bewaard::Hier(Some(file)) => {
                let (file, open) = (Arc::clone(file), Arc::clone(&self.open));
                let write = move || {
                    file.save(|| {
                        let open = open.lock().unwrap_or_else(PoisonError::into_inner);
                        open.alle().map(|(key, session)| (key, session.clone())).collect()
                    })
                };
                let written = tokio::task::spawn_blocking(write).await;
                written.unwrap_or_else(|gone| Err(gone.into())).map_err(SessieFout::Bestand)
            }
            Bewaard::Tabel(gedeeld) => gedeeld.ruim_op(&self.open).await.map(drop),
        }
    }

    /// Keeps who was active since the last time.
    pub(crate) async fn save_activity(&self) -> Result<(), SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(_) => self.save().await,
            Bewaard::Tabel(gedeeld) => gedeeld.schrijf_actief(&self.open).await,
        }
    }

    /// Reads all that a table has. Until then this node vouches for nobody.
    pub(crate) async fn lees(&self) -> Result<(), SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(_) => Ok(()),
            Bewaard::Tabel(gedeeld) => gedeeld.lees(&self.open).await,
        }
    }

    /// Looks what other nodes did.
    pub(crate) async fn kijk(&self) -> Result<(), SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(_) => Ok(()),
            Bewaard::Tabel(gedeeld) => gedeeld.kijk(&self.open).await,
        }
    }

    /// As [`Self::kijk`], unless somebody else did since this was asked.
    pub(crate) async fn kijk_nu(&self) -> Result<(), SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(_) => Ok(()),
            Bewaard::Tabel(gedeeld) => gedeeld.kijk_nu(&self.open).await,
        }
    }

    /// Whether there is anything to look after: other nodes may end what this one holds.
    pub(crate) fn is_gedeeld(&self) -> bool {
        matches!(self.bewaard, Bewaard::Tabel(_))
    }

    /// Whether this node has not looked for so long that it can vouch for nobody.
    pub(crate) fn is_blind(&self) -> bool {
        match &self.bewaard {
            Bewaard::Hier(_) => false,
            Bewaard::Tabel(gedeeld) => gedeeld.is_blind(),
        }
    }

    /// The sessions that other nodes let go since this was asked, by id.
    pub(crate) fn losgelaten(&self) -> Vec<(Uuid, Afloop)> {
        std::mem::take(&mut self.lock().losgelaten)
    }

    /// Takes the turn to ask a provider again; another node may have it.
    pub(crate) async fn navraag_beurt(&self, navraag: &Navraag) -> Result<bool, SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(_) => Ok(true),
            Bewaard::Tabel(gedeeld) => gedeeld.navraag_beurt(navraag, self.clock.now()).await,
        }
    }

    /// A provider gave something else to ask with.
    pub(crate) async fn navraag_gezegd(&self, navraag: &Navraag) -> Result<(), SessieFout> {
        match &self.bewaard {
            Bewaard::Hier(_) => self.save().await,
            Bewaard::Tabel(gedeeld) => gedeeld.navraag_gezegd(navraag).await,
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.lock().len()
    }

    fn lock(&self) -> MutexGuard<'_, Geheugen> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
