import { encodeFunctionData, parseAbi, toEventSelector } from 'viem'
import { readMoves, toBalances, type Move } from './balances'
import { toAccount, type PlainChain, type PlainLog } from './chainLogs'

/** Addresses and labels of a protocol, as the story gives them. */
export interface PlainProtocol {
  slug: string
  token: { address: string }
  pools: readonly { lpToken: { address: string } }[]
  labels: readonly { address: string; kind: string; role: string | null; entity?: string | undefined }[]
  wrappers: readonly { source: string; address: string; contracts: Readonly<Record<string, string>> }[]
  governance: { governors: readonly { address: string; source: string }[]; controlled: readonly { address: string; name: string }[] }
}

/** Who owns how many whole tokens after a block. */
export type OwnersAt = (block: number) => Map<string, number>

const positionsAbi = parseAbi(['function positions(uint256) view returns (uint96, address, address, address, uint24, int24, int24, uint128, uint256, uint256, uint128, uint128)'])
const events = {
  staked: toEventSelector('Staked(address,uint256)'), withdrawn: toEventSelector('Withdrawn(address,uint256)'),
  locked: toEventSelector('Deposit(address,uint256,uint256,int128,uint256)'), unlocked: toEventSelector('Withdraw(address,uint256,uint256)'),
  increased: toEventSelector('IncreaseLiquidity(uint256,uint128,uint256,uint256)'), decreased: toEventSelector('DecreaseLiquidity(uint256,uint128,uint256,uint256)'),
  handed: toEventSelector('Transfer(address,address,uint256)'),
  bonded: toEventSelector('Bond(address,address,address,uint256,uint256)'), unbonded: toEventSelector('Unbond(address,address,uint256,uint256,uint256)'),
  swapped: toEventSelector('Swap(address,address,int256,int256,uint160,uint128,int24)'), opened: toEventSelector('Initialize(uint160,int24)'),
}

/** Ups and downs of accounts by two events, whose first topic is the account and whose first word is the amount. */
const toMoves = (logs: readonly PlainLog[], up: string, down: string, itself: string): Move[] =>
  logs.flatMap(({ block, topics, words }) => {
    const account = topics[1] ? toAccount(topics[1]) : itself
    if (topics[0] === up) return [{ block, from: `0x${'0'.repeat(40)}`, to: account, amount: words[0]! }]
    return topics[0] === down ? [{ block, from: account, to: itself, amount: words[0]! }] : []
  })

/**
 * What people own, in their wallets and behind the contracts that hold the token for them: the v2 pair by its shares, staked or not, the vault and the
 * lending market by theirs, the network by what was bonded, the vote escrow by what was locked, the v3 pool by what the formulas of its paper say. Fees and rewards that wait
 * are nobody's here. In floating point: it is compared with, never booked.
 */
