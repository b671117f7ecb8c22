// Every address with its method, asked for everything in the world: what to send, and what the verdicts say comes of it.
//
// A command goes with a condition that does not hold (`If-Match`), so that whoever may give it hears of a conflict and nothing is
// changed: `mag`. Who may not hears so: `geweigerd`. And to whom it is not there, it is not there: `weg`.

import { WAAROM } from './groep.mjs'
import { STRAKS, vandaag } from './dagen.mjs'
import { minstens, ZAAKTYPEN } from './oordelen.mjs'
import { uuidv7 } from './server.mjs'
import { verkregen } from './verkregen.mjs'

const wat = stap => minstens(stap, 'wat') ? 'mag' : 'weg'
const doet = (ziet, mag) => ziet ? mag ? 'mag' : 'geweigerd' : 'weg'
const mag = waar => waar ? 'mag' : 'geweigerd'
const lijst = items => `lijst ${items.sort().join(' ')}`
const VANDAAG = '2026-11-01'
/** To who lives here, who works here is not there. */
const WOONT_HIER = ['inwoner', 'groepsparticipant']

/**
 * One probe. `los`: without the condition, for what changes nothing anyway. `snel`: its head is asked for too. `als`: only for that one, who is
 * no person.
 */
function proef (ingang, over, id, { vraag = '', body, verwacht, snel = false, gezien, los = false, als }) {
  return { ingang, over, id, vraag, body, verwacht, snel, gezien, los, als }
}

/** `ruim`: of every zaaktype and every person all addresses; otherwise of some of each kind. */
export function proeven (wereld, ruim = false) {
  const alle = []
  const zet = (...args) => alle.push(proef(...args))
  zaken(wereld, zet, ruim)
  personen(wereld, zet, ruim)
  genoemd(wereld, zet)
  huishoudens(wereld, zet)
  contacten(wereld, zet)
  concepten(wereld, zet)
  gesprekken(wereld, zet)
  rekeningen(wereld, zet)
  plannen(wereld, zet, ruim)
  signalen(wereld, zet, ruim)
  rest(wereld, zet)
  verkregen(wereld, zet)
  return alle
}

const niveau = answer => answer.body?.toegang === undefined ? undefined : `mag ${answer.body.toegang}`

