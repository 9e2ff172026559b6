import { toRatio } from '@/lib/domain/amount'
import type { AccountHolding, AccountToken } from '@/lib/domain/account'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { accountRoles } from '@/lib/domain/label'
import type { Lens } from '@/lib/domain/lens'
import type { Inside } from '@/lib/domain/otherSide'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell, toAmountCell, toBlockCell, toNothingCell, toShareCell, toTokenCell } from './accountCells'
import { formatNumber } from './format'
import { shortAddress } from './holderRow'
import { twiceText } from './insideNotes'

const words = {
  en: {
    caption: 'What the account holds', token: 'Token', own: 'Own balance', rank: 'Rank', share: 'Share', counted: 'Counted as its own', countedRank: 'Rank so counted', countedShare: 'Share so counted', block: 'Block',
    leftOut: (role: string) => `left out as ${role}`, countedWith: (address: string) => `counted with ${address}`, handedOn: 'belongs to others',
    none: (address: string) => `${address} holds none of the followed tokens at the newest blocks.`,
    holds: (address: string, tokens: number) => `${address} holds ${tokens === 1 ? 'one of the followed tokens' : `${tokens} of the followed tokens`}.`,
    most: (share: string, token: string) => ` Its largest share is ${share} of all ${token}.`,
    ofOwners: (share: string, token: string) => ` With what contracts hold for it and its owner’s other addresses, its largest share is ${share} of ${token}.`,
    lens: (name: string, of: string) => `Own balance: rank among all addresses, share of all tokens. Counted as its own: under the lens “${name}”, share ${of}.`,
    failed: (tokens: string) => `Audit failed, do not rely on these figures: ${tokens}.`,
    gaps: (tokens: string) => `Some readings failed and are missing: ${tokens}.`,
  },
  de: {
    caption: 'Was das Konto hält', token: 'Token', own: 'Eigener Bestand', rank: 'Rang', share: 'Anteil', counted: 'Zählt als sein Eigentum', countedRank: 'Rang danach', countedShare: 'Anteil danach', block: 'Block',
    leftOut: (role: string) => `weggelassen als ${role}`, countedWith: (address: string) => `zählt zu ${address}`, handedOn: 'gehört anderen',
    none: (address: string) => `${address} hält in den neuesten Blöcken keinen der verfolgten Token.`,
    holds: (address: string, tokens: number) => `${address} hält ${tokens === 1 ? 'einen der verfolgten Token' : `${tokens} der verfolgten Token`}.`,
    most: (share: string, token: string) => ` Der größte Anteil sind ${share} aller ${token}.`,
    ofOwners: (share: string, token: string) => ` Mit dem, was Contracts für das Konto halten und was auf anderen Adressen desselben Eigentümers liegt, ist der größte Anteil ${share} von ${token}.`,
    lens: (name: string, of: string) => `Eigener Bestand: Rang unter allen Adressen, Anteil an allen Token. Als sein Eigentum zählt, was ihm die Sicht „${name}“ zurechnet; in Prozent ${of}.`,
    failed: (tokens: string) => `Prüfung nicht bestanden, auf diese Zahlen ist kein Verlass: ${tokens}.`,
    gaps: (tokens: string) => `Einige Abfragen sind gescheitert und fehlen: ${tokens}.`,
  },
} as const

/**
 * What an account holds of each token: its own balance with rank and share among all addresses, and what counts as its own under the headline's
 * lens, or why nothing does.
 *
 * @param display writes addresses as people read them (EIP-55)
 * @example accountHoldings([{ token: uni, own: { rank: 3, amount: 5n, denominator: 10n }, … }], display, 'en').rows[0]?.[3]?.text // '50.0%'
 */
