//! Protected dossiers on the wire: who is kept out loses all of it on every open screen, and has it back when it is over. Each look
//! at one is told to who looks after them.

use std::collections::BTreeSet;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use keukentafel::protocol::topic::Topic;

use super::actor::State;
use super::toekenningen::Geraakt;
use super::topics::Aanleiding;

impl State {
    /// A dossier is protected, or is no more, or others may work on it. That is rare, and touches everything that is about somebody: so
    /// every open line and page is asked again, and none is forgotten. Why and by whom is told only to who looks after such dossiers: to
    /// others it would say what is kept from them.
    pub(super) fn bescherming_changed(&mut self, gemeente: GemeenteId, persoon: PersoonId, why: &Aanleiding) {
        let geraakt = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return };
            Geraakt::rond(all, persoon)
        };
        let neutraal = Aanleiding { soort: "Gewijzigd".to_owned(), at: why.at, door: None };
        let open = self.lines.open(gemeente, |_| true);
        self.expel_lines(gemeente, open.into_iter());
        let everybody: BTreeSet<MedewerkerId> = self.bundles.mensen(|wie| wie.gemeente == gemeente);
        self.mensen_kwijt(gemeente, &everybody);
        self.herzie(gemeente, &geraakt);
        let todo = self.opnieuw(gemeente, |all, todo| {
            todo.rond(all, &all.huisgenoten(persoon));
            todo.adres(all, &all.huisgenoten(persoon));
            all.plannen_van(persoon).for_each(|plan| todo.plan(all, plan));
            all.groepen_van(persoon).for_each(|groep| todo.groep(all, groep));
            all.signalen_over(persoon).for_each(|signaal| todo.signaal(all, signaal));
            // What it says of who lives there is otherwise now, though nothing of the huishouden changed.
            todo.lines.extend(all.huishouden_van(persoon).map(Topic::HuishoudenWat));
        });
        self.redraw(gemeente, todo, &neutraal);
        self.mensen_erbij(gemeente, &everybody);
        self.latest.tell(gemeente, &everybody);
        self.dashboards.changed(gemeente);
        let open = self.lines.open(gemeente, |topic| matches!(topic, Topic::Nieuw(_)));
        let nieuw = open.into_iter().filter_map(|topic| {
            let Topic::Nieuw(who) = topic else { return None };
            Some(who)
        });
        self.nieuw_changed(gemeente, nieuw, neutraal.at);
        // Whoever stands around a groep is on its page too, and belongs to none of it: so every open one is looked at.
        let names_others =
            |topic: &Topic| matches!(topic, Topic::Toekenningen(_) | Topic::Leiding(_) | Topic::Groep(_));
        for line in self.lines.open(gemeente, names_others) {
            self.publish_if_other((gemeente, line), &neutraal);
        }
        self.publish_if_other((gemeente, Topic::Beschermd(gemeente)), why);
    }

    /// Tells of every protection that began or ended by now.
    pub(super) fn beschermingen_over(&mut self, now: Moment) {
        if self.overzicht.lees().volgende_bescherming().is_none_or(|grens| grens > now) {
            return;
        }
        for (gemeente, persoon) in self.overzicht.schrijf(|all| all.bescherming_over_de_grens(now)) {
            let why = Aanleiding { soort: "BeschermingLooptAf".to_owned(), at: now, door: None };
            self.bescherming_changed(gemeente, persoon, &why);
        }
    }

    /// So often protected dossiers were looked at, as the trail has it.
    pub(super) fn dossiers_geopend(&mut self, gemeente: GemeenteId, keren: u64, laatst: Option<Moment>) {
        self.overzicht.schrijf(|all| all.dossiers_geopend(gemeente, keren, laatst));
        let at = laatst.unwrap_or_else(|| self.deps.clock.now());
        let why = Aanleiding { soort: "DossierGeopend".to_owned(), at, door: None };
        self.publish_if_other((gemeente, Topic::Beschermd(gemeente)), &why);
    }
}
