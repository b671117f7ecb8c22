// What the trail must say of hostile input: who was refused what, by name. Read from the export, after the server has stopped.

const http = (code, n = 1) => ({ who: 'kevin', handeling: 'http.verzoek', code, n })
const socket = (code, n = 1) => ({ who: 'emma', handeling: 'http.verzoek', code, n })
const topic = who => ({ who, handeling: 'topic.volgen', code: 'niet_gevonden', n: 1 })

/** Per input the line that has to be there, as often as it was refused. Whoever is not known leaves none: nobody to name. */
const PROMISED = {
  1: { handeling: 'zaak.lezen', code: 'niet_gevonden', n: 2 },
  3: http('invoer.onbekend_veld', 4),
  4: http('invoer.dubbele_sleutel', 2),
  5: http('invoer.te_diep', 3),
  '6a': http('invoer.te_groot'),
  '6b': http('invoer.te_groot'),
  '6c': http('invoer.te_groot'),
  9: http('methode', 4),
  '9b': http('methode', 3),
  '10a': http('herkomst', 5),
  '10b': http('herkomst', 5),
  11: http('invoer.soort', 5),
  13: { handeling: 'RegistreerMelding', code: 'opdracht.sleutel_hergebruikt', n: 1 },
  17: { who: 'kevin', handeling: 'WijzigContact', code: 'opdracht.conflict', n: 1 },
  18: http(/^invoer\.(aantal|vraag_ongeldig)$/, 8),
  '18b': http('invoer.vraag_ongeldig', 10),
  20: [http('invoer.te_groot', 3), http('invoer.soort')],
  '21a': socket('herkomst', 2),
  '21b': socket('herkomst', 2),
  '21c': socket('herkomst', 2),
  '21d': socket('herkomst', 2),
  '21e': socket('herkomst', 2),
  '21f': socket('herkomst', 2),
  '21g': socket('herkomst', 2),
  '21h': socket('herkomst', 2),
  '28a': { who: 'emma', handeling: 'rt.bericht', code: 'rt.geen_onderwerp', n: 1 },
  '28b': { ...topic('emma'), n: 2 },
  '28c': { ...topic('emma'), n: 2 },
  '28d': topic('emma'),
  '28e': topic(),
  29: { who: 'emma', handeling: 'rt.bericht', code: 'invoer.keuze_onbekend', n: 1 },
  '29b': { who: 'emma', handeling: 'rt.opdracht', code: 'opdracht.onbekend', n: 1 },
  53: topic(),
  '3x': { who: 'emma', handeling: 'document.schrijven', code: /^document\./, n: 3 }
}

/** The line of a frame that the guard refuses. */
export const FRAME = { who: 'emma', handeling: 'document.schrijven', code: /^document\./, n: 1 }

/** Which promised lines are missing, or there too often. */
function wrong (trail, periods, table) {
  const bare = who => (typeof who === 'string' ? table[who] : who).ik.id.replaceAll('-', '')
  // `null`: whoever showed no key is nobody, and the line says by which door they came.
  const named = (line, who) => who === null
    ? line.wie === null && line.rol !== null
    : (who === undefined ? line.wie !== null : line.wie === bare(who)) && line.rol !== null && line.sessie !== null
  return periods.flatMap(({ nr, what, from, to, promised = PROMISED[nr] }) => [promised ?? []].flat().flatMap(({ who, handeling, code, n }) => {
    // The server writes microseconds, the proof knows milliseconds.
    const there = trail.filter(line => line.uitkomst === 'geweigerd' && Math.floor(line.at / 1000) >= from && Math.floor(line.at / 1000) <= to &&
      line.handeling === handeling && (code instanceof RegExp ? code.test(line.code) : line.code === code) && named(line, who))
    return there.length === n ? [] : [{ nr, what: `${what}: ${handeling} ${code}`, lines: there.length, n }]
  }))
}

export function trailRows (proof, trail, periods, table) {
  const missing = wrong(trail, periods, table)
  const looked = periods.filter(({ nr, promised }) => (promised ?? PROMISED[nr]) !== undefined)
  for (const { nr, what } of looked) {
    const line = missing.find(one => one.nr === nr)
    proof.check(`${nr} ${what}: the trail says who was refused what`, line === undefined, `${line?.what}: ${line?.lines} lines, not ${line?.n}`)
  }
  // Whether a line that is not there would be seen: of each input the trail is read once more without its lines.
  const gone = looked.filter(period => wrong(trail.filter(line => Math.floor(line.at / 1000) < period.from || Math.floor(line.at / 1000) > period.to), [period], table).length === [period.promised ?? PROMISED[period.nr]].flat().length)
  if (looked.length > 0) proof.check('a line that is not in the trail is missed', gone.length === looked.length, `${gone.length} of ${looked.length}`)
  return looked.length
}
