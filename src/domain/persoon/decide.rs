//! May this happen to a person?

use jiff::civil::{Date, date};

use super::{Persoon, PersoonCommand, PersoonEvent, PersoonRefusal};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};

/// Nobody alive was born before this day.
const GEBOREN_VANAF: Date = date(1880, 1, 1);

impl Aggregate for Persoon {
    type Command = PersoonCommand;
    type Event = PersoonEvent;
    type Refusal = PersoonRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &PersoonCommand,
        context: &Context,
    ) -> Result<Vec<PersoonEvent>, PersoonRefusal> {
        match command {
            PersoonCommand::Registreer(gegevens) => {
                if !mag(context.wie.rol, Handeling::PersoonRegistreren) {
                    return Err(PersoonRefusal::NietBevoegd);
                }
                if self.gegevens().is_some() {
                    return Err(PersoonRefusal::BestaatAl);
                }
                let today = context.now.day();
                if gegevens.geboortedatum.is_some_and(|born| born > today || born < GEBOREN_VANAF) {
                    return Err(PersoonRefusal::Geboortedatum);
                }
                Ok(vec![PersoonEvent::PersoonGeregistreerd(gegevens.clone())])
            }
            PersoonCommand::WijzigTelefoon(telefoon) => {
                let gegevens = self.gegevens().ok_or(PersoonRefusal::Onbekend)?;
                if !mag(context.wie.rol, Handeling::ContactWijzigen) {
                    return Err(PersoonRefusal::NietBevoegd);
                }
                if gegevens.telefoon == *telefoon {
                    return Ok(Vec::new());
                }
                Ok(vec![PersoonEvent::TelefoonGewijzigd { telefoon: telefoon.clone() }])
            }
        }
    }

    fn evolve(self, event: &PersoonEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}
