import type { Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { untoldVotes, type UntoldVotes } from '@/lib/domain/votingPower'
import { toAccountCell, toAmountCell } from './accountCells'
import { formatAmount, formatDate } from './format'
import { shortAddress } from './holderRow'

/** One account that gathered votes before a proposal. Smallest units. */
export interface GatheredRow {
  /** EIP-55 */
  address: string
  label: string | null
  /** When votes were counted */
  votes: bigint
  gainedInWeek: bigint
  gainedInMonth: bigint
  /** What of it is gone 30 days after; null where that is not yet */
  letGo: bigint | null
  /** null where it did not vote */
  cast: bigint | null
}

/** Who gathered votes before one proposal. */
export interface GatheredProposal {
  key: string
  title: string
  /** Unix seconds */
  closes: number
  /** Everybody's gains together */
  gainedInWeek: bigint
  gainedInMonth: bigint
  /** How many accounts gained */
  gatherers: number
  /** Whether the outcome would be another without what the winning side had gained; null where the rule is not known */
  decisive: { week: boolean; month: boolean } | null
  /** The largest gains */
  largest: readonly GatheredRow[]
}

/** Who gathered votes before proposals. */
interface GatheredVotes {
  /** Newest first */
  proposals: readonly GatheredProposal[]
  /** Of how many more of the newest it cannot be told */
  untold: number
  /** Whether these votes fall by themselves, as those of locks do */
  hangOnTime: boolean
}

/** The same; or why nobody can tell. */
export type Gathered = GatheredVotes | UntoldVotes

/** A row with the proposal that it stands before. */
export type GatheredLine = GatheredRow & { of: GatheredProposal }

/**
 * One row for each of the largest gains, proposal by proposal, newest first.
 *
 * @example toGatheredLines([{ key: '7', largest: [row], … }])[0]?.of.key // '7'
 */
export const toGatheredLines = (gathered: readonly GatheredProposal[]): GatheredLine[] => gathered.flatMap((of) => of.largest.map((row) => ({ ...row, of })))

const words = {
  en: {
    caption: 'Who gathered votes before a proposal', proposal: 'Proposal', closed: 'Closed', account: 'Account', label: 'Label', votes: 'Votes when counted',
    week: 'More than 7 days before', month: 'More than 30 days before', letGo: 'Gone 30 days after', cast: 'Cast', decisive: 'Decisive',
    notYet: 'not yet known', absent: 'did not vote', unknown: 'not known', yes: { week: 'yes, the 7 days’', month: 'yes, the 30 days’' }, no: 'no',
    unread: (reason: string) => `Who gathered votes cannot be told: ${reason}.`,
    nobody: 'Nobody had more votes when one of these proposals was counted than 30 days before.',
    found: (proposals: number, decisive: number) => `Votes were gathered within 30 days before ${proposals === 1 ? 'one proposal' : `${proposals} proposals`}; ${decisive === 0 ? 'none would have ended otherwise without them' : decisive === 1 ? 'one would have ended otherwise without them' : `${decisive} would have ended otherwise without them`}.`,
    most: (name: string, gained: string, title: string) => ` Most was gathered by ${name}: ${gained} before “${title}”.`,
  },
  de: {
    caption: 'Wer vor einem Vorschlag Stimmen gesammelt hat', proposal: 'Vorschlag', closed: 'Beendet', account: 'Konto', label: 'Bezeichnung', votes: 'Stimmen bei der Zählung',
    week: 'Mehr als 7 Tage zuvor', month: 'Mehr als 30 Tage zuvor', letGo: '30 Tage danach fort', cast: 'Abgegeben', decisive: 'Entscheidend',
    notYet: 'noch nicht bekannt', absent: 'stimmte nicht ab', unknown: 'nicht bekannt', yes: { week: 'ja, die der 7 Tage', month: 'ja, die der 30 Tage' }, no: 'nein',
    unread: (reason: string) => `Wer Stimmen gesammelt hat, lässt sich nicht sagen: ${reason}.`,
    nobody: 'Niemand hatte bei der Zählung eines dieser Vorschläge mehr Stimmen als 30 Tage zuvor.',
    found: (proposals: number, decisive: number) => `In den 30 Tagen vor ${proposals === 1 ? 'einem Vorschlag' : `${proposals} Vorschlägen`} wurden Stimmen gesammelt; ${decisive === 0 ? 'keiner wäre ohne sie anders ausgegangen' : decisive === 1 ? 'einer wäre ohne sie anders ausgegangen' : `${decisive} wären ohne sie anders ausgegangen`}.`,
    most: (name: string, gained: string, title: string) => ` Am meisten sammelte ${name}: ${gained} vor „${title}“.`,
  },
} as const

const isDecisive = ({ decisive }: GatheredProposal): boolean => decisive !== null && (decisive.week || decisive.month)

/**
 * How often votes were gathered, how often that decided, and who gathered most.
 *
 * @example gatheredSentence({ proposals: [], untold: 0, hangOnTime: false }, token, 'en') // 'Nobody had more votes when one of these proposals was counted than 30 days before.'
 */
export function gatheredSentence(gathered: Gathered, { symbol, decimals }: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string {
  const word = words[locale]
  if (typeof gathered === 'string') return word.unread(untoldVotes[gathered][locale])
  const { proposals } = gathered
  const lines = toGatheredLines(proposals).filter(({ gainedInMonth }) => gainedInMonth > 0n)
  const most = lines.reduce<GatheredLine | null>((best, line) => (best === null || line.gainedInMonth > best.gainedInMonth ? line : best), null)
  if (!most) return word.nobody
  const before = proposals.filter(({ gainedInMonth }) => gainedInMonth > 0n)
  const gained = `${formatAmount({ units: most.gainedInMonth, decimals }, locale)} ${symbol}`
  return word.found(before.length, before.filter(isDecisive).length) + word.most(most.label ?? shortAddress(most.address), gained, most.of.title || most.of.key)
}

/**
 * The largest gains before each proposal, what became of them, and whether they decided it.
 *
 * @example powerGathered([], token, 'en').rows // []
 */
export function powerGathered(gathered: readonly GatheredProposal[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const amount = (label: string) => `${label} (${token.symbol})`
  const decisive = ({ decisive: known }: GatheredProposal) => (known === null ? word.unknown : known.week ? word.yes.week : known.month ? word.yes.month : word.no)
  return {
    caption: word.caption,
    columns: [
      { id: 'proposal', label: word.proposal, numeric: false },
      { id: 'closed', label: word.closed, numeric: false },
      { id: 'address', label: word.account, numeric: false },
      { id: 'label', label: word.label, numeric: false },
      { id: 'votes', label: amount(word.votes), numeric: true },
      { id: 'week', label: amount(word.week), numeric: true },
      { id: 'month', label: amount(word.month), numeric: true },
      { id: 'letGo', label: amount(word.letGo), numeric: true },
      { id: 'cast', label: amount(word.cast), numeric: true },
      { id: 'decisive', label: word.decisive, numeric: false },
    ],
    rows: toGatheredLines(gathered).map(({ of, address, label, votes, gainedInWeek, gainedInMonth, letGo, cast }) => [
      { value: of.key, text: of.title || of.key },
      { value: of.closes, text: formatDate(of.closes, locale) },
      toAccountCell(address, locale, shortAddress(address)),
      { value: label, text: label ?? '' },
      toAmountCell(votes, token, locale),
      toAmountCell(gainedInWeek, token, locale),
      toAmountCell(gainedInMonth, token, locale),
      letGo === null ? { value: null, text: word.notYet } : toAmountCell(letGo, token, locale),
      cast === null ? { value: null, text: word.absent } : toAmountCell(cast, token, locale),
      { value: of.decisive && isDecisive(of) ? 'yes' : of.decisive ? 'no' : null, text: decisive(of) },
    ]),
  }
}

/**
 * Whether what was gathered decided, as a word for files.
 *
 * @example toDecisiveWord({ decisive: { week: true, month: true } }) // 'week'
 */
export const toDecisiveWord = ({ decisive }: Pick<GatheredProposal, 'decisive'>): string | null =>
  decisive && (decisive.week ? 'week' : decisive.month ? 'month' : 'no')
