import type { TokenPair } from '../domain/pool'
import { zeroAddress, type Address } from '../domain/address'
import { openPairMarket } from './pairMarket'
import { paysFee } from './paysFee'
import { openShareLedger } from './shareLedger'
import type { Lot } from './shareLot'
import type { ShareMoment, ShareWrapper } from './shareUnit'

/** What a Uniswap v2 pair and the contracts that keep its shares said, one after the other. */
export interface PairEvents {
  beginBlock(number: number): void
  sync(reserves: TokenPair): void
  swap(paidIn: TokenPair): void
  /** An LP token's Transfer, from the zero address where it is minted, and from the pair to it where it is burned */
  transfer(from: Address, to: Address, shares: bigint, logIndex: number): void
  mint(amounts: TokenPair, logIndex: number): void
  burn(amounts: TokenPair, logIndex: number): void
  /** The Transfer of what a contract gave out for shares that it keeps */
  pass(token: Address, from: Address, to: Address, amount: bigint, logIndex: number): void
  stake(token: Address, staking: Address, from: Address, to: Address, shares: bigint, logIndex: number, passive?: true): void
  unstake(token: Address, staking: Address, from: Address, to: Address, shares: bigint, logIndex: number, passive?: true): void
  endBlock(): void
}

/** Swaps that paid less than the pair's fee: where there are any, it is another. */
export interface Shortfalls {
  count: number
  /** 0 where there are none */
  firstBlock: number
}

/**
 * An empty pair, of which `events` are to be told in the chain's order.
 *
 * How UniswapV2Pair of v2-core writes: a deposit is `[Transfer(0 → feeTo)] [Transfer(0 → 0, 1000)] Transfer(0 → to) Sync Mint`, a withdrawal
 * `[Transfer(0 → feeTo)] Transfer(pair → 0) … Sync Burn`, a swap `… Sync Swap`. Of new shares the last are the depositor's; those before are the
 * protocol's, or, with the first deposit, locked for ever at the zero address. What the protocol's are worth when they are minted is 'received' by
 * whoever has them, and given by nobody: it is what its part of the fees came to.
 *
 * @param wrappers contracts that give out a token for shares of it
 * @returns its events, and its market and ledger to look at between blocks
 * @example openPair({ address, feePpm: 3000, quote: 1 }).market.supply // 0n
 */
export function openPair({ address, feePpm, quote }: { address: Address; feePpm: number; quote: 0 | 1 }, wrappers: readonly ShareWrapper[] = []) {
  const market = openPairMarket(feePpm, quote)
  const ledger = openShareLedger(address, wrappers, () => now())
  /** New shares whose Mint or burn is still to come */
  let fresh: { to: Address; shares: bigint }[] = []
  /** Shares that were burned and whose Burn is still to come */
  let burned: Lot[] | null = null
  let isSynced = false
  let block = 0
  let shortfalls: Shortfalls = { count: 0, firstBlock: 0 }

  const now = (): ShareMoment => {
    const growth = market.settle()
    const { reserves, supply } = market
    const all = supply + market.look().due
    return { growth, worthOf: (shares) => [(shares * reserves[0]) / all, (shares * reserves[1]) / all] }
  }

  /** The protocol's shares, where some are minted; what has been gained up to here. */
  function takeProtocolFee(taken: { to: Address; shares: bigint } | undefined, reserves: TokenPair, logIndex: number) {
    const growth = market.settleProtocol(taken !== undefined, reserves)
    if (taken) {
      market.addSupply(taken.shares)
      const { supply } = market
      const amounts: TokenPair = [(taken.shares * reserves[0]) / supply, (taken.shares * reserves[1]) / supply]
      ledger.mint(taken.to, taken.shares, { kind: 'received', logIndex, amounts, growth })
    }
    return growth
  }

  const assertSynced = (event: string) => {
    if (!isSynced) throw new Error(`no Sync comes before this ${event}: logs are missing`)
    isSynced = false
  }

  const events: PairEvents = {
    beginBlock: (number) => {
      block = number
      ledger.beginBlock(number)
    },
    sync: (reserves) => {
      market.sync(reserves)
      isSynced = true
    },
    swap: (paidIn) => {
      assertSynced('Swap')
      const { before, reserves: after } = market
      if (!paysFee({ before, after, paidIn }, feePpm)) shortfalls = { count: shortfalls.count + 1, firstBlock: shortfalls.firstBlock || block }
      market.swap(paidIn)
    },
    transfer: (from, to, shares, logIndex) => {
      // Anybody can have a pair write that nothing was moved, from any account to any.
      if (shares === 0n) return
      if (from === zeroAddress) return void fresh.push({ to, shares })
      if (from === address && to === zeroAddress) {
        takeProtocolFee(fresh.pop(), market.reserves, logIndex)
        burned = ledger.takeFromPair(shares)
        return market.addSupply(-shares)
      }
      ledger.move(address, from, to, shares, logIndex)
    },
    pass: (token, from, to, amount, logIndex) => {
      if (amount > 0n) ledger.move(token, from, to, amount, logIndex)
    },
    mint: (amounts, logIndex) => {
      assertSynced('Mint')
      const own = fresh.pop()
      if (!own) throw new Error('no Transfer of new shares comes before this Mint: logs are missing')
      const first = market.supply === 0n ? fresh.pop() : undefined
      const growth = takeProtocolFee(fresh.pop(), market.before, logIndex)
      if (first) {
        ledger.mint(first.to, first.shares, { kind: 'deposit', logIndex, amounts: [0n, 0n], growth })
        market.addSupply(first.shares)
      }
      ledger.mint(own.to, own.shares, { kind: 'deposit', logIndex, amounts, growth })
      market.addSupply(own.shares)
      market.remember()
    },
    burn: (amounts, logIndex) => {
      assertSynced('Burn')
      if (!burned) throw new Error('no Transfer of burned shares comes before this Burn: logs are missing')
      ledger.payOut(burned, amounts, market.settle(), logIndex)
      burned = null
      market.remember()
    },
    stake: ledger.stake,
    unstake: ledger.unstake,
    endBlock: () => {
      if (fresh.length > 0 || burned) throw new Error('new or burned shares are followed by no Mint and no Burn in this block: logs are missing')
      isSynced = false
      ledger.endBlock()
    },
  }
  return { address, events, market, ledger, shortfalls: () => shortfalls }
}

/** A pair with everybody who has shares in it. */
export type Pair = ReturnType<typeof openPair>
