//! About whom something is, and why somebody may look at it: what every line of the trail says beside what was done (NEN 7513).
//!
//! Worked out from the name of the object, as it stands in the line: so there is one place that knows it, for a page, a topic, a
//! document and a command alike.

use keukentafel::domain::bevoegdheid::{
    GROND_AUTEUR, GROND_DEELNEMER, GROND_GEMACHTIGDE, GROND_KRING, GROND_ROL, Relatie, Toegang, grond_op_zaak,
};
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GesprekId, GroepId, HuishoudenId, MedewerkerId, NazichtId,
    PersoonId, PlanId, SignaalId, ToekenningId, ZaakId,
};
use keukentafel::domain::inzage::GROND_GLAS;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::signaal::Betreft;
use keukentafel::store::AuditRow;
use uuid::Uuid;

use super::{DocumentRegel, Gemeenteoverzicht, PlanRegel};

/// About whom something is, and why somebody may look at it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Over {
    /// Whose data it holds. Not ordered.
    pub personen: Vec<PersoonId>,
    /// A word of the policy; `None` when there is no ground.
    pub grond: Option<&'static str>,
    /// The zaak or plan by which they may, as an object.
    pub doel: Option<String>,
}

/// What a stream is about, said by its own state: also when it begins with this very command.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Onderwerp {
    /// A person.
    Persoon(PersoonId),
    /// Whom a zaak is about.
    Zaak(ZaakId),
    /// The leden of a groep.
    Groep(GroepId),
    /// Those whom a plan is about.
    Plan(PlanId),
}

impl Over {
    /// Fills in a line; a refused one has no ground.
    #[must_use]
    pub fn in_regel(self, row: AuditRow) -> Vec<AuditRow> {
        let Self { personen, grond, doel } = self;
        let (grond, doel) = if row.code.is_some() { (None, None) } else { (grond, doel) };
        AuditRow { grond: grond.map(str::to_owned), doel, ..row }.over(personen)
    }

    /// The same as it is in a session of `wie`. Who comes in for a resident does so in all that they do there: each line is about that
    /// resident too, who so is told of it, and by no other right.
    #[must_use]
    pub fn in_sessie_van(mut self, wie: &Wie) -> Self {
        let Some(machtiging) = wie.machtiging else { return self };
        if !self.personen.contains(&machtiging.voor) {
            self.personen.push(machtiging.voor);
        }
        Self { grond: Some(GROND_GEMACHTIGDE), ..self }
    }

    fn rol() -> Self {
        Self { grond: Some(GROND_ROL), ..Self::default() }
    }
}

impl Gemeenteoverzicht {
    /// About whom the object of this name is, and why `wie` may look at it. Of what is not known here: nothing.
    #[must_use]
    pub fn over(&self, wie: &Wie, object: &str) -> Over {
        self.over_object(wie, object).in_sessie_van(wie)
    }

