// How easily a text is read: the formula of Flesch (for Dutch as Douma set it), the length of a sentence, and words that nobody says. A formula
// is a floor and not a reader: it sees no order and no tone.

import { spawnSync } from 'node:child_process'
import nl from 'hyphen/nl/index.js'

export const WOORDEN_PER_ZIN_MAX = 15
export const LEESBAARHEID_MIN = 60
/** Of fewer words than this a formula says nothing. */
export const WOORDEN_MIN = 6
/** From here on a word is named: it may stay, and somebody looked at it. */
export const LANG_WOORD = 15

/** What stands left is not said to a resident. */
export const LIEVER = new Map(Object.entries({
  aangaande: 'over', alsmede: 'en', alvorens: 'voordat', behoudens: 'behalve', conform: 'volgens', derhalve: 'daarom', desbetreffende: 'die',
  dient: 'moet', dienen: 'moeten', doch: 'maar', echter: 'maar', eveneens: 'ook', helaas: 'niets', hierbij: 'niets', indien: 'als', ingevolge: 'door',
  inzake: 'over', krachtens: 'door', middels: 'met', mits: 'als', namelijk: 'niets', nadien: 'daarna', omtrent: 'over', onderhavige: 'deze', onverwijld: 'meteen',
  reeds: 'al', teneinde: 'om', tevens: 'ook', thans: 'nu', tenzij: 'behalve als', uitsluitend: 'alleen', verstrekken: 'geven', vigerend: 'geldend',
  voornoemde: 'die', wederom: 'weer', zodoende: 'zo', zulks: 'dat', jij: 'u', jou: 'u', jouw: 'uw', je: 'u'
}))

/** Names that have no other, each explained where it is used: how long they are says nothing of a sentence. */
const NAMEN = new Set(['privacyfunctionaris', 'burgerservicenummer', 'identiteitsbewijs'])

export const zinnen = tekst => tekst.split(/(?<=[.?!:])\s+|\n+/).map(zin => zin.trim()).filter(zin => /\p{L}/u.test(zin))
export const woorden = tekst => (tekst.match(/[\p{L}\d][\p{L}\d'’.,-]*/gu) ?? []).map(woord => woord.replace(/[.,’'-]+$/, ''))

export function lettergrepen (woord) {
  if (/\d/.test(woord) || NAMEN.has(woord.toLowerCase())) return 1
  const kaal = woord.replace(/[^\p{L}]/gu, '').toLowerCase()
  if (kaal.length <= 3) return 1
  return nl.hyphenateSync(kaal, { hyphenChar: '|', minWordLength: 2 }).split('|').length
}

/** Flesch-Douma: 206.84 − 0.93 × words per sentence − 77 × syllables per word. */
export function leesbaarheid (tekst) {
  const alle = woorden(tekst)
  const grepen = alle.reduce((som, woord) => som + lettergrepen(woord), 0)
  return 206.84 - 0.93 * alle.length / zinnen(tekst).length - 77 * grepen / alle.length
}

/** In English: groups of vowels, an e at the end that is not heard left out. */
function lettergrepenEngels (woord) {
  if (/\d/.test(woord)) return 1
  const kaal = woord.toLowerCase().replace(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '')
  return Math.max(1, kaal.match(/[aeiouy]+/g)?.length ?? 1)
}

/** Flesch: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. */
export function leesbaarheidEngels (tekst) {
  const alle = woorden(tekst)
  const grepen = alle.reduce((som, woord) => som + lettergrepenEngels(woord), 0)
  return 206.835 - 1.015 * alle.length / zinnen(tekst).length - 84.6 * grepen / alle.length
}

/** A language: how it is scored, what is not said in it, and which dictionary knows its words. */
export const NEDERLANDS = { score: leesbaarheid, liever: LIEVER, boek: 'nl_NL' }
export const ENGELS = {
  score: leesbaarheidEngels,
  liever: new Map(Object.entries({
    additional: 'more', assist: 'help', commence: 'begin', concerning: 'about', ensure: 'make sure', furthermore: 'also', hence: 'so', however: 'but', inform: 'tell',
    moreover: 'also', obtain: 'get', prior: 'before', provide: 'give', purchase: 'buy', regarding: 'about', require: 'need', shall: 'will',
    subsequently: 'then', sufficient: 'enough', terminate: 'end', therefore: 'so', unfortunately: 'nothing', upon: 'on', utilise: 'use', whilst: 'while'
  })),
  boek: 'en_GB'
}

/** What is hard in a text, as sentences about it. */
export function moeilijk (tekst, taal = NEDERLANDS) {
  const found = []
  for (const zin of zinnen(tekst)) {
    const n = woorden(zin).length
    if (n > WOORDEN_PER_ZIN_MAX) found.push(`${n} words in one sentence: ${zin}`)
  }
  for (const woord of woorden(tekst)) {
    const liever = taal.liever.get(woord.toLowerCase())
    if (liever !== undefined) found.push(`“${woord}” (rather: ${liever}): ${tekst}`)
  }
  if (tekst.includes('!')) found.push(`an exclamation mark: ${tekst}`)
  if (woorden(tekst).length >= WOORDEN_MIN) {
    const score = taal.score(tekst)
    if (score < LEESBAARHEID_MIN) found.push(`readability ${score.toFixed(0)}: ${tekst}`)
  }
  return found
}

/** The words that the dictionary does not know, of all texts at once: one start of hunspell costs more than all words. */
export function misspeld (teksten, bekend, taal = NEDERLANDS) {
  const alle = [...new Set(teksten.flatMap(({ tekst }) => woorden(tekst)))]
    .filter(woord => !/\d/.test(woord) && !bekend.has(woord))
  const { stdout, error, status } = spawnSync('hunspell', ['-d', taal.boek, '-i', 'utf-8', '-l'], { input: alle.join('\n'), encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`hunspell: ${error ?? status}`)
  return [...new Set(stdout.split('\n').filter(Boolean))]
}
