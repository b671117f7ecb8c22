// Hostile input to every command of the wijkteam, the desk and the outside systems (inputs 60-74): a field that is not asked for, another
// type, too much, and what is somebody else's. Each is refused as a problem with its code; nothing that anybody sees of them changes; and
// the trail says who was refused what.

import { WAAROM } from './groep.mjs'
import { STRAKS, vandaag } from './dagen.mjs'
import { createHmac } from 'node:crypto'
import { request } from './raw.mjs'
import { RtClient } from './rt.mjs'
import { sent } from './sent.mjs'
import { uuidv7 } from './server.mjs'
import { overDagen } from './wereld.mjs'

/** What the server reads of a body (web/src/limits.rs). */
const BODY_BYTES_MAX = 65_536
const SCHOOL = 'demo-sleutel-school'
const HINT = '/api/v1/koppelingen/allegro/hint'
/** Of another type than anything that a command takes. */
const TYPE = /^invoer\.(waarde_ongeldig|keuze_onbekend|veld_ontbreekt)$/

/** Things that are somebody's, and a picture of them that must not change. */
export async function stage (server, table) {
  const login = async (name, word) => { table[name] = await server.login(word) }
  await Promise.all([['rianne', 'regisseur'], ['ruben', 'regisseur2'], ['wendy', 'wijkteammanager'], ['pieter', 'privacyfunctionaris'], ['peter', 'peter'], ['samira', 'samira'], ['mirjam', 'medewerker-budgetbeheer'], ['huub', 'huub'], ['kcc', 'kcc'], ['wouter', 'werkverdeler']]
    .map(([name, word]) => login(name, word)))
  const { linda, kevin, rianne } = table
  const achternaam = `Doelwit-${uuidv7().slice(-6)}`
  const persoon = async (voornamen, geboortedatum) => (await rianne.done('/api/v1/personen', { voornamen, achternaam, geboortedatum })).id
  const own = { oma: await persoon('Trijntje', '1951-02-03'), kind: await persoon('Sil', '2017-06-08'), los: await persoon('Los', '1980-01-01') }
  own.contactBody = {
    kanaal: 'balie', spreker: { soort: 'anoniem' }, controle: 'geen', verslag: [{ vraag: 'hulpvraag', tekst: 'Vraag' }],
    meldingen: [
      { persoon: own.oma, zaaktype: 'MELDING-WMO', onderwerp: 'Een' },
      { persoon: own.kind, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp: 'Twee', behandelaars: [kevin.ik.id] }
    ]
  }
  const made = await linda.done('/api/v1/contacten', own.contactBody)
  own.contact = made.id
  own.zaak = made.meldingen.find(one => one.persoon === own.kind).zaak
  await kevin.done(`/api/v1/zaken/${own.zaak}/taken`, { omschrijving: 'Bel de school', eigenaar: kevin.ik.id, dag: STRAKS })
  own.taak = (await kevin.get(`/api/v1/zaken/${own.zaak}`)).body.taken[0].id
  const verslag = await kevin.done(`/api/v1/zaken/${own.zaak}/documenten`, { soort: 'gespreksverslag', zaken: [own.zaak], deelnemers: [kevin.ik.id] })
  own.document = verslag.id
  own.gesprek = verslag.gesprek
  own.opmerking = (await kevin.done(`/api/v1/documenten/${own.document}/opmerkingen`, { citaat: 'Zaak', tekst: 'Klopt dit?' })).id
  own.thuis = (await linda.done('/api/v1/huishoudens', { leden: [{ persoon: own.oma, bron: 'brp' }, { persoon: own.kind, bron: 'brp' }] })).id
  own.groep = (await rianne.done('/api/v1/groepen', { leden: [own.oma, own.kind], waarom: WAAROM })).id
  own.plan = (await rianne.done(`/api/v1/groepen/${own.groep}/plan`, {})).id
  const path = `/api/v1/plannen/${own.plan}`
  await rianne.done(`${path}/doelen`, { voor: 'groep', omschrijving: 'Doel' })
  own.actieBody = { voor: 'groep', omschrijving: 'Actie', eigenaar: { medewerker: rianne.ik.id }, datum: STRAKS }
  own.achterhouden = { reden: 'Eerst bespreken', tot_en_met: overDagen(60), herzien_op: overDagen(30) }
  await rianne.done(`${path}/acties`, own.actieBody)
  await rianne.done(`${path}/zaken`, { zaak: own.zaak })
  const wat = (await rianne.get(path)).body
  Object.assign(own, { doel: wat.doelen[0].id, actie: wat.acties[0].id })
  await kevin.done('/api/v1/personen/zoek', { naam: `Los ${achternaam}`, geboortedatum: '1980-01-01' })
  await kevin.done('/api/v1/signalen', { soort: 'schoolverzuim', persoon: own.los, toelichting: 'Doelwit' })
  const rows = (await rianne.get('/api/v1/signalen')).body.items
  own.signaal = rows.find(row => row.betreft.persoon?.id === own.los).id
  own.rekening = (await table.huub.get('/api/v1/rekeningen')).body.items[0].id
  const looks = [
    [linda, `/api/v1/contacten/${own.contact}`], [linda, `/api/v1/huishoudens/${own.thuis}`], [linda, `/api/v1/personen/${own.oma}`],
    [kevin, `/api/v1/personen/${own.kind}`], [kevin, `/api/v1/zaken/${own.zaak}`], [kevin, `/api/v1/gesprekken/${own.gesprek}`], [kevin, `/api/v1/documenten/${own.document}/kantlijn`], [kevin, `/api/v1/documenten/${own.document}/versies`], [kevin, '/api/v1/taken'], [kevin, '/api/v1/werkvoorraad/nieuw'], [linda, '/api/v1/zaken?lijst=mijn&aantal=200'], [kevin, '/api/v1/zaken?lijst=alle&aantal=200'],
    [rianne, `/api/v1/groepen/${own.groep}`], [rianne, path], [rianne, '/api/v1/plannen'], [table.ruben, '/api/v1/plannen'],
    [rianne, '/api/v1/signalen?stand=alle'], [rianne, `/api/v1/signalen/${own.signaal}`],
    [table.mirjam, '/api/v1/rekeningen'], [table.huub, `/api/v1/rekeningen/${own.rekening}/transacties`], [kevin, '/api/v1/medewerkers']
  ]
  own.picture = async () => {
    const seen = await Promise.all(looks.map(([who, path]) => who.get(path)))
    const blind = seen.findIndex(answer => answer.status !== 200)
    if (blind >= 0) throw new Error(`${looks[blind][1]}: ${seen[blind].status}`)
    return seen.map(answer => answer.text)
  }
  return own
}

