//! Rights over the facts of the read side.

use keukentafel::domain::bevoegdheid::{self, Toegang};
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, GroepId, HuishoudenId, MedewerkerId,
    PersoonId, PlanId, SignaalId, ZaakId,
};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::mens::Mens;
use keukentafel::store::{StreamId, StreamKind};

use super::over::named;
use super::{GedeeldOverzicht, Gemeenteoverzicht, Onderwerp, Over};
use crate::deps::Rechten;

impl Gemeenteoverzicht {
    /// How far `wie` may look into a talk and what belongs to it.
    #[must_use]
    pub fn toegang_gesprek(&self, wie: &Wie, gesprek: GesprekId) -> Toegang {
        let Some(regel) = self.gesprek(gesprek) else { return Toegang::Niets };
        if self.een_zaak_afgeschermd(wie, regel.zaken()) {
            return Toegang::Niets;
        }
        bevoegdheid::op_gesprek(wie, regel.deelnemers(), &self.vervangt(wie))
    }

    /// How far `wie` may look into a document.
    #[must_use]
    pub fn toegang_document(&self, wie: &Wie, document: DocumentId) -> Toegang {
        match self.document(document).and_then(super::DocumentRegel::gesprek) {
            Some(gesprek) => self.toegang_gesprek(wie, gesprek),
            None => Toegang::Niets,
        }
    }

    /// Whether `wie` is kept out of what this stream is about, whatever it says of them itself.
    fn stroom_afgeschermd(&self, wie: &Wie, stream: StreamId) -> bool {
        match stream.kind {
            StreamKind::Zaak => self.een_zaak_afgeschermd(wie, &[stream.id.into()]),
            StreamKind::Gesprek => {
                let regel = self.gesprek(stream.id.into());
                regel.is_some_and(|regel| self.een_zaak_afgeschermd(wie, regel.zaken()))
            }
            StreamKind::Contact => {
                let regel = self.contact(stream.id.into());
                regel.is_some_and(|regel| self.een_zaak_afgeschermd(wie, &regel.zaken))
            }
            StreamKind::Plan => self.plan_afgeschermd(wie, stream.id.into()),
            StreamKind::Beheerrekening => {
                let regel = self.rekening(stream.id.into());
                regel.is_some_and(|regel| self.afgeschermd(wie, regel.persoon()))
            }
            StreamKind::Persoon => self.afgeschermd(wie, stream.id.into()),
            // These ask the read side for the whole of the right.
            StreamKind::Document
            | StreamKind::Huishouden
            | StreamKind::Groep
            | StreamKind::Signaal
            | StreamKind::Medewerker
            | StreamKind::Identiteit
            | StreamKind::Toekenning
            | StreamKind::Overdracht
            | StreamKind::Nazicht => false,
            StreamKind::Brief => {
                let vraag = self.brief(stream.id.into());
                vraag.is_some_and(|vraag| self.een_zaak_afgeschermd(wie, &[vraag.zaak]))
            }
        }
    }

    /// How far `wie` may look at a person.
    #[must_use]
    pub fn toegang_persoon(&self, wie: &Wie, persoon: PersoonId) -> Toegang {
        if self.persoon(persoon).is_none() {
            return Toegang::Niets;
        }
        let toegang = bevoegdheid::op_persoon(wie, persoon, self.hoogste_bij_persoon(wie, persoon));
        if self.afgeschermd(wie, persoon) { bevoegdheid::alleen_naam(toegang) } else { toegang }
    }
}

impl Gemeenteoverzicht {
    /// How far `wie` may look at the object of this name, as it stands in a line of the trail. *Niets* too where no right of the record is asked: of
    /// what a role alone opens.
    pub(crate) fn toegang_object(&self, wie: &Wie, object: &str) -> Toegang {
        let Some((kind, id)) = named(object) else { return Toegang::Niets };
        match kind {
            "zaak" => self.toegang(wie, ZaakId(id)),
            "persoon" | "thuis" => self.toegang_persoon(wie, PersoonId(id)),
            "huishouden" => self.toegang_huishouden(wie, HuishoudenId(id)),
            "gesprek" => self.toegang_gesprek(wie, GesprekId(id)),
            "document" => self.toegang_document(wie, DocumentId(id)),
            "contact" => self.toegang_contact(wie, ContactId(id)),
            "groep" => self.toegang_groep(wie, GroepId(id)),
            "plan" => self.zicht_op_plan(wie, PlanId(id)).toegang(),
            "signaal" => self.toegang_signaal(wie, SignaalId(id)),
            "beheerrekening" | "saldo" => self.toegang_rekening(wie, BeheerrekeningId(id)),
            _ => Toegang::Niets,
        }
    }
}

