//! A whole werkvoorraad to colleagues, in one action (KING-R4b, N-34).
//!
//! Each zaak and each plan decides by its own rules, and all of it is one transaction: at no place of the feed has anything none or two who
//! are responsible. What is more than one transaction takes goes in parts, and each says how much is left.

use keukentafel::domain::aggregate::{Aggregate, Context, RefusalCode};
use keukentafel::domain::bevoegdheid::{Handeling, mag};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, PlanId, ZaakId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::overdracht::{Kandidaat, OverdrachtCommand, OverdrachtRefusal, Werk, verdeel_onder};
use keukentafel::domain::plan::{Plan, PlanCommand};
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::{Zaak, ZaakCommand};
use keukentafel::limits::{DOEL_CHARS_MAX, OVERDRACHT_DEEL_MAX};
use keukentafel::protocol::body::Werkvoorraadoverdracht;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{StreamAppend, StreamKind};

use super::op_stroom;
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::overzicht::Gemeenteoverzicht;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

/// How often it is decided again when something of it changed meanwhile. A werkvoorraad is not changed by others all the time.
const TRIES: usize = 8;

/// What was looked at and can be handed over.
struct Gekeurd {
    van: MedewerkerId,
    van_rol: Rol,
    aan: Vec<(MedewerkerId, Rol)>,
    reden: Wat,
}

/// One item with the version on which it is decided.
enum Item {
    Zaak(ZaakId, u64, Zaak),
    Plan(PlanId, u64, Plan),
}

impl Item {
    fn werk(&self) -> Option<Werk> {
        match self {
            Self::Zaak(_, _, zaak) => zaak.lopend().map(|zaak| Werk::Zaak(zaak.zaaktype)),
            Self::Plan(..) => Some(Werk::Plan),
        }
    }

    /// About whom it is.
    fn personen(&self) -> Vec<PersoonId> {
        match self {
            Self::Zaak(_, _, zaak) => zaak.lopend().map(|zaak| zaak.persoon).into_iter().collect(),
            Self::Plan(_, _, plan) => plan.inhoud().map(|plan| plan.leden.clone()).unwrap_or_default(),
        }
    }
}

impl Tafel {
    pub(super) async fn draag_werkvoorraad_over(
        &self,
        wie: &Wie,
        naam: &'static str,
        van: MedewerkerId,
        typed: &Werkvoorraadoverdracht,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let gekeurd = self.gekeurd(wie, naam, kop, self.keur_overdracht(wie, van, typed)).await?;
        let id = self.nieuw_id();
        for _ in 0..TRIES {
            let (command, bijvangst) = self.gekeurd(wie, naam, kop, self.deel(wie, &gekeurd, kop)).await?;
            let done = self.vraag(&self.actors.overdrachten, wie, naam, id, command, bijvangst, kop).await;
            if !matches!(done, Err(Weigering::Conflict { .. })) || kop.if_v.is_some() {
                return done;
            }
            self.projector.catch_up().await;
        }
        Err(Weigering::Bezig)
    }

    fn keur_overdracht(
        &self,
        wie: &Wie,
        van: MedewerkerId,
        typed: &Werkvoorraadoverdracht,
    ) -> Result<Gekeurd, Weigering> {
        if !mag(wie.rol, Handeling::WerkvoorraadOverdragen) || !self.boek.behandelt(wie.gemeente, van) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let known = |who| self.boek.medewerker(who).filter(|other| other.gemeente == wie.gemeente);
        let mut velden = Velden::default();
        let reden = velden.line("reden", &typed.reden, DOEL_CHARS_MAX);
        // Nobody gives themselves what is another's, also not under another account (reliability §4: no self-grant).
        let mens = self.deps.rechten.mens(wie);
        if typed.aan.iter().any(|who| mens.werkt_als(wie, *who)) {
            velden.fout("aan", "overdracht.aan_zichzelf");
        }
        let all_fit = typed.aan.iter().all(|who| *who != van && self.boek.behandelt(wie.gemeente, *who));
        if typed.aan.is_empty() || !all_fit {
            velden.fout("aan", "invoer.medewerker_onbekend");
        }
        let reden = velden.klaar(reden)?;
        let aan = typed
            .aan
            .iter()
            .filter_map(|who| known(*who).and_then(|other| Some((other.id, other.rollen.behandelend()?))))
            .collect();
        let van_rol = known(van).and_then(|who| who.rollen.behandelend()).ok_or(Weigering::NIET_GEVONDEN)?;
        Ok(Gekeurd { van, van_rol, aan, reden })
    }

