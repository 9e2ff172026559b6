import { basename } from 'node:path'
import type { Database } from '@/db/database'
import { removeOtherProposals, saveProposals } from '@/db/proposals'
import { loadProtocol } from '@/db/protocols'
import { toListText } from '@/lib/lists/listText'
import { parseVoteList, type VoteList } from '@/lib/lists/voteList'
import { findProtocol } from '../findProtocol'
import { readFileBytes } from '../readFileBytes'
import { UsageError } from '../usageError'

export interface ImportVotesOptions {
  protocol: string
  /** A file of proposals */
  proposals: string | null
  /** The proposal that all rows are about */
  proposal: string | null
  /** What the numbers of choices mean */
  choices: readonly string[] | null
  /** Only say what would be kept */
  check: boolean
}

/** Snapshot calls its export by the proposal: snapshot-votes-report-0x….csv. */
const exportName = /^snapshot-votes-report-(0x[0-9a-fA-F]{64}|Qm\w{44}|bafk\w+)/

/**
 * `lorenz votes import`: keeps the votes of a file, all of them or, where a row is wrong, none. The same file, by its name, takes the place of
 * what it said before.
 *
 * @returns what is said about it
 * @throws Error that names the file, and line and column of what is wrong
 */
export async function importVotes(database: Database, path: string, { protocol: slug, check, ...options }: ImportVotesOptions): Promise<string> {
  const { protocol, follow } = await findProtocol(database, slug)
  const file = basename(path)
  const proposals = options.proposals === null ? null : await readFileBytes(options.proposals, toListText)
  const proposal = options.proposal ?? exportName.exec(file)?.[1] ?? null
  const list = await readFileBytes(path, async (bytes) => parseVoteList(await toListText(bytes), { file, token: protocol.token, proposals, proposal, choices: options.choices }))
  const lines = toLines(path, slug, list)
  if (check) return [...lines, 'Nothing was kept: this was a check.'].join('\n')
  await follow()
  await saveProposals(database, { protocol: slug, origin: 'imported', place: file }, list.voted)
  return lines.join('\n')
}

/**
 * `lorenz votes remove`: forgets what a file said.
 *
 * @throws UsageError where nothing is kept of it
 */
export async function removeVotes(database: Database, slug: string, file: string): Promise<string> {
  if (!(await loadProtocol(database, slug))) throw new UsageError(`${slug} is not followed here.`)
  const gone = await removeOtherProposals(database, { protocol: slug, origin: 'imported', place: file }, [])
  if (gone === 0) throw new UsageError(`Nothing is kept of the file ${file} for ${slug}.`)
  return `${gone} proposal${gone === 1 ? ' is' : 's are'} forgotten, with their votes.`
}

function toLines(path: string, slug: string, { voted, rows, elsewhere, repeated }: VoteList): string[] {
  const votes = voted.reduce((sum, one) => sum + one.votes.length, 0)
  const left = [elsewhere > 0 && `${elsewhere.toLocaleString('en')} are of other tokens`, repeated > 0 && `${repeated.toLocaleString('en')} say again what another says`].filter((part) => part !== false)
  const among = voted.filter(({ proposal }) => proposal.rule === null).length
  return [
    `${path}: ${votes.toLocaleString('en')} votes on ${voted.length} proposal${voted.length === 1 ? '' : 's'} of ${slug}${left.length > 0 ? `; of ${rows.toLocaleString('en')} rows ${left.join(' and ')}` : ''}.`,
    ...(among > 0 ? [`${among} of the proposals ${among === 1 ? 'is' : 'are'} read as a choice among options: what each option is stands in no file, or it is no question of for and against.`] : []),
    ...voted.flatMap(({ proposal }) => proposal.gaps.map(({ subject, reason }) => `${proposal.key.slice(0, 80)}: ${subject}: ${reason}.`)),
  ]
}
