// Every topic of the live connection, as everybody: followed, or as if it were not there. And /yjs, which asks by its handshake.

import WebSocket from 'ws'
import { minstens } from './oordelen.mjs'
import { Blik } from './verhouding.mjs'
import { RtClient } from './rt.mjs'
import { uuidv7 } from './server.mjs'
import { tegelijk } from './matrix.mjs'
import { PERSONAS } from './wereld.mjs'

/** Subscriptions on one connection before another is opened: it may send so many frames at once. */
const PER_VERBINDING = 80

export function onderwerpen (w) {
  const alle = []
  const zet = (soort, topic, mag) => alle.push({ soort, topic, mag })
  const zaken = w.zaken.filter(zaak => /^(vreemd-[014]|eigen-0|gemeld-linda-0|zelfde-4|voorbij|geheim|maria-0|thuis-[04]|plan-1|traject|huisgenoot|samira-[024]|dochter-[04]|jongere-0|schuil-[01]|schuil-vrij-0|schuil-ander|schuil-huisgenoot-1)$/.test(zaak.naam))
  for (const zaak of zaken) {
    const vanaf = stap => b => minstens(b.zaak(zaak), stap)
    zet('zaak/{id}@dat', `zaak/${zaak.id}@dat`, vanaf('dat'))
    // That it runs with by when somebody must have been spoken to: who reads it, distributes the work, or may take it.
    zet('zaak/{id}@verdeling', `zaak/${zaak.id}@verdeling`, b => b.zietContactdag(zaak))
    zet('zaak/{id}@brieven', `zaak/${zaak.id}@brieven`, b => b.brieven(zaak))
    for (const view of ['rij', 'wat', 'tafel']) zet(`zaak/{id}@${view}`, `zaak/${zaak.id}@${view}`, vanaf('wat'))
    const thuis = w.huishoudens.find(one => one.leden.includes(zaak.persoon))
    // As in the view of the huishouden, which tells of whom it is: of a confidential one only to who reads it.
    // Of somebody of whom no huishouden was recorded: to who may see that person. And to whom its person lets in a plan of both.
    const ziet = b => thuis === undefined ? minstens(b.persoon(zaak.persoon), 'wat') : minstens(b.huishouden(thuis), 'wat')
    if (zaak.taak !== undefined) {
      zet('zaak/{id}/taak/{id}@eigenaar', `zaak/${zaak.id}/taak/${zaak.taak}@eigenaar`, b => b.persona === zaak.taakVan && minstens(b.zaak(zaak), 'wat'))
    }
    zet('zaak/{id}@huishouden', `zaak/${zaak.id}@huishouden`, b => (b.isMedelid(zaak) && minstens(b.zaak(zaak), 'dat')) || (ziet(b) &&
      minstens(b.zaak(zaak), zaak.zaaktype === 'ONDERZOEK-RECHTMATIGHEID' ? 'wat' : 'dat')))
  }
  for (const zaak of [...zaken, ...w.zaken.filter(one => one.wacht !== undefined)]) {
    zet('zaak/{id}@besluit', `zaak/${zaak.id}@besluit`, b => b.besluit(zaak))
    zet('zaak/{id}@te_accorderen', `zaak/${zaak.id}@te_accorderen`, b => b.accordeert(zaak))
  }
  for (const naam of ['maria', 'los']) {
    zet('toestemmingen/{id}', `toestemmingen/${w.personen[naam].id}`, b => b.rol === 'inwoner' && b.isPersoon(naam))
  }
  for (const naam of ['maria', 'los']) zet('meekijken/{id}', `meekijken/${w.personen[naam].id}`, b => b.rol === 'inwoner' && b.isPersoon(naam))
  for (const naam of ['maria', 'los']) zet('inzage/{id}', `inzage/${w.personen[naam].id}`, b => b.isPersoon(naam))
  for (const naam of ['los', 'maria', 'geheim', 'eigen-0', 'vreemd-0', 'gemeld-0', 'thuis-0', 'voorbij', 'huub', 'schuil-0', 'schuil-1', 'schuil-3', 'schuil-huisgenoot-0']) {
    zet('persoon/{id}@wat', `persoon/${w.personen[naam].id}@wat`, b => minstens(b.persoon(naam), 'wat'))
    const samen = w.huishoudens.some(one => one.leden.includes(naam))
    zet('thuis/{id}', `thuis/${w.personen[naam].id}`, b => !samen && minstens(b.persoon(naam), 'wat'))
  }
  for (const gesprek of w.gesprekken) {
    const mag = b => minstens(b.gesprek(gesprek), 'wat')
    zet('gesprek/{id}@wat', `gesprek/${gesprek.id}@wat`, mag)
    zet('gesprek/{id}@afspraak', `gesprek/${gesprek.id}@afspraak`, b => b.afspraak(gesprek))
    zet('document/{id}', `document/${gesprek.document}`, mag)
    zet('document/{id}@kantlijn', `document/${gesprek.document}@kantlijn`, mag)
  }
  for (const contact of w.contacten) zet('contact/{id}@wat', `contact/${contact.id}@wat`, b => minstens(b.contact(contact), 'wat'))
  for (const huishouden of w.huishoudens) {
    zet('huishouden/{id}@wat', `huishouden/${huishouden.id}@wat`, b => minstens(b.huishouden(huishouden), 'wat'))
    zet('huishouden/{id}', `huishouden/${huishouden.id}`, b => minstens(b.huishouden(huishouden), 'wat'))
  }
  for (const naam of ['werkvoorraad', 'nieuw', 'gesprekken', 'plannen', 'acties', 'toekenningen']) {
    for (const van of ['emma', 'regisseur']) zet(`${naam}/{id}`, `${naam}/${w.wie(van)}`, b => b.persona === van)
  }
  for (const rekening of w.rekeningen) zet('saldo/{id}', `saldo/${rekening.id}`, b => minstens(b.rekening(rekening), 'wat'))
  const gemeente = w.als('emma').ik.gemeente.id
  zet('caseload/{id}', `caseload/${gemeente}`, b => b.mag('caseload_zien'))
  zet('caseload/{id}', `caseload/${uuidv7()}`, () => false)
  zet('glazen/{id}', `glazen/${gemeente}`, b => b.mag('glas_beoordelen'))
  zet('leiding/{id}', `leiding/${gemeente}`, b => b.mag('werkvoorraad_overdragen'))
  zet('leiding/{id}', `leiding/${uuidv7()}`, () => false)
  zet('beschermd/{id}', `beschermd/${gemeente}`, b => b.mag('dossier_beschermen'))
  zet('nazicht/{id}', `nazicht/${gemeente}`, b => b.mag('nazien'))
  zet('nazicht/{id}', `nazicht/${uuidv7()}`, () => false)
  zet('signalen/{id}', `signalen/${gemeente}`, b => b.kring() !== undefined)
  zet('signalen/{id}', `signalen/${uuidv7()}`, () => false)
  for (const groep of w.groepen) zet('groep/{id}@wat', `groep/${groep.id}@wat`, b => b.groep(groep) !== 'niets')
  for (const plan of w.plannen) {
    for (const view of ['wat', 'rij', 'tafel']) zet(`plan/{id}@${view}`, `plan/${plan.id}@${view}`, b => b.plan(plan).alles || b.plan(plan).inzage)
    zet('plan/{id}@deelnemer', `plan/${plan.id}@deelnemer`, b => b.plan(plan).groep)
    zet('plan/{id}', `plan/${plan.id}`, b => b.plan(plan).groep)
    zet('plan/{id}@meekijken', `plan/${plan.id}@meekijken`, b => b.plan(plan).alles || b.plan(plan).inzage)
    zet('plan/{id}@portaal', `plan/${plan.id}@portaal`, b => b.portaal(plan).groep)
    for (const lid of plan.leden) {
      zet('plan/{id}/lid/{id}@portaal', `plan/${plan.id}/lid/${w.personen[lid].id}@portaal`, b => b.portaal(plan).leden.includes(lid))
      zet('plan/{id}/lid/{id}@bijdragen', `plan/${plan.id}/lid/${w.personen[lid].id}@bijdragen`, b => b.isPersoon(lid) && b.portaal(plan).spreekt.includes(lid))
    }
    for (const actie of plan.acties) zet('plan/{id}/actie/{id}@eigenaar', `plan/${plan.id}/actie/${actie}@eigenaar`, b => b.eigenActies(plan))
    for (const lid of plan.leden) {
      zet('plan/{id}/lid/{id}@deelnemer', `plan/${plan.id}/lid/${w.personen[lid].id}@deelnemer`, b => b.plan(plan).leden.includes(lid))
    }
  }
  for (const signaal of w.signalen.filter(one => /-(huurachterstand|partnergeweld|zorgmijding)$|^plan-schuil/.test(one.naam))) {
    zet('signaal/{id}@dat', `signaal/${signaal.id}@dat`, b => b.signaal(signaal) !== 'niets')
    zet('signaal/{id}', `signaal/${signaal.id}`, b => minstens(b.signaal(signaal), 'wat'))
    for (const view of ['rij', 'wat']) zet(`signaal/{id}@${view}`, `signaal/${signaal.id}@${view}`, b => minstens(b.signaal(signaal), 'wat'))
  }
  // Three kinds of signaal and more about one person: it asks for attention in each part of the wijkteam, by what that part sees. It
  // says about whom, so for who leads the team it is not there (KING-R4c).
  for (const kring of ['jeugd', 'wmo', 'regie', 'leiding']) {
    zet('aandacht/{id}@regie', `aandacht/${w.personen.gesignaleerd.id}@${kring}`, b => kring !== 'leiding' && b.kring() === kring)
    // A whole part reads it, and of a protected dossier few of them may know.
    zet('aandacht/{id}@regie', `aandacht/${w.personen['schuil-0'].id}@${kring}`, () => false)
  }
  return alle
}

