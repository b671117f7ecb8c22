//! A source that answers what it was told to, when it is let.

use std::collections::BTreeMap;
use std::sync::Mutex;

use keukentafel::poort::allegro::{Allegro, CURSOR_ONBEKEND, Cursor, KlantId, Mutaties, Waarneming};
use keukentafel::poort::{Antwoord, PoortFout, Storing};
use tokio::sync::watch;
use tokio::time::Instant;

/// Customers on one page of changes.
const PAGINA: usize = 2;

#[derive(Default)]
struct Toestand {
    antwoorden: BTreeMap<KlantId, Result<Option<Waarneming>, PoortFout>>,
    vragen: Vec<(KlantId, Instant)>,
    bezig: BTreeMap<KlantId, usize>,
    hoogste: usize,
    hoogste_per_klant: usize,
    /// Who changed, in order; a cursor is a place in it.
    veranderd: Vec<KlantId>,
    /// Cursors below this are forgotten.
    vergeten: usize,
    cursors: Vec<Option<String>>,
}

pub(crate) struct Testbron {
    toestand: Mutex<Toestand>,
    open: watch::Sender<bool>,
}

impl Default for Testbron {
    fn default() -> Self {
        Self { toestand: Mutex::default(), open: watch::Sender::new(true) }
    }
}

impl Testbron {
    /// From now on it says this of a customer.
    pub(crate) fn zegt(&self, said: &Waarneming) {
        self.toestand.lock().unwrap().antwoorden.insert(said.klant.clone(), Ok(Some(said.clone())));
    }

    /// From now on it answers this about a customer.
    pub(crate) fn antwoordt(&self, klant: &KlantId, answer: Result<Option<Waarneming>, PoortFout>) {
        self.toestand.lock().unwrap().antwoorden.insert(klant.clone(), answer);
    }

    pub(crate) fn is_weg(&self, klant: &KlantId) {
        self.antwoordt(klant, Err(PoortFout::Storing(Storing::Onbereikbaar)));
    }

    /// Keeps its answers back. What it is asked meanwhile it answers as of then.
    pub(crate) fn houdt_vast(&self) {
        self.open.send_replace(false);
    }

    pub(crate) fn laat_los(&self) {
        self.open.send_replace(true);
    }

    /// These customers changed, says it to who asks for changes.
    pub(crate) fn veranderden(&self, klanten: &[KlantId]) {
        self.toestand.lock().unwrap().veranderd.extend_from_slice(klanten);
    }

    /// The cursors that it gave out so far mean nothing to it any more.
    pub(crate) fn vergeet_cursors(&self) {
        let mut toestand = self.toestand.lock().unwrap();
        toestand.vergeten = toestand.veranderd.len() + 1;
    }

    /// From where changes were asked.
    pub(crate) fn cursors(&self) -> Vec<Option<String>> {
        self.toestand.lock().unwrap().cursors.clone()
    }

    /// When it was asked about this customer.
    pub(crate) fn vragen(&self, klant: &KlantId) -> Vec<Instant> {
        let toestand = self.toestand.lock().unwrap();
        toestand.vragen.iter().filter(|(who, _)| who == klant).map(|(_, at)| *at).collect()
    }

    /// The most questions under way at once: altogether, and about one customer.
    pub(crate) fn hoogste(&self) -> (usize, usize) {
        let toestand = self.toestand.lock().unwrap();
        (toestand.hoogste, toestand.hoogste_per_klant)
    }
}

/// Ends a question also when whoever asked went away.
struct Vraag<'a>(&'a Testbron, KlantId);

impl<'a> Vraag<'a> {
    fn begin(bron: &'a Testbron, klant: &KlantId) -> Self {
        let mut toestand = bron.toestand.lock().unwrap();
        toestand.vragen.push((klant.clone(), Instant::now()));
        *toestand.bezig.entry(klant.clone()).or_default() += 1;
        let (of_klant, all) = (toestand.bezig[klant], toestand.bezig.values().sum());
        toestand.hoogste = toestand.hoogste.max(all);
        toestand.hoogste_per_klant = toestand.hoogste_per_klant.max(of_klant);
        drop(toestand);
        Self(bron, klant.clone())
    }
}

impl Drop for Vraag<'_> {
    fn drop(&mut self) {
        *self.0.toestand.lock().unwrap().bezig.get_mut(&self.1).unwrap() -= 1;
    }
}

impl Allegro for Testbron {
    fn overzicht<'a>(&'a self, klant: &'a KlantId) -> Antwoord<'a, Option<Waarneming>> {
        Box::pin(async move {
            let _vraag = Vraag::begin(self, klant);
            let answer = self.toestand.lock().unwrap().antwoorden.get(klant).cloned();
            self.open.subscribe().wait_for(|open| *open).await.unwrap();
            answer.unwrap_or(Ok(None))
        })
    }

    fn mutaties<'a>(&'a self, cursor: Option<&'a Cursor>) -> Antwoord<'a, Mutaties> {
        let mut toestand = self.toestand.lock().unwrap();
        toestand.cursors.push(cursor.map(|cursor| cursor.tekst().to_owned()));
        let from = cursor.map_or(0, |cursor| cursor.tekst().parse().unwrap());
        let answer = if cursor.is_some() && from < toestand.vergeten {
            Err(PoortFout::Geweigerd { code: CURSOR_ONBEKEND.to_owned() })
        } else {
            let klanten: Vec<_> = toestand.veranderd.iter().skip(from).take(PAGINA).cloned().collect();
            let to = from + klanten.len();
            let meer = to < toestand.veranderd.len();
            Ok(Mutaties { cursor: Cursor::parse(&to.to_string()).unwrap(), klanten, meer })
        };
        Box::pin(async move { answer })
    }
}
