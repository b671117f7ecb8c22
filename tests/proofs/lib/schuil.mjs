// Who hides, in the world of proof-canaries: somebody lives with Els, who keeps her address from others; and of a home one dossier is
// protected, for which Emma alone is named. All of it is marked, days too, and all of it is asked for by everybody.

import { overDagen, PERSONAS } from './wereld.mjs'
import { StockClient } from './stock.mjs'

/** Who may work on the protected dossier. */
export const GENOEMD = ['emma']
const WERKEN = ['kevin', 'emma', 'backoffice', 'peter', 'regisseur2']

export async function verschuil (wereld, merken) {
  const { merk } = merken
  const [linda, kevin, emma, pieter] = ['linda', 'kevin', 'emma', 'privacyfunctionaris'].map(naam => wereld.als(naam))
  const mens = naam => wereld.persoon(naam, { geboortedatum: merk(`persoon ${naam}`, 'geboortedatum') })
  const woont = async (naam, leden) => {
    const { id } = await linda.done('/api/v1/huishoudens', {
      leden: leden.map((lid, at) => ({ persoon: wereld.personen[lid].id, bron: 'handmatig', vanaf: merk(`huishouden ${naam}`, ['lid-vanaf', 'lid-vanaf-tweede'][at]) }))
    })
    wereld.huishoudens.push({ id, naam, leden })
    await linda.done(`/api/v1/huishoudens/${id}/verblijf`, {
      persoon: wereld.personen[leden[1]].id, vanaf: merk(`huishouden ${naam}`, 'vanaf'), bron: 'huisbezoek', toelichting: merk(`huishouden ${naam}`, 'toelichting')
    })
  }
  const taak = (zaak, van) => wereld.als(van).done(`/api/v1/zaken/${zaak.id}/taken`, { omschrijving: merk(`zaak ${zaak.naam}`, 'taak'), eigenaar: wereld.wie(van), dag: merk(`zaak ${zaak.naam}`, 'dag') })

  // Where Els lives is where Sam lives.
  await mens('samen')
  await taak(await wereld.zaak('samen', 'MELDING-WMO', 'samen', 'linda', ['emma', 'peter']), 'emma')
  await woont('geheim', ['geheim', 'samen'])
  await wereld.signaal('samen', 'huurachterstand', { persoon: wereld.personen.samen.id })
  await gesprek(wereld, merken, 'samen', ['kevin', 'emma'], emma)

  // Days of a plan: what is agreed, when to be reminded, and until when something is kept from the leden.
  const plan = wereld.plannen.find(one => one.naam === 'traject')
  const dag = veld => merk('plan traject', veld)
  await wereld.als('regisseur').done(`/api/v1/plannen/${plan.id}/acties`, {
    voor: 'groep', omschrijving: merk('plan traject', 'actie-groep'), eigenaar: { medewerker: wereld.wie('regisseur') }, datum: dag('dag-groep'), herinnering: dag('herinnering-groep')
  })
  await wereld.als('regisseur').done(`/api/v1/plannen/${plan.id}/doelen`, {
    voor: 'groep', omschrijving: merk('plan traject', 'doel-achter'), achterhouden: { reden: merk('plan traject', 'achterhoudreden'), tot_en_met: dag('achter-tot'), herzien_op: dag('herzien') }
  })

  // A protected dossier, with a housemate of fourteen whose dossier is not.
  await mens('dicht')
  await wereld.persoon('naast', { geboortedatum: merk('persoon naast', 'kindgeboren') })
  await taak(await wereld.zaak('dicht', 'MELDING-WMO', 'dicht', 'linda', WERKEN), 'emma')
  await taak(await wereld.zaak('naast', 'AANVRAAG-JEUGDHULP', 'naast', 'linda', WERKEN), 'kevin')
  await wereld.contact('dicht', 'linda', 'dicht', WERKEN)
  await woont('dicht', ['naast', 'dicht'])
  await kevin.done(`/api/v1/personen/${wereld.personen.naast.id}/gezag`, {
    houder: { soort: 'ander', naam: merk('persoon naast', 'gezaghouder') }, grond: 'voogdij', vanaf: merk('persoon naast', 'gezag-vanaf'),
    uitspraak: { gerecht: merk('persoon naast', 'gerecht'), uitspraak_op: merk('persoon naast', 'uitspraak'), kenmerk: merk('persoon naast', 'kenmerk') }
  })
  await wereld.signaal('dicht', 'zorgen_om_kind', { persoon: wereld.personen.dicht.id })
  await gesprek(wereld, merken, 'dicht', ['kevin', 'emma'], kevin)
  await pieter.done(`/api/v1/personen/${wereld.personen.dicht.id}/bescherming`, { grond: 'eigen_medewerker', medewerkers: GENOEMD.map(wie => wereld.wie(wie)), tot_en_met: overDagen(60) })
  wereld.personen.dicht.bescherming = { geldt: true, voorbij: false, genoemd: GENOEMD }
}