export function accountHoldings(holdings: readonly AccountHolding[], display: (address: `0x${string}`) => string, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'token', label: word.token, numeric: false },
      { id: 'own', label: word.own, numeric: true },
      { id: 'rank', label: word.rank, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'counted', label: word.counted, numeric: true },
      { id: 'countedRank', label: word.countedRank, numeric: true },
      { id: 'countedShare', label: word.countedShare, numeric: true },
      { id: 'block', label: word.block, numeric: true },
    ],
    rows: holdings.map((holding) => {
      const { own, counted, token } = holding
      const toPlaceCells = (place: AccountHolding['own'], without: Cell): Cell[] =>
        place
          ? [toAmountCell(place.amount, token, locale), { value: place.rank, text: formatNumber(place.rank, 'count', locale) }, toShareCell(place.amount, place.denominator, locale)]
          : [without, { value: null, text: '–' }, { value: null, text: '–' }]
      return [toTokenCell(holding, locale), ...toPlaceCells(own, toNothingCell(locale)), ...toPlaceCells(counted, toElsewhereCell(holding, display, locale)), toBlockCell(holding, locale)]
    }),
  }
}

function toElsewhereCell({ elsewhere }: AccountHolding, display: (address: `0x${string}`) => string, locale: Locale): Cell {
  const word = words[locale]
  switch (elsewhere?.kind) {
    case 'leftOut':
      return { value: null, text: word.leftOut(accountRoles[elsewhere.role][locale]) }
    case 'countedWith':
      return { ...toAccountCell(display(elsewhere.account), locale, word.countedWith(shortAddress(display(elsewhere.account)))), value: null }
    case 'handedOn':
      return { value: null, text: word.handedOn }
    case undefined:
      return toNothingCell(locale)
  }
}

/**
 * How many tokens an account holds, and where it has most, in a sentence or two.
 *
 * @param name how the account is called: an address
 * @example accountHoldingsSentence([], '0x1F98…F984', 'en') // '0x1F98…F984 holds none of the followed tokens at the newest blocks.'
 */
export function accountHoldingsSentence(holdings: readonly AccountHolding[], name: string, locale: Locale): string {
  const word = words[locale]
  const largest = (which: 'own' | 'counted') =>
    holdings.flatMap(({ token, [which]: place }) => (place ? [{ symbol: token.symbol, share: toRatio(place.amount, place.denominator) }] : [])).sort((a, b) => b.share - a.share)[0]
  const [own, counted] = [largest('own'), largest('counted')]
  if (!own && !counted) return word.none(name)
  const tell = (found: { share: number; symbol: string } | undefined, say: (share: string, token: string) => string) => (found ? say(formatNumber(found.share, 'share', locale), found.symbol) : '')
  const more = counted && (!own || counted.share > own.share)
  return word.holds(name, holdings.length) + tell(own, word.most) + (more ? tell(counted, word.ofOwners) : '')
}

/**
 * What an account's figures rest on: the lens, and which of them nobody should rely on.
 *
 * @example accountHoldingsNotes([], [], toLens('raw'), 'en').length // 1
 */
export const accountHoldingsNotes = (holdings: readonly AccountHolding[], insides: readonly Inside[], { name, ofDenominator }: Pick<Lens, 'name' | 'ofDenominator'>, locale: Locale): string[] => [
  words[locale].lens(name[locale], ofDenominator[locale]), ...insides.map((inside) => twiceText(inside)[locale]), ...accountLimits(holdings, locale),
]

/**
 * What must be said of rows of several tokens: whose audit failed, where readings are missing.
 *
 * @example accountLimits([{ audit: 'failed', gaps: 0, token: uni, … }], 'en') // ['Audit failed, do not rely on these figures: UNI.']
 */
export function accountLimits(rows: readonly Pick<AccountToken, 'audit' | 'gaps' | 'token'>[], locale: Locale): string[] {
  const word = words[locale]
  const symbolsOf = (which: (row: Pick<AccountToken, 'audit' | 'gaps'>) => boolean) => [...new Set(rows.filter(which).map(({ token }) => token.symbol))].join(', ')
  const [failed, gaps] = [symbolsOf(({ audit }) => audit === 'failed'), symbolsOf((row) => row.gaps > 0)]
  return [...(failed ? [word.failed(failed)] : []), ...(gaps ? [word.gaps(gaps)] : [])]
}
