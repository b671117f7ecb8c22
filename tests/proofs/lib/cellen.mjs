// Which answers hang on which cell of the table: by asking the evaluator, and writing down what it asks the verdicts. So a cell is executed when
// somebody gets another answer for something in the world by another verdict, and a changed cell is looked for where it shows.

import { STAPPEN } from './oordelen.mjs'
import { Blik } from './verhouding.mjs'
import { eens, isLos, tegelijk, wieVraagt } from './matrix.mjs'
import { RtClient } from './rt.mjs'

/** So many at once of those that hang on a cell, before the rest of them. */
const EERST = 24

export class Wijzer {
  constructor (wereld, oordelen, proeven, onderwerpen) {
    Object.assign(this, { wereld, oordelen })
    /** Everything that somebody asks, with what comes of it by the verdicts. */
    this.vragen = []
    /** Of each cell the questions whose answer asks for it. */
    this.bij = new Map()
    for (const { persona, blik, proeven: eigen } of wieVraagt(wereld, oordelen, proeven)) {
      for (const proef of eigen) this.neem({ persona, proef }, blik)
      if (eigen.length > 1) for (const onderwerp of onderwerpen) this.neem({ persona, onderwerp }, blik)
    }
    oordelen.hoort = undefined
    // What is quick to work out first.
    for (const known of this.bij.values()) known.sort((a, b) => this.vragen[a].werk - this.vragen[b].werk)
  }

  neem (vraag, blik) {
    const at = this.vragen.length
    let werk = 0
    this.oordelen.hoort = cel => {
      werk += 1
      const known = this.bij.get(cel)
      if (known === undefined) this.bij.set(cel, [at])
      else if (known.at(-1) !== at) known.push(at)
    }
    const komt = uitkomst(vraag, blik)
    this.vragen.push({ ...vraag, ...komt, werk })
  }

  /** The questions that are answered otherwise when this cell says something else; only the first of them when one is enough. Of all, or of some. */
  * anders (cel, stap, van = () => true) {
    const verdicts = this.oordelen.met(cel, stap)
    const blikken = new Map()
    for (const at of this.bij.get(cel) ?? []) {
      const vraag = this.vragen[at]
      if (!van(vraag)) continue
      if (!blikken.has(vraag.persona)) blikken.set(vraag.persona, new Blik(this.wereld, verdicts, vraag.persona))
      if (uitkomst(vraag, blikken.get(vraag.persona)).verwacht !== vraag.verwacht) yield vraag
    }
  }

  /** The steps to which this cell can be changed so that somebody gets another answer. */
  stappen (cel, nu) { return STAPPEN.filter(stap => stap !== nu && !this.anders(cel, stap).next().done) }

  /** Whether one of the questions that were asked is answered otherwise then. */
  toont (cel, stap, van = vraag => vraag.gevraagd === true) { return !this.anders(cel, stap, van).next().done }

  /**
   * A share of the questions, another by every seed; with them of each way in one by everybody, and one for each change of each cell that shows
   * in none of these.
   */
  deel (share, hangt, chance) {
    const geschud = chance.shuffle(this.vragen)
    const gekozen = new Set(geschud.slice(0, Math.ceil(geschud.length * share)))
    const ingang = ({ persona, proef, onderwerp }) => `${persona} ${proef?.ingang ?? onderwerp.soort}`
    const geprobeerd = new Set([...gekozen].map(ingang))
    for (const vraag of geschud) {
      if (geprobeerd.has(ingang(vraag))) continue
      geprobeerd.add(ingang(vraag))
      gekozen.add(vraag)
    }
    for (const { cel, stappen } of hangt) {
      for (const stap of stappen) if (!this.toont(cel, stap, vraag => gekozen.has(vraag))) gekozen.add(this.anders(cel, stap).next().value)
    }
    return [...gekozen]
  }

  /**
   * Asks what hangs on this cell until one answer is another than the verdicts say. In another order each time: the first is enough, and it
   * should not always be late.
   */
  async merkt (cel, stap, schud) {
    const alle = schud([...this.anders(cel, stap)])
    const [http, rt] = [alle.filter(one => one.proef !== undefined), alle.filter(one => one.proef === undefined)]
    for (const deel of [http.slice(0, EERST), http.slice(EERST)]) {
      let anders = false
      await tegelijk(deel, async vraag => {
        if (!anders && (await eens(this.wereld, vraag)).kwam !== vraag.verwacht) anders = true
      })
      if (anders) return { gezien: true, alle: alle.length }
    }
    for (const vraag of rt) if (await this.volgt(vraag) !== vraag.verwacht) return { gezien: true, alle: alle.length }
    return { gezien: false, alle: alle.length }
  }

  async volgt ({ persona, onderwerp }) {
    const client = await RtClient.open(this.wereld.als(persona))
    const answer = await client.subscribe(onderwerp.topic)
    client.destroy()
    return answer?.t === 'ok'
  }
}

function uitkomst ({ proef, onderwerp }, blik) {
  if (proef === undefined) return { verwacht: Boolean(onderwerp.mag(blik)) }
  return { verwacht: proef.verwacht(blik), los: isLos(proef, blik) }
}
