import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EnvironmentError } from '@/lib/domain/environmentError'
import { readDecimal, type DecimalAmount } from '@/lib/lists/decimalAmount'
import { headlineLens, lenses } from '@/lib/ownership/lenses'
import { alertsCommand } from './alerts/command'
import type { ImportOptions } from './importFile'
import { labelsCommand } from './labels/command'
import { metricsCommand } from './metrics/command'
import { powerCommand } from './power/command'
import type { ChangesOptions } from './showChanges'
import { toDay } from './toDay'
import { UsageError } from './usageError'
import { votesCommand } from './votes/command'

/**
 * What `lorenz …` runs. Each command's code is loaded when it is called: a figure of a file need not wait for a database driver.
 *
 * @param words the command line after the program's name
 * @returns the exit code: 0 done, 1 failed, 2 bad use
 */
export async function runLorenz(words: readonly string[]): Promise<number> {
  let code = 0
  const program = createProgram((result) => (code = result))
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.LORENZ_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return error instanceof UsageError || error instanceof EnvironmentError ? 2 : 1
  }
}

function createProgram(onCode: (code: number) => void): Command {
  const program = new Command('lorenz')
    .description('Who really holds DeFi: concentration of tokens, votes and liquidity, from the chain, with figures that can be checked.')
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 bad use. The environment is described in .env.example.')
  const protocols = ['--protocols <slugs>', 'only these protocols, separated by commas, as in uniswap,compound', toSlugs] as const
  const live = ['--live', 'read real chains; where no RPC_URL_<chain id> is set, from a public endpoint, which is slow'] as const

  program
    .command('start')
    .description('database, chain, sync, snapshots, pages: the whole path, until Ctrl-C. Without an RPC_URL_<chain id> on a demo chain')
    .option(...protocols)
    .option(...live)
    .action(async (options: ChainOptions) => {
      const { start } = await import('./start/start')
      onCode(await start({ protocols: options.protocols ?? null, live: options.live ?? false }))
    })
  program
    .command('sync')
    .description('bring the followed ledgers up to the newest final block; beside a running server or without one')
    .option(...protocols)
    .option(...live)
    .option('--again', 'read the named protocols from their first block on, as if nothing of them were there; snapshots stay')
    .action(async (options: ChainOptions & { again?: boolean }) => {
      const { readChains } = await import('./readChains')
      await readChains({ names: options.protocols ?? null, live: options.live ?? false, steps: ['sync'], again: options.again })
    })
  program
    .command('snapshot')
    .description('take the newest snapshot of every followed ledger, and the days of its history that are missing')
    .option(...protocols)
    .option(...live)
    .action(async (options: ChainOptions) => {
      const { readChains } = await import('./readChains')
      await readChains({ names: options.protocols ?? null, live: options.live ?? false, steps: ['snapshot'] })
    })
  program
    .command('worker')
    .description('take jobs from the queue until Ctrl-C: rounds every six minutes, a daily run, retries. Any number, on any number of machines')
    .option('--concurrency <number>', 'how many jobs run at once, 1 to 20', toConcurrency, 2)
    .option(...live)
    .action(async ({ concurrency, live = false }: { concurrency: number; live?: boolean }) => {
      const { work } = await import('./work')
      onCode(await work({ concurrency, live }))
    })
  program
    .command('status')
    .description('each protocol and pool: last block, lag, rate, rows, audit, last error; and the queue of jobs')
    .option('--json', 'as JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { showStatus } = await import('./showStatus')
      await showStatus({ json })
    })
  program
    .command('changes')
    .description('who came, left, holds more and holds less between the ends of two days; without days over the last thirty')
    .argument('<protocol>', 'as in uniswap')
    .option('--from <date>', 'as in 2026-03-01', toDay)
    .option('--to <date>', 'as in 2026-04-01', toDay)
    .addOption(new Option('--lens <lens>', 'what counts as a holder').choices(lenses.map(({ id }) => id)).default(headlineLens))
    .option('--json', 'every account, as JSON')
    .action(async (slug: string, options: ChangesOptions) => {
      const { showChanges } = await import('./showChanges')
      await showChanges(slug, options)
    })
  program
    .command('import')
    .description('store a holder list, or with --votes a list of delegates, as a snapshot of a protocol, marked as imported')
    .argument('<file>', "as Etherscan, Blockscout or Dune export it, or plain address,balance; '.gz' too")
    .requiredOption('--protocol <slug>', 'whose holders these are')
    .requiredOption('--as-of <date>', 'the day of the list, as in 2026-04-01', toDay)
    .option('--votes', 'the list is of delegates, and its amounts are their votes')
    .option('--block <number>', 'the block of the list', toWholeNumber)
    .addOption(new Option('--unit <unit>', 'what an amount counts; told from the list where it can be').choices(['token', 'smallest']))
    .option('--total <amount>', 'the whole supply, or all votes, in the unit of the list, where the list is only its top', toAmount)
    .option('--holders <number>', 'how many holders or delegates there are in all, where the list is only the top', toWholeNumber)
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('./importFile')
      await importFile(file, options)
    })
  program
    .command('verify')
    .description('recompute what a citation or an address of a chart speaks of from the ledger: 0 equal, 1 not, saying what differs')
    .argument('<citation...>', "the citation as text, BibTeX or RIS, or the address; '-' reads it from standard input")
    .action(async (words: string[]) => {
      const { verify } = await import('./verify')
      onCode(await verify(words.length === 1 && words[0] === '-' ? await readInput() : words.join(' ')))
    })
  program
    .command('recompute')
    .description('the newest figures beside what they would be with other labels, from the ledger; changes nothing that is kept')
    .option(...protocols)
    .option('--labels <version>', 'labels as a citation names them, 12 hexadecimal digits; without it those that count today', toLabelVersion)
    .option('--json', 'every metric, as JSON')
    .action(async (options: { protocols?: string[]; labels?: string; json?: boolean }) => {
      const [{ toRecomputedText }, { withInstallation }] = await Promise.all([import('./recompute'), import('./withInstallation')])
      const question = { protocols: options.protocols ?? null, labels: options.labels ?? null, json: options.json ?? false }
      process.stdout.write(`${await withInstallation(({ database }) => toRecomputedText(database, question))}\n`)
    })
  program.addCommand(metricsCommand())
  program.addCommand(powerCommand())
  program.addCommand(alertsCommand())
  program.addCommand(labelsCommand())
  program.addCommand(votesCommand())
  return program
}

async function readInput(): Promise<string> {
  const { text } = await import('node:stream/consumers')
  return text(process.stdin)
}

interface ChainOptions {
  protocols?: string[]
  live?: boolean
}

function toSlugs(text: string): string[] {
  const slugs = text.split(',').map((slug) => slug.trim()).filter((slug) => slug !== '')
  if (slugs.length === 0) throw new InvalidArgumentError('Name at least one protocol, as in uniswap,compound.')
  return slugs
}

function toWholeNumber(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('Write a whole number.')
  return number
}

function toLabelVersion(text: string): string {
  if (!/^[0-9a-f]{12}$/.test(text)) throw new InvalidArgumentError('Write 12 hexadecimal digits, as a citation does after "labels".')
  return text
}

function toConcurrency(text: string): number {
  const number = toWholeNumber(text)
  if (number < 1 || number > 20) throw new InvalidArgumentError('Write a number from 1 to 20.')
  return number
}

function toAmount(text: string): DecimalAmount {
  const amount = readDecimal(text)
  if (typeof amount === 'string') throw new InvalidArgumentError(`"${text}" ${amount}.`)
  return amount
}
