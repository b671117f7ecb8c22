//! The template, and documents as plain text.

use keukentafel::domain::sjabloon::{VerslagGegevens, gespreksverslag};
use keukentafel::guard::{Bounds, Known, Verdict, parse_update};
use yrs::{Doc, Xml, XmlElementPrelim, XmlFragment, XmlTextPrelim};

use super::klant::doc;
use crate::document::eerste_update;
use crate::document::open::{apply, writer};
use crate::document::tekst::tekst;

fn verslag() -> Vec<u8> {
    let gegevens = VerslagGegevens {
        persoon: "Maria van der Meer".into(),
        geboortedatum: "1958-03-14".into(),
        adres: String::new(),
        zaken: "ZAAK-2026-000001".into(),
        deelnemers: "Kevin, Emma".into(),
        vandaag: "2026-11-25".into(),
    };
    eerste_update(&gespreksverslag(&gegevens), 4_000_000_000)
}

fn built(bytes: &[u8]) -> Doc {
    let built = doc(1);
    built.get_or_insert_xml_fragment("default");
    apply(&built, bytes).unwrap();
    built
}

// shows C2-K5
#[test]
fn the_template_passes_the_guard_as_it_stands() {
    let bytes = verslag();
    let parsed = parse_update(&bytes, &Bounds::frame()).unwrap();
    let verdict = Known::default().judge(&parsed, writer(None));
    let Verdict::Accept(accepted) = verdict else { panic!("{verdict:?}") };
    assert_eq!(accepted.binds, [4_000_000_000]);
    assert_eq!(tekst(&built(&accepted.bytes)), tekst(&built(&bytes)));
}

// shows C2-K5
#[test]
fn the_template_reads_as_on_paper() {
    let lines = [
        "1. Wie waren erbij",
        "Over: Maria van der Meer",
        "Geboren op: 1958-03-14",
        "Adres: ",
        "Zaak: ZAAK-2026-000001",
        "Van de gemeente: Kevin, Emma",
        "",
        "2. Wat de inwoner zelf vertelt",
        "",
        "3. Wat gaat goed, wat is nodig",
        "",
        "4. Wie helpt er al",
        "",
        "5. Wat spreken we af",
        "",
    ];
    assert_eq!(tekst(&built(&verslag())), lines.join("\n"));
}

fn text_of(build: impl FnOnce(&yrs::XmlFragmentRef, &mut yrs::TransactionMut<'_>)) -> String {
    let doc = doc(1);
    let root = doc.get_or_insert_xml_fragment("default");
    build(&root, &mut yrs::Transact::transact_mut(&doc));
    tekst(&doc)
}

#[test]
fn each_block_is_one_line() {
    assert_eq!(text_of(|_, _| {}), "");
    let lists = text_of(|root, txn| {
        let list = root.push_back(txn, XmlElementPrelim::empty("bulletList"));
        for word in ["een", "twee"] {
            let item = list.push_back(txn, XmlElementPrelim::empty("listItem"));
            let paragraph = item.push_back(txn, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(txn, XmlTextPrelim::new(word));
        }
        root.push_back(txn, XmlElementPrelim::empty("orderedList"));
        root.push_back(txn, XmlElementPrelim::empty("paragraph"));
    });
    assert_eq!(lists, "een\ntwee\n", "an empty list is no line, an empty paragraph is");
    let unknown = text_of(|root, txn| {
        let new = root.push_back(txn, XmlElementPrelim::empty("nieuwerwets"));
        let paragraph = new.push_back(txn, XmlElementPrelim::empty("paragraph"));
        paragraph.push_back(txn, XmlTextPrelim::new("blijft leesbaar"));
    });
    assert_eq!(unknown, "blijft leesbaar");
}

#[test]
fn within_a_line_stand_text_fields_and_breaks() {
    let line = text_of(|root, txn| {
        let paragraph = root.push_back(txn, XmlElementPrelim::empty("paragraph"));
        paragraph.push_back(txn, XmlTextPrelim::new("voor "));
        let veld = paragraph.push_back(txn, XmlElementPrelim::empty("veld"));
        veld.insert_attribute(txn, "waarde", "7 & <8>");
        veld.insert_attribute(txn, "naam", "getal");
        paragraph.push_back(txn, XmlTextPrelim::new(" na"));
        paragraph.push_back(txn, XmlElementPrelim::empty("hardBreak"));
        let text = paragraph.push_back(txn, XmlTextPrelim::new("vet niet"));
        let bold = yrs::types::Attrs::from([("bold".into(), true.into())]);
        yrs::Text::format(&text, txn, 0, 3, bold);
    });
    assert_eq!(line, "voor 7 & <8> na\nvet niet");
}
