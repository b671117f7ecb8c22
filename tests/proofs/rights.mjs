// Who may do what: every address and method, every topic and /yjs, as everybody, for everything in a world that holds one of each standing,
// against verdicts typed by hand from the requirements (oordelen/) and an evaluator that knows nothing of the server. Then cells of the
// table that the server has loaded are changed, one at a time, and each change has to be noticed by the same matrix.
//
// Twin (FAALT=1): one cell is changed from the start; the proof has to notice.

import { FAALT, LONG, Chance, ms, percentile, prove } from './lib/proof.mjs'
import { Server, uuidv7 } from './lib/server.mjs'
import { freeAddress, Sims } from './lib/sims.mjs'
import { lees, Oordelen, STAPPEN } from './lib/oordelen.mjs'
import { kanNiet, nietHier } from './lib/kanniet.mjs'
import { tijdelijk } from './lib/tijdelijk.mjs'
import { BEHANDELEN, PERSONAS, ROLLEN, Wereld } from './lib/wereld.mjs'
import { Blik } from './lib/verhouding.mjs'
import { proeven } from './lib/proeven.mjs'
import { tegelijk, voerUit } from './lib/matrix.mjs'
import { volgAlles, yjsAlles } from './lib/onderwerpen.mjs'
import { Schakel } from './lib/schakel.mjs'

const OORDELEN_MIN = 250
const FLIPS = FAALT ? 0 : Number(process.env.FLIPS || (LONG ? 200 : 6))
/** The short form picks the same cells each time; the full form others. */
const SEED_SHORT = 928_238_227
const TIMINGS = 200
/** Two medians that lie closer than this are the same to who measures over a network. */
const TIMING_MS_MAX = 2
/** What is shown of what went wrong, of each kind. */
const SHOWN_MAX = 25

const ja = (a, b) => a === b ? 0 : 1

await prove('rights', async proof => {
  const address = await freeAddress()
  const sims = proof.own(await Sims.start({ dir: `${proof.dir}/sims`, address }))
  sims.destroy = sims.stop
  const env = { ...sims.env, KT_BELEID: `${proof.dir}/beleid.sock` }
  const server = proof.own(await Server.start({ dir: `${proof.dir}/data`, address, env, args: ['--leeg'] }))
  const typed = lees('oordelen.csv')
  proof.check(`at least ${OORDELEN_MIN} verdicts`, typed.length >= OORDELEN_MIN, `${typed.length}`)
  proof.check('every verdict names a requirement', typed.every(one => one.rijen.every(rij => /^[A-Z0-9]+-[A-Z0-9a-z]+$/.test(rij))))
  const oordelen = new Oordelen(typed)

  const built = performance.now()
  const wereld = await Wereld.bouw(server)
  // Demo mode learns at its start which persons its residents are.
  await server.stop()
  await server.up()
  await wereld.binnen()
  await tijdelijk(wereld, BEHANDELEN)
  proof.say(`a world of ${wereld.zaken.length} zaken, ${Object.keys(wereld.personen).length} persons, ${wereld.plannen.length} plans and ${wereld.signalen.length} signalen in ${ms(performance.now() - built)}`)
  const schakel = proof.own(new Schakel(env.KT_BELEID))

  const cellen = await schakel.cellen()
  vergelijk(proof, cellen, typed, oordelen)
  if (FAALT) await schakel.zet('wmoconsulent|zaak:AANVRAAG-JEUGDHULP|geen', 'wat')

  const alle = proeven(wereld, LONG)
  const shown = new Map()
  const toon = soort => regel => {
    shown.set(soort, (shown.get(soort) ?? 0) + 1)
    if (shown.get(soort) <= SHOWN_MAX) proof.say(`${soort}: ${regel}`)
  }
  const matrix = performance.now()
  const anders = toon('otherwise')
  const zelfde = toon('not as absent')
  let vergeleken = 0
  const gelijk = what => ({ persona, hier, daar, proef, topic }) => {
    vergeleken += 1
    if (hier !== daar) what(`${persona} ${proef?.ingang ?? topic} ${proef?.over ?? ''}\n${hier}\n${daar}`)
  }
  const http = await voerUit(wereld, alle, oordelen, {
    anders: ({ persona, proef, verwacht, kwam, answer }) => anders(`${persona} ${proef.ingang} ${proef.over}: ${verwacht}, but ${kwam} (${answer.status} ${answer.body?.code ?? ''})`),
    zelfde: gelijk(zelfde)
  })
  const rt = await volgAlles(wereld, oordelen, one => anders(`${one.persona} ${one.topic}: ${one.verwacht}, but ${one.kwam}`), gelijk(zelfde))
  const sockets = await yjsAlles(wereld, oordelen, one => anders(`${one.persona} ${one.topic}: ${one.verwacht}, but ${one.kwam}`))
  proof.say(`${http} requests, ${rt.gedaan} subscriptions, ${sockets} documents in ${ms(performance.now() - matrix)}`)
  proof.check('everything comes out as the verdicts say', !shown.has('otherwise'), `${shown.get('otherwise')} otherwise`)
  proof.check('what is refused is as what is not there', vergeleken > 0 && !shown.has('not as absent'), `${shown.get('not as absent')} of ${vergeleken}`)
  await volledig(proof, wereld, alle, rt.soorten)
  if (LONG) await tijden(proof, wereld)

  const flips = await verander(proof, { wereld, alle, oordelen, cellen, schakel })
  await uitloggen(proof, wereld)
  return `${http + rt.gedaan + sockets} cells executed as ${PERSONAS.length} people, ${typed.length} verdicts, ${flips.gezien} of ${flips.gedaan} changed cells noticed`
})

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
async function volledig (proof, wereld, alle, soorten) {
  const { body } = await wereld.als('privacyfunctionaris').get('/api/v1/beleid')
  const van = soort => body.ingangen.filter(one => one.soort === soort).map(one => one.naam)
  const geprobeerd = new Set([...alle.map(proef => proef.ingang), 'POST /api/v1/uitloggen', 'GET /rt', 'GET /yjs/{document}'])
  const open = van('adres').filter(naam => !geprobeerd.has(naam))
  proof.check('every address and method was tried', van('adres').length > 0 && open.length === 0, open.join(', '))
  const stil = van('onderwerp').filter(naam => !soorten.has(naam))
  proof.check('every kind of topic was tried', van('onderwerp').length > 0 && stil.length === 0, stil.join(', '))
  proof.say(`${van('adres').length} addresses, ${van('onderwerp').length} kinds of topic, ${van('opdracht').length} commands, ${van('export').length} subcommands have a row`)
}

