import { encodePacked, keccak256, parseAbi } from 'viem'
import { z } from 'zod'
import type { CallResult, ChainReader, ContractCall } from '../chain/reader'
import type { Address } from '../domain/address'
import type { Gap } from '../domain/snapshot'
import { toPositionKey, type PoolBooks, type Position } from '../liquidity/foldPositions'
import { readAll, amountSchema } from './answers'

const poolAbi = parseAbi([
  'function slot0() view returns (uint160 sqrtPriceX96, int24 tick, uint16, uint16, uint16, uint8, bool)',
  'function feeGrowthGlobal0X128() view returns (uint256)',
  'function feeGrowthGlobal1X128() view returns (uint256)',
  'function protocolFees() view returns (uint128, uint128)',
  'function ticks(int24) view returns (uint128, int128, uint256 feeGrowthOutside0X128, uint256 feeGrowthOutside1X128, int56, uint160, uint32, bool)',
  'function positions(bytes32) view returns (uint128 liquidity, uint256 feeGrowth0, uint256 feeGrowth1, uint128 owed0, uint128 owed1)',
])
const managerAbi = parseAbi([
  'function positions(uint256) view returns (uint96, address, address, address, uint24, int24, int24, uint128 liquidity, uint256 feeGrowth0, uint256 feeGrowth1, uint128 owed0, uint128 owed1)',
])

const both = z.tuple([amountSchema, amountSchema])

/** What a Uniswap v3 pool and the manager of its NFTs say at a block. A position or a tick that could not be read is absent. */
export const poolAnswersSchema = z.object({
  price: z.object({ sqrtPrice: amountSchema, tick: z.int() }),
  /** Fees for each unit of liquidity since the pool began, Q128.128 */
  feeGrowth: both,
  protocolFees: both,
  /** By tick: the fees on its other side */
  ticks: z.record(z.string(), both),
  /** By key of the position: its liquidity, the fee growth when it was last touched, and what is owed since then */
  positions: z.record(z.string(), z.object({ liquidity: amountSchema, feeGrowth: both, owed: both })),
})
export type PoolAnswers = z.infer<typeof poolAnswersSchema>

const headSchema = z.tuple([z.tuple([z.bigint(), z.number()]).rest(z.unknown()), z.bigint(), z.bigint(), z.tuple([z.bigint(), z.bigint()])])
const tickSchema = z.tuple([z.bigint(), z.bigint(), z.bigint(), z.bigint()]).rest(z.unknown())
const positionSchema = z.tuple([z.bigint(), z.bigint(), z.bigint(), z.bigint(), z.bigint()])

/**
 * Asks a pool and the manager of its NFTs what logs do not say: the fees that positions have earned.
 *
 * @param asked.books what the logs say, which the answers are held against
 * @param asked.positions those to ask for
 * @returns null and a gap where the pool's own state could not be read; else what could be read, one gap each for the ticks and for the
 *   positions that could not, and one each where liquidity or price is not what the logs say
 * @example (await readPoolAnswers({pool, manager, books, positions: []}, reader, 7)).answers!.protocolFees // ['0', '0']
 */
export async function readPoolAnswers(
  asked: { pool: Address; manager: Address | null; books: PoolBooks; positions: readonly Position[] },
  reader: Pick<ChainReader, 'readContracts'>,
  blockNumber: number,
): Promise<{ answers: z.input<typeof poolAnswersSchema> | null; gaps: Gap[] }> {
  const { pool, manager, books, positions } = asked
  const ofPool = (functionName: string, args: readonly unknown[] = []): ContractCall => ({ address: pool, abi: poolAbi, functionName, args })
  const names = ['slot0', 'feeGrowthGlobal0X128', 'feeGrowthGlobal1X128', 'protocolFees']
  const head = await readAll(reader, names.map((name) => ofPool(name)), blockNumber, `fees of the pool ${pool}`)
  if ('gap' in head) return { answers: null, gaps: [head.gap] }
  const [[sqrtPrice, tick], growth0, growth1, [fees0, fees1]] = headSchema.parse(head.values)

  const used = [...new Set(positions.filter(({ liquidity }) => liquidity > 0n).flatMap(({ tickLower, tickUpper }) => [tickLower, tickUpper]))]
  const tickAnswers = await reader.readContracts(used.map((each) => ofPool('ticks', [each])), blockNumber)
  const positionAnswers = await reader.readContracts(
    positions.map(({ tokenId, owner, tickLower, tickUpper }) =>
      tokenId === null
        ? ofPool('positions', [keccak256(encodePacked(['address', 'int24', 'int24'], [owner, tickLower, tickUpper]))])
        : { address: manager!, abi: managerAbi, functionName: 'positions', args: [tokenId] },
    ),
    blockNumber,
  )
  const ticks = toRecord(used, tickAnswers, String, (value) => {
    const [, , outside0, outside1] = tickSchema.parse(value)
    return toPair(outside0, outside1)
  })
  const read = toRecord(positions, positionAnswers, toPositionKey, (value) => {
    // The manager names the pool and the range first; what follows is the same in both.
    const [liquidity, last0, last1, owed0, owed1] = positionSchema.parse(z.array(z.unknown()).parse(value).slice(-5))
    return { liquidity: String(liquidity), feeGrowth: toPair(last0, last1), owed: toPair(owed0, owed1) }
  })
  const differing = positions.filter((position) => {
    const said = read[toPositionKey(position)]
    return said && said.liquidity !== String(position.liquidity)
  })
  const gaps: Gap[] = [...toGap(`ticks of the pool ${pool}`, tickAnswers), ...toGap(`positions of the pool ${pool}`, positionAnswers)]
  if (differing.length > 0)
    gaps.push({
      subject: `liquidity of ${differing.length} of ${positions.length} positions of the pool ${pool}`,
      reason: `the logs add up to something else than the contract says, first for ${toPositionKey(differing[0]!)}`,
    })
  if (books.price?.sqrtPrice !== sqrtPrice)
    gaps.push({ subject: `price of the pool ${pool}`, reason: 'the last Swap in the logs has another price than the contract' })
  const price = { sqrtPrice: String(sqrtPrice), tick }
  return { answers: { price, feeGrowth: toPair(growth0, growth1), protocolFees: toPair(fees0, fees1), ticks, positions: read }, gaps }
}

const toPair = (of0: bigint, of1: bigint): [string, string] => [String(of0), String(of1)]

function toRecord<Subject, Said>(
  subjects: readonly Subject[],
  answers: readonly CallResult[],
  toKey: (subject: Subject) => string,
  toSaid: (value: unknown) => Said,
): Record<string, Said> {
  return Object.fromEntries(
    answers.flatMap((answer, place) => (answer.status === 'ok' ? [[toKey(subjects[place]!), toSaid(answer.value)]] : [])),
  ) as Record<string, Said>
}

/** One gap for all that failed: a pool has more positions than anybody reads lines. */
function toGap(subject: string, answers: readonly CallResult[]): Gap[] {
  const failed = answers.filter((answer) => answer.status === 'failed')
  return failed.length === 0 ? [] : [{ subject: `${failed.length} of ${answers.length} ${subject}`, reason: failed[0]!.reason }]
}
