// Hostile HTTP (inputs 1-20), over bare sockets where a client library would be too polite.

import { gzipSync } from 'node:zlib'
import { LONG } from './proof.mjs'
import { request } from './raw.mjs'
import { uuidv7 } from './server.mjs'

/** What the server reads of a body (web/src/limits.rs): one that is longer is weighed as if it were this. */
const BODY_BYTES_MAX = 65_536

const expect = (answer, ...wanted) => wanted.includes(answer.status) || `${answer.status} ${answer.code ?? answer.body?.code ?? ''}, not ${wanted.join(' or ')}`

export function httpRows (server, table, weigh) {
  /** Every item is an input of its own, and weighed alone. */
  const all = async (list, judge) => {
    for (const item of list) {
      const what = String(item).slice(0, 60)
      const verdict = await weigh(what, () => judge(item))
      if (verdict !== true) return `${what}: ${verdict}`
    }
    return true
  }
  const host = new URL(server.base).host
  const head = (method, path, headers = {}) => `${method} ${path} HTTP/1.1\r\n${Object.entries({
    Host: host, Cookie: table.kevin.cookie, 'X-Keukentafel': '1', 'Content-Type': 'application/json', Origin: server.base, ...headers
  }).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  const post = (path, body, headers = {}) => request(server.base, head('POST', path, { 'Content-Length': Buffer.byteLength(body), Connection: 'close', ...headers }) + body)
  const get = (path, headers = {}) => request(server.base, head('GET', path, { Connection: 'close', 'Content-Type': undefined, ...headers }))
  const contact = `/api/v1/personen/${table.persoon}/contact`
  const ZOEK = '/api/v1/personen/zoek'
  // Those who stall take as long as the server lets them: they begin now and are asked for at their turn.
  const stalling = {
    head: request(server.base, `GET /api/v1/ik HTTP/1.1\r\nHost: ${host}\r\nX-Traag: `, { trickle: 1000, limit: 40_000 }),
    body: request(server.base, head('POST', contact, { 'Content-Length': 500_000 }) + '{', { trickle: 1000, limit: 40_000 })
  }

  return [
    ['1', 'somebody else\'s zaak is as absent', async () => {
      const kcc = await server.login('huub')
      const there = await kcc.get(`/api/v1/zaken/${table.zaak}`)
      const absent = await kcc.get(`/api/v1/zaken/${uuidv7()}`)
      const same = there.text.replaceAll(table.zaak, '') === absent.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
      return there.status === 404 && absent.status === 404 && same ? true : `${there.status} ${there.text.slice(0, 120)} / ${absent.status}`
    }],
    ['2', 'paths that climb', () => all(['/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/api/v1/zaken/%00', '/api/v1/zaken/..%2f..%2fmetrics', '//etc/passwd'],
      async path => {
        const answer = await get(path)
        return /root:/.test(answer.text) ? 'it read a file' : answer.status === 200 ? /<!doctype html>/i.test(answer.text) || '200' : expect(answer, 400, 404, 422)
      })],
    ['3', 'fields that are not asked for', () => all(['rol', 'auteur_id', 'bedrag_goedgekeurd', 'versie'], async field => {
      const answer = await table.kevin.post(contact, { telefoon: '0612345678', [field]: 'x' })
      return answer.status === 422 && answer.body?.code === 'invoer.onbekend_veld' ? true : `${answer.status} ${answer.body?.code}`
    })],
    ['4', 'a key twice', async () => {
      const answer = await table.kevin.post(contact, '{"telefoon":"0612345678","telefoon":"0687654321"}')
      return expect(answer, 422, 400)
    }],
    ['5', 'JSON 100,000 deep', async () => {
      const answer = await post(contact, '['.repeat(100_000))
      return expect(answer, 400, 413, 422)
    }],
    ['6', 'a gigabyte in chunks', async () => {
      // As much as the server will read of it: it has to stop this long before the end.
      const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
      const bytes = head('POST', contact, { 'Transfer-Encoding': 'chunked' }) + chunk.repeat(LONG ? 1024 : 256)
      const answer = await weigh('a body without end', () => request(server.base, bytes), { read: BODY_BYTES_MAX })
      return answer.status === 413 || (answer.ended && answer.status === 0) ? true : `${answer.status}`
    }],
    ['7a', 'a head that trickles', async () => {
      const answer = await stalling.head
      return (answer.ended || answer.status === 408) && answer.ms < 35_000 ? true : `${answer.status} after ${Math.round(answer.ms)} ms`
    }],
    ['7b', 'a body that trickles', async () => {
      const answer = await stalling.body
      return [400, 408, 413].includes(answer.status) || answer.ended ? true : `${answer.status} after ${Math.round(answer.ms)} ms`
    }],
    ['8a', 'a length and chunks', async () => {
      const answer = await request(server.base, head('POST', contact, { 'Content-Length': 4, 'Transfer-Encoding': 'chunked' }) + '0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
      return (answer.text.match(/HTTP\/1\.1 200/g) ?? []).length === 0 || 'the smuggled request was answered'
    }],
    ['8b', 'two lengths', async () => {
      const answer = await request(server.base, `POST ${contact} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nContent-Length: 20\r\n\r\n{}`)
      return expect(answer, 400)
    }],
    ['9', 'methods that are not there', () => all(['TRACE', 'CONNECT', 'PROPFIND', 'DELETE'], async method => {
      const answer = await request(server.base, head(method, '/api/v1/ik', { Connection: 'close' }))
      return expect(answer, 400, 403, 404, 405, 501)
    })],
    ['9b', 'a method in a header', async () => {
      const answer = await get('/api/v1/ik', { 'X-HTTP-Method-Override': 'DELETE' })
      return expect(answer, 200)
    }],
    ['10a', 'no X-Keukentafel', async () => expect(await post(contact, '{"telefoon":"0612345678"}', { 'X-Keukentafel': undefined }), 403)],
    ['10b', 'Origin of somebody else', async () => expect(await post(contact, '{"telefoon":"0612345678"}', { Origin: 'https://evil.nl' }), 403)],
    ['11', 'JSON that says it is text', async () => expect(await post(contact, '{"telefoon":"0612345678"}', { 'Content-Type': 'text/plain' }), 415)],
    ['12', 'a session after logging out, and the id from before logging in', async () => {
      const left = await server.login('emma')
      const old = left.cookie
      await left.enter()
      const rotated = left.cookie !== old
      await left.post('/api/v1/uitloggen', {})
      const after = await left.get('/api/v1/ik')
      return after.status === 401 && rotated ? true : `${after.status}, rotated: ${rotated}`
    }],
    ['13', 'one key for two commands', async () => {
      const key = uuidv7()
      const first = await table.melding(key, 'eerste')
      const same = await table.melding(key, 'eerste')
      const other = await table.melding(key, 'tweede')
      return first.body?.id !== undefined && first.body.id === same.body?.id && other.status === 422 && other.body?.code === 'opdracht.sleutel_hergebruikt'
        ? true
        : `${first.status} ${same.status} ${other.status} ${other.body?.code}`
    }],
    ['14', 'forwarded names and users', async () => {
      const answer = await get('/api/v1/ik', { Cookie: undefined, 'X-Forwarded-For': '127.0.0.1', 'X-User': 'kevin', 'X-Forwarded-User': 'kevin' })
      return expect(answer, 401)
    }],
    ['15', 'Host of somebody else', async () => expect(await get('/api/v1/ik', { Host: 'evil.nl' }), 421)],
    ['16', 'many logins', async () => {
      const login = () => fetch(`${server.base}/demo/login`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"persona":"buurman"}'
      }).then(async answer => { await answer.arrayBuffer(); return answer })
      const answers = await weigh('300 logins at once', () => Promise.all(Array.from({ length: 300 }, login)), { inputs: 300 })
      const slowed = answers.filter(answer => answer.status === 429)
      const other = await server.login('emma').then(() => true, error => error.message)
      return slowed.length > 0 && slowed.every(answer => answer.headers.has('retry-after')) && other === true ? true : `${slowed.length} of 300 slowed; Emma: ${other}`
    }],
    ['17', 'a write on what is no longer so', async () => {
      const answer = await table.kevin.post(contact, { telefoon: '0612345678' }, { 'If-Match': '"999999"' })
      return answer.status === 409 && answer.body?.code === 'opdracht.conflict' && answer.body?.versie !== undefined ? true : `${answer.status} ${answer.text.slice(0, 160)}`
    }],
    ['18', 'impossible pages', () => all(['aantal=-1', 'aantal=0', 'aantal=1000000000', 'aantal=abc', 'na=geen-cursor', 'lijst=overal', 'onzin=1'], async query => {
      return expect(await table.kevin.get(`/api/v1/zaken?${query}`), 422)
    })],
    ['19', 'wildcards and bombs in a search', () => all(['%', '_', "' OR 1=1 --", '(a+)+$', '\\', '*'.repeat(60)], async naam => {
      const since = performance.now()
      const answer = await table.kevin.post(ZOEK, { naam, geboortedatum: '1980-02-29' })
      const took = performance.now() - since
      if (LONG && took > 200) return `${Math.round(took)} ms`
      return answer.status === 422 || (answer.status === 200 && answer.body.items.length === 0) ? true : `${answer.status}, ${answer.body?.items?.length} found`
    })],
    ['20', 'a body that unpacks to a gigabyte', async () => {
      const bomb = gzipSync(Buffer.alloc(64 * 1048576))
      const answer = await table.kevin.send('POST', contact, new Uint8Array(bomb), { 'Content-Encoding': 'gzip' })
      return expect(answer, 400, 413, 415, 422)
    }]
  ]
}
