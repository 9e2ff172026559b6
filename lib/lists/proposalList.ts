import type { Token } from '@/lib/domain/protocol'
import type { HubProposal } from '@/lib/offChain/hubShapes'
import { toSmallestUnits } from '@/lib/offChain/smallestUnits'
import { ListError } from './listError'
import { readMoment } from './moment'
import { readNamedRows, type NamedRow } from './namedCells'

const names = {
  id: ['id', 'proposalid', 'proposal'],
  title: ['title', 'name', 'proposaltitle'],
  body: ['body', 'description', 'proposaltext'],
  type: ['type', 'votingtype'],
  choices: ['choices', 'options'],
  state: ['state', 'status'],
  created: ['created'],
  start: ['start', 'opens', 'proposalstarttime'],
  end: ['end', 'closes', 'proposalendtime'],
  author: ['author', 'proposer', 'proposalauthor'],
  network: ['network', 'chain'],
  snapshot: ['snapshot'],
  quorum: ['quorum'],
  quorumType: ['quorumtype'],
  votes: ['votes', 'votescount'],
  total: ['scorestotal'],
  scoresState: ['scoresstate'],
  token: ['symbol', 'token'],
} as const
type Column = keyof typeof names

/** Snapshot's basic vote has these, whatever they are called. */
const basicChoices = ['For', 'Against', 'Abstain'] as const

/**
 * Reads a file of proposals, CSV or JSON as Snapshot names their parts; `choices` as a JSON list, or joined by `|`. Only id and end are needed.
 *
 * @returns by id; those of other tokens are left out
 * @throws ListError that names line and column
 * @example parseProposalList('id,title,type,state,end\n0xabc,Fee,basic,closed,2026-04-01', uni).get('0xabc')?.choices // ['For', 'Against', 'Abstain']
 */
export function parseProposalList(text: string, token: Pick<Token, 'symbol' | 'decimals'>): Map<string, HubProposal> {
  const { rows, has, header } = readNamedRows(text, names, ['proposals'])
  for (const column of ['id', 'end'] as const) if (!has(column)) throw new ListError(1, `the file of proposals has no column "${column}"; its columns are ${header.map((name) => `"${name.slice(0, 40)}"`).join(', ')}`)
  const found = new Map<string, HubProposal>()
  for (const row of rows) {
    const symbol = row.cell('token').toLowerCase()
    if (symbol !== '' && symbol !== token.symbol.toLowerCase()) continue
    const proposal = toProposal(row, token.decimals)
    if (found.has(proposal.id)) throw new ListError(row.line, `the proposal ${proposal.id.slice(0, 80)} stands in the file of proposals twice`)
    found.set(proposal.id, proposal)
  }
  return found
}

function toProposal(row: NamedRow<Column>, decimals: number): HubProposal {
  const id = row.cell('id')
  if (id === '' || id.length > 200) throw row.wrong('id', 'is no id of a proposal')
  const moment = (column: Column, otherwise: number | null): number => {
    const read = row.cell(column) === '' ? otherwise : readMoment(row.cell(column))
    if (read === null) throw row.wrong(column, 'is no time: write a day as in 2026-04-01, or Unix seconds')
    return read
  }
  const decimal = (column: Column): string | null => {
    const text = row.cell(column)
    if (text !== '' && toSmallestUnits(text, decimals) === null) throw row.wrong(column, 'is no amount')
    return text === '' ? null : text
  }
  const end = moment('end', null)
  const start = moment('start', end)
  const state = row.cell('state').toLowerCase() || 'closed'
  if (!['closed', 'active', 'pending', 'final'].includes(state)) throw row.wrong('state', 'is no state: closed, active or pending')
  const type = row.cell('type').toLowerCase() || null
  const votes = row.cell('votes')
  if (votes !== '' && !/^\d{1,9}$/.test(votes)) throw row.wrong('votes', 'is no number of votes')
  return {
    id, type, start, end,
    title: row.cell('title') || id,
    body: row.cell('body'),
    choices: toChoices(row, type),
    created: moment('created', start),
    state: state === 'final' ? 'closed' : state,
    author: row.cell('author'),
    network: row.cell('network') || null,
    snapshot: row.cell('snapshot') || null,
    quorum: decimal('quorum'),
    quorumType: row.cell('quorumType') || null,
    votes: votes === '' ? null : Number(votes),
    scores_total: decimal('total'),
    scores_state: row.cell('scoresState') || null,
  }
}

function toChoices(row: NamedRow<Column>, type: string | null): string[] {
  const cell = row.cell('choices')
  if (cell === '') return type === 'basic' ? [...basicChoices] : []
  if (!cell.startsWith('[')) return cell.split('|').map((choice) => choice.trim())
  try {
    const list: unknown = JSON.parse(cell)
    if (Array.isArray(list)) return list.map(String)
  } catch {
    // Told below, with its line.
  }
  throw row.wrong('choices', 'is no list of choices: write them joined by |')
}
