//! Holds what the read side counts against a recount of the whole journal.

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::GemeenteId;
use keukentafel::limits::FEED_PAGE_ROWS;
use keukentafel::store::{Journal, Position, SharedJournal};
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

/// How often it is counted again when the two differ and nodes recorded something meanwhile: an erasure takes from both what one of them has read already.
const HERTEL_KEREN_MAX: usize = 3;

/// Reads the journal as a start does, from what was kept, and again from its first event, and counts each zaak anew.
///
/// # Errors
/// When the journal cannot be read, or the counts differ: then a municipality would steer by wrong figures.
pub(super) async fn hertel(journal: &SharedJournal) -> anyhow::Result<Hertelling> {
    let mut keer = 1;
    loop {
        let kept = Projector::restore(journal).await?;
        let fresh = follow(journal, Overzicht::default(), END).await?;
        let end = fresh.positie();
        match vergelijk(journal, kept, fresh).await? {
            Ok(found) => return Ok(found),
            Err(gemeente) => {
                let moved = !journal.feed(end, 1).await?.is_empty();
                anyhow::ensure!(
                    moved && keer < HERTEL_KEREN_MAX,
                    "de caseload van gemeente {gemeente} is niet gelijk aan een hertelling van het journaal"
                );
                keer += 1;
            }
        }
    }
}

/// However far the feed goes.
const END: Position = Position(u64::MAX);

/// Holds what was kept against what was counted anew, both up to the place where the second ends: nodes that are at work go on meanwhile. `Err` says which
/// municipality differs.
async fn vergelijk(
    journal: &SharedJournal,
    kept: Overzicht,
    fresh: Overzicht,
) -> anyhow::Result<Result<Hertelling, GemeenteId>> {
    let vandaag = SystemClock::default().now().day();
    let kept = follow(journal, kept, fresh.positie()).await?;
    let mut found = Hertelling { zaken: 0, gewicht: 0 };
    for (gemeente, all) in fresh.gemeenten() {
        let same = kept.gemeente(gemeente).is_some_and(|other| other.caseload() == all.caseload());
        if !(same && klopt(all, vandaag)) {
            return Ok(Err(gemeente));
        }
        let totaal = all.caseload().beeld(|_| true, vandaag).totaal;
        found.zaken += totaal.aantal;
        found.gewicht += totaal.gewicht;
    }
    Ok(Ok(found))
}

/// Reads on up to this place, and no further.
async fn follow(
    journal: &SharedJournal,
    mut overzicht: Overzicht,
    tot: Position,
) -> anyhow::Result<Overzicht> {
    loop {
        let page = journal.feed(overzicht.positie(), FEED_PAGE_ROWS).await?;
        for event in page.iter().filter(|event| event.position <= tot) {
            overzicht.apply(event)?;
        }
        if page.len() < FEED_PAGE_ROWS || page.last().is_some_and(|last| last.position > tot) {
            return Ok(overzicht);
        }
    }
}

/// The append of one melding, for the test of this.
#[cfg(test)]
pub(super) fn een_zaak() -> keukentafel::store::Write {
    zaak_nummer(7)
}

#[cfg(test)]
fn zaak_nummer(n: u128) -> keukentafel::store::Write {
    use keukentafel::domain::ids::{CommandId, MedewerkerId, PersoonId};
    use keukentafel::domain::zaak::{Kanaal, Melding, Urgentie, Zaak, ZaakEvent};
    use keukentafel::domain::zaaktype::Zaaktype;
    use keukentafel::store::{
        Append, EventHeader, NewEvent, StreamAppend, StreamId, StreamKind, Write, codec,
    };
    let id = uuid::Uuid::from_u128(n);
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
        zaaknummer: format!("ZAAK-2026-{n:06}"),
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use keukentafel::store::MemoryJournal;

    use super::*;

    // shows C2-L5: beside nodes that are at work
    #[tokio::test]
    async fn what_is_recorded_while_it_is_counted_makes_no_difference() {
        let journal = Arc::new(MemoryJournal::new(uuid::Uuid::from_u128(1)));
        let shared = SharedJournal::from_arc(Arc::clone(&journal));
        let records = async |n| {
            shared.commit(vec![zaak_nummer(n)]).await.pop().unwrap().unwrap().unwrap();
        };
        records(1).await;
        let kept = Projector::restore(&shared).await.unwrap();
        let fresh = follow(&shared, Overzicht::default(), END).await.unwrap();
        records(2).await;
        let found = vergelijk(&shared, kept, fresh).await.unwrap();
        assert_eq!(found, Ok(Hertelling { zaken: 1, gewicht: 90 }), "of the moment at which it was counted");
        assert_eq!(hertel(&shared).await.unwrap().zaken, 2);
    }
}
