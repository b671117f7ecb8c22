//! A letter says the same on paper and on the screen, everybody can read it, and it lasts.

use std::collections::BTreeMap;

use jiff::civil::date;
use keukentafel::domain::brief::Briefsoort;
use keukentafel::domain::ids::{BriefId, GemeenteId};
use keukentafel::domain::persoon::Adres;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::poort::brief::{Briefdrukker, Briefgegevens, DrukFout};
use lopdf::{Document, Object};
use uuid::Uuid;

use crate::sjabloon::{Feiten, Sjabloon, vul};
use crate::{Drukker, Huisstijl, HuisstijlFout};

const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));

fn stijl() -> Huisstijl {
    Huisstijl {
        naam: "Gemeente Wiedermeer".into(),
        regels: vec!["Postbus 1, 9999 XA Wiedermeer".into(), "www.wiedermeer.example".into()],
        kleur: "#154273".into(),
        telefoon: Some("000 123 45 67".into()),
        portaal: Some("keukentafel.wiedermeer.example/portaal".into()),
    }
}

fn drukker() -> Drukker {
    Drukker::new(BTreeMap::from([(GEMEENTE, stijl())])).unwrap()
}

fn gegevens() -> Briefgegevens {
    Briefgegevens {
        brief: BriefId(Uuid::from_u128(7)),
        gemeente: GEMEENTE,
        soort: Briefsoort::Ontvangstbevestiging,
        dag: date(2026, 11, 25),
        naam: "Maria Verhoef".into(),
        aan_ouders: false,
        adres: Some(Adres {
            straat: "Turfkade".into(),
            huisnummer: "18".into(),
            postcode: "9999 XA".into(),
            plaats: "Wiedermeer".into(),
        }),
        zaaknummer: "ZAAK-2026-000001".into(),
        zaaktype: Zaaktype::MeldingWmo,
        ontvangen_op: date(2026, 11, 25),
        uiterlijk_op: date(2027, 1, 6),
        kan_inloggen: true,
    }
}

