// Protected dossiers in the world: of each of them something of everything, built before they were protected, so that everybody stands to it
// in some way who could without. Each has people who are named; of all who work here every other dossier names the other half.

import { ZAAKTYPEN } from './oordelen.mjs'
import { BEHANDELEN } from './wereld.mjs'

const VERTROUWELIJK = 'ONDERZOEK-RECHTMATIGHEID'

/** Who is named: on the even ones the first, on the odd ones the second. */
export const GENOEMD = [
  ['emma', 'abdul', 'linda', 'regisseur', 'backoffice', 'werkverdeler', 'privacyfunctionaris', 'toetser', 'ketenpartner', 'bestuur', 'inkoper', 'pc', 'vervanger', 'jeugdconsulent2', 'werkcoach2', 'budgetbeheer2'],
  ['kevin', 'peter', 'sara', 'kcc', 'regisseur2', 'medewerker-budgetbeheer', 'wijkteammanager', 'miriam', 'trajectbegeleider', 'controller', 'beleidsanalist', 'wmoconsulent2', 'administratie2', 'backoffice2', 'inkomen2', 'regisseur3']
]
/** Three kinds, so that they would ask for attention together. */
const SIGNALEN = ['overlast', 'huurachterstand', 'zorgmijding']

export async function beschermd (w) {
  for (const [at, zaaktype] of ZAAKTYPEN.entries()) {
    const naam = `schuil-${at}`
    const meldt = zaaktype === VERTROUWELIJK ? 'peter' : 'linda'
    await w.persoon(naam)
    await w.zaak(naam, zaaktype, naam, meldt, BEHANDELEN)
    await w.zaak(`schuil-vrij-${at}`, zaaktype, naam, meldt)
  }
  await w.taak(w.zaken.find(zaak => zaak.naam === 'schuil-0'), 'emma')
  await thuis(w)
  await w.contact('schuil', 'kcc', 'schuil-2', BEHANDELEN)
  await w.contact('schuil-kevin', 'kevin', 'schuil-3', BEHANDELEN)
  await w.gesprek('schuil', w.zaken.find(zaak => zaak.naam === 'schuil-0'), [...GENOEMD[0], ...GENOEMD[1]])
  await w.rekening('schuil', 'schuil-1', 'KT-000421')
  await inPlan(w)
  for (const soort of SIGNALEN) await w.signaal(`schuil-${soort}`, soort, { persoon: w.personen['schuil-0'].id })
  for (const at of [0, 1]) await w.voorgesteld(`schuil-wacht-${at}`, ZAAKTYPEN[2], 'peter')
  for (const at of ZAAKTYPEN.keys()) await bescherm(w, `schuil-${at}`, GENOEMD[at % 2])
  for (const at of [0, 1]) await bescherm(w, `schuil-wacht-${at}`, GENOEMD[at % 2])
}

/** Two who live with others of whom nothing is protected: for one of these everybody works, for the other nobody. */
async function thuis (w) {
  for (const at of [0, 1]) {
    const naam = `schuil-huisgenoot-${at}`
    await w.persoon(naam)
    await w.zaak(naam, 'AANVRAAG-BIJZONDERE-BIJSTAND', naam, 'linda', at === 0 ? [] : BEHANDELEN)
    await w.huishouden(`schuil-${at}`, [naam, `schuil-${at}`])
  }
}

/** With somebody who is open, alone, and around the groep of another. */
async function inPlan (w) {
  const zaak = naam => w.zaken.find(one => one.naam === naam)
  await w.persoon('schuil-ander')
  await w.zaak('schuil-ander', 'MELDING-WMO', 'schuil-ander', 'linda')
  await w.plan('schuil', ['schuil-ander', 'schuil-1'], { regisseurs: ['regisseur', 'regisseur2'], zaken: [zaak('schuil-1')] })
  await w.plan('schuil-alleen', ['schuil-2'], { zaken: [zaak('schuil-2')] })
  await w.persoon('schuil-kring')
  await w.plan('schuil-kring', ['schuil-kring'], { participant: 'schuil-3' })
  for (const over of ['schuil-ander', 'schuil-1']) await w.signaal(`plan-${over}`, 'overlast', { persoon: w.personen[over].id }, 'schuil')
}

/** Only these work on it. `geldt`: it holds when the world is looked at; `voorbij`: it is over by then; `dagen`: from when, until when. */
export async function bescherm (w, naam, genoemd, { geldt = true, voorbij = false, ...dagen } = {}) {
  await w.als('privacyfunctionaris').done(`/api/v1/personen/${w.personen[naam].id}/bescherming`, {
    grond: 'eigen_medewerker', medewerkers: genoemd.map(who => w.wie(who)), ...dagen
  })
  w.personen[naam].bescherming = { geldt, voorbij, genoemd }
}
