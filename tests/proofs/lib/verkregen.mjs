// Probes for what came after: besluiten with a second pair of eyes, looking back, standing in, breaking the glass, consent, the trail,
// sessions.

import { minstens } from './oordelen.mjs'
import { uuidv7 } from './server.mjs'

const HASH = 'a'.repeat(64)
const WOONT_HIER = ['inwoner', 'groepsparticipant']
const wat = waar => waar ? 'mag' : 'weg'
const doet = (ziet, mag) => ziet ? mag ? 'mag' : 'geweigerd' : 'weg'

export function verkregen (w, zet) {
  besluiten(w, zet)
  vervanging(w, zet)
  toestemming(w, zet)
  meekijken(w, zet)
  bijdragen(w, zet)
  sporen(w, zet)
  beschermd(w, zet)
  nazicht(w, zet)
  sessies(zet)
}

/** Who sees the content looks back, and who looks after privacy (N-7). */
const kijktTerug = (b, zaak) => minstens(b.zaak(zaak), 'wat') || (b.zaak(zaak) === 'dat' && b.mag('terugkijken'))

function besluiten (w, zet) {
  for (const zaak of w.zaken.filter(one => /^(wacht-.|besloten|schuil-wacht-[01])$/.test(one.naam))) {
    const over = `zaak ${zaak.naam}`
    zet('GET /api/v1/zaken/{id}/besluit', over, zaak.id, { snel: true, verwacht: b => wat(b.besluit(zaak)) })
    zet('GET /api/v1/zaken/{id}/tijdreis', over, zaak.id, { vraag: '?doel=controle', verwacht: b => wat(kijktTerug(b, zaak)) })
  }
  // Something waits here already: whoever knows of it may or may not propose.
  for (const zaak of w.zaken.filter(one => one.naam === 'wacht-2')) {
    for (const [pad, body, handeling] of [['', { soort: 'toekennen', motivering: 'Omdat het helpt' }, 'voorstellen'], ['/accorderen', { hash: HASH }, 'accorderen']]) {
      zet(`POST /api/v1/zaken/{id}/besluit${pad}`, 'zaak wacht-2', zaak.id, { body, verwacht: b => doet(b.zaak(zaak) !== 'niets', b.doetBesluit(zaak, handeling)) })
    }
  }
  for (const zaak of w.zaken.filter(one => /^(eigen-[04]|vreemd-[0-4]|gemeld-linda-0|gemeld-kcc-0|voorbij|zelfde-0|maria-0|schuil-[023])$/.test(one.naam))) {
    const over = `zaak ${zaak.naam}`
    const ziet = b => b.zaak(zaak) !== 'niets'
    const mag = (b, handeling) => b.doetBesluit(zaak, handeling)
    const pad = '/api/v1/zaken/{id}/besluit'
    const besluit = { soort: 'toekennen', motivering: 'Omdat het helpt' }
    // Nothing was proposed here, so nothing waits for anybody.
    zet(`GET ${pad}`, over, zaak.id, { verwacht: () => 'weg' })
    const opdracht = (naam, body, handeling) => zet(`POST ${pad}${naam}`, over, zaak.id, { body, verwacht: b => doet(ziet(b), mag(b, handeling)) })
    zet(`POST ${pad}`, over, zaak.id, { snel: true, body: besluit, verwacht: b => doet(ziet(b), mag(b, 'voorstellen')) })
    opdracht('/wijzigen', { hash: HASH, besluit }, 'voorstellen')
    opdracht('/intrekken', { hash: HASH }, 'voorstellen')
    opdracht('/nemen', { hash: HASH }, 'voorstellen')
    opdracht('/afwijzen', { hash: HASH, reden: 'Het klopt niet' }, 'accorderen')
    zet(`POST ${pad}/accorderen`, over, zaak.id, { snel: true, body: { hash: HASH }, verwacht: b => doet(ziet(b), mag(b, 'accorderen')) })
    zet('GET /api/v1/zaken/{id}/tijdreis', over, zaak.id, {
      snel: /^(eigen-0|maria-0)$/.test(zaak.naam),
      vraag: '?doel=controle',
      verwacht: b => wat(kijktTerug(b, zaak))
    })
  }
}

