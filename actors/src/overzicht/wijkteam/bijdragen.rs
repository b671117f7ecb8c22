//! What leden bring into a plan: as they see it in the portal, and as it waits for who leads the plan.

use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Leesrecht, Portaalzicht, vervangt_regie};
use keukentafel::domain::ids::{ActieId, DoelId, MedewerkerId, PersoonId, PlanId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::plan::{Actie, Actiemelding, Doelreactie, Doelstelling, Eigenaar, Inhoud, Voor};
use keukentafel::protocol::view::{
    Bijdragesoort, Bijdragevermelding, MijnMelding, MijnReactie, PlanBijdragen,
};
use uuid::Uuid;

use super::PlanRegel;
use super::plannen::{gelezen_wat, melding_wat, nog_niet_wat, woord_wat};
use super::portaal::nummer;
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

/// Every part of a plan that this one sees in the portal.
fn delen(zicht: &Portaalzicht) -> impl Iterator<Item = Voor> + '_ {
    let groep = zicht.groep.then_some(Voor::Groep);
    groep.into_iter().chain(zicht.leden.iter().copied().map(Voor::Lid))
}

impl Gemeenteoverzicht {
    /// Whether `wie` may read what `lid` brought into a plan: the lid themselves, and nobody else in the portal. What somebody says to who leads the
    /// plan is not said to the groep.
    #[must_use]
    pub fn ziet_bijdragen(&self, wie: &Wie, plan: PlanId, lid: PersoonId) -> bool {
        wie.persoon == Some(lid) && self.portaalzicht(wie, plan).spreekt_voor.contains(&lid)
    }

    /// The goal that the portal shows `wie` today under this id, and what of the plan they see.
    #[must_use]
    pub fn doel_in_portaal(&self, wie: &Wie, plan: PlanId, id: DoelId) -> Option<(DoelId, Portaalzicht)> {
        let (inhoud, dag) = (self.plan(plan)?.lopend()?, self.nu().day());
        let zicht = self.portaalzicht(wie, plan);
        let by_id = |doel: &&Doelstelling| nummer(doel.id.0, doel.portaal.keer()) == id.0;
        let found = delen(&zicht).find_map(|voor| inhoud.doelen_in_portaal(voor, dag).find(by_id))?.id;
        Some((found, zicht))
    }

    /// The action that the portal shows `wie` today under this id, and what of the plan they see.
    #[must_use]
    pub fn actie_in_portaal(&self, wie: &Wie, plan: PlanId, id: ActieId) -> Option<(ActieId, Portaalzicht)> {
        let (inhoud, dag) = (self.plan(plan)?.lopend()?, self.nu().day());
        let zicht = self.portaalzicht(wie, plan);
        let by_id = |actie: &&Actie| nummer(actie.id.0, inhoud.keer_van(actie)) == id.0;
        let found = delen(&zicht).find_map(|voor| inhoud.acties_in_portaal(voor, dag).find(by_id))?.id;
        Some((found, zicht))
    }

