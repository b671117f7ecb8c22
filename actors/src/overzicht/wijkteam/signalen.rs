//! Signalen as they are looked up, counted and shown.

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Kring, Leesrecht, SignaalFeiten, Toegang};
use keukentafel::domain::ids::{GroepId, PersoonId, PlanId, SignaalId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::Inhoud;
use keukentafel::domain::signaal::{Betreft, Bronsoort, Gemeld, PATROON_MAANDEN, Signaalsoort, patroon};
use keukentafel::protocol::view::{AandachtSignaal, AandachtWat, BetreftWat, NogOnbekendWat, SignaalRij};
use keukentafel::store::Position;
use uuid::Uuid;

use super::{SignaalRegel, Wijkteam};
use crate::overzicht::{Gemeenteoverzicht, GroepRegel};

/// What the register is asked for. What is empty is not asked.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SignalenFilter {
    /// Only of this kind.
    pub soort: Option<Signaalsoort>,
    /// Only where postcode or place begins so. Whoever sees only *dat* gets none then.
    pub plaats: Option<String>,
    /// Only what came in on this day or later …
    pub van: Option<Date>,
    /// … and on this day or before.
    pub tot: Option<Date>,
    /// Only with a report from this kind of source. Whoever sees only *dat* gets none then.
    pub bron: Option<Bronsoort>,
    /// What waits, what does not any more, or both.
    pub stand: Signaalstand,
    /// Only those after this one in the list, which is newest first.
    pub na: Option<SignaalId>,
    /// At most so many.
    pub aantal: usize,
}

/// How far a signaal must be to be in a list.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub enum Signaalstand {
    /// In the register: it waits for the wijkteam.
    #[default]
    Open,
    /// Somebody said what was done, or it is in another one now.
    Afgehandeld,
    /// Each that one may see, also those that lie in a plan.
    Alle,
}

/// Where a report goes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Plek {
    /// The signaal of which it would be a repeat.
    pub open: Option<SignaalId>,
    /// What one that is not there yet claims, so that of two at once one finds its place taken. `None` when it may be about anybody.
    pub claim: Option<String>,
}

impl Wijkteam {
    /// The signalen under a claimed key, oldest first.
    pub(super) fn over(&self, sleutel: &str) -> impl Iterator<Item = SignaalId> + '_ {
        self.op_betreft.get(sleutel).into_iter().flatten().copied()
    }

    /// The running plans in which a signaal lies: with whom it is follows from this, and from nothing else. A plan that ended lets go
    /// of it, and keeps that it was there.
    fn plannen_waar_het_ligt(&self, id: SignaalId) -> impl Iterator<Item = (PlanId, &Inhoud)> {
        let landed = self.geland.get(&id).into_iter().flatten();
        landed.filter_map(|plan| Some((*plan, self.plannen.get(plan)?.lopend()?)))
    }

    /// Whether a signaal lies with the regisseurs of a running plan (KING-SI5); else it is with the wijkteam.
    pub(super) fn ligt_in_plan(&self, id: SignaalId) -> bool {
        self.plannen_waar_het_ligt(id).next().is_some()
    }
}

impl Gemeenteoverzicht {
    /// A signaal.
    #[must_use]
    pub fn signaal(&self, signaal: SignaalId) -> Option<&SignaalRegel> {
        self.wijkteam.signalen.get(&signaal)
    }

    /// The signalen about a person.
    pub fn signalen_over(&self, persoon: PersoonId) -> impl Iterator<Item = SignaalId> {
        self.wijkteam.over(&Betreft::sleutel_persoon(persoon)).collect::<Vec<_>>().into_iter()
    }

    /// The signalen about a groep.
    pub fn signalen_over_groep(&self, groep: GroepId) -> impl Iterator<Item = SignaalId> {
        self.wijkteam.over(&Betreft::sleutel_groep(groep)).collect::<Vec<_>>().into_iter()
    }

