//! Who may see what, and who may do what. The one place that decides it, for every way out.
//!
//! The policy is data: role × what × relation → niets, dat, wat, schrijven ([`Beleid`], made of the lines in `tabel`, `lijnen`,
//! `plan` and `signaal`). What is not in it is *niets*. Here stands only how somebody stands to something. All of it is pure: the
//! facts are handed in.

mod afscherming;
mod afspraak;
mod beleid;
mod beleidsobject;
mod brief;
mod eis;
mod grond;
mod handeling;
mod leeftijd;
mod leesrecht;
mod lijnen;
mod meekijken;
mod plan;
mod plan_portaal;
mod relatie;
mod signaal;
mod stap_op;
mod tabel;
mod tijdreis;
mod toekenning;
mod toestemming;
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
use super::mens::Mens;
use super::zaaktype::Zaaktype;
pub use afscherming::{Werkbezwaar, afgeschermd, alleen_naam, werkbezwaar};
pub use afspraak::op_afspraak;
pub use beleid::{Beleid, Bron, beleid, beleid_van};
pub use beleidsobject::{Beleidsobject, Beleidsobjectsoort, Cel};
pub use brief::op_brieven;
pub use eis::Eis;
pub use grond::{GROND_AUTEUR, GROND_DEELNEMER, GROND_GEMACHTIGDE, GROND_KRING, GROND_ROL, grond_op_zaak};
pub use handeling::Handeling;
pub use leeftijd::{LEEFTIJDEN, Leeftijd, Leeftijdsregel};
pub use leesrecht::Leesrecht;
pub use lijnen::{LIJNEN, Lijn};
pub use meekijken::{Meekijkfeiten, mag_laten_meekijken, ziet_eigen_meekijkers};
pub use plan::{
    PLANREGELS, PlanFeiten, Plandeel, Planregel, Planrelatie, Planzicht, kan_groep_wijzigen, mag_koppelen,
    op_groep, op_plan, vervangt_regie,
};
pub use plan_portaal::{Portaalfeiten, Portaalzicht, draagt_bij, lid_in_portaal, op_plan_in_portaal};
pub use relatie::Relatie;
pub use signaal::{KRINGEN, Kring, SignaalFeiten, hoogste_betrouwbaarheid, op_signaal};
pub use stap_op::{ROL_WISSELEN, STAP_OP, TERUGKIJKEN, vraagt_stap_op};
pub use tabel::{HANDELINGEN, Regel, TABEL};
pub use tijdreis::{Tijdreisdoel, op_tijdreis, terugkijken_als, ziet_alle_verbanden};
pub use toekenning::{VERVANGERS, mag_vervangen, mag_vervanger_aanwijzen};
pub use toestemming::{Antwoorder, Vraagfeiten, mag_toestemming_geven, mag_toestemming_vragen};
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
pub struct Verband<'a> {
    /// Who the asker is beside the account.
    pub mens: &'a Mens,
    /// The asker works on another zaak of the same person.
    pub zelfde_persoon: bool,
    /// The asker is regisseur of a running plan of a groep to which the person belongs.
    pub regisseur: bool,
    /// The asker works on a zaak of somebody else in the huishouden of this zaak's person.
    pub zelfde_huishouden: bool,
    /// The asker stands in now for one of its behandelaars. What follows from that work (the three above) follows for them too.
    pub vervanger: bool,
    /// The asker works for its person, and may read this one too because that person says so now.
    pub toestemming: bool,
    /// The asker is in a groep with its person, who lets them know of it now.
    pub medelid: bool,
    /// The asker has gezag over the person of this zaak today.
    pub gezag: bool,
    /// How old that person is today, where it matters to the asker.
    pub leeftijd: Option<Leeftijd>,
}

/// How far `wie` may look into a zaak.
#[must_use]
pub fn op_zaak(wie: &Wie, feiten: &ZaakFeiten, verband: Verband<'_>) -> Toegang {
    let reach = relaties(wie, feiten, verband).into_iter().map(|relatie| {
        let most = op_leeftijd(relatie, verband.leeftijd);
        beleid().toegang(wie.rol, Beleidsobject::Zaak(feiten.zaaktype), relatie).min(most)
    });
    reach.max().unwrap_or(Toegang::Niets)
}

