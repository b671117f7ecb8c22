// Chains of commands about things that nobody else in the round touches, and what the record must say of them after a crash: each step that
// was acknowledged is there at the version that was answered, once, and nothing else is, but for the step that was on its way.

import { opdrachtVan } from './opdrachten.mjs'

/** The line that a command leaves in the time line of its zaak or plan. */
const SOORT = {
  RegistreerMelding: 'MeldingGeregistreerd', WijsToe: 'ZaakToegewezen', NeemInBehandeling: 'InBehandelingGenomen',
  NoteerContact: 'KlantcontactGenoteerd', GeefContactDoor: 'KlantcontactGenoteerd',
  ZetTaakKlaar: 'TaakKlaargezet', RondTaakAf: 'TaakAfgerond', HeropenTaak: 'TaakHeropend', WijsTaakToe: 'TaakToegewezen', LaatTaakVervallen: 'TaakVervallen',
  StelBesluitVoor: 'BesluitVoorgesteld', WijzigVoorstel: 'VoorstelGewijzigd', Accordeer: 'BesluitGeaccordeerd', WijsVoorstelAf: 'VoorstelAfgewezen',
  TrekVoorstelIn: 'VoorstelIngetrokken', NeemBesluit: 'BesluitGenomen',
  StartPlan: 'PlanBegonnen', StelDoel: 'DoelGesteld', WijzigDoel: 'DoelGewijzigd', RondDoelAf: 'DoelAfgerond', HeropenDoel: 'DoelHeropend', LegActieVast: 'ActieVastgelegd',
  ReageerOpDoel: 'DoelreactieGegeven', LeesDoelreactie: 'DoelreactieGelezen', BeantwoordDoelreactie: 'DoelreactieBeantwoord',
  MeldEigenActieGedaan: 'ActieGemeld', MeldEigenActieNogNiet: 'ActieNogNietGedaan', VraagDoorOverActie: 'ActieDoorgevraagd',
  HoudAchter: 'OnderdeelAchtergehouden', DeelOnderdeel: 'OnderdeelGedeeld',
  MeldActieGedaan: 'ActieGedaan', HeropenActie: 'ActieHeropend', KoppelZaak: 'ZaakGekoppeld', OntkoppelZaak: 'ZaakOntkoppeld',
  VoegRegisseurToe: 'RegisseurToegevoegd', DraagRegieOver: 'RegieOvergedragen', VerwijderRegisseur: 'RegisseurVertrokken', SluitPlan: 'PlanAfgesloten'
}
/** A plan begins with its groep, and the version that is answered is the groep's. */
const EERSTE = ['StartPlan']
/** Of these the one who does them sees of the zaak no more than that it runs, or of the plan a part, and is answered the version of that or none: they
 * are counted. */
const TOETSEND = ['Accordeer', 'WijsVoorstelAf', 'ReageerOpDoel', 'MeldEigenActieGedaan', 'MeldEigenActieNogNiet']
/** What one command under way may have added at most: a person taken over from the BRP with who has gezag over them. */
const EVENTS_MAX = 8

export class Keten {
  constructor (work, na, word) {
    Object.assign(this, { work, na, word, stappen: [], feiten: {} })
    work.ledger.ketens.push(this)
  }

  /** One command; its answer when it was acknowledged, else nothing and the chain ends here. */
  async doe (session, path, body, headers) {
    if (this.work.stopped) return undefined
    const done = await this.work.command(session, path, body, headers, this)
    if (done === undefined) return undefined
    this.stappen.push({ name: done.opdracht, ...done })
    return done.answer
  }

  /** What somebody reads while the chain runs, or nothing when the line was cut. */
  async lees (session, path) {
    const answer = await this.work.look(() => session.get(path))
    return answer?.status === 200 ? answer.body : undefined
  }

  /** How often a command was acknowledged. */
  gedaan (opdracht) { return this.stappen.filter(one => one.opdracht === opdracht).length }

