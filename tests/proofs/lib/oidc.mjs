// A real provider of identities beside the server, and a browser as HTTP sees one: a jar of cookies per site, redirects one by one.

import { spawn } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const FOLDER = resolve(import.meta.dirname, '../../oidc')
export const SUBSTANTIAL = 'http://eidas.europa.eu/LoA/substantial'
export const LOW = 'http://eidas.europa.eu/LoA/low'
export const MFA = 'urn:wiedermeer:twee-stappen'

/** The provider as a process of its own. */
export class Aanbieder {
  static async start (settings) {
    const own = new Aanbieder()
    own.settings = settings
    await own.up()
    return own
  }

  async up () {
    const child = spawn(join(FOLDER, 'node_modules/.bin/node'), [join(FOLDER, 'aanbieder.mjs'), JSON.stringify(this.settings)], {
      stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production' }
    })
    this.child = child
    const gone = new Promise(resolve => child.once('exit', () => resolve()))
    this.gone = gone
    const address = new Promise(resolve => createInterface({ input: child.stdout }).on('line', line => {
      const found = /luistert op (\S+)/.exec(line)
      if (found) resolve(found[1])
    }))
    this.url = await Promise.race([address, gone])
    if (this.url === undefined) throw new Error('the provider did not start: npm ci in tests/oidc')
    this.settings.poort = Number(new URL(this.url).port)
  }

  async stuur (asked) {
    const answer = await fetch(`${this.url}/_stuur`, { method: 'POST', body: JSON.stringify(asked) })
    return answer.json()
  }

  async kill () {
    this.child.kill('SIGKILL')
    await this.gone
  }
}

