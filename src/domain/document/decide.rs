//! May this happen to a document, and what is true afterwards?
//!
//! Who may look at a document may say something of it: that was asked of the policy before. Here stands what a remark can be.

use super::{
    BenoemdeVersie, Document, DocumentCommand, DocumentEvent, DocumentRefusal, Kantlijn, Opmerking,
    Opmerkingstand,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::ids::{MedewerkerId, OpmerkingId};
use crate::domain::wat::Wat;
use crate::limits::{
    GENOEMDEN_MAX, KANTLIJN_BYTES_MAX, KANTLIJN_ENTRY_BYTES, KANTLIJN_ID_BYTES, REACTIES_MAX,
};

type Besloten = Result<Vec<DocumentEvent>, DocumentRefusal>;

impl Aggregate for Document {
    type Command = DocumentCommand;
    type Event = DocumentEvent;
    type Refusal = DocumentRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &DocumentCommand, context: &Context) -> Besloten {
        match (command, self) {
            (DocumentCommand::Open { documentsoort, gesprek, sjabloon }, Self::Onbekend) => {
                Ok(vec![DocumentEvent::DocumentGeopend {
                    documentsoort: *documentsoort,
                    gesprek: *gesprek,
                    sjabloon: *sjabloon,
                }])
            }
            (DocumentCommand::Open { .. }, Self::Open { .. }) => Err(DocumentRefusal::BestaatAl),
            (
                DocumentCommand::MaakOpmerking { .. }
                | DocumentCommand::BeantwoordOpmerking { .. }
                | DocumentCommand::HandelOpmerkingAf { .. }
                | DocumentCommand::HeropenOpmerking { .. }
                | DocumentCommand::LeesOpmerking { .. }
                | DocumentCommand::BenoemVersie { .. },
                Self::Onbekend,
            ) => Err(DocumentRefusal::Onbekend),
            (
                DocumentCommand::MaakOpmerking { opmerking, citaat, tekst, genoemd },
                Self::Open { kantlijn, .. },
            ) => maak(kantlijn, (*opmerking, citaat, tekst), genoemd, context),
            (
                DocumentCommand::BeantwoordOpmerking { opmerking, tekst, genoemd },
                Self::Open { kantlijn, .. },
            ) => beantwoord(kantlijn, (*opmerking, tekst), genoemd, context),
            (DocumentCommand::HandelOpmerkingAf { opmerking }, Self::Open { kantlijn, .. }) => {
                let afgehandeld =
                    DocumentEvent::OpmerkingAfgehandeld { opmerking: *opmerking, door: context.wie.id };
                Ok(is_open(vind(kantlijn, *opmerking)?).then_some(afgehandeld).into_iter().collect())
            }
            (DocumentCommand::HeropenOpmerking { opmerking }, Self::Open { kantlijn, .. }) => {
                let heropend =
                    DocumentEvent::OpmerkingHeropend { opmerking: *opmerking, door: context.wie.id };
                Ok((!is_open(vind(kantlijn, *opmerking)?)).then_some(heropend).into_iter().collect())
            }
            (DocumentCommand::LeesOpmerking { opmerking }, Self::Open { kantlijn, .. }) => {
                let new = vind(kantlijn, *opmerking)?.ongelezen.contains(&context.wie.id);
                let gelezen = DocumentEvent::OpmerkingGelezen { opmerking: *opmerking, door: context.wie.id };
                Ok(new.then_some(gelezen).into_iter().collect())
            }
            (DocumentCommand::BenoemVersie { seq, naam }, Self::Open { kantlijn, .. }) => {
                benoem(kantlijn, *seq, naam, context)
            }
        }
    }

    fn evolve(self, event: &DocumentEvent, at: Moment) -> Self {
        match (event, self) {
            (DocumentEvent::DocumentGeopend { documentsoort, gesprek, sjabloon }, Self::Onbekend) => {
                Self::Open {
                    documentsoort: *documentsoort,
                    gesprek: *gesprek,
                    sjabloon: *sjabloon,
                    kantlijn: Kantlijn::default(),
                }
            }
            (event, Self::Open { documentsoort, gesprek, sjabloon, mut kantlijn }) => {
                kantlijn.evolve(event, at);
                Self::Open { documentsoort, gesprek, sjabloon, kantlijn }
            }
            // Versions are dense: a history starts at its start.
            (
                DocumentEvent::OpmerkingGemaakt { .. }
                | DocumentEvent::OpmerkingBeantwoord { .. }
                | DocumentEvent::OpmerkingAfgehandeld { .. }
                | DocumentEvent::OpmerkingHeropend { .. }
                | DocumentEvent::OpmerkingGelezen { .. }
                | DocumentEvent::VersieBenoemd { .. },
                Self::Onbekend,
            ) => Self::Onbekend,
        }
    }
}

