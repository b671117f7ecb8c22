//! Plans.

use keukentafel::protocol::problem::Bewaard::{Lokaal, Nee};

use super::{Tekst, t};

pub(super) const TEKSTEN: &[Tekst] = &[
    t("plan.bestaat_al", 409, "Dit is er al", "Ga verder met wat er al is.", Nee),
    t(
        "plan.afgesloten",
        409,
        "Dit plan is afgesloten",
        "Het blijft te lezen, maar verandert niet meer. Start een nieuw plan als dat nodig is.",
        Lokaal,
    ),
    t(
        "plan.verantwoordelijk_blijft",
        409,
        "Deze regisseur is verantwoordelijk",
        "Draag het plan eerst over aan een andere regisseur. Daarna kan deze weg.",
        Nee,
    ),
    t(
        "plan.geen_regisseur",
        422,
        "Deze collega is geen regisseur van dit plan",
        "Maak de collega eerst regisseur van dit plan. Draag het daarna over.",
        Lokaal,
    ),
    t(
        "plan.geen_lid",
        422,
        "Deze persoon hoort niet bij de groep",
        "Kies iemand van de groep, of de groep als geheel.",
        Lokaal,
    ),
    t("plan.doel_afgerond", 409, "Dit doel is al afgerond", "Stel een nieuw doel als dat nodig is.", Lokaal),
    t(
        "plan.herinnering",
        422,
        "De herinnering komt na de dag zelf",
        "Kies voor de herinnering een eerdere dag.",
        Lokaal,
    ),
    t(
        "plan.dag",
        422,
        "Deze dag kan niet",
        "Kies voor de actie en de herinnering vandaag of later, en hoogstens vijf jaar vooruit.",
        Lokaal,
    ),
    t(
        "plan.vol",
        409,
        "Dit plan zit vol",
        "Er kan niets meer bij. Sluit het plan af en start een nieuw plan.",
        Lokaal,
    ),
    t(
        "plan.alleen_groep",
        422,
        "Dit is van één lid van de groep",
        "Wat over iemand zelf gaat, ziet diegene altijd. U kunt alleen iets achterhouden dat voor de hele groep is.",
        Lokaal,
    ),
    t(
        "plan.achterhouden_tot",
        422,
        "De laatste dag klopt niet",
        "Kies vandaag of een latere dag, op zijn laatst over een half jaar.",
        Lokaal,
    ),
    t(
        "plan.achterhouden_herzien",
        422,
        "De dag om opnieuw te kijken klopt niet",
        "Kies een dag van vandaag tot en met de laatste dag.",
        Lokaal,
    ),
    t(
        "plan.reacties_wachten",
        409,
        "U hebt al veel geschreven",
        "Wacht tot iemand dat heeft gelezen. Kan het niet wachten? Bel ons.",
        Lokaal,
    ),
    t(
        "plan.meldingen_wachten",
        409,
        "U hebt dit al vaak gemeld",
        "Wacht tot iemand dat heeft gezien. Kan het niet wachten? Bel ons.",
        Lokaal,
    ),
    t(
        "plan.reacties_vol",
        409,
        "Er kan geen reactie meer bij",
        "Wilt u nog iets zeggen over het plan? Bel ons.",
        Lokaal,
    ),
    t(
        "plan.al_beantwoord",
        409,
        "Deze reactie heeft al een antwoord",
        "Het antwoord staat bij de reactie. Wilt u meer zeggen? Bel het lid van de groep.",
        Lokaal,
    ),
    t(
        "plan.al_gemeld",
        409,
        "Dit is intussen al gemeld",
        "Het is al gezegd, door u of door iemand anders. Wat u schreef, is nog niet verstuurd. Het staat hier nog.",
        Lokaal,
    ),
    t(
        "plan.niet_gemeld",
        409,
        "Deze actie is niet gemeld",
        "Iemand heeft er al iets mee gedaan. Op de pagina ziet u hoe het nu staat.",
        Lokaal,
    ),
    t(
        "plan.eigenaar_ziet_dit_niet",
        422,
        "Deze collega ziet dit deel van het plan niet",
        "Kies een regisseur. Of kies een collega die in dit plan aan een zaak van deze persoon werkt.",
        Lokaal,
    ),
];
