// Atkinson's zero is slashed: right in a zaaknummer, wrong in "20 december". Running text takes its zero from Hanken
// Grotesk, cut here to that one glyph at the two weights the tokens name (about 1 kB each).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const source = await readFile(
  new URL(
    '../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
    import.meta.url,
  ),
);
const map = new URL('../src/lettertype/', import.meta.url);
await mkdir(map, { recursive: true });
for (const weight of [380, 620]) {
  const cut = await subsetFont(source, '0', { targetFormat: 'woff2', variationAxes: { wght: weight } });
  await writeFile(new URL(`nul-${weight}.woff2`, map), cut);
}
