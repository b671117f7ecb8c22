//! What an event changes, told in this order: who loses a right is off, lines read otherwise, who gains one comes in.

use super::actor::State;
use super::bundles::{Subject, besluit_lines, zaak_lines};
use super::topics::Aanleiding;
use crate::overzicht::{Gemeenteoverzicht, Wijziging};
use keukentafel::domain::bevoegdheid::{ZaakFeiten, toetst};
use keukentafel::domain::ids::{
    ContactId, DocumentId, GemeenteId, GesprekId, HuishoudenId, MedewerkerId, PersoonId, ZaakId,
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
    /// Where its person lives.
    thuis: Option<HuishoudenId>,
    /// The zaken of its person and of whoever lives with them: who works on one may know of the others.
    verwant: Vec<ZaakId>,
    contacten: Vec<ContactId>,
}

impl Geraakt {
    fn by(all: &Gemeenteoverzicht, zaak: ZaakId) -> Option<Self> {
        let lopend = all.zaak(zaak)?.lopend()?;
        Some(Self {
            persoon: lopend.persoon,
            feiten: lopend.feiten(),
            nu: lopend.behandelaars.clone(),
            thuis: all.huishouden_van(lopend.persoon),
            verwant: all.zaken_van_huisgenoten(lopend.persoon),
            contacten: all.contacten_van(&[zaak]),
        })
    }
}

impl State {
    pub(super) fn tell_change(&mut self, event: &FeedEvent, change: &Wijziging) {
        let header = &event.event.header;
        let why = Aanleiding {
            soort: header.soort.clone(),
            at: header.at,
            door: header.door.map(|who| self.deps.namen.door(who)),
        };
        let gemeente = event.gemeente;
        match change {
            Wijziging::Zaak { zaak, voorheen, dat, akkoord, verslagen } => {
                self.verslagen_changed(gemeente, verslagen);
                self.zaak_changed(gemeente, *zaak, voorheen, (*dat, *akkoord), &why);
                self.dashboards.changed(gemeente);
            }
            Wijziging::Persoon { persoon, op_regel, in_huishouden } => {
                self.persoon_changed(gemeente, *persoon, *op_regel, *in_huishouden, &why);
            }
            Wijziging::Huishouden { huishouden, voorheen } => {
                self.huishouden_changed(gemeente, *huishouden, voorheen, &why);
            }
            Wijziging::Gesprek { gesprek, voorheen } => self.gesprek_changed(gemeente, *gesprek, voorheen),
            // The list of who takes part has the document from its own first event on.
            Wijziging::Document { gesprek: Some(gesprek), .. } => {
                let (_, nu) = self.gesprek_nu(gemeente, *gesprek);
                self.latest.tell(gemeente, &nu);
            }
            Wijziging::Document { gesprek: None, .. } => {}
            Wijziging::Medewerker { .. } => self.dashboards.changed(gemeente),
            Wijziging::Groep(groep) => self.groep_changed(gemeente, *groep, &why),
            Wijziging::Plan { plan, rechten, signaal } => {
                self.plan_changed(gemeente, *plan, *rechten, *signaal, &why);
            }
            Wijziging::Signaal(signaal) => self.signaal_changed(gemeente, *signaal, &why),
        }
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
        self.latest.tell(gemeente, &who);
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

    fn zaken_van(&self, gemeente: GemeenteId, persoon: PersoonId) -> Vec<ZaakId> {
        let all = self.overzicht.lees();
        all.gemeente(gemeente).map(|all| all.zaken_van(persoon).collect()).unwrap_or_default()
    }

    fn zaak_changed(
        &mut self,
        gemeente: GemeenteId,
        zaak: ZaakId,
        voorheen: &[MedewerkerId],
        (dat, akkoord): (bool, bool),
        why: &Aanleiding,
    ) {
        let Geraakt { persoon, feiten, nu, thuis, verwant, contacten } = {
            let all = self.overzicht.lees();
            let Some(geraakt) = all.gemeente(gemeente).and_then(|all| Geraakt::by(all, zaak)) else { return };
            geraakt
        };
        let changed_hands = voorheen != nu;
        if changed_hands {
            self.expel(gemeente, &verwant);
            self.herzien.zaak(gemeente, &verwant, persoon);
            self.herzien.contacten(gemeente, &contacten);
            if let Some(thuis) = thuis {
                self.expel_from_huishouden(gemeente, thuis);
            }
        }
        if akkoord {
            self.expel_lines(gemeente, besluit_lines(zaak).into_iter());
            // Who may be the second pair of eyes knows that the zaak runs only while something waits there.
            self.expel(gemeente, &[zaak]);
        }
        let waits = voorheen.is_empty() || nu.is_empty();
        let subject = Subject::Zaak(zaak);
        let touched = self.bundles.touched(|wie, bundle| {
            let own = waits || voorheen.contains(&wie.id) || nu.contains(&wie.id);
            let own = own || (akkoord && toetst(wie, &feiten));
            wie.gemeente == gemeente && matches!(bundle, Topic::Werkvoorraad(_)) && own
        });
        let homes = self.bundles.touched(|wie, bundle| {
            wie.gemeente == gemeente && thuis.is_some_and(|thuis| bundle == Topic::Huishouden(thuis))
        });
        // Who works on one zaak of a huishouden may know of the others, so all of it is looked at again.
        let there = if changed_hands { verwant } else { vec![zaak] };
        for (conn, bundle) in &touched {
            self.leave_where_changed(*conn, *bundle, gemeente, subject);
        }
        self.leave_all_changed(&homes, gemeente, &there);
        for line in zaak_lines(zaak) {
            // Of what changes nothing for them, who may only know that it runs hear nothing: not by content, moment or number.
            let only_dat = matches!(line, Topic::ZaakDat(_) | Topic::ZaakHuishouden(_));
            if dat || !only_dat {
                self.publish((gemeente, line), why);
            }
        }
        for (conn, bundle) in touched {
            self.enter(conn, bundle, gemeente, subject);
        }
        self.enter_all(&homes, gemeente, &there);
        if voorheen != nu {
            self.behandelaars_changed(gemeente, zaak, persoon, why);
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
        if op_regel {
            for zaak in self.zaken_van(gemeente, persoon) {
                self.publish((gemeente, Topic::ZaakRij(zaak)), why);
                self.publish((gemeente, Topic::ZaakHuishouden(zaak)), why);
            }
            self.naam_changed(gemeente, persoon, why);
        }
        let home = self.overzicht.lees().gemeente(gemeente).and_then(|all| all.huishouden_van(persoon));
        if let Some(home) = home.filter(|_| in_huishouden) {
            self.publish((gemeente, Topic::HuishoudenWat(home)), why);
        }
    }
}
