import fc from 'fast-check'
import { expect, it } from 'vitest'
import { zeroAddress, type Address } from '../domain/address'
import type { ProviderFlow } from '../domain/provider'
import { openPair } from './pairBook'
import { openPairDays } from './pairDays'
import { pairHoldings } from './pairReading'

const pairAddress: Address = `0x${'ee'.repeat(20)}`
const people = ['aa', 'bb', 'cc'].map((each) => `0x${each.repeat(20)}` as Address)
const scale = 2n ** 400n

/** What happens: who, with whom, and how much of what there is, in thousandths. */
const move = fc.record({
  kind: fc.constantFrom('deposit', 'withdraw', 'give', 'trade', 'trade'),
  who: fc.nat(2),
  other: fc.nat(2),
  part: fc.bigInt(1n, 1000n),
  side: fc.constantFrom(0, 1),
})

/**
 * A pair told in plain words, one move a block: shares and fees of each account in a table, fees of each swap shared out at once with 400 bits behind
 * the point. Beside it the book, told the same as events.
 */
function play(begin: bigint, moves: readonly { kind: string; who: number; other: number; part: bigint; side: number }[]) {
  const pair = openPair({ address: pairAddress, feePpm: 3000, quote: 1 })
  const { events, ledger } = pair
  const flows: ProviderFlow[] = []
  const shares = [0n, 0n, 0n]
  const fees = [[0n, 0n], [0n, 0n], [0n, 0n]]
  const paid = [0n, 0n]
  let [locked, swaps] = [0n, 0n]
  let reserves = [0n, 0n] as [bigint, bigint]
  const supply = () => shares.reduce((sum, each) => sum + each, locked)
  let block = 0
  const inBlock = (what: () => void) => {
    events.beginBlock(++block)
    what()
    events.endBlock()
    flows.push(...ledger.takeFlows())
  }
  /** The same share of an account's fees goes as of its shares. */
  const payFees = (who: number, some: bigint) => {
    for (const token of [0, 1]) {
      const part = (fees[who]![token]! * some) / shares[who]!
      paid[token]! += part
      fees[who]![token]! -= part
    }
  }
  const deposit = (who: number, minted: bigint, amounts: [bigint, bigint]) => {
    reserves = [reserves[0] + amounts[0], reserves[1] + amounts[1]]
    if (supply() === 0n) events.transfer(zeroAddress, zeroAddress, (locked = 1_000n), 0)
    events.transfer(zeroAddress, people[who]!, minted, 1)
    events.sync(reserves)
    events.mint(amounts, 2)
    shares[who]! += minted
  }
  inBlock(() => deposit(0, begin - 1_000n, [begin, begin]))
  for (const { kind, who, other, part, side } of moves) {
    const some = (shares[who]! * part) / 1000n
    const all = supply()
    inBlock(() => {
      if (kind === 'deposit') {
        const minted = (all * part) / 1000n
        deposit(who, minted, [(minted * reserves[0]) / all + 1n, (minted * reserves[1]) / all + 1n])
      } else if (kind === 'trade') {
        // At most a tenth: then fees stay below what shares would pay, which the table knows nothing of.
        const paidIn = (reserves[side]! * part) / 10_000n
        const out = (paidIn * 997n * reserves[1 - side]!) / (reserves[side]! * 1000n + paidIn * 997n)
        const amounts: [bigint, bigint] = side === 0 ? [paidIn, 0n] : [0n, paidIn]
        reserves = side === 0 ? [reserves[0] + paidIn, reserves[1] - out] : [reserves[0] - out, reserves[1] + paidIn]
        events.sync(reserves)
        events.swap(amounts)
        swaps++
        for (const [place, each] of shares.entries()) fees[place]![side]! += (((paidIn * 3n) / 1000n) * scale * each) / all
      } else if (some > 0n && kind === 'give' && who !== other) {
        payFees(who, some)
        events.transfer(people[who]!, people[other]!, some, 0)
        shares[who]! -= some
        shares[other]! += some
      } else if (some > 0n && kind === 'withdraw') {
        payFees(who, some)
        const amounts: [bigint, bigint] = [(some * reserves[0]) / all, (some * reserves[1]) / all]
        events.transfer(people[who]!, pairAddress, some, 0)
        events.transfer(pairAddress, zeroAddress, some, 1)
        reserves = [reserves[0] - amounts[0], reserves[1] - amounts[1]]
        events.sync(reserves)
        events.burn(amounts, 2)
        shares[who]! -= some
      }
    })
  }
  return { pair, flows, shares, fees, paid, swaps, block }
}

it('shares fees out as a table of everybody does after each swap, but for less than a unit for each time that they are paid', () => {
  fc.assert(
    fc.property(fc.bigInt(10n ** 6n, 10n ** 24n), fc.array(move, { maxLength: 40 }), (begin, moves) => {
      const { pair, flows, shares, fees, paid, swaps, block } = play(begin, moves)
      const holdings = new Map(pairHoldings(pair).map((holding) => [holding.account, holding]))
      const state = openPairDays(pair, 1).state(block)
      const told = flows.filter(({ kind }) => kind === 'fees')
      const times = BigInt(flows.filter(({ kind }) => kind === 'withdrawal' || kind === 'given').length)
      for (const token of [0, 1] as const) {
        for (const [place, account] of people.entries()) {
          expect(pair.ledger.sharesOf(account)).toBe(shares[place])
          const less = fees[place]![token]! / scale - (holdings.get(account)?.owed[token] ?? 0n)
          // Growth loses less than 2⁻¹²⁸ per share with each swap: below one unit in all, for so few shares and swaps.
          expect(less >= 0n && less <= 1n + swaps).toBe(true)
        }
        const paidOut = told.reduce((sum, { amounts }) => sum + amounts[token], 0n)
        const less = paid[token]! / scale - paidOut
        expect(less >= 0n && less <= 2n * times).toBe(true)
        const owed = [...holdings.values()].reduce((sum, holding) => sum + holding.owed[token], 0n)
        expect(state.unownedFees[token]).toBe(state.fees[token] - paidOut - owed)
      }
    }),
    { numRuns: 300 },
  )
})

it('keeps what was paid in: what begins is what ends and what is left', () => {
  fc.assert(
    fc.property(fc.bigInt(10n ** 6n, 10n ** 24n), fc.array(move, { maxLength: 40 }), (begin, moves) => {
      const { pair, flows } = play(begin, moves)
      for (const token of [0, 1] as const) {
        const sum = (kinds: readonly string[]) => flows.filter(({ kind }) => kinds.includes(kind)).reduce((all, { basis }) => all + basis[token], 0n)
        const left = pairHoldings(pair).reduce((all, { basis }) => all + basis[token], 0n)
        expect(sum(['deposit', 'received'])).toBe(sum(['withdrawal', 'given']) + left)
      }
    }),
  )
})
