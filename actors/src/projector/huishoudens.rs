//! What a change of a huishouden, or of a zaak in one, does to the pages that show it.

use keukentafel::domain::ids::{GemeenteId, HuishoudenId, PersoonId, ZaakId};
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;

use super::actor::State;
use super::bundles::Subject;
use super::following::may_follow;
use super::topics::{Aanleiding, Why};
use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId};
use crate::overzicht::HuishoudenRegel;

impl State {
    /// Somebody came to live there, left, or lives there otherwise. Rights first: they follow from who lives together.
    pub(super) fn huishouden_changed(
        &mut self,
        gemeente: GemeenteId,
        id: HuishoudenId,
        voorheen: &[PersoonId],
        why: &Aanleiding,
    ) {
        let (zaken, same) = {
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(gemeente) else { return };
            let leden = all.huishouden(id).map(HuishoudenRegel::leden).unwrap_or_default();
            let nu: Vec<_> = leden.iter().map(|lid| lid.persoon).collect();
            let mut wie: Vec<_> = nu.iter().chain(voorheen).copied().collect();
            wie.sort_unstable();
            wie.dedup();
            let zaken: Vec<_> = wie.into_iter().flat_map(|persoon| all.zaken_van(persoon)).collect();
            (zaken, nu == voorheen)
        };
        if !same {
            self.expel(gemeente, &zaken);
            self.expel_from_huishouden(gemeente, id);
        }
        let pages =
            self.bundles.touched(|wie, bundle| wie.gemeente == gemeente && bundle == Topic::Huishouden(id));
        self.leave_all_changed(&pages, gemeente, &zaken);
        self.publish((gemeente, Topic::HuishoudenWat(id)), why);
        self.enter_all(&pages, gemeente, &zaken);
    }

    /// Whoever works for nobody there any more sees neither who lives there nor what runs.
    pub(super) fn expel_from_huishouden(&mut self, gemeente: GemeenteId, id: HuishoudenId) {
        let line = Topic::HuishoudenWat(id);
        let overzicht = &self.overzicht;
        let may = |conn: &Conn| may_follow(overzicht, conn.wie(), line);
        for (conn, a) in self.lines.expel((gemeente, line), may) {
            conn.forget(a);
            conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
        }
        let bundle = Topic::Huishouden(id);
        let shut = self.bundles.touched(|wie, open| {
            wie.gemeente == gemeente && open == bundle && !may_follow(overzicht, wie, bundle)
        });
        for (conn, _) in shut {
            self.close_bundle(conn, bundle, gemeente);
        }
    }

    pub(super) fn close_bundle(&mut self, conn: ConnId, bundle: Topic, gemeente: GemeenteId) {
        let a = self.bundles.number(bundle, &self.deps.numbers);
        let Some(open) = self.bundles.remove(conn, bundle) else { return };
        for line in open.leden.into_values() {
            if let Some(member) = self.lines.leave(conn, (gemeente, line), Why::Bundel(bundle)) {
                open.conn.send(Class::Control, encode(&ServerMessage::Eraf { a: member, bij: a }));
            }
        }
        open.conn.forget(a);
        open.conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
    }

    pub(super) fn leave_all_changed(
        &mut self,
        pages: &[(ConnId, Topic)],
        gemeente: GemeenteId,
        zaken: &[ZaakId],
    ) {
        for (conn, bundle) in pages {
            for zaak in zaken {
                self.leave_where_changed(*conn, *bundle, gemeente, Subject::Zaak(*zaak));
            }
        }
    }

    pub(super) fn enter_all(&mut self, pages: &[(ConnId, Topic)], gemeente: GemeenteId, zaken: &[ZaakId]) {
        for (conn, bundle) in pages {
            for zaak in zaken {
                self.enter(*conn, *bundle, gemeente, Subject::Zaak(*zaak));
            }
        }
    }
}
