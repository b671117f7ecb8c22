use uuid::Uuid;

use super::*;
use crate::domain::check::{check, ik};
use crate::domain::ids::{PersoonId, ZaakId};
use crate::domain::medewerker::Rol;
use crate::domain::zaaktype::Zaaktype;
use crate::limits::{AANVULLINGEN_MAX, MELDINGEN_PER_CONTACT_MAX};

const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const DYLAN: PersoonId = PersoonId(Uuid::from_u128(6));

fn melding(n: u128, persoon: PersoonId, zaaktype: Zaaktype) -> Contactmelding {
    Contactmelding { zaak: ZaakId(Uuid::from_u128(n)), persoon, zaaktype }
}

fn twee() -> Vec<Contactmelding> {
    vec![melding(20, MARIA, Zaaktype::MeldingWmo), melding(21, DYLAN, Zaaktype::AanvraagJeugdhulp)]
}

fn antwoord(vraag: Verslagvraag) -> Antwoord {
    Antwoord { vraag, tekst: "Het lukt niet meer.".into() }
}

fn spreker() -> Spreker {
    Spreker::Persoon { persoon: MARIA, naam: "Maria Verhoef".into(), telefoon: None }
}

fn registreer(verslag: Vec<Antwoord>, meldingen: Vec<Contactmelding>) -> ContactCommand {
    let controle = Identiteitscontrole::Identiteitsbewijs;
    ContactCommand::Registreer { kanaal: Kanaal::Balie, spreker: spreker(), controle, verslag, meldingen }
}

fn geregistreerd(auteur: MedewerkerId, verslag: Vec<Antwoord>) -> ContactEvent {
    ContactEvent::ContactGeregistreerd {
        kanaal: Kanaal::Balie,
        spreker: spreker(),
        controle: Identiteitscontrole::Identiteitsbewijs,
        sjabloon: VERSLAG_SJABLOON,
        verslag,
        meldingen: twee(),
        auteur,
    }
}

// shows C2-N5, C2-L2
#[test]
fn one_contact_has_two_meldingen_and_one_report_in_the_order_of_its_questions() {
    let asked = vec![antwoord(Verslagvraag::Veiligheid), antwoord(Verslagvraag::Hulpvraag)];
    let then = vec![antwoord(Verslagvraag::Hulpvraag), antwoord(Verslagvraag::Veiligheid)];
    check::<Contact>(Rol::Frontoffice, &[], registreer(asked, twee()), Ok(vec![geregistreerd(ik(), then)]));
}

// shows C2-L1
#[test]
fn what_cannot_be_a_contact_is_refused() {
    let verslag = || vec![antwoord(Verslagvraag::Hulpvraag)];
    let same = vec![melding(20, MARIA, Zaaktype::MeldingWmo), melding(21, MARIA, Zaaktype::MeldingWmo)];
    let crowd = (0..=MELDINGEN_PER_CONTACT_MAX as u128)
        .map(|n| melding(100 + n, PersoonId(Uuid::from_u128(n)), Zaaktype::MeldingWmo))
        .collect();
    let hidden = vec![melding(20, MARIA, Zaaktype::OnderzoekRechtmatigheid)];
    for (verslag, meldingen, refusal) in [
        (verslag(), vec![], ContactRefusal::Meldingen),
        (verslag(), crowd, ContactRefusal::Meldingen),
        (verslag(), same, ContactRefusal::DubbeleMelding),
        (verslag(), hidden, ContactRefusal::NietBevoegd),
        (vec![], twee(), ContactRefusal::VerslagLeeg),
        (
            vec![antwoord(Verslagvraag::Situatie), antwoord(Verslagvraag::Situatie)],
            twee(),
            ContactRefusal::DubbeleVraag,
        ),
    ] {
        check::<Contact>(Rol::Frontoffice, &[], registreer(verslag, meldingen), Err(refusal));
    }
    check::<Contact>(Rol::Bestuur, &[], registreer(verslag(), twee()), Err(ContactRefusal::NietBevoegd));
}

// shows C2-L2, C2-N5
#[test]
fn only_its_author_adds_to_a_report_and_not_for_ever() {
    let own = geregistreerd(ik(), vec![antwoord(Verslagvraag::Hulpvraag)]);
    let added = ContactEvent::VerslagAangevuld { tekst: "Zij belde terug.".into() };
    let add = ContactCommand::VulVerslagAan("Zij belde terug.".into());
    check::<Contact>(Rol::Frontoffice, std::slice::from_ref(&own), add.clone(), Ok(vec![added.clone()]));
    let theirs = geregistreerd(MedewerkerId(Uuid::from_u128(2)), vec![antwoord(Verslagvraag::Hulpvraag)]);
    check::<Contact>(Rol::Frontoffice, &[theirs], add.clone(), Err(ContactRefusal::NietBevoegd));
    check::<Contact>(Rol::Frontoffice, &[], add.clone(), Err(ContactRefusal::Onbekend));
    let full: Vec<_> = std::iter::once(own).chain(std::iter::repeat_n(added, AANVULLINGEN_MAX)).collect();
    check::<Contact>(Rol::Frontoffice, &full, add, Err(ContactRefusal::TeVeelAanvullingen));
}

// shows C2-N5, C2-K2
#[test]
fn a_confidential_melding_shares_no_report_with_another() {
    let verslag = || vec![antwoord(Verslagvraag::Hulpvraag)];
    let secret = melding(20, MARIA, Zaaktype::OnderzoekRechtmatigheid);
    let beside = vec![secret, melding(21, DYLAN, Zaaktype::MeldingWmo)];
    let refused = Err(ContactRefusal::MeldingApart);
    check::<Contact>(Rol::ConsulentInkomen, &[], registreer(verslag(), beside), refused);
    let alone = ContactEvent::ContactGeregistreerd {
        kanaal: Kanaal::Balie,
        spreker: spreker(),
        controle: Identiteitscontrole::Identiteitsbewijs,
        sjabloon: VERSLAG_SJABLOON,
        verslag: verslag(),
        meldingen: vec![secret],
        auteur: ik(),
    };
    check::<Contact>(Rol::ConsulentInkomen, &[], registreer(verslag(), vec![secret]), Ok(vec![alone]));
}
