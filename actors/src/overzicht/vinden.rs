//! Finding in one's own work: zaken as far as one may look into them, and the persons for whom one works already (C2-K1, KING-R4c).
//!
//! Rights come first: what somebody may not know of is not held against what they typed, so that neither a count nor an order tells of it.
//! And of a zaak no more is held against it than they see: under *dat* its number and type.

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{PersoonId, ZaakId};
use keukentafel::domain::klank::{klinkt_als, woorden};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::Lopend;
use keukentafel::protocol::view::{Persoonvondst, Zoekplek};

use super::lijst::{Lijst, ZakenFilter};
use super::ordening::Samen;
use super::{Gemeenteoverzicht, GroepRegel, RekeningRegel};

/// The first that fit best, and whether there are more.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Vondsten<T> {
    /// At most as many as were asked for.
    pub eerste: Vec<T>,
    /// Whether more fit.
    pub meer: bool,
}

impl<T: Ord> Vondsten<T> {
    fn van(mut all: Vec<T>, aantal: usize) -> Self {
        all.sort_unstable();
        let meer = all.len() > aantal;
        all.truncate(aantal);
        Self { eerste: all, meer }
    }
}

/// How something fits, the best first.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd)]
enum Past {
    /// It is the number.
    Nummer,
    /// By the subject, or by whom it is about.
    Inhoud,
    /// The number begins so.
    Begin,
    /// By the type.
    Soort,
}

/// What somebody typed, in words.
#[derive(Clone)]
pub struct Zoektekst {
    geheel: String,
    delen: Vec<(String, Vec<String>)>,
}

impl Zoektekst {
    /// Takes a typed text apart.
    #[must_use]
    pub fn new(tekst: &str) -> Self {
        let delen = tekst.split_whitespace().map(|deel| (deel.to_lowercase(), woorden(deel))).collect();
        Self { geheel: tekst.to_owned(), delen }
    }

    /// Whether each part of it fits, and how the least of them does.
    fn elk(&self, past: impl Fn(&str, &[String]) -> Option<Past>) -> Option<Past> {
        let each: Option<Vec<_>> = self.delen.iter().map(|(deel, woorden)| past(deel, woorden)).collect();
        each?.into_iter().max()
    }

    /// Whether a name holds each word of it, at the beginning of one of its own; `false`: it only sounds so.
    fn naam(&self, naam: &str) -> Option<bool> {
        let own = woorden(naam);
        let typed = self.elk(|_, asked| begint(&own, asked).then_some(Past::Inhoud));
        if typed.is_some() { Some(true) } else { klinkt_als(&self.geheel, naam).then_some(false) }
    }
}

impl std::fmt::Debug for Zoektekst {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Zoektekst(***)")
    }
}

/// Whether each of these words begins one of `own`.
fn begint(own: &[String], asked: &[String]) -> bool {
    !asked.is_empty() && asked.iter().all(|word| own.iter().any(|one| one.starts_with(word)))
}

/// How a typed part fits a zaaknummer: all of it, its running number, or its beginning with the word before it or without.
fn nummer(zaaknummer: &str, deel: &str) -> Option<Past> {
    let zaaknummer = zaaknummer.to_lowercase();
    let volg = zaaknummer.rsplit('-').next().and_then(|digits| digits.parse::<u32>().ok());
    let digits = deel.bytes().all(|byte| byte.is_ascii_digit());
    let running = digits && deel.parse().ok().is_some_and(|typed: u32| Some(typed) == volg);
    if zaaknummer == deel || running {
        return Some(Past::Nummer);
    }
    let (_, after) = zaaknummer.split_once('-').unwrap_or_default();
    (zaaknummer.starts_with(deel) || after.starts_with(deel)).then_some(Past::Begin)
}

