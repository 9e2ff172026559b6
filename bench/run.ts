import { parseArgs } from 'node:util'
import { benchLedger } from './ledger'
import { benchList } from './list'

const usage = `npm run -s bench -- list [--rows 250000]
npm run -s bench -- ledger [--logs 1000000]
Speed and memory, always beside something measured in the same run. Prints JSON.`

const benches: Record<string, { option: 'rows' | 'logs'; run: (size: number) => Promise<Record<string, number>> }> = {
  list: { option: 'rows', run: benchList },
  ledger: { option: 'logs', run: benchLedger },
}

/** What `npm run bench` runs. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string', default: '250000' }, logs: { type: 'string', default: '1000000' }, help: { type: 'boolean' } },
  })
  const bench = benches[positionals[0] ?? '']
  const size = bench ? Number(values[bench.option]) : NaN
  if (values.help || !bench || !Number.isSafeInteger(size) || size < 1) {
    process.stderr.write(`${usage}\n`)
    return values.help ? 0 : 2
  }
  process.stdout.write(`${JSON.stringify(await bench.run(size), null, 2)}\n`)
  return 0
}

process.exitCode = await run()
