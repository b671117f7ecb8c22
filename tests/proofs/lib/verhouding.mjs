// How everybody in the world stands to everything in it, worked out from what the world did: the facts of the second evaluator.

import { minstens } from './oordelen.mjs'
import { NAMENS, ROLLEN } from './wereld.mjs'

const VAK = { jeugdconsulent: 'jeugd', wmoconsulent: 'wmo', consulent_inkomen: 'inkomen', uitkeringsadministratie: 'inkomen', werkcoach: 'inkomen' }
const VAK_VAN_ZAAK = {
  'MELDING-WMO': 'wmo', 'AANVRAAG-JEUGDHULP': 'jeugd', 'AANVRAAG-BIJZONDERE-BIJSTAND': 'inkomen', 'AANVRAAG-LEVENSONDERHOUD': 'inkomen', 'ONDERZOEK-RECHTMATIGHEID': 'inkomen'
}
/** Who can be assigned a zaak. */
const BEHANDELT = ['jeugdconsulent', 'wmoconsulent', 'consulent_inkomen', 'uitkeringsadministratie', 'werkcoach', 'regisseur', 'backoffice', 'medewerker_budgetbeheer']
/** The parts of the wijkteam, each with the role whose sight it has. */
const KRINGEN = { jeugd: 'jeugdconsulent', wmo: 'wmoconsulent', regie: 'regisseur', leiding: 'wijkteammanager' }

const als = (waar, woord) => waar ? [woord] : []

/** What somebody may in this world by these verdicts. */
export class Blik {
  constructor (wereld, oordelen, persona) {
    Object.assign(this, { wereld, oordelen, persona, rol: ROLLEN[persona] })
  }

  werktVoor (persoon, behalve) {
    return this.wereld.zaken.some(zaak => zaak !== behalve && zaak.persoon === persoon && zaak.behandelaars.includes(this.persona))
  }

  /** They come in for this person. */
  isGemachtigd (naam) { return NAMENS[this.persona] !== undefined && this.wereld.personen[naam].persona === NAMENS[this.persona] }

  isPersoon (naam) { return this.wereld.personen[naam].persona === this.persona }

