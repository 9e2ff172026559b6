import type { TokenPair } from '../domain/pool'
import { zeroAddress, type Address } from '../domain/address'
import type { FlowKind, ProviderFlow } from '../domain/provider'
import { openFlowList } from './flowList'
import { emptyParcel, gainsOf, joinParcels, splitParcel, toParcel, type Growth, type Parcel } from './shareParcel'
import { addPair, noTokens } from './tokenPair'

/** What an account has in a pair. */
export interface Shareholder {
  account: Address
  /** Nobody's: the zero address, and the pair itself, whose shares whoever calls `burn` next may take */
  isNobody: boolean
  /** All of it that was there when the block began, staked or not */
  parcel: Parcel
  /** How many of the shares lie in staking contracts */
  staked: bigint
  /** Loss versus rebalancing of shares that are gone */
  lossBorne: bigint
}

/** Where the pair stands when shares move: what each has gained, and what some of them would be paid. */
export interface ShareMoment {
  growth: Growth
  worthOf(shares: bigint): TokenPair
}

/** Shares that moved, or were minted, within the block that is being read. */
export interface Lot {
  parcel: Parcel
  /** Whose it was when the block began; of new shares, who last had them. null where nobody did */
  owner: Shareholder | null
  /** How new shares came: by whose log */
  minted: { kind: Extract<FlowKind, 'deposit' | 'received'>; logIndex: number } | null
  /** The last move: what it would have been paid then, and what had been gained */
  moved: { logIndex: number; growth: Growth; worth: TokenPair } | null
}

/** Who has a pair's shares, as it adds up. Block by block: `beginBlock`, whatever happens in it, `endBlock`. */
export interface ShareLedger {
  beginBlock(number: number): void
  /** New shares, for amounts that were paid in, or for the protocol's fee */
  mint(to: Address, shares: bigint, how: { kind: 'deposit' | 'received'; logIndex: number; amounts: TokenPair; growth: Growth }): void
  move(from: Address, to: Address, shares: bigint, logIndex: number, now: () => ShareMoment): void
  /** Into a staking contract, as the stake of `to` */
  stake(staking: Address, from: Address, to: Address, shares: bigint, logIndex: number, now: () => ShareMoment): void
  /** Out of a staking contract, from the stake of `from` */
  unstake(staking: Address, from: Address, to: Address, shares: bigint, logIndex: number, now: () => ShareMoment): void
  /** What lies in the pair, to be burned, as it came. @throws where it is not so many shares */
  takeFromPair(shares: bigint): Lot[]
  /** Shares out what a burn paid among those whose shares were burned, exactly */
  payOut(lots: readonly Lot[], amounts: TokenPair, growth: Growth, logIndex: number): void
  endBlock(): void
  takeFlows(): ProviderFlow[]
  /** Everybody who ever had shares, nobody included, in the order in which they came */
  holders(): readonly Shareholder[]
  sharesOf(account: Address): bigint
  feesPaid(): TokenPair
  /** Fees that were paid out for shares minted in the same block */
  justInTimeFees(): TokenPair
}

const nothing: TokenPair = [0n, 0n]
const lesser = (one: bigint, other: bigint) => (one < other ? one : other)

/**
 * Who has a pair's shares, and what everybody did with them, block by block. Within a block shares are followed on their way: whoever has them at its
 * end has them from the one who had them at its beginning, or from the pair. So a router, or a contract that deposits and passes on, has no part in
 * it; shares that come back were never gone; of several shares that an account passes on, those that came last go first.
 *
 * @param pair burns what lies on its own account
 * @example openShareLedger('0x…').sharesOf('0xaa…') // 0n
 */
