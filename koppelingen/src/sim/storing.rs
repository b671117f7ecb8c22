//! The faults of a simulator, as `/_storing` reads and sets them.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::server::{JSON, Reply};
use crate::limits::{ALLEGRO_BODY_BYTES_MAX, BRP_BODY_BYTES_MAX, SIM_DELAY_MS_MAX};

/// What is wrong with a simulator now. Whatever is not named when it is set, is off.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Storing {
    /// Milliseconds that it thinks before it answers.
    pub(super) traag: u64,
    /// It does not answer.
    pub(super) weg: Option<Weg>,
    /// It answers something that cannot be right.
    pub(super) fout: Option<Fout>,
    /// It repeats itself.
    pub(super) dubbel: bool,
    /// It gives older answers after newer ones.
    pub(super) volgorde: bool,
    /// It sends no hints.
    pub(super) zonder_hint: bool,
    /// It asks to come back later (a mail server: 451).
    pub(super) uitgesteld: bool,
    /// It does not want this, now or later (a mail server: 550).
    pub(super) geweigerd: bool,
}

/// In which way it does not answer.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub(super) enum Weg {
    /// 503.
    #[serde(rename = "503")]
    Onbeschikbaar,
    /// Hangs up.
    #[serde(rename = "dicht")]
    Dicht,
    /// Takes the question and says nothing.
    #[serde(rename = "hang")]
    Hang,
}

/// In which way its answer is wrong.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Fout {
    /// Half an answer.
    Vorm,
    /// A page for people, with status 200.
    Html,
    /// Numbers as texts, and texts of digits as numbers.
    Type,
    /// `{}`.
    Leeg,
    /// The right answer and then megabytes of space.
    Groot,
    /// About somebody else.
    Ander,
    /// Sums that do not add up (only where there are sums).
    Som,
}

impl Storing {
    /// Within bounds.
    pub(super) fn is_in_bounds(&self) -> bool {
        self.traag <= SIM_DELAY_MS_MAX
    }

    /// How long it thinks.
    pub(super) fn delay(&self) -> Option<Duration> {
        (self.traag > 0).then(|| Duration::from_millis(self.traag))
    }

    /// Spoils a good answer in the ways that are the same for every source.
    pub(super) fn spoil(&self, reply: Reply) -> Reply {
        let body = match self.fout {
            None | Some(Fout::Ander | Fout::Som) => return reply,
            Some(Fout::Vorm) => reply.body.slice(..reply.body.len() / 2),
            Some(Fout::Html) => {
                return Reply {
                    kind: "text/html",
                    body: "<!doctype html><title>Inloggen</title>".into(),
                    ..reply
                };
            }
            Some(Fout::Type) => swapped(&reply.body).into(),
            Some(Fout::Leeg) => "{}".into(),
            Some(Fout::Groot) => {
                let mut body = reply.body.to_vec();
                body.resize(body.len() + BRP_BODY_BYTES_MAX.max(ALLEGRO_BODY_BYTES_MAX), b' ');
                body.into()
            }
        };
        Reply { kind: JSON, body, ..reply }
    }
}

/// The same JSON with numbers as texts and texts of digits as numbers.
fn swapped(body: &[u8]) -> Vec<u8> {
    fn swap(value: &mut Value) {
        match value {
            Value::Number(number) => *value = Value::String(number.to_string()),
            Value::String(text) => {
                if let Ok(number) = text.parse::<u64>() {
                    *value = number.into();
                }
            }
            Value::Array(items) => items.iter_mut().for_each(swap),
            Value::Object(fields) => fields.values_mut().for_each(swap),
            Value::Null | Value::Bool(_) => {}
        }
    }
    let mut value = serde_json::from_slice(body).unwrap_or(Value::Null);
    swap(&mut value);
    value.to_string().into_bytes()
}
