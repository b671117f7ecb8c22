//! A whole werkvoorraad to colleagues, in one action (KING-R4b, N-34).
//!
//! Each zaak, each plan and each rekening decides by its own rules, and all of it is one transaction: at no place of the feed has anything none or two who
//! are responsible. What is more than one transaction takes goes in parts, and each says how much is left.

mod acties;

use keukentafel::domain::aggregate::{Aggregate, Context, RefusalCode};
use keukentafel::domain::beheerrekening::{Beheerrekening, draag_over};
use keukentafel::domain::bevoegdheid::{Handeling, mag};
use keukentafel::domain::ids::{BeheerrekeningId, MedewerkerId, PersoonId, PlanId, ZaakId};
use keukentafel::domain::medewerker::{Medewerker, Rol, Wie};
use keukentafel::domain::overdracht::{Kandidaat, OverdrachtCommand, OverdrachtRefusal, Werk, verdeel_onder};
use keukentafel::domain::plan::Plan;
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::{Zaak, ZaakCommand};
use keukentafel::limits::{DOEL_CHARS_MAX, OVERDRACHT_DEEL_MAX};
use keukentafel::protocol::body::Werkvoorraadoverdracht;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{StreamAppend, StreamKind};

use super::op_stroom;
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::overzicht::{Gemeenteoverzicht, RekeningRegel};
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;
use acties::Wissel;

/// How often it is decided again when something of it changed meanwhile. A werkvoorraad is not changed by others all the time.
const TRIES: usize = 8;

/// What was looked at and can be handed over.
struct Gekeurd {
    van: MedewerkerId,
    van_rol: Rol,
    aan: Vec<(MedewerkerId, Rol)>,
    collegas: Vec<(MedewerkerId, Vec<Wie>)>,
    reden: Wat,
}

/// One item with the version on which it is decided.
enum Item {
    Zaak(ZaakId, u64, Zaak),
    Plan(PlanId, u64, Plan),
    Rekening(BeheerrekeningId, RekeningRegel),
}

impl Item {
    fn zaak(&self) -> Option<ZaakId> {
        match self {
            Self::Zaak(id, ..) => Some(*id),
            Self::Plan(..) | Self::Rekening(..) => None,
        }
    }

    fn werk(&self) -> Option<Werk> {
        match self {
            Self::Zaak(_, _, zaak) => zaak.lopend().map(|zaak| Werk::Zaak(zaak.zaaktype)),
            Self::Plan(..) => Some(Werk::Plan),
            Self::Rekening(..) => Some(Werk::Rekening),
        }
    }

    /// About whom it is.
    fn personen(&self) -> Vec<PersoonId> {
        match self {
            Self::Zaak(_, _, zaak) => zaak.lopend().map(|zaak| zaak.persoon).into_iter().collect(),
            Self::Plan(_, _, plan) => plan.inhoud().map(|plan| plan.leden.clone()).unwrap_or_default(),
            Self::Rekening(_, regel) => vec![regel.persoon()],
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
        let als = |who: &Medewerker| {
            who.rollen.alle().iter().filter_map(|rol| who.als(*rol, uuid::Uuid::nil())).collect()
        };
        let collegas = typed.aan.iter().filter_map(|who| Some((*who, als(&known(*who)?)))).collect();
        let van_rol = known(van).and_then(|who| who.rollen.behandelend()).ok_or(Weigering::NIET_GEVONDEN)?;
        Ok(Gekeurd { van, van_rol, aan, collegas, reden })
    }

    /// The next part, decided on what is known now. What is to be done in plans goes last: by then it is known who works for whom.
    fn deel(
        &self,
        wie: &Wie,
        gekeurd: &Gekeurd,
        kop: Kop,
    ) -> Result<(OverdrachtCommand, Bijvangst), Weigering> {
        let context = self.context(wie);
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente).ok_or_else(|| geweigerd(OverdrachtRefusal::Leeg))?;
        let may = |item: &Item, who: MedewerkerId| {
            item.personen().iter().all(|persoon| all.werkbezwaar(who, *persoon).is_none())
        };
        let mut items = van(all, gekeurd.van);
        // Of a protected dossier, or about themselves, what may go to none of them stays where it is, unseen: whoever looks after it sees that
        // it waits.
        items.retain(|item| gekeurd.aan.iter().any(|(who, _)| may(item, *who)));
        let mut te_doen = alleen_te_doen(all, gekeurd.van);
        let alles = items.len() + te_doen.len();
        items.truncate(OVERDRACHT_DEEL_MAX);
        // Only when all that it hangs on is in this part or an earlier one: who sees what depends on it.
        te_doen.truncate(OVERDRACHT_DEEL_MAX - items.len());
        let resterend = alles - items.len() - te_doen.len();
        let werk: Vec<Werk> = items.iter().filter_map(Item::werk).collect();
        let kandidaat = |(id, rol): &(MedewerkerId, Rol)| {
            let heeft = all.zaken_van_behandelaar(*id).count() + all.rekeningen_van_behandelaar(*id).len();
            Kandidaat { id: *id, rol: *rol, heeft }
        };
        let kandidaten: Vec<Kandidaat> = gekeurd.aan.iter().map(kandidaat).collect();
        let mag = |at: usize, who| items.get(at).is_some_and(|item| may(item, who));
        let given = verdeel_onder(&werk, gekeurd.van_rol, &kandidaten, mag)
            .ok_or_else(|| geweigerd(OverdrachtRefusal::NiemandPast))?;
        let over = items.iter().zip(&given);
        let wissel = Wissel {
            van: gekeurd.van,
            collegas: &gekeurd.collegas,
            zaken: over.clone().filter_map(|(item, naar)| Some((item.zaak()?, *naar))).collect(),
        };
        let mut deel = Deel { wissel: &wissel, all, context: &context, kop, telling: Telling::default() };
        let mut streams = Vec::with_capacity(werk.len() + te_doen.len());
        for (item, naar) in over {
            streams.push(match item {
                Item::Zaak(id, versie, zaak) => deel.zaak(&gekeurd.reden, (*id, *versie, zaak), *naar)?,
                Item::Plan(id, versie, plan) => deel.plan((*id, *versie, plan), Some(*naar))?,
                Item::Rekening(id, regel) => deel.rekening(*id, regel, *naar)?,
            });
        }
        for (id, versie, plan) in &te_doen {
            streams.push(deel.plan((*id, *versie, plan), None)?);
        }
        let Telling { zaken, plannen, rekeningen, acties } = deel.telling;
        let antwoord = AntwoordDelen { resterend: Some(resterend), ..AntwoordDelen::default() };
        let mut aan = given;
        aan.sort_unstable();
        aan.dedup();
        let (van, reden) = (gekeurd.van, gekeurd.reden.clone());
        let command =
            OverdrachtCommand::DraagOver { van, aan, zaken, plannen, rekeningen, acties, resterend, reden };
        Ok((command, Bijvangst { antwoord, streams, ..Bijvangst::default() }))
    }
}

