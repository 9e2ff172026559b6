import type { TokenPair } from '../domain/pool'
import type { FlowList } from './flowList'
import { gainsOf, toParcel, type Growth } from './shareParcel'
import { recount, sharesOf, takeLots, type Lot } from './shareLot'
import { momentOf, settle, shareOut, spread, type Shareholder, type ShareMoment, type ShareUnit } from './shareUnit'
import { addPair, isNothing, lesserPair } from './tokenPair'

/** Shares on their way into contracts that keep them for others, and out of them. */
export interface SharePassage {
  /**
   * A contract gives out so many of its token: for what came to it last, which goes on in them with all that it has gained. Where nothing came, all others
   * have less from now on, and who gets them has received what they are worth.
   *
   * @param arrived what came to it in this block
   */
  giveOut(unit: ShareUnit, arrived: Lot[], amount: bigint, logIndex: number, pool: ShareMoment): Lot[]
  /**
   * What it holds leaves: that of whoever's token ended last in this block, else what came in this block, else a part of everybody's.
   */
  takeOut(unit: ShareUnit, arrived: Lot[], shares: bigint, pool: Growth): Lot[]
  /** Tells that a lot is given by its owner, with the fees that it has earned. @returns what it was worth */
  giveAway(lot: Lot, owner: Shareholder, moved: NonNullable<Lot['moved']>): TokenPair
  /**
   * What came and got no token belongs to all who have one, by how many: they received it, or paid it in where the contract itself did. Tokens that
   * ended and nothing left for are given to all others.
   */
  endBlock(units: readonly ShareUnit[], passing: ReadonlyMap<Shareholder, readonly Lot[]>, pool: ShareMoment): void
}

/** Of a token of a wrapper: what is only said of those. */
const of = ({ wrapped }: ShareUnit) => wrapped!
const isWithin = (unit: ShareUnit, wrapper: ShareUnit): boolean => unit === wrapper || (unit.wrapped !== null && isWithin(unit.wrapped.asset, wrapper))

function change(holder: Shareholder, shares: bigint): void {
  holder.parcel = { ...holder.parcel, shares: holder.parcel.shares + shares }
}

