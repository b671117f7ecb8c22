// What a page may weigh, in brotli bytes: everything its HTML names, with the chunks those import, and the editor apart.
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const BUDGETS = {
  'portaal js': 120_000,
  // With the other language, which comes in before the first page is drawn.
  'portaal js en': 120_000,
  'portaal css': 15_000,
  'werkplek css': 15_000,
  'editor js': 200_000,
};

const size = async (name) => (await stat(`${dist}assets/${name}.br`)).size;
const source = (name) => readFile(`${dist}assets/${name}`, 'utf8');

async function closure(names) {
  const seen = new Set();
  const queue = [...names];
  while (queue.length > 0) {
    const name = queue.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    if (!name.endsWith('.js')) continue;
    // Static imports only: a dynamic import() is a page of its own.
    for (const [, next] of (await source(name)).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      queue.push(next);
  }
  return [...seen];
}

async function page(html) {
  const text = await readFile(`${dist}${html}`, 'utf8');
  return closure([...text.matchAll(/\/assets\/([^"]+\.(?:js|css))"/g)].map((m) => m[1]));
}

const sum = async (names) => (await Promise.all(names.map(size))).reduce((a, b) => a + b, 0);
const js = (names) => names.filter((n) => n.endsWith('.js'));
const css = (names) => names.filter((n) => n.endsWith('.css'));

const portaal = await page('portaal.html');
const werkplek = await page('index.html');
const alles = await readdir(`${dist}assets`);
const engels = await closure([...portaal, ...alles.filter((n) => /^en-.*\.js$/.test(n))]);
const editor = await closure(alles.filter((n) => /^DocumentPagina-.*\.js$/.test(n)));

const found = {
  'portaal js': await sum(js(portaal)),
  'portaal js en': engels.length > portaal.length ? await sum(js(engels)) : 0,
  'portaal css': await sum(css(portaal)),
  'werkplek css': await sum(css(werkplek)),
  'editor js': await sum(js(editor).filter((n) => !werkplek.includes(n))),
};
let over = false;
for (const [what, bytes] of Object.entries(found)) {
  const max = BUDGETS[what];
  if (bytes > max || bytes === 0) over = true;
  console.log(`${bytes > max || bytes === 0 ? 'TOO MUCH' : 'ok      '} ${what}: ${bytes} of ${max} bytes`);
}
if (over) process.exit(1);