function zaken (w, zet, ruim) {
  zet('GET /api/v1/zaken', 'zaken', undefined, {
    snel: true,
    vraag: '?lijst=alle&aantal=200',
    // What only waits for somebody's second pair of eyes is in a list of its own.
    verwacht: b => lijst(w.zaken.filter(zaak => !b.alleenAls(zaak, 'accordeur')).map(zaak => `${zaak.id}:${b.zaak(zaak)}`).filter(regel => !regel.endsWith(':niets'))),
    gezien: answer => lijst(answer.body.items.map(rij => `${rij.id}:${rij.toegang}`))
  })
  const kern = ruim ? /./ : /^(vreemd-[04]|eigen-0|gemeld-(linda|kevin)-0|zelfde-4|wacht-2|voorbij|geheim|maria-0|thuis-0|plan-1|samira-[02]|dochter-0|sara-alleen|schuil-[01]|schuil-vrij-0|schuil-straks)$/
  const snel = /^(vreemd-0|eigen-0|gemeld-linda-0)$/
  const toewijzen = (zaak, behandelaars, snel) => zet('POST /api/v1/zaken/{id}/toewijzen', `zaak ${zaak.naam}`, zaak.id, {
    body: { behandelaars: behandelaars.map(who => w.wie(who)) }, verwacht: b => doet(b.zaak(zaak) !== 'niets', b.magToewijzen(zaak)), snel
  })
  const gepost = zaak => zet('POST /api/v1/zaken/{id}/brieven/{brief}/gepost', `zaak ${zaak.naam}`, [zaak.id, zaak.brief], {
    body: {}, verwacht: b => doet(minstens(b.zaak(zaak), 'wat'), b.mag('brief_posten'))
  })
  for (const zaak of w.zaken) {
    const over = `zaak ${zaak.naam}`
    zet('GET /api/v1/zaken/{id}', over, zaak.id, {
      verwacht: b => b.zaak(zaak) === 'niets' ? 'weg' : `mag ${b.zaak(zaak)}`, gezien: niveau
    })
    // Each who registered one hands it on, or may not.
    if (/^gemeld-(kcc|emma|peter|regisseur)-0$/.test(zaak.naam)) toewijzen(zaak, ['emma'], true)
    // Who answers the telephone reads what they took in, and posts no letter of it.
    if (zaak.naam === 'gemeld-kcc-0' && !ruim) gepost(zaak)
    if (!kern.test(zaak.naam)) continue
    const documenten = b => w.gesprekken.filter(one => one.zaak === zaak && minstens(b.gesprek(one), 'wat')).map(one => one.document)
    zet('GET /api/v1/zaken/{id}/documenten', over, zaak.id, {
      verwacht: b => b.zaak(zaak) === 'niets' ? 'weg' : lijst(documenten(b)), gezien: answer => lijst(answer.body.items.map(one => one.id))
    })
    const leest = b => b.brieven(zaak) ? 'mag' : 'weg'
    zet('GET /api/v1/zaken/{id}/brieven', over, zaak.id, { verwacht: leest, snel: snel.test(zaak.naam) })
    if (zaak.brief !== undefined) {
      zet('GET /api/v1/zaken/{id}/brieven/{brief}', over, [zaak.id, zaak.brief], { verwacht: leest, snel: snel.test(zaak.naam) })
      zet('GET /api/v1/zaken/{id}/brieven/{brief}/html', over, [zaak.id, zaak.brief], { verwacht: leest })
      gepost(zaak)
    }
    const ziet = b => b.zaak(zaak) !== 'niets'
    const behandelaars = zaak.behandelaars.length > 0 ? zaak.behandelaars : ['emma']
    toewijzen(zaak, behandelaars, snel.test(zaak.naam))
    zet('POST /api/v1/zaken/{id}/vrijgeven', over, zaak.id, { body: { reden: 'Toch een ander' }, verwacht: b => doet(ziet(b), b.magToewijzen(zaak)) })
    zet('POST /api/v1/zaken/{id}/neem', over, zaak.id, { body: {}, verwacht: b => doet(ziet(b), b.magNemen(zaak)) })
    zet('POST /api/v1/zaken/{id}/in-behandeling', over, zaak.id, { body: {}, verwacht: b => doet(ziet(b), b.behandelt(zaak)) })
    zet('POST /api/v1/zaken/{id}/gezien', over, zaak.id, { body: {}, verwacht: b => doet(ziet(b), true) })
    const schrijft = b => doet(ziet(b), b.zaak(zaak) === 'schrijven')
    const taak = zaak.taak ?? uuidv7()
    zet('POST /api/v1/zaken/{id}/taken', over, zaak.id, {
      body: { omschrijving: 'Iets', eigenaar: w.wie(behandelaars[0]), dag: STRAKS }, verwacht: schrijft, snel: snel.test(zaak.naam)
    })
    const gesprek = { weg: 'telefoon', uitkomst: 'gesproken', met: 'Iemand', verslag: 'Iets', dag: vandaag() }
    zet('POST /api/v1/zaken/{id}/klantcontacten', over, zaak.id, { body: gesprek, verwacht: schrijft })
    zet('POST /api/v1/zaken/{id}/klantcontacten/doorgeven', over, zaak.id, { body: gesprek, verwacht: b => doet(ziet(b), b.mag('melding_registreren')) })
    for (const pad of ['gedaan', 'heropenen', 'vervallen']) zet(`POST /api/v1/zaken/{id}/taken/${pad}`, over, zaak.id, { body: { taak }, verwacht: schrijft })
    zet('POST /api/v1/zaken/{id}/taken/toewijzen', over, zaak.id, { body: { taak, eigenaar: w.wie(behandelaars[0]) }, verwacht: schrijft })
    zet('POST /api/v1/zaken/{id}/documenten', over, zaak.id, {
      body: { soort: 'gespreksverslag', deelnemers: [w.wie('kevin')] }, verwacht: b => doet(ziet(b), b.zaak(zaak) === 'schrijven')
    })
  }
}