export function openShareLedger(pair: Address): ShareLedger {
  const holders = new Map<Address, Shareholder>()
  const inOrder: Shareholder[] = []
  const passing = new Map<Shareholder, Lot[]>()
  const stakes = new Map<string, bigint>()
  const flows = openFlowList()
  let justInTimeFees = nothing

  const holderOf = (account: Address): Shareholder => {
    let holder = holders.get(account)
    if (!holder) {
      holder = { account, isNobody: account === pair || account === zeroAddress, parcel: emptyParcel, staked: 0n, lossBorne: 0n }
      holders.set(account, holder)
      inOrder.push(holder)
    }
    return holder
  }
  const lotsOf = (holder: Shareholder): Lot[] => {
    let lots = passing.get(holder)
    if (!lots) passing.set(holder, (lots = []))
    return lots
  }
  /** Shares that an account has and that are not staked */
  const free = (holder: Shareholder) =>
    (passing.get(holder) ?? []).reduce((all, { parcel }) => all + parcel.shares, holder.parcel.shares) - holder.staked
  const short = (holder: Shareholder, shares: bigint) =>
    new Error(`${holder.account} passes on ${shares} shares of the pair and has ${free(holder)}: logs before it are missing`)

  function take(holder: Shareholder, shares: bigint): Lot[] {
    if (free(holder) < shares) throw short(holder, shares)
    const lots = lotsOf(holder)
    const taken: Lot[] = []
    for (let left = shares; left > 0n; ) {
      const last = lots.pop()
      if (!last) {
        const [gone, kept] = splitParcel(holder.parcel, left)
        holder.parcel = kept
        taken.push({ parcel: gone, owner: holder, minted: null, moved: null })
        break
      }
      const [gone, kept] = splitParcel(last.parcel, lesser(left, last.parcel.shares))
      if (kept.shares > 0n) lots.push({ ...last, parcel: kept })
      taken.push({ ...last, parcel: gone })
      left -= gone.shares
    }
    return taken
  }

  function put(holder: Shareholder, lot: Lot): void {
    if (lot.minted && !holder.isNobody) lot.owner = holder
    if (lot.minted || lot.owner !== holder) lotsOf(holder).push(lot)
    else holder.parcel = joinParcels(holder.parcel, lot.parcel)
  }

  /** New shares are told where their way ends. */
  function begin({ minted, owner, parcel }: Lot): void {
    if (minted && owner) flows.tell(owner.account, minted.logIndex, minted.kind, parcel.basis, parcel.basis)
  }

  /** At the end of a block shares belong to whoever has them. */
  function land(lot: Lot, holder: Shareholder): void {
    begin(lot)
    const { parcel, owner, moved } = lot
    if (!owner || owner === holder || !moved) return void (holder.parcel = joinParcels(holder.parcel, parcel))
    const { logIndex, growth, worth } = moved
    const [fee0, fee1, loss] = gainsOf(parcel, growth)
    owner.lossBorne += loss
    flows.payFees(owner.account, logIndex, [lesser(fee0, worth[0]), lesser(fee1, worth[1])])
    flows.tell(owner.account, logIndex, 'given', worth, parcel.basis)
    if (!holder.isNobody) flows.tell(holder.account, logIndex, 'received', worth, worth)
    holder.parcel = joinParcels(holder.parcel, toParcel(parcel.shares, growth, holder.isNobody ? nothing : worth))
  }

  function move(from: Shareholder, to: Shareholder, shares: bigint, logIndex: number, now: () => ShareMoment): void {
    if (from === to) {
      if (free(from) < shares) throw short(from, shares)
      return
    }
    const { growth, worthOf } = now()
    for (const lot of take(from, shares)) put(to, { ...lot, moved: { logIndex, growth, worth: worthOf(lot.parcel.shares) } })
  }

  return {
    beginBlock: flows.beginBlock,
    mint: (to, shares, { kind, logIndex, amounts, growth }) =>
      put(holderOf(to), { parcel: toParcel(shares, growth, amounts), owner: null, minted: { kind, logIndex }, moved: null }),
    move: (from, to, shares, logIndex, now) => move(holderOf(from), holderOf(to), shares, logIndex, now),
    stake: (staking, from, to, shares, logIndex, now) => {
      const [payer, staker] = [holderOf(from), holderOf(to)]
      move(payer, staker, shares, logIndex, now)
      staker.staked += shares
      stakes.set(`${staking}/${to}`, (stakes.get(`${staking}/${to}`) ?? 0n) + shares)
    },
    unstake: (staking, from, to, shares, logIndex, now) => {
      const [staker, receiver] = [holderOf(from), holderOf(to)]
      const left = (stakes.get(`${staking}/${from}`) ?? 0n) - shares
      if (left < 0n) throw new Error(`${from} takes back ${-left} shares more than it has staked in ${staking}: logs before it are missing`)
      stakes.set(`${staking}/${from}`, left)
      staker.staked -= shares
      move(staker, receiver, shares, logIndex, now)
    },
    takeFromPair: (shares) => {
      const own = holderOf(pair)
      const lying = free(own)
      if (lying !== shares) throw new Error(`${shares} shares are burned, but ${lying} lie in the pair: logs before it are missing`)
      return take(own, shares).reverse()
    },
    payOut: (lots, amounts, growth, logIndex) => {
      const all = lots.reduce((total, { parcel }) => total + parcel.shares, 0n)
      let [counted, paid] = [0n, nothing]
      for (const lot of lots) {
        counted += lot.parcel.shares
        const upTo: TokenPair = [(amounts[0] * counted) / all, (amounts[1] * counted) / all]
        const part: TokenPair = [upTo[0] - paid[0], upTo[1] - paid[1]]
        paid = upTo
        if (!lot.owner || lot.owner.isNobody) continue
        begin(lot)
        const [fee0, fee1, loss] = gainsOf(lot.parcel, growth)
        const fees: TokenPair = [lesser(fee0, part[0]), lesser(fee1, part[1])]
        lot.owner.lossBorne += loss
        flows.payFees(lot.owner.account, logIndex, fees)
        flows.tell(lot.owner.account, logIndex, 'withdrawal', [part[0] - fees[0], part[1] - fees[1]], lot.parcel.basis)
        if (lot.minted?.kind === 'deposit') justInTimeFees = addPair(justInTimeFees, fees)
      }
    },
    endBlock: () => {
      for (const [holder, lots] of passing) for (const lot of lots) land(lot, holder)
      passing.clear()
      flows.endBlock()
    },
    takeFlows: flows.take,
    holders: () => inOrder,
    sharesOf: (account) => holders.get(account)?.parcel.shares ?? 0n,
    feesPaid: flows.feesPaid,
    justInTimeFees: () => justInTimeFees,
  }
}
