import { z } from 'zod'
import { reserveDataAbi } from '../../aaveToken'
import { accountSchema, amountSchema, toFinding, toRecogniser } from '../recogniser'
import { isAddress } from './uniswapV2Pair'

/** Aave v3's aToken, which its pool names as the reserve's. A debt token answers the same questions; the pool tells them apart. */
export const aaveToken = toRecogniser({
  id: 'aaveToken',
  asks: ['UNDERLYING_ASSET_ADDRESS() view returns (address)', 'POOL() view returns (address)', 'scaledTotalSupply() view returns (uint256)'],
  answers: z.tuple([accountSchema, accountSchema, amountSchema]),
  examine: ([underlying, pool], address) => ({
    confirmations: [{ address: pool, abi: reserveDataAbi, functionName: 'getReserveData', args: [underlying] }],
    conclude: ([reserve]) =>
      pool === address || !isAddress((reserve as { aTokenAddress?: unknown } | undefined)?.aTokenAddress, address)
        ? null
        : toFinding({
            role: 'lendingMarket',
            evidence: 'confirmed',
            name: 'Aave v3 aToken',
            said: `UNDERLYING_ASSET_ADDRESS() = ${underlying}, and its pool ${pool} names it in getReserveData`,
            family: 'aaveToken',
            assets: [underlying],
            contracts: { pool },
          }),
  }),
})
