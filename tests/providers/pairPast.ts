import { zeroAddress, type Address } from '@/lib/domain/address'
import { lesser, minus, none, part, plus, type Happening, type Pair } from './happenings'
import { openProviders, payGas, toLoss, type PoolPast } from './past'

/** Fees are kept finer than a unit: 2^128 of them are one. */
const fine = 2n ** 128n

/**
 * Who did what in a Uniswap v2 pair. Amounts are what moved between the pair and others in the transaction; of every swap 0.3 % of what was paid in,
 * in whole units, is shared by all who have LP shares then, staked or not.
 */
export function toPairPast(happenings: readonly Happening[], { pair, staking, token, wethIsToken0 }: { pair: Address; staking: Address; token: Address; wethIsToken0: boolean }): PoolPast {
  const { providers, of } = openProviders()
  const shares = new Map<Address, bigint>()
  const earned = new Map<Address, Pair>()
  let [supply, volume, reserves, before] = [0n, none, none, none]
  const change = (account: Address, by: bigint) => shares.set(account, (shares.get(account) ?? 0n) + by)
  /** Takes some shares off an account. @returns the fees and the basis that went with them */
  const takeOff = (account: Address, gone: bigint) => {
    const held = shares.get(account)!
    const provider = of(account)
    const fees = part(earned.get(account) ?? none, gone, held)
    const basis = part(provider.basis, gone, held)
    earned.set(account, minus(earned.get(account) ?? none, fees))
    provider.basis = minus(provider.basis, basis)
    change(account, -gone)
    return { fees: part(fees, 1n, fine), basis }
  }

  for (const { blockNumber, wei, events, paidIn, paidOut } of happenings) {
    const doing = new Set<Address>()
    let fresh: { to: Address; value: bigint } | null = null
    let burned: { from: Address; value: bigint } | null = null
    for (const { address, name, args } of events) {
      if (address === pair && name === 'Transfer') {
        const { from, to, value } = args as unknown as { from: Address; to: Address; value: bigint }
        if (from === zeroAddress && to === zeroAddress) supply += value
        else if (from === zeroAddress) fresh = { to, value }
        else if (to === pair) burned = { from, value }
        else if (from !== pair && from !== staking && to !== staking) {
          const worth = part(reserves, value, supply)
          const { fees, basis } = takeOff(from, value)
          of(from).deeds.push({ blockNumber, kind: 'fees', amounts: lesser(fees, worth), basis: none }, { blockNumber, kind: 'given', amounts: worth, basis })
          of(to).deeds.push({ blockNumber, kind: 'received', amounts: worth, basis: worth })
          of(to).basis = plus(of(to).basis, worth)
          change(to, value)
          for (const account of [from, to]) doing.add(account)
        }
      } else if (address === pair && name === 'Sync') {
        before = reserves
        reserves = [args.reserve0!, args.reserve1!]
      }
      else if (address === pair && name === 'Swap') {
        const { amount0In, amount1In } = args as unknown as { amount0In: bigint; amount1In: bigint }
        volume = plus(volume, [amount0In, amount1In])
        // All liquidity, √(x · y) before the swap, lies at every price.
        const [[x, y], [xAfter, yAfter]] = [before.map(Number), reserves.map(Number)] as [[number, number], [number, number]]
        const loss = toLoss(Math.sqrt(x) * Math.sqrt(y), [0, Infinity], Math.sqrt(y / x), Math.sqrt(yAfter / xAfter), wethIsToken0)
        for (const [account, held] of shares) {
          of(account).loss += (loss * Number(held)) / Number(supply)
          const share = ([amount0In, amount1In] as const).map((paid) => (((paid * 3n) / 1000n) * held * fine) / supply) as unknown as Pair
          earned.set(account, plus(earned.get(account) ?? none, share))
        }
      } else if (address === pair && name === 'Mint' && fresh) {
        const provider = of(fresh.to)
        provider.deeds.push({ blockNumber, kind: 'deposit', amounts: paidIn, basis: paidIn })
        provider.basis = plus(provider.basis, paidIn)
        change(fresh.to, fresh.value)
        supply += fresh.value
        doing.add(fresh.to)
      } else if (address === pair && name === 'Burn' && burned) {
        const { fees, basis } = takeOff(burned.from, burned.value)
        const paid = lesser(fees, paidOut)
        const { deeds } = of(burned.from)
        deeds.push({ blockNumber, kind: 'fees', amounts: paid, basis: none }, { blockNumber, kind: 'withdrawal', amounts: minus(paidOut, paid), basis })
        supply -= burned.value
        doing.add(burned.from)
      } else if (address === staking && ['Staked', 'Withdrawn', 'RewardPaid'].includes(name)) doing.add(args.user!)
      else if (address === token && name === 'Transfer' && args.from === staking) {
        const { to, value } = args as unknown as { to: Address; value: bigint }
        of(to).rewards.push({ blockNumber, amount: value })
      }
    }
    if (doing.size > 0) payGas(of, doing, { blockNumber, wei })
  }
  return { providers, volume, owned: [...shares.values()].reduce((sum, held) => sum + held, 0n) }
}