    fn over_object(&self, wie: &Wie, object: &str) -> Over {
        let Some((kind, id)) = named(object) else { return Over::rol() };
        match kind {
            "zaak" => self.over_zaak(wie, ZaakId(id)),
            "persoon" | "thuis" => self.over_persoon(wie, PersoonId(id)),
            "huishouden" => self.over_huishouden(wie, HuishoudenId(id)),
            "gesprek" if object.ends_with("@afspraak") => self.over_afspraak(wie, GesprekId(id)),
            "gesprek" => self.over_gesprek(wie, GesprekId(id)),
            "document" => match self.document(DocumentId(id)).and_then(DocumentRegel::gesprek) {
                Some(gesprek) => self.over_gesprek(wie, gesprek),
                None => Over::default(),
            },
            "contact" => self.over_contact(wie, ContactId(id)),
            "brief" => {
                self.brief(id.into()).map_or_else(Over::default, |vraag| self.over_zaak(wie, vraag.zaak))
            }
            "groep" => self.over_groep(wie, GroepId(id)),
            "plan" => match (lid_onder(object, "@portaal"), lid_onder(object, "@bijdragen")) {
                (Some(lid), _) => self.over_plan_lid(wie, PlanId(id), lid),
                (None, Some(lid)) => self.over_bijdragen(wie, PlanId(id), lid),
                (None, None) => self.over_plan(wie, PlanId(id)),
            },
            "signaal" => self.over_signaal(wie, SignaalId(id)),
            "aandacht" => self.over_aandacht(id),
            "beheerrekening" | "saldo" => self.over_rekening(wie, BeheerrekeningId(id)),
            "beschermd" if id == wie.gemeente.0 => {
                Over { personen: self.beschermde_personen(), ..Over::rol() }
            }
            "glazen" if id == wie.gemeente.0 => Over { personen: self.personen_in_glazen(), ..Over::rol() },
            "nazicht" if id == wie.gemeente.0 => Over { personen: self.personen_in_nazicht(), ..Over::rol() },
            "nazicht" => Over { personen: self.persoon_van_nazicht(NazichtId(id)), ..Over::rol() },
            "toekenning" => self.over_toestemming(wie, ToekenningId(id)),
            "toestemmingen" => self.over_antwoorden(wie, PersoonId(id)),
            "werkvoorraad" if id == wie.id.0 => Over { personen: self.in_lijst_van(wie), ..Over::rol() },
            "acties" if id == wie.id.0 => Over { personen: self.in_acties_van(wie), ..Over::rol() },
            "plannen" if id == wie.id.0 => {
                let personen = self.in_plannen_van(wie).into_iter().chain(self.in_portaal_van(wie));
                Over { personen: personen.collect(), ..Over::rol() }
            }
            "signalen" if id == wie.gemeente.0 => Over { personen: self.in_register_van(wie), ..Over::rol() },
            _ => Over::rol(),
        }
    }

    /// The persons of these.
    #[must_use]
    pub fn personen_van(&self, onderwerpen: &[Onderwerp]) -> Vec<PersoonId> {
        let of = |onderwerp: &Onderwerp| match *onderwerp {
            Onderwerp::Persoon(persoon) => vec![persoon],
            Onderwerp::Zaak(zaak) => self.persoon_van_zaak(zaak).into_iter().collect(),
            Onderwerp::Groep(groep) => self.leden(groep),
            Onderwerp::Plan(plan) => self.leden_van_plan(plan),
        };
        onderwerpen.iter().flat_map(of).collect()
    }

    /// Whom the zaken are about whose person is shown with this much.
    #[must_use]
    pub fn personen_in_lijst(&self, zaken: impl IntoIterator<Item = (ZaakId, Toegang)>) -> Vec<PersoonId> {
        let shown = zaken.into_iter().filter(|(_, toegang)| *toegang >= Toegang::Wat);
        shown.filter_map(|(zaak, _)| self.persoon_van_zaak(zaak)).collect()
    }

    fn over_zaak(&self, wie: &Wie, id: ZaakId) -> Over {
        let relatie = self.grond_zaak(wie, id).map(|(_, relatie)| relatie.word());
        Over {
            personen: self.persoon_van_zaak(id).into_iter().collect(),
            grond: relatie,
            doel: relatie.map(|_| format!("zaak/{id}")),
        }
    }

    fn over_persoon(&self, wie: &Wie, persoon: PersoonId) -> Over {
        let (grond, doel) = self.grond_persoon(wie, &[persoon]);
        Over { personen: vec![persoon], grond: Some(grond), doel }
    }

    /// Why somebody may look at one of these persons: the zaak of theirs that reaches furthest, or else the role.
    fn grond_persoon(&self, wie: &Wie, personen: &[PersoonId]) -> (&'static str, Option<String>) {
        if wie.persoon.is_some_and(|own| personen.contains(&own)) {
            return (Relatie::Betrokkene.word(), None);
        }
        let zaken = personen.iter().flat_map(|persoon| self.zaken_van(*persoon));
        let best = zaken
            .filter_map(|zaak| self.grond_zaak(wie, zaak).map(|(toegang, relatie)| (toegang, relatie, zaak)))
            .filter(|(_, relatie, _)| *relatie != Relatie::Geen)
            .max_by_key(|(toegang, relatie, zaak)| (*toegang, std::cmp::Reverse((*relatie, *zaak))));
        match best {
            Some((_, relatie, zaak)) => (relatie.word(), Some(format!("zaak/{zaak}"))),
            None => (GROND_ROL, None),
        }
    }