function vervanging (w, zet) {
  const emma = w.wie('emma')
  const wijst = b => b.mag('vervanger_aanwijzen') || b.persona === 'emma'
  zet('GET /api/v1/toekenningen', 'toekenningen', undefined, { verwacht: () => 'mag' })
  zet('GET /api/v1/medewerkers/{id}/vervangers', 'emma', emma, { snel: true, verwacht: b => wat(wijst(b)) })
  zet('POST /api/v1/medewerkers/{id}/vervanger', 'emma', emma, {
    body: { vervanger: w.wie('vervanger'), vanaf: '2027-04-01', tot_en_met: '2027-04-02', reden: 'Verlof' },
    verwacht: b => WOONT_HIER.includes(b.rol) ? 'weg' : wijst(b) ? 'mag' : 'geweigerd'
  })
  zet('POST /api/v1/medewerkers/{id}/werkvoorraad/overdragen', 'emma', emma, {
    snel: true, body: { aan: [], reden: 'Ziek' }, verwacht: b => wat(b.mag('werkvoorraad_overdragen'))
  })
  zet('GET /api/v1/medewerkers/{id}/plannen', 'emma', emma, { snel: true, verwacht: b => wat(b.mag('glas_breken')) })
  // That they run, of all that are not closed to the asker.
  zet('GET /api/v1/medewerkers/{id}/plannen', 'regisseur', w.wie('regisseur'), {
    snel: true,
    verwacht: b => b.mag('glas_breken')
      ? w.plannen.filter(plan => plan.loopt && plan.regisseurs.includes('regisseur') && !b.dicht(plan.leden, 'plan')).map(plan => plan.id).sort().join(' ')
      : 'weg',
    gezien: answer => answer.body.items.map(one => one.id).sort().join(' ')
  })
  zet('GET /api/v1/glas', 'glas', undefined, { snel: true, verwacht: b => wat(b.mag('glas_beoordelen')) })
  for (const plan of w.plannen) {
    zet('POST /api/v1/plannen/{id}/glas', `plan ${plan.naam}`, plan.id, {
      // Somebody can act, so it is refused to who may break the glass; to all others there is none.
      body: { reden: 'Niemand is bereikbaar en het kan niet wachten', minuten: 30 }, verwacht: b => wat(plan.loopt && b.mag('glas_breken') && !b.dicht(plan.leden, 'plan'))
    })
  }
  for (const pad of ['intrekken', 'beoordelen']) {
    const body = pad === 'intrekken' ? {} : { oordeel: 'terecht', toelichting: 'Het moest' }
    zet(`POST /api/v1/toekenningen/{id}/${pad}`, 'niets', uuidv7(), { body, verwacht: () => 'weg' })
  }
}

/** Who works for the same person, knows that it runs and no more, and would read it by consent (KING-R6e). */
const vraagt = (b, zaak) => b.werktVoor(zaak.persoon, zaak) && b.zaak(zaak) === 'dat' &&
  minstens(b.oordelen.een(b.rol, `zaak:${zaak.zaaktype}`, 'toestemming'), 'wat')

function toestemming (w, zet) {
  zet('GET /api/v1/toestemmingen', 'toestemmingen', undefined, { verwacht: () => 'mag' })
  for (const pad of ['geven', 'weigeren']) zet(`POST /api/v1/toestemmingen/{id}/${pad}`, 'niets', uuidv7(), { body: {}, verwacht: () => 'weg' })
  for (const zaak of w.zaken.filter(one => /^(eigen-0|vreemd-0|zelfde-[0-4]|geheim|maria-0|samira-[0-4]|schuil-vrij-[01])$/.test(one.naam))) {
    const over = `zaak ${zaak.naam}`
    zet('GET /api/v1/zaken/{id}/toestemming', over, zaak.id, { snel: true, verwacht: b => wat(vraagt(b, zaak)) })
    // Too short a purpose: who may ask hears that, and nothing is asked.
    zet('POST /api/v1/zaken/{id}/toestemming', over, zaak.id, {
      body: { doel: 'Kort', tot_en_met: '2027-03-01' }, verwacht: b => wat(vraagt(b, zaak))
    })
  }
}

