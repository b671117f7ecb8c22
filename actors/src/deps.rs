//! What every actor gets: the record, time, chance, and the two questions it may ask of the read side.

use std::sync::Arc;

use keukentafel::clock::Clock;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, GroepId, HuishoudenId, MedewerkerId,
    PersoonId, PlanId, SignaalId, ZaakId,
};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::mens::Mens;
use keukentafel::protocol::view::{Door, MedewerkerKort};
use keukentafel::rng::Rng;
use keukentafel::store::{AuditRow, EventHeader, SharedJournal, StreamId, Write};

use crate::bus::Bus;
use crate::committer::Committer;
use crate::hub::TopicNumbers;
use crate::overzicht::{Onderwerp, Over};

/// Rights, decided by the one policy over the committed facts of this node's read side. Cheap: called per subscriber and frame.
pub trait Rechten: Send + Sync + 'static {
    /// On a zaak.
    fn op_zaak(&self, wie: &Wie, zaak: ZaakId) -> Toegang;
    /// On a person.
    fn op_persoon(&self, wie: &Wie, persoon: PersoonId) -> Toegang;
    /// On a gesprek.
    fn op_gesprek(&self, wie: &Wie, gesprek: GesprekId) -> Toegang;
    /// On a contact.
    fn op_contact(&self, wie: &Wie, contact: ContactId) -> Toegang;
    /// Whether the address of this person tells where somebody lives with them who keeps that from others, or is protected.
    fn adres_verraadt_huisgenoot(&self, _gemeente: GemeenteId, _persoon: PersoonId) -> bool {
        false
    }
    /// Whether who spoke in this contact is protected, so that their number is not told.
    fn spreker_beschermd(&self, _gemeente: GemeenteId, _contact: ContactId) -> bool {
        false
    }
    /// On a huishouden.
    fn op_huishouden(&self, wie: &Wie, huishouden: HuishoudenId) -> Toegang;
    /// On a document.
    fn op_document(&self, wie: &Wie, document: DocumentId) -> Toegang;
    /// On a beheerrekening.
    fn op_rekening(&self, wie: &Wie, rekening: BeheerrekeningId) -> Toegang;
    /// On a groep. Like the two below closed to everybody where nothing is known of it.
    fn op_groep(&self, _wie: &Wie, _groep: GroepId) -> Toegang {
        Toegang::Niets
    }
    /// On a plan: everything is *schrijven*, a part is *dat*.
    fn op_plan(&self, _wie: &Wie, _plan: PlanId) -> Toegang {
        Toegang::Niets
    }
    /// On a signaal.
    fn op_signaal(&self, _wie: &Wie, _signaal: SignaalId) -> Toegang {
        Toegang::Niets
    }
    /// For whom somebody stands in now; nobody where nothing is known of it.
    fn vervangt(&self, _wie: &Wie) -> Vec<MedewerkerId> {
        Vec::new()
    }
    /// Who somebody is beside their account, as far as the record knows.
    fn mens(&self, _wie: &Wie) -> Mens {
        Mens::default()
    }
    /// Whether somebody broke the glas of a plan, and it holds now.
    fn heeft_glas(&self, _wie: &Wie, _plan: PlanId) -> bool {
        false
    }
    /// Whether somebody is kept out of what this stream is about, because a dossier is protected, whatever the stream says of them itself.
    fn afgeschermd(&self, _wie: &Wie, _stream: StreamId) -> bool {
        false
    }

    /// Whether somebody may read a zaak now because its person said so.
    fn leest_met_toestemming(&self, _wie: &Wie, _zaak: ZaakId) -> bool {
        false
    }
    /// For whom somebody stands in where they have no right of their own.
    fn namens(&self, _wie: &Wie, _stream: StreamId) -> Option<MedewerkerId> {
        None
    }
    /// About whom the object of this name is, and why `wie` may look at it: what the trail says of a look.
    fn over(&self, _wie: &Wie, _object: &str) -> Over {
        Over::default()
    }
    /// The persons of these.
    fn personen_van(&self, _gemeente: GemeenteId, _onderwerpen: &[Onderwerp]) -> Vec<PersoonId> {
        Vec::new()
    }
}

/// Names of who works here.
pub trait Namen: Send + Sync + 'static {
    /// How somebody is named; an id nobody knows gets a dash.
    fn door(&self, medewerker: MedewerkerId) -> Door;

    /// Whether somebody may still lead a plan, in one of the roles that they have now.
    fn mag_leiden(&self, medewerker: MedewerkerId) -> bool;

    /// Whether somebody has this role now.
    fn heeft_rol(&self, medewerker: MedewerkerId, rol: Rol) -> bool;

    /// Whom one may assign a zaak to, by name.
    fn toe_te_wijzen(&self, gemeente: GemeenteId) -> Vec<MedewerkerKort>;
}

/// Who did what an event tells, and for whom they stood in.
pub(crate) fn door_van(header: &EventHeader, namen: &dyn Namen) -> Option<Door> {
    let namens = header.namens.map(|who| namen.door(who).naam);
    header.door.map(|who| Door { namens, ..namen.door(who) })
}

/// Handed to every actor.
#[derive(Clone)]
pub struct Deps {
    /// The record, for reading.
    pub journal: SharedJournal,
    /// The record, for writing.
    pub committer: Committer,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Numbers of topics.
    pub numbers: Arc<TopicNumbers>,
    /// Rights.
    pub rechten: Arc<dyn Rechten>,
    /// What other nodes are told.
    pub bus: Bus,
    /// Names.
    pub namen: Arc<dyn Namen>,
    /// The epoch of this node's topics: another start is another epoch.
    pub epoch: Arc<str>,
}

impl Deps {
    /// The lines of the trail for one look or act of `wie` at one object, now: one, unless it is about more people than a line can hold.
    pub(crate) fn regels(
        &self,
        wie: &Wie,
        handeling: &str,
        object: String,
        code: Option<&str>,
    ) -> Vec<AuditRow> {
        let over = self.rechten.over(wie, &object);
        over.in_regel(self.regel(wie, handeling, object, code))
    }

    /// A line of the trail for `wie`, now, that says nothing yet of about whom it is.
    pub(crate) fn regel(&self, wie: &Wie, handeling: &str, object: String, code: Option<&str>) -> AuditRow {
        let row = AuditRow {
            wie: Some(wie.id),
            namens: wie.namens(),
            rol: Some(wie.rol.word().to_owned()),
            sessie: Some(wie.sessie),
            ..AuditRow::new(self.clock.now(), handeling, object)
        };
        row.met_code(code)
    }

    /// A refused frame of a document goes in the trail. At most three of a connection in a minute: then it is out.
    pub(crate) fn trail_refused_frame(&self, wie: &Wie, document: DocumentId, reden: &str) {
        let rows = self.regels(wie, "document.schrijven", format!("document/{document}"), Some(reden));
        let write = Write::Audit { gemeente: wie.gemeente, rows };
        // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
        let _ = self.committer.submit(write, drop);
    }
}
