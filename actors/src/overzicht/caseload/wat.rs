//! The counts as a dashboard shows them: with names, and with who has nothing to do.

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Toegang, op_rol};
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::Rol;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::protocol::view::{
    AfwezigWat, CaseloadWat, MedewerkerCaseload, MedewerkerKort, TeamCaseload, Telling,
};

use crate::boek::initiaal;
use crate::deps::Namen;
use crate::overzicht::{Gemeenteoverzicht, Overzicht};

/// Through whose eyes, and when. Everybody in a role sees the same: nothing in here knows who asks.
#[derive(Copy, Clone)]
pub struct Blik<'a> {
    /// Of which gemeente.
    pub gemeente: GemeenteId,
    /// In which role.
    pub rol: Rol,
    /// On which day *te laat* is judged.
    pub vandaag: Date,
    /// Until when everything that was recorded is counted.
    pub bijgewerkt_op: Moment,
    /// Who works here.
    pub namen: &'a dyn Namen,
}

impl Blik<'_> {
    /// Whether everybody in this role may know of zaken of this zaaktype.
    fn mag_weten(&self, zaaktype: Zaaktype) -> bool {
        op_rol(self.rol, zaaktype) >= Toegang::Dat
    }

    /// The dashboard, with at most so many medewerkers.
    #[must_use]
    pub fn caseload(&self, overzicht: &Overzicht, max: usize) -> CaseloadWat {
        let nothing = Gemeenteoverzicht::default();
        let all = overzicht.gemeente(self.gemeente).unwrap_or(&nothing);
        let mut beeld = all.caseload().beeld(|zaaktype| self.mag_weten(zaaktype), self.vandaag);
        let mut medewerkers: Vec<_> = self
            .namen
            .toe_te_wijzen(self.gemeente)
            .into_iter()
            .map(|who| {
                let telling = beeld.medewerkers.remove(&who.id).unwrap_or_default();
                beeld.plannen.per_regisseur.remove(&who.id);
                self.van(all, who.id, Some(who), telling)
            })
            .collect();
        // Who has zaken or leads a plan and is not in the book any more: that work is there.
        let mut gone = std::mem::take(&mut beeld.medewerkers);
        for who in beeld.plannen.per_regisseur.into_keys() {
            gone.entry(who).or_default();
        }
        medewerkers.extend(gone.into_iter().map(|(who, telling)| self.van(all, who, None, telling)));
        medewerkers
            .sort_by(|a, b| (b.telling.gewicht, &a.naam, a.id).cmp(&(a.telling.gewicht, &b.naam, b.id)));
        let niet_getoond = medewerkers.len().saturating_sub(max) as u64;
        medewerkers.truncate(max);
        CaseloadWat {
            gemeente: self.gemeente,
            bijgewerkt_op: self.bijgewerkt_op,
            positie: overzicht.positie().0,
            dag: self.vandaag,
            totaal: beeld.totaal,
            wachtend: beeld.wachtend,
            plannen: beeld.plannen.totaal,
            teams: beeld
                .teams
                .into_iter()
                .map(|(domein, (telling, wachtend))| TeamCaseload { domein, telling, wachtend })
                .collect(),
            medewerkers,
            niet_getoond,
            verloop: beeld.verloop,
        }
    }

    /// One medewerker; `None` for who is not in the book and has nothing.
    #[must_use]
    pub fn medewerker(&self, overzicht: &Overzicht, who: MedewerkerId) -> Option<MedewerkerCaseload> {
        let nothing = Gemeenteoverzicht::default();
        let all = overzicht.gemeente(self.gemeente).unwrap_or(&nothing);
        let kort = self.namen.toe_te_wijzen(self.gemeente).into_iter().find(|one| one.id == who);
        let telling = all.caseload().van(who, |zaaktype| self.mag_weten(zaaktype), self.vandaag);
        let works = telling.aantal > 0 || all.caseload().plannen_van(who) > 0;
        (kort.is_some() || works).then(|| self.van(all, who, kort, telling))
    }

    fn van(
        &self,
        all: &Gemeenteoverzicht,
        id: MedewerkerId,
        kort: Option<MedewerkerKort>,
        telling: Telling,
    ) -> MedewerkerCaseload {
        let afwezig = all.afwezig(id, self.vandaag).map(|away| AfwezigWat {
            vanaf: away.vanaf,
            tot_en_met: away.tot_en_met,
            nu: away.geldt_op(self.vandaag),
        });
        let plannen = all.caseload().plannen_van(id);
        let (naam, initiaal, rol, rol_naam, team) = match kort {
            Some(kort) => (kort.naam, kort.initiaal, Some(kort.rol), kort.rol_naam, kort.team),
            None => {
                let naam = self.namen.door(id).naam;
                let initiaal = initiaal(&naam);
                (naam, initiaal, None, String::new(), None)
            }
        };
        MedewerkerCaseload { id, naam, initiaal, rol, rol_naam, team, telling, plannen, afwezig }
    }
}
