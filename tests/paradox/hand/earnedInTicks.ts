import { toEventSelector } from 'viem'
import { toAccount, type PlainChain } from '../chainLogs'
import type { PlainToken } from '../plainStory'
import type { DayPrice } from '../prices'
import type { Earned } from './earnedInPair'

const events = {
  mint: toEventSelector('Mint(address,address,int24,int24,uint128,uint256,uint256)'), burn: toEventSelector('Burn(address,int24,int24,uint128,uint256,uint256)'),
  swap: toEventSelector('Swap(address,address,int256,int256,uint160,uint128,int24)'), begin: toEventSelector('Initialize(uint160,int24)'), fee: toEventSelector('SetFeeProtocol(uint8,uint8,uint8,uint8)'),
  more: toEventSelector('IncreaseLiquidity(uint256,uint128,uint256,uint256)'), less: toEventSelector('DecreaseLiquidity(uint256,uint128,uint256,uint256)'), passed: toEventSelector('Transfer(address,address,uint256)'),
}
const signed = (word: bigint | string) => Number(BigInt.asIntN(256, BigInt(word)))

interface Position { owner: string; range: readonly [number, number]; liquidity: number; cost: number }

/**
 * In the Uniswap v3 pool of 0.3 %: of each swap’s fee half goes to those whose range has the price before it, half to those whose range has the price after
 * it, by their liquidity: near enough, as hardly any swap leaves a range. Positions are NFTs, or an account’s own in the pool.
 */
export async function earnedInTicks(chain: PlainChain, { protocol }: PlainToken, prices: ReadonlyMap<number, DayPrice>, wrappedEther: string): Promise<Earned> {
  const wrapper = protocol.wrappers.find(({ source }) => source === 'uniswapV3Pool')
  if (!wrapper) return new Map()
  const [pool, manager] = [wrapper.address, wrapper.contracts.positionManager!]
  const isFirst = BigInt(protocol.token.address) < BigInt(wrappedEther)
  const logs = [...(await chain.logs({ address: pool })), ...(await chain.logs({ address: manager }))].sort((one, other) => one.block - other.block || one.place - other.place)
  const positions = new Map<string, Position>()
  const [size, profit] = [new Map<string, number>(), new Map<string, number>()]
  let last = { ether: 0, dollars: 0, reserve: 0 }
  let [tick, kept] = [0, [1, 1] as [number, number]]
  // The manager has NFTs of other pools too: those of this one are told right behind what the pool tells of them.
  let minted = { range: [0, 0] as readonly [number, number], block: -1, place: 0 }
  /** Dollars for amounts of the pool's two tokens */
  const worth = (amounts: readonly [number, number]) => {
    const [tokens, ether] = isFirst ? amounts : [amounts[1], amounts[0]]
    return ((tokens * last.ether + ether) / 1e18) * last.dollars
  }
  const change = (id: string, owner: string | null, range: readonly [number, number], liquidity: number, amounts: readonly [number, number]) => {
    const position = positions.get(id) ?? { owner: owner ?? '', range, liquidity: 0, cost: 0 }
    position.cost = liquidity > 0 ? position.cost + worth(amounts) : position.cost * (1 + liquidity / position.liquidity)
    position.liquidity += liquidity
    positions.set(id, position)
    const within = [...positions.values()].filter((one) => one.owner === position.owner).reduce((sum, { cost }) => sum + cost, 0)
    if (position.owner) size.set(position.owner, Math.max(size.get(position.owner) ?? 0, within))
  }
  for (const { block, place, address, topics, words } of logs) {
    last = prices.get(Math.floor((await chain.timeOf(block)) / 86_400)) ?? last
    const [name] = topics
    if (address === manager) {
      const id = `nft ${BigInt(topics.at(name === events.passed ? 3 : 1)!)}`
      const known = positions.get(id)
      const isNew = !known && name === events.passed && block === minted.block && place - minted.place <= 2
      const to = name === events.passed ? toAccount(topics[2]!) : ''
      if (isNew) positions.set(id, { owner: to, range: minted.range, liquidity: 0, cost: 0 })
      else if (known && name === events.passed) {
        known.owner = to
        size.set(to, Math.max(size.get(to) ?? 0, known.cost))
      } else if (known && name === events.more) change(id, null, known.range, Number(words[0]!), [Number(words[1]!), Number(words[2]!)])
      else if (known && name === events.less && words[0]! > 0n) change(id, null, known.range, -Number(words[0]!), [0, 0])
    } else if (name === events.begin) tick = signed(words[1]!)
    else if (name === events.fee) kept = [words[2]!, words[3]!].map((part) => (part > 0n ? 1 - 1 / Number(part) : 1)) as [number, number]
    else if (name === events.mint || name === events.burn) {
      const owner = toAccount(topics[1]!)
      const range = [signed(topics[2]!), signed(topics[3]!)] as const
      const [liquidity, ...amounts] = name === events.mint ? [Number(words[1]!), Number(words[2]!), Number(words[3]!)] : [-Number(words[0]!), 0, 0]
      // An NFT's own log comes right behind this one.
      if (owner === manager) minted = { range, block, place }
      else if (liquidity !== 0) change(`${owner} ${range.join(' ')}`, owner, range, liquidity!, amounts as [number, number])
    } else if (name === events.swap) {
      const after = signed(words[4]!)
      const paid = [signed(words[0]!), signed(words[1]!)].map((amount, token) => Math.max(0, amount) * 0.003 * kept[token]!) as [number, number]
      for (const at of [tick, after]) {
        const inRange = [...positions.values()].filter(({ range: [lower, upper], liquidity }) => liquidity > 0 && lower <= at && at < upper)
        const all = inRange.reduce((sum, { liquidity }) => sum + liquidity, 0)
        for (const { owner, liquidity } of inRange) profit.set(owner, (profit.get(owner) ?? 0) + (worth(paid) / 2) * (liquidity / all))
      }
      tick = after
    }
  }
  return new Map([...size].map(([account, most]) => [account, { size: most, profit: profit.get(account) ?? 0 }]))
}
