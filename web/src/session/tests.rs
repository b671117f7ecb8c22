use std::sync::Arc;

use keukentafel::clock::{Clock, ManualClock};
use keukentafel::rng::SeededRng;

use super::*;
use crate::limits::SESSIONS_PER_PERSON_MAX;

pub(super) fn start() -> Moment {
    Moment::from_micros(1_800_000_000_000_000)
}

pub(super) fn sessions(clock: &Arc<ManualClock>, opslag: Opslag) -> Sessions {
    let lifetime = Lifetime { idle: Duration::from_secs(900), absolute: Duration::from_secs(36_000) };
    let clock: Arc<dyn Clock> = Arc::clone(clock) as _;
    Sessions::new(clock, Arc::new(SeededRng::new(7)), lifetime, opslag)
}

pub(super) fn kevin() -> MedewerkerId {
    MedewerkerId(Uuid::from_u128(1))
}

pub(super) fn begin(medewerker: MedewerkerId) -> Begin {
    let toestel = Toestel::default();
    Begin {
        medewerker,
        rol: Some(Rol::Jeugdconsulent),
        deur: Deur::Demo,
        toestel,
        herkomst: None,
        navraag: None,
    }
}

// shows G37
#[tokio::test]
async fn after_a_change_of_rights_the_old_secret_opens_nothing_and_the_day_is_no_longer() {
    let clock = Arc::new(ManualClock::at(start()));
    let all = sessions(&clock, Opslag::Hier(None));
    let (old, before, _) = all.begin(begin(kevin())).await.unwrap();
    let (key, _) = all.find(&old).await.unwrap().unwrap();
    clock.advance(600_000_000);
    let after = all.vervang(key, |session| session.rol = Some(Rol::Kcc)).await.unwrap().unwrap();
    assert_eq!((after.was, after.session.rol), (before.id, Some(Rol::Kcc)));
    assert_ne!(after.session.id, before.id);
    assert_eq!(after.session.uiterlijk_op, before.uiterlijk_op);
    assert!(all.find(&old).await.unwrap().is_none() && all.touch(key).is_none());
    assert_eq!(all.find(&after.secret).await.unwrap().map(|(_, found)| found.id), Some(after.session.id));
    assert!(all.vervang(key, |_| {}).await.unwrap().is_none(), "what ended does not go on");
}

// shows G37
#[tokio::test]
async fn somebody_sees_their_own_sessions_and_ends_them() {
    let clock = Arc::new(ManualClock::at(start()));
    let all = sessions(&clock, Opslag::Hier(None));
    let (first, one, _) = all.begin(begin(kevin())).await.unwrap();
    clock.advance(1_000_000);
    let (_, two, _) = all.begin(begin(kevin())).await.unwrap();
    let (other, ..) = all.begin(begin(MedewerkerId(Uuid::from_u128(2)))).await.unwrap();
    let ids =
        |of| all.van(|one| one.medewerker == of).into_iter().map(|session| session.id).collect::<Vec<_>>();
    assert_eq!(ids(kevin()), [two.id, one.id]);
    let ended = all.end_where(|session| session.medewerker == kevin() && session.id != two.id);
    assert_eq!(ended.iter().map(|session| session.id).collect::<Vec<_>>(), [one.id]);
    assert!(all.find(&first).await.unwrap().is_none() && all.find(&other).await.unwrap().is_some());
    assert_eq!(ids(kevin()), [two.id]);
}

// shows G37
#[tokio::test]
async fn a_session_ends_when_nothing_is_done_and_in_any_case_after_a_day() {
    let clock = Arc::new(ManualClock::at(start()));
    let all = sessions(&clock, Opslag::Hier(None));
    let (secret, ..) = all.begin(begin(kevin())).await.unwrap();
    for _ in 0..39 {
        clock.advance(899_000_000);
        assert!(all.find(&secret).await.unwrap().is_some(), "used within a quarter of an hour, it goes on");
    }
    clock.advance(1_000_000_000);
    assert!(all.find(&secret).await.unwrap().is_none());
    assert_eq!(all.expire().await.len(), 1);
    let (secret, session, _) = all.begin(begin(kevin())).await.unwrap();
    for _ in 0..40 {
        clock.advance(899_000_000);
        all.find(&secret).await.unwrap();
    }
    assert_eq!(all.verloopt_op(&session).min(session.uiterlijk_op), all.verloopt_op(&session));
    clock.advance(100_000_000);
    assert!(all.find(&secret).await.unwrap().is_none(), "ten hours is a day");
}

#[tokio::test]
async fn a_frame_of_a_socket_does_not_bring_a_session_back_whose_time_has_come() {
    let clock = Arc::new(ManualClock::at(start()));
    let all = sessions(&clock, Opslag::Hier(None));
    let (secret, session, _) = all.begin(begin(kevin())).await.unwrap();
    let (key, _) = all.find(&secret).await.unwrap().unwrap();
    clock.advance(all.verloopt_op(&session).micros() - start().micros());
    assert!(all.touch(key).is_none());
    assert!(!all.is_open(key) && all.find(&secret).await.unwrap().is_none());
    assert_eq!(all.expire().await.len(), 1);
}

#[tokio::test]
async fn after_logout_the_cookie_opens_nothing() {
    let clock = Arc::new(ManualClock::at(start()));
    let all = sessions(&clock, Opslag::Hier(None));
    let (secret, session, _) = all.begin(begin(kevin())).await.unwrap();
    let (key, _) = all.find(&secret).await.unwrap().unwrap();
    assert_eq!(all.end(&secret).map(|ended| ended.id), Some(session.id));
    assert!(all.find(&secret).await.unwrap().is_none() && all.touch(key).is_none());
}

