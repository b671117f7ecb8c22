// The types of the wire are generated. Once the server's openapi.json is here, the committed schema must equal it.
import { existsSync, readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const openapi = new URL('../openapi.json', import.meta.url);
if (!existsSync(openapi)) {
  console.log('no openapi.json yet: src/api/types.ts is written by hand after docs/PROTOCOL.md');
  process.exit(0);
}
const now = astToString(await openapiTS(openapi));
const kept = readFileSync(new URL('../src/api/schema.d.ts', import.meta.url), 'utf8');
const strip = (text) => text.replace(/^\/\*\*[\s\S]*?\*\/\s*/, '').trim();
if (strip(now) !== strip(kept)) {
  console.error('src/api/schema.d.ts is not what openapi.json says: npm run types');
  process.exit(1);
}
