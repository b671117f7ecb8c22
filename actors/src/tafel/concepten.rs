//! Concepten: what somebody typed in a form and did not hand in yet. One's own, in the role that may hand it in, and nobody else's.
//!
//! The trail says that there is one, about whom, and each time that it is read back; not each stop of the keys, and no word of it.

use std::collections::{BTreeMap, BTreeSet};

use keukentafel::domain::bevoegdheid::{GROND_ROL, Toegang, mag};
use keukentafel::domain::concept::{CONCEPT_DAGEN, Conceptsoort};
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::limits::{CONCEPT_PERSONEN_MAX, CONCEPT_VELDEN_MAX, CONCEPT_VELDNAAM_MAX};
use keukentafel::protocol::body::Conceptinhoud;
use keukentafel::protocol::view::{ConceptBewaard, ConceptWat, PersoonKort};
use keukentafel::store::{
    AuditRow, ConceptSleutel, ConceptWeg, ConceptWrite, Concepten, NieuwConcept, Refusal, StoredConcept,
    Write,
};
use uuid::Uuid;

use super::Tafel;
use super::invoer::Velden;
use crate::overzicht::Over;
use crate::weigering::Weigering;

const MICROS_PER_DAG: i64 = 24 * 60 * 60 * 1_000_000;

/// A concept of one's own: of which form, about what.
pub type Conceptplek = (Conceptsoort, Option<Uuid>);

impl Tafel {
    /// One's own concept, or that there is none.
    ///
    /// # Errors
    /// Who may not hand in such a form has none to keep; and when the trail or the store cannot be reached.
    pub async fn concept(&self, wie: &Wie, plek: Conceptplek) -> Result<Option<ConceptWat>, Weigering> {
        const HANDELING: &str = "concept.lezen";
        // To keep what was typed goes on: that shows nothing to anybody.
        self.met_zicht().await?;
        self.in_zicht(async |_| {
            let sleutel = self.eigen_concept(wie, plek, HANDELING).await?;
            let found = self.deps.journal.concept(sleutel, self.deps.clock.now()).await?;
            let about = found.as_ref().map(|concept| concept.personen.clone()).unwrap_or_default();
            self.herinner(wie, &about).await?;
            let rows = self.sporen_van_concept(wie, plek, HANDELING, about);
            self.audit(wie.gemeente, rows).await?;
            found.map(|concept| self.concept_wat(wie, plek, concept)).transpose()
        })
        .await
    }

    /// Keeps what was typed, on top of version `basis` (0: there was none). It is on disk when this returns.
    ///
    /// # Errors
    /// [`Weigering::Conflict`] when it was changed elsewhere since; another refusal; or when it could not be kept.
    pub async fn bewaar_concept(
        &self,
        wie: &Wie,
        plek: Conceptplek,
        typed: Conceptinhoud,
        basis: u64,
    ) -> Result<ConceptBewaard, Weigering> {
        const HANDELING: &str = "concept.bewaren";
        let sleutel = self.eigen_concept(wie, plek, HANDELING).await?;
        let at = self.deps.clock.now();
        let before = self.deps.journal.concept(sleutel, at).await?;
        let known = before.as_ref().map(|one| one.personen.as_slice()).unwrap_or_default();
        self.herinner(wie, &typed.personen).await?;
        let checked = self.keur_concept(wie, &typed, known);
        self.concept_gekeurd(wie, plek, HANDELING, checked).await?;
        let Conceptinhoud { personen, velden } = typed;
        let personen: Vec<PersoonId> = BTreeSet::from_iter(personen).into_iter().collect();
        // Its begin, that it is about others now, and that it is gone on with in another session.
        let known = before.as_ref().is_some_and(|one| (one.sessie, &one.personen) == (wie.sessie, &personen));
        let rows =
            if known { Vec::new() } else { self.sporen_van_concept(wie, plek, HANDELING, personen.clone()) };
        let nieuw = NieuwConcept {
            sleutel,
            basis,
            personen,
            sessie: wie.sessie,
            at,
            verloopt_op: at.plus_micros(CONCEPT_DAGEN * MICROS_PER_DAG),
            inhoud: serde_json::to_vec(&velden).map_err(|_| Weigering::Onbekend)?,
        };
        let kept = ConceptBewaard { versie: nieuw.versie(), bewaard_op: at, verloopt_op: nieuw.verloopt_op };
        let write = Write::Concept(ConceptWrite::Bewaar(nieuw.clone(), rows.clone()));
        let refusal = match self.schrijf_met_sporen(wie.gemeente, &rows, write).await? {
            Ok(()) => return Ok(kept),
            Err(refusal) => refusal,
        };
        if let Refusal::ConceptElders { versie } = refusal
            && let Some(own) = self.net_bewaard(&nieuw, versie).await?
        {
            return Ok(own);
        }
        self.concept_gekeurd(wie, plek, HANDELING, Err(refusal.into())).await
    }

