import type { ProtocolInput } from '@/lib/domain/protocol'

/**
 * What counts as money on Ethereum: wrapped ether, and USDC, USDT, DAI and USDS, each taken for a dollar. A test holds the addresses against the
 * published lists.
 *
 * Ether is priced in dollars by Uniswap v3's pool of DAI and wrapped ether at 0.3 %: it is as old as Uniswap v3 and has a fraction of the logs of
 * the pools of USDC. Its address follows from the factory, the two tokens and the fee (CREATE2); a test computes it. No pool lies before the
 * factory's first block.
 *
 * @example ethereumMoney.dollarPool.source // 'uniswapV3Pool'
 */
export const ethereumMoney = {
  wrappedEther: '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2',
  dollars: [
    '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
    '0xdac17f958d2ee523a2206206994597c13d831ec7',
    '0x6b175474e89094c44da98b954eedeac495271d0f',
    '0xdc035d45d973e3ec169d2276ddab16f1e407384f',
  ],
  dollarPool: {
    source: 'uniswapV3Pool',
    address: '0xc2e9f25be6257c210d7adf0d4cd6e3e881ba25f8',
    name: 'Uniswap v3 DAI/WETH 0.3 %',
    firstBlock: 12_369_621,
    fact: 'https://github.com/Uniswap/v3-periphery/blob/v1.4.4/contracts/libraries/PoolAddress.sol',
  },
} satisfies ProtocolInput['money']
