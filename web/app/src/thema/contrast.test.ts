// Every pair of colours that stand on each other, in both themes, light and dark, computed from the files that are shipped (WCAG 1.4.3,
// 1.4.11). A theme that a municipality brings is held against the same pairs.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const lees = (naam: string) => readFileSync(new URL(naam, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const TOKENS = lees('./tokens.css');
const OEVERLAND = lees('./theme-oeverland.css');

type Waarden = Map<string, string>;

/** What a block of this selector says, the last word of each. */
function blok(css: string, kop: string): Waarden {
  const waarden: Waarden = new Map();
  let van = css.indexOf(`${kop} {`);
  while (van >= 0) {
    const binnen = css.slice(css.indexOf('{', van) + 1, css.indexOf('}', van));
    for (const [, naam, waarde] of binnen.matchAll(/(--[\w-]+):\s*([^;]+);/g)) waarden.set(naam ?? '', (waarde ?? '').trim());
    van = css.indexOf(`${kop} {`, van + 1);
  }
  return waarden;
}

/** The blocks that hold, in the order of the cascade: those of dark come after those of light, and are more specific. */
function thema(bestanden: string[], donker: boolean): Waarden {
  const licht = bestanden.map((css) => blok(css.split('@media')[0] ?? '', ':root'));
  const dark = donker ? bestanden.map((css) => blok(css, ':root[data-theme="dark"]')) : [];
  return new Map([...licht, ...dark].flatMap((waarden) => [...waarden]));
}

function kleur(waarden: Waarden, naam: string): [number, number, number] {
  let waarde = waarden.get(naam);
  for (let stap = 0; stap < 8; stap += 1) {
    const verwijst = /^var\((--[\w-]+)\)$/.exec(waarde ?? '');
    if (!verwijst) break;
    waarde = waarden.get(verwijst[1] ?? '');
  }
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(waarde ?? '');
  if (!hex) throw new Error(`${naam} is no colour: ${waarde}`);
  return [hex[1], hex[2], hex[3]].map((deel) => Number.parseInt(deel ?? '', 16)) as [number, number, number];
}

function helderheid(rgb: [number, number, number]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((deel) => {
    const c = deel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(waarden: Waarden, op: string, onder: string): number {
  const [a, b] = [op, onder].map((naam) => helderheid(kleur(waarden, `--kt-color-${naam}`))) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const plekken = Array.from({ length: 8 }, (_, i) => `plek-${i + 1}`);
/** Text on its ground: 4.5. */
const TEKST: [op: string, onder: string][] = [
  ...['sheet', 'ground', 'sunken', 'hover', 'selected', 'vers-bg'].map((onder): [string, string] => ['text', onder]),
  ...['sheet', 'ground', 'sunken', 'vers-bg'].map((onder): [string, string] => ['text-quiet', onder]),
  ...['sheet', 'ground', 'sunken', 'hover', 'selected'].map((onder): [string, string] => ['link', onder]),
  ...['action', 'action-hover', 'action-active'].map((onder): [string, string] => ['text-on-action', onder]),
  ['termijn-rustig-text', 'sheet'],
  ['termijn-bijna-text', 'termijn-bijna-bg'],
  ['termijn-laat-text', 'termijn-laat-bg'],
  ['vers-text', 'vers-bg'],
  ['goed-text', 'goed-bg'],
  ['fout-text', 'fout-bg'],
  ['fout-text', 'sheet'],
  ['uitleg-text', 'uitleg-bg'],
  ['geld-in', 'sheet'],
  ['geld-uit', 'sheet'],
  ['geld-vast', 'sheet'],
  ['gordijn-text', 'gordijn-bg'],
  ['plek-inwoner-text', 'plek-inwoner'],
  ...plekken.map((plek): [string, string] => ['plek-text', plek]),
  ...plekken.map((plek): [string, string] => [plek, 'sheet']),
];
/** What one must be able to tell from its ground: 3. */
const VORM: [op: string, onder: string][] = [
  ...['sheet', 'sunken', 'ground'].map((onder): [string, string] => ['line-control', onder]),
  ['action', 'sheet'],
  ['rand', 'sheet'],
  ['rand', 'ground'],
  ['focus', 'sheet'],
  ['focus', 'ground'],
  ['focus-halo', 'action'],
  ['fout-line', 'fout-bg'],
  ['goed-line', 'goed-bg'],
  ['uitleg-line', 'uitleg-bg'],
  ['grafiek-1', 'sheet'],
  ['grafiek-laat', 'sheet'],
  ['grafiek-grens', 'sheet'],
];

// shows E7
describe.each([
  ['our own theme, light', [TOKENS], false],
  ['our own theme, dark', [TOKENS], true],
  ['the second theme, light', [TOKENS, OEVERLAND], false],
  ['the second theme, dark', [TOKENS, OEVERLAND], true],
] as const)('%s', (_naam, bestanden, donker) => {
  const waarden = thema([...bestanden], donker);
  test.each(TEKST)('%s can be read on %s', (op, onder) => {
    expect(contrast(waarden, op, onder)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(VORM)('%s is told from %s', (op, onder) => {
    expect(contrast(waarden, op, onder)).toBeGreaterThanOrEqual(3);
  });
});

test('dark by choice and dark by the system are the same colours', () => {
  for (const css of [TOKENS, OEVERLAND]) {
    const gekozen = blok(css, ':root[data-theme="dark"]');
    const systeem = blok(css, ':root:not([data-theme="light"])');
    expect(gekozen.size).toBeGreaterThan(10);
    expect(Object.fromEntries(gekozen)).toEqual(Object.fromEntries(systeem));
  }
});

test('a pair that cannot be read is noticed', () => {
  const waarden = thema([TOKENS], false);
  waarden.set('--kt-color-text-quiet', '#b0b8c4');
  expect(contrast(waarden, 'text-quiet', 'sheet')).toBeLessThan(3);
});
