//! May this happen to a contact?

use super::{
    Antwoord, Contact, ContactCommand, ContactEvent, ContactRefusal, Contactmelding, VERSLAG_SJABLOON,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag, mag_beginnen};
use crate::limits::{AANVULLINGEN_MAX, MELDINGEN_PER_CONTACT_MAX};

impl Aggregate for Contact {
    type Command = ContactCommand;
    type Event = ContactEvent;
    type Refusal = ContactRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &ContactCommand,
        context: &Context,
    ) -> Result<Vec<ContactEvent>, ContactRefusal> {
        match (command, self) {
            (
                ContactCommand::Registreer { kanaal, spreker, controle, verslag, meldingen },
                Self::Onbekend,
            ) => {
                keur_meldingen(meldingen, context)?;
                Ok(vec![ContactEvent::ContactGeregistreerd {
                    kanaal: *kanaal,
                    spreker: spreker.clone(),
                    controle: *controle,
                    sjabloon: VERSLAG_SJABLOON,
                    verslag: op_volgorde(verslag)?,
                    meldingen: meldingen.clone(),
                    auteur: context.wie.id,
                }])
            }
            (ContactCommand::Registreer { .. }, Self::Geregistreerd(_)) => Err(ContactRefusal::BestaatAl),
            (ContactCommand::VulVerslagAan(_), Self::Onbekend) => Err(ContactRefusal::Onbekend),
            (ContactCommand::VulVerslagAan(tekst), Self::Geregistreerd(inhoud)) => {
                if inhoud.auteur != context.wie.id {
                    return Err(ContactRefusal::NietBevoegd);
                }
                if inhoud.aanvullingen.len() >= AANVULLINGEN_MAX {
                    return Err(ContactRefusal::TeVeelAanvullingen);
                }
                Ok(vec![ContactEvent::VerslagAangevuld { tekst: tekst.clone() }])
            }
        }
    }

    fn evolve(self, event: &ContactEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

fn keur_meldingen(meldingen: &[Contactmelding], context: &Context) -> Result<(), ContactRefusal> {
    let may = mag(context.wie.rol, Handeling::MeldingRegistreren)
        && meldingen.iter().all(|melding| mag_beginnen(&context.wie, melding.zaaktype));
    if !may {
        return Err(ContactRefusal::NietBevoegd);
    }
    if meldingen.is_empty() || meldingen.len() > MELDINGEN_PER_CONTACT_MAX {
        return Err(ContactRefusal::Meldingen);
    }
    if meldingen.len() > 1 && meldingen.iter().any(|melding| melding.zaaktype.vertrouwelijk()) {
        return Err(ContactRefusal::MeldingApart);
    }
    let mut about: Vec<_> = meldingen.iter().map(|melding| (melding.persoon, melding.zaaktype)).collect();
    about.sort_unstable();
    about.dedup();
    if about.len() < meldingen.len() { Err(ContactRefusal::DubbeleMelding) } else { Ok(()) }
}

/// The answers in the order of their questions, each question once.
fn op_volgorde(verslag: &[Antwoord]) -> Result<Vec<Antwoord>, ContactRefusal> {
    if verslag.is_empty() {
        return Err(ContactRefusal::VerslagLeeg);
    }
    let mut answers = verslag.to_vec();
    answers.sort_by_key(|antwoord| antwoord.vraag);
    let twice = answers.windows(2).any(|pair| matches!(pair, [a, b] if a.vraag == b.vraag));
    if twice { Err(ContactRefusal::DubbeleVraag) } else { Ok(answers) }
}
