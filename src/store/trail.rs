//! The trail as everybody knows it: what a line says (NEN 7513), and how lines are asked for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::clock::Moment;
use crate::domain::ids::{CommandId, GemeenteId, MedewerkerId, PersoonId};

/// Persons that one line can be about. A list with more of them is several lines of the same look, so that no line grows without bound.
pub const BETROKKENEN_PER_REGEL_MAX: usize = 100;

/// How an act or a look ended.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditUitkomst {
    /// Done or shown.
    Gelukt,
    /// Refused by right or rule.
    Geweigerd,
    /// Begun and not finished.
    Afgebroken,
}

impl AuditUitkomst {
    /// The outcome for a stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Gelukt, Self::Geweigerd, Self::Afgebroken].into_iter().find(|uitkomst| uitkomst.word() == word)
    }

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Gelukt => "gelukt",
            Self::Geweigerd => "geweigerd",
            Self::Afgebroken => "afgebroken",
        }
    }
}

/// One line of the audit trail (NEN 7513: what, when, about whom, who, on whose behalf, in which role, on which ground, how it ended).
/// The node that wrote it stands in the link of the chain.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct AuditRow {
    /// When.
    pub at: Moment,
    /// Who; `None` when nobody was logged in.
    pub wie: Option<MedewerkerId>,
    /// On whose behalf, where somebody acts for another.
    pub namens: Option<MedewerkerId>,
    /// In which role.
    pub rol: Option<String>,
    /// Which session, as its public id (never the cookie).
    pub sessie: Option<Uuid>,
    /// What was done or looked at, such as `zaak.lezen` or `WijsToe`.
    pub handeling: String,
    /// On which object, such as `zaak/<id>`; never a name or a number of a person.
    pub object: String,
    /// About whom: whose data were shown or changed. Ascending, each once, at most [`BETROKKENEN_PER_REGEL_MAX`].
    pub betrokkenen: Vec<PersoonId>,
    /// Why they may: a word of the policy, such as `behandelaar`, or of a grant.
    pub grond: Option<String>,
    /// For which purpose: the zaak, plan or task by which they may, such as `zaak/<id>`.
    pub doel: Option<String>,
    /// The outside system that asked or that was asked; `None` when it was people at our own screens.
    pub systeem: Option<String>,
    /// How it ended.
    pub uitkomst: AuditUitkomst,
    /// The code of a refusal.
    pub code: Option<String>,
    /// The command, where it was one.
    pub cmd_id: Option<CommandId>,
}

impl AuditRow {
    /// A line of something that was done or shown, by nobody in particular yet.
    #[must_use]
    pub fn new(at: Moment, handeling: &str, object: impl Into<String>) -> Self {
        Self {
            at,
            wie: None,
            namens: None,
            rol: None,
            sessie: None,
            handeling: handeling.to_owned(),
            object: object.into(),
            betrokkenen: Vec::new(),
            grond: None,
            doel: None,
            systeem: None,
            uitkomst: AuditUitkomst::Gelukt,
            code: None,
            cmd_id: None,
        }
    }

    /// The same, refused with this code where there is one.
    #[must_use]
    pub fn met_code(self, code: Option<&str>) -> Self {
        let uitkomst = if code.is_some() { AuditUitkomst::Geweigerd } else { AuditUitkomst::Gelukt };
        Self { uitkomst, code: code.map(str::to_owned), ..self }
    }

    /// The same line about these persons: several lines when there are more than one can hold.
    #[must_use]
    pub fn over(self, personen: impl IntoIterator<Item = PersoonId>) -> Vec<Self> {
        let mut all: Vec<_> = personen.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        if all.len() <= BETROKKENEN_PER_REGEL_MAX {
            return vec![Self { betrokkenen: all, ..self }];
        }
        let part = |part: &[PersoonId]| Self { betrokkenen: part.to_vec(), ..self.clone() };
        all.chunks(BETROKKENEN_PER_REGEL_MAX).map(part).collect()
    }

    /// Whether it says something that lines of the first version could not.
    pub(crate) fn is_younger_than_its_link(&self) -> bool {
        let Self { namens, betrokkenen, grond, doel, systeem, .. } = self;
        namens.is_some() || !betrokkenen.is_empty() || grond.is_some() || doel.is_some() || systeem.is_some()
    }
}

/// Where a line stands: by time, and by its place among those of one moment.
pub type AuditPlek = (Moment, u64);

/// Which lines of the trail are asked for. All that is given must fit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AuditFilter {
    /// Of which municipality.
    pub gemeente: GemeenteId,
    /// About this person.
    pub persoon: Option<PersoonId>,
    /// On this object, such as `zaak/<id>`.
    pub object: Option<String>,
    /// By this person.
    pub wie: Option<MedewerkerId>,
    /// This act or look.
    pub handeling: Option<String>,
    /// That ended so.
    pub uitkomst: Option<AuditUitkomst>,
    /// From this moment on.
    pub from: Moment,
    /// Before this moment.
    pub until: Moment,
    /// The newest first; otherwise the oldest.
    pub nieuwste_eerst: bool,
    /// Beyond this place, in that order.
    pub na: Option<AuditPlek>,
    /// Lines at most.
    pub limit: usize,
}

impl AuditFilter {
    /// Every line of a municipality in a period, oldest first.
    #[must_use]
    pub fn periode(gemeente: GemeenteId, from: Moment, until: Moment, limit: usize) -> Self {
        Self {
            gemeente,
            persoon: None,
            object: None,
            wie: None,
            handeling: None,
            uitkomst: None,
            from,
            until,
            nieuwste_eerst: false,
            na: None,
            limit,
        }
    }

    /// Whether a line fits.
    #[must_use]
    pub fn past(&self, gemeente: GemeenteId, n: u64, row: &AuditRow) -> bool {
        let fits = |asked: &Option<String>, is: &String| asked.as_ref().is_none_or(|asked| asked == is);
        let beyond =
            self.na.is_none_or(|na| if self.nieuwste_eerst { (row.at, n) < na } else { (row.at, n) > na });
        gemeente == self.gemeente
            && self.persoon.is_none_or(|persoon| row.betrokkenen.contains(&persoon))
            && self.wie.is_none_or(|wie| row.wie == Some(wie))
            && fits(&self.object, &row.object)
            && fits(&self.handeling, &row.handeling)
            && self.uitkomst.is_none_or(|uitkomst| uitkomst == row.uitkomst)
            && row.at >= self.from
            && row.at < self.until
            && beyond
    }
}

/// A line of the trail as read back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AuditLine {
    /// Its number among those of its node, over all municipalities.
    pub n: u64,
    /// The node that wrote it.
    pub node: String,
    /// Its place among the lines of one moment, of all nodes.
    pub place: u64,
    /// The line.
    pub row: AuditRow,
}

impl AuditLine {
    /// Where it stands.
    #[must_use]
    pub fn plek(&self) -> AuditPlek {
        (self.row.at, self.place)
    }
}