/// How far `wie` may look at the besluit that is proposed on a zaak: who sees the content of the zaak, and who may be the second pair
/// of eyes of what waits, as long as it waits. The latter sees what was offered and not the rest of the zaak.
#[must_use]
pub fn op_besluit(wie: &Wie, mens: &Mens, feiten: &ZaakFeiten, op_zaak: Toegang) -> Toegang {
    match op_zaak {
        Toegang::Schrijven | Toegang::Wat => Toegang::Wat,
        Toegang::Dat | Toegang::Niets if te_accorderen(wie, mens, feiten) => Toegang::Wat,
        Toegang::Dat | Toegang::Niets => Toegang::Niets,
    }
}

/// How far a relation of the portal reaches at most, by age.
fn op_leeftijd(relatie: Relatie, leeftijd: Option<Leeftijd>) -> Toegang {
    match (relatie, leeftijd) {
        (Relatie::Betrokkene, Some(leeftijd)) => leeftijd.zelf(),
        (Relatie::Gemachtigde, leeftijd) => leeftijd.map_or(Toegang::Niets, Leeftijd::gemachtigde),
        (Relatie::Gezaghouder, leeftijd) => leeftijd.map_or(Toegang::Niets, Leeftijd::gezaghouder),
        (_, _) => Toegang::Schrijven,
    }
}

/// Whether somebody may say who works on a zaak.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Toewijsrecht {
    /// It is not theirs to say.
    Nee,
    /// It was, until the zaak was somebody's.
    Vergeven,
    /// Now.
    Ja,
}

/// Whether `wie` may say who works on this zaak. Who took the melding in hands it on, and no more: what is somebody's already is for who
/// works on it, and for who distributes the work.
#[must_use]
pub fn toewijsrecht(wie: &Wie, feiten: &ZaakFeiten) -> Toewijsrecht {
    let eigen = feiten.melder == Some(wie.id) && mag(wie.rol, Handeling::EigenMeldingToewijzen);
    let behandelaar = feiten.behandelaars.contains(&wie.id) && wie.rol.behandelt();
    match (behandelaar || mag(wie.rol, Handeling::Verdelen), eigen) {
        (true, _) => Toewijsrecht::Ja,
        (false, true) if feiten.behandelaars.is_empty() => Toewijsrecht::Ja,
        (false, true) => Toewijsrecht::Vergeven,
        (false, false) => Toewijsrecht::Nee,
    }
}

/// How far everybody in this role may look into a zaak of this zaaktype, whoever they are and however they stand to it: what a
/// frame that the whole role shares may count.
#[must_use]
pub fn op_rol(rol: Rol, zaaktype: Zaaktype) -> Toegang {
    let vakgenoot = (rol.domein() == Some(zaaktype.domein())).then_some(Relatie::Vakgenoot);
    let relaties = std::iter::once(Relatie::Geen).chain(vakgenoot);
    beleid().hoogste(rol, Beleidsobject::Zaak(zaaktype), relaties)
}

/// Whether `wie` may take this zaak themselves, when nobody has it: who handles zaken in its field of law (C2-L4).
#[must_use]
pub fn mag_nemen(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    wie.rol.behandelt() && wie.rol.domein() == Some(feiten.zaaktype.domein())
}

/// Whether `wie`, who may see this far of a zaak, also sees by which day who reported must have been spoken to. Who reads it does; of who knows
/// only that it runs: who distributes the work or may take it (ADR 15). To all others, the person and who lives with them first, it would
/// tell how bad it is.
#[must_use]
pub fn ziet_contactdag(wie: &Wie, mens: &Mens, feiten: &ZaakFeiten, toegang: Toegang) -> bool {
    match toegang {
        Toegang::Niets => false,
        Toegang::Dat => {
            let verdeelt = mag(wie.rol, Handeling::Verdelen) || mag_nemen(wie, feiten);
            // Somebody who works here may be the one whom it is about.
            verdeelt && !mens.is(wie, feiten.persoon)
        }
        Toegang::Wat | Toegang::Schrijven => true,
    }
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
    let auteur = (wie.id == auteur).then_some(Relatie::Auteur);
    let lezer = (hoogste_zaak >= Toegang::Wat).then_some(Relatie::ZietInhoud);
    beleid().hoogste(wie.rol, Beleidsobject::Contact, auteur.into_iter().chain(lezer))
}

