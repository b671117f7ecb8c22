//! The whole of a node in one process, on the journal in memory: what people do, and what others then see.

mod acties;
mod adres;
mod afbouw;
mod afspraken;
mod beschermd;
mod beschermd_elk_onderwerp;
mod beschermd_overal;
mod besluiten;
mod bewaartermijn;
mod bijdragen;
mod bijdragen_ouders;
mod blikken;
mod blind;
mod blind_lezen;
mod brieven;
mod bundels;
mod caseload;
mod concepten;
mod contact;
mod contactdag;
mod gemachtigde;
mod huishouden;
mod kantlijn;
mod kennen;
mod kinderen;
mod leiding;
mod meekijken;
mod mens;
mod nazicht;
mod nepbrp;
mod nieuw;
mod nodes;
mod nodes_hints;
mod opdrachten;
mod overdracht;
mod personen;
mod plan_portaal;
mod plan_portaal_terug;
mod plannen;
mod plannen_grenzen;
mod rechten;
mod rekeningen;
mod signalen;
mod signalen_bij_mij;
mod signalen_bron;
mod signalen_en_plan;
mod signalen_groep;
mod signalen_register;
mod signalen_samen;
mod simulatie;
mod sporen;
mod tafelgenoot;
mod taken;
mod tijdlijn;
mod tijdreis;
mod toekenningen;
mod toestemming;
mod toestemming_gezag;
mod weergaven;
mod werkzoeken;

use std::sync::Arc;

use keukentafel::clock::{ManualClock, Moment};
use keukentafel::domain::ids::{CommandId, GemeenteId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::{Medewerker, Rol, Wie};
use keukentafel::domain::rollen::Rollen;
use keukentafel::domain::signaal::Broninschrijving;
use keukentafel::domain::zaak::Kanaal;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::poort::allegro::Allegro;
use keukentafel::poort::brief::Briefdrukker;
use keukentafel::poort::brp::Brp;
use keukentafel::poort::mail::Mail;
use keukentafel::protocol::body::{NieuweMelding, NieuwePersoon, Opdracht};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::rng::SeededRng;
use keukentafel::store::{Fault, MemoryJournal, SharedJournal};
use uuid::Uuid;

use super::{Kop, Tafel, TafelConfig};
use crate::boek::Medewerkersboek;
use crate::bus::Others;
use crate::weigering::Weigering;

pub(super) const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));
pub(super) const ELDERS: GemeenteId = GemeenteId(Uuid::from_u128(10));

const LINDA: u128 = 1;
const KEVIN: u128 = 2;
const EMMA: u128 = 3;
const PETER: u128 = 4;
const BESTUUR: u128 = 5;
const MIRJAM: u128 = 10;
const MARIA: u128 = 11;
const WERKVERDELER: u128 = 12;
const MANAGER: u128 = 13;
const EMIL: u128 = 14;
const RIANNE: u128 = 6;
const RUBEN: u128 = 7;
const WENDY: u128 = 8;
const BUURMAN: u128 = 9;
const THEO: u128 = 15;
const PAUL: u128 = 16;
const PIETER: u128 = 17;
const VERA: u128 = 18;
const KARIN: u128 = 19;
const BOB: u128 = 20;

fn mensen() -> Vec<(u128, &'static str, Rol)> {
    vec![
        (LINDA, "Linda", Rol::Frontoffice),
        (KARIN, "Karin", Rol::Kcc),
        (KEVIN, "Kevin", Rol::Jeugdconsulent),
        (EMMA, "Emma", Rol::Wmoconsulent),
        (PETER, "Peter", Rol::ConsulentInkomen),
        (BESTUUR, "Bestuur", Rol::Bestuur),
        (MIRJAM, "Mirjam", Rol::MedewerkerBudgetbeheer),
        (BOB, "Bob", Rol::MedewerkerBudgetbeheer),
        (MARIA, "Maria", Rol::Inwoner),
        (WERKVERDELER, "Wouter", Rol::Werkverdeler),
        (MANAGER, "Wendy", Rol::Wijkteammanager),
        (EMIL, "Emil", Rol::Wmoconsulent),
        (RIANNE, "Rianne", Rol::Regisseur),
        (RUBEN, "Ruben", Rol::Regisseur),
        (WENDY, "Wendy", Rol::Wijkteammanager),
        (BUURMAN, "Jan", Rol::Groepsparticipant),
        (THEO, "Theo", Rol::Toetser),
        (PAUL, "Paul", Rol::ConsulentInkomen),
        (VERA, "Vera", Rol::Vervanger),
        (PIETER, "Pieter", Rol::Privacyfunctionaris),
    ]
}

