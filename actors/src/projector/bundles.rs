//! Bundles: which composed pages are open, and which lines are in each.
//!
//! A bundle is a page made of lines that others follow too: a werkvoorraad, a huishouden. Its members follow rights: for each
//! connection the lines that the policy allows, entered and left as rights and facts change (design §4).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{
    ActieId, GesprekId, GroepId, MedewerkerId, PersoonId, PlanId, SignaalId, TaakId, ZaakId,
};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use uuid::Uuid;

use super::wijkteam;
use crate::hub::{Conn, ConnId, TopicNumber, TopicNumbers};
use crate::overzicht::{Gemeenteoverzicht, HuishoudenRegel};

/// What a member of a bundle is about. In one bundle a subject stands at most once, under one view.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub(super) enum Subject {
    /// A zaak.
    Zaak(ZaakId),
    /// A groep.
    Groep(GroepId),
    /// A plan, as a whole or the part for who works on a zaak in it.
    Plan(PlanId),
    /// Of a plan what is for one lid.
    PlanLid(PlanId, PersoonId),
    /// What one lid brought into a plan.
    Bijdragen(PlanId, PersoonId),
    /// An action of a plan.
    Actie(PlanId, ActieId),
    /// A taak of a zaak.
    Taak(ZaakId, TaakId),
    /// A planned talk.
    Gesprek(GesprekId),
    /// A signaal.
    Signaal(SignaalId),
    /// Several signalen about this person or groep.
    Aandacht(Uuid),
}

/// One open bundle of one connection.
pub(super) struct Open {
    pub(super) conn: Arc<Conn>,
    /// Its members, each under the view that rights allow.
    pub(super) leden: BTreeMap<Subject, Topic>,
}

/// A bundle's number, and how many have it open.
struct Nummer {
    a: TopicNumber,
    open: usize,
}

/// Everybody's open bundles. A bundle has one number, also when somebody has it open in three tabs; it lives from the first who opens it to
/// the last, so there are never more numbers here than open pages.
#[derive(Default)]
pub(super) struct Bundles {
    numbers: HashMap<Topic, Nummer>,
    open: HashMap<ConnId, BTreeMap<Topic, Open>>,
}

impl Bundles {
    /// The number of a bundle that somebody has open.
    pub(super) fn number(&self, bundle: Topic) -> Option<TopicNumber> {
        self.numbers.get(&bundle).map(|number| number.a)
    }

    /// `conn` opens it: its number, and what it had open of the same before.
    pub(super) fn insert(
        &mut self,
        conn: &Arc<Conn>,
        bundle: Topic,
        numbers: &TopicNumbers,
    ) -> (TopicNumber, Option<Open>) {
        let number = self.numbers.entry(bundle).or_insert_with(|| Nummer { a: numbers.next(), open: 0 });
        let a = number.a;
        let open = Open { conn: Arc::clone(conn), leden: BTreeMap::new() };
        let before = self.open.entry(conn.id()).or_default().insert(bundle, open);
        number.open += usize::from(before.is_none());
        (a, before)
    }

    /// It closes it: its number, and what stood in it.
    pub(super) fn remove(&mut self, conn: ConnId, bundle: Topic) -> Option<(TopicNumber, Open)> {
        let of_conn = self.open.get_mut(&conn)?;
        let gone = of_conn.remove(&bundle)?;
        if of_conn.is_empty() {
            self.open.remove(&conn);
        }
        Some((self.one_less(bundle)?, gone))
    }

    pub(super) fn remove_all(&mut self, conn: ConnId) {
        for bundle in self.open.remove(&conn).into_iter().flat_map(BTreeMap::into_keys) {
            self.one_less(bundle);
        }
    }

    fn one_less(&mut self, bundle: Topic) -> Option<TopicNumber> {
        let number = self.numbers.get_mut(&bundle)?;
        let a = number.a;
        number.open -= 1;
        if number.open == 0 {
            self.numbers.remove(&bundle);
        }
        Some(a)
    }

