//! Acts for which a session alone is not enough: whoever does them proves anew who they are, shortly before (G37). As data, by the word
//! that the trail has for the act.

/// Choosing another role within a session that has one.
pub const ROL_WISSELEN: &str = "sessie.rol";

/// Looking back at a zaak by a role that opens it at no other time: whom somebody who comes across an open session would ask first.
pub const TERUGKIJKEN: &str = "zaak.tijdreis";

/// The acts, each with the rows that ask for it. Commands stand here by their name; a test beside the commands holds the names against
/// theirs. A look stands here where it opens content to a role that has none: a glas, and a look back by who looks after privacy. Who may write in one talk or plan changes all day long, and is not here;
/// nor is the end of a right: whoever takes one back, a resident who lets nobody read along any more among them, is kept from it by nothing.
pub const STAP_OP: &[(&str, &str)] = &[
    (ROL_WISSELEN, "G37: change of rights"),
    ("BreekGlas", "G37, KING-R4e: a look that nobody agreed to"),
    (TERUGKIJKEN, "G37, N-7: content that the role does not open"),
    ("WijsVervangerAan", "G37, KING-R4d: somebody gets the rights of another"),
    ("DraagWerkvoorraadOver", "G37, KING-R4b: all work of one to others, unread"),
    ("BeschermDossier", "G37, X-24: who may work on it, and nobody else"),
    ("WijzigBescherming", "G37, X-24: others may"),
    ("HefBeschermingOp", "G37, X-24: everybody may again"),
];

/// Whether this act asks for a fresh proof of who does it.
#[must_use]
pub fn vraagt_stap_op(handeling: &str) -> bool {
    STAP_OP.iter().any(|(word, _)| *word == handeling)
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows G37
    #[test]
    fn a_change_of_rights_asks_for_a_fresh_proof_and_a_look_does_not() {
        assert!(vraagt_stap_op(ROL_WISSELEN) && vraagt_stap_op(TERUGKIJKEN));
        for command in ["BreekGlas", "WijsVervangerAan", "DraagWerkvoorraadOver"] {
            assert!(vraagt_stap_op(command), "{command}");
        }
        assert!(!vraagt_stap_op("TrekToekenningIn"), "nothing keeps anybody from ending a right");
        assert!(!vraagt_stap_op("zaak.lezen") && !vraagt_stap_op("") && !vraagt_stap_op("sessie.begin"));
    }
}
