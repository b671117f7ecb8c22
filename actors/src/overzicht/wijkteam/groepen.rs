//! Groepen as they are looked up and shown.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, Toegang};
use keukentafel::domain::groep::samenstelling;
use keukentafel::domain::ids::{GroepId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{GroepWat, ParticipantWat, PersoonKort};

use super::GroepRegel;
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// A groep.
    #[must_use]
    pub fn groep(&self, groep: GroepId) -> Option<&GroepRegel> {
        self.wijkteam.groepen.get(&groep)
    }

    /// The groep of exactly these persons.
    #[must_use]
    pub fn groep_van_precies(&self, leden: &[PersoonId]) -> Option<GroepId> {
        self.wijkteam.op_samenstelling.get(&samenstelling(leden)).copied()
    }

    /// The groepen to which a person belongs.
    pub fn groepen_van(&self, persoon: PersoonId) -> impl Iterator<Item = GroepId> + '_ {
        self.wijkteam.groepen_van.get(&persoon).into_iter().flatten().copied()
    }

    /// How far `wie` may look at a groep.
    #[must_use]
    pub fn toegang_groep(&self, wie: &Wie, groep: GroepId) -> Toegang {
        let Some(groep) = self.groep(groep).and_then(GroepRegel::gevormd) else { return Toegang::Niets };
        if self.een_afgeschermd(wie, groep.leden.iter().copied()) {
            return Toegang::Niets;
        }
        // Between the event of the groep and that of its plan the new plan is not known here: until then it is as it was.
        let plans = groep.plan.iter().chain(groep.eerdere.iter().rev());
        let plan = plans.filter_map(|plan| self.plan(*plan)).find_map(super::PlanRegel::inhoud);
        let regisseurs = plan.map(|plan| plan.regisseurs.as_slice());
        let vervangt = self.vervangt_voor(wie, &groep.leden);
        bevoegdheid::op_groep(wie, groep.gevormd_door, regisseurs, &vervangt)
    }

    /// The groepen that `wie` looks after.
    #[must_use]
    pub fn mijn_groepen(&self, wie: &Wie) -> Vec<GroepId> {
        let als = self.als(wie);
        let made = als.iter().filter_map(|who| self.wijkteam.op_vormer.get(who)).flatten().copied();
        let led = als.iter().filter_map(|who| self.wijkteam.op_regisseur.get(who)).flatten();
        let led = led.filter_map(|plan| Some(self.plan(*plan)?.inhoud()?.groep));
        let mut all: Vec<_> = made.chain(led).collect();
        all.sort_unstable();
        all.dedup();
        all.retain(|groep| self.toegang_groep(wie, *groep) > Toegang::Niets);
        all
    }

    /// A groep as its regisseurs see it.
    #[must_use]
    pub fn groep_wat(&self, id: GroepId, recht: &Leesrecht, namen: &dyn Namen) -> Option<GroepWat> {
        let groep = self.groep(id)?.gevormd()?;
        let participanten = groep.participanten.iter().map(|who| ParticipantWat {
            // Who stands around a groep is shown to who leads it, and of a protected dossier no more than the name.
            persoon: match self.is_beschermd(who.persoon) {
                true => self.bij_naam_alleen(who.persoon),
                false => self.bij_naam(who.persoon),
            },
            hoedanigheid: who.hoedanigheid.lees(recht).clone(),
        });
        Some(GroepWat {
            id,
            leden: groep.leden.iter().map(|lid| self.bij_naam(*lid)).collect(),
            participanten: participanten.collect(),
            aanleiding: groep.aanleiding,
            waarom: groep.waarom.as_ref().map(|waarom| waarom.tekst.lees(recht).clone()),
            gevormd_op: groep.gevormd_op,
            gevormd_door: namen.door(groep.gevormd_door),
            plan: groep.plan,
            eerdere_plannen: groep.eerdere.clone(),
        })
    }

    /// A person by name; a dash for who was erased.
    pub(in crate::overzicht) fn bij_naam(&self, persoon: PersoonId) -> PersoonKort {
        let known = self.persoon(persoon).and_then(|regel| regel.kort(persoon));
        known.unwrap_or_else(|| PersoonKort {
            id: persoon,
            naam: "–".to_owned(),
            geboortedatum: None,
            beschrijving: None,
        })
    }
}