/** @example openPassage(openFlowList()).giveOut(vault, [cameFromAnn], 5n, 3, moment) // [{ parcel: { shares: 5n, … }, owner: ann, … }] */
export function openPassage(flows: FlowList): SharePassage {
  /** A part of everybody's, with the same part of what each had paid in; what it has gained so far stays theirs. */
  function takeFromAll(unit: ShareUnit, shares: bigint): Lot[] {
    const { behind, assetGrowth } = of(unit)
    const held = behind.parcel.shares
    const lots = spread(unit, shares).map(({ holder, part }): Lot => {
      const { basis } = holder.parcel
      const gone: TokenPair = [(basis[0] * shares) / held, (basis[1] * shares) / held]
      holder.parcel = { ...holder.parcel, basis: [basis[0] - gone[0], basis[1] - gone[1]] }
      return { parcel: toParcel(part, assetGrowth, gone), owner: holder, minted: null, moved: null, passive: true }
    })
    const nobodys = shares - sharesOf(lots)
    if (nobodys > 0n) lots.push({ parcel: toParcel(nobodys, assetGrowth, [0n, 0n]), owner: null, minted: null, moved: null })
    change(behind, -shares)
    return lots
  }

  function giveAway({ parcel, passive }: Lot, owner: Shareholder, { logIndex, moment }: NonNullable<Lot['moved']>): TokenPair {
    const [fee0, fee1, loss] = gainsOf(parcel, moment.growth)
    const worth = moment.worthOf(parcel.shares)
    owner.lossBorne += loss
    flows.payFees(owner.account, logIndex, lesserPair([fee0, fee1], worth), passive)
    flows.tell(owner.account, logIndex, 'given', worth, parcel.basis, passive)
    return worth
  }

  /** Amounts that all who have a token received or paid in, by how many they have. */
  function tellAll(unit: ShareUnit, logIndex: number, kind: 'deposit' | 'received', amounts: TokenPair): void {
    const parts1 = spread(unit, amounts[1])
    for (const [place, { holder, part }] of spread(unit, amounts[0]).entries()) {
      const parts: TokenPair = [part, parts1[place]!.part]
      if (holder.isNobody || isNothing(parts)) continue
      flows.tell(holder.account, logIndex, kind, parts, parts, true)
      holder.parcel = { ...holder.parcel, basis: addPair(holder.parcel.basis, parts) }
    }
  }

  function takeIn(unit: ShareUnit, lot: Lot, pool: Growth): void {
    settle(unit, pool)
    const { behind, assetGrowth } = of(unit)
    const { parcel, owner, minted, moved } = lot
    change(behind, parcel.shares)
    if (owner && isWithin(owner.unit, unit)) {
      // It went out as everybody's and is back: it was never gone.
      const { debt, basis } = owner.parcel
      const since = (line: 0 | 1 | 2) => debt[line] - (parcel.shares * assetGrowth[line] - parcel.debt[line])
      owner.parcel = { ...owner.parcel, debt: [since(0), since(1), since(2)], basis: addPair(basis, parcel.basis) }
    } else if (owner && moved) tellAll(unit, moved.logIndex, 'received', giveAway(lot, owner, moved))
    else if (minted) tellAll(unit, minted.logIndex, minted.kind, parcel.basis)
  }

  return {
    giveOut: (unit, arrived, amount, logIndex, pool) => {
      settle(unit, pool.growth)
      const wrapped = of(unit)
      const lots = arrived.splice(wrapped.newest)
      const all = sharesOf(lots)
      change(wrapped.behind, all)
      wrapped.supply += amount
      const { growth, assetGrowth } = wrapped
      const moment = momentOf(unit, pool)
      if (all === 0n) return [{ parcel: toParcel(amount, growth, moment.worthOf(amount)), owner: null, minted: { kind: 'received', logIndex }, moved: null }]
      const parts = shareOut(amount, lots.map(({ parcel }) => parcel.shares))
      return lots.map((lot, place) => ({ ...recount(lot, parts[place]!, assetGrowth, growth), moved: { logIndex, moment } }))
    },
    takeOut: (unit, arrived, shares, pool) => {
      settle(unit, pool)
      const wrapped = of(unit)
      const { behind, leaving, growth, assetGrowth, supply } = wrapped
      const [ending, held] = [sharesOf(leaving), behind.parcel.shares]
      const out: Lot[] = []
      if (ending > 0n && held > 0n) {
        const some = shares < held ? shares : held
        const needed = (some * supply + held - 1n) / held
        // A part may go elsewhere as a fee before the rest; what a contract rounds off goes with the rest.
        const ended = takeLots(leaving, needed * 2n >= ending ? ending : needed)
        const parts = shareOut(some, ended.map(({ parcel }) => parcel.shares))
        out.push(...ended.map((lot, place) => recount(lot, parts[place]!, growth, assetGrowth)))
        wrapped.supply -= sharesOf(ended)
        change(behind, -some)
      }
      out.push(...takeLots(arrived, shares - sharesOf(out)))
      wrapped.newest = Math.min(wrapped.newest, arrived.length)
      const left = shares - sharesOf(out)
      return left > 0n ? [...out, ...takeFromAll(unit, left)] : out
    },
    giveAway,
    endBlock: (units, passing, pool) => {
      for (const unit of units) {
        if (!unit.wrapped) continue
        const { leaving } = unit.wrapped
        unit.wrapped.newest = 0
        if (leaving.length === 0) continue
        settle(unit, pool.growth)
        unit.wrapped.supply -= sharesOf(leaving)
        for (const lot of leaving.splice(0)) if (lot.owner && lot.moved) giveAway(lot, lot.owner, lot.moved)
      }
      for (const [holder, lots] of passing) if (holder.through) for (const lot of lots) takeIn(holder.through, lot, pool.growth)
    },
  }
}