/** `[number, handeling, who may, path, good body, a wrong value, [who may not, status, code, body?]]` */
function commands (own, table) {
  const { linda, kevin, emma, rianne, ruben, wendy, pieter, peter, samira, mirjam } = table
  const absent = uuidv7()
  const none = [404, 'niet_gevonden']
  const thuis = `/api/v1/huishoudens/${own.thuis}`
  const plan = `/api/v1/plannen/${own.plan}`
  const groep = `/api/v1/groepen/${own.groep}`
  const signaal = `/api/v1/signalen/${own.signaal}`
  const kind = `/api/v1/personen/${own.kind}`
  const zaak = `/api/v1/zaken/${own.zaak}`
  const een = { taak: own.taak }
  const gesproken = { weg: 'telefoon', uitkomst: 'gesproken', met: 'Iemand', verslag: 'Iets', dag: vandaag() }
  const document = `/api/v1/documenten/${own.document}`
  const gesprek = `/api/v1/gesprekken/${own.gesprek}`
  const die = { opmerking: own.opmerking }
  const los = `/api/v1/personen/${own.los}`
  const bescherming = { grond: 'bekend_persoon', medewerkers: [kevin.ik.id] }
  const toestemming = `/api/v1/toestemmingen/${absent}`
  const lid = { persoon: own.los, bron: 'handmatig' }
  const houder = { soort: 'persoon', persoon: own.oma }
  const naam = { voornamen: 'Iemand', achternaam: 'Anders' }
  return [
    ['60a', 'RegistreerContact', linda, '/api/v1/contacten', own.contactBody, { verslag: 'alles' }, [linda, 422, 'invoer.persoon_onbekend', { ...own.contactBody, meldingen: [{ ...own.contactBody.meldingen[0], persoon: absent }] }]],
    ['60b', 'VulVerslagAan', linda, `/api/v1/contacten/${own.contact}/aanvullingen`, { tekst: 'Nog iets' }, { tekst: ['Nog'] }, [peter, ...none]],
    ['61a', 'StelHuishoudenVast', linda, '/api/v1/huishoudens', { leden: [lid] }, { leden: {} }, [linda, 422, 'invoer.persoon_onbekend', { leden: [{ ...lid, persoon: absent }] }]],
    ['61b', 'VoegLidToe', linda, `${thuis}/leden`, lid, { bron: 3 }, [peter, ...none]],
    ['61c', 'LidVertrekt', linda, `${thuis}/vertrek`, { persoon: own.kind, op: '2026-06-01' }, { op: 20260601 }, [peter, ...none]],
    ['61d', 'VerblijfWijktAf', linda, `${thuis}/verblijf`, { persoon: own.los, vanaf: '2026-05-01', toelichting: 'Woont daar', bron: 'huisbezoek' }, { toelichting: 7 }, [peter, ...none]],
    ['62a', 'LegGezagVast', kevin, `${kind}/gezag`, { houder, grond: 'voogdij', uitspraak: { gerecht: 'Rechtbank', uitspraak_op: '2026-04-20' } }, { uitspraak: 'ja' }, [peter, ...none]],
    ['62b', 'BeeindigGezag', kevin, `${kind}/gezag/einde`, { houder, op: '2026-06-01' }, { houder: own.oma }, [peter, ...none]],
    ['62c', 'HerroepGezag', kevin, `${kind}/gezag/herroeping`, { houder, grond: 'voogdij', uitspraak: { gerecht: 'Rechtbank', uitspraak_op: '2026-04-20' }, reden: 'Verkeerde persoon' }, { reden: ['Verkeerd'] }, [peter, ...none]],
    ['62d', 'HerroepVerblijf', linda, `${thuis}/verblijf/herroeping`, { persoon: own.los, reden: 'Woont er niet' }, { persoon: 9 }, [peter, ...none]],
    ['63a', 'RegistreerOnbekende', linda, '/api/v1/personen/onbekend', { beschrijving: 'Een jongen' }, { beschrijving: false }, [samira, 403, 'niet_bevoegd']],
    ['63b', 'StelIdentiteitVast', linda, `${kind}/identiteit`, { persoon: naam, wijze: 'eigen_opgave' }, { persoon: 'Iemand' }, [samira, ...none]],
    ['63c', 'NeemOverUitBrp', linda, '/api/v1/personen/uit-brp', { bsn: '999990123' }, { bsn: 999990123 }, [samira, 403, 'niet_bevoegd']],
    ['63d', 'NeemOpnieuwOverUitBrp', kevin, `${kind}/uit-brp`, { doel: 'jeugdhulp' }, { velden: 'naam' }, [samira, ...none]],
    ['63e', 'KiesBerichtweg', linda, `${los}/berichtweg`, { weg: 'email', email: 'een@voorbeeld.example' }, { weg: 'duif' }, [peter, ...none]],
    ['63f', 'MeldBriefGepost', linda, `${zaak}/brieven/${absent}/gepost`, {}, undefined, [peter, ...none]],
    ['64a', 'VormGroep', rianne, '/api/v1/groepen', { leden: [own.los], waarom: WAAROM }, { leden: own.los }, [rianne, 422, 'invoer.persoon_onbekend', { leden: [absent] }]],
    ['64b', 'VoegParticipantToe', rianne, `${groep}/participanten`, { persoon: own.los, hoedanigheid: 'buurman' }, { hoedanigheid: 1 }, [ruben, ...none]],
    ['64c', 'VerwijderParticipant', rianne, `${groep}/participanten/verwijderen`, { persoon: own.los }, { persoon: 'buurman' }, [ruben, ...none]],
    ['64d', 'StartPlan', rianne, `${groep}/plan`, {}, { aanleiding: true }, [ruben, ...none]],
    ['65a', 'StelDoel', rianne, `${plan}/doelen`, { voor: 'groep', omschrijving: 'Meer' }, { voor: 5 }, [ruben, ...none]],
    ['65b', 'WijzigDoel', rianne, `${plan}/doelen/wijzigen`, { doel: own.doel, omschrijving: 'Anders' }, { doel: 1 }, [ruben, ...none]],
    ['65c', 'RondDoelAf', rianne, `${plan}/doelen/afronden`, { doel: own.doel, uitkomst: 'behaald' }, { uitkomst: {} }, [ruben, ...none]],
    ['65h', 'HeropenDoel', rianne, `${plan}/doelen/heropenen`, { doel: own.doel }, { doel: 0 }, [ruben, ...none]],
    ['65d', 'HoudAchter', rianne, `${plan}/achterhouden`, { onderdeel: { doel: own.doel }, achterhouden: own.achterhouden }, { onderdeel: own.doel }, [ruben, ...none]],
    ['65e', 'DeelOnderdeel', rianne, `${plan}/delen`, { onderdeel: { doel: own.doel } }, { onderdeel: { doel: 4 } }, [ruben, ...none]],
    ['65f', 'LaatMeekijken', samira, `${plan}/meekijken`, { aan: own.oma, wat: 'eigen_deel', tot_en_met: overDagen(30) }, { wat: 4 }, [peter, ...none]],
    ['65g', 'StopMeekijken', rianne, `/api/v1/toekenningen/${absent}/stoppen`, { reden: 'Onder druk' }, { reden: 7 }, [peter, ...none]],
    ['66a', 'LegActieVast', rianne, `${plan}/acties`, own.actieBody, { eigenaar: rianne.ik.id }, [ruben, ...none]],
    ['66b', 'MeldActieGedaan', rianne, `${plan}/acties/gedaan`, { actie: own.actie }, { actie: null }, [ruben, ...none]],
    ['66c', 'HeropenActie', rianne, `${plan}/acties/heropenen`, { actie: own.actie }, { actie: 0 }, [ruben, ...none]],
    ['66d', 'ReageerOpDoel', samira, `${plan}/doelen/reageren`, { doel: own.doel, instemming: 'eens' }, { instemming: 4 }, [peter, ...none]],
    ['66e', 'LeesDoelreactie', rianne, `${plan}/doelreacties/lezen`, { reactie: absent }, { reactie: 4 }, [ruben, ...none]],
    ['66f', 'BeantwoordDoelreactie', rianne, `${plan}/doelreacties/beantwoorden`, { reactie: absent, tekst: 'Dank u' }, { tekst: 4 }, [ruben, ...none]],
    ['66g', 'MeldEigenActieGedaan', samira, `${plan}/acties/melden`, { actie: own.actie }, { toelichting: 4 }, [peter, ...none]],
    ['66h', 'VraagDoorOverActie', rianne, `${plan}/acties/doorvragen`, { actie: own.actie, vraag: 'Hoe ging het?' }, { vraag: 4 }, [ruben, ...none]],
    ['66i', 'MeldEigenActieNogNiet', samira, `${plan}/acties/nog-niet`, { actie: own.actie }, { toelichting: 4 }, [peter, ...none]],
    ['67a', 'KoppelZaak', rianne, `${plan}/zaken`, { zaak: own.zaak }, { zaak: 'ZAAK-1' }, [ruben, ...none]],
    ['67b', 'KoppelZaak', rianne, `${plan}/zaken`, { zaak: own.zaak }, { zaak: [own.zaak] }, [rianne, ...none, { zaak: table.zaak }]],
    ['67c', 'OntkoppelZaak', rianne, `${plan}/zaken/loskoppelen`, { zaak: own.zaak }, { zaak: 2 }, [ruben, ...none]],
    ['68a', 'VoegRegisseurToe', rianne, `${plan}/regisseurs`, { regisseur: ruben.ik.id }, { regisseur: 'Ruben' }, [ruben, ...none]],
    ['68b', 'VerwijderRegisseur', rianne, `${plan}/regisseurs/verwijderen`, { regisseur: rianne.ik.id }, { regisseur: 9 }, [ruben, ...none]],
    ['68c', 'DraagRegieOver', rianne, `${plan}/overdragen`, { regisseur: ruben.ik.id }, { regisseur: {} }, [ruben, ...none]],
    ['68d', 'SluitPlan', rianne, `${plan}/sluiten`, { resultaat: 'Klaar' }, { resultaat: 0 }, [ruben, ...none]],
    ['69a', 'MeldSignaal', linda, '/api/v1/signalen', { soort: 'overlast', persoon: own.los }, { soort: ['overlast'] }, [linda, 422, 'invoer.persoon_onbekend', { soort: 'overlast', persoon: absent }]],
    ['69b', 'WijsPersoonAan', rianne, `${signaal}/persoon`, { persoon: own.los }, { persoon: 4 }, [table.emma, ...none]],
    ['69c', 'HandelSignaalAf', rianne, `${signaal}/afhandelen`, { afhandeling: 'geen_actie' }, { afhandeling: 1 }, [table.emma, ...none]],
    ['69e', 'HeropenSignaal', rianne, `${signaal}/heropenen`, { reden: 'Het gaat weer mis' }, { reden: 1 }, [table.emma, ...none]],
    ['69d', 'StartGroepstraject', rianne, `${signaal}/groepstraject`, { leden: [own.los], waarom: WAAROM }, { leden: 'allen' }, [table.emma, 403, 'niet_bevoegd']],
    ['70', 'OpenRekening', mirjam, '/api/v1/rekeningen', { persoon: own.los, klant: 'KT-000421', vorm: 'basis' }, { klant: 421 }, [kevin, 403, 'niet_bevoegd']],
    ['71a', 'MeldAfwezig', kevin, `/api/v1/medewerkers/${kevin.ik.id}/afwezig`, { vanaf: '2026-12-01' }, { vanaf: 20261201 }, [peter, 403, 'niet_bevoegd']],
    ['71b', 'MeldTerug', kevin, `/api/v1/medewerkers/${kevin.ik.id}/terug`, {}, undefined, [peter, 403, 'niet_bevoegd']],
    ['75a', 'WijsToe', table.wouter, `${zaak}/toewijzen`, { behandelaars: [kevin.ik.id] }, { behandelaars: kevin.ik.id }, [peter, ...none]],
    ['75b', 'NeemZaak', kevin, `${zaak}/neem`, {}, undefined, [peter, ...none]],
    ['75e', 'GeefZaakVrij', table.wouter, `${zaak}/vrijgeven`, { reden: 'Toch een ander' }, { reden: 7 }, [peter, ...none]],
    ['75c', 'NeemInBehandeling', kevin, `${zaak}/in-behandeling`, {}, undefined, [peter, ...none]],
    ['75d', 'MerkGezien', kevin, `${zaak}/gezien`, {}, undefined, [peter, ...none]],
    ['75f', 'NoteerContact', kevin, `${zaak}/klantcontacten`, gesproken, { weg: 'duif' }, [peter, ...none]],
    ['75g', 'GeefContactDoor', linda, `${zaak}/klantcontacten/doorgeven`, gesproken, { uitkomst: true }, [peter, ...none]],
    ['76a', 'ZetTaakKlaar', kevin, `${zaak}/taken`, { omschrijving: 'Nog iets', eigenaar: kevin.ik.id, dag: STRAKS }, { dag: 20271210 }, [peter, ...none]],
    ['76b', 'RondTaakAf', kevin, `${zaak}/taken/gedaan`, een, { taak: 1 }, [peter, ...none]],
    ['76c', 'HeropenTaak', kevin, `${zaak}/taken/heropenen`, een, { taak: null }, [peter, ...none]],
    ['76d', 'WijsTaakToe', kevin, `${zaak}/taken/toewijzen`, { ...een, eigenaar: kevin.ik.id }, { eigenaar: 'Kevin' }, [peter, ...none]],
    ['76e', 'LaatTaakVervallen', kevin, `${zaak}/taken/vervallen`, een, { taak: [own.taak] }, [peter, ...none]],
    ['76f', 'MaakOpmerking', kevin, `${document}/opmerkingen`, { citaat: 'Zaak', tekst: 'En dit?' }, { genoemd: kevin.ik.id }, [peter, ...none]],
    ['76g', 'BeantwoordOpmerking', kevin, `${document}/opmerkingen/beantwoorden`, { ...die, tekst: 'Ja' }, { tekst: ['Ja'] }, [peter, ...none]],
    ['76h', 'HandelOpmerkingAf', kevin, `${document}/opmerkingen/afhandelen`, die, { opmerking: 1 }, [peter, ...none]],
    ['76i', 'HeropenOpmerking', kevin, `${document}/opmerkingen/heropenen`, die, { opmerking: null }, [peter, ...none]],
    ['76j', 'LeesOpmerking', kevin, `${document}/opmerkingen/gelezen`, die, { opmerking: [own.opmerking] }, [peter, ...none]],
    ['76k', 'BenoemVersie', kevin, `${document}/versies`, { naam: 'Concept' }, { seq: 'een' }, [peter, ...none]],
    ['76l', 'PlanGesprek', kevin, `${gesprek}/afspraak`, { dag: STRAKS, tijd: '10:30', plek: 'thuis' }, { plek: 'Dorpsstraat 1' }, [peter, ...none]],
    ['76m', 'ZegGesprekAf', kevin, `${gesprek}/afspraak/afzeggen`, { reden: 'Ziek' }, { reden: 7 }, [peter, ...none]],
    ['77', 'WijsRegisseurAan', wendy, `${plan}/regisseur`, { regisseur: ruben.ik.id }, { regisseur: 7 }, [kevin, 403, 'niet_bevoegd']],
    ['78a', 'VraagToestemming', kevin, `${zaak}/toestemming`, { doel: 'Om samen te plannen', tot_en_met: '2027-06-01' }, { tot_en_met: 20270601 }, [peter, ...none]],
    ['78b', 'GeefToestemming', samira, `${toestemming}/geven`, {}, undefined, [peter, ...none]],
    ['78c', 'WeigerToestemming', samira, `${toestemming}/weigeren`, {}, undefined, [peter, ...none]],
    ['78d', 'TrekToekenningIn', samira, `/api/v1/toekenningen/${absent}/intrekken`, {}, undefined, [peter, ...none]],
    ['78e', 'BeoordeelGlas', pieter, `/api/v1/toekenningen/${absent}/beoordelen`, { oordeel: 'terecht', toelichting: 'Het moest' }, { oordeel: 1 }, [peter, ...none]],
    ['78f', 'BeoordeelNazicht', pieter, `/api/v1/nazicht/${absent}/beoordelen`, { oordeel: 'gegrond', toelichting: 'Het moest', regels: 1 }, { regels: 'een' }, [peter, ...none]],
    ['78g', 'LegMedewerkerVast', pieter, `${los}/medewerker`, { medewerker: kevin.ik.id }, { medewerker: 7 }, [peter, ...none]],
    // For these a fresh proof of who one is is asked too, once what was sent can be read.
    ['79a', 'WijsVervangerAan', kevin, `/api/v1/medewerkers/${kevin.ik.id}/vervanger`, { vervanger: emma.ik.id, vanaf: '2027-04-01', tot_en_met: '2027-04-02', reden: 'Verlof' }, { vanaf: 20270401 }, [peter, 403, 'niet_bevoegd']],
    ['79b', 'BreekGlas', wendy, `${plan}/glas`, { reden: 'Niemand is bereikbaar en het kan niet wachten', minuten: 30 }, { minuten: 'lang' }, [peter, ...none]],
    ['79c', 'DraagWerkvoorraadOver', wendy, `/api/v1/medewerkers/${kevin.ik.id}/werkvoorraad/overdragen`, { aan: [emma.ik.id], reden: 'Ziek' }, { aan: emma.ik.id }, [peter, ...none]],
    ['79d', 'BeschermDossier', pieter, `${los}/bescherming`, bescherming, { grond: 1 }, [peter, ...none]],
    ['79e', 'WijzigBescherming', pieter, `${los}/bescherming/wijzigen`, bescherming, { medewerkers: 'allen' }, [peter, ...none]],
    ['79f', 'HefBeschermingOp', pieter, `${los}/bescherming/opheffen`, {}, undefined, [peter, ...none]]
  ]
}

