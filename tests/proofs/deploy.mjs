// A new version goes out, as docs/OPERATIONS.md lays it out: two nodes behind the proxy of docs/inrichting, with the Redis user of that folder, and two
// people who type in one report in Chromium. One node after the other is told to stop and comes back. Nobody reloads, no letter is lost, and
// a new page opens at every moment. Twin (FAALT=1): both stop at once, so that a new page does not open.

import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { becomes, figure, freePort, Nodes } from './lib/nodes.mjs'
import { Door } from './lib/door.mjs'
import { logIn, openBrowser } from './lib/browser.mjs'
import { FAALT, LONG, ms, prove } from './lib/proof.mjs'
import { Table } from './lib/server.mjs'

const SETUP = resolve(import.meta.dirname, '../../docs/inrichting')
/** How long pages get to leave a node; the product's own advice is ten times that. */
const DRAIN_MS = 3000
const ROUNDS = LONG ? 10 : 1
const PATIENCE_MS = 60_000

await prove('deploy', async proof => {
  const address = `https://127.0.0.1:${await freePort()}`
  const redis = await redisAsDocumented(proof)
  const nodes = await Nodes.start(proof, ['n1', 'n2'], { redis, settings: { KEUKENTAFEL_AFBOUW_MS: `${DRAIN_MS}`, KEUKENTAFEL_OORSPRONGEN: address } })
  await proxy(proof, address, nodes.all)
  proof.check('the user of redis.acl is enough for the nodes', await becomes(async () => (await Promise.all(nodes.all.map(server => figure(server, 'keukentafel_bus_up')))).every(up => up === 1)))

  const table = await Table.lay(nodes.all[0])
  const { id } = await table.document()
  const browser = await openBrowser(proof)
  const people = []
  for (const [naam, kop] of [['kevin', '2. Wat de inwoner'], ['emma', '3. Wat gaat goed']]) people.push(await sits(browser, address, naam, id, kop))
  const door = new Door(address)
  const watch = door.watch()

  let longest = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    if (FAALT) await Promise.all(nodes.all.map(server => server.stop()))
    else for (const server of nodes.all) longest = Math.max(longest, await replaced(proof, server, door, people))
  }
  await Promise.all(people.map(one => one.write(' einde')))
  const { asked, refused } = await watch.end()
  proof.check('a new page opens at every moment', asked > 0 && refused === 0, `${refused} of ${asked}`)
  if (FAALT) return `${refused} of ${asked} pages did not open`
  const same = await becomes(async () => {
    const [a, b] = await Promise.all(people.map(one => one.text()))
    return a === b && people.every(one => a.includes(one.typed))
  }, PATIENCE_MS)
  proof.check('every letter stands on both screens', same, people.map(one => one.typed.length).join(', '))
  proof.check('and the server says that it has them', (await Promise.all(people.map(one => one.kept()))).every(Boolean))
  proof.check('nobody reloaded a page', (await Promise.all(people.map(one => one.same()))).every(Boolean))
  const kept = await (await nodes.all[0].login('kevin')).get(`/api/v1/documenten/${id}/tekst`)
  proof.check('and they are recorded', people.every(one => kept.text.includes(one.typed)), String(kept.status))
  return `${2 * ROUNDS} nodes replaced under two people who typed ${people.reduce((sum, one) => sum + one.typed.length, 0)} letters: all there, nobody reloaded, ${asked} pages opened meanwhile and none did not; a node left within ${ms(longest)}`
})

/** A Redis with the user of docs/inrichting/redis.acl, and no other. */
async function redisAsDocumented (proof) {
  const [dir, port, password] = [`${proof.dir}/redis`, await freePort(), randomBytes(18).toString('hex')]
  mkdirSync(dir)
  const acl = readFileSync(`${SETUP}/redis.acl`, 'utf8').split('\n').filter(line => !line.startsWith('#')).join('\n')
  writeFileSync(`${dir}/users.acl`, acl.replace('WACHTWOORD-SHA256', createHash('sha256').update(password).digest('hex')))
  writeFileSync(`${dir}/redis.conf`, `bind 127.0.0.1\nport ${port}\naclfile ${dir}/users.acl\nsave ""\nappendonly no\ndir ${dir}\n`)
  const child = spawn('redis-server', [`${dir}/redis.conf`], { stdio: 'ignore' })
  owned(proof, child)
  return { url: `redis://keukentafel:${password}@127.0.0.1:${port}` }
}

