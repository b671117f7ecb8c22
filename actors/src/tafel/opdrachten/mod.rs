//! Commands: from what was asked to the one actor that decides it.

mod afspraak;
mod beheerrekening;
mod bescherming;
mod besluit;
mod bijdrage;
mod brief;
mod contact;
mod gesprek;
mod groep;
mod huishouden;
mod kantlijn;
mod kenmerk;
mod klantcontact;
mod medewerker;
mod meekijken;
mod nazicht;
mod overdracht;
mod persoon;
mod persoon_verder;
mod plan;
mod samengaan;
mod signaal;
mod stroom;
mod taken;
mod toekenning;
mod toestemming;
mod vraag;
mod zaak;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::document::DocumentCommand;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Bijdrage, PlanCommand};
use keukentafel::domain::signaal::SignaalCommand;
use keukentafel::domain::zaak::{Noteerder, TaakCommand, ZaakCommand};
use keukentafel::protocol::body::{
    NieuwDoel, NieuweActie, NieuweGroep, NieuweOpmerking, NieuweReactie, Opdracht,
};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Journal, Position};

use self::bijdrage::Gemeld;
pub(super) use self::stroom::nieuwe_stroom;
use self::stroom::{kop_van, op_stroom};
use super::{Gedaan, Kop, Tafel};
use crate::limits::READ_SIDE_WAIT;
use crate::weigering::Weigering;

impl Tafel {
    /// Does what was asked, or says why not. The same command id does it once.
    ///
    /// # Errors
    /// A refusal (nothing was done, the trail has it) or *outcome unknown* (ask again with the same command id).
    pub async fn voer_uit(&self, wie: &Wie, opdracht: Opdracht, kop: Kop) -> Result<Gedaan, Weigering> {
        self.met_zicht().await?;
        let verborgen = self.verbergt_versie(wie, &opdracht);
        if verborgen && kop.if_v.is_some() {
            // Who is told no version holds none.
            let conflict = Err(Weigering::Conflict { versie: 0, eerder: None });
            return self.gekeurd(wie, opdracht.naam(), kop, conflict).await;
        }
        let aangewezen =
            if let Opdracht::WijsPersoonAan { signaal, .. } = &opdracht { Some(*signaal) } else { None };
        let naam = opdracht.naam();
        let beschermd = self.beschermde_in(wie, &opdracht);
        let begonnen = self.deps.clock.now();
        let gedaan = self.doe(wie, opdracht, kop).await;
        // Refused or done: its line in the trail is looked at.
        self.merk_opdracht(wie, begonnen);
        if let Err(
            refused @ (Weigering::Geweigerd { .. } | Weigering::VanIemand { .. } | Weigering::Velden(_)),
        ) = &gedaan
        {
            self.geweerd(wie, naam, &beschermd, kop, refused.code()).await;
        }
        let antwoord = match gedaan {
            // What was refused now may have been done before: a right that ended meanwhile does not undo that.
            Err(
                refused @ (Weigering::Geweigerd { .. }
                | Weigering::Verwezen { .. }
                | Weigering::VanIemand { .. }
                | Weigering::Velden(_)),
            ) => self.eerder_gedaan(wie, kop).await?.ok_or(refused),
            done => done,
        }?;
        if !beschermd.is_empty() {
            // Its line stands in the trail with what was done; that there is one is told here.
            self.deps.bus.geopend(wie.gemeente, self.deps.clock.now());
            self.openingen.bel.notify_one();
        }
        let antwoord = if verborgen { Uitgevoerd { versie: 0, ..antwoord } } else { antwoord };
        let gezien = self.projector.passed(Position(antwoord.positie), READ_SIDE_WAIT).await;
        // What turned out to be the same as one that is with a regisseur went there, and does not tell by a number that it did.
        let gone = aangewezen.is_some_and(|id| self.deps.rechten.op_signaal(wie, id) == Toegang::Niets);
        let antwoord = if gone { Uitgevoerd { versie: 0, ..antwoord } } else { antwoord };
        Ok(Gedaan { antwoord, gezien })
    }

    /// What this command answered when it was done; `None` when it never was.
    async fn eerder_gedaan(&self, wie: &Wie, kop: Kop) -> Result<Option<Uitgevoerd>, Weigering> {
        let Some(stored) = self.deps.journal.answer(wie.gemeente, kop.command).await? else {
            return Ok(None);
        };
        if stored.request_hash != kop.request_hash {
            return Err(Weigering::Geweigerd { code: "opdracht.sleutel_hergebruikt" });
        }
        if stored.answer.is_empty() {
            // What it told was erased.
            return Ok(None);
        }
        let antwoord: Uitgevoerd = serde_json::from_slice(&stored.answer).map_err(|_| Weigering::Onbekend)?;
        Ok(Some(self.met_positie(antwoord).await))
    }