/** Follows what each of these questions asks for. Hands back how many were answered. */
export async function volgAlles (wereld, vragen, anders, zelfde) {
  let gedaan = 0
  await tegelijk(PERSONAS, async persona => {
    const alle = vragen.filter(one => one.onderwerp !== undefined && one.persona === persona)
    for (let from = 0; from < alle.length; from += PER_VERBINDING) {
      const client = await RtClient.open(wereld.als(persona))
      const absent = await client.subscribe(`zaak/${uuidv7()}@wat`)
      for (const vraag of alle.slice(from, from + PER_VERBINDING)) {
        const { topic } = vraag.onderwerp
        const answer = await client.subscribe(topic)
        const verwacht = vraag.verwacht ? 'ok' : 'err'
        vraag.gevraagd = true
        if (answer?.t !== verwacht) anders({ persona, topic, verwacht, kwam: answer?.t ?? JSON.stringify(client.closed), answer })
        if (answer?.t === 'err') zelfde({ persona, topic, hier: bloot(answer), daar: bloot(absent) })
        if (answer?.t === 'ok') client.send({ t: 'unsub', r: ++client.asked, a: answer.a })
        client.frames = client.frames.filter(frame => frame.t === 'welkom')
        gedaan += 1
      }
      client.destroy()
    }
  }, 8)
  return gedaan
}

