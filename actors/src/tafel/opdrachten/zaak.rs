//! Commands about a zaak.

use std::sync::PoisonError;

use keukentafel::domain::bevoegdheid::{Toegang, Toewijsrecht, toewijsrecht};
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::domain::ids::{MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{AL_TOEGEWEZEN, Bevestigingsweg, Lopend, ZaakCommand};
use keukentafel::protocol::body::NieuweMelding;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::Claim;

use crate::tafel::{Kop, Tafel, invoer};

use crate::entity::{AntwoordDelen, Bijvangst};
use crate::weigering::Weigering;

/// How often a number is tried that another node took first.
pub(super) const ZAAKNUMMER_TRIES: usize = 8;

impl Tafel {
    pub(super) async fn registreer_melding(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuweMelding,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let melding = self.gekeurd(wie, naam, kop, invoer::melding(typed)).await?;
        self.herinner(wie, &[typed.persoon]).await?;
        self.gekeurd(wie, naam, kop, self.is_er_voor(wie, typed.persoon)).await?;
        let bevestiging = self.bevestigingsweg(wie, typed.persoon);
        let year = self.deps.clock.now().day().year();
        let zaak = ZaakId(self.nieuw_id());
        let brief = self.ontvangstbevestiging(wie, (zaak, typed.zaaktype, typed.persoon), kop)?;
        let mut last = Err(Weigering::Bezig);
        for _ in 0..ZAAKNUMMER_TRIES {
            let zaaknummer = self.volgend_zaaknummer(wie, year);
            let bijvangst = Bijvangst {
                claims: vec![Claim { scope: "zaaknummer", key: zaaknummer.clone() }],
                streams: brief.iter().cloned().collect(),
                concepten: self.ingeleverd(wie, (Conceptsoort::Melding, None), typed.concept),
                antwoord: AntwoordDelen {
                    zaaknummer: Some(zaaknummer.clone()),
                    bevestiging: (!typed.zaaktype.vertrouwelijk()).then_some(bevestiging),
                    ..AntwoordDelen::default()
                },
                ..Bijvangst::default()
            };
            let command = ZaakCommand::RegistreerMelding {
                zaaknummer,
                zaaktype: typed.zaaktype,
                persoon: typed.persoon,
                melding: melding.clone(),
                contact: None,
                bevestiging,
            };
            last = self.vraag(&self.actors.zaken, wie, naam, zaak.0, command, bijvangst, kop).await;
            if last != Err(Weigering::Bezig) {
                break;
            }
        }
        last
    }

    /// How somebody can be told that their melding came in: in the portal who can log in there, for which one needs a BSN.
    pub(super) fn bevestigingsweg(&self, wie: &Wie, persoon: PersoonId) -> Bevestigingsweg {
        let all = self.overzicht.lees();
        let gegevens = all.gemeente(wie.gemeente).and_then(|all| all.persoon(persoon)?.gegevens());
        let bsn = gegevens.is_some_and(|gegevens| gegevens.bsn.is_some());
        if bsn { Bevestigingsweg::Portaal } else { Bevestigingsweg::Geen }
    }

    /// The next number: after the highest that this node has seen or handed out.
    pub(super) fn volgend_zaaknummer(&self, wie: &Wie, year: i16) -> String {
        let seen = self.overzicht.lees().gemeente(wie.gemeente).map_or(0, |all| all.laatste_zaaknummer(year));
        let mut handed_out = self.zaaknummers.lock().unwrap_or_else(PoisonError::into_inner);
        let last = handed_out.entry((wie.gemeente, year)).or_default();
        *last = seen.max(*last) + 1;
        let next = *last;
        format!("ZAAK-{year}-{next:06}")
    }

    pub(super) async fn wijs_toe(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        behandelaars: Vec<MedewerkerId>,
        reden: Option<&str>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let reden = self.gekeurd(wie, naam, kop, invoer::reden(reden)).await?;
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let known = |who| self.boek.behandelt(wie.gemeente, who);
        self.gekeurd(wie, naam, kop, invoer::mensen("behandelaars", &behandelaars, known)).await?;
        self.gekeurd(wie, naam, kop, self.mogen_toegewezen(wie, zaak, &behandelaars)).await?;
        let done = self.vraag_zaak(wie, naam, zaak, ZaakCommand::WijsToe { behandelaars, reden }, kop).await;
        let Err(Weigering::Geweigerd { code: code @ AL_TOEGEWEZEN }) = done else { return done };
        // The refusal comes of the record, and the names of the read side.
        self.projector.catch_up().await;
        Err(Weigering::VanIemand { code, namen: self.namen_aan(wie, zaak) })
    }

    pub(super) async fn geef_vrij(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        reden: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let reden = self.gekeurd(wie, naam, kop, invoer::waarom(reden)).await?;
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        self.vraag_zaak(wie, naam, zaak, ZaakCommand::GeefVrij { reden }, kop).await
    }

    /// The work may be given to these. Who may not give it hears that, and not that the dossier is closed to somebody, or will be.
    fn mogen_toegewezen(
        &self,
        wie: &Wie,
        zaak: ZaakId,
        behandelaars: &[MedewerkerId],
    ) -> Result<(), Weigering> {
        let mogen = self.mogen_aan_zaken(wie, &[zaak], behandelaars);
        let recht = {
            let all = self.overzicht.lees();
            let lopend = all.gemeente(wie.gemeente).and_then(|all| all.zaak(zaak)?.lopend());
            lopend.map_or(Toewijsrecht::Nee, |zaak| toewijsrecht(wie, &zaak.feiten()))
        };
        match (mogen, recht) {
            (Ok(()), _) => Ok(()),
            (Err(closed), Toewijsrecht::Ja) => Err(closed),
            (Err(_), Toewijsrecht::Nee) => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            (Err(_), Toewijsrecht::Vergeven) => {
                Err(Weigering::VanIemand { code: AL_TOEGEWEZEN, namen: self.namen_aan(wie, zaak) })
            }
        }
    }

    /// Who work on a zaak, by name; nobody for who may not know of it.
    fn namen_aan(&self, wie: &Wie, zaak: ZaakId) -> Vec<String> {
        if self.deps.rechten.op_zaak(wie, zaak) == Toegang::Niets {
            return Vec::new();
        }
        self.behandelaars(wie, zaak).into_iter().map(|who| self.deps.namen.door(who).naam).collect()
    }

    /// Whether `wie` may say now who works on a zaak: what the page offers. The zaak itself decides.
    #[must_use]
    pub fn mag_toewijzen(&self, wie: &Wie, zaak: ZaakId) -> bool {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return false };
        let feiten = all.zaak(zaak).and_then(|regel| regel.lopend()).map(Lopend::feiten);
        all.toegang(wie, zaak) > Toegang::Niets
            && feiten.is_some_and(|feiten| toewijsrecht(wie, &feiten) == Toewijsrecht::Ja)
    }

    /// A command on a zaak that `wie` knows of. The zaak itself does not know by which way: where it says that it is not there for them,
    /// it is not theirs to do.
    pub(super) async fn vraag_zaak(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        command: ZaakCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.vraag_zaak_met(wie, naam, zaak, command, Bijvangst::default(), kop).await
    }

    /// The same, with what else is recorded in its transaction.
    pub(super) async fn vraag_zaak_met(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        command: ZaakCommand,
        bijvangst: Bijvangst,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        match self.vraag(&self.actors.zaken, wie, naam, zaak.0, command, bijvangst, kop).await {
            Err(Weigering::NIET_GEVONDEN) => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            done => done,
        }
    }

    /// A zaak that somebody may not know of is not there for them, and no actor is woken for it.
    pub(super) fn weet_van(&self, wie: &Wie, zaak: ZaakId) -> Result<(), Weigering> {
        let bekend = self.deps.rechten.op_zaak(wie, zaak) > Toegang::Niets;
        if bekend { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }
    }

    pub(in crate::tafel) fn behandelaars(&self, wie: &Wie, zaak: ZaakId) -> Vec<MedewerkerId> {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).map(|all| all.behandelaars(zaak).to_vec()).unwrap_or_default()
    }
}
