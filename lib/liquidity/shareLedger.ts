import type { TokenPair } from '../domain/pool'
import { zeroAddress, type Address } from '../domain/address'
import type { ProviderFlow } from '../domain/provider'
import { openFlowList } from './flowList'
import { gainsOf, joinParcels, splitParcel, toParcel, type Growth } from './shareParcel'
import { sharesOf, takeLots, type Lot } from './shareLot'
import { openPassage } from './sharePassage'
import { holderOf, momentOf, openUnits, shareOut, spread, type Shareholder, type ShareMoment, type ShareUnit, type ShareWrapper } from './shareUnit'
import { addPair, lesserPair, noTokens, subtractPair } from './tokenPair'

/** Who has a pair's shares, as it adds up. Block by block: `beginBlock`, whatever happens in it, `endBlock`. Tokens are the pair's own and its wrappers'. */
export interface ShareLedger {
  beginBlock(number: number): void
  /** New shares of the pair, for amounts that were paid in, or for the protocol's fee */
  mint(to: Address, shares: bigint, how: { kind: 'deposit' | 'received'; logIndex: number; amounts: TokenPair; growth: Growth }): void
  /** A Transfer; of a wrapper's token also from the zero address, where it was given out, and to it, where it ended */
  move(token: Address, from: Address, to: Address, shares: bigint, logIndex: number): void
  /** Into a staking contract, as the stake of `to`; `passive` where the contract did it, and not whose stake it is */
  stake(token: Address, staking: Address, from: Address, to: Address, shares: bigint, logIndex: number, passive?: true): void
  /** Out of a staking contract, from the stake of `from` */
  unstake(token: Address, staking: Address, from: Address, to: Address, shares: bigint, logIndex: number, passive?: true): void
  /** What lies in the pair, to be burned, as it came. @throws where it is not so many shares */
  takeFromPair(shares: bigint): Lot[]
  /** Shares out what a burn paid among those whose shares were burned, exactly */
  payOut(lots: readonly Lot[], amounts: TokenPair, growth: Growth, logIndex: number): void
  endBlock(): void
  takeFlows(): ProviderFlow[]
  /** The pair's own shares, then what contracts gave out for them, each with everybody who ever had some, nobody included */
  units: readonly ShareUnit[]
  /** Of the pair's own, kept for others or not */
  sharesOf(account: Address): bigint
  /** Who has what a contract keeps, and which part of an amount is each one's, without what is nobody's; null of an account that keeps nothing for others */
  ownersOf(contract: Address, amount: bigint): { account: Address; part: bigint }[] | null
  feesPaid(): TokenPair
  /** Fees that were paid out for shares minted in the same block */
  justInTimeFees(): TokenPair
}

/**
 * Who has a pair's shares, and what everybody did with them, block by block. Within a block shares are followed on their way: whoever has them at its
 * end has them from the one who had them at its beginning, or from the pair. So a router, or a contract that deposits and passes on, has no part in
 * it; shares that come back were never gone; of several shares that an account passes on, those that came last go first. Shares in a contract that
 * gives out a token for them are those of whoever has that token, see `openPassage`.
 *
 * @param pair burns what lies on its own account
 * @param now where the pair stands, whenever shares move
 * @example openShareLedger('0x…', [], now).sharesOf('0xaa…') // 0n
 */
