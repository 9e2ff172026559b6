import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeHolderList } from './holderListFile'
import { measureProcess, toMedianRun } from './measureProcess'

const root = path.resolve(import.meta.dirname, '..')

// What any reader of such a list does at least: read, split, parse as doubles, sort. No checks, no exactness, no metric.
const floor = `
  const rows = require('fs').readFileSync(process.argv[1], 'utf8').split('\\r\\n').slice(1, -1)
  const amounts = new Float64Array(rows.length)
  const accounts = new Set()
  rows.forEach((row, i) => { const [address, amount] = row.split(','); accounts.add(address); amounts[i] = Number(amount.slice(1, -1)) })
  amounts.sort()
`

/** `npm run -s bench -- list`: `lorenz metrics` on a long holder list, against reading, splitting and sorting the same file. */
export async function benchList(rows: number): Promise<Record<string, number>> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-bench-'))
  try {
    const file = path.join(directory, 'holders.csv')
    await writeHolderList(file, rows)
    const floorCost = await toMedianRun(5, () => measureProcess(['-e', floor, file], root))
    const cost = await toMedianRun(5, () => measureProcess(['bin/lorenz.mjs', 'metrics', '--json', file], root))
    return {
      rows,
      floorSeconds: round(floorCost.seconds),
      seconds: round(cost.seconds),
      ratio: round(cost.seconds / floorCost.seconds),
      peakRssMb: Math.round(cost.peakRssMb),
    }
  } finally {
    await rm(directory, { recursive: true })
  }
}

const round = (value: number) => Math.round(value * 100) / 100
