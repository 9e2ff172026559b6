import { z } from 'zod'
import { accountSchema, amountSchema, toFinding, toQuestion, toRecogniser } from '../recogniser'
import { isAddress } from './uniswapV2Pair'

/** Uniswap's own factories, by `${chainId} ${address}`. From Uniswap's address book. */
const knownFactories: Readonly<Record<string, string>> = { '1 0x1f98431c8ad98523631ae4a59f267346ea31f984': 'Uniswap v3 pool' }

const getPool = toQuestion('getPool(address,address,uint24) view returns (address)')

/** A Uniswap v3 pool or a copy of one, which its own factory confirms. */
export const uniswapV3Pool = toRecogniser({
  id: 'uniswapV3Pool',
  asks: [
    'token0() view returns (address)',
    'token1() view returns (address)',
    'fee() view returns (uint24)',
    'factory() view returns (address)',
    'slot0() view returns (uint160, int24, uint16, uint16, uint16, uint8, bool)',
    'liquidity() view returns (uint128)',
  ],
  answers: z.tuple([accountSchema, accountSchema, z.number(), accountSchema, z.array(z.unknown()).length(7), amountSchema]),
  examine: ([token0, token1, fee, factory], address, chainId) => ({
    confirmations: [{ ...getPool, address: factory, args: [token0, token1, fee] }],
    conclude([pool]) {
      if (!isAddress(pool, address) || factory === address || token0 === token1) return null
      const known = knownFactories[`${chainId} ${factory}`]
      return toFinding({
        role: 'pool',
        evidence: known ? 'known' : 'confirmed',
        name: `${known ?? 'pool of the Uniswap v3 kind'} (${fee / 10_000} %)`,
        said: `token0() = ${token0}, token1() = ${token1}, fee() = ${fee}, and its factory ${factory} answers getPool with it`,
        family: 'uniswapV3Pool',
        assets: [token0, token1],
      })
    },
  }),
})