impl Rechten for GedeeldOverzicht {
    fn mens(&self, wie: &Wie) -> Mens {
        self.lees().gemeente(wie.gemeente).map_or_else(Mens::default, |all| all.mens(wie))
    }

    fn op_zaak(&self, wie: &Wie, zaak: ZaakId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang(wie, zaak))
    }

    fn op_persoon(&self, wie: &Wie, persoon: PersoonId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_persoon(wie, persoon))
    }

    fn adres_verraadt_huisgenoot(&self, gemeente: GemeenteId, persoon: PersoonId) -> bool {
        self.lees().gemeente(gemeente).is_some_and(|all| all.adres_verraadt_huisgenoot(persoon))
    }

    fn spreker_beschermd(&self, gemeente: GemeenteId, contact: ContactId) -> bool {
        self.lees().gemeente(gemeente).is_some_and(|all| all.spreker_beschermd(contact))
    }

    fn op_gesprek(&self, wie: &Wie, gesprek: GesprekId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_gesprek(wie, gesprek))
    }

    fn op_contact(&self, wie: &Wie, contact: ContactId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_contact(wie, contact))
    }

    fn op_huishouden(&self, wie: &Wie, huishouden: HuishoudenId) -> Toegang {
        self.lees()
            .gemeente(wie.gemeente)
            .map_or(Toegang::Niets, |all| all.toegang_huishouden(wie, huishouden))
    }

    fn op_document(&self, wie: &Wie, document: DocumentId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_document(wie, document))
    }

    fn op_rekening(&self, wie: &Wie, rekening: BeheerrekeningId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_rekening(wie, rekening))
    }
    fn op_groep(&self, wie: &Wie, groep: GroepId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_groep(wie, groep))
    }

    fn op_plan(&self, wie: &Wie, plan: PlanId) -> Toegang {
        let all = self.lees();
        all.gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.zicht_op_plan(wie, plan).toegang())
    }

    fn vervangt(&self, wie: &Wie) -> Vec<MedewerkerId> {
        self.lees().gemeente(wie.gemeente).map(|all| all.vervangt(wie)).unwrap_or_default()
    }

    fn heeft_glas(&self, wie: &Wie, plan: PlanId) -> bool {
        self.lees().gemeente(wie.gemeente).is_some_and(|all| all.heeft_glas(wie, plan))
    }

    fn leest_met_toestemming(&self, wie: &Wie, zaak: ZaakId) -> bool {
        self.lees().gemeente(wie.gemeente).is_some_and(|all| all.leest_met_toestemming(wie, zaak))
    }

    fn namens(&self, wie: &Wie, stream: StreamId) -> Option<MedewerkerId> {
        self.lees().gemeente(wie.gemeente)?.namens(wie, stream)
    }

    fn afgeschermd(&self, wie: &Wie, stream: StreamId) -> bool {
        self.lees().gemeente(wie.gemeente).is_some_and(|all| all.stroom_afgeschermd(wie, stream))
    }

    fn op_signaal(&self, wie: &Wie, signaal: SignaalId) -> Toegang {
        self.lees().gemeente(wie.gemeente).map_or(Toegang::Niets, |all| all.toegang_signaal(wie, signaal))
    }

    fn over(&self, wie: &Wie, object: &str) -> Over {
        self.lees().gemeente(wie.gemeente).map_or_else(Over::default, |all| all.over(wie, object))
    }

    fn personen_van(&self, gemeente: GemeenteId, onderwerpen: &[Onderwerp]) -> Vec<PersoonId> {
        let all = self.lees();
        // Where nothing happened yet, only the first person can be meant.
        all.gemeente(gemeente).unwrap_or(&Gemeenteoverzicht::default()).personen_van(onderwerpen)
    }
}
