//! Who may see what, and who may do what. The one place that decides it, for every way out.
//!
//! The policy is data ([`tabel`]): role × domein × relation → niets, dat, wat, schrijven. What is not in it is *niets*. Both
//! questions are pure: the facts are handed in.

mod grond;
mod leeftijd;
mod plan;
mod signaal;
mod stap_op;
mod tabel;
mod tijdreis;
mod toekenning;
mod vier_ogen;

#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::besluit::Bijdrager;
use super::ids::{MedewerkerId, PersoonId};
use super::medewerker::{Rol, Wie};
use super::zaaktype::{Domein, Zaaktype};
pub use grond::{GROND_AUTEUR, GROND_DEELNEMER, GROND_KRING, GROND_ROL, grond_op_zaak};
pub use leeftijd::{LEEFTIJDEN, Leeftijd};
pub use plan::{
    PLANREGELS, PlanFeiten, Plandeel, Planregel, Planrelatie, Planzicht, mag_koppelen, op_groep, op_plan,
    vervangt_regie,
};
pub use signaal::{KRINGEN, Kring, SignaalFeiten, op_signaal};
pub use stap_op::{ROL_WISSELEN, STAP_OP, vraagt_stap_op};
pub use tabel::{GESPREKKEN, HANDELINGEN, REKENINGEN, Regel, TABEL};
pub use tijdreis::{Tijdreisdoel, op_tijdreis, ziet_alle_verbanden};
pub use toekenning::{VERVANGERS, mag_vervangen, mag_vervanger_aanwijzen};
pub use vier_ogen::{BESLUITREGELS, Besluithandeling, bezwaar, mag_voorstellen, te_accorderen, toetst};

/// How far somebody may look. Each step holds the ones before it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Toegang {
    /// Nothing, not even that it exists.
    Niets,
    /// That it runs: type, state, handler, dates.
    Dat,
    /// The content.
    Wat,
    /// The content, and to change it.
    Schrijven,
}

/// How somebody stands to a zaak.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Relatie {
    /// Works on it.
    Behandelaar,
    /// Registered it.
    Melder,
    /// Works in its field of law.
    Vakgenoot,
    /// Works on another zaak of the same person (C2-N7).
    ZelfdePersoon,
    /// Is regisseur of a running plan of a groep to which its person belongs (KING-R3).
    Regisseur,
    /// Works on a zaak of somebody who lives in the same huishouden (C2-K2, C2-E2).
    ZelfdeHuishouden,
    /// It is about them.
    Betrokkene,
    /// May be the second pair of eyes of the besluit that waits in it, and did not make it (C1-P7, C2-K8).
    Accordeur,
    /// Has gezag now over the minor it is about (KING-R1e, C2-R1).
    Gezaghouder,
    /// Takes part in it, where it is a gesprek.
    Deelnemer,
    /// Stands in, by a toekenning that holds now, for somebody who works on it, leads it or takes part in it (KING-R4d).
    Vervanger,
    /// None of these.
    Geen,
}

/// What the policy asks of a zaak.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ZaakFeiten {
    /// Its zaaktype.
    pub zaaktype: Zaaktype,
    /// Who it is about.
    pub persoon: PersoonId,
    /// Who registered it.
    pub melder: Option<MedewerkerId>,
    /// Who works on it.
    pub behandelaars: Vec<MedewerkerId>,
    /// When a besluit waits for a second pair of eyes: who contributed to it.
    pub wacht_op_akkoord: Option<Vec<Bijdrager>>,
}

/// What the zaak itself does not know and the read side does.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Verband {
    /// The asker works on another zaak of the same person.
    pub zelfde_persoon: bool,
    /// The asker is regisseur of a running plan of a groep to which the person belongs.
    pub regisseur: bool,
    /// The asker works on a zaak of somebody else in the huishouden of this zaak's person.
    pub zelfde_huishouden: bool,
    /// The asker stands in now for one of its behandelaars. What follows from that work (the three above) follows for them too.
    pub vervanger: bool,
    /// The asker has gezag over the person of this zaak today.
    pub gezag: bool,
    /// How old that person is today, where it matters to the asker.
    pub leeftijd: Option<Leeftijd>,
}

