import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { CommanderError } from 'commander'
import { describe, expect, it, vi } from 'vitest'
import { metrics } from '@/lib/metrics/registry'
import { openListCommand } from '@/tests/listCommand'
import { metricsCommand } from './command'

const a = '0x1a9C8182C09F50C8318d769245beA52c32BE35BC'
const b = '0xF977814e90dA44bFA03b6295A0616a897441aceC'
const c = '0x000000000000000000000000000000000000dEaD'
const list = `"HolderAddress","Balance","PendingBalanceUpdate"\r\n"${a}","1,000.5","No"\r\n"${b}","500.25","No"\r\n"${c}","500.25","No"\r\n`

const { folder, toFile, run, runJson } = openListCommand(metricsCommand)

describe('lorenz metrics', () => {
  it('--json: every metric, exact total', async () => {
    const file = toFile('uni.csv', list)
    const { files } = await runJson(file)
    expect(files).toHaveLength(1)
    expect(Object.keys(files[0]!)).toEqual(['file', 'holders', 'total', 'population', 'metrics', 'bounds'])
    expect(files[0]).toMatchObject({ file, holders: 3, total: '2001', population: 'complete', bounds: {} })
    expect(Object.keys(files[0]!.metrics)).toEqual(metrics.map(({ id }) => id))
    // Shares ½, ¼, ¼.
    expect(files[0]!.metrics).toMatchObject({
      hhi: { status: 'ok', value: 0.375 },
      nakamoto50: { status: 'ok', value: 2 },
      giniCorrected: { status: 'ok', value: 0.25 },
      paretoAlpha: { status: 'undefined', reason: 'shortTail' },
    })
  })

  it('several files, gzip by its first bytes, and standard input', async () => {
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(`${a},1\n`), Buffer.from(`${b},1\n`)]) as never)
    const { files } = await runJson(toFile('one.csv', list), toFile('packed', gzipSync(list)), '-')
    expect(files.map(({ file, holders }) => [file.replace(folder(), ''), holders])).toEqual([['/one.csv', 3], ['/packed', 3], ['-', 2]])
  })

  it('--exclude takes accounts, in any case, out of list and total', async () => {
    const file = toFile('uni.csv', list)
    const { files } = await runJson(file, '--exclude', a.toLowerCase(), c)
    expect(files[0]).toMatchObject({ holders: 1, total: '500.25', metrics: { top1Share: { value: 1 } } })
    const cut = await runJson(file, '--total', '2,101', '--holders', '5', '--exclude', a)
    expect(cut.files[0]).toMatchObject({ holders: 2, total: '1100.5', population: 'truncated', metrics: { holders: { value: 4 } } })
  })

  it('--total: bounds instead of values, except where the list decides', async () => {
    const { files } = await runJson(toFile('uni.csv', list), '--total', '2101.001')
    expect(files[0]).toMatchObject({
      total: '2101.001',
      population: 'truncated',
      metrics: { gini: { status: 'undefined', reason: 'cutOff' }, nakamoto33: { status: 'ok', value: 1 } },
      bounds: { gini: { high: 1 }, holders: { low: 4, high: null } },
    })
    // One more holder with 100.001: (−3·100.001 − 500.25 + 500.25 + 3·1000.5) / (4 · 2101.001).
    expect(files[0]!.bounds.gini.low).toBeCloseTo(2701.497 / 8404.004, 12)
  })

  it('--total equal to the list: the list is complete', async () => {
    const { files } = await runJson(toFile('uni.csv', list), '--total', '2001', '--holders', '3')
    expect(files[0]).toMatchObject({ population: 'complete', bounds: {}, metrics: { hhi: { value: 0.375 } } })
  })

  it('--address-column and --amount-column', async () => {
    const file = toFile('moves.csv', `from,to,sent,received\n${a},${b},1,9\n${b},${c},3,9\n`)
    const { files } = await runJson(file, '--address-column', 'to', '--amount-column', 'Received')
    expect(files[0]).toMatchObject({ holders: 2, total: '18' })
  })

  it('for people: a table of every metric, with units and bounds', async () => {
    const file = toFile('uni.csv', list)
    const { output } = await run(file)
    expect(output).toContain(`${file}\n3 holders, total 2,001\n`)
    for (const { id } of metrics) expect(output).toMatch(new RegExp(`^${id} `, 'm'))
    expect(output).toMatch(/^hhi +0\.375 +index$/m)
    expect(output).toMatch(/^top1Share +50 %$/m)
    expect(output).toMatch(/^paretoAlpha +none: fewer than 50 holders/m)
    const cut = (await run(file, '--total', '2101')).output
    expect(cut).toMatch(/^gini +index +0\.32\d+ to 1$/m)
    expect(cut).toMatch(/^holders +count +4 or more$/m)
  })
})

describe('what goes wrong', () => {
  it('a bad file: named with its line; the others are still measured', async () => {
    const bad = toFile('bad.csv', `address,balance\n${a},5\n${b},-5\n`)
    const { output, error } = await run(bad, join(folder(), 'none.csv'), toFile('uni.csv', list), '--json')
    expect(error).not.toBeInstanceOf(CommanderError)
    expect((error as Error).message.split('\n')).toEqual([
      `${bad}: line 3: "-5" is negative, and nobody can hold less than nothing`,
      `${join(folder(), 'none.csv')}: there is no such file`,
    ])
    expect((JSON.parse(output) as { files: { file: string }[] }).files.map(({ file }) => file)).toEqual([join(folder(), 'uni.csv')])
  })

  it('a total or a number of holders that contradicts the list', async () => {
    const file = toFile('uni.csv', list)
    expect((await run(file, '--total', '2000')).error).toMatchObject({ message: `${file}: the list adds up to more than the total` })
    expect((await run(file, '--holders', '2')).error).toMatchObject({ message: expect.stringContaining('more than the 2 there are said to be') })
  })

  it.each([
    [['--exclude', '0x12'], /"0x12" is not an address/],
    [['--exclude', a, 'uni.csv'], /Files come before --exclude/],
    [['--total', 'much'], /"much" is not an amount/],
    [['--total', '-5'], /negative|argument missing/],
    [['--holders', '1.5'], /whole number/],
    [['--colour'], /unknown option/],
  ])('bad use: %j', async (words, message) => {
    const { error } = await run(toFile('uni.csv', list), ...words)
    expect(error).toBeInstanceOf(CommanderError)
    expect((error as CommanderError).exitCode).not.toBe(0)
    expect((error as Error).message).toMatch(message)
  })

  it('no file', async () => {
    expect((await run()).error).toBeInstanceOf(CommanderError)
  })
})
