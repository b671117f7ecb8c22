//! Commands about when a talk is held.

use keukentafel::clock::{Moment, amsterdam};
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::gesprek::{GesprekCommand, Gesprekplek};
use keukentafel::domain::ids::GesprekId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::limits::AFZEGGING_CHARS_MAX;
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::Bijvangst;
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn plan_gesprek(
        &self,
        wie: &Wie,
        naam: &'static str,
        gesprek: GesprekId,
        typed: (&str, &str, Gesprekplek),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.mag_in_gesprek(wie, gesprek)).await?;
        let command = self.gekeurd(wie, naam, kop, lees_afspraak(typed)).await?;
        self.vraag(&self.actors.gesprekken, wie, naam, gesprek.0, command, Bijvangst::default(), kop).await
    }

    pub(super) async fn zeg_gesprek_af(
        &self,
        wie: &Wie,
        naam: &'static str,
        gesprek: GesprekId,
        reden: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.mag_in_gesprek(wie, gesprek)).await?;
        let mut velden = Velden::default();
        let reden = velden.line("reden", reden, AFZEGGING_CHARS_MAX);
        let command = self.gekeurd(wie, naam, kop, velden.klaar(GesprekCommand::ZegAf { reden })).await?;
        self.vraag(&self.actors.gesprekken, wie, naam, gesprek.0, command, Bijvangst::default(), kop).await
    }

    /// As the rows of these commands say (`protocol/eisen.rs`): who writes in it says who takes part and when it is.
    pub(super) fn mag_in_gesprek(&self, wie: &Wie, gesprek: GesprekId) -> Result<(), Weigering> {
        match self.deps.rechten.op_gesprek(wie, gesprek) {
            Toegang::Niets => Err(Weigering::NIET_GEVONDEN),
            Toegang::Dat | Toegang::Wat => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            Toegang::Schrijven => Ok(()),
        }
    }
}

/// A day and a time as clocks in the Netherlands show them.
fn lees_afspraak((dag, tijd, plek): (&str, &str, Gesprekplek)) -> Result<GesprekCommand, Weigering> {
    let mut velden = Velden::default();
    let dag = velden.datum("dag", Some(dag));
    let tijd = velden.tijd("tijd", tijd);
    let (dag, tijd) = velden.klaar((dag.unwrap_or_default(), tijd.unwrap_or_default()))?;
    let begin = dag.to_datetime(tijd).to_zoned(amsterdam()).map(|at| Moment::from(at.timestamp()));
    let begin = begin.map_err(|_| Weigering::Geweigerd { code: "gesprek.moment" })?;
    Ok(GesprekCommand::Plan { begin, plek })
}
