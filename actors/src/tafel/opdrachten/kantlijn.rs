//! Commands about what stands beside the text of a document.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::document::DocumentCommand;
use keukentafel::domain::ids::{DocumentId, MedewerkerId, OpmerkingId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::limits::{CITAAT_CHARS_MAX, OPMERKING_CHARS_MAX, VERSIENAAM_CHARS_MAX};
use keukentafel::protocol::body::{NieuweOpmerking, NieuweReactie};
use keukentafel::protocol::view::Uitgevoerd;

use crate::entity::{AntwoordDelen, Bijvangst};
use crate::tafel::invoer::Velden;
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn maak_opmerking(
        &self,
        wie: &Wie,
        naam: &'static str,
        document: DocumentId,
        typed: &NieuweOpmerking,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.leest_document(wie, document)).await?;
        let opmerking = OpmerkingId(self.nieuw_id());
        let mut velden = Velden::default();
        let citaat = velden.line("citaat", &typed.citaat, CITAAT_CHARS_MAX);
        let tekst = velden.alinea("tekst", &typed.tekst, OPMERKING_CHARS_MAX);
        let genoemd = self.genoemden(wie, document, &typed.genoemd, &mut velden);
        let command = DocumentCommand::MaakOpmerking { opmerking, citaat, tekst, genoemd };
        let command = self.gekeurd(wie, naam, kop, velden.klaar(command)).await?;
        let antwoord = AntwoordDelen { id: Some(opmerking.0), ..AntwoordDelen::default() };
        let bijvangst = Bijvangst { antwoord, ..Bijvangst::default() };
        self.vraag(&self.actors.kantlijnen, wie, naam, document.0, command, bijvangst, kop).await
    }

    pub(super) async fn beantwoord_opmerking(
        &self,
        wie: &Wie,
        naam: &'static str,
        document: DocumentId,
        typed: &NieuweReactie,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.leest_document(wie, document)).await?;
        let mut velden = Velden::default();
        let tekst = velden.alinea("tekst", &typed.tekst, OPMERKING_CHARS_MAX);
        let genoemd = self.genoemden(wie, document, &typed.genoemd, &mut velden);
        let command = DocumentCommand::BeantwoordOpmerking { opmerking: typed.opmerking, tekst, genoemd };
        let command = self.gekeurd(wie, naam, kop, velden.klaar(command)).await?;
        self.vraag_kantlijn(wie, naam, document, command, kop).await
    }

    /// What asks no more than that one may read the document.
    pub(super) async fn zet_opmerking(
        &self,
        wie: &Wie,
        naam: &'static str,
        document: DocumentId,
        command: DocumentCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.leest_document(wie, document)).await?;
        self.vraag_kantlijn(wie, naam, document, command, kop).await
    }

    pub(super) async fn benoem_versie(
        &self,
        wie: &Wie,
        naam: &'static str,
        document: DocumentId,
        (typed, seq): (&str, Option<u64>),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.schrijft_document(wie, document)).await?;
        let mut velden = Velden::default();
        let line = velden.line("naam", typed, VERSIENAAM_CHARS_MAX);
        let line = self.gekeurd(wie, naam, kop, velden.klaar(line)).await?;
        let known = match seq {
            None => Ok(self.actors.documents.versie(wie.gemeente, document).await?.seq),
            // A version that one could not look back at is not there to be named.
            Some(seq) if self.zag_versie(wie, document, seq).await? => Ok(seq),
            Some(_) => Err(Weigering::Velden(vec![("seq", "document.versie_onbekend")])),
        };
        let seq = self.gekeurd(wie, naam, kop, known).await?;
        let command = DocumentCommand::BenoemVersie { seq, naam: line };
        self.vraag_kantlijn(wie, naam, document, command, kop).await
    }

    async fn vraag_kantlijn(
        &self,
        wie: &Wie,
        naam: &'static str,
        document: DocumentId,
        command: DocumentCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let none = Bijvangst::default();
        self.vraag(&self.actors.kantlijnen, wie, naam, document.0, command, none, kop).await
    }

    fn leest_document(&self, wie: &Wie, document: DocumentId) -> Result<(), Weigering> {
        match self.deps.rechten.op_document(wie, document) {
            Toegang::Niets | Toegang::Dat => Err(Weigering::NIET_GEVONDEN),
            Toegang::Wat | Toegang::Schrijven => Ok(()),
        }
    }

    fn schrijft_document(&self, wie: &Wie, document: DocumentId) -> Result<(), Weigering> {
        match self.deps.rechten.op_document(wie, document) {
            Toegang::Niets | Toegang::Dat => Err(Weigering::NIET_GEVONDEN),
            Toegang::Wat => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            Toegang::Schrijven => Ok(()),
        }
    }

    /// Who is named takes part in the talk: another would be told of what they may not read.
    fn genoemden(
        &self,
        wie: &Wie,
        document: DocumentId,
        genoemd: &[MedewerkerId],
        velden: &mut Velden,
    ) -> Vec<MedewerkerId> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        let gesprek = all.and_then(|all| all.gesprek(all.document(document)?.gesprek()?));
        let deelnemers = gesprek.map(|gesprek| gesprek.deelnemers()).unwrap_or_default();
        if genoemd.iter().any(|who| !deelnemers.contains(who)) {
            velden.fout("genoemd", "opmerking.geen_deelnemer");
        }
        genoemd.to_vec()
    }
}
