// Markers: what stands in each field of the world, so made that it is found again in any bytes, and who may see it.

import { minstens } from './oordelen.mjs'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** As text, as a telephone number, as a postcode, as a house number. */
const VORMEN = [/zqk[a-z]{4}/g, /0698\d{6}/g, /[1-9]\d{3}zq(?![a-z])/g, /\d{4}zqh/g]
/** What comes from the simulators of outside systems: it cannot be chosen, but it is nowhere else. */
const VAST = [
  ['persoon geheim', 'adres', 'kerkebuurt'], ['persoon geheim', 'achternaam', 'oosterling'],
  ['rekening huub', 'potnaam', 'energie-afrekening'], ['rekening huub', 'potdoel', 'winterjasenschoenen'], ['rekening huub', 'transactie', 'zorgpremie'],
  ['rekening schuil', 'potnaam', 'eigenrisico'], ['rekening schuil', 'potdoel', 'derekeningvanhetziekenhuis'],
  ['persoon maria', 'bsn', '999990019'], ['persoon samira', 'bsn', '999990032'], ['persoon huub', 'bsn', '999990068'], ['persoon geheim', 'bsn', '999990160']
]

/** A day for each kind of field, so many days on: long past, of a child, of the last years, and ahead. */
const DAG_MS = 86_400_000
const DAGEN = {
  geboortedatum: n => Date.UTC(1911, 0, 1) + n * DAG_MS,
  kindgeboren: n => Date.UTC(2012, 0, 1) + n * DAG_MS,
  vanaf: n => Date.UTC(2021, 0, 1) + n * DAG_MS,
  'gezag-vanaf': n => Date.UTC(2021, 0, 1) + n * DAG_MS,
  uitspraak: n => Date.UTC(2020, 0, 1) + n * DAG_MS,
  'lid-vanaf': n => Date.UTC(2019, 0, 1) + n * DAG_MS,
  'lid-vanaf-tweede': n => Date.UTC(2017, 0, 1) + n * DAG_MS,
  dag: n => Date.now() + (400 + n) * DAG_MS,
  'dag-groep': n => Date.now() + (400 + n) * DAG_MS,
  'herinnering-groep': n => Date.now() + (170 + n % 200) * DAG_MS,
  'achter-tot': n => Date.now() + (100 + n % 60) * DAG_MS,
  herzien: n => Date.now() + (70 + n % 20) * DAG_MS
}
const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

/** A day as it may be written: for machines, with figures, and in words. */
function geschreven (iso) {
  const [jaar, maand, dag] = iso.split('-')
  return [iso, `${dag}-${maand}-${jaar}`, `${Number(dag)}-${Number(maand)}-${jaar}`, `${Number(dag)}${MAANDEN[Number(maand) - 1]}${jaar}`]
}

export class Merken {
  constructor () {
    /** A day as it is written somewhere → its bare form. */
    this.dagen = new Map()
    /** The bare form → `{object, veld}`. */
    this.bij = new Map(VAST.map(([object, veld, bloot]) => [bloot, { object, veld }]))
    this.vast = VAST.map(one => one[2])
    this.merk = (object, veld) => {
      const n = this.bij.size
      const text = this.maak(veld, n)
      if (DAGEN[veld] !== undefined) for (const vorm of geschreven(text)) this.dagen.set(vorm, text)
      this.bij.set(text.toLowerCase().replaceAll(' ', ''), { object, veld })
      return text
    }
  }

  maak (veld, n) {
    if (DAGEN[veld] !== undefined) return new Date(DAGEN[veld](n)).toISOString().slice(0, 10)
    switch (veld) {
      case 'telefoon': return `06 98 ${String(100_000 + n).replace(/(..)(?=.)/g, '$1 ').trim()}`
      case 'postcode': return `${1000 + n} ZQ`
      case 'huisnummer': return `${1000 + n} zqh`
      default: return `Zqk${[17576, 676, 26, 1].map(step => LETTERS[Math.floor(n / step) % 26]).join('')}`
    }
  }

