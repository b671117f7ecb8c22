//! Somebody for whom a provider of identities vouched comes in: who they are is recorded before their session begins.

use keukentafel::domain::aggregate::Context;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::identiteit::{
    Identiteit, IdentiteitCommand, Inschrijving, medewerker_van, medewerker_van_gemachtigde,
    medewerker_van_inwoner,
};
use keukentafel::domain::ids::{CommandId, GemeenteId, MedewerkerId, PersoonId};
use keukentafel::domain::medewerker::{Machtiging, Medewerker, Rol, Wie};
use keukentafel::domain::mens::Mens;
use keukentafel::domain::rollen::Rollen;
use keukentafel::limits::NAAM_CHARS_MAX;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Kop, Tafel};
use crate::entity::{Ask, Bijvangst, EntityKey, Msg};
use crate::weigering::Weigering;

const ONBEKEND: Weigering = Weigering::Geweigerd { code: "inloggen.inwoner_onbekend" };

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
    /// Somebody who comes in for a resident, by a mandate that the provider knows of.
    Gemachtigde {
        /// Their own BSN.
        bsn: Bsn,
        /// That of the resident for whom they come.
        voor: Bsn,
    },
}

impl Aanmelding {
    /// Whose session it would be, as far as that can be said without knowing them.
    #[must_use]
    pub fn medewerker(&self) -> Option<MedewerkerId> {
        match self {
            Self::Medewerker { issuer, subject, .. } => Some(medewerker_van(issuer, subject)),
            Self::Inwoner { .. } | Self::Gemachtigde { .. } => None,
        }
    }
}

impl Tafel {
    /// Records who this is and hands them back as they may come in. The same again changes nothing and writes nothing.
    ///
    /// # Errors
    /// `inloggen.geen_rol` for who has no role (who was known until now is out from here on), `inloggen.inwoner_onbekend` for a BSN that we
    /// do not have, `inloggen.geen_naam`, what [`Self::gemachtigde`] refuses, and the journal's own.
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
                (id, Inschrijving { naam: naam.clone(), rollen, persoon: None, machtiging: None })
            }
            Aanmelding::Inwoner { bsn } => {
                let persoon = self.op_bsn(gemeente, bsn).ok_or(ONBEKEND)?;
                self.inwoner(gemeente, persoon)?
            }
            Aanmelding::Gemachtigde { bsn, voor } => {
                let machtiging = self.gemachtigde(gemeente, bsn, voor)?;
                self.neem_vertegenwoordigde_op(gemeente, machtiging.voor).await?;
                let (_, own) = self.inwoner(gemeente, machtiging.gemachtigde)?;
                let inschrijving = Inschrijving { persoon: None, machtiging: Some(machtiging), ..own };
                (medewerker_van_gemachtigde(machtiging), inschrijving)
            }
        };
        self.neem_op(gemeente, id, inschrijving).await
    }

    /// Who is represented stands in the book as if they had come in themselves, so that the trail can say for whom something was done.
    ///
    /// # Errors
    /// The journal's own, and `inloggen.inwoner_onbekend` for somebody whom we do not have.
    pub async fn neem_vertegenwoordigde_op(
        &self,
        gemeente: GemeenteId,
        persoon: PersoonId,
    ) -> Result<(), Weigering> {
        let (id, inschrijving) = self.inwoner(gemeente, persoon)?;
        self.neem_op(gemeente, id, inschrijving).await.map(drop)
    }

    async fn neem_op(
        &self,
        gemeente: GemeenteId,
        id: MedewerkerId,
        inschrijving: Inschrijving,
    ) -> Result<Medewerker, Weigering> {
        let same = |known: &Medewerker| {
            let Inschrijving { naam, rollen, persoon, machtiging } = &inschrijving;
            (&known.naam, &known.rollen, &known.persoon, &known.machtiging, known.gemeente)
                == (naam, rollen, persoon, machtiging, gemeente)
        };
        if let Some(known) = self.boek.medewerker(id).filter(same) {
            return Ok(known);
        }
        self.schrijf(gemeente, id, IdentiteitCommand::SchrijfIn(inschrijving)).await?;
        self.boek.medewerker(id).ok_or(Weigering::Bezig)
    }

    fn op_bsn(&self, gemeente: GemeenteId, bsn: &Bsn) -> Option<PersoonId> {
        self.overzicht.lees().gemeente(gemeente)?.op_bsn(bsn)
    }

    fn inwoner(
        &self,
        gemeente: GemeenteId,
        persoon: PersoonId,
    ) -> Result<(MedewerkerId, Inschrijving), Weigering> {
        let all = self.overzicht.lees();
        let kort = all.gemeente(gemeente).and_then(|all| all.persoon(persoon)?.kort(persoon));
        let naam = kort.ok_or(ONBEKEND)?.naam.chars().take(NAAM_CHARS_MAX).collect();
        let rollen = Rollen::een(Rol::Inwoner).map_err(|_| Weigering::Onbekend)?;
        let inschrijving = Inschrijving { naam, rollen, persoon: Some(persoon), machtiging: None };
        Ok((medewerker_van_inwoner(persoon), inschrijving))
    }

    /// Who comes for whom. Of whom we do not have there is nothing to see, and nobody is let in of whom the trail could not say who it was.
    ///
    /// # Errors
    /// `inloggen.machtiging_eigen` for oneself, `inloggen.gemachtigde_onbekend` for an own BSN that we do not have, and
    /// `inloggen.machtiging_kind` for a minor: who decides there is gezag. `inloggen.machtiging_niets` for a BSN that we do not have; a
    /// dossier that is protected is refused in the same words, so that they give nothing away.
    fn gemachtigde(&self, gemeente: GemeenteId, bsn: &Bsn, voor: &Bsn) -> Result<Machtiging, Weigering> {
        let refused = |code| Weigering::Geweigerd { code };
        if bsn == voor {
            return Err(refused("inloggen.machtiging_eigen"));
        }
        let gemachtigde = self.op_bsn(gemeente, bsn).ok_or(refused("inloggen.gemachtigde_onbekend"))?;
        let niets = refused("inloggen.machtiging_niets");
        let voor = self.op_bsn(gemeente, voor).ok_or(niets.clone())?;
        // Two numbers that were found to be of one person.
        if gemachtigde == voor {
            return Err(refused("inloggen.machtiging_eigen"));
        }
        let all = self.overzicht.lees();
        let all = all.gemeente(gemeente).ok_or(niets.clone())?;
        // Of whom no date of birth is known nobody can say whether they decide for themselves.
        let born = all.persoon(voor).and_then(|regel| regel.gegevens()?.geboortedatum);
        if all.is_beschermd(voor) || born.is_none() {
            return Err(niets);
        }
        if all.leeftijd(voor, self.deps.clock.now().day()).gemachtigde() == Toegang::Niets {
            return Err(refused("inloggen.machtiging_kind"));
        }
        Ok(Machtiging { gemachtigde, voor })
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
        let wie = Wie {
            id,
            naam: String::new(),
            rol: Rol::Systeem,
            gemeente,
            persoon: None,
            machtiging: None,
            sessie: Uuid::nil(),
        };
        let context = Context { wie, now: self.deps.clock.now(), namens: None, mens: Mens::default() };
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
