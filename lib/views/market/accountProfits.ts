import type { AccountProfit } from '@/lib/domain/account'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { toBlockCell } from '../accountCells'
import { formatNumber } from '../format'
import { toHref } from '../href'
import { toPoolName } from './marketBasis'
import { formatMoney, toMoneyUnit } from './money'
import { toReturnCell } from './profitResults'

const words = {
  en: {
    caption: 'What an account earned in pools', pool: 'Pool', deposited: 'Put in', withdrawn: 'Taken out', fees: 'Fees', rewards: 'Rewards', gas: 'Gas', mark: 'Still in', net: 'Result', return: 'Of its size', versusHolding: 'Against holding', block: 'Block',
    none: 'It has provided no pool that is followed here.', unpriced: 'not priced', in: (protocol: string) => ` (${protocol})`,
    tell: (pools: string, gains: string, better: string) => `It has provided ${pools === '1' ? 'one pool' : `${pools} pools`}; its result is a gain in ${gains}, and better than holding in ${better}.`,
    note: 'Money in dollars where the pool’s prices lead to them, or else in its quote token. Result: taken out + fees + rewards + still in − put in − gas. What the same person did from other addresses is not in it.',
  },
  de: {
    caption: 'Was ein Konto in Pools verdiente', pool: 'Pool', deposited: 'Eingezahlt', withdrawn: 'Ausgezahlt', fees: 'Gebühren', rewards: 'Belohnungen', gas: 'Gas', mark: 'Noch darin', net: 'Ergebnis', return: 'Vom Einsatz', versusHolding: 'Gegenüber Halten', block: 'Block',
    none: 'Es hat keinen Pool bereitgestellt, der hier verfolgt wird.', unpriced: 'ohne Preis', in: (protocol: string) => ` (${protocol})`,
    tell: (pools: string, gains: string, better: string) => `Es hat ${pools === '1' ? 'einen Pool' : `${pools} Pools`} bereitgestellt; in ${gains} davon ist das Ergebnis ein Gewinn, in ${better} besser als Halten.`,
    note: 'Geld in Dollar, wo die Preise des Pools dorthin führen, sonst in seinem Quote-Token. Ergebnis: ausgezahlt + Gebühren + Belohnungen + noch darin − eingezahlt − Gas. Was derselbe Mensch von anderen Adressen aus tat, ist nicht enthalten.',
  },
} as const

const parts = ['deposited', 'withdrawn', 'fees', 'rewards', 'gas', 'mark', 'net', 'versusHolding'] as const

/**
 * An account's results to read, a pool a row, each in the currency that the pool is usually told in.
 *
 * @example accountProfits(profits, 'en').rows[0]?.[0]?.text // 'WETH/USDC 0.3% (Uniswap)'
 */
export function accountProfits(profits: readonly AccountProfit[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'pool', label: word.pool, numeric: false },
      ...parts.map((part) => ({ id: part, label: word[part], numeric: true })),
      { id: 'return', label: word.return, numeric: true },
      { id: 'block', label: word.block, numeric: false },
    ],
    rows: profits.map(({ protocol, protocolName, facts, currency, result, block }) => {
      const [unit, told] = [toMoneyUnit(facts, currency), result.money[currency]]
      const cell = (units: bigint | null | undefined): Cell => (units === undefined || units === null ? { value: null, text: word.unpriced } : { value: String(units), text: formatMoney(units, unit, locale) })
      return [
        { value: facts.address, text: `${toPoolName(facts, locale)}${word.in(protocolName)}`, href: toHref(locale, `/protocols/${protocol}/profits`) },
        ...parts.map((part) => cell(told?.[part])),
        toReturnCell(told, locale),
        toBlockCell({ block: block.number, timestamp: block.timestamp }, locale),
      ]
    }),
  }
}

/**
 * The same in a sentence.
 *
 * @example accountProfitsSentence(profits, 'en') // 'It has provided 2 pools; its result is a gain in 1, and better than holding in 0.'
 */
export function accountProfitsSentence(profits: readonly AccountProfit[], locale: Locale): string {
  const word = words[locale]
  if (profits.length === 0) return word.none
  const count = (part: 'net' | 'versusHolding') => formatNumber(profits.filter(({ result, currency }) => (result.money[currency]?.[part] ?? 0n) > 0n).length, 'count', locale)
  return word.tell(formatNumber(profits.length, 'count', locale), count('net'), count('versusHolding'))
}

/** What the table's money means. */
export const accountProfitsNote = (locale: Locale): string => words[locale].note