    /// Who asks does so by the work they have; who answers as the person, or by gezag. Of another toekenning the stream itself knows.
    fn over_toestemming(&self, wie: &Wie, id: ToekenningId) -> Over {
        let Some(persoon) = self.persoon_van_toestemming(id) else { return Over::rol() };
        if self.mag_antwoorden(wie, persoon) {
            return self.over_antwoorden(wie, persoon);
        }
        let zaak = self.zaak_van_toestemming(id).and_then(|zaak| Some((self.grond_zaak(wie, zaak)?.1, zaak)));
        Over {
            personen: vec![persoon],
            grond: zaak.map(|(relatie, _)| relatie.word()),
            doel: zaak.map(|(_, zaak)| format!("zaak/{zaak}")),
        }
    }

    fn over_antwoorden(&self, wie: &Wie, persoon: PersoonId) -> Over {
        let relatie = if wie.persoon == Some(persoon) { Relatie::Betrokkene } else { Relatie::Gezaghouder };
        let may = self.mag_antwoorden(wie, persoon);
        Over { personen: vec![persoon], grond: may.then_some(relatie.word()), doel: None }
    }

    fn grond_zaak(&self, wie: &Wie, id: ZaakId) -> Option<(Toegang, Relatie)> {
        let zaak = self.zaak(id)?.lopend()?;
        let mens = self.mens(wie);
        grond_op_zaak(wie, &zaak.feiten(), self.verband(wie, &mens, id, zaak))
    }

    pub(super) fn persoon_van_zaak(&self, id: ZaakId) -> Option<PersoonId> {
        Some(self.zaak(id)?.lopend()?.persoon)
    }

    fn over_huishouden(&self, wie: &Wie, id: HuishoudenId) -> Over {
        let Some(regel) = self.huishouden(id) else { return Over::default() };
        let personen: Vec<_> = regel.leden().iter().map(|lid| lid.persoon).collect();
        let (grond, doel) = self.grond_persoon(wie, &personen);
        Over { personen, grond: Some(grond), doel }
    }

    fn over_gesprek(&self, wie: &Wie, id: GesprekId) -> Over {
        let Some(regel) = self.gesprek(id) else { return Over::default() };
        let personen = regel.zaken().iter().filter_map(|zaak| self.persoon_van_zaak(*zaak)).collect();
        Over {
            personen,
            grond: self.grond_gesprek(wie, regel.deelnemers()),
            doel: regel.zaken().first().map(|zaak| format!("zaak/{zaak}")),
        }
    }

    /// Who takes part does so; to whom it comes in the portal it comes by a zaak of theirs.
    fn over_afspraak(&self, wie: &Wie, id: GesprekId) -> Over {
        if self.toegang_gesprek(wie, id) > Toegang::Niets {
            return Over {
                personen: self.gesprekspartner(id).into_iter().collect(),
                ..self.over_gesprek(wie, id)
            };
        }
        let zaken = self.gesprek(id).map(super::GesprekRegel::zaken).unwrap_or_default();
        let own = zaken.iter().find(|zaak| self.toegang_brieven(wie, **zaak) > Toegang::Niets);
        own.map_or_else(Over::default, |zaak| self.over_zaak(wie, *zaak))
    }

