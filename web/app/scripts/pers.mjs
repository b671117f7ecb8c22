// Writes .br and .gz beside every asset, so that the server only has to choose a file.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((f) => f.isFile() && /\.(js|css|html|svg|json|txt)$/.test(f.name))
  .map((f) => join(f.parentPath, f.name));

for (const file of files) {
  const bytes = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${file}.br`, await brotli(bytes, { params }));
  await writeFile(`${file}.gz`, await deflate(bytes, { level: 9 }));
}
console.log(`${files.length} files compressed`);