export async function readOwners(chain: PlainChain, { token, pools, wrappers }: PlainProtocol): Promise<OwnersAt> {
  const of = (source: string) => wrappers.filter((one) => one.source === source)
  const moves = await readMoves(chain, token.address)
  const pair = pools[0]!.lpToken.address
  const shares = await readMoves(chain, pair)
  const [rewards] = of('stakingRewards')
  const stakes = toMoves(await chain.logs({ address: rewards!.address }), events.staked, events.withdrawn, rewards!.address)
  const locks = await Promise.all(of('voteEscrow').map(async ({ address }) => toMoves(await chain.logs({ address }), events.locked, events.unlocked, address)))
  const receipts = await Promise.all([...of('erc4626Vault'), ...of('compoundToken')].map(async ({ address }) => ({ address, moves: await readMoves(chain, address) })))
  const bonds = await Promise.all(of('bondingManager').map(async ({ address, contracts }) => ({ address, logs: await chain.logs({ address: contracts.bondingManager! }) })))
  const positions = await Promise.all(of('uniswapV3Pool').map((pool) => readPositions(chain, pool, token.address)))
  return (block) => {
    const wallets = toBalances(moves, block)
    const owned = new Map<string, number>([...wallets].map(([account, amount]) => [account, Number(amount) / 1e18]))
    const add = (account: string, amount: number) => void owned.set(account, (owned.get(account) ?? 0) + amount)
    const split = (contract: string, parts: ReadonlyMap<string, bigint>) => {
      const all = [...parts].reduce((sum, [account, part]) => (account === contract ? sum : sum + Number(part)), 0)
      const held = Number(wallets.get(contract) ?? 0n) / 1e18
      owned.delete(contract)
      for (const [account, part] of parts) if (account !== contract) add(account, (held * Number(part)) / all)
    }
    const staked = toBalances(stakes, block)
    staked.delete(rewards!.address)
    const inPair = toBalances(shares, block)
    inPair.delete(rewards!.address)
    for (const [account, amount] of staked) inPair.set(account, (inPair.get(account) ?? 0n) + amount)
    split(pair, inPair)
    for (const { address, moves: own } of receipts) split(address, toBalances(own, block))
    for (const [place, { address }] of of('voteEscrow').entries()) {
      owned.delete(address)
      for (const [account, amount] of toBalances(locks[place]!, block)) if (account !== address) add(account, Number(amount) / 1e18)
    }
    // What an account had bonded when it last did something there; what was earned since waits.
    for (const { address, logs } of bonds) {
      owned.delete(address)
      const stake = new Map<string, number>()
      for (const { block: when, topics, words } of logs) {
        if (when > block) break
        if (topics[0] === events.bonded) stake.set(toAccount(topics[3]!), Number(words[1]!) / 1e18)
        if (topics[0] === events.unbonded) stake.set(toAccount(topics[2]!), Math.max(0, (stake.get(toAccount(topics[2]!)) ?? 0) - Number(words[1]!) / 1e18))
      }
      for (const [account, amount] of stake) add(account, amount)
    }
    for (const { address, at } of positions) {
      owned.delete(address)
      for (const [account, amount] of at(block)) add(account, amount)
    }
    owned.delete(rewards!.address)
    return owned
  }
}

/** Who has how much of a token in a v3 pool by NFTs: Uniswap v3's whitepaper, 6.29 and 6.30. */
async function readPositions(chain: PlainChain, { address, contracts }: PlainProtocol['wrappers'][number], token: string) {
  const manager = contracts.positionManager!
  const [pool, book] = [await chain.logs({ address }), await chain.logs({ address: manager })]
  const other = toAccount(await chain.call(address, '0x0dfe1681'))
  const isFirst = other === token
  const ids = [...new Set(book.filter(({ topics }) => topics[0] === events.increased).map(({ topics }) => BigInt(topics[1]!)))]
  const ranges = new Map<bigint, readonly [number, number]>()
  for (const id of ids) {
    const words = await chain.words(manager, encodeFunctionData({ abi: positionsAbi, functionName: 'positions', args: [id] }))
    ranges.set(id, [Number(BigInt.asIntN(24, words[5]!)), Number(BigInt.asIntN(24, words[6]!))])
  }
  const at = (upTo: number): [string, number][] => {
    const last = pool.filter(({ block, topics }) => block <= upTo && (topics[0] === events.swapped || topics[0] === events.opened)).at(-1)
    if (!last) return []
    const price = Number(last.topics[0] === events.swapped ? last.words[2]! : last.words[0]!) / 2 ** 96
    const owners = new Map<bigint, string>()
    const liquidity = new Map<bigint, number>()
    for (const { block, topics, words } of book) {
      if (block > upTo) break
      if (topics[0] === events.handed) owners.set(BigInt(topics[3]!), toAccount(topics[2]!))
      const way = topics[0] === events.increased ? 1 : topics[0] === events.decreased ? -1 : 0
      if (way !== 0) liquidity.set(BigInt(topics[1]!), (liquidity.get(BigInt(topics[1]!)) ?? 0) + way * Number(words[0]!))
    }
    return [...liquidity].map(([id, amount]) => {
      const [low, high] = ranges.get(id)!.map((tick) => 1.0001 ** (tick / 2)) as [number, number]
      const here = Math.min(Math.max(price, low), high)
      return [owners.get(id)!, (amount * (isFirst ? 1 / here - 1 / high : here - low)) / 1e18]
    })
  }
  return { address, at }
}
