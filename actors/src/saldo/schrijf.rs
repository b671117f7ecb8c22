//! What is decided on one rekening, one batch under way at most: commands of people, and observations of the source.

use std::collections::VecDeque;

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::beheerrekening::{
    Beheerrekening, BeheerrekeningEvent, BeheerrekeningRefusal, Verwerking,
};
use keukentafel::domain::ids::CommandId;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{
    Append, Appended, AuditRow, EventHeader, Fault, NewEvent, Outcome, Refusal, StreamAppend, StreamKind,
    Write, codec,
};
use ractor::ActorProcessingErr;

use super::actor::{Me, Msg, State};
use super::haal::Gezien;
use super::mis::Mis;
use crate::directory::{Admitted, Slot};
use crate::entity::{Ask, Decided, decide, refuse, stored};
use crate::limits::CONFLICT_RETRIES;
use crate::weigering::Weigering;

/// The name of an observation in the trail; nobody gives it as a command.
const VERWERK: &str = "VerwerkWaarneming";

/// The outside system that is asked, as in the trail.
const ALLEGRO: &str = "allegro";

const KIND: StreamKind = StreamKind::Beheerrekening;

/// Something that waits for its turn to be decided.
enum Werk {
    /// Asked by somebody. It keeps its slot in the mailbox until it is answered.
    Vraag { ask: Box<Ask<Beheerrekening>>, slot: Slot },
    /// Said by the source.
    Waarneming(Box<Gezien>),
}

/// What was decided on it.
enum Besluit {
    Vraag(Decided<Beheerrekening>),
    Waarneming(BeheerrekeningEvent, EventHeader),
}

struct UnderWay {
    werk: Werk,
    besluit: Besluit,
    attempt: usize,
}

/// What is under way to the journal, and what waits behind it.
#[derive(Default)]
pub(super) struct Schrijven {
    under_way: Option<UnderWay>,
    waiting: VecDeque<Werk>,
}

impl Schrijven {
    pub(super) fn is_idle(&self) -> bool {
        self.under_way.is_none() && self.waiting.is_empty()
    }

    pub(super) fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }
}

impl State {
    /// A command.
    pub(super) fn vraag(&mut self, me: &Me, ask: Box<Ask<Beheerrekening>>, slot: Slot) {
        self.take_in(me, Werk::Vraag { ask, slot });
    }

    /// An observation.
    pub(super) fn waargenomen(&mut self, me: &Me, gezien: Gezien) {
        self.take_in(me, Werk::Waarneming(Box::new(gezien)));
    }

    fn take_in(&mut self, me: &Me, werk: Werk) {
        if self.schrijven.under_way.is_some() {
            self.schrijven.waiting.push_back(werk);
        } else {
            self.begin(me, werk, 0);
        }
    }

    fn begin(&mut self, me: &Me, werk: Werk, attempt: usize) {
        match werk {
            Werk::Vraag { ask, slot } => {
                let conflict = || Weigering::Conflict { versie: self.live.versie, eerder: None };
                match decide(
                    KIND,
                    self.key,
                    (&self.live.state, self.live.versie, self.live.versie),
                    &ask,
                    conflict,
                ) {
                    Err(weigering) => refuse(KIND, self.key, self.deps.clone(), ask, weigering),
                    Ok((write, decided)) => {
                        let werk = Werk::Vraag { ask, slot };
                        self.submit(me, write, UnderWay { werk, besluit: Besluit::Vraag(decided), attempt });
                    }
                }
            }
            Werk::Waarneming(gezien) => self.begin_waarneming(me, gezien, attempt),
        }
    }

    fn begin_waarneming(&mut self, me: &Me, gezien: Box<Gezien>, attempt: usize) {
        match self.live.state.verwerk_waarneming(&gezien.waarneming, self.gezien) {
            Ok(Verwerking::Zelfde) => self.goed(me, *gezien, false),
            Ok(Verwerking::Voorbij) => self.voorbij(me, gezien.vragers),
            Err(BeheerrekeningRefusal::KloptNiet) => {
                tracing::warn!(rekening = %self.key, "the parts of {} do not make up its balance", self.key);
                self.mis(me, gezien.vragers, Mis::KloptNiet);
            }
            Err(
                BeheerrekeningRefusal::Onbekend
                | BeheerrekeningRefusal::BestaatAl
                | BeheerrekeningRefusal::NietBevoegd,
            ) => self.mis(me, gezien.vragers, Mis::NietVastgelegd),
            Ok(Verwerking::Nieuws(event)) => match self.waarneming_write(&event) {
                Err(_) => self.mis(me, gezien.vragers, Mis::NietVastgelegd),
                Ok((write, header)) => {
                    let (werk, besluit) = (Werk::Waarneming(gezien), Besluit::Waarneming(event, header));
                    self.submit(me, write, UnderWay { werk, besluit, attempt });
                }
            },
        }
    }