  zaak (zaak) {
    const thuis = this.wereld.huishoudens.find(huishouden => huishouden.leden.includes(zaak.persoon))
    const huisgenoten = (thuis?.leden ?? []).filter(lid => lid !== zaak.persoon)
    const leidt = this.wereld.plannen.some(plan => plan.loopt && plan.regisseurs.includes(this.persona) && plan.leden.includes(zaak.persoon))
    const object = `zaak:${zaak.zaaktype}`
    // Of one's own zaak, in the portal, no more than that it runs, whatever the table would give: by age nobody has more (C2-R1, KING-R1e).
    const zelf = this.isPersoon(zaak.persoon) && this.oordelen.een(this.rol, object, 'betrokkene') !== 'niets' ? 'dat' : 'niets'
    const elders = this.oordelen.hoogste(this.rol, object, [
      ...this.eigenStaat(zaak).filter(staat => staat !== 'betrokkene'),
      ...als(this.werktVoor(zaak.persoon, zaak), 'zelfde_persoon'),
      ...als(leidt, 'regisseur'),
      ...als(huisgenoten.some(lid => this.werktVoor(lid)), 'zelfde_huishouden')
    ])
    return minstens(elders, zelf) ? elders : zelf
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
      ...als(this.accordeert(zaak), 'accordeur')
    ]
  }

  /** Whether they know of it by that alone: who works for a person elsewhere, or leads their plan, does nothing with the besluit (C1-P7). */
  kentZelf (zaak) { return this.oordelen.hoogste(this.rol, `zaak:${zaak.zaaktype}`, this.eigenStaat(zaak)) !== 'niets' }

  /** What somebody may do with the besluit of a zaak, as far as they know of it by themselves. */
  doetBesluit (zaak, handeling) { return this.kentZelf(zaak) && this.magBesluit(zaak, handeling) }

  magBesluit (zaak, handeling) {
    const staat = ['geen', ...als(zaak.behandelaars.includes(this.persona), 'behandelaar'), ...als(VAK[this.rol] === VAK_VAN_ZAAK[zaak.zaaktype], 'vakgenoot')]
    return this.oordelen.hoogste(this.rol, `besluit:${handeling}`, staat) !== 'niets'
  }

  /** Whether a besluit waits here of which they can be the second pair of eyes. */
  accordeert (zaak) {
    return zaak.wacht !== undefined && !zaak.wacht.includes(this.persona) && !this.isPersoon(zaak.persoon) && this.magBesluit(zaak, 'accorderen')
  }

  /** Whether they see the besluit that waits here. */
  besluit (zaak) { return zaak.wacht !== undefined && (minstens(this.zaak(zaak), 'wat') || this.accordeert(zaak)) }

  hoogsteZaak (persoon) {
    const zaken = this.wereld.zaken.filter(zaak => zaak.persoon === persoon)
    return zaken.map(zaak => this.zaak(zaak)).reduce((a, b) => minstens(a, b) ? a : b, 'niets')
  }

  persoon (naam) {
    const zaken = this.hoogsteZaak(naam)
    const door = zaken === 'niets' ? [] : [minstens(zaken, 'wat') ? 'ziet_inhoud' : 'weet_ervan']
    return this.oordelen.hoogste(this.rol, 'persoon', ['geen', ...als(this.isPersoon(naam), 'betrokkene'), ...als(this.isGemachtigd(naam), 'gemachtigde'), ...door])
  }

  huishouden (huishouden) {
    return this.oordelen.hoogste(this.rol, 'huishouden', ['geen', ...als(huishouden.leden.some(lid => this.werktVoor(lid)), 'werkt_voor_lid')])
  }

  contact (contact) {
    const leest = contact.zaken.some(zaak => minstens(this.zaak(zaak), 'wat'))
    return this.oordelen.hoogste(this.rol, 'contact', [...als(contact.auteur === this.persona, 'auteur'), ...als(leest, 'ziet_inhoud')])
  }

  gesprek (gesprek) { return this.oordelen.hoogste(this.rol, 'gesprek', als(gesprek.deelnemers.includes(this.persona), 'deelnemer')) }

  rekening (rekening) {
    return this.oordelen.hoogste(this.rol, 'rekening', [
      ...als(this.isPersoon(rekening.persoon), 'betrokkene'), ...als(this.isGemachtigd(rekening.persoon), 'gemachtigde'),
      ...als(rekening.behandelaars.includes(this.persona), 'behandelaar')
    ])
  }

  groep (groep) { return this.oordelen.hoogste(this.rol, 'groep', als(groep.regisseurs.includes(this.persona), 'regisseur')) }

  /** `{groep, leden, alles}`: what is for the groep, whose own parts, and all of it. */
  plan (plan) {
    const eigen = plan.zaken.filter(zaak => zaak.behandelaars.includes(this.persona)).map(zaak => zaak.persoon)
    const staat = [
      ...als(plan.regisseurs.includes(this.persona), 'regisseur'),
      ...als(eigen.length > 0, 'behandelaar'),
      ...als(plan.leden.some(lid => this.isPersoon(lid)), 'lid'),
      ...als(plan.participanten.some(who => this.isPersoon(who)), 'participant')
    ]
    const ziet = deel => this.oordelen.hoogste(this.rol, `plan:${deel}`, staat) !== 'niets'
    const alles = ziet('alles')
    return { groep: ziet('groep'), leden: alles ? plan.leden : ziet('eigen_leden') ? eigen : [], alles }
  }

  /** Whether the actions of a plan are theirs to do: in this world all are of the regisseur who began it. */
  eigenActies (plan) { return this.persona === 'regisseur' && this.plan(plan).groep }

  kring () { return Object.keys(KRINGEN).find(kring => this.oordelen.een(this.rol, `kring:${kring}`, 'geen') !== 'niets') }

  signaal (signaal) {
    const kring = this.kring()
    if (kring === undefined) return 'niets'
    if (signaal.plan === undefined) return this.oordelen.een(KRINGEN[kring], `signaal:${signaal.soort}`, 'geen')
    const plan = this.wereld.plannen.find(one => one.naam === signaal.plan)
    return this.oordelen.hoogste(this.rol, `signaal:${signaal.soort}`, als(plan.regisseurs.includes(this.persona), 'regisseur'))
  }

  mag (handeling) { return this.oordelen.mag(this.rol, handeling) }

  magToewijzen (zaak) {
    return (zaak.melder === this.persona && this.mag('eigen_melding_toewijzen')) ||
      (zaak.behandelaars.includes(this.persona) && BEHANDELT.includes(this.rol)) || this.mag('verdelen')
  }

  magNemen (zaak) {
    return zaak.behandelaars.includes(this.persona) || (BEHANDELT.includes(this.rol) && VAK[this.rol] === VAK_VAN_ZAAK[zaak.zaaktype])
  }

  /** A confidential zaak is begun in its own field only. */
  magBeginnen (zaaktype) {
    return this.mag('melding_registreren') && (zaaktype !== 'ONDERZOEK-RECHTMATIGHEID' || VAK[this.rol] === VAK_VAN_ZAAK[zaaktype])
  }
}
