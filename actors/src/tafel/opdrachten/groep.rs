//! Commands about a groep, and the start of its plan.

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::groep::{GEEN_WAAROM, GroepCommand, Participant, sleutel};
use keukentafel::domain::ids::{CommandId, GroepId, PersoonId, PlanId, SignaalId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Plan, PlanCommand};
use keukentafel::domain::signaal::Betreft;
use keukentafel::domain::wat::Wat;
use keukentafel::limits::{ANTWOORD_CHARS_MAX, ONDERWERP_CHARS_MAX};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Claim, StreamAppend, StreamId, StreamKind};
use sha2::{Digest, Sha256};

use super::nieuwe_stroom;
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::overzicht::{GroepRegel, PlanRegel, SignaalRegel};
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn vorm_groep(
        &self,
        wie: &Wie,
        naam: &'static str,
        (leden, waarom): (Vec<PersoonId>, Option<&str>),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.herinner(wie, &leden).await?;
        self.gekeurd(wie, naam, kop, self.mag_vormen(wie, &leden)).await?;
        let waarom = self.gekeurd(wie, naam, kop, lees_waarom(waarom)).await?;
        let bijvangst = Bijvangst { claims: vec![uniek(&leden)], ..Bijvangst::default() };
        let onbekend = self.onbekenden(wie, &leden);
        let command =
            GroepCommand::Vorm { leden: leden.clone(), aanleiding: None, plan: None, onbekend, waarom };
        let done =
            self.vraag(&self.actors.groepen, wie, naam, self.nieuw_id(), command, bijvangst, kop).await;
        self.wijs_naar_groep(wie, &leden, kop, done).await
    }

    /// One action from a signaal to a plan; what led to it stays with both (KING-SI4).
    pub(super) async fn start_groepstraject(
        &self,
        wie: &Wie,
        naam: &'static str,
        signaal: SignaalId,
        (leden, waarom): (Vec<PersoonId>, Option<&str>),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let waarom = self.gekeurd(wie, naam, kop, lees_waarom(waarom)).await?;
        self.herinner(wie, &leden).await?;
        // Of a signaal that is not there nobody hears whether its persons are.
        let keuring = mag_regisseren(wie)
            .and_then(|()| self.leidt_tot(wie, signaal, &leden))
            .and_then(|()| self.mag_vormen(wie, &leden));
        self.gekeurd(wie, naam, kop, keuring).await?;
        let known = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            let here = all.and_then(|all| Some((all, all.groep_van_precies(&leden)?)));
            here.filter(|(all, groep)| all.toegang_groep(wie, *groep) == Toegang::Schrijven)
                .map(|(_, groep)| groep)
        };
        if let Some(groep) = known {
            return self.start_plan(wie, naam, groep, Some(signaal), kop).await;
        }
        let (groep, plan) = (GroepId(self.nieuw_id()), PlanId(self.nieuw_id()));
        let set = keukentafel::domain::groep::samenstelling(&leden);
        let begin = PlanCommand::Begin {
            groep,
            leden: set,
            collegas: Vec::new(),
            aanleiding: Some(signaal),
            vorig: None,
        };
        let bijvangst = Bijvangst {
            claims: vec![uniek(&leden)],
            streams: vec![self.plan_begint(wie, plan, &begin, kop)?],
            antwoord: AntwoordDelen { id: Some(plan.0), ..AntwoordDelen::default() },
            ..Bijvangst::default()
        };
        let command = GroepCommand::Vorm {
            leden: leden.clone(),
            aanleiding: Some(signaal),
            plan: Some(plan),
            onbekend: self.onbekenden(wie, &leden),
            waarom,
        };
        let done = self.vraag(&self.actors.groepen, wie, naam, groep.0, command, bijvangst, kop).await;
        self.wijs_naar_groep(wie, &leden, kop, done).await
    }

    pub(super) async fn start_plan(
        &self,
        wie: &Wie,
        naam: &'static str,
        groep: GroepId,
        aanleiding: Option<SignaalId>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let keuring = self.begin_van(wie, groep, aanleiding);
        let begin = self.gekeurd(wie, naam, kop, keuring).await?;
        let plan = PlanId(self.nieuw_id());
        let bijvangst = Bijvangst {
            streams: vec![self.plan_begint(wie, plan, &begin, kop)?],
            antwoord: AntwoordDelen { id: Some(plan.0), ..AntwoordDelen::default() },
            ..Bijvangst::default()
        };
        let command = GroepCommand::StartPlan { plan };
        let done = self.vraag(&self.actors.groepen, wie, naam, groep.0, command, bijvangst, kop).await;
        let Err(Weigering::Geweigerd { code: code @ "groep.plan_loopt_al" }) = done else { return done };
        self.projector.catch_up().await;
        let all = self.overzicht.lees();
        let running = all.gemeente(wie.gemeente).and_then(|all| {
            let plan = all.groep(groep)?.gevormd()?.plan?;
            all.zicht_op_plan(wie, plan).groep.then_some(plan.0)
        });
        Err(Weigering::Verwezen { code, naar: running })
    }

    pub(super) async fn voeg_participant_toe(
        &self,
        wie: &Wie,
        naam: &'static str,
        groep: GroepId,
        persoon: PersoonId,
        hoedanigheid: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.verzorgt(wie, groep)).await?;
        self.herinner(wie, &[persoon]).await?;
        let mut velden = Velden::default();
        let hoedanigheid = velden.line("hoedanigheid", hoedanigheid, ONDERWERP_CHARS_MAX);
        let keuring =
            velden.klaar(hoedanigheid).and_then(|text| self.is_er_voor(wie, persoon).map(|()| text));
        let hoedanigheid = self.gekeurd(wie, naam, kop, keuring).await?;
        let command = GroepCommand::VoegParticipantToe(Participant { persoon, hoedanigheid });
        self.vraag(&self.actors.groepen, wie, naam, groep.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn verwijder_participant(
        &self,
        wie: &Wie,
        naam: &'static str,
        groep: GroepId,
        persoon: PersoonId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.verzorgt(wie, groep)).await?;
        let command = GroepCommand::VerwijderParticipant { persoon };
        self.vraag(&self.actors.groepen, wie, naam, groep.0, command, Bijvangst::default(), kop).await
    }

    fn verzorgt(&self, wie: &Wie, groep: GroepId) -> Result<(), Weigering> {
        match self.deps.rechten.op_groep(wie, groep) {
            Toegang::Schrijven => Ok(()),
            // Who stands in for a regisseur looks.
            Toegang::Wat | Toegang::Dat => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            Toegang::Niets => Err(Weigering::NIET_GEVONDEN),
        }
    }

    fn mag_vormen(&self, wie: &Wie, leden: &[PersoonId]) -> Result<(), Weigering> {
        mag_regisseren(wie)?;
        let closed = |lid: &PersoonId| {
            self.deps.rechten.afgeschermd(wie, StreamId { kind: StreamKind::Persoon, id: lid.0 })
        };
        // Of a dossier that is closed to them they would make a groep that they cannot open, or hear that there is one. Whom they neither
        // know of nor found is not there: an id opens no name.
        let known = leden.iter().all(|lid| self.kent_of_vond(wie, *lid) && !closed(lid));
        if known { Ok(()) } else { Err(Weigering::Velden(vec![("leden", "invoer.persoon_onbekend")])) }
    }

    /// Of whom `wie` knows nothing by their work.
    fn onbekenden(&self, wie: &Wie, leden: &[PersoonId]) -> Vec<PersoonId> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return leden.to_vec() };
        leden.iter().copied().filter(|lid| !all.kent(wie, *lid)).collect()
    }

    /// The signaal is there for `wie`, and about one of these persons.
    fn leidt_tot(&self, wie: &Wie, signaal: SignaalId, leden: &[PersoonId]) -> Result<(), Weigering> {
        if self.deps.rechten.op_signaal(wie, signaal) < Toegang::Wat {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        match all.and_then(|all| Some(&all.signaal(signaal)?.gemeld()?.betreft)) {
            Some(Betreft::Persoon(persoon)) if leden.contains(persoon) => Ok(()),
            Some(Betreft::Persoon(_) | Betreft::Groep(_)) => {
                Err(Weigering::Velden(vec![("leden", "signaal.persoon_ontbreekt")]))
            }
            Some(Betreft::NogOnbekend(_)) => Err(Weigering::Geweigerd { code: "signaal.persoon_onbekend" }),
            None => Err(Weigering::NIET_GEVONDEN),
        }
    }

    /// How a plan of this groep begins: those who led the one before it go on together.
    fn begin_van(
        &self,
        wie: &Wie,
        id: GroepId,
        aanleiding: Option<SignaalId>,
    ) -> Result<PlanCommand, Weigering> {
        self.verzorgt(wie, id)?;
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
        let groep = all.groep(id).and_then(GroepRegel::gevormd).ok_or(Weigering::NIET_GEVONDEN)?;
        if let Some(signaal) = aanleiding {
            let about = all.signaal(signaal).and_then(SignaalRegel::gemeld).map(|it| &it.betreft);
            let fits = match about {
                Some(Betreft::Persoon(persoon)) => groep.leden.contains(persoon),
                Some(Betreft::Groep(other)) => *other == id,
                Some(Betreft::NogOnbekend(_)) | None => false,
            };
            if !fits || all.toegang_signaal(wie, signaal) < Toegang::Wat {
                return Err(Weigering::Velden(vec![("aanleiding", "invoer.signaal_onbekend")]));
            }
        }
        // Also when the read side has not heard yet that the groep is free: whether it is, the groep itself decides.
        let vorig = groep.laatste_plan();
        let led = vorig.and_then(|plan| all.plan(plan)).and_then(PlanRegel::inhoud);
        let before = led.map(|plan| plan.regisseurs.clone()).unwrap_or_default();
        // Who led it and may not lead any more does not come back with it.
        let collegas = before.into_iter().filter(|who| self.mag_regisseren(wie, *who)).collect();
        Ok(PlanCommand::Begin { groep: id, leden: groep.leden.clone(), collegas, aanleiding, vorig })
    }

    /// The plan's own stream, recorded with the groep that lets it begin.
    fn plan_begint(
        &self,
        wie: &Wie,
        plan: PlanId,
        begin: &PlanCommand,
        kop: Kop,
    ) -> Result<StreamAppend, Weigering> {
        let context = self.context(wie);
        let events = Plan::default().decide(begin, &context).map_err(|refusal| Weigering::Geweigerd {
            code: keukentafel::domain::aggregate::RefusalCode::code(&refusal),
        })?;
        nieuwe_stroom::<Plan>(StreamId { kind: StreamKind::Plan, id: plan.0 }, &events, &context, kop)
    }

    /// A second groep of the same persons is refused (KING-G3). Who may know of the first is pointed to it; who may not hears no more
    /// than with whom to speak, and who leads the team sees that they tried (KING-G4, KING-G5, ADR 10).
    async fn wijs_naar_groep(
        &self,
        wie: &Wie,
        leden: &[PersoonId],
        kop: Kop,
        done: Result<Uitgevoerd, Weigering>,
    ) -> Result<Uitgevoerd, Weigering> {
        let code = match done {
            Err(Weigering::Geweigerd { code: code @ "groep.bestaat_al" }) => code,
            // The form says where it is to be written.
            Err(Weigering::Geweigerd { code: code @ GEEN_WAAROM }) => {
                return Err(Weigering::Velden(vec![("waarom", code)]));
            }
            done => return done,
        };
        self.projector.catch_up().await;
        let first = self.eerste_groep(wie, leden);
        let Some((groep, known)) = first else { return Err(Weigering::Geweigerd { code: OVERLEG }) };
        if known {
            return Err(Weigering::Verwezen { code, naar: Some(groep.0) });
        }
        let (note, kop) = (GroepCommand::NoteerPoging, kop_van_poging(kop));
        let noted = self
            .vraag(&self.actors.groepen, wie, "NoteerPoging", groep.0, note, Bijvangst::default(), kop)
            .await;
        if let Err(weigering) = noted {
            // The refusal stands also when it could not be noted: the trail has it.
            tracing::warn!(code = weigering.code(), "an attempt could not be noted");
        }
        Err(Weigering::Geweigerd { code: OVERLEG })
    }

    /// The groep of exactly these persons, and whether `wie` may know of it.
    fn eerste_groep(&self, wie: &Wie, leden: &[PersoonId]) -> Option<(GroepId, bool)> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente)?;
        let groep = all.groep_van_precies(leden)?;
        Some((groep, all.toegang_groep(wie, groep) > Toegang::Niets))
    }
}

