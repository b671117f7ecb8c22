// Somebody who has the file and no scruples: a copy of a server's data with rows changed past every guard, and what the verifier says.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { run } from './server.mjs'

const SQL = await initSqlJs()

/** The database of a server that has stopped, opened in memory. */
export function open (dir) {
  const bytes = readFileSync(join(dir, 'demo.sqlite'))
  // Written by a server that closed it: all of it stands in the file. The two bytes say that it has a write-ahead log, which a copy in
  // memory has not.
  bytes[18] = bytes[19] = 1
  return new SQL.Database(bytes)
}

/** All rows of a question. */
export function rows (db, question) {
  const [found] = db.exec(question)
  return found === undefined ? [] : found.values
}

export class Copies {
  constructor (dir) {
    this.dir = dir
    this.bytes = readFileSync(join(dir, 'demo.sqlite'))
  }

  /** A fresh copy in which these statements were done, with the guards of the tables taken away and put back. */
  with (statements) {
    const to = `${this.dir}.copy`
    rmSync(to, { recursive: true, force: true })
    cpSync(this.dir, to, { recursive: true })
    const db = open(to)
    const guards = rows(db, "select name, sql from sqlite_schema where type = 'trigger'")
    for (const [name] of guards) db.run(`drop trigger ${name}`)
    db.run('pragma ignore_check_constraints = on')
    for (const statement of statements) db.run(statement)
    for (const [, sql] of guards) db.run(sql)
    writeFileSync(join(to, 'demo.sqlite'), db.export())
    db.close()
    for (const rest of ['-wal', '-shm']) rmSync(join(to, `demo.sqlite${rest}`), { force: true })
    return to
  }
}

/** What `check --sporen` names: `{code, named: [{row, table}]}`. */
export function verify (dir, ...args) {
  const { code, out, err } = run(dir, ['check', '--sporen', ...args])
  const named = [...out.matchAll(/^rij (.+) van ([a-z_]+) klopt niet: /gm)].map(([, row, table]) => ({ row, table }))
  return { code, named, text: `${out}${err}` }
}
