// What one can read at a glance: no function of the product is longer than 70 lines, no file longer than 400. A test's describe() is no
// function of the product, and what is generated is read by nobody.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FUNCTION_MAX = 70;
const FILE_MAX = 400;

const root = fileURLToPath(new URL('../src', import.meta.url));
const files = (await readdir(root, { recursive: true, withFileTypes: true }))
  .filter((f) => f.isFile() && /\.(tsx?|css)$/.test(f.name))
  .filter((f) => !/\.test\.|\.d\.ts$/.test(f.name))
  .map((f) => join(f.parentPath, f.name));

const faults = [];

function nameOf(node) {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? 'a function without a name';
}

function measure(file, source) {
  const lineOf = (pos) => source.getLineAndCharacterOfPosition(pos).line + 1;
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const from = lineOf(node.getStart());
      const lines = lineOf(node.getEnd()) - from + 1;
      if (lines > FUNCTION_MAX) faults.push(`${file}:${from} ${nameOf(node)}: ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

for (const path of files) {
  const file = relative(root, path);
  const text = await readFile(path, 'utf8');
  const lines = text.trimEnd().split('\n').length;
  if (lines > FILE_MAX) faults.push(`${file}: ${lines} lines in one file`);
  if (file.endsWith('.css')) continue;
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  measure(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind));
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${files.length} files of at most ${FILE_MAX} lines, functions of at most ${FUNCTION_MAX}`);
