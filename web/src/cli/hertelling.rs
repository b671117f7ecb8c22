//! Holds what the read side counts against a recount of the whole journal.

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::limits::FEED_PAGE_ROWS;
use keukentafel::store::{Journal, SharedJournal};
use keukentafel_actors::overzicht::Overzicht;
use keukentafel_actors::overzicht::caseload::klopt;
use keukentafel_actors::projector::Projector;

/// What a recount found.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct Hertelling {
    /// Zaken that run.
    pub(super) zaken: u64,
    /// Their weight, minutes a week.
    pub(super) gewicht: u64,
}

/// Reads the journal as a start does, from what was kept, and again from its first event, and counts each zaak anew.
///
/// # Errors
/// When the journal cannot be read, or the counts differ: then a municipality would steer by wrong figures.
pub(super) async fn hertel(journal: &SharedJournal) -> anyhow::Result<Hertelling> {
    let vandaag = SystemClock::default().now().day();
    let kept = follow(journal, Projector::restore(journal).await?).await?;
    let fresh = follow(journal, Overzicht::default()).await?;
    let mut found = Hertelling { zaken: 0, gewicht: 0 };
    for (gemeente, all) in fresh.gemeenten() {
        let same = kept.gemeente(gemeente).is_some_and(|other| other.caseload() == all.caseload());
        anyhow::ensure!(
            same && klopt(all, vandaag),
            "de caseload van gemeente {gemeente} is niet gelijk aan een hertelling van het journaal"
        );
        let totaal = all.caseload().beeld(|_| true, vandaag).totaal;
        found.zaken += totaal.aantal;
        found.gewicht += totaal.gewicht;
    }
    Ok(found)
}

async fn follow(journal: &SharedJournal, mut overzicht: Overzicht) -> anyhow::Result<Overzicht> {
    loop {
        let page = journal.feed(overzicht.positie(), FEED_PAGE_ROWS).await?;
        for event in &page {
            overzicht.apply(event)?;
        }
        if page.len() < FEED_PAGE_ROWS {
            return Ok(overzicht);
        }
    }
}

/// The append of one melding, for the test of this.
#[cfg(test)]
pub(super) fn een_zaak() -> keukentafel::store::Write {
    use keukentafel::domain::ids::{CommandId, MedewerkerId, PersoonId};
    use keukentafel::domain::zaak::{Kanaal, Melding, Urgentie, Zaak, ZaakEvent};
    use keukentafel::domain::zaaktype::Zaaktype;
    use keukentafel::store::{
        Append, EventHeader, NewEvent, StreamAppend, StreamId, StreamKind, Write, codec,
    };
    let id = uuid::Uuid::from_u128(7);
    let now = SystemClock::default().now();
    let melding = Melding {
        onderwerp: "Hulp in huis".into(),
        toelichting: None,
        kanaal: Kanaal::Balie,
        urgentie: Urgentie::Gewoon,
    };
    let event = ZaakEvent::MeldingGeregistreerd {
        contact: None,
        bevestiging: None,
        zaaknummer: "ZAAK-2026-000001".into(),
        zaaktype: Zaaktype::MeldingWmo,
        persoon: PersoonId(id),
        melder: MedewerkerId(id),
        melding,
        uiterlijk_op: now.day(),
    };
    let (soort, body) = codec::encode::<Zaak>(&event).unwrap_or_default();
    let header = EventHeader {
        soort,
        schema: 1,
        at: now,
        geldig_op: None,
        door: None,
        namens: None,
        rol: None,
        cmd_id: CommandId(id),
        oorzaak: None,
    };
    let stream = StreamId { kind: StreamKind::Zaak, id };
    let streams = vec![StreamAppend { stream, expected: 0, events: vec![NewEvent { header, body }] }];
    Write::Append(Append {
        gemeente: crate::demo::GEMEENTE,
        command: CommandId(id),
        request_hash: [0; 32],
        streams,
        claims: Vec::new(),
        documents: Vec::new(),
        statuses: Vec::new(),
        outbox: Vec::new(),
        stukken: Vec::new(),
        concepten: Vec::new(),
        wist: Vec::new(),
        audit: Vec::new(),
        answer: b"{}".to_vec(),
    })
}
