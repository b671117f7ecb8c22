// Who logged out at a provider of identities (OpenID Connect Back-Channel Logout 1.0): the part of proof-identity about it.

import { FAALT, LONG, until } from './proof.mjs'
import { RtClient } from './rt.mjs'

/** The address to which a provider says so. */
const uitgelogd = deur => `/api/v1/koppelingen/inlogdienst/${deur}/uitgelogd`

/** Logging out at the provider ends our sessions (OpenID Connect Back-Channel Logout 1.0), and nothing that only looks like it does. */
export async function uitgelogdBijAanbieder ({ proof, base, browser, set, server }) {
  const rik = browser()
  await rik.login('medewerker', 'rik')
  const phone = browser()
  await phone.login('medewerker', 'rik')
  const line = await RtClient.open(rik)
  const from = performance.now()
  if (!FAALT) await rik.uitBij(set.medewerker.url)
  await until(() => line.closed !== undefined, ask => line.listen(ask), 5_000)
  const took = Math.round((line.closed?.at ?? Infinity) - from)
  proof.check('who logs out at the provider is out here too, on an open socket', line.closed?.code === 4401 && (await rik.ik()).status === 401, JSON.stringify(line.closed))
  if (LONG) proof.check('within a second', took <= 1_000, `${took} ms`)
  proof.say(`a session that the provider ended was off after ${took} ms`)
  proof.check('their session in another browser goes on', (await phone.ik()).status === 200)

  const post = (token, { deur = 'medewerker', soort = 'application/x-www-form-urlencoded', body = `logout_token=${encodeURIComponent(token)}` } = {}) =>
    fetch(base + uitgelogd(deur), { method: 'POST', headers: { 'Content-Type': soort }, body })
  const GEBEURTENIS = 'http://schemas.openid.net/event/backchannel-logout'
  const nu = () => Math.floor(Date.now() / 1000)
  let keer = 0
  const claims = anders => ({ iss: set.medewerker.url, aud: 'keukentafel-medewerker', sub: 'rik', iat: nu(), exp: nu() + 120, jti: `proef-${keer += 1}`, events: { [GEBEURTENIS]: {} }, ...anders })
  const teken = async (anders = {}, meer = {}) => (await set.medewerker.stuur({ teken: { claims: claims(anders), ...meer } })).token
  const goed = {}
  let refused = 0
  for (const [what, token, options] of [
    ['nothing', ''],
    ['what is no token', 'a.b.c'],
    ['a token of nobody (alg none)', await teken({}, FAALT ? goed : { header: { alg: 'none' }, sleutel: 'geen' })],
    ['a token by the secret that both hold', await teken({}, FAALT ? goed : { header: { alg: 'HS256' }, sleutel: 'geheim', geheim: set.geheim })],
    ['an algorithm that is not taken', await teken({}, FAALT ? goed : { header: { alg: 'RS512' } })],
    ['a key that the provider never published', await teken({}, FAALT ? goed : { sleutel: 'vreemd' })],
    ['a key of another name', await teken({}, FAALT ? goed : { header: { kid: 'anders' }, sleutel: 'vreemd' })],
    ['a critical header', await teken({}, FAALT ? goed : { header: { crit: ['b64'], b64: false } })],
    ['another kind of token', await teken({}, FAALT ? goed : { header: { typ: 'at+jwt' } })],
    ['a nonce', await teken(FAALT ? {} : { nonce: 'n' })],
    ['no event', await teken(FAALT ? {} : { events: {} })],
    ['an event that is none', await teken(FAALT ? {} : { events: [GEBEURTENIS] })],
    ['another issuer', await teken(FAALT ? {} : { iss: set.inwoner.url })],
    ['another client', await teken(FAALT ? {} : { aud: 'keukentafel-inwoner' })],
    ['another client beside us', await teken(FAALT ? {} : { aud: ['keukentafel-medewerker', 'ander'] })],
    ['no name of its own (jti)', await teken(FAALT ? {} : { jti: undefined })],
    ['of nobody', await teken(FAALT ? {} : { sub: undefined })],
    ['too old', await teken(FAALT ? {} : { iat: nu() - 400, exp: nu() - 100 })],
    ['old, though it says that it holds for a day', await teken(FAALT ? {} : { iat: nu() - 400, exp: nu() + 86_400 })],
    ['of tomorrow', await teken(FAALT ? {} : { iat: nu() + 86_400, exp: nu() + 86_500 })],
    ['without an end', await teken(FAALT ? {} : { exp: undefined })],
    ['at the other door', await teken(), FAALT ? {} : { deur: 'inwoner' }],
    ['not in a form', await teken(), FAALT ? {} : { soort: 'application/json', body: JSON.stringify({ logout_token: await teken() }) }],
    ['two of them', await teken(), FAALT ? {} : { body: `logout_token=${await teken()}&logout_token=${await teken()}` }],
    ['without an end to it', 'x'.repeat(100_000)]
  ]) {
    const answer = await post(token, options)
    const body = await answer.json().catch(() => undefined)
    refused += 1
    proof.check(`a message of a logout that is ${what} ends nothing, and says so as the standard does`, answer.status === 400 && body?.error === 'invalid_request' && answer.headers.get('cache-control') === 'no-store' && (await phone.ik()).status === 200, `${answer.status} ${JSON.stringify(body)}`)
  }
  const sid = await post(await teken({ sub: undefined, sid: 'een-ander' }))
  proof.check('one about another session ends nothing here', sid.status === 200 && (await phone.ik()).status === 200)
  const browserOfAnother = await fetch(base + uitgelogd('medewerker'), { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://kwaad.example' }, body: `logout_token=${await teken()}` })
  proof.check("nor one from somebody else's page", browserOfAnother.status === 403 && (await phone.ik()).status === 200, `${browserOfAnother.status}`)

  const token = await teken()
  const taken = await post(token)
  proof.check('one that holds ends every session of theirs', taken.status === 200 && taken.headers.get('cache-control') === 'no-store' && (await phone.ik()).status === 401, `${taken.status}`)
  const back = browser()
  await back.login('medewerker', 'rik')
  const again = await post(token)
  refused += 1
  proof.check('the same again is refused, and takes nothing from who came in since', again.status === 400 && (await back.ik()).status === 200, `${again.status}`)
  const resident = browser()
  await resident.login('inwoner', 'huub-voor-maria')
  const inwoner = { iss: set.inwoner.url, aud: 'keukentafel-inwoner', sub: 'huub-voor-maria' }
  const { token: forHuub } = await set.inwoner.stuur({ teken: { claims: claims(inwoner) } })
  proof.check('a session for another ends so too', (await resident.ik()).status === 200 && (await post(forHuub, { deur: 'inwoner' })).status === (FAALT ? 400 : 200) && (await resident.ik()).status === 401)

  // Whoever floods is turned away, and a message that holds is not.
  let turned = 0
  for (let n = 0; n < 200 && turned === 0; n += 1) if ((await post('a.b.c')).status === 429) turned += 1
  proof.check('a flood of what does not hold is turned away', turned > 0)
  proof.check('and one that holds is taken all the same', (await post(await teken())).status === 200 && (await back.ik()).status === 401)
  await server.bounce()
  await back.login('medewerker', 'rik')
  const old = await teken({ iat: nu() - 60, exp: nu() + 60 })
  const late = await post(old)
  proof.check('one of before somebody came in takes nothing from them, also after a restart', late.status === 200 && (await back.ik()).status === 200, `${late.status}`)
  await back.post('/api/v1/uitloggen')
  return refused
}
