//! Reading the trail: the privacy officer all of it, a resident who looked at their own dossier. Each reading is a look of its own.

use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::clock::{Moment, amsterdam};
use keukentafel::domain::bevoegdheid::{GROND_GEMACHTIGDE, Handeling, Toegang, mag, op_inzage};
use keukentafel::domain::ids::{GroepId, PersoonId, ZaakId};
use keukentafel::domain::inzage::{
    GEMACHTIGDE_VOOR_INWONER, Inzagedag, Inzageregel, Kijk, grond_voor_een, handeling_naam,
    houdt_een_regel_achter, per_dag, rol_voor_inwoner, waarom, wordt_getoond,
};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaaktype::Domein;
use keukentafel::limits::{INZAGE_DAGEN, INZAGE_REGELS_MAX, SPOREN_PAGINA};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{
    BetrokkeneKort, InzageDagWat, InzageRegelWat, InzageWat, PersoonKort, SpoorRegel,
};
use keukentafel::store::{AuditFilter, AuditLine, AuditPlek, AuditRow, AuditUitkomst, Journal};
use uuid::Uuid;

use super::zoeken::{Gezocht, ontleed_vraag};
use crate::overzicht::Gemeenteoverzicht;
use crate::tafel::Tafel;
use crate::weigering::Weigering;

/// A page of the trail, and the place after it when there is more.
pub type Sporen = (Vec<SpoorRegel>, Option<AuditPlek>);

impl Tafel {
    /// Lines of the trail, for the privacy officer; `None` for whom the trail is not there.
    ///
    /// # Errors
    /// When the trail cannot be reached, to read or to tell that it was read.
    pub async fn sporen(&self, wie: &Wie, filter: &AuditFilter) -> Result<Option<Sporen>, Weigering> {
        self.in_zicht(async |look| {
            if !mag(wie.rol, Handeling::SporenLezen) {
                self.gekeken(&look, wie, "audit.lezen", "audit".to_owned(), Toegang::Niets).await?;
                return Ok(None);
            }
            let more = AuditFilter { gemeente: wie.gemeente, limit: filter.limit + 1, ..filter.clone() };
            let mut lines = self.deps.journal.read_audit(&more).await?;
            let next = (lines.len() > filter.limit).then(|| lines.truncate(filter.limit));
            let next = next.and_then(|()| lines.last().map(AuditLine::plek));
            let shown: BTreeSet<_> =
                lines.iter().flat_map(|line| line.row.betrokkenen.iter().copied()).collect();
            self.lijst_gekeken(&look, wie, "audit.lezen", "audit", shown.into_iter().collect()).await?;
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            Ok(Some((lines.into_iter().map(|line| self.spoor_regel(wie, all, line)).collect(), next)))
        })
        .await
    }

    pub(super) fn spoor_regel(
        &self,
        wie: &Wie,
        all: Option<&Gemeenteoverzicht>,
        line: AuditLine,
    ) -> SpoorRegel {
        let achtergehouden = houdt_een_regel_achter(&kijk_van(all, &line.row));
        let AuditLine { n, node, place: _, row } = line;
        let betrokkene = |id: PersoonId| BetrokkeneKort {
            id,
            naam: all.and_then(|all| all.persoon(id)?.kort(id)).map(|kort| kort.naam),
        };
        let zaaknummer = |object: &str| all.and_then(|all| zaaknummer(all, wie, object));
        SpoorRegel {
            n,
            node,
            at: row.at,
            wie: row.wie.map(|who| self.deps.namen.door(who)),
            namens: row.namens.map(|who| self.deps.namen.door(who)),
            rol_naam: row.rol.as_deref().map(rol_naam),
            sessie: row.sessie,
            handeling_naam: handeling_naam(&row.handeling).to_owned(),
            handeling: row.handeling,
            object_zaaknummer: zaaknummer(&row.object),
            object: row.object,
            betrokkenen: row.betrokkenen.into_iter().map(betrokkene).collect(),
            grond: row.grond,
            doel_zaaknummer: row.doel.as_deref().and_then(zaaknummer),
            doel: row.doel,
            systeem: row.systeem,
            uitkomst: row.uitkomst,
            code: row.code,
            achtergehouden,
        }
    }