/** Commands that stand in no row above, each with where bad input to it is shown. */
const ELDERS = {
  'tests/it/invoer.rs, and rows 1-20': ['RegistreerPersoon', 'WijzigContact', 'RegistreerMelding', 'OpenDocument', 'WijzigDeelnemers'],
  'values that are none in actors/src/tafel/tests/besluiten.rs; a field too many, another type and too much by nothing but what all bodies share': [
    'StelBesluitVoor', 'WijzigVoorstel', 'Accordeer', 'WijsVoorstelAf', 'TrekVoorstelIn', 'NeemBesluit'
  ]
}

/** Every command that the server says there is stands in a row, or in the list of those that are shown elsewhere; `undefined` when so. */
export async function everyCommand (table, own) {
  const { body } = await table.pieter.get('/api/v1/beleid')
  const named = body.ingangen.filter(one => one.soort === 'opdracht').map(one => one.naam)
  const rows = new Set([...commands(own, table).map(row => row[1]), ...Object.values(ELDERS).flat()])
  const open = named.filter(naam => !rows.has(naam))
  return named.length === 0 ? 'no commands' : open.length === 0 ? undefined : open.join(', ')
}

export function commandRows (server, table, own, sims, weigh) {
  const bad = (answer, status, code) => {
    const { body } = answer
    const problem = answer.headers.get('content-type') === 'application/problem+json' && body?.title?.length > 5 && body?.detail?.length > 10
    const fits = answer.status === status && (code instanceof RegExp ? code.test(body?.code) : body?.code === code)
    return fits && problem ? true : `${answer.status} ${answer.text.slice(0, 120)}, not ${status} ${code}`
  }
  /** Each input alone, and then nothing of anybody's has changed. */
  const each = async inputsOf => {
    const before = await own.picture()
    for (const [what, ask, status, code, read, inputs] of inputsOf) {
      const verdict = bad(await weigh(what, ask, { read, inputs }), status, code)
      if (verdict !== true) return `${what}: ${verdict}`
    }
    const after = await own.picture()
    return after.every((text, at) => text === before[at]) || 'something that somebody sees changed'
  }
  const long = good => `${JSON.stringify(good).slice(0, -1)}${Object.keys(good).length > 0 ? ',' : ''}"lang":"${'x'.repeat(BODY_BYTES_MAX)}"}`

  const rows = commands(own, table).map(([nr, handeling, wie, path, good, wrong, [ander, status, code, body]]) => [nr, `bad input to ${handeling}`, Object.assign(() => each([
    ['a field that is not asked for', () => wie.post(path, { ...good, behandeld_door: 'x' }), 422, 'invoer.onbekend_veld'],
    ['another type', () => wie.post(path, wrong === undefined ? '[]' : { ...good, ...wrong }), 422, TYPE],
    ['too much', () => wie.post(path, long(good)), 413, 'invoer.te_groot', BODY_BYTES_MAX],
    // Where a fresh proof is asked first it is three: the try, the proof, and the try once more.
    ['what is somebody else\'s', () => ander.post(path, body ?? good), status, code, undefined, nr.startsWith('79') ? 3 : 1]
  ]), {
    promised: [
      ...['invoer.onbekend_veld', TYPE, 'invoer.te_groot'].map(code => ({ who: wie, handeling: 'http.verzoek', code, n: 1 })),
      { who: ander, handeling, code, n: 1 }
    ]
  })])
  return [...rows, dagen(table, own, each), concepts(table, own, each), weergaven(table, each), source(server, each), ...hints(server, table, own, sims, weigh), overRt(table, own, weigh)]
}