fn mag_regisseren(wie: &Wie) -> Result<(), Weigering> {
    let may = mag(wie.rol, Handeling::Regisseren);
    if may { Ok(()) } else { Err(Weigering::Geweigerd { code: "niet_bevoegd" }) }
}

/// Why these persons, as typed; an empty one is none.
fn lees_waarom(typed: Option<&str>) -> Result<Option<Wat>, Weigering> {
    let mut velden = Velden::default();
    let waarom = velden.alinea_opt("waarom", typed, ANTWOORD_CHARS_MAX);
    velden.klaar(waarom)
}

/// What who may not know of the groep hears.
const OVERLEG: &str = "groep.overleg";

/// Noting that it was refused is another command than the refused one, which may be sent again.
fn kop_van_poging(kop: Kop) -> Kop {
    let request_hash: [u8; 32] =
        Sha256::new().chain_update("poging").chain_update(kop.command.0.as_bytes()).finalize().into();
    let mut half = [0; 16];
    half.copy_from_slice(request_hash.split_at(16).0);
    Kop { command: CommandId(uuid::Builder::from_custom_bytes(half).into_uuid()), request_hash, if_v: None }
}

fn uniek(leden: &[PersoonId]) -> Claim {
    Claim { scope: "groep", key: sleutel(leden) }
}
