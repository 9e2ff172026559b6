import type { TokenPair } from '../domain/pool'
import { mintedAsFee } from './mintedAsFee'
import type { Growth } from './shareParcel'

/** What trading does to a Uniswap v2 pair: reserves, fees and what each share has gained. Who has the shares is not its business. */
export interface PairMarket {
  /** As the last Sync said */
  readonly reserves: TokenPair
  /** As the Sync before it said: what a swap, a deposit or a withdrawal began with */
  readonly before: TokenPair
  readonly supply: bigint
  readonly volume: TokenPair
  readonly fees: TokenPair
  sync(reserves: TokenPair): void
  swap(paidIn: TokenPair): void
  /** Writes down what shares have gained so far, before some of them move */
  settle(): Growth
  /** The same at a deposit or withdrawal, before its shares are minted or burned: here the protocol takes its part, or does not */
  settleProtocol(isTaken: boolean, reserves: TokenPair): Growth
  /** Shares were minted, or burned where it is negative */
  addSupply(shares: bigint): void
  /** A deposit or withdrawal is over */
  remember(): void
  /** How things stand, without writing anything down; `due` are the shares that a deposit or withdrawal would first mint to the protocol */
  look(): { growth: Growth; protocolFees: TokenPair; due: bigint }
}

const Q128 = 2 ** 128

/**
 * An empty pair.
 *
 * **Fees.** A swap's fee is feePpm of what was paid in of each token, rounded down: also of a flash swap, which pays back in the token that it took.
 * It is shared by all shares there are at that moment, as growth per share in Q128, rounded down.
 *
 * **The protocol's part.** Where a fee goes to the protocol, the pair mints it shares with the next deposit or withdrawal: one sixth of what
 * √(reserve0 · reserve1) has grown by since the last, which is to first order one sixth of the fees' worth. So one sixth of the fees of each token
 * is taken out of the growth. No log says that it was switched on or off. It is taken for switched on from the first time on when such shares are
 * minted, and for switched off from a time on when some should be and are not; what had been set aside for it goes back to all shares then.
 *
 * **Loss versus rebalancing** (Milionis, Moallemi, Roughgarden and Zhang 2022), of a step of the price from Pa to Pb, in token1. The pool, L = √(xy),
 * is worth 2L√P and has L/√P of token0. Whoever holds what the pool holds and trades at the same prices outside goes with it, but sells and buys at
 * Pb: 2L√Pa + (L/√Pa)(Pb − Pa). Less what the pool is worth then, 2L√Pb, this is (L/√Pa)(√Pb − √Pa)², and L/√Pa is x. In token0 it is, mirrored,
 * y · (√Qb − √Qa)² with Q = 1/P. Only swaps count. It is reckoned in doubles (relative error about 10⁻¹⁰ for a step of a millionth, whose
 * loss is 10⁻¹² of the pool) and added up in Q128 per share.
 *
 * **Gifts** that a `sync` takes in raise the reserves and belong to all shares as principal; they are neither volume nor fees. What lies above the
 * reserves and what a `skim` takes is in no figure. Of a token that keeps a part of each transfer, what arrived counts.
 *
 * @param quote the token in which losses are told
 * @example openPairMarket(3000, 1).look().due // 0n
 */
export function openPairMarket(feePpm: number, quote: 0 | 1): PairMarket {
  const ppm = BigInt(feePpm)
  let [reserve0, reserve1, before0, before1] = [0n, 0n, 0n, 0n]
  let [volume0, volume1, fees0, fees1] = [0n, 0n, 0n, 0n]
  let supply = 0n
  let supplyNumber = 0
  /** Fees since growth was last written down */
  let [fresh0, fresh1] = [0n, 0n]
  let growth: Growth = [0n, 0n, 0n]
  let loss = 0n
  let takesFee = false
  /** What is set aside for the protocol since the last deposit or withdrawal, and what it has been given for ever */
  let [aside0, aside1, taken0, taken1] = [0n, 0n, 0n, 0n]
  /** Product of the reserves after the last deposit or withdrawal */
  let kLast = 0n

  const perShare = (amount: bigint) => (supply === 0n ? 0n : (amount << 128n) / supply)
  const cut = (fresh: bigint) => (takesFee ? fresh / 6n : 0n)
  const grown = (): Growth => [growth[0] + perShare(fresh0 - cut(fresh0)), growth[1] + perShare(fresh1 - cut(fresh1)), loss]

  const settle = (): Growth => {
    growth = grown()
    aside0 += cut(fresh0)
    aside1 += cut(fresh1)
    fresh0 = fresh1 = 0n
    return growth
  }

  return {
    get reserves(): TokenPair {
      return [reserve0, reserve1]
    },
    get before(): TokenPair {
      return [before0, before1]
    },
    get supply() {
      return supply
    },
    get volume(): TokenPair {
      return [volume0, volume1]
    },
    get fees(): TokenPair {
      return [fees0, fees1]
    },
    sync: (reserves) => {
      ;[before0, before1] = [reserve0, reserve1]
      ;[reserve0, reserve1] = reserves
    },
    swap: ([in0, in1]) => {
      if (in0 > 0n) {
        const fee = (in0 * ppm) / 1_000_000n
        volume0 += in0
        fees0 += fee
        fresh0 += fee
      }
      if (in1 > 0n) {
        const fee = (in1 * ppm) / 1_000_000n
        volume1 += in1
        fees1 += fee
        fresh1 += fee
      }
      const [x, y, x1, y1] = [Number(before0), Number(before1), Number(reserve0), Number(reserve1)]
      const lost = quote === 1 ? x * (Math.sqrt(y1 / x1) - Math.sqrt(y / x)) ** 2 : y * (Math.sqrt(x1 / y1) - Math.sqrt(x / y)) ** 2
      const each = Math.floor((lost / supplyNumber) * Q128)
      // Where a side was empty, or nobody had shares, there is no step of a price.
      if (Number.isFinite(each)) loss += BigInt(each)
    },
    settle,
    settleProtocol: (isTaken, reserves) => {
      if (isTaken) takesFee = true
      else {
        fresh0 += aside0
        fresh1 += aside1
        aside0 = aside1 = 0n
        // This time all of it goes to the shares. Where √k grew by too little for one share of the protocol's, that says nothing of the switch.
        const goesOn = takesFee && mintedAsFee({ reserves, kLast, totalSupply: supply }) === 0n
        takesFee = false
        settle()
        takesFee = goesOn
        return growth
      }
      settle()
      ;[taken0, taken1, aside0, aside1] = [taken0 + aside0, taken1 + aside1, 0n, 0n]
      return growth
    },
    addSupply: (shares) => {
      supply += shares
      supplyNumber = Number(supply)
    },
    remember: () => void (kLast = reserve0 * reserve1),
    look: () => ({
      growth: grown(),
      protocolFees: [taken0 + aside0 + cut(fresh0), taken1 + aside1 + cut(fresh1)],
      due: takesFee ? mintedAsFee({ reserves: [reserve0, reserve1], kLast, totalSupply: supply }) : 0n,
    }),
  }
}