function personen (w, zet, ruim) {
  const snel = /^(los|maria|eigen-0|vreemd-0|gemeld-0|thuis-0)$/
  const doen = ruim ? /./ : /^(los|maria|geheim|onbekend|eigen-0|voorbij|samira|schuil-[01])$/
  const klein = ruim ? /./ : /^(los|maria|geheim|onbekend|eigen-0|vreemd-0|gemeld-0|zelfde-0|thuis-0|voorbij|buur|samira|dochter|tiener|wacht-2|gezag-.*|schuil-.*)$/
  for (const persoon of Object.values(w.personen).filter(one => klein.test(one.naam))) {
    const over = `persoon ${persoon.naam}`
    const ziet = b => minstens(b.persoon(persoon.naam), 'wat')
    const vast = snel.test(persoon.naam)
    zet('GET /api/v1/personen/{id}', over, persoon.id, { verwacht: b => wat(b.persoon(persoon.naam)), snel: vast })
    zet('GET /api/v1/personen/{id}/adres', over, persoon.id, {
      // An address is that of whoever lives there too.
      verwacht: b => persoon.adres && b.hoogsteZaak(persoon.naam) === 'schrijven' && !b.thuis(persoon.naam).some(lid => b.dicht(lid, 'zaak')) ? 'mag' : 'weg'
    })
    zet('GET /api/v1/personen/{id}/berichtweg', over, persoon.id, { verwacht: b => wat(b.persoon(persoon.naam)) })
    const thuis = w.huishoudens.find(one => one.leden.includes(persoon.naam))
    // At the desk, who is kept out is shown that nothing is known of them. To any other that person is no more there than one they never heard of.
    zet('GET /api/v1/personen/{id}/huishouden', over, persoon.id, {
      verwacht: b => {
        if (b.dicht(persoon.naam, 'zaak') && minstens(b.oordelen.hoogste(b.rol, 'persoon', ['geen']), 'wat')) return 'mag leeg'
        const ziet = wat(thuis === undefined ? b.persoon(persoon.naam) : b.huishouden(thuis))
        return ziet === 'mag' && thuis === undefined && b.hoogsteBijPersoon(persoon.naam) === 'niets' ? 'mag leeg' : ziet
      },
      gezien: ({ body }) => (body.huishouden ?? null) === null && body.zaken.length === 0 ? 'mag leeg' : 'mag'
    })
    zet('GET /api/v1/personen/{id}/huishouden/voorstel', over, persoon.id, {
      verwacht: b => ziet(b) && b.mag('brp_raadplegen') && b.mag('huishouden_vastleggen') ? 'mag' : 'weg'
    })
    if (!doen.test(persoon.naam)) continue
    zet('POST /api/v1/personen/{id}/contact', over, persoon.id, {
      body: { telefoon: '06 11 22 33 44' }, verwacht: b => doet(ziet(b), b.mag('contact_wijzigen')), snel: vast
    })
    zet('POST /api/v1/personen/{id}/berichtweg', over, persoon.id, {
      body: { weg: 'portaal' }, verwacht: b => doet(ziet(b), b.mag('berichtweg_kiezen') && (b.rol !== 'inwoner' || b.isPersoon(persoon.naam)))
    })
    zet('POST /api/v1/personen/{id}/gezag', over, persoon.id, {
      body: { houder: { soort: 'ander', naam: 'Rechtbank' }, grond: 'voogdij', uitspraak: { gerecht: 'Rechtbank', uitspraak_op: VANDAAG } },
      verwacht: b => doet(ziet(b), b.mag('gezag_vastleggen')),
      snel: vast
    })
    zet('POST /api/v1/personen/{id}/gezag/einde', over, persoon.id, {
      body: { houder: { soort: 'ander', naam: 'Rechtbank' }, op: VANDAAG }, verwacht: b => doet(ziet(b), b.mag('gezag_vastleggen'))
    })
    zet('POST /api/v1/personen/{id}/gezag/herroeping', over, persoon.id, {
      body: { houder: { soort: 'ander', naam: 'Rechtbank' }, grond: 'voogdij', uitspraak: { gerecht: 'Rechtbank', uitspraak_op: VANDAAG }, reden: 'Dit klopt niet' },
      verwacht: b => doet(ziet(b), b.mag('gezag_vastleggen'))
    })
    zet('POST /api/v1/personen/{id}/identiteit', over, persoon.id, {
      body: { wijze: 'eigen_opgave', persoon: { voornamen: 'Iemand', achternaam: 'Anders' } }, verwacht: b => doet(ziet(b), b.mag('persoon_registreren'))
    })
    if (persoon.bsn !== undefined) {
      zet('POST /api/v1/personen/{id}/uit-brp', over, persoon.id, { body: {}, verwacht: b => doet(ziet(b), b.mag('brp_raadplegen')) })
    }
  }
}

/** Whom somebody may name: who is there for them. Of the dossiers that are protected one was found by all who search, and one by nobody. */
function genoemd (w, zet) {
  for (const naam of ['zelfde-0', 'vreemd-1', 'thuis-1', 'gemeld-1', 'traject', 'plan-0', 'buur', 'gesignaleerd', 'schuil-0', 'schuil-1', 'schuil-4', 'schuil-huisgenoot-1']) {
    const persoon = w.personen[naam]
    zet('POST /api/v1/meldingen', `persoon ${naam}`, undefined, {
      body: { persoon: persoon.id, zaaktype: 'MELDING-WMO', onderwerp: 'Iets', kanaal: 'balie' },
      verwacht: b => mag(b.mag('persoon_zoeken') && b.magBeginnen('MELDING-WMO') && b.kent(naam))
    })
    zet('POST /api/v1/groepen', `persoon ${naam}`, undefined, {
      body: { leden: [persoon.id], waarom: WAAROM },
      verwacht: b => mag(b.mag('regisseren') && b.mag('persoon_zoeken') && b.kent(naam) && !b.dicht(naam, 'groep'))
    })
  }
  const { vraag } = w.personen['schuil-0']
  zet('POST /api/v1/personen/zoek', 'persoon schuil-0', undefined, {
    los: true,
    body: vraag,
    verwacht: b => !b.mag('persoon_zoeken') ? 'geweigerd' : b.stand('schuil-0') === 'buiten' ? 'mag naam' : 'mag alles',
    gezien: ({ body }) => `mag ${body.items.find(one => one.id === w.personen['schuil-0'].id)?.geboortedatum === null ? 'naam' : 'alles'}`
  })
}

