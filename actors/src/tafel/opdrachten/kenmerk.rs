//! The reference of an outside system comes in once, for good (KING-ZT22, KING-ZT24). Its command is made from the source and the
//! reference, but what a command answered is forgotten after [`COMMAND_ANSWER_DAYS`](keukentafel::limits::COMMAND_ANSWER_DAYS). So a
//! report claims its reference too, in its own transaction: what is claimed stays so, and holds no more than a hash.

use keukentafel::domain::ids::InzendingId;
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;
use sha2::{Digest, Sha256};

use crate::tafel::Kop;

/// The id of what an outside system reports, which follows from its reference so that a repeat is told the same, and what it claims.
/// First what it says: of a repeat the store names that one. Nothing for whom the command is their own to name.
pub(super) fn eenmalig(wie: &Wie, kop: Kop) -> Option<(InzendingId, [Claim; 2])> {
    if wie.rol != Rol::Signaalbron {
        return None;
    }
    let digest = Sha256::new().chain_update("inzending").chain_update(kop.command.0.as_bytes()).finalize();
    let mut half = [0; 16];
    half.copy_from_slice(digest.split_at(16).0);
    let id = InzendingId(uuid::Builder::from_custom_bytes(half).into_uuid());
    let key = kop.command.0.to_string();
    let said: String = kop.request_hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let inhoud = Claim { scope: "kenmerk_inhoud", key: format!("{key} {said}") };
    Some((id, [inhoud, Claim { scope: "kenmerk", key }]))
}

/// What a report was answered that came in before.
pub(super) fn eerder(inzending: InzendingId) -> Uitgevoerd {
    Uitgevoerd {
        id: inzending.0,
        versie: 0,
        positie: 0,
        zaaknummer: None,
        bevestiging: None,
        gesprek: None,
        meldingen: Vec::new(),
        resterend: None,
    }
}
