import { toDecimalString, toRatio } from '@/lib/domain/amount'
import type { Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { PoolReserves } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { toAccountCell } from './accountCells'
import { exactAmount } from './exactAmount'
import { formatAmount, formatNumber } from './format'
import type { HolderRow } from './holderRow'

const words = {
  en: { caption: 'Providers', rank: 'Rank', address: 'Address', share: 'Share of the pool', part: (symbol: string) => `Part of the reserve (${symbol})` },
  de: { caption: 'Anbieter', rank: 'Rang', address: 'Adresse', share: 'Anteil am Pool', part: (symbol: string) => `Teil der Reserve (${symbol})` },
} as const

/** What the providers' parts are taken of. */
export interface PoolWhole {
  /** LP tokens that the lens keeps, smallest units: the denominator of the shares */
  denominator: bigint
  /** All LP tokens, smallest units; null where they could not be read */
  supply: bigint | null
  /** null where they could not be read */
  reserves: PoolReserves | null
}

/**
 * A pool's providers with their part of the reserves: what burning their LP tokens at this block would pay out, cut to the smallest unit
 * as `UniswapV2Pair.burn` does it: reserve × LP tokens / LP supply. Without supply or reserves the parts are left out.
 *
 * @example providersTable(rows, { denominator: 100n, supply: 100n, reserves }, 'en').columns.length // 5
 */
export function providersTable(rows: readonly HolderRow[], { denominator, supply, reserves }: PoolWhole, locale: Locale): Table {
  const word = words[locale]
  const tokens = supply && reserves ? reserves.tokens.map((token) => ({ ...token, part: (amount: bigint) => (token.reserve * amount) / supply })) : []
  return {
    caption: word.caption,
    columns: [
      { id: 'rank', label: word.rank, numeric: true },
      { id: 'address', label: word.address, numeric: false },
      { id: 'share', label: word.share, numeric: true },
      ...tokens.map(({ symbol }, place) => ({ id: `part${place}`, label: word.part(symbol), numeric: true })),
    ],
    rows: rows.map(({ rank, address, amount, label }) => {
      const share = toRatio(amount, denominator)
      return [
        { value: rank, text: formatNumber(rank, 'count', locale) },
        toAccountCell(address, locale, label ? `${address} (${label.name})` : address),
        { value: share, text: formatNumber(share, 'share', locale) },
        ...tokens.map(({ part, decimals }) => {
          const units = part(amount)
          return { value: toDecimalString(units, decimals), text: formatAmount({ units, decimals }, locale) }
        }),
      ]
    }),
  }
}

/** A pool's reserves in words, exact to the last digit: '1,234.5 UNI and 2 WETH'. */
export const reservesText = ({ tokens }: PoolReserves, locale: Locale): string =>
  tokens.map(({ reserve, decimals, symbol }) => `${exactAmount(reserve, decimals, locale)} ${symbol}`).join(locale === 'en' ? ' and ' : ' und ')

/** What a pool is called: the two tokens in it, or its LP token's name where they are not known. */
export const poolName = (lpToken: Pick<Token, 'name'>, reserves: PoolReserves | null): string =>
  reserves ? reserves.tokens.map(({ symbol }) => symbol).join(' / ') : lpToken.name