function huishoudens (w, zet) {
  for (const huishouden of w.huishoudens) {
    const over = `huishouden ${huishouden.naam}`
    const ziet = b => b.huishouden(huishouden) !== 'niets'
    const lid = w.personen[huishouden.leden[1]]
    // Who works for another lid says nothing of where this one lives.
    const overLid = b => b.mag('huishouden_vastleggen') && minstens(b.persoon(huishouden.leden[1]), 'wat')
    zet('GET /api/v1/huishoudens/{id}', over, huishouden.id, { verwacht: b => wat(b.huishouden(huishouden)), snel: true })
    zet('POST /api/v1/huishoudens/{id}/vertrek', over, huishouden.id, {
      body: { persoon: lid.id, op: VANDAAG }, verwacht: b => doet(ziet(b), overLid(b)), snel: true
    })
    const erbij = b => b.mag('persoon_zoeken') && minstens(b.persoon('los'), 'wat') && b.mag('huishouden_vastleggen')
    zet('POST /api/v1/huishoudens/{id}/leden', over, huishouden.id, {
      body: { persoon: w.personen.los.id, bron: 'handmatig' }, verwacht: b => doet(ziet(b), erbij(b))
    })
    zet('POST /api/v1/huishoudens/{id}/verblijf', over, huishouden.id, {
      body: { persoon: w.personen.los.id, vanaf: VANDAAG, toelichting: 'Woont hier', bron: 'huisbezoek' }, verwacht: b => doet(ziet(b), erbij(b))
    })
    zet('POST /api/v1/huishoudens/{id}/verblijf/herroeping', over, huishouden.id, {
      body: { persoon: lid.id, reden: 'Dit klopt niet' }, verwacht: b => doet(ziet(b), overLid(b))
    })
  }
}

function contacten (w, zet) {
  for (const contact of w.contacten) {
    const over = `contact ${contact.naam}`
    zet('GET /api/v1/contacten/{id}', over, contact.id, { verwacht: b => wat(b.contact(contact)), snel: true })
    zet('POST /api/v1/contacten/{id}/aanvullingen', over, contact.id, {
      body: { tekst: 'Nog iets' }, verwacht: b => doet(b.contact(contact) !== 'niets', contact.auteur === b.persona)
    })
  }
}

/** One's own, and of a form that one may hand in. Without the version that is asked for (`los`) nothing is thrown away. */
function concepten (w, zet) {
  const pad = '/api/v1/concepten/{soort}'
  const elk = (over, soort, vraag, verwacht, snel) => {
    zet(`GET ${pad}`, over, soort, { vraag, verwacht, snel })
    zet(`PUT ${pad}`, over, soort, { vraag, verwacht, body: { velden: {} } })
    zet(`DELETE ${pad}`, over, soort, { vraag, verwacht, body: {}, los: true })
  }
  for (const soort of ['contact', 'melding']) elk(`concept ${soort}`, soort, '', b => mag(b.mag('melding_registreren')), true)
  elk('concept signaal', 'signaal', '', b => mag(b.mag('signaal_melden')), true)
  // Views of one's own: everybody has them, and there is no address for another's. They are no form.
  zet('GET /api/v1/mijn/weergaven', 'weergaven', undefined, { verwacht: () => 'mag', snel: true })
  zet('PUT /api/v1/mijn/weergaven', 'weergaven', undefined, { body: { weergaven: [{ naam: 'Laat', adres: 'termijn=laat' }] }, verwacht: () => 'mag' })
  for (const zaak of w.zaken.filter(one => /^(eigen-0|vreemd-0|gemeld-linda-0|voorbij|schuil-[01])$/.test(one.naam))) {
    elk(`zaak ${zaak.naam}`, 'besluit', `?onderwerp=${zaak.id}`, b => b.zaak(zaak) === 'schrijven' ? 'mag' : 'weg', false)
  }
}

