// What a provider takes away while somebody is in: it is asked again, and nobody has to log in for it. The part of proof-identity about it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MFA } from './oidc.mjs'
import { FAALT, LONG, ms, until } from './proof.mjs'
import { RtClient } from './rt.mjs'

/** How often the server under test asks, and within how much more somebody is out. */
export const ELKE_SECONDEN = 1
const UIT_MS_MAX = 2000
const PATIENCE_MS = FAALT ? 3000 : 20_000

export async function nagevraagd ({ proof, browser, set, server }) {
  const account = (naam, groups) => ({ acr: MFA, claims: { name: naam, groups } })
  const zet = accounts => FAALT ? undefined : set.medewerker.stuur({ accounts })
  const zetBezet = bezet => FAALT ? undefined : set.medewerker.stuur({ bezet })
  const took = []
  /** Takes something away at the provider, and waits until this page is closed by it. */
  const neem = async (what, who, line, accounts) => {
    await zet(accounts)
    const from = performance.now()
    const shut = await until(() => line.closed !== undefined, ask => line.listen(ask), PATIENCE_MS)
    proof.check(`${what}: out on an open page, and nobody logged in for it`, shut && line.closed.code === 4401 && (await who.ik()).status === 401, JSON.stringify(line.closed))
    took.push((line.closed?.at ?? Infinity) - from)
  }
  /** Asks until it is so; each question is one to the server. */
  const wordt = async (what, so) => {
    const from = performance.now()
    let ok = await so()
    while (!ok && performance.now() - from < PATIENCE_MS) ok = await so()
    proof.check(what, ok)
  }

  // ---- a role ----
  const karim = browser()
  await karim.login('medewerker', 'karim')
  await neem('a role that was taken away', karim, await RtClient.open(karim), { karim: account('Karim Aziz', ['GRP-Telefoon']) })
  const again = browser()
  await again.login('medewerker', 'karim')
  proof.check('with what is left one comes in again', FAALT || (await again.ik()).rol === 'kcc')
  await zet({ karim: account('Karim el Aziz', ['GRP-Telefoon']) })
  await wordt('another name is known without a login', async () => (await again.ik()).naam === 'Karim el Aziz')

  // ---- one role of two: the other goes on ----
  await set.medewerker.stuur({ accounts: { fatma: account('Fatma Demir', ['GRP-Balie', 'GRP-Telefoon']) } })
  const [desk, phone] = [browser(), browser()]
  for (const [who, rol] of [[desk, 'kcc'], [phone, 'frontoffice']]) {
    await who.login('medewerker', 'fatma')
    await who.post('/api/v1/sessie/rol', { rol })
  }
  await neem('one role of two', phone, await RtClient.open(phone), { fatma: account('Fatma Demir', ['GRP-Telefoon']) })
  proof.check('one role of two: the session in the other goes on', (await desk.ik()).rol === 'kcc')

  // ---- a provider that is away says nothing about anybody; a kill -9 forgets nothing ----
  const asked = async uitkomst => {
    const text = await (await fetch(`${server.base}/metrics`)).text()
    return Number(new RegExp(`keukentafel_navraag_total\\{uitkomst="${uitkomst}"\\} (\\d+)`).exec(text)?.[1] ?? 0)
  }
  // Not between an answer and the file: what was used up is not asked with twice. Of two whom it asks about, the third answer that nobody could give
  // comes when what was under way before is over and kept.
  await zetBezet(true)
  await wordt('a provider that is busy is asked in vain', async () => await asked('onbereikbaar') >= 3)
  await server.bounce()
  await zetBezet(false)
  proof.check('after a kill -9 they are still in', (await desk.ik()).status === 200)
  await wordt('after a kill -9 they are asked about again', async () => FAALT || await asked('blijft') >= 2)
  if (!FAALT) await set.medewerker.kill()
  await wordt('a provider that is away is asked in vain', async () => await asked('onbereikbaar') >= 2)
  proof.check('and keeps everybody who is in at work', (await desk.ik()).status === 200)

  // ---- the provider's own session: it forgot all of them ----
  const line = await RtClient.open(desk)
  if (!FAALT) await set.medewerker.up()
  await neem('whose session at the provider is over', desk, line, {})

  // ---- an account that is no more ----
  const rik = browser()
  await rik.login('medewerker', 'rik')
  await neem('an account that is no more', rik, await RtClient.open(rik), { rik: null })
  const { verlengingen } = await set.medewerker.stuur({})
  const kept = readFileSync(join(server.dir, 'sessies.json'), 'utf8') + readFileSync(server.log, 'utf8')
  proof.check('what it is asked with stands nowhere', verlengingen.length > 0 && verlengingen.every(one => !kept.includes(one)), `${verlengingen.length}`)
  const worst = Math.max(...took)
  if (LONG) proof.check('within the second of the question and two', worst <= ELKE_SECONDEN * 1000 + UIT_MS_MAX, ms(worst))
  proof.say(`what a provider took away was off after ${ms(worst)} at most, asked every ${ELKE_SECONDEN} s`)
  return took.length
}
