import type { TokenPair } from '../domain/pool'
import type { Log } from '../chain/log'
import { zeroAddress, type Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Wrapper } from '../domain/protocol'
import { earnedFees, feeGrowthInside } from '../liquidity/feeGrowth'
import { foldPositions, toPositionKey, type PoolBooks, type Position } from '../liquidity/foldPositions'
import type { PoolEvent } from '../liquidity/poolEvent'
import { positionAmounts, type Price } from '../liquidity/positionAmounts'
import { foldOn } from './foldOn'
import type { Source } from './source'
import { holdingOf } from './toOwnership'
import { poolAnswersSchema, readPoolAnswers, type PoolAnswers } from './uniswapV3Books'
import { concerning, toPoolContracts, toPoolEvent, toPoolFilters, type PoolContracts } from './uniswapV3Logs'

/** So much for each of its logs may a pool keep by rounding: what it takes it rounds up, what it pays and what fees come to, down. */
const roundingOfALog = 4n

/**
 * A Uniswap v3 pool: what it holds of both tokens belongs to its positions, each with what its liquidity is worth at the block's price, what
 * was withdrawn and not collected yet, and its fees. A position belongs to the owner of its NFT, deposited in a contract that keeps books of it or
 * not, or to whom the pool itself names.
 *
 * The last Swap tells the price and the logs tell the liquidity; only fees have to be read. Without answers, what the pool holds above the
 * positions is unresolved 'fees'; with them it is 'rounding' where it is tiny, and else 'surplus': it was sent there without a deposit.
 * Liquidity that somebody put under the name of the NFT manager without an NFT is 'locked': nobody can ask for it.
 */
export const uniswapV3Pool: Source = {
  id: 'uniswapV3Pool',
  name: { en: 'Uniswap v3 pool', de: 'Uniswap-v3-Pool' },
  description: {
    en: 'Hands both tokens on to the owners of the positions: what each one’s liquidity is worth at the block’s price, with fees not collected yet. The protocol’s fees, and what was sent there without a deposit, are assigned to nobody.',
    de: 'Reicht beide Token an die Eigentümer der Positionen weiter: was die Liquidität zum Preis des Blocks wert ist, samt noch nicht abgeholten Gebühren. Gebühren des Protokolls und was ohne Einlage dorthin ging, werden niemandem zugerechnet.',
  },
  role: 'pool',
  ledgers: () => [],
  logs: (wrapper) => toPoolFilters(toPoolContracts(wrapper)),

  read(input, reader, blockNumber) {
    const { books, of: { manager } } = foldLogs(input)
    const positions = toHeld(books).filter((position) => !isLocked(position, manager))
    return readPoolAnswers({ pool: input.wrapper.address, manager, books, positions }, reader, blockNumber)
  },

  toOwnerships(input) {
    const { wrapper } = input
    const { books, of: { manager }, poolLogs } = foldLogs(input)
    const answers = poolAnswersSchema.nullable().parse(input.answers ?? null)
    const price = answers?.price ?? books.price
    if (!price) return []
    const held = toHeld(books)
    const owned = held.filter((position) => !isLocked(position, manager)).map((position) => toPart(position, price, answers))
    const locked = held.filter((position) => isLocked(position, manager)).map((position) => positionAmounts(position, price))
    const isRead = answers !== null && owned.every((part) => part.isRead)
    return toTokens(wrapper).map((asset, token): ContractOwnership => {
      const claims = owned.map(({ account, amounts }) => ({ account, amount: amounts[token]! }))
      const lockedAmount = sum(locked.map((amounts) => amounts[token]!))
      const protocolFees = answers?.protocolFees[token as 0 | 1] ?? 0n
      const balance = holdingOf(input, asset)
      const left = balance - sum(claims.map(({ amount }) => amount)) - lockedAmount - protocolFees
      const unresolved = [
        { reason: 'locked', amount: lockedAmount },
        { reason: 'protocolFees', amount: protocolFees },
        { reason: !isRead ? 'fees' : left <= roundingOfALog * BigInt(poolLogs) ? 'rounding' : 'surplus', amount: left },
      ] as const
      return {
        contract: wrapper.address,
        asset,
        source: 'uniswapV3Pool',
        shares: manager,
        claims: claims.filter(({ amount }) => amount > 0n),
        unresolved: unresolved.filter(({ amount }) => amount > 0n),
      }
    })
  },
}

