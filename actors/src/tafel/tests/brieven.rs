//! Letters: asked for with the melding, made once, read by who may, and told of by the way that the resident chose.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use keukentafel::domain::brief::{Berichtweg, Briefvorm, NietAangekomen};
use keukentafel::domain::ids::{BriefId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::poort::brief::{Briefdrukker, Briefgegevens, DrukFout, GedrukteBrief};
use keukentafel::poort::mail::{Mail, MailFout, Mailbericht, Mailstoring};
use keukentafel::protocol::body::{NieuweBerichtweg, NieuwePersoon, Opdracht};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{BriefWat, Briefstap};
use keukentafel::store::{Journal, Leases, MemoryJournal};
use uuid::Uuid;

use super::nodes::verstrijkt;
use super::tafelgenoot::Tafelgenoot;
use super::{Huis, buurman, emil, emma, linda, maria_zelf, peter};
use crate::limits::{MAIL_BEURT, MAIL_PAUZE, MAIL_PER_KEER};
use crate::weigering::Weigering;

/// Makes letters that say what they were asked to say.
struct Nepdrukker(Mutex<Vec<Briefgegevens>>);

impl Nepdrukker {
    fn gedrukt(&self) -> Vec<Briefgegevens> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Briefdrukker for Nepdrukker {
    fn druk(&self, gegevens: Briefgegevens) -> BoxFuture<'_, Result<GedrukteBrief, DrukFout>> {
        let text = format!("{} {} {:?}", gegevens.naam, gegevens.zaaknummer, gegevens.adres.is_some());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(gegevens);
        let made = GedrukteBrief {
            sjabloon: "ontvangstbevestiging/1".to_owned(),
            pdf: format!("%PDF {text}").into_bytes(),
            html: format!("<p>{text}</p>").into_bytes(),
        };
        Box::pin(std::future::ready(Ok(made)))
    }
}

/// A mail server that answers what it was told to, one after the other, and then takes everything.
#[derive(Default)]
struct Nepmail {
    antwoorden: Mutex<VecDeque<MailFout>>,
    gekregen: Mutex<Vec<Mailbericht>>,
}

impl Nepmail {
    fn gekregen(&self) -> Vec<Mailbericht> {
        self.gekregen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Mail for Nepmail {
    fn verstuur(&self, bericht: Mailbericht) -> BoxFuture<'_, Result<(), MailFout>> {
        self.gekregen.lock().unwrap_or_else(PoisonError::into_inner).push(bericht);
        let next = self.antwoorden.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        Box::pin(std::future::ready(next.map_or(Ok(()), Err)))
    }
}

struct Bureau {
    huis: Huis,
    drukker: Arc<Nepdrukker>,
    mail: Arc<Nepmail>,
}

async fn bureau(antwoorden: impl IntoIterator<Item = MailFout>) -> Bureau {
    op(Arc::new(MemoryJournal::new(Uuid::from_u128(42))), antwoorden).await
}

async fn op(journal: Arc<MemoryJournal>, antwoorden: impl IntoIterator<Item = MailFout>) -> Bureau {
    let drukker = Arc::new(Nepdrukker(Mutex::default()));
    let mail =
        Arc::new(Nepmail { antwoorden: Mutex::new(antwoorden.into_iter().collect()), ..Nepmail::default() });
    let huis = Huis::met_post(
        journal,
        Arc::clone(&drukker) as Arc<dyn Briefdrukker>,
        Arc::clone(&mail) as Arc<dyn Mail>,
    )
    .await;
    Bureau { huis, drukker, mail }
}

impl Bureau {
    /// The letters of a zaak once each of them came so far.
    async fn wacht(&self, wie: &Wie, zaak: ZaakId, stap: Briefstap) -> Vec<BriefWat> {
        let mut progress = self.huis.tafel.projector.vooruitgang();
        loop {
            progress.borrow_and_update();
            let brieven = self.huis.tafel.brieven(wie, zaak).await.unwrap().unwrap();
            if !brieven.is_empty() && brieven.iter().all(|one| one.stap == stap) {
                return brieven;
            }
            progress.changed().await.unwrap();
        }
    }

    async fn kiest(&self, wie: &Wie, persoon: PersoonId, weg: Berichtweg, email: Option<&str>) {
        let keuze = NieuweBerichtweg { weg, email: email.map(str::to_owned) };
        self.huis.doet(wie, Opdracht::KiesBerichtweg { persoon, keuze }).await.unwrap();
    }

    async fn leest(&self, wie: &Wie, zaak: ZaakId, brief: BriefId) -> Option<Vec<u8>> {
        self.huis.tafel.brief(wie, zaak, brief, Briefvorm::Pdf).await.unwrap()
    }
}

// shows C2-L1
#[tokio::test]
async fn a_melding_has_its_letter_in_the_dossier_and_who_it_is_for_reads_it() {
    let post = bureau([]).await;
    let huis = &post.huis;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let brieven = post.wacht(&linda(), zaak, Briefstap::InPortaal).await;
    assert_eq!((brieven.len(), brieven[0].weg), (1, Some(Berichtweg::Portaal)));
    let brief = brieven[0].id;
    let text = post.leest(&maria_zelf(maria), zaak, brief).await.unwrap();
    assert!(String::from_utf8(text).unwrap().contains("Maria Verhoef ZAAK-2026-000001"));
    assert!(post.leest(&linda(), zaak, brief).await.is_some(), "who took it in");
    // Who may know only that it runs, and who may not know of it: the letter is not there, as one that never was.
    for other in [emma(), emil(), peter(), buurman()] {
        assert_eq!(post.leest(&other, zaak, brief).await, None, "{:?}", other.rol);
        assert_eq!(huis.tafel.brieven(&other, zaak).await.unwrap(), None, "{:?}", other.rol);
    }
    huis.toewijzen(zaak, &[&emma()]).await;
    assert!(post.leest(&emma(), zaak, brief).await.is_some(), "who works on it");
    let stranger = BriefId(Uuid::from_u128(404));
    assert_eq!(post.leest(&emma(), zaak, stranger).await, None);
    let other = huis.melding(maria, Zaaktype::MeldingWmo).await;
    assert_eq!(post.leest(&linda(), other, brief).await, None, "of another zaak");
    let looked = huis.journal.audit().into_iter().filter(|(_, row)| row.handeling == "brief.lezen");
    let (seen, refused): (Vec<_>, Vec<_>) = looked.partition(|(_, row)| row.code.is_none());
    assert_eq!((seen.len(), refused.len()), (3, 6), "every look has its line, refused ones too");
    assert!(post.mail.gekregen().is_empty());
}

// shows C2-L1, ENS-S5
#[tokio::test]
async fn of_what_somebody_may_not_know_there_is_no_letter() {
    let post = bureau([]).await;
    let maria = post.huis.maria().await;
    post.huis.tafel.heeft_gevonden(&peter(), [maria]);
    let secret = super::melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    post.huis.doet(&peter(), secret).await.unwrap();
    // What came after it was made.
    let zaak = post.huis.melding(maria, Zaaktype::MeldingWmo).await;
    post.wacht(&linda(), zaak, Briefstap::InPortaal).await;
    assert_eq!(post.drukker.gedrukt().len(), 1, "and nothing of the other");
}

// shows X-32
#[tokio::test]
async fn who_chose_mail_gets_one_that_says_nothing_and_it_stands_in_the_dossier() {
    let post = bureau([]).await;
    let maria = post.huis.maria().await;
    post.kiest(&maria_zelf(maria), maria, Berichtweg::Email, Some("maria@voorbeeld.example")).await;
    let zaak = post.huis.melding(maria, Zaaktype::MeldingWmo).await;
    let brieven = post.wacht(&linda(), zaak, Briefstap::Verstuurd).await;
    let gekregen = post.mail.gekregen();
    assert_eq!((gekregen.len(), gekregen[0].aan.as_str()), (1, "maria@voorbeeld.example"));
    assert_eq!((gekregen[0].brief, gekregen[0].id), (brieven[0].id, brieven[0].id.0));
    assert_eq!(post.huis.journal.unsent(9).await.unwrap(), []);
}

// shows X-32
#[tokio::test]
async fn a_mail_that_is_refused_is_told_and_goes_on_paper() {
    let post = bureau([MailFout::Geweigerd { code: 550 }]).await;
    let maria = post.huis.maria().await;
    post.kiest(&linda(), maria, Berichtweg::Email, Some("weg@voorbeeld.example")).await;
    let zaak = post.huis.melding(maria, Zaaktype::MeldingWmo).await;
    let brieven = post.wacht(&linda(), zaak, Briefstap::NietAangekomen).await;
    assert_eq!(brieven[0].waarom, Some(NietAangekomen::Geweigerd));
    assert_eq!(post.mail.gekregen().len(), 1, "not tried again");
    let gepost = || Opdracht::MeldBriefGepost { zaak, brief: brieven[0].id };
    let refused = post.huis.tafel.voer_uit(&emma(), gepost(), post.huis.kop()).await;
    assert_eq!(refused.map(|_| ()), Err(Weigering::NIET_GEVONDEN), "who sees no content of the zaak");
    post.huis.doet(&linda(), gepost()).await.unwrap();
    post.wacht(&linda(), zaak, Briefstap::Gepost).await;
}

// shows X-32, N-3
#[tokio::test]
async fn where_a_letter_is_is_told_live_and_who_works_on_the_zaak_hears_that_a_mail_did_not_arrive() {
    let post = bureau([MailFout::Geweigerd { code: 550 }]).await;
    let huis = &post.huis;
    let maria = huis.maria().await;
    post.kiest(&linda(), maria, Berichtweg::Email, Some("weg@voorbeeld.example")).await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let brieven = post.wacht(&emma(), zaak, Briefstap::NietAangekomen).await;
    let onbezorgd = |wie: Wie| async move {
        huis.tafel.nieuw(&wie).await.unwrap().onbezorgd.into_iter().map(|one| one.brief).collect::<Vec<_>>()
    };
    assert_eq!(onbezorgd(emma()).await, [brieven[0].id]);
    assert!(onbezorgd(emil()).await.is_empty() && onbezorgd(linda()).await.is_empty());
    let (mut page, mut bell) = (Tafelgenoot::new(emma()), Tafelgenoot::new(emma()));
    page.volgt(huis, Topic::ZaakBrieven(zaak)).await.unwrap();
    bell.volgt(huis, Topic::Nieuw(emma().id)).await.unwrap();
    let begin = page.gehoord();
    let first = &begin.last().unwrap()["b"]["items"][0];
    assert_eq!(first["stap"], "niet_aangekomen");
    assert!(!first.to_string().contains("weg@"), "no address");
    bell.gehoord();
    for other in [emil(), peter(), buurman()] {
        let refused = Tafelgenoot::new(other).volgt(huis, Topic::ZaakBrieven(zaak)).await;
        assert_eq!(refused.map(|_| ()), Err(Weigering::NIET_GEVONDEN));
    }
    huis.doet(&linda(), Opdracht::MeldBriefGepost { zaak, brief: brieven[0].id }).await.unwrap();
    let heard = page.gehoord();
    let now = &heard.last().unwrap()["b"]["items"][0];
    assert_eq!(now["stap"], "gepost");
    assert_eq!(now["mail_mislukt_op"], first["mail_mislukt_op"], "that it went wrong stays told");
    assert_eq!(bell.gehoord().last().unwrap()["b"]["onbezorgd"], serde_json::json!([]));
}

// shows X-32
#[tokio::test(start_paused = true)]
async fn a_mail_server_that_is_down_is_asked_again() {
    let down = MailFout::Later(Mailstoring::Onbereikbaar);
    let post = bureau([down, MailFout::Later(Mailstoring::Uitgesteld(451)), down]).await;
    let maria = post.huis.maria().await;
    post.kiest(&linda(), maria, Berichtweg::Email, Some("maria@voorbeeld.example")).await;
    let zaak = post.huis.melding(maria, Zaaktype::MeldingWmo).await;
    post.wacht(&linda(), zaak, Briefstap::Verstuurd).await;
    let gekregen = post.mail.gekregen();
    assert_eq!(gekregen.len(), 4);
    assert!(gekregen.iter().all(|one| one.id == gekregen[0].id), "one mail, however often it goes");
}

// shows X-32: a mail that is put off keeps no other from going
#[tokio::test]
async fn however_many_are_put_off_the_next_one_has_its_turn() {
    let later = MailFout::Later(Mailstoring::Uitgesteld(451));
    let first = bureau(std::iter::repeat_n(later, 10_000)).await;
    let maria = first.huis.maria().await;
    first.kiest(&linda(), maria, Berichtweg::Email, Some("maria@voorbeeld.example")).await;
    let mut last = first.huis.melding(maria, Zaaktype::MeldingWmo).await;
    for _ in 0..MAIL_PER_KEER {
        last = first.huis.melding(maria, Zaaktype::MeldingWmo).await;
    }
    first.wacht(&linda(), last, Briefstap::Onderweg).await;
    let journal = Arc::clone(&first.huis.journal);
    drop(first);
    let second = op(journal, std::iter::repeat_n(later, MAIL_PER_KEER)).await;
    second.wacht(&linda(), last, Briefstap::Verstuurd).await;
    let tried = second.mail.gekregen();
    let ids: HashSet<_> = tried.iter().take(MAIL_PER_KEER + 1).map(|one| one.id).collect();
    assert_eq!(ids.len(), MAIL_PER_KEER + 1, "each has its turn before any has another");
}

// shows X-32
#[tokio::test]
async fn what_waits_in_the_outbox_goes_after_a_crash_and_what_was_made_is_not_made_again() {
    let first = bureau(std::iter::repeat_n(MailFout::Later(Mailstoring::TeLaat), 1_000)).await;
    let maria = first.huis.maria().await;
    first.kiest(&linda(), maria, Berichtweg::Email, Some("maria@voorbeeld.example")).await;
    let zaak = first.huis.melding(maria, Zaaktype::MeldingWmo).await;
    let made = first.wacht(&linda(), zaak, Briefstap::Onderweg).await;
    let journal = Arc::clone(&first.huis.journal);
    drop(first);
    let second = op(journal, []).await;
    let sent = second.wacht(&linda(), zaak, Briefstap::Verstuurd).await;
    assert_eq!((sent[0].id, sent[0].gemaakt_op), (made[0].id, made[0].gemaakt_op));
    assert!(second.drukker.gedrukt().is_empty());
    assert_eq!(second.mail.gekregen().len(), 1);
}

// shows X-32
#[tokio::test]
async fn who_cannot_log_in_gets_paper_with_their_address_and_others_none() {
    let post = bureau([]).await;
    let huis = &post.huis;
    let typed = |bsn: Option<&str>| NieuwePersoon {
        bsn: bsn.map(str::to_owned),
        voornamen: "Jan".to_owned(),
        voorvoegsel: None,
        achternaam: "Zonder".to_owned(),
        geboortedatum: None,
        telefoon: None,
        adres: Some(keukentafel::protocol::view::AdresWat {
            straat: "Turfkade".to_owned(),
            huisnummer: "18".to_owned(),
            postcode: "9999 XA".to_owned(),
            plaats: "Wiedermeer".to_owned(),
        }),
    };
    let known =
        async |bsn| PersoonId(huis.doet(&linda(), Opdracht::RegistreerPersoon(typed(bsn))).await.unwrap().id);
    let jan = known(None).await;
    // Mail says where to log in, which Jan cannot.
    post.kiest(&linda(), jan, Berichtweg::Email, Some("jan@voorbeeld.example")).await;
    let zaak = huis.melding(jan, Zaaktype::MeldingWmo).await;
    post.wacht(&linda(), zaak, Briefstap::TePosten).await;
    let piet = known(Some("123456782")).await;
    let zaak = huis.melding(piet, Zaaktype::MeldingWmo).await;
    post.wacht(&linda(), zaak, Briefstap::InPortaal).await;
    let gedrukt = post.drukker.gedrukt();
    let shown: Vec<_> = gedrukt.iter().map(|one| (one.adres.is_some(), one.kan_inloggen)).collect();
    assert_eq!(shown, [(true, false), (false, true)]);
}

// shows
#[tokio::test]
async fn a_resident_chooses_for_themselves_and_an_address_is_one() {
    let post = bureau([]).await;
    let huis = &post.huis;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let asks = async |wie: Wie, persoon, email: &str| {
        let keuze = NieuweBerichtweg { weg: Berichtweg::Email, email: Some(email.to_owned()) };
        let done = huis.tafel.voer_uit(&wie, Opdracht::KiesBerichtweg { persoon, keuze }, huis.kop()).await;
        done.map(|_| ())
    };
    for wrong in
        ["maria", "maria@", "@nl", "maria@nl", "a b@c.nl", "a@b..nl", "a@b.nl\r\nBcc: c@d.nl", "a@-b.nl"]
    {
        let told = asks(maria_zelf(maria), maria, wrong).await;
        assert!(matches!(told, Err(Weigering::Velden(_))), "{wrong}: {told:?}");
    }
    assert_eq!(asks(maria_zelf(maria), dylan, "m@voorbeeld.nl").await, Err(Weigering::NIET_GEVONDEN));
    assert_eq!(asks(peter(), maria, "m@voorbeeld.nl").await, Err(Weigering::NIET_GEVONDEN));
    assert_eq!(asks(maria_zelf(maria), maria, "m@voorbeeld.nl").await, Ok(()));
    let seen = huis.tafel.berichtweg(&maria_zelf(maria), maria).await.unwrap().unwrap();
    assert_eq!(
        (seen.weg, seen.email.as_deref(), seen.gekozen),
        (Berichtweg::Email, Some("m@voorbeeld.nl"), true)
    );
    assert!(huis.tafel.berichtweg(&peter(), maria).await.unwrap().is_none());
}

// shows X-32, G10: what is due and is another node's to send
#[tokio::test(start_paused = true)]
async fn a_node_that_may_not_send_what_is_due_asks_for_its_turn_with_a_pause() {
    const HOUR: Duration = Duration::from_secs(3600);
    let post = bureau(std::iter::repeat_n(MailFout::Later(Mailstoring::TeLaat), 1_000)).await;
    let maria = post.huis.maria().await;
    post.kiest(&linda(), maria, Berichtweg::Email, Some("maria@voorbeeld.example")).await;
    post.huis.melding(maria, Zaaktype::MeldingWmo).await;
    let journal = &post.huis.journal;
    // It is put off for longer each time; in between the turn comes free, and somebody else takes it.
    verstrijkt(MAIL_BEURT).await;
    while journal.take_lease("berichten", "n9", HOUR).await.unwrap().is_none() {
        verstrijkt(Duration::from_secs(1)).await;
    }
    let tried = post.mail.gekregen().len();
    verstrijkt(4 * MAIL_BEURT).await;
    let before = journal.leases_asked("berichten");
    verstrijkt(10 * MAIL_PAUZE).await;
    let asked = journal.leases_asked("berichten") - before;
    assert!((9..=11).contains(&asked), "{asked}");
    assert_eq!(post.mail.gekregen().len(), tried);
}