export function openShareLedger(pair: Address, wrappers: readonly ShareWrapper[], now: () => ShareMoment): ShareLedger {
  const nobodies = [pair, zeroAddress]
  const units = openUnits(pair, wrappers, nobodies)
  const own = units[0]!
  const passing = new Map<Shareholder, Lot[]>()
  const stakes = new Map<string, bigint>()
  const flows = openFlowList()
  const passage = openPassage(flows)
  let justInTimeFees = noTokens

  const unitOf = (token: Address) => (token === pair ? own : units.find((unit) => unit.token === token)!)
  const lotsOf = (holder: Shareholder): Lot[] => {
    let lots = passing.get(holder)
    if (!lots) passing.set(holder, (lots = []))
    return lots
  }
  /** Shares that an account has and that are not staked */
  const free = (holder: Shareholder) => sharesOf(passing.get(holder) ?? []) + holder.parcel.shares - holder.staked
  const short = (holder: Shareholder, shares: bigint) =>
    new Error(`${holder.account} passes on ${shares} shares of the pair and has ${free(holder)}: logs before it are missing`)

  function take(holder: Shareholder, shares: bigint, pool: ShareMoment): Lot[] {
    if (free(holder) < shares) throw short(holder, shares)
    const lots = lotsOf(holder)
    if (holder.through) return passage.takeOut(holder.through, lots, shares, pool.growth)
    const taken = takeLots(lots, shares)
    const left = shares - sharesOf(taken)
    if (left === 0n) return taken
    const [gone, kept] = splitParcel(holder.parcel, left)
    holder.parcel = kept
    return [...taken, { parcel: gone, owner: holder, minted: null, moved: null }]
  }

  function put(holder: Shareholder, lot: Lot): void {
    if (holder.through) return void lotsOf(holder).push(lot)
    if (lot.minted && !holder.isNobody) lot.owner = holder
    if (lot.minted || lot.owner !== holder) lotsOf(holder).push(lot)
    else holder.parcel = joinParcels(holder.parcel, lot.parcel)
  }

  /** New shares are told where their way ends. */
  function begin({ minted, owner, parcel, passive }: Lot): void {
    if (minted && owner) flows.tell(owner.account, minted.logIndex, minted.kind, parcel.basis, parcel.basis, passive)
  }

  /** At the end of a block shares belong to whoever has them. */
  function land(lot: Lot, holder: Shareholder): void {
    begin(lot)
    const { parcel, owner, moved } = lot
    if (!owner || owner.account === holder.account || !moved) return void (holder.parcel = joinParcels(holder.parcel, parcel))
    const worth = passage.giveAway(lot, owner, moved)
    if (!holder.isNobody) flows.tell(holder.account, moved.logIndex, 'received', worth, worth)
    holder.parcel = joinParcels(holder.parcel, toParcel(parcel.shares, moved.moment.growth, holder.isNobody ? noTokens : worth))
  }

  function move(unit: ShareUnit, from: Address, to: Address, shares: bigint, logIndex: number, passive?: true): void {
    const giver = unit.wrapped && from === zeroAddress ? null : holderOf(unit, from, nobodies)
    if (from === to) {
      if (giver && free(giver) < shares) throw short(giver, shares)
      return
    }
    const pool = now()
    if (!giver) {
      for (const lot of passage.giveOut(unit, lotsOf(unit.wrapped!.behind), shares, logIndex, pool)) put(holderOf(unit, to, nobodies), lot)
      return
    }
    const taken = take(giver, shares, pool)
    const moment = momentOf(unit, pool)
    const moved = taken.map((lot): Lot => ({ ...lot, moved: { logIndex, moment }, ...(passive && { passive }) }))
    if (unit.wrapped && to === zeroAddress) return void unit.wrapped.leaving.push(...moved)
    const receiver = holderOf(unit, to, nobodies)
    if (receiver.through) receiver.through.wrapped!.newest = lotsOf(receiver).length
    for (const lot of moved) put(receiver, lot)
  }

  return {
    beginBlock: flows.beginBlock,
    mint: (to, shares, { kind, logIndex, amounts, growth }) => {
      const receiver = holderOf(own, to, nobodies)
      if (receiver.through) receiver.through.wrapped!.newest = lotsOf(receiver).length
      put(receiver, { parcel: toParcel(shares, growth, amounts), owner: null, minted: { kind, logIndex }, moved: null })
    },
    move: (token, from, to, shares, logIndex) => move(unitOf(token), from, to, shares, logIndex),
    stake: (token, staking, from, to, shares, logIndex, passive) => {
      const [unit, key] = [unitOf(token), `${staking}/${token}/${to}`]
      move(unit, from, to, shares, logIndex, passive)
      holderOf(unit, to, nobodies).staked += shares
      stakes.set(key, (stakes.get(key) ?? 0n) + shares)
    },
    unstake: (token, staking, from, to, shares, logIndex, passive) => {
      const [unit, key] = [unitOf(token), `${staking}/${token}/${from}`]
      const left = (stakes.get(key) ?? 0n) - shares
      if (left < 0n) throw new Error(`${from} takes back ${-left} shares more than it has staked in ${staking}: logs before it are missing`)
      stakes.set(key, left)
      holderOf(unit, from, nobodies).staked -= shares
      move(unit, from, to, shares, logIndex, passive)
    },
    takeFromPair: (shares) => {
      const lying = holderOf(own, pair, nobodies)
      if (free(lying) !== shares) throw new Error(`${shares} shares are burned, but ${free(lying)} lie in the pair: logs before it are missing`)
      return take(lying, shares, now()).reverse()
    },
    payOut: (lots, amounts, growth, logIndex) => {
      const weights = lots.map(({ parcel }) => parcel.shares)
      const [parts0, parts1] = [shareOut(amounts[0], weights), shareOut(amounts[1], weights)]
      for (const [place, lot] of lots.entries()) {
        if (!lot.owner || lot.owner.isNobody) continue
        begin(lot)
        const part: TokenPair = [parts0[place]!, parts1[place]!]
        const [fee0, fee1, loss] = gainsOf(lot.parcel, growth)
        const fees = lesserPair([fee0, fee1], part)
        lot.owner.lossBorne += loss
        flows.payFees(lot.owner.account, logIndex, fees, lot.passive)
        flows.tell(lot.owner.account, logIndex, 'withdrawal', subtractPair(part, fees), lot.parcel.basis, lot.passive)
        if (lot.minted?.kind === 'deposit') justInTimeFees = addPair(justInTimeFees, fees)
      }
    },
    endBlock: () => {
      if (passing.size > 0) {
        for (const [holder, lots] of passing) if (!holder.through) for (const lot of lots) land(lot, holder)
        if (units.length > 1) passage.endBlock(units, passing, now())
        passing.clear()
      }
      flows.endBlock()
    },
    takeFlows: flows.take,
    units,
    sharesOf: (account) => own.holders.get(account)?.parcel.shares ?? 0n,
    ownersOf: (contract, amount) => {
      const given = units.find(({ wrapped }) => wrapped?.behind.account === contract)
      return given ? spread(given, amount).flatMap(({ holder: { account, isNobody }, part }) => (isNobody ? [] : [{ account, part }])) : null
    },
    feesPaid: flows.feesPaid,
    justInTimeFees: () => justInTimeFees,
  }
}
