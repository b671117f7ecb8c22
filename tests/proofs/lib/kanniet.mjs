// Cells of the table that cannot come about through the interface, each with why: those no question can notice, and only those. Every other
// cell is executed, and the proof says so; a cell that is listed here and does come about fails it too.

const BEHANDELT = ['jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'uitkeringsadministratie', 'werkcoach', 'regisseur', 'backoffice', 'medewerker_budgetbeheer']
const INWONERS = ['inwoner', 'groepsparticipant']
const BALIE = ['frontoffice', 'kcc']
const MELDT = [...BALIE, 'jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'regisseur']
const VRAAGT = ['jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'werkcoach', 'regisseur']
const RECHT = 'ONDERZOEK-RECHTMATIGHEID'
const INKOMEN = ['AANVRAAG-BIJZONDERE-BIJSTAND', 'AANVRAAG-LEVENSONDERHOUD', RECHT]
const VAK = { jeugdconsulent: ['AANVRAAG-JEUGDHULP'], wmoconsulent: ['MELDING-WMO'], consulent_inkomen: INKOMEN, uitkeringsadministratie: INKOMEN, werkcoach: INKOMEN }
/** Who may be a second pair of eyes, of everything or in their field of law. */
const TWEEDE = { toetser: [...INKOMEN, 'AANVRAAG-JEUGDHULP', 'MELDING-WMO'], jeugdconsulent: VAK.jeugdconsulent, wmoconsulent: VAK.wmoconsulent, consulent_inkomen: INKOMEN }
/** Who knows of somebody else's zaak that it runs. */
const WEET = [...VRAAGT, 'werkverdeler', 'wijkteammanager', 'privacyfunctionaris', 'inwoner', 'vervanger', 'toetser']
/** Who knows of any zaak. */
const KENT_ZAKEN = [...new Set([...WEET, ...BEHANDELT, ...BALIE])]
const KRINGEN = ['jeugd', 'wmo', 'regie', 'leiding']
const KRING = { jeugdconsulent: 'jeugd', wmoconsulent: 'wmo', regisseur: 'regie', wijkteammanager: 'leiding' }

/** Why this cell cannot come about; undefined when it can. */
export function kanNiet (cel) {
  const [rol, beleidsobject, verhouding] = cel.split('|')
  const [soort, welk] = beleidsobject.split(':')
  if (rol === 'systeem') return 'the program is nobody who comes in'
  if (rol === 'signaalbron') return welk === 'signaal_melden' ? undefined : 'a key opens one way in, and no session'
  switch (soort) {
    case 'zaak': return zaak(rol, welk, verhouding)
    case 'persoon': return persoon(rol, verhouding)
    case 'huishouden':
      if (verhouding === 'werkt_voor_lid') return BEHANDELT.includes(rol) ? undefined : 'no zaak is assigned to it'
      return verhouding === 'geen' ? undefined : invaller(rol, true)
    case 'contact': return contact(rol, verhouding)
    case 'gesprek':
      if (INWONERS.includes(rol)) return 'who lives here is no deelnemer'
      return verhouding === 'vervanger' ? invaller(rol, true) : undefined
    case 'rekening': return rekening(rol, verhouding)
    case 'groep': return leidt(rol, verhouding === 'vervangt_regisseur')
    case 'plan': return plan(rol, welk, verhouding)
    case 'besluit': return besluit(rol, welk, verhouding)
    case 'signaal': return signaal(rol, verhouding)
    case 'kring':
      // It is of the first part that has it.
      return KRINGEN.indexOf(welk) > (KRING[rol] === undefined ? KRINGEN.length : KRINGEN.indexOf(KRING[rol])) ? 'it is of one part of the team' : undefined
    case 'handeling': return handeling(rol, welk)
    default: return undefined
  }
}

/** Who works on zaken, or stands in for who does. */
function invaller (rol, staatIn) {
  if (BEHANDELT.includes(rol) || rol === 'vervanger') return undefined
  return staatIn ? 'nobody who works on zaken can be stood in for by it' : 'no zaak is assigned to it'
}

function zaak (rol, zaaktype, verhouding) {
  switch (verhouding) {
    case 'behandelaar': return BEHANDELT.includes(rol) ? undefined : 'no zaak is assigned to it'
    case 'zelfde_persoon': case 'zelfde_huishouden': return invaller(rol, false)
    case 'vervanger': return invaller(rol, true)
    case 'vakgenoot': return VAK[rol]?.includes(zaaktype) ? undefined : 'it works in another field of law'
    case 'melder':
      if (zaaktype === RECHT) return rol === 'consulent_inkomen' ? undefined : 'confidential ones begin in their own field'
      return MELDT.includes(rol) ? undefined : 'it registers no melding'
    case 'regisseur': return leidt(rol, true)
    case 'betrokkene': case 'gemachtigde': case 'gezaghouder': return portaal(rol)
    case 'medelid':
      return rol !== 'inwoner' ? portaal(rol) : zaaktype === RECHT ? 'nobody lets another know of what they do not know of themselves' : undefined
    case 'toestemming':
      if (!VRAAGT.includes(rol)) return 'it knows by its work of no zaak that it could ask to read'
      return zaaktype === RECHT && rol !== 'consulent_inkomen' ? 'of a confidential one it does not know, so that it cannot ask' : undefined
    case 'accordeur': return TWEEDE[rol]?.includes(zaaktype) ? undefined : 'it is no second pair of eyes there'
    default: return undefined
  }
}

const portaal = rol => rol === 'inwoner' ? undefined : 'it logs in as nobody of whom there is a record'

const leidt = (rol, ofValtIn) => rol === 'regisseur' || (ofValtIn && rol === 'vervanger') ? undefined : 'it leads no plan, and stands in for nobody who does'

function persoon (rol, verhouding) {
  const balie = BALIE.includes(rol) ? 'whoever comes to the desk is known to it anyway' : undefined
  switch (verhouding) {
    case 'betrokkene': case 'gemachtigde': return portaal(rol)
    case 'ziet_inhoud': return balie ?? (BEHANDELT.includes(rol) || rol === 'vervanger' ? undefined : 'it reads no zaak')
    case 'weet_ervan':
      if (rol === 'werkcoach') return 'it knows of another zaak by one of the same person, and that one it reads'
      return balie ?? (WEET.includes(rol) ? undefined : 'it knows of no zaak of another that it does not read')
    default: return undefined
  }
}

function contact (rol, verhouding) {
  if (BALIE.includes(rol)) return 'who registered it reads what it began, and who reads that registered it: one hides the other'
  if (verhouding === 'auteur') return MELDT.includes(rol) ? undefined : 'it registers no contact'
  return BEHANDELT.includes(rol) || rol === 'vervanger' ? undefined : 'it reads no zaak'
}

function rekening (rol, verhouding) {
  if (verhouding === 'behandelaar') return rol === 'medewerker_budgetbeheer' ? undefined : 'whoever opens a rekening looks after it'
  if (verhouding === 'vervanger') return ['medewerker_budgetbeheer', 'vervanger'].includes(rol) ? undefined : 'who opens a rekening cannot be stood in for by it'
  return portaal(rol)
}

function plan (rol, deel, verhouding) {
  const inPortaal = ['portaal', 'portaal_lid', 'bijdragen'].includes(deel)
  switch (verhouding) {
    case 'regisseur': case 'vervangt_regisseur': {
      const niet = leidt(rol, verhouding === 'vervangt_regisseur')
      if (niet !== undefined) return niet
      if (inPortaal) return 'the portal is for who lives here'
      return ['eigen_leden', 'inzage'].includes(deel) ? 'who has all of it has each part' : undefined
    }
    case 'behandelaar': case 'vervangt_behandelaar': {
      const niet = verhouding === 'behandelaar' ? (BEHANDELT.includes(rol) ? undefined : 'no zaak is assigned to it') : invaller(rol, true)
      return niet ?? (inPortaal ? 'the portal is for who lives here' : undefined)
    }
    case 'glas':
      if (rol !== 'wijkteammanager') return 'it breaks no glass'
      if (inPortaal) return 'the portal is for who lives here'
      return deel === 'eigen_leden' ? 'who has all of it has each part' : undefined
    case 'lid': return portaal(rol) ?? (deel === 'eigen_leden' ? 'a lid works on no zaak of it' : undefined)
    case 'participant': return portaal(rol) ?? (inPortaal ? 'who stands around a groep has no part in the portal' : deel === 'eigen_leden' ? 'who stands around it works on no zaak of it' : undefined)
    case 'gezaghouder': case 'medelid': return portaal(rol) ?? (['portaal_lid', 'bijdragen'].includes(deel) ? undefined : 'it opens the part of one lid')
    default: return undefined
  }
}

function besluit (rol, handeling, verhouding) {
  if (verhouding === 'behandelaar') return BEHANDELT.includes(rol) ? undefined : 'no zaak is assigned to it'
  if (verhouding === 'vakgenoot') return VAK[rol] !== undefined ? undefined : 'it works in no field of law'
  if (handeling === 'voorstellen' && rol === 'vervanger') return 'what it knows of, it knows of for somebody else'
  return handeling === 'voorstellen' && !KENT_ZAKEN.includes(rol) ? 'it knows of no zaak' : undefined
}

function signaal (rol, verhouding) {
  if (verhouding === 'geen') return KRING[rol] !== undefined ? undefined : 'a signaal is seen as one of a part of the wijkteam'
  if (verhouding === 'glas') return rol === 'wijkteammanager' ? undefined : 'it breaks no glass'
  return leidt(rol, verhouding === 'vervangt_regisseur')
}

/** Who sees a person at all: of nobody else can it show that they may write something down of one. */
const ZIET_MENSEN = [...BEHANDELT, ...BALIE, 'vervanger', 'inwoner']

function handeling (rol, welk) {
  switch (welk) {
    case 'reageren': return 'only the program itself goes on from what happened'
    case 'afwezigheid_melden': return INWONERS.includes(rol) ? 'to who lives here, who works here is not there' : undefined
    case 'contact_wijzigen': case 'berichtweg_kiezen': case 'gezag_vastleggen': case 'brp_raadplegen': case 'rekening_openen':
      return ZIET_MENSEN.includes(rol) ? undefined : 'it sees no person whom it could do that for'
    case 'huishouden_vastleggen': return ZIET_MENSEN.includes(rol) && rol !== 'inwoner' ? undefined : 'it sees no huishouden that it could write down'
    case 'regisseren': return MELDT.includes(rol) ? undefined : 'it may look for nobody to make a groep of'
    case 'eigen_melding_toewijzen': return MELDT.includes(rol) ? undefined : 'it registers no melding'
    case 'signaal_behandelen': return KRING[rol] !== undefined || rol === 'vervanger' ? undefined : 'it reads no signaal'
    case 'brief_posten': return [...BEHANDELT, ...BALIE, 'vervanger'].includes(rol) ? undefined : 'it reads no zaak'
    case 'verdelen': return KENT_ZAKEN.includes(rol) ? undefined : 'it knows of no zaak'
    case 'terugkijken': return WEET.includes(rol) || BALIE.includes(rol) ? undefined : 'it knows of no zaak that it does not read'
    default: return undefined
  }
}
