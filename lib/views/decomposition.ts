import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Decomposition } from '@/lib/domain/decomposition'
import { holderGroups } from '@/lib/domain/holderGroup'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

/** The measures that are taken apart, in reading order. */
export const splitMeasures = ['theilT', 'theilL', 'gini'] as const

const words = {
  en: {
    split: 'Inequality within and between roles',
    groups: 'Inequality of each role',
    measure: 'Measure',
    total: 'All',
    within: 'Within roles',
    between: 'Between roles',
    overlap: 'Overlap',
    part: 'Part between',
    role: 'Role',
    accounts: 'Accounts',
    amount: 'Amount',
    share: 'Share',
    hhi: 'Adds to the HHI',
    equal: 'All accounts hold the same.',
    found: (theilT: string, theilL: string) => `${theilT} of the inequality lies between roles by Theil T, where the top counts most, and ${theilL} by Theil L, where the bottom does.`,
    gini: (gini: string, within: string, between: string, overlap: string) => `The Gini coefficient ${gini} is ${within} within, ${between} between and ${overlap} overlap.`,
    adds: (hhi: string, role: string, part: string, groups: string) => `Of the HHI of ${hhi}, “${role}” adds ${part}. If each role were one holder, it would be ${groups}.`,
  },
  de: {
    split: 'Ungleichheit innerhalb und zwischen den Rollen',
    groups: 'Ungleichheit jeder Rolle',
    measure: 'Maß',
    total: 'Alle',
    within: 'Innerhalb der Rollen',
    between: 'Zwischen den Rollen',
    overlap: 'Überlappung',
    part: 'Anteil zwischen',
    role: 'Rolle',
    accounts: 'Konten',
    amount: 'Menge',
    share: 'Anteil',
    hhi: 'Beitrag zum HHI',
    equal: 'Alle Konten halten gleich viel.',
    found: (theilT: string, theilL: string) => `Nach Theil T, bei dem die Spitze am meisten zählt, liegen ${theilT} der Ungleichheit zwischen den Rollen, nach Theil L, bei dem die Kleinen am meisten zählen, ${theilL}.`,
    gini: (gini: string, within: string, between: string, overlap: string) => `Der Gini-Koeffizient ${gini} setzt sich zusammen aus ${within} innerhalb, ${between} zwischen und ${overlap} Überlappung.`,
    adds: (hhi: string, role: string, part: string, groups: string) => `Vom HHI ${hhi} stammen ${part} aus „${role}“. Wäre jede Rolle ein einziger Halter, betrüge er ${groups}.`,
  },
} as const

const names: Record<(typeof splitMeasures)[number], Text> = {
  theilT: { en: 'Theil index T', de: 'Theil-Index T' },
  theilL: { en: 'Theil index L', de: 'Theil-Index L' },
  gini: { en: 'Gini coefficient', de: 'Gini-Koeffizient' },
}

const dash: Cell = { value: null, text: '–' }
const toIndex = (value: number, locale: Locale): Cell => ({ value, text: formatNumber(value, 'index', locale) })
/** What of a whole lies between groups; nothing to take a part of where all hold the same. */
const toPart = ({ between, total }: { between: number; total: number }, locale: Locale): Cell =>
  total > 0 ? { value: between / total, text: formatNumber(between / total, 'share', locale) } : dash

/**
 * How much of the inequality lies within roles and how much between them, by each measure that can be taken apart.
 *
 * @example decompositionTable(decomposition, 'en').rows[0]?.map(({ text }) => text) // ['Theil index T', '0.380', '0.100', '0.280', '–', '73.7%']
 */
export function decompositionTable(decomposition: Pick<Decomposition, (typeof splitMeasures)[number]>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.split,
    columns: [
      { id: 'measure', label: word.measure, numeric: false },
      ...(['total', 'within', 'between', 'overlap', 'part'] as const).map((id) => ({ id, label: word[id], numeric: true })),
    ],
    rows: splitMeasures.map((id) => {
      const split = decomposition[id]
      return [
        { value: id, text: names[id][locale] },
        toIndex(split.total, locale),
        toIndex(split.within, locale),
        toIndex(split.between, locale),
        'overlap' in split ? toIndex(split.overlap, locale) : dash,
        toPart(split, locale),
      ]
    }),
  }
}

/** What the two say, with figures. */
export function decompositionSentence({ theilT, theilL, gini }: Decomposition, locale: Locale): string {
  const word = words[locale]
  if (theilT.total === 0) return word.equal
  const write = (value: number) => formatNumber(value, 'index', locale)
  return `${word.found(toPart(theilT, locale).text, toPart(theilL, locale).text)} ${word.gini(write(gini.total), write(gini.within), write(gini.between), write(gini.overlap))}`
}

/**
 * How unequal each role is in itself, and what its accounts add to the HHI of all; the role with most first.
 *
 * @example groupTable(decomposition, 1_000n, token, 'en').rows[0]?.map(({ text }) => text) // ['treasury', '1', '430', '43.0%', '0.000', '0.000', '0.000', '0.185']
 */
export function groupTable({ groups }: Pick<Decomposition, 'groups'>, denominator: bigint, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const share = (amount: bigint) => toRatio(amount, denominator)
  return {
    caption: word.groups,
    columns: [
      { id: 'group', label: word.role, numeric: false },
      { id: 'accounts', label: word.accounts, numeric: true },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      ...splitMeasures.map((id) => ({ id, label: names[id][locale], numeric: true })),
      { id: 'hhi', label: word.hhi, numeric: true },
    ],
    rows: groups.map(({ group, accounts, amount, hhi, ...measures }) => [
      { value: group, text: holderGroups[group][locale] },
      { value: accounts, text: formatNumber(accounts, 'count', locale) },
      { value: toDecimalString(amount, token.decimals), text: exactAmount(amount, token.decimals, locale) },
      { value: share(amount), text: formatNumber(share(amount), 'share', locale) },
      ...splitMeasures.map((id) => toIndex(measures[id], locale)),
      toIndex(hhi, locale),
    ]),
  }
}

/** Which role adds most to the HHI, and what it would be of the roles. */
export function groupSentence({ groups, hhi }: Pick<Decomposition, 'groups' | 'hhi'>, locale: Locale): string {
  const most = groups.reduce((best, group) => (group.hhi > best.hhi ? group : best))
  const write = (value: number) => formatNumber(value, 'index', locale)
  return words[locale].adds(write(hhi.accounts), holderGroups[most.group][locale], write(most.hhi), write(hhi.groups))
}
