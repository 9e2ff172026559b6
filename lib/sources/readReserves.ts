import { parseAbi } from 'viem'
import { z } from 'zod'
import type { CallResult, ChainReader } from '../chain/reader'
import { addressSchema, type Address } from '../domain/address'
import type { Gap, PoolReserves, ReserveToken } from '../domain/snapshot'

const pairAbi = parseAbi([
  'function token0() view returns (address)',
  'function token1() view returns (address)',
  'function getReserves() view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast)',
])
const tokenAbi = parseAbi(['function symbol() view returns (string)', 'function decimals() view returns (uint8)'])

const reservesSchema = z.tuple([z.bigint(), z.bigint(), z.number()])

/**
 * Reads what a Uniswap v2 pair holds at a block: both tokens with the reserves that the pair itself keeps account of.
 * A provider's part is its LP balance over the LP token's total supply, the locked minimum liquidity included.
 *
 * @returns reserves null and a gap that says why where any of it could not be read
 */
export async function readReserves(
  reader: ChainReader,
  pair: Address,
  blockNumber: number,
): Promise<{ reserves: PoolReserves | null; gaps: Gap[] }> {
  const call = (functionName: string) => ({ address: pair, abi: pairAbi, functionName })
  const answers = await reader.readContracts([call('token0'), call('token1'), call('getReserves')], blockNumber)
  const failed = answers.find((answer) => answer.status === 'failed')
  if (failed) return { reserves: null, gaps: [{ subject: `reserves of ${pair}`, reason: failed.reason }] }
  const [first, second, amounts] = answers.map((answer) => (answer as Extract<CallResult, { status: 'ok' }>).value)
  const [reserve0, reserve1] = reservesSchema.parse(amounts)
  const tokens = await Promise.all([
    readToken(reader, addressSchema.parse(first), reserve0, blockNumber),
    readToken(reader, addressSchema.parse(second), reserve1, blockNumber),
  ])
  const gaps = tokens.filter((token): token is Gap => 'reason' in token)
  return gaps.length > 0 ? { reserves: null, gaps } : { reserves: { tokens: tokens as [ReserveToken, ReserveToken] }, gaps: [] }
}

async function readToken(reader: ChainReader, address: Address, reserve: bigint, blockNumber: number): Promise<ReserveToken | Gap> {
  const call = (functionName: string) => ({ address, abi: tokenAbi, functionName })
  const [symbol, decimals] = await reader.readContracts([call('symbol'), call('decimals')], blockNumber)
  if (symbol?.status !== 'ok' || decimals?.status !== 'ok')
    return { subject: `symbol and decimals of ${address}`, reason: [symbol, decimals].find((a) => a?.status === 'failed')?.reason ?? 'no answer' }
  return { address, symbol: z.string().max(64).parse(symbol.value), decimals: z.number().parse(decimals.value), reserve }
}
