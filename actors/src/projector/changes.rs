//! What an event changes, told in this order: who loses a right is off, lines read otherwise, who gains one comes in.

use super::actor::State;
use super::bundles::{Subject, besluit_lines};
use super::following::may_follow;
use super::topics::Aanleiding;
use crate::deps::door_van;
use crate::overzicht::{Gemeenteoverzicht, Wijziging};
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{ZaakFeiten, toetst};
use keukentafel::domain::ids::{
    ContactId, DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, PlanId, ZaakId,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::FeedEvent;
use std::collections::BTreeSet;

/// What an event of a zaak can touch besides the zaak.
struct Geraakt {
    persoon: PersoonId,
    feiten: ZaakFeiten,
    /// Who works on it now.
    nu: Vec<MedewerkerId>,
    /// The zaken of its person and of whoever lives with them: who works on one may know of the others.
    verwant: Vec<ZaakId>,
    contacten: Vec<ContactId>,
}

impl Geraakt {
    fn by(all: &Gemeenteoverzicht, zaak: ZaakId) -> Option<Self> {
        let lopend = all.zaak(zaak)?.lopend()?;
        // Who reads another zaak of the same person by consent does so while they work on this one.
        let others = all.zaken_van(lopend.persoon).filter(|other| all.heeft_toestemmingen(*other));
        let met_toestemming: Vec<ZaakId> = others.chain([zaak]).collect();
        Some(Self {
            persoon: lopend.persoon,
            feiten: lopend.feiten(),
            nu: lopend.behandelaars.clone(),
            verwant: all.zaken_van_huisgenoten(lopend.persoon),
            contacten: all.contacten_van(&met_toestemming),
        })
    }
}

impl State {
    pub(super) fn tell_change(&mut self, event: &FeedEvent, change: &Wijziging) {
        let header = &event.event.header;
        let why = Aanleiding {
            soort: header.soort.clone(),
            at: header.at,
            door: door_van(header, &*self.deps.namen),
        };
        let gemeente = event.gemeente;
        match change {
            Wijziging::Zaak { zaak, voorheen, dat, akkoord, verslagen, nieuw } => {
                self.verslagen_changed(gemeente, verslagen);
                self.zaak_changed(gemeente, *zaak, voorheen, (*dat, *akkoord), &why);
                self.nieuw_changed(gemeente, nieuw.iter().copied(), why.at);
                self.dashboards.changed(gemeente);
            }
            Wijziging::Persoon { persoon, op_regel, in_huishouden, portaal, bescherming, accounts } => {
                if *bescherming {
                    self.bescherming_changed(gemeente, *persoon, &why);
                }
                if !accounts.is_empty() {
                    self.accounts_changed(gemeente, *persoon, accounts);
                }
                if !portaal.is_empty() {
                    self.gezag_changed(gemeente, *persoon, why.at);
                }
                self.persoon_changed(gemeente, *persoon, *op_regel, *in_huishouden, &why);
                // Name, account, gezag or address: each says something of who is near whom.
                self.publish_if_other((gemeente, Topic::Nazicht(gemeente)), &why);
                self.portaal_changed(gemeente, |wie| {
                    wie.in_portaal_voor().is_some_and(|it| portaal.contains(&it))
                });
                if !portaal.is_empty() {
                    self.bijdragen_opnieuw(gemeente, why.at);
                }
            }
            Wijziging::Huishouden { huishouden, voorheen } => {
                self.huishouden_changed(gemeente, *huishouden, voorheen, &why);
                self.publish_if_other((gemeente, Topic::Nazicht(gemeente)), &why);
            }
            Wijziging::Brief { zaak } => self.brief_changed(gemeente, *zaak, &why),
            Wijziging::Gesprek { gesprek, voorheen } => {
                self.gesprek_changed(gemeente, *gesprek, voorheen);
                self.afspraak_changed(gemeente, *gesprek, voorheen, &why);
                // Who takes part no more is not told any more where they were named.
                self.nieuw_changed(gemeente, voorheen.iter().copied(), why.at);
            }
            // The list of who takes part has the document from its own first event on.
            Wijziging::Document { gesprek: Some(gesprek), .. } => {
                let (_, nu) = self.gesprek_nu(gemeente, *gesprek);
                self.latest.tell(gemeente, &nu);
            }
            Wijziging::Document { gesprek: None, .. } => {}
            Wijziging::Kantlijn { nieuw } => self.nieuw_changed(gemeente, nieuw.iter().copied(), why.at),
            Wijziging::Gezien { medewerker } => {
                self.publish_if_other((gemeente, Topic::Nieuw(*medewerker)), &why);
            }
            Wijziging::Medewerker { .. } => self.dashboards.changed(gemeente),
            Wijziging::Identiteit { medewerker } => self.identiteit_changed(gemeente, *medewerker, &why),
            Wijziging::Groep(groep) => self.groep_changed(gemeente, *groep, &why),
            Wijziging::Plan { plan, rechten, signaal } => {
                self.plan_changed(gemeente, *plan, *rechten, *signaal, &why);
                if *rechten {
                    self.dashboards.changed(gemeente);
                }
                self.bijdragen_changed(gemeente, *plan, why.at);
            }
            Wijziging::Signaal(signaal) => self.signaal_changed(gemeente, *signaal, &why),
            Wijziging::SignaalVernietigd { signaal, over, plannen } => {
                self.signaal_weg(gemeente, *signaal, over, plannen, &why);
            }
            Wijziging::Nazicht => self.publish_if_other((gemeente, Topic::Nazicht(gemeente)), &why),
            Wijziging::Rekening(rekening) => self.herzien.rekening(gemeente, *rekening),
            Wijziging::Toekenning(toekenning) => self.toekenning_changed(gemeente, *toekenning, &why),
        }
    }

    /// The book first, which everybody asks; then the list of whom one may assign to.
    fn identiteit_changed(&mut self, gemeente: GemeenteId, medewerker: MedewerkerId, why: &Aanleiding) {
        let known = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente).and_then(|all| all.identiteit(medewerker)).cloned()
        };
        if let Some(identiteit) = known {
            self.herzien.identiteit(gemeente, medewerker, &identiteit);
            self.dashboards.changed(gemeente);
            self.nieuw_changed(gemeente, [medewerker], why.at);
            // A plan that this person led may have nobody now, or somebody again (KING-RG1).
            let todo = self.opnieuw(gemeente, |all, todo| {
                all.plannen_van_regisseur(medewerker).for_each(|plan| todo.plan(all, plan));
            });
            let why = Aanleiding { soort: why.soort.clone(), at: why.at, door: None };
            self.redraw(gemeente, todo, &why);
            self.publish_if_other((gemeente, Topic::Leiding(gemeente)), &why);
        }
    }

    /// What is new for these may read otherwise now; where it reads the same they hear nothing. By what, and by whose hand, is not said: they may
    /// see no more of that zaak.
    pub(super) fn nieuw_changed(
        &mut self,
        gemeente: GemeenteId,
        voor: impl IntoIterator<Item = MedewerkerId>,
        at: Moment,
    ) {
        for who in voor {
            let why = Aanleiding { soort: "NieuwGewijzigd".to_owned(), at, door: None };
            self.publish_if_other((gemeente, Topic::Nieuw(who)), &why);
        }
    }

    /// Who reads the letters of a zaak has them as they are now; who works on it is told when a mail did not arrive.
    fn brief_changed(&mut self, gemeente: GemeenteId, zaak: ZaakId, why: &Aanleiding) {
        self.publish_if_other((gemeente, Topic::ZaakBrieven(zaak)), why);
        let who = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente).map(|all| all.behandelaars(zaak).to_vec()).unwrap_or_default()
        };
        self.nieuw_changed(gemeente, who, why.at);
    }

    /// Who leads a plan or did, and who stands in for them, is told anew what of its leden waits for somebody to look.
    fn bijdragen_changed(&mut self, gemeente: GemeenteId, plan: PlanId, at: Moment) {
        let who = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return };
            let led = all.regisseurs_ooit(plan);
            let stand_in = all.vervangers(&led);
            led.into_iter().chain(stand_in)
        };
        self.nieuw_changed(gemeente, who, at);
    }

    /// They read for themselves whether they take text; who takes part hears that there is news.
    fn verslagen_changed(&mut self, gemeente: GemeenteId, verslagen: &[DocumentId]) {
        if verslagen.is_empty() {
            return;
        }
        self.herzien.verslagen(verslagen);
        let gesprekken: Vec<_> = {
            let all = self.overzicht.lees();
            let all = all.gemeente(gemeente);
            verslagen.iter().filter_map(|id| all?.document(*id)?.gesprek()).collect()
        };
        for gesprek in gesprekken {
            let (_, nu) = self.gesprek_nu(gemeente, gesprek);
            self.latest.tell(gemeente, &nu);
        }
    }

    /// Rights first; then those who take part, and those who did until now, hear that there is news for them.
    fn gesprek_changed(&mut self, gemeente: GemeenteId, gesprek: GesprekId, voorheen: &[MedewerkerId]) {
        let (documenten, mut who) = self.gesprek_nu(gemeente, gesprek);
        self.herzien.gesprek(gemeente, gesprek, &documenten);
        who.extend(voorheen);
        let both: Vec<_> = who.iter().copied().collect();
        let vervangers = self.overzicht.lees().gemeente(gemeente).map(|all| all.vervangers(&both));
        who.extend(vervangers.unwrap_or_default());
        self.latest.tell(gemeente, &who);
    }

    /// When a talk is held, or who comes: for who takes part, who stands in for them, and to whom it comes in the portal.
    fn afspraak_changed(
        &mut self,
        gemeente: GemeenteId,
        gesprek: GesprekId,
        voorheen: &[MedewerkerId],
        why: &Aanleiding,
    ) {
        let (_, mut who) = self.gesprek_nu(gemeente, gesprek);
        who.extend(voorheen);
        let both: Vec<_> = who.iter().copied().collect();
        let thuis = self.bundles.mensen(|wie| {
            let in_portaal = wie.gemeente == gemeente && wie.in_portaal_voor().is_some();
            in_portaal && may_follow(&self.overzicht, wie, Topic::Afspraak(gesprek))
        });
        let todo = self.opnieuw(gemeente, |all, todo| {
            todo.afspraken([gesprek], both.iter().copied().chain(all.vervangers(&both)).chain(thuis));
        });
        self.redraw(gemeente, todo, why);
    }

    /// The documents of a talk, and who takes part in it.
    fn gesprek_nu(
        &self,
        gemeente: GemeenteId,
        gesprek: GesprekId,
    ) -> (Vec<DocumentId>, BTreeSet<MedewerkerId>) {
        let all = self.overzicht.lees();
        let regel = all.gemeente(gemeente).and_then(|all| all.gesprek(gesprek));
        let now =
            regel.map(|regel| (regel.documenten().to_vec(), regel.deelnemers().iter().copied().collect()));
        now.unwrap_or_default()
    }

    fn zaak_changed(
        &mut self,
        gemeente: GemeenteId,
        zaak: ZaakId,
        voorheen: &[MedewerkerId],
        (dat, akkoord): (bool, bool),
        why: &Aanleiding,
    ) {
        let Geraakt { persoon, feiten, nu, verwant, contacten } = {
            let all = self.overzicht.lees();
            let Some(geraakt) = all.gemeente(gemeente).and_then(|all| Geraakt::by(all, zaak)) else { return };
            geraakt
        };
        let changed_hands = voorheen != nu;
        if changed_hands {
            self.expel(gemeente, &verwant);
            self.herzien.zaak(gemeente, &verwant, persoon);
            self.herzien.contacten(gemeente, &contacten);
        }
        if akkoord {
            self.expel_lines(gemeente, besluit_lines(zaak).into_iter());
            // Who may be the second pair of eyes knows that the zaak runs only while something waits there.
            self.expel(gemeente, &[zaak]);
        }
        let waits = voorheen.is_empty() || nu.is_empty();
        let subject = Subject::Zaak(zaak);
        // Who stands in for one of them has it in their list too.
        let vervangers = {
            let all = self.overzicht.lees();
            let both: Vec<_> = voorheen.iter().chain(&nu).copied().collect();
            all.gemeente(gemeente).map(|all| all.vervangers(&both)).unwrap_or_default()
        };
        let touched = self.bundles.touched(|wie, bundle| {
            let work = [voorheen, &nu, &vervangers].iter().any(|who| who.contains(&wie.id));
            let own = waits || work || (akkoord && toetst(wie, &feiten));
            wie.gemeente == gemeente && matches!(bundle, Topic::Werkvoorraad(_)) && own
        });
        for (conn, bundle) in &touched {
            self.leave_where_changed(*conn, *bundle, gemeente, subject);
        }
        let todo = self.opnieuw(gemeente, |all, todo| {
            todo.zaak(zaak, dat, akkoord);
            todo.taken(all, zaak, voorheen);
            let thuis = all.huishouden_van(persoon);
            todo.pagina(thuis.map_or(Topic::Thuis(persoon), Topic::Huishouden));
            if changed_hands {
                // And is told of what was reported about its person.
                todo.afspraken([], voorheen.iter().chain(&nu).copied());
                // Who works on one zaak of a huishouden may know of the others, and sees parts of the plans of that person's groepen.
                todo.rond(all, &all.huisgenoten(persoon));
                let plans: BTreeSet<PlanId> =
                    all.plannen_van_zaak(zaak).chain(all.plannen_van(persoon)).collect();
                plans.into_iter().for_each(|plan| todo.plan(all, plan));
            }
        });
        self.redraw(gemeente, todo, why);
        for (conn, bundle) in touched {
            self.enter(conn, bundle, gemeente, subject);
        }
    }

    /// Under *dat* nobody hears of the person, not even that something happened (design §4); in a huishouden, who may see it hears of
    /// what it shows.
    fn persoon_changed(
        &mut self,
        gemeente: GemeenteId,
        persoon: PersoonId,
        op_regel: bool,
        in_huishouden: bool,
        why: &Aanleiding,
    ) {
        let todo = self.opnieuw(gemeente, |all, todo| {
            todo.adres(all, &all.huisgenoten(persoon));
            if op_regel {
                let lines = |zaak| [Topic::ZaakRij(zaak), Topic::ZaakHuishouden(zaak)];
                todo.luid.extend(all.zaken_van(persoon).flat_map(lines));
                all.zaken_van(persoon).for_each(|zaak| todo.taken(all, zaak, &[]));
                let zaken: Vec<_> = all.zaken_van(persoon).collect();
                todo.afspraken(all.afspraken_over(&zaken), []);
                todo.lines.push(Topic::Toestemmingen(persoon));
                all.plannen_van(persoon).for_each(|plan| todo.plan(all, plan));
                all.groepen_van(persoon).for_each(|groep| todo.groep(all, groep));
                all.signalen_over(persoon).for_each(|signaal| todo.signaal(all, signaal));
            }
            if let Some(home) = all.huishouden_van(persoon).filter(|_| in_huishouden) {
                todo.luid.push(Topic::HuishoudenWat(home));
            }
        });
        self.redraw(gemeente, todo, why);
    }
}
