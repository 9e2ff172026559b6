import { Command, InvalidArgumentError, Option } from 'commander'
import { comparisons, type Comparison } from '@/lib/domain/alert'
import type { LensId } from '@/lib/domain/lens'
import { metrics } from '@/lib/metrics/registry'
import { headlineLens, lenses } from '@/lib/ownership/lenses'

interface AddOptions {
  protocol: string
  metric: string
  lens: LensId
  below?: number
  above?: number
  url: string
  secret?: string
}

/** `lorenz alerts …`: rules that call an address when a figure crosses a threshold. */
export function alertsCommand(): Command {
  const command = new Command('alerts').description('call an address when a figure crosses a threshold; looked at after each snapshot').exitOverride()
  command
    .command('add')
    .description('keep a rule, as in: alerts add --protocol uniswap --metric nakamoto50 --below 10 --url https://example.org/hook')
    .requiredOption('--protocol <slug>', 'whose figure')
    .addOption(new Option('--metric <id>', 'which figure').choices(metrics.map(({ id }) => id)).makeOptionMandatory())
    .addOption(new Option('--lens <id>', 'what counts as a holder').choices(lenses.map(({ id }) => id)).default(headlineLens))
    .addOption(new Option('--below <number>', 'call when it goes below; a share as 0.5 or 50%').argParser(toNumber).conflicts('above'))
    .addOption(new Option('--above <number>', 'call when it goes above').argParser(toNumber))
    .requiredOption('--url <url>', 'what to call: POST, JSON, signed as Standard Webhooks says', toUrl)
    .option('--secret <words>', 'what calls are signed with; made up and printed where it is left out', toSecret)
    .action(async ({ below, above, ...options }: AddOptions) => {
      const comparison = comparisons.find((word) => ({ below, above })[word] !== undefined)
      const threshold = below ?? above
      if (comparison === undefined || threshold === undefined) command.error("error: say --below <number> or --above <number>")
      const { addAlert } = await import('./alerts')
      await addAlert({ ...options, comparison: comparison as Comparison, threshold: threshold as number })
    })
  command
    .command('list')
    .description('the rules there are')
    .option('--json', 'as JSON')
    .action(async ({ json = false }: { json?: boolean }) => (await import('./alerts')).listAlerts(json))
  command
    .command('remove')
    .description('forget a rule')
    .argument('<id>', 'its number in the list', toId)
    .action(async (id: number) => (await import('./alerts')).forgetAlert(id))
  command
    .command('test')
    .description('call the address of a rule now, with type "test" and no figure')
    .argument('<id>', 'its number in the list', toId)
    .action(async (id: number) => (await import('./alerts')).testAlert(id))
  for (const each of command.commands) each.exitOverride()
  return command
}

function toNumber(text: string): number {
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text.trim()) ?? []
  if (digits === undefined) throw new InvalidArgumentError('Write a number, as in 10 or 0.5 or 50%.')
  return percent ? Number(digits) / 100 : Number(digits)
}

function toUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('Write an http or https address.')
  if (url.username || url.password) throw new InvalidArgumentError('Leave user and password out: calls are signed.')
  return url.href
}

function toSecret(text: string): string {
  if (text.length < 16) throw new InvalidArgumentError('At least 16 letters.')
  return text
}

function toId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write the number of a rule, from lorenz alerts list.')
  return Number(text)
}