    /// Persons by BSN, or by name and date of birth, whose lines the privacy officer can then ask for. `None` for whom the trail is not
    /// there.
    ///
    /// # Errors
    /// When the question is not one, or the trail cannot be reached.
    pub async fn sporen_personen(
        &self,
        wie: &Wie,
        vraag: &keukentafel::protocol::body::PersoonVraag,
    ) -> Result<Option<Vec<PersoonKort>>, Weigering> {
        self.in_zicht(async |look| {
            if !mag(wie.rol, Handeling::SporenLezen) {
                self.gekeken(&look, wie, "audit.lezen", "personen".to_owned(), Toegang::Niets).await?;
                return Ok(None);
            }
            let gezocht: Gezocht = ontleed_vraag(vraag)?;
            let found: Vec<_> = {
                let all = self.overzicht.lees();
                let own = self.eigen(wie, &gezocht);
                let kort = |id| all.gemeente(wie.gemeente)?.persoon(id)?.kort(id);
                own.into_iter().filter_map(|(id, _)| kort(id)).collect()
            };
            let shown = found.iter().map(|kort| kort.id).collect();
            self.lijst_gekeken(&look, wie, "persoon.zoeken", "personen", shown).await?;
            Ok(Some(found))
        })
        .await
    }

    /// Who looked at the dossier of the resident `wie` themselves: the days before `tot`, or up to now.
    ///
    /// # Errors
    /// When the trail cannot be reached, to read or to tell that it was read.
    pub async fn mijn_inzage(&self, wie: &Wie, tot: Option<Date>) -> Result<Option<InzageWat>, Weigering> {
        self.in_zicht(async |look| {
            let own = wie.persoon.filter(|persoon| op_inzage(wie, *persoon));
            let toegang = if own.is_some() { Toegang::Wat } else { Toegang::Niets };
            let object = own.map_or_else(|| "inzage".to_owned(), |persoon| format!("inzage/{persoon}"));
            self.gekeken(&look, wie, "inzage.lezen", object, toegang).await?;
            let Some(persoon) = own else { return Ok(None) };
            let now = self.deps.clock.now();
            let today = now.day();
            let end = tot.unwrap_or_else(|| today.saturating_add(jiff::Span::new().days(1)));
            let begin = end.saturating_sub(jiff::Span::new().days(INZAGE_DAGEN));
            let filter = AuditFilter {
                persoon: Some(persoon),
                uitkomst: Some(AuditUitkomst::Gelukt),
                nieuwste_eerst: true,
                ..AuditFilter::periode(wie.gemeente, midnight(begin), midnight(end), SPOREN_PAGINA)
            };
            let (kijken, vanaf) = self.kijken(&filter, begin).await?;
            let before = AuditFilter {
                from: Moment::from_micros(i64::MIN),
                until: midnight(vanaf),
                limit: 1,
                ..filter
            };
            let older = !self.deps.journal.read_audit(&before).await?.is_empty();
            let day = |dag: Inzagedag| InzageDagWat {
                dag: dag.dag,
                regels: dag.regels.into_iter().map(|regel| self.inzage_regel(persoon, regel)).collect(),
            };
            let dagen = per_dag(kijken).into_iter().map(day).collect();
            Ok(Some(InzageWat { dagen, vanaf, eerder: older.then_some(vanaf) }))
        })
        .await
    }

    /// The lines of a period, and the day from which on they are whole: a bounded number of them is read.
    async fn kijken(&self, filter: &AuditFilter, begin: Date) -> Result<(Vec<Kijk>, Date), Weigering> {
        let mut kijken = Vec::new();
        let (mut na, mut read) = (None, 0);
        loop {
            let page = self.deps.journal.read_audit(&AuditFilter { na, ..filter.clone() }).await?;
            read += page.len();
            na = page.last().map(AuditLine::plek);
            let last = page.len() < filter.limit;
            {
                let all = self.overzicht.lees();
                let all = all.gemeente(filter.gemeente);
                let kijk = |line: &AuditLine| Kijk {
                    toelichting: all.zip(filter.persoon).and_then(|(all, who)| gezegd(all, who, &line.row)),
                    ..kijk_van(all, &line.row)
                };
                kijken.extend(page.iter().map(kijk).filter(wordt_getoond));
            }
            let Some((at, _)) = na.filter(|_| !last) else { return Ok((kijken, begin)) };
            if read >= INZAGE_REGELS_MAX {
                // The day on which the reading stopped is not whole; the next part begins with it, unless it is the only one.
                let day = at.day();
                let whole = day.saturating_add(jiff::Span::new().days(1));
                if kijken.iter().any(|kijk| kijk.at.day() >= whole) {
                    kijken.retain(|kijk| kijk.at.day() >= whole);
                    return Ok((kijken, whole));
                }
                return Ok((kijken, day));
            }
        }
    }

