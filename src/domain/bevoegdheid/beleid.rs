//! The policy as loaded: one table of cells, made of the lines once. Every right that the program knows is a cell here.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::beleidsobject::{Beleidsobject, Cel};
use super::lijnen::LIJNEN;
use super::plan::{PLANREGELS, Planrelatie};
use super::signaal::KRINGEN;
use super::tabel::{HANDELINGEN, Regel, TABEL};
use super::vier_ogen::BESLUITREGELS;
use super::{Kring, Relatie, Toegang, is_balie};
use crate::domain::medewerker::Rol;
use crate::domain::signaal::Signaalsoort;
use crate::domain::zaaktype::Zaaktype;

/// Every cell there is, those that say *niets* too.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Beleid {
    cellen: BTreeMap<Cel, Toegang>,
}

impl Beleid {
    /// The policy as the lines say it.
    #[must_use]
    pub fn uit_lijnen() -> Self {
        let mut beleid = Self { cellen: BTreeMap::new() };
        for rol in Rol::ALLE {
            for beleidsobject in Beleidsobject::alle() {
                for relatie in beleidsobject.relaties() {
                    beleid.cellen.insert(Cel { rol, beleidsobject, relatie: *relatie }, Toegang::Niets);
                }
            }
        }
        for regel in TABEL {
            for zaaktype in Zaaktype::ALLE.into_iter().filter(|zaaktype| geldt_voor(regel, *zaaktype)) {
                beleid.geef(regel.rol, Beleidsobject::Zaak(zaaktype), regel.relatie, regel.toegang);
            }
        }
        for lijn in LIJNEN {
            for rol in lijn.rollen {
                beleid.geef(*rol, lijn.beleidsobject, lijn.relatie, lijn.toegang);
            }
        }
        for regel in PLANREGELS {
            for (rol, deel) in
                regel.rollen.iter().flat_map(|rol| regel.delen.iter().map(move |deel| (rol, deel)))
            {
                beleid.geef(*rol, Beleidsobject::Plan(*deel), regel.relatie.relatie(), Toegang::Schrijven);
            }
        }
        for regel in PLANREGELS {
            for rol in regel.rollen {
                beleid.geef_geland(*rol, regel.relatie);
            }
        }
        for (rol, kring) in KRINGEN {
            beleid.geef(*rol, Beleidsobject::Kring(*kring), Relatie::Geen, Toegang::Schrijven);
            for soort in Signaalsoort::alle() {
                beleid.geef_signaal(*rol, *kring, soort);
            }
        }
        for (handeling, rol, relatie) in BESLUITREGELS {
            beleid.geef(*rol, Beleidsobject::Besluit(*handeling), *relatie, Toegang::Schrijven);
        }
        for (handeling, rollen) in HANDELINGEN {
            for rol in *rollen {
                beleid.geef(*rol, Beleidsobject::Handeling(*handeling), Relatie::Geen, Toegang::Schrijven);
            }
        }
        beleid
    }

    /// The manager knows that it is there and never what it says (KING-R4c); of the others whom the kind names. With a regisseur it is
    /// that regisseur's (KING-SI5).
    fn geef_signaal(&mut self, rol: Rol, kring: Kring, soort: Signaalsoort) {
        let beleidsobject = Beleidsobject::Signaal(soort);
        if kring == Kring::Leiding {
            self.geef(rol, beleidsobject, Relatie::Geen, Toegang::Dat);
        } else if soort.gegevens().zichtbaar.contains(&rol) {
            self.geef(rol, beleidsobject, Relatie::Geen, Toegang::Schrijven);
        }
        if kring == Kring::Regie {
            self.geef(rol, beleidsobject, Relatie::Regisseur, Toegang::Schrijven);
        }
    }

    /// What landed in a plan is part of it: who stands in for its regisseur does what they do, and who broke its glass reads (KING-R4d,
    /// KING-R4e).
    fn geef_geland(&mut self, rol: Rol, relatie: Planrelatie) {
        let toegang = match relatie {
            Planrelatie::VervangtRegisseur => Toegang::Schrijven,
            Planrelatie::Glas => Toegang::Wat,
            Planrelatie::Regisseur
            | Planrelatie::Behandelaar
            | Planrelatie::Lid
            | Planrelatie::Gezaghouder
            | Planrelatie::Medelid
            | Planrelatie::Participant
            | Planrelatie::VervangtBehandelaar => return,
        };
        for soort in Signaalsoort::alle() {
            self.geef(rol, Beleidsobject::Signaal(soort), relatie.relatie(), toegang);
        }
    }

