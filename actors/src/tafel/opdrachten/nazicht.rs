//! Commands about looking back: the verdict, and which colleague is which resident.

use keukentafel::domain::bevoegdheid::{Handeling, mag};
use keukentafel::domain::ids::{MedewerkerId, NazichtId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::nazicht::{Gezien, NazichtCommand};
use keukentafel::domain::persoon::PersoonCommand;
use keukentafel::domain::wat::Wat;
use keukentafel::limits::DOEL_CHARS_MAX;
use keukentafel::protocol::body::Nazichtbeoordeling;
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

/// What is recorded of a person and an account.
#[derive(Copy, Clone, Debug)]
pub(super) enum Koppeling {
    /// They are one.
    Met(MedewerkerId),
    /// They are not (any more); without an account, the person is no colleague.
    Los(Option<MedewerkerId>),
}

impl Koppeling {
    fn neemt_weg(self, account: MedewerkerId) -> bool {
        matches!(self, Self::Los(which) if which.is_none_or(|one| one == account))
    }
}

impl Tafel {
    pub(super) async fn beoordeel_nazicht(
        &self,
        wie: &Wie,
        naam: &'static str,
        nazicht: NazichtId,
        typed: &Nazichtbeoordeling,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let (geval, toelichting, maatregel) =
            self.gekeurd(wie, naam, kop, self.lees_beoordeling(wie, nazicht, typed)).await?;
        let tot = self.overzicht.lees().gemeente(wie.gemeente).and_then(|all| {
            all.nazicht(nazicht).and_then(|it| it.uitspraak()).map(|uitspraak| uitspraak.gezien.tot)
        });
        let (lines, _) = self.regels_bij(wie.gemeente, &geval, tot).await?;
        let nu = Gezien {
            regels: u32::try_from(lines.len()).unwrap_or(u32::MAX),
            tot: lines.last().map_or_else(|| self.deps.clock.now(), |line| line.row.at),
        };
        let command = NazichtCommand::Beoordeel {
            oordeel: typed.oordeel,
            toelichting,
            maatregel,
            regels: typed.regels,
            nu,
            eigen_kring: self.in_eigen_kring(wie, geval.persoon),
        };
        let done = self
            .vraag(&self.actors.nazichten, wie, naam, nazicht.0, command, Bijvangst::default(), kop)
            .await?;
        // What came after the last line that was judged is another item.
        self.nazichtbel.merk(wie.gemeente, geval.medewerker, nu.tot);
        Ok(done)
    }

    fn lees_beoordeling(
        &self,
        wie: &Wie,
        nazicht: NazichtId,
        typed: &Nazichtbeoordeling,
    ) -> Result<(keukentafel::domain::nazicht::Geval, Wat, Option<Wat>), Weigering> {
        if !mag(wie.rol, Handeling::Nazien) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let geval = {
            let all = self.overzicht.lees();
            let found = all.gemeente(wie.gemeente).and_then(|all| all.nazicht(nazicht)?.geval());
            found.map(|(geval, _)| *geval).ok_or(Weigering::NIET_GEVONDEN)?
        };
        let mut velden = Velden::default();
        let toelichting = velden.line("toelichting", &typed.toelichting, DOEL_CHARS_MAX);
        let maatregel =
            typed.maatregel.as_deref().map(|typed| velden.line("maatregel", typed, DOEL_CHARS_MAX));
        let (toelichting, maatregel) = velden.klaar((toelichting, maatregel))?;
        Ok((geval, toelichting, maatregel))
    }

    pub(super) async fn leg_medewerker_vast(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        wat: Koppeling,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.mag_koppelen(wie, persoon, wat)).await?;
        let command = match wat {
            Koppeling::Met(medewerker) => PersoonCommand::LegMedewerkerVast { medewerker },
            Koppeling::Los(medewerker) => PersoonCommand::MaakMedewerkerLos { medewerker },
        };
        let done = self
            .vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop)
            .await?;
        // Who is family of whom is another now: the trail is read again by it.
        self.nazichtbel.lees_alles();
        Ok(done)
    }

    fn mag_koppelen(&self, wie: &Wie, persoon: PersoonId, wat: Koppeling) -> Result<(), Weigering> {
        if !mag(wie.rol, Handeling::Nazien) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let (elders, eigen) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
            if all.persoon(persoon).is_none() {
                return Err(Weigering::NIET_GEVONDEN);
            }
            // By what is recorded their own looks are found, and whom they may not judge: they may add to it, and take nothing away.
            let away = all.accounts_van(persoon).any(|account| wat.neemt_weg(account));
            let eigen = away && all.in_kring_van(wie.id, persoon);
            let elders = match wat {
                Koppeling::Met(who) => all.personen_van_collega(who).any(|other| other != persoon),
                Koppeling::Los(_) => false,
            };
            (elders, eigen)
        };
        if eigen {
            return Err(Weigering::Geweigerd { code: "nazicht.eigen_kring" });
        }
        let mut velden = Velden::default();
        if matches!(wat, Koppeling::Met(who) if !self.boek.werkt_hier(wie.gemeente, who)) {
            velden.fout("medewerker", "invoer.medewerker_onbekend");
        }
        velden.klaar(())?;
        if elders { Err(Weigering::Geweigerd { code: "nazicht.collega_elders" }) } else { Ok(()) }
    }
}
