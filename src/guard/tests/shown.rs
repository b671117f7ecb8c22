//! What a reader of a document sees, as JSON that another implementation can make too: an element is `[name, attributes, children]`,
//! a text is a list of `[words, marks]`.

use super::*;
use serde_json::{Map, Value, json};

/// The document as a reader sees it.
pub(super) fn json(doc: &Doc) -> Value {
    let mut txn = doc.transact_mut();
    let root = txn.get_or_insert_xml_fragment(ROOT);
    root.children(&txn).map(|node| shown(&node, &txn)).collect()
}

fn shown(node: &XmlOut, txn: &yrs::TransactionMut<'_>) -> Value {
    match node {
        XmlOut::Element(element) => {
            let attributes: Map<String, Value> =
                element.attributes(txn).map(|(key, value)| (key.to_owned(), plain(&value, txn))).collect();
            let children: Vec<Value> = element.children(txn).map(|child| shown(&child, txn)).collect();
            json!([element.tag(), attributes, children])
        }
        XmlOut::Text(text) => text
            .diff(txn, YChange::identity)
            .into_iter()
            .map(|chunk| {
                let marks: Map<String, Value> = chunk
                    .attributes
                    .iter()
                    .flat_map(|marks| marks.iter())
                    .map(|(key, value)| (key.to_string(), serde_json::to_value(value).unwrap()))
                    .collect();
                json!([plain(&chunk.insert, txn), marks])
            })
            .collect(),
        XmlOut::Fragment(fragment) => fragment.children(txn).map(|child| shown(&child, txn)).collect(),
    }
}

/// A value within; a shared type where a value belongs only by the name of its kind.
fn plain(value: &yrs::Out, txn: &yrs::TransactionMut<'_>) -> Value {
    match value {
        yrs::Out::Any(any) => serde_json::to_value(any).unwrap(),
        yrs::Out::YXmlElement(element) => shown(&XmlOut::Element(element.clone()), txn),
        yrs::Out::YXmlText(text) => shown(&XmlOut::Text(text.clone()), txn),
        other @ (yrs::Out::YText(_)
        | yrs::Out::YArray(_)
        | yrs::Out::YMap(_)
        | yrs::Out::YXmlFragment(_)
        | yrs::Out::YDoc(_)
        | yrs::Out::UndefinedRef(_)) => panic!("the guard takes no {other:?}"),
    }
}