/** Each lid lets another see what is theirs; who leads the plan stops it (KING-R1f, KING-R1g). Of somebody who is no lid nothing comes of it. */
function meekijken (w, zet) {
  for (const plan of w.plannen) {
    zet('GET /api/v1/plannen/{id}/meekijken', `plan ${plan.naam}`, plan.id, { verwacht: b => wat(b.plan(plan).alles || b.plan(plan).inzage) })
    zet('POST /api/v1/plannen/{id}/meekijken', `plan ${plan.naam}`, plan.id, {
      body: { aan: w.personen.los.id, wat: 'eigen_deel', tot_en_met: '2027-03-01' }, verwacht: () => 'weg'
    })
  }
  // Not in every world that asks these: proof-canaries has none of what holds for a while.
  for (const { id, plan: naam, van, zaak = 'eigen deel' } of w.meekijken ?? []) {
    const plan = w.plannen.find(one => one.naam === naam)
    zet('POST /api/v1/toekenningen/{id}/stoppen', zaak, id, { body: { reden: 'Onder druk' }, verwacht: b => wat(b.plan(plan).alles) })
    zet('POST /api/v1/toekenningen/{id}/intrekken', zaak, id, { body: {}, verwacht: b => wat(b.isPersoon(van)) })
  }
  zet('POST /api/v1/toekenningen/{id}/stoppen', 'niets', uuidv7(), { body: { reden: 'Onder druk' }, verwacht: () => 'weg' })
}

/** A lid says something of a goal that they see, or that something of theirs is done; who leads the plan reads and answers it. By the id that who works
 * here has for a goal or an action a lid finds none. */
function bijdragen (w, zet) {
  const regisseur = plan => b => b.plan(plan).alles ? 'mag' : b.plan(plan).groep ? 'geweigerd' : 'weg'
  for (const plan of w.plannen) {
    const over = `plan ${plan.naam}`
    const opdracht = (pad, body, verwacht, meer = {}) => zet(`POST /api/v1/plannen/{id}/${pad}`, over, plan.id, { body, verwacht, ...meer })
    // Who may has no version of it: so it goes without the condition, and is done.
    opdracht('doelen/reageren', { doel: plan.doel, instemming: 'eens' }, () => 'weg', { los: true })
    opdracht('acties/melden', { actie: plan.actie }, () => 'weg', { los: true })
    for (const { lid, doel } of plan.eigenDoelen ?? []) {
      opdracht('doelen/reageren', { doel, instemming: 'eens' }, b => {
        const { leden, spreekt } = b.portaal(plan)
        return spreekt.includes(lid) ? 'mag' : leden.includes(lid) ? 'geweigerd' : 'weg'
      }, { los: true })
    }
    const { bijdrage } = plan
    if (bijdrage === undefined) continue
    const spreekt = b => wat(b.portaal(plan).spreekt.length > 0)
    opdracht('doelen/reageren', { doel: bijdrage.portaal.doel, instemming: 'eens' }, spreekt, { los: true })
    opdracht('acties/melden', { actie: bijdrage.portaal.actie }, spreekt, { los: true })
    opdracht('acties/nog-niet', { actie: bijdrage.portaal.actie }, spreekt, { los: true })
    opdracht('doelreacties/lezen', { reactie: bijdrage.reactie }, regisseur(plan))
    opdracht('doelreacties/beantwoorden', { reactie: bijdrage.reactie, tekst: 'Iets' }, regisseur(plan))
    opdracht('acties/doorvragen', { actie: bijdrage.actie, vraag: 'Iets' }, regisseur(plan))
  }
}

