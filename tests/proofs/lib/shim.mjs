// Builds the failing disk (powerloss.c) and arms it.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const SOURCE = resolve(import.meta.dirname, '../powerloss.c')

/** The library, or undefined where there is no C compiler: a proof that needs it says so. */
export function shim (dir) {
  const library = join(dir, 'powerloss.so')
  const built = spawnSync('cc', ['-O2', '-Wall', '-Wextra', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl', '-lpthread'], { encoding: 'utf8' })
  if (built.status !== 0 && built.stderr) console.log(built.stderr)
  return built.status === 0 && existsSync(library) ? library : undefined
}

export function shimEnv (library, data) {
  mkdirSync(`${data}.grave`, { recursive: true })
  return { LD_PRELOAD: library, PL_DIR: data, PL_GRAVE: `${data}.grave`, PL_ARM: `${data}.arm` }
}

/** From now on: `{crash_at, keep, seed, fail_sync_at, enospc_at, slow_ms, read_eio, read_hang}`. Appears in one step, so that half of it is never read. */
export function arm (data, faults) {
  const lines = Object.entries(faults).map(([key, value]) => `${key} ${value}\n`)
  // The seed goes first: what comes after it may already draw.
  writeFileSync(`${data}.arm.new`, lines.join(''))
  renameSync(`${data}.arm.new`, `${data}.arm`)
}

export function disarm (data) { rmSync(`${data}.arm`, { force: true }) }
