// Every field in which something of a person can stand holds a marker. Everybody takes whatever the server gives: every address, also
// with what is refused, the live connection with everything on it while things change, documents, searches and lists. What somebody
// may not see must be in none of it, and everything that may be seen must be seen by somebody: so the proof can fail. Logs at their
// widest, metrics, files and an export hold no marker, BSN, IBAN or token at all.
//
// The short form asks each address of each thing once for every verdict on it and a share of the rest, another by every seed; LONG=1 as
// everybody. SEED=n the same once more. Twin (FAALT=1): one cell of the table is changed; the proof has to notice.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Chance, FAALT, LONG, ms, prove, until } from './lib/proof.mjs'
import { run, Server, uuidv7 } from './lib/server.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'
import { alleOordelen, Oordelen } from './lib/oordelen.mjs'
import { Merken, magZien } from './lib/merken.mjs'
import { PERSONAS, ROLLEN, Wereld } from './lib/wereld.mjs'
import { Blik } from './lib/verhouding.mjs'
import { proeven } from './lib/proeven.mjs'
import { stuur, tegelijk } from './lib/matrix.mjs'
import { onderwerpen } from './lib/onderwerpen.mjs'
import { RtClient } from './lib/rt.mjs'
import { Schakel } from './lib/schakel.mjs'
import { schuilvragen, verschuil, zoekvragen } from './lib/schuil.mjs'
import { StockClient } from './lib/stock.mjs'
import { open, ongemerkt } from './lib/velden.mjs'

const LOG = 'trace,sqlx=info'
const FLIP = 'beleidsanalist|zaak:MELDING-WMO|geen'
const SHOWN_MAX = 20
/** What the short form asks besides. */
const DEEL = LONG ? 1 : 0.15
/** Subscriptions on one connection before another is opened: it may send so many frames at once. */
const PER_VERBINDING = 80

// Each stock client listens for the end of the process.
process.setMaxListeners(100)