    /// What `conn` has open.
    pub(super) fn of(&self, conn: ConnId) -> impl Iterator<Item = (Topic, &Open)> {
        self.open.get(&conn).into_iter().flatten().map(|(bundle, open)| (*bundle, open))
    }

    pub(super) fn get(&self, conn: ConnId, bundle: Topic) -> Option<&Open> {
        self.open.get(&conn)?.get(&bundle)
    }

    pub(super) fn get_mut(&mut self, conn: ConnId, bundle: Topic) -> Option<&mut Open> {
        self.open.get_mut(&conn)?.get_mut(&bundle)
    }

    /// What stands in an open bundle now.
    pub(super) fn subjects(&self, conn: ConnId, bundle: Topic) -> Vec<Subject> {
        self.get(conn, bundle).map(|open| open.leden.keys().copied().collect()).unwrap_or_default()
    }

    /// Takes a line out of every bundle of `conn` that shows it: its right ended.
    pub(super) fn drop_line(&mut self, conn: ConnId, line: Topic) {
        for open in self.open.get_mut(&conn).into_iter().flat_map(BTreeMap::values_mut) {
            open.leden.retain(|_, present| *present != line);
        }
    }

    /// Who has any bundle open, of those concerned.
    pub(super) fn mensen(&self, concerned: impl Fn(&Wie) -> bool) -> BTreeSet<MedewerkerId> {
        let open = self.open.values().filter_map(|of_conn| of_conn.values().next());
        open.map(|open| open.conn.wie()).filter(|wie| concerned(wie)).map(|wie| wie.id).collect()
    }

    /// The open bundles for which `touched` holds.
    pub(super) fn touched(&self, touched: impl Fn(&Wie, Topic) -> bool) -> Vec<(ConnId, Topic)> {
        let all = self.open.iter().flat_map(|(conn, of_conn)| of_conn.iter().map(move |each| (*conn, each)));
        all.filter(|(_, (bundle, open))| touched(open.conn.wie(), **bundle))
            .map(|(conn, (bundle, _))| (conn, *bundle))
            .collect()
    }
}