function gesprekken (w, zet) {
  for (const gesprek of w.gesprekken) {
    const over = `gesprek ${gesprek.naam}`
    const ziet = b => wat(b.gesprek(gesprek))
    zet('GET /api/v1/gesprekken/{id}', over, gesprek.id, { verwacht: ziet, snel: true })
    zet('GET /api/v1/documenten/{id}', over, gesprek.document, { verwacht: ziet })
    zet('GET /api/v1/documenten/{id}/tekst', over, gesprek.document, { verwacht: ziet })
    const { document, opmerking } = gesprek
    const leest = b => doet(b.gesprek(gesprek) !== 'niets', minstens(b.gesprek(gesprek), 'wat'))
    zet('GET /api/v1/documenten/{id}/kantlijn', over, document, { verwacht: ziet })
    zet('GET /api/v1/documenten/{id}/versies', over, document, { verwacht: ziet })
    // A version is there for who took part when it was written, and not for who stands in for them now.
    zet('GET /api/v1/documenten/{id}/versie', over, document, { vraag: '?seq=1', verwacht: b => gesprek.deelnemers.includes(b.persona) ? ziet(b) : 'weg' })
    zet('POST /api/v1/documenten/{id}/opmerkingen', over, document, { body: { citaat: 'Drie trappen', tekst: 'Klopt dit?' }, verwacht: leest })
    zet('POST /api/v1/documenten/{id}/opmerkingen/beantwoorden', over, document, { body: { opmerking, tekst: 'Ja' }, verwacht: leest })
    for (const pad of ['afhandelen', 'heropenen', 'gelezen']) zet(`POST /api/v1/documenten/{id}/opmerkingen/${pad}`, over, document, { body: { opmerking }, verwacht: leest })
    zet('POST /api/v1/documenten/{id}/versies', over, document, { body: { naam: 'Concept' }, verwacht: b => doet(b.gesprek(gesprek) !== 'niets', b.gesprek(gesprek) === 'schrijven') })
    const schrijft = b => doet(b.gesprek(gesprek) !== 'niets', b.gesprek(gesprek) === 'schrijven')
    zet('POST /api/v1/gesprekken/{id}/afspraak', over, gesprek.id, { body: { dag: STRAKS, tijd: '10:30', plek: 'thuis' }, verwacht: schrijft })
    zet('POST /api/v1/gesprekken/{id}/afspraak/afzeggen', over, gesprek.id, { body: { reden: 'Ziek' }, verwacht: schrijft })
    zet('POST /api/v1/gesprekken/{id}/deelnemers', over, gesprek.id, { body: { erbij: [w.wie('emma')] }, verwacht: b => doet(b.gesprek(gesprek) !== 'niets', b.gesprek(gesprek) === 'schrijven') })
  }
}

function rekeningen (w, zet) {
  const ziet = (b, rekening) => minstens(b.rekening(rekening), 'wat')
  zet('GET /api/v1/rekeningen', 'rekeningen', undefined, {
    snel: true,
    verwacht: b => lijst(w.rekeningen.filter(one => ziet(b, one)).map(one => one.id)),
    gezien: answer => lijst(answer.body.items.map(one => one.id))
  })
  zet('POST /api/v1/rekeningen', 'rekeningen', undefined, {
    snel: true, body: { persoon: w.personen.huub.id, klant: 'KT-000421', vorm: 'basis' }, verwacht: b => mag(b.mag('rekening_openen') && minstens(b.persoon('huub'), 'wat'))
  })
  for (const rekening of w.rekeningen) {
    zet('GET /api/v1/rekeningen/{id}', `rekening ${rekening.naam}`, rekening.id, { verwacht: b => wat(b.rekening(rekening)) })
    // Of one Allegro knows nothing, and so nothing is asked of it.
    if (rekening.naam !== 'maria') zet('GET /api/v1/rekeningen/{id}/transacties', `rekening ${rekening.naam}`, rekening.id, { verwacht: b => wat(b.rekening(rekening)) })
  }
}

