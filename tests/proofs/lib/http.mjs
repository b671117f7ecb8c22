// Hostile HTTP (inputs 1-20), over bare sockets where a client library would be too polite. Each to the letter of the list: the status, our
// code for it, and what is left open or closed. That no input adds anything to the record is looked at after every row (../hostile.mjs).

import { gzipSync } from 'node:zlib'
import { LONG, ms } from './proof.mjs'
import { pour, request } from './raw.mjs'
import { uuidv7 } from './server.mjs'

/** What the server keeps of a body, and what it still reads and throws away (web/src/limits.rs): one that is longer is weighed as if it were the first. */
const BODY_BYTES_MAX = 65_536
const BODY_READ_MAX = 1_048_576
/** A head or a body has to be there within this; the rest is for the machine. */
const STALL_MS_MAX = 15_000
const STALL_MS_JUDGED = 16_000
/** A stalling client sends one byte so often. */
const TRICKLE_MS = 10_000
/** Of a body that is not kept nothing may stay. */
const RSS_FLAT = 8 * 1_048_576
const LOGINS = LONG ? 10_000 : 300

const is = (answer, status, code) => {
  const got = answer.code ?? answer.body?.code
  return (answer.status === status && (code === undefined || got === code)) || `${answer.status} ${got ?? ''}, not ${status} ${code ?? ''}`
}
const closed = (answer, status) => answer.status !== status ? `${answer.status}, not ${status}` : answer.answers !== 1 ? `${answer.answers} answers` : answer.ended || 'the line stays open'
/** Printed; judged in the full form. */
const within = (what, took, most) => {
  console.log(`  ${what}: ${ms(took)}`)
  return !LONG || took <= most || `${ms(took)}, not ${ms(most)}`
}

