//! Content that cannot leave by accident: what somebody wrote about somebody.

use std::cell::Cell;
use std::fmt;

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::bevoegdheid::Leesrecht;

/// Content: *wat*, and never only *dat* (G23). It has no `Display` and no `Deref`, its `Debug` says `***`, and it serialises only while the
/// record takes it in. The rules read it; outside this crate it is read with a [`Leesrecht`], which comes from a verdict of the policy or
/// from a topic that carries content. Anybody may put something in, compare it and move it on unread.
#[derive(Clone, Default, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct Wat<T = String>(T);

impl<T> Wat<T> {
    /// This, kept in from now on.
    pub const fn van(inhoud: T) -> Self {
        Self(inhoud)
    }

    /// What it says, for who may read it.
    #[must_use]
    pub fn lees(&self, _: &Leesrecht) -> &T {
        &self.0
    }

    /// What it says, for a rule that decides on it. Not for a view.
    #[must_use]
    pub(crate) const fn voor_regel(&self) -> &T {
        &self.0
    }

    /// Takes it away, where that something stood there is all that is kept.
    pub fn wis(&mut self)
    where
        T: Default,
    {
        self.0 = T::default();
    }
}

impl From<String> for Wat {
    fn from(tekst: String) -> Self {
        Self(tekst)
    }
}

impl From<&str> for Wat {
    fn from(tekst: &str) -> Self {
        Self(tekst.to_owned())
    }
}

impl<T> fmt::Debug for Wat<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

thread_local! {
    /// Whether what serialises on this thread now is what the record takes in.
    static BEWAART: Cell<bool> = const { Cell::new(false) };
}

/// Does `bewaar`, in which content serialises: for the record, which seals what it takes in, and for nothing else. What `bewaar` gives back
/// is content itself, as bytes.
pub(crate) fn bewaard<R>(bewaar: impl FnOnce() -> R) -> R {
    /// Puts back what was, also when what was asked panics: the thread goes on with other work.
    struct Terug(bool);
    impl Drop for Terug {
        fn drop(&mut self) {
            BEWAART.set(self.0);
        }
    }
    let _terug = Terug(BEWAART.replace(true));
    bewaar()
}

/// Why content does not serialise.
const ALLEEN_BEWAARD: &str = "content serialises for the record only; a view reads it with a right to";

impl<T: Serialize> Serialize for Wat<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if BEWAART.get() { self.0.serialize(serializer) } else { Err(S::Error::custom(ALLEEN_BEWAARD)) }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Wat<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;
    use crate::domain::bevoegdheid::Toegang;

    #[derive(Debug, Serialize, Deserialize)]
    struct Brief {
        aan: u8,
        tekst: Option<Wat>,
    }

    fn brief() -> Brief {
        Brief { aan: 1, tekst: Some("Slaat haar".into()) }
    }

    // shows G23, G33
    #[test]
    fn content_does_not_show_when_it_or_what_holds_it_is_printed() {
        assert_eq!(format!("{:?}", brief()), "Brief { aan: 1, tekst: Some(***) }");
        assert_eq!(format!("{:#?}", Wat::van(vec!["Slaat haar"])), "***");
    }

    // shows G23
    #[test]
    fn content_serialises_for_the_record_and_nowhere_else() {
        let refused = serde_json::to_string(&brief()).unwrap_err().to_string();
        assert!(refused.contains(ALLEEN_BEWAARD) && !refused.contains("Slaat"), "{refused}");
        let bytes = bewaard(|| serde_json::to_string(&brief())).unwrap();
        assert_eq!(bytes, r#"{"aan":1,"tekst":"Slaat haar"}"#);
        assert!(serde_json::to_string(&brief()).is_err(), "it was for that one time");
        let read: Brief = serde_json::from_str(&bytes).unwrap();
        assert_eq!(read.tekst, brief().tekst);
    }

    #[test]
    fn a_panic_while_something_is_kept_leaves_nothing_open() {
        assert!(catch_unwind(|| bewaard(|| panic!("a full disk"))).is_err());
        assert!(serde_json::to_string(&brief()).is_err());
        bewaard(|| bewaard(|| serde_json::to_string(&brief()))).unwrap();
        assert!(serde_json::to_string(&brief()).is_err());
    }

    // shows G23
    #[test]
    fn content_is_read_by_who_may_and_by_nobody_else() {
        let wat = Wat::from("Slaat haar");
        for toegang in [Toegang::Wat, Toegang::Schrijven] {
            assert_eq!(wat.lees(&toegang.leesrecht().unwrap()), "Slaat haar");
        }
        assert!([Toegang::Niets, Toegang::Dat].iter().all(|toegang| toegang.leesrecht().is_none()));
    }
}
