import type { ProtocolInput } from '@/lib/domain/protocol'
import { saidBy, type LabelInput } from './saidBy'

const repository = 'https://github.com/compound-finance/comet/blob'
/** Every market with its collateral, as they stood in 2025. */
const markets = 'https://github.com/woof-software/compound-docs-aggregator/blob/00613f715c5ff721e866e8359ed027cae2fe0306/README.md'

const deployed = {
  USDC: {
    address: '0xc3d688b66703497daa19211eedff47f25384cdc3',
    base: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
    // Safely earlier: indexers name block 15,331,586, in August 2022.
    firstBlock: 15_300_000,
    source: `${repository}/003edee127664413c437e1d5b1f6b430937a206b/deployments/mainnet/usdc/roots.json`,
  },
  USDT: {
    address: '0x3afdc9bca9213a35503b077a6072f3d0d5ab0840',
    base: '0xdac17f958d2ee523a2206206994597c13d831ec7',
    // Safely earlier: it was set up by a proposal of 6 June 2024, four days after this block.
    firstBlock: 20_000_000,
    source: `${repository}/63b65d15ff6eb402eaebea4d3956eb6c657a80c0/deployments/mainnet/usdt/roots.json`,
  },
  USDS: {
    address: '0x5d409e56d886231adaf00c8775665ad0f9897b56',
    base: '0xdc035d45d973e3ec169d2276ddab16f1e407384f',
    // Safely earlier: no SKY, its only collateral that is followed here, was there before.
    firstBlock: 20_600_000,
    source: `${repository}/a32c29ea7727f3aa0e0f62d5c7f95d0be059310c/deployments/mainnet/usds/roots.json`,
  },
} as const

/** What a Compound v3 market on Ethereum lends. */
export type CometBase = keyof typeof deployed

const toName = (base: CometBase) => `Compound III: ${base} market`

/**
 * A Compound v3 market on Ethereum that takes a token as collateral.
 *
 * @example cometMarket('USDC', '0x1f98…').name // 'Compound III: USDC market'
 */
export function cometMarket(base: CometBase, collateral: string): NonNullable<ProtocolInput['wrappers']>[number] {
  const { address, firstBlock } = deployed[base]
  return { source: 'comet', address, name: toName(base), firstBlock, assets: [collateral], fact: markets }
}

/** CometRewards pays COMP for every market on Ethereum: each of the files that name a market names it as `rewards`. */
export const cometRewards = '0x1b0e765f6224c21223aea2af16c1c46e38885a40'

/**
 * The same of COMP, which it pays too: to those who lend its base token and to those who borrow it. Nothing here asks who lent what: the base is none of its assets.
 *
 * @param comp the reward, and collateral
 * @example payingMarket('USDC', '0xc00e…').contracts?.cometRewards // '0x1b0e…'
 */
export const payingMarket = (base: CometBase, comp: string): NonNullable<ProtocolInput['wrappers']>[number] => ({
  ...cometMarket(base, comp), contracts: { cometRewards, rewardsToken: comp, baseToken: deployed[base].base },
})

/**
 * The label of such a market as a holder of its collateral.
 *
 * @example cometLabel('USDC').role // 'lendingMarket'
 */
export const cometLabel = (base: CometBase): LabelInput => saidBy(deployed[base].source, '2026-11-23')(deployed[base].address, 'contract', 'lendingMarket', toName(base))
