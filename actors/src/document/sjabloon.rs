//! A template as the first update of a document, written by the server under a client id of its own.

use keukentafel::domain::sjabloon::{Sectie, Veld};
use yrs::{
    Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, Xml, XmlElementPrelim, XmlElementRef,
    XmlFragment, XmlTextPrelim,
};

use super::tekst::ROOT;

/// The first update: each sectie a locked heading and room to write, with its velden on the first lines.
///
/// `client` must be new for the document; it is 32 bits because the browser's Yjs 13 knows no larger ids.
#[must_use]
pub fn eerste_update(secties: &[Sectie], client: u32) -> Vec<u8> {
    let doc = Doc::with_options(options(client));
    let root = doc.get_or_insert_xml_fragment(ROOT);
    let mut txn = doc.transact_mut();
    for sectie in secties {
        let deel = root.push_back(&mut txn, XmlElementPrelim::empty("sectie"));
        deel.insert_attribute(&mut txn, "id", sectie.id);
        let kop = deel.push_back(&mut txn, XmlElementPrelim::empty("sectieKop"));
        kop.push_back(&mut txn, XmlTextPrelim::new(sectie.kop));
        let inhoud = deel.push_back(&mut txn, XmlElementPrelim::empty("sectieInhoud"));
        for veld in &sectie.velden {
            vul(&mut txn, &inhoud, veld);
        }
        inhoud.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
    }
    txn.encode_diff_v1(&StateVector::default())
}

/// How the server's documents count and collect: offsets as the browser counts them, with gc (history is the log's).
pub(super) fn options(client: u32) -> Options {
    let client = yrs::block::ClientID::new(u64::from(client));
    Options {
        offset_kind: OffsetKind::Utf16,
        skip_gc: false,
        // What stands is what the log says. yrs would take away dead formatting marks by itself, in no row, and a client that stayed
        // connected would never hear of it; clients do their own cleaning and send it.
        cleanup_formatting: false,
        ..Options::with_client_id(client)
    }
}

/// One line: the label as text, then the value as an element that says where it came from.
fn vul(txn: &mut yrs::TransactionMut<'_>, inhoud: &XmlElementRef, veld: &Veld) {
    let regel = inhoud.push_back(txn, XmlElementPrelim::empty("paragraph"));
    regel.push_back(txn, XmlTextPrelim::new(format!("{}: ", veld.label)));
    let element = regel.push_back(txn, XmlElementPrelim::empty("veld"));
    for (naam, waarde) in [
        ("naam", veld.naam),
        ("waarde", veld.waarde.as_str()),
        ("bron", veld.bron),
        ("datum", veld.datum.as_str()),
    ] {
        element.insert_attribute(txn, naam, waarde);
    }
}
