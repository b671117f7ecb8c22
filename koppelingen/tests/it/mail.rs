//! The adapter against the simulator, over real sockets.

use std::collections::BTreeMap;
use std::time::Duration;

use keukentafel::domain::ids::{BriefId, GemeenteId};
use keukentafel::poort::mail::{Mail, MailFout, Mailbericht, Mailstoring};
use keukentafel_koppelingen::mail::{MailConfig, MailSmtp};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::proces::{Sim, folder};

const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));

fn sender(sim: &Sim) -> MailSmtp {
    MailSmtp::new(MailConfig {
        url: sim.smtp.clone().unwrap(),
        van: "geen-antwoord@wiedermeer.example".into(),
        inlog: None,
        portaal: "https://kt.example/portaal".into(),
        gemeenten: BTreeMap::from([(GEMEENTE, "Gemeente Wiedermeer".into())]),
    })
    .unwrap()
}

fn bericht(n: u128) -> Mailbericht {
    Mailbericht {
        id: Uuid::from_u128(n),
        gemeente: GEMEENTE,
        aan: "maria@voorbeeld.example".into(),
        brief: BriefId(Uuid::from_u128(n)),
        sinds: 0,
    }
}

async fn mails(sim: &Sim) -> Vec<Value> {
    let got = sim.get("/_mails").await;
    got["mails"].as_array().unwrap().clone()
}

// shows X-32
#[tokio::test]
async fn a_mail_arrives_whole_and_says_nothing_of_the_matter() {
    let folder = folder();
    let mut sim = Sim::mail(folder.path());
    sender(&sim).verstuur(bericht(7)).await.unwrap();
    let got = mails(&sim).await;
    assert_eq!(got.len(), 1);
    let mail = &got[0]["mail"];
    assert_eq!((mail["aan"][0].as_str(), mail["keren"].as_u64()), (Some("maria@voorbeeld.example"), Some(1)));
    let text = mail["tekst"].as_str().unwrap();
    assert!(text.contains("https://kt.example/portaal") && text.contains("Gemeente Wiedermeer"), "{text}");
    sim.kill();
    let again = Sim::mail(folder.path());
    assert_eq!(mails(&again).await, got, "what it took survives kill -9");
}

// shows X-32
#[tokio::test]
async fn what_the_other_side_says_is_known_for_what_it_is() {
    let folder = folder();
    let sim = Sim::mail(folder.path());
    let cases = [
        (json!({"weg": "503"}), MailFout::Later(Mailstoring::Uitgesteld(421))),
        (json!({"weg": "dicht"}), MailFout::Later(Mailstoring::Onbereikbaar)),
        (json!({"uitgesteld": true}), MailFout::Later(Mailstoring::Uitgesteld(451))),
        (json!({"geweigerd": true}), MailFout::Geweigerd { code: 550 }),
        (json!({"dubbel": true}), MailFout::Later(Mailstoring::Onbereikbaar)),
    ];
    for (n, (storing, expected)) in (1..).zip(cases) {
        sim.storing(storing.clone()).await;
        assert_eq!(sender(&sim).verstuur(bericht(n)).await, Err(expected), "{storing}");
    }
    sim.storing(json!({})).await;
    let got = mails(&sim).await;
    assert_eq!(got.len(), 1, "only the one that it kept and said nothing of");
}

// shows X-32
#[tokio::test]
async fn a_mail_that_goes_twice_is_one_mail() {
    let folder = folder();
    let sim = Sim::mail(folder.path());
    sim.storing(json!({"dubbel": true})).await;
    assert!(sender(&sim).verstuur(bericht(7)).await.is_err());
    sim.storing(json!({})).await;
    sender(&sim).verstuur(bericht(7)).await.unwrap();
    let got = mails(&sim).await;
    assert_eq!((got.len(), got[0]["mail"]["keren"].as_u64()), (1, Some(2)));
}

#[tokio::test]
async fn a_server_that_is_gone_or_slow_holds_nobody_for_ever() {
    let folder = folder();
    let mut sim = Sim::mail(folder.path());
    sim.storing(json!({"traag": 200})).await;
    let begun = std::time::Instant::now();
    sender(&sim).verstuur(bericht(1)).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(200));
    let sender = sender(&sim);
    sim.kill();
    let gone = Err(MailFout::Later(Mailstoring::Onbereikbaar));
    assert_eq!(sender.verstuur(bericht(2)).await, gone);
}
