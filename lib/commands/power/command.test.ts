import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { CommanderError } from 'commander'
import { describe, expect, it, vi } from 'vitest'
import { openListCommand } from '@/tests/listCommand'
import { powerCommand } from './command'

const a = '0x1a9C8182C09F50C8318d769245beA52c32BE35BC'
const b = '0xF977814e90dA44bFA03b6295A0616a897441aceC'
const c = '0x000000000000000000000000000000000000dEaD'
const list = `"HolderAddress","Balance"\r\n"${c}","1"\r\n"${a}","50"\r\n"${b}","49"\r\n`

const { toFile, run, runJson } = openListCommand(powerCommand)

describe('lorenz power', () => {
  it('--json: [51; 50, 49, 1], the largest first', async () => {
    const file = toFile('voters.csv', list)
    expect(await runJson(file)).toEqual({
      files: [
        {
          file,
          quota: '51',
          method: 'exact',
          // Critical in 3, 1 and 1 of the 4 ways of the others; of 6 orders the first decides 4.
          voters: [
            { address: a.toLowerCase(), weight: '50', share: 0.5, banzhaf: 0.6, banzhafAbsolute: 0.75, shapleyShubik: expect.closeTo(2 / 3, 14) },
            { address: b.toLowerCase(), weight: '49', share: 0.49, banzhaf: 0.2, banzhafAbsolute: 0.25, shapleyShubik: expect.closeTo(1 / 6, 14) },
            { address: c.toLowerCase(), weight: '1', share: 0.01, banzhaf: 0.2, banzhafAbsolute: 0.25, shapleyShubik: expect.closeTo(1 / 6, 14) },
          ],
        },
      ],
    })
  })

  it.each<[string, string, number[]]>([
    // More than two thirds of 100 is 67: the two large ones together, and nobody else.
    ['2/3', '67', [0.5, 0.5, 0]],
    // At least 50: the first alone, or the two others together; critical in 3, 1, 1.
    ['50', '50', [0.6, 0.2, 0.2]],
    // At least 100: all of them.
    ['100', '100', [1 / 3, 1 / 3, 1 / 3]],
    // More places than the list has: 99.5 is all of them too.
    ['99.5', '99.5', [1 / 3, 1 / 3, 1 / 3]],
  ])('--quota %s', async (asked, quota, banzhaf) => {
    const { files } = await runJson(toFile('voters.csv', list), '--quota', asked)
    expect(files[0]!.quota).toBe(quota)
    files[0]!.voters.forEach((voter: { banzhaf: number }, i: number) => expect(voter.banzhaf).toBeCloseTo(banzhaf[i]!, 14))
  })

  it('more than half of an amount with places is one smallest unit above it', async () => {
    const { files } = await runJson(toFile('voters.csv', `address,votes\n${a},0.3\n${b},0.1\n`))
    expect(files[0]).toMatchObject({ quota: '0.3', voters: [{ weight: '0.3', banzhaf: 1 }, { weight: '0.1', banzhaf: 0 }] })
  })

  it('several files, gzip, standard input, named columns', async () => {
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(`${a},1\n`)]) as never)
    const moves = `from,to,sent,received\n${a},${b},1,9\n${b},${c},3,8\n`
    const { files } = await runJson(toFile('packed', gzipSync(list)), '-')
    expect(files.map(({ voters }) => voters.length)).toEqual([3, 1])
    const named = await runJson(toFile('moves.csv', moves), '--address-column', 'to', '--amount-column', 'received')
    expect(named.files[0]!.voters).toMatchObject([{ address: b.toLowerCase(), weight: '9' }, { address: c.toLowerCase(), weight: '8' }])
  })

  it('too many for anything but a sample: the interval of each index', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => `0x${(i + 1).toString(16).padStart(40, '0')},${(1e6 / (i + 1)).toFixed(9)}`)
    const file = toFile('many.csv', `address,votes\n${rows.join('\n')}\n`)
    const { files } = await runJson(file)
    expect(files[0]).toMatchObject({ method: 'sampled', seed: 1 })
    expect(files[0]!.samples).toBeGreaterThanOrEqual(1000)
    for (const { banzhaf, intervals } of files[0]!.voters) {
      expect(intervals.banzhaf[0]).toBeLessThanOrEqual(banzhaf)
      expect(intervals.banzhaf[1]).toBeGreaterThanOrEqual(banzhaf)
    }
    expect((await run(file)).output).toMatch(/sampled: [\d,]+ ways to vote drawn at random/)
  })

  it('for people: a table', async () => {
    const file = toFile('voters.csv', list)
    const { output } = await run(file)
    expect(output).toContain(`${file}\n3 voters, 51 needed; exact: every way to vote counted\n`)
    expect(output).toMatch(new RegExp(`^${a} +50 +50\\.000 % +60\\.000 % +75\\.000 % +66\\.667 %$`, 'im'))
  })
})

describe('what goes wrong', () => {
  it('a bad file, or a quota out of reach: named; the others are still measured', async () => {
    const bad = toFile('bad.csv', `address,balance\n${a},5\n${b},-5\n`)
    const poor = toFile('poor.csv', `address,balance\n${a},5\n`)
    const empty = toFile('empty.csv', `address,balance\n${a},0\n`)
    const { output, error } = await run(bad, poor, empty, toFile('voters.csv', list), '--quota', '60', '--json')
    expect(error).not.toBeInstanceOf(CommanderError)
    expect((error as Error).message.split('\n')).toEqual([
      `${bad}: line 3: "-5" is negative, and nobody can hold less than nothing`,
      `${poor}: the quota is more than all have together`,
      `${empty}: nobody has a vote`,
    ])
    expect((JSON.parse(output) as { files: unknown[] }).files).toHaveLength(1)
  })

  it.each([
    [['--quota', '3/2'], /More than 3\/2 of all votes/],
    [['--quota', '1/0'], /More than 1\/0/],
    [['--quota', 'most'], /"most" is not an amount/],
    [['--quota', '0'], /reached by nobody/],
    [['--colour'], /unknown option/],
  ])('bad use: %j', async (words, message) => {
    const { error } = await run(toFile('voters.csv', list), ...words)
    expect(error).toBeInstanceOf(CommanderError)
    expect((error as CommanderError).exitCode).not.toBe(0)
    expect((error as Error).message).toMatch(message)
  })

  it('no file', async () => {
    expect((await run()).error).toBeInstanceOf(CommanderError)
  })
})
