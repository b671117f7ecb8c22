// What in the world holds for a while: somebody stands in, broke the glass, has gezag over a child, may read because a resident said so.
// As the rest of the world it is done through the public interface and remembered as it was done.

import { bescherm, GENOEMD } from './beschermd.mjs'
import { ZAAKTYPEN } from './oordelen.mjs'

const VERTROUWELIJK = 'ONDERZOEK-RECHTMATIGHEID'
/** A day by the calendar that people have here. */
const dag = erbij => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + erbij * 86_400_000)
/** Children of different ages; of the eldest who has gezag sees nothing any more (Jeugdwet 7.3.4). */
const KINDEREN = { dochter: '2017-05-22', tiener: '2013-05-22', jongere: '2009-05-22' }
/** Who may read which zaken of Samira, by their place among the zaaktypen: some all, some a part, and the rest none. */
const LEEST = { kevin: [0, 1, 2, 3], emma: [0, 1, 2, 3], sara: [0, 1, 2, 3], peter: [0, 1], regisseur2: [2, 3] }

/**
 * Lays all of it: what has yet to begin, what holds, what is over and what was ended before its time. A day goes by in the midst of it.
 * `behandelen`: who works on the zaak by which they know the resident.
 */
export async function tijdelijk (wereld, behandelen) {
  await gezag(wereld)
  await toegestaan(wereld, behandelen)
  await eerder(wereld)
  const terug = await meekijken(wereld)
  await wereld.als('regisseur').done('/demo/klok', { vooruit: 'P1D' })
  // What was found a day ago is not there any more.
  wereld.gevonden.clear()
  await wereld.vindLos()
  await nietMeer(wereld, terug)
  await vervangen(wereld)
  await glas(wereld)
}

/** Huub has gezag over three minors, each with a zaak of every zaaktype. */
async function gezag (w) {
  for (const [naam, geboortedatum] of Object.entries(KINDEREN)) {
    const kind = await w.persoon(naam, { geboortedatum })
    Object.assign(kind, { geboortedatum, gezag: 'huub' })
    for (const [at, zaaktype] of ZAAKTYPEN.entries()) {
      await w.zaak(`${naam}-${at}`, zaaktype, naam, zaaktype === VERTROUWELIJK ? 'peter' : 'linda')
    }
    // Who works for the child records it.
    await w.zaak(`${naam}-hulp`, 'AANVRAAG-JEUGDHULP', naam, 'linda', ['kevin'])
    await w.als('kevin').done('/api/v1/personen/zoek', w.personen.huub.vraag)
    await w.als('kevin').done(`/api/v1/personen/${kind.id}/gezag`, {
      houder: { soort: 'persoon', persoon: w.personen.huub.id }, grond: 'voogdij', uitspraak: { gerecht: 'Rechtbank', uitspraak_op: geboortedatum }, vanaf: geboortedatum
    })
  }
  // One plan with him in it, and one of a child alone.
  await w.plan('gezin', ['huub', ...Object.keys(KINDEREN)])
  await w.eigenDoel(w.plannen.at(-1), 'huub', 'dochter')
  await w.plan('apart', ['tiener'])
  await nietNu(w)
  // To who has gezag over a child nothing is closed; to who works for it all is, unless they are named.
  await bescherm(w, 'tiener', GENOEMD[0])
}

/** Over one child his gezag has yet to begin, over another it ended, and over a third it never was. */
async function nietNu (w) {
  for (const [naam, vanaf] of [['straks', dag(30)], ['gehad', '2020-01-01'], ['nooit', '2020-01-01']]) {
    const kind = await w.persoon(`gezag-${naam}`, { geboortedatum: KINDEREN.dochter })
    await w.zaak(`gezag-${naam}`, 'AANVRAAG-JEUGDHULP', kind.naam, 'linda', ['kevin'])
    const houder = { soort: 'persoon', persoon: w.personen.huub.id }
    const doe = (pad, body) => w.als('kevin').done(`/api/v1/personen/${kind.id}/gezag${pad}`, { houder, ...body })
    const uitspraak = { gerecht: 'Rechtbank', uitspraak_op: KINDEREN.dochter }
    await doe('', { grond: 'voogdij', uitspraak, vanaf })
    if (naam === 'gehad') await doe('/einde', { op: dag(-1) })
    if (naam === 'nooit') await doe('/herroeping', { grond: 'voogdij', uitspraak, vanaf, reden: 'Dit was een ander' })
  }
}