/// Something that a role may do, apart from looking.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Handeling {
    /// Search for a person.
    PersoonZoeken,
    /// Register a person.
    PersoonRegistreren,
    /// Change how a person can be reached.
    ContactWijzigen,
    /// Register a melding.
    MeldingRegistreren,
    /// Assign any zaak one may know of.
    Verdelen,
    /// Assign a zaak that one registered.
    EigenMeldingToewijzen,
    /// Begin to keep somebody's money.
    RekeningOpenen,
    /// See how much work everybody has: numbers and weight, never content (C2-L5, KING-R4a). A weight tells how urgent a zaak is;
    /// whoever distributes work may know that much.
    CaseloadZien,
    /// Report somebody else away or back.
    AfwezigheidMelden,
    /// Make a groep, start and lead its plan.
    Regisseren,
    /// Report a signaal.
    SignaalMelden,
    /// Do something with a signaal that one may see.
    SignaalBehandelen,
    /// Go on from what happened: only the program itself.
    Reageren,
    /// Ask the BRP who somebody is, and take over what it says.
    BrpRaadplegen,
    /// Record who has gezag over a minor.
    GezagVastleggen,
    /// Record who live together.
    HuishoudenVastleggen,
    /// Look back at a zaak without seeing its content now, and at everybody who could see it (N-7).
    Terugkijken,
    /// Say who stands in for somebody else.
    VervangerAanwijzen,
    /// Look into a plan in an emergency.
    GlasBreken,
    /// Look back at who did, and end it.
    GlasBeoordelen,
    /// Pass all the work of one medewerker to others, unread.
    WerkvoorraadOverdragen,
    /// Read the trail: who looked at what, never the content.
    SporenLezen,
}

/// How far `wie` may look into a zaak.
#[must_use]
pub fn op_zaak(wie: &Wie, feiten: &ZaakFeiten, verband: Verband) -> Toegang {
    let domein = feiten.zaaktype.domein();
    relaties(wie, feiten, verband)
        .into_iter()
        .map(|relatie| {
            let most = op_leeftijd(relatie, verband.leeftijd);
            in_tabel(wie.rol, domein, relatie, feiten.zaaktype).min(most)
        })
        .max()
        .unwrap_or(Toegang::Niets)
}

/// How far `wie` may look at the besluit that is proposed on a zaak: who sees the content of the zaak, and who may be the second pair
/// of eyes of what waits, as long as it waits. The latter sees what was offered and not the rest of the zaak.
#[must_use]
pub fn op_besluit(wie: &Wie, feiten: &ZaakFeiten, op_zaak: Toegang) -> Toegang {
    match op_zaak {
        Toegang::Schrijven | Toegang::Wat => Toegang::Wat,
        Toegang::Dat | Toegang::Niets if te_accorderen(wie, feiten) => Toegang::Wat,
        Toegang::Dat | Toegang::Niets => Toegang::Niets,
    }
}

/// How far a relation of the portal reaches at most, by age.
fn op_leeftijd(relatie: Relatie, leeftijd: Option<Leeftijd>) -> Toegang {
    match (relatie, leeftijd) {
        (Relatie::Betrokkene, Some(leeftijd)) => leeftijd.zelf(),
        (Relatie::Gezaghouder, leeftijd) => leeftijd.map_or(Toegang::Niets, Leeftijd::gezaghouder),
        (_, _) => Toegang::Schrijven,
    }
}

/// Whether `wie` may say who works on this zaak.
#[must_use]
pub fn mag_toewijzen(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    let eigen = feiten.melder == Some(wie.id) && mag(wie.rol, Handeling::EigenMeldingToewijzen);
    let behandelaar = feiten.behandelaars.contains(&wie.id) && wie.rol.behandelt();
    eigen || behandelaar || mag(wie.rol, Handeling::Verdelen)
}

