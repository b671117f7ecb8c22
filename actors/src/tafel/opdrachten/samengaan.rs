//! The wijkteam finds out whom a signaal is about; when the same was reported about that person already, the two become one (KING-ZT24).
//!
//! Both are streams of their own, and what happens to them is one transaction: each with the version on which it was decided, and with
//! the claim that a report of the same would take. So of two at once, whichever comes second finds it taken, looks again, and finds the
//! first one there.

use keukentafel::domain::aggregate::{Aggregate, RefusalCode};
use keukentafel::domain::ids::{PersoonId, SignaalId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::signaal::{Betreft, Gemeld, Samengaan, Signaal, SignaalCommand};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Claim, Fault, Journal, StreamAppend, StreamId, StreamKind, codec};

use super::op_stroom;
use super::signaal::TRIES;
use crate::entity::Bijvangst;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn wijs_persoon_aan(
        &self,
        wie: &Wie,
        naam: &'static str,
        signaal: SignaalId,
        persoon: PersoonId,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.herinner(wie, &[persoon]).await?;
        let keuring = self.behandelt(wie, signaal).and_then(|()| self.is_er_voor(wie, persoon));
        self.gekeurd(wie, naam, kop, keuring).await?;
        for _ in 0..TRIES {
            let (command, bijvangst, op) = self.aanwijzing(wie, signaal, persoon, kop).await?;
            let done = self.vraag(&self.actors.signalen, wie, naam, signaal.0, command, bijvangst, op).await;
            let again = match done {
                Err(Weigering::Bezig | Weigering::Geweigerd { code: "signaal.gesloten" }) => true,
                // Of the version on which the asker decided: theirs to look at. Of ours: ours.
                Err(Weigering::Conflict { .. }) => kop.if_v.is_none(),
                _ => false,
            };
            if !again {
                return done;
            }
            self.projector.catch_up().await;
        }
        Err(Weigering::Bezig)
    }

    /// What naming this person comes to now: the command, what is recorded with it, and the version on which that was decided.
    async fn aanwijzing(
        &self,
        wie: &Wie,
        signaal: SignaalId,
        persoon: PersoonId,
        kop: Kop,
    ) -> Result<(SignaalCommand, Bijvangst, Kop), Weigering> {
        let (state, versie) = self.lees_stroom(wie, signaal).await?;
        let alone = (SignaalCommand::WijsPersoonAan { persoon, samen: None }, Bijvangst::default(), kop);
        let unknown = |it: &&Gemeld| matches!(it.betreft, Betreft::NogOnbekend(_));
        let Some(named) = state.gemeld().filter(unknown) else { return Ok(alone) };
        let plek = self.plek(wie, &Betreft::Persoon(persoon), named.signaalsoort);
        let claims: Vec<_> = plek.claim.into_iter().map(|key| Claim { scope: "signaal", key }).collect();
        let same = {
            let all = self.overzicht.lees();
            all.gemeente(wie.gemeente).and_then(|all| all.hetzelfde_over(signaal, persoon))
        };
        let Some((other, stays)) = same else {
            let (command, bijvangst, kop) = alone;
            return Ok((command, Bijvangst { claims, ..bijvangst }, kop));
        };
        let (here, there) = (&named.inzendingen, self.lees_stroom(wie, other).await?);
        // The read side knows it, so it is there: taking up nothing in its place would lose what was reported.
        let theirs = there.0.gemeld().map(|it| it.inzendingen.clone()).ok_or(Weigering::Onbekend)?;
        let (own, of_other) = if stays {
            (Samengaan::In(other), Samengaan::Met { ander: signaal, inzendingen: here.clone() })
        } else {
            (Samengaan::Met { ander: other, inzendingen: theirs }, Samengaan::In(signaal))
        };
        let stroom = self.ander_signaal(wie, other, &there, of_other, kop)?;
        let command = SignaalCommand::WijsPersoonAan { persoon, samen: Some(own) };
        let op = Kop { if_v: kop.if_v.or(Some(versie)), ..kop };
        Ok((command, Bijvangst { claims, streams: vec![stroom], ..Bijvangst::default() }, op))
    }

    fn ander_signaal(
        &self,
        wie: &Wie,
        id: SignaalId,
        (state, versie): &(Signaal, u64),
        samen: Samengaan,
        kop: Kop,
    ) -> Result<StreamAppend, Weigering> {
        let context = self.context(wie);
        let events = state
            .decide(&SignaalCommand::GaSamen(samen), &context)
            .map_err(|refusal| Weigering::Geweigerd { code: refusal.code() })?;
        op_stroom::<Signaal>(StreamKind::Signaal, id.0, *versie, &events, &context, kop)
    }

    /// A signaal as it stands in the record, with what its sources wrote: the read side keeps none of that.
    async fn lees_stroom(&self, wie: &Wie, id: SignaalId) -> Result<(Signaal, u64), Weigering> {
        let stream = StreamId { kind: StreamKind::Signaal, id: id.0 };
        let stored = self.deps.journal.load(wie.gemeente, stream, 0).await?;
        let state: Result<Signaal, Fault> = stored.iter().try_fold(Signaal::default(), |state, event| {
            let happened = codec::decode::<Signaal>(event)?;
            Ok(happened.map_or(state.clone(), |happened| state.evolve(&happened, event.header.at)))
        });
        Ok((state?, stored.last().map_or(0, |event| event.version)))
    }
}
