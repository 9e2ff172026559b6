import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkout } from './checkout'

let directory: string
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'lorenz-cli-'))))
afterAll(() => rm(directory, { recursive: true, force: true }))

/** The command line as a user meets it: a process of its own, away from the checkout. */
async function lorenz(words: string[], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [join(checkout, 'bin', 'lorenz.mjs'), ...words], {
    cwd: directory,
    env: { ...inherited, LORENZ_DATA_DIR: join(directory, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, complaint] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, output, complaint }
}

describe('bad use is exit code 2, and says what would be right', () => {
  test.each([
    { words: [], says: /Usage: lorenz/ },
    { words: ['starte'], says: /unknown command 'starte'/ },
    { words: ['start', '--lve'], says: /unknown option '--lve'/ },
    { words: ['start', 'uniswap'], says: /too many arguments/ },
    { words: ['sync', '--protocols', ','], says: /at least one protocol/ },
    { words: ['sync', '--protocols', 'uniswop'], says: /no protocol uniswop.*uniswap/ },
    { words: ['sync', '--protocols', 'uniswap'], says: /RPC_URL_1.*--live/ },
    { words: ['worker'], says: /RPC_URL_1.*--live/ },
    { words: ['worker', '--concurrency', '0'], says: /from 1 to 20/ },
    { words: ['sync', '--again'], says: /Name what is to be read again, as in "lorenz sync --again --protocols uniswap"/ },
    { words: ['import', 'list.csv', '--protocol', 'uniswap'], says: /--as-of/ },
    { words: ['import', 'list.csv', '--protocol', 'uniswap', '--as-of', '2026-02-30'], says: /as in 2026-04-01/ },
    { words: ['metrics'], says: /missing required argument 'file'/ },
    { words: ['power', 'list.csv', '--quota', 'most'], says: /an amount, or a fraction such as 1\/2/ },
    { words: ['alerts', 'add', '--protocol', 'uniswap', '--metric', 'ginny'], says: /Allowed choices are holders/ },
    { words: ['alerts', 'add', '--protocol', 'uniswap', '--metric', 'gini', '--url', 'https://example.org/'], says: /--below <number> or --above/ },
    { words: ['alerts', 'add', '--protocol', 'uniswap', '--metric', 'gini', '--above', 'many', '--url', 'https://example.org/'], says: /as in 10 or 0\.5 or 50%/ },
    { words: ['alerts', 'add', '--protocol', 'uniswap', '--metric', 'gini', '--above', '0.9', '--url', 'ftp://example.org/'], says: /http or https/ },
    { words: ['votes', 'sync', '--protocols', ','], says: /Name at least one/ },
    { words: ['votes', 'import', 'votes.csv'], says: /--protocol <slug>/ },
    { words: ['alerts', 'remove', 'all'], says: /number of a rule/ },
    { words: ['recompute', '--labels', 'today'], says: /12 hexadecimal digits/ },
    { words: ['labels', 'import', 'list.csv'], says: /--protocol/ },
    { words: ['labels', 'import', 'list.csv', '--protocol', 'uniswap', '--confidence', 'sure'], says: /certain, likely, guess/ },
    { words: ['labels', 'remove', '--protocol', 'uniswap'], says: /--file <name> or --origin/ },
    { words: ['labels', 'remove', '--protocol', 'uniswap', '--origin', 'protocol'], says: /imported, addressBook, chain/ },
  ])('lorenz $words', async ({ words, says }) => {
    const { code, complaint } = await lorenz(words)
    expect(complaint).toMatch(says)
    expect(code).toBe(2)
  })

  test('a wrong environment', async () => {
    const { code, complaint } = await lorenz(['status'], { PORT: 'three', RPC_URL_MAIN: 'x' })
    expect(complaint).toMatch(/PORT: [^]*RPC_URL_MAIN: /)
    expect(code).toBe(2)
  })
})

describe('what fails is exit code 1', () => {
  test('a list with a wrong row: its line is named', async () => {
    await writeFile(join(directory, 'list.csv'), 'address,balance\n0x0000000000000000000000000000000000000001,-5\n')
    const { code, complaint } = await lorenz(['import', 'list.csv', '--protocol', 'uniswap', '--as-of', '2026-04-01'])
    expect(complaint).toMatch(/list\.csv: .*line 2.*negative/)
    expect(code).toBe(1)
  })
  test('a database that does not answer', async () => {
    const { code, complaint } = await lorenz(['status'], { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' })
    expect(complaint).toMatch(/DATABASE_URL.*ECONNREFUSED/)
    expect(complaint).not.toMatch(/nothing@/)
    expect(code).toBe(1)
  })
})

describe('what works is exit code 0', () => {
  test.each([['--help'], ['start', '--help'], ['sync', '--help'], ['snapshot', '--help'], ['worker', '--help'], ['status', '--help'], ['import', '--help'], ['metrics', '--help'], ['alerts', '--help'], ['labels', '--help'], ['votes', '--help']])(
    'lorenz %s %s',
    async (...words) => {
      const { code, output } = await lorenz(words.filter((word) => word !== undefined))
      expect(output).toMatch(/^Usage: lorenz/)
      expect(code).toBe(0)
    },
  )

  test('a list is imported, and status shows the protocol, without a running server', async () => {
    const one = '0x0000000000000000000000000000000000000001'
    await writeFile(join(directory, 'good.csv'), `address,balance\n${one},5.5\n0x0000000000000000000000000000000000000002,3\n`)
    const imported = await lorenz(['import', 'good.csv', '--protocol', 'uniswap', '--as-of', '2026-04-01', '--block', '22000000'])
    expect(imported.complaint).toBe('')
    expect(imported).toMatchObject({ code: 0, output: 'good.csv: 2 accounts kept for uniswap, 2026-04-01.\n' })
    const status = await lorenz(['status', '--json'])
    expect(JSON.parse(status.output).ledgers[0]).toMatchObject({ protocol: 'uniswap', symbol: 'UNI', lastBlock: null, snapshots: 1 })
    expect((await lorenz(['status'])).output).toMatch(/^protocol +token[^\n]*\nuniswap +UNI/)
    await writeFile(join(directory, 'names.csv'), `address,name,role\n${one},Ada,cex\n`)
    expect((await lorenz(['labels', 'import', 'names.csv', '--protocol', 'uniswap', '--as-of', '2026-04-01'])).output).toMatch(/1 label for uniswap[^]*\n1 of the accounts has been seen/)
    // 5.5 and 3: a file that says no role of weight changes no figure.
    expect((await lorenz(['recompute', '--protocols', 'uniswap'])).output).toMatch(/UNI, good\.csv, 2026-04-01; labels of the day[^]*raw +Holders +2 +2\n/)
    expect((await lorenz(['labels', 'list'])).output).toMatch(/uniswap +imported +names\.csv +1 +2026-04-01/)
    const rule = ['--protocol', 'uniswap', '--metric', 'top10Share', '--above', '90%', '--lens', 'raw', '--url', 'http://127.0.0.1:1/hook']
    expect((await lorenz(['alerts', 'add', ...rule])).output).toMatch(/^Rule 1: top10Share of uniswap \(raw\) above 0\.9 calls .*\nCalls are signed with whsec_\S{32}\n$/)
    expect((await lorenz(['alerts', 'list'])).output).toMatch(/1 +top10Share of uniswap \(raw\) above 0\.9 +http:\/\/127/)
    expect(await lorenz(['alerts', 'test', '1'])).toMatchObject({ code: 1, complaint: expect.stringMatching(/private network/) })
    expect((await lorenz(['alerts', 'remove', '1'])).output).toMatch(/forgotten/)
    expect((await lorenz(['alerts', 'remove', '1'])).code).toBe(2)
  })
})
