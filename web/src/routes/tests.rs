use std::collections::BTreeSet;

use super::addresses;

#[test]
fn the_description_and_the_table_of_addresses_are_the_same() {
    let described = serde_json::to_value(crate::openapi()).unwrap();
    let mut in_description = BTreeSet::new();
    for (path, item) in described["paths"].as_object().unwrap() {
        for method in
            item.as_object().unwrap().keys().filter(|key| ["get", "post", "put", "delete"].contains(&&***key))
        {
            in_description.insert(format!("{method} {path}"));
        }
    }
    let in_table: BTreeSet<_> = addresses()
        .iter()
        .flat_map(|address| address.methods.iter().map(|method| format!("{method} {}", address.path)))
        .collect();
    assert_eq!(in_description, in_table);
    assert_eq!(described["openapi"], "3.1.0");
}

#[test]
fn the_messages_of_the_live_connection_are_described() {
    let described = serde_json::to_value(crate::openapi()).unwrap();
    let schemas = described["components"]["schemas"].as_object().unwrap();
    for name in [
        "ClientMessage",
        "ServerMessage",
        "Opdracht",
        "Problem",
        "ZaakDat",
        "ZaakRij",
        "ZaakWat",
        "Ik",
        "Uitgevoerd",
    ] {
        assert!(schemas.contains_key(name), "{name}");
    }
    // Nothing points at a schema that is not there.
    let text = described.to_string();
    for reference in text.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name}");
    }
}