/** Samira lets Huub see her part of a plan of both, and that some zaken of hers run. Hands back what will be ended. */
async function meekijken (w) {
  await w.plan('samen', ['samira', 'huub'])
  const plan = w.plannen.at(-1)
  w.meekijken = [{ plan: 'samen', van: 'samira', aan: 'huub' }, ...[0, 1, 2, 3].map(at => ({ plan: 'samen', van: 'samira', aan: 'huub', zaak: `samira-${at}` }))]
  for (const one of w.meekijken) {
    const { aan, zaak } = one
    const wat = zaak === undefined ? 'eigen_deel' : { zaak: w.zaken.find(one => one.naam === zaak).id }
    const gegeven = await w.als('samira').done(`/api/v1/plannen/${plan.id}/meekijken`, { aan: w.personen[aan].id, wat, tot_en_met: dag(30) })
    one.id = gegeven.id
  }
  await w.eigenDoel(plan, 'samira', 'samira')
  await w.plan('samen-ander', ['samira', 'maria'])
  const ander = w.plannen.at(-1)
  const laat = (van, aan, plan, wat) => w.als(van).done(`/api/v1/plannen/${plan.id}/meekijken`, { aan: w.personen[aan].id, wat, tot_en_met: dag(30) })
  return {
    terug: [['huub', (await laat('huub', 'samira', plan, 'eigen_deel')).id]],
    gestopt: [(await laat('maria', 'samira', ander, 'eigen_deel')).id],
    laat: () => laat('maria', 'samira', ander, { zaak: w.zaken.find(one => one.naam === 'maria-1').id })
  }
}

/** What will be over when the day has gone by: it is not in what the world says that holds. */
async function eerder (w) {
  const vervang = (wie, vanaf, tot_en_met) => w.als('werkverdeler').done(`/api/v1/medewerkers/${w.wie(wie)}/vervanger`, {
    vervanger: w.wie('vervanger'), vanaf, tot_en_met, reden: 'Verlof'
  })
  await vervang('peter', dag(0), dag(0))
  await breek(w, 'traject')
  for (const naam of ['straks', 'voorbij', 'opgeheven']) {
    await w.persoon(`schuil-${naam}`)
    await w.zaak(`schuil-${naam}`, 'MELDING-WMO', `schuil-${naam}`, 'linda', ['emma'])
  }
  await bescherm(w, 'schuil-straks', ['kevin'], { geldt: false, vanaf: dag(30) })
  await bescherm(w, 'schuil-voorbij', ['kevin'], { geldt: false, voorbij: true, tot_en_met: dag(0) })
  await bescherm(w, 'schuil-opgeheven', ['kevin'], { geldt: false, voorbij: true })
  await w.als('privacyfunctionaris').done(`/api/v1/personen/${w.personen['schuil-opgeheven'].id}/bescherming/opheffen`, {})
}

/** What is ended before its time, and what has yet to begin. */
async function nietMeer (w, { terug, gestopt, laat }) {
  for (const [wie, id] of terug) await w.als(wie).done(`/api/v1/toekenningen/${id}/intrekken`, {})
  for (const id of gestopt) await w.als('regisseur').done(`/api/v1/toekenningen/${id}/stoppen`, { reden: 'Onder druk' })
  await laat()
  // Somebody on whose zaak nobody else works, so that it shows.
  await w.persoon('sara-alleen')
  await w.zaak('sara-alleen', 'AANVRAAG-BIJZONDERE-BIJSTAND', 'sara-alleen', 'linda', ['sara'])
  const vervang = (wie, vanaf, tot_en_met) => w.als('werkverdeler').done(`/api/v1/medewerkers/${w.wie(wie)}/vervanger`, {
    vervanger: w.wie('vervanger'), vanaf, tot_en_met, reden: 'Verlof'
  })
  await vervang('emma', dag(40), dag(50))
  const { id } = await vervang('sara', dag(0), dag(7))
  await w.als('vervanger').done(`/api/v1/toekenningen/${id}/intrekken`, {})
  const glas = await breek(w, 'inwoner')
  await w.als('wijkteammanager').done(`/api/v1/toekenningen/${glas}/intrekken`, {})
}