impl Gemeenteoverzicht {
    /// The zaken of which `wie` may know that fit, with how far they may look; those of the same kind of fit by legal date.
    #[must_use]
    pub fn vind_zaken(&self, wie: &Wie, tekst: &Zoektekst, aantal: usize) -> Vondsten<(ZaakId, Toegang)> {
        let all = ZakenFilter { lijst: Lijst::Alle, ..ZakenFilter::default() };
        let mut found = Vec::new();
        for (day, id) in Samen::na(&self.bronnen(wie, &all), None) {
            let toegang = self.toegang(wie, id);
            let zaak = self.zaak(id).and_then(|regel| regel.lopend()).filter(|_| toegang > Toegang::Niets);
            if let Some(past) = zaak.and_then(|zaak| self.past_bij(zaak, toegang, tekst)) {
                found.push((past, day, id, toegang));
            }
        }
        let Vondsten { eerste, meer } = Vondsten::van(found, aantal);
        Vondsten { eerste: eerste.into_iter().map(|(_, _, id, toegang)| (id, toegang)).collect(), meer }
    }

    fn past_bij(&self, zaak: &Lopend, toegang: Toegang, tekst: &Zoektekst) -> Option<Past> {
        let soort = woorden(zaak.zaaktype.naam());
        let inhoud = if let Some(recht) = toegang.leesrecht() {
            let naam = self.persoon(zaak.persoon).and_then(|regel| regel.persoon().naam());
            let mut words = woorden(zaak.melding.onderwerp.lees(&recht));
            words.extend(naam.iter().flat_map(|naam| woorden(naam)));
            words
        } else {
            Vec::new()
        };
        tekst.elk(|deel, asked| {
            nummer(&zaak.zaaknummer, deel)
                .or_else(|| begint(&inhoud, asked).then_some(Past::Inhoud))
                .or_else(|| begint(&soort, asked).then_some(Past::Soort))
        })
    }

    /// The persons for whom `wie` works whose name fits, or sounds like it.
    #[must_use]
    pub fn vind_personen(&self, wie: &Wie, tekst: &Zoektekst, aantal: usize) -> Vondsten<Persoonvondst> {
        let mut found = Vec::new();
        for id in self.werkt_voor_wie(wie) {
            let Some(naar) = self.waar_te_zien(wie, id) else { continue };
            let Some(mut kort) = self.persoon(id).and_then(|regel| regel.kort(id)) else { continue };
            let Some(typed) = tekst.naam(&kort.naam) else { continue };
            if !self.ziet_meer(wie, id) {
                kort.geboortedatum = None;
                kort.beschrijving = None;
            }
            found.push((!typed, kort.naam.to_lowercase(), id, (kort, naar)));
        }
        found.sort_unstable_by(|one, other| (one.0, &one.1, one.2).cmp(&(other.0, &other.1, other.2)));
        let meer = found.len() > aantal;
        let hit = |(klinkt_als, _, _, (persoon, naar))| Persoonvondst { persoon, klinkt_als, naar };
        Vondsten { eerste: found.into_iter().take(aantal).map(hit).collect(), meer }
    }

    /// The persons of the zaken of which `wie` sees the content by their own work, who lives with whom they handle a zaak of, the leden of
    /// their plans and groepen, and whose money they keep. That the desk may look for everybody makes nobody one of these.
    fn werkt_voor_wie(&self, wie: &Wie) -> BTreeSet<PersoonId> {
        let als = self.als(wie);
        let handles = als.iter().filter_map(|who| self.ordening.van_behandelaar(*who)).flatten();
        let took_in = self.ordening.van_melder(wie.id).into_iter().flatten();
        let own = handles.chain(took_in).filter(|(_, id)| self.toegang(wie, *id) >= Toegang::Wat);
        let own = own.filter_map(|(_, id)| self.zaak(*id)?.lopend().map(|zaak| zaak.persoon));
        let mut all: BTreeSet<_> = own.collect();
        let handled: Vec<_> = all.iter().copied().filter(|id| self.werkt_voor(wie, &als, *id)).collect();
        all.extend(handled.into_iter().flat_map(|id| self.huisgenoten(id)));
        all.extend(self.mijn_plannen(wie).into_iter().flat_map(|plan| self.zicht_op_plan(wie, plan).leden));
        let groepen = self.mijn_groepen(wie);
        let groepen = groepen.into_iter().filter_map(|id| self.groep(id).and_then(GroepRegel::gevormd));
        all.extend(groepen.flat_map(|groep| groep.leden.iter().copied()));
        let rekeningen = self.rekeningen_van(wie).into_iter().filter_map(|id| self.rekening(id));
        all.extend(rekeningen.map(RekeningRegel::persoon));
        all
    }

