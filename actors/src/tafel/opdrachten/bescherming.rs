//! Commands about protected dossiers, and whom their work may be given to.

use jiff::ToSpan;
use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Handeling, Werkbezwaar, mag};
use keukentafel::domain::ids::{GesprekId, MedewerkerId, PersoonId, PlanId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::PersoonCommand;
use keukentafel::protocol::body::{Beschermingswijziging, NieuweBescherming};
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::overzicht::{Gemeenteoverzicht, PlanRegel};
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

/// The one to whom the work would go is not among those who were chosen.
pub(super) const NIET_GENOEMD: Weigering = Weigering::Geweigerd { code: "bescherming.niet_genoemd" };

/// It is about the one to whom the work would go. Why is not said: who distributes work can know of a zaak without knowing whom it is about,
/// and that a colleague is a client is nobody's to hear. It says as much as that colleague would say: not for me. Who tries one colleague
/// after the other could still work it out, and each try stands in the trail; to take it in silence would leave a zaak with somebody who
/// may not do it, which is worse for whom it is about.
const NIET_VOOR_COLLEGA: Weigering = Weigering::Geweigerd { code: "zaak.niet_voor_collega" };

impl Tafel {
    pub(super) async fn bescherm_dossier(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &NieuweBescherming,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = self.mag_beschermen(wie, persoon, &typed.medewerkers).and_then(|()| {
            let today = self.deps.clock.now().day();
            let mut velden = Velden::default();
            let van = velden.datum("vanaf", typed.vanaf.as_deref());
            let tot = velden.datum("tot_en_met", typed.tot_en_met.as_deref());
            let (van, tot) = velden.klaar((van, tot))?;
            // Today is from now on: what was seen this morning was seen.
            let van = van.filter(|day| *day != today).map(Moment::start_of);
            let medewerkers = typed.medewerkers.clone();
            Ok(PersoonCommand::Bescherm { grond: typed.grond, van, tot: na(tot), medewerkers })
        });
        let command = self.gekeurd(wie, naam, kop, command).await?;
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn wijzig_bescherming(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        typed: &Beschermingswijziging,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = self.mag_beschermen(wie, persoon, &typed.medewerkers).and_then(|()| {
            let mut velden = Velden::default();
            let tot = velden.datum("tot_en_met", typed.tot_en_met.as_deref());
            let tot = velden.klaar(tot)?;
            let medewerkers = typed.medewerkers.clone();
            Ok(PersoonCommand::WijzigBescherming { grond: typed.grond, tot: na(tot), medewerkers })
        });
        let command = self.gekeurd(wie, naam, kop, command).await?;
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn hef_bescherming_op(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.mag_beschermen(wie, persoon, &[])).await?;
        let command = PersoonCommand::HefBeschermingOp;
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    fn mag_beschermen(
        &self,
        wie: &Wie,
        persoon: PersoonId,
        medewerkers: &[MedewerkerId],
    ) -> Result<(), Weigering> {
        let (known, own) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            let known = all.is_some_and(|all| all.persoon(persoon).is_some());
            (known, all.is_some_and(|all| all.is_een_van(wie, &[persoon])))
        };
        if !known || !mag(wie.rol, Handeling::DossierBeschermen) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        // Who may see one's own dossier is said by somebody else.
        if own {
            return Err(Weigering::Geweigerd { code: "bescherming.eigen_dossier" });
        }
        invoer::mensen("medewerkers", medewerkers, |who| self.boek.werkt_hier(wie.gemeente, who))
    }

    /// Work on these zaken may be given to all of these people.
    pub(super) fn mogen_aan_zaken(
        &self,
        wie: &Wie,
        zaken: &[ZaakId],
        mensen: &[MedewerkerId],
    ) -> Result<(), Weigering> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Ok(()) };
        let personen = zaken.iter().filter_map(|zaak| Some(all.zaak(*zaak)?.lopend()?.persoon));
        mogen(all, personen, mensen)
    }

    /// The same for what belongs to a talk.
    pub(super) fn mogen_in_gesprek(
        &self,
        wie: &Wie,
        gesprek: GesprekId,
        mensen: &[MedewerkerId],
    ) -> Result<(), Weigering> {
        let zaken = {
            let all = self.overzicht.lees();
            let regel = all.gemeente(wie.gemeente).and_then(|all| all.gesprek(gesprek));
            regel.map(|regel| regel.zaken().to_vec()).unwrap_or_default()
        };
        self.mogen_aan_zaken(wie, &zaken, mensen)
    }

    /// The same for a plan to lead.
    pub(super) fn mogen_leiden(
        &self,
        wie: &Wie,
        plan: PlanId,
        mensen: &[MedewerkerId],
    ) -> Result<(), Weigering> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Ok(()) };
        let leden = all.plan(plan).and_then(PlanRegel::inhoud).map(|plan| plan.leden.clone());
        mogen(all, leden.unwrap_or_default(), mensen)
    }

    /// The same for what begins about a person.
    pub(super) fn mogen_aan_persoon(
        &self,
        wie: &Wie,
        persoon: PersoonId,
        mensen: &[MedewerkerId],
    ) -> Result<(), Weigering> {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).map_or(Ok(()), |all| mogen(all, [persoon], mensen))
    }
}

fn mogen(
    all: &Gemeenteoverzicht,
    personen: impl IntoIterator<Item = PersoonId>,
    mensen: &[MedewerkerId],
) -> Result<(), Weigering> {
    let bezwaar = |persoon| mensen.iter().find_map(move |who| all.werkbezwaar(*who, persoon));
    match personen.into_iter().find_map(bezwaar) {
        None => Ok(()),
        Some(Werkbezwaar::NietGenoemd) => Err(NIET_GENOEMD),
        Some(Werkbezwaar::Zelf) => Err(NIET_VOOR_COLLEGA),
    }
}

/// The moment after a last day.
fn na(day: Option<Date>) -> Option<Moment> {
    day.map(|day| Moment::start_of(day.saturating_add(1.day())))
}
