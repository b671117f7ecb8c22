use std::collections::BTreeSet;

use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::zaaktype::Zaaktype;

use super::data::{GESPREK_OVER, INWONERS, ZAKEN};
use super::personas::{GEMEENTE, PERSONAS, command_id, persona};
use super::samen::PAAR;

#[test]
fn each_persona_of_the_list_is_there_with_an_id_of_its_own() {
    let named = "samira peter abdul sara miriam maria linda kevin emma werkverdeler wijkteammanager regisseur kcc \
                 backoffice huub medewerker-budgetbeheer trajectbegeleider ketenpartner privacyfunctionaris controller \
                 beleidsanalist inkoper pc bestuur buurman vervanger toetser regisseur2 noor gemachtigde ingrid";
    for woord in named.split_whitespace() {
        assert!(persona(woord).is_some(), "{woord}");
    }
    assert!(super::boek().is_ok(), "every persona has the roles of a person");
    let ids: BTreeSet<_> = PERSONAS.iter().map(|persona| persona.id()).collect();
    assert_eq!(ids.len(), PERSONAS.len());
    assert_eq!(named.split_whitespace().count(), PERSONAS.len());
    for id in ids.iter().map(|id| id.0).chain([GEMEENTE.0, command_id(1)]) {
        assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
    }
}

#[test]
fn the_data_fits_together() {
    for inwoner in INWONERS.iter().chain(&PAAR) {
        assert!(Bsn::parse(inwoner.bsn).is_ok(), "{}", inwoner.voornamen);
        assert!(inwoner.bsn.starts_with("9999"));
        assert!(inwoner.persona.is_none_or(|woord| persona(woord).is_some()));
    }
    for zaak in ZAKEN {
        assert!(zaak.inwoner < INWONERS.len() - 1, "the last person has no zaak: it closes the row");
        assert!(Zaaktype::from_code(zaak.zaaktype).is_some());
        assert!(zaak.behandelaars.iter().all(|woord| persona(woord).is_some_and(|who| who.rol.behandelt())));
    }
    assert!(GESPREK_OVER.iter().all(|at| *at < ZAKEN.len()));
}