await prove('canaries', async proof => {
  if (FAALT) proof.mustNotice.push(/^nothing that may not be seen/)
  const address = await freeAddress()
  const sims = proof.own(await Sims.start({ dir: `${proof.dir}/sims`, address }))
  sims.destroy = sims.stop
  const env = { ...sims.env, KT_BELEID: `${proof.dir}/beleid.sock`, KEUKENTAFEL_LOG: LOG }
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data`, address, env, args: ['--leeg'] }))
  velden(proof, await (await fetch(`${server.base}/api/openapi.json`)).json())

  const merken = new Merken()
  const wereld = await Wereld.bouw(server, merken.merk)
  await verschuil(wereld, merken)
  await server.stop()
  await server.up()
  await wereld.binnen()
  await wereld.bijdragen()
  const schakel = proof.own(new Schakel(env.KT_BELEID))
  if (FAALT) await schakel.zet(FLIP, 'wat')
  const gezien = new Map(PERSONAS.map(persona => [persona, new Map()]))
  const neem = (persona, waar, text) => {
    for (const merk of merken.in(text)) if (!gezien.get(persona).has(merk)) gezien.get(persona).set(merk, waar)
  }
  const { tabel, beschermd } = alleOordelen()
  const oordelen = new Oordelen(tabel, beschermd)
  const chance = new Chance(Number(process.env.SEED || Date.now() % 1e9))
  proof.say(`seed ${chance.state}`)
  const from = performance.now()
  const vragen = await haalOp(wereld, neem, oordelen, chance)
  proof.say(`${vragen} answers in ${ms(performance.now() - from)}`)
  const frames = await leef(proof, wereld, merken, neem, oordelen, chance)
  proof.say(`${vragen} answers and ${frames} frames taken by ${PERSONAS.length} people in ${ms(performance.now() - from)}`)

  const { verboden, nooit, gezien: ooit } = oordeel(proof, wereld, merken, gezien, oordelen)
  const stil = await buiten(proof, server, wereld, merken)
  await post(proof, sims, merken)
  proof.check('nothing that may not be seen is anywhere', verboden === 0, `${verboden} markers`)
  proof.check('everything that may be seen is seen', nooit.length === 0, soorten(nooit.map(merk => merken.bij.get(merk))))
  return `${merken.bij.size} markers, ${ooit} seen by who may, ${verboden} where they may not be, ${stil} bytes of logs, metrics and files without any`
})

/** What went by mail: to whom, and besides that nothing of anybody. */
async function post (proof, sims, merken) {
  const { mails } = await (await fetch(`${sims.mail}/_mails`)).json()
  const zegt = mails.map(({ mail }) => mail.tekst.replace(/^To: .*$/m, ''))
  const verraadt = zegt.filter(tekst => merken.in(tekst).size > 0 || /ZAAK-\d|\d{9}/.test(tekst.replace(/^Message-ID: .*$/m, '')))
  proof.check('no mail says anything of anybody', verraadt.length === 0, verraadt[0])
}

/** A text field of a view that is in no list, or one in the list that there is no more. */
function velden (proof, openapi) {
  const { nieuw, weg, leeg } = ongemerkt(open(openapi))
  proof.check('every text field is in the list of fields', nieuw.length === 0, nieuw.join(' '))
  proof.check('every field in the list is there', weg.length === 0, weg.join(' '))
  proof.check('every field that carries a marker names one', leeg.length === 0, leeg.join(' '))
}

/**
 * Who asks what: what is about nothing in particular, or of each their own, everybody; and anything else one for each verdict on it and a share of the rest. Whoever
 * may see a thing sees it in the same way as another with the same verdict.
 */
function gevraagd (wereld, oordelen, chance, alle) {
  const blikken = new Map(PERSONAS.map(persona => [persona, new Blik(wereld, oordelen, persona)]))
  return alle.flatMap(proef => {
    const had = new Set()
    return chance.shuffle(PERSONAS).filter(persona => {
      const verwacht = proef.verwacht(blikken.get(persona))
      const nieuw = !had.has(verwacht)
      had.add(verwacht)
      return nieuw || proef.id === undefined || proef.over.startsWith('concept ') || chance.chance(DEEL)
    }).map(persona => ({ persona, proef }))
  })
}

/** All addresses, also for what is not theirs; and searches by what only the world knows. */
async function haalOp (wereld, neem, oordelen, chance) {
  // Every question; of the commands, which answer with refusals and conflicts, one of each kind.
  const alle = proeven(wereld).filter((proef, at, all) => proef.ingang.startsWith('GET') || at === all.findIndex(one => one.ingang === proef.ingang))
  const cellen = gevraagd(wereld, oordelen, chance, alle)
  const take = (persona, waar, answer) => neem(persona, waar, `${[...answer.headers].join('\n')}\n${answer.text}`)
  await tegelijk(cellen, async ({ persona, proef }) => take(persona, `${proef.ingang} ${proef.over}`, await stuur(wereld.als(persona), proef, proef.los === true)))
  const vragen = []
  for (const persona of PERSONAS) {
    for (const lijst of ['mijn', 'team', 'wachtend', 'alle']) vragen.push([persona, `/api/v1/zaken?lijst=${lijst}&aantal=200`])
    for (const naam of ['eigen-0', 'vreemd-0', 'maria', 'thuis-4', 'geheim', 'schuil-0', 'schuil-1']) vragen.push([persona, `/api/v1/zaken?lijst=alle&persoon=${wereld.personen[naam].id}`])
    for (const vraag of ['stand=alle', 'soort=partnergeweld', 'plaats=Zqk']) vragen.push([persona, `/api/v1/signalen?${vraag}`])
    for (const wie of ['emma', 'backoffice']) vragen.push([persona, `/api/v1/caseload/medewerkers/${wereld.wie(wie)}`])
    vragen.push([persona, '/api/v1/onbekend'], [persona, `/zaken/${wereld.zaken[0].id}`])
  }
  for (const { id, persona } of Object.values(wereld.personen)) {
    for (const wie of ['kcc', 'backoffice', 'bestuur', ...(persona === undefined ? [] : [persona])]) vragen.push([wie, `/api/v1/personen/${id}`])
  }
  // Who looks after privacy looks back into whatever there is (N-7); of the matrix only some zaken are asked so.
  for (const { id } of wereld.zaken) vragen.push(['privacyfunctionaris', `/api/v1/zaken/${id}/tijdreis?doel=controle`])
  vragen.push(...schuilvragen(wereld))
  await tegelijk(vragen, async ([persona, pad]) => take(persona, `GET ${pad.split('?')[0]}`, await wereld.als(persona).get(pad)))
  const namen = ['eigen-0', 'vreemd-0', 'maria', 'thuis-4', 'geheim', 'plan-0'].map(naam => wereld.personen[naam].vraag?.naam).filter(naam => naam !== undefined)
  const inWerk = ['2026', 'melding', 'aanvraag', ...namen]
  await tegelijk(PERSONAS, async persona => {
    for (const zoek of [{ bsn: '999990160' }, { naam: 'Oosterling', geboortedatum: '1986-07-07' }, ...zoekvragen(wereld)]) {
      take(persona, 'POST /api/v1/personen/zoek', await wereld.als(persona).post('/api/v1/personen/zoek', zoek))
    }
    // In one's own work too, by the names that stand in the world: nobody finds more of it there than they see elsewhere.
    for (const tekst of inWerk) take(persona, 'POST /api/v1/zoek', await wereld.als(persona).post('/api/v1/zoek', { tekst }))
  })
  return cellen.length + vragen.length + PERSONAS.length * (2 + inWerk.length)
}

/** Everybody follows everything that they may, and some that they may not, while things change, and documents are typed in. */
async function leef (proof, wereld, merken, neem, oordelen, chance) {
  const topics = onderwerpen(wereld)
  const from = performance.now()
  /** Of each persona every connection that something is followed on. */
  const clients = new Map(PERSONAS.map(persona => [persona, []]))
  await tegelijk(PERSONAS, async persona => {
    const ik = wereld.wie(persona)
    const eigen = ['werkvoorraad', 'nieuw', 'gesprekken', 'plannen', 'acties', 'toekenningen'].map(naam => `${naam}/${ik}`)
    const blik = new Blik(wereld, oordelen, persona)
    const alle = [...eigen, ...topics.filter(one => one.mag(blik) || chance.chance(DEEL)).map(one => one.topic)]
    for (let from = 0; from < alle.length; from += PER_VERBINDING) {
      const client = proof.own(await RtClient.open(wereld.als(persona)))
      // The document's own bytes are taken apart below.
      client.binary = []
      client.ws.on('message', (data, binary) => { if (binary) client.binary.push(Buffer.from(data).toString('latin1')) })
      let open = 0
      for (const topic of alle.slice(from, from + PER_VERBINDING)) if ((await client.subscribe(topic))?.t === 'ok') open += 1
      if (open > 0) clients.get(persona).push(client)
      else client.destroy()
    }
  }, 4)
  proof.say(`followed by ${ms(performance.now() - from)}`)
  const nieuw = await verander(proof, wereld, merken, neem)
  const ziet = (persona, merk) => clients.get(persona).some(client => client.frames.some(frame => merken.in(JSON.stringify(frame)).has(merk)))
  for (const [persona, merk] of nieuw) {
    const hears = ask => {
      const off = clients.get(persona).map(client => client.listen(ask))
      return () => off.forEach(stop => stop?.())
    }
    proof.check(`${persona} sees ${merken.bij.get(merk).veld} of ${merken.bij.get(merk).object} live`, await until(() => ziet(persona, merk), hears, 10_000))
  }
  let frames = 0
  for (const [persona, client] of [...clients].flatMap(([persona, all]) => all.map(client => [persona, client]))) {
    // An answer on the same line: what was sent before it has come.
    await client.subscribe(`zaak/${uuidv7()}@wat`)
    frames += client.frames.length + client.binary.length
    for (const frame of client.frames) neem(persona, `/rt ${frame.t}`, JSON.stringify(frame))
    for (const bytes of client.binary) neem(persona, '/rt document', bytes)
  }
  for (const persona of ['kevin', 'emma', 'bestuur']) {
    for (const gesprek of wereld.gesprekken.filter(one => one.deelnemers.includes(persona) && genoemd(wereld, persona, one))) {
      const reader = proof.own(new StockClient(wereld.als(persona), gesprek.document))
      await reader.synced()
      neem(persona, `/yjs ${gesprek.naam}`, reader.text)
    }
  }
  return frames
}

/** A talk about a protected dossier is there for who is named in it. */
function genoemd (wereld, persona, { zaak }) { return wereld.personen[zaak.persoon].bescherming?.genoemd.includes(persona) ?? true }

/** One change of every kind, each with a marker; and who must see it come. */
async function verander (proof, wereld, merken, neem) {
  const nieuw = []
  const merk = (object, veld, persona) => {
    const text = merken.merk(object, veld)
    if (persona !== undefined) nieuw.push([persona, text.toLowerCase()])
    return text
  }
  for (const gesprek of wereld.gesprekken) {
    const schrijver = ['kevin', 'emma'].find(who => gesprek.deelnemers.includes(who) && genoemd(wereld, who, gesprek))
    const [kevin, lezer] = [0, 1].map(() => proof.own(new StockClient(wereld.als(schrijver), gesprek.document)))
    await Promise.all([kevin.synced(), lezer.synced()])
    const text = merk(`gesprek ${gesprek.naam}`, 'tekst')
    kevin.write(text)
    proof.check(`what is typed in ${gesprek.naam} arrives`, await lezer.sees(text))
  }
  const plan = wereld.plannen.find(one => one.naam === 'traject')
  const rianne = wereld.als('regisseur')
  await rianne.done(`/api/v1/plannen/${plan.id}/doelen`, { voor: 'groep', omschrijving: merk('plan traject', 'doel-groep', 'regisseur') })
  await rianne.done(`/api/v1/plannen/${plan.id}/doelen`, { voor: { lid: wereld.personen['ander-lid'].id }, omschrijving: merk('plan traject', 'doel-ander-lid', 'regisseur') })
  await wereld.als('kevin').done(`/api/v1/contacten/${wereld.contacten.find(one => one.naam === 'kevin').id}/aanvullingen`, { tekst: merk('contact kevin', 'aanvulling') })
  const eigen = wereld.zaken.find(zaak => zaak.naam === 'eigen-0')
  await wereld.als('werkverdeler').done(`/api/v1/zaken/${eigen.id}/toewijzen`, {
    behandelaars: eigen.behandelaars.filter(who => who !== 'backoffice').map(who => wereld.wie(who)), reden: merk('zaak eigen-0', 'reden', 'kevin')
  })
  eigen.behandelaars = eigen.behandelaars.filter(who => who !== 'backoffice')
  eigen.waren = ['backoffice']
  await wereld.signaal('live', 'zorgen_om_kind', { persoon: wereld.personen.los.id })
  const live = wereld.signalen.at(-1).id
  for (const persona of PERSONAS) neem(persona, 'GET /api/v1/signalen/{id} live', (await wereld.als(persona).get(`/api/v1/signalen/${live}`)).text)
  return nieuw
}

function oordeel (proof, wereld, merken, gezien, oordelen) {
  let verboden = 0
  const ooit = new Set()
  const mag = new Set()
  for (const persona of PERSONAS) {
    const blik = new Blik(wereld, oordelen, persona)
    // Who had the zaak until it was changed had it when it was taken.
    const eerder = new Blik(metWieWaren(wereld), oordelen, persona)
    for (const [merk, wat] of merken.bij) if (magZien(blik, wat)) mag.add(merk)
    for (const [merk, waar] of gezien.get(persona)) {
      ooit.add(merk)
      const wat = merken.bij.get(merk)
      if (magZien(blik, wat) || magZien(eerder, wat)) continue
      verboden += 1
      if (verboden <= SHOWN_MAX) proof.say(`${persona} (${ROLLEN[persona]}) got ${wat.veld} of ${wat.object} from ${waar}`)
    }
  }
  return { verboden, nooit: [...mag].filter(merk => !ooit.has(merk)), gezien: ooit.size }
}

/** `veld: things`, few words for many. */
function soorten (nooit) {
  const velden = [...new Set(nooit.map(one => one.veld))]
  const van = veld => nooit.filter(one => one.veld === veld).map(one => one.object)
  return velden.map(veld => `${veld}: ${van(veld).slice(0, 4).join(', ')} (${van(veld).length})`).join(' · ')
}

function metWieWaren (wereld) {
  const zaken = wereld.zaken.map(zaak => zaak.waren === undefined ? zaak : { ...zaak, behandelaars: [...zaak.behandelaars, ...zaak.waren] })
  const zelfde = zaak => zaken[wereld.zaken.indexOf(zaak)]
  return Object.assign(Object.create(Object.getPrototypeOf(wereld)), wereld, {
    zaken,
    contacten: wereld.contacten.map(one => ({ ...one, zaken: one.zaken.map(zelfde) })),
    gesprekken: wereld.gesprekken.map(one => ({ ...one, zaak: zelfde(one.zaak) })),
    plannen: wereld.plannen.map(one => ({ ...one, zaken: one.zaken.map(zelfde) }))
  })
}

/** Where nothing of a person may be at all. */
async function buiten (proof, server, wereld, merken) {
  const metrics = await (await fetch(`${server.base}/metrics`)).text()
  const secrets = PERSONAS.map(persona => wereld.als(persona).cookie.split('=')[1])
  const limits = readFileSync(`/proc/${server.pid}/limits`, 'utf8')
  await server.stop()
  const log = readFileSync(server.log, 'utf8')
  proof.check('a crash leaves nothing of what was held', /^Max core file size\s+0\s+0\s/m.test(limits), limits.split('\n')[5])
  proof.check('the log is at its widest', /TRACE|"level":"TRACE"/i.test(log))
  const uit = `${proof.dir}/uit`
  const { code } = run(server.dir, ['export', '--naar', uit])
  proof.check('everything can be exported', code === 0)
  let bytes = 0
  // A short one stands by chance in bytes that nobody wrote.
  const zoek = (waar, text, gewoon) => {
    bytes += text.length
    const found = [...merken.in(text)].filter(merk => merk.length >= 7)
    proof.check(`no marker in ${waar}`, found.length === 0, JSON.stringify(found.slice(0, 5).map(merk => merken.bij.get(merk))))
    if (!gewoon) return
    const bsn = (text.match(/(?<![\d.a-f-])\d{9}(?![\d.a-f-])/g) ?? []).filter(elfproef)
    proof.check(`no BSN in ${waar}`, bsn.length === 0, `${bsn.length}`)
    proof.check(`no IBAN in ${waar}`, !/\bNL\d{2}[A-Z]{4}\d{10}\b/.test(text))
    proof.check(`no token in ${waar}`, secrets.every(secret => !text.includes(secret)))
  }
  zoek('the log', log, true)
  zoek('the metrics', metrics, true)
  for (const file of bestanden(server.dir).concat(bestanden(uit))) {
    const body = readFileSync(file)
    zoek(file.slice(proof.dir.length), body.toString('latin1'), false)
    // SQLite and others may keep text as UTF-16.
    zoek(`${file.slice(proof.dir.length)} as UTF-16`, body.toString('utf16le'), false)
  }
  return bytes
}

function bestanden (dir) {
  return readdirSync(dir).map(name => join(dir, name)).flatMap(path => statSync(path).isDirectory() ? bestanden(path) : [path])
}

function elfproef (digits) {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum % 11 === 0 && digits !== '000000000'
}