  /** Whether a command of this chain was on its way: only one can be, of this name when one is given. */
  onderweg (opdracht) {
    return [...this.work.onTheirWay].some(ask => this.eigen(ask) && (opdracht === undefined || opdrachtVan(ask.path) === opdracht))
  }

  eigen (ask) { return ask.keten === this }

  /** The wrongs, each with the chain's own word before it. */
  async wrongs () {
    const found = []
    const wrong = what => found.push(`${this.na.name} ${this.word}: ${what}`)
    /** `n` times, or once more when the command that does it was on its way. */
    const keer = (what, n, wanted, opdracht) => {
      if (n !== wanted && !(n === wanted + 1 && this.onderweg(opdracht))) wrong(`${what} ${n} times, not ${wanted}`)
    }
    await this.na(this, { wrong, keer })
    return found
  }

  /** Steps on this thing, in order. */
  van (id) { return this.stappen.filter(one => one.answer.id === id) }

  /** The version that was last answered for this thing is the one that it has. */
  versie (wrong, id, now) {
    const last = Math.max(1, ...this.van(id).filter(one => !EERSTE.includes(one.opdracht)).map(one => one.answer.versie))
    const room = this.onderweg() ? EVENTS_MAX : 0
    if (!(now >= last && now <= last + room)) wrong(`version ${now}, and ${last} was answered`)
  }

  /** Every step on this thing stands in its time line, as what it is and at the version that was answered, and no other does. */
  tijdlijn (wrong, id, regels, ook = []) {
    const at = ({ opdracht, answer }) => EERSTE.includes(opdracht) ? 1 : answer.versie
    const done = this.van(id).filter(one => SOORT[one.opdracht] !== undefined)
    const told = done.filter(one => !TOETSEND.includes(one.opdracht)).map(one => `${at(one)} ${SOORT[one.opdracht]}`)
    const there = (regels ?? []).map(regel => `${regel.versie} ${regel.soort}`)
    const soort = line => line.split(' ')[1]
    const lost = told.filter(line => !there.includes(line))
    const more = there.filter(line => !told.includes(line) && !ook.includes(soort(line)) && !TOETSEND.some(one => SOORT[one] === soort(line)))
    for (const opdracht of TOETSEND) {
      const [wanted, found] = [done.filter(one => one.opdracht === opdracht).length, there.filter(line => soort(line) === SOORT[opdracht])]
      if (found.length < wanted) lost.push(`${wanted} times ${SOORT[opdracht]}, there ${found.length}`)
      more.push(...found.slice(wanted))
    }
    if (lost.length > 0) wrong(`not in the time line: ${lost.join(', ')}`)
    if (more.length > (this.onderweg() ? 1 : 0)) wrong(`in the time line too: ${more.join(', ')}`)
    if (new Set(regels?.map(regel => regel.versie)).size !== there.length) wrong('two lines of one version')
  }
}

/** A chain, over and over, until one of its commands is not acknowledged or the round ends. `turn` counts from nought. */
export function ketens (work, na, begin) {
  let turn = 0
  return work.many(async word => begin(new Keten(work, na, word), word, turn++))
}

export const someone = (word, extra = {}) => ({ voornamen: 'Wijk', achternaam: `Werk-${word}`, geboortedatum: '1979-04-05', ...extra })

/** A person with a zaak that is given to these people: its id. */
export async function zaakVan (keten, zaaktype, mensen, persoon) {
  const { linda, werkverdeler } = keten.work.team
  const who = persoon ?? (await keten.doe(linda, '/api/v1/personen', someone(keten.word)))?.id
  if (who === undefined) return undefined
  keten.feiten.persoon = who
  const melding = { persoon: who, zaaktype, onderwerp: `Zaak ${keten.word}`, kanaal: 'balie' }
  const zaak = (await keten.doe(linda, '/api/v1/meldingen', melding))?.id
  if (zaak === undefined) return undefined
  keten.feiten.zaak = zaak
  const given = await keten.doe(werkverdeler, `/api/v1/zaken/${zaak}/toewijzen`, { behandelaars: mensen.map(one => one.ik.id) })
  return given === undefined ? undefined : zaak
}
