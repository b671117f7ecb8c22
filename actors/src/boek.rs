//! Who works here: names and roles, handed in at the start.

use std::collections::HashMap;

use keukentafel::domain::bevoegdheid::mag_vervangen;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Medewerker, Rol};
use keukentafel::domain::signaal::Bronsoort;
use keukentafel::protocol::view::{Door, MedewerkerKort};

use crate::deps::Namen;

/// The book of medewerkers and municipalities.
#[derive(Clone, Debug, Default)]
pub struct Medewerkersboek {
    medewerkers: HashMap<MedewerkerId, Medewerker>,
    gemeenten: HashMap<GemeenteId, String>,
    bronnen: HashMap<MedewerkerId, Bronsoort>,
}

impl Medewerkersboek {
    /// A book of these people and these municipalities.
    #[must_use]
    pub fn new(medewerkers: Vec<Medewerker>, gemeenten: Vec<(GemeenteId, String)>) -> Self {
        let medewerkers = medewerkers.into_iter().map(|who| (who.id, who)).collect();
        Self { medewerkers, gemeenten: gemeenten.into_iter().collect(), bronnen: HashMap::new() }
    }

    /// With these outside systems, that report signalen under an id of their own.
    #[must_use]
    pub fn met_bronnen(self, bronnen: impl IntoIterator<Item = (MedewerkerId, Bronsoort)>) -> Self {
        Self { bronnen: bronnen.into_iter().collect(), ..self }
    }

    /// What kind of source this outside system is.
    #[must_use]
    pub fn bron(&self, id: MedewerkerId) -> Option<Bronsoort> {
        self.bronnen.get(&id).copied()
    }

    /// Somebody.
    #[must_use]
    pub fn medewerker(&self, id: MedewerkerId) -> Option<&Medewerker> {
        self.medewerkers.get(&id)
    }

    /// The name of a municipality.
    #[must_use]
    pub fn gemeente(&self, id: GemeenteId) -> &str {
        self.gemeenten.get(&id).map_or("", String::as_str)
    }

    /// Whether somebody of this municipality can have a zaak.
    #[must_use]
    pub fn behandelt(&self, gemeente: GemeenteId, id: MedewerkerId) -> bool {
        self.medewerkers.get(&id).is_some_and(|who| who.gemeente == gemeente && who.rol.behandelt())
    }

    /// Whether somebody of this municipality works here (and is no resident).
    #[must_use]
    pub fn werkt_hier(&self, gemeente: GemeenteId, id: MedewerkerId) -> bool {
        self.medewerkers.get(&id).is_some_and(|who| who.gemeente == gemeente && is_medewerker(who.rol))
    }

    /// Whom one may assign a zaak to, by name.
    #[must_use]
    pub fn toe_te_wijzen(&self, gemeente: GemeenteId) -> Vec<MedewerkerKort> {
        self.op_naam(gemeente, |who| who.rol.behandelt())
    }

    /// Who could stand in for somebody, by name.
    #[must_use]
    pub fn vervangers(&self, gemeente: GemeenteId, afwezige: MedewerkerId) -> Vec<MedewerkerKort> {
        let Some(rol) = self.medewerker(afwezige).map(|who| who.rol) else { return Vec::new() };
        self.op_naam(gemeente, |who| who.id != afwezige && mag_vervangen(rol, who.rol))
    }

    fn op_naam(&self, gemeente: GemeenteId, fits: impl Fn(&Medewerker) -> bool) -> Vec<MedewerkerKort> {
        let mut found: Vec<_> = self
            .medewerkers
            .values()
            .filter(|who| who.gemeente == gemeente && fits(who))
            .map(|who| MedewerkerKort {
                id: who.id,
                naam: who.naam.clone(),
                rol: who.rol,
                rol_naam: who.rol.naam().to_owned(),
                initiaal: initiaal(&who.naam),
                team: who.rol.domein(),
            })
            .collect();
        found.sort_by(|a, b| (&a.naam, a.id).cmp(&(&b.naam, b.id)));
        found
    }
}

impl Namen for Medewerkersboek {
    fn door(&self, medewerker: MedewerkerId) -> Door {
        let naam = self.medewerkers.get(&medewerker).map_or_else(|| "–".to_owned(), |who| who.naam.clone());
        Door { id: medewerker, naam, namens: None }
    }

    fn toe_te_wijzen(&self, gemeente: GemeenteId) -> Vec<MedewerkerKort> {
        Self::toe_te_wijzen(self, gemeente)
    }
}

/// What stands on somebody's chair.
#[must_use]
pub fn initiaal(naam: &str) -> String {
    naam.chars().find(|c| c.is_alphabetic()).map(|c| c.to_uppercase().collect()).unwrap_or_default()
}

fn is_medewerker(rol: Rol) -> bool {
    !matches!(rol, Rol::Inwoner | Rol::Groepsparticipant)
}
