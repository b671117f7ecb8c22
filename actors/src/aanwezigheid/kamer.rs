//! One room: who sits there, and where.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use keukentafel::domain::ids::MedewerkerId;
use keukentafel::protocol::view::{Aanwezige, Zaakdeel};
use tokio::time::Instant;
use uuid::Uuid;

use crate::boek::initiaal;
use crate::hub::{Conn, ConnId, Latest};
use crate::limits::{PLEKKEN, PRESENCE_ELDERS_GONE, PRESENCE_GONE};

pub(super) struct Zittende {
    naam: String,
    plek: u8,
    pub(super) conns: BTreeSet<ConnId>,
    /// At which other nodes they sit, when that was last said, and at which part they look there.
    pub(super) elders: BTreeMap<Uuid, (Instant, Option<Zaakdeel>)>,
    /// What each of their pages says they look at, with when it was said among all that was.
    pub(super) delen: BTreeMap<ConnId, (u64, Zaakdeel)>,
}

impl Zittende {
    /// What the page says that spoke last, of those that are open here; else at another node.
    pub(super) fn deel(&self) -> Option<Zaakdeel> {
        self.deel_hier().or_else(|| self.elders.values().find_map(|(_, deel)| *deel))
    }

    pub(super) fn deel_hier(&self) -> Option<Zaakdeel> {
        let open = self.delen.iter().filter(|(conn, _)| self.conns.contains(conn));
        open.map(|(_, said)| said).max_by_key(|(when, _)| *when).map(|(_, deel)| *deel)
    }

    pub(super) fn is_weg(&self) -> bool {
        self.conns.is_empty() && self.elders.is_empty()
    }
}

pub(super) struct Kamer {
    pub(super) fanout: Latest,
    pub(super) zittend: BTreeMap<MedewerkerId, Zittende>,
    pub(super) v: u64,
    /// What other nodes were last told of who sits here, and when.
    pub(super) gezegd: Option<(Instant, Hier)>,
}

/// Who sits at this node, and at which part they look.
pub(crate) type Hier = Vec<(MedewerkerId, Option<Zaakdeel>)>;

impl Kamer {
    /// The place that somebody has, or the first that nobody has. The ninth person shares the first.
    pub(super) fn vrije_plek(&self, who: MedewerkerId) -> u8 {
        if let Some(zittende) = self.zittend.get(&who) {
            return zittende.plek;
        }
        (1..=PLEKKEN).find(|plek| self.zittend.values().all(|other| other.plek != *plek)).unwrap_or(1)
    }

    /// Seats those who follow and were heard of late, and nobody else. `true` when that changed who is there,
    /// or at which part they look.
    pub(super) fn zet(&mut self) -> bool {
        let before = self.stand();
        for zittende in self.zittend.values_mut() {
            zittende.conns.clear();
        }
        let present: Vec<Arc<Conn>> = self
            .fanout
            .subscribers()
            .iter()
            .filter(|conn| conn.silent_for() <= PRESENCE_GONE)
            .cloned()
            .collect();
        for conn in present {
            self.ga_zitten(&conn);
        }
        let now = Instant::now();
        for zittende in self.zittend.values_mut() {
            let Zittende { conns, delen, elders, .. } = zittende;
            delen.retain(|conn, _| conns.contains(conn));
            elders.retain(|_, (said, _)| now.saturating_duration_since(*said) < PRESENCE_ELDERS_GONE);
        }
        self.zittend.retain(|_, zittende| !zittende.is_weg());
        self.stand() != before
    }

    /// Who is there, and at which part they look.
    pub(super) fn stand(&self) -> Vec<(MedewerkerId, Option<Zaakdeel>)> {
        self.zittend.iter().map(|(id, who)| (*id, who.deel())).collect()
    }

    pub(super) fn ga_zitten(&mut self, conn: &Conn) {
        let wie = conn.wie();
        self.zittende(wie.id, || wie.naam.clone()).conns.insert(conn.id());
    }

    /// Who has a chair, or gets one now.
    pub(super) fn zittende(&mut self, who: MedewerkerId, naam: impl FnOnce() -> String) -> &mut Zittende {
        let plek = self.vrije_plek(who);
        self.zittend.entry(who).or_insert_with(|| Zittende {
            naam: naam(),
            plek,
            conns: BTreeSet::new(),
            elders: BTreeMap::new(),
            delen: BTreeMap::new(),
        })
    }

    /// Who sits here, for other nodes.
    pub(super) fn hier(&self) -> Hier {
        let here = self.zittend.iter().filter(|(_, zittende)| !zittende.conns.is_empty());
        here.map(|(who, zittende)| (*who, zittende.deel_hier())).collect()
    }

    pub(super) fn aanwezigen(&self) -> Vec<Aanwezige> {
        let one = |(id, who): (&MedewerkerId, &Zittende)| Aanwezige {
            id: *id,
            naam: who.naam.clone(),
            initiaal: initiaal(&who.naam),
            plek: who.plek,
            deel: who.deel(),
        };
        self.zittend.iter().map(one).collect()
    }
}
