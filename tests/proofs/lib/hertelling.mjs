// The dashboard and the worklists, counted again: from the zaken that somebody reads who may know of all of them, by figures typed from
// docs/bronnen.md and not taken from the server. What is kept as things happen must be what comes of counting from nothing.

import { RtClient } from './rt.mjs'
import { until } from './proof.mjs'

/** Minutes a week that a zaak asks of one who does it alone, in percents what urgency adds, and the part of each of so many. */
const BASIS = {
  'MELDING-WMO': 90, 'AANVRAAG-JEUGDHULP': 150, 'AANVRAAG-BIJZONDERE-BIJSTAND': 45, 'AANVRAAG-LEVENSONDERHOUD': 75, 'ONDERZOEK-RECHTMATIGHEID': 120
}
const TOESLAG = { gewoon: 100, spoed: 150, crisis: 200 }
const AANDEEL = [100, 100, 60, 45]
const AANDEEL_VELEN = 40
const PAGES_MAX = 200
const HEARD_MS_MAX = 20_000
/** Who has zaken of their own here, and a list in which they must stand. */
const BEHANDELAARS = ['kevin', 'emma', 'peter', 'abdul', 'sara', 'rianne', 'mirjam', 'backoffice']
/** Of which field of law what waits is theirs too. */
const DOMEIN = { kevin: 'jeugd', emma: 'wmo', peter: 'inkomen' }
/** A list longer than this is not followed as a whole. */
const BUNDEL_MAX = 150

async function alles (session, path) {
  const found = []
  let na = ''
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { status, body } = await session.get(`${path}${na}`)
    if (status !== 200) throw new Error(`${path}: ${status}`)
    found.push(...body.items)
    if (body.volgende == null) return found
    na = `&na=${encodeURIComponent(body.volgende)}`
  }
  throw new Error(`${path}: more than ${PAGES_MAX} pages`)
}

