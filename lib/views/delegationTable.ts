import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { Delegation } from '@/lib/governance/delegation'
import { toAmountCell, toShareCell } from './accountCells'
import { formatNumber } from './format'

const parts = {
  delegated: { en: 'have a vote', de: 'haben eine Stimme' },
  own: { en: 'of it self-delegated: votes of their own owners', de: 'davon an sich selbst delegiert: Stimmen der eigenen Eigentümer' },
  undelegated: { en: 'undelegated: have no vote at all', de: 'nicht delegiert: haben gar keine Stimme' },
  onlyOwn: { en: 'delegates with nobody’s votes but their own', de: 'Delegierte, die nur eigene Stimmen haben' },
  never: { en: 'delegates who voted on none of the decided proposals', de: 'Delegierte, die bei keinem der entschiedenen Vorschläge abgestimmt haben' },
} as const
export type DelegationPart = keyof typeof parts

/** One figure of delegation; null where nobody can tell. */
export interface DelegationRow {
  part: DelegationPart
  accounts: number | null
  /** Smallest units */
  amount: bigint | null
}

/**
 * The figures of delegation, one a row. How many accounts hold what nobody has delegated is not told here.
 *
 * @example toDelegationRows(delegation)[2] // { part: 'undelegated', accounts: null, amount: 125n }
 */
export const toDelegationRows = ({ delegated, delegates, own, undelegated, onlyOwn, never }: Delegation): DelegationRow[] => [
  { part: 'delegated', accounts: delegates, amount: delegated },
  { part: 'own', accounts: null, amount: own },
  { part: 'undelegated', accounts: null, amount: undelegated },
  { part: 'onlyOwn', accounts: onlyOwn, amount: null },
  { part: 'never', accounts: never && never.delegates, amount: never && never.votes },
]

const words = {
  en: {
    caption: 'What votes at all', part: 'Part of the supply', accounts: 'Delegates', amount: 'Amount', share: 'Of the supply',
    undelegated: (share: string) => `${share} of the supply has no vote, because nobody has delegated it.`,
    own: (share: string) => ` ${share} of the votes are self-delegated.`,
    never: (count: string, share: string, _one: boolean) => ` ${count} with ${share} of the votes never voted.`,
    delegates: (count: number, text: string) => (count === 1 ? 'One delegate' : `${text} delegates`),
  },
  de: {
    caption: 'Was überhaupt abstimmt', part: 'Teil der Gesamtmenge', accounts: 'Delegierte', amount: 'Menge', share: 'Von der Gesamtmenge',
    undelegated: (share: string) => `${share} der Gesamtmenge haben keine Stimme, weil niemand sie delegiert hat.`,
    own: (share: string) => ` ${share} der Stimmen sind an sich selbst delegiert.`,
    never: (count: string, share: string, one: boolean) => ` ${count} mit ${share} der Stimmen ${one ? 'hat' : 'haben'} nie abgestimmt.`,
    delegates: (count: number, text: string) => (count === 1 ? 'Ein Delegierter' : `${text} Delegierte`),
  },
} as const

/**
 * What of the supply votes, through whom, and what never does.
 *
 * @example delegationTable(delegation, uni, 'en').rows[2]?.[3]?.text // '62.5%'
 */
export function delegationTable(delegation: Delegation, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const untold: Cell = { value: null, text: '–' }
  return {
    caption: word.caption,
    columns: [
      { id: 'part', label: word.part, numeric: false },
      { id: 'accounts', label: word.accounts, numeric: true },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: toDelegationRows(delegation).map(({ part, accounts, amount }) => [
      { value: part, text: parts[part][locale] },
      accounts === null ? untold : { value: accounts, text: formatNumber(accounts, 'count', locale) },
      amount === null ? untold : toAmountCell(amount, token, locale),
      amount === null ? untold : toShareCell(amount, delegation.supply, locale),
    ]),
  }
}

/**
 * The same in one sentence.
 *
 * @example delegationSentence(delegation, 'en') // '62.5% of the supply has no vote, because nobody has delegated it. 40.0% of the votes are self-delegated.'
 */
export function delegationSentence({ supply, undelegated, delegated, own, never }: Delegation, locale: Locale): string {
  const word = words[locale]
  const ofVotes = (amount: bigint) => toShareCell(amount, delegated, locale).text
  const silent = never && never.delegates > 0 && delegated > 0n ? word.never(word.delegates(never.delegates, formatNumber(never.delegates, 'count', locale)), ofVotes(never.votes), never.delegates === 1) : ''
  return word.undelegated(toShareCell(undelegated, supply, locale).text) + (own !== null && delegated > 0n ? word.own(ofVotes(own)) : '') + silent
}
