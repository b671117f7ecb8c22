//! May this look be looked back at, and by whom?

use super::{
    Geval, Gezien, Nazicht, NazichtCommand, NazichtEvent, NazichtRefusal, Nazichtoordeel, Uitspraak,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};

impl Aggregate for Nazicht {
    type Command = NazichtCommand;
    type Event = NazichtEvent;
    type Refusal = NazichtRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &NazichtCommand,
        context: &Context,
    ) -> Result<Vec<NazichtEvent>, NazichtRefusal> {
        match command {
            NazichtCommand::Open(geval) => open(self, *geval, context),
            NazichtCommand::Beoordeel { oordeel, toelichting, maatregel, regels, nu, eigen_kring } => {
                mag_beoordelen(self, *eigen_kring, context)?;
                if *oordeel == Nazichtoordeel::NietGegrond && maatregel.is_none() {
                    return Err(NazichtRefusal::MaatregelNodig);
                }
                if nu.regels != *regels {
                    return Err(NazichtRefusal::MeerRegels);
                }
                Ok(vec![NazichtEvent::NazichtGedaan {
                    oordeel: *oordeel,
                    toelichting: toelichting.clone(),
                    maatregel: maatregel.clone(),
                    door: context.wie.id,
                    gezien: *nu,
                }])
            }
        }
    }

    fn evolve(self, event: &NazichtEvent, at: Moment) -> Self {
        match (event, self) {
            (NazichtEvent::NazichtGeopend(geval), Self::Onbekend) => Self::Open { geval: *geval, op: at },
            (
                NazichtEvent::NazichtGedaan { oordeel, toelichting, maatregel, door, gezien },
                Self::Open { geval, op },
            ) => {
                let Gezien { regels, tot } = *gezien;
                let uitspraak = Box::new(Uitspraak {
                    oordeel: *oordeel,
                    toelichting: toelichting.clone(),
                    maatregel: maatregel.clone(),
                    door: *door,
                    op: at,
                    gezien: Gezien { regels, tot },
                });
                Self::Gedaan { geval, op, uitspraak }
            }
            // Versions are dense: a history starts once, and a verdict is final.
            (NazichtEvent::NazichtGeopend(_), state @ (Self::Open { .. } | Self::Gedaan { .. }))
            | (NazichtEvent::NazichtGedaan { .. }, state @ (Self::Onbekend | Self::Gedaan { .. })) => state,
        }
    }
}

/// Only the program itself finds what is to be looked back at; found again it is the same.
fn open(state: &Nazicht, geval: Geval, context: &Context) -> Result<Vec<NazichtEvent>, NazichtRefusal> {
    if !mag(context.wie.rol, Handeling::Reageren) {
        return Err(NazichtRefusal::Onbekend);
    }
    Ok(match state {
        Nazicht::Onbekend => vec![NazichtEvent::NazichtGeopend(geval)],
        Nazicht::Open { .. } | Nazicht::Gedaan { .. } => Vec::new(),
    })
}

fn mag_beoordelen(state: &Nazicht, eigen_kring: bool, context: &Context) -> Result<(), NazichtRefusal> {
    if !mag(context.wie.rol, Handeling::Nazien) {
        return Err(NazichtRefusal::Onbekend);
    }
    let (geval, _) = state.geval().ok_or(NazichtRefusal::Onbekend)?;
    // Under whichever account they looked.
    if context.mens.werkt_als(&context.wie, geval.medewerker) {
        return Err(NazichtRefusal::EigenBlik);
    }
    if eigen_kring {
        return Err(NazichtRefusal::EigenKring);
    }
    match state {
        Nazicht::Gedaan { .. } => Err(NazichtRefusal::AlGedaan),
        Nazicht::Onbekend | Nazicht::Open { .. } => Ok(()),
    }
}
