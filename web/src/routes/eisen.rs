//! What each way in asks. A test holds this against the addresses there are; one without a row fails it.

use keukentafel::domain::bevoegdheid::{Beleidsobjectsoort, Eis, Handeling, Toegang};
use keukentafel::protocol::eisen::OPDRACHTEISEN;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{IngangWat, Ingangsoort};
use uuid::Uuid;

use super::{hint, signalen};
use crate::cli::EXPORTEISEN;
use crate::identiteit::UITGELOGD;

/// What an address asks: by itself, or as the command that it carries.
#[derive(Copy, Clone, Debug)]
pub(super) enum Adreseis {
    Zelf(Eis),
    Opdracht(&'static str),
}

use Adreseis::{Opdracht, Zelf};

const fn op(soort: Beleidsobjectsoort, toegang: Toegang) -> Adreseis {
    Zelf(Eis::Op(soort, toegang))
}

const fn mag(handeling: Handeling) -> Adreseis {
    Zelf(Eis::Mag(handeling))
}

/// Method and path → what it asks. A list shows whoever is logged in what each of its lines allows them.
pub(super) const ADRESEISEN: &[(&str, &str, Adreseis)] = &[
    ("get", "/api/v1/ik", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/uitloggen", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/inloggen", Zelf(Eis::Vrij)),
    ("get", "/api/v1/sessie/rol", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/sessie/rol", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/sessies", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/sessies/{id}/beeindigen", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/sessies/beeindig-andere", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/medewerkers", mag(Handeling::CollegasKiezen)),
    ("post", "/api/v1/medewerkers/{id}/afwezig", Opdracht("MeldAfwezig")),
    ("post", "/api/v1/medewerkers/{id}/terug", Opdracht("MeldTerug")),
    ("get", "/api/v1/caseload", mag(Handeling::CaseloadZien)),
    ("get", "/api/v1/caseload/medewerkers/{id}", mag(Handeling::CaseloadZien)),
    ("get", "/api/v1/zaaktypen", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/zoek", mag(Handeling::WerkDoorzoeken)),
    ("post", "/api/v1/personen/zoek", mag(Handeling::PersoonZoeken)),
    ("post", "/api/v1/personen", Opdracht("RegistreerPersoon")),
    ("get", "/api/v1/personen/{id}", op(Beleidsobjectsoort::Persoon, Toegang::Wat)),
    ("post", "/api/v1/personen/{id}/contact", Opdracht("WijzigContact")),
    ("get", "/api/v1/personen/{id}/berichtweg", op(Beleidsobjectsoort::Persoon, Toegang::Wat)),
    ("post", "/api/v1/personen/{id}/berichtweg", Opdracht("KiesBerichtweg")),
    ("get", "/api/v1/zaken/{id}/brieven", op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("get", "/api/v1/zaken/{id}/brieven/{brief}", op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("get", "/api/v1/zaken/{id}/brieven/{brief}/html", op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("post", "/api/v1/zaken/{id}/brieven/{brief}/gepost", Opdracht("MeldBriefGepost")),
    ("post", "/api/v1/personen/onbekend", Opdracht("RegistreerOnbekende")),
    ("post", "/api/v1/personen/uit-brp", Opdracht("NeemOverUitBrp")),
    ("post", "/api/v1/personen/{id}/uit-brp", Opdracht("NeemOpnieuwOverUitBrp")),
    ("post", "/api/v1/personen/{id}/identiteit", Opdracht("StelIdentiteitVast")),
    ("post", "/api/v1/personen/{id}/gezag", Opdracht("LegGezagVast")),
    ("post", "/api/v1/personen/{id}/gezag/einde", Opdracht("BeeindigGezag")),
    ("post", "/api/v1/personen/{id}/gezag/herroeping", Opdracht("HerroepGezag")),
    ("get", "/api/v1/personen/{id}/adres", op(Beleidsobjectsoort::Persoon, Toegang::Wat)),
    ("get", "/api/v1/personen/{id}/huishouden", op(Beleidsobjectsoort::Persoon, Toegang::Wat)),
    ("get", "/api/v1/personen/{id}/huishouden/voorstel", mag(Handeling::HuishoudenVastleggen)),
    ("post", "/api/v1/huishoudens", Opdracht("StelHuishoudenVast")),
    ("get", "/api/v1/huishoudens/{id}", op(Beleidsobjectsoort::Huishouden, Toegang::Wat)),
    ("post", "/api/v1/huishoudens/{id}/leden", Opdracht("VoegLidToe")),
    ("post", "/api/v1/huishoudens/{id}/vertrek", Opdracht("LidVertrekt")),
    ("post", "/api/v1/huishoudens/{id}/verblijf", Opdracht("VerblijfWijktAf")),
    ("post", "/api/v1/huishoudens/{id}/verblijf/herroeping", Opdracht("HerroepVerblijf")),
    ("post", "/api/v1/contacten", Opdracht("RegistreerContact")),
    ("get", "/api/v1/contacten/{id}", op(Beleidsobjectsoort::Contact, Toegang::Wat)),
    ("post", "/api/v1/contacten/{id}/aanvullingen", Opdracht("VulVerslagAan")),
    // One's own, of a form that one may hand in.
    ("get", "/api/v1/concepten/{soort}", Zelf(Eis::Ingelogd)),
    ("put", "/api/v1/concepten/{soort}", Zelf(Eis::Ingelogd)),
    ("delete", "/api/v1/concepten/{soort}", Zelf(Eis::Ingelogd)),
    // One's own, in the role of the session.
    ("get", "/api/v1/mijn/weergaven", Zelf(Eis::Ingelogd)),
    ("put", "/api/v1/mijn/weergaven", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/zaken", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/zaken/{id}", op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("post", "/api/v1/zaken/{id}/toewijzen", Opdracht("WijsToe")),
    ("post", "/api/v1/zaken/{id}/neem", Opdracht("NeemZaak")),
    ("post", "/api/v1/zaken/{id}/vrijgeven", Opdracht("GeefZaakVrij")),
    ("post", "/api/v1/zaken/{id}/in-behandeling", Opdracht("NeemInBehandeling")),
    ("post", "/api/v1/zaken/{id}/gezien", Opdracht("MerkGezien")),
    ("get", "/api/v1/werkvoorraad/nieuw", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/zaken/{id}/klantcontacten", Opdracht("NoteerContact")),
    ("post", "/api/v1/zaken/{id}/klantcontacten/doorgeven", Opdracht("GeefContactDoor")),
    ("post", "/api/v1/zaken/{id}/taken", Opdracht("ZetTaakKlaar")),
    ("post", "/api/v1/zaken/{id}/taken/gedaan", Opdracht("RondTaakAf")),
    ("post", "/api/v1/zaken/{id}/taken/heropenen", Opdracht("HeropenTaak")),
    ("post", "/api/v1/zaken/{id}/taken/toewijzen", Opdracht("WijsTaakToe")),
    ("post", "/api/v1/zaken/{id}/taken/vervallen", Opdracht("LaatTaakVervallen")),
    ("get", "/api/v1/taken", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/zaken/{id}/documenten", op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("post", "/api/v1/zaken/{id}/documenten", Opdracht("OpenDocument")),
    ("get", "/api/v1/zaken/{id}/besluit", op(Beleidsobjectsoort::Besluit, Toegang::Wat)),
    ("post", "/api/v1/zaken/{id}/besluit", Opdracht("StelBesluitVoor")),
    ("post", "/api/v1/zaken/{id}/besluit/wijzigen", Opdracht("WijzigVoorstel")),
    ("post", "/api/v1/zaken/{id}/besluit/accorderen", Opdracht("Accordeer")),
    ("post", "/api/v1/zaken/{id}/besluit/afwijzen", Opdracht("WijsVoorstelAf")),
    ("post", "/api/v1/zaken/{id}/besluit/intrekken", Opdracht("TrekVoorstelIn")),
    ("post", "/api/v1/zaken/{id}/besluit/nemen", Opdracht("NeemBesluit")),
    ("get", "/api/v1/zaken/{id}/tijdreis", op(Beleidsobjectsoort::Zaak, Toegang::Wat)),
    ("post", "/api/v1/meldingen", Opdracht("RegistreerMelding")),
    ("get", "/api/v1/documenten/{id}", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("get", "/api/v1/documenten/{id}/tekst", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("get", "/api/v1/documenten/{id}/kantlijn", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("post", "/api/v1/documenten/{id}/opmerkingen", Opdracht("MaakOpmerking")),
    ("post", "/api/v1/documenten/{id}/opmerkingen/beantwoorden", Opdracht("BeantwoordOpmerking")),
    ("post", "/api/v1/documenten/{id}/opmerkingen/afhandelen", Opdracht("HandelOpmerkingAf")),
    ("post", "/api/v1/documenten/{id}/opmerkingen/heropenen", Opdracht("HeropenOpmerking")),
    ("post", "/api/v1/documenten/{id}/opmerkingen/gelezen", Opdracht("LeesOpmerking")),
    ("get", "/api/v1/documenten/{id}/versies", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("post", "/api/v1/documenten/{id}/versies", Opdracht("BenoemVersie")),
    ("get", "/api/v1/documenten/{id}/versie", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("get", "/api/v1/gesprekken/{id}", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
    ("post", "/api/v1/gesprekken/{id}/deelnemers", Opdracht("WijzigDeelnemers")),
    ("post", "/api/v1/gesprekken/{id}/afspraak", Opdracht("PlanGesprek")),
    ("post", "/api/v1/gesprekken/{id}/afspraak/afzeggen", Opdracht("ZegGesprekAf")),
    ("get", "/api/v1/rekeningen", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/rekeningen", Opdracht("OpenRekening")),
    ("get", "/api/v1/rekeningen/{id}", op(Beleidsobjectsoort::Rekening, Toegang::Wat)),
    ("get", "/api/v1/rekeningen/{id}/transacties", op(Beleidsobjectsoort::Rekening, Toegang::Wat)),
    ("post", hint::PAD, Zelf(Eis::Sleutel)),
    ("post", UITGELOGD, Zelf(Eis::Sleutel)),
    ("post", "/api/v1/groepen", Opdracht("VormGroep")),
    ("get", "/api/v1/groepen/{id}", op(Beleidsobjectsoort::Groep, Toegang::Wat)),
    ("post", "/api/v1/groepen/{id}/participanten", Opdracht("VoegParticipantToe")),
    ("post", "/api/v1/groepen/{id}/participanten/verwijderen", Opdracht("VerwijderParticipant")),
    ("post", "/api/v1/groepen/{id}/plan", Opdracht("StartPlan")),
    ("get", "/api/v1/plannen", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/plannen/{id}", op(Beleidsobjectsoort::Plan, Toegang::Dat)),
    ("get", "/api/v1/plannen/{id}/tijdlijn", op(Beleidsobjectsoort::Plan, Toegang::Wat)),
    ("get", "/api/v1/acties", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/plannen/{id}/doelen", Opdracht("StelDoel")),
    ("post", "/api/v1/plannen/{id}/doelen/wijzigen", Opdracht("WijzigDoel")),
    ("post", "/api/v1/plannen/{id}/doelen/afronden", Opdracht("RondDoelAf")),
    ("post", "/api/v1/plannen/{id}/doelen/heropenen", Opdracht("HeropenDoel")),
    ("post", "/api/v1/plannen/{id}/acties", Opdracht("LegActieVast")),
    ("get", "/api/v1/plannen/{id}/meekijken", op(Beleidsobjectsoort::Plan, Toegang::Wat)),
    ("post", "/api/v1/plannen/{id}/meekijken", Opdracht("LaatMeekijken")),
    ("post", "/api/v1/toekenningen/{id}/stoppen", Opdracht("StopMeekijken")),
    ("post", "/api/v1/plannen/{id}/achterhouden", Opdracht("HoudAchter")),
    ("post", "/api/v1/plannen/{id}/delen", Opdracht("DeelOnderdeel")),
    ("post", "/api/v1/plannen/{id}/acties/gedaan", Opdracht("MeldActieGedaan")),
    ("post", "/api/v1/plannen/{id}/acties/heropenen", Opdracht("HeropenActie")),
    ("post", "/api/v1/plannen/{id}/doelen/reageren", Opdracht("ReageerOpDoel")),
    ("post", "/api/v1/plannen/{id}/doelreacties/lezen", Opdracht("LeesDoelreactie")),
    ("post", "/api/v1/plannen/{id}/doelreacties/beantwoorden", Opdracht("BeantwoordDoelreactie")),
    ("post", "/api/v1/plannen/{id}/acties/melden", Opdracht("MeldEigenActieGedaan")),
    ("post", "/api/v1/plannen/{id}/acties/nog-niet", Opdracht("MeldEigenActieNogNiet")),
    ("post", "/api/v1/plannen/{id}/acties/doorvragen", Opdracht("VraagDoorOverActie")),
    ("post", "/api/v1/plannen/{id}/zaken", Opdracht("KoppelZaak")),
    ("post", "/api/v1/plannen/{id}/zaken/loskoppelen", Opdracht("OntkoppelZaak")),
    ("post", "/api/v1/plannen/{id}/regisseurs", Opdracht("VoegRegisseurToe")),
    ("post", "/api/v1/plannen/{id}/regisseurs/verwijderen", Opdracht("VerwijderRegisseur")),
    ("post", "/api/v1/plannen/{id}/overdragen", Opdracht("DraagRegieOver")),
    ("post", "/api/v1/plannen/{id}/regisseur", Opdracht("WijsRegisseurAan")),
    ("post", "/api/v1/plannen/{id}/sluiten", Opdracht("SluitPlan")),
    ("get", "/api/v1/signaalsoorten", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/signalen", op(Beleidsobjectsoort::Kring, Toegang::Dat)),
    ("post", "/api/v1/signalen", Opdracht("MeldSignaal")),
    ("post", signalen::INKOMEND, Zelf(Eis::Sleutel)),
    ("get", "/api/v1/signalen/{id}", op(Beleidsobjectsoort::Signaal, Toegang::Dat)),
    ("post", "/api/v1/signalen/{id}/persoon", Opdracht("WijsPersoonAan")),
    ("post", "/api/v1/signalen/{id}/afhandelen", Opdracht("HandelSignaalAf")),
    ("post", "/api/v1/signalen/{id}/heropenen", Opdracht("HeropenSignaal")),
    ("post", "/api/v1/signalen/{id}/groepstraject", Opdracht("StartGroepstraject")),
    ("get", "/api/v1/mijn/kinderen", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/mijn/plannen", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/toestemmingen", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/toestemmingen/{id}/geven", Opdracht("GeefToestemming")),
    ("post", "/api/v1/toestemmingen/{id}/weigeren", Opdracht("WeigerToestemming")),
    ("get", "/api/v1/zaken/{id}/toestemming", op(Beleidsobjectsoort::Zaak, Toegang::Dat)),
    ("post", "/api/v1/zaken/{id}/toestemming", Opdracht("VraagToestemming")),
    ("get", "/api/v1/toekenningen", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/toekenningen/{id}/intrekken", Opdracht("TrekToekenningIn")),
    ("post", "/api/v1/toekenningen/{id}/beoordelen", Opdracht("BeoordeelGlas")),
    ("get", "/api/v1/glas", mag(Handeling::GlasBeoordelen)),
    ("post", "/api/v1/plannen/{id}/glas", Opdracht("BreekGlas")),
    ("get", "/api/v1/medewerkers/{id}/vervangers", Zelf(Eis::Ingelogd)),
    ("post", "/api/v1/medewerkers/{id}/vervanger", Opdracht("WijsVervangerAan")),
    ("post", "/api/v1/medewerkers/{id}/werkvoorraad/overdragen", Opdracht("DraagWerkvoorraadOver")),
    ("get", "/api/v1/medewerkers/{id}/plannen", mag(Handeling::GlasBreken)),
    ("get", "/api/v1/beschermd", mag(Handeling::DossierBeschermen)),
    ("get", "/api/v1/beschermd/openingen", mag(Handeling::SporenLezen)),
    ("post", "/api/v1/beschermd/personen", mag(Handeling::DossierBeschermen)),
    ("post", "/api/v1/personen/{id}/bescherming", Opdracht("BeschermDossier")),
    ("post", "/api/v1/personen/{id}/bescherming/wijzigen", Opdracht("WijzigBescherming")),
    ("post", "/api/v1/personen/{id}/bescherming/opheffen", Opdracht("HefBeschermingOp")),
    ("post", "/api/v1/personen/{id}/medewerker", Opdracht("LegMedewerkerVast")),
    ("get", "/api/v1/nazicht", mag(Handeling::Nazien)),
    ("get", "/api/v1/nazicht/collegas", mag(Handeling::Nazien)),
    ("get", "/api/v1/nazicht/{id}", mag(Handeling::Nazien)),
    ("post", "/api/v1/nazicht/{id}/beoordelen", Opdracht("BeoordeelNazicht")),
    ("get", "/api/v1/audit", mag(Handeling::SporenLezen)),
    ("post", "/api/v1/audit/personen", mag(Handeling::SporenLezen)),
    ("get", "/api/v1/mijn/inzage", Zelf(Eis::Ingelogd)),
    ("get", "/api/v1/beleid", mag(Handeling::BeleidZien)),
    ("get", "/api/openapi.json", Zelf(Eis::Vrij)),
    ("get", "/healthz", Zelf(Eis::Vrij)),
    ("get", "/readyz", Zelf(Eis::Vrij)),
    ("get", "/metrics", Zelf(Eis::Vrij)),
    // The live connections: each topic and each document asks for itself.
    ("get", "/rt", Zelf(Eis::Ingelogd)),
    ("get", "/yjs/{document}", op(Beleidsobjectsoort::Gesprek, Toegang::Wat)),
];

/// Every way in with what it asks.
pub(super) fn ingangen() -> Vec<IngangWat> {
    let adres = |(method, path, eis): &(&str, &str, Adreseis)| {
        let eis = eis_van(*eis)?;
        Some(IngangWat::new(Ingangsoort::Adres, format!("{} {path}", method.to_uppercase()), eis))
    };
    let adressen = ADRESEISEN.iter().filter_map(adres);
    // Every id in the name is the same one: it stands for any.
    let any = Uuid::nil();
    let topics = Topic::van_elk(any).into_iter().map(|topic| {
        let name = topic.to_string().replace(&any.to_string(), "{id}");
        IngangWat::new(Ingangsoort::Onderwerp, name, topic.eis())
    });
    let opdrachten =
        OPDRACHTEISEN.iter().map(|(naam, eis)| IngangWat::new(Ingangsoort::Opdracht, *naam, *eis));
    let exports = EXPORTEISEN.iter().map(|(naam, eis)| IngangWat::new(Ingangsoort::Export, *naam, *eis));
    adressen.chain(topics).chain(opdrachten).chain(exports).collect()
}

fn eis_van(eis: Adreseis) -> Option<Eis> {
    match eis {
        Zelf(eis) => Some(eis),
        Opdracht(naam) => OPDRACHTEISEN.iter().find(|(other, _)| *other == naam).map(|(_, eis)| *eis),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::routes::addresses;

    #[test]
    fn every_address_has_a_row_and_every_row_an_address() {
        let live = [("get", "/rt"), ("get", "/yjs/{document}")];
        let there: BTreeSet<_> = addresses()
            .iter()
            .flat_map(|address| address.methods.iter().map(|method| (*method, address.path)))
            .chain(live)
            .collect();
        let rows: BTreeSet<_> = ADRESEISEN.iter().map(|(method, path, _)| (*method, *path)).collect();
        assert_eq!(there, rows);
        assert_eq!(rows.len(), ADRESEISEN.len(), "an address with two rows");
    }

    #[test]
    fn an_address_that_carries_a_command_names_one_that_there_is() {
        for (_, path, eis) in ADRESEISEN {
            assert!(eis_van(*eis).is_some(), "{path}");
        }
    }
}