const breek = async (w, naam) => (await w.als('wijkteammanager').done(`/api/v1/plannen/${w.plannen.find(one => one.naam === naam).id}/glas`, {
  reden: 'Niemand is bereikbaar en het kan niet wachten', minuten: 60, niemand_kan: true
})).id

/** Samira lets some of who works for her read along in what else runs for her. */
async function toegestaan (w, behandelen) {
  await w.zaak('samira-naast', 'AANVRAAG-LEVENSONDERHOUD', 'samira', 'linda', behandelen)
  for (const [at, zaaktype] of ZAAKTYPEN.entries()) {
    const zaak = await w.zaak(`samira-${at}`, zaaktype, 'samira', zaaktype === VERTROUWELIJK ? 'peter' : 'linda')
    zaak.lezers = Object.keys(LEEST).filter(who => LEEST[who].includes(at))
    for (const who of zaak.lezers) {
      const { id } = await w.als(who).done(`/api/v1/zaken/${zaak.id}/toestemming`, { doel: 'De hulp op elkaar afstemmen', tot_en_met: dag(30) })
      await w.als('samira').done(`/api/v1/toestemmingen/${id}/geven`, {})
    }
  }
  await nietToegestaan(w)
}

/** Consent that gives nothing: taken back, refused, asked and not answered, and until a day that will be over. */
async function nietToegestaan (w) {
  const vraag = async (wie, at, tot_en_met = dag(30)) => {
    const { id } = await w.als(wie).done(`/api/v1/zaken/${w.zaken.find(one => one.naam === `samira-${at}`).id}/toestemming`, { doel: 'De hulp op elkaar afstemmen', tot_en_met })
    return id
  }
  const samira = (id, pad) => w.als('samira').done(`/api/v1/${pad.includes('intrekken') ? 'toekenningen' : 'toestemmingen'}/${id}/${pad}`, {})
  const terug = await vraag('peter', 2)
  await samira(terug, 'geven')
  await samira(terug, 'intrekken')
  await samira(await vraag('peter', 3, dag(0)), 'geven')
  await samira(await vraag('regisseur2', 0), 'weigeren')
  await vraag('regisseur2', 1)
}

/** Somebody who is there to stand in does so for three, one regisseur for the other, and everybody's second for the first. */
async function vervangen (w) {
  w.vervangt = {
    vervanger: ['kevin', 'regisseur2', 'medewerker-budgetbeheer'],
    regisseur: ['regisseur2'],
    jeugdconsulent2: ['kevin'],
    wmoconsulent2: ['emma'],
    inkomen2: ['peter'],
    administratie2: ['abdul'],
    werkcoach2: ['sara'],
    backoffice2: ['backoffice'],
    budgetbeheer2: ['medewerker-budgetbeheer']
  }
  for (const [wie, voor] of Object.entries(w.vervangt)) {
    for (const afwezige of voor) {
      await w.als('werkverdeler').done(`/api/v1/medewerkers/${w.wie(afwezige)}/vervanger`, {
        vervanger: w.wie(wie), vanaf: dag(0), tot_en_met: dag(7), reden: 'Verlof'
      })
    }
  }
}

/** Who leads the team breaks the glass of the plan in which signalen landed. */
async function glas (w) {
  const plan = w.plannen.find(one => one.naam === 'leden')
  plan.glas = 'wijkteammanager'
  await breek(w, plan.naam)
}
