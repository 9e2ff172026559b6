import { addressSchema } from '@/lib/domain/address'
import type { Proposal, Vote } from '@/lib/domain/proposal'
import type { Token } from '@/lib/domain/protocol'
import type { HubProposal, HubVote } from '@/lib/offChain/hubShapes'
import { toSmallestUnits } from '@/lib/offChain/smallestUnits'
import { toVoted } from '@/lib/offChain/toVoted'
import { ListError } from './listError'
import { readMoment } from './moment'
import { readNamedRows, type NamedRow } from './namedCells'
import { parseProposalList } from './proposalList'

const names = {
  proposal: ['proposal', 'proposalid', 'proposalhash'],
  voter: ['voter', 'address', 'account', 'voteraddress', 'wallet'],
  power: ['votingpower', 'vp', 'votes', 'power', 'weight'],
  choice: ['choice', 'vote', 'support', 'voteoption'],
  created: ['created', 'timestamp', 'time', 'date', 'votetimestamp'],
  token: ['symbol', 'token'],
} as const
type Column = keyof typeof names

/** What the rows themselves do not say. */
export interface VoteListChoice {
  /** The file's name: the place of its proposals */
  file: string
  token: Pick<Token, 'symbol' | 'decimals' | 'chainId'>
  /** The whole text of a file of proposals */
  proposals: string | null
  /** The proposal that all rows are about; null where a column says it */
  proposal: string | null
  /** What the numbers of choices mean, where no file of proposals says it */
  choices: readonly string[] | null
}

/** What a file of votes says. */
export interface VoteList {
  voted: { proposal: Proposal; votes: Vote[] }[]
  rows: number
  /** Rows of other tokens, and rows that say again what another said already */
  elsewhere: number
  repeated: number
}

/**
 * Reads a file of votes: Snapshot's own export (`address,choice,voting_power,timestamp,…`, with `choice.1,choice.2,…` for choices among options),
 * the answer of its GraphQL (`{"data":{"votes":[…]}}`), or rows of proposal, voter, voting power, choice and time. Amounts count whole tokens, as
 * Snapshot's do. Without a file of proposals a proposal is known by its id alone, and lasts from its first vote to its last.
 *
 * @param text the whole file, without BOM (`toListText`)
 * @throws ListError that names line and column: no address, no amount, no time, a voter twice at one proposal, a proposal that the other file does not know
 * @example parseVoteList('voter,vp,choice,created\n0x…01,5,1,2026-04-01', { …, proposal: '0xabc', choices: ['For', 'Against'] }).voted[0]?.proposal.state // 'succeeded'
 */
export function parseVoteList(text: string, choice: VoteListChoice): VoteList {
  const { rows, has, header } = readNamedRows(text, names, ['votes'])
  const several = header.some((name) => /^choice\.\d+$/.test(name.trim()))
  for (const column of ['voter', 'power', 'created'] as const) if (!has(column)) throw new ListError(1, `no column is the ${words[column]}; the columns are ${header.map((name) => `"${name.slice(0, 40)}"`).join(', ')}`)
  if (!has('proposal') && choice.proposal === null) throw new ListError(1, 'no column says which proposal a vote is about; name it with --proposal')
  if (rows.length === 0) throw new ListError(1, 'there are no votes below the header')
  const proposals = choice.proposals === null ? null : parseProposalList(choice.proposals, choice.token)
  const cast = new Map<string, Map<string, { line: number; vote: HubVote }>>()
  let [elsewhere, repeated] = [0, 0]
  for (const row of rows) {
    const token = row.cell('token').toLowerCase()
    if (token !== '' && token !== choice.token.symbol.toLowerCase()) {
      elsewhere++
      continue
    }
    const key = toKeyOf(row, choice.proposal)
    if (proposals && !proposals.has(key)) throw new ListError(row.line, `the file of proposals does not know ${key.slice(0, 80)}`)
    const vote = toVote(row, choice.token.decimals)
    const votes = cast.get(key) ?? new Map<string, { line: number; vote: HubVote }>()
    cast.set(key, votes)
    const before = votes.get(vote.voter)
    if (before && JSON.stringify(before.vote) !== JSON.stringify(vote)) throw new ListError(row.line, `${vote.voter} voted on ${key.slice(0, 80)} in line ${before.line} already, and otherwise: keep one of the two rows`)
    if (before) repeated++
    else votes.set(vote.voter, { line: row.line, vote })
  }
  if (cast.size === 0) throw new ListError(rows[0]!.line, `none of the ${rows.length} rows is about ${choice.token.symbol}`)
  const place = { origin: 'imported', place: choice.file, token: choice.token } as const
  const voted = [...cast].map(([key, found]) => {
    const votes = [...found.values()].map(({ vote }) => vote)
    return toVoted(place, proposals?.get(key) ?? toUnknown(key, votes, several ? 'several' : null, choice.choices ?? []), votes)
  })
  return { voted, rows: rows.length, elsewhere, repeated }
}

const words = { voter: 'voter', power: 'voting power', created: 'time of the vote' } as const

/** JSON of Snapshot's GraphQL names a proposal as an object. */
function toKeyOf(row: NamedRow<Column>, proposal: string | null): string {
  const cell = row.cell('proposal')
  const key = /^\{"id":"([^"]+)"/.exec(cell)?.[1] ?? cell
  if (key !== '' || proposal !== null) return key || proposal!
  throw row.wrong('proposal', 'names no proposal')
}

function toVote(row: NamedRow<Column>, decimals: number): HubVote {
  const voter = addressSchema.safeParse(row.cell('voter'))
  if (!voter.success) throw row.wrong('voter', 'is not an address (0x and 40 hexadecimal digits)')
  if (toSmallestUnits(row.cell('power'), decimals) === null) throw row.wrong('power', 'is no voting power: write a number of whole tokens, as in 1234.5')
  const created = readMoment(row.cell('created'))
  if (created === null) throw row.wrong('created', 'is no time: write a day as in 2026-04-01, or Unix seconds')
  return { id: voter.data, voter: voter.data, created, choice: row.cell('choice'), vp: row.cell('power') }
}

/** A proposal of which nobody says more than its id and its votes. */
function toUnknown(id: string, votes: readonly HubVote[], type: string | null, choices: readonly string[]): HubProposal {
  const times = votes.map(({ created }) => created)
  const [start, end] = times.reduce(([low, high], time) => [Math.min(low, time), Math.max(high, time)], [Infinity, 0])
  return { id, title: id, choices: [...choices], type, created: start, start, end, state: 'closed', author: '' }
}
