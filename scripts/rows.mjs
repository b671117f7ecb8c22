#!/usr/bin/env node
// Which requirement is shown by which test: scans `// shows C2-L4, KING-R5c` in the tests. With FEATURES=file (a Markdown table of
// requirements, the row's name in its first column) it also says which rows nobody shows.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const SKIP = new Set(['node_modules', 'target', 'dist', 'var', '.git', 'uitvoer'])
const KINDS = /\.(rs|ts|tsx|js|mjs)$/
const NAME = /(?:fn\s+([a-z0-9_]+)|(?:test|it)(?:\.\w+)*\(\s*['"`](.+?)['"`])/

function * files (dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (SKIP.has(entry.name)) continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) yield * files(path)
    else if (KINDS.test(entry.name)) yield path
  }
}

const rows = new Map()
for (const path of files(ROOT)) {
  if (path === import.meta.filename) continue
  const lines = readFileSync(path, 'utf8').split('\n')
  lines.forEach((line, i) => {
    const shows = /^\s*\/\/ shows ([A-Z0-9].*)$/.exec(line)
    if (!shows) return
    const found = lines.slice(i, i + 12).map(next => NAME.exec(next)).find(Boolean)
    const test = `${relative(ROOT, path)}:${i + 1} ${found ? found[1] ?? found[2] : ''}`.trimEnd()
    for (const row of shows[1].match(/\b[A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+\b/g) ?? []) {
      rows.set(row, [...(rows.get(row) ?? []), test])
    }
  })
}

const order = new Intl.Collator('en', { numeric: true }).compare
for (const row of [...rows.keys()].sort(order)) {
  console.log(row)
  for (const test of rows.get(row)) console.log(`    ${test}`)
}
console.log(`${rows.size} rows shown by ${[...rows.values()].reduce((sum, tests) => sum + tests.length, 0)} mentions in tests`)

if (process.env.FEATURES) {
  const all = readFileSync(process.env.FEATURES, 'utf8').split('\n').map(line => /^\| ([A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+) \|/.exec(line)?.[1]).filter(Boolean)
  const known = new Set(all)
  const unshown = all.filter(row => !rows.has(row))
  console.log(`${unshown.length} of ${known.size} rows are not shown yet: ${unshown.join(' ')}`)
  const strangers = [...rows.keys()].filter(row => !known.has(row))
  if (strangers.length > 0) {
    console.log(`not in the list: ${strangers.join(' ')}`)
    process.exit(1)
  }
}