/** 81: a day that nothing can be agreed for, of a taak and of an action. */
function dagen (table, own, each) {
  const { kevin, rianne } = table
  const taak = { omschrijving: 'Te laat', eigenaar: kevin.ik.id }
  const ver = `${new Date().getUTCFullYear() + 6}-01-01`
  const inputs = ['1999-01-01', ver, '9999-12-31'].flatMap(dag => [
    [`a taak for ${dag}`, () => kevin.post(`/api/v1/zaken/${own.zaak}/taken`, { ...taak, dag }), 422, 'taak.dag'],
    [`an action for ${dag}`, () => rianne.post(`/api/v1/plannen/${own.plan}/acties`, { ...own.actieBody, datum: dag }), 422, 'plan.dag']
  ])
  const promised = [
    { who: kevin, handeling: 'ZetTaakKlaar', code: 'taak.dag', n: 3 }, { who: rianne, handeling: 'LegActieVast', code: 'plan.dag', n: 3 }
  ]
  return ['81', 'a day that nothing can be agreed for', Object.assign(() => each(inputs), { promised })]
}

/** 80: a concept, which is put in its place: of one's own form only, on top of what one has read, about people who are there. */
function concepts (table, own, each) {
  const { linda, samira, huub } = table
  const pad = '/api/v1/concepten/melding'
  const good = { personen: [own.oma], velden: { onderwerp: 'De trap' } }
  const put = (who, body, headers) => who.send('PUT', pad, body, headers)
  const many = Object.fromEntries(Array.from({ length: 151 }, (_, n) => [`v${n}`, 'x']))
  const act = async () => {
    const kept = await put(linda, good)
    if (kept.status !== 200) return `kept: ${kept.status} ${kept.text.slice(0, 120)}`
    const verdict = await each([
      ['a field that is not asked for', () => put(linda, { ...good, medewerker: huub.ik.id }), 422, 'invoer.onbekend_veld'],
      ['another type', () => put(linda, { ...good, velden: ['De trap'] }), 422, TYPE],
      ['a value of another type', () => put(linda, { ...good, velden: { onderwerp: { a: 1 } } }), 422, TYPE],
      ['too much', () => put(linda, { velden: { onderwerp: 'x'.repeat(BODY_BYTES_MAX) } }), 413, 'invoer.te_groot', BODY_BYTES_MAX],
      ['too many fields', () => put(linda, { velden: many }), 422, 'concept.te_groot'],
      ['a name that is a text', () => put(linda, { velden: { ['x'.repeat(65)]: 'x' } }), 422, 'concept.te_groot'],
      ['about somebody who is not there', () => put(linda, { ...good, personen: [uuidv7()] }), 422, 'invoer.persoon_onbekend'],
      ['over what one has not read', () => put(linda, { ...good, velden: { onderwerp: 'Het bad' } }), 409, 'opdracht.conflict'],
      ['a version that is none', () => put(linda, good, { 'If-Match': '*' }), 422, 'invoer.versie'],
      ['thrown away unread', () => linda.send('DELETE', pad, {}), 422, 'invoer.versie'],
      ['a form that there is not', () => linda.send('PUT', '/api/v1/concepten/wachtwoord', good), 404, 'niet_gevonden'],
      ['about a thing where the form is about none', () => linda.send('PUT', `${pad}?onderwerp=${own.zaak}`, good), 404, 'niet_gevonden'],
      ['a question that is not asked for', () => linda.get(`${pad}?medewerker=${linda.ik.id}`), 422, 'invoer.vraag_ongeldig'],
      ['who may not hand it in', () => put(samira, good), 403, 'niet_bevoegd'],
      ['of a besluit of somebody else\'s zaak', () => huub.send('PUT', `/api/v1/concepten/besluit?onderwerp=${own.zaak}`, { velden: {} }), 404, 'niet_gevonden']
    ])
    const left = await linda.get(pad)
    if (left.body?.concept?.velden?.onderwerp !== 'De trap') return `it became ${left.text.slice(0, 120)}`
    const thrown = await linda.send('DELETE', pad, {}, { 'If-Match': `"${left.body.concept.versie}"` })
    return thrown.status === 204 ? verdict : `thrown away: ${thrown.status}`
  }
  const line = (who, code, n, handeling = 'concept.bewaren') => ({ who, handeling, code, n })
  return ['80', 'bad input to a concept', Object.assign(act, {
    promised: [line(linda, 'concept.te_groot', 2), line(linda, 'invoer.persoon_onbekend', 1), line(linda, 'opdracht.conflict', 1), line(samira, 'niet_bevoegd', 1), line(huub, 'niet_gevonden', 1)]
  })]
}