    fn grond_gesprek(&self, wie: &Wie, deelnemers: &[MedewerkerId]) -> Option<&'static str> {
        let stands_in = || self.vervangt(wie).iter().any(|who| deelnemers.contains(who));
        match deelnemers.contains(&wie.id) {
            true => Some(GROND_DEELNEMER),
            false => stands_in().then_some(Relatie::Vervanger.word()),
        }
    }

    fn over_contact(&self, wie: &Wie, id: ContactId) -> Over {
        let Some(regel) = self.contact(id) else { return Over::default() };
        let personen = regel.zaken.iter().filter_map(|zaak| self.persoon_van_zaak(*zaak)).collect();
        let best = regel
            .zaken
            .iter()
            .filter_map(|zaak| self.grond_zaak(wie, *zaak).map(|found| (found, *zaak)))
            .max_by_key(|((toegang, relatie), _)| (*toegang, std::cmp::Reverse(*relatie)));
        let (grond, doel) = match best {
            _ if regel.auteur == wie.id => (Some(GROND_AUTEUR), regel.zaken.first().copied()),
            Some(((_, relatie), zaak)) => (Some(relatie.word()), Some(zaak)),
            None => (None, None),
        };
        Over { personen, grond, doel: doel.map(|zaak| format!("zaak/{zaak}")) }
    }

    pub(super) fn leden(&self, groep: GroepId) -> Vec<PersoonId> {
        self.groep(groep)
            .and_then(|regel| regel.gevormd())
            .map(|groep| groep.leden.clone())
            .unwrap_or_default()
    }

    pub(super) fn leden_van_plan(&self, plan: PlanId) -> Vec<PersoonId> {
        self.plan(plan).and_then(PlanRegel::inhoud).map(|plan| plan.leden.clone()).unwrap_or_default()
    }

    fn over_groep(&self, wie: &Wie, id: GroepId) -> Over {
        let looks_after = self.toegang_groep(wie, id) > Toegang::Niets;
        Over {
            personen: self.leden(id),
            grond: looks_after.then_some(Relatie::Regisseur.word()),
            doel: looks_after.then(|| format!("groep/{id}")),
        }
    }

    fn over_plan(&self, wie: &Wie, id: PlanId) -> Over {
        let Some(plan) = self.plan(id).and_then(|regel| regel.inhoud()) else { return Over::default() };
        let zicht = self.zicht_op_plan(wie, id);
        let own = plan.zaken.iter().any(|it| self.behandelaars(it.zaak).contains(&wie.id));
        let grond = match (zicht.alles, zicht.inzage, zicht.groep) {
            (true, _, _) if plan.regisseurs.contains(&wie.id) => Some(Relatie::Regisseur.word()),
            // All of it, for somebody who leads it.
            (true, _, _) => Some(Relatie::Vervanger.word()),
            (false, true, _) if self.heeft_glas(wie, id) => Some(GROND_GLAS),
            (false, false, true) if own => Some(Relatie::Behandelaar.word()),
            (false, true, _) | (false, false, true) => Some(Relatie::Vervanger.word()),
            (false, false, false) => self.portaalzicht(wie, id).groep.then_some(Relatie::Lid.word()),
        };
        Over { personen: plan.leden.clone(), grond, doel: grond.map(|_| format!("plan/{id}")) }
    }

    /// The part of one lid, as the portal shows it: about that lid alone, for themselves, who has gezag over them, or whom they let see it.
    fn over_plan_lid(&self, wie: &Wie, id: PlanId, lid: PersoonId) -> Over {
        let may = self.portaalzicht(wie, id).leden.contains(&lid);
        let relatie = match wie.persoon {
            Some(own) if own == lid => Relatie::Lid,
            Some(own) if self.heeft_gezag(own, lid, self.nu().day()) => Relatie::Gezaghouder,
            Some(_) | None => Relatie::Medelid,
        };
        Over {
            personen: vec![lid],
            grond: may.then_some(relatie.word()),
            doel: may.then(|| format!("plan/{id}")),
        }
    }

    /// What one lid brought into a plan, for that lid alone.
    fn over_bijdragen(&self, wie: &Wie, id: PlanId, lid: PersoonId) -> Over {
        let may = self.ziet_bijdragen(wie, id, lid);
        Over {
            personen: vec![lid],
            grond: may.then_some(Relatie::Lid.word()),
            doel: may.then(|| format!("plan/{id}")),
        }
    }

    pub(super) fn personen_in(&self, betreft: &Betreft) -> Vec<PersoonId> {
        match betreft {
            Betreft::Persoon(persoon) => vec![*persoon],
            Betreft::Groep(groep) => self.leden(*groep),
            Betreft::NogOnbekend(_) => Vec::new(),
        }
    }

    fn over_signaal(&self, wie: &Wie, id: SignaalId) -> Over {
        let Some(signaal) = self.signaal(id).and_then(|regel| regel.gemeld()) else { return Over::default() };
        let may = self.toegang_signaal(wie, id) > Toegang::Niets;
        Over {
            personen: self.personen_in(&signaal.betreft),
            grond: may.then_some(GROND_KRING),
            doel: may.then(|| format!("signaal/{id}")),
        }
    }

    fn over_aandacht(&self, over: Uuid) -> Over {
        Over { personen: self.personen_bij_aandacht(over), grond: Some(GROND_KRING), doel: None }
    }

    fn over_rekening(&self, wie: &Wie, id: BeheerrekeningId) -> Over {
        let Some(persoon) = self.rekening(id).map(super::RekeningRegel::persoon) else {
            return Over::default();
        };
        let relatie = if wie.persoon == Some(persoon) { Relatie::Betrokkene } else { Relatie::Behandelaar };
        let may = self.toegang_rekening(wie, id) > Toegang::Niets;
        Over {
            personen: vec![persoon],
            grond: may.then_some(relatie.word()),
            doel: may.then(|| format!("beheerrekening/{id}")),
        }
    }

    fn persoon_van_nazicht(&self, id: NazichtId) -> Vec<PersoonId> {
        let geval = self.nazicht(id).and_then(|nazicht| nazicht.geval());
        geval.map(|(geval, _)| geval.persoon).into_iter().collect()
    }

    fn in_lijst_van(&self, wie: &Wie) -> Vec<PersoonId> {
        let waits = self.alles_te_accorderen(wie).filter_map(|zaak| self.persoon_van_zaak(zaak));
        self.personen_in_lijst(self.werkvoorraad(wie)).into_iter().chain(waits).collect()
    }

    /// The leden of the groepen and plans that stand in somebody's list.
    #[must_use]
    pub fn in_plannen_van(&self, wie: &Wie) -> Vec<PersoonId> {
        let groepen = self.mijn_groepen(wie).into_iter().flat_map(|groep| self.leden(groep));
        let plans = self.mijn_plannen(wie).into_iter().filter_map(|plan| self.plan(plan)?.inhoud());
        groepen.chain(plans.flat_map(|plan| plan.leden.iter().copied())).collect()
    }

    /// The leden of the plans that somebody sees in the portal.
    #[must_use]
    pub fn in_portaal_van(&self, wie: &Wie) -> Vec<PersoonId> {
        self.plannen_in_portaal(wie).into_iter().flat_map(|plan| self.leden_van_plan(plan)).collect()
    }

    /// For whom somebody is to do something: the taken and the acties in their list, and with whom they will speak.
    fn in_acties_van(&self, wie: &Wie) -> Vec<PersoonId> {
        let taken = self.mijn_taken(wie).into_iter().filter_map(|(_, zaak, _)| self.persoon_van_zaak(zaak));
        let acties =
            self.mijn_acties(wie).into_iter().flat_map(|(_, plan, actie)| self.voor_wie(plan, actie));
        let talks = self.mijn_afspraken(wie).into_iter().filter_map(|id| self.gesprekspartner(id));
        let signalen = self.mijn_signalen(wie).into_iter().map(|id| (id, self.toegang_signaal(wie, id)));
        let about: std::collections::BTreeSet<_> =
            taken.chain(acties).chain(talks).chain(self.in_signalen(signalen)).collect();
        about.into_iter().collect()
    }

    fn in_register_van(&self, wie: &Wie) -> Vec<PersoonId> {
        self.in_signalen(self.register().map(|id| (id, self.toegang_signaal(wie, id))))
    }

    /// Whom these signalen are about, where that is shown.
    #[must_use]
    pub fn in_signalen(&self, signalen: impl IntoIterator<Item = (SignaalId, Toegang)>) -> Vec<PersoonId> {
        let shown = signalen.into_iter().filter(|(_, toegang)| *toegang >= Toegang::Wat);
        let about = shown.filter_map(|(id, _)| Some(self.personen_in(&self.signaal(id)?.gemeld()?.betreft)));
        about.flatten().collect()
    }
}

/// Whose part of a plan in the portal this is, under this view.
fn lid_onder(object: &str, view: &str) -> Option<PersoonId> {
    let (_, lid) = object.strip_suffix(view)?.split_once("/lid/")?;
    Uuid::try_parse(lid).ok().map(PersoonId)
}

/// The kind of an object and its id, of a name such as `zaak/<id>` or `plan/<id>/lid/<id>@deelnemer`.
pub(super) fn named(object: &str) -> Option<(&str, Uuid)> {
    let (kind, rest) = object.split_once('/')?;
    Some((kind, Uuid::try_parse(rest.get(..36)?).ok()?))
}