function plannen (w, zet, ruim) {
  zet('POST /api/v1/groepen', 'groepen', undefined, {
    snel: true, body: { leden: [w.personen.los.id], waarom: WAAROM }, verwacht: b => mag(b.mag('regisseren') && b.mag('persoon_zoeken'))
  })
  for (const groep of w.groepen) {
    const over = `groep ${groep.naam}`
    const ziet = b => b.groep(groep) !== 'niets'
    // Who stands in for who looks after it reads.
    const verwacht = b => doet(ziet(b), b.groep(groep) === 'schrijven')
    const met = b => doet(ziet(b), b.groep(groep) === 'schrijven' && b.mag('persoon_zoeken'))
    zet('GET /api/v1/groepen/{id}', over, groep.id, { verwacht: b => ziet(b) ? 'mag' : 'weg', snel: true })
    zet('POST /api/v1/groepen/{id}/participanten', over, groep.id, { body: { persoon: w.personen.los.id, hoedanigheid: 'buur' }, verwacht: met })
    zet('POST /api/v1/groepen/{id}/participanten/verwijderen', over, groep.id, { body: { persoon: w.personen.los.id }, verwacht })
    zet('POST /api/v1/groepen/{id}/plan', over, groep.id, { body: {}, verwacht })
  }
  zet('GET /api/v1/plannen', 'plannen', undefined, {
    // Of which somebody broke the glass is no work of theirs: it stands with their toekenningen.
    verwacht: b => lijst(w.plannen.flatMap(plan => b.plan(plan).groep && plan.glas !== b.persona ? [`${plan.id}:${b.plan(plan).alles}`] : [])),
    gezien: answer => lijst([...answer.body.regie.map(one => `${one.id}:true`), ...answer.body.deelname.map(one => `${one.groep.id}:false`)])
  })
  // As one of the groep: each plan, and whose own parts.
  zet('GET /api/v1/mijn/plannen', 'plannen', undefined, {
    snel: true,
    verwacht: b => lijst(w.plannen.filter(plan => b.portaal(plan).groep).map(plan => `${plan.id}:${b.portaal(plan).leden.map(lid => w.personen[lid].id).sort()}`)),
    gezien: answer => lijst(answer.body.items.map(one => `${one.groep.id}:${one.leden.map(lid => lid.persoon).sort()}`))
  })
  zet('GET /api/v1/acties', 'acties', undefined, {
    snel: true,
    verwacht: b => lijst(w.plannen.flatMap(plan => plan.loopt && b.eigenActies(plan) ? plan.acties : [])),
    gezien: answer => lijst(answer.body.items.map(one => one.id))
  })
  for (const plan of w.plannen) {
    const over = `plan ${plan.naam}`
    const gekoppeld = plan.zaken[0]
    zet('GET /api/v1/plannen/{id}', over, plan.id, {
      snel: true,
      verwacht: b => {
        const { groep, leden, alles, inzage } = b.plan(plan)
        return alles ? 'mag schrijven' : inzage ? 'mag wat' : groep ? `mag dat ${leden.length}` : 'weg'
      },
      gezien: answer => answer.body?.toegang === 'dat' ? `mag dat ${answer.body.leden.length}` : niveau(answer)
    })
    zet('GET /api/v1/plannen/{id}/tijdlijn', over, plan.id, { snel: true, verwacht: b => b.plan(plan).alles || b.plan(plan).inzage ? 'mag' : 'weg' })
    if (!ruim && !/^(leden|traject|klaar|overgedragen|derde|schuil)$/.test(plan.naam)) continue
    const regisseur = b => b.plan(plan).alles ? 'mag' : b.plan(plan).groep ? 'geweigerd' : 'weg'
    const opdracht = (pad, body, verwacht = regisseur) => zet(`POST /api/v1/plannen/{id}/${pad}`, over, plan.id, { body, verwacht })
    // Who stands in for a regisseur does their work, and does not say who leads.
    const leider = b => plan.regisseurs.includes(b.persona) || !b.plan(plan).alles ? regisseur(b) : 'geweigerd'
    const { doel, actie } = plan
    opdracht('doelen', { voor: 'groep', omschrijving: 'Iets' })
    opdracht('doelen/wijzigen', { doel, omschrijving: 'Iets' })
    opdracht('doelen/afronden', { doel, uitkomst: 'behaald' })
    opdracht('doelen/heropenen', { doel })
    opdracht('acties', { voor: 'groep', omschrijving: 'Iets', eigenaar: { medewerker: w.wie('regisseur') }, datum: STRAKS })
    const later = { reden: 'Iets', tot_en_met: STRAKS, herzien_op: STRAKS }
    opdracht('achterhouden', { onderdeel: { doel }, achterhouden: later })
    opdracht('delen', { onderdeel: { doel } })
    // What they may not know of they cannot link either.
    const traject = w.zaken.find(zaak => zaak.naam === 'traject')
    opdracht('zaken', { zaak: traject.id }, b => b.plan(plan).alles && b.zaak(traject) === 'niets' ? 'weg' : regisseur(b))
    zet('POST /api/v1/plannen/{id}/zaken/loskoppelen', over, plan.id, {
      body: { zaak: gekoppeld?.id ?? uuidv7() }, verwacht: b => gekoppeld === undefined && plan.loopt && b.plan(plan).alles ? 'weg' : regisseur(b)
    })
    opdracht('regisseurs', { regisseur: w.wie('regisseur2') }, leider)
    opdracht('regisseurs/verwijderen', { regisseur: w.wie('regisseur2') }, leider)
    opdracht('overdragen', { regisseur: w.wie('regisseur2') }, leider)
    // Of a plan that has a regisseur who leads the team learns nothing.
    zet('POST /api/v1/plannen/{id}/regisseur', over, plan.id, {
      body: { regisseur: w.wie('regisseur2') }, verwacht: b => b.mag('werkvoorraad_overdragen') ? 'weg' : 'geweigerd'
    })
    opdracht('sluiten', { resultaat: 'Klaar' })
    // Who sees a part of a plan holds no version of it, so for them it goes without the condition: of an action of another's that is
    // for the groep they hear that it is not theirs.
    for (const pad of ['acties/gedaan', 'acties/heropenen']) {
      const doet = b => b.plan(plan).alles || b.eigenActies(plan)
      zet(`POST /api/v1/plannen/{id}/${pad}`, over, plan.id, { body: { actie }, los: b => !doet(b), verwacht: b => doet(b) ? 'mag' : regisseur(b) })
    }
  }
}

