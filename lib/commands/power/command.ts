import { Command, InvalidArgumentError, Option } from 'commander'
import { half } from '@/lib/domain/ballot'
import { readDecimal } from '@/lib/lists/decimalAmount'
import type { QuotaQuestion } from './measurePower'

interface PowerOptions {
  json?: boolean
  quota: QuotaQuestion
  addressColumn?: string
  amountColumn?: string
}

/** More than half: what a simple majority needs. */
const majority: QuotaQuestion = { above: half }

/**
 * `lorenz power FILE…`: how much each voter of a list decides.
 *
 * Files that can be read are printed even when another cannot; then it throws an Error that names each file that failed, and why.
 * What is wrong with the words themselves is a CommanderError.
 *
 * @example await powerCommand().parseAsync(['delegates.csv', '--quota', '2/3', '--json'], { from: 'user' })
 */
export function powerCommand(): Command {
  return new Command('power')
    .description('how much each voter of a list decides: Banzhaf, absolute and normalised, and Shapley–Shubik')
    .argument('<file...>', "lists of voters and their votes, as for metrics; '-' is standard input; gzip is unpacked")
    .addOption(
      new Option('--quota <quota>', '1/2, 2/3 or another fraction: more than that of all votes; or an amount in the unit of the list: at least that')
        .argParser(toQuota)
        .default(majority, '1/2'),
    )
    .option('--json', 'every voter, as JSON')
    .option('--address-column <name>', 'name of the column with the account, or its number from 1')
    .option('--amount-column <name>', 'name of the column with the votes, or its number from 1')
    .addHelpText(
      'after',
      `
Method "exact" counts every way in which the voters can vote. With more than 20 voters and weights that are too fine to be counted as
they are, they are first rounded to a grid: "rounding" then says how much that can have moved an index at most. Method "sampled" draws
ways to vote at random, the same ones each time, and gives the interval in which each index lies with 95 % confidence.`,
    )
    .exitOverride()
    .action(async (files: string[], options: PowerOptions) => {
      const { measurePowerOfFiles } = await import('./measurePowerOfFiles')
      const { json = false, quota, addressColumn, amountColumn } = options
      const choice = { ...(addressColumn && { address: addressColumn }), ...(amountColumn && { amount: amountColumn }) }
      const { text, failures } = await measurePowerOfFiles(files, quota, choice, json)
      process.stdout.write(text)
      if (failures.length > 0) throw new Error(failures.join('\n'))
    })
}

function toQuota(text: string): QuotaQuestion {
  const fraction = /^\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*$/.exec(text)
  if (fraction) {
    const [numerator, denominator] = [BigInt(fraction[1]!), BigInt(fraction[2]!)]
    if (numerator >= denominator) throw new InvalidArgumentError(`More than ${text} of all votes is more than there are.`)
    return { above: { numerator, denominator } }
  }
  const amount = readDecimal(text)
  if (typeof amount === 'string') throw new InvalidArgumentError(`"${text}" ${amount}. A quota is an amount, or a fraction such as 1/2.`)
  if (amount.digits === 0n) throw new InvalidArgumentError('A quota of 0 is reached by nobody voting at all.')
  return { atLeast: amount }
}