    /// A repeat: what it did is in the feed already, at a place that its answer did not know.
    pub(super) async fn met_positie(&self, antwoord: Uitgevoerd) -> Uitgevoerd {
        if antwoord.positie != 0 {
            return antwoord;
        }
        self.projector.catch_up().await;
        Uitgevoerd { positie: self.overzicht.lees().positie().0, ..antwoord }
    }

    async fn doe(&self, wie: &Wie, opdracht: Opdracht, kop: Kop) -> Result<Uitgevoerd, Weigering> {
        let naam = opdracht.naam();
        match opdracht {
            Opdracht::RegistreerPersoon(typed) => self.registreer_persoon(wie, naam, &typed, kop).await,
            Opdracht::WijzigContact { persoon, telefoon } => {
                self.wijzig_contact(wie, naam, persoon, telefoon.as_deref(), kop).await
            }
            Opdracht::KiesBerichtweg { persoon, keuze } => {
                self.kies_berichtweg(wie, naam, persoon, &keuze, kop).await
            }
            Opdracht::MeldBriefGepost { zaak, brief } => {
                self.meld_brief_gepost(wie, naam, (zaak, brief), kop).await
            }
            Opdracht::RegistreerMelding(typed) => self.registreer_melding(wie, naam, &typed, kop).await,
            Opdracht::WijsToe { zaak, behandelaars, reden } => {
                self.wijs_toe(wie, naam, zaak, behandelaars, reden.as_deref(), kop).await
            }
            Opdracht::NeemZaak { zaak } => {
                self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
                self.vraag_zaak(wie, naam, zaak, ZaakCommand::NeemZaak, kop).await
            }
            Opdracht::GeefZaakVrij { zaak, reden } => self.geef_vrij(wie, naam, zaak, &reden, kop).await,
            Opdracht::NeemInBehandeling { zaak } => {
                self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
                self.vraag_zaak(wie, naam, zaak, ZaakCommand::NeemInBehandeling, kop).await
            }
            Opdracht::MerkGezien { zaak } => self.merk_gezien(wie, naam, zaak, kop).await,
            Opdracht::NoteerContact { zaak, contact } => {
                self.noteer_contact(wie, naam, zaak, (Noteerder::Behandelaar, &contact), kop).await
            }
            Opdracht::GeefContactDoor { zaak, contact } => {
                self.noteer_contact(wie, naam, zaak, (Noteerder::Balie, &contact), kop).await
            }
            Opdracht::ZetTaakKlaar { zaak, omschrijving, eigenaar, dag } => {
                self.zet_taak_klaar(wie, naam, zaak, (&omschrijving, eigenaar, &dag), kop).await
            }
            Opdracht::RondTaakAf { zaak, taak } => {
                self.zet_taak(wie, naam, zaak, TaakCommand::RondAf { taak }, kop).await
            }
            Opdracht::HeropenTaak { zaak, taak } => {
                self.zet_taak(wie, naam, zaak, TaakCommand::Heropen { taak }, kop).await
            }
            Opdracht::WijsTaakToe { zaak, taak, eigenaar } => {
                self.zet_taak(wie, naam, zaak, TaakCommand::WijsToe { taak, eigenaar }, kop).await
            }
            Opdracht::LaatTaakVervallen { zaak, taak } => {
                self.zet_taak(wie, naam, zaak, TaakCommand::LaatVervallen { taak }, kop).await
            }
            Opdracht::OpenDocument { zaak, soort, zaken, deelnemers } => {
                self.open_document(wie, naam, zaak, soort, zaken, deelnemers, kop).await
            }
            Opdracht::WijzigDeelnemers { gesprek, erbij, eraf } => {
                self.wijzig_deelnemers(wie, naam, gesprek, erbij, eraf, kop).await
            }
            Opdracht::PlanGesprek { gesprek, dag, tijd, plek } => {
                self.plan_gesprek(wie, naam, gesprek, (&dag, &tijd, plek), kop).await
            }
            Opdracht::ZegGesprekAf { gesprek, reden } => {
                self.zeg_gesprek_af(wie, naam, gesprek, &reden, kop).await
            }
            Opdracht::MaakOpmerking { document, citaat, tekst, genoemd } => {
                let typed = NieuweOpmerking { citaat, tekst, genoemd };
                self.maak_opmerking(wie, naam, document, &typed, kop).await
            }
            Opdracht::BeantwoordOpmerking { document, opmerking, tekst, genoemd } => {
                let typed = NieuweReactie { opmerking, tekst, genoemd };
                self.beantwoord_opmerking(wie, naam, document, &typed, kop).await
            }
            Opdracht::HandelOpmerkingAf { document, opmerking } => {
                let command = DocumentCommand::HandelOpmerkingAf { opmerking };
                self.zet_opmerking(wie, naam, document, command, kop).await
            }
            Opdracht::HeropenOpmerking { document, opmerking } => {
                let command = DocumentCommand::HeropenOpmerking { opmerking };
                self.zet_opmerking(wie, naam, document, command, kop).await
            }
            Opdracht::LeesOpmerking { document, opmerking } => {
                let command = DocumentCommand::LeesOpmerking { opmerking };
                self.zet_opmerking(wie, naam, document, command, kop).await
            }
            Opdracht::BenoemVersie { document, naam: typed, seq } => {
                self.benoem_versie(wie, naam, document, (&typed, seq), kop).await
            }
            Opdracht::OpenRekening(typed) => self.open_rekening(wie, naam, &typed, kop).await,
            Opdracht::MeldAfwezig { medewerker, vanaf, tot_en_met } => {
                self.meld_afwezig(wie, naam, medewerker, &vanaf, tot_en_met.as_deref(), kop).await
            }
            Opdracht::MeldTerug { medewerker } => self.meld_terug(wie, naam, medewerker, kop).await,
            Opdracht::VormGroep(typed) => {
                let NieuweGroep { leden, waarom } = typed;
                self.vorm_groep(wie, naam, (leden, waarom.as_deref()), kop).await
            }
            Opdracht::VoegParticipantToe { groep, persoon, hoedanigheid } => {
                self.voeg_participant_toe(wie, naam, groep, persoon, &hoedanigheid, kop).await
            }
            Opdracht::VerwijderParticipant { groep, persoon } => {
                self.verwijder_participant(wie, naam, groep, persoon, kop).await
            }
            Opdracht::StartPlan { groep, aanleiding } => {
                self.start_plan(wie, naam, groep, aanleiding, kop).await
            }
            Opdracht::StartGroepstraject { signaal, leden, waarom } => {
                self.start_groepstraject(wie, naam, signaal, (leden, waarom.as_deref()), kop).await
            }
            Opdracht::VoegRegisseurToe { plan, regisseur } => {
                self.voeg_regisseur_toe(wie, naam, plan, regisseur, kop).await
            }
            Opdracht::VerwijderRegisseur { plan, regisseur } => {
                let command = PlanCommand::VerwijderRegisseur { regisseur };
                self.op_plan(wie, naam, plan, |_| Ok(command), kop).await
            }
            Opdracht::DraagRegieOver { plan, regisseur } => {
                let command = |this: &Self| {
                    this.mogen_leiden(wie, plan, &[regisseur])?;
                    Ok(PlanCommand::DraagRegieOver { aan: regisseur })
                };
                self.op_plan(wie, naam, plan, command, kop).await
            }
            Opdracht::WijsRegisseurAan { plan, regisseur } => {
                self.wijs_regisseur_aan(wie, naam, plan, regisseur, kop).await
            }
            Opdracht::StelDoel { plan, voor, omschrijving, achterhouden } => {
                let typed = NieuwDoel { voor, omschrijving, achterhouden };
                self.stel_doel(wie, naam, plan, &typed, kop).await
            }
            Opdracht::WijzigDoel { plan, doel, omschrijving } => {
                self.wijzig_doel(wie, naam, plan, doel, &omschrijving, kop).await
            }
            Opdracht::RondDoelAf { plan, doel, uitkomst } => {
                let command = PlanCommand::RondDoelAf { doel, uitkomst };
                self.op_plan(wie, naam, plan, |_| Ok(command), kop).await
            }
            Opdracht::HeropenDoel { plan, doel } => {
                let command = PlanCommand::HeropenDoel { doel };
                self.op_plan(wie, naam, plan, |_| Ok(command), kop).await
            }
            Opdracht::LegActieVast {
                plan,
                doel,
                voor,
                omschrijving,
                eigenaar,
                datum,
                herinnering,
                achterhouden,
            } => {
                let typed =
                    NieuweActie { doel, voor, omschrijving, eigenaar, datum, herinnering, achterhouden };
                self.leg_actie_vast(wie, naam, plan, &typed, kop).await
            }
            Opdracht::LaatMeekijken { plan, meekijken } => {
                self.laat_meekijken(wie, naam, plan, &meekijken, kop).await
            }
            Opdracht::StopMeekijken { toekenning, reden } => {
                self.stop_meekijken(wie, naam, toekenning, &reden, kop).await
            }
            Opdracht::HoudAchter { plan, onderdeel, achterhouden } => {
                self.houd_achter(wie, naam, plan, onderdeel, &achterhouden, kop).await
            }
            Opdracht::DeelOnderdeel { plan, onderdeel } => {
                let command = PlanCommand::DeelOnderdeel { onderdeel };
                self.op_plan(wie, naam, plan, |_| Ok(command), kop).await
            }
            Opdracht::MeldActieGedaan { plan, actie } => {
                let command = PlanCommand::MeldActieGedaan { actie };
                self.zet_actie(wie, naam, plan, actie, command, kop).await
            }
            Opdracht::HeropenActie { plan, actie } => {
                let command = PlanCommand::HeropenActie { actie };
                self.zet_actie(wie, naam, plan, actie, command, kop).await
            }
            Opdracht::ReageerOpDoel { plan, reactie } => {
                self.reageer_op_doel(wie, naam, plan, &reactie, kop).await
            }
            Opdracht::LeesDoelreactie { plan, reactie } => {
                let command = PlanCommand::Bijdrage(Bijdrage::LeesDoelreactie { reactie });
                self.op_plan(wie, naam, plan, |_| Ok(command), kop).await
            }
            Opdracht::BeantwoordDoelreactie { plan, antwoord } => {
                let typed = (antwoord.reactie, antwoord.tekst.as_str());
                self.beantwoord_doelreactie(wie, naam, plan, typed, kop).await
            }
            Opdracht::MeldEigenActieGedaan { plan, melding } => {
                self.meld_eigen_actie(wie, naam, plan, (&melding, Gemeld::Gedaan), kop).await
            }
            Opdracht::MeldEigenActieNogNiet { plan, melding } => {
                self.meld_eigen_actie(wie, naam, plan, (&melding, Gemeld::NogNiet), kop).await
            }
            Opdracht::VraagDoorOverActie { plan, vraag } => {
                self.vraag_door_over_actie(wie, naam, plan, (vraag.actie, &vraag.vraag), kop).await
            }
            Opdracht::KoppelZaak { plan, zaak } => self.koppel_zaak(wie, naam, plan, zaak, kop).await,
            Opdracht::OntkoppelZaak { plan, zaak } => {
                let command = PlanCommand::OntkoppelZaak { zaak };
                self.op_plan(wie, naam, plan, |_| Ok(command), kop).await
            }
            Opdracht::SluitPlan { plan, resultaat } => {
                self.sluit_plan(wie, naam, plan, &resultaat, kop).await
            }
            Opdracht::MeldSignaal(typed) => self.meld_signaal(wie, naam, &typed, kop).await,
            Opdracht::WijsPersoonAan { signaal, persoon } => {
                self.wijs_persoon_aan(wie, naam, signaal, persoon, kop).await
            }
            Opdracht::HandelSignaalAf { signaal, afhandeling } => {
                let command = SignaalCommand::HandelAf { afhandeling };
                self.op_signaal(wie, naam, signaal, command, kop).await
            }
            Opdracht::HeropenSignaal { signaal, reden } => {
                self.heropen_signaal(wie, naam, signaal, &reden, kop).await
            }
            Opdracht::RegistreerOnbekende(typed) => self.registreer_onbekende(wie, naam, &typed, kop).await,
            Opdracht::StelIdentiteitVast { persoon, identiteit } => {
                self.stel_identiteit_vast(wie, naam, persoon, &identiteit, kop).await
            }
            Opdracht::NeemOverUitBrp(typed) => self.neem_over_uit_brp(wie, naam, &typed, kop).await,
            Opdracht::NeemOpnieuwOverUitBrp { persoon, keuze } => {
                self.neem_opnieuw_over(wie, naam, persoon, &keuze, kop).await
            }
            Opdracht::LegGezagVast { persoon, gezag } => {
                self.leg_gezag_vast(wie, naam, persoon, &gezag, kop).await
            }
            Opdracht::BeeindigGezag { persoon, einde } => {
                self.beeindig_gezag(wie, naam, persoon, &einde, kop).await
            }
            Opdracht::HerroepGezag { persoon, herroeping } => {
                self.herroep_gezag(wie, naam, persoon, &herroeping, kop).await
            }
            Opdracht::RegistreerContact(typed) => self.registreer_contact(wie, naam, &typed, kop).await,
            Opdracht::VulVerslagAan { contact, tekst } => {
                self.vul_verslag_aan(wie, naam, contact, &tekst, kop).await
            }
            Opdracht::StelHuishoudenVast(typed) => self.stel_huishouden_vast(wie, naam, &typed, kop).await,
            Opdracht::VoegLidToe { huishouden, lid } => {
                self.voeg_lid_toe(wie, naam, huishouden, &lid, kop).await
            }
            Opdracht::LidVertrekt { huishouden, vertrek } => {
                self.lid_vertrekt(wie, naam, huishouden, &vertrek, kop).await
            }
            Opdracht::VerblijfWijktAf { huishouden, verblijf } => {
                self.verblijf_wijkt_af(wie, naam, huishouden, &verblijf, kop).await
            }
            Opdracht::HerroepVerblijf { huishouden, herroeping } => {
                self.herroep_verblijf(wie, naam, huishouden, &herroeping, kop).await
            }
            Opdracht::StelBesluitVoor { zaak, besluit } => {
                self.stel_besluit_voor(wie, naam, zaak, &besluit, kop).await
            }
            Opdracht::WijzigVoorstel { zaak, hash, besluit } => {
                self.wijzig_voorstel(wie, naam, zaak, &hash, &besluit, kop).await
            }
            Opdracht::Accordeer { zaak, hash } => self.accordeer(wie, naam, zaak, &hash, kop).await,
            Opdracht::WijsVoorstelAf { zaak, hash, reden } => {
                self.wijs_voorstel_af(wie, naam, zaak, (&hash, &reden), kop).await
            }
            Opdracht::TrekVoorstelIn { zaak, hash } => {
                self.trek_voorstel_in(wie, naam, zaak, &hash, kop).await
            }
            Opdracht::NeemBesluit { zaak, hash } => self.neem_besluit(wie, naam, zaak, &hash, kop).await,
            Opdracht::WijsVervangerAan { medewerker, vervanging } => {
                self.wijs_vervanger_aan(wie, naam, medewerker, &vervanging, kop).await
            }
            Opdracht::BreekGlas { plan, glas } => self.breek_glas(wie, naam, plan, &glas, kop).await,
            Opdracht::TrekToekenningIn { toekenning } => {
                self.trek_toekenning_in(wie, naam, toekenning, kop).await
            }
            Opdracht::VraagToestemming { zaak, vraag } => {
                self.vraag_toestemming(wie, naam, zaak, &vraag, kop).await
            }
            Opdracht::GeefToestemming { toekenning } => {
                self.antwoord_op(wie, naam, toekenning, true, kop).await
            }
            Opdracht::WeigerToestemming { toekenning } => {
                self.antwoord_op(wie, naam, toekenning, false, kop).await
            }
            Opdracht::DraagWerkvoorraadOver { medewerker, overdracht } => {
                self.draag_werkvoorraad_over(wie, naam, medewerker, &overdracht, kop).await
            }
            Opdracht::BeschermDossier { persoon, bescherming } => {
                self.bescherm_dossier(wie, naam, persoon, &bescherming, kop).await
            }
            Opdracht::WijzigBescherming { persoon, bescherming } => {
                self.wijzig_bescherming(wie, naam, persoon, &bescherming, kop).await
            }
            Opdracht::HefBeschermingOp { persoon } => self.hef_bescherming_op(wie, naam, persoon, kop).await,
            Opdracht::BeoordeelNazicht { nazicht, beoordeling } => {
                self.beoordeel_nazicht(wie, naam, nazicht, &beoordeling, kop).await
            }
            Opdracht::LegMedewerkerVast { persoon, medewerker, niet_meer } => {
                let wat = medewerker.map_or(nazicht::Koppeling::Los(None), |who| match niet_meer {
                    true => nazicht::Koppeling::Los(Some(who)),
                    false => nazicht::Koppeling::Met(who),
                });
                self.leg_medewerker_vast(wie, naam, persoon, wat, kop).await
            }
            Opdracht::BeoordeelGlas { toekenning, beoordeling } => {
                self.beoordeel_glas(wie, naam, toekenning, &beoordeling, kop).await
            }
        }
    }

    /// Whether the version in the answer would tell the asker of what they may not see: how often others reported the same, or that
    /// something happened in a part of a plan that is not theirs.
    fn verbergt_versie(&self, wie: &Wie, opdracht: &Opdracht) -> bool {
        if let Opdracht::MeldActieGedaan { plan, .. }
        | Opdracht::HeropenActie { plan, .. }
        | Opdracht::ReageerOpDoel { plan, .. }
        | Opdracht::MeldEigenActieGedaan { plan, .. }
        | Opdracht::MeldEigenActieNogNiet { plan, .. } = opdracht
        {
            return self.ziet_een_deel(wie, *plan);
        }
        matches!(opdracht, Opdracht::MeldSignaal(_))
    }
}
