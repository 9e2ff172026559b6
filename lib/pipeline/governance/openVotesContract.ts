import { loadBalancesAt, loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadEvents, loadPieceEnd } from '@/db/eventLogs'
import { loadCursor } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import type { Log } from '../../chain/log'
import { inChainOrder } from '../../domain/chainOrder'
import type { Address } from '../../domain/address'
import type { VotesContract } from '../../domain/governance'
import { toVotesSource } from '../../sources/votes/registry'
import type { VotesBooks, VotesSource } from '../../sources/votes/votesSource'
import { withoutVoters } from '../../sources/votes/withoutVoters'
import { assertEventsReach } from '../assertEventsReach'

/** So many logs are read from the database at once, and some more of the same block. */
const logsAPiece = 20_000

/** A contract that counts votes, folded from what is kept in the database, block after block. */
export interface OpenVotesContract {
  contract: VotesContract
  source: VotesSource
  books: VotesBooks
  /** Whether what accounts hold of it is followed, so that it is known who gives how much */
  knowsGivers: boolean
  /**
   * Folds on to a block: going back is not possible.
   *
   * @param readAhead the block to which logs are read from the database in the same question
   */
  foldTo: (block: number, readAhead?: number) => Promise<void>
  /** What accounts hold of it at that block, those that vote for others left out; nobody where it is not followed */
  balances: ReadonlyMap<Address, bigint>
}

/**
 * Opens a contract's books at their beginning.
 *
 * @param upTo the last block that will be asked about
 * @param withGivers whether it has to be known who gives how much: where votes do not hang on balances, these are only read for that
 * @throws Error in plain words where its logs, or the balances that its votes hang on, are not kept up to that block
 */
export async function openVotesContract(
  database: Database,
  { token, ledgers, governance }: Pick<TrackedProtocol, 'token' | 'ledgers' | 'governance'>,
  contract: VotesContract,
  { upTo, withGivers }: { upTo: number; withGivers: boolean },
): Promise<OpenVotesContract> {
  const source = toVotesSource(contract.source)
  const filters = source.logs(contract).map((filter) => ({ chainId: token.chainId, ...filter }))
  await assertEventsReach(database, filters, upTo, `votes of ${contract.name}`)
  const tokenId = ledgers.get(contract.address)
  const reach = tokenId === undefined ? -1 : ((await loadCursor(database.db, tokenId))?.block.number ?? -1)
  if (source.balances === 'votes' && reach < upTo)
    throw new Error(`votes of ${contract.name}: they hang on what accounts hold of ${contract.address}, and its ledger is ${reach < 0 ? 'not kept' : `read up to block ${reach}`}`)
  const follows = source.balances === 'votes' || (source.balances === 'givers' && withGivers && reach >= upTo)
  const others = governance.votes.flatMap(({ address }) => (address === contract.address ? [] : [address]))
  const books = withoutVoters(source.open(contract), new Set(others))
  const balances = new Map<Address, bigint>()
  const known = new Map<number, Address>()
  let waiting: readonly Log[] = []
  let [at, read] = [-1, -1]

  /** Far more logs than are needed at once would be garbage for long. */
  async function foldPieces(to: number): Promise<void> {
    for (let end: number | null; read < to; ) {
      end = await loadPieceEnd(database, filters, read, logsAPiece)
      if (end === null || end >= to) return
      await readLogs(end)
      books.add(waiting)
      waiting = []
    }
  }

  async function readLogs(to: number): Promise<void> {
    if (to <= read) return
    const lists = await Promise.all(filters.map((filter) => loadEvents(database, filter, read, to)))
    const further = lists.length === 1 ? lists[0]! : lists.flat().sort(inChainOrder)
    waiting = waiting.length === 0 ? further : [...waiting, ...further]
    read = to
  }

  async function foldBalances(block: number): Promise<void> {
    const changed = at < 0 ? await loadBalancesAt(database, tokenId!, block) : await loadChangedBalances(database, tokenId!, at, block, known)
    for (const [account, balance] of changed) if (!others.includes(account)) balances.set(account, balance)
    books.hold(changed)
  }

  return {
    contract,
    source,
    books,
    balances,
    knowsGivers: source.balances === 'none' || follows,
    async foldTo(block, readAhead = block) {
      await foldPieces(block)
      await readLogs(readAhead)
      const next = waiting.findIndex(({ blockNumber }) => blockNumber > block)
      books.add(next < 0 ? waiting : waiting.slice(0, next))
      waiting = next < 0 ? [] : waiting.slice(next)
      if (follows) await foldBalances(block)
      at = block
    },
  }
}