/// What is in a bundle for `wie`, at the moment that it is opened.
pub(super) fn members(all: &Gemeenteoverzicht, wie: &Wie, bundle: Topic) -> Vec<Subject> {
    match bundle {
        Topic::Werkvoorraad(_) => {
            let own = all.werkvoorraad(wie).into_iter().map(|(zaak, _)| zaak);
            own.chain(all.alles_te_accorderen(wie)).map(Subject::Zaak).collect()
        }
        Topic::Signalen(_) | Topic::Signaal(_) | Topic::Plan(_) | Topic::Plannen(_) | Topic::Acties(_) => {
            wijkteam::members_of(all, wie, bundle)
        }
        Topic::Huishouden(id) => {
            let leden = all.huishouden(id).map(HuishoudenRegel::leden).unwrap_or_default();
            let zaken = leden.iter().flat_map(|lid| all.zaken_van(lid.persoon));
            zaken.filter(|zaak| all.toegang(wie, *zaak) > Toegang::Niets).map(Subject::Zaak).collect()
        }
        Topic::Thuis(persoon) => {
            let zaken = all.zaken_van(persoon);
            let seen = zaken.filter(|zaak| all.toegang_thuis(wie, persoon, *zaak) > Toegang::Niets);
            seen.map(Subject::Zaak).collect()
        }
        Topic::ZaakDat(_)
        | Topic::ZaakVerdeling(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakHuishouden(_)
        | Topic::ZaakWat(_)
        | Topic::ZaakBesluit(_)
        | Topic::ZaakTeAccorderen(_)
        | Topic::ZaakTafel(_)
        | Topic::ZaakTaak(..)
        | Topic::Afspraak(_)
        | Topic::ZaakBrieven(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Kantlijn(_)
        | Topic::Contact(_)
        | Topic::HuishoudenWat(_)
        | Topic::Nieuw(_)
        | Topic::Gesprekken(_)
        | Topic::Document(_)
        | Topic::Saldo(_)
        | Topic::Caseload(_)
        | Topic::Inzage(_)
        | Topic::Groep(_)
        | Topic::PlanWat(_)
        | Topic::PlanRij(_)
        | Topic::PlanDeelnemer(_)
        | Topic::PlanLid(..)
        | Topic::PlanPortaal(_)
        | Topic::PlanMeekijken(_)
        | Topic::Meekijken(_)
        | Topic::PlanPortaalLid(..)
        | Topic::PlanBijdragen(..)
        | Topic::PlanActie(..)
        | Topic::PlanTafel(_)
        | Topic::SignaalDat(_)
        | Topic::SignaalRij(_)
        | Topic::SignaalWat(_)
        | Topic::Toekenningen(_)
        | Topic::Toestemmingen(_)
        | Topic::Glazen(_)
        | Topic::Leiding(_)
        | Topic::Beschermd(_)
        | Topic::Nazicht(_)
        | Topic::Aandacht(..) => Vec::new(),
    }
}

/// The line under which `subject` stands in `bundle` for `wie` now; `None` when it has no place there.
pub(super) fn wanted(all: &Gemeenteoverzicht, wie: &Wie, bundle: Topic, subject: Subject) -> Option<Topic> {
    match (bundle, subject) {
        (Topic::Werkvoorraad(_), Subject::Zaak(zaak)) => match all.in_werkvoorraad(wie, zaak) {
            Some(Toegang::Dat) if all.ziet_contactdag(wie, zaak) => Some(Topic::ZaakVerdeling(zaak)),
            Some(toegang) => zaak_line(zaak, toegang),
            None => all.te_accorderen(wie, zaak).then_some(Topic::ZaakTeAccorderen(zaak)),
        },
        (
            Topic::Signalen(_) | Topic::Signaal(_) | Topic::Plan(_) | Topic::Plannen(_) | Topic::Acties(_),
            _,
        ) => wijkteam::wanted_in(all, wie, bundle, subject),
        (Topic::Huishouden(id), Subject::Zaak(zaak)) => match all.toegang_in_huishouden(wie, id, zaak) {
            Toegang::Dat => Some(Topic::ZaakHuishouden(zaak)),
            toegang @ (Toegang::Niets | Toegang::Wat | Toegang::Schrijven) => zaak_line(zaak, toegang),
        },
        (Topic::Thuis(persoon), Subject::Zaak(zaak)) => match all.toegang_thuis(wie, persoon, zaak) {
            Toegang::Dat => Some(Topic::ZaakHuishouden(zaak)),
            toegang @ (Toegang::Niets | Toegang::Wat | Toegang::Schrijven) => zaak_line(zaak, toegang),
        },
        // What is no bundle has no members.
        (_, _) => None,
    }
}

/// The line of a zaak that this much access allows.
pub(super) fn zaak_line(zaak: ZaakId, toegang: Toegang) -> Option<Topic> {
    match toegang {
        Toegang::Niets => None,
        Toegang::Dat => Some(Topic::ZaakDat(zaak)),
        Toegang::Wat | Toegang::Schrijven => Some(Topic::ZaakRij(zaak)),
    }
}

/// The lines that a zaak has.
pub(super) fn zaak_lines(zaak: ZaakId) -> [Topic; 6] {
    let [besluit, rij] = besluit_lines(zaak);
    let (dat, verdeling) = (Topic::ZaakDat(zaak), Topic::ZaakVerdeling(zaak));
    [dat, verdeling, Topic::ZaakRij(zaak), Topic::ZaakHuishouden(zaak), besluit, rij]
}

/// Those that are there while something waits for a second pair of eyes.
pub(super) fn besluit_lines(zaak: ZaakId) -> [Topic; 2] {
    [Topic::ZaakBesluit(zaak), Topic::ZaakTeAccorderen(zaak)]
}
