import { encodePacked, keccak256 } from 'viem'
import { z } from 'zod'
import { logSchema, type Log } from '@/lib/chain/log'
import { inChainOrder } from '@/lib/domain/chainOrder'
import type { Address } from '@/lib/domain/address'
import type { PoolPlace } from '@/lib/domain/pool'
import { positionAmounts } from '@/lib/liquidity/positionAmounts'
import type { ProviderPosition } from '@/lib/liquidity/providerPosition'
import { uniswapV3Pool } from '@/lib/sources/pools/uniswapV3Pool'
import { openReplay } from '@/lib/sources/pools/uniswapV3Replay'
import { startPoolChain } from './poolChain'
import { deployer } from './tokenChain'

export const most128 = 2n ** 128n - 1n

/** A real Uniswap v3 on a real chain, and beside it the replay of its logs. */
export type ReplayChain = Awaited<ReturnType<typeof startReplayChain>>

/** A replay beside a pool of such a chain. */
export type FollowedPool = ReturnType<ReplayChain['follow']>

export async function startReplayChain() {
  const chain = await startPoolChain()
  const { act, ask, direct, manager, staker } = chain

  /** A swap straight in the pool; above 0 so much is paid in, below 0 so much is wanted out. */
  const trade = (pool: Address, sells0: boolean, amount: bigint, limit: bigint) => act(deployer, direct, 'trade', pool, sells0, amount, limit)
  /** @param shareManagers whose shares are looked through */
  const toPlace = (pool: Address, shareManagers: readonly Address[] = []): PoolPlace => {
    const named = Object.fromEntries(shareManagers.map((address) => [`shareManager.${address}`, address]))
    return { source: 'uniswapV3Pool', chainId: 31337, address: pool, name: 'pool', firstBlock: 0, contracts: { positionManager: manager, uniswapV3Staker: staker, ...named } }
  }

  async function readLogs(pool: Address, fromBlock: number, shareManagers?: readonly Address[]): Promise<Log[]> {
    const asked = uniswapV3Pool.logs(toPlace(pool, shareManagers), []).map(({ address, topics }) => ({ address, topics: [topics], fromBlock: `0x${fromBlock.toString(16)}`, toBlock: 'latest' }))
    const logs = (await Promise.all(asked.map((question) => chain.rpc.call('eth_getLogs', question)))).flatMap((answer) => z.array(logSchema).parse(answer))
    return logs.sort(inChainOrder)
  }

  /** A replay that can be brought up to the newest block, and held against what the contracts say there. */
  function follow(pool: Address, feePpm: number, quote: 0 | 1 = 1) {
    const replay = openReplay({ ...toPlace(pool), feePpm, quote })
    const { book } = replay
    let next = 0
    async function catchUp() {
      const logs = await readLogs(pool, next)
      next = Number(await chain.rpc.call('eth_blockNumber')) + 1
      replay.add(logs)
      return book
    }
    const keyOf = ({ owner, tickLower, tickUpper }: Pick<ProviderPosition, 'owner' | 'tickLower' | 'tickUpper'>) =>
      keccak256(encodePacked(['address', 'int24', 'int24'], [owner, tickLower, tickUpper]))

    /** What the contracts keep, and what the replay has in its place. */
    async function compare(): Promise<{ said: unknown; replayed: unknown }> {
      const { core } = book
      const [slot, liquidity, growth0, growth1, protocolFees] = await Promise.all(
        ['slot0', 'liquidity', 'feeGrowthGlobal0X128', 'feeGrowthGlobal1X128', 'protocolFees'].map((name) => ask(pool, name)),
      )
      const [sqrtPrice, tick, , , , feeProtocol] = slot as [bigint, number, number, number, number, number]
      const positions = [...book.positions.values()]
      const used = [...new Set(positions.flatMap(({ tickLower, tickUpper }) => [tickLower, tickUpper]))]
      const ticks = (await Promise.all(used.map((each) => ask(pool, 'ticks', each)))) as bigint[][]
      const owned = positions.map((each) => (each.tokenId === null ? each : { ...each, owner: manager }))
      const kept = (await Promise.all(owned.map((each) => ask(pool, 'positions', keyOf(each))))) as bigint[][]
      const nfts = positions.filter(({ tokenId }) => tokenId !== null)
      const managed = (await Promise.all(nfts.map(({ tokenId }) => ask(manager, 'positions', tokenId)))) as unknown[][]
      const owners = (await Promise.all(nfts.map(({ tokenId }) => ask(manager, 'ownerOf', tokenId)))) as string[]
      const flat = ({ liquidity, last, owed }: ProviderPosition['account']) => [liquidity, ...last, ...owed]
      return {
        said: {
          ...{ sqrtPrice, tick, liquidity, growth: [growth0, growth1], protocolFees, feeProtocol },
          ticks: ticks.map(([gross, net, outside0, outside1]) => [gross, net, outside0, outside1]),
          kept,
          managed: managed.map((each, place) => [...each.slice(7), owners[place]!.toLowerCase()]),
        },
        replayed: {
          ...{ sqrtPrice: core.sqrtPrice, tick: core.tick, liquidity: core.liquidity, growth: core.growth.slice(0, 2), protocolFees: core.protocolFees },
          feeProtocol: Number(core.feeProtocol[0] + 16n * core.feeProtocol[1]),
          ticks: used.map((each) => {
            const known = core.ticks.get(each)
            return known ? [known.gross, known.net, ...known.outside.slice(0, 2)] : [0n, 0n, 0n, 0n]
          }),
          kept: owned.map((each) => flat(core.position(each))),
          managed: nfts.map(({ account, owner }) => [...flat(account), owner]),
        },
      }
    }

    /** What burn and collect pay for each position alone, and what the replay says: principal and what is owed. */
    async function cashOuts(): Promise<{ paid: unknown[]; reckoned: unknown[] }> {
      const paid: unknown[] = []
      const reckoned: unknown[] = []
      const { sqrtPrice, tick } = book.core
      for (const position of book.positions.values()) {
        if (book.isLocked(position)) continue
        const { owner, tokenId, tickLower, tickUpper, liquidity } = position
        const [owed0, owed1] = book.owedTo(position)
        const [principal0, principal1] = positionAmounts(position, { sqrtPrice: sqrtPrice!, tick })
        reckoned.push([owner, tokenId, principal0 + owed0, principal1 + owed1])
        const isEmpty = liquidity === 0n && owed0 === 0n && owed1 === 0n
        const gained = isEmpty
          ? [0n, 0n]
          : tokenId !== null
            ? await chain.cashOut(owner, tokenId)
            : await chain.gain(owner, async () => {
                if (liquidity > 0n) await act(owner, pool, 'burn', tickLower, tickUpper, liquidity)
                await act(owner, pool, 'collect', owner, tickLower, tickUpper, most128, most128)
              })
        paid.push([owner, tokenId, ...gained])
      }
      return { paid, reckoned }
    }
    return { book, catchUp, compare, cashOuts }
  }
  return { ...chain, trade, follow, toPlace, readLogs }
}