/** A report of a talk about a zaak, in which something was written while both could. */
async function gesprek (wereld, merken, naam, deelnemers, auteur) {
  const zaak = wereld.zaken.find(one => one.naam === naam)
  const { id, gesprek } = await auteur.done(`/api/v1/zaken/${zaak.id}/documenten`, { soort: 'gespreksverslag', zaken: [zaak.id], deelnemers: deelnemers.map(who => wereld.wie(who)) })
  const [pen, lezer] = [0, 1].map(() => new StockClient(auteur, id))
  await Promise.all([pen.synced(), lezer.synced()])
  const text = merken.merk(`gesprek ${naam}`, 'tekst')
  pen.write(text)
  if (!await lezer.sees(text)) throw new Error(`what was written in ${naam} did not arrive`)
  pen.destroy()
  lezer.destroy()
  const made = { id: gesprek, naam, document: id, deelnemers, zaak, geschreven: true }
  made.opmerking = await wereld.kantlijn(made, deelnemers.find(who => wereld.als(who) === auteur))
  await wereld.afspraak(made, deelnemers.find(who => wereld.als(who) === auteur))
  wereld.gesprekken.push(made)
}

/** `[persona, address]`: everything about them, by everybody. */
export function schuilvragen (wereld) {
  const namen = ['geheim', 'samen', 'dicht', 'naast']
  const paden = [
    ...namen.flatMap(naam => ['', '/adres', '/huishouden', '/huishouden/voorstel'].map(deel => `/api/v1/personen/${wereld.personen[naam].id}${deel}`)),
    ...namen.map(naam => `/api/v1/zaken?lijst=alle&persoon=${wereld.personen[naam].id}`),
    ...wereld.huishoudens.filter(one => namen.includes(one.naam)).map(one => `/api/v1/huishoudens/${one.id}`),
    ...wereld.zaken.filter(zaak => namen.includes(zaak.persoon)).flatMap(zaak => ['', '/documenten', '/tijdreis?doel=controle', '/besluit', '/toestemming'].map(deel => `/api/v1/zaken/${zaak.id}${deel}`)),
    ...wereld.contacten.filter(one => one.naam === 'dicht').map(one => `/api/v1/contacten/${one.id}`),
    ...wereld.gesprekken.filter(one => one.geschreven).flatMap(one => [`/api/v1/gesprekken/${one.id}`, `/api/v1/documenten/${one.document}`, `/api/v1/documenten/${one.document}/tekst`, `/api/v1/documenten/${one.document}/kantlijn`, `/api/v1/documenten/${one.document}/versies`]),
    ...wereld.signalen.filter(one => namen.includes(one.over)).map(one => `/api/v1/signalen/${one.id}`),
    '/api/v1/beschermd', '/api/v1/beschermd/openingen', '/api/v1/taken'
  ]
  return PERSONAS.flatMap(persona => paden.map(pad => [persona, pad]))
}

/** What is asked to find them, by name and day of birth. */
export const zoekvragen = wereld => ['samen', 'dicht', 'naast'].map(naam => wereld.personen[naam].vraag)
