//! Hints of Allegro: somebody changed. No session: whoever holds the key may hint, and a hint only makes us ask.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use http::{HeaderName, StatusCode};
use keukentafel::clock::Moment;
use keukentafel::protocol::problem::Problem;
use keukentafel_koppelingen::allegro::hint::{HANDTEKENING, Hint, HintFout, HintKey};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::auth::bounded;
use crate::limits::{
    BODY_BYTES_MAX, HINT_AGAIN, HINT_BURST, HINT_PER_SECOND, HINT_REMEMBERED, HINTS_REMEMBERED_MAX,
};
use crate::origin::{One, one};
use crate::problem::Fout;
use crate::rate::Bucket;

/// Where hints are posted.
pub(crate) const PAD: &str = "/api/v1/koppelingen/allegro/hint";

const KOP: HeaderName = HeaderName::from_static(HANDTEKENING);

/// Who may hint, how often, and what was heard before.
pub(crate) struct Hints {
    key: HintKey,
    heard: Mutex<Heard>,
}

struct Heard {
    bucket: Bucket,
    /// Signed messages, oldest first, and when each came first.
    order: VecDeque<(Moment, [u8; 32])>,
    known: HashSet<[u8; 32]>,
}

/// What to do with a hint that is signed well.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Verdict {
    /// Ask.
    Neem,
    /// Heard before: nothing.
    Herhaling,
    /// Too many: nothing either, and it may come again.
    TeVaak,
}

impl Hints {
    pub(crate) fn new(key: HintKey, now: Moment) -> Self {
        let bucket = Bucket::full(HINT_BURST, HINT_PER_SECOND, now);
        let heard = Heard { bucket, order: VecDeque::new(), known: HashSet::new() };
        Self { key, heard: Mutex::new(heard) }
    }

    fn lees(&self, header: Option<&str>, body: &[u8], now: Moment) -> Result<(Hint, Verdict), HintFout> {
        let hint = self.key.lees(header, body, now)?;
        // The signature follows from its second and the body, so these two are the message, however its header is spelled.
        let second = header.and_then(|header| header.split(',').next()).unwrap_or_default();
        let message = Sha256::new().chain_update(second).chain_update([0]).chain_update(body).finalize();
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        Ok((hint, heard.judge(message.into(), now)))
    }
}

impl Heard {
    /// Two bookings in one second make two hints that are the same to the letter, and both must be taken: so a message may come again
    /// for a moment after it came first. Later it is a replay.
    fn judge(&mut self, message: [u8; 32], now: Moment) -> Verdict {
        let old = now.plus_micros(-micros(HINT_REMEMBERED));
        while let Some((_, gone)) = self.order.pop_front_if(|(at, _)| *at < old) {
            self.known.remove(&gone);
        }
        if self.known.contains(&message) {
            let fresh = now.plus_micros(-micros(HINT_AGAIN));
            let again =
                self.order.iter().rev().take_while(|(at, _)| *at >= fresh).any(|(_, one)| *one == message);
            if !again {
                return Verdict::Herhaling;
            }
        }
        let room = self.known.contains(&message) || self.order.len() < HINTS_REMEMBERED_MAX;
        if !room || self.bucket.take(now).is_err() {
            return Verdict::TeVaak;
        }
        if self.known.insert(message) {
            self.order.push_back((now, message));
        }
        Verdict::Neem
    }
}

