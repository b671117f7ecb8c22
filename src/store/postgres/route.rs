//! Which connection writes what. What leaves a line in the trail goes through the first, so that a node has one chain; text goes through
//! the others, a document always through the same, so that its rows keep the order in which they came. A document that a command of the same
//! batch is about goes with the command, so that each still sees what was before it in the batch.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::tables::document::Packed;
use crate::store::{StreamKind, Write};

/// Connections that write, of one node.
pub(super) const LANES: usize = 4;

/// The writes of a batch by lane, each with its place in the batch.
pub(super) fn lanes(batch: Vec<Packed>) -> BTreeMap<usize, Vec<(usize, Packed)>> {
    let with_commands: BTreeSet<_> = batch.iter().flat_map(|packed| documents_of(&packed.write)).collect();
    let mut lanes: BTreeMap<usize, Vec<(usize, Packed)>> = BTreeMap::new();
    for (place, packed) in batch.into_iter().enumerate() {
        let lane = match packed.write.kaal() {
            Write::Document(append) => text_lane(append.gemeente, append.document, &with_commands),
            Write::Snapshot { gemeente, document, .. } | Write::Compact { gemeente, document } => {
                text_lane(*gemeente, *document, &with_commands)
            }
            Write::Append(_)
            | Write::Audit { .. }
            | Write::Concept(_)
            | Write::Onder { .. }
            | Write::SignHead { .. }
            | Write::Projection { .. } => 0,
        };
        lanes.entry(lane).or_default().push((place, packed));
    }
    lanes
}

fn text_lane(
    gemeente: GemeenteId,
    document: DocumentId,
    with_commands: &BTreeSet<(GemeenteId, DocumentId)>,
) -> usize {
    if with_commands.contains(&(gemeente, document)) {
        return 0;
    }
    // The last bytes of an id are drawn at random.
    let [.., last] = document.0.into_bytes();
    1 + usize::from(last) % (LANES - 1)
}

/// The documents that a command begins, closes, opens or erases.
fn documents_of(write: &Write) -> Vec<(GemeenteId, DocumentId)> {
    match write.kaal() {
        Write::Append(append) => {
            let begun = append.documents.iter().map(|new| new.id);
            let turned = append.statuses.iter().map(|change| change.document);
            let erased = append.wist.iter().filter(|stream| stream.kind == StreamKind::Document);
            let all = begun.chain(turned).chain(erased.map(|stream| DocumentId(stream.id)));
            all.map(|document| (append.gemeente, document)).collect()
        }
        Write::Document(_)
        | Write::Audit { .. }
        | Write::Snapshot { .. }
        | Write::Compact { .. }
        | Write::Concept(_)
        | Write::Onder { .. }
        | Write::SignHead { .. }
        | Write::Projection { .. } => Vec::new(),
    }
}
