import type { FlowKind } from '../domain/provider'
import type { TokenPair } from '../domain/pool'
import { addPair } from './tokenPair'

/** What one transaction did to a manager's part of a pool, and to its shares. */
export interface ManagerTurn {
  /** Amounts that the manager put in as liquidity, and took out of it, without fees */
  put: TokenPair
  taken: TokenPair
  /** What its liquidity is worth after all, and the √price there in Q64.96 */
  principal: TokenPair
  sqrtPrice: bigint
  /** All shares before and after */
  supply: readonly [before: bigint, after: bigint]
  /** How many shares those have more who have more, and those fewer who have fewer: each account's net change */
  gained: bigint
  lost: bigint
}

/** The same told as what holders of shares did; amounts that nobody did are nothing. */
export interface TurnAmounts {
  /** Of those who have more shares */
  deposit: TokenPair
  received: TokenPair
  /** Of those who have fewer */
  withdrawal: TokenPair
  given: TokenPair
  /** Of those who had shares before and have them still; where there were none, or are none left, of the manager itself */
  others: { kind: FlowKind; amounts: TokenPair; /** Which part of what they had ends with it */ ended: readonly [bigint, bigint] } | null
}

/** What contracts round: a few units of each token for every step, and what a unit of liquidity or of a share is worth. */
const [units, billionth] = [8n, 1_000_000_000n]

const lesser = (a: bigint, b: bigint) => (a < b ? a : b)
const atLeast0 = (a: bigint) => (a > 0n ? a : 0n)
const scale = ([a, b]: TokenPair, part: bigint, whole: bigint): TokenPair => (whole === 0n ? [0n, 0n] : [(a * part) / whole, (b * part) / whole])

/**
 * Tells what a transaction of a manager of liquidity was for those who have its shares. Everything is weighed at one price, the pool's when it ends, so
 * that a rebalance is nobody's deposit and nobody's withdrawal: what comes out and goes back in elsewhere, through a swap or not, is the same worth.
 *
 * With `in` = worth of what was put in, `out` = of what was taken, `now` = of the manager's liquidity after it and `before` = now − in + out:
 * who has more shares has got gained / supply after of `now`; who has fewer has let go lost / supply before of `before`; what is left of in − out is
 * everybody else's. So a share that is minted with liquidity is a deposit of just that liquidity, one that is burned with liquidity a withdrawal of it, and
 * nobody else is told anything. Where they differ:
 * - more came in than new shares stand for (fees or idle tokens put to work, or paid for a part of those): the rest is the others', deposited by the
 *   manager for them, or received from who is new;
 * - less came in (the manager keeps a deposit idle, or hands out shares as its own fee): new shares were received, and given by the others;
 * - more went out than ended shares stand for: the manager took it out for the others, into what lies idle;
 * - less went out: what is left was given by who left, and received by the others.
 *
 * A difference of up to a billionth and 8 units of each token is what contracts round, and told to nobody.
 *
 * @example toTurnAmounts({ put: [5n, 5n], taken: [0n, 0n], principal: [15n, 15n], sqrtPrice: 2n ** 96n, supply: [10n, 15n], gained: 5n, lost: 0n }).deposit
 * // [5n, 5n]
 */
export function toTurnAmounts({ put, taken, principal, sqrtPrice, supply: [before, after], gained, lost }: ManagerTurn): TurnAmounts {
  // In token1, Q192: no price is so small that it is nothing.
  const worth = ([a, b]: TokenPair) => a * sqrtPrice * sqrtPrice + (b << 192n)
  const [came, went, now] = [worth(put), worth(taken), worth(principal)]
  const net = came - went
  const was = atLeast0(now - net)
  const got = after === 0n ? 0n : (now * gained) / after
  const gone = before === 0n ? 0n : (was * lost) / before
  const rest = net - got + gone
  const isRounding = (rest < 0n ? -rest : rest) <= (came + went + got + gone) / billionth + worth([units, units])
  const deposited = isRounding && lost === 0n ? atLeast0(net) : lesser(atLeast0(net), got)
  const withdrawn = isRounding && gained === 0n ? atLeast0(-net) : lesser(atLeast0(-net), gone)
  // Of nothing that was put in, nobody new put anything in.
  const [paidIn, paidOut] = [gained > 0n ? deposited : 0n, lost > 0n ? withdrawn : 0n]
  const isTold = (part: bigint) => part > worth([units, units]) && part > (came + went + got + gone) / billionth
  const received = atLeast0(got - paidIn)
  const given = atLeast0(gone - paidOut)
  const inPool = (part: bigint, otherwise: TokenPair) => (now > 0n ? scale(principal, part, now) : scale(otherwise, part, worth(otherwise)))
  const hasMoved = gained > 0n || lost > 0n
  const toOthers = (): TurnAmounts['others'] => {
    if (isRounding) return null
    const theirs = before === 0n ? was : was - gone
    if (rest > 0n) return { kind: hasMoved ? 'received' : 'deposit', amounts: came > 0n ? scale(put, rest, came) : inPool(rest, taken), ended: [0n, 1n] }
    return { kind: hasMoved ? 'given' : 'withdrawal', amounts: hasMoved ? inPool(-rest, taken) : scale(taken, -rest, went), ended: [lesser(-rest, theirs), theirs] }
  }
  return {
    deposit: scale(put, paidIn, came),
    received: isTold(received) ? inPool(received, put) : [0n, 0n],
    withdrawal: scale(taken, paidOut, went),
    given: isTold(given) ? inPool(given, addPair(taken, put)) : [0n, 0n],
    others: toOthers(),
  }
}
