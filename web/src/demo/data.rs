//! The persons and cases of the demonstration, as data. Every person is made up; their BSNs pass the eleven-test and lie in the
//! range that is never given out.

/// A person.
#[derive(Copy, Clone, Debug)]
pub(super) struct Inwoner {
    /// The resident who can log in as this person.
    pub(super) persona: Option<&'static str>,
    pub(super) bsn: &'static str,
    pub(super) voornamen: &'static str,
    pub(super) voorvoegsel: Option<&'static str>,
    pub(super) achternaam: &'static str,
    pub(super) geboortedatum: &'static str,
    pub(super) telefoon: Option<&'static str>,
    /// Street, number, postcode.
    pub(super) adres: (&'static str, &'static str, &'static str),
}

/// A matter.
#[derive(Copy, Clone, Debug)]
pub(super) struct Zaak {
    /// Whose, by place in [`INWONERS`].
    pub(super) inwoner: usize,
    pub(super) zaaktype: &'static str,
    pub(super) onderwerp: &'static str,
    pub(super) toelichting: &'static str,
    pub(super) kanaal: &'static str,
    pub(super) urgentie: &'static str,
    /// Who work on it; nobody yet when empty.
    pub(super) behandelaars: &'static [&'static str],
}

/// Where they live.
pub(super) const PLAATS: &str = "Wiedermeer";

const KADE: (&str, &str, &str) = ("Turfkade", "18", "9999 XA");
const HOF: (&str, &str, &str) = ("Hof van Lindenoord", "42 bis", "9999 XB");
const LAAN: (&str, &str, &str) = ("Wilgenlaan", "7", "9999 XC");
/// Where Dylan is registered, at his mother's; he lives at Maria's.
const VELD: (&str, &str, &str) = ("Bleekveld", "3", "9999 XD");

/// The persons. The last one is registered last of all: who is there, is all there.
pub(super) const INWONERS: &[Inwoner] = &[
    Inwoner {
        persona: Some("maria"),
        bsn: "999990019",
        voornamen: "Maria",
        voorvoegsel: None,
        achternaam: "Verhoef",
        geboortedatum: "1958-03-14",
        telefoon: Some("06 00 00 00 01"),
        adres: KADE,
    },
    Inwoner {
        persona: None,
        bsn: "999990020",
        voornamen: "Dylan",
        voorvoegsel: None,
        achternaam: "Verhoef",
        geboortedatum: "2017-05-22",
        telefoon: None,
        adres: VELD,
    },
    Inwoner {
        persona: Some("samira"),
        bsn: "999990032",
        voornamen: "Samira",
        voorvoegsel: None,
        achternaam: "Haddad",
        geboortedatum: "1991-09-02",
        telefoon: Some("06 00 00 00 02"),
        adres: HOF,
    },
    Inwoner {
        persona: None,
        bsn: "999990044",
        voornamen: "Noor",
        voorvoegsel: None,
        achternaam: "Haddad",
        geboortedatum: "2016-01-30",
        telefoon: None,
        adres: HOF,
    },
    Inwoner {
        persona: None,
        bsn: "999990056",
        voornamen: "Ilyas",
        voorvoegsel: None,
        achternaam: "Haddad",
        geboortedatum: "2019-11-08",
        telefoon: None,
        adres: HOF,
    },
    Inwoner {
        persona: Some("huub"),
        bsn: "999990068",
        voornamen: "Huub",
        voorvoegsel: Some("van"),
        achternaam: "Peeters",
        geboortedatum: "1974-07-19",
        telefoon: Some("06 00 00 00 03"),
        adres: LAAN,
    },
];

/// The matters.
pub(super) const ZAKEN: &[Zaak] = &[
    Zaak {
        inwoner: 0,
        zaaktype: "AANVRAAG-BIJZONDERE-BIJSTAND",
        onderwerp: "Kosten van een nieuwe wasmachine",
        toelichting: "Mevrouw vraagt bijzondere bijstand. De wasmachine is stuk en zij wast nu ook voor haar kleinzoon.",
        kanaal: "balie",
        urgentie: "gewoon",
        behandelaars: &["peter"],
    },
    Zaak {
        inwoner: 0,
        zaaktype: "MELDING-WMO",
        onderwerp: "Het huishouden wordt te zwaar",
        toelichting: "Mevrouw heeft artrose en zorgt sinds dit voorjaar voor haar kleinzoon Dylan. Zij vraagt hulp in huis.",
        kanaal: "telefoon",
        urgentie: "gewoon",
        behandelaars: &["kevin", "emma"],
    },
    Zaak {
        inwoner: 1,
        zaaktype: "AANVRAAG-JEUGDHULP",
        onderwerp: "Dylan gaat niet meer naar school",
        toelichting: "Dylan woont bij zijn oma. Hij slaapt slecht en wil niet naar school. Oma vraagt hulp voor hem.",
        kanaal: "telefoon",
        urgentie: "spoed",
        behandelaars: &["kevin", "emma"],
    },
    Zaak {
        inwoner: 2,
        zaaktype: "AANVRAAG-LEVENSONDERHOUD",
        onderwerp: "Aanvraag bijstand na scheiding",
        toelichting: "Mevrouw is gescheiden en heeft geen inkomen. Zij heeft twee jonge kinderen.",
        kanaal: "portaal",
        urgentie: "spoed",
        behandelaars: &[],
    },
    Zaak {
        inwoner: 3,
        zaaktype: "AANVRAAG-JEUGDHULP",
        onderwerp: "Vraag over hulp bij dyslexie",
        toelichting: "School vraagt of de gemeente kan meedenken.",
        kanaal: "post",
        urgentie: "gewoon",
        behandelaars: &[],
    },
];

/// The talk that Kevin and Emma have with Maria, by place in [`ZAKEN`]; the first is where it is opened.
pub(super) const GESPREK_OVER: [usize; 2] = [1, 2];

/// Who live together from the start, by place in [`INWONERS`].
pub(super) const HUISHOUDENS: &[&[usize]] = &[&[0], &[2, 3, 4]];

/// Somebody who lives in a huishouden while the BRP has them elsewhere, and who decides for them by a court.
pub(super) struct Elders {
    /// Who.
    pub(super) inwoner: usize,
    /// In which of [`HUISHOUDENS`].
    pub(super) huishouden: usize,
    /// Since when.
    pub(super) vanaf: &'static str,
    pub(super) toelichting: &'static str,
    /// Who has gezag.
    pub(super) voogd: usize,
    pub(super) gerecht: &'static str,
    pub(super) uitspraak_op: &'static str,
    pub(super) kenmerk: &'static str,
}

/// Dylan lives with his grandmother.
pub(super) const ELDERS: Elders = Elders {
    inwoner: 1,
    huishouden: 0,
    vanaf: "2026-05-01",
    toelichting: "Dylan woont sinds de uitspraak bij zijn oma. De inschrijving is nog niet aangepast.",
    voogd: 0,
    gerecht: "Rechtbank Overijssel",
    uitspraak_op: "2026-04-20",
    kenmerk: "C/08/310218",
};
