//! What a toekenning may be, and what it gives, as data.

use super::{Handeling, mag};
use crate::domain::ids::MedewerkerId;
use crate::domain::medewerker::{Rol, Wie};

/// Who can stand in for whom: a colleague who does the same work, or who is there to stand in (KING-R4d: for a regisseur a colleague
/// regisseur). Whose role is not here has no work that can be handed on this way.
pub const VERVANGERS: &[(Rol, &[Rol])] = &[
    (Rol::Jeugdconsulent, &[Rol::Jeugdconsulent, Rol::Vervanger]),
    (Rol::Wmoconsulent, &[Rol::Wmoconsulent, Rol::Vervanger]),
    (Rol::ConsulentInkomen, &[Rol::ConsulentInkomen, Rol::Vervanger]),
    (Rol::Uitkeringsadministratie, &[Rol::Uitkeringsadministratie, Rol::Vervanger]),
    (Rol::Werkcoach, &[Rol::Werkcoach, Rol::Vervanger]),
    (Rol::Regisseur, &[Rol::Regisseur, Rol::Vervanger]),
    (Rol::Backoffice, &[Rol::Backoffice, Rol::Vervanger]),
    (Rol::MedewerkerBudgetbeheer, &[Rol::MedewerkerBudgetbeheer, Rol::Vervanger]),
];

/// Whether somebody in the role `vervanger` can stand in for somebody in the role `afwezige`.
#[must_use]
pub fn mag_vervangen(afwezige: Rol, vervanger: Rol) -> bool {
    VERVANGERS.iter().any(|(rol, wie)| *rol == afwezige && wie.contains(&vervanger))
}

/// Whether `wie` may say who stands in for this medewerker, and that nobody does any more: who is away themselves, and who
/// distributes the work. A role that nobody can stand in for names nobody.
#[must_use]
pub fn mag_vervanger_aanwijzen(wie: &Wie, afwezige: MedewerkerId) -> bool {
    let own = wie.id == afwezige && VERVANGERS.iter().any(|(rol, _)| *rol == wie.rol);
    own || mag(wie.rol, Handeling::VervangerAanwijzen)
}