    fn inzage_regel(&self, persoon: PersoonId, regel: Inzageregel) -> InzageRegelWat {
        let recht = Topic::Inzage(persoon).leesrecht();
        let rol_naam = match regel.grond.as_deref() {
            Some(GROND_GEMACHTIGDE) => GEMACHTIGDE_VOOR_INWONER,
            Some(_) | None => rol_voor_inwoner(regel.rol),
        };
        InzageRegelWat {
            naam: regel.wie.map(|who| self.deps.namen.door(who).naam),
            rol: regel.rol,
            rol_naam: rol_naam.to_owned(),
            afdeling: regel.rol.domein().map(|domein| afdeling(domein).to_owned()),
            deel: regel.deel,
            deel_naam: regel.deel.naam().to_owned(),
            waarom: waarom(regel.grond.as_deref()).to_owned(),
            toelichting: regel.toelichting.zip(recht).map(|(said, recht)| said.lees(&recht).clone()),
            gewijzigd: regel.gewijzigd,
            glas: regel.glas,
            van: regel.van,
            tot: regel.tot,
            keer: regel.keer,
        }
    }

    /// Of these lines, about whom somebody is told, and when it was. Nothing while nobody listens.
    pub(in crate::tafel) fn zichtbaar(
        &self,
        gemeente: keukentafel::domain::ids::GemeenteId,
        rows: &[AuditRow],
    ) -> Vec<(PersoonId, Moment)> {
        // At another node somebody may listen of whom nothing is known here.
        if !self.inzagebel.luistert_iemand() && !self.deps.bus.reaches_others() {
            return Vec::new();
        }
        let all = self.overzicht.lees();
        let all = all.gemeente(gemeente);
        let shown = rows.iter().filter(|row| wordt_getoond(&kijk_van(all, row)));
        shown.flat_map(|row| row.betrokkenen.iter().map(|persoon| (*persoon, row.at))).collect()
    }
}

/// The number of the zaak that an object is or is of, for who may know that it runs.
fn zaaknummer(all: &Gemeenteoverzicht, wie: &Wie, object: &str) -> Option<String> {
    let id = object.strip_prefix("zaak/")?.get(..36)?;
    let id = ZaakId(Uuid::try_parse(id).ok()?);
    let lopend = all.zaak(id)?.lopend().filter(|_| all.toegang(wie, id) >= Toegang::Dat)?;
    Some(lopend.zaaknummer.to_string())
}

fn rol_naam(word: &str) -> String {
    Rol::from_word(word).map_or_else(|| word.to_owned(), |rol| rol.naam().to_owned())
}

fn kijk_van(all: Option<&Gemeenteoverzicht>, row: &AuditRow) -> Kijk {
    let confidential = |object: &str| {
        let id = object.strip_prefix("zaak/").and_then(|rest| Uuid::try_parse(rest.get(..36)?).ok());
        let zaak = id.and_then(|id| all?.zaak(ZaakId(id))?.lopend());
        zaak.is_some_and(|zaak| zaak.zaaktype.vertrouwelijk())
    };
    Kijk {
        at: row.at,
        wie: row.wie,
        rol: row.rol.as_deref().and_then(Rol::from_word),
        namens: row.namens,
        handeling: row.handeling.clone(),
        grond: grond_voor_een(row.grond.as_deref(), row.betrokkenen.len()).map(str::to_owned),
        gelukt: row.uitkomst == AuditUitkomst::Gelukt,
        opdracht: row.cmd_id.is_some(),
        vertrouwelijk: confidential(&row.object) || row.doel.as_deref().is_some_and(confidential),
        object: row.object.clone(),
        toelichting: None,
    }
}

/// What was written for this person when a groep was made with them: of the line that says so, and of no other. Nothing of it while a
/// signaal is behind the groep, or could be: that there is one may not show (KING-ZT22), and whom it warns of may read along.
fn gezegd(all: &Gemeenteoverzicht, persoon: PersoonId, row: &AuditRow) -> Option<Wat> {
    let id = row.object.strip_prefix("groep/").filter(|_| row.handeling == "VormGroep")?;
    let id = GroepId(Uuid::try_parse(id).ok()?);
    let groep = all.groep(id)?.gevormd()?;
    if groep.aanleiding.is_some() || all.groep_in_stilte(id) {
        return None;
    }
    let waarom = groep.waarom.as_ref().filter(|waarom| waarom.voor.contains(&persoon))?;
    Some(waarom.tekst.clone())
}

fn afdeling(domein: Domein) -> &'static str {
    match domein {
        Domein::Wmo => "Wmo",
        Domein::Jeugd => "Jeugd",
        Domein::Inkomen => "Werk en inkomen",
    }
}

/// When a day begins in the Netherlands.
fn midnight(day: Date) -> Moment {
    day.to_zoned(amsterdam()).map_or_else(|_| Moment::from_micros(i64::MIN), |at| at.timestamp().into())
}
