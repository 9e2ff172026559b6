import type { ProtocolInput } from '@/lib/domain/protocol'
import type { PoolInput } from './pair'

/**
 * A pool of SushiSwap's first MasterChef on Ethereum, by which shares of a pair belong to those who staked them. Until September 2020 its pools took in
 * shares of Uniswap's pairs; then it exchanged these for shares of SushiSwap's own (https://medium.com/sushiswap-org/migration-faq-effdf940e167, where
 * CRV/ETH is the first). The fact names the farm with the tokens that pools took in before and took in after; its first block is in SushiSwap's subgraph.
 * https://github.com/sushiswap/sushiswap-subgraph/blob/346f62a2ab0cd7965db107582e6358102cfe8dad/subgraphs/masterchef.yaml
 *
 * @param id the pool's number
 * @param pairs whose shares it took in, one after the other
 * @param rewardsToken SUSHI, where what it pays is followed as well: that takes all of the farm's logs
 * @example sushiFarm(37, [aavePair]).farm?.pools // [{ id: 37, asset: '0xd75e…' }]
 */
export function sushiFarm(id: number, pairs: readonly Pick<PoolInput, 'lpToken'>[], rewardsToken?: string): NonNullable<ProtocolInput['wrappers']>[number] {
  const assets = pairs.map(({ lpToken }) => lpToken.address)
  return {
    source: 'masterChef',
    address: '0xc2edad668740f1aa35e4d8f227fb8e17dca888cd',
    name: 'SushiSwap: MasterChef',
    firstBlock: 10_736_242,
    assets,
    ...(rewardsToken ? { contracts: { rewardsToken } } : {}),
    farm: { pools: assets.map((asset) => ({ id, asset })) },
    fact: 'https://github.com/omakase-bar/sushiswap-frontend/blob/1abbbeadf4c9722541fad1c9bc73183c14cd7177/src/constants/constants.js',
  }
}
