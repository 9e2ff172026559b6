import { parseArgs } from 'node:util'
import { benchList } from './list'

const usage = `npm run -s bench -- list [--rows 250000]
Speed and memory, always beside something measured in the same run. Prints JSON.`

/** What `npm run bench` runs. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { rows: { type: 'string', default: '250000' }, help: { type: 'boolean' } } })
  const rows = Number(values.rows)
  if (values.help || positionals[0] !== 'list' || !Number.isSafeInteger(rows) || rows < 1) {
    process.stderr.write(`${usage}\n`)
    return values.help ? 0 : 2
  }
  process.stdout.write(`${JSON.stringify(await benchList(rows), null, 2)}\n`)
  return 0
}

process.exitCode = await run()