/** 82: one's own views, which are put in their place too: a few, each of a name of its own, that lead nowhere else. */
function weergaven (table, each) {
  const { kevin } = table
  const put = (body, headers) => kevin.send('PUT', '/api/v1/mijn/weergaven', body, headers)
  const een = (naam, adres = 'termijn=laat') => ({ naam, adres })
  const act = async () => {
    const kept = await put({ weergaven: [een('Te laat')] })
    if (kept.status !== 200) return `kept: ${kept.status} ${kept.text.slice(0, 120)}`
    const verdict = await each([
      ['a field that is not asked for', () => put({ weergaven: [een('Meer')], rol: 'kcc' }), 422, 'invoer.onbekend_veld'],
      ['another type', () => put({ weergaven: 'alle' }), 422, TYPE],
      ['too much', () => put({ weergaven: [een('x'.repeat(BODY_BYTES_MAX))] }), 413, 'invoer.te_groot', BODY_BYTES_MAX],
      ['too many', () => put({ weergaven: Array.from({ length: 13 }, (_, n) => een(`W${n}`)) }), 422, 'weergaven.te_veel'],
      ['two of one name', () => put({ weergaven: [een('Laat'), een('LAAT')] }), 422, 'weergaven.dubbel'],
      ['an address that leads away', () => put({ weergaven: [een('Weg', '//elders.example')] }), 422, 'weergaven.adres'],
      ['over what one has not read', () => put({ weergaven: [een('Anders')] }), 409, 'opdracht.conflict'],
      ['a version that is none', () => put({ weergaven: [een('Anders')] }, { 'If-Match': '*' }), 422, 'invoer.versie']
    ])
    const left = await kevin.get('/api/v1/mijn/weergaven')
    return left.body?.weergaven?.map(one => one.naam).join() === 'Te laat' ? verdict : `it became ${left.text.slice(0, 120)}`
  }
  const line = code => ({ who: kevin, handeling: 'weergaven.bewaren', code, n: 1 })
  return ['82', 'bad input to one\'s views', Object.assign(act, { promised: ['weergaven.te_veel', 'weergaven.dubbel', 'weergaven.adres', 'opdracht.conflict'].map(line) })]
}