/// How much changes hands in a part.
#[derive(Default)]
struct Telling {
    zaken: usize,
    plannen: usize,
    rekeningen: usize,
    acties: usize,
}

/// A part while it is made.
struct Deel<'a> {
    wissel: &'a Wissel<'a>,
    all: &'a Gemeenteoverzicht,
    context: &'a Context,
    kop: Kop,
    telling: Telling,
}

impl Deel<'_> {
    fn zaak(
        &mut self,
        reden: &Wat,
        (id, versie, zaak): (ZaakId, u64, &Zaak),
        naar: MedewerkerId,
    ) -> Result<StreamAppend, Weigering> {
        self.telling.zaken += 1;
        let command = ZaakCommand::DraagOver { van: self.wissel.van, aan: naar, reden: reden.clone() };
        let events = zaak.decide(&command, self.context).map_err(geweigerd)?;
        op_stroom::<Zaak>(StreamKind::Zaak, id.0, versie, &events, self.context, self.kop)
    }

    fn rekening(
        &mut self,
        id: BeheerrekeningId,
        regel: &RekeningRegel,
        naar: MedewerkerId,
    ) -> Result<StreamAppend, Weigering> {
        self.telling.rekeningen += 1;
        let events =
            draag_over(regel.behandelaars(), (self.wissel.van, naar), self.context).map_err(geweigerd)?;
        let (kind, versie) = (StreamKind::Beheerrekening, regel.versie());
        op_stroom::<Beheerrekening>(kind, id.0, versie, &events, self.context, self.kop)
    }

    fn plan(
        &mut self,
        (id, versie, plan): (PlanId, u64, &Plan),
        regie: Option<MedewerkerId>,
    ) -> Result<StreamAppend, Weigering> {
        self.telling.plannen += usize::from(regie.is_some());
        let (events, acties) = self.wissel.op_plan(self.all, (id, plan), regie, self.context)?;
        self.telling.acties += acties;
        op_stroom::<Plan>(StreamKind::Plan, id.0, versie, &events, self.context, self.kop)
    }
}

/// All that somebody works on, leads and looks after: zaken by legal date, then the plans, then the rekeningen.
fn van(all: &Gemeenteoverzicht, who: MedewerkerId) -> Vec<Item> {
    let zaken = all.zaken_van_behandelaar(who).filter_map(|id| {
        let regel = all.zaak(id)?;
        Some(Item::Zaak(id, regel.versie(), Zaak::Lopend(Box::new(regel.lopend()?.clone()))))
    });
    let plannen = all.plannen_van_regisseur(who).filter_map(|id| {
        let regel = all.plan(id)?;
        Some(Item::Plan(id, regel.versie(), Plan::Lopend(Box::new(regel.lopend()?.clone()))))
    });
    let rekeningen = all.rekeningen_van_behandelaar(who).into_iter();
    let rekeningen = rekeningen.filter_map(|id| Some(Item::Rekening(id, all.rekening(id)?.clone())));
    zaken.chain(plannen).chain(rekeningen).collect()
}

/// The plans of others in which something waits for `who`. One that they lead is among the items, or stays where it is.
fn alleen_te_doen(all: &Gemeenteoverzicht, who: MedewerkerId) -> Vec<(PlanId, u64, Plan)> {
    let found = all.plannen_met_actie_van(who).filter_map(|id| {
        let regel = all.plan(id)?;
        let lopend = regel.lopend().filter(|plan| !plan.regisseurs.contains(&who))?;
        Some((id, regel.versie(), Plan::Lopend(Box::new(lopend.clone()))))
    });
    found.collect()
}

fn geweigerd(refusal: impl RefusalCode) -> Weigering {
    Weigering::Geweigerd { code: refusal.code() }
}