/** Uniswap calls the lower address token0. */
function toTokens({ address, assets }: Wrapper): readonly Address[] {
  if (assets.length !== 2) throw new Error(`The Uniswap v3 pool ${address} has ${assets.length} assets: name both of its tokens.`)
  return [...assets].sort()
}

/** What a pool's logs add up to. */
interface FoldedPool {
  books: PoolBooks
  of: PoolContracts
  /** How many logs of its own there are */
  poolLogs: number
  /** Numbers of NFTs that may be of this pool, as topics */
  met: Set<string>
}

const foldLogs = foldOn<FoldedPool>(
  (wrapper) => ({ books: { price: null, positions: new Map() }, of: toPoolContracts(wrapper), poolLogs: 0, met: new Set() }),
  (folded, logs) => {
    foldPositions(folded.books, toEvents(logs, folded.of, folded.met), folded.of.manager)
    folded.poolLogs += logs.filter((log) => log.address === folded.of.pool).length
  },
)

function* toEvents(logs: readonly Log[], of: PoolContracts, met: Set<string>): Generator<PoolEvent> {
  for (const log of concerning(logs, of, met)) {
    const event = toPoolEvent(log, of)
    if (event) yield event
  }
}

/** Positions that may hold something: a burned NFT holds nothing, one without liquidity may still be owed fees. */
const toHeld = ({ positions }: PoolBooks) => [...positions.values()].filter(({ owner }) => owner !== zeroAddress)

/** Nobody can take out what stands in the pool under the manager's name without an NFT. */
const isLocked = ({ tokenId, owner }: Position, manager: Address | null) => tokenId === null && owner === manager

/** What a position would be paid at the block, and whether its fees are in it. */
function toPart(position: Position, price: Price, answers: PoolAnswers | null): { account: Address; amounts: TokenPair; isRead: boolean } {
  const said = answers && toOwed(position, answers)
  const [principal0, principal1] = positionAmounts({ ...position, liquidity: said?.liquidity ?? position.liquidity }, price)
  const [owed0, owed1] = said?.owed ?? atLeastOwed(position)
  return { account: position.owner, amounts: [principal0 + owed0, principal1 + owed1], isRead: said !== null }
}

/** Liquidity and what is owed beside it, fees up to the block included; null where some of it could not be read. */
function toOwed(position: Position, { price, feeGrowth, ticks, positions }: PoolAnswers): { liquidity: bigint; owed: TokenPair } | null {
  const said = positions[toPositionKey(position)]
  if (!said || said.liquidity === 0n) return said ? { liquidity: 0n, owed: said.owed } : null
  const [lower, upper] = [ticks[position.tickLower], ticks[position.tickUpper]]
  if (!lower || !upper) return null
  const inside = feeGrowthInside(position, price.tick, feeGrowth, { lower, upper })
  const [fees0, fees1] = earnedFees(said.liquidity, inside, said.feeGrowth)
  return { liquidity: said.liquidity, owed: [said.owed[0] + fees0, said.owed[1] + fees1] }
}

/** What was withdrawn and not collected. Collected fees count against it, so it is never more than what is owed. */
const atLeastOwed = ({ withdrawn, collected }: Position): TokenPair => [larger(withdrawn[0] - collected[0], 0n), larger(withdrawn[1] - collected[1], 0n)]

const larger = (a: bigint, b: bigint) => (a > b ? a : b)
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
