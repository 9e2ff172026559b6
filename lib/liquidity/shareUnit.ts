import type { Address } from '../domain/address'
import type { TokenPair } from '../domain/pool'
import { emptyParcel, type Growth, type Parcel } from './shareParcel'
import type { Lot } from './shareLot'

/** A contract that holds shares of a pool and gives out a token of its own for them. */
export interface ShareWrapper {
  contract: Address
  /** What it gives out, whose Transfers say who has it; from the zero address where it is new, to it where it ends */
  token: Address
  /** What it holds: the pool's shares, or what another such contract gives out for them */
  asset: Address
}

/** What an account has of one token. */
export interface Shareholder {
  account: Address
  unit: ShareUnit
  /** Nobody's: the zero address, and the pair itself, whose shares whoever calls `burn` next may take */
  isNobody: boolean
  /** Where it only keeps them for others: the token that it gave out for them. Its parcel then says how many, and nothing else */
  through: ShareUnit | null
  /** All of it that was there when the block began, staked or not */
  parcel: Parcel
  /** How many of the shares lie in staking contracts */
  staked: bigint
  /** Loss versus rebalancing of shares that are gone */
  lossBorne: bigint
}

/**
 * A token that is a part of a pool: its own shares, or what a contract gave out for them. What one of the latter has gained is the sum over time of what
 * a share gained, times how many shares stood behind each.
 */
export interface ShareUnit {
  token: Address
  /** null for the pool's own shares */
  wrapped: null | {
    asset: ShareUnit
    /** The contract itself, as a holder of the asset */
    behind: Shareholder
    supply: bigint
    /** As it was last written down, Q128; and what the asset had gained then */
    growth: Growth
    assetGrowth: Growth
    /** Ended in this block, while what stood behind them has not left yet */
    leaving: Lot[]
    /** Behind which of what came in this block the newest came: what is given out next is for that */
    newest: number
  }
  holders: Map<Address, Shareholder>
  /** In the order in which they came */
  inOrder: Shareholder[]
  /** Contracts that keep it for others */
  wrappers: Map<Address, ShareUnit>
}

/** Where a pool stands when shares move: what each of its own has gained, and what some of them would be paid. */
export interface ShareMoment {
  growth: Growth
  worthOf(shares: bigint): TokenPair
}

/** The pool's own shares, of which nobody has any. */
export const openUnit = (token: Address): ShareUnit => ({ token, wrapped: null, holders: new Map(), inOrder: [], wrappers: new Map() })

/**
 * What an account has of a token; a record of nothing where it had none.
 *
 * @param nobodies accounts whose shares are nobody's
 * @example holderOf(openUnit('0xee…'), '0xaa…', []).parcel.shares // 0n
 */
export function holderOf(unit: ShareUnit, account: Address, nobodies: readonly Address[]): Shareholder {
  const known = unit.holders.get(account)
  if (known) return known
  const holder: Shareholder = { account, unit, isNobody: nobodies.includes(account), through: unit.wrappers.get(account) ?? null, parcel: emptyParcel, staked: 0n, lossBorne: 0n }
  unit.holders.set(account, holder)
  unit.inOrder.push(holder)
  return holder
}

/**
 * The pool's own shares and all that contracts gave out for them, however deep.
 *
 * @param wrappers those whose asset leads to the pool; others are left out
 * @returns the pool's own first, each behind what it is a part of
 * @example openUnits(pair, [], []).length // 1
 */
export function openUnits(pair: Address, wrappers: readonly ShareWrapper[], nobodies: readonly Address[]): ShareUnit[] {
  const units = [openUnit(pair)]
  for (const asset of units)
    for (const { contract, token } of wrappers.filter((wrapper) => wrapper.asset === asset.token)) {
      if (units.some((unit) => unit.token === token)) continue
      const unit = openUnit(token)
      asset.wrappers.set(contract, unit)
      const behind = holderOf(asset, contract, nobodies)
      unit.wrapped = { asset, behind, supply: 0n, growth: [0n, 0n, 0n], assetGrowth: [0n, 0n, 0n], leaving: [], newest: 0 }
      units.push(unit)
    }
  return units
}

/**
 * What one of a token has gained, without writing anything down. While nobody has any, nobody gains.
 *
 * @param pool what one of the pool's own shares has
 * @example growthOf(vault, [8n, 0n, 0n]) // [4n, 0n, 0n], where half a share stands behind each
 */
export function growthOf({ wrapped }: ShareUnit, pool: Growth): Growth {
  if (!wrapped) return pool
  const { asset, behind, supply, growth, assetGrowth } = wrapped
  if (supply === 0n) return growth
  const now = growthOf(asset, pool)
  const grown = (line: 0 | 1 | 2) => growth[line] + ((now[line] - assetGrowth[line]) * behind.parcel.shares) / supply
  return [grown(0), grown(1), grown(2)]
}

/** Writes down what one of a wrapper's token has gained, before it or what stands behind it becomes more or less. */
export function settle(unit: ShareUnit, pool: Growth): void {
  const { wrapped } = unit
  if (!wrapped) return
  wrapped.growth = growthOf(unit, pool)
  wrapped.assetGrowth = growthOf(wrapped.asset, pool)
}

/**
 * How many of the pool's own shares stand behind some of a token, rounded down as each contract rounds.
 *
 * @example toPoolShares(vault, 3n) // 1n, where half a share stands behind each
 */
export function toPoolShares({ wrapped }: ShareUnit, amount: bigint): bigint {
  if (!wrapped) return amount
  return wrapped.supply === 0n ? 0n : toPoolShares(wrapped.asset, (amount * wrapped.behind.parcel.shares) / wrapped.supply)
}

/** The moment as one of a token sees it: it stays so, whatever moves later. */
export function momentOf(unit: ShareUnit, pool: ShareMoment): ShareMoment {
  const { wrapped } = unit
  if (!wrapped) return pool
  const below = momentOf(wrapped.asset, pool)
  const { supply, behind: { parcel: { shares } } } = wrapped
  return { growth: growthOf(unit, pool.growth), worthOf: (amount) => (supply === 0n ? [0n, 0n] : below.worthOf((amount * shares) / supply)) }
}

/**
 * Who in the end has a token, and which part of an amount is each one's: whole units, all of them together, none left.
 *
 * @returns nobody where nobody has any
 * @example spread(vault, 10n) // [{ holder: ann, part: 7n }, { holder: bob, part: 3n }]
 */
export function spread(unit: ShareUnit, amount: bigint): { holder: Shareholder; part: bigint }[] {
  const holders = unit.inOrder.filter(({ parcel }) => parcel.shares > 0n)
  const parts = shareOut(amount, holders.map(({ parcel }) => parcel.shares))
  return holders.flatMap((holder, place) => (holder.through ? spread(holder.through, parts[place]!) : [{ holder, part: parts[place]! }]))
}

/**
 * An amount in whole parts by weights, all of it.
 *
 * @example shareOut(10n, [1n, 2n]) // [3n, 7n]
 */
export function shareOut(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  let [counted, told] = [0n, 0n]
  return weights.map((weight) => {
    counted += weight
    const upTo = all === 0n ? 0n : (amount * counted) / all
    const part = upTo - told
    told = upTo
    return part
  })
}
