//! A command on its way to an entity, and what it brings along.

use keukentafel::domain::aggregate::{Aggregate, Context};
use keukentafel::domain::ids::CommandId;
use keukentafel::protocol::view::{NieuweZaak, Uitgevoerd};
use keukentafel::store::{
    AuditRow, Claim, ConceptWeg, Lease, NewDocument, NieuwStuk, OutboxRow, Position, StreamAppend,
};
use tokio::sync::oneshot;

use crate::weigering::Weigering;

/// What identifies a command, apart from what it asks.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Kop {
    /// The command id: the same command, however often it is sent.
    pub command: CommandId,
    /// SHA-256 over what was asked.
    pub request_hash: [u8; 32],
    /// Only when the object is still at this version.
    pub if_v: Option<u64>,
}

/// A command that was done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Gedaan {
    /// Its answer.
    pub antwoord: Uitgevoerd,
    /// Whether this node's read side shows it already.
    pub gezien: bool,
}

/// What is recorded in the same transaction besides the entity's own events. Of a command that changes nothing it stays behind: a claim
/// without its event would be taken for good.
#[derive(Clone, Debug, Default)]
pub struct Bijvangst {
    /// What must stay unique.
    pub claims: Vec<Claim>,
    /// Events of streams that begin with this command, or that go on with it at the version on which that was decided.
    pub streams: Vec<StreamAppend>,
    /// Documents that begin with this command.
    pub documents: Vec<NewDocument>,
    /// Messages for outside.
    pub outbox: Vec<OutboxRow>,
    /// What is kept whole with it.
    pub stukken: Vec<NieuwStuk>,
    /// Concepten that are handed in with this command.
    pub concepten: Vec<ConceptWeg>,
    /// The turn in which it is done, when it is one node's work.
    pub onder: Option<Lease>,
    /// What the answer names besides the entity's own id.
    pub antwoord: AntwoordDelen,
}

/// Parts of the answer that the entity does not know.
#[derive(Clone, Debug, Default)]
pub struct AntwoordDelen {
    /// Answer with this id instead of the entity's own.
    pub id: Option<uuid::Uuid>,
    /// The number of a new zaak.
    pub zaaknummer: Option<String>,
    /// Of a new zaak: how the person whom it is about is told.
    pub bevestiging: Option<keukentafel::domain::zaak::Bevestigingsweg>,
    /// The talk of a new document.
    pub gesprek: Option<keukentafel::domain::ids::GesprekId>,
    /// The zaken that a contact began.
    pub meldingen: Vec<NieuweZaak>,
    /// How much of a werkvoorraad is left to hand over.
    pub resterend: Option<usize>,
}

/// A command for one entity.
pub struct Ask<A: Aggregate> {
    /// What is asked.
    pub command: A::Command,
    /// Its name, for the trail.
    pub handeling: &'static str,
    /// Who asks, and when.
    pub context: Context,
    /// What identifies it.
    pub kop: Kop,
    /// What is recorded with it.
    pub bijvangst: Bijvangst,
    /// The event that led to it, when the system itself asks.
    pub oorzaak: Option<Position>,
    /// Where the answer goes; dropping it means *outcome unknown*.
    pub reply: oneshot::Sender<Result<Uitgevoerd, Weigering>>,
}

impl<A: Aggregate> Ask<A> {
    /// Whether somebody asks, and not the program itself, which has no id and no session: an event led to what it does, or the trail did.
    pub(crate) fn van_iemand(&self) -> bool {
        !self.context.wie.id.0.is_nil()
    }

    /// The line of the trail for this command.
    pub(crate) fn audit(&self, object: String, code: Option<&str>) -> AuditRow {
        let wie = &self.context.wie;
        let person = self.van_iemand();
        let row = AuditRow {
            wie: person.then_some(wie.id),
            namens: self.context.namens,
            rol: Some(wie.rol.word().to_owned()),
            sessie: person.then_some(wie.sessie),
            cmd_id: Some(self.kop.command),
            ..AuditRow::new(self.context.now, self.handeling, object)
        };
        row.met_code(code)
    }
}
