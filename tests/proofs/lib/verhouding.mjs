// How everybody in the world stands to everything in it, worked out from what the world did: the facts of the second evaluator.

import { minste, minstens } from './oordelen.mjs'
import { NAMENS, ROLLEN, ZONDER_SESSIE } from './wereld.mjs'

const VAK = { jeugdconsulent: 'jeugd', wmoconsulent: 'wmo', consulent_inkomen: 'inkomen', uitkeringsadministratie: 'inkomen', werkcoach: 'inkomen' }
const VAK_VAN_ZAAK = {
  'MELDING-WMO': 'wmo', 'AANVRAAG-JEUGDHULP': 'jeugd', 'AANVRAAG-BIJZONDERE-BIJSTAND': 'inkomen', 'AANVRAAG-LEVENSONDERHOUD': 'inkomen', 'ONDERZOEK-RECHTMATIGHEID': 'inkomen'
}
/** Who can be assigned a zaak. */
const BEHANDELT = ['jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'uitkeringsadministratie', 'werkcoach', 'regisseur', 'backoffice', 'medewerker_budgetbeheer']
/** The parts of the wijkteam, each with the role whose sight it has. */
const KRINGEN = { jeugd: 'jeugdconsulent', wmo: 'wmoconsulent', regie: 'regisseur', leiding: 'wijkteammanager' }

/** How somebody stands to a zaak by what ends by itself. */
const VOOR_EEN_TIJD = ['vervanger', 'toestemming', 'gezaghouder', 'medelid']

/** Who was born on this day or before is sixteen or older. */
const ZESTIEN_GEBOREN = `${new Date().getFullYear() - 16}${new Date().toISOString().slice(4, 10)}`

const als = (waar, woord) => waar ? [woord] : []

/** What somebody may in this world by these verdicts. */
export class Blik {
  constructor (wereld, oordelen, persona) {
    Object.assign(this, { wereld, oordelen, persona, rol: ROLLEN[persona] ?? ZONDER_SESSIE[persona] })
  }

  werktVoor (persoon, behalve) { return this.werkenVoor([this.persona], persoon, behalve) }

  /** Those for whom they stand in. About oneself one stands in for nobody. */
  voorWie (persoon) {
    return this.isPersoon(persoon) ? [] : this.wereld.vervangt?.[this.persona] ?? []
  }

  /** Work on a dossier that is closed to them opens nothing. */
  werkenVoor (mensen, persoon, behalve) {
    return !this.dicht(persoon, 'zaak') && this.wereld.zakenVan(persoon).some(zaak => zaak !== behalve && mensen.some(who => zaak.behandelaars.includes(who)))
  }

  /** How they stand to a protected dossier; undefined where there is none. */
  stand (naam) {
    const { bescherming } = this.wereld.personen[naam]
    if (bescherming === undefined || !bescherming.geldt) return undefined
    if (NAMENS[this.persona] !== undefined) return 'namens'
    if (['inwoner', 'groepsparticipant'].includes(this.rol)) return 'thuis'
    return bescherming.genoemd.includes(this.persona) ? 'genoemd' : 'buiten'
  }

  /** What is left of a right to something about these people, because of whose dossier is protected. */
  rest (namen, soort, ver) {
    const standen = [namen].flat().map(naam => this.stand(naam)).filter(stand => stand !== undefined)
    return standen.reduce((ver, stand) => minste(ver, this.oordelen.beschermd(this.rol, soort, stand)), ver)
  }

  dicht (namen, soort) { return this.rest(namen, soort, 'schrijven') === 'niets' }

  /** They work on it, or stand in for who does. */
  behandelt (zaak) { return [this.persona, ...this.voorWie(zaak.persoon)].some(who => zaak.behandelaars.includes(who)) }

  /** They have gezag over this minor, whose age gives it a meaning still (Jeugdwet 7.3.4). */
  heeftGezag (naam) {
    const { gezag, geboortedatum } = this.wereld.personen[naam]
    return gezag !== undefined && gezag === this.persona && geboortedatum > ZESTIEN_GEBOREN
  }

  /** They come in for this person. */
  isGemachtigd (naam) { return NAMENS[this.persona] !== undefined && this.wereld.personen[naam].persona === NAMENS[this.persona] }

  isPersoon (naam) { return this.wereld.personen[naam].persona === this.persona }

  zaak (zaak, zonder) {
    const thuis = this.wereld.huishoudens.find(huishouden => huishouden.leden.includes(zaak.persoon))
    const huisgenoten = (thuis?.leden ?? []).filter(lid => lid !== zaak.persoon)
    // Who stands in for somebody stands as that one, in what follows from the work too (KING-R4d).
    const mensen = [this.persona, ...this.voorWie(zaak.persoon)]
    const leidt = this.wereld.plannen.some(plan => plan.loopt && mensen.some(who => plan.regisseurs.includes(who)) && plan.leden.includes(zaak.persoon) &&
      // A plan that is closed to them opens nothing.
      !this.dicht(plan.leden, 'plan'))
    const object = `zaak:${zaak.zaaktype}`
    // In the portal, of one's own zaak, that of a child and that of whom one comes in for, no more than that it runs, whatever the table would
    // give: by age nobody has more (C2-R1, KING-R1e).
    const portaal = ['betrokkene', 'gezaghouder', 'gemachtigde']
    const zelf = this.eigenStaat(zaak).some(staat => portaal.includes(staat) && this.oordelen.een(this.rol, object, staat) !== 'niets') ? 'dat' : 'niets'
    const elders = this.oordelen.hoogste(this.rol, object, [
      ...this.eigenStaat(zaak).filter(staat => !portaal.includes(staat) && staat !== zonder),
      ...als(this.werkenVoor(mensen, zaak.persoon, zaak), 'zelfde_persoon'),
      ...als(leidt, 'regisseur'),
      ...als(huisgenoten.some(lid => this.werkenVoor(mensen, lid)), 'zelfde_huishouden')
    ])
    return this.rest(zaak.persoon, 'zaak', minstens(elders, zelf) ? elders : zelf)
  }

  /** Who sees the content of a zaak reads its letters, and so does to whom they go. */
  brieven (zaak) {
    const gericht = this.eigenStaat(zaak).filter(staat => ['betrokkene', 'gezaghouder', 'gemachtigde'].includes(staat))
    const voorHen = gericht.some(staat => this.oordelen.een(this.rol, `zaak:${zaak.zaaktype}`, staat) !== 'niets')
    return minstens(this.zaak(zaak), 'wat') || (voorHen && this.rest(zaak.persoon, 'zaak', 'dat') !== 'niets')
  }

  /** How they stand in the zaak itself, whatever they have to do with its person elsewhere. */
  eigenStaat (zaak) {
    return [
      'geen',
      ...als(zaak.behandelaars.includes(this.persona), 'behandelaar'),
      ...als(zaak.melder === this.persona, 'melder'),
      ...als(VAK[this.rol] === VAK_VAN_ZAAK[zaak.zaaktype], 'vakgenoot'),
      ...als(this.isPersoon(zaak.persoon), 'betrokkene'),
      ...als(this.isGemachtigd(zaak.persoon), 'gemachtigde'),
      ...als(this.heeftGezag(zaak.persoon), 'gezaghouder'),
      ...als(zaak.behandelaars.some(who => this.voorWie(zaak.persoon).includes(who)), 'vervanger'),
      ...als(this.leestMet(zaak), 'toestemming'),
      ...als(this.isMedelid(zaak), 'medelid'),
      ...als(this.accordeert(zaak), 'accordeur')
    ]
  }

  /** Its person lets them know of it, in a plan of both that runs and that they see (KING-R1f). */
  isMedelid (zaak) {
    return (this.wereld.meekijken ?? []).some(one => one.zaak === zaak.naam && this.isPersoon(one.aan) &&
      this.portaal(this.wereld.plannen.find(plan => plan.naam === one.plan)).groep)
  }

  /** The person said so, and they work for that person still (KING-R6e). */
  leestMet (zaak) { return (zaak.lezers ?? []).includes(this.persona) && this.werktVoor(zaak.persoon, zaak) }

  /** Whether they know of it by this alone. */
  alleenAls (zaak, staat) { return this.eigenStaat(zaak).includes(staat) && this.zaak(zaak, staat) === 'niets' }

  /** Whether they know of it by how they stand in it: who works for a person elsewhere, or leads their plan, does nothing with the besluit (C1-P7). */
  kentZelf (zaak) {
    const vast = this.eigenStaat(zaak).filter(staat => !VOOR_EEN_TIJD.includes(staat))
    return this.oordelen.hoogste(this.rol, `zaak:${zaak.zaaktype}`, vast) !== 'niets'
  }

  /** What somebody may do with the besluit of a zaak, as far as they know of it by themselves. */
  doetBesluit (zaak, handeling) { return this.kentZelf(zaak) && this.magBesluit(zaak, handeling) }

  magBesluit (zaak, handeling) {
    const staat = ['geen', ...als(zaak.behandelaars.includes(this.persona), 'behandelaar'), ...als(VAK[this.rol] === VAK_VAN_ZAAK[zaak.zaaktype], 'vakgenoot')]
    return this.oordelen.hoogste(this.rol, `besluit:${handeling}`, staat) !== 'niets'
  }

  /** Whether a besluit waits here of which they can be the second pair of eyes. */
  accordeert (zaak) {
    return zaak.wacht !== undefined && !zaak.wacht.includes(this.persona) && !this.isPersoon(zaak.persoon) && !this.dicht(zaak.persoon, 'besluit') &&
      this.magBesluit(zaak, 'accorderen')
  }

  /** Whether they see the besluit that waits here. */
  besluit (zaak) { return zaak.wacht !== undefined && (minstens(this.zaak(zaak), 'wat') || this.accordeert(zaak)) }

  hoogsteZaak (persoon) {
    return this.wereld.zakenVan(persoon).map(zaak => this.zaak(zaak)).reduce((a, b) => minstens(a, b) ? a : b, 'niets')
  }

  /** The same as far as they may know by it whose it is: of a confidential one only who reads it (C2-K2). */
  hoogsteBijPersoon (persoon) {
    const ver = zaak => zaak.zaaktype === 'ONDERZOEK-RECHTMATIGHEID' && !minstens(this.zaak(zaak), 'wat') ? 'niets' : this.zaak(zaak)
    return this.wereld.zakenVan(persoon).map(ver).reduce((a, b) => minstens(a, b) ? a : b, 'niets')
  }

  persoon (naam) {
    const zaken = this.hoogsteBijPersoon(naam)
    const door = zaken === 'niets' ? [] : [minstens(zaken, 'wat') ? 'ziet_inhoud' : 'weet_ervan']
    return this.rest(naam, 'persoon', this.oordelen.hoogste(this.rol, 'persoon', [
      'geen', ...als(this.isPersoon(naam), 'betrokkene'), ...als(this.isGemachtigd(naam), 'gemachtigde'), ...door
    ]))
  }

  /** Who lives with them as far as was recorded, they too. */
  thuis (naam) { return this.wereld.huishoudens.find(one => one.leden.includes(naam))?.leden ?? [naam] }

  /**
   * Whether they know who this is: by their work, because they took them in, or because they found them. Of who is protected nobody does by
   * their work who is not named.
   */
  kent (naam) {
    if (this.wereld.isGevonden(this.persona, naam)) return true
    if (this.stand(naam) === 'buiten' || this.stand(naam) === 'namens') return false
    const { huishoudens, groepen, signalen } = this.wereld
    return minstens(this.persoon(naam), 'dat') ||
      huishoudens.some(one => one.leden.includes(naam) && this.huishouden(one) !== 'niets') ||
      groepen.some(one => one.leden.includes(naam) && this.groep(one) !== 'niets') ||
      signalen.some(one => one.over === naam && minstens(this.signaal(one), 'wat'))
  }

  huishouden (huishouden) {
    const eigen = huishouden.leden.some(lid => this.isPersoon(lid))
    const voor = huishouden.leden.some(lid => !eigen && this.werkenVoor(this.voorWie(lid), lid))
    return this.oordelen.hoogste(this.rol, 'huishouden', [
      'geen', ...als(huishouden.leden.some(lid => this.werktVoor(lid)), 'werkt_voor_lid'), ...als(voor, 'vervanger')
    ])
  }

  contact (contact) {
    const leest = contact.zaken.some(zaak => minstens(this.zaak(zaak), 'wat'))
    const ver = this.oordelen.hoogste(this.rol, 'contact', [...als(contact.auteur === this.persona, 'auteur'), ...als(leest, 'ziet_inhoud')])
    return this.rest(contact.zaken.map(zaak => zaak.persoon), 'contact', ver)
  }

  gesprek (gesprek) {
    const voor = gesprek.deelnemers.some(who => this.voorWie(gesprek.zaak.persoon).includes(who))
    const ver = this.oordelen.hoogste(this.rol, 'gesprek', [...als(gesprek.deelnemers.includes(this.persona), 'deelnemer'), ...als(voor, 'vervanger')])
    return this.rest(gesprek.zaak.persoon, 'gesprek', ver)
  }

  /** When it is held: who takes part, and in the portal to whom the letters of its zaak go. */
  afspraak (gesprek) {
    const thuis = ['inwoner', 'groepsparticipant'].includes(this.rol)
    return minstens(this.gesprek(gesprek), 'wat') || (thuis && this.brieven(gesprek.zaak))
  }

  rekening (rekening) {
    return this.rest(rekening.persoon, 'rekening', this.oordelen.hoogste(this.rol, 'rekening', [
      ...als(this.isPersoon(rekening.persoon), 'betrokkene'), ...als(this.isGemachtigd(rekening.persoon), 'gemachtigde'),
      ...als(rekening.behandelaars.includes(this.persona), 'behandelaar'),
      ...als(rekening.behandelaars.some(who => this.voorWie(rekening.persoon).includes(who)), 'vervanger')
    ]))
  }

  groep (groep) {
    return this.rest(groep.leden, 'groep', this.oordelen.hoogste(this.rol, 'groep', [
      ...als(groep.regisseurs.includes(this.persona), 'regisseur'), ...als(this.leidtVoor(groep), 'vervangt_regisseur')
    ]))
  }

  /** They stand in for who leads it, and are not of those whom it is about. */
  leidtVoor ({ regisseurs, leden }) {
    return !leden.some(lid => this.isPersoon(lid)) && regisseurs.some(who => (this.wereld.vervangt?.[this.persona] ?? []).includes(who))
  }

  /** `{groep, leden, alles, inzage}`: what is for the groep, whose own parts, all of it to change, all of it to read. */
  plan (plan) {
    if (this.dicht(plan.leden, 'plan')) return { groep: false, leden: [], alles: false, inzage: false }
    const vanLeden = mensen => plan.zaken.filter(zaak => zaak.behandelaars.some(who => mensen.includes(who))).map(zaak => zaak.persoon)
    const lid = plan.leden.some(naam => this.isPersoon(naam))
    const [zelf, voor] = [vanLeden([this.persona]), vanLeden(lid ? [] : this.wereld.vervangt?.[this.persona] ?? [])]
    const eigen = [...new Set([...zelf, ...voor])]
    const staat = [
      ...als(plan.regisseurs.includes(this.persona), 'regisseur'),
      ...als(this.leidtVoor(plan), 'vervangt_regisseur'),
      ...als(zelf.length > 0, 'behandelaar'),
      ...als(voor.length > 0, 'vervangt_behandelaar'),
      ...als(!lid && plan.glas === this.persona, 'glas'),
      ...als(plan.leden.some(lid => this.isPersoon(lid)), 'lid'),
      ...als(plan.participanten.some(who => this.isPersoon(who)), 'participant')
    ]
    const ziet = deel => this.oordelen.hoogste(this.rol, `plan:${deel}`, staat) !== 'niets'
    const [alles, inzage] = [ziet('alles'), ziet('inzage')]
    return { groep: ziet('groep'), leden: alles || inzage ? plan.leden : ziet('eigen_leden') ? eigen : [], alles, inzage }
  }

  /** `{groep, leden, spreekt}`: what of a plan that runs they see in the portal, as one of the groep and by gezag over others of it, and for whom they speak. */
  portaal (plan) {
    const zelf = plan.leden.find(lid => this.isPersoon(lid))
    const ziet = (deel, staat) => this.oordelen.een(this.rol, `plan:${deel}`, staat) !== 'niets'
    if (zelf === undefined || !plan.loopt || !ziet('portaal', 'lid')) return { groep: false, leden: [], spreekt: [] }
    const kinderen = ziet('portaal_lid', 'gezaghouder') ? plan.leden.filter(lid => this.heeftGezag(lid)) : []
    const laten = (this.wereld.meekijken ?? []).filter(one => one.plan === plan.naam && one.aan === zelf && one.zaak === undefined)
    const anderen = ziet('portaal_lid', 'medelid') ? laten.map(one => one.van) : []
    const voor = ziet('bijdragen', 'gezaghouder') ? plan.leden.filter(lid => this.heeftGezag(lid)) : []
    const mee = ziet('bijdragen', 'medelid') ? laten.map(one => one.van) : []
    const spreekt = [...als(ziet('bijdragen', 'lid'), zelf), ...voor, ...mee]
    return { groep: true, spreekt, leden: [...new Set([...als(ziet('portaal_lid', 'lid'), zelf), ...kinderen, ...anderen])] }
  }

  /** Whether the actions of a plan are theirs to do: in this world all are of the regisseur who began it. */
  eigenActies (plan) { return this.persona === 'regisseur' && this.plan(plan).groep }

  kring () { return Object.keys(KRINGEN).find(kring => this.oordelen.een(this.rol, `kring:${kring}`, 'geen') !== 'niets') }

  signaal (signaal) {
    const rest = ver => signaal.over === undefined ? ver : this.rest(signaal.over, 'signaal', ver)
    if (signaal.plan === undefined) {
      const kring = this.kring()
      return kring === undefined ? 'niets' : rest(this.oordelen.een(KRINGEN[kring], `signaal:${signaal.soort}`, 'geen'))
    }
    const plan = this.wereld.plannen.find(one => one.naam === signaal.plan)
    // What landed in a plan is part of it.
    if (this.dicht(plan.leden, 'plan')) return 'niets'
    return rest(this.oordelen.hoogste(this.rol, `signaal:${signaal.soort}`, [
      ...als(plan.regisseurs.includes(this.persona), 'regisseur'), ...als(this.leidtVoor(plan), 'vervangt_regisseur'), ...als(plan.glas === this.persona, 'glas')
    ]))
  }

  mag (handeling) { return this.oordelen.mag(this.rol, handeling) }

  magToewijzen (zaak) {
    return (zaak.melder === this.persona && zaak.behandelaars.length === 0 && this.mag('eigen_melding_toewijzen')) ||
      (zaak.behandelaars.includes(this.persona) && BEHANDELT.includes(this.rol)) || this.mag('verdelen')
  }

  magNemen (zaak) {
    const vak = BEHANDELT.includes(this.rol) && VAK[this.rol] === VAK_VAN_ZAAK[zaak.zaaktype]
    // Of whom they stand in for it is: they hear that somebody has it.
    return zaak.behandelaars.includes(this.persona) || (vak && (this.kentZelf(zaak) || this.behandelt(zaak)))
  }

  /** By when somebody must have been spoken to is for who reads it, distributes the work or may take it, and not for whom it is about. */
  zietContactdag (zaak) {
    const vak = BEHANDELT.includes(this.rol) && VAK[this.rol] === VAK_VAN_ZAAK[zaak.zaaktype]
    const ver = this.zaak(zaak)
    return minstens(ver, 'wat') || (ver === 'dat' && (this.mag('verdelen') || vak) && !this.isPersoon(zaak.persoon))
  }

  /** A confidential zaak is begun in its own field only. */
  magBeginnen (zaaktype) {
    return this.mag('melding_registreren') && (zaaktype !== 'ONDERZOEK-RECHTMATIGHEID' || VAK[this.rol] === VAK_VAN_ZAAK[zaaktype])
  }
}
