//! The system makes the letters that were asked for, and tells of them.
//!
//! What is to be made stands in the read side and follows from the record; what was made is known by command ids made from the letter. So after
//! a crash at any moment, and on several nodes at once, each is made once. The mail about it stands in the outbox of the same transaction.

use std::collections::HashSet;
use std::time::Duration;

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::besluit::Versiehash;
use keukentafel::domain::brief::{Berichtweg, BriefCommand, Briefvorm, Stuk, Vastgelegd, Vraag, stuk_id};
use keukentafel::domain::brief::{Brief, Briefsoort};
use keukentafel::domain::ids::{BriefId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::poort::brief::{Briefdrukker, DrukFout, GedrukteBrief};
use keukentafel::poort::mail::Mailbericht;
use keukentafel::store::{Lease, NieuwStuk, OutboxRow, StreamAppend, StreamId, StreamKind};
use uuid::Uuid;

use super::reacties::{Aanleiding, eigen_kop};
use super::{Kop, Tafel};
use crate::entity::Bijvangst;
use crate::limits::LEASE_KIJK;
use crate::overzicht::TeMaken;
use crate::weigering::Weigering;

/// By which way a row of the outbox goes.
pub(crate) const KANAAL_MAIL: &str = "mail";

/// Before something is tried again that could not be done now.
const AGAIN: Duration = Duration::from_secs(1);

/// Follows the read side and makes what there is to make; ends with the node.
pub(super) async fn follow(tafel: Tafel) {
    let Some(drukker) = tafel.drukker.clone() else { return };
    let mut progress = tafel.projector.vooruitgang();
    // Of which no letter comes: it stays to be made, for a version with a template that does give one.
    let mut mislukt: HashSet<BriefId> = HashSet::new();
    let mut beurt = tafel.beurt("brieven");
    loop {
        if beurt.neem().await.is_none() {
            if !beurt.wacht(LEASE_KIJK, std::future::pending()).await {
                return;
            }
            continue;
        }
        progress.borrow_and_update();
        let todo = tafel.overzicht.lees().brieven_te_maken();
        let mut left = false;
        for one in todo.into_iter().filter(|one| !mislukt.contains(&one.brief)).collect::<Vec<_>>() {
            let brief = one.brief;
            let Some(lease) = beurt.neem().await else {
                left = true;
                break;
            };
            match tafel.maak_brief(&*drukker, one, lease).await {
                Ok(()) => {}
                Err(Gaf::Nooit(why)) => {
                    tracing::error!(brief.id = %brief, why, "letter {brief} cannot be made");
                    mislukt.insert(brief);
                }
                Err(Gaf::Later) => left = true,
            }
        }
        // Nothing new need happen for a second try, nor to keep the turn.
        let wait = if left { AGAIN } else { LEASE_KIJK };
        if !beurt.wacht(wait, async { progress.changed().await.is_ok() }).await {
            return;
        }
    }
}

/// Why a letter was not made.
enum Gaf {
    Nooit(String),
    Later,
}

impl Tafel {
    /// Makes one letter, once.
    async fn maak_brief(&self, drukker: &dyn Briefdrukker, one: TeMaken, lease: Lease) -> Result<(), Gaf> {
        let TeMaken { gemeente, brief, oorzaak, gegevens, voorkeur } = one;
        let gedrukt = drukker.druk(gegevens).await.map_err(|fout| match fout {
            DrukFout::Sjabloon(why) => Gaf::Nooit(why),
            DrukFout::Afgebroken => Gaf::Later,
        })?;
        let (command, stukken) = vastgelegd(brief, voorkeur.weg, gedrukt).ok_or(Gaf::Later)?;
        let now = self.deps.clock.now();
        let mail = voorkeur.email.filter(|_| voorkeur.weg == Berichtweg::Email);
        let mail = mail.map(|aan| Mailbericht { id: brief.0, gemeente, aan, brief, sinds: now.micros() });
        let outbox = mail.iter().map(rij).collect::<Option<Vec<_>>>().ok_or(Gaf::Later)?;
        let bijvangst = Bijvangst { outbox, stukken, ..Bijvangst::default() };
        let kop = eigen_kop("brief", brief.0, Uuid::nil());
        let (brieven, handeling) = (&self.actors.brieven, "MaakBrief");
        let command = BriefCommand::LegVast(command);
        let aanleiding = Aanleiding { oorzaak: Some(oorzaak), onder: Some(lease) };
        let done = self
            .vraag_zelf_met(brieven, gemeente, handeling, brief.0, command, bijvangst, kop, aanleiding)
            .await;
        match done {
            Ok(()) => {
                self.berichtbel.notify_one();
                Ok(())
            }
            Err(Weigering::Geweigerd { code }) => Err(Gaf::Nooit(code.to_owned())),
            Err(_) => Err(Gaf::Later),
        }
    }

    /// The stream of the letter that tells that a melding came in, to begin with it: of a confidential one none, and none to who is not known by name.
    pub(in crate::tafel) fn ontvangstbevestiging(
        &self,
        wie: &Wie,
        (zaak, zaaktype, persoon): (ZaakId, Zaaktype, PersoonId),
        kop: Kop,
    ) -> Result<Option<StreamAppend>, Weigering> {
        let named = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            all.is_some_and(|all| all.persoon(persoon).is_some_and(|regel| regel.gegevens().is_some()))
        };
        if self.drukker.is_none() || zaaktype.vertrouwelijk() || !named {
            return Ok(None);
        }
        let context = self.context(wie);
        let vraag = Vraag { zaak, persoon, briefsoort: Briefsoort::Ontvangstbevestiging };
        let events = Brief::default().decide(&BriefCommand::Vraag(vraag), &context);
        // Who may register a melding may ask for its letter; who may not hears that of the zaak.
        let Ok(events) = events else { return Ok(None) };
        let stream = StreamId { kind: StreamKind::Brief, id: self.nieuw_id() };
        super::opdrachten::nieuwe_stroom::<Brief>(stream, &events, &context, kop).map(Some)
    }
}

fn vastgelegd(
    brief: BriefId,
    weg: Berichtweg,
    gedrukt: GedrukteBrief,
) -> Option<(Vastgelegd, Vec<NieuwStuk>)> {
    let GedrukteBrief { sjabloon, pdf, html } = gedrukt;
    let keep = |vorm: Briefvorm, bytes: Vec<u8>| {
        let stuk = Stuk {
            id: stuk_id(brief, vorm),
            hash: Versiehash::over(&bytes),
            bytes: u32::try_from(bytes.len()).ok()?,
        };
        Some((stuk, NieuwStuk { id: stuk.id, bytes }))
    };
    let ((pdf, one), (html, other)) = (keep(Briefvorm::Pdf, pdf)?, keep(Briefvorm::Html, html)?);
    Some((Vastgelegd { sjabloon, weg, pdf, html }, vec![one, other]))
}

fn rij(mail: &Mailbericht) -> Option<OutboxRow> {
    let body = serde_json::to_vec(mail).ok()?;
    Some(OutboxRow { id: mail.id, kanaal: KANAAL_MAIL.to_owned(), body })
}
