// Who somebody is, with the certified OpenID provider as a process of its own beside the server: what it says is believed when it holds, and
// every way in which it does not hold keeps the door shut. The figure: ways in that were tried and refused.
//
// With FAALT=1 nothing is tampered with: every refusal must then fail to come.

import { WAAROM } from './lib/groep.mjs'
import { readFileSync } from 'node:fs'
import { Bladeraar, LOW, MFA, richtIn, SUBSTANTIAL } from './lib/oidc.mjs'
import { FAALT, prove, until } from './lib/proof.mjs'
import { RtClient } from './lib/rt.mjs'
import { checkStore, exportTrail, Server, uuidv7 } from './lib/server.mjs'
import { freeAddress } from './lib/sims.mjs'
import { GEEN_MACHTIGING, gemachtigd, MARIA, machtigingen, ONBEKEND, voor } from './lib/machtiging.mjs'
import { ELKE_SECONDEN, nagevraagd } from './lib/nagevraagd.mjs'
import { uitgelogdBijAanbieder } from './lib/uitgelogd.mjs'

const GEMEENTE = '019b7722-6000-7000-8000-676500000001'

const accounts = {
  medewerker: {
    karim: { acr: MFA, claims: { name: 'Karim Aziz', groups: ['GRP-Balie', 'GRP-Koffie'] } },
    fatma: { acr: MFA, claims: { name: 'Fatma Demir', groups: ['GRP-Balie', 'GRP-Telefoon'] } },
    ellen: { acr: MFA, claims: { name: 'Ellen Post', groups: ['GRP-Koffie'] } },
    rik: { acr: MFA, claims: { name: 'Rik Maas', groups: ['GRP-Regie'] } },
    'fatma-voor': { acr: MFA, claims: { name: 'Fatma Demir', groups: ['GRP-Balie'], ...(FAALT ? {} : { represents: voor(MARIA) }) } },
    roos: { acr: MFA, claims: { name: 'Roos Bakker', groups: ['GRP-Regie'] } },
    zwak: { acr: 'wachtwoord', claims: { name: 'Zwanet Vlek', groups: ['GRP-Balie'] } }
  },
  inwoner: {
    maria: { acr: SUBSTANTIAL, claims: { bsn: MARIA } },
    'maria-sms': { acr: LOW, claims: { bsn: MARIA } },
    vreemd: { acr: SUBSTANTIAL, claims: { bsn: ONBEKEND } },
    krom: { acr: SUBSTANTIAL, claims: { bsn: '123' } },
    zonder: { acr: SUBSTANTIAL, claims: {} },
    ...machtigingen(SUBSTANTIAL),
    [MARIA]: { acr: SUBSTANTIAL, claims: { sub_id_type: 'urn:nl-eid-gdi:1.0:id:BSN' } }
  }
}

/** A change on the way, which FAALT leaves out. */
const knoei = change => FAALT ? value => value : change
const met = (url, name, value) => {
  const changed = new URL(url)
  if (value === undefined) changed.searchParams.delete(name)
  else changed.searchParams.set(name, value)
  return changed.href
}

