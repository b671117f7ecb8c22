// The letters (OFL-1.1) and the community's component CSS (EUPL-1.2) travel with their licences.
import { readdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../node_modules/', import.meta.url);
const PACKAGES = [
  '@fontsource-variable/gabarito',
  '@fontsource-variable/atkinson-hyperlegible-next',
  '@fontsource-variable/literata',
  '@fontsource-variable/hanken-grotesk',
  ...(await readdir(new URL('@utrecht/', root))).map((name) => `@utrecht/${name}`),
];

const texts = new Map();
for (const name of PACKAGES) {
  const folder = new URL(`${name}/`, root);
  const file = (await readdir(folder)).find((f) => /^licen[cs]e/i.test(f));
  const text = file
    ? await readFile(new URL(file, folder), 'utf8')
    : `Licence: ${JSON.parse(await readFile(new URL('package.json', folder), 'utf8')).license}\n`;
  texts.set(text, [...(texts.get(text) ?? []), name]);
}
const out = [...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}`).join('\n\n----\n\n');
await writeFile(new URL('../dist/licenties.txt', import.meta.url), out);
