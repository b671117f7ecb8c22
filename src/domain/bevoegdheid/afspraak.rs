//! Who may know when a talk is held.

use super::Toegang;
use crate::domain::medewerker::{Rol, Wie};

/// Whether `wie` sees when and where a talk is held and who comes: who takes part in it, and in the portal whoever gets the letters of one of
/// its zaken (C2-K3). Of the talk itself the latter see no more: what is written about it is not theirs to read.
#[must_use]
pub fn op_afspraak(wie: &Wie, op_gesprek: Toegang, op_brieven: Toegang) -> bool {
    let portaal = matches!(wie.rol, Rol::Inwoner | Rol::Groepsparticipant);
    op_gesprek >= Toegang::Wat || (portaal && op_brieven >= Toegang::Wat)
}
