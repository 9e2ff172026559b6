import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

// `next build` leaves the types alone, so that a first start need not wait for them: here they are checked, tests included.
it('the whole tree agrees with its types', () => {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const run = () => execFileSync(process.execPath, [compiler, '--noEmit', '--incremental', 'false', '-p', root], { cwd: root, encoding: 'utf8' })
  expect(run).not.toThrow()
})