  /** The markers in these bytes, in their bare form. */
  in (text) {
    const bloot = text.toLowerCase().replace(/\s+/g, '')
    const found = new Set(this.vast.filter(word => bloot.includes(word)))
    for (const [vorm, dag] of this.dagen) if (bloot.includes(vorm)) found.add(dag)
    for (const vorm of VORMEN) for (const [word] of bloot.matchAll(vorm)) if (this.bij.has(word)) found.add(word)
    return found
  }
}

/** What is left of a protected dossier to who is kept out: the name, where they could know of the person at all. */
const NAAM = ['voornamen', 'voorvoegsel', 'achternaam']

/** Whether somebody may ever see this field of this thing, by whichever way out. */
export function magZien (blik, wat) {
  const over = overWie(blik.wereld, wat.object)
  if (!over.some(naam => buitengesloten(blik, naam))) return ziet(blik, wat)
  // Who looks after protected dossiers reads whose they are.
  return wat.object.startsWith('persoon ') && NAAM.includes(wat.veld) && ziet(blik, wat)
}

/** Kept out of the protected dossier of this person: whoever works here or comes in for another, and is not named. */
const buitengesloten = (blik, naam) => ['buiten', 'namens'].includes(blik.stand(naam))

/** Whom a thing is about, each of them. */
function overWie (w, object) {
  const [soort, naam] = [object.slice(0, object.indexOf(' ')), object.slice(object.indexOf(' ') + 1)]
  const een = lijst => lijst.find(one => one.naam === naam)
  switch (soort) {
    case 'persoon': return [naam]
    case 'zaak': return [een(w.zaken).persoon]
    case 'contact': return een(w.contacten).zaken.map(zaak => zaak.persoon)
    case 'gesprek': return [een(w.gesprekken).zaak.persoon]
    case 'signaal': return [een(w.signalen).over].filter(one => one !== undefined)
    case 'plan': return een(w.plannen).leden
    default: return []
  }
}

function ziet (blik, { object, veld }) {
  const w = blik.wereld
  const [soort, naam] = [object.slice(0, object.indexOf(' ')), object.slice(object.indexOf(' ') + 1)]
  const een = lijst => lijst.find(one => one.naam === naam)
  switch (soort) {
    case 'persoon': return persoon(blik, naam, veld)
    case 'zaak': return leest(blik, een(w.zaken)) || (['motivering', 'besluitregel'].includes(veld) && blik.besluit(een(w.zaken)))
    case 'contact': {
      const contact = een(w.contacten)
      return minstens(blik.contact(contact), 'wat') || (veld === 'onderwerp' && contact.zaken.some(zaak => leest(blik, zaak)))
    }
    // Nobody but who typed it.
    case 'concept': return blik.persona === naam
    // One view for all who read it: of a lid whose dossier is protected the name, and nothing of how they live there.
    case 'huishouden': {
      const het = een(w.huishoudens)
      const lid = het.leden[veld === 'lid-vanaf' ? 0 : 1]
      return minstens(blik.huishouden(het), 'wat') && !isBeschermd(w, lid)
    }
    case 'gesprek': return minstens(blik.gesprek(een(w.gesprekken)), 'wat')
    case 'rekening': return minstens(blik.rekening(een(w.rekeningen)), 'wat')
    case 'plan': return plan(blik, een(w.plannen), veld)
    case 'signaal': {
      const signaal = een(w.signalen)
      return minstens(blik.signaal(signaal), 'wat')
    }
    default: throw new Error(`a marker of nothing: ${object}`)
  }
}

/** Its content, now or looking back (N-7). */
function leest (blik, zaak) {
  const ziet = blik.zaak(zaak)
  return minstens(ziet, 'wat') || (ziet === 'dat' && blik.mag('terugkijken'))
}

