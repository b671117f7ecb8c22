//! Commands about a contact: one contact, its report and the zaken that come of it, in one transaction.

use keukentafel::domain::aggregate::{Aggregate, Context, RefusalCode};
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::domain::contact::{ContactCommand, Contactmelding, Spreker};
use keukentafel::domain::ids::{ContactId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{Bevestigingsweg, Melding, Zaak, ZaakCommand, ZaakEvent};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::limits::MELDINGEN_PER_CONTACT_MAX;
use keukentafel::protocol::body::{NieuwContactmoment, NieuweContactmelding, SprekerKeuze};
use keukentafel::protocol::view::{NieuweZaak, Uitgevoerd};
use keukentafel::store::{Claim, StreamId, StreamKind};

use super::zaak::ZAAKNUMMER_TRIES;
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

/// A melding that was looked at and can begin a zaak.
struct Gekeurd {
    zaak: ZaakId,
    persoon: PersoonId,
    zaaktype: Zaaktype,
    melding: Melding,
    behandelaars: Vec<MedewerkerId>,
}

impl Tafel {
    pub(super) async fn registreer_contact(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuwContactmoment,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let spreker = match &typed.spreker {
            SprekerKeuze::Persoon { persoon, .. } => Some(*persoon),
            SprekerKeuze::Ander { .. } | SprekerKeuze::Anoniem {} => None,
        };
        let mut genoemd: Vec<_> = typed.meldingen.iter().map(|one| one.persoon).chain(spreker).collect();
        genoemd.sort_unstable();
        genoemd.dedup();
        self.herinner(wie, &genoemd).await?;
        let (verslag, spreker, meldingen) =
            self.gekeurd(wie, naam, kop, self.keur_contact(wie, typed)).await?;
        let id = ContactId(self.nieuw_id());
        let command = ContactCommand::Registreer {
            kanaal: typed.kanaal,
            spreker,
            controle: typed.controle,
            verslag,
            meldingen: meldingen
                .iter()
                .map(|one| Contactmelding { zaak: one.zaak, persoon: one.persoon, zaaktype: one.zaaktype })
                .collect(),
        };
        let mut last = Err(Weigering::Bezig);
        for _ in 0..ZAAKNUMMER_TRIES {
            let begins = self.begin_zaken(wie, id, &meldingen, kop);
            let concepten = self.ingeleverd(wie, (Conceptsoort::Contact, None), typed.concept);
            let bijvangst = Bijvangst { concepten, ..self.gekeurd(wie, naam, kop, begins).await? };
            last = self.vraag(&self.actors.contacten, wie, naam, id.0, command.clone(), bijvangst, kop).await;
            // Another node took one of the numbers.
            if last != Err(Weigering::Bezig) {
                break;
            }
        }
        last
    }

    fn keur_contact(
        &self,
        wie: &Wie,
        typed: &NieuwContactmoment,
    ) -> Result<(Vec<keukentafel::domain::contact::Antwoord>, Spreker, Vec<Gekeurd>), Weigering> {
        if typed.meldingen.len() > MELDINGEN_PER_CONTACT_MAX {
            let code = keukentafel::domain::contact::ContactRefusal::Meldingen.code();
            return Err(Weigering::Geweigerd { code });
        }
        let verslag = invoer::verslag(&typed.verslag)?;
        let spreker = self.spreker(wie, &typed.spreker)?;
        let known = |who| self.boek.behandelt(wie.gemeente, who);
        let inhoud = invoer::contactmeldingen(&typed.meldingen, typed.kanaal)?;
        let melding = |(one, melding): (&NieuweContactmelding, Melding)| {
            self.is_er_voor(wie, one.persoon)?;
            invoer::mensen("behandelaars", &one.behandelaars, known)?;
            self.mogen_aan_persoon(wie, one.persoon, &one.behandelaars)?;
            Ok(Gekeurd {
                zaak: ZaakId(self.nieuw_id()),
                persoon: one.persoon,
                zaaktype: one.zaaktype,
                melding,
                behandelaars: one.behandelaars.clone(),
            })
        };
        let meldingen: Result<Vec<_>, Weigering> = typed.meldingen.iter().zip(inhoud).map(melding).collect();
        Ok((verslag, spreker, meldingen?))
    }

    fn spreker(&self, wie: &Wie, typed: &SprekerKeuze) -> Result<Spreker, Weigering> {
        match typed {
            SprekerKeuze::Persoon { persoon, telefoon } => {
                self.is_er_voor(wie, *persoon)?;
                let all = self.overzicht.lees();
                let naam = all
                    .gemeente(wie.gemeente)
                    .and_then(|all| all.persoon(*persoon)?.kort(*persoon))
                    .map(|kort| kort.naam);
                invoer::spreker_persoon(*persoon, naam.unwrap_or_default(), telefoon.as_deref())
            }
            SprekerKeuze::Ander { naam, relatie, telefoon } => {
                invoer::spreker_ander(naam, relatie.as_deref(), telefoon.as_deref())
            }
            SprekerKeuze::Anoniem {} => Ok(Spreker::Anoniem),
        }
    }

    /// The zaken of a contact, decided by their own rules, each with a number that is claimed for it.
    fn begin_zaken(
        &self,
        wie: &Wie,
        contact: ContactId,
        meldingen: &[Gekeurd],
        kop: Kop,
    ) -> Result<Bijvangst, Weigering> {
        let context = self.context(wie);
        let year = context.now.day().year();
        let mut bijvangst = Bijvangst::default();
        for one in meldingen {
            let zaaknummer = self.volgend_zaaknummer(wie, year);
            let bevestiging = self.bevestigingsweg(wie, one.persoon);
            let events = begin(one, (contact, bevestiging), &zaaknummer, &context)?;
            let stream = StreamId { kind: StreamKind::Zaak, id: one.zaak.0 };
            bijvangst.streams.push(super::nieuwe_stroom::<Zaak>(stream, &events, &context, kop)?);
            let brief = self.ontvangstbevestiging(wie, (one.zaak, one.zaaktype, one.persoon), kop)?;
            bijvangst.streams.extend(brief);
            bijvangst.claims.push(Claim { scope: "zaaknummer", key: zaaknummer.clone() });
            let bevestiging = (!one.zaaktype.vertrouwelijk()).then_some(bevestiging);
            let made = NieuweZaak {
                zaak: one.zaak,
                zaaknummer,
                persoon: one.persoon,
                bevestiging,
                behandelaars: one.behandelaars.iter().map(|who| self.deps.namen.door(*who)).collect(),
                domein: Some(one.zaaktype.domein()),
            };
            bijvangst.antwoord.meldingen.push(made);
        }
        bijvangst.antwoord = AntwoordDelen { id: Some(contact.0), ..bijvangst.antwoord };
        Ok(bijvangst)
    }

    pub(super) async fn vul_verslag_aan(
        &self,
        wie: &Wie,
        naam: &'static str,
        contact: ContactId,
        tekst: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        use keukentafel::domain::bevoegdheid::Toegang;
        let tekst = self.gekeurd(wie, naam, kop, invoer::aanvulling(tekst)).await?;
        let here = self.deps.rechten.op_contact(wie, contact) > Toegang::Niets;
        self.gekeurd(wie, naam, kop, if here { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }).await?;
        let command = ContactCommand::VulVerslagAan(tekst);
        self.vraag(&self.actors.contacten, wie, naam, contact.0, command, Bijvangst::default(), kop).await
    }
}

/// The first events of a zaak: it is registered, and assigned where somebody was chosen.
fn begin(
    one: &Gekeurd,
    (contact, bevestiging): (ContactId, Bevestigingsweg),
    zaaknummer: &str,
    context: &Context,
) -> Result<Vec<ZaakEvent>, Weigering> {
    let refused =
        |refusal: keukentafel::domain::zaak::ZaakRefusal| Weigering::Geweigerd { code: refusal.code() };
    let command = ZaakCommand::RegistreerMelding {
        zaaknummer: zaaknummer.to_owned(),
        zaaktype: one.zaaktype,
        persoon: one.persoon,
        melding: one.melding.clone(),
        contact: Some(contact),
        bevestiging,
    };
    let mut events = Zaak::default().decide(&command, context).map_err(refused)?;
    if !one.behandelaars.is_empty() {
        let zaak = events.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, context.now));
        let assign = ZaakCommand::WijsToe { behandelaars: one.behandelaars.clone(), reden: None };
        events.extend(zaak.decide(&assign, context).map_err(refused)?);
    }
    Ok(events)
}
