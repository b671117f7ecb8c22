//! Who works here: the fixed people that were handed in at the start, and whoever logged in through a provider of identities. Of the
//! latter the journal knows; the projector tells the book.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use keukentafel::domain::bevoegdheid::{Handeling, mag, mag_vervangen};
use keukentafel::domain::identiteit::{Identiteit, Inschrijving};
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Medewerker, Rol, Wie};
use keukentafel::domain::signaal::Broninschrijving;
use keukentafel::protocol::view::{Door, MedewerkerKort};

use crate::deps::Namen;

/// The book of medewerkers and municipalities. Clones are the same book.
#[derive(Clone, Debug, Default)]
pub struct Medewerkersboek {
    ingeschreven: Arc<Ingeschreven>,
    gemeenten: HashMap<GemeenteId, String>,
    bronnen: HashMap<MedewerkerId, Broninschrijving>,
}

/// Who may come in now. Its lock is held for a look and never while another is taken.
#[derive(Debug, Default)]
struct Ingeschreven {
    medewerkers: RwLock<HashMap<MedewerkerId, Medewerker>>,
    /// Names of who was here and is not any more.
    voorheen: RwLock<HashMap<MedewerkerId, String>>,
    revisie: AtomicU64,
}

impl Medewerkersboek {
    /// A book of these people and these municipalities.
    #[must_use]
    pub fn new(medewerkers: Vec<Medewerker>, gemeenten: Vec<(GemeenteId, String)>) -> Self {
        let medewerkers = medewerkers.into_iter().map(|who| (who.id, who)).collect();
        let ingeschreven = Ingeschreven { medewerkers: RwLock::new(medewerkers), ..Ingeschreven::default() };
        Self {
            ingeschreven: Arc::new(ingeschreven),
            gemeenten: gemeenten.into_iter().collect(),
            bronnen: HashMap::new(),
        }
    }

    /// With these outside systems, that report signalen under an id of their own.
    #[must_use]
    pub fn met_bronnen(self, bronnen: impl IntoIterator<Item = (MedewerkerId, Broninschrijving)>) -> Self {
        Self { bronnen: bronnen.into_iter().collect(), ..self }
    }

    /// With this municipality too, when it is not there yet.
    #[must_use]
    pub fn met_gemeente(mut self, gemeente: GemeenteId, naam: String) -> Self {
        self.gemeenten.entry(gemeente).or_insert(naam);
        self
    }

    /// Takes in what the journal says of somebody.
    pub(crate) fn neem_op(&self, gemeente: GemeenteId, id: MedewerkerId, identiteit: &Identiteit) {
        match identiteit {
            Identiteit::Onbekend => return,
            Identiteit::Bekend(Inschrijving { naam, rollen, persoon, machtiging }) => {
                let (naam, rollen, persoon, machtiging) =
                    (naam.clone(), rollen.clone(), *persoon, *machtiging);
                self.schrijf().insert(id, Medewerker { id, naam, rollen, gemeente, persoon, machtiging });
            }
            Identiteit::Uitgeschreven { naam } => {
                let mut voorheen = self.ingeschreven.voorheen.write().unwrap_or_else(PoisonError::into_inner);
                voorheen.insert(id, naam.clone());
                drop(voorheen);
                self.schrijf().remove(&id);
            }
        }
        self.ingeschreven.revisie.fetch_add(1, Ordering::Release);
    }

    /// Rises whenever somebody comes in the book, leaves it, or has other roles: whoever holds a session then looks again.
    #[must_use]
    pub fn revisie(&self) -> u64 {
        self.ingeschreven.revisie.load(Ordering::Acquire)
    }

    /// What kind of source this outside system is, and how reliable.
    #[must_use]
    pub fn bron(&self, id: MedewerkerId) -> Option<Broninschrijving> {
        self.bronnen.get(&id).copied()
    }

    /// Somebody.
    #[must_use]
    pub fn medewerker(&self, id: MedewerkerId) -> Option<Medewerker> {
        self.lees().get(&id).cloned()
    }

    /// Every municipality, by name.
    pub fn gemeenten(&self) -> impl Iterator<Item = (GemeenteId, &str)> {
        self.gemeenten.iter().map(|(id, naam)| (*id, naam.as_str()))
    }

    /// How a municipality is called; nothing for one that is not here.
    #[must_use]
    pub fn gemeente(&self, id: GemeenteId) -> &str {
        self.gemeenten.get(&id).map_or("", String::as_str)
    }

    /// Whether somebody of this municipality can have a zaak.
    #[must_use]
    pub fn behandelt(&self, gemeente: GemeenteId, id: MedewerkerId) -> bool {
        let behandelt = |who: &Medewerker| who.gemeente == gemeente && who.rollen.behandelend().is_some();
        self.lees().get(&id).is_some_and(behandelt)
    }

