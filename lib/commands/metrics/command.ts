import { Command, InvalidArgumentError } from 'commander'
import type { Address } from '@/lib/domain/address'
import { readDecimal, type DecimalAmount } from '@/lib/lists/decimalAmount'

interface MetricsOptions {
  json?: boolean
  exclude?: Address[]
  total?: DecimalAmount
  holders?: number
  addressColumn?: string
  amountColumn?: string
}

/**
 * `lorenz metrics FILE…`: every metric of any holder list.
 *
 * Files that can be read are printed even when another cannot; then it throws an Error that names each file that failed, and why.
 * What is wrong with the words themselves is a CommanderError.
 *
 * @example await metricsCommand().parseAsync(['uni.csv', '--json'], { from: 'user' })
 */
export function metricsCommand(): Command {
  return new Command('metrics')
    .description('all metrics of holder lists: CSV of Etherscan, Blockscout or Dune, plain address,balance, or JSON')
    .argument('<file...>', "holder lists; '-' is standard input; gzip is unpacked")
    .option('--json', 'as JSON')
    .option('--exclude <address...>', 'leave these accounts out of the list and of its total; name the files first', toAddresses)
    .option('--total <amount>', 'what all holders have together, in the unit of the list: what is missing is measured as bounds', toTotal)
    .option('--holders <number>', 'how many holders there are in all', toCount)
    .option('--address-column <name>', 'name of the column with the account, or its number from 1')
    .option('--amount-column <name>', 'name of the column with the amount, or its number from 1')
    .exitOverride()
    .action(async (files: string[], options: MetricsOptions) => {
      const { measureFiles } = await import('./measureFiles')
      const { json = false, exclude = [], total, holders, addressColumn, amountColumn } = options
      const choice = { ...(addressColumn && { address: addressColumn }), ...(amountColumn && { amount: amountColumn }) }
      const { text, failures } = await measureFiles(files, { exclude, total, holders }, choice, json)
      process.stdout.write(text)
      if (failures.length > 0) throw new Error(failures.join('\n'))
    })
}

function toAddresses(text: string, before: Address[] = []): Address[] {
  const added = text.split(',').map((word) => word.trim().toLowerCase())
  const wrong = added.find((word) => !/^0x[0-9a-f]{40}$/.test(word))
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`"${wrong}" is not an address (0x and 40 hexadecimal digits). Files come before --exclude, or after --.`)
  }
  return [...before, ...(added as Address[])]
}

function toTotal(text: string): DecimalAmount {
  const amount = readDecimal(text)
  if (typeof amount === 'string') throw new InvalidArgumentError(`"${text}" ${amount}.`)
  return amount
}

function toCount(text: string): number {
  const count = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) throw new InvalidArgumentError('The number of holders is a whole number.')
  return count
}
