// Whoever reads badly, is tired or afraid reads this: every text of the portal, and what the server says when something does not go through,
// in plain Dutch (B1), letters and mail too, and what the portal says the same in English for who chose that. Sentences of at most fifteen
// words, no words of the office, a readability of at least sixty, and spelled right.
//
// Twin (FAALT=1): a text as letters used to be is among them, in each language; the proof has to notice.

import { readFileSync } from 'node:fs'
import { FAALT, prove } from './lib/proof.mjs'
import { uitBrieven, uitClient, uitEngels, uitMail, uitServer } from './lib/catalogus.mjs'
import { ENGELS, leesbaarheid, LANG_WOORD, misspeld, moeilijk, woorden, WOORDEN_MIN } from './lib/leesbaar.mjs'

/** What the portal loads, by module and place. What only who works here reads is plain too, and is not judged here. */
const PORTAAL = /^(portaal|brief|mijnplan|toestemming|geld|signaal|inloggen|algemeen|sporen|concept|woorden|nl|rondleiding|namen):/
const NIET = /^(brief:briefwerk|geld:geld\.werk|sporen:sporen\.spoor|signaal:signaal\.(werk|register)|algemeen:demo)/
/** Who reads this writes programs. */
const VOOR_PROGRAMMEURS = new Set(['invoer.soort'])
const FOUT = 'Ingevolge de vigerende regelgeving dient u onverwijld de benodigde documentatie te verstrekken teneinde uw aanvraag in behandeling te kunnen nemen.'

const FOUT_ENGELS = 'Pursuant to the applicable legislation you are required to provide the necessary documentation in order to commence processing of your application.'

const here = path => new URL(path, import.meta.url).pathname

await prove('b1', async proof => {
  const client = uitClient(here('../../web/app/src/teksten'), waar => PORTAAL.test(waar) && !NIET.test(waar))
  const server = uitServer(here('../../web/src/teksten')).filter(({ waar }) => !VOOR_PROGRAMMEURS.has(waar))
  const brieven = [...uitBrieven(here('../../brieven/sjablonen')), ...uitMail(here('../../koppelingen/src/mail/mod.rs'))]
  const teksten = [...client, ...server, ...brieven]
  if (FAALT) teksten.push({ waar: 'twin', tekst: FOUT })
  proof.check('the catalogue of the portal is read', client.length > 300, `${client.length} texts`)
  proof.check('the catalogue of the server is read', server.length > 200, `${server.length} texts`)
  proof.check('the letters and the mail are read', brieven.length > 25, `${brieven.length} texts`)
  for (const { waar, tekst } of teksten) {
    const hard = moeilijk(tekst)
    proof.check(`${waar} is plain`, hard.length === 0, hard.join(' · '))
  }
  const bekend = new Set(readFileSync(here('./oordelen/woorden.txt'), 'utf8').split('\n').map(line => line.split('#')[0].trim()).filter(Boolean))
  const fout = misspeld(teksten, bekend)
  proof.check('every word is in the dictionary or in our own list', fout.length === 0, fout.join(', '))
  const ongebruikt = [...bekend].filter(woord => !teksten.some(({ tekst }) => woorden(tekst).includes(woord)))
  proof.check('our own list has no word that nobody uses', ongebruikt.length === 0, ongebruikt.join(', '))
  const lang = [...new Set(teksten.flatMap(({ tekst }) => woorden(tekst)).filter(woord => woord.length >= LANG_WOORD && !/[-\d]/.test(woord)))]
  proof.say(`words of ${LANG_WOORD} letters and more: ${lang.sort().join(', ')}`)
  const engels = uitEngels(here('../../web/app/src/teksten/en'))
  if (FAALT) engels.push({ waar: 'twin', tekst: FOUT_ENGELS })
  proof.check('the English catalogue is read', engels.length > 400, `${engels.length} texts`)
  for (const { waar, tekst } of engels) {
    const hard = moeilijk(tekst, ENGELS)
    proof.check(`en/${waar} is plain`, hard.length === 0, hard.join(' · '))
  }
  const bekendEngels = new Set(readFileSync(here('./oordelen/woorden-en.txt'), 'utf8').split('\n').map(line => line.split('#')[0].trim()).filter(Boolean))
  const foutEngels = misspeld(engels, bekendEngels, ENGELS)
  proof.check('every English word is in the dictionary or in our own list', foutEngels.length === 0, foutEngels.join(', '))
  const overEngels = [...bekendEngels].filter(woord => !engels.some(({ tekst }) => woorden(tekst).includes(woord)))
  proof.check('our own list of English has no word that nobody uses', overEngels.length === 0, overEngels.join(', '))
  const scores = teksten.filter(({ tekst }) => woorden(tekst).length >= WOORDEN_MIN).map(({ tekst }) => leesbaarheid(tekst)).sort((a, b) => a - b)
  return `${client.length} texts of the portal, ${server.length} of the server and ${brieven.length} of letters and mail; readability ${scores[0].toFixed(0)} at least, ${scores[Math.floor(scores.length / 2)].toFixed(0)} in the middle (60 is the floor); ${engels.length} in English`
})
