// Mail leaves this machine under TLS alone, to whom the machine trusts: by STARTTLS, or from the first byte. Where that cannot be, nothing is said but
// the greeting: no name, no password, no mail. A mail server of the proof's own, under a name of this machine that is not "localhost".
//
// With FAALT=1 the authority that made the certificates is trusted by nobody: what should be reached must then be missed.

import { eigenNaam, gezag, Mailserver } from './lib/mailserver.mjs'
import { FAALT, prove, until } from './lib/proof.mjs'
import { checkStore, Server } from './lib/server.mjs'

const GEBRUIKER = 'keukentafel-proef'
const SLEUTEL = 'een-sleutel-die-niemand-raadt'
/** What a client may say before the line is closed to others. */
const BEGROETING = /^(EHLO .*|STARTTLS|QUIT|NOOP)$/i

await prove('mail', async proof => {
  const naam = await eigenNaam()
  if (naam === undefined) {
    proof.check('skipped: /etc/hosts of this machine has no name but localhost for 127.0.0.1', true)
    return 'skipped: this machine has one name only'
  }
  const own = gezag(`${proof.dir}/gezag`)
  const papieren = own.van(naam)
  const vertrouwd = FAALT ? {} : { SSL_CERT_FILE: own.ca }
  const instelling = server => ({
    KEUKENTAFEL_MAIL_URL: `${server.aard === 'meteen' ? 'smtps' : 'smtp'}://${naam}:${server.port}`,
    KEUKENTAFEL_MAIL_VAN: 'geen-antwoord@wiedermeer.example',
    KEUKENTAFEL_MAIL_GEBRUIKER: GEBRUIKER,
    KEUKENTAFEL_MAIL_SLEUTEL: SLEUTEL
  })
  const dir = `${proof.dir}/data`
  let conversations = 0
  const gezegd = []
  /** Nothing but the greeting was said where others can hear it. */
  const stil = (what, server) => {
    conversations += 1
    const luid = server.open.filter(line => !BEGROETING.test(line))
    proof.check(`${what}: nothing in the clear but the greeting`, luid.length === 0, luid.join(' | '))
  }

  // ---- a letter goes, by STARTTLS ----
  const goed = proof.own(await Mailserver.start('starttls', papieren))
  const tafel = proof.own(await Server.start({ dir, env: { ...instelling(goed), ...vertrouwd } }))
  const linda = await tafel.login('linda')
  const maria = await tafel.login('maria')
  const { persoon } = maria.ik
  await maria.done(`/api/v1/personen/${persoon}/berichtweg`, { weg: 'email', email: 'een@voorbeeld.example' })
  await linda.done('/api/v1/meldingen', { persoon, zaaktype: 'MELDING-WMO', kanaal: 'telefoon', urgentie: 'gewoon', onderwerp: 'Hulp in huis' })
  const kwam = await until(() => goed.mails.length > 0, look => { goed.on('mail', look) }, FAALT ? 5_000 : 30_000)
  proof.check('a mail comes by STARTTLS', kwam && goed.mails[0].secret && goed.mails[0].text.includes('To: een@voorbeeld.example'), JSON.stringify(goed.mails))
  proof.check('after logging in, under TLS', goed.dicht.some(line => line.startsWith('AUTH')))
  stil('a mail by STARTTLS', goed)
  await tafel.stop()

  // ---- what check says of each ----
  const ziet = async (what, server, env, zegt) => {
    proof.own(server)
    const { said } = await checkStore(dir, { ...instelling(server), ...env })
    gezegd.push(said)
    const line = said.split('\n').find(line => line.startsWith('mailserver:')) ?? said
    proof.check(`${what}: check says so`, zegt(line), line)
    stil(what, server)
    return server
  }
  const bereikt = line => line.includes('bereikbaar; er is niets verstuurd')
  const mis = line => line.includes('NIET IN ORDE')
  const onveilig = line => mis(line) && line.includes('no TLS with a certificate that holds')
  await ziet('by STARTTLS', await Mailserver.start('starttls', papieren), vertrouwd, bereikt)
  await ziet('TLS from the first byte', await Mailserver.start('meteen', papieren), vertrouwd, bereikt)
  const onbekend = []
  onbekend.push(await ziet('a certificate that nobody vouches for', await Mailserver.start('starttls', papieren), {}, onveilig))
  onbekend.push(await ziet('the same, from the first byte', await Mailserver.start('meteen', papieren), {}, onveilig))
  onbekend.push(await ziet('a certificate of another name', await Mailserver.start('starttls', own.van('elders.example')), vertrouwd, onveilig))
  onbekend.push(await ziet('no STARTTLS', await Mailserver.start('geen', papieren), vertrouwd, onveilig))
  onbekend.push(await ziet('STARTTLS that is refused', await Mailserver.start('weigert', papieren), vertrouwd, mis))
  proof.check('where it is not in order nobody heard a password', onbekend.every(server => ![...server.open, ...server.dicht].some(line => line.startsWith('AUTH'))))
  // What comes before the line is closed counts for nothing after it. This server lets nobody in; somebody on the line said that it does.
  const voor = await ziet('answers that somebody put before TLS', await Mailserver.start('voorgezegd', papieren), vertrouwd, mis)
  proof.check('and no mail is given to who said them', voor.mails.length === 0)
  proof.check('no password in the log of the server or of check', !tafel.tail(10_000).includes(SLEUTEL) && !gezegd.some(said => said.includes(SLEUTEL)))
  return `${conversations} mail servers; nothing in the clear, no password to whom nobody vouches for`
})
