// Who may do what: every address and method, every topic and /yjs, as everybody, for everything in a world that holds one of each standing,
// own, another's, ended and protected, against verdicts typed by hand from the requirements (oordelen/) and an evaluator that knows nothing
// of the server. Every cell of the table that can come about has to decide something there. Then cells of the table that the server has
// loaded are changed, one at a time, and each change has to be noticed by the same matrix.
//
// The short form asks a share of it, another by every seed, and so much more that every way in was tried by everybody and that each change of
// each cell would show in an answer; LONG=1 asks all of it. SEED=n the same once more, FLIPS=n so many cells.
// Twin (FAALT=1): one cell is changed from the start; the proof has to notice.

import { FAALT, LONG, Chance, ms, percentile, prove } from './lib/proof.mjs'
import { Server, uuidv7 } from './lib/server.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'
import { alleOordelen, Oordelen } from './lib/oordelen.mjs'
import { bescherm, GENOEMD } from './lib/beschermd.mjs'
import { Wijzer } from './lib/cellen.mjs'
import { kanNiet } from './lib/kanniet.mjs'
import { Kijk } from './lib/kijk.mjs'
import { tijdelijk } from './lib/tijdelijk.mjs'
import { BEHANDELEN, PERSONAS, ROLLEN, Wereld } from './lib/wereld.mjs'
import { proeven } from './lib/proeven.mjs'
import { tegelijk, voerUit } from './lib/matrix.mjs'
import { onderwerpen, volgAlles, yjsAlles } from './lib/onderwerpen.mjs'
import { Schakel } from './lib/schakel.mjs'

const OORDELEN_MIN = 250
const FLIPS = FAALT ? 0 : Number(process.env.FLIPS || (LONG ? 200 : 6))
/** What the short form asks of the matrix, besides what it always does. */
const DEEL = LONG ? 1 : 0.25
const TIMINGS = 200
/** Two medians that lie closer than this are the same to who measures over a network. */
const TIMING_MS_MAX = 2

