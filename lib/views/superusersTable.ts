import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Superuser, Superusers } from '@/lib/domain/superuser'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'
import { shortAddress } from './holderRow'
import { toHref } from './href'
import type { DisplayAddress } from './superuserWords'

const words = {
  en: {
    caption: 'Accounts that are large in several places', rank: 'Place', account: 'Account', name: 'Label', protocols: 'Among the 100 largest (protocols)', hundredth: 'In the largest 1% (protocols)', where: 'Protocols', pools: 'Large provider in',
    liquidity: 'Of all liquidity', fees: 'Of all fees', at: (name: string, rank: string, share: string) => `${name} (no. ${rank}, ${share})`,
    inPool: (name: string, rank: string, parts: string) => `${name} (no. ${rank}${parts})`, ofLiquidity: (share: string) => `, ${share} of its liquidity`, ofFees: (share: string) => `, ${share} of its fees`, none: '–', unpriced: 'no common price',
  },
  de: {
    caption: 'Konten, die an mehreren Stellen groß sind', rank: 'Platz', account: 'Konto', name: 'Bezeichnung', protocols: 'Unter den 100 größten (Protokolle)', hundredth: 'Im größten 1 % (Protokolle)', where: 'Protokolle', pools: 'Großer Anbieter in',
    liquidity: 'Von aller Liquidität', fees: 'Von allen Gebühren', at: (name: string, rank: string, share: string) => `${name} (Nr. ${rank}, ${share})`,
    inPool: (name: string, rank: string, parts: string) => `${name} (Nr. ${rank}${parts})`, ofLiquidity: (share: string) => `, ${share} seiner Liquidität`, ofFees: (share: string) => `, ${share} seiner Gebühren`, none: '–', unpriced: 'kein gemeinsamer Preis',
  },
} as const

/**
 * Every superuser: among the largest of how many protocols, its place and share in each, the pools in which it is a large provider, and its share of what
 * all pools together are worth and have earned. Without pools, those columns are not there.
 *
 * @example superusersTable(found, displayAddress, 'en').rows[0]?.map(({ text }) => text)
 * // ['1', '0x1F98…F984', 'Fund', '2', '1', 'Uniswap (no. 3, 2.1%), Compound (no. 12, 0.9%)']
 */
export function superusersTable({ superusers, lists, pools }: Superusers, displayAddress: DisplayAddress, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number): Cell => ({ value, text: formatNumber(value, 'count', locale) })
  const share = (value: number) => formatNumber(value, 'share', locale)
  const inProtocols = ({ holdings }: Superuser): Cell => {
    const told = holdings.map(({ protocol, rank, share: part }) => word.at(lists.find((list) => list.protocol === protocol)!.protocolName, count(rank).text, share(part)))
    return told.length > 0 ? { value: told.length, text: told.join(', ') } : { value: null, text: word.none }
  }
  const inPools = ({ pools: places, largeIn }: Superuser): Cell => {
    const told = places.filter(({ isLarge }) => isLarge).map(({ pool, protocol, rank, liquidity, fees }) => {
      const { name } = pools.find((one) => one.pool === pool && one.protocol === protocol)!
      return word.inPool(name, count(rank).text, (liquidity === null ? '' : word.ofLiquidity(share(liquidity))) + (fees === null ? '' : word.ofFees(share(fees))))
    })
    return told.length > 0 ? { value: largeIn, text: told.join(', ') } : { value: null, text: word.none }
  }
  const ofAll = ({ ofAll: all, pools: places }: Superuser, part: 'liquidity' | 'fees'): Cell => {
    const value = all?.[part] ?? null
    return { value, text: value !== null ? share(value) : places.length > 0 && !all ? word.unpriced : word.none }
  }
  return {
    caption: word.caption,
    columns: [
      { id: 'rank', label: word.rank, numeric: true },
      { id: 'account', label: word.account, numeric: false },
      { id: 'name', label: word.name, numeric: false },
      { id: 'protocols', label: word.protocols, numeric: true },
      { id: 'hundredth', label: word.hundredth, numeric: true },
      { id: 'where', label: word.where, numeric: false },
      ...(pools.length > 0 ? [{ id: 'pools', label: word.pools, numeric: false }, { id: 'liquidity', label: word.liquidity, numeric: true }, { id: 'fees', label: word.fees, numeric: true }] : []),
    ],
    rows: superusers.map((one, place) => [
      count(place + 1),
      { value: displayAddress(one.account), text: shortAddress(displayAddress(one.account)), href: toHref(locale, `/accounts/${displayAddress(one.account)}`) },
      { value: one.name ?? '', text: one.name ?? '' },
      count(one.among.hundred),
      count(one.among.hundredth),
      inProtocols(one),
      ...(pools.length > 0 ? [inPools(one), ofAll(one, 'liquidity'), ofAll(one, 'fees')] : []),
    ]),
  }
}
