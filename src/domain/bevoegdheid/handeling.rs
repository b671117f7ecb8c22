//! What a role may do, apart from looking.

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
    /// Read the policy itself: which role may go how far.
    BeleidZien,
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
    /// Protect a dossier, say who may work on it, and see which ones are protected.
    DossierBeschermen,
    /// See who work here and in which field: who assigns, invites, hands over or names somebody chooses among them.
    CollegasKiezen,
    /// Look back at looks that ask for it, and record which colleague is which resident (X-24, N-9).
    Nazien,
    /// Search in one's own work: zaken as far as one may know of them, and whom one works for already (C2-K1). Finding an inhabitant is
    /// [`Self::PersoonZoeken`].
    WerkDoorzoeken,
    /// Say that a letter went on paper.
    BriefPosten,
    /// Say how a resident wants to hear that there is something for them: of oneself, or for who is at the desk.
    BerichtwegKiezen,
}

impl Handeling {
    /// All of them.
    pub const ALLE: [Self; 29] = [
        Self::PersoonZoeken,
        Self::PersoonRegistreren,
        Self::ContactWijzigen,
        Self::MeldingRegistreren,
        Self::Verdelen,
        Self::EigenMeldingToewijzen,
        Self::RekeningOpenen,
        Self::CaseloadZien,
        Self::AfwezigheidMelden,
        Self::Regisseren,
        Self::SignaalMelden,
        Self::SignaalBehandelen,
        Self::Reageren,
        Self::BrpRaadplegen,
        Self::GezagVastleggen,
        Self::HuishoudenVastleggen,
        Self::BeleidZien,
        Self::Terugkijken,
        Self::VervangerAanwijzen,
        Self::GlasBreken,
        Self::GlasBeoordelen,
        Self::WerkvoorraadOverdragen,
        Self::SporenLezen,
        Self::DossierBeschermen,
        Self::CollegasKiezen,
        Self::Nazien,
        Self::WerkDoorzoeken,
        Self::BriefPosten,
        Self::BerichtwegKiezen,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::PersoonZoeken => "persoon_zoeken",
            Self::PersoonRegistreren => "persoon_registreren",
            Self::ContactWijzigen => "contact_wijzigen",
            Self::MeldingRegistreren => "melding_registreren",
            Self::Verdelen => "verdelen",
            Self::EigenMeldingToewijzen => "eigen_melding_toewijzen",
            Self::RekeningOpenen => "rekening_openen",
            Self::CaseloadZien => "caseload_zien",
            Self::AfwezigheidMelden => "afwezigheid_melden",
            Self::Regisseren => "regisseren",
            Self::SignaalMelden => "signaal_melden",
            Self::SignaalBehandelen => "signaal_behandelen",
            Self::Reageren => "reageren",
            Self::BrpRaadplegen => "brp_raadplegen",
            Self::GezagVastleggen => "gezag_vastleggen",
            Self::HuishoudenVastleggen => "huishouden_vastleggen",
            Self::BeleidZien => "beleid_zien",
            Self::Terugkijken => "terugkijken",
            Self::VervangerAanwijzen => "vervanger_aanwijzen",
            Self::GlasBreken => "glas_breken",
            Self::GlasBeoordelen => "glas_beoordelen",
            Self::WerkvoorraadOverdragen => "werkvoorraad_overdragen",
            Self::SporenLezen => "sporen_lezen",
            Self::DossierBeschermen => "dossier_beschermen",
            Self::CollegasKiezen => "collegas_kiezen",
            Self::Nazien => "nazien",
            Self::WerkDoorzoeken => "werk_doorzoeken",
            Self::BriefPosten => "brief_posten",
            Self::BerichtwegKiezen => "berichtweg_kiezen",
        }
    }
}
