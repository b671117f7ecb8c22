// Dates as people say them. The clock of the law is that of Amsterdam, wherever the browser thinks it is.
import { landstaal, leesTaal } from './taal';

const ZONE = 'Europe/Amsterdam';

/** Writes a moment in the language of the page; making a format is dear, so each is made once. */
function vorm(opties: Intl.DateTimeFormatOptions): (at: Date) => string {
  const vormen = new Map<string, Intl.DateTimeFormat>();
  return (at) => {
    const taal = landstaal();
    let eigen = vormen.get(taal);
    if (!eigen) {
      eigen = new Intl.DateTimeFormat(taal, { timeZone: ZONE, ...opties });
      vormen.set(taal, eigen);
    }
    return eigen.format(at);
  };
}

const lang = vorm({ dateStyle: 'long' });
const kort = vorm({ weekday: 'short', day: 'numeric', month: 'long' });
const dagMaand = vorm({ day: 'numeric', month: 'short' });
const weekdag = vorm({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const klok = vorm({ hour: 'numeric', minute: '2-digit' });
const klokTel = vorm({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** Dutch letters write a point between hours and minutes. */
const punt = (tijd: string) => (leesTaal() === 'nl' ? tijd.replaceAll(':', '.') : tijd);
const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: ZONE });
const relatief = new Intl.RelativeTimeFormat('nl', { numeric: 'always' });

const DAY_MS = 86_400_000;

export const datumLang = (at: string | Date) => lang(new Date(at));
/** "do 26 november" */
export const datumKort = (at: string | Date) => kort(new Date(at)).replace(/[.,]/, '');
/** "26 nov" */
export const datumDag = (at: string | Date) => dagMaand(new Date(at)).replace('.', '');
/** "maandag 23 november 2026" */
export const datumVol = (at: string | Date) => weekdag(new Date(at)).replace(',', '');
/** "9.14" and just after midnight "0.05". Whether the browser gives one nought or two differs. */
export const tijd = (at: string | number | Date) => punt(klok(new Date(at))).replace(/^0(?=\d)/, '');
/** "14.03.07": when figures are from. */
export const tijdTel = (at: string | Date) => punt(klokTel(new Date(at)));
export const uurVan = (at: Date) => Number(klok(at).split(':')[0]);
export const dagIso = (at: Date) => iso.format(at);

/** Whole days from today to a date; negative when it is past. */
export function dagenTot(date: string, now: Date): number {
  return Math.round((Date.parse(date) - Date.parse(dagIso(now))) / DAY_MS);
}

/** Whole days between two dates. */
export const dagenTussen = (van: string, tot: string) =>
  Math.round((Date.parse(tot) - Date.parse(van)) / DAY_MS);

/** Working days from today to a date, holidays not counted out. */
export function werkdagenTot(date: string, now: Date): number {
  const end = Date.parse(date);
  let count = 0;
  for (let day = Date.parse(dagIso(now)) + DAY_MS; day <= end && count < 99; day += DAY_MS) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}

/** Under an hour "5 minuten geleden", today the time, else the date (E10). */
export function wanneer(at: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'zojuist';
  if (minutes < 60) return relatief.format(-minutes, 'minute');
  if (dagIso(new Date(at)) === dagIso(now)) return `${tijd(at)} uur`;
  return datumKort(at);
}

/** What people type, `14-3-1958`, `14/03/1958` or `14031958`, as `1958-03-14`; undefined when it is no day. */
export function leesDatum(text: string): string | undefined {
  const parts =
    /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  const date = parts
    ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`
    : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? undefined : date;
}

/**
 * A day on which somebody was born: also with a year of two digits, where only one century can be meant. `12-5-49` is 1949, as nobody is born in
 * the future; `12-5-19` may be a child or somebody of over a hundred, and is asked again.
 */
export function leesGeboortedatum(text: string, now: Date): string | undefined {
  const kort = /^\s*(\d{1,2}[-/. ]\d{1,2}[-/. ])(\d{2})\s*$/.exec(text);
  if (!kort) return leesDatum(text);
  const jong = leesDatum(`${kort[1]}20${kort[2]}`);
  const oud = leesDatum(`${kort[1]}19${kort[2]}`);
  const vandaag = dagIso(now);
  return jong && jong <= vandaag ? undefined : oud;
}

/** Why that is no day: nothing is there, the year has two digits, or something else. */
export function waaromGeenDag(text: string): 'leeg' | 'jaar' | 'anders' {
  if (text.trim() === '') return 'leeg';
  return /^\s*\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}\s*$/.test(text) ? 'jaar' : 'anders';
}

/** The other way round, as it stands in a field: "30-11-2026". */
export const typDag = (dag: string | undefined): string =>
  dag ? dag.split('-').map(Number).reverse().join('-') : '';

export function leeftijd(geboren: string, now: Date): number {
  const today = dagIso(now);
  const years = Number(today.slice(0, 4)) - Number(geboren.slice(0, 4));
  return today.slice(5) < geboren.slice(5) ? years - 1 : years;
}
