import { parseArgs } from 'node:util'
import { benchBridge } from './bridge'
import { benchFiles } from './files'
import { benchHistory } from './history'
import { benchLedger } from './ledger'
import { benchList } from './list'
import { benchMetrics } from './metrics'
import { benchOwnership } from './ownership'
import { benchPower } from './power'
import { benchProfits } from './profits'
import { benchProposals } from './proposals'
import { benchStoredHistory } from './storedHistory'
import { benchStudies } from './studies'
import { benchVotes } from './votes'
import { benchLighthouse, benchWeb } from './web'

const usage = `npm run -s bench -- list [--rows 250000]
npm run -s bench -- ledger [--logs 1000000] [--against ponder]
npm run -s bench -- metrics [--holders 400000]
npm run -s bench -- ownership [--holders 400000]
npm run -s bench -- bridge [--holders 400000]
npm run -s bench -- power [--voters 20000]
npm run -s bench -- proposals [--proposals 300]
npm run -s bench -- profits [--swaps 3000000]
npm run -s bench -- history [--transfers 5000000]
npm run -s bench -- storedHistory [--transfers 5000000]
npm run -s bench -- studies [--transfers 5000000]
npm run -s bench -- votes [--changes 300000]
npm run -s bench -- web [--holders 400000]
npm run -s bench -- files [--holders 400000]
npm run -s bench -- lighthouse [--holders 400000]
Speed and memory, always beside something measured in the same run. Prints JSON.`

/** 5 million transfers are 1,900 days and 380,000 holders; fewer are a shorter part of the same life. */
const toHistory = (transfers: number) => ({ transfers, holders: Math.round(transfers * 0.076), days: Math.max(2, Math.round(transfers * 0.00038)) })

interface Bench {
  option: 'rows' | 'logs' | 'holders' | 'transfers' | 'voters' | 'proposals' | 'swaps' | 'changes'
  run: (size: number, options: { againstPonder: boolean }) => Promise<object>
}

const benches: Record<string, Bench> = {
  list: { option: 'rows', run: benchList },
  ledger: { option: 'logs', run: benchLedger },
  metrics: { option: 'holders', run: benchMetrics },
  ownership: { option: 'holders', run: benchOwnership },
  bridge: { option: 'holders', run: benchBridge },
  power: { option: 'voters', run: benchPower },
  proposals: { option: 'proposals', run: benchProposals },
  profits: { option: 'swaps', run: benchProfits },
  history: { option: 'transfers', run: (transfers) => benchHistory(toHistory(transfers)) },
  votes: { option: 'changes', run: benchVotes },
  web: { option: 'holders', run: benchWeb },
  files: { option: 'holders', run: benchFiles },
  lighthouse: { option: 'holders', run: benchLighthouse },
  storedHistory: { option: 'transfers', run: (transfers) => benchStoredHistory(toHistory(transfers)) },
  studies: { option: 'transfers', run: (transfers) => benchStudies(toHistory(transfers)) },
}

/** What `npm run bench` runs. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '250000' },
      logs: { type: 'string', default: '1000000' },
      holders: { type: 'string', default: '400000' },
      transfers: { type: 'string', default: '5000000' },
      changes: { type: 'string', default: '300000' },
      voters: { type: 'string', default: '20000' },
      proposals: { type: 'string', default: '300' },
      swaps: { type: 'string', default: '3000000' },
      against: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const bench = benches[positionals[0] ?? '']
  const size = bench ? Number(values[bench.option]) : NaN
  const againstPonder = values.against === 'ponder'
  const knowsPeer = values.against === undefined || (againstPonder && bench?.run === benchLedger)
  if (values.help || !bench || !knowsPeer || !Number.isSafeInteger(size) || size < 1) {
    process.stderr.write(`${usage}\n`)
    return values.help ? 0 : 2
  }
  process.stdout.write(`${JSON.stringify(await bench.run(size, { againstPonder }), null, 2)}\n`)
  return 0
}

process.exitCode = await run()
