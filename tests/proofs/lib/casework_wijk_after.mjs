// What has to be there after a crash of the work in casework_wijk.mjs: of each chain everything up to what was acknowledged, and nothing twice.

/** What is missing, double or half. */
export async function wijkMissing (work) {
  const found = [...await bezetting(work), ...await rekeningen(work)]
  for (const entry of work.ledger.trajecten) found.push(...await traject(work, entry))
  for (const entry of work.ledger.gezag) found.push(...await gezag(work, entry))
  for (const entry of work.ledger.genomen) found.push(...await genomen(work, entry))
  return found
}

/** A change that was on its way when the server died: it may have happened, wholly. */
const onItsWay = (work, path) => [...work.onTheirWay].find(ask => ask.path === path)

async function traject ({ team: { rianne } }, entry) {
  const found = []
  const wrong = what => found.push(`traject ${entry.word}: ${what}`)
  const all = (await rianne.get('/api/v1/signalen?soort=huurachterstand&stand=alle')).body.items
  const naam = `Onbekend ${entry.word}`
  const mine = all.filter(row => row.betreft?.nog_onbekend?.naam === naam || (entry.persoon !== undefined && row.betreft?.persoon?.id === entry.persoon.id))
  if (mine.length !== 1) return [`traject ${entry.word}: ${mine.length} signalen`]
  const signaal = (await rianne.get(`/api/v1/signalen/${mine[0].id}`)).body
  if (signaal.inzendingen.filter(one => one.id === entry.onbekend.inzending).length !== 1) wrong('its report is not in it once')
  if (entry.aangewezen !== undefined && signaal.persoon !== entry.persoon.id) wrong('nobody is named')
  if (entry.afgehandeld !== undefined && signaal.afgehandeld !== 'geen_actie') wrong(`handled: ${signaal.afgehandeld}`)
  if (entry.traject === undefined) return found
  const plan = (await rianne.get(`/api/v1/plannen/${entry.traject.id}`)).body
  if (plan?.id !== entry.traject.id) return [...found, `traject ${entry.word}: no plan`]
  const again = await rianne.post('/api/v1/groepen', { leden: [entry.persoon.id] })
  if (again.status !== 409) wrong(`its groep is made again: ${again.status}`)
  if (entry.gesloten !== undefined && plan.einde == null) wrong('its plan is open')
  return found
}

async function gezag (work, entry) {
  const { body } = await work.team.kevin.get(`/api/v1/personen/${entry.kind.id}`)
  const held = body.gezag.filter(one => one.persoon === work.oma).length
  const under = onItsWay(work, `/api/v1/personen/${entry.kind.id}/gezag`) !== undefined
  return held === (entry.gezag === undefined ? 0 : 1) || (under && held <= 1) ? [] : [`gezag ${entry.word}: ${held} times`]
}

async function genomen (work, entry) {
  const { emma } = work.team
  const { body } = await emma.get(`/api/v1/zaken/${entry.wacht.id}`)
  const hers = body.behandelaars?.filter(one => one.id === emma.ik.id).length
  const under = ['neem', 'vrijgeven'].some(pad => onItsWay(work, `/api/v1/zaken/${entry.wacht.id}/${pad}`) !== undefined)
  return hers === (entry.genomen === undefined || entry.vrij !== undefined ? 0 : 1) || (under && hers <= 1) ? [] : [`zaak ${entry.word}: Emma's ${hers} times`]
}

async function bezetting (work) {
  const last = work.ledger.bezetting.at(-1)
  if (last === undefined) return []
  const { kevin, werkverdeler } = work.team
  const { body } = await werkverdeler.get('/api/v1/caseload')
  const vanaf = body.medewerkers.find(one => one.id === kevin.ik.id)?.afwezig?.vanaf ?? null
  const path = `/api/v1/medewerkers/${kevin.ik.id}`
  const under = [onItsWay(work, `${path}/afwezig`)?.body.vanaf, onItsWay(work, `${path}/terug`) && null].filter(one => one !== undefined)
  return [last.vanaf, ...under].includes(vanaf) ? [] : [`Kevin is away from ${vanaf}, and ${last.vanaf} was acknowledged`]
}

async function rekeningen (work) {
  const found = []
  const { body } = await work.team.mirjam.get('/api/v1/rekeningen')
  for (const entry of work.ledger.rekeningen) {
    const there = body.items.filter(one => one.persoon?.id === entry.eigenaar.id)
    const under = onItsWay(work, '/api/v1/rekeningen') !== undefined
    const right = entry.rekening === undefined ? there.length === 0 || (under && there.length === 1) : there.length === 1 && there[0].id === entry.rekening.id
    if (!right) found.push(`rekening ${entry.word}: ${there.length} times`)
  }
  return found
}
