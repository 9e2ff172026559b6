import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { leftOut, type Flip } from '@/lib/governance/outcome'
import { toInsiderSway, type DecidedProposal } from './decidedProposal'
import { formatNumber } from './format'
import { toVoterName } from './proposalWords'
import type { ProposalContext } from './proposalsTable'

/** What if: each a case in which a proposal is counted again. */
export type FlipCase = 'alone' | 'fewest' | 'aloneWithAbsent' | 'fewestWithAbsent' | 'byAddress' | `without${(typeof leftOut)[number]}` | 'withoutInsiders' | 'insidersAlone'

export interface FlipRow {
  case: FlipCase
  /** Whether the outcome could or would have been another; null where that cannot be told */
  turned: boolean | null
  /** How many it takes, or could have; null for cases that are about nobody's number */
  voters: number | null
  /** Whether fewer may do */
  isBound: boolean
  /** Of those who could have alone, the largest */
  largest: Flip['largest']
}

/**
 * What would have turned an outcome, case by case.
 *
 * @returns none where it cannot be told
 * @example toFlipRows(decided)[0] // { case: 'alone', turned: true, voters: 1, isBound: false, largest: ['0x…'] }
 */
export function toFlipRows(decided: DecidedProposal): FlipRow[] {
  const { ruling } = decided.outcome
  const sway = toInsiderSway(decided)
  if (typeof ruling === 'string' || !sway) return []
  const plain = { voters: null, isBound: false, largest: [] } as const
  const ofFlip = (flip: Flip, alone: FlipCase, fewest: FlipCase): FlipRow[] => [
    { case: alone, turned: flip.alone > 0, voters: flip.alone, isBound: false, largest: flip.largest },
    { case: fewest, turned: flip.fewest !== null, voters: flip.fewest?.count ?? null, isBound: flip.fewest?.exact === false, largest: [] },
  ]
  return [
    ...ofFlip(ruling.flip, 'alone', 'fewest'),
    ...(ruling.flipWithAbsent ? ofFlip(ruling.flipWithAbsent, 'aloneWithAbsent', 'fewestWithAbsent') : []),
    { ...plain, case: 'byAddress', turned: ruling.passedByAddress === null ? null : ruling.passedByAddress !== ruling.passed },
    ...ruling.passedWithout.map(({ largest, passed }): FlipRow => ({ ...plain, case: `without${largest}` as FlipCase, turned: passed !== ruling.passed })),
    { ...plain, case: 'withoutInsiders', turned: sway.needed },
    { ...plain, case: 'insidersAlone', turned: !sway.enough },
  ]
}

const words = {
  en: {
    caption: 'What would have turned it', case: 'What if', turned: 'Another outcome', who: 'How many', yes: 'yes', no: 'no', unknown: 'nobody counts', atMost: 'at most ',
    named: (names: string, more: number) => (more === 0 ? names : `${names} and ${more} more`),
    cases: {
      alone: 'One voter had voted otherwise or not at all', fewest: 'The fewest had done so together', aloneWithAbsent: 'One had, who voted or could have', fewestWithAbsent: 'The fewest had together, who voted or could have',
      byAddress: 'Each address had one vote', without1: 'The largest voter had stayed away', without3: 'The three largest had', without10: 'The ten largest had', withoutInsiders: 'Insiders had stayed away', insidersAlone: 'Only insiders had been on the side that won',
    },
  },
  de: {
    caption: 'Was sie gekippt hätte', case: 'Was wäre, wenn', turned: 'Anderer Ausgang', who: 'Wie viele', yes: 'ja', no: 'nein', unknown: 'niemand zählt', atMost: 'höchstens ',
    named: (names: string, more: number) => (more === 0 ? names : `${names} und ${more} weitere`),
    cases: {
      alone: 'ein Einzelner anders oder gar nicht abgestimmt hätte', fewest: 'möglichst wenige das gemeinsam getan hätten', aloneWithAbsent: 'es einer getan hätte, der abstimmte oder gekonnt hätte', fewestWithAbsent: 'es möglichst wenige gemeinsam getan hätten, die abstimmten oder gekonnt hätten',
      byAddress: 'jede Adresse eine Stimme hätte', without1: 'der größte Abstimmende weggeblieben wäre', without3: 'die drei größten weggeblieben wären', without10: 'die zehn größten weggeblieben wären', withoutInsiders: 'Insider weggeblieben wären', insidersAlone: 'auf der Seite, die gewann, nur Insider gestanden hätten',
    },
  },
} as const

/**
 * The cases to read.
 *
 * @example proposalFlip(rows, context, 'en').rows[0]?.map(({ text }) => text) // ['One voter had voted otherwise or not at all', 'yes', 'Whale']
 */
export function proposalFlip(rows: readonly FlipRow[], { nameOf, display }: Pick<ProposalContext, 'nameOf' | 'display'>, locale: Locale): Table {
  const word = words[locale]
  const whoCell = ({ voters, isBound, largest }: FlipRow): Cell => {
    if (voters === null) return { value: null, text: '–' }
    if (largest.length === 0) return { value: voters, text: (isBound ? word.atMost : '') + formatNumber(voters, 'count', locale) }
    return { value: voters, text: word.named(largest.map((voter) => toVoterName(voter, nameOf, display)).join(', '), voters - largest.length) }
  }
  return {
    caption: word.caption,
    columns: [
      { id: 'case', label: word.case, numeric: false },
      { id: 'turned', label: word.turned, numeric: false },
      { id: 'who', label: word.who, numeric: false },
    ],
    rows: rows.map((row) => [
      { value: row.case, text: word.cases[row.case] },
      row.turned === null ? { value: null, text: word.unknown } : { value: row.turned ? 'yes' : 'no', text: row.turned ? word.yes : word.no },
      whoCell(row),
    ]),
  }
}

