//! Protected dossiers.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t(
        "bescherming.bestaat_al",
        409,
        "Dit dossier is al beschermd",
        "Ververs de lijst. Wijzig daar wie eraan mag werken.",
        Nee,
    ),
    t(
        "bescherming.geen",
        409,
        "Dit dossier is niet beschermd",
        "Ververs de lijst om te zien hoe het nu staat.",
        Nee,
    ),
    t(
        "bescherming.periode",
        422,
        "Deze dagen kunnen niet",
        "Begin vandaag of later. De laatste dag ligt niet voor de eerste dag en niet in het verleden.",
        Lokaal,
    ),
    t(
        "bescherming.medewerkers",
        422,
        "Kies wie aan dit dossier mag werken",
        "Kies minstens 1 en hoogstens 50 medewerkers.",
        Lokaal,
    ),
    t(
        "bescherming.eigen_dossier",
        403,
        "Dit is uw eigen dossier",
        "Vraag een collega om dit te doen.",
        Lokaal,
    ),
    t(
        "bescherming.niet_genoemd",
        403,
        "Dit werk kan niet naar deze collega",
        "Dit dossier is beschermd. De collega staat niet bij wie eraan mag werken. Vraag het de privacyfunctionaris.",
        Lokaal,
    ),
];