/// How far everybody in this role may look into a zaak of this zaaktype, whoever they are and however they stand to it: what a
/// frame that the whole role shares may count.
#[must_use]
pub fn op_rol(rol: Rol, zaaktype: Zaaktype) -> Toegang {
    let domein = zaaktype.domein();
    let vakgenoot = (rol.domein() == Some(domein)).then_some(Relatie::Vakgenoot);
    std::iter::once(Relatie::Geen)
        .chain(vakgenoot)
        .map(|relatie| in_tabel(rol, domein, relatie, zaaktype))
        .max()
        .unwrap_or(Toegang::Niets)
}

/// Whether `wie` may take this zaak themselves, when nobody has it: who handles zaken in its field of law (C2-L4).
#[must_use]
pub fn mag_nemen(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    wie.rol.behandelt() && wie.rol.domein() == Some(feiten.zaaktype.domein())
}

/// Whether `wie` may say that this medewerker is away or back: of oneself, and who distributes the work.
#[must_use]
pub fn mag_afwezig_melden(wie: &Wie, medewerker: MedewerkerId) -> bool {
    wie.id == medewerker || mag(wie.rol, Handeling::AfwezigheidMelden)
}

/// Whether `wie` may begin a zaak of this type: a confidential one only in one's own field of law, so that nobody else learns from
/// a form that there are such.
#[must_use]
pub fn mag_beginnen(wie: &Wie, zaaktype: Zaaktype) -> bool {
    let eigen = wie.rol.domein() == Some(zaaktype.domein());
    mag(wie.rol, Handeling::MeldingRegistreren) && (eigen || !zaaktype.vertrouwelijk())
}

/// How far somebody may look into a contact: its author adds to the report; who may see the content of one of its zaken reads it
/// (C2-N5). *Dat* on a zaak opens nothing of it.
#[must_use]
pub fn op_contact(wie: &Wie, auteur: MedewerkerId, hoogste_zaak: Toegang) -> Toegang {
    if wie.id == auteur {
        return Toegang::Schrijven;
    }
    match hoogste_zaak {
        Toegang::Schrijven | Toegang::Wat => Toegang::Wat,
        Toegang::Dat | Toegang::Niets => Toegang::Niets,
    }
}

/// How far somebody may look at a huishouden (who lives there, gezag, residence): who works on a zaak of one of its members, and the
/// desk. The zaken in it are looked at one by one. Who stands in for somebody who works for a lid sees it too.
#[must_use]
pub fn op_huishouden(wie: &Wie, werkt_voor_lid: bool, vervangt_voor_lid: bool) -> Toegang {
    let desk = is_balie(wie.rol) && mag(wie.rol, Handeling::PersoonZoeken);
    let works = werkt_voor_lid && wie.rol.behandelt();
    match (desk || works || vervangt_voor_lid, mag(wie.rol, Handeling::HuishoudenVastleggen)) {
        (false, _) => Toegang::Niets,
        (true, false) => Toegang::Wat,
        (true, true) => Toegang::Schrijven,
    }
}

/// How far somebody may look into what belongs to a gesprek: its deelnemers write, and who stands in for one of them, everybody else
/// sees nothing (design §10.4). `vervangt` are those for whom the asker stands in now.
#[must_use]
pub fn op_gesprek(wie: &Wie, deelnemers: &[MedewerkerId], vervangt: &[MedewerkerId]) -> Toegang {
    let relatie = |relatie| {
        let fits = |(rol, als, _): &&(Option<Rol>, Relatie, Toegang)| {
            *als == relatie && rol.is_none_or(|only| only == wie.rol)
        };
        GESPREKKEN.iter().filter(fits).map(|(_, _, toegang)| *toegang).max().unwrap_or(Toegang::Niets)
    };
    let own = if deelnemers.contains(&wie.id) { relatie(Relatie::Deelnemer) } else { Toegang::Niets };
    let other = vervangt.iter().any(|who| deelnemers.contains(who));
    own.max(if other { relatie(Relatie::Vervanger) } else { Toegang::Niets })
}