    /// What is recorded of an observation: by the system itself, under a command id of its own.
    fn waarneming_write(&self, event: &BeheerrekeningEvent) -> Result<(Write, EventHeader), Fault> {
        let (soort, body) = codec::encode::<Beheerrekening>(event)?;
        let at = self.deps.clock.now();
        let command = CommandId(self.deps.rng.uuid(at));
        let header = EventHeader {
            soort,
            schema: Beheerrekening::SCHEMA,
            at,
            geldig_op: None,
            door: None,
            namens: None,
            rol: None,
            cmd_id: command,
            oorzaak: None,
        };
        let audit = AuditRow {
            systeem: Some(ALLEGRO.to_owned()),
            cmd_id: Some(command),
            ..AuditRow::new(at, VERWERK, self.stream().to_string())
        };
        let about = self.live.rekening().map(|rekening| rekening.persoon);
        let own = StreamAppend {
            stream: self.stream(),
            expected: self.live.versie,
            events: vec![NewEvent { header: header.clone(), body }],
        };
        let write = Write::Append(Append {
            gemeente: self.key.gemeente,
            command,
            request_hash: [0; 32],
            streams: vec![own],
            claims: Vec::new(),
            documents: Vec::new(),
            statuses: Vec::new(),
            outbox: Vec::new(),
            stukken: Vec::new(),
            concepten: Vec::new(),
            wist: Vec::new(),
            audit: audit.over(about),
            answer: b"null".to_vec(),
        });
        Ok((write, header))
    }

    fn submit(&mut self, me: &Me, write: Write, under_way: UnderWay) {
        let told = {
            let me = me.clone();
            move |outcome| drop(me.cast(Admitted::internal(Msg::Committed(outcome))))
        };
        if self.deps.committer.submit(write, told).is_ok() {
            self.schrijven.under_way = Some(under_way);
            return;
        }
        self.afgebroken(me, under_way.werk);
    }

    /// The batch that was under way is durable, or is not.
    pub(super) async fn committed(&mut self, me: &Me, outcome: Outcome) -> Result<(), ActorProcessingErr> {
        let Some(UnderWay { werk, besluit, attempt }) = self.schrijven.under_way.take() else {
            return Ok(());
        };
        match outcome {
            Ok(Ok(appended)) => self.done(me, werk, besluit, &appended),
            Ok(Err(Refusal::Conflict { actual, .. })) => {
                if self.lees_bij(me).await? {
                    self.recheck();
                    self.conflict(me, werk, attempt, actual);
                } else {
                    // Nothing was done, and nothing can be decided now.
                    self.gezegd = self.gezegd.max(actual);
                    self.afgebroken(me, werk);
                }
            }
            Ok(Err(refusal)) => match werk {
                Werk::Vraag { ask, .. } => {
                    refuse(KIND, self.key, self.deps.clone(), ask, refusal.into());
                }
                Werk::Waarneming(gezien) => self.mis(me, gezien.vragers, Mis::NietVastgelegd),
            },
            // Whoever waits hears nothing (outcome unknown) and asks again; this actor reloads.
            Err(fault) => return Err(fault.into()),
        }
        // Another node added to it while ours was under way.
        self.bij(me, 0).await?;
        while self.schrijven.under_way.is_none() {
            let Some(next) = self.schrijven.waiting.pop_front() else { break };
            self.begin(me, next, 0);
        }
        Ok(())
    }

    fn done(&mut self, me: &Me, werk: Werk, besluit: Besluit, appended: &Appended) {
        match (werk, besluit) {
            (Werk::Vraag { ask, .. }, Besluit::Vraag(decided)) => {
                let answer = match appended {
                    Appended::Done { position } => {
                        for (event, header) in &decided.events {
                            self.live.take(event, header.at);
                        }
                        self.publish(me);
                        self.haal_nu(me, None);
                        Ok(Uitgevoerd { positie: position.0, ..decided.antwoord })
                    }
                    Appended::Repeated { answer } => stored(answer),
                    Appended::Document { .. } | Appended::Kept => Err(Weigering::Onbekend),
                };
                drop(ask.reply.send(answer));
            }
            (Werk::Waarneming(gezien), Besluit::Waarneming(event, header)) => {
                self.live.take(&event, header.at);
                self.goed(me, *gezien, true);
            }
            (Werk::Vraag { .. }, Besluit::Waarneming(..)) | (Werk::Waarneming(_), Besluit::Vraag(_)) => {
                unreachable!("what was decided is about what was asked")
            }
        }
    }

    fn afgebroken(&mut self, me: &Me, werk: Werk) {
        match werk {
            Werk::Vraag { ask, .. } => drop(ask.reply.send(Err(Weigering::Bezig))),
            Werk::Waarneming(gezien) => self.mis(me, gezien.vragers, Mis::NietVastgelegd),
        }
    }

    fn conflict(&mut self, me: &Me, werk: Werk, attempt: usize, actual: u64) {
        match werk {
            Werk::Vraag { ask, .. } if ask.kop.if_v.is_some() || attempt >= CONFLICT_RETRIES => {
                refuse(
                    KIND,
                    self.key,
                    self.deps.clone(),
                    ask,
                    Weigering::Conflict { versie: actual, eerder: None },
                );
            }
            Werk::Waarneming(gezien) if attempt >= CONFLICT_RETRIES => {
                self.mis(me, gezien.vragers, Mis::NietVastgelegd);
            }
            again @ (Werk::Vraag { .. } | Werk::Waarneming(_)) => self.begin(me, again, attempt + 1),
        }
    }
}
