// Which command an address is: typed by hand from docs/PROTOCOL.md, so that what was acknowledged over HTTP has the name that the server
// gives it in its own description.

const OPDRACHTEN = {
  contacten: 'RegistreerContact',
  'contacten/*/aanvullingen': 'VulVerslagAan',
  'gesprekken/*/deelnemers': 'WijzigDeelnemers',
  groepen: 'VormGroep',
  'groepen/*/participanten': 'VoegParticipantToe',
  'groepen/*/participanten/verwijderen': 'VerwijderParticipant',
  'groepen/*/plan': 'StartPlan',
  huishoudens: 'StelHuishoudenVast',
  'huishoudens/*/leden': 'VoegLidToe',
  'huishoudens/*/verblijf': 'VerblijfWijktAf',
  'huishoudens/*/vertrek': 'LidVertrekt',
  'medewerkers/*/afwezig': 'MeldAfwezig',
  'medewerkers/*/terug': 'MeldTerug',
  'medewerkers/*/vervanger': 'WijsVervangerAan',
  'medewerkers/*/werkvoorraad/overdragen': 'DraagWerkvoorraadOver',
  meldingen: 'RegistreerMelding',
  personen: 'RegistreerPersoon',
  'personen/onbekend': 'RegistreerOnbekende',
  'personen/uit-brp': 'NeemOverUitBrp',
  'personen/*/bescherming': 'BeschermDossier',
  'personen/*/bescherming/opheffen': 'HefBeschermingOp',
  'personen/*/bescherming/wijzigen': 'WijzigBescherming',
  'personen/*/contact': 'WijzigContact',
  'personen/*/gezag': 'LegGezagVast',
  'personen/*/gezag/einde': 'BeeindigGezag',
  'personen/*/identiteit': 'StelIdentiteitVast',
  'personen/*/uit-brp': 'NeemOpnieuwOverUitBrp',
  'plannen/*/acties': 'LegActieVast',
  'plannen/*/acties/gedaan': 'MeldActieGedaan',
  'plannen/*/acties/heropenen': 'HeropenActie',
  'plannen/*/doelen': 'StelDoel',
  'plannen/*/doelen/afronden': 'RondDoelAf',
  'plannen/*/doelen/wijzigen': 'WijzigDoel',
  'plannen/*/glas': 'BreekGlas',
  'plannen/*/overdragen': 'DraagRegieOver',
  'plannen/*/regisseur': 'WijsRegisseurAan',
  'plannen/*/regisseurs': 'VoegRegisseurToe',
  'plannen/*/regisseurs/verwijderen': 'VerwijderRegisseur',
  'plannen/*/sluiten': 'SluitPlan',
  'plannen/*/zaken': 'KoppelZaak',
  'plannen/*/zaken/loskoppelen': 'OntkoppelZaak',
  rekeningen: 'OpenRekening',
  signalen: 'MeldSignaal',
  'signalen/*/afhandelen': 'HandelSignaalAf',
  'signalen/*/groepstraject': 'StartGroepstraject',
  'signalen/*/persoon': 'WijsPersoonAan',
  'toekenningen/*/beoordelen': 'BeoordeelGlas',
  'toekenningen/*/intrekken': 'TrekToekenningIn',
  'toestemmingen/*/geven': 'GeefToestemming',
  'toestemmingen/*/weigeren': 'WeigerToestemming',
  'zaken/*/besluit': 'StelBesluitVoor',
  'zaken/*/besluit/accorderen': 'Accordeer',
  'zaken/*/besluit/afwijzen': 'WijsVoorstelAf',
  'zaken/*/besluit/intrekken': 'TrekVoorstelIn',
  'zaken/*/besluit/nemen': 'NeemBesluit',
  'zaken/*/besluit/wijzigen': 'WijzigVoorstel',
  'zaken/*/documenten': 'OpenDocument',
  'zaken/*/gezien': 'MerkGezien',
  'zaken/*/in-behandeling': 'NeemInBehandeling',
  'zaken/*/neem': 'NeemZaak',
  'zaken/*/taken': 'ZetTaakKlaar',
  'zaken/*/taken/gedaan': 'RondTaakAf',
  'zaken/*/taken/heropenen': 'HeropenTaak',
  'zaken/*/taken/toewijzen': 'WijsTaakToe',
  'zaken/*/taken/vervallen': 'LaatTaakVervallen',
  'zaken/*/toestemming': 'VraagToestemming',
  'zaken/*/toewijzen': 'WijsToe'
}
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The command that a POST to this path is; undefined of what is no command of somebody's. */
export const opdrachtVan = path => OPDRACHTEN[path.replace('/api/v1/', '').replaceAll(ID, '*')]

/** What this server says there is; a command that nobody typed above would be missed by name, and is. */
export async function opdrachten (session) {
  const { status, body } = await session.get('/api/v1/beleid')
  if (status !== 200) throw new Error(`beleid: ${status}`)
  return body.ingangen.filter(one => one.soort === 'opdracht').map(one => one.naam)
}
