// A mail server that speaks TLS, with a certificate of its own making: what one that keeps to the rules does, and what one that does not may try.

import { execFileSync } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { lookup } from 'node:dns/promises'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createServer as createTlsServer, createSecureContext, TLSSocket } from 'node:tls'

/** A name of this machine that is not "localhost": to that one mail may go in the clear. */
export async function eigenNaam () {
  const names = readFileSync('/etc/hosts', 'utf8').split('\n').filter(line => /^127\./.test(line)).flatMap(line => line.replace(/#.*/, '').trim().split(/\s+/).slice(1))
  for (const name of names) {
    if (name === 'localhost' || !/^[A-Za-z0-9.-]+$/.test(name)) continue
    const found = await lookup(name, { all: true }).catch(() => [])
    if (found.length > 0 && found.every(one => one.address.startsWith('127.') || one.address === '::1')) return name
  }
  return undefined
}

/** Makes an authority, and certificates that it signs: `{ca, van(name)}`. */
export function gezag (dir) {
  mkdirSync(dir, { recursive: true })
  const openssl = (...args) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' })
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Gezag van de proef')
  return {
    ca: `${dir}/ca.pem`,
    van (name) {
      writeFileSync(`${dir}/${name}.ext`, `subjectAltName=DNS:${name}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n`)
      openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
      openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', `${name}.pem`, '-days', '2', '-extfile', `${name}.ext`)
      return { cert: readFileSync(`${dir}/${name}.pem`), key: readFileSync(`${dir}/${name}.key`) }
    }
  }
}

/**
 * `aard`: "starttls", "meteen" (TLS from the first byte), "geen" (offers no TLS), "weigert" (offers it, and then refuses), "voorgezegd" (sends along with the
 * answer to STARTTLS what it will say after it, as somebody on the line would; the server itself lets nobody in).
 */
export class Mailserver extends EventEmitter {
  static async start (aard, papieren) {
    const server = new Mailserver()
    Object.assign(server, { aard, papieren, open: [], dicht: [], mails: [], sockets: new Set() })
    server.listener = aard === 'meteen'
      ? createTlsServer(papieren, socket => server.spreek(socket, true))
      : createServer(socket => server.spreek(socket, false))
    server.listener.on('tlsClientError', () => {})
    server.listener.on('connection', socket => {
      server.sockets.add(socket)
      socket.on('error', () => {})
    })
    server.listener.listen(0, '127.0.0.1')
    await once(server.listener, 'listening')
    server.port = server.listener.address().port
    return server
  }

  /** One conversation (RFC 5321, RFC 3207). What is said in the clear and what under TLS is kept apart. */
  spreek (socket, secret) {
    let waiting = ''
    let text
    const zeg = line => socket.write(`${line}\r\n`)
    const hoor = secret ? this.dicht : this.open
    socket.on('error', () => {})
    socket.on('data', data => {
      waiting += data
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        hoor.push(line)
        if (text !== undefined) {
          if (line !== '.') { text.push(line); continue }
          this.mails.push({ secret, text })
          text = undefined
          zeg('250 ok')
          this.emit('mail')
          continue
        }
        const word = line.split(' ')[0].toUpperCase()
        if (word === 'EHLO') zeg(secret || this.aard === 'geen' ? '250-proef\r\n250 AUTH PLAIN LOGIN' : '250-proef\r\n250 STARTTLS')
        else if (word === 'STARTTLS' && this.aard === 'weigert') zeg('454 not now')
        else if (word === 'STARTTLS') {
          socket.removeAllListeners('data')
          zeg(this.aard === 'voorgezegd' ? '220 go\r\n250-proef\r\n250 AUTH PLAIN LOGIN\r\n235 in\r\n250 ok\r\n221 bye' : '220 go')
          const dicht = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(this.papieren) })
          this.spreek(dicht, true)
          return
        } else if (word === 'AUTH') zeg(this.aard === 'voorgezegd' ? '535 no' : '235 in')
        else if (word === 'DATA') {
          text = []
          zeg('354 go')
        } else if (word === 'QUIT') {
          zeg('221 bye')
          socket.end()
        } else zeg('250 ok')
      }
    })
    if (!secret || this.aard === 'meteen') zeg('220 proef')
  }

  destroy () {
    this.listener.close()
    for (const socket of this.sockets) socket.destroy()
  }
}
