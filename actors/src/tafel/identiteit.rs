//! Somebody for whom a provider of identities vouched comes in: who they are is recorded before their session begins.

use keukentafel::domain::aggregate::Context;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::identiteit::{
    Identiteit, IdentiteitCommand, Inschrijving, medewerker_van, medewerker_van_inwoner,
};
use keukentafel::domain::ids::{CommandId, GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Medewerker, Rol, Wie};
use keukentafel::domain::rollen::Rollen;
use keukentafel::limits::NAAM_CHARS_MAX;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Kop, Tafel};
use crate::entity::{Ask, Bijvangst, EntityKey, Msg};
use crate::weigering::Weigering;

/// Somebody at the door, as a provider vouched for them.
#[derive(Clone, Debug)]
pub enum Aanmelding {
    /// Somebody who works here.
    Medewerker {
        /// Which provider says so.
        issuer: String,
        /// What it calls them.
        subject: String,
        /// As colleagues call them.
        naam: String,
        /// What their groups come down to; `None` for none at all.
        rollen: Option<Rollen>,
    },
    /// A resident, by their BSN.
    Inwoner {
        /// Their BSN.
        bsn: Bsn,
    },
}

impl Aanmelding {
    /// Whose session it would be, as far as that can be said without knowing them.
    #[must_use]
    pub fn medewerker(&self) -> Option<MedewerkerId> {
        match self {
            Self::Medewerker { issuer, subject, .. } => Some(medewerker_van(issuer, subject)),
            Self::Inwoner { .. } => None,
        }
    }
}

impl Tafel {
    /// Records who this is and hands them back as they may come in. The same again changes nothing and writes nothing.
    ///
    /// # Errors
    /// `inloggen.geen_rol` for who has no role (who was known until now is out from here on), `inloggen.inwoner_onbekend` for a BSN that we
    /// do not have, `inloggen.geen_naam`, and the journal's own.
    pub async fn meld_aan(&self, gemeente: GemeenteId, wie: &Aanmelding) -> Result<Medewerker, Weigering> {
        let (id, inschrijving) = match wie {
            Aanmelding::Medewerker { issuer, subject, naam, rollen } => {
                let id = medewerker_van(issuer, subject);
                let Some(rollen) = rollen.clone() else {
                    if self.boek.medewerker(id).is_some() {
                        self.schrijf(gemeente, id, IdentiteitCommand::SchrijfUit).await?;
                    }
                    return Err(Weigering::Geweigerd { code: "inloggen.geen_rol" });
                };
                (id, Inschrijving { naam: naam.clone(), rollen, persoon: None })
            }
            Aanmelding::Inwoner { bsn } => self.inwoner(gemeente, bsn)?,
        };
        let same = |known: &Medewerker| {
            let Inschrijving { naam, rollen, persoon } = &inschrijving;
            (&known.naam, &known.rollen, &known.persoon, known.gemeente) == (naam, rollen, persoon, gemeente)
        };
        if let Some(known) = self.boek.medewerker(id).filter(same) {
            return Ok(known);
        }
        self.schrijf(gemeente, id, IdentiteitCommand::SchrijfIn(inschrijving)).await?;
        self.boek.medewerker(id).ok_or(Weigering::Bezig)
    }

    fn inwoner(&self, gemeente: GemeenteId, bsn: &Bsn) -> Result<(MedewerkerId, Inschrijving), Weigering> {
        const ONBEKEND: Weigering = Weigering::Geweigerd { code: "inloggen.inwoner_onbekend" };
        let all = self.overzicht.lees();
        let all = all.gemeente(gemeente).ok_or(ONBEKEND)?;
        let persoon = all.op_bsn(bsn).ok_or(ONBEKEND)?;
        let kort = all.persoon(persoon).and_then(|regel| regel.kort(persoon)).ok_or(ONBEKEND)?;
        let naam = kort.naam.chars().take(NAAM_CHARS_MAX).collect();
        let rollen = Rollen::een(Rol::Inwoner).map_err(|_| Weigering::Onbekend)?;
        Ok((medewerker_van_inwoner(persoon), Inschrijving { naam, rollen, persoon: Some(persoon) }))
    }

    /// Asks the actor, as the program itself, and waits until the book has it.
    async fn schrijf(
        &self,
        gemeente: GemeenteId,
        id: MedewerkerId,
        command: IdentiteitCommand,
    ) -> Result<(), Weigering> {
        let handeling = match command {
            IdentiteitCommand::SchrijfIn(_) => "SchrijfIn",
            IdentiteitCommand::SchrijfUit => "SchrijfUit",
        };
        let wie =
            Wie { id, naam: String::new(), rol: Rol::Systeem, gemeente, persoon: None, sessie: Uuid::nil() };
        let context = Context { wie, now: self.deps.clock.now(), namens: None };
        // Never sent again: a login that got no answer begins anew.
        let command_id = self.nieuw_id();
        let request_hash = Sha256::digest(command_id.as_bytes()).into();
        let kop = Kop { command: CommandId(command_id), request_hash, if_v: None };
        let make = |reply| {
            Msg::<Identiteit>::Execute(Box::new(Ask {
                command: command.clone(),
                handeling,
                context: context.clone(),
                kop,
                bijvangst: Bijvangst::default(),
                oorzaak: None,
                reply,
            }))
        };
        let key = EntityKey { gemeente, id: id.0 };
        self.actors.identiteiten.ask(key, &(), make).await?;
        self.projector.catch_up().await;
        Ok(())
    }
}