    /// Whether somebody of this municipality works here (and is no resident).
    #[must_use]
    pub fn werkt_hier(&self, gemeente: GemeenteId, id: MedewerkerId) -> bool {
        let werkt =
            |who: &Medewerker| who.gemeente == gemeente && who.rollen.alle().iter().any(is_medewerker);
        self.lees().get(&id).is_some_and(werkt)
    }

    /// Everybody of this municipality as they would act in each of their roles, with what people call it. To ask the policy about
    /// them; nobody acts so. Not who came in for a resident: what they may is of a session that a provider vouched for, and the trail says
    /// when there was one.
    #[must_use]
    pub fn iedereen(&self, gemeente: GemeenteId) -> Vec<(Wie, String)> {
        let book = self.lees();
        let here = book.values().filter(|who| who.gemeente == gemeente && who.machtiging.is_none());
        let each = here.flat_map(|who| who.rollen.alle().iter().map(move |rol| (who, *rol)));
        each.map(|(who, rol)| {
            let wie = Wie {
                id: who.id,
                naam: who.naam.clone(),
                rol,
                gemeente: who.gemeente,
                persoon: who.persoon,
                machtiging: None,
                sessie: uuid::Uuid::nil(),
            };
            (wie, rol.naam().to_owned())
        })
        .collect()
    }

    /// Whom one may assign a zaak to, by name, in the role in which they treat it.
    #[must_use]
    pub fn toe_te_wijzen(&self, gemeente: GemeenteId) -> Vec<MedewerkerKort> {
        self.op_naam(gemeente, |who| who.rollen.behandelend())
    }

    /// Everybody who works here, by name, in the first of their roles.
    #[must_use]
    pub fn collegas(&self, gemeente: GemeenteId) -> Vec<MedewerkerKort> {
        self.op_naam(gemeente, |who| who.rollen.alle().iter().copied().find(is_medewerker))
    }

    /// Who could stand in for somebody, by name, in the role in which they would.
    #[must_use]
    pub fn vervangers(&self, gemeente: GemeenteId, afwezige: MedewerkerId) -> Vec<MedewerkerKort> {
        let Some(away) = self.medewerker(afwezige) else { return Vec::new() };
        let stands_in = |rol: &Rol| away.rollen.alle().iter().any(|other| mag_vervangen(*other, *rol));
        self.op_naam(gemeente, |who| {
            (who.id != afwezige).then(|| who.rollen.alle().iter().copied().find(stands_in))?
        })
    }

    /// Everybody for whom `als` gives a role, in that role, by name.
    fn op_naam(&self, gemeente: GemeenteId, als: impl Fn(&Medewerker) -> Option<Rol>) -> Vec<MedewerkerKort> {
        let kort = |who: &Medewerker| {
            let rol = als(who)?;
            Some(MedewerkerKort {
                id: who.id,
                naam: who.naam.clone(),
                rol,
                rol_naam: rol.naam().to_owned(),
                initiaal: initiaal(&who.naam),
                team: rol.domein(),
            })
        };
        let mut found: Vec<_> =
            self.lees().values().filter(|who| who.gemeente == gemeente).filter_map(kort).collect();
        found.sort_by(|a, b| (&a.naam, a.id).cmp(&(&b.naam, b.id)));
        found
    }

    fn lees(&self) -> RwLockReadGuard<'_, HashMap<MedewerkerId, Medewerker>> {
        self.ingeschreven.medewerkers.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn schrijf(&self) -> RwLockWriteGuard<'_, HashMap<MedewerkerId, Medewerker>> {
        self.ingeschreven.medewerkers.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn naam(&self, id: MedewerkerId) -> Option<String> {
        let here = self.lees().get(&id).map(|who| who.naam.clone());
        here.or_else(|| {
            let voorheen = self.ingeschreven.voorheen.read().unwrap_or_else(PoisonError::into_inner);
            voorheen.get(&id).cloned()
        })
    }
}

impl Namen for Medewerkersboek {
    fn door(&self, medewerker: MedewerkerId) -> Door {
        Door { id: medewerker, naam: self.naam(medewerker).unwrap_or_else(|| "–".to_owned()), namens: None }
    }

    fn mag_leiden(&self, medewerker: MedewerkerId) -> bool {
        let leads = |who: &Medewerker| who.rollen.alle().iter().any(|rol| mag(*rol, Handeling::Regisseren));
        self.lees().get(&medewerker).is_some_and(leads)
    }

    fn heeft_rol(&self, medewerker: MedewerkerId, rol: Rol) -> bool {
        self.lees().get(&medewerker).is_some_and(|who| who.rollen.alle().contains(&rol))
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

fn is_medewerker(rol: &Rol) -> bool {
    !matches!(rol, Rol::Inwoner | Rol::Groepsparticipant)
}
