// What the matrix found otherwise than the verdicts say.

/** What is shown of what went wrong, of each kind. */
const SHOWN_MAX = Number(process.env.KT_TOON || 25)

/** What came out otherwise, some of each kind, and how often. */
export class Kijk {
  constructor (proof) {
    this.proof = proof
    this.keren = new Map()
    this.vergeleken = 0
    this.wat = {
      anders: ({ persona, proef, verwacht, kwam, answer }) => this.toon('otherwise', `${persona} ${proef.ingang} ${proef.over}: ${verwacht}, but ${kwam} (${answer.status} ${answer.body?.code ?? ''})`),
      zelfde: one => this.gelijk('not as absent', one),
      hoofd: one => this.gelijk('another head', one)
    }
    this.onderwerp = one => this.toon('otherwise', `${one.persona} ${one.topic}: ${one.verwacht}, but ${one.kwam}`)
  }

  toon (soort, regel) {
    this.keren.set(soort, (this.keren.get(soort) ?? 0) + 1)
    if (this.keren.get(soort) <= SHOWN_MAX) this.proof.say(`${soort}: ${regel}`)
  }

  gelijk (soort, { persona, hier, daar, proef, topic }) {
    this.vergeleken += 1
    if (hier !== daar) this.toon(soort, `${persona} ${proef?.ingang ?? topic} ${proef?.over ?? ''}\n${hier}\n${daar}`)
  }

  oordeel (waar) {
    const keren = soort => this.keren.get(soort) ?? 0
    this.proof.check(`everything comes out as the verdicts say${waar}`, keren('otherwise') === 0, `${keren('otherwise')} otherwise`)
    this.proof.check(`what is refused is as what is not there${waar}`, this.vergeleken > 0 && keren('not as absent') === 0, `${keren('not as absent')} of ${this.vergeleken}`)
    this.proof.check(`HEAD says what GET says${waar}`, keren('another head') === 0, `${keren('another head')}`)
  }
}
