// The front door of an installation, over TLS, as somebody knocks who was not there before.

import { Agent, request } from 'node:https'

/** Opens a page as a browser that comes for the first time: a connection of its own each time. */
export class Door {
  constructor (address) { this.address = address }

  open () {
    return new Promise(resolve => {
      const asked = request(`${this.address}/inloggen`, { agent: new Agent({ keepAlive: false }), rejectUnauthorized: false }, answer => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode))
      })
      asked.on('error', () => resolve(0))
      asked.end()
    })
  }

  /** One after the other, until it is told to end. */
  watch () {
    let on = true
    const run = (async () => {
      let [asked, refused] = [0, 0]
      while (on) {
        asked += 1
        if (await this.open() !== 200) refused += 1
      }
      return { asked, refused }
    })()
    return { end: () => { on = false; return run } }
  }
}