    /// The next part, decided on what is known now.
    fn deel(
        &self,
        wie: &Wie,
        gekeurd: &Gekeurd,
        kop: Kop,
    ) -> Result<(OverdrachtCommand, Bijvangst), Weigering> {
        let context = self.context(wie);
        let (items, given, resterend) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).ok_or_else(|| geweigerd(OverdrachtRefusal::Leeg))?;
            let may = |item: &Item, who: MedewerkerId| {
                item.personen().iter().all(|persoon| all.werkbezwaar(who, *persoon).is_none())
            };
            let mut items = van(all, gekeurd.van);
            // Of a protected dossier, or about themselves, what may go to none of them stays where it is, unseen: whoever looks after it sees
            // that it waits.
            items.retain(|item| gekeurd.aan.iter().any(|(who, _)| may(item, *who)));
            let resterend = items.len().saturating_sub(OVERDRACHT_DEEL_MAX);
            items.truncate(OVERDRACHT_DEEL_MAX);
            let werk: Vec<Werk> = items.iter().filter_map(Item::werk).collect();
            let kandidaten: Vec<Kandidaat> = gekeurd
                .aan
                .iter()
                .map(|(id, rol)| Kandidaat {
                    id: *id,
                    rol: *rol,
                    heeft: all.zaken_van_behandelaar(*id).count(),
                })
                .collect();
            let mag = |at: usize, who| items.get(at).is_some_and(|item| may(item, who));
            let given = verdeel_onder(&werk, gekeurd.van_rol, &kandidaten, mag);
            (items, given.ok_or_else(|| geweigerd(OverdrachtRefusal::NiemandPast))?, resterend)
        };
        let mut bijvangst = Bijvangst {
            antwoord: AntwoordDelen { resterend: Some(resterend), ..AntwoordDelen::default() },
            ..Bijvangst::default()
        };
        let (mut zaken, mut plannen) = (0, 0);
        for (item, naar) in items.iter().zip(&given) {
            match item {
                Item::Zaak(id, versie, zaak) => {
                    zaken += 1;
                    bijvangst.streams.push(zaak_over(gekeurd, (*id, *versie, zaak), *naar, &context, kop)?);
                }
                Item::Plan(id, versie, plan) => {
                    plannen += 1;
                    bijvangst.streams.push(plan_over(
                        gekeurd.van,
                        (*id, *versie, plan),
                        *naar,
                        &context,
                        kop,
                    )?);
                }
            }
        }
        let mut aan = given;
        aan.sort_unstable();
        aan.dedup();
        let (van, reden) = (gekeurd.van, gekeurd.reden.clone());
        Ok((OverdrachtCommand::DraagOver { van, aan, zaken, plannen, resterend, reden }, bijvangst))
    }
}

/// All that somebody works on and leads, by legal date, and then the plans.
fn van(all: &Gemeenteoverzicht, who: MedewerkerId) -> Vec<Item> {
    let zaken = all.zaken_van_behandelaar(who).filter_map(|id| {
        let regel = all.zaak(id)?;
        Some(Item::Zaak(id, regel.versie(), Zaak::Lopend(Box::new(regel.lopend()?.clone()))))
    });
    let plannen = all.plannen_van_regisseur(who).filter_map(|id| {
        let regel = all.plan(id)?;
        Some(Item::Plan(id, regel.versie(), Plan::Lopend(Box::new(regel.lopend()?.clone()))))
    });
    zaken.chain(plannen).collect()
}

fn zaak_over(
    gekeurd: &Gekeurd,
    (id, versie, zaak): (ZaakId, u64, &Zaak),
    naar: MedewerkerId,
    context: &Context,
    kop: Kop,
) -> Result<StreamAppend, Weigering> {
    let (van, reden) = (gekeurd.van, gekeurd.reden.clone());
    let command = ZaakCommand::DraagOver { van, aan: naar, reden };
    let events = zaak.decide(&command, context).map_err(geweigerd)?;
    op_stroom::<Zaak>(StreamKind::Zaak, id.0, versie, &events, context, kop)
}

fn plan_over(
    van: MedewerkerId,
    (id, versie, plan): (PlanId, u64, &Plan),
    naar: MedewerkerId,
    context: &Context,
    kop: Kop,
) -> Result<StreamAppend, Weigering> {
    let events = plan.decide(&PlanCommand::NeemRegieOver { van, aan: naar }, context).map_err(geweigerd)?;
    op_stroom::<Plan>(StreamKind::Plan, id.0, versie, &events, context, kop)
}

fn geweigerd(refusal: impl RefusalCode) -> Weigering {
    Weigering::Geweigerd { code: refusal.code() }
}
