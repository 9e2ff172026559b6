import type { Log } from '../chain/log'
import { zeroAddress, type Address } from '../domain/address'
import type { Wrapper } from '../domain/protocol'
import { toTransfer, transferTopic } from './erc20'
import { assertEvent, toParty, toPlace, toWord, type EventShape } from './eventWords'
import { foldOn } from './foldOn'

const moved = { indexed: 3, words: 1 }

/** SupplyCollateral(address indexed from, address indexed dst, address indexed asset, uint256 amount) */
const supplied: EventShape = { name: 'SupplyCollateral', topic: '0xfa56f7b24f17183d81894d3ac2ee654e3c26388d17a28dbd9549b8114304e1f4', ...moved }
/** WithdrawCollateral(address indexed src, address indexed to, address indexed asset, uint256 amount) */
const withdrawn: EventShape = { name: 'WithdrawCollateral', topic: '0xd6d480d5b3068db003533b170d67561494d72e3bf9fa40a266471351ebba9e16', ...moved }
/** TransferCollateral(address indexed from, address indexed to, address indexed asset, uint256 amount) */
const transferred: EventShape = { name: 'TransferCollateral', topic: '0x29db89d45e1a802b4d55e202984fce9faf1d30aedf86503ff1ea0ed9ebb64201', ...moved }
/** AbsorbCollateral(address indexed absorber, address indexed borrower, address indexed asset, uint256 collateralAbsorbed, uint256 usdValue) */
export const absorbed: EventShape = { name: 'AbsorbCollateral', topic: '0x9850ab1af75177e4a9201c65a2cf7976d5d28e40ef63494b44366f86b2f9412e', indexed: 3, words: 2 }
/** AbsorbDebt(address indexed absorber, address indexed borrower, uint256 basePaidOut, uint256 usdValue) */
export const absorbedDebt: EventShape = { name: 'AbsorbDebt', topic: '0x1547a878dc89ad3c367b6338b4be6a65a5dd74fb77ae044da1e8747ef1f4f62f', indexed: 2, words: 2 }

const collateralEvents = [supplied, withdrawn, transferred, absorbed]

/** The token that a market lends, where the wrapper says that it holds that too: `contracts.baseToken`. @example toLentToken({ assets: [uni], contracts: {} }) // null */
export const toLentToken = ({ assets, contracts: { baseToken } }: Pick<Wrapper, 'assets' | 'contracts'>): Address | null =>
  baseToken && assets.includes(baseToken) ? baseToken : null

/**
 * First topics of the logs that tell what a wrapper's assets belong to: of collateral, of what is lent, or of both.
 *
 * @example toCometTopics(marketOfUniAsCollateral).length // 4: supplied, withdrawn, handed on, absorbed
 */
export function toCometTopics(wrapper: Wrapper): readonly `0x${string}`[] {
  const lent = toLentToken(wrapper)
  return [
    ...(wrapper.assets.some((asset) => asset !== lent) ? collateralEvents.map(({ topic }) => topic) : []),
    ...(lent ? [transferTopic as `0x${string}`, absorbedDebt.topic] : []),
  ]
}

/** What the logs of a market tell. */
export interface CometBooks {
  /** By asset, then by account; zero where nothing is left, never below */
  collateral: ReadonlyMap<Address, ReadonlyMap<Address, bigint>>
  /**
   * Who may have something lent, in the order of their first log: put in less taken out. Interest is not in it, since no log says it: whoever took out
   * interest too may stand below zero.
   */
  lent: ReadonlyMap<Address, bigint>
}

type Folded = { collateral: Map<Address, Map<Address, bigint>>; lent: Map<Address, bigint> }

/**
 * What the logs of a Compound v3 market tell of its books: everybody's collateral, to the smallest unit, and who may have lent something to it.
 *
 * Everything that changes collateral is logged: supplied, withdrawn, handed on within the market, or absorbed, i.e. taken by the protocol together with
 * a debt. Who buys it from the protocol afterwards takes nobody's. Lending writes a Transfer from or to nobody whenever what somebody has lent grows or
 * shrinks; until October 2022 that of an absorption which left something over was missing, but AbsorbDebt names the account then.
 *
 * @returns to be read at once: it goes on changing with the next list
 * @throws Error that names the log which has another form, or after which somebody has less than nothing
 * @example foldComet({ wrapper, logs }).collateral.get(uni) // Map { '0xaa…' => 5n }
 */
export const foldComet: (input: { wrapper: Wrapper; logs: readonly Log[] }) => CometBooks = foldOn(
  (): Folded => ({ collateral: new Map(), lent: new Map() }),
  (books, logs) => {
    for (const log of logs) {
      if (log.topics[0] === transferTopic) addLent(books.lent, log)
      else if (log.topics[0] === absorbedDebt.topic) {
        assertEvent(log, absorbedDebt)
        add(books.lent, toParty(log, 2), 0n)
      } else addCollateral(books.collateral, log)
    }
  },
)

function addLent(lent: Folded['lent'], log: Log): void {
  const reading = toTransfer(log)
  if (reading.status === 'rejected') throw new Error(`${toPlace(log)} is no Transfer: ${reading.reason}`)
  const { from, to, amount } = reading.transfer
  if (from !== zeroAddress) add(lent, from, -amount)
  if (to !== zeroAddress) add(lent, to, amount)
}

function addCollateral(collateral: Folded['collateral'], log: Log): void {
  const event = collateralEvents.find(({ topic }) => topic === log.topics[0]) ?? supplied
  assertEvent(log, event)
  const asset = toParty(log, 3)
  const balances = collateral.get(asset) ?? new Map<Address, bigint>()
  collateral.set(asset, balances)
  const [left, came] = event === supplied ? [null, 2] : event === transferred ? [1, 2] : event === absorbed ? [2, null] : [1, null]
  if (left !== null && add(balances, toParty(log, left), -toWord(log, 0)) < 0n)
    throw new Error(`${toPlace(log)}: ${toParty(log, left)} would have less than nothing of ${asset}: logs before it are missing`)
  if (came !== null) add(balances, toParty(log, came), toWord(log, 0))
}

function add(balances: Map<Address, bigint>, account: Address, amount: bigint): bigint {
  const balance = (balances.get(account) ?? 0n) + amount
  balances.set(account, balance)
  return balance
}
