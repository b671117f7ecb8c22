use uuid::Uuid;

use super::*;
use keukentafel::domain::ids::BriefId;

fn config(url: &str) -> MailConfig {
    MailConfig {
        url: url.into(),
        van: "geen-antwoord@wiedermeer.example".into(),
        inlog: Some(("kt".into(), "niet-om-te-lezen".into())),
        portaal: "https://kt.example/portaal".into(),
        gemeenten: BTreeMap::from([(GemeenteId(Uuid::from_u128(9)), "Gemeente Wiedermeer".into())]),
    }
}

fn mail(aan: &str) -> Mailbericht {
    Mailbericht {
        id: Uuid::from_u128(7),
        gemeente: GemeenteId(Uuid::from_u128(9)),
        aan: aan.into(),
        brief: BriefId(Uuid::from_u128(7)),
        sinds: 0,
    }
}

// shows X-32
#[test]
fn a_mail_says_where_and_never_what() {
    let sender = MailSmtp::new(config("smtps://mail.example")).unwrap();
    let text =
        String::from_utf8(sender.bericht(&mail("maria@voorbeeld.example")).unwrap().formatted()).unwrap();
    for there in [
        "To: maria@voorbeeld.example",
        "Message-ID: <00000000-0000-0000-0000-000000000007@wiedermeer.example>",
        "Auto-Submitted: auto-generated",
        "Subject: Er staat een bericht voor u klaar",
        "https://kt.example/portaal",
    ] {
        assert!(text.contains(there), "{there} in {text}");
    }
    for not in ["ZAAK-", "Wmo", "melding", "Maria Verhoef"] {
        assert!(!text.contains(not), "{not} in {text}");
    }
}

#[test]
fn what_is_no_address_goes_nowhere() {
    let sender = MailSmtp::new(config("smtps://mail.example")).unwrap();
    for wrong in ["", "maria", "maria@", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl"] {
        assert_eq!(sender.bericht(&mail(wrong)).map(drop), Err(MailFout::GeenAdres), "{wrong:?}");
    }
}

#[test]
fn a_server_is_named_with_its_protocol_and_nothing_else() {
    assert_eq!(server("smtps://mail.nl"), Some((true, "mail.nl", 465)));
    assert_eq!(server("smtp://mail.nl:2525/"), Some((false, "mail.nl", 2525)));
    for wrong in
        ["mail.nl", "http://mail.nl", "smtp://", "smtp://a b", "smtp://mail.nl:x", "smtp://u:p@mail.nl"]
    {
        assert_eq!(server(wrong), None, "{wrong}");
    }
    assert!(MailSmtp::new(MailConfig { van: "niemand".into(), ..config("smtps://mail.nl") }).is_err());
}

#[test]
fn nothing_shows_the_password_or_the_address() {
    let shown = format!("{:?}{:?}", config("smtps://mail.nl"), mail("maria@voorbeeld.example"));
    assert!(!shown.contains("niet-om-te-lezen") && !shown.contains("maria"), "{shown}");
}