/** 72: an outside system with a key, or without. */
function source (server, each) {
  const good = { kenmerk: 'VIJAND-1', soort: 'schoolverzuim', bsn: '999990020' }
  const post = async (key, body, headers = {}) => {
    const bytes = JSON.stringify(body)
    sent.bytes += Buffer.byteLength(bytes)
    const answer = await fetch(`${server.base}/api/v1/signalen/inkomend`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', ...(key === undefined ? {} : { 'X-Signaalsleutel': key }), ...headers }, body: bytes
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) }
  }
  const act = () => each([
    ['no key', () => post(undefined, good), 401, 'signaal.sleutel'],
    ['a wrong key', () => post(`${SCHOOL}x`, good), 401, 'signaal.sleutel'],
    ['two keys', () => post(`${SCHOOL}, ${SCHOOL}`, good), 401, 'signaal.sleutel'],
    ['a field that is not asked for', () => post(SCHOOL, { ...good, bron: 'politie' }), 422, 'invoer.onbekend_veld'],
    ['another type', () => post(SCHOOL, { ...good, bsn: 999990020 }), 422, TYPE],
    ['too much', () => post(SCHOOL, { ...good, toelichting: 'x'.repeat(BODY_BYTES_MAX) }), 413, 'invoer.te_groot', BODY_BYTES_MAX],
    ['an id of ours', () => post(SCHOOL, { ...good, persoon: uuidv7() }), 422, 'invoer.onbekend_veld'],
    ['a page in a browser', () => post(SCHOOL, good, { Origin: 'https://evil.nl' }), 403, 'herkomst']
  ])
  const line = (code, n, who) => ({ who, handeling: 'signaal.inkomend', code, n })
  return ['72', 'bad input to the interface of a source', Object.assign(act, {
    promised: [line('signaal.sleutel', 3, null), line('invoer.onbekend_veld', 2), line(TYPE, 1), line('invoer.te_groot', 1)]
  })]
}