    /// Of two lines for one cell the widest holds. A line for a cell that cannot be is a mistake in the lines, and a test finds it.
    fn geef(&mut self, rol: Rol, beleidsobject: Beleidsobject, relatie: Relatie, toegang: Toegang) {
        if let Some(cel) = self.cellen.get_mut(&Cel { rol, beleidsobject, relatie }) {
            *cel = toegang.max(*cel);
        }
    }

    /// How far a role may go, standing to something like this. What is not there is *niets*.
    #[must_use]
    pub fn toegang(&self, rol: Rol, beleidsobject: Beleidsobject, relatie: Relatie) -> Toegang {
        self.cellen.get(&Cel { rol, beleidsobject, relatie }).copied().unwrap_or(Toegang::Niets)
    }

    /// How far somebody may go who stands to something in all of these ways: the widest.
    #[must_use]
    pub fn hoogste(
        &self,
        rol: Rol,
        beleidsobject: Beleidsobject,
        relaties: impl IntoIterator<Item = Relatie>,
    ) -> Toegang {
        let each = relaties.into_iter().map(|relatie| self.toegang(rol, beleidsobject, relatie));
        each.max().unwrap_or(Toegang::Niets)
    }

    /// Every cell with what it says, in one order.
    pub fn cellen(&self) -> impl Iterator<Item = (Cel, Toegang)> + '_ {
        self.cellen.iter().map(|(cel, toegang)| (*cel, *toegang))
    }

    /// The same policy with one cell changed; `None` when there is no such cell. For who has to notice that it was.
    #[must_use]
    pub fn met(&self, word: &str, toegang: Toegang) -> Option<Self> {
        let (cel, _) = self.cellen().find(|(cel, _)| cel.word() == word)?;
        let mut other = self.clone();
        other.cellen.insert(cel, toegang);
        Some(other)
    }
}

fn geldt_voor(regel: &Regel, zaaktype: Zaaktype) -> bool {
    regel.domein.is_none_or(|only| only == zaaktype.domein())
        && (!regel.alleen_kcc_zichtbaar || zaaktype.zichtbaar_voor_kcc())
        && (!zaaktype.vertrouwelijk() || blijft_bij_vertrouwelijk(regel.relatie, regel.rol))
}

/// Of a confidential zaaktype nobody hears by way of the person, the huishouden or the plan, and the desk and the person not at all.
fn blijft_bij_vertrouwelijk(relatie: Relatie, rol: Rol) -> bool {
    match relatie {
        Relatie::Behandelaar
        | Relatie::Melder
        | Relatie::Vakgenoot
        | Relatie::Vervanger
        | Relatie::Accordeur => true,
        Relatie::Geen => !is_balie(rol),
        Relatie::ZelfdePersoon
        | Relatie::ZelfdeHuishouden
        | Relatie::Regisseur
        | Relatie::Betrokkene
        | Relatie::Gezaghouder
        | Relatie::Gemachtigde
        | Relatie::Toestemming
        | Relatie::Medelid
        | Relatie::Deelnemer
        | Relatie::ZietInhoud
        | Relatie::WeetErvan
        | Relatie::WerktVoorLid
        | Relatie::Auteur
        | Relatie::Lid
        | Relatie::Participant
        | Relatie::VervangtRegisseur
        | Relatie::VervangtBehandelaar
        | Relatie::Glas => false,
    }
}

/// Where a policy comes from that may change while the program runs.
pub type Bron = fn() -> &'static Beleid;

/// Who said before the first question where the policy comes from.
static BRON: OnceLock<Bron> = OnceLock::new();

/// The policy that holds: that of the lines.
#[must_use]
pub fn beleid() -> &'static Beleid {
    static GELADEN: LazyLock<Beleid> = LazyLock::new(Beleid::uit_lijnen);
    BRON.get().map_or_else(|| &*GELADEN, |bron| bron())
}

/// From now on the policy is what `bron` says, and no other source takes its place. The server of `proof-rights` begins so, which has to
/// notice that a cell was changed; no other program does, and a test of the source sees to it.
pub fn beleid_van(bron: Bron) {
    BRON.get_or_init(|| bron);
}
