//! A look goes on after its line in the trail: what it reads then may take longer than sight of the feed lasts.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use keukentafel::domain::bevoegdheid::{Tijdreisdoel, Toegang};
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::domain::ids::{DocumentId, GesprekId, PersoonId, PlanId};
use keukentafel::store::AuditFilter;

use super::besluiten::verslag;
use super::nodes::verstrijkt;
use super::*;
use crate::bus::Others;
use crate::tafel::Tijdlijnvraag;

/// A look, and whether something was shown.
type Kijkt<'a> = Pin<Box<dyn Future<Output = Result<bool, Weigering>> + 'a>>;

/// What is there to look at.
struct Dossier {
    dylan: PersoonId,
    zaak: ZaakId,
    gesprek: GesprekId,
    document: DocumentId,
    plan: PlanId,
}

/// Maria, her son Dylan, his zaak with a report, and a plan of the two.
async fn dossier(huis: &Huis) -> (PersoonId, Dossier) {
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let document = verslag(huis, zaak, &kevin(), &[&kevin(), &emma()]).await;
    let gesprek = huis.tafel.document(&kevin(), document).await.unwrap().unwrap().gesprek;
    let plan = huis.plan(&rianne(), huis.groep(&rianne(), &[maria, dylan]).await).await;
    huis.beschermt(maria, &[&rianne()]).await;
    (maria, Dossier { dylan, zaak, gesprek, document, plan })
}

/// Every way to look that reads the journal after the trail took it, or before.
fn all_ways<'a>(tafel: &'a Tafel, wie: &'a [Wie; 4], there: &'a Dossier) -> Vec<(&'static str, Kijkt<'a>)> {
    let Dossier { dylan, zaak, gesprek, document, plan } = *there;
    let [kevin, rianne, pieter, maria] = wie;
    let trail = {
        let (from, until) = (Moment::from_micros(0), Moment::from_micros(i64::MAX));
        AuditFilter::periode(GEMEENTE, from, until, 10)
    };
    macro_rules! ways {
        ($($naam:literal => $look:expr),+ $(,)?) => {
            vec![$(($naam, Box::pin(async move { Ok($look.await?.is_some()) }) as Kijkt<'a>)),+]
        };
    }
    ways! {
        "zaak" => tafel.zaak(kevin, zaak),
        "persoon" => tafel.persoon(kevin, dylan),
        "gesprek" => tafel.gesprek(kevin, gesprek),
        "document" => tafel.document(kevin, document),
        "tekst" => tafel.tekst(kevin, document),
        "kantlijn" => tafel.kantlijn(kevin, document),
        "versies" => tafel.versies(kevin, document),
        "versie" => tafel.versie(kevin, document, 1),
        "tijdreis" => tafel.tijdreis(kevin, zaak, (None, None), Tijdreisdoel::Behandeling),
        "plan" => tafel.plan(rianne, plan),
        "tijdlijn" => tafel.plan_tijdlijn(rianne, plan, Tijdlijnvraag::default(), None, 10),
        "sporen" => async { tafel.sporen(pieter, &trail).await },
        "openingen" => tafel.openingen(pieter),
        "inzage" => tafel.mijn_inzage(maria, None),
        "concept" => async { tafel.concept(kevin, (Conceptsoort::Besluit, Some(zaak.0))).await.map(Some) },
    }
}

// shows G27: what was allowed when it was asked may have ended while it was read
#[tokio::test(start_paused = true)]
async fn a_look_that_reads_for_longer_than_sight_lasts_shows_nothing() {
    for (waited, shown) in [(Duration::from_secs(2), true), (Duration::from_secs(5), false)] {
        let first = Huis::open().await;
        let (maria, there) = dossier(&first).await;
        // Nobody of whom it reads is awake at another node.
        let huis = Huis::met_anderen(Arc::clone(&first.journal), 1, Others::ByRecord).await;
        let wie = [kevin(), rianne(), pieter(), maria_zelf(maria)];
        huis.journal.hold_reads();
        let later = async {
            verstrijkt(waited).await;
            huis.journal.release_reads();
        };
        let (namen, looks): (Vec<_>, Vec<_>) = all_ways(&huis.tafel, &wie, &there).into_iter().unzip();
        let (found, ()) = tokio::join!(futures_util::future::join_all(looks), later);
        assert!(huis.tafel.is_healthy(), "the feed is seen all the while");
        for (naam, found) in namen.into_iter().zip(found) {
            let then = if shown { Ok(true) } else { Err(Weigering::GeenZicht) };
            assert_eq!(found, then, "{naam} after {waited:?}");
        }
    }
}

// shows G27, N-12: nothing that came after a right ended is read by it
#[tokio::test(start_paused = true)]
async fn who_loses_the_right_while_it_is_read_is_shown_nothing() {
    let first = Huis::open().await;
    let (_, there) = dossier(&first).await;
    let huis = Huis::met_anderen(Arc::clone(&first.journal), 1, Others::ByRecord).await;
    let (kevin, zaak) = (kevin(), there.zaak);
    huis.journal.hold_reads();
    let later = async {
        verstrijkt(Duration::from_millis(500)).await;
        let emma = emma();
        let to = [&emma];
        let given = first.toewijzen(zaak, &to);
        tokio::time::timeout(Duration::from_secs(60), given).await.unwrap();
        verstrijkt(Duration::from_secs(1)).await;
        assert!(huis.tafel.deps.rechten.op_zaak(&kevin, zaak) < Toegang::Wat, "this node knows");
        huis.journal.release_reads();
    };
    let (found, ()) = tokio::join!(huis.tafel.zaak(&kevin, zaak), later);
    assert_eq!(found, Err(Weigering::NIET_GEVONDEN));
    let mut all = huis.journal.audit().into_iter().map(|(_, row)| row);
    let last = all.rfind(|row| row.handeling == "zaak.lezen").unwrap();
    assert_eq!(last.code.as_deref(), Some("niet_gevonden"), "the trail says that nothing was shown");
}