/// The outside systems of a node.
#[derive(Default)]
struct Buiten {
    allegro: Option<Arc<dyn Allegro>>,
    brp: Option<Arc<dyn Brp>>,
    drukker: Option<Arc<dyn Briefdrukker>>,
    mail: Option<Arc<dyn Mail>>,
    others: Others,
    /// Beyond the first: which node at this journal it is.
    node: u64,
    /// What its chance begins with, where that is not how much the journal holds.
    zaad: Option<u64>,
    /// How it reaches the journal, where that is not at once.
    lijn: Option<SharedJournal>,
}

/// A node with its journal.
pub(super) struct Huis {
    pub(super) tafel: Tafel,
    pub(super) journal: Arc<MemoryJournal>,
    pub(super) clock: Arc<ManualClock>,
    commands: std::sync::atomic::AtomicU64,
}

impl Huis {
    pub(super) async fn open() -> Self {
        Self::on(Arc::new(MemoryJournal::new(Uuid::from_u128(42)))).await
    }

    pub(super) async fn on(journal: Arc<MemoryJournal>) -> Self {
        Self::met(journal, None).await
    }

    /// A node at which these outside systems report.
    pub(super) async fn met_signaalbronnen<const N: usize>(
        bronnen: [(MedewerkerId, Broninschrijving); N],
    ) -> Self {
        let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
        Self::vol(journal, Buiten::default(), bronnen.to_vec()).await
    }

    /// A node with a source of balances.
    pub(super) async fn met(journal: Arc<MemoryJournal>, allegro: Option<Arc<dyn Allegro>>) -> Self {
        Self::vol(journal, Buiten { allegro, ..Buiten::default() }, Vec::new()).await
    }

    /// A node with a BRP.
    pub(super) async fn met_brp(brp: Arc<dyn Brp>) -> Self {
        let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
        Self::vol(journal, Buiten { brp: Some(brp), ..Buiten::default() }, Vec::new()).await
    }

    /// A node at this journal that has others over this bus.
    pub(super) async fn met_anderen(journal: Arc<MemoryJournal>, node: u64, others: Others) -> Self {
        Self::vol(journal, Buiten { others, node, ..Buiten::default() }, Vec::new()).await
    }

    /// A node that makes letters and sends mail.
    pub(super) async fn met_post(
        journal: Arc<MemoryJournal>,
        drukker: Arc<dyn Briefdrukker>,
        mail: Arc<dyn Mail>,
    ) -> Self {
        let buiten = Buiten { drukker: Some(drukker), mail: Some(mail), ..Buiten::default() };
        Self::vol(journal, buiten, Vec::new()).await
    }

    async fn vol(
        journal: Arc<MemoryJournal>,
        buiten: Buiten,
        bronnen: Vec<(MedewerkerId, Broninschrijving)>,
    ) -> Self {
        Self::probeer(journal, buiten, bronnen).await.unwrap()
    }

    /// As any start: it can fail where the journal does.
    async fn probeer(
        journal: Arc<MemoryJournal>,
        Buiten { allegro, brp, drukker, mail, others, node, zaad, lijn }: Buiten,
        bronnen: Vec<(MedewerkerId, Broninschrijving)>,
    ) -> Result<Self, Fault> {
        let start: jiff::Timestamp = "2026-11-25T08:00:00Z".parse().unwrap();
        let medewerkers = mensen().into_iter().map(|(n, naam, rol)| Medewerker {
            id: MedewerkerId(Uuid::from_u128(n)),
            naam: naam.to_owned(),
            rollen: Rollen::een(rol).unwrap(),
            gemeente: GEMEENTE,
            persoon: None,
            machtiging: None,
        });
        let boek = Medewerkersboek::new(medewerkers.collect(), vec![(GEMEENTE, "Wiedermeer".to_owned())])
            .met_bronnen(bronnen);
        let clock = Arc::new(ManualClock::at(Moment::from(start)));
        let config = TafelConfig {
            journal: lijn.unwrap_or_else(|| SharedJournal::from_arc(Arc::clone(&journal))),
            clock: Arc::clone(&clock) as Arc<dyn keukentafel::clock::Clock>,
            rng: Arc::new(SeededRng::new(
                zaad.unwrap_or(journal.committed().len() as u64 + 7 + node * 1_000_000),
            )),
            boek,
            allegro,
            brp,
            drukker,
            mail,
            node: format!("n{}", node + 1),
            others,
            on_fatal: Arc::new(|_| unreachable!("the disk of a test does not fail to sync")),
        };
        let tafel = Tafel::start(config).await?;
        let commands =
            std::sync::atomic::AtomicU64::new((journal.committed().len() as u64 + node * 1_000_000) * 1000);
        Ok(Self { tafel, journal, clock, commands })
    }

    pub(super) fn kop(&self) -> Kop {
        let n = self.commands.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        Kop { command: CommandId(Uuid::from_u128(u128::from(n))), request_hash: [1; 32], if_v: None }
    }