    /// What one lid brought into a plan that runs, as they see it on `vandaag`: of what the portal shows them now, and did not keep from them since.
    /// For whom one does not speak any more one hears nothing either.
    #[must_use]
    pub fn plan_bijdragen(
        &self,
        id: PlanId,
        persoon: PersoonId,
        vandaag: Date,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<PlanBijdragen> {
        let plan = self.plan(id)?.lopend()?;
        let zicht = self.zicht_van(Rol::Inwoner, persoon, id);
        plan.leden.contains(&persoon).then(|| PlanBijdragen {
            plan: id,
            persoon,
            reacties: plan
                .reacties
                .iter()
                .filter(|reactie| reactie.door == persoon)
                .filter_map(|reactie| mijn_reactie(plan, reactie, (vandaag, &zicht), (recht, namen)))
                .collect(),
            meldingen: plan
                .acties
                .iter()
                .filter_map(|actie| mijn_melding(plan, (actie, persoon), (vandaag, &zicht), (recht, namen)))
                .collect(),
        })
    }

    /// What waits for somebody to look, in the plans that run and that `who` leads, or leads for somebody who is away: of a groep with a dossier that
    /// is closed to them nothing.
    #[must_use]
    pub fn bijdragen_voor(&self, who: MedewerkerId, namen: &dyn Namen) -> Vec<Bijdragevermelding> {
        let own = self.plannen_van_regisseur(who).filter(|_| namen.mag_leiden(who));
        let led: BTreeSet<PlanId> = own.chain(self.geleid_voor_ander(who, namen)).collect();
        let running = led.into_iter().filter_map(|id| Some((id, self.plan(id).and_then(PlanRegel::lopend)?)));
        let open = running.filter(|(_, plan)| !plan.leden.iter().any(|lid| self.dossier_gesloten(who, *lid)));
        let mut found: Vec<_> = open.flat_map(|(id, plan)| wachtend(id, plan)).collect();
        found.sort_unstable_by_key(|one| (one.op, one.id));
        found
    }

    /// The plans that `who` leads now in place of a regisseur, none of a groep of which they are one.
    fn geleid_voor_ander(&self, who: MedewerkerId, namen: &dyn Namen) -> Vec<PlanId> {
        let away =
            self.vervangt_als(who).filter(|(rol, _)| vervangt_regie(*rol) && namen.heeft_rol(who, *rol));
        let theirs = away.flat_map(|(_, afwezige)| self.plannen_van_regisseur(afwezige));
        let own = |plan: &PlanId| {
            let leden = self.leden_van_plan(*plan);
            self.personen_van_collega(who).any(|persoon| leden.contains(&persoon))
        };
        theirs.filter(|plan| !own(plan)).collect()
    }

    /// Who lead a plan or did. Goes over all who lead one: it is asked once an event of a plan.
    #[must_use]
    pub fn regisseurs_ooit(&self, plan: PlanId) -> Vec<MedewerkerId> {
        let all = self.wijkteam.op_regisseur.iter();
        all.filter(|(_, plans)| plans.contains(&plan)).map(|(who, _)| *who).collect()
    }
}

fn wachtend(plan: PlanId, inhoud: &Inhoud) -> Vec<Bijdragevermelding> {
    let waits = |soort, id: Uuid, op| Bijdragevermelding { plan, soort, id, op };
    let reacties = inhoud.reacties.iter().filter(|reactie| reactie.wacht());
    let reacties = reacties.map(|it| waits(Bijdragesoort::Doelreactie, it.id.0, it.op));
    let acties = inhoud.acties.iter().filter(|actie| actie.wacht_op_bevestiging());
    let gemeld = acties.filter_map(|actie| Some((actie.id, actie.gemeld.as_ref()?.op)));
    let gemeld = gemeld.map(|(id, op)| waits(Bijdragesoort::Actiemelding, id.0, op));
    let nog_niet = inhoud.acties.iter().filter_map(|actie| Some((actie.id, actie.nog_niet_ongezien()?)));
    let nog_niet = nog_niet.map(|(id, op)| waits(Bijdragesoort::NogNiet, id.0, op));
    reacties.chain(gemeld).chain(nog_niet).collect()
}

fn mijn_reactie(
    plan: &Inhoud,
    reactie: &Doelreactie,
    (vandaag, zicht): (Date, &Portaalzicht),
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Option<MijnReactie> {
    let doel = plan.doel(reactie.doel)?;
    let theirs = match doel.voor {
        Voor::Groep => zicht.groep,
        Voor::Lid(lid) => zicht.spreekt_voor.contains(&lid),
    };
    let shown = theirs && doel.portaal.getoond_op(vandaag) && doel.portaal.keer() == reactie.keer;
    shown.then(|| MijnReactie {
        doel: DoelId(nummer(doel.id.0, doel.portaal.keer())),
        instemming: reactie.instemming,
        tekst: reactie.tekst.as_ref().map(|tekst| tekst.lees(recht).clone()),
        op: reactie.op,
        herschreven: reactie.herschreven,
        gelezen: gelezen_wat(reactie, namen),
        antwoord: reactie.antwoord.as_ref().map(|woord| woord_wat(woord, recht, namen)),
    })
}

/// What `persoon` said of an action last, with what they said of it before: also after somebody else who speaks for the same child said it anew. Of
/// before it was kept from them nothing: it would tell that it is the same one.
fn mijn_melding(
    plan: &Inhoud,
    (actie, persoon): (&Actie, PersoonId),
    (vandaag, zicht): (Date, &Portaalzicht),
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Option<MijnMelding> {
    // Since it was said they always saw it: when it was done tells nothing that they did not.
    let now = plan.keer_van(actie);
    let all = actie.eerder_gemeld.iter().chain(&actie.gemeld);
    let own: Vec<_> = all.filter(|said| said.door == persoon && said.keer == now).collect();
    let (last, before) = own.split_last()?;
    let Actiemelding { door: _, toelichting, op, keer: _, vraag, nog_niet, heropend } = last;
    let theirs = match actie.afspraak.eigenaar {
        Eigenaar::Lid(lid) => {
            zicht.spreekt_voor.contains(&lid) && delen(zicht).any(|voor| voor == actie.afspraak.voor)
        }
        Eigenaar::Medewerker(_) => false,
    };
    let shown =
        theirs && plan.acties_in_portaal(actie.afspraak.voor, vandaag).any(|shown| shown.id == actie.id);
    shown.then(|| MijnMelding {
        actie: ActieId(nummer(actie.id.0, now)),
        toelichting: toelichting.as_ref().map(|tekst| tekst.lees(recht).clone()),
        op: *op,
        vraag: vraag.as_ref().map(|woord| woord_wat(woord, recht, namen)),
        nog_niet: nog_niet.as_ref().map(|said| nog_niet_wat(said, recht)),
        bevestigd: actie.gedaan_op,
        heropend: *heropend,
        eerder: before.iter().map(|before| melding_wat(before, recht, namen)).collect(),
    })
}
