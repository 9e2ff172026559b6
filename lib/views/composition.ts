import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { ChartSpec, Table } from '@/lib/domain/chartSpec'
import { holderGroups, type GroupShare } from '@/lib/domain/holderGroup'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { Basis } from './basis'
import { exactAmount } from './exactAmount'
import { formatNumber } from './format'

const words = {
  en: {
    title: (name: string) => `Who holds ${name}, by role`,
    group: 'Role',
    accounts: 'Accounts',
    amount: 'Amount',
    share: 'Share',
    of: 'Share',
    count: (count: number, text: string) => (count === 1 ? '1 account' : `${text} accounts`),
    first: (told: string) => `The largest group is ${told}`,
    next: '; next: ',
    quote: (name: string) => `“${name}”`,
    none: 'Nobody holds anything here.',
  },
  de: {
    title: (name: string) => `Wer ${name} hält, nach Rolle`,
    group: 'Rolle',
    accounts: 'Konten',
    amount: 'Menge',
    share: 'Anteil',
    of: 'Anteil an',
    count: (count: number, text: string) => (count === 1 ? '1 Konto' : `${text} Konten`),
    first: (told: string) => `Die größte Gruppe ist ${told}`,
    next: '; es folgen: ',
    quote: (name: string) => `„${name}“`,
    none: 'Niemand hält hier etwas.',
  },
} as const

/**
 * Who holds by role, as bars: each group's share of the lens's denominator, the largest on top.
 *
 * @param shares largest first
 * @param denominator smallest units
 * @example composition(shares, 1_000n, basis, 'UNI', 'en').sentence
 * // 'The largest group is “treasury” with 43.0% of the total supply (1 account); next: “other accounts” with 35.2% (12,345 accounts).'
 */
export function composition(shares: readonly GroupShare[], denominator: bigint, basis: Basis, name: string, locale: Locale): ChartSpec {
  const word = words[locale]
  return {
    id: 'composition',
    title: word.title(name),
    sentence: toSentence(shares, denominator, basis, locale),
    x: { label: word.group, scale: 'category', format: 'count', categories: shares.map(({ group }) => holderGroups[group][locale]) },
    y: { label: `${word.of} ${basis.ofDenominator}`, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [{ id: 'share', label: word.share, shape: 'bar', emphasis: 'main', points: shares.map(({ amount }, x) => ({ x, y: toRatio(amount, denominator) })) }],
    notes: basis.notes,
    locale,
  }
}

/**
 * Who holds by role, with how many accounts, how much and what share.
 *
 * @example compositionTable(shares, 1_000n, token, 'de').rows[0]?.map(({ text }) => text) // ['Treasury', '1', '43', '43,0 %']
 */
export function compositionTable(shares: readonly GroupShare[], denominator: bigint, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.title(token.symbol),
    columns: [
      { id: 'group', label: word.group, numeric: false },
      { id: 'accounts', label: word.accounts, numeric: true },
      { id: 'amount', label: `${word.amount} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
    ],
    rows: shares.map(({ group, accounts, amount }) => {
      const share = toRatio(amount, denominator)
      return [
        { value: group, text: holderGroups[group][locale] },
        { value: accounts, text: formatNumber(accounts, 'count', locale) },
        { value: toDecimalString(amount, token.decimals), text: exactAmount(amount, token.decimals, locale) },
        { value: share, text: formatNumber(share, 'share', locale) },
      ]
    }),
  }
}

function toSentence(shares: readonly GroupShare[], denominator: bigint, basis: Basis, locale: Locale): string {
  const word = words[locale]
  const tell = ({ group, accounts, amount }: GroupShare, of: string) => {
    const count = word.count(accounts, formatNumber(accounts, 'count', locale))
    return `${word.quote(holderGroups[group][locale])} ${locale === 'en' ? 'with' : 'mit'} ${formatNumber(toRatio(amount, denominator), 'share', locale)}${of} (${count})`
  }
  const [largest, ...others] = shares
  if (!largest) return word.none
  const next = others.slice(0, 2).map((share) => tell(share, ''))
  return `${word.first(tell(largest, ` ${basis.ofDenominator}`))}${next.length > 0 ? word.next : ''}${next.join(', ')}.`
}