/** HAProxy with docs/inrichting/haproxy.cfg; only where it listens, its certificate and where the nodes are differ. */
async function proxy (proof, address, servers) {
  const pem = `${proof.dir}/tls.pem`
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', `${pem}.key`, '-out', `${pem}.crt`])
  if (made.status !== 0) throw new Error(String(made.stderr))
  writeFileSync(pem, readFileSync(`${pem}.crt`, 'utf8') + readFileSync(`${pem}.key`, 'utf8'))
  const plain = await freePort()
  const other = readFileSync(`${SETUP}/haproxy.cfg`, 'utf8')
    .replace('bind :443 ssl crt /etc/keukentafel/tls.pem', `bind ${new URL(address).host} ssl crt ${pem}`)
    .replace('bind :80', `bind 127.0.0.1:${plain}`)
    .replace(/maxconn \d+/, 'maxconn 1000')
    .replace(/( {4}server n\d .*\n)+/, servers.map((server, n) => `    server n${n + 1} ${server.address}\n`).join(''))
  const file = `${proof.dir}/haproxy.cfg`
  writeFileSync(file, other)
  const good = spawnSync('haproxy', ['-c', '-f', file])
  proof.check('the proxy takes the file', good.status === 0, String(good.stderr))
  const child = spawn('haproxy', ['-db', '-f', file], { stdio: 'ignore' })
  owned(proof, child)
  const there = await becomes(async () => (await new Door(address).open()) === 200, PATIENCE_MS)
  proof.check('the proxy finds the nodes', there)
}

/** Ends with the proof. */
function owned (proof, child) {
  proof.own({ destroy: async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  } })
}

/** The node stops as an operator stops it and comes back, while everybody types; how long it took to go. */
async function replaced (proof, server, door, people) {
  const from = performance.now()
  const gone = server.stop().then(how => ({ how, took: performance.now() - from }))
  const typing = Promise.all(people.map(one => one.write(' terwijl er een nieuwe versie komt')))
  const { how, took } = await gone
  proof.check('it goes by itself', how.code === 0, JSON.stringify(how))
  await typing
  await server.up()
  proof.check('it is ready again', await becomes(async () => (await fetch(`${server.base}/readyz`)).ok, PATIENCE_MS))
  // The proxy looks once a second, and wants to see it twice: the next one goes when this one has its share again.
  for (let n = 0; n < 3; n += 1) {
    await new Promise(resolve => setTimeout(resolve, 1000))
    await door.open()
  }
  return took
}

/** Somebody with the report open, who types in a part of it. */
async function sits (browser, address, naam, document, kop) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: address })
  const page = await context.newPage()
  await logIn(page, naam)
  await page.goto(`/documenten/${document}`)
  const box = page.getByRole('textbox', { name: /^Tekst van het/ })
  await box.waitFor()
  const began = await page.evaluate(() => performance.timeOrigin)
  const part = page.locator('section[data-sectie]').filter({ has: page.getByRole('heading', { name: kop }) })
  await part.locator('[data-inhoud] p').last().click()
  const one = { typed: '' }
  one.write = async words => {
    await page.keyboard.type(`${words} ${naam}`, { delay: 40 })
    one.typed += `${words} ${naam}`
  }
  // As people read it: without the flags of carets.
  one.text = () => box.evaluate(el => {
    const copy = el.cloneNode(true)
    for (const caret of copy.querySelectorAll('[data-caret]')) caret.remove()
    return [...copy.querySelectorAll('h2, p')].map(block => (block.textContent ?? '').replace(/[\u200b\ufeff]/g, '')).join('\n')
  })
  one.same = async () => await page.evaluate(() => performance.timeOrigin) === began
  one.kept = () => page.getByText('Alle wijzigingen zijn opgeslagen').first().waitFor({ timeout: PATIENCE_MS }).then(() => true, () => false)
  return one
}
