import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileContracts, compiledPath } from './compile'

test('compiled.json is what the compiler makes of its files', { timeout: 180_000 }, () => {
  expect(compileContracts() === readFileSync(compiledPath, 'utf8')).toBe(true)
})
