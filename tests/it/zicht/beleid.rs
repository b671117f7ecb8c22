//! The policy in words of this test: written from the requirements, not from the server's tables, and worked out the long way round.

use std::collections::BTreeSet;

use keukentafel_tests::Mens;

use super::feiten::{Casus, Plan, Signaal, Zaak};

/// How far somebody may look.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd)]
pub(super) enum Ver {
    Niets,
    Dat,
    Wat,
    Schrijven,
}

impl Ver {
    pub(super) fn woord(self) -> &'static str {
        match self {
            Self::Niets => "niets",
            Self::Dat => "dat",
            Self::Wat => "wat",
            Self::Schrijven => "schrijven",
        }
    }
}

/// Somebody who looks.
pub(super) struct Wie {
    woord: &'static str,
    pub(super) mens: Mens,
    /// The person that a resident is.
    persoon: Option<String>,
}

/// Who works in a field of law.
fn veld_van(woord: &str) -> Option<&'static str> {
    match woord {
        "kevin" => Some("jeugd"),
        "emma" => Some("wmo"),
        "peter" | "sara" | "abdul" => Some("inkomen"),
        _ => None,
    }
}

impl Wie {
    pub(super) async fn van(casus: &Casus, woord: &'static str) -> Self {
        let mens = casus.app.login(woord).await;
        let ik = casus.app.get(&mens, "/api/v1/ik").await.json();
        Self { woord, persoon: ik["persoon"].as_str().map(str::to_owned), mens }
    }

    fn regisseur(&self) -> bool {
        matches!(self.woord, "regisseur" | "regisseur2")
    }

    /// Takes decisions about one field of law: all of one's own, that it runs of the rest of the field.
    fn consulent(&self) -> bool {
        matches!(self.woord, "kevin" | "emma" | "peter")
    }

    fn verdeelt(&self) -> bool {
        matches!(self.woord, "werkverdeler" | "wijkteammanager")
    }

    /// The desk knows everybody who comes to it.
    pub(super) fn ziet_ieder(&self) -> bool {
        matches!(self.woord, "linda" | "kcc")
    }

    pub(super) fn zoekt(&self) -> bool {
        self.ziet_ieder() || self.consulent() || self.regisseur()
    }

    pub(super) fn is(&self, persoon: &str) -> bool {
        self.persoon.as_deref() == Some(persoon)
    }

    fn werkt_aan(&self, feit: &Zaak) -> bool {
        feit.behandelaars.contains(&self.mens.id)
    }

    fn werkt_voor(&self, casus: &Casus, persoon: &str) -> bool {
        casus.zaken.iter().any(|feit| feit.persoon == persoon && self.werkt_aan(feit))
    }

    pub(super) fn op_zaak(&self, casus: &Casus, feit: &Zaak) -> Ver {
        let own = self.werkt_aan(feit);
        let took_in = feit.melder == self.woord;
        let open = !feit.vertrouwelijk();
        let same_field = veld_van(self.woord) == Some(feit.veld());
        let same_person = casus
            .zaken
            .iter()
            .any(|other| other.id != feit.id && other.persoon == feit.persoon && self.werkt_aan(other));
        let housemates = casus.thuis_van(&feit.persoon).map(|home| home.leden.as_slice()).unwrap_or_default();
        let housemate = housemates.iter().any(|lid| *lid != feit.persoon && self.werkt_voor(casus, lid));
        let leads = casus.plannen.iter().any(|plan| self.leidt(plan) && plan.leden.contains(&feit.persoon));
        let dat = |when: bool| if when { Ver::Dat } else { Ver::Niets };
        match self.woord {
            _ if self.consulent() && own => Ver::Schrijven,
            "kevin" | "emma" => dat(same_field || took_in || open && (same_person || housemate)),
            "peter" => dat(same_field || took_in || open && same_person),
            "sara" | "abdul" | "backoffice" | "medewerker-budgetbeheer" | "regisseur" | "regisseur2"
                if own =>
            {
                Ver::Schrijven
            }
            "sara" => dat(open && same_person),
            "regisseur" | "regisseur2" => dat(took_in || open && (same_person || housemate || leads)),
            "linda" | "kcc" if took_in => Ver::Wat,
            "linda" | "kcc" => dat(open && feit.veld() != "jeugd"),
            "werkverdeler" | "wijkteammanager" | "privacyfunctionaris" => Ver::Dat,
            _ => dat(open && (self.is(&feit.persoon) || self.heeft_gezag(casus, feit))),
        }
    }

