//! What a login changes in what is known of somebody.

use super::{Identiteit, IdentiteitCommand, IdentiteitEvent, IdentiteitRefusal, Inschrijving};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::medewerker::Rol;
use crate::domain::tekst;
use crate::limits::NAAM_CHARS_MAX;

impl Aggregate for Identiteit {
    type Command = IdentiteitCommand;
    type Event = IdentiteitEvent;
    type Refusal = IdentiteitRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &IdentiteitCommand,
        context: &Context,
    ) -> Result<Vec<IdentiteitEvent>, IdentiteitRefusal> {
        if context.wie.rol != Rol::Systeem {
            return Err(IdentiteitRefusal::NietBevoegd);
        }
        match command {
            IdentiteitCommand::SchrijfIn(inschrijving) => self.schrijf_in(inschrijving),
            IdentiteitCommand::SchrijfUit => {
                let gone = self.bekend().map(|_| IdentiteitEvent::Uitgeschreven {});
                Ok(gone.into_iter().collect())
            }
        }
    }

    fn evolve(self, event: &IdentiteitEvent, _: Moment) -> Self {
        super::evolve::evolve(self, event)
    }
}

impl Identiteit {
    fn schrijf_in(&self, nu: &Inschrijving) -> Result<Vec<IdentiteitEvent>, IdentiteitRefusal> {
        let plain = tekst::regel(&nu.naam, NAAM_CHARS_MAX);
        if plain.as_ref() != Ok(&nu.naam) {
            return Err(IdentiteitRefusal::Naam);
        }
        if let Some(machtiging) = nu.machtiging {
            // Nobody is two in one session, and for oneself nobody needs a mandate.
            if nu.persoon.is_some() || machtiging.gemachtigde == machtiging.voor {
                return Err(IdentiteitRefusal::Machtiging);
            }
        }
        let Self::Bekend(voor) = self else {
            return Ok(vec![IdentiteitEvent::Ingeschreven(nu.clone())]);
        };
        if (voor.persoon, voor.machtiging) != (nu.persoon, nu.machtiging) {
            return Err(IdentiteitRefusal::AnderePersoon);
        }
        let mut events = Vec::new();
        if voor.naam != nu.naam {
            events.push(IdentiteitEvent::NaamGewijzigd { naam: nu.naam.clone() });
        }
        if voor.rollen != nu.rollen {
            events.push(IdentiteitEvent::RollenGewijzigd { rollen: nu.rollen.clone() });
        }
        Ok(events)
    }
}