    /// Whether `wie` sees more of this person than that they are there.
    fn ziet_meer(&self, wie: &Wie, id: PersoonId) -> bool {
        let thuis = self.huishouden_van(id).map(|thuis| self.toegang_huishouden(wie, thuis));
        self.toegang_persoon(wie, id) >= Toegang::Wat || thuis >= Some(Toegang::Wat)
    }

    /// The page on which `wie` sees their work for this person: whose money one keeps there, with whom they live, a zaak, a plan, a groep.
    /// `None` when there is none now, and of a dossier that is closed to them.
    fn waar_te_zien(&self, wie: &Wie, id: PersoonId) -> Option<Zoekplek> {
        if self.afgeschermd(wie, id) {
            return None;
        }
        let mut rekeningen = self.rekeningen_van_persoon(id).into_iter();
        let rekening = rekeningen.find(|id| self.toegang_rekening(wie, *id) >= Toegang::Wat);
        let thuis = self.huishouden_van(id);
        let thuis = thuis.filter(|id| self.toegang_huishouden(wie, *id) >= Toegang::Wat);
        let zaken = self.zaken_van(id).map(|zaak| (self.toegang_bij_persoon(wie, zaak), zaak));
        let zaak = zaken.max().filter(|(toegang, _)| *toegang > Toegang::Niets);
        let mut plannen = self.plannen_van(id);
        let mut groepen = self.groepen_van(id);
        rekening
            .map(|id| Zoekplek::Rekening { id })
            .or_else(|| thuis.map(|id| Zoekplek::Huishouden { id }))
            .or_else(|| zaak.map(|(_, id)| Zoekplek::Zaak { id }))
            .or_else(|| {
                plannen
                    .find(|plan| self.zicht_op_plan(wie, *plan).leden.contains(&id))
                    .map(|id| Zoekplek::Plan { id })
            })
            .or_else(|| {
                groepen
                    .find(|groep| self.toegang_groep(wie, *groep) > Toegang::Niets)
                    .map(|id| Zoekplek::Groep { id })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows C2-K1
    #[test]
    fn a_number_is_found_by_all_of_it_its_last_part_or_its_beginning() {
        let past = |deel| nummer("ZAAK-2026-000123", deel);
        for whole in ["zaak-2026-000123", "123", "000123"] {
            assert_eq!(past(whole), Some(Past::Nummer), "{whole}");
        }
        for begin in ["zaak-2026-0001", "2026-0001", "2026", "zaak"] {
            assert_eq!(past(begin), Some(Past::Begin), "{begin}");
        }
        for other in ["23", "000124", "2025", "123x", "99999999999999"] {
            assert_eq!(past(other), None, "{other}");
        }
    }

    // shows C2-L3
    #[test]
    fn a_name_fits_as_typed_or_by_its_sound_and_every_word_of_it_counts() {
        let past = |typed: &str| Zoektekst::new(typed).naam("Maria Verhoef");
        assert_eq!(past("verh"), Some(true));
        assert_eq!(past("Verhoef mar"), Some(true));
        assert_eq!(past("Verhoeff"), Some(false));
        assert_eq!(past("Peter Verhoef"), None);
        assert_eq!(past("oef"), None, "a word begins so, it does not hold it");
        assert_eq!(past(" - "), None);
    }

    #[test]
    fn what_was_typed_is_not_shown_for_debugging() {
        assert_eq!(format!("{:?}", Zoektekst::new("Maria Verhoef")), "Zoektekst(***)");
    }
}
