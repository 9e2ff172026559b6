import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSourceHash } from './build'

let root: string
const write = async (path: string, text: string) => {
  await mkdir(join(root, path, '..'), { recursive: true })
  await writeFile(join(root, path), text)
}
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lorenz-build-'))
  await write('app/page.tsx', 'one')
  await write('package-lock.json', '{}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

test.each([
  ['a changed page', 'app/page.tsx', 'two'],
  ['a new component', 'components/charts/Chart.tsx', 'new'],
  ['another package', 'package-lock.json', '{"a":1}'],
  ['Next’s settings', 'next.config.ts', 'export default {}'],
])('%s makes the build stale', async (name, path, text) => {
  const before = await readSourceHash(root)
  await write(path, text)
  expect(await readSourceHash(root)).not.toBe(before)
})

test.each([
  ['a test', 'app/page.test.tsx'],
  ['a command', 'lib/commands/start/start.ts'],
  ['the readme', 'README.md'],
])('%s does not', async (name, path) => {
  const before = await readSourceHash(root)
  await write(path, 'changed')
  expect(await readSourceHash(root)).toBe(before)
})

test('a file that moves is a change', async () => {
  const before = await readSourceHash(root)
  await rm(join(root, 'app/page.tsx'))
  await write('app/other.tsx', 'one')
  expect(await readSourceHash(root)).not.toBe(before)
})
