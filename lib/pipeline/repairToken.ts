import type { Database } from '@/db/database'
import { loadBalanceSteps, loadSupplySteps, rewindLedger, type BalanceStep } from '@/db/rewind'
import type { Log } from '../chain/log'
import type { ChainReader } from '../chain/reader'
import { zeroAddress, type Address } from '../domain/address'
import type { Token } from '../domain/protocol'
import type { Audit } from '../domain/snapshot'
import { foldTransfers, type Transfer } from '../ledger/foldTransfers'
import { toTransfer, transferTopic } from '../sources/erc20'
import { toFirstDifference } from './firstDifference'

/** So many wrong balances are looked into: all that one fault spoiled go back to about the same place. */
const mostAccounts = 10

/** What became of a ledger that an audit found wrong. */
export type Repair =
  /** The first block that is wrong, and where the ledger ends now; null where nothing is left of it */
  | { status: 'rewound'; wrongFrom: number; end: number | null }
  /** The logs of no endpoint lead to what the contract says */
  | { status: 'unexplained' }

/**
 * Finds out where a ledger that failed its audit went wrong, and takes it back to before that: the next sync reads the rest again.
 *
 * Each endpoint is asked for the logs of the accounts whose balances are wrong. Where they lead to what the contract itself says, they
 * are proven complete for this account, and the first block where the ledger says otherwise is where logs were left out; endpoints whose
 * logs do not lead there are set aside. Where no endpoint's logs do, nothing is changed: reading again would bring the same, as the
 * token also moves without logs, or every endpoint leaves out the same ones.
 *
 * @param audit a failed one, of the block that the ledger reaches
 */
export async function repairToken(options: {
  token: Token
  tokenId: number
  reader: ChainReader
  database: Database
  block: number
  audit: Audit
}): Promise<Repair> {
  const { token, tokenId, reader, database, block, audit } = options
  const wrong = new Map<Address, bigint>(audit.mismatches.slice(0, mostAccounts).map(({ account, chain }) => [account, chain]))
  // Who mints and burns is the zero address, and what it is owed is the supply.
  if (audit.supply !== null && audit.supply !== audit.claimed) wrong.set(zeroAddress, audit.supply)
  const question = { address: token.address, topic: transferTopic, fromBlock: token.firstBlock, toBlock: block } as const
  const told = await reader.readAccountLogs(question, [...wrong.keys()])
  const transfers = told.map(({ logs }) => toTransfers(logs))
  const firstWrong: number[] = []
  for (const [account, amount] of wrong) {
    const steps = transfers.map((each) => (account === zeroAddress ? toSupplySteps(each) : toAccountSteps(each, account)))
    const isRight = steps.map((each) => (each.at(-1)?.balance ?? 0n) === amount)
    const proven = steps[isRight.indexOf(true)]
    if (!proven) continue
    told.forEach(({ doubt }, index) => isRight[index] || doubt())
    const ours = account === zeroAddress ? await loadSupplySteps(database, tokenId) : await loadBalanceSteps(database, tokenId, account)
    // Where every change is right, only their sum was kept wrong.
    firstWrong.push(toFirstDifference(ours, proven, (one, other) => one.balance === other.balance) ?? block + 1)
  }
  if (firstWrong.length === 0) return { status: 'unexplained' }
  const wrongFrom = Math.min(...firstWrong)
  return { status: 'rewound', wrongFrom, end: await rewindLedger(database, tokenId, wrongFrom) }
}

function toTransfers(logs: readonly Log[]): Transfer[] {
  return logs.flatMap((log) => {
    const reading = toTransfer(log)
    return reading.status === 'transfer' ? [reading.transfer] : []
  })
}

function toAccountSteps(transfers: readonly Transfer[], account: Address): BalanceStep[] {
  const named = transfers.filter(({ from, to }) => from === account || to === account)
  return foldTransfers(new Map(), named).filter((change) => change.account === account)
}

/** What was minted less what was burned; what was minted to the zero address is held there. */
function toSupplySteps(transfers: readonly Transfer[]): BalanceStep[] {
  const steps: BalanceStep[] = []
  let balance = 0n
  for (const { from, to, amount, blockNumber } of transfers) {
    if (from === zeroAddress) balance += amount
    else if (to === zeroAddress) balance -= amount
    else continue
    if (steps.at(-1)?.blockNumber === blockNumber) steps.pop()
    if (balance !== (steps.at(-1)?.balance ?? 0n)) steps.push({ blockNumber, balance })
  }
  return steps
}
