import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readServerUser, toServerCommand } from './serverUser'

const isRoot = process.getuid?.() === 0

test.skipIf(isRoot)('everyone but root runs PostgreSQL as themselves', () => {
  expect(readServerUser()).toBeNull()
  expect(toServerCommand(null, ['/nowhere'])).toEqual({ prefix: [], ids: {} })
})

test.runIf(isRoot)('what is in a directory that is closed to the server’s user can be run all the same, and not as root', () => {
  const closed = mkdtempSync(join(tmpdir(), 'lorenz-closed-'))
  try {
    const program = join(closed, 'program')
    // access(2) asks for the real user's rights, and PostgreSQL asks it about its own programs.
    writeFileSync(program, `#!/bin/sh\ntest -x '${program}' && id -u\n`)
    chmodSync(program, 0o755)
    const user = readServerUser()!
    expect(spawnSync(program, { uid: user.uid, gid: user.gid }).error).toMatchObject({ code: 'EACCES' })
    const { prefix, ids } = toServerCommand(user, [program])
    const [first = '', ...words] = [...prefix, program]
    expect(Number(execFileSync(first, words, ids))).toBe(user.uid)
  } finally {
    rmSync(closed, { recursive: true })
  }
})