fn maak(
    kantlijn: &Kantlijn,
    (opmerking, citaat, tekst): (OpmerkingId, &Wat, &Wat),
    genoemd: &[MedewerkerId],
    context: &Context,
) -> Besloten {
    if kantlijn.opmerking(opmerking).is_some() {
        return Err(DocumentRefusal::BestaatAl);
    }
    let (door, genoemd) = (context.wie.id, anderen(genoemd, context)?);
    past(kantlijn, citaat.voor_regel().len() + tekst.voor_regel().len(), genoemd.len())?;
    let (citaat, tekst) = (citaat.clone(), tekst.clone());
    Ok(vec![DocumentEvent::OpmerkingGemaakt { opmerking, door, citaat, tekst, genoemd }])
}

fn beantwoord(
    kantlijn: &Kantlijn,
    (opmerking, tekst): (OpmerkingId, &Wat),
    genoemd: &[MedewerkerId],
    context: &Context,
) -> Besloten {
    let found = vind(kantlijn, opmerking)?;
    if !is_open(found) {
        return Err(DocumentRefusal::Afgehandeld);
    }
    if found.reacties.len() >= REACTIES_MAX {
        return Err(DocumentRefusal::TeVeelReacties);
    }
    let (door, genoemd) = (context.wie.id, anderen(genoemd, context)?);
    past(kantlijn, tekst.voor_regel().len(), genoemd.len())?;
    Ok(vec![DocumentEvent::OpmerkingBeantwoord { opmerking, door, tekst: tekst.clone(), genoemd }])
}

fn benoem(kantlijn: &Kantlijn, seq: u64, naam: &Wat, context: &Context) -> Besloten {
    let before = kantlijn.versies.iter().find(|versie| versie.seq == seq);
    if before.is_some_and(|BenoemdeVersie { naam: known, .. }| known == naam) {
        return Ok(Vec::new());
    }
    past(kantlijn, naam.voor_regel().len(), 0)?;
    Ok(vec![DocumentEvent::VersieBenoemd { seq, naam: naam.clone(), door: context.wie.id }])
}

fn vind(kantlijn: &Kantlijn, opmerking: OpmerkingId) -> Result<&Opmerking, DocumentRefusal> {
    kantlijn.opmerking(opmerking).ok_or(DocumentRefusal::OpmerkingOnbekend)
}

fn is_open(opmerking: &Opmerking) -> bool {
    opmerking.stand == Opmerkingstand::Open
}

/// Whether so many bytes of words and so many names more fit in the margin.
fn past(kantlijn: &Kantlijn, words: usize, named: usize) -> Result<(), DocumentRefusal> {
    // Whoever is named stands in the list of who did not read it, too.
    let more = KANTLIJN_ENTRY_BYTES + words + 2 * KANTLIJN_ID_BYTES * named;
    if kantlijn.bytes() + more > KANTLIJN_BYTES_MAX {
        return Err(DocumentRefusal::KantlijnVol);
    }
    Ok(())
}

/// Those who are named, each once; nobody is told of what they wrote themselves.
fn anderen(genoemd: &[MedewerkerId], context: &Context) -> Result<Vec<MedewerkerId>, DocumentRefusal> {
    let mut seen = std::collections::BTreeSet::from([context.wie.id]);
    let named: Vec<_> = genoemd.iter().copied().filter(|who| seen.insert(*who)).collect();
    if named.len() > GENOEMDEN_MAX { Err(DocumentRefusal::TeVeelGenoemd) } else { Ok(named) }
}
