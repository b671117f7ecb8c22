// The certified OpenID provider, as a process of its own: one issuer, for staff or for residents, with made-up accounts. Run by
// tests/proofs/identity.mjs and tests/browser/inloggen.spec.ts with npm's own node 22:
//   node_modules/.bin/node aanbieder.mjs <settings as JSON>
// Prints its address. POST /_stuur changes what it does: its accounts, its keys, how well it proves who somebody is; and signs whatever it is
// handed, as a provider that went wrong would.

import { constants, createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/** { poort, clients, accounts, niveaus } */
const settings = JSON.parse(process.argv[2])
const CLAIMS = ['groups', 'name', 'bsn', 'sub_id_type', 'represents']

const state = { accounts: settings.accounts ?? {}, vreemdeSleutels: false, bezet: false, gevraagd: { jwks: 0, token: 0, verlengingen: [] } }
let issuer
let callback
/** The key that it publishes now. */
let eigen

function key () {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(6).toString('hex'), use: 'sig', alg: 'RS256' }
}

function provider () {
  eigen = key()
  const made = new Provider(issuer, {
    clients: settings.clients,
    jwks: { keys: [eigen] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub', ...CLAIMS], profile: ['name'], acr: null, auth_time: null },
    scopes: ['openid', 'profile'],
    acrValues: settings.niveaus ?? [],
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    // The profile has the claims in the id token, so that what is believed is signed.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true }, backchannelLogout: { enabled: true } },
    // What it says of who logged out goes to this machine, which it would not speak to by itself.
    fetch: (url, { dispatcher: _, ...options }) => fetch(url, options),
    // What it is asked again with holds as long as its own session, and once.
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    interactions: { url: (_, interaction) => `/binnen/${interaction.uid}` },
    // `null`: an account that was here and is no more.
    findAccount: (_, id) => state.accounts[id] ? { accountId: id, claims: () => ({ sub: id, ...state.accounts[id].claims }) } : undefined,
    async loadExistingGrant (ctx) {
      const { client, session, provider } = ctx.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      grant.addOIDCClaims(CLAIMS)
      await grant.save()
      return grant
    },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 3600, Grant: 3600, RefreshToken: 3600 }
  })
  made.on('refresh_token.saved', token => state.gevraagd.verlengingen.push(token.jti))
  made.on('backchannel.error', (_, error, client) => console.error('backchannel.error', client.clientId, error.message))
  made.on('server_error', (_, error) => console.error('server_error', error.message))
  return made
}

const deel = value => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token of these parts: by its own key, by one that it never published, by a secret, or by nobody. */
function teken ({ header = {}, claims, sleutel = 'eigen', geheim = '' }) {
  const key = sleutel === 'vreemd' ? foreign : eigen
  const head = { alg: 'RS256', kid: eigen.kid, typ: 'logout+jwt', ...header }
  const signed = `${deel(head)}.${deel(claims)}`
  if (sleutel === 'geen') return `${signed}.`
  if (sleutel === 'geheim') return `${signed}.${createHmac('sha256', geheim).update(signed).digest('base64url')}`
  const pss = head.alg === 'PS256' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {}
  return `${signed}.${sign('sha256', Buffer.from(signed), { key: createPrivateKey({ key, format: 'jwk' }), ...pss }).toString('base64url')}`
}

const html = body => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Inlogdienst</title></head><body><main><h1>Inlogdienst</h1>${body}</main></body></html>`

async function body (request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Who is it? A page with a button for each account. */
async function interaction (made, request, response) {
  if (request.method !== 'POST') {
    await made.interactionDetails(request, response)
    const buttons = Object.keys(state.accounts).map(id => `<p><button name="account" value="${id}">${id}</button></p>`)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html(`<form method="post">${buttons.join('')}<p><button name="account" value="">Annuleren</button></p></form>`))
    return
  }
  const id = new URLSearchParams(await body(request)).get('account')
  const account = state.accounts[id]
  const result = account
    ? { login: { accountId: id, acr: account.acr, remember: true } }
    : { error: 'access_denied', error_description: 'stopped' }
  await made.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

let made
const foreign = key()
const server = createServer(async (request, response) => {
  try {
    const path = new URL(request.url, issuer).pathname
    if (path === '/_stuur') {
      const asked = JSON.parse(await body(request) || '{}')
      Object.assign(state.accounts, asked.accounts)
      if (asked.vreemdeSleutels !== undefined) state.vreemdeSleutels = asked.vreemdeSleutels
      if (asked.bezet !== undefined) state.bezet = asked.bezet
      if (asked.nieuweSleutels) {
        made = provider()
        callback = made.callback()
      }
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify(asked.teken ? { token: teken(asked.teken) } : state.gevraagd))
      return
    }
    if (path === '/jwks') {
      state.gevraagd.jwks += 1
      if (state.vreemdeSleutels) {
        const { kty, n, e, kid, use, alg } = foreign
        response.setHeader('Content-Type', 'application/jwk-set+json')
        response.end(JSON.stringify({ keys: [{ kty, n, e, kid, use, alg }] }))
        return
      }
    }
    if (path === '/token') state.gevraagd.token += 1
    if (path === '/token' && state.bezet) {
      response.statusCode = 503
      response.end()
      return
    }
    if (path.startsWith('/binnen/')) await interaction(made, request, response)
    else callback(request, response)
  } catch (error) {
    console.error(error.message)
    response.statusCode = 500
    response.end(String(error.message))
  }
})

server.listen(settings.poort ?? 0, '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`
  made = provider()
  callback = made.callback()
  console.log(`luistert op ${issuer}`)
})
// Ends with whoever started it.
process.stdin.on('end', () => process.exit(0)).resume()
