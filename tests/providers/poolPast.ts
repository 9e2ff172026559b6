import { zeroAddress, type Address } from '@/lib/domain/address'
import { lesser, minus, none, part, plus, type Happening, type Pair } from './happenings'
import { openProviders, payGas, toLoss, type PoolPast } from './past'

export interface PastPosition {
  owner: Address
  /** null where it stands in the pool's own books */
  tokenId: bigint | null
  /** The ticks between which it lies */
  range: readonly [lower: number, upper: number]
  liquidity: bigint
  basis: Pair
  /** Taken out and not fetched */
  waiting: Pair
}

interface Where {
  owner: Address
  tickLower: number
  tickUpper: number
}

/** A position that went from one account to another: what had been earned until then no receipt tells. */
export interface HandOver {
  giver: Address
  heir: Address
  tokenId: bigint
}

/**
 * Who did what in a Uniswap v3 pool. What goes in and out is what moved between the pool and others in the transaction; what was taken out is what
 * the pool says in its Burn; of what is fetched that goes first, and the rest are fees.
 */
export function toPoolPast(happenings: readonly Happening[], { pool, manager, wethIsToken0 }: { pool: Address; manager: Address; wethIsToken0: boolean }): PoolPast & { positions: PastPosition[]; handOvers: HandOver[] } {
  const { providers, of } = openProviders()
  const positions = new Map<string, PastPosition>()
  const handOvers: HandOver[] = []
  let volume: Pair = none
  let root = 0
  const toRoot = (tick: number) => 1.0001 ** (tick / 2)
  const open = (key: string, opened: Pick<PastPosition, 'owner' | 'tokenId' | 'range'>): PastPosition => {
    let known = positions.get(key)
    if (!known) positions.set(key, (known = { ...opened, liquidity: 0n, basis: none, waiting: none }))
    return known
  }
  const toKey = ({ owner, tickLower, tickUpper }: Where) => `${owner} ${tickLower} ${tickUpper}`

  for (const { blockNumber, wei, events, paidIn, paidOut } of happenings) {
    const doing = new Set<Address>()
    let minted: Where | null = null
    const deposit = (position: PastPosition, liquidity: bigint) => {
      const provider = of(position.owner)
      provider.deeds.push({ blockNumber, kind: 'deposit', amounts: paidIn, basis: paidIn })
      provider.basis = plus(provider.basis, paidIn)
      position.basis = plus(position.basis, paidIn)
      position.liquidity += liquidity
      doing.add(position.owner)
    }
    const withdraw = (position: PastPosition, liquidity: bigint, amounts: Pair) => {
      if (liquidity === 0n) return
      const provider = of(position.owner)
      const basis = part(position.basis, liquidity, position.liquidity)
      provider.deeds.push({ blockNumber, kind: 'withdrawal', amounts, basis })
      provider.basis = minus(provider.basis, basis)
      position.basis = minus(position.basis, basis)
      position.waiting = plus(position.waiting, amounts)
      position.liquidity -= liquidity
      doing.add(position.owner)
    }
    const fetch = (position: PastPosition) => {
      const waited = lesser(position.waiting, paidOut)
      position.waiting = minus(position.waiting, waited)
      const fees = minus(paidOut, waited)
      if (fees[0] === 0n && fees[1] === 0n) return
      of(position.owner).deeds.push({ blockNumber, kind: 'fees', amounts: fees, basis: none })
      doing.add(position.owner)
    }
    for (const { address, name, args } of events) {
      const { amount, amount0, amount1, liquidity, tokenId } = args as unknown as { amount: bigint; amount0: bigint; amount1: bigint; liquidity: bigint; tokenId: bigint }
      const where = args as unknown as Where
      const direct = address === pool && where.owner !== manager
      if (address === pool && name === 'Mint') minted = where
      if (address === manager && name === 'Transfer') {
        const { from, to } = args as unknown as { from: Address; to: Address }
        if (from === zeroAddress) {
          // The pool's own Mint stands before it.
          const { tickLower, tickUpper } = minted!
          open(String(tokenId), { owner: to, tokenId, range: [tickLower, tickUpper] })
          continue
        }
        handOvers.push({ giver: from, heir: to, tokenId })
        positions.get(String(tokenId))!.owner = to
        for (const account of [from, to]) doing.add(account)
      } else if (address === manager && name === 'IncreaseLiquidity') deposit(positions.get(String(tokenId))!, liquidity)
      else if (address === manager && name === 'DecreaseLiquidity') withdraw(positions.get(String(tokenId))!, liquidity, [amount0, amount1])
      else if (address === manager && name === 'Collect') fetch(positions.get(String(tokenId))!)
      else if (direct && name === 'Mint') deposit(open(toKey(where), { owner: where.owner, tokenId: null, range: [where.tickLower, where.tickUpper] }), amount)
      else if (direct && name === 'Burn') withdraw(positions.get(toKey(where))!, amount, [amount0, amount1])
      else if (direct && name === 'Collect') fetch(positions.get(toKey(where))!)
      else if (address === pool && (name === 'Swap' || name === 'Initialize')) {
        const after = Number((args as unknown as { sqrtPriceX96: bigint }).sqrtPriceX96) / 2 ** 96
        if (name === 'Swap') {
          volume = plus(volume, [amount0 > 0n ? amount0 : 0n, amount1 > 0n ? amount1 : 0n])
          for (const { owner, liquidity: own, range } of positions.values())
            if (own > 0n) of(owner).loss += toLoss(Number(own), [toRoot(range[0]), toRoot(range[1])], root, after, wethIsToken0)
        }
        root = after
      }
    }
    if (doing.size > 0) payGas(of, doing, { blockNumber, wei })
  }
  return { providers, volume, owned: [...positions.values()].reduce((sum, { liquidity }) => sum + liquidity, 0n), positions: [...positions.values()], handOvers }
}
