//! That somebody was spoken to in a running zaak, or was not reached (KING-KC1, KING-R5e).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::decide::{toegang, zichtbaar};
use super::{Lopend, ZaakEvent, ZaakRefusal};
use crate::domain::aggregate::{Context, RefusalCode};
use crate::domain::bevoegdheid::{Handeling, Toegang, mag};
use crate::domain::ids::{KlantcontactId, MedewerkerId};
use crate::domain::wat::Wat;
use crate::limits::KLANTCONTACTEN_MAX;

/// By which way somebody was spoken to.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contactweg {
    /// By telephone.
    Telefoon,
    /// At their home.
    Huisbezoek,
    /// At the gemeente.
    Gemeentehuis,
    /// By telephone with a picture.
    Beeldbellen,
    /// By letter or mail.
    Bericht,
}

/// Whether they were reached.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contactuitkomst {
    /// They were spoken to.
    Gesproken,
    /// It was tried.
    NietBereikt,
}

/// A klantcontact.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Klantcontact {
    /// Which.
    pub id: KlantcontactId,
    /// By which way.
    pub weg: Contactweg,
    /// Whether they were reached.
    pub uitkomst: Contactuitkomst,
    /// With whom, in one line.
    pub met: Wat,
    /// What it was about: a few lines. What is worth more has a report.
    pub verslag: Wat,
    /// On which day.
    pub dag: Date,
    /// Who noted it.
    pub door: MedewerkerId,
    /// For whom they stood in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namens: Option<MedewerkerId>,
    /// It was taken at the desk, by somebody who does not work on the zaak: who works on it is to call back.
    pub doorgegeven: bool,
}

/// Who notes it.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Noteerder {
    /// Who works on the zaak.
    Behandelaar,
    /// The desk, which passes on what somebody said.
    Balie,
}

/// What is asked: to note that somebody was spoken to.
#[derive(Clone, Debug)]
pub struct NoteerContact {
    /// Its id.
    pub id: KlantcontactId,
    /// As whom.
    pub als: Noteerder,
    /// By which way.
    pub weg: Contactweg,
    /// Whether they were reached.
    pub uitkomst: Contactuitkomst,
    /// With whom.
    pub met: Wat,
    /// What it was about.
    pub verslag: Wat,
    /// On which day.
    pub dag: Date,
}

/// Why it is not noted.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum KlantcontactRefusal {
    /// It lies in the future, or before the zaak.
    #[error("the day is after today or before the zaak")]
    Dag,
    /// A zaak holds no more.
    #[error("too many klantcontacten")]
    Vol,
}

impl RefusalCode for KlantcontactRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Dag => "klantcontact.dag",
            Self::Vol => "klantcontact.vol",
        }
    }
}

impl Lopend {
    /// Whether who works on it has spoken to somebody about it. That the desk took a call is no answer to it.
    #[must_use]
    pub fn is_gesproken(&self) -> bool {
        let spoken = |one: &Klantcontact| one.uitkomst == Contactuitkomst::Gesproken && !one.doorgegeven;
        self.klantcontacten.iter().any(spoken)
    }
}

pub(super) fn decide(
    zaak: &Lopend,
    command: &NoteerContact,
    context: &Context,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    let may = match command.als {
        Noteerder::Behandelaar => {
            zichtbaar(zaak, context)?;
            toegang(zaak, context) >= Toegang::Schrijven
        }
        // That they know that it runs was asked before: it can be by the huishouden or a plan, of which the zaak itself knows nothing.
        Noteerder::Balie => mag(context.wie.rol, Handeling::MeldingRegistreren),
    };
    if !may {
        return Err(ZaakRefusal::NietBevoegd);
    }
    if command.dag > context.now.day() || command.dag < zaak.ontvangen_op.day() {
        return Err(KlantcontactRefusal::Dag.into());
    }
    if zaak.klantcontacten.len() >= KLANTCONTACTEN_MAX {
        return Err(KlantcontactRefusal::Vol.into());
    }
    let NoteerContact { id, als, weg, uitkomst, met, verslag, dag } = command.clone();
    Ok(vec![ZaakEvent::KlantcontactGenoteerd(Box::new(Klantcontact {
        id,
        weg,
        uitkomst,
        met,
        verslag,
        dag,
        door: context.wie.id,
        namens: context.namens,
        doorgegeven: als == Noteerder::Balie,
    }))])
}