const HIER = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** The Sunday of the week of `dag`. */
function zondag (dag) {
  const at = new Date(`${dag}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + (7 - at.getUTCDay()) % 7)
  return at.toISOString().slice(0, 10)
}

function gewicht ({ zaaktype, urgentie, behandelaars }) {
  return Math.ceil(BASIS[zaaktype] * TOESLAG[urgentie] * (AANDEEL[behandelaars.length] ?? AANDEEL_VELEN) / 10_000)
}

/** What a pile of zaken comes to on `dag`; `keer` is how often each weighs. */
function tel (zaken, dag, keer = () => 1) {
  const per_status = {}
  for (const { status } of zaken) per_status[status] = (per_status[status] ?? 0) + 1
  const ontvangen = zaken.map(zaak => zaak.ontvangen).sort()
  return {
    aantal: zaken.length,
    gewicht: zaken.reduce((sum, zaak) => sum + gewicht(zaak) * keer(zaak), 0),
    te_laat: zaken.filter(zaak => zaak.uiterlijk_op < dag).length,
    deze_week: zaken.filter(zaak => zaak.uiterlijk_op >= dag && zaak.uiterlijk_op <= zondag(dag)).length,
    per_status,
    oudste: ontvangen[0] ?? null
  }
}

const sorted = value => JSON.stringify(value, (_, one) => one !== null && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one)

export class Hertelling {
  constructor (team) {
    this.team = team
    /** How urgent each zaak is, which never changes; who only knows that it runs is not told. */
    this.urgentie = new Map()
  }

  /** What differs from a recount, on the dashboard and in the lists; `verander` falsifies what is counted. */
  async anders (verander = zaken => zaken) {
    const { werkverdeler } = this.team
    const all = await alles(werkverdeler, '/api/v1/zaken?lijst=alle&aantal=200')
    await this.urgenties(all)
    const zaken = verander(all)
    for (const zaak of zaken) zaak.ontvangen = HIER.format(new Date(zaak.ontvangen_op))
    const { body } = await werkverdeler.get('/api/v1/caseload')
    return [...await this.dashboard(zaken, body), ...await this.gevolgd(body), ...await this.lijsten(zaken)]
  }

  async urgenties (zaken) {
    const open = () => zaken.filter(zaak => !this.urgentie.has(zaak.id))
    if (open().length > 0) {
      for (const row of await alles(this.team.linda, '/api/v1/zaken?lijst=alle&aantal=200')) if (row.urgentie !== undefined) this.urgentie.set(row.id, row.urgentie)
    }
    for (const zaak of open()) {
      const reader = BEHANDELAARS.find(name => zaak.behandelaars.some(who => who.id === this.team[name].ik.id)) ?? 'kcc'
      const { body } = await this.team[reader].get(`/api/v1/zaken/${zaak.id}`)
      if (body.urgentie === undefined) throw new Error(`nobody here reads zaak ${zaak.zaaknummer}`)
      this.urgentie.set(zaak.id, body.urgentie)
    }
    for (const zaak of zaken) zaak.urgentie = this.urgentie.get(zaak.id)
  }

  async dashboard (zaken, body) {
    const found = []
    const same = (what, there, wanted) => { if (sorted(there) !== sorted(wanted)) found.push(`caseload, ${what}: ${sorted(there)}, counted ${sorted(wanted)}`) }
    const hoofden = zaak => Math.max(1, zaak.behandelaars.length)
    const wacht = zaken.filter(zaak => zaak.behandelaars.length === 0)
    same('all', body.totaal, tel(zaken, body.dag, hoofden))
    same('waiting', body.wachtend, tel(wacht, body.dag))
    for (const { domein, telling, wachtend } of body.teams) {
      same(domein, telling, tel(zaken.filter(zaak => zaak.domein === domein), body.dag, hoofden))
      same(`${domein}, waiting`, wachtend, tel(wacht.filter(zaak => zaak.domein === domein), body.dag))
    }
    const teams = new Set(body.teams.map(team => team.domein))
    if (zaken.some(zaak => !teams.has(zaak.domein))) found.push('caseload: a team is not there')
    const has = who => zaken.filter(zaak => zaak.behandelaars.some(one => one.id === who))
    for (const { id, naam, telling } of body.medewerkers) same(naam, telling, tel(has(id), body.dag))
    const known = new Set(body.medewerkers.map(one => one.id))
    if (zaken.some(zaak => zaak.behandelaars.some(one => !known.has(one.id)))) found.push('caseload: somebody who has zaken is not there')
    for (const { dag, aantal } of body.verloop) same(`open on ${dag}`, aantal, zaken.filter(zaak => zaak.ontvangen <= dag).length)
    return [...found, ...await this.plannen(body, same)]
  }

  async plannen (body) {
    const found = []
    const loopt = new Set()
    for (const name of ['rianne', 'ruben']) {
      const { regie } = (await this.team[name].get('/api/v1/plannen')).body
      const mine = regie.filter(plan => plan.afgesloten_op == null).map(plan => plan.id)
      mine.forEach(id => loopt.add(id))
      const there = body.medewerkers.find(one => one.id === this.team[name].ik.id)?.plannen
      if (there !== mine.length) found.push(`caseload: ${name} leads ${there} plans, counted ${mine.length}`)
    }
    if (body.plannen !== loopt.size) found.push(`caseload: ${body.plannen} plans run, counted ${loopt.size}`)
    return found
  }

  /** What an open dashboard shows is what a look gives, apart from its moment. */
  async gevolgd (body) {
    const bare = ({ bijgewerkt_op: _, positie: __, ...rest }) => sorted(rest)
    const rt = await RtClient.open(this.team.werkverdeler)
    try {
      const ok = await rt.subscribe(`caseload/${body.gemeente}`)
      const shown = () => rt.frames.filter(frame => frame.t === 'latest' && frame.a === ok?.a).at(-1)?.b
      await until(() => shown() !== undefined && bare(shown()) === bare(body), ask => rt.listen(ask), HEARD_MS_MAX)
      return shown() !== undefined && bare(shown()) === bare(body) ? [] : [`an open dashboard shows ${shown() && bare(shown())}, a look ${bare(body)}`]
    } finally { rt.destroy() }
  }

  async lijsten (zaken) {
    const found = []
    await Promise.all(BEHANDELAARS.map(async name => {
      const who = this.team[name]
      const counted = ids(zaken.filter(zaak => zaak.behandelaars.some(one => one.id === who.ik.id)))
      const mine = await alles(who, '/api/v1/zaken?lijst=mijn&aantal=200')
      const mijn = ids(mine)
      if (mijn !== counted) found.push(`the list of ${name}: ${mijn.length / 36 | 0} zaken, counted ${counted.length / 36 | 0}`)
      const drill = ids(await alles(this.team.werkverdeler, `/api/v1/caseload/medewerkers/${who.ik.id}?aantal=200`))
      if (drill !== counted) found.push(`behind the count of ${name} stand other zaken`)
      // What somebody works on, and what waits for one of their field.
      const shown = new Map((await alles(who, '/api/v1/zaken?lijst=wachtend&aantal=200')).map(row => [row.id, row]))
      const waits = ids(zaken.filter(zaak => zaak.behandelaars.length === 0 && zaak.domein === DOMEIN[name]))
      if (ids([...shown.values()]) !== waits) found.push(`what waits for ${name}: ${shown.size} zaken, counted ${waits.length / 36 | 0}`)
      for (const row of mine) shown.set(row.id, row)
      if (shown.size > BUNDEL_MAX) return
      const followed = await volg(who)
      if (followed !== ids([...shown.values()])) found.push(`an open list of ${name} differs from a look`)
    }))
    return found
  }
}

const ids = rows => rows.map(row => row.id).sort().join()

/** The zaken in somebody's open list, once it is whole. */
async function volg (who) {
  const rt = await RtClient.open(who)
  try {
    const ok = await rt.subscribe(`werkvoorraad/${who.ik.id}`)
    if (ok?.t !== 'ok') return ok?.code
    await rt.heard(frame => frame.t === 'snap' && frame.a === ok.a, HEARD_MS_MAX)
    // What waits for a second pair of eyes is in a list of its own.
    return ids(rt.frames.filter(frame => frame.t === 'lid' && frame.b.te_accorderen === undefined).map(frame => frame.b))
  } finally { rt.destroy() }
}