/** What both sides must know: clients, accounts, and the server's settings. */
export async function richtIn ({ dir, address, gemeente, accounts }) {
  const base = `http://${address}`
  const geheim = randomBytes(24).toString('base64url')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  const pem = `${dir}-client.pem`
  writeFileSync(pem, privateKey, { mode: 0o600 })
  const { kty, n, e } = createPrivateKey(privateKey).export({ format: 'jwk' })
  const client = deur => ({
    client_id: `keukentafel-${deur}`,
    redirect_uris: [`${base}/inloggen/${deur}/terug`],
    post_logout_redirect_uris: [`${base}/inloggen`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    backchannel_logout_uri: `${base}/api/v1/koppelingen/inlogdienst/${deur}/uitgelogd`,
    backchannel_logout_session_required: true
  })
  const medewerker = await Aanbieder.start({
    clients: [{ ...client('medewerker'), grant_types: ['authorization_code', 'refresh_token'], client_secret: geheim, token_endpoint_auth_method: 'client_secret_basic' }],
    accounts: accounts.medewerker,
    niveaus: [MFA]
  })
  const inwoner = await Aanbieder.start({
    clients: [{
      ...client('inwoner'),
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'PS256',
      jwks: { keys: [{ kty, n, e, alg: 'PS256', use: 'sig', kid: 'kt-1' }] }
    }],
    accounts: accounts.inwoner,
    niveaus: [SUBSTANTIAL, LOW]
  })
  const env = {
    KEUKENTAFEL_ADRES: address,
    KEUKENTAFEL_GEMEENTE: gemeente,
    KEUKENTAFEL_GEMEENTE_NAAM: 'Wiedermeer',
    KEUKENTAFEL_OIDC_MEDEWERKER_URL: medewerker.url,
    KEUKENTAFEL_OIDC_MEDEWERKER_CLIENT: 'keukentafel-medewerker',
    KEUKENTAFEL_OIDC_MEDEWERKER_GEHEIM: geheim,
    KEUKENTAFEL_OIDC_MEDEWERKER_ACR_STAP_OP: MFA,
    KEUKENTAFEL_OIDC_GROEPEN: 'GRP-Balie=frontoffice,GRP-Telefoon=kcc,GRP-Regie=regisseur',
    KEUKENTAFEL_OIDC_INWONER_URL: inwoner.url,
    KEUKENTAFEL_OIDC_INWONER_CLIENT: 'keukentafel-inwoner',
    KEUKENTAFEL_OIDC_INWONER_SLEUTEL_BESTAND: pem,
    KEUKENTAFEL_OIDC_INWONER_SLEUTEL_ID: 'kt-1'
  }
  return { medewerker, inwoner, env, geheim }
}

/** A browser: cookies per site, and every address it came by. */
export class Bladeraar {
  constructor (base) {
    this.base = base
    this.jars = new Map()
    this.agent = 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/144.0'
  }

  jar (url) {
    const { host } = new URL(url)
    if (!this.jars.has(host)) this.jars.set(host, new Map())
    return this.jars.get(host)
  }

  get cookie () { return this.header(this.base) }

  header (url) { return [...this.jar(url)].map(([name, value]) => `${name}=${value}`).join('; ') }

  /** One request; no redirect is followed. */
  async go (url, { method = 'GET', body, headers = {} } = {}) {
    const answer = await fetch(url, {
      method, body, redirect: 'manual',
      headers: { Cookie: this.header(url), 'User-Agent': this.agent, ...headers }
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const gone = attributes.some(one => /max-age=0$|expires=thu, 01 jan 1970/i.test(one.trim()))
      if (gone) this.jar(url).delete(pair.slice(0, at))
      else this.jar(url).set(pair.slice(0, at), pair.slice(at + 1))
    }
    const to = answer.headers.get('location')
    return { status: answer.status, to: to === null ? undefined : new URL(to, url).href, text: await answer.text(), headers: answer.headers }
  }

  async api (method, path, body) {
    const answer = await this.go(this.base + path, {
      method,
      ...(method === 'GET' ? {} : { body: JSON.stringify(body), headers: { 'X-Keukentafel': '1', 'Content-Type': 'application/json', Origin: this.base } })
    })
    let json
    try { json = JSON.parse(answer.text) } catch { /* not every answer is JSON */ }
    return { ...answer, body: json }
  }

  get (path) { return this.api('GET', path) }

  post (path, body = {}) { return this.api('POST', path, body) }

  /** From a page of ours to the address that the provider sends the browser back to. `naar` may change the way there. */
  async heen (begin, account, naar = url => url) {
    let step = await this.go(this.base + begin)
    this.gevraagd = step.to
    if (!step.to || step.to.startsWith(this.base)) return step.to
    let url = naar(step.to)
    for (let n = 0; n < 12; n += 1) {
      step = await this.go(url)
      if (step.to?.startsWith(`${this.base}/`)) return step.to
      if (step.to !== undefined) url = step.to
      else if (step.status === 200 && new URL(url).pathname.startsWith('/binnen/')) {
        step = await this.go(url, { method: 'POST', body: `account=${encodeURIComponent(account)}`, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
        if (step.to === undefined) throw new Error(`the provider answered ${step.status}: ${step.text.slice(0, 300)}`)
        if (step.to.startsWith(`${this.base}/`)) return step.to
        url = step.to
      } else throw new Error(`the provider answered ${step.status} at ${new URL(url).pathname}: ${step.text.slice(0, 300)}`)
    }
    throw new Error('the provider sends the browser round in circles')
  }

  /** All the way in; answers with the page where it ends. */
  async login (deur, account, { terug, heen, callback = url => url } = {}) {
    const back = await this.heen(`/inloggen/${deur}${terug === undefined ? '' : `?terug=${encodeURIComponent(terug)}`}`, account, heen)
    this.terug = back
    return this.kom(callback(back))
  }

  /** Brings an answer of the provider to us, and says where one ends. */
  async kom (url) {
    const answer = await this.go(url)
    return answer.to === undefined ? `${answer.status}` : answer.to.slice(this.base.length)
  }

  /** Ends the session that the provider has with this browser, as somebody does there: also when another service asks it. */
  async uitBij (provider) {
    const page = await this.go(`${provider}/session/end`)
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1]
    if (xsrf === undefined) throw new Error(`the provider has no page to log out: ${page.status}`)
    return this.go(`${provider}/session/end/confirm`, {
      method: 'POST', body: `xsrf=${xsrf}&logout=yes`, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }
    })
  }

  async ik () {
    const { status, body } = await this.get('/api/v1/ik')
    return { status, ...body }
  }
}
