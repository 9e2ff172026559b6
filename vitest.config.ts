import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Rooms that keep nothing between two calls but what a database or a list of theirs holds: their files share a process, which loads each module once. */
const together = [
  'lib/{domain,metrics,ledger,ownership,governance,liquidity,findings,views,publish,lists,protocols,sources,pipeline}/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'db/*.test.ts',
]

/** Where a module is put in another's place: its files are apart. */
const apart = ['lib/pipeline/studies/makeStudies.test.ts']

/** Files that take longest, those first for whom a Lorenz is started; a folder stands for all in it. What is not named comes after them, by its size. */
const longest = [
  'tests/browser/pages.test.ts', 'tests/hardening/fuzz.test.ts', 'tests/browser/', 'tests/paradox/', 'tests/typecheck.test.ts', 'app/charts/forms.test.ts', 'lib/commands/lorenz.test.ts',
  'tests/system/', 'lib/demo/', 'tests/providers/', 'lib/sources/pools/', 'lib/sources/governors/',
]

/** Long files begin first and small ones fill the end, so that no long one runs alone there: a fresh clone knows no times of an earlier run. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId, project }: TestSpecification): number => {
      const rank = longest.findIndex((one) => path.relative(this.ctx.config.root, moduleId).startsWith(one))
      // Files that share a process stand together, at the end: another one between them would end it.
      return (rank < 0 ? longest.length : rank) + (project.config.isolate ? 0 : longest.length + 1)
    }
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b))
  }
}

const exclude = [...configDefaults.exclude, '.data/**', '.next/**']
const resolve = { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } }
const test = {
  // All tests ask as one visitor.
  env: { LORENZ_RATE_LIMIT: '0' },
  // Generous on purpose: a limit here is for what hangs, not for what is slow on a busy machine.
  testTimeout: 180_000,
  hookTimeout: 300_000,
}

export default defineConfig({
  resolve,
  test: {
    globalSetup: ['tests/postgres.ts', 'tests/browser/sharedLorenz.ts'],
    // Node, PostgreSQL, anvil and Chromium share two cores on the smallest machine this runs on.
    maxWorkers: 2,
    // An order of our own would hide --sequence.shuffle.files.
    sequence: process.argv.some((word) => word.startsWith('--sequence.')) ? {} : { sequencer: LongestFirst },
    projects: [
      { resolve, test: { ...test, name: 'together', include: together, exclude: [...exclude, ...apart], isolate: false } },
      { resolve, test: { ...test, name: 'apart', exclude: [...exclude, ...together] } },
      { resolve, test: { ...test, name: 'replaced', include: apart } },
    ],
  },
})
