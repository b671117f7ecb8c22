//! What every journal must do, as one suite. `conformance!` runs it against a fresh journal per case.

pub(crate) mod concepten;
pub(crate) mod documents;
pub(crate) mod feed;
pub(crate) mod filled;
pub(crate) mod leases;
pub(crate) mod streams;
pub(crate) mod stukken;
pub(crate) mod trail;

use uuid::Uuid;

use super::{
    Append, Appended, AuditRow, Claim, DocumentAppend, DocumentUpdate, EventHeader, Fault, Journal,
    NewDocument, NewEvent, Outcome, Refusal, StreamAppend, StreamId, StreamKind, Write,
};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId, Version};

/// What a case is given: a journal with whatever must outlive it, or nothing where the machine lacks its database.
pub(crate) trait Made {
    /// The journal.
    type Journal;
    /// What must outlive it.
    type Kept;
    fn made(self) -> Option<(Self::Journal, Self::Kept)>;
}

impl<J, K> Made for (J, K) {
    type Journal = J;
    type Kept = K;
    fn made(self) -> Option<(J, K)> {
        Some(self)
    }
}

impl<J, K> Made for Option<(J, K)> {
    type Journal = J;
    type Kept = K;
    fn made(self) -> Option<(J, K)> {
        self
    }
}

/// The suite against `$make`, an async function that gives what a case needs ([`Made`]).
macro_rules! conformance {
    ($make:path) => {
        crate::store::conformance::conformance!($make, streams {
            append_then_load_gives_it_back
            load_after_a_version_gives_the_rest
            versions_are_dense_and_a_conflict_names_the_present_one
            one_command_moves_all_its_streams_or_none
            a_later_write_sees_an_earlier_one_of_its_batch
            a_refused_write_leaves_its_neighbours_alone
            a_claim_is_taken_once
            two_claims_in_one_batch_and_in_one_command
            a_claim_holds_within_its_municipality_and_scope
            a_repeated_command_gets_its_old_answer
            a_command_id_with_another_request_is_refused
            a_repeat_within_one_batch
            a_refused_command_may_be_tried_again
            answers_are_forgotten_by_when_the_command_was_done
            a_command_may_leave_only_a_line_in_the_trail
            another_municipality_sees_nothing
        });
        crate::store::conformance::conformance!($make, documents {
            rows_are_dense_over_batches
            a_new_document_begins_with_its_template
            a_document_begins_once
            text_for_an_absent_document_is_refused
            a_client_id_belongs_to_its_first_writer
            a_refused_row_binds_no_client_id
            a_closed_document_takes_no_text
            a_document_closes_at_the_row_that_was_read
            a_signed_document_stays_so
            opening_is_the_snapshot_and_the_rest
            a_snapshot_only_grows_newer
            packing_keeps_every_row
            what_a_document_has_beyond_a_row_is_read_without_the_rest
            where_documents_end_is_one_question
            a_document_of_another_municipality_is_not_there
        });
        crate::store::conformance::conformance!($make, feed {
            the_feed_is_every_event_once_in_order
            the_feed_holds_under_concurrent_writers
            pages_of_the_feed_join
            positions_name_the_last_event
            a_projection_comes_back
            a_projection_never_goes_back
        });
        crate::store::conformance::conformance!($make, leases {
            a_turn_is_of_one_node_until_it_ends
            what_is_written_in_a_turn_that_went_on_is_refused
        });
        crate::store::conformance::conformance!($make, concepten {
            a_concept_comes_back_to_its_owner
            a_concept_moves_from_what_was_read
            a_concept_ends_by_itself
            somebody_has_so_many_concepten
            what_is_handed_in_is_no_concept_any_more
            what_a_command_erases_is_gone_with_it
        });
        crate::store::conformance::conformance!($make, stukken {
            a_stuk_comes_back_under_its_stream_only
            a_refused_command_keeps_no_stuk_and_sends_nothing
            a_message_waits_until_it_is_marked
            an_erased_stream_takes_its_stukken_and_messages_along
        });
        crate::store::conformance::conformance!($make, trail {
            an_empty_trail_has_no_head
            lines_are_found_by_what_is_asked
            a_head_is_signed_once_a_day
            a_head_holds_all_lines_of_its_batch
            a_signature_is_over_every_field
        });
    };
    ($make:path, $file:ident { $($case:ident)+ }) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $case() {
            use crate::store::conformance::Made;
            let Some((journal, _kept)) = $make().await.made() else { return };
            crate::store::conformance::$file::$case(&journal).await;
        }
    )+};
}
pub(crate) use conformance;

pub(crate) const GEMEENTE: GemeenteId =
    GemeenteId(Uuid::from_u128(0x0188_0000_0000_7000_8000_0000_0000_0001));