function bloot ({ r, at_ms, ...frame }) { return JSON.stringify(frame) }

/** What the handshake of /yjs says: its status, as text. */
export function yjs (sessie, document) {
  return new Promise(resolve => {
    const ws = new WebSocket(`${sessie.base.replace('http', 'ws')}/yjs/${document}`, { headers: { Cookie: sessie.cookie }, origin: sessie.base, perMessageDeflate: false })
    const done = what => { resolve(what); ws.terminate() }
    // Who may not is let in and shut out with a code, as stock clients understand it; or refused at the door.
    ws.on('message', () => done('open'))
    ws.on('close', code => done(`close ${code}`))
    ws.on('unexpected-response', (request, response) => { request.destroy(); done(`http ${response.statusCode}`) })
    ws.on('error', () => {})
  })
}

export async function yjsAlles (wereld, oordelen, anders) {
  const cellen = PERSONAS.flatMap(persona => wereld.gesprekken.map(gesprek => ({ persona, gesprek })))
  await tegelijk(cellen, async ({ persona, gesprek }) => {
    const sessie = wereld.als(persona)
    const mag = minstens(new Blik(wereld, oordelen, persona).gesprek(gesprek), 'wat')
    const [kwam, absent] = await Promise.all([yjs(sessie, gesprek.document), yjs(sessie, uuidv7())])
    const verwacht = mag ? 'open' : absent
    if (kwam !== verwacht || absent === 'open') anders({ persona, topic: `yjs ${gesprek.naam}`, verwacht, kwam })
  }, 8)
  return cellen.length
}