await prove('rights', async proof => {
  if (FAALT) proof.mustNotice.push(/^everything comes out as the verdicts say$/)
  const address = await freeAddress()
  const sims = proof.own(await Sims.start({ dir: `${proof.dir}/sims`, address }))
  sims.destroy = sims.stop
  const env = { ...sims.env, KT_BELEID: `${proof.dir}/beleid.sock` }
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data`, address, env, args: ['--leeg'] }))
  const { tabel: typed, beschermd } = alleOordelen()
  for (const [wat, lijst] of [['the table', typed], ['protected dossiers', beschermd]]) {
    proof.check(`at least ${OORDELEN_MIN} verdicts on ${wat}`, lijst.length >= OORDELEN_MIN, `${lijst.length}`)
    proof.check(`every verdict on ${wat} names a requirement`, lijst.every(one => one.rijen.every(rij => /^[A-Z0-9]+-[A-Z0-9a-z]+$/.test(rij))))
  }
  const oordelen = new Oordelen(typed, beschermd)

  const built = performance.now()
  const wereld = await Wereld.bouw(server)
  // Demo mode learns at its start which persons its residents are.
  await server.stop()
  await server.up()
  await wereld.binnen()
  await wereld.bijdragen()
  await tijdelijk(wereld, BEHANDELEN)
  proof.say(`a world of ${wereld.zaken.length} zaken, ${Object.keys(wereld.personen).length} persons, ${wereld.plannen.length} plans and ${wereld.signalen.length} signalen in ${ms(performance.now() - built)}`)
  const schakel = proof.own(new Schakel(env.KT_BELEID))

  const cellen = await schakel.cellen()
  vergelijk(proof, cellen, typed, oordelen)
  if (FAALT) await schakel.zet('wmoconsulent|zaak:AANVRAAG-JEUGDHULP|geen', 'wat')

  const chance = new Chance(Number(process.env.SEED || Date.now() % 1e9))
  proof.say(`seed ${chance.state}`)
  const wijzer = new Wijzer(wereld, oordelen, proeven(wereld, LONG), onderwerpen(wereld))
  const hangt = beslist(proof, cellen, wijzer)
  const { kijk, aantal } = await vraag(proof, wereld, wijzer.deel(DEEL, hangt, chance))
  const sockets = await yjsAlles(wereld, oordelen, kijk.onderwerp)
  kijk.oordeel('')
  const cel = uitgevoerd(proof, wijzer, hangt, aantal)
  await volledig(proof, wereld, wijzer.vragen.filter(one => one.gevraagd === true))
  if (LONG) await tijden(proof, wereld)

  const flips = await verander(proof, { wijzer, hangt, cellen, schakel, chance })
  const nog = await vertegenwoordigd(proof, wereld, oordelen, chance)
  await uitloggen(proof, wereld)
  return `${aantal + sockets + nog} answers to ${PERSONAS.length} people, ${cel} of ${hangt.length} cells that can come about executed, ${typed.length + beschermd.length} verdicts, ${flips.gezien} of ${flips.gedaan} changed cells noticed`
})

/** Asks these, and holds what comes of it against the verdicts. */
async function vraag (proof, wereld, vragen) {
  const kijk = new Kijk(proof)
  const from = performance.now()
  const http = await voerUit(wereld, vragen, kijk.wat)
  const rt = await volgAlles(wereld, vragen, kijk.onderwerp, kijk.wat.zelfde)
  proof.say(`${http} requests, ${rt} subscriptions in ${ms(performance.now() - from)}`)
  return { kijk, aantal: http + rt }
}

/** Each change of each cell would have shown in one of the answers that were asked for. Says of how many cells that is so. */
function uitgevoerd (proof, wijzer, hangt, aantal) {
  const elk = hangt.flatMap(({ cel, stappen }) => stappen.map(stap => ({ cel, stap })))
  const stil = elk.filter(({ cel, stap }) => !wijzer.toont(cel, stap)).map(({ cel, stap }) => `${cel} to ${stap}`)
  proof.check('each change of each cell shows in what was asked', elk.length > 0 && stil.length === 0, `${stil.length} of ${elk.length}\n    ${stil.slice(0, 60).join('\n    ')}`)
  const cellen = new Set(hangt.filter(({ cel, stappen }) => stappen.some(stap => wijzer.toont(cel, stap))).map(({ cel }) => cel))
  proof.say(`${aantal} of ${wijzer.vragen.length} questions asked: on these hang ${cellen.size} of ${hangt.length} cells, and ${elk.length - stil.length} of ${elk.length} changes of them`)
  return cellen.size
}

/** Every cell that can come about decides something here. Hands them back with the steps to which they can be changed. */
function beslist (proof, cellen, wijzer) {
  const from = performance.now()
  const kan = [...cellen].filter(([cel]) => kanNiet(cel) === undefined)
  const met = kan.map(([cel, nu]) => ({ cel, stappen: wijzer.stappen(cel, nu) }))
  const stil = met.filter(({ stappen }) => stappen.length === 0).map(({ cel }) => cel)
  proof.check('every cell that can come about decides something', kan.length > 0 && stil.length === 0, `${stil.length} of ${kan.length}\n    ${stil.slice(0, 60).join('\n    ')}`)
  const toch = [...cellen].filter(([cel, nu]) => kanNiet(cel) !== undefined && wijzer.stappen(cel, nu).length > 0).map(([cel]) => `${cel}: ${kanNiet(cel)}`)
  proof.check('no cell that is said not to come about does', toch.length === 0, `${toch.length}\n    ${toch.slice(0, 60).join('\n    ')}`)
  proof.say(`${kan.length - stil.length} of ${kan.length} cells that can come about hang on something, ${cellen.size - kan.length} cannot; ${wijzer.vragen.length} questions, worked out in ${ms(performance.now() - from)}`)
  return met.filter(({ stappen }) => stappen.length > 0)
}

/** The dossier of a resident for whom another comes in is protected now: to that one nothing is left, to herself all of it. */
async function vertegenwoordigd (proof, wereld, oordelen, chance) {
  await bescherm(wereld, 'maria', GENOEMD[0])
  const over = proeven(wereld).filter(({ over }) => /maria|^(zaken|taken|nieuw|rekening|plannen|acties|(plan|groep) (inwoner|samen-ander))/.test(over))
  const { vragen } = new Wijzer(wereld, oordelen, over, onderwerpen(wereld))
  const zelf = ['maria', 'gemachtigde']
  const volgen = [...zelf, 'kevin', 'emma', 'regisseur', 'regisseur2', 'linda']
  const { kijk, aantal } = await vraag(proof, wereld, vragen.filter(({ persona, proef }) =>
    (proef !== undefined || volgen.includes(persona)) && (zelf.includes(persona) || chance.chance(DEEL))))
  kijk.oordeel(' when her dossier is protected')
  return aantal
}

/** The table of the server against the verdicts, cell by cell; and the cells that cannot come about, with why. */
function vergelijk (proof, cellen, typed, oordelen) {
  const apart = new Map()
  const anders = []
  for (const [cel, stap] of cellen) {
    const waarom = kanNiet(cel)
    if (waarom !== undefined && !oordelen.bij.has(cel)) {
      apart.set(waarom, (apart.get(waarom) ?? 0) + 1)
    } else if ((oordelen.bij.get(cel) ?? 'niets') !== stap) {
      anders.push(`${cel}: ${oordelen.bij.get(cel) ?? 'niets'} by the requirements, ${stap} in the table`)
    }
  }
  proof.check('the table says what the requirements say', anders.length === 0, `\n    ${anders.slice(0, 40).join('\n    ')}`)
  const onbekend = typed.filter(one => !cellen.has(`${one.rol}|${one.beleidsobject}|${one.verhouding}`))
  proof.check('every verdict is about a cell of the table', onbekend.length === 0, JSON.stringify(onbekend.slice(0, 5)))
  for (const [waarom, aantal] of apart) proof.say(`${aantal} cells cannot come about: ${waarom}`)
}

/** Whatever the server says is a way in was tried, and nothing else was. */
async function volledig (proof, wereld, gevraagd) {
  const { body } = await wereld.als('privacyfunctionaris').get('/api/v1/beleid')
  const van = soort => body.ingangen.filter(one => one.soort === soort).map(one => one.naam)
  const geprobeerd = new Set([...gevraagd.map(one => one.proef?.ingang), 'POST /api/v1/uitloggen', 'GET /rt', 'GET /yjs/{document}'])
  const open = van('adres').filter(naam => !geprobeerd.has(naam))
  proof.check('every address and method was tried', van('adres').length > 0 && open.length === 0, open.join(', '))
  const soorten = new Set(gevraagd.map(one => one.onderwerp?.soort))
  const stil = van('onderwerp').filter(naam => !soorten.has(naam))
  proof.check('every kind of topic was tried', van('onderwerp').length > 0 && stil.length === 0, stil.join(', '))
  proof.say(`${van('adres').length} addresses, ${van('onderwerp').length} kinds of topic, ${van('opdracht').length} commands, ${van('export').length} subcommands have a row`)
}

/** Cells changed one at a time in the copy that the server has loaded, of those on which something hangs by the verdicts. */
async function verander (proof, { wijzer, hangt, cellen, schakel, chance }) {
  let gedaan = 0
  let gezien = 0
  const took = []
  while (gedaan < FLIPS) {
    const { cel, stappen } = chance.pick(hangt)
    const doel = chance.pick(stappen)
    gedaan += 1
    const from = performance.now()
    await schakel.zet(cel, doel)
    const found = await wijzer.merkt(cel, doel, vragen => chance.shuffle(vragen))
    await schakel.terug()
    took.push(performance.now() - from)
    if (found.gezien) gezien += 1
    proof.check(`noticed: ${cel} from ${cellen.get(cel)} to ${doel}`, found.gezien, `none of ${found.alle} answers`)
  }
  if (FLIPS > 0) proof.say(`${gedaan} cells changed, each noticed in ${ms(percentile(took, 50))}, the slowest in ${ms(Math.max(...took))}`)
  return { gedaan, gezien }
}

/** Whether one can tell by the clock what is refused from what is not there. Medians, in turns. */
async function tijden (proof, wereld) {
  const zaak = wereld.zaken.find(one => one.naam === 'vreemd-1')
  const sessie = wereld.als('bestuur')
  const took = { hier: [], daar: [] }
  const meet = async (waar, id) => {
    const from = performance.now()
    await sessie.get(`/api/v1/zaken/${id}`)
    took[waar].push(performance.now() - from)
  }
  for (let n = 0; n < TIMINGS; n += 1) {
    await meet('hier', zaak.id)
    await meet('daar', uuidv7())
  }
  const [hier, daar] = [percentile(took.hier, 50), percentile(took.daar, 50)]
  proof.say(`refused in ${ms(hier)}, absent in ${ms(daar)}`)
  proof.check('as quick for what is refused as for what is not there', Math.abs(hier - daar) <= TIMING_MS_MAX, `${ms(hier)} and ${ms(daar)}`)
}

async function uitloggen (proof, wereld) {
  const left = []
  await tegelijk(PERSONAS, async persona => {
    const sessie = wereld.als(persona)
    const answer = await sessie.post('/api/v1/uitloggen', {})
    const after = await sessie.get('/api/v1/ik')
    if (answer.status >= 300 || after.status !== 401) left.push(`${persona} ${ROLLEN[persona]} ${answer.status} ${after.status}`)
  })
  proof.check('everybody can leave, and is out then', left.length === 0, left.join(', '))
}