export async function httpRows (server, table, weigh) {
  // Somebody without a name: whoever has one gets a letter, and making that is another weight.
  const { id: iemand } = await table.linda.done('/api/v1/personen/onbekend', { beschrijving: 'Iemand' })
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
  /** As a client that answers a refusal by hanging up after it: what else it is told comes in too. */
  const raw = (bytes, options) => request(server.base, bytes, { close: true, ...options })
  const contact = `/api/v1/personen/${table.persoon}/contact`
  const ZOEK = '/api/v1/personen/zoek'
  // Those who stall take as long as the server lets them: they begin now and are asked for at their turn.
  const stalling = {
    head: raw(`GET /api/v1/ik HTTP/1.1\r\nHost: ${host}\r\nX-Traag: `, { trickle: TRICKLE_MS, limit: 40_000 }),
    body: raw(head('POST', contact, { 'Content-Length': 50_000 }) + '{', { trickle: TRICKLE_MS, limit: 40_000 })
  }
  const stalled = (what, answer, code) => {
    const fits = closed(answer, 408)
    if (fits !== true) return fits
    if (code !== undefined && answer.code !== code) return `408 ${answer.code}`
    return answer.ms >= STALL_MS_MAX * 0.9 ? within(what, answer.ms, STALL_MS_JUDGED) : `after ${ms(answer.ms)}: too soon`
  }
  const PHONE = '{"telefoon":"0612345678"}'

  return [
    ['1', 'somebody else\'s zaak is as absent', async () => {
      const kcc = await server.login('huub')
      const there = await kcc.get(`/api/v1/zaken/${table.zaak}`)
      const absent = await kcc.get(`/api/v1/zaken/${uuidv7()}`)
      const same = there.text.replaceAll(table.zaak, '') === absent.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
      return there.status === 404 && absent.status === 404 && same ? true : `${there.status} ${there.text.slice(0, 120)} / ${absent.status}`
    }],
    ['2', 'paths that climb', () => all([
      '/../etc/passwd', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../../etc/passwd', '/assets/%2e%2e%2f%2e%2e%2fetc/passwd', '/%00', '/index.html%00',
      '/api/v1/zaken/%00', '/api/v1/zaken/..%2f..%2fmetrics', '/api/v1/../../metrics', '//etc/passwd', '/.env', '/\\..\\etc'
    ], async path => {
      const answer = await get(path)
      return /root:|keukentafel_/.test(answer.text) ? 'it read a file' : [400, 404].includes(answer.status) || `${answer.status}, not 400 or 404`
    })],
    ['3', 'fields that are not asked for', () => all(['rol', 'auteur_id', 'bedrag_goedgekeurd', 'versie'], async field => {
      const answer = await table.kevin.post(contact, { telefoon: '0612345678', [field]: 'x' })
      return answer.status === 422 && answer.body?.code === 'invoer.onbekend_veld' ? true : `${answer.status} ${answer.body?.code}`
    })],
    ['4', 'a key twice', () => all(['{"telefoon":"0612345678","telefoon":"0687654321"}', '{"telefoon":"0612345678","\\u0074elefoon":"0687654321"}'],
      async text => is(await table.kevin.post(contact, text), 422, 'invoer.dubbele_sleutel'))],
    ['5', 'JSON 100,000 deep', () => all(['[', '{"a":', '{"telefoon":['], async open => {
      const text = open.repeat(100_000)
      const since = performance.now()
      const answer = await post(contact, text)
      const fits = is(answer, 400, 'invoer.te_diep')
      return fits === true ? within(`5 ${open} 100,000 deep`, performance.now() - since, 50) : fits
    })],
    ['6a', 'a gigabyte in chunks', async () => {
      const before = server.rss()
      const answer = await weigh('a body without end', () => pour(server.base, head('POST', contact, { 'Transfer-Encoding': 'chunked' }), { total: 2 ** 30 }), { read: BODY_BYTES_MAX })
      const grown = server.rss() - before
      if (grown > RSS_FLAT) return `${grown} bytes stayed`
      return answer.taken < 2 ** 28 ? is(answer, 413, 'invoer.te_groot') : `${answer.taken} bytes were taken`
    }],
    ['6b', 'a megabyte and a little, of which the end never comes', async () => is(
      await weigh('a body without end', () => pour(server.base, head('POST', contact, { 'Transfer-Encoding': 'chunked' }), { total: BODY_READ_MAX + 65_536 }), { read: BODY_BYTES_MAX }),
      413, 'invoer.te_groot')],
    ['6c', 'too much, and less than a megabyte', async () => is(
      await weigh('a body that is too large', () => pour(server.base, head('POST', contact, { 'Transfer-Encoding': 'chunked' }), { total: BODY_READ_MAX - 131_072, end: true }), { read: BODY_BYTES_MAX }),
      413, 'invoer.te_groot')],
    ['7a', 'a head that trickles', async () => stalled('7a a head of a byte in ten seconds', await stalling.head)],
    ['7b', 'a body that trickles', async () => stalled('7b a body of a byte in ten seconds', await stalling.body, 'invoer.te_langzaam')],
    ['8a', 'a length and chunks', () => all([['Content-Length', 'Transfer-Encoding'], ['Transfer-Encoding', 'Content-Length']], async order => {
      const framing = { 'Content-Length': 4, 'Transfer-Encoding': 'chunked' }
      return closed(await raw(head('POST', contact, Object.fromEntries(order.map(name => [name, framing[name]]))) + '0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'), 400)
    })],
    ['8b', 'two lengths', () => all([[25, 250], [250, 25], [25, 25]], async ([one, other]) =>
      closed(await raw(`${head('POST', contact, { 'Content-Length': one }).slice(0, -2)}Content-Length: ${other}\r\n\r\n${PHONE}GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`), 400))],
    ['8c', 'the same behind an honest request', async () => {
      const honest = head('GET', '/api/v1/ik', { 'Content-Type': undefined })
      const answer = await raw(honest + head('POST', contact, { 'Transfer-Encoding': 'chunked', 'Content-Length': 4 }) + '0\r\n\r\n')
      return !/"telefoon"|HTTP\/1\.1 20[14]/.test(answer.text) && answer.ended || `${answer.answers} answers, ended: ${answer.ended}`
    }],
    ['9', 'methods that are not there', () => all(['TRACE', 'CONNECT', 'PROPFIND', 'DELETE'], async method => {
      const answer = await raw(head(method, '/api/v1/ik', { Connection: 'close' }))
      return /\r\nallow: /i.test(answer.text) ? is(answer, 405, 'methode') : 'no Allow'
    })],
    ['9b', 'a method in a header', () => all(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'],
      async name => is(await get('/api/v1/ik', { [name]: 'DELETE' }), 405, 'methode'))],
    ['9c', 'a request for somebody else', () => all(['CONNECT evil.nl:443', `CONNECT ${host}`], async line => {
      const [method, target] = line.split(' ')
      return is(await raw(head(method, target, { Connection: 'close', 'Content-Type': undefined })), 405, 'methode')
    })],
    ['10a', 'no X-Keukentafel', () => all([undefined, '', '0', 'true', '1, 1'], async value => is(await post(contact, PHONE, { 'X-Keukentafel': value }), 403, 'herkomst'))],
    ['10b', 'Origin of somebody else', () => all(['https://evil.nl', 'null', `${server.base}.evil.nl`, server.base.toUpperCase(), server.base.replace('http:', 'https:')],
      async value => is(await post(contact, PHONE, { Origin: value }), 403, 'herkomst'))],
    // G37: whatever is no GET, as the server describes itself, and what demo mode adds.
    ['10c', 'every address that changes something, as another page would ask it', async () => {
      const { body: { paths } } = await table.kevin.get('/api/openapi.json')
      const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).filter(method => method !== 'get').map(method => [method.toUpperCase(), path.replace(/\{\w+\}/g, uuidv7())]))
      const asked = [...described, ['POST', '/demo/stap-op'], ['POST', '/demo/klok'], ['POST', '/demo/login']].flatMap(([method, path]) => {
        // A source has a key and no page; a login has nothing yet that another page could use; a logout of a provider is a form.
        const machine = path === '/api/v1/signalen/inkomend' || path.startsWith('/api/v1/koppelingen/inlogdienst/')
        const unmarked = machine || ['/demo/login', '/api/v1/koppelingen/allegro/hint'].includes(path)
        return [
          ...(unmarked ? [] : [undefined, '0', '1, 1'].map(value => [method, path, { 'X-Keukentafel': value }, 403])),
          ...['https://evil.nl', 'null', `${server.base}.evil.nl`].map(value => [method, path, { Origin: value }, 403]),
          ...(machine ? [] : ['text/plain', undefined].map(value => [method, path, { 'Content-Type': value }, 415]))
        ]
      })
      if (described.length < 80) return `only ${described.length} addresses`
      for (const [method, path, headers, status] of asked) {
        const answer = await weigh(`${method} ${path}`, () => request(server.base, head(method, path, { 'Content-Length': 2, Connection: 'close', ...headers }) + '{}'))
        const fits = is(answer, status, status === 403 ? 'herkomst' : 'invoer.soort')
        if (fits !== true) return `${method} ${path} with ${JSON.stringify(headers)}: ${fits}`
      }
      console.log(`  10c ${described.length} addresses that change something, ${asked.length} times as another page would ask`)
      return true
    }],
    ['11', 'JSON that says it is something else', () => all(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', undefined],
      async kind => is(await post(contact, PHONE, { 'Content-Type': kind }), 415, 'invoer.soort'))],
    ['12', 'a session after logging out, and the id from before logging in', async () => {
      const left = await server.login('emma')
      const old = left.cookie
      await left.post('/api/v1/uitloggen', {})
      if ((await left.get('/api/v1/ik')).status !== 401) return 'the session went on after logging out'
      // Planted: whoever logs in with a cookie that is there already gets another one, and the planted one is nobody's.
      const mine = await server.login('emma')
      const planted = [mine.cookie, old, `__Host-kt=${'A'.repeat(43)}`]
      for (const cookie of planted) {
        const answer = await fetch(`${server.base}/demo/login`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: '{"persona":"buurman"}' })
        const [given] = answer.headers.getSetCookie().map(line => line.split(';')[0])
        if (given === cookie || given === undefined) return 'the cookie of before was gone on with'
        const after = await fetch(`${server.base}/api/v1/ik`, { headers: { Cookie: cookie } })
        if (after.status !== 401) return `a cookie of before: ${after.status}`
        if ((await fetch(`${server.base}/api/v1/ik`, { headers: { Cookie: given } })).status !== 200) return 'the new one opens nothing'
      }
      return true
    }],
    ['13', 'one key for two commands', async () => {
      const key = uuidv7()
      const first = await table.melding(key, 'eerste', iemand)
      const same = await table.melding(key, 'eerste', iemand)
      const other = await table.melding(key, 'tweede', iemand)
      if (first.body?.id === undefined || same.text !== first.text || same.status !== first.status) return `${first.status} ${first.text} and ${same.status} ${same.text}`
      return is(other, 422, 'opdracht.sleutel_hergebruikt')
    }, { adds: 1 }],
    ['14', 'forwarded names and users', async () => {
      const forged = { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1', 'X-User': 'linda', 'X-Forwarded-User': 'linda', 'X-Forwarded-Host': 'evil.nl', Forwarded: 'for=127.0.0.1;host=evil.nl', Authorization: 'Bearer linda' }
      const nobody = is(await get('/api/v1/ik', { Cookie: undefined, ...forged }), 401, 'sessie.geen')
      if (nobody !== true) return nobody
      const kevin = await get('/api/v1/ik', forged)
      return kevin.status === 200 && kevin.text.includes(table.kevin.ik.id) && !/evil/.test(kevin.text) ? true : `${kevin.status}`
    }],
    ['15', 'Host of somebody else', () => all(['evil.nl', `${host}.evil.nl`, `evil.nl:${new URL(server.base).port}`, `${host}, evil.nl`, `user@${host}`],
      async name => is(await get('/api/v1/ik', { Host: name }), 421, 'gastheer'))],
    ['15b', 'two hosts, and an address with another one', () => all([
      () => raw(head('GET', '/api/v1/ik', { Connection: 'close' }).replace('\r\n', '\r\nHost: evil.nl\r\n')), () => get(`http://evil.nl/api/v1/ik`)
    ], async ask => is(await ask(), 421, 'gastheer'))],
    ['16', 'many logins', async () => {
      const login = () => fetch(`${server.base}/demo/login`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"persona":"buurman"}'
      }).then(async answer => { await answer.arrayBuffer(); return answer })
      const answers = []
      const flood = async () => { for (let left = LOGINS; left > 0; left -= 300) answers.push(...await Promise.all(Array.from({ length: Math.min(300, left) }, login))) }
      const [, other] = await weigh(`${LOGINS} logins`, () => Promise.all([flood(), server.login('emma').then(() => true, error => error.message)]), { inputs: 300 })
      const slowed = answers.filter(answer => answer.status === 429)
      if (other !== true || answers.some(answer => ![200, 429].includes(answer.status))) return `Emma: ${other}; ${answers.find(answer => ![200, 429].includes(answer.status))?.status}`
      const seconds = Number(slowed.at(-1)?.headers.get('retry-after'))
      if (slowed.length === 0 || !slowed.every(answer => Number(answer.headers.get('retry-after')) >= 1)) return `${slowed.length} of ${LOGINS} slowed`
      // Whoever waits for as long as it says gets in.
      await new Promise(resolve => setTimeout(resolve, seconds * 1000))
      return (await login()).status === 200 || `not let in after ${seconds} s`
    }],
    ['17', 'a write on what is no longer so', async () => {
      const answer = await table.kevin.post(contact, { telefoon: '0612345678' }, { 'If-Match': '"999999"' })
      return answer.status === 409 && answer.body?.code === 'opdracht.conflict' && answer.body.versie > 0 && answer.body.verwacht === 999_999 && answer.body.bewaard === 'lokaal' && answer.headers.get('etag') === `"${answer.body.versie}"` ? true : `${answer.status} ${answer.text.slice(0, 160)}`
    }],
    ['18', 'impossible pages', () => all(['aantal=-1', 'aantal=0', 'aantal=1000000000', 'aantal=abc', 'aantal=1&aantal=2', 'na=geen-cursor', 'lijst=overal', 'onzin=1'], async query => {
      return is(await table.kevin.get(`/api/v1/zaken?${query}`), 422)
    })],
    ['18b', 'a cursor that was changed', async () => {
      const cursor = Buffer.from(`2026-01-31/${table.zaak}`).toString('base64url')
      const good = await table.kevin.get(`/api/v1/zaken?lijst=mijn&na=${cursor}`)
      if (good.status !== 200) return `a good one: ${good.status}`
      const bent = [`2026-02-31/${table.zaak}`, `2026-01-31/${table.zaak}x`, `2026-01-31/${table.zaak.toUpperCase()}`, `2026-01-31/${table.zaak}/1`, '2026-01-31/', `/${table.zaak}`].map(text => Buffer.from(text).toString('base64url'))
      return all([...bent, `${cursor}=`, `${cursor}A`, cursor.slice(0, -1), ` ${cursor}`.replace(' ', '%20')], async na => is(await table.kevin.get(`/api/v1/zaken?lijst=mijn&na=${na}`), 422, 'invoer.vraag_ongeldig'))
    }],
    ['19', 'wildcards and bombs in a search', () => all(['%', '_', "' OR 1=1 --", '(a+)+$', '\\', '*'.repeat(60)], async naam => {
      const since = performance.now()
      const answer = await table.kevin.post(ZOEK, { naam, geboortedatum: '1980-02-29' })
      const took = performance.now() - since
      if (LONG && took > 200) return `${Math.round(took)} ms`
      return answer.status === 422 || (answer.status === 200 && answer.body.items.length === 0) ? true : `${answer.status}, ${answer.body?.items?.length} found`
    })],
    ['20', 'a body that unpacks to a gigabyte', async () => {
      const piece = gzipSync(Buffer.alloc(64 * 1048576))
      const send = bytes => table.kevin.send('POST', contact, new Uint8Array(bytes), { 'Content-Encoding': 'gzip' })
      const before = server.rss()
      // Of 64 MiB in one piece, and of a gigabyte in sixteen.
      for (const bomb of [gzipSync(Buffer.alloc(16 * 1048576)), piece, Buffer.concat(Array.from({ length: 16 }, () => piece))]) {
        const verdict = await weigh(`a bomb of ${bomb.length} bytes`, async () => is(await send(bomb), 413, 'invoer.te_groot'), { read: BODY_BYTES_MAX })
        if (verdict !== true) return `${bomb.length} bytes: ${verdict}`
      }
      if (server.rss() - before > RSS_FLAT) return `${server.rss() - before} bytes stayed`
      // What is small is not unpacked either: we read JSON as it is.
      return is(await send(gzipSync(PHONE)), 415, 'invoer.soort')
    }]
  ]
}