#[tokio::test]
async fn too_many_sessions_of_one_person_cost_the_oldest_of_that_person() {
    let clock = Arc::new(ManualClock::at(start()));
    let all = sessions(&clock, Opslag::Hier(None));
    let other = all.begin(begin(MedewerkerId(Uuid::from_u128(2)))).await.unwrap();
    let first = all.begin(begin(kevin())).await.unwrap();
    for _ in 1..SESSIONS_PER_PERSON_MAX {
        clock.advance(1);
        assert!(all.begin(begin(kevin())).await.unwrap().2.is_empty());
    }
    assert_eq!(all.begin(begin(kevin())).await.unwrap().2, vec![first.1]);
    assert!(all.find(&first.0).await.unwrap().is_none() && all.find(&other.0).await.unwrap().is_some());
}

#[tokio::test]
async fn sessions_outlive_the_process_and_the_file_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ManualClock::at(start()));
    let before = sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path()))));
    let (secret, session, _) = before.begin(begin(kevin())).await.unwrap();
    before.save().await.unwrap();
    let text = std::fs::read_to_string(folder.path().join("sessies.json")).unwrap();
    assert!(!text.contains(&secret.0));
    let after = sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path()))));
    assert_eq!(after.find(&secret).await.unwrap().map(|(_, found)| found.id), Some(session.id));
    clock.advance(961_000_000);
    let late = sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path()))));
    assert!(late.find(&secret).await.unwrap().is_none(), "a start is not an activity");
    std::fs::write(folder.path().join("sessies.json"), b"[{").unwrap();
    assert_eq!(sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path())))).count(), 0);
}

// shows G36
#[test]
fn a_provider_means_the_session_that_it_names_and_no_other() {
    let [een, ander, zitting, vorige] = [[1; 32], [2; 32], [3; 32], [4; 32]];
    let known = Herkomst { subject: een, sid: Some(zitting) };
    let check = |of: Herkomst, subject: Option<Merk>, sid: Option<Merk>, then: bool| {
        assert_eq!(of.is_bedoeld(subject, sid), then, "{subject:?} {sid:?}");
    };
    check(known, Some(een), None, true);
    check(known, None, Some(zitting), true);
    check(known, Some(een), Some(zitting), true);
    check(known, Some(een), Some(vorige), false);
    check(known, Some(ander), Some(zitting), false);
    check(known, Some(ander), None, false);
    check(known, None, Some(vorige), false);
    check(known, None, None, false);
    let nameless = Herkomst { sid: None, ..known };
    check(nameless, Some(een), Some(zitting), true);
    check(nameless, None, Some(zitting), false);
    check(nameless, Some(ander), Some(zitting), false);
}

// shows G36
#[tokio::test]
async fn whom_a_provider_logged_in_is_remembered_over_a_restart_and_through_a_new_secret() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ManualClock::at(start()));
    let before = sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path()))));
    let herkomst = Some(Herkomst { subject: [7; 32], sid: Some([8; 32]) });
    let navraag = Some(Navraag::new(Uuid::from_u128(9), vec![1, 2, 3], start()));
    let (secret, ..) =
        before.begin(Begin { herkomst, navraag: navraag.clone(), ..begin(kevin()) }).await.unwrap();
    let (key, _) = before.find(&secret).await.unwrap().unwrap();
    let after = before.vervang(key, |session| session.rol = Some(Rol::Kcc)).await.unwrap().unwrap();
    assert_eq!(after.session.herkomst, herkomst);
    let same = |session: &Session| session.navraag.as_ref().unwrap().is(navraag.as_ref().unwrap());
    assert!(same(&after.session), "asked once for a session, whatever it goes on as");
    navraag.as_ref().unwrap().gevraagd(Some(vec![4, 5]), start().plus_micros(1));
    before.save().await.unwrap();
    let later = sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path()))));
    let found = later.find(&after.secret).await.unwrap().unwrap().1;
    assert_eq!((found.herkomst, found.navraag), (herkomst, navraag));
    // A file of the version before has none, and opens all the same.
    let path = folder.path().join("sessies.json");
    let mut all: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    all[0].as_object_mut().unwrap().remove("herkomst").unwrap();
    std::fs::write(&path, all.to_string()).unwrap();
    let older = sessions(&clock, Opslag::Hier(Some(SessionFile::in_folder(folder.path()))));
    assert_eq!(older.find(&after.secret).await.unwrap().map(|(_, found)| found.herkomst), Some(None));
}

#[test]
fn the_cookie_is_set_for_us_alone_and_read_strictly() {
    let secret = SessionSecret("a".repeat(43));
    let set = super::set(&secret).unwrap();
    assert_eq!(
        set.to_str().unwrap(),
        format!("__Host-kt={}; HttpOnly; Secure; SameSite=Lax; Path=/", "a".repeat(43))
    );
    let cookie = |value: String| {
        let mut headers = http::HeaderMap::new();
        headers.insert(http::header::COOKIE, value.parse().unwrap());
        from_headers(&headers)
    };
    let good = "a".repeat(43);
    assert_eq!(cookie(format!("x=1; __Host-kt={good}; y=2")), Some(secret));
    assert_eq!(cookie(format!("kt={good}")), None);
    assert_eq!(cookie(format!("__host-kt={good}")), None);
    assert_eq!(cookie(format!("__Host-kt={good}b")), None);
    assert_eq!(cookie(format!("__Host-kt={good}; __Host-kt={}", "b".repeat(43))), None);
    assert!(!format!("{:?}", SessionSecret(good)).contains("aaa"));
}
