//! What the groups of a provider come down to here. A group that is not in the table gives nothing: a provider has many that are no
//! business of ours.

use std::collections::BTreeMap;

use keukentafel::domain::medewerker::Rol;
use keukentafel::domain::rollen::Rollen;

/// Group → role.
#[derive(Clone, Debug)]
pub(super) struct Groepentabel(BTreeMap<String, Rol>);

impl Groepentabel {
    pub(super) fn new(tabel: BTreeMap<String, Rol>) -> Self {
        Self(tabel)
    }

    /// The roles of somebody with these groups; `None` for none.
    pub(super) fn rollen(&self, groepen: &[String]) -> Option<Rollen> {
        Rollen::new(groepen.iter().filter_map(|groep| self.0.get(groep).copied())).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &[&str], then: Option<&[Rol]>) {
        let tabel =
            [("jeugd", Rol::Jeugdconsulent), ("regie", Rol::Regisseur), ("regie-zuid", Rol::Regisseur)];
        let tabel = Groepentabel::new(tabel.map(|(groep, rol)| (groep.to_owned(), rol)).into());
        let groepen: Vec<_> = given.iter().map(|groep| (*groep).to_owned()).collect();
        assert_eq!(tabel.rollen(&groepen).as_ref().map(Rollen::alle), then, "{given:?}");
    }

    #[test]
    fn unknown_groups_give_no_role() {
        check(&[], None);
        check(&["koffie", "Jeugd", "jeugd "], None);
        check(&["koffie", "jeugd"], Some(&[Rol::Jeugdconsulent]));
        check(&["regie", "regie-zuid"], Some(&[Rol::Regisseur]));
        check(&["regie", "jeugd"], Some(&[Rol::Jeugdconsulent, Rol::Regisseur]));
    }
}