    pub(super) async fn doet(&self, wie: &Wie, opdracht: Opdracht) -> Result<Uitgevoerd, Weigering> {
        let done = self.tafel.voer_uit(wie, opdracht, self.kop()).await?;
        assert!(done.gezien, "the read side shows what was done");
        Ok(done.antwoord)
    }

    /// Maria, known at the desk.
    pub(super) async fn maria(&self) -> PersoonId {
        let typed = NieuwePersoon {
            bsn: Some("123456782".to_owned()),
            voornamen: "Maria".to_owned(),
            voorvoegsel: None,
            achternaam: "Verhoef".to_owned(),
            geboortedatum: Some("1958-03-14".to_owned()),
            telefoon: None,
            adres: None,
        };
        PersoonId(self.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id)
    }

    /// Dylan, known at the desk; he and Maria live together only when that is recorded.
    pub(super) async fn dylan(&self) -> PersoonId {
        let typed = NieuwePersoon {
            bsn: Some("999990020".to_owned()),
            voornamen: "Dylan".to_owned(),
            voorvoegsel: None,
            achternaam: "Verhoef".to_owned(),
            geboortedatum: Some("2017-05-22".to_owned()),
            telefoon: None,
            adres: None,
        };
        PersoonId(self.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id)
    }

    /// A melding about somebody, taken in by Linda.
    pub(super) async fn melding(&self, persoon: PersoonId, zaaktype: Zaaktype) -> ZaakId {
        ZaakId(self.doet(&linda(), melding(persoon, zaaktype)).await.unwrap().id)
    }

    /// Linda hands her melding on; what is somebody's already, who distributes the work.
    pub(super) async fn toewijzen(&self, zaak: ZaakId, behandelaars: &[&Wie]) {
        let behandelaars = behandelaars.iter().map(|wie| wie.id).collect();
        let vergeven = !self.tafel.behandelaars(&linda(), zaak).is_empty();
        let door = if vergeven { wie(WERKVERDELER) } else { linda() };
        self.doet(&door, Opdracht::WijsToe { zaak, behandelaars, reden: None }).await.unwrap();
    }
}

/// Why a groep is made, of persons whom its maker found.
pub(super) fn waarom() -> Option<String> {
    Some("Wij willen dit gezin samen beter helpen.".to_owned())
}

pub(super) fn melding(persoon: PersoonId, zaaktype: Zaaktype) -> Opdracht {
    Opdracht::RegistreerMelding(NieuweMelding {
        persoon,
        zaaktype,
        onderwerp: "Hulp in huis".to_owned(),
        toelichting: Some("Geheim verhaal".to_owned()),
        kanaal: Kanaal::Balie,
        urgentie: keukentafel::domain::zaak::Urgentie::Gewoon,
        concept: None,
    })
}

fn wie(n: u128) -> Wie {
    let (_, naam, rol) = mensen().into_iter().find(|(id, ..)| *id == n).unwrap();
    Wie {
        id: MedewerkerId(Uuid::from_u128(n)),
        naam: naam.to_owned(),
        rol,
        gemeente: GEMEENTE,
        persoon: None,
        machtiging: None,
        sessie: Uuid::from_u128(n + 1000),
    }
}

pub(super) fn linda() -> Wie {
    wie(LINDA)
}
pub(super) fn kevin() -> Wie {
    wie(KEVIN)
}
pub(super) fn emma() -> Wie {
    wie(EMMA)
}
pub(super) fn peter() -> Wie {
    wie(PETER)
}
pub(super) fn bestuur() -> Wie {
    wie(BESTUUR)
}
pub(super) fn mirjam() -> Wie {
    wie(MIRJAM)
}
pub(super) fn bob() -> Wie {
    wie(BOB)
}
/// Maria herself, logged in as this person.
pub(super) fn maria_zelf(persoon: PersoonId) -> Wie {
    Wie { persoon: Some(persoon), ..wie(MARIA) }
}

pub(super) fn werkverdeler() -> Wie {
    wie(WERKVERDELER)
}
pub(super) fn manager() -> Wie {
    wie(MANAGER)
}
pub(super) fn emil() -> Wie {
    wie(EMIL)
}

pub(super) fn rianne() -> Wie {
    wie(RIANNE)
}
pub(super) fn ruben() -> Wie {
    wie(RUBEN)
}
pub(super) fn wendy() -> Wie {
    wie(WENDY)
}
pub(super) fn buurman() -> Wie {
    wie(BUURMAN)
}
pub(super) fn theo() -> Wie {
    wie(THEO)
}
pub(super) fn paul() -> Wie {
    wie(PAUL)
}
pub(super) fn vera() -> Wie {
    wie(VERA)
}
pub(super) fn pieter() -> Wie {
    wie(PIETER)
}
