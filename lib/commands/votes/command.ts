import { Command, InvalidArgumentError } from 'commander'

interface ImportWords {
  protocol: string
  proposals?: string
  proposal?: string
  choices?: string[]
  check?: boolean
}

/** `lorenz votes …`: what was voted off the chain: at Snapshot, and in files. */
export function votesCommand(): Command {
  const command = new Command('votes').description('votes off the chain: from Snapshot, and from files').exitOverride()
  command
    .command('sync')
    .description('read what the spaces of protocols at Snapshot voted; goes on where it was cut, and asks for what is kept whole no more')
    .option('--protocols <slugs>', 'only these, separated by commas; without it all that are followed and have a space', toWords)
    .option('--again', 'ask for all proposals, also those that are kept whole')
    .action(async ({ protocols, again = false }: { protocols?: string[]; again?: boolean }) => {
      const [{ syncSpaces }, { withInstallation }] = await Promise.all([import('./syncSpaces'), import('../withInstallation')])
      say(await withInstallation(({ database }, { snapshotUrl }) => syncSpaces(database, { slugs: protocols ?? null, again, url: snapshotUrl })))
    })
  command
    .command('import')
    .description('keep a file of votes: CSV or JSON as Snapshot gives it, or rows of proposal, voter, voting power, choice, time; the same file again takes the place of what it said before')
    .argument('<file>', "'.gz' too")
    .requiredOption('--protocol <slug>', 'whose votes these are; rows of other tokens are left out')
    .option('--proposals <file>', 'what the proposals are: columns id, title, type, choices, state, start, end, quorum, votes, author')
    .option('--proposal <id>', 'the proposal that all rows are about, where no column says so and the file’s name does not')
    .option('--choices <words>', 'what the numbers of choices mean, separated by commas, where no file says so, as in For,Against,Abstain', toWords)
    .option('--check', 'only say what would be kept')
    .action(async (file: string, { protocol, proposals, proposal, choices, check }: ImportWords) => {
      const [{ importVotes }, { withInstallation }] = await Promise.all([import('./importVotes'), import('../withInstallation')])
      const options = { protocol, proposals: proposals ?? null, proposal: proposal ?? null, choices: choices ?? null, check: check ?? false }
      say(await withInstallation(({ database }) => importVotes(database, file, options)))
    })
  command
    .command('remove')
    .description('forget the proposals and votes of an imported file')
    .requiredOption('--protocol <slug>', 'whose votes these are')
    .requiredOption('--file <name>', 'its name, as it was when it was imported')
    .action(async ({ protocol, file }: { protocol: string; file: string }) => {
      const [{ removeVotes }, { withInstallation }] = await Promise.all([import('./importVotes'), import('../withInstallation')])
      say(await withInstallation(({ database }) => removeVotes(database, protocol, file)))
    })
  for (const each of command.commands) each.exitOverride()
  return command
}

function toWords(text: string): string[] {
  const words = text.split(',').map((word) => word.trim()).filter((word) => word !== '')
  if (words.length === 0) throw new InvalidArgumentError('Name at least one; separate several by commas.')
  return words
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
