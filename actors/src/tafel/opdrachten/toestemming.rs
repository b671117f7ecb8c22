//! Commands about consent: a colleague asks, the person answers.

use keukentafel::domain::bevoegdheid::Antwoorder;
use keukentafel::domain::ids::{PersoonId, ToekenningId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::toekenning::ToekenningCommand;
use keukentafel::limits::DOEL_CHARS_MAX;
use keukentafel::protocol::body::NieuweToestemmingsvraag;
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn vraag_toestemming(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        typed: &NieuweToestemmingsvraag,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = self.gekeurd(wie, naam, kop, self.lees_vraag(wie, zaak, typed)).await?;
        let id = self.nieuw_id();
        self.vraag(&self.actors.toekenningen, wie, naam, id, command, Bijvangst::default(), kop).await
    }

    fn lees_vraag(
        &self,
        wie: &Wie,
        zaak: ZaakId,
        typed: &NieuweToestemmingsvraag,
    ) -> Result<ToekenningCommand, Weigering> {
        let (feiten, te_veel) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente).ok_or(Weigering::NIET_GEVONDEN)?;
            let feiten = all.mag_vragen(wie, zaak).ok_or(Weigering::NIET_GEVONDEN)?;
            (feiten, all.vraag_te_veel(wie, zaak, feiten.persoon))
        };
        let mut velden = Velden::default();
        let doel = velden.line("doel", &typed.doel, DOEL_CHARS_MAX);
        let tot_en_met = velden.datum("tot_en_met", Some(&typed.tot_en_met));
        let (doel, tot_en_met) = velden.klaar((doel, tot_en_met))?;
        let tot_en_met = tot_en_met.ok_or(Weigering::Onbekend)?;
        if let Some(code) = te_veel {
            return Err(Weigering::Geweigerd { code });
        }
        Ok(ToekenningCommand::VraagToestemming { zaak, feiten, doel, tot_en_met })
    }

    /// To whoever does not answer for the person there is no question.
    pub(super) async fn antwoord_op(
        &self,
        wie: &Wie,
        naam: &'static str,
        toekenning: ToekenningId,
        ja: bool,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let known = self.antwoorder_op(wie, toekenning).ok_or(Weigering::NIET_GEVONDEN);
        let room = |it: Antwoorder| {
            let full = ja && self.is_vol(wie, toekenning, it.persoon);
            if full { Err(Weigering::Geweigerd { code: "toestemming.te_veel_gegeven" }) } else { Ok(it) }
        };
        let antwoorder = self.gekeurd(wie, naam, kop, known.and_then(room)).await?;
        let vervallen =
            self.overzicht.lees().gemeente(wie.gemeente).is_some_and(|all| all.is_vervallen(toekenning));
        let command = match ja {
            true => ToekenningCommand::GeefToestemming { antwoorder, vervallen },
            false => ToekenningCommand::WeigerToestemming { antwoorder, vervallen },
        };
        let id = toekenning.0;
        self.vraag(&self.actors.toekenningen, wie, naam, id, command, Bijvangst::default(), kop).await
    }

    /// Whether this is one yes more than one view carries. Of what was said yes to before nothing more is counted.
    fn is_vol(&self, wie: &Wie, toekenning: ToekenningId, persoon: PersoonId) -> bool {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return false };
        all.wacht_op_antwoord(toekenning) && all.ja_te_veel(persoon)
    }

    /// How `wie` stands to who is asked, when they answer for that one.
    pub(super) fn antwoorder_op(&self, wie: &Wie, toekenning: ToekenningId) -> Option<Antwoorder> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente)?;
        let persoon = all.persoon_van_toestemming(toekenning)?;
        all.mag_antwoorden(wie, persoon).then(|| all.antwoorder(wie, persoon))
    }
}