/// Letters and digits alone: how a line is broken says nothing.
fn kaal(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn tekst_van_html(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let mut out = String::new();
    let mut in_tag = false;
    for c in body.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => out.push(c),
            _ => {}
        }
    }
    out.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn pdf_van(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn xmp(pdf: &Document) -> String {
    let metadata = pdf.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = pdf.get_object(metadata).unwrap().as_stream().unwrap();
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(bytes).unwrap()
}

fn roles(pdf: &Document) -> Vec<String> {
    let role = |object: &Object| {
        let dict = object.as_dict().ok()?;
        let kind = dict.get(b"S").ok()?.as_name().ok()?;
        // Of a structure element only.
        dict.get(b"P").ok()?;
        Some(String::from_utf8_lossy(kind).into_owned())
    };
    pdf.objects.values().filter_map(role).collect()
}

// shows C2-L1
#[tokio::test]
async fn the_pdf_is_one_that_everybody_can_read_and_that_lasts() {
    let made = drukker().druk(gegevens()).await.unwrap();
    assert_eq!(made.sjabloon, "ontvangstbevestiging/1");
    let pdf = pdf_van(&made.pdf);
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nl-NL");
    let mark = pdf.get_dict_in_dict(catalog, b"MarkInfo").unwrap();
    assert!(mark.get(b"Marked").unwrap().as_bool().unwrap());
    let shown = pdf.get_dict_in_dict(catalog, b"ViewerPreferences").unwrap();
    assert!(shown.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    assert!(catalog.get(b"StructTreeRoot").is_ok());
    let xmp = xmp(&pdf);
    for told in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Wij hebben uw melding ontvangen",
    ] {
        assert!(xmp.contains(told), "{told} in {xmp}");
    }
    let roles = roles(&pdf);
    for wanted in ["H1", "H2", "P", "L", "LI", "LBody"] {
        assert!(roles.iter().any(|role| role == wanted), "{wanted} of {roles:?}");
    }
}

// shows C2-L1
#[tokio::test]
async fn paper_and_screen_say_the_same() {
    for zaaktype in Zaaktype::ALLE {
        let facts = Briefgegevens { zaaktype, ..gegevens() };
        let (_, brief) = drukker().brief(&facts).unwrap();
        let made = drukker().druk(facts).await.unwrap();
        let html = kaal(&tekst_van_html(std::str::from_utf8(&made.html).unwrap()));
        let pdf = pdf_van(&made.pdf);
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        let paper = kaal(&pdf.extract_text(&pages).unwrap());
        for text in brief.teksten() {
            let text = kaal(text);
            assert!(html.contains(&text), "{text} in {html}");
            assert!(paper.contains(&text), "{text} in {paper}");
        }
    }
}

#[tokio::test]
async fn the_same_facts_give_the_same_bytes() {
    let (een, twee) = (drukker().druk(gegevens()).await.unwrap(), drukker().druk(gegevens()).await.unwrap());
    assert!(een == twee);
    let other = Briefgegevens { naam: "Jan de Wit".into(), ..gegevens() };
    assert!(drukker().druk(other).await.unwrap().pdf != een.pdf);
}

#[tokio::test]
async fn what_somebody_is_called_is_no_markup() {
    let naam = "#sys.inputs *vet* <script>alert(1)</script> \"O'Neil\" {zaaknummer} & zn.";
    let made = drukker().druk(Briefgegevens { naam: naam.into(), ..gegevens() }).await.unwrap();
    let html = std::str::from_utf8(&made.html).unwrap();
    assert!(!html.contains("<script>"), "{html}");
    assert!(tekst_van_html(html).contains(&format!("Beste {naam},")), "{html}");
    let pdf = pdf_van(&made.pdf);
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let paper = pdf.extract_text(&pages).unwrap();
    assert!(kaal(&paper).contains(&kaal("*vet* <script>alert(1)</script>")), "{paper}");
    assert!(paper.contains('*') && paper.contains('#'), "{paper}");
}

#[tokio::test]
async fn a_sender_of_whom_only_the_name_is_known_has_letters_too() {
    let bare = Huisstijl { telefoon: None, portaal: None, regels: Vec::new(), ..stijl() };
    let drukker = Drukker::new(BTreeMap::from([(GEMEENTE, bare)])).unwrap();
    let facts = Briefgegevens { adres: None, kan_inloggen: false, ..gegevens() };
    assert!(drukker.druk(facts).await.unwrap().pdf.starts_with(b"%PDF-"));
}

// shows C2-L1
#[test]
fn what_there_is_not_is_not_promised() {
    let bare = Huisstijl { telefoon: None, portaal: None, regels: Vec::new(), ..stijl() };
    let drukker = Drukker::new(BTreeMap::from([(GEMEENTE, bare)])).unwrap();
    let says =
        |drukker: &Drukker, facts: &Briefgegevens| drukker.brief(facts).unwrap().1.teksten().join("\n");
    let nothing = says(&drukker, &gegevens());
    assert!(!nothing.contains("DigiD") && !nothing.contains("Bel ons"), "{nothing}");
    let stranger = says(&self::drukker(), &Briefgegevens { kan_inloggen: false, ..gegevens() });
    assert!(!stranger.contains("DigiD") && stranger.contains("000 123 45 67"), "{stranger}");
    let income = Briefgegevens { zaaktype: Zaaktype::AanvraagLevensonderhoud, ..gegevens() };
    let income = says(&self::drukker(), &income);
    assert!(!income.contains("cliëntondersteuner") && income.contains("uw aanvraag"), "{income}");
    let child = says(&self::drukker(), &Briefgegevens { aan_ouders: true, ..gegevens() });
    assert!(child.contains("Beste ouder of verzorger van Maria Verhoef"), "{child}");
}

#[test]
fn a_municipality_without_a_sender_sends_nothing() {
    let elders = Briefgegevens { gemeente: GemeenteId(Uuid::from_u128(10)), ..gegevens() };
    assert!(matches!(drukker().brief(&elders), Err(DrukFout::Sjabloon(_))));
}

#[test]
fn letters_that_cannot_be_read_are_refused_at_the_start() {
    let with = |stijl: Huisstijl| Drukker::new(BTreeMap::from([(GEMEENTE, stijl)])).map(drop);
    for kleur in ["#ffff00", "#fff", "154273", "rood", "#gggggg"] {
        let refused = with(Huisstijl { kleur: kleur.into(), ..stijl() });
        assert_eq!(refused, Err(HuisstijlFout::Kleur(kleur.into())));
    }
    for naam in [String::new(), "a".repeat(81)] {
        assert_eq!(with(Huisstijl { naam, ..stijl() }), Err(HuisstijlFout::Regels));
    }
    assert_eq!(with(Huisstijl { regels: vec!["x".into(); 5], ..stijl() }), Err(HuisstijlFout::Regels));
}

#[test]
fn a_template_that_asks_what_there_is_not_gives_no_letter() {
    let facts = Feiten::from([("naam", "{zaaknummer}".to_owned())]);
    assert_eq!(vul("Beste {naam},", &facts).as_deref(), Ok("Beste {zaaknummer},"));
    assert!(vul("Beste {nam},", &facts).is_err());
    assert!(vul("Beste {naam", &facts).is_err());
    let two =
        "versie=1\ntitel=''\naanhef=''\naanhef_ouders=''\ngroet=[]\nvoet=''\n[[blok]]\nkop='a'\nalinea='b'\n";
    assert!(Sjabloon::lees(two).is_err());
}