    /// C2-R6, KING-R4c: who knows of everything that it runs, and of nothing for whom.
    fn kent_niemand(&self) -> bool {
        self.verdeelt() || self.woord == "privacyfunctionaris"
    }

    /// Beside its person's name a confidential zaak is for nobody who has only *dat* of it.
    pub(super) fn bij_persoon(&self, casus: &Casus, feit: &Zaak) -> Ver {
        let far = self.op_zaak(casus, feit);
        if feit.vertrouwelijk() && far == Ver::Dat { Ver::Niets } else { far }
    }

    /// C2-R1, KING-R1e: of all who log in, Maria has gezag over a child: Dylan.
    fn heeft_gezag(&self, casus: &Casus, feit: &Zaak) -> bool {
        self.woord == "maria" && feit.persoon == casus.demo.dylan
    }

    pub(super) fn in_lijst(&self, casus: &Casus, feit: &Zaak, lijst: &str) -> bool {
        let hands_out = matches!(self.woord, "linda" | "kcc") || self.regisseur();
        let about = self.is(&feit.persoon) || self.heeft_gezag(casus, feit);
        let mine = self.werkt_aan(feit) || (feit.melder == self.woord && hands_out) || about;
        let team = self.verdeelt() || veld_van(self.woord) == Some(feit.veld());
        match lijst {
            "mijn" => mine,
            "team" => team,
            "wachtend" => team && feit.behandelaars.is_empty(),
            "alle" => true,
            _ => mine || team,
        }
    }

    /// Whether one may know of it under this filter.
    pub(super) fn past(&self, casus: &Casus, feit: &Zaak, filter: &str) -> bool {
        let (field, value) = filter.split_once('=').unwrap_or(("", ""));
        let fits = match field {
            "zaaktype" => feit.zaaktype == value,
            "status" => feit.status == value,
            "persoon" => feit.persoon == value,
            _ => true,
        };
        let far = match field {
            "persoon" if self.kent_niemand() => Ver::Niets,
            "persoon" => self.bij_persoon(casus, feit),
            _ => self.op_zaak(casus, feit),
        };
        fits && far > Ver::Niets
    }

    pub(super) fn op_huishouden(&self, casus: &Casus, leden: &[String]) -> bool {
        self.ziet_ieder() || leden.iter().any(|lid| self.werkt_voor(casus, lid))
    }

    pub(super) fn in_wijkteam(&self) -> bool {
        matches!(self.woord, "kevin" | "emma" | "wijkteammanager") || self.regisseur()
    }

    pub(super) fn op_signaal(&self, casus: &Casus, signaal: &Signaal) -> Ver {
        if !signaal.plannen.is_empty() {
            let with_me =
                casus.plannen.iter().any(|plan| self.leidt(plan) && signaal.plannen.contains(&plan.id));
            return if with_me { Ver::Schrijven } else { Ver::Niets };
        }
        let readers: &[&str] = match signaal.soort {
            "huurachterstand" | "energie_afsluiting" | "overlast" | "overig" => &["kevin", "emma"],
            "schoolverzuim" | "zorgen_om_kind" => &["kevin"],
            "zorgmijding" => &["emma"],
            "partnergeweld" => &[],
            other => unreachable!("no such kind: {other}"),
        };
        match self.woord {
            who if readers.contains(&who) || self.regisseur() => Ver::Schrijven,
            "wijkteammanager" => Ver::Dat,
            _ => Ver::Niets,
        }
    }

    /// About whom three or more wait that one may read.
    pub(super) fn aandacht(&self, casus: &Casus) -> BTreeSet<String> {
        let about: BTreeSet<&String> =
            casus.signalen.iter().filter_map(|signaal| signaal.persoon.as_ref()).collect();
        let counted = |persoon: &String| {
            let mine = casus
                .signalen
                .iter()
                .filter(|one| one.persoon.as_ref() == Some(persoon) && one.plannen.is_empty());
            mine.filter(|one| self.op_signaal(casus, one) >= Ver::Wat).count()
        };
        about.into_iter().filter(|persoon| counted(persoon) >= 3).cloned().collect()
    }

    pub(super) fn leidt(&self, plan: &Plan) -> bool {
        plan.regisseur == self.woord
    }

    /// The leden on whose zaak in this plan somebody works.
    pub(super) fn eigen_leden<'a>(&self, casus: &'a Casus, plan: &Plan) -> BTreeSet<&'a str> {
        let linked = casus.zaken.iter().filter(|feit| plan.zaken.contains(&feit.id) && self.werkt_aan(feit));
        linked.map(|feit| feit.persoon.as_str()).collect()
    }
}
