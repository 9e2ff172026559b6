import { Command, Option } from 'commander'
import { confidences, type Confidence } from '@/lib/domain/label'
import { labelOrigins, type LabelOrigin } from '@/lib/domain/labelStatement'
import { toDay } from '../toDay'

interface ImportWords {
  protocol: string
  asOf?: string
  source?: string
  confidence?: Confidence
  check?: boolean
}

/** A protocol's own file cannot be forgotten here: it would be read again with the next sync. */
const removableOrigins = Object.keys(labelOrigins).filter((origin) => origin !== 'protocol')

/** `lorenz labels …`: who accounts are, as files say that the operator trusts. */
export function labelsCommand(): Command {
  const command = new Command('labels').description('who accounts are: files of labels beside what protocols’ own files, address books and the chain say').exitOverride()
  command
    .command('import')
    .description('keep a file of labels: CSV or JSON; the same file again takes the place of what it said before')
    .argument('<file>', "columns address, name, role, and if you like kind, entity, source, date, confidence, token, chain; or {address: {name, labels: []}}; '.gz' too")
    .requiredOption('--protocol <slug>', 'whose accounts these are; rows of other tokens are left out')
    .option('--as-of <date>', 'the day of rows that name none, as in 2026-04-01; without it today', toDay)
    .option('--source <url>', 'the source of rows that name none')
    .addOption(new Option('--confidence <word>', 'of rows that say none; without it likely').choices(confidences))
    .option('--check', 'only say what would be kept')
    .action(async (file: string, { protocol, asOf, source, confidence, check }: ImportWords) => {
      const [{ importLabels }, { withInstallation }] = await Promise.all([import('./importLabels'), import('../withInstallation')])
      const options = { protocol, asOf: asOf ?? today(), source: source ?? null, confidence: confidence ?? null, check: check ?? false }
      say(await withInstallation(({ database }) => importLabels(database, file, options)))
    })
  command
    .command('list')
    .description('who says how many things of which protocol’s accounts; with --protocol all that is said')
    .option('--protocol <slug>', 'all that is said of its accounts')
    .option('--json', 'as JSON')
    .action(async ({ protocol, json }: { protocol?: string; json?: boolean }) => {
      const [{ listLabels }, { withInstallation }] = await Promise.all([import('./listLabels'), import('../withInstallation')])
      say(await withInstallation(({ database }) => listLabels(database, protocol ?? null, json ?? false)))
    })
  command
    .command('remove')
    .description('forget what a file says, or all that an origin says')
    .requiredOption('--protocol <slug>', 'of whose accounts')
    .addOption(new Option('--file <name>', 'an imported file, as it stands in the list').conflicts('origin'))
    .addOption(new Option('--origin <origin>', 'all of an origin').choices(removableOrigins))
    .action(async ({ protocol, file, origin }: { protocol: string; file?: string; origin?: LabelOrigin }) => {
      if (file === undefined && origin === undefined) command.error('error: say --file <name> or --origin <origin>')
      const [{ removeLabels }, { withInstallation }] = await Promise.all([import('./listLabels'), import('../withInstallation')])
      say(await withInstallation(({ database }) => removeLabels(database, protocol, { file: file ?? null, origin: origin ?? 'imported' })))
    })
  command
    .command('books')
    .description('keep what the address books say that are installed from npm: who deployed contracts publishes there where they are')
    .option('--protocol <slug>', 'only for this one')
    .action(async ({ protocol }: { protocol?: string }) => {
      const [{ keepAddressBooks }, { readAddressBooks }, { withInstallation }] = await Promise.all([import('./saveAddressBooks'), import('./readAddressBooks'), import('../withInstallation')])
      const books = await readAddressBooks()
      say(await withInstallation(({ database }) => keepAddressBooks(database, protocol === undefined ? null : [protocol], books, today())))
    })
  for (const each of command.commands) each.exitOverride()
  return command
}

const today = (): string => new Date().toISOString().slice(0, 10)

const say = (text: string): void => void process.stdout.write(`${text}\n`)