/** Of a plan: what is for the groep, and of each lid what is theirs, at work and in the portal. */
function plan (blik, het, veld) {
  const { groep, leden, alles } = blik.plan(het)
  if (alles) return true
  // Why the groep was made: told to whom its maker did not work for.
  if (veld === 'waarom') return het.leden.some(lid => blik.isPersoon(lid))
  const portaal = blik.portaal(het)
  // What a lid said, and what was said to them: between that lid and who works on the plan.
  if (['reactie', 'antwoord', 'gemeld'].includes(veld)) return groep || (portaal.groep && portaal.spreekt.length > 0 && blik.isPersoon('maria'))
  const [, van] = /^(?:doel|actie|dag|herinnering)-(.*)$/.exec(veld) ?? []
  if (van === undefined) return veld === 'resultaat' && groep
  // What is kept from the leden is for who works here as before; why, for who leads the plan alone (KING-R1c).
  if (van === 'achter') return groep
  return van === 'groep' ? groep || portaal.groep : leden.includes(van) || portaal.leden.includes(van)
}

const isBeschermd = (w, naam) => w.personen[naam].bescherming?.geldt === true

function persoon (blik, naam, veld) {
  const w = blik.wereld
  const ziet = minstens(blik.persoon(naam), 'wat')
  const thuis = w.huishoudens.find(one => one.leden.includes(naam))
  const samen = thuis !== undefined && minstens(blik.huishouden(thuis), 'wat')
  // Where somebody lives who hides, or lives with who does, stands in no list and on no page of another: it is asked for by itself, by who
  // writes on a zaak of theirs.
  const hidden = lid => w.personen[lid].geheim === true || isBeschermd(w, lid)
  const anderen = blik.thuis(naam).filter(lid => lid !== naam).some(hidden)
  const verraadt = anderen || hidden(naam)
  const adres = anderen ? blik.hoogsteZaak(naam) === 'schrijven' && !blik.thuis(naam).some(lid => blik.dicht(lid, 'zaak')) : ziet
  const verslag = w.gesprekken.some(one => one.zaak.persoon === naam && minstens(blik.gesprek(one), 'wat'))
  // With what a report began it stays: where somebody lives, too, of whom that was no secret then. Each of this world began before anybody was
  // protected.
  const inVerslag = verslag && !blik.thuis(naam).some(lid => w.personen[lid].geheim === true)
  const gesignaleerd = w.signalen.some(one => one.over === naam && minstens(blik.signaal(one), 'wat'))
  const geld = w.rekeningen.some(one => one.persoon === naam && minstens(blik.rekening(one), 'wat'))
  const zoekt = blik.mag('persoon_zoeken')
  const terug = w.zaken.some(zaak => zaak.persoon === naam && (leest(blik, zaak) || blik.besluit(zaak)))
  switch (veld) {
    case 'voornamen': case 'voorvoegsel': case 'achternaam': case 'beschrijving': {
      const plans = w.plannen.some(one => (one.leden.includes(naam) && (blik.plan(one).groep || blik.portaal(one).groep)) || (one.participanten.includes(naam) && blik.plan(one).alles))
      // Who reads the trail reads about whom each line of it is.
      return ziet || samen || verslag || gesignaleerd || geld || zoekt || plans || terug || blik.mag('sporen_lezen') ||
        (isBeschermd(w, naam) && blik.mag('dossier_beschermen'))
    }
    case 'straat': case 'huisnummer': return adres || inVerslag || (!verraadt && (samen || zoekt))
    case 'postcode': case 'plaats': return adres || inVerslag || (!verraadt && (samen || gesignaleerd))
    case 'email': return ziet
    case 'gezaghouder': case 'gerecht': case 'kenmerk': return ziet || samen
    case 'gezag-vanaf': case 'uitspraak': return ziet || samen
    case 'geboortedatum': case 'kindgeboren': return ziet || samen || verslag || gesignaleerd || geld || zoekt || terug
    // An address that is kept from others: only who has the zaak, not who may find the person.
    case 'adres': return blik.hoogsteZaak(naam) === 'schrijven'
    case 'telefoon': case 'bsn': return ziet
    default: throw new Error(`a person has no ${veld}`)
  }
}
