import { toDecimalString } from '@/lib/domain/amount'
import { currencies, type Currency, type TokenPair } from '@/lib/domain/pool'
import type { CsvColumn } from '../csv'
import { toMoneyUnit } from '@/lib/views/market/money'
import type { MarketParts } from './marketParts'

/**
 * Amounts of a pool's two tokens, in smallest units.
 *
 * @example pairColumns('fees', ({ fees }) => fees).map(({ name }) => name) // ['token0_fees_raw', 'token1_fees_raw']
 */
export const pairColumns = <Row>(name: string, of: (row: Row) => TokenPair | null): CsvColumn<Row>[] =>
  ([0, 1] as const).map((place) => ({ name: `token${place}_${name}_raw`, kind: 'number', value: (row) => of(row)?.[place].toString() ?? null }))

/**
 * Money in each currency that there is: exact, and empty where it has no price.
 *
 * @param factsOf the pool of a row: its quote token's decimals
 * @example moneyColumns('net', () => facts, ({ money }, currency) => money[currency]?.net ?? null).map(({ name }) => name) // ['net_quote', 'net_ether', 'net_dollar']
 */
export const moneyColumns = <Row>(name: string, factsOf: (row: Row) => MarketParts['facts'], of: (row: Row, currency: Currency) => bigint | null): CsvColumn<Row>[] =>
  currencies.map((currency) => ({
    name: `${name}_${currency}`, kind: 'number', value: (row) => {
      const units = of(row, currency)
      return units === null ? null : toDecimalString(units, toMoneyUnit(factsOf(row), currency).decimals)
    },
  }))

/**
 * A share in each currency: it moves with what amounts are valued in.
 *
 * @param of 0 to 1, or null
 */
export const shareColumns = <Row>(name: string, of: (row: Row, currency: Currency) => number | null, write: (share: number) => string): CsvColumn<Row>[] =>
  currencies.map((currency) => ({
    name: `${name}_${currency}_pct`, kind: 'number', value: (row) => {
      const share = of(row, currency)
      return share === null ? null : write(share)
    },
  }))
