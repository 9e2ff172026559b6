import type { Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { thresholdNames, type Threshold } from '@/lib/governance/protocolThresholds'
import { toAmountCell, toShareCell } from './accountCells'
import { formatNumber } from './format'

/** So many of those whom it takes are named. */
const named = 3

const words = {
  en: {
    caption: 'How few it takes', what: 'To', amount: 'Votes needed', share: 'Of all votes', fewest: 'Fewest', who: 'The largest, who could',
    unknown: 'not known', outOfReach: 'not even all together', nobody: 'nobody', more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
    tell: (what: string, fewest: string) => `${what}: ${fewest}`, of: (few: number) => (few === 1 ? 'one' : String(few)), lead: 'How few of the largest it takes to', none: 'No threshold of this protocol could be read yet.',
  },
  de: {
    caption: 'Wie wenige es braucht', what: 'Um', amount: 'Nötige Stimmen', share: 'Aller Stimmen', fewest: 'Mindestens', who: 'Die Größten, die es könnten',
    unknown: 'nicht bekannt', outOfReach: 'nicht einmal alle zusammen', nobody: 'niemand', more: (count: number) => (count === 1 ? 'und ein weiterer' : `und ${count} weitere`),
    tell: (what: string, fewest: string) => `${what}: ${fewest}`, of: (few: number) => (few === 1 ? 'einer' : String(few)), lead: 'Wie wenige der Größten reichen, um', none: 'Noch ließ sich keine Schwelle dieses Protokolls lesen.',
  },
} as const

const isUnknown = ({ amount, fewest }: Threshold) => amount === null && fewest === null

/** What German sentences with 'um' ask for. */
const infinitives = {
  proposal: 'einen Vorschlag zu machen', quorum: 'das Quorum zu erreichen', majority: 'die Mehrheit der üblicherweise abgegebenen Stimmen zu haben', veto: 'zu verhindern, was üblicherweise durchgeht',
} as const
const toAim = (id: Threshold['id'], locale: Locale): string => (locale === 'de' ? infinitives[id] : thresholdNames[id].en)

/**
 * How few voters reach each of the protocol's own numbers, and who they are.
 *
 * @param names of the voters that the lens keeps, largest first
 * @param delegated all their votes together
 * @example thresholdsTable([{ id: 'quorum', amount: 90n, fewest: 3 }], { token, names: ['A', 'B', 'C'], delegated: 100n }, 'en').rows[0]?.map(({ text }) => text)
 * // ['reach the quorum', '90', '90.0%', '3', 'A, B, C']
 */
export function thresholdsTable(
  thresholds: readonly Threshold[],
  { token, names, delegated }: { token: Pick<Token, 'symbol' | 'decimals'>; names: readonly string[]; delegated: bigint },
  locale: Locale,
): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'what', label: word.what, numeric: false },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'fewest', label: word.fewest, numeric: true },
      { id: 'who', label: word.who, numeric: false },
    ],
    rows: thresholds.map((threshold) => {
      const { id, amount, fewest } = threshold
      const unknown = { value: null, text: word.unknown }
      const some = names.slice(0, fewest ?? 0)
      const more = some.length > named ? ` ${word.more(some.length - named)}` : ''
      return [
        { value: id, text: toAim(id, locale) },
        amount === null ? unknown : toAmountCell(amount, token, locale),
        amount === null || delegated === 0n ? unknown : toShareCell(amount, delegated, locale),
        isUnknown(threshold) ? unknown : { value: fewest, text: fewest === null ? word.outOfReach : formatNumber(fewest, 'count', locale) },
        { value: some.join(' ') || null, text: fewest === null ? '–' : some.length === 0 ? word.nobody : some.slice(0, named).join(', ') + more },
      ]
    }),
  }
}

/**
 * The same in one sentence; what is not known is left to the table.
 *
 * @example thresholdsSentence([{ id: 'quorum', amount: 90n, fewest: 3 }], 'en') // 'How few of the largest it takes to reach the quorum: 3.'
 */
export function thresholdsSentence(thresholds: readonly Threshold[], locale: Locale): string {
  const word = words[locale]
  const told = thresholds.filter((threshold) => !isUnknown(threshold))
  if (told.length === 0) return word.none
  return `${word.lead} ${told.map(({ id, fewest }) => word.tell(toAim(id, locale), fewest === null ? word.outOfReach : word.of(fewest))).join('; ')}.`
}