/** 73: hints of Allegro. Nobody is known by them, so the trail has nobody to name; the figures count them. */
function hints (server, table, own, sims, weigh) {
  const key = sims.env.KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL
  const seconds = Math.floor(Date.now() / 1000)
  const sign = (body, at = seconds, by = key) => `t=${at},v1=${createHmac('sha256', by).update(`${at}.${body}`).digest('hex')}`
  const post = (body, signature) => request(server.base,
    `POST ${HINT} HTTP/1.1\r\nHost: ${new URL(server.base).host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
    `${signature === undefined ? '' : `Keukentafel-Handtekening: ${signature}\r\n`}Connection: close\r\n\r\n${body}`)
  const body = JSON.stringify({ klanten: ['KT-000421'] })
  // Taken once, now; at its turn, long after, the same message is a replay.
  const first = post(body, sign(body))
  const figure = async (name, label) => {
    const line = (await table.kevin.get('/metrics')).text.split('\n').find(one => one.startsWith(`${name}{`) && one.includes(label))
    return Number(line?.split(' ').at(-1) ?? 0)
  }
  const heard = uitslag => figure('keukentafel_hints_total', `uitslag="${uitslag}"`)
  const forged = async () => {
    const before = [await own.picture(), await heard('geweigerd')]
    const many = JSON.stringify({ klanten: Array.from({ length: 51 }, (_, i) => `KT-${i}`) })
    const large = JSON.stringify({ klanten: ['x'.repeat(BODY_BYTES_MAX)] })
    const inputs = {
      unsigned: [body], nonsense: [body, 't=nu,v1=ja'], 'another key': [body, sign(body, seconds, 'een heel ander geheim')],
      'another body': [body, sign(`${body} `)], old: [body, sign(body, seconds - 4000)], 'of the future': [body, sign(body, seconds + 4000)],
      'another form': ['{"klant":1}', sign('{"klant":1}')], 'too many': [many, sign(many)], 'too large': [large, sign(large)]
    }
    for (const [what, [text, signature]] of Object.entries(inputs)) {
      const answer = await weigh(what, () => post(text, signature))
      if (answer.status !== 403 || answer.code !== 'koppeling.hint_geweigerd' || !/problem\+json/.test(answer.text)) return `${what}: ${answer.status} ${answer.code}`
    }
    const counted = await heard('geweigerd') - before[1]
    if (counted !== Object.keys(inputs).length) return `${counted} counted as refused`
    const after = await own.picture()
    return after.every((text, at) => text === before[0][at]) || 'something that somebody sees changed'
  }
  const replay = async () => {
    const taken = await first
    if (taken.status !== 202) return `the first one: ${taken.status} ${taken.code}`
    const before = [await heard('herhaling'), await heard('genomen')]
    for (const [what, signature] of [['again', sign(body)], ['spelled otherwise', sign(body).toUpperCase().replace('T=', 't=').replace('V1=', 'v1=')]]) {
      const answer = await weigh(what, () => post(body, signature))
      if (answer.status !== 202) return `${what}: ${answer.status}`
    }
    const after = [await heard('herhaling'), await heard('genomen')]
    return (after[0] === before[0] + 2 && after[1] === before[1]) || `${after[0] - before[0]} replays counted, ${after[1] - before[1]} taken`
  }
  return [['73a', 'hints that Allegro did not sign', forged], ['73b', 'a hint of Allegro, replayed', replay]]
}

/** 74: the same commands over /rt, where nothing of an address or a header stands between. */
function overRt ({ ruben }, own, weigh) {
  const doel = { plan: own.plan, voor: 'groep', omschrijving: 'Van een ander' }
  const inputs = [
    ['StelDoel', doel, 'niet_gevonden'],
    ['KoppelZaak', { plan: own.plan, zaak: own.zaak }, 'niet_gevonden'],
    ['VulVerslagAan', { contact: own.contact, tekst: 'Van een ander' }, 'niet_gevonden'],
    ['VoegLidToe', { huishouden: own.thuis, lid: { persoon: own.los, bron: 'handmatig' } }, 'niet_gevonden'],
    ['StelDoel', { ...doel, behandeld_door: 'x' }, 'invoer.onbekend_veld'],
    ['StelDoel', { ...doel, omschrijving: 7 }, 'invoer.waarde_ongeldig'],
    ['StelDoel', [own.plan, 'groep', 'Van een ander'], 'invoer.waarde_ongeldig']
  ]
  const act = async () => {
    const before = await own.picture()
    const rt = await RtClient.open(ruben)
    try {
      for (const [r, [name, b, code]] of inputs.entries()) {
        const answer = await weigh(name, () => {
          rt.send({ t: 'cmd', r, id: uuidv7(), name, b })
          return rt.heard(frame => frame.r === r && (frame.t === 'err' || frame.t === 'done'))
        }, { inputs: 1 })
        if (answer?.code !== code || !(answer.titel.length > 5)) return `${name} ${JSON.stringify(b)}: ${JSON.stringify(answer)}, not ${code}`
      }
    } finally { rt.destroy() }
    const after = await own.picture()
    return after.every((text, at) => text === before[at]) || 'something that somebody sees changed'
  }
  const refused = (handeling, code, n) => ({ who: ruben, handeling, code, n })
  return ['74', 'bad commands over /rt', Object.assign(act, {
    promised: [
      ...['StelDoel', 'KoppelZaak', 'VulVerslagAan', 'VoegLidToe'].map(name => refused(name, 'niet_gevonden', 1)),
      refused('rt.opdracht', 'invoer.onbekend_veld', 1), refused('rt.opdracht', 'invoer.waarde_ongeldig', 2)
    ]
  })]
}