    /// Whether a signaal that only a regisseur may read is open about this groep or about somebody in it.
    #[must_use]
    pub fn groep_in_stilte(&self, groep: GroepId) -> bool {
        let leden = self.groep(groep).and_then(GroepRegel::gevormd).map(|groep| groep.leden.clone());
        let mut about = self
            .signalen_over_groep(groep)
            .chain(leden.unwrap_or_default().into_iter().flat_map(|lid| self.signalen_over(lid)));
        about.any(|id| self.gemeld(id).is_some_and(|it| it.is_open() && it.signaalsoort.is_alleen_regie()))
    }

    /// The plans in which a signaal landed, those that ended too.
    pub fn geland_in(&self, signaal: SignaalId) -> impl Iterator<Item = PlanId> + '_ {
        self.wijkteam.geland.get(&signaal).into_iter().flatten().copied()
    }

    /// Whether a signaal is in the register: open, and in no plan that runs.
    #[must_use]
    pub fn in_register(&self, signaal: SignaalId) -> bool {
        self.wijkteam.register.contains(&signaal)
    }

    /// The register, oldest first.
    pub fn register(&self) -> impl Iterator<Item = SignaalId> + '_ {
        self.wijkteam.register.iter().copied()
    }

    /// The signaal in which all of this one is: itself, as long as it did not turn out to be the same as another.
    #[must_use]
    pub fn geheel(&self, id: SignaalId) -> SignaalId {
        let up = |at: &SignaalId| self.signaal(*at)?.gemeld()?.opgegaan_in;
        std::iter::successors(Some(id), up).last().unwrap_or(id)
    }

    /// The signalen whose term is over on `vandaag`, with the last event of each: those that went up in another when that one goes, and
    /// after it (KING-ZT21).
    pub fn over_termijn(&self, vandaag: Date) -> Vec<(SignaalId, Position)> {
        let over = |id: SignaalId| {
            // Also when the one in which it went up is gone already.
            self.gemeld(id).is_none_or(|signaal| signaal.is_over_termijn(vandaag))
        };
        let all = self.wijkteam.signalen.iter().filter(|(id, _)| over(self.geheel(**id)));
        let mut due: Vec<_> = all.map(|(id, regel)| (*id != self.geheel(*id), *id, regel.positie)).collect();
        due.sort_unstable();
        due.into_iter().map(|(_, id, positie)| (id, positie)).collect()
    }

    /// How far `wie` may look into a signaal. One that went up in another is where that one is.
    #[must_use]
    pub fn toegang_signaal(&self, wie: &Wie, id: SignaalId) -> Toegang {
        let id = self.geheel(id);
        let Some(signaal) = self.signaal(id).and_then(SignaalRegel::gemeld) else { return Toegang::Niets };
        if let Betreft::Persoon(persoon) = signaal.betreft
            && self.afgeschermd(wie, persoon)
        {
            return Toegang::Niets;
        }
        // What landed in a plan is part of it: where that is closed to them, this is too.
        let open: Vec<_> = self
            .wijkteam
            .plannen_waar_het_ligt(id)
            .filter(|(plan, _)| !self.plan_afgeschermd(wie, *plan))
            .collect();
        let regisseurs = open.iter().flat_map(|(_, plan)| plan.regisseurs.iter().copied()).collect();
        let bij_regisseurs = self.wijkteam.ligt_in_plan(id).then_some(regisseurs);
        let op_groep = match signaal.betreft {
            Betreft::Groep(groep) => Some(self.toegang_groep(wie, groep)),
            Betreft::Persoon(_) | Betreft::NogOnbekend(_) => None,
        };
        let feiten = SignaalFeiten {
            soort: signaal.signaalsoort,
            zelf: self.is_een_van(wie, &self.personen_in(&signaal.betreft)),
            bij_regisseurs,
            op_groep,
            vervangt: self.vervangt(wie),
            glas: open.iter().any(|(plan, _)| self.heeft_glas(wie, *plan)),
        };
        bevoegdheid::op_signaal(wie, &feiten)
    }

    /// Where a report goes now. Whatever comes under the key claims the place after all that is there, whether it was reported or turned
    /// out to be about that person.
    #[must_use]
    pub fn plek(&self, betreft: &Betreft, soort: Signaalsoort, now: Moment) -> Plek {
        let Some(key) = betreft.sleutel() else { return Plek::default() };
        let kind = |id: &SignaalId| self.gemeld(*id).is_some_and(|signaal| signaal.signaalsoort == soort);
        let same: Vec<SignaalId> = self.wijkteam.over(&key).filter(kind).collect();
        let takes = |id: &SignaalId| self.gemeld(*id).is_some_and(|signaal| signaal.neemt_herhaling_op(now));
        let open = same.iter().map(|id| self.geheel(*id)).find(takes);
        let after = same.last().map(ToString::to_string).unwrap_or_default();
        // Of what is not kept any more nobody knows the place: with each of those all places are new.
        let since = Some(self.wijkteam.vernietigd).filter(|gone| *gone > 0);
        let since = since.map(|gone| format!(" v{gone}")).unwrap_or_default();
        Plek { open, claim: Some(format!("{key} {} na {after} {}{since}", soort.word(), same.len())) }
    }

    /// Of a signaal about somebody who turns out to be `persoon`: the one about the same that is there already, and whether that is the one
    /// that stays. The earlier stays, unless the later is with a regisseur: what is in a plan does not leave it by this.
    #[must_use]
    pub fn hetzelfde_over(&self, id: SignaalId, persoon: PersoonId) -> Option<(SignaalId, bool)> {
        let named = self.gemeld(id)?;
        let same = |other: &SignaalId| {
            *other != id && self.gemeld(*other).is_some_and(|other| named.is_hetzelfde(other))
        };
        let others: Vec<SignaalId> = self.signalen_over(persoon).filter(same).collect();
        let in_plan = others.iter().copied().find(|other| self.wijkteam.ligt_in_plan(*other));
        let other = in_plan.or_else(|| others.first().copied())?;
        let since = |id: SignaalId| self.gemeld(id).map(|signaal| (signaal.ontvangen_op, id));
        Some((other, in_plan.is_some() || since(other) < since(id)))
    }

    fn gemeld(&self, id: SignaalId) -> Option<&Gemeld> {
        self.signaal(id)?.gemeld()
    }

    /// The signalen that `wie` may know of, newest first: a page of them, and the last one of it when there are more.
    #[must_use]
    pub fn signalen(&self, wie: &Wie, filter: &SignalenFilter) -> (Vec<SignaalRij>, Option<SignaalId>) {
        let mut ids: Vec<SignaalId> = match filter.stand {
            Signaalstand::Open => self.register().collect(),
            Signaalstand::Afgehandeld | Signaalstand::Alle => {
                self.wijkteam.signalen.keys().copied().collect()
            }
        };
        ids.retain(|id| filter.na.is_none_or(|na| *id < na));
        ids.sort_unstable_by(|a, b| b.cmp(a));
        let asked = |id: &SignaalId| {
            let open = self.gemeld(*id).is_some_and(Gemeld::is_open);
            filter.stand != Signaalstand::Afgehandeld || !open
        };
        let rows = ids.into_iter().filter(asked);
        let rows = rows.filter_map(|id| self.signaal_rij(id, self.toegang_signaal(wie, id)));
        // One more than fits tells whether there is more; it is one that the asker may see.
        let mut rows: Vec<_> = rows.filter(|rij| past(rij, filter)).take(filter.aantal + 1).collect();
        let more = rows.len() > filter.aantal;
        rows.truncate(filter.aantal);
        let next = rows.last().map(|rij| rij.id).filter(|_| more);
        (rows, next)
    }

    /// A signaal as a line, as far as `toegang` goes.
    #[must_use]
    pub fn signaal_rij(&self, id: SignaalId, toegang: Toegang) -> Option<SignaalRij> {
        let signaal = self.signaal(id)?.gemeld()?;
        if toegang == Toegang::Niets {
            return None;
        }
        let content = toegang >= Toegang::Wat;
        let mut bronnen: Vec<_> = signaal.inzendingen.iter().map(|it| it.bron.bronsoort).collect();
        bronnen.sort_unstable();
        bronnen.dedup();
        Some(SignaalRij {
            toegang: if content { Toegang::Wat } else { Toegang::Dat },
            id,
            signaalsoort: signaal.signaalsoort,
            soort_naam: signaal.signaalsoort.naam().to_owned(),
            urgentie: signaal.signaalsoort.urgentie(),
            ontvangen_op: signaal.ontvangen_op,
            laatst_op: signaal.inzendingen.last().map_or(signaal.ontvangen_op, |it| it.ontvangen_op),
            keren: signaal.inzendingen.len(),
            afgehandeld: signaal.afgehandeld,
            opgegaan_in: signaal.opgegaan_in,
            plaats: content.then(|| self.plaats(signaal)).flatten(),
            betreft: toegang.leesrecht().map(|recht| self.betreft(&signaal.betreft, Some(&recht))),
            bronnen: content.then_some(bronnen),
        })
    }

    /// Not of who keeps their address from others, or lives with somebody who does: a postcode is a street, and there is one view,
    /// with a filter over it, for all of the wijkteam.
    fn plaats(&self, signaal: &Gemeld) -> Option<String> {
        let Betreft::Persoon(persoon) = &signaal.betreft else { return None };
        if self.adres_verraadt(*persoon) {
            return None;
        }
        let adres = self.persoon(*persoon)?.gegevens()?.adres.as_ref()?;
        Some(format!("{} {}", adres.postcode, adres.plaats))
    }

    /// Of somebody who is not known yet, what a source called them is content.
    fn betreft(&self, betreft: &Betreft, recht: Option<&Leesrecht>) -> BetreftWat {
        match betreft {
            Betreft::Persoon(persoon) => BetreftWat::Persoon(self.bij_naam(*persoon)),
            Betreft::Groep(groep) => BetreftWat::Groep(*groep),
            Betreft::NogOnbekend(said) => BetreftWat::NogOnbekend(NogOnbekendWat {
                naam: said.naam.as_ref().zip(recht).map(|(naam, recht)| naam.lees(recht).clone()),
                geboortedatum: said.geboortedatum,
                bsn: None,
            }),
        }
    }

    /// What an item about this person or groep counts as one kring sees it: the signalen of the rule, when it holds and one of them
    /// waits for somebody (KING-ZT22).
    #[must_use]
    pub fn aandacht(&self, over: Uuid, kring: Kring) -> Option<AandachtWat> {
        let (betreft, ids) = self.over_wie(over)?;
        // A whole kring reads it, and of a protected dossier few of them may know.
        let beschermd = match &betreft {
            Betreft::Persoon(persoon) => self.is_beschermd(*persoon),
            Betreft::Groep(groep) => {
                let leden = self.groep(*groep).and_then(super::GroepRegel::gevormd).map(|it| &it.leden);
                leden.into_iter().flatten().any(|lid| self.is_beschermd(*lid))
            }
            Betreft::NogOnbekend(_) => false,
        };
        if beschermd {
            return None;
        }
        let seen = |id: &SignaalId| {
            let signaal = self.signaal(*id)?.gemeld()?;
            // What is in another one now was one report more of that one.
            let whole = signaal.opgegaan_in.is_none();
            let here =
                whole && !self.wijkteam.ligt_in_plan(*id) && kring.ziet(signaal.signaalsoort) >= Toegang::Wat;
            here.then_some((signaal.ontvangen_op.day(), *id))
        };
        let counted: Vec<_> = ids.iter().filter_map(seen).collect();
        let found = patroon(&counted)?;
        if !found.iter().any(|id| self.in_register(*id)) {
            return None;
        }
        let shown = found.into_iter().filter_map(|id| {
            let signaal = self.signaal(id)?.gemeld()?;
            Some(AandachtSignaal {
                id,
                signaalsoort: signaal.signaalsoort,
                soort_naam: signaal.signaalsoort.naam().to_owned(),
                ontvangen_op: signaal.ontvangen_op,
            })
        });
        let signalen = shown.collect();
        Some(AandachtWat {
            id: over,
            kring,
            betreft: self.betreft(&betreft, None),
            signalen,
            maanden: PATROON_MAANDEN,
        })
    }

    /// Of a groep: the signalen about it and about each lid. Of a person: theirs.
    fn over_wie(&self, over: Uuid) -> Option<(Betreft, Vec<SignaalId>)> {
        let of = |key: String| self.wijkteam.over(&key).collect::<Vec<_>>();
        if let Some(groep) = self.groep(GroepId(over)).and_then(super::GroepRegel::gevormd) {
            let mut ids = of(Betreft::sleutel_groep(GroepId(over)));
            ids.extend(groep.leden.iter().flat_map(|lid| of(Betreft::sleutel_persoon(*lid))));
            return Some((Betreft::Groep(GroepId(over)), ids));
        }
        let ids = of(Betreft::sleutel_persoon(PersoonId(over)));
        (!ids.is_empty()).then_some((Betreft::Persoon(PersoonId(over)), ids))
    }

    /// Whether `wie` may see the item about this person or groep. Of a groep only who looks after it: for others it is not there. Nor is one about
    /// themselves.
    #[must_use]
    pub fn mag_aandacht(&self, wie: &Wie, over: Uuid, kring: Kring) -> bool {
        let own = Kring::van(wie.rol) == Some(kring) && kring != Kring::Leiding;
        let groep = GroepId(over);
        own && !self.is_een_van(wie, &self.personen_bij_aandacht(over))
            && (self.groep(groep).is_none() || self.toegang_groep(wie, groep) > Toegang::Niets)
    }

    /// The persons and groepen about whom an item can be because of this signaal.
    #[must_use]
    pub fn aandacht_door(&self, signaal: SignaalId) -> Vec<Uuid> {
        match self.signaal(signaal).and_then(|regel| Some(&regel.gemeld()?.betreft)) {
            Some(Betreft::Persoon(persoon)) => {
                std::iter::once(persoon.0).chain(self.groepen_van(*persoon).map(|groep| groep.0)).collect()
            }
            Some(Betreft::Groep(groep)) => vec![groep.0],
            Some(Betreft::NogOnbekend(_)) | None => Vec::new(),
        }
    }

    /// The items for `wie`.
    #[must_use]
    pub fn aandacht_voor(&self, wie: &Wie) -> Vec<AandachtWat> {
        let Some(kring) = Kring::van(wie.rol) else { return Vec::new() };
        let mut about: Vec<_> = self.register().flat_map(|id| self.aandacht_door(id)).collect();
        about.sort_unstable();
        about.dedup();
        about.retain(|over| self.mag_aandacht(wie, *over, kring));
        about.into_iter().filter_map(|over| self.aandacht(over, kring)).collect()
    }
}

fn past(rij: &SignaalRij, filter: &SignalenFilter) -> bool {
    let day = rij.ontvangen_op.day();
    let place = |asked: &String| {
        let asked = asked.to_lowercase();
        let words = rij.plaats.as_deref().unwrap_or_default().to_lowercase();
        words.starts_with(&asked) || words.split(' ').any(|word| word.starts_with(&asked))
    };
    filter.soort.is_none_or(|soort| rij.signaalsoort == soort)
        && filter.van.is_none_or(|van| day >= van)
        && filter.tot.is_none_or(|tot| day <= tot)
        && filter.plaats.as_ref().is_none_or(place)
        && filter.bron.is_none_or(|bron| rij.bronnen.as_ref().is_some_and(|all| all.contains(&bron)))
}
