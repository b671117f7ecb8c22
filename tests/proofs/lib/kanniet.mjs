// Cells of the table that cannot come about through the interface, each with why: those no probe can notice, and only those.

const BEHANDELT = ['jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'uitkeringsadministratie', 'werkcoach', 'regisseur', 'backoffice', 'medewerker_budgetbeheer']
const MELDT = ['frontoffice', 'kcc', 'jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'regisseur']
const KRING = ['jeugdconsulent', 'wmoconsulent', 'regisseur', 'wijkteammanager']
const VAK = {
  jeugdconsulent: ['AANVRAAG-JEUGDHULP'],
  wmoconsulent: ['MELDING-WMO'],
  consulent_inkomen: ['AANVRAAG-BIJZONDERE-BIJSTAND', 'AANVRAAG-LEVENSONDERHOUD', 'ONDERZOEK-RECHTMATIGHEID'],
  uitkeringsadministratie: ['AANVRAAG-BIJZONDERE-BIJSTAND', 'AANVRAAG-LEVENSONDERHOUD', 'ONDERZOEK-RECHTMATIGHEID'],
  werkcoach: ['AANVRAAG-BIJZONDERE-BIJSTAND', 'AANVRAAG-LEVENSONDERHOUD', 'ONDERZOEK-RECHTMATIGHEID']
}

/** Roles of which the demonstration has one person only: nobody in that role can stand in for another (KING-R4d). */
const ALLEEN = BEHANDELT.filter(rol => rol !== 'regisseur')

/**
 * Why no probe of this world can notice this cell, though it can come about elsewhere; undefined when one can. These are held against
 * the verdicts all the same.
 */
export function nietHier (cel) {
  const [rol, , verhouding] = cel.split('|')
  if (['vervanger', 'vervangt_behandelaar'].includes(verhouding) && ALLEEN.includes(rol)) return 'nobody else here does that work'
  return undefined
}

/** Why this cell cannot come about; undefined when it can. */
export function kanNiet (cel) {
  const [rol, beleidsobject, verhouding] = cel.split('|')
  const [soort, welk] = beleidsobject.split(':')
  if (rol === 'systeem' || rol === 'signaalbron') return 'nobody logs in as it'
  if (beleidsobject === 'handeling:reageren') return 'only the program itself goes on from what happened'
  const werkt = BEHANDELT.includes(rol)
  const ziet = werkt || ['frontoffice', 'kcc', 'vervanger'].includes(rol)
  switch (verhouding) {
    case 'behandelaar':
      if (soort === 'rekening') return rol === 'medewerker_budgetbeheer' ? undefined : 'whoever opens a rekening looks after it'
      return werkt ? undefined : 'no zaak is assigned to it'
    case 'zelfde_persoon': case 'zelfde_huishouden': case 'werkt_voor_lid': return werkt ? undefined : 'no zaak is assigned to it'
    case 'vakgenoot': return VAK[rol]?.includes(welk) ? undefined : 'it works in another field of law'
    case 'melder':
      if (welk === 'ONDERZOEK-RECHTMATIGHEID') return rol === 'consulent_inkomen' ? undefined : 'confidential ones begin in their own field'
      return MELDT.includes(rol) ? undefined : 'it registers no melding'
    case 'auteur': return MELDT.includes(rol) ? undefined : 'it registers no contact'
    case 'ziet_inhoud': return ziet ? undefined : 'it reads no zaak'
    case 'weet_ervan': return 'what it gives shows in nothing yet: a person is there from *wat* on'
    case 'regisseur': return rol === 'regisseur' ? undefined : 'it leads no plan'
    case 'betrokkene': case 'lid': case 'participant':
      return rol === 'inwoner' ? undefined : 'it logs in as nobody of whom there is a record'
    case 'gemachtigde': return rol === 'inwoner' ? undefined : 'only a resident comes in for a resident'
    case 'deelnemer': return ['inwoner', 'groepsparticipant'].includes(rol) ? 'who lives here is no deelnemer' : undefined
    case 'geen':
      if (soort === 'signaal') return KRING.includes(rol) ? undefined : 'a signaal is seen as one of a part of the wijkteam'
      return undefined
    default: return undefined
  }
}