function signalen (w, zet, ruim) {
  const open = b => w.signalen.filter(one => one.plan === undefined && b.signaal(one) !== 'niets')
  const stap = (b, one) => minstens(b.signaal(one), 'wat') ? 'wat' : b.signaal(one)
  zet('GET /api/v1/signalen', 'signalen', undefined, {
    snel: true,
    verwacht: b => b.kring() === undefined ? 'weg' : lijst(open(b).map(one => `${one.id}:${stap(b, one)}`)),
    gezien: answer => lijst(answer.body.items.map(rij => `${rij.id}:${rij.toegang}`))
  })
  // Without saying whom it is about: who may report hears that something is missing, and nothing comes of it.
  zet('POST /api/v1/signalen', 'signalen', undefined, { snel: true, los: true, body: { soort: 'overig' }, verwacht: b => mag(b.mag('signaal_melden')) })
  for (const signaal of w.signalen) {
    const over = `signaal ${signaal.naam}`
    const ziet = b => b.signaal(signaal) !== 'niets'
    const diep = b => minstens(b.signaal(signaal), 'wat')
    zet('GET /api/v1/signalen/{id}', over, signaal.id, {
      snel: signaal.plan !== undefined, verwacht: b => ziet(b) ? `mag ${diep(b) ? 'schrijven' : 'dat'}` : 'weg', gezien: niveau
    })
    if (!ruim && !/-(huurachterstand|partnergeweld|zorgmijding)$|^plan-schuil/.test(signaal.naam)) continue
    zet('POST /api/v1/signalen/{id}/afhandelen', over, signaal.id, {
      snel: /^los-(huur|partner|zorg)/.test(signaal.naam), body: { afhandeling: 'contact_geweest' }, verwacht: b => doet(ziet(b), diep(b) && b.mag('signaal_behandelen'))
    })
    zet('POST /api/v1/signalen/{id}/heropenen', over, signaal.id, {
      body: { reden: 'Iets' }, verwacht: b => doet(ziet(b), diep(b) && b.mag('signaal_behandelen'))
    })
    zet('POST /api/v1/signalen/{id}/persoon', over, signaal.id, {
      body: { persoon: w.personen.gesignaleerd.id }, verwacht: b => doet(ziet(b), diep(b) && b.mag('persoon_zoeken') && b.mag('signaal_behandelen'))
    })
    if (signaal.naam === 'onbekend') continue
    zet('POST /api/v1/signalen/{id}/groepstraject', over, signaal.id, {
      body: { leden: [w.personen[signaal.over].id], waarom: WAAROM },
      // That the role may not comes first, and is so for what is not there too.
      verwacht: b => b.mag('regisseren') && b.mag('persoon_zoeken') ? diep(b) ? 'mag' : 'weg' : 'geweigerd'
    })
  }
}

/** By its own number each zaak is found as far as it may be seen, and by nobody else; what only waits for a second pair of eyes is in a list of its own. */
function zoek (w, zet) {
  zet('POST /api/v1/zoek', 'werk', undefined, { snel: true, los: true, body: { tekst: 'Zo heet hier niets' }, verwacht: b => mag(b.mag('werk_doorzoeken')) })
  for (const zaak of w.zaken.filter(zaak => zaak.zaaknummer !== undefined && /^(vreemd-[04]|eigen-0|gemeld-linda-0|zelfde-4|geheim|thuis-0|plan-1|schuil-[01])$/.test(zaak.naam))) {
    zet('POST /api/v1/zoek', `zaak ${zaak.naam}`, undefined, {
      los: true,
      body: { tekst: zaak.zaaknummer },
      verwacht: b => b.mag('werk_doorzoeken') ? lijst(als(b.accordeert(zaak) ? 'niets' : b.zaak(zaak), zaak)) : 'geweigerd',
      gezien: answer => lijst(answer.body.zaken.map(rij => `${rij.id}:${rij.toegang}`))
    })
  }
}

const als = (stap, zaak) => stap === 'niets' ? [] : [`${zaak.id}:${stap}`]

