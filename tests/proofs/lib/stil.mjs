// A session that nobody uses, and one whose day is over (G36, G37): both end by themselves, their sockets with them, and nothing that the
// page does by itself keeps them alive. They last for minutes, so they begin with the proof and are asked for at its end.

import { FAALT, LONG, ms, until } from './proof.mjs'
import { RtClient } from './rt.mjs'
import { Server } from './server.mjs'

/** What both last here; an installation may set less than the fifteen minutes and ten hours of the product. */
const MINUTE_MS = 60_000
/** From the end of a session to that of its sockets. */
const OFF_MS_MAX = 1000
/** Something is done so often where something is done. */
const ACT_EVERY_MS = 5000

export class Stil {
  static async begin (proof) {
    const stil = new Stil()
    stil.proof = proof
    stil.idle = await stil.server('stil', { KEUKENTAFEL_SESSIE_STIL_MINUTEN: FAALT ? '15' : '1' })
    stil.day = await stil.server('dag', { KEUKENTAFEL_SESSIE_UITERLIJK_MINUTEN: FAALT ? '600' : '1' })
    const act = () => stil.day.session.get('/api/v1/ik').then(answer => { if (answer.status === 200) stil.acted = performance.now() }, () => {})
    stil.worker = setInterval(act, ACT_EVERY_MS)
    proof.own({ destroy: () => clearInterval(stil.worker) })
    return stil
  }

  async server (naam, env) {
    const server = this.proof.own(await Server.start({ dir: `${this.proof.dir}/${naam}`, env, args: ['--leeg'] }))
    const session = await server.login('kevin')
    const began = performance.now()
    const rt = this.proof.own(await RtClient.open(session))
    // It answers pings and follows its own list, as a page does that nobody looks at.
    this.proof.check(`${naam}: the page follows its list`, (await rt.subscribe(`werkvoorraad/${session.ik.id}`))?.t === 'ok')
    return { naam, server, session, rt, began: { most: performance.now(), least: began } }
  }

  /** How long after its time each was off. */
  async end () {
    const late = []
    for (const one of [this.idle, this.day]) {
      const { naam, rt, session, began } = one
      const left = began.most + MINUTE_MS - performance.now()
      const shut = await until(() => rt.closed !== undefined, ask => rt.listen(ask), FAALT ? 1500 : Math.max(0, left) + 15_000)
      this.proof.check(`${naam}: the socket closes 4401`, shut && rt.closed.code === 4401, JSON.stringify(rt.closed))
      const lasted = (rt.closed?.at ?? Infinity) - began.least
      this.proof.check(`${naam}: not before its time`, lasted >= MINUTE_MS * 0.95, ms(lasted))
      late.push((rt.closed?.at ?? Infinity) - began.most - MINUTE_MS)
      const after = await session.get('/api/v1/ik')
      this.proof.check(`${naam}: its cookie opens nothing`, after.status === 401, `${after.status}`)
      const again = this.proof.own(new RtClient(session))
      await until(() => again.closed !== undefined, ask => again.listen(ask), 5000)
      this.proof.check(`${naam}: and no socket`, again.closed?.code === 401, JSON.stringify(again.closed))
    }
    clearInterval(this.worker)
    this.proof.check('the day was over while something was done', FAALT || this.day.rt.closed.at - this.acted < 2 * ACT_EVERY_MS, ms(this.day.rt.closed?.at - this.acted))
    const worst = Math.max(...late)
    if (LONG) this.proof.check(`at most ${OFF_MS_MAX} ms after the end of a session`, worst <= OFF_MS_MAX, ms(worst))
    await Promise.all([this.idle, this.day].map(one => one.server.stop()))
    return `a session that was left alone, and one whose day was over, were off ${ms(worst)} after their time`
  }
}
