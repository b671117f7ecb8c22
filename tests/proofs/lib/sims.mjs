// The simulators of outside systems, each a process of its own, beside a server that will listen at `address` (Allegro's hints go there).

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { BIN } from './server.mjs'

/** A port of this machine that nobody has now, for whoever must be named before it listens. */
export async function freeAddress () {
  const server = createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return `127.0.0.1:${port}`
}

export class Sims {
  static async start ({ dir, address }) {
    const sims = new Sims()
    sims.children = []
    mkdirSync(dir, { recursive: true })
    const key = () => randomBytes(16).toString('hex')
    const keys = { BRP: key(), ALLEGRO: key(), HINT: key() }
    try {
      sims.brp = await sims.one('sim-brp', dir, keys.BRP)
      sims.allegro = await sims.one('sim-allegro', dir, keys.ALLEGRO, ['--hint', `http://${address}/api/v1/koppelingen/allegro/hint`, '--hint-key-env', 'HINT'], { HINT: keys.HINT })
      sims.mail = await sims.one('sim-mail', dir, keys.BRP)
    } catch (error) {
      sims.stop()
      throw error
    }
    /** What the server must be started with. */
    sims.env = {
      KEUKENTAFEL_BRP_URL: sims.brp,
      KEUKENTAFEL_BRP_SLEUTEL: keys.BRP,
      KEUKENTAFEL_ALLEGRO_URL: sims.allegro,
      KEUKENTAFEL_ALLEGRO_SLEUTEL: keys.ALLEGRO,
      KEUKENTAFEL_ALLEGRO_HINT_SLEUTEL: keys.HINT,
      KEUKENTAFEL_MAIL_URL: sims.smtp,
      KEUKENTAFEL_MAIL_VAN: 'geen-antwoord@wiedermeer.example'
    }
    return sims
  }

  async one (name, dir, key, args = [], env = {}) {
    const bin = join(dirname(BIN), name)
    if (!existsSync(bin)) throw new Error(`no simulator at ${bin}: cargo build -p keukentafel-koppelingen --bins`)
    const child = spawn(bin, ['--addr', '127.0.0.1:0', '--data', join(dir, `${name}.jsonl`), '--sleutel-env', 'SLEUTEL', ...args], {
      env: { ...process.env, SLEUTEL: key, ...env }, stdio: ['ignore', 'pipe', 'inherit']
    })
    this.children.push(child)
    const url = new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', code => reject(new Error(`${name} ended with ${code}`)))
      createInterface({ input: child.stdout }).on('line', line => {
        // A mail server says first where it takes mail.
        if (line.startsWith('smtp op ')) this.smtp = line.replace('smtp op ', '')
        else resolve(line.replace('luistert op ', ''))
      })
    })
    return url
  }

  stop () {
    for (const child of this.children) child.kill('SIGKILL')
  }
}