/** Cells changed one at a time in the copy that the server has loaded. Only those on which something hangs, by the verdicts. */
async function verander (proof, { wereld, alle, oordelen, cellen, schakel }) {
  const snel = alle.filter(proef => proef.snel)
  const chance = new Chance(Number(process.env.SEED || (LONG ? Date.now() % 1e9 : SEED_SHORT)))
  const begin = chance.state
  const kandidaten = [...cellen.keys()].filter(cel => kanNiet(cel) === undefined && nietHier(cel) === undefined)
  const basis = new Map(PERSONAS.map(persona => [persona, verwachtingen(wereld, snel, oordelen, persona)]))
  let gedaan = 0
  let gezien = 0
  let los = 0
  const from = performance.now()
  while (gedaan < FLIPS && los < FLIPS * 40) {
    const cel = chance.pick(kandidaten)
    const nu = cellen.get(cel)
    const anders = new Oordelen([])
    const doel = chance.pick(STAPPEN.filter(stap => stap !== nu))
    anders.bij = new Map(oordelen.bij).set(cel, doel)
    const hangt = PERSONAS.some(persona => verwachtingen(wereld, snel, anders, persona).some((one, at) => ja(one, basis.get(persona)[at])))
    if (!hangt) {
      los += 1
      continue
    }
    gedaan += 1
    await schakel.zet(cel, doel)
    let noticed = false
    await voerUit(wereld, snel, oordelen, { volgorde: cellen => geschud(cellen, chance), anders: () => (noticed = true) })
    await schakel.terug()
    if (noticed) gezien += 1
    proof.check(`noticed: ${cel} from ${nu} to ${doel}`, noticed)
  }
  if (FLIPS > 0) proof.say(`${gedaan} cells changed in ${ms(performance.now() - from)} (seed ${begin}); ${los} picks on which nothing in this matrix hangs were passed over`)
  proof.check('as many cells were changed as were meant to be', gedaan === FLIPS, `${gedaan} of ${FLIPS}`)
  return { gedaan, gezien }
}

/** In another order each time: the first that comes out otherwise is enough, and it should not always be late. */
function geschud (cellen, chance) {
  return cellen.map(cel => [chance.next(), cel]).sort(([a], [b]) => a - b).map(([, cel]) => cel)
}

function verwachtingen (wereld, proeven, oordelen, persona) {
  const blik = new Blik(wereld, oordelen, persona)
  return proeven.map(proef => proef.verwacht(blik))
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

