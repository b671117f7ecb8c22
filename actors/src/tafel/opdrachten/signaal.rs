//! Commands about a signaal.

use keukentafel::domain::bevoegdheid::{Handeling, Toegang, hoogste_betrouwbaarheid, mag};
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::domain::ids::{InzendingId, SignaalId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::signaal::{
    Aanduiding, Betreft, Betrouwbaarheid, Bron, Bronsoort, Inzending, SignaalCommand, Signaalsoort,
};
use keukentafel::domain::wat::Wat;
use keukentafel::limits::{DOEL_CHARS_MAX, KENMERK_CHARS_MAX, NAAM_CHARS_MAX, SIGNAAL_CHARS_MAX};
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;
use uuid::Uuid;

use super::kenmerk::{self, eerder};
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::overzicht::{Plek, SignaalRegel};
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

/// How often a place after the last signaal is tried that somebody else took first.
pub(super) const TRIES: usize = 8;

impl Tafel {
    /// A report: a new signaal, or a repeat of one that is there. Who reports does not hear which.
    pub(super) async fn meld_signaal(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuwSignaal,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.herinner(wie, typed.persoon.as_slice()).await?;
        let (betreft, mut inzending) = self.gekeurd(wie, naam, kop, self.lees_signaal(wie, typed)).await?;
        let eenmalig = kenmerk::eenmalig(wie, kop);
        if let Some((id, _)) = &eenmalig {
            inzending.id = *id;
        }
        let mut last = Err(Weigering::Bezig);
        for _ in 0..TRIES {
            let (id, command, plek) = self.plek_voor(wie, &betreft, typed.soort, &inzending);
            let antwoord = AntwoordDelen { id: Some(inzending.id.0), ..AntwoordDelen::default() };
            let claims = eenmalig.iter().flat_map(|(_, claims)| claims).cloned().chain(plek).collect();
            let concepten = self.ingeleverd(wie, (Conceptsoort::Signaal, None), typed.concept);
            let bijvangst = Bijvangst { claims, antwoord, concepten, ..Bijvangst::default() };
            last = self.vraag(&self.actors.signalen, wie, naam, id, command, bijvangst, kop).await;
            match last {
                Err(Weigering::Bezig | Weigering::Geweigerd { code: "signaal.gesloten" }) => {
                    self.projector.catch_up().await;
                }
                // It came in so long ago that its answer is forgotten: it is told the same again, and nothing is counted.
                Err(Weigering::AlOntvangen) => return Ok(self.met_positie(eerder(inzending.id)).await),
                _ => break,
            }
        }
        last
    }

    /// Where a report goes. Each new signaal about the same claims its place after the one before: of two at once, one finds it taken,
    /// looks again, and is a repeat. A report about somebody who may be anybody of that name claims nothing: it is one of its own.
    fn plek_voor(
        &self,
        wie: &Wie,
        betreft: &Betreft,
        signaalsoort: Signaalsoort,
        inzending: &Inzending,
    ) -> (Uuid, SignaalCommand, Vec<Claim>) {
        let plek = self.plek(wie, betreft, signaalsoort);
        let inzending = inzending.clone();
        if let Some(open) = plek.open {
            return (open.0, SignaalCommand::Herhaal { inzending }, Vec::new());
        }
        let claims = plek.claim.into_iter().map(|key| Claim { scope: "signaal", key }).collect();
        let command = SignaalCommand::Meld { betreft: betreft.clone(), signaalsoort, inzending };
        (self.nieuw_id(), command, claims)
    }

    pub(super) fn plek(&self, wie: &Wie, betreft: &Betreft, soort: Signaalsoort) -> Plek {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        all.map(|all| all.plek(betreft, soort, self.deps.clock.now())).unwrap_or_default()
    }

    fn lees_signaal(&self, wie: &Wie, typed: &NieuwSignaal) -> Result<(Betreft, Inzending), Weigering> {
        if !mag(wie.rol, Handeling::SignaalMelden) {
            return Err(Weigering::Geweigerd { code: "niet_bevoegd" });
        }
        let now = self.deps.clock.now();
        let mut velden = Velden::default();
        if typed.soort.is_gestopt() {
            velden.fout("soort", "signaal.soort_gestopt");
        }
        let betreft = self.lees_betreft(wie, typed, &mut velden);
        let toelichting = velden.alinea_opt("toelichting", typed.toelichting.as_deref(), SIGNAAL_CHARS_MAX);
        let waargenomen = velden.datum("waargenomen_op", typed.waargenomen_op.as_deref());
        let kenmerk = velden.line_opt("kenmerk", typed.kenmerk.as_deref(), KENMERK_CHARS_MAX);
        let bron = self.lees_bron(wie, typed.betrouwbaarheid, kenmerk, &mut velden);
        let betreft = velden.klaar(betreft)?.ok_or(Weigering::Onbekend)?;
        let inzending = Inzending {
            id: InzendingId(self.nieuw_id()),
            bron,
            toelichting,
            waargenomen_op: waargenomen.unwrap_or(now.day()),
            ontvangen_op: now,
        };
        Ok((betreft, inzending))
    }

    /// Who reports, and how far that can be relied on: never further than this source may say (KING-ZT23). What a system reports
    /// without saying is as reliable as the system; a person saw it themselves.
    fn lees_bron(
        &self,
        wie: &Wie,
        said: Option<Betrouwbaarheid>,
        kenmerk: Option<Wat>,
        velden: &mut Velden,
    ) -> Bron {
        let registered = self.boek.bron(wie.id);
        let most = hoogste_betrouwbaarheid(wie.rol, registered.map(|it| it.betrouwbaarheid));
        let unsaid = if wie.rol == Rol::Signaalbron { most } else { Betrouwbaarheid::EigenWaarneming };
        let betrouwbaarheid = said.unwrap_or(unsaid);
        if !betrouwbaarheid.hoogstens(most) {
            velden.fout("betrouwbaarheid", "signaal.betrouwbaarheid");
        }
        let lives_here = matches!(wie.rol, Rol::Inwoner | Rol::Groepsparticipant);
        let by_work = if lives_here { Bronsoort::Burger } else { Bronsoort::Professional };
        let bronsoort = registered.map_or(by_work, |it| it.bronsoort);
        Bron { bronsoort, naam: wie.naam.as_str().into(), betrouwbaarheid, wie: wie.id, kenmerk }
    }

    /// Whom it is about. Every field that was given must be good; of a person whom we know we keep who it is and not what was said.
    fn lees_betreft(&self, wie: &Wie, typed: &NieuwSignaal, velden: &mut Velden) -> Option<Betreft> {
        if let Some(groep) = typed.groep {
            if self.deps.rechten.op_groep(wie, groep) == Toegang::Niets {
                velden.fout("groep", "invoer.groep_onbekend");
            }
            return Some(Betreft::Groep(groep));
        }
        if let Some(persoon) = typed.persoon {
            if self.is_er_voor(wie, persoon).is_err() {
                velden.fout("persoon", "invoer.persoon_onbekend");
            }
            return Some(Betreft::Persoon(persoon));
        }
        let bsn = velden.bsn("bsn", typed.bsn.as_deref());
        if bsn.is_some() && wie.rol != Rol::Signaalbron && !mag(wie.rol, Handeling::PersoonZoeken) {
            velden.fout("bsn", "signaal.bsn_niet_nodig");
        }
        let naam: Option<String> = velden.line_opt("naam", typed.naam.as_deref(), NAAM_CHARS_MAX);
        let geboortedatum = velden.datum("geboortedatum", typed.geboortedatum.as_deref());
        if geboortedatum.is_some_and(|born| born > self.deps.clock.now().day()) {
            velden.fout("geboortedatum", "invoer.geboortedatum");
        }
        let without_bsn = typed.bsn.as_deref().is_none_or(|bsn| bsn.trim().is_empty());
        if without_bsn && naam.is_none() {
            velden.fout("naam", "invoer.leeg");
        }
        let all = self.overzicht.lees();
        let known = all.gemeente(wie.gemeente).and_then(|all| match (&bsn, &naam, geboortedatum) {
            (Some(bsn), _, _) => all.op_bsn(bsn),
            (None, Some(naam), Some(born)) => all.op_volledige_naam(naam, born),
            (None, _, _) => None,
        });
        Some(match known {
            Some(persoon) => Betreft::Persoon(persoon),
            None => Betreft::NogOnbekend(Aanduiding { bsn, naam: naam.map(Wat::from), geboortedatum }),
        })
    }

    /// A command about a signaal that one may see.
    pub(super) async fn op_signaal(
        &self,
        wie: &Wie,
        naam: &'static str,
        signaal: SignaalId,
        command: SignaalCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.behandelt(wie, signaal)).await?;
        self.vraag(&self.actors.signalen, wie, naam, signaal.0, command, Bijvangst::default(), kop).await
    }

    /// What was handled waits again, for a reason. Not when the same came in anew meanwhile: then that one is the one to go on with.
    pub(super) async fn heropen_signaal(
        &self,
        wie: &Wie,
        naam: &'static str,
        signaal: SignaalId,
        typed: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let keuring = self.behandelt(wie, signaal).and_then(|()| {
            let mut velden = Velden::default();
            let reden = velden.line("reden", typed, DOEL_CHARS_MAX);
            let reden = velden.klaar(reden)?;
            let other = {
                let all = self.overzicht.lees();
                let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
                let found = all.signaal(signaal).and_then(SignaalRegel::gemeld);
                found.map(|it| all.plek(&it.betreft, it.signaalsoort, self.deps.clock.now()).open)
            };
            match other.flatten().filter(|other| *other != signaal) {
                Some(_) => Err(Weigering::Geweigerd { code: "signaal.loopt_al" }),
                None => Ok(SignaalCommand::Heropen { reden }),
            }
        });
        let command = self.gekeurd(wie, naam, kop, keuring).await?;
        self.vraag(&self.actors.signalen, wie, naam, signaal.0, command, Bijvangst::default(), kop).await
    }

    pub(super) fn behandelt(&self, wie: &Wie, signaal: SignaalId) -> Result<(), Weigering> {
        match self.deps.rechten.op_signaal(wie, signaal) {
            Toegang::Niets => Err(Weigering::NIET_GEVONDEN),
            Toegang::Dat => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            Toegang::Wat | Toegang::Schrijven => Ok(()),
        }
    }
}