/// How far somebody may look at a huishouden (who lives there, gezag, residence): who works on a zaak of one of its members, and the
/// desk. The zaken in it are looked at one by one. Who stands in for somebody who works for a lid sees it too.
#[must_use]
pub fn op_huishouden(wie: &Wie, werkt_voor_lid: bool, vervangt_voor_lid: bool) -> Toegang {
    let werkt = werkt_voor_lid.then_some(Relatie::WerktVoorLid);
    let vervangt = vervangt_voor_lid.then_some(Relatie::Vervanger);
    let relaties = std::iter::once(Relatie::Geen).chain(werkt).chain(vervangt);
    beleid().hoogste(wie.rol, Beleidsobject::Huishouden, relaties)
}

/// How far somebody may look into what belongs to a gesprek: its deelnemers write, and who stands in for one of them, everybody else
/// sees nothing (design §10.4). `vervangt` are those for whom the asker stands in now.
#[must_use]
pub fn op_gesprek(wie: &Wie, deelnemers: &[MedewerkerId], vervangt: &[MedewerkerId]) -> Toegang {
    let deelnemer = deelnemers.contains(&wie.id).then_some(Relatie::Deelnemer);
    let other = vervangt.iter().any(|who| deelnemers.contains(who));
    let vervanger = other.then_some(Relatie::Vervanger);
    beleid().hoogste(wie.rol, Beleidsobject::Gesprek, deelnemer.into_iter().chain(vervanger))
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
    let gemachtigde = wie.is_gemachtigd_voor(persoon).then_some(Relatie::Gemachtigde);
    let relaties = betrokkene.into_iter().chain(gemachtigde).chain(behandelaar).chain(vervanger);
    beleid().hoogste(wie.rol, Beleidsobject::Rekening, relaties)
}

/// Whether `wie` may read who looked at this person's dossier as the person themselves: only they (N-8). Not who comes in for them: it is
/// there that the person sees what was done in their name, and a mandate for a service is none to use their rights under the AVG.
#[must_use]
pub fn op_inzage(wie: &Wie, persoon: PersoonId) -> bool {
    wie.rol == Rol::Inwoner && wie.persoon == Some(persoon)
}

/// How far somebody may look at a person: as far as at the zaken of that person, and the desk may always.
#[must_use]
pub fn op_persoon(wie: &Wie, persoon: PersoonId, hoogste_zaak: Toegang) -> Toegang {
    let betrokkene = (wie.persoon == Some(persoon)).then_some(Relatie::Betrokkene);
    let door_zaak = match hoogste_zaak {
        Toegang::Schrijven | Toegang::Wat => Some(Relatie::ZietInhoud),
        Toegang::Dat => Some(Relatie::WeetErvan),
        Toegang::Niets => None,
    };
    let gemachtigde = wie.is_gemachtigd_voor(persoon).then_some(Relatie::Gemachtigde);
    let relaties = std::iter::once(Relatie::Geen).chain(betrokkene).chain(gemachtigde).chain(door_zaak);
    beleid().hoogste(wie.rol, Beleidsobject::Persoon, relaties)
}

/// Whether a role may do this.
#[must_use]
pub fn mag(rol: Rol, handeling: Handeling) -> bool {
    beleid().toegang(rol, Beleidsobject::Handeling(handeling), Relatie::Geen) > Toegang::Niets
}

fn is_balie(rol: Rol) -> bool {
    matches!(rol, Rol::Frontoffice | Rol::Kcc)
}

fn relaties(wie: &Wie, feiten: &ZaakFeiten, verband: Verband<'_>) -> Vec<Relatie> {
    let zelf = verband.mens.is(wie, feiten.persoon);
    // Of a confidential one its person hears nothing as a colleague either (ENS-S5). A line without a name would be enough: to take it is refused
    // because it is about them.
    let thuis = matches!(wie.rol, Rol::Inwoner | Rol::Groepsparticipant);
    if zelf && feiten.zaaktype.vertrouwelijk() && !thuis {
        return Vec::new();
    }
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
    add(verband.vervanger && !zelf, Relatie::Vervanger);
    add(verband.toestemming && !zelf, Relatie::Toestemming);
    add(verband.medelid && !zelf, Relatie::Medelid);
    add(wie.persoon == Some(feiten.persoon), Relatie::Betrokkene);
    add(te_accorderen(wie, verband.mens, feiten), Relatie::Accordeur);
    add(verband.gezag, Relatie::Gezaghouder);
    add(wie.is_gemachtigd_voor(feiten.persoon), Relatie::Gemachtigde);
    found
}
