// What in the world holds for a while: somebody stands in, broke the glass, has gezag over a child, may read because a resident said so.
// As the rest of the world it is done through the public interface and remembered as it was done.

import { ZAAKTYPEN } from './oordelen.mjs'

const VERTROUWELIJK = 'ONDERZOEK-RECHTMATIGHEID'
const dag = erbij => new Date(Date.now() + erbij * 86_400_000).toISOString().slice(0, 10)
/** Children of different ages; of the eldest who has gezag sees nothing any more (Jeugdwet 7.3.4). */
const KINDEREN = { dochter: '2017-05-22', tiener: '2013-05-22', jongere: '2009-05-22' }
/** Who may read which zaken of Samira, by their place among the zaaktypen: some all, some a part, and the rest none. */
const LEEST = { kevin: [0, 1, 2, 3], emma: [0, 1, 2, 3], sara: [0, 1, 2, 3], peter: [0, 1], regisseur2: [2, 3] }

/** Lays all of it. `behandelen`: who works on the zaak by which they know the resident. */
export async function tijdelijk (wereld, behandelen) {
  await gezag(wereld)
  await toegestaan(wereld, behandelen)
  await meekijken(wereld)
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
  await w.plan('apart', ['tiener'])
}

/** Samira lets Huub see her part of a plan of both, and that one zaak of hers runs; the time to think is over. */
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
  await w.als('regisseur').done('/demo/klok', { vooruit: 'P1D' })
  // What was found a day ago is not there any more.
  await w.vindLos()
}

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
}

/** Somebody who is there to stand in does so for Kevin, and one regisseur for the other. */
async function vervangen (w) {
  w.vervangt = { vervanger: ['kevin'], regisseur: ['regisseur2'] }
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
  await w.als(plan.glas).done(`/api/v1/plannen/${plan.id}/glas`, {
    reden: 'Niemand is bereikbaar en het kan niet wachten', minuten: 60, niemand_kan: true
  })
}
