//! One's own views of the zaken, by name, in the role of the session. They follow their owner to every desk and are nobody else's.

use keukentafel::domain::bevoegdheid::GROND_ROL;
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::weergaven::{WEERGAVEN_DAGEN, Weergave, WeergavenFout, keur, plek};
use keukentafel::protocol::view::{ConceptBewaard, WeergavenWat};
use keukentafel::store::{
    AuditRow, ConceptSleutel, ConceptWrite, Concepten, NieuwConcept, Refusal, StoredConcept, Write,
};

use super::Tafel;
use super::invoer::tekst_code;
use crate::overzicht::Over;
use crate::weigering::Weigering;

const MICROS_PER_DAG: i64 = 24 * 60 * 60 * 1_000_000;
const LEZEN: &str = "weergaven.lezen";
const BEWAREN: &str = "weergaven.bewaren";

impl Tafel {
    /// One's own views in this role; none when there never were.
    ///
    /// # Errors
    /// When the trail or the store cannot be reached.
    pub async fn weergaven(&self, wie: &Wie) -> Result<WeergavenWat, Weigering> {
        let found = self.deps.journal.concept(sleutel(wie), self.deps.clock.now()).await?;
        self.audit(wie.gemeente, vec![self.spoor(wie, LEZEN, None)]).await?;
        found.map_or_else(|| Ok(WeergavenWat::default()), wat)
    }

    /// Keeps these in the place of version `basis` (0: there were none). They are on disk when this returns.
    ///
    /// # Errors
    /// [`Weigering::Conflict`] when they were changed elsewhere since; another refusal; or when they could not be kept.
    pub async fn bewaar_weergaven(
        &self,
        wie: &Wie,
        typed: &[Weergave],
        basis: u64,
    ) -> Result<ConceptBewaard, Weigering> {
        let kept = keur(typed).map_err(|fout| Weigering::Velden(vec![("weergaven", fout_code(fout))]));
        let kept = match kept {
            Ok(kept) => kept,
            Err(weigering) => return self.geweigerd(wie, weigering).await,
        };
        let at = self.deps.clock.now();
        let nieuw = NieuwConcept {
            sleutel: sleutel(wie),
            basis,
            personen: Vec::new(),
            sessie: wie.sessie,
            at,
            verloopt_op: at.plus_micros(WEERGAVEN_DAGEN * MICROS_PER_DAG),
            inhoud: serde_json::to_vec(&kept).map_err(|_| Weigering::Onbekend)?,
        };
        let done = ConceptBewaard { versie: nieuw.versie(), bewaard_op: at, verloopt_op: nieuw.verloopt_op };
        let (key, inhoud) = (nieuw.sleutel, nieuw.inhoud.clone());
        let rows = vec![self.spoor(wie, BEWAREN, None)];
        let write = Write::Concept(ConceptWrite::Bewaar(nieuw, rows.clone()));
        let refusal = match self.schrijf_met_sporen(wie.gemeente, &rows, write).await? {
            Ok(()) => return Ok(done),
            Err(refusal) => refusal,
        };
        // The same was kept a moment ago, and the answer got lost.
        if let Refusal::ConceptElders { versie } = refusal
            && let Some(own) = self.deps.journal.concept(key, at).await?
            && own.versie == versie
            && own.inhoud == inhoud
        {
            return Ok(ConceptBewaard { versie, bewaard_op: own.at, verloopt_op: own.verloopt_op });
        }
        self.geweigerd(wie, refusal.into()).await
    }

    /// A refusal goes in the trail. It stands also when the trail cannot take it: nothing was done that it would have to tell.
    async fn geweigerd<T>(&self, wie: &Wie, weigering: Weigering) -> Result<T, Weigering> {
        let row = self.spoor(wie, BEWAREN, Some(weigering.code()));
        drop(self.audit(wie.gemeente, vec![row]).await);
        Err(weigering)
    }

    fn spoor(&self, wie: &Wie, handeling: &str, code: Option<&'static str>) -> AuditRow {
        let row = self.regel(wie, handeling, "weergaven".to_owned(), code);
        let over = Over { grond: Some(GROND_ROL), ..Over::default() }.in_regel(row.clone());
        over.into_iter().next().unwrap_or(row)
    }
}

fn sleutel(wie: &Wie) -> ConceptSleutel {
    ConceptSleutel {
        gemeente: wie.gemeente,
        medewerker: wie.id,
        soort: Conceptsoort::Weergaven,
        onderwerp: Some(plek(wie.rol)),
    }
}

fn wat(found: StoredConcept) -> Result<WeergavenWat, Weigering> {
    let weergaven = serde_json::from_slice(&found.inhoud).map_err(|_| Weigering::Onbekend)?;
    Ok(WeergavenWat { weergaven, versie: found.versie, verloopt_op: Some(found.verloopt_op) })
}

fn fout_code(fout: WeergavenFout) -> &'static str {
    match fout {
        WeergavenFout::TeVeel => "weergaven.te_veel",
        WeergavenFout::Dubbel => "weergaven.dubbel",
        WeergavenFout::Naam(fout) => tekst_code(fout),
        WeergavenFout::Adres => "weergaven.adres",
    }
}
