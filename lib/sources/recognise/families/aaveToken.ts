import { parseAbi } from 'viem'
import { z } from 'zod'
import { reserveDataAbi } from '../../aaveToken'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'
import { isAddress } from './uniswapV2Pair'

/** How an Aave v2 pool tells of a reserve: the aToken stands one word before where v3 has it. */
const reserveDataV2Abi = parseAbi([
  'struct ReserveData { uint256 configuration; uint128 liquidityIndex; uint128 variableBorrowIndex; uint128 currentLiquidityRate; uint128 currentVariableBorrowRate; uint128 currentStableBorrowRate; uint40 lastUpdateTimestamp; address aTokenAddress; address stableDebtTokenAddress; address variableDebtTokenAddress; address interestRateStrategyAddress; uint8 id; }',
  'function getReserveData(address) view returns (ReserveData)',
])

/** Aave's aToken, of v3 or v2, which its pool names as the reserve's. A debt token answers the same questions; the pool tells them apart. */
export const aaveToken = toRecogniser({
  id: 'aaveToken',
  asks: ['UNDERLYING_ASSET_ADDRESS() view returns (address)', 'POOL() view returns (address)', 'scaledTotalSupply() view returns (uint256)'],
  answers: z.tuple([accountSchema, accountSchema, amountSchema]),
  examine: ([underlying, pool], address) => ({
    confirmations: [reserveDataAbi, reserveDataV2Abi].map((abi) => ({ address: pool, abi, functionName: 'getReserveData', args: [underlying] })),
    conclude(reserves) {
      const version = reserves.findIndex((reserve) => isAddress((reserve as { aTokenAddress?: unknown } | null | undefined)?.aTokenAddress, address))
      if (pool === address || version < 0) return null
      return toFinding({
        role: 'lendingMarket',
        evidence: 'confirmed',
        name: `Aave v${version === 0 ? 3 : 2} aToken`,
        said: `UNDERLYING_ASSET_ADDRESS() = ${underlying}, and its pool ${pool} names it in getReserveData`,
        family: 'aaveToken',
        assets: [underlying],
        // What a v3 pool is asked for, a v2 pool does not know.
        contracts: version === 0 ? { pool } : {},
      })
    },
  }),
})
