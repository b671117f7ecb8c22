// What differs between two versions, block by block and then word by word. Pure.

export interface Stuk {
  soort: 'gelijk' | 'erbij' | 'weg';
  tekst: string;
}

export type Regel =
  | { soort: 'gelijk' | 'erbij' | 'weg'; tekst: string }
  | { soort: 'anders'; stukken: Stuk[] };

/** Beyond so many comparisons the middle is told as gone and new: a browser that freezes tells nothing. */
const STAPPEN_MAX = 4_000_000;

interface Stap<T> {
  soort: 'gelijk' | 'erbij' | 'weg';
  wat: T;
}

/** The longest common order of two lists, as steps from one to the other: gone before new. */
export function stappen(oud: readonly string[], nieuw: readonly string[]): Stap<string>[] {
  let begin = 0;
  while (begin < oud.length && begin < nieuw.length && oud[begin] === nieuw[begin]) begin += 1;
  let eind = 0;
  while (
    eind < oud.length - begin &&
    eind < nieuw.length - begin &&
    oud[oud.length - 1 - eind] === nieuw[nieuw.length - 1 - eind]
  )
    eind += 1;
  const gelijk = (wat: string): Stap<string> => ({ soort: 'gelijk', wat });
  const midden = tussen(oud.slice(begin, oud.length - eind), nieuw.slice(begin, nieuw.length - eind));
  return [...oud.slice(0, begin).map(gelijk), ...midden, ...oud.slice(oud.length - eind).map(gelijk)];
}

function tussen(oud: readonly string[], nieuw: readonly string[]): Stap<string>[] {
  const weg = oud.map((wat): Stap<string> => ({ soort: 'weg', wat }));
  const erbij = nieuw.map((wat): Stap<string> => ({ soort: 'erbij', wat }));
  if (oud.length === 0 || nieuw.length === 0 || oud.length * nieuw.length > STAPPEN_MAX)
    return [...weg, ...erbij];
  const breed = nieuw.length + 1;
  const lengte = new Uint32Array((oud.length + 1) * breed);
  const op = (i: number, j: number) => lengte[i * breed + j] ?? 0;
  for (let i = oud.length - 1; i >= 0; i -= 1) {
    for (let j = nieuw.length - 1; j >= 0; j -= 1) {
      lengte[i * breed + j] =
        oud[i] === nieuw[j] ? op(i + 1, j + 1) + 1 : Math.max(op(i + 1, j), op(i, j + 1));
    }
  }
  return loop(oud, nieuw, op);
}

function loop(
  oud: readonly string[],
  nieuw: readonly string[],
  op: (i: number, j: number) => number,
): Stap<string>[] {
  const found: Stap<string>[] = [];
  let [i, j] = [0, 0];
  while (i < oud.length || j < nieuw.length) {
    const [a, b] = [oud[i], nieuw[j]];
    if (a !== undefined && a === b) {
      found.push({ soort: 'gelijk', wat: a });
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || op(i + 1, j) >= op(i, j + 1))) {
      found.push({ soort: 'weg', wat: a });
      i += 1;
    } else if (b !== undefined) {
      found.push({ soort: 'erbij', wat: b });
      j += 1;
    }
  }
  return found;
}

const woorden = (tekst: string) => tekst.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? [];

/** Pieces of one block that changed. */
export function stukken(oud: string, nieuw: string): Stuk[] {
  const found: Stuk[] = [];
  for (const { soort, wat } of stappen(woorden(oud), woorden(nieuw))) {
    const last = found.at(-1);
    if (last?.soort === soort) last.tekst += wat;
    else found.push({ soort, tekst: wat });
  }
  return found;
}

/** Whether two blocks are one that was written on: at least a third of their words is the same. */
function lijkt(delen: Stuk[]): boolean {
  const som = (soort: Stuk['soort']) =>
    delen.reduce((n, d) => n + (d.soort === soort ? d.tekst.trim().length : 0), 0);
  return som('gelijk') * 3 >= Math.max(som('weg'), som('erbij')) + som('gelijk') && som('gelijk') > 0;
}

/** Two versions as lines to read. */
export function regels(oud: readonly string[], nieuw: readonly string[]): Regel[] {
  const found: Regel[] = [];
  const alle = stappen(oud, nieuw);
  for (let i = 0; i < alle.length; ) {
    const weg: string[] = [];
    const erbij: string[] = [];
    for (; alle[i] && alle[i]?.soort !== 'gelijk'; i += 1) {
      const stap = alle[i];
      if (stap) (stap.soort === 'weg' ? weg : erbij).push(stap.wat);
    }
    found.push(...paren(weg, erbij));
    const stap = alle[i];
    if (stap) found.push({ soort: 'gelijk', tekst: stap.wat });
    i += 1;
  }
  return found;
}

function paren(weg: string[], erbij: string[]): Regel[] {
  const found: Regel[] = [];
  const n = Math.max(weg.length, erbij.length);
  for (let i = 0; i < n; i += 1) {
    const [a, b] = [weg[i], erbij[i]];
    const delen = a !== undefined && b !== undefined ? stukken(a, b) : [];
    if (delen.length > 0 && lijkt(delen)) {
      found.push({ soort: 'anders', stukken: delen });
      continue;
    }
    if (a !== undefined) found.push({ soort: 'weg', tekst: a });
    if (b !== undefined) found.push({ soort: 'erbij', tekst: b });
  }
  return found;
}