function rest (w, zet) {
  const open = ['/api/v1/ik', '/api/v1/zaaktypen', '/api/v1/signaalsoorten', '/api/openapi.json', '/healthz', '/readyz', '/metrics']
  for (const pad of open) zet(`GET ${pad}`, pad, undefined, { verwacht: () => 'mag' })
  zet('GET /api/v1/medewerkers', 'medewerkers', undefined, { snel: true, verwacht: b => mag(b.mag('collegas_kiezen')) })
  zet('GET /api/v1/taken', 'taken', undefined, {
    snel: true,
    verwacht: b => lijst(w.zaken.filter(zaak => zaak.taak !== undefined && zaak.taakVan === b.persona && minstens(b.zaak(zaak), 'wat')).map(zaak => zaak.taak)),
    gezien: answer => lijst(answer.body.items.map(rij => rij.id))
  })
  zet('GET /api/v1/werkvoorraad/nieuw', 'nieuw', undefined, {
    verwacht: b => lijst(w.zaken.filter(zaak => zaak.behandelaars.includes(b.persona) && !b.dicht(zaak.persoon, 'zaak')).map(zaak => zaak.id)),
    gezien: answer => lijst(answer.body.toegewezen)
  })
  zet('GET /api/v1/caseload', 'caseload', undefined, { snel: true, verwacht: b => b.mag('caseload_zien') ? 'mag' : 'weg' })
  zet('GET /api/v1/caseload/medewerkers/{id}', 'emma', w.wie('emma'), { verwacht: b => b.mag('caseload_zien') ? 'mag' : 'weg' })
  zet('GET /api/v1/beleid', 'beleid', undefined, { snel: true, verwacht: b => b.mag('beleid_zien') ? 'mag' : 'weg' })
  for (const pad of ['afwezig', 'terug']) {
    zet(`POST /api/v1/medewerkers/{id}/${pad}`, 'emma', w.wie('emma'), {
      snel: pad === 'afwezig', body: pad === 'afwezig' ? { vanaf: '2027-01-04' } : {}, verwacht: b => WOONT_HIER.includes(b.rol) ? 'weg' : mag(b.persona === 'emma' || b.mag('afwezigheid_melden'))
    })
  }
  zoek(w, zet)
  zet('POST /api/v1/personen/zoek', 'personen', undefined, {
    snel: true, los: true, body: { naam: 'Niemand Zo', geboortedatum: '1980-02-29' }, verwacht: b => mag(b.mag('persoon_zoeken'))
  })
  zet('POST /api/v1/personen', 'personen', undefined, {
    snel: true, body: { voornamen: 'Nieuw', achternaam: 'Iemand' }, verwacht: b => mag(b.mag('persoon_registreren'))
  })
  zet('POST /api/v1/personen/onbekend', 'personen', undefined, { body: { beschrijving: 'Iemand' }, verwacht: b => mag(b.mag('persoon_registreren')) })
  zet('POST /api/v1/personen/uit-brp', 'personen', undefined, {
    snel: true, body: { bsn: '999990081', doel: 'intake' }, verwacht: b => mag(b.mag('brp_raadplegen') && b.mag('persoon_registreren'))
  })
  zet('POST /api/v1/huishoudens', 'huishoudens', undefined, {
    snel: true,
    body: { leden: [{ persoon: w.personen.los.id, bron: 'handmatig' }] },
    verwacht: b => mag(b.mag('persoon_zoeken') && minstens(b.persoon('los'), 'wat') && b.mag('huishouden_vastleggen'))
  })
  for (const zaaktype of ZAAKTYPEN) {
    zet('POST /api/v1/meldingen', zaaktype, undefined, {
      snel: zaaktype === ZAAKTYPEN[0], body: { persoon: w.personen.los.id, zaaktype, onderwerp: 'Iets', kanaal: 'balie' }, verwacht: b => mag(b.mag('persoon_zoeken') && b.magBeginnen(zaaktype))
    })
    zet('POST /api/v1/contacten', zaaktype, undefined, {
      body: {
        kanaal: 'balie', controle: 'geen', spreker: { soort: 'anoniem' }, verslag: [{ vraag: 'hulpvraag', tekst: 'Iets' }],
        meldingen: [{ persoon: w.personen.los.id, zaaktype, onderwerp: 'Iets' }]
      },
      verwacht: b => mag(b.mag('persoon_zoeken') && b.magBeginnen(zaaktype))
    })
  }
  // An outside system has a key and no session; what it leaves out is told to who may report.
  zet('POST /api/v1/signalen/inkomend', 'inkomend', undefined, {
    als: 'school', los: true, body: { kenmerk: 'X-1', soort: 'overig' }, verwacht: b => mag(b.mag('signaal_melden'))
  })
  // With a key of an outside system and never with a session: to everybody who is logged in it is shut.
  zet('POST /api/v1/koppelingen/allegro/hint', 'hint', undefined, { body: {}, los: true, verwacht: () => 'sleutel' })
  // Here is no provider of identities, and so nobody who says that somebody logged out there.
  zet('POST /api/v1/koppelingen/inlogdienst/{deur}/uitgelogd', 'uitgelogd', undefined, { body: {}, los: true, verwacht: () => 'weg' })
  zet('POST /api/v1/signalen/inkomend', 'inkomend', undefined, { body: { kenmerk: 'X-1', soort: 'overig', naam: 'Iemand' }, los: true, verwacht: () => 'sleutel' })
}