pub(crate) const ANDERE: GemeenteId = GemeenteId(Uuid::from_u128(0x0188_0000_0000_7000_8000_0000_0000_0002));
pub(crate) const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(0x11));
pub(crate) const EMMA: MedewerkerId = MedewerkerId(Uuid::from_u128(0x12));

pub(crate) fn zaak(n: u128) -> StreamId {
    StreamId { kind: StreamKind::Zaak, id: Uuid::from_u128(n) }
}

pub(crate) fn document(n: u128) -> DocumentId {
    DocumentId(Uuid::from_u128(n))
}

pub(crate) fn command(n: u128) -> CommandId {
    CommandId(Uuid::from_u128(n))
}

pub(crate) fn moment(n: i64) -> Moment {
    Moment::from_micros(1_790_000_000_000_000 + n)
}

pub(crate) fn event(cmd_id: CommandId, body: &str) -> NewEvent {
    let header = EventHeader {
        soort: "ZaakToegewezen".into(),
        schema: 1,
        at: moment(7),
        geldig_op: Some(moment(3)),
        door: Some(KEVIN),
        namens: None,
        rol: Some("regisseur".into()),
        cmd_id,
        oorzaak: None,
    };
    NewEvent { header, body: body.as_bytes().to_vec() }
}

/// Command `n` with nothing in it yet. Its request hash follows from `n`.
pub(crate) fn bare(n: u128) -> Append {
    Append {
        gemeente: GEMEENTE,
        command: command(n),
        request_hash: hash(n),
        streams: Vec::new(),
        claims: Vec::new(),
        documents: Vec::new(),
        statuses: Vec::new(),
        outbox: Vec::new(),
        stukken: Vec::new(),
        concepten: Vec::new(),
        wist: Vec::new(),
        audit: Vec::new(),
        answer: format!("{{\"n\":{n}}}").into_bytes(),
    }
}

pub(crate) fn hash(n: u128) -> [u8; 32] {
    let mut hash = [7; 32];
    hash[..16].copy_from_slice(&n.to_be_bytes());
    hash
}

/// Command `n`, which adds these bodies to a stream that is at `expected`.
pub(crate) fn adds(n: u128, stream: StreamId, expected: Version, bodies: &[&str]) -> Append {
    let events = bodies.iter().map(|body| event(command(n), body)).collect();
    Append { streams: vec![StreamAppend { stream, expected, events }], ..bare(n) }
}

pub(crate) fn claims(n: u128, scope: &'static str, keys: &[&str]) -> Append {
    let claims = keys.iter().map(|key| Claim { scope, key: (*key).into() }).collect();
    Append { claims, ..bare(n) }
}

pub(crate) fn update(door: MedewerkerId, n: i64, bytes: &[u8], binds: &[u64]) -> DocumentUpdate {
    DocumentUpdate {
        door: Some(door),
        sessie: Some(Uuid::from_u128(0x5e55)),
        at: moment(n),
        bytes: bytes.to_vec(),
        binds: binds.to_vec(),
    }
}

/// Command `n`, with which a document begins.
pub(crate) fn begins(n: u128, id: DocumentId, updates: Vec<DocumentUpdate>) -> Append {
    Append { documents: vec![NewDocument { id, updates }], ..bare(n) }
}

pub(crate) fn text(document: DocumentId, updates: Vec<DocumentUpdate>) -> Write {
    Write::Document(DocumentAppend { gemeente: GEMEENTE, document, updates })
}

pub(crate) fn audit_row(n: i64, object: &str) -> AuditRow {
    AuditRow {
        wie: Some(EMMA),
        rol: Some("consulent".into()),
        ..AuditRow::new(moment(n), "zaak.lezen", object)
    }
}

/// Commits one write and gives its outcome; a fault fails the test.
pub(crate) async fn commit(journal: &impl Journal, write: Write) -> Result<Appended, Refusal> {
    commit_all(journal, vec![write]).await.remove(0)
}

/// Commits a batch and gives its outcomes; a fault fails the test.
pub(crate) async fn commit_all(journal: &impl Journal, batch: Vec<Write>) -> Vec<Result<Appended, Refusal>> {
    let outcomes: Result<Vec<_>, Fault> =
        journal.commit(batch).await.into_iter().collect::<Vec<Outcome>>().into_iter().collect();
    outcomes.unwrap()
}

pub(crate) async fn append(journal: &impl Journal, append: Append) -> Result<Appended, Refusal> {
    commit(journal, Write::Append(append)).await
}

/// The bodies of a stream.
pub(crate) async fn bodies(journal: &impl Journal, stream: StreamId) -> Vec<String> {
    let events = journal.load(GEMEENTE, stream, 0).await.unwrap();
    events.into_iter().map(|event| String::from_utf8(event.body.unwrap()).unwrap()).collect()
}
