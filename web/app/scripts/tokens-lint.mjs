// Only the theme may name a raw colour, a font or a text size. Everything else reads --kt-*.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src', import.meta.url));
const RULES = [
  [/#[0-9a-f]{3,8}\b(?![^{]*\{)/gi, 'raw colour'],
  [/\b(?:rgb|rgba|hsl|hsla|oklch|lab)\(/gi, 'raw colour'],
  [/font-size:\s*[\d.]+(?:px|rem|pt)/gi, 'raw text size'],
  [/font-family:\s*["'A-Z]/g, 'raw font'],
  [/--keukentafel-/g, 'brand token outside the theme'],
];
const files = (await readdir(root, { recursive: true, withFileTypes: true }))
  .filter((f) => f.isFile() && /\.(css|tsx)$/.test(f.name))
  .map((f) => join(f.parentPath, f.name))
  .filter((f) => !f.includes('/thema/') && !f.includes('/lettertype/'));

let faults = 0;
for (const file of files) {
  const lines = (await readFile(file, 'utf8')).split('\n');
  lines.forEach((line, i) => {
    if (line.includes('tokens-lint: ')) return;
    for (const [rule, what] of RULES) {
      for (const hit of line.matchAll(rule)) {
        faults += 1;
        console.error(`${relative(root, file)}:${i + 1} ${what}: ${hit[0]}`);
      }
    }
  });
}
if (faults > 0) process.exit(1);
console.log(`${files.length} files, only tokens`);