    /// Throws one's own away, when it is still at `versie`.
    ///
    /// # Errors
    /// [`Weigering::Conflict`] when it was changed elsewhere since; or when it could not be thrown away.
    pub async fn gooi_concept_weg(
        &self,
        wie: &Wie,
        plek: Conceptplek,
        versie: Option<u64>,
    ) -> Result<(), Weigering> {
        const HANDELING: &str = "concept.weggooien";
        let sleutel = self.eigen_concept(wie, plek, HANDELING).await?;
        // What one has not seen cannot be thrown away.
        let seen = versie.ok_or_else(|| Weigering::Velden(vec![("If-Match", "invoer.versie")]));
        let versie = self.concept_gekeurd(wie, plek, HANDELING, seen).await?;
        let Some(found) = self.deps.journal.concept(sleutel, self.deps.clock.now()).await? else {
            return Ok(());
        };
        let rows = self.sporen_van_concept(wie, plek, HANDELING, found.personen);
        let write = Write::Concept(ConceptWrite::Weg(ConceptWeg { sleutel, versie }, rows.clone()));
        let done = self.schrijf_met_sporen(wie.gemeente, &rows, write).await?;
        self.concept_gekeurd(wie, plek, HANDELING, done.map_err(Weigering::from)).await
    }

    /// What a command takes away that hands in one's concept, as it was at `versie`.
    pub(super) fn ingeleverd(
        &self,
        wie: &Wie,
        (soort, onderwerp): Conceptplek,
        versie: Option<u64>,
    ) -> Vec<ConceptWeg> {
        let sleutel = ConceptSleutel { gemeente: wie.gemeente, medewerker: wie.id, soort, onderwerp };
        versie.into_iter().map(|versie| ConceptWeg { sleutel, versie }).collect()
    }

    /// Whether `wie` may hand in such a form now: then the concept is theirs to keep and to read.
    async fn eigen_concept(
        &self,
        wie: &Wie,
        plek @ (soort, onderwerp): Conceptplek,
        handeling: &'static str,
    ) -> Result<ConceptSleutel, Weigering> {
        let may = match (soort.handeling(), onderwerp) {
            // Views are no form, and have an address of their own.
            _ if !soort.is_formulier() || soort.heeft_onderwerp() != onderwerp.is_some() => {
                Err(Weigering::NIET_GEVONDEN)
            }
            (Some(needs), _) if mag(wie.rol, needs) => Ok(()),
            (Some(_), _) => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            (None, Some(zaak)) if self.deps.rechten.op_zaak(wie, zaak.into()) >= Toegang::Schrijven => Ok(()),
            (None, _) => Err(Weigering::NIET_GEVONDEN),
        };
        self.concept_gekeurd(wie, plek, handeling, may).await?;
        Ok(ConceptSleutel { gemeente: wie.gemeente, medewerker: wie.id, soort, onderwerp })
    }