await prove('identity', async proof => {
  const address = await freeAddress()
  const dir = `${proof.dir}/data`
  const set = await richtIn({ dir: `${proof.dir}/kt`, address, gemeente: GEMEENTE, accounts })
  proof.own(set.medewerker)
  proof.own(set.inwoner)
  const env = { ...set.env, KEUKENTAFEL_LOG: 'trace' }
  const server = proof.own(await Server.start({ dir, address, env }))
  const { base } = server
  const browser = () => new Bladeraar(base)
  /** What must be nowhere. */
  const geheimen = new Set([set.geheim, MARIA, ONBEKEND])
  const onthoud = who => {
    for (const url of [who.terug, who.gevraagd].filter(Boolean)) {
      for (const name of ['code', 'state', 'nonce', 'code_challenge']) {
        const value = new URL(url).searchParams.get(name)
        if (value) geheimen.add(value)
      }
    }
    for (const [name, value] of who.jar(base)) if (name.startsWith('__Host-kt')) geheimen.add(value)
  }
  let refused = 0
  const weg = (what, landed, reason, page = '/inloggen') => {
    refused += 1
    proof.check(what, landed === `${page}?fout=${reason}`, landed)
  }

  // ---- the doors, and who comes in ----
  const doors = await browser().get('/api/v1/inloggen')
  proof.check('both doors stand beside the demonstration', doors.status === 200 && doors.body.medewerker && doors.body.inwoner && doors.body.demo, doors.text)

  const karim = browser()
  proof.check('staff come in by their groups', await karim.login('medewerker', 'karim') === '/')
  onthoud(karim)
  const asked = new URL(karim.gevraagd).searchParams
  proof.check('the code is asked for with PKCE (S256), a state and a nonce', asked.get('response_type') === 'code' && asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge')?.length === 43 && asked.get('state')?.length === 43 && asked.get('nonce')?.length === 43)
  const ik = await karim.ik()
  proof.check('with the name and the role that belong to them', ik.naam === 'Karim Aziz' && ik.rol === 'frontoffice' && ik.sessie.deur === 'medewerker', JSON.stringify(ik))
  proof.check('the cookie of the login is gone after it', !karim.jar(base).has('__Host-kt-oidc'))
  const again = browser()
  await again.login('medewerker', 'karim')
  proof.check('the same account is the same person', (await again.ik()).id === ik.id)

  const maria = browser()
  proof.check('a resident comes in with DigiD, by private_key_jwt', await maria.login('inwoner', 'maria') === '/portaal')
  onthoud(maria)
  const mik = await maria.ik()
  proof.check('and is the person whom we know by that BSN', mik.naam === 'Maria Verhoef' && mik.rol === 'inwoner' && typeof mik.persoon === 'string', JSON.stringify(mik))
  proof.check('their own zaken are theirs', (await maria.get('/api/v1/zaken')).status === 200)
  const byPerson = browser()
  await byPerson.login('inwoner', MARIA)
  proof.check('the BSN as subject (NL GOV) is the same person', (await byPerson.ik()).id === mik.id)

  // ---- what does not hold ----
  for (const [what, options, reason] of [
    ['another state is refused', { callback: knoei(url => met(url, 'state', 'A'.repeat(43))) }, 'verlopen'],
    ['no state is refused', { callback: knoei(url => met(url, 'state')) }, 'verlopen'],
    ['another nonce is refused', { heen: knoei(url => met(url, 'nonce', 'B'.repeat(43))) }, 'verlopen'],
    ['another code is refused', { callback: knoei(url => met(url, 'code', 'C'.repeat(43))) }, 'verlopen'],
    ['the answer of another provider is refused', { callback: knoei(url => met(url, 'iss', set.inwoner.url)) }, 'onjuist']
  ]) {
    const who = browser()
    weg(what, await who.login('medewerker', 'karim', options), reason)
    proof.check(`${what}: nobody is in`, (await who.ik()).status === 401)
  }

  const twice = browser()
  const back = await twice.heen('/inloggen/medewerker', 'karim')
  const kept = twice.jar(base).get('__Host-kt-oidc')
  await twice.kom(back)
  const replayer = browser()
  replayer.jar(base).set('__Host-kt-oidc', kept)
  weg('a code that was used is refused, also with the cookie of its login', FAALT ? '' : await replayer.kom(back), 'verlopen')

  const begun = browser()
  const foreign = await begun.heen('/inloggen/medewerker', 'karim')
  const victim = browser()
  weg('an answer in a browser that began no login is refused (login CSRF)', await (FAALT ? begun : victim).kom(foreign), 'verlopen')
  const other = browser()
  await other.heen('/inloggen/medewerker', 'rik')
  const mixed = await browser().heen('/inloggen/medewerker', 'karim')
  const state = new URL(other.gevraagd).searchParams.get('state')
  weg("somebody else's code with one's own state is refused (PKCE)", await other.kom(FAALT ? met(other.gevraagd, 'x', '') : met(mixed, 'state', state)), 'verlopen')
  const crossed = browser()
  const staffBack = await crossed.heen('/inloggen/medewerker', 'karim')
  weg('an answer at the other door is refused', await crossed.kom(FAALT ? staffBack : staffBack.replace('/medewerker/', '/inwoner/')), 'verlopen')
  const stopped = browser()
  weg('who stops is told so', await stopped.login('medewerker', FAALT ? 'karim' : ''), 'afgebroken')

  // ---- who somebody is not, or not well enough ----
  weg('DigiD below substantieel is too low', await browser().login('inwoner', FAALT ? 'maria' : 'maria-sms'), 'niveau')
  weg('a BSN that we do not have lets nobody in', await browser().login('inwoner', FAALT ? 'maria' : 'vreemd'), 'inwoner_onbekend')
  weg('a BSN that is none lets nobody in', await browser().login('inwoner', FAALT ? 'maria' : 'krom'), 'onjuist')
  weg('no BSN lets nobody in', await browser().login('inwoner', FAALT ? 'maria' : 'zonder'), 'onjuist')
  weg('who works here comes for nobody else', await browser().login('medewerker', 'fatma-voor'), 'machtiging')
  for (const [account, , reason, what] of GEEN_MACHTIGING) {
    const who = browser()
    weg(`a mandate ${what} lets nobody in`, await who.login('inwoner', account), reason)
    proof.check(`a mandate ${what}: nobody is in`, (await who.ik()).status === 401)
  }
  const ellen = browser()
  weg('groups that are not in the table give no role', await ellen.login('medewerker', FAALT ? 'karim' : 'ellen'), 'geen_rol')

  // ---- for another ----
  refused += await gemachtigd({ proof, browser, set, maria, onthoud })

  // ---- who logged out at the provider ----
  refused += await uitgelogdBijAanbieder({ proof, base, browser, set, server })

  // ---- keys ----
  await set.medewerker.stuur({ nieuweSleutels: true })
  const rotated = browser()
  proof.check('after a change of keys people come in', await rotated.login('medewerker', 'karim') === '/', '')
  if (!FAALT) await set.medewerker.stuur({ nieuweSleutels: true, vreemdeSleutels: true })
  const before = (await set.medewerker.stuur({})).jwks
  for (let n = 0; n < 10; n += 1) weg('a signature by a key that the provider does not publish is refused', await browser().login('medewerker', 'karim'), 'onjuist')
  const { jwks } = await set.medewerker.stuur({ vreemdeSleutels: false, nieuweSleutels: true })
  proof.check('and does not have us ask for keys at every login', jwks - before <= 6, `${jwks - before} times`)

  // ---- ways on, and a session that was there ----
  for (const wrong of ['//kwaad.example', 'https://kwaad.example', '/\\kwaad.example', '/%2f%2fkwaad.example', '/api/v1/ik', '/inloggen/medewerker']) {
    const who = browser()
    // The keys of this hour were asked for too often; with a fresh start of the server they are asked for again.
    proof.check(`${wrong} is no way on`, (await who.heen(`/inloggen/inwoner?terug=${encodeURIComponent(wrong)}`, 'maria').then(url => who.kom(url))) === '/portaal')
  }
  const deep = browser()
  proof.check('a page of ours is', await deep.login('inwoner', 'maria', { terug: '/portaal/geld' }) === '/portaal/geld')

  const planted = browser()
  await planted.post('/demo/login', { persona: 'kcc' })
  const was = planted.jar(base).get('__Host-kt')
  await planted.login('inwoner', 'maria')
  const fixed = browser()
  fixed.jar(base).set('__Host-kt', was)
  proof.check('a session that was there before is not gone on with (fixation)', planted.jar(base).get('__Host-kt') !== was && (await fixed.ik()).status === 401)

  // ---- a restart: the book and the sessions are still there ----
  await server.bounce()
  proof.check('name and role survive a kill -9', (await karim.ik()).naam === 'Karim Aziz' && (await maria.ik()).naam === 'Maria Verhoef')

  // ---- two roles ----
  const fatma = browser()
  proof.check('who has two roles chooses first', await fatma.login('medewerker', 'fatma', { terug: '/plannen' }) === '/rol')
  onthoud(fatma)
  const half = await fatma.get('/api/v1/ik')
  proof.check('and is nobody until then', half.status === 403 && half.body.code === 'sessie.rol_kiezen' && half.body.ga_naar === '/rol' && (await fatma.get('/api/v1/zaken')).status === 403, half.text)
  const halfRt = new RtClient(fatma)
  await until(() => halfRt.closed !== undefined, ask => halfRt.listen(ask))
  proof.check('not on a socket either', halfRt.closed?.code === 403, JSON.stringify(halfRt.closed))
  const keuze = await fatma.get('/api/v1/sessie/rol')
  proof.check('the roles are those of the groups', JSON.stringify(keuze.body.items.map(item => item.rol)) === '["frontoffice","kcc"]', keuze.text)
  const wrongRole = await fatma.post('/api/v1/sessie/rol', { rol: FAALT ? 'kcc' : 'privacyfunctionaris' })
  refused += 1
  proof.check('another role than one of them is refused', wrongRole.status === 422, wrongRole.text)
  const old = fatma.cookie
  const chosen = await fatma.post('/api/v1/sessie/rol', { rol: 'frontoffice' })
  proof.check('a choice gives another cookie', chosen.status === 200 && chosen.body.ga_naar === '/' && fatma.cookie !== old, chosen.text)
  const stale = browser()
  stale.jar(base).set('__Host-kt', old.split('=').pop())
  refused += 1
  proof.check('and the old one opens nothing', (await stale.ik()).status === (FAALT ? 200 : 401))
  proof.check('one works in the role that was chosen', (await fatma.ik()).rol === 'frontoffice')

  // ---- a fresh proof ----
  const rt = await RtClient.open(fatma)
  const needs = await fatma.post('/api/v1/sessie/rol', { rol: 'kcc' })
  proof.check('changing it asks for a fresh proof, and says where', needs.status === 403 && needs.body.code === 'sessie.stap_op' && needs.body.ga_naar === '/stap-op', needs.text)
  const niemand = '019ab000-0000-7000-8000-00000000abcd'
  const vervang = () => fatma.post(`/api/v1/medewerkers/${niemand}/vervanger`, { vervanger: niemand, vanaf: '2027-04-01', tot_en_met: '2027-04-02', reden: 'Verlof' })
  const closed = await vervang()
  proof.check('so does a command that changes who may see what', closed.status === 403 && closed.body.code === 'sessie.stap_op', closed.text)
  const stapOp = async (account, { heen, anders = true } = {}) => {
    // Somebody else at the same browser: the provider's own session of who was there is over.
    if (anders) fatma.jars.delete(new URL(set.medewerker.url).host)
    return fatma.kom(await fatma.heen('/inloggen/stap-op?terug=/rol', account, heen))
  }
  weg('a proof of before does not count', await stapOp('fatma', { anders: false, heen: knoei(url => met(met(url, 'max_age'), 'prompt')) }), 'niet_opnieuw', '/stap-op')
  weg("nor does somebody else's", await stapOp(FAALT ? 'fatma' : 'karim'), 'andere_persoon', '/stap-op')
  weg('nor one that is too weak', await stapOp(FAALT ? 'fatma' : 'zwak'), 'niveau', '/stap-op')
  proof.check('what did not count opens nothing', (await fatma.post('/api/v1/sessie/rol', { rol: 'kcc' })).status === 403)
  const beforeProof = fatma.cookie
  proof.check('a fresh proof leads back to where one was', await stapOp('fatma') === '/rol')
  proof.check('under another cookie', fatma.cookie !== beforeProof)
  proof.check('the command is looked at then', (await vervang()).status === 404)
  await until(() => rt.closed !== undefined, ask => rt.listen(ask), 5_000)
  proof.check('and the old socket is closed, to come back', rt.closed?.code === 4501, JSON.stringify(rt.closed))
  proof.check('then the role changes', (await fatma.post('/api/v1/sessie/rol', { rol: 'kcc' })).status === 200 && (await fatma.ik()).rol === 'kcc')

  // ---- a role that is taken away ----
  const phone = browser()
  await phone.login('medewerker', 'fatma')
  await phone.post('/api/v1/sessie/rol', { rol: 'frontoffice' })
  const line = await RtClient.open(phone)
  await set.medewerker.stuur({ accounts: { fatma: { acr: MFA, claims: { name: 'Fatma Demir', groups: ['GRP-Telefoon'] } } } })
  const desk = browser()
  const from = performance.now()
  proof.check('the next login has the roles of now', await desk.login('medewerker', 'fatma') === '/' && (await desk.ik()).rol === 'kcc')
  await until(() => line.closed !== undefined, ask => line.listen(ask), 5_000)
  refused += 1
  proof.check('a session in a role that is gone is over, its socket too', (await phone.ik()).status === 401 && line.closed?.code === 4401, JSON.stringify(line.closed))
  proof.say(`a role that was taken away was off after ${Math.round(line.closed?.at - from)} ms`)
  proof.check('one in a role that is left goes on', (await fatma.ik()).rol === 'kcc')
  await set.medewerker.stuur({ accounts: { fatma: { acr: MFA, claims: { name: 'Fatma Demir', groups: [] } } } })
  weg('who has no role any more is refused', await browser().login('medewerker', FAALT ? 'karim' : 'fatma'), 'geen_rol')
  refused += 1
  proof.check('and is out everywhere', (await desk.ik()).status === 401 && (await fatma.ik()).status === 401)

  // ---- one's own sessions ----
  const rik = browser()
  await rik.login('medewerker', 'rik')
  const rikPhone = browser()
  rikPhone.agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1'
  await rikPhone.login('medewerker', 'rik')
  const list = await rik.get('/api/v1/sessies')
  proof.check('somebody sees where they are logged in', list.body.items.length === 2 && list.body.items.filter(one => one.deze).length === 1 && list.body.items.some(one => one.toestel.apparaat === 'telefoon'), list.text)
  const theirs = (await karim.get('/api/v1/sessies')).body.items[0].id
  refused += 1
  proof.check("not where others are, and ends nobody else's", (await rik.post(`/api/v1/sessies/${FAALT ? list.body.items[0].id : theirs}/beeindigen`)).status === 404 && (await karim.ik()).status === 200)
  const phoneId = list.body.items.find(one => !one.deze).id
  proof.check('and ends one of their own', (await rik.post(`/api/v1/sessies/${phoneId}/beeindigen`)).status === 204 && (await rikPhone.ik()).status === 401)

  // ---- a plan whose regisseur is one no more: handed over, killed, asked again, and handed over once ----
  const roos = browser()
  await roos.login('medewerker', 'roos')
  await roos.post('/api/v1/personen/zoek', { bsn: '999990019', voor: 'groep' })
  const groep = (await roos.post('/api/v1/groepen', { leden: [mik.persoon], waarom: WAAROM })).body
  const plan = (await roos.post(`/api/v1/groepen/${groep.id}/plan`)).body
  await set.medewerker.stuur({ accounts: { roos: { acr: MFA, claims: { name: 'Roos Bakker', groups: [] } } } })
  weg('a regisseur who has no role any more is refused', await browser().login('medewerker', FAALT ? 'karim' : 'roos'), 'geen_rol')
  if (!FAALT) await wijsAan(proof, server, plan.id)

  // ---- out ----
  const out = await rik.post('/api/v1/uitloggen')
  proof.check('logging out also leads past the provider', out.status === 200 && out.body.ga_naar.startsWith(`${set.medewerker.url}/session/end?`), out.text)
  proof.check('without a word of whose session it was', !out.body.ga_naar.includes('id_token_hint') && !out.body.ga_naar.includes('rik'))
  proof.check('after that the cookie opens nothing', (await rik.ik()).status === 401)

  // ---- without a provider ----
  await set.inwoner.kill()
  await server.bounce()
  weg('a provider that is away is told, and keeps nobody else out', FAALT ? '' : (await browser().kom(`${base}/inloggen/inwoner`)), 'onbereikbaar')
  proof.check('the server goes on', await server.alive() && (await karim.ik()).status === 200)

  // ---- nothing of it stands anywhere ----
  for (const who of [karim, maria, fatma, rik, desk, phone]) onthoud(who)
  for (const one of (await set.medewerker.stuur({})).verlengingen) geheimen.add(one)
  const metrics = await (await fetch(`${base}/metrics`)).text()
  await server.stop()
  const echt = proof.own(await Server.start({ mode: 'serve', dir: `${proof.dir}/echt`, address, env: { ...env, KEUKENTAFEL_LOG: 'info', KEUKENTAFEL_OIDC_MEDEWERKER_NAVRAAG_SECONDEN: `${ELKE_SECONDEN}` } }))
  const serve = browser()
  proof.check('without demo mode it is the only way in', await serve.login('medewerker', 'karim') === '/' && (await serve.ik()).naam === 'Karim Aziz' && (await serve.post('/demo/login', { persona: 'kcc' })).status >= 400)
  refused += await nagevraagd({ proof, browser, set, server: echt })
  await echt.stop()
  await nagekeken(proof, set, `${proof.dir}/echt`)
  const log = readFileSync(server.log, 'utf8')
  proof.check('the log was kept at TRACE', log.includes('TRACE') && log.includes('a login did not hold'), `${log.length} bytes`)
  const found = [...geheimen].filter(secret => secret && (log.includes(secret) || metrics.includes(secret)))
  proof.check(`no code, state, nonce, cookie, secret or BSN in ${Math.round(log.length / 1024)} KiB of log at TRACE or in the metrics`, found.length === 0, `${found.length} of ${geheimen.size}`)
  proof.check('no token and no name of a person either', !/eyJ[A-Za-z0-9_-]{20,}/.test(log) && !/Karim Aziz|Fatma Demir|Verhoef/.test(log + metrics))

  const trail = exportTrail(dir)
  const lines = code => trail.filter(line => line.handeling === 'sessie.begin' && line.code === code && line.uitkomst === 'geweigerd').length
  for (const code of ['verlopen', 'niveau', 'machtiging', 'machtiging_eigen', 'machtiging_niets', 'machtiging_kind', 'machtiging_soort', 'machtiging_onjuist', 'gemachtigde_onbekend', 'inwoner_onbekend', 'geen_rol', 'onjuist']) {
    proof.check(`the trail has who was not let in: ${code}`, lines(`inloggen.${code}`) > 0)
  }
  proof.check('and whose account had no role', trail.some(line => line.code === 'inloggen.geen_rol' && line.wie !== null))
  const bericht = trail.filter(line => line.handeling === 'sessie.uitgelogd')
  proof.check('the trail has whose session a provider ended, and what did not hold', bericht.some(line => line.uitkomst === 'gelukt' && line.wie !== null && line.sessie !== null && line.systeem === 'inlogdienst') && bericht.some(line => line.code === 'inloggen.uitlogbericht'))
  proof.check('and who came in for whom, from the login on', trail.some(line => line.handeling === 'sessie.begin' && line.uitkomst === 'gelukt' && line.namens !== null && line.grond === 'gemachtigde'))
  for (const handeling of ['sessie.begin', 'sessie.rol', 'sessie.stap_op', 'sessie.beeindigd', 'sessie.einde']) {
    proof.check(`the trail has ${handeling}`, trail.some(line => line.handeling === handeling && line.uitkomst === 'gelukt'))
  }
  return `${refused} ways in that do not hold, none of them open`
})

/** `keukentafel check` says of each provider whether it can be reached, and is not content when one cannot. */
async function nagekeken (proof, set, dir) {
  if (set.inwoner.child.exitCode !== null || set.inwoner.child.signalCode !== null) await set.inwoner.up()
  const goed = deur => `${deur}s: ${set[deur].url} zegt wie zij is`
  const both = await checkStore(dir, set.env)
  proof.check('check reaches both providers', both.ok && both.said.includes(goed('medewerker')) && both.said.includes(goed('inwoner')), both.said)
  if (!FAALT) await set.inwoner.kill()
  const one = await checkStore(dir, set.env)
  const weg = `inwoners: NIET IN ORDE: ${set.inwoner.url} is niet bereikbaar`
  proof.check('and says which one is away', !one.ok && one.said.includes(weg) && one.said.includes(goed('medewerker')), one.said)
}

/** Who leads the team names another regisseur; the server dies on the answer, and asked again with the same key it says the same. */
async function wijsAan (proof, server, plan) {
  const [wendy, rianne] = [await server.login('wijkteammanager'), await server.login('regisseur')]
  const wijs = key => wendy.post(`/api/v1/plannen/${plan}/regisseur`, { regisseur: rianne.ik.id }, { 'Idempotency-Key': key })
  const key = uuidv7()
  const done = await wijs(key)
  proof.check('who leads the team names another regisseur', done.status === 200, done.text)
  await server.bounce()
  await Promise.all([wendy, rianne].map(who => who.reenter()))
  const again = await wijs(key)
  proof.check('after a kill -9 the same key answers the same', again.status === 200 && again.text === done.text, again.text)
  const { body } = await rianne.get(`/api/v1/plannen/${plan}`)
  const lines = soort => body.tijdlijn?.filter(line => line.soort === soort).length
  proof.check('and it was done once', body.verantwoordelijk === rianne.ik.id && body.regisseurs.length === 1 && lines('RegieOvergedragen') === 1 && lines('RegisseurVertrokken') === 1, JSON.stringify(body))
  const late = await wijs(uuidv7())
  proof.check('another key finds a plan that has one', late.status === 404, late.text)
}