fn micros(time: std::time::Duration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

/// Allegro says that somebody changed. Signed (docs/koppelingen/allegro.md); says nothing about whom we know.
#[utoipa::path(post, path = "/api/v1/koppelingen/allegro/hint", tag = "koppelingen", request_body = Object,
    params(("keukentafel-handtekening" = String, Header)),
    responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn hint(State(app): State<Arc<App>>, request: Request) -> Result<StatusCode, Fout> {
    let Some(hints) = &app.hints else { return Err(Fout::geen_adres()) };
    let refused = || Fout::new("koppeling.hint_geweigerd");
    let (parts, body) = request.into_parts();
    // One that is too large is refused as one that nobody signed.
    let body = bounded(body, BODY_BYTES_MAX, |_| Ok(())).await.ok();
    let header = match one(&parts.headers, &KOP) {
        One::Value(text) => Some(text),
        One::None | One::Many => None,
    };
    let read = body.map(|body| hints.lees(header, &body, app.wall.now()));
    let (uitslag, answer) = match read.unwrap_or(Err(HintFout::Vorm)) {
        Err(_) => ("geweigerd", Err(refused())),
        Ok((_, Verdict::TeVaak)) => ("te_vaak", Err(Fout::later("koppeling.te_vaak", 1))),
        Ok((_, Verdict::Herhaling)) => ("herhaling", Ok(StatusCode::ACCEPTED)),
        Ok((hint, Verdict::Neem)) => {
            app.tafel.allegro_hint(&hint.klanten).await?;
            ("genomen", Ok(StatusCode::ACCEPTED))
        }
    };
    metrics::counter!("keukentafel_hints_total", "systeem" => "allegro", "uitslag" => uitslag).increment(1);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"klanten":["KT-1"]}"#;

    fn at(millis: i64) -> Moment {
        Moment::from_micros(1_800_000_000_000_000 + millis * 1000)
    }

    fn hints() -> (Hints, HintKey) {
        let key = HintKey::new(b"een geheim van zestien").unwrap();
        (Hints::new(key.clone(), at(0)), key)
    }

    // shows SHV1-C4, SHV1-RV1
    #[test]
    fn a_hint_is_taken_and_its_replay_is_not() {
        let (hints, key) = hints();
        let header = key.teken(BODY, at(0));
        let verdict =
            |header: &str, millis| hints.lees(Some(header), BODY, at(millis)).map(|(_, verdict)| verdict);
        assert_eq!(verdict(&header, 0), Ok(Verdict::Neem));
        assert_eq!(verdict(&header, 900), Ok(Verdict::Neem), "a second booking in the same second");
        assert_eq!(verdict(&header, 4000), Ok(Verdict::Herhaling));
        let (time, code) = header.split_once(",v1=").unwrap();
        let shouted = format!("{time},v1={}", code.to_uppercase());
        assert_eq!(verdict(&shouted, 5000), Ok(Verdict::Herhaling), "spelled otherwise");
        assert_eq!(verdict(&header, 300_000), Ok(Verdict::Herhaling));
        assert_eq!(verdict(&header, 301_000), Err(HintFout::Tijd));
        assert_eq!(verdict(&key.teken(BODY, at(5000)), 5000), Ok(Verdict::Neem));
    }

    #[test]
    fn whoever_has_no_key_is_refused_and_uses_nothing_up() {
        let (hints, key) = hints();
        let stranger = HintKey::new(b"een ander geheim, lang").unwrap();
        for millis in 0..5000 {
            let forged = stranger.teken(BODY, at(millis));
            assert_eq!(hints.lees(Some(&forged), BODY, at(millis)).err(), Some(HintFout::Handtekening));
        }
        let good = key.teken(BODY, at(5000));
        assert!(matches!(hints.lees(Some(&good), BODY, at(5000)), Ok((_, Verdict::Neem))));
    }

    #[test]
    fn too_many_are_turned_away_and_memory_is_bounded() {
        let (hints, key) = hints();
        let mut taken: usize = 0;
        let mut turned_away = 0;
        for n in 0..2000_i64 {
            let body = format!(r#"{{"klanten":["KT-{n}"]}}"#);
            let header = key.teken(body.as_bytes(), at(n));
            match hints.lees(Some(&header), body.as_bytes(), at(n)).unwrap().1 {
                Verdict::Neem => taken += 1,
                Verdict::TeVaak => turned_away += 1,
                Verdict::Herhaling => unreachable!("each is another"),
            }
        }
        assert!(turned_away > 1000, "{turned_away}");
        let heard = hints.heard.lock().unwrap();
        assert_eq!((heard.order.len(), heard.known.len()), (taken, taken));
    }
}