    /// Only its size, and that it is about people who are there for who types it: an id opens no name. `known` were in it before.
    fn keur_concept(&self, wie: &Wie, typed: &Conceptinhoud, known: &[PersoonId]) -> Result<(), Weigering> {
        let mut velden = Velden::default();
        let long = |naam: &String| naam.chars().count() > CONCEPT_VELDNAAM_MAX;
        if typed.velden.len() > CONCEPT_VELDEN_MAX || typed.velden.keys().any(long) {
            velden.fout("velden", "concept.te_groot");
        }
        if typed.personen.len() > CONCEPT_PERSONEN_MAX {
            velden.fout("personen", "concept.te_groot");
        }
        let there = |persoon: &PersoonId| known.contains(persoon) || self.kent_of_vond(wie, *persoon);
        if !typed.personen.iter().all(there) {
            velden.fout("persoon", "invoer.persoon_onbekend");
        }
        velden.klaar(())
    }

    /// The same was kept a moment ago, and the answer got lost.
    async fn net_bewaard(
        &self,
        nieuw: &NieuwConcept,
        versie: u64,
    ) -> Result<Option<ConceptBewaard>, Weigering> {
        let found = self.deps.journal.concept(nieuw.sleutel, nieuw.at).await?;
        let same = found.filter(|one| {
            one.versie == versie
                && one.sessie == nieuw.sessie
                && one.personen == nieuw.personen
                && one.inhoud == nieuw.inhoud
        });
        Ok(same.map(|StoredConcept { at, verloopt_op, .. }| ConceptBewaard {
            versie,
            bewaard_op: at,
            verloopt_op,
        }))
    }

    fn concept_wat(
        &self,
        wie: &Wie,
        (soort, onderwerp): Conceptplek,
        concept: StoredConcept,
    ) -> Result<ConceptWat, Weigering> {
        let velden: BTreeMap<String, String> =
            serde_json::from_slice(&concept.inhoud).map_err(|_| Weigering::Onbekend)?;
        // Before the read side is held: it is not taken twice.
        let gevonden: Vec<_> =
            concept.personen.iter().copied().filter(|persoon| self.vond(wie, *persoon)).collect();
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        let kort = |persoon: &PersoonId| -> Option<PersoonKort> {
            let all = all?;
            // Protected meanwhile: for who found them the name, and nothing by which the dossier would be known better; else nobody.
            if all.afgeschermd(wie, *persoon) {
                return gevonden.contains(persoon).then(|| all.bij_naam_alleen(*persoon));
            }
            all.persoon(*persoon)?.kort(*persoon)
        };
        Ok(ConceptWat {
            soort,
            onderwerp,
            versie: concept.versie,
            bewaard_op: concept.at,
            verloopt_op: concept.verloopt_op,
            personen: concept.personen.iter().filter_map(kort).collect(),
            velden,
        })
    }

    /// The lines of the trail: about the thing where there is one, and else about the persons.
    fn sporen_van_concept(
        &self,
        wie: &Wie,
        plek: Conceptplek,
        handeling: &str,
        personen: Vec<PersoonId>,
    ) -> Vec<AuditRow> {
        match plek {
            (Conceptsoort::Besluit, Some(zaak)) => {
                self.deps.regels(wie, handeling, format!("zaak/{zaak}"), None)
            }
            (soort, _) => {
                let row = self.regel(wie, handeling, object(soort), None);
                Over { personen, grond: Some(GROND_ROL), doel: None }.in_regel(row)
            }
        }
    }

    /// A refusal goes in the trail.
    async fn concept_gekeurd<T>(
        &self,
        wie: &Wie,
        (soort, _): Conceptplek,
        handeling: &str,
        keuring: Result<T, Weigering>,
    ) -> Result<T, Weigering> {
        if let Err(weigering) = &keuring {
            let row = self.regel(wie, handeling, object(soort), Some(weigering.code()));
            // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
            drop(self.audit(wie.gemeente, vec![row]).await);
        }
        keuring
    }
}

fn object(soort: Conceptsoort) -> String {
    format!("concept/{}", soort.word())
}