function sporen (w, zet) {
  zet('GET /api/v1/audit', 'audit', undefined, { snel: true, verwacht: b => wat(b.mag('sporen_lezen')) })
  zet('POST /api/v1/audit/personen', 'audit', undefined, {
    los: true, body: { naam: 'Niemand Zo', geboortedatum: '1980-02-29' }, verwacht: b => wat(b.mag('sporen_lezen'))
  })
  zet('GET /api/v1/mijn/inzage', 'inzage', undefined, { verwacht: b => wat(b.rol === 'inwoner' && b.persona !== 'gemachtigde') })
  zet('GET /api/v1/mijn/kinderen', 'kinderen', undefined, { verwacht: () => 'mag' })
}

/** Who looks after protected dossiers. Nobody is named, so what they ask is refused to them too and no other dossier of this world closes. */
function beschermd (w, zet) {
  // Those that are, also where they are not named themselves, and those that will be.
  const alle = () => Object.values(w.personen).filter(one => one.bescherming?.voorbij === false).map(one => one.id).sort().join(' ')
  zet('GET /api/v1/beschermd', 'beschermd', undefined, {
    snel: true,
    verwacht: b => b.mag('dossier_beschermen') ? alle() : 'weg',
    gezien: answer => answer.body.items.map(one => one.persoon.id).sort().join(' ')
  })
  zet('GET /api/v1/beschermd/openingen', 'beschermd', undefined, { snel: true, verwacht: b => wat(b.mag('sporen_lezen')) })
  zet('POST /api/v1/beschermd/personen', 'beschermd', undefined, {
    los: true, body: { naam: 'Niemand Zo', geboortedatum: '1980-02-29' }, verwacht: b => wat(b.mag('dossier_beschermen'))
  })
  const iemand = Object.values(w.personen)[0].id
  const body = { grond: 'eigen_medewerker', medewerkers: [] }
  for (const [pad, lijf] of [['', body], ['/wijzigen', body], ['/opheffen', {}]]) {
    zet(`POST /api/v1/personen/{id}/bescherming${pad}`, 'iemand', iemand, { snel: pad === '', body: lijf, verwacht: b => wat(b.mag('dossier_beschermen')) })
  }
}

/** Who looks back at looks (X-24, N-9). The colleague is none, so nobody becomes one; the item is nobody's, so nothing is judged. */
function nazicht (w, zet) {
  zet('GET /api/v1/nazicht', 'nazicht', undefined, { snel: true, verwacht: b => wat(b.mag('nazien')) })
  zet('GET /api/v1/nazicht/collegas', 'nazicht', undefined, { snel: true, verwacht: b => wat(b.mag('nazien')) })
  zet('GET /api/v1/nazicht/{id}', 'niets', uuidv7(), { verwacht: () => 'weg' })
  const body = { oordeel: 'gegrond', toelichting: 'Het hoorde bij het werk', regels: 1 }
  zet('POST /api/v1/nazicht/{id}/beoordelen', 'niets', uuidv7(), { body, verwacht: () => 'weg' })
  zet('POST /api/v1/personen/{id}/medewerker', 'iemand', Object.values(w.personen)[0].id, {
    snel: true, body: { medewerker: uuidv7() }, verwacht: b => wat(b.mag('nazien'))
  })
}

function sessies (zet) {
  for (const pad of ['/api/v1/inloggen', '/api/v1/sessies', '/api/v1/sessie/rol']) zet(`GET ${pad}`, pad, undefined, { verwacht: () => 'mag' })
  // A role that nobody is.
  zet('POST /api/v1/sessie/rol', 'rol', undefined, { los: true, body: { rol: 'systeem' }, verwacht: () => 'mag' })
  zet('POST /api/v1/sessies/beeindig-andere', 'sessies', undefined, { los: true, body: {}, verwacht: () => 'mag' })
  zet('POST /api/v1/sessies/{id}/beeindigen', 'niets', uuidv7(), { body: {}, verwacht: () => 'weg' })
}