/// How far somebody may look at a beheerrekening: whose money it is, and who looks after it. To all others it is not there, also not
/// *dat*: that somebody is in budgetbeheer is a matter of its own.
#[must_use]
pub fn op_rekening(
    wie: &Wie,
    persoon: PersoonId,
    behandelaars: &[MedewerkerId],
    vervangt: &[MedewerkerId],
) -> Toegang {
    let own = wie.persoon == Some(persoon);
    let betrokkene = own.then_some(Relatie::Betrokkene);
    let behandelaar = behandelaars.contains(&wie.id).then_some(Relatie::Behandelaar);
    let other = !own && vervangt.iter().any(|who| behandelaars.contains(who));
    let vervanger = other.then_some(Relatie::Vervanger);
    let relaties = betrokkene.into_iter().chain(behandelaar).chain(vervanger);
    let toegang = |relatie| {
        let fits = |(rol, als, _): &&(Rol, Relatie, Toegang)| *rol == wie.rol && *als == relatie;
        REKENINGEN.iter().find(fits).map_or(Toegang::Niets, |(_, _, toegang)| *toegang)
    };
    relaties.map(toegang).max().unwrap_or(Toegang::Niets)
}

/// Whether `wie` may read who looked at this person's dossier as the person themselves: only they (N-8).
#[must_use]
pub fn op_inzage(wie: &Wie, persoon: PersoonId) -> bool {
    wie.rol == Rol::Inwoner && wie.persoon == Some(persoon)
}

/// How far somebody may look at a person: as far as at the zaken of that person, and the desk may always.
#[must_use]
pub fn op_persoon(wie: &Wie, persoon: PersoonId, hoogste_zaak: Toegang) -> Toegang {
    if wie.persoon == Some(persoon) || mag(wie.rol, Handeling::PersoonRegistreren) && is_balie(wie.rol) {
        return Toegang::Wat;
    }
    match hoogste_zaak {
        Toegang::Schrijven | Toegang::Wat => Toegang::Wat,
        Toegang::Dat if mag(wie.rol, Handeling::PersoonZoeken) => Toegang::Dat,
        Toegang::Dat | Toegang::Niets => Toegang::Niets,
    }
}

/// Whether a role may do this.
#[must_use]
pub fn mag(rol: Rol, handeling: Handeling) -> bool {
    HANDELINGEN.iter().any(|(wat, rollen)| *wat == handeling && rollen.contains(&rol))
}

fn is_balie(rol: Rol) -> bool {
    matches!(rol, Rol::Frontoffice | Rol::Kcc)
}

fn relaties(wie: &Wie, feiten: &ZaakFeiten, verband: Verband) -> Vec<Relatie> {
    let mut found = vec![Relatie::Geen];
    let mut add = |when: bool, relatie| {
        if when {
            found.push(relatie);
        }
    };
    add(feiten.behandelaars.contains(&wie.id), Relatie::Behandelaar);
    add(feiten.melder == Some(wie.id), Relatie::Melder);
    add(wie.rol.domein() == Some(feiten.zaaktype.domein()), Relatie::Vakgenoot);
    add(verband.zelfde_persoon, Relatie::ZelfdePersoon);
    add(verband.regisseur, Relatie::Regisseur);
    add(verband.zelfde_huishouden, Relatie::ZelfdeHuishouden);
    // What somebody gets for a while opens nothing about themselves.
    add(verband.vervanger && wie.persoon != Some(feiten.persoon), Relatie::Vervanger);
    add(wie.persoon == Some(feiten.persoon), Relatie::Betrokkene);
    add(te_accorderen(wie, feiten), Relatie::Accordeur);
    add(verband.gezag, Relatie::Gezaghouder);
    found
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
        | Relatie::Deelnemer => false,
    }
}

fn in_tabel(rol: Rol, domein: Domein, relatie: Relatie, zaaktype: Zaaktype) -> Toegang {
    TABEL
        .iter()
        .filter(|regel| {
            regel.rol == rol
                && regel.relatie == relatie
                && regel.domein.is_none_or(|only| only == domein)
                && (!regel.alleen_kcc_zichtbaar || zaaktype.zichtbaar_voor_kcc())
                && (!zaaktype.vertrouwelijk() || blijft_bij_vertrouwelijk(regel.relatie, regel.rol))
        })
        .map(|regel| regel.toegang)
        .max()
        .unwrap_or(Toegang::Niets)
}
