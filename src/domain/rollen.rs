//! The roles that one person has: at least one, each once, in a fixed order.

use serde::{Deserialize, Serialize};

use super::medewerker::Rol;

/// What somebody may work as. A session works as one of them (KING-R, design §4: a person with two roles chooses).
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Rol>", into = "Vec<Rol>")]
pub struct Rollen(Vec<Rol>);

/// Why these are not the roles of a person.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum RollenFout {
    /// None at all.
    #[error("no role")]
    Geen,
    /// A role in which nobody logs in.
    #[error("a role of no person")]
    NietVanMensen,
    /// A resident is nothing else in the same account: who also works here has two.
    #[error("a resident with another role")]
    InwonerEnAnders,
}

impl Rollen {
    /// Of these; what is named twice counts once.
    ///
    /// # Errors
    /// [`RollenFout`] when they cannot be the roles of one person.
    pub fn new(rollen: impl IntoIterator<Item = Rol>) -> Result<Self, RollenFout> {
        let mut rollen: Vec<_> = rollen.into_iter().collect();
        rollen.sort_unstable();
        rollen.dedup();
        if rollen.is_empty() {
            return Err(RollenFout::Geen);
        }
        if rollen.iter().any(|rol| matches!(rol, Rol::Signaalbron | Rol::Systeem)) {
            return Err(RollenFout::NietVanMensen);
        }
        if rollen.len() > 1 && rollen.contains(&Rol::Inwoner) {
            return Err(RollenFout::InwonerEnAnders);
        }
        Ok(Self(rollen))
    }

    /// Of this one.
    ///
    /// # Errors
    /// [`RollenFout::NietVanMensen`] for a role in which nobody logs in.
    pub fn een(rol: Rol) -> Result<Self, RollenFout> {
        Self::new([rol])
    }

    /// All of them.
    #[must_use]
    pub fn alle(&self) -> &[Rol] {
        &self.0
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn bevat(&self, rol: Rol) -> bool {
        self.0.contains(&rol)
    }

    /// The only one; `None` for who must choose.
    #[must_use]
    pub fn enige(&self) -> Option<Rol> {
        match self.0.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The one that zaken are assigned to, when one of them is.
    #[must_use]
    pub fn behandelend(&self) -> Option<Rol> {
        self.0.iter().copied().find(|rol| rol.behandelt())
    }
}

impl TryFrom<Vec<Rol>> for Rollen {
    type Error = RollenFout;

    fn try_from(rollen: Vec<Rol>) -> Result<Self, RollenFout> {
        Self::new(rollen)
    }
}

impl From<Rollen> for Vec<Rol> {
    fn from(rollen: Rollen) -> Self {
        rollen.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &[Rol], then: Result<&[Rol], RollenFout>) {
        let made = Rollen::new(given.iter().copied());
        assert_eq!(made.as_ref().map(Rollen::alle).map_err(|e| *e), then, "{given:?}");
    }

    // shows KING-R3, KING-R5
    #[test]
    fn a_person_has_at_least_one_role_and_each_once() {
        check(&[Rol::Regisseur, Rol::Kcc, Rol::Regisseur], Ok(&[Rol::Kcc, Rol::Regisseur]));
        check(&[], Err(RollenFout::Geen));
        check(&[Rol::Kcc, Rol::Systeem], Err(RollenFout::NietVanMensen));
        check(&[Rol::Signaalbron], Err(RollenFout::NietVanMensen));
        check(&[Rol::Inwoner, Rol::Kcc], Err(RollenFout::InwonerEnAnders));
    }

    #[test]
    fn what_is_stored_is_held_to_the_same() {
        assert!(serde_json::from_str::<Rollen>("[]").is_err());
        assert!(serde_json::from_str::<Rollen>(r#"["systeem"]"#).is_err());
        let two: Rollen = serde_json::from_str(r#"["regisseur","kcc"]"#).unwrap();
        assert_eq!((two.enige(), two.behandelend()), (None, Some(Rol::Regisseur)));
        assert_eq!(serde_json::to_string(&two).unwrap(), r#"["kcc","regisseur"]"#);
    }
}
